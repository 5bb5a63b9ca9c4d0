#include "server/scenario/reading/values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

int digits_value(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Counts the edits (insert, drop, change, swap of neighbours) between two words, letter case aside.
std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before_last, last(to.size() + 1), row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = lower(from[i - 1]) == lower(to[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && lower(from[i - 1]) == lower(to[j - 2]) &&
                                 lower(from[i - 2]) == lower(to[j - 1]);
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last[to.size()];
}

}  // namespace

bool is_id(std::string_view word) {
    return !word.empty() && word.size() <= static_cast<std::size_t>(limits::id_characters) &&
           is_letter(word[0]) && std::all_of(word.begin(), word.end(), [](char c) {
               return is_letter(c) || is_digit(c) || c == '-' || c == '_';
           });
}

bool is_date(std::string_view word) {
    if (word.size() != 10 || word[4] != '-' || word[7] != '-') return false;
    if (!all_digits(word.substr(0, 4)) || !all_digits(word.substr(5, 2)) ||
        !all_digits(word.substr(8, 2)))
        return false;
    const int year = digits_value(word.substr(0, 4)), month = digits_value(word.substr(5, 2)),
              day = digits_value(word.substr(8, 2));
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day >= 1 &&
           day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<std::int64_t> parse_time(std::string_view word) {
    const auto space = word.find(' ');
    if (space == std::string_view::npos || word[0] != 'D') return std::nullopt;
    const auto day = parse_number(word.substr(1, space - 1));
    const auto clock = word.substr(space + 1);
    if (!day || *day > limits::days || clock.size() != 5 || clock[2] != ':') return std::nullopt;
    if (!all_digits(clock.substr(0, 2)) || !all_digits(clock.substr(3))) return std::nullopt;
    const int hours = digits_value(clock.substr(0, 2)), minutes = digits_value(clock.substr(3));
    if (hours > 23 || minutes > 59) return std::nullopt;
    return *day * day_ms + hours * hour_ms + minutes * minute_ms;
}

std::optional<std::int64_t> parse_duration(std::string_view word) {
    if (word.size() < 2) return std::nullopt;
    const auto count = parse_number(word.substr(0, word.size() - 1));
    if (!count || *count < 1) return std::nullopt;
    const std::int64_t unit = word.back() == 'm'   ? minute_ms
                              : word.back() == 'h' ? hour_ms
                              : word.back() == 'd' ? day_ms
                                                   : 0;
    if (unit == 0 || *count > limits::days * day_ms / unit) return std::nullopt;
    return *count * unit;
}

std::optional<long long> parse_number(std::string_view word) {
    if (!all_digits(word) || word.size() > 9 || (word.size() > 1 && word[0] == '0'))
        return std::nullopt;
    return digits_value(word);
}

std::optional<long long> parse_change(std::string_view word) {
    const bool less = word.substr(0, 1) == "-";
    if (less || word.substr(0, 1) == "+") word.remove_prefix(1);
    const auto number = parse_number(word);
    if (!number || !less) return number;
    return -*number;
}

std::string print_time(std::int64_t sim_ms) {
    char out[48];
    std::snprintf(out, sizeof out, "D%lld %02lld:%02lld", static_cast<long long>(sim_ms / day_ms),
                  static_cast<long long>(sim_ms % day_ms / hour_ms),
                  static_cast<long long>(sim_ms % hour_ms / minute_ms));
    return out;
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    if (word.size() > 64) return best;
    for (const auto& candidate : candidates) {
        const std::size_t edits = distance(word, candidate);
        if (edits < best_distance) {
            best_distance = edits;
            best = candidate;
        }
    }
    return best;
}

}  // namespace casustafel::scenario
