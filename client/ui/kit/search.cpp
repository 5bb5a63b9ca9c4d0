#include "client/ui/kit/search.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

// U+00C0 to U+00FF without their accents: what UTF-8 writes as 0xC3 and 0x80 to 0xBF.
constexpr unsigned char latin_1_lead = 0xC3, first_of_latin_1 = 0x80;
constexpr std::string_view latin_1 =
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";

}  // namespace

std::string folded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
        if (static_cast<unsigned char>(letter) == latin_1_lead && next >= first_of_latin_1) {
            plain += latin_1[(next - first_of_latin_1) % latin_1.size()];
            ++at;
        } else {
            plain +=
                letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
    }
    return plain;
}

bool found_in(std::string_view text, std::string_view typed) {
    const std::string all = folded(text), wanted = folded(typed);
    for (std::size_t at = 0; at < wanted.size();) {
        const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
        if (all.find(wanted.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

}  // namespace casustafel::ui
