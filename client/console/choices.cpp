#include "client/console/choices.hpp"

#include <cctype>

namespace casustafel::console {
namespace {

std::string lower(std::string_view text) {
    std::string out;
    for (const char character : text) {
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    }
    return out;
}

}  // namespace

std::optional<std::string> choose(const Printer& printer, WordList words, const std::string& prefix,
                                  std::string_view typed, int first_number) {
    const std::string wanted = lower(typed);
    std::optional<std::string> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (wanted == words[at] || wanted == std::to_string(static_cast<int>(at) + first_number))
            return std::string(words[at]);
        std::string label = lower(printer.words(prefix + std::string(words[at])));
        const bool fits = !wanted.empty() && label.starts_with(wanted);
        if (fits && found) return std::nullopt;
        if (fits) found = words[at];
    }
    return found;
}

}  // namespace casustafel::console
