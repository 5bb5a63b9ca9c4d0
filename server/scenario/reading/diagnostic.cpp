#include "server/scenario/reading/diagnostic.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "proto/contract/utf8.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

std::string_view line_of(std::string_view source, int line) {
    std::size_t begin = 0;
    for (int at = 1; at < line; ++at) {
        begin = source.find('\n', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    auto text = source.substr(begin, source.find('\n', begin) - begin);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
}

// Gives the source line as a terminal may show it: without anything that could steer it.
std::string showable(std::string_view line) {
    std::string shown;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const auto character = contract::take_character(line, at);
        if (!character) at = from + 1;
        if (character && may_be_shown(*character))
            shown += line.substr(from, at - from);
        else
            shown += character == U'\t' ? ' ' : '?';
    }
    return shown;
}

std::string excerpt(std::string_view source, Position at) {
    const std::string line = showable(line_of(source, at.line));
    // Of a file in UTF-16 a line would show as marks of question.
    if (line.empty() || source.substr(0, 200).find('\0') != std::string_view::npos) return {};
    // A long line is cut round the place, counted in characters.
    constexpr std::size_t most = 100;
    const auto column = static_cast<std::size_t>(std::max(at.column, 1)) - 1;
    const std::size_t skip = column > most * 3 / 4 ? column - most / 2 : 0;
    std::string shown;
    std::size_t index = 0;
    for (std::size_t byte = 0; byte < line.size(); ++index) {
        const std::size_t from = byte;
        if (!contract::take_character(line, byte)) break;
        if (index >= skip && index < skip + most) shown += line.substr(from, byte - from);
    }
    const std::string start = skip > 0 ? "…" : "";
    return "    " + start + shown + (index > skip + most ? "…" : "") + "\n    " +
           std::string(column - skip + (skip > 0 ? 1 : 0), ' ') + "^\n";
}

}  // namespace

std::string say(const Sentence& sentence, text::Language language) {
    return text::say(sentence.key, language, sentence.arguments);
}

std::string print(const Diagnostic& diagnostic, std::string_view source, text::Language language) {
    const Key severity =
        diagnostic.severity == Severity::error ? Key::diagnostic_error : Key::diagnostic_warning;
    std::string out = diagnostic.file + ":" + std::to_string(diagnostic.at.line) + ":" +
                      std::to_string(diagnostic.at.column) + ": " +
                      std::string(text::say(severity, language)) + ": " +
                      say(diagnostic.message, language) + "\n";
    out += excerpt(source, diagnostic.at);
    if (diagnostic.hint) out += "    " + say(*diagnostic.hint, language) + "\n";
    return out;
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& each) { return each.severity == Severity::error; });
}

void tidy(std::vector<Diagnostic>& diagnostics) {
    std::map<std::string, std::size_t> order;
    for (const auto& each : diagnostics) order.insert({each.file, order.size()});
    const auto before = [&](const Diagnostic& left, const Diagnostic& right) {
        return std::make_tuple(order[left.file], left.at, left.severity) <
               std::make_tuple(order[right.file], right.at, right.severity);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(), before);
    const auto same = [](const Diagnostic& left, const Diagnostic& right) {
        return left.file == right.file && left.at == right.at && left.message == right.message;
    };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
    if (diagnostics.size() <= limits::diagnostics) return;
    // Errors decide whether a case runs, so none may fall off the end behind warnings.
    std::stable_partition(diagnostics.begin(), diagnostics.end(),
                          [](const Diagnostic& each) { return each.severity == Severity::error; });
    const auto more = std::to_string(diagnostics.size() - limits::diagnostics);
    const Severity severity = diagnostics[limits::diagnostics - 1].severity;
    diagnostics.resize(limits::diagnostics);
    std::stable_sort(diagnostics.begin(), diagnostics.end(), before);
    const auto& last = diagnostics.back();
    diagnostics.push_back({last.file, last.at, severity, {Key::diagnostic_and_more, {more}}, {}});
}

}  // namespace casustafel::scenario
