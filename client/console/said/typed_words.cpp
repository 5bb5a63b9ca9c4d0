#include "client/console/said/typed_words.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "proto/contract/limits.hpp"

namespace casustafel::console {
namespace {

Words split_at(std::string_view text, std::string_view separators) {
    Words words;
    std::string word;
    for (const char character : text) {
        if (separators.find(character) == std::string_view::npos) {
            word += character;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

char capital(char character) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
}

// All of `text` as a number of at most `most`.
std::optional<std::int64_t> number_of(std::string_view text, std::int64_t most) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || number < 0 || number > most) return std::nullopt;
    return number;
}

}  // namespace

Words split(std::string_view line) { return split_at(line, " \t"); }

Words parts_of(const std::string& word) { return split_at(word, ","); }

std::string upper(std::string text) {
    for (char& character : text) character = capital(character);
    return text;
}

bool same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return capital(one) == capital(other); });
}

std::string rest_from(const Words& words, std::size_t first) {
    std::string out;
    for (std::size_t at = first; at < words.size(); ++at)
        out += (out.empty() ? "" : " ") + words[at];
    return out;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> options) {
    return std::find(options.begin(), options.end(), word) != options.end();
}

std::optional<std::int64_t> case_time_of(const std::string& day, const std::string& clock) {
    constexpr std::int64_t most_days =
        contract::limits::action_terms_deadline_sim_ms_most / 86'400'000;
    const auto colon = clock.find(':');
    if (day.size() < 2 || capital(day.front()) != 'D' || colon == std::string::npos)
        return std::nullopt;
    const auto days = number_of(std::string_view(day).substr(1), most_days);
    const auto hours = number_of(std::string_view(clock).substr(0, colon), 23);
    const auto minutes = number_of(std::string_view(clock).substr(colon + 1), 59);
    if (!days || !hours || !minutes) return std::nullopt;
    return ((*days * 24 + *hours) * 60 + *minutes) * 60'000;
}

}  // namespace casustafel::console
