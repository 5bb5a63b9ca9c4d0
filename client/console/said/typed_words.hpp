#pragma once
// One typed line as words, and what several verbs read in it: role codes, the rest as free text, a
// case time. It knows no verb and no view.
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::console {

using Words = std::vector<std::string>;

// The words of a line; spaces and tabs part them.
Words split(std::string_view line);
// The parts of "A02,A05", empty ones left out.
Words parts_of(const std::string& word);
// ASCII capitals.
std::string upper(std::string text);
// Whether both are the same but for capitals (ASCII).
bool same_word(std::string_view left, std::string_view right);
// The words from this one on, with single spaces.
std::string rest_from(const Words& words, std::size_t first);
bool is_one_of(const std::string& word, std::initializer_list<std::string_view> options);
// "D1" and "12:30" as milliseconds since midnight of day 0; nothing when they are no time.
std::optional<std::int64_t> case_time_of(const std::string& day, const std::string& clock);

}  // namespace casustafel::console
