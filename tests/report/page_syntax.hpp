#pragma once
// A small reader of pages, for tests: are all tags closed in the right order, all attributes
// quoted, and no stray angle brackets in the text?
#include <set>
#include <string>
#include <vector>

namespace casustafel::report {

// What is wrong first; empty when nothing is.
inline std::string first_syntax_error(const std::string& page) {
    static const std::set<std::string> closed_by_themselves{"meta", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
        std::size_t end = at + 1;
        bool quoted = false;
        while (end < page.size() && (quoted || page[end] != '>')) {
            if (page[end] == '"') quoted = !quoted;
            if (!quoted && page[end] == '<')
                return "a tag inside a tag near " + page.substr(at, 40);
            ++end;
        }
        const bool closing = page[at + 1] == '/';
        const std::size_t from = at + (closing ? 2 : 1);
        const std::string tag = page.substr(from, page.find_first_of(" >", from) - from);
        if (tag.empty()) return "a stray angle bracket near " + page.substr(at, 40);
        if (closing) {
            if (open.empty() || open.back() != tag) return "closed out of order: " + tag;
            open.pop_back();
        } else if (!closed_by_themselves.contains(tag)) {
            open.push_back(tag);
        }
        const std::size_t next = page.find_first_of("<>", end + 1);
        const bool in_style = !open.empty() && open.back() == "style";
        if (next != std::string::npos && page[next] == '>' && !in_style) {
            return "a stray angle bracket near " + page.substr(next, 40);
        }
        at = end;
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

}  // namespace casustafel::report
