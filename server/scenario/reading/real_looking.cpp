#include "server/scenario/reading/real_looking.hpp"

#include <algorithm>

namespace casustafel::scenario {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '_'; }

// The "elfproef": nine digits weighted 9 8 … 2 and -1 add up to a multiple of eleven.
bool is_citizen_number(std::string_view digits) {
    if (digits.size() != 9 || digits == "000000000") return false;
    int sum = 0;
    for (int place = 0; place < 9; ++place)
        sum += (digits[static_cast<std::size_t>(place)] - '0') * (place == 8 ? -1 : 9 - place);
    return sum % 11 == 0;
}

bool is_telephone_number(std::string_view digits, bool plus) {
    if (plus) return digits.size() >= 9 && digits.size() <= 15;
    if (digits.substr(0, 2) == "00") return digits.size() >= 12 && digits.size() <= 15;
    return digits.size() == 10 && digits[0] == '0';
}

// Digits that belong together: single spaces, dots, dashes and brackets between them do not part
// them.
std::optional<std::string> number_at(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const bool plus = text[at] == '+';
    std::string digits;
    std::size_t end = at = begin + (plus ? 1 : 0);
    for (std::size_t gap = 0; at < text.size() && gap < 3; ++at) {
        if (is_digit(text[at])) {
            digits += text[at];
            end = at + 1;
            gap = 0;
        } else if (std::string_view(" .-()").find(text[at]) != std::string_view::npos) {
            ++gap;
        } else {
            break;
        }
    }
    at = std::max(end, begin + 1);
    if (!is_telephone_number(digits, plus) && !is_citizen_number(digits)) return std::nullopt;
    return std::string(text.substr(begin, end - begin));
}

std::optional<std::string> address_around(std::string_view text, std::size_t sign) {
    std::size_t begin = sign, end = sign + 1;
    const auto part = [](char c) { return is_word(c) || c == '.' || c == '-' || c == '+'; };
    while (begin > 0 && part(text[begin - 1])) --begin;
    while (end < text.size() && part(text[end])) ++end;
    const auto domain = text.substr(sign + 1, end - sign - 1);
    const auto dot = domain.find('.');
    const bool address =
        begin < sign && dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size();
    if (!address) return std::nullopt;
    return std::string(text.substr(begin, end - begin));
}

bool starts_word(std::string_view text, std::size_t at) {
    return at == 0 || !is_word(text[at - 1]);
}
bool ends_word(std::string_view text, std::size_t at) {
    return at >= text.size() || !is_word(text[at]);
}

std::optional<std::string> bank_account_at(std::string_view text, std::size_t at) {
    std::string letters;
    std::size_t end = at;
    while (end < text.size() && letters.size() < 18 && (is_word(text[end]) || text[end] == ' ')) {
        if (text[end] != ' ') letters += text[end];
        ++end;
    }
    if (letters.size() != 18 || letters.substr(0, 2) != "NL" || !ends_word(text, end))
        return std::nullopt;
    const bool shape = is_digit(letters[2]) && is_digit(letters[3]) &&
                       std::all_of(letters.begin() + 4, letters.begin() + 8, is_upper) &&
                       std::all_of(letters.begin() + 8, letters.end(), is_digit);
    if (!shape) return std::nullopt;
    return std::string(text.substr(at, end - at));
}

std::optional<std::string> postal_code_at(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] == '0') return std::nullopt;
    if (!std::all_of(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(at) + 4,
                     is_digit))
        return std::nullopt;
    const std::size_t letters = at + 4 + (text[at + 4] == ' ' ? 1 : 0);
    if (letters + 2 > text.size() || !is_upper(text[letters]) || !is_upper(text[letters + 1]) ||
        !ends_word(text, letters + 2))
        return std::nullopt;
    return std::string(text.substr(at, letters + 2 - at));
}

}  // namespace

std::optional<std::string> real_looking(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool fresh = starts_word(text, at);
        std::optional<std::string> found;
        if (c == '@') found = address_around(text, at);
        if (c == 'N' && fresh) found = bank_account_at(text, at);
        if (is_digit(c) && fresh) found = postal_code_at(text, at);
        if (found) return found;
        if ((is_digit(c) || c == '+') && fresh) {
            if ((found = number_at(text, at))) return found;
        } else {
            ++at;
        }
    }
    return std::nullopt;
}

}  // namespace casustafel::scenario
