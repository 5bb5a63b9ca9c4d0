#include "assets/text/text.hpp"

#include <algorithm>
#include <iterator>

namespace casustafel::text {
namespace {

struct Row {
    std::string_view name, nl, en;
};

constexpr Row rows[] = {
    // sorted by name
#include "text_rows.inc"
};

}  // namespace

std::string_view say(Key key, Language language) {
    const Row& row = rows[static_cast<std::size_t>(key)];
    return language == Language::nl ? row.nl : row.en;
}

std::string say(Key key, Language language, std::span<const std::string> arguments) {
    const std::string_view sentence = say(key, language);
    std::string out;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool mark =
            sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 2] == '}';
        const std::size_t index = mark ? static_cast<std::size_t>(sentence[at + 1] - '0') : 10;
        if (index < arguments.size()) {
            out += arguments[index];
            at += 2;
        } else {
            out += sentence[at];
        }
    }
    return out;
}

std::optional<Key> find(std::string_view name) {
    const auto* row =
        std::lower_bound(std::begin(rows), std::end(rows), name,
                         [](const Row& one, std::string_view wanted) { return one.name < wanted; });
    if (row == std::end(rows) || row->name != name) return std::nullopt;
    return static_cast<Key>(row - std::begin(rows));
}

std::string_view name(Key key) { return rows[static_cast<std::size_t>(key)].name; }

std::size_t count() { return std::size(rows); }

}  // namespace casustafel::text
