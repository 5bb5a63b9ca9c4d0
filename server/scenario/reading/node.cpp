#include "server/scenario/reading/node.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "proto/contract/utf8.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

// Leaves the library's parser when a limit is reached; never leaves this file.
struct OverLimit {};

// Turns the library's byte columns into character columns. Marks mostly come in order, so it goes
// on counting from the last one: a file that is one long line would otherwise take hours.
class Columns {
public:
    explicit Columns(std::string_view text) : text_(text), starts_{0} {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') starts_.push_back(at + 1);
    }
    Position at(const YAML::Mark& mark) {
        const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
        if (mark.is_null() || line >= starts_.size()) return {static_cast<int>(starts_.size()), 1};
        const auto byte = static_cast<std::size_t>(std::max(mark.column, 0));
        if (line != last_.line || byte < last_.byte) last_ = {line, 0, 0};
        last_.characters +=
            contract::count_characters(text_.substr(starts_[line] + last_.byte, byte - last_.byte));
        last_.byte = byte;
        return {static_cast<int>(line) + 1, static_cast<int>(last_.characters) + 1};
    }

    // Where a remark stands behind this many bytes at the mark, on the same line.
    std::optional<Position> remark_behind(const YAML::Mark& mark, std::size_t bytes) {
        const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
        if (mark.is_null() || line >= starts_.size()) return std::nullopt;
        std::size_t at = starts_[line] + static_cast<std::size_t>(std::max(mark.column, 0)) + bytes;
        const std::size_t spaces = at;
        while (at < text_.size() && text_[at] == ' ') ++at;
        if (at == spaces || at >= text_.size() || text_[at] != '#') return std::nullopt;
        return Position{static_cast<int>(line) + 1,
                        static_cast<int>(contract::count_characters(
                            text_.substr(starts_[line], at - starts_[line]))) +
                            1};
    }

private:
    struct Counted {
        std::size_t line = 0, byte = 0, characters = 0;
    };
    std::string_view text_;
    std::vector<std::size_t> starts_;
    Counted last_;
};

class Builder : public YAML::EventHandler {
public:
    Builder(Columns& columns, const std::string& file, std::vector<Diagnostic>& diagnostics)
        : columns_(columns), file_(file), diagnostics_(diagnostics) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        place(scalar_at(mark, Node::Kind::empty));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(mark, Key::diagnostic_no_aliases);
        place(scalar_at(mark, Node::Kind::empty));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        if (tag != "?" && tag != "!") refuse(mark, Key::diagnostic_no_tags);
        Node node = scalar_at(mark, Node::Kind::scalar);
        node.scalar = value;
        if (tag == "?") node.remark = columns_.remark_behind(mark, value.size());
        place(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::mapping);
    }
    void OnMapEnd() override { close(); }

    std::optional<Node> take() { return std::move(root_); }

private:
    struct Open {
        Node node;
        std::optional<Node> key;  // of a mapping, waiting for its value
    };

    Node scalar_at(const YAML::Mark& mark, Node::Kind kind) {
        if (++nodes_ > limits::nodes) stop(mark, Key::diagnostic_too_many_values, limits::nodes);
        return {kind, columns_.at(mark), {}, {}, {}, {}};
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              Node::Kind kind) {
        refuse_anchor(mark, anchor);
        if (tag != "?" && !tag.empty()) refuse(mark, Key::diagnostic_no_tags);
        if (open_.size() >= limits::depth) stop(mark, Key::diagnostic_too_deep, limits::depth);
        open_.push_back({scalar_at(mark, kind), std::nullopt});
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        place(std::move(node));
    }

    void place(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.kind == Node::Kind::sequence) {
            parent.node.elements.push_back(std::move(node));
        } else if (!parent.key) {
            parent.key = std::move(node);
        } else {
            add_member(parent.node, std::move(*parent.key), std::move(node));
            parent.key.reset();
        }
    }

    void add_member(Node& mapping, Node key, Node value) {
        if (key.kind != Node::Kind::scalar) {
            report(key.at, Key::diagnostic_key_is_no_word);
            return;
        }
        if (mapping.members.size() >= limits::keys) {
            report(key.at, Key::diagnostic_too_many_values, limits::keys);
            throw OverLimit{};
        }
        mapping.members.push_back({std::move(key), std::move(value)});
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) refuse(mark, Key::diagnostic_no_aliases);
    }
    void refuse(const YAML::Mark& mark, Key key) { report(columns_.at(mark), key); }
    void report(Position at, Key key, std::optional<std::size_t> limit = {}) {
        Sentence message{key, {}};
        if (limit) message.arguments.push_back(std::to_string(*limit));
        diagnostics_.push_back({file_, at, Severity::error, std::move(message), {}});
    }
    [[noreturn]] void stop(const YAML::Mark& mark, Key key, std::size_t limit) {
        report(columns_.at(mark), key, limit);
        throw OverLimit{};
    }

    Columns& columns_;
    const std::string& file_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Open> open_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
};

// What usually causes this complaint of the library.
std::optional<Sentence> hint_for(const std::string& complaint) {
    const auto says = [&](const char* words) { return complaint.find(words) != std::string::npos; };
    if (says("illegal map value") || says("unknown token"))
        return Sentence{Key::diagnostic_hint_quote, {}};
    if (says("tab")) return Sentence{Key::diagnostic_hint_no_tabs, {}};
    if (says("EOF in scalar")) return Sentence{Key::diagnostic_hint_close_quote, {}};
    if (says("flow not found")) return Sentence{Key::diagnostic_hint_close_bracket, {"} / ]"}};
    if (says("end of map") || says("end of sequence") || says("block entry"))
        return Sentence{Key::diagnostic_hint_indentation, {}};
    return std::nullopt;
}

std::optional<Node> parse(const std::string& source, const std::string& file,
                          std::vector<Diagnostic>& diagnostics) {
    Columns columns(source);
    const auto complain = [&](Position at, Sentence message, std::optional<Sentence> hint) {
        diagnostics.push_back({file, at, Severity::error, std::move(message), std::move(hint)});
    };
    try {
        std::istringstream stream(source);
        YAML::Parser parser(stream);
        Builder first(columns, file, diagnostics), second(columns, file, diagnostics);
        parser.HandleNextDocument(first);
        auto root = first.take();
        if (parser.HandleNextDocument(second)) {
            const auto extra = second.take();
            complain(extra ? extra->at : Position{}, {Key::diagnostic_one_document, {}}, {});
            return std::nullopt;
        }
        if (!root) complain({}, {Key::diagnostic_empty_file, {}}, {});
        return root;
    } catch (const OverLimit&) {
    } catch (const YAML::Exception& problem) {
        complain(columns.at(problem.mark), {Key::diagnostic_syntax, {problem.msg}},
                 hint_for(problem.msg));
    } catch (const std::exception& problem) {
        complain({}, {Key::diagnostic_syntax, {problem.what()}}, {});
    }
    return std::nullopt;
}

}  // namespace

const Member* member(const Node& mapping, std::string_view key) {
    const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                    [&](const Member& each) { return each.key.scalar == key; });
    return found == mapping.members.end() ? nullptr : &*found;
}

std::optional<Node> read_tree(const std::string& source, const std::string& file,
                              std::vector<Diagnostic>& diagnostics) {
    if (source.size() > limits::file_bytes) {
        diagnostics.push_back(
            {file,
             {},
             Severity::error,
             {Key::diagnostic_file_too_large, {std::to_string(limits::file_bytes)}},
             {}});
        return std::nullopt;
    }
    const auto before = diagnostics.size();
    check_encoding(source, file, diagnostics);
    if (diagnostics.size() > before) return std::nullopt;
    return parse(source, file, diagnostics);
}

}  // namespace casustafel::scenario
