#pragma once
// How single values are spelled in a file: codes, dates, times and durations; and which word
// somebody may have meant. Pure functions over text.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::scenario {

// Says whether the word is a letter followed by letters, digits, - and _, within the limit.
bool is_id(std::string_view word);

// Says whether the word is a day that exists, as 2025-03-01.
bool is_date(std::string_view word);

// Reads "D0 16:30" as milliseconds since midnight of day 0.
std::optional<std::int64_t> parse_time(std::string_view word);

// Reads "20m", "2h" or "1d" as milliseconds, at least a minute.
std::optional<std::int64_t> parse_duration(std::string_view word);

// Reads a whole number without sign or leading zeros, of at most nine digits.
std::optional<long long> parse_number(std::string_view word);

// Reads the same with a sign, as a change is written: 2, +2 or -2.
std::optional<long long> parse_change(std::string_view word);

// Writes a time the way parse_time reads it back.
std::string print_time(std::int64_t sim_ms);

// Gives the candidate that differs least from `word`, when it is near enough to have been meant.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace casustafel::scenario
