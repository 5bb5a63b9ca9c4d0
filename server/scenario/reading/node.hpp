#pragma once
// A YAML text as a plain tree in which every value knows its place. What the format of this house
// leaves out (anchors, aliases, tags, more than one document, keys that are no word, control
// characters) is refused here, before a tree is built; depth and size are bounded while reading.
// Only node.cpp knows which library reads YAML.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

struct Member;

struct Node {
    enum class Kind { empty, scalar, sequence, mapping };
    Kind kind = Kind::empty;
    Position at;
    std::string scalar;
    std::optional<Position> remark;  // of a text without quotes that a # on its line cuts off
    std::vector<Node> elements;      // of a sequence
    std::vector<Member> members;     // of a mapping, in the order written
};

struct Member {
    Node key;  // always a scalar
    Node value;
};

// Gives the member with this key (the first, when it is there twice), or nullptr.
const Member* member(const Node& mapping, std::string_view key);

// Gives the tree of `text`, or nothing when it is no YAML or breaks a limit. Diagnostics name
// `file`.
std::optional<Node> read_tree(const std::string& text, const std::string& file,
                              std::vector<Diagnostic>& diagnostics);

}  // namespace casustafel::scenario
