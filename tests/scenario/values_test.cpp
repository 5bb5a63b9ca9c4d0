// How single values are spelled, and what looks as if it were somebody's.
#include "server/scenario/reading/values.hpp"

#include <gtest/gtest.h>

#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/real_looking.hpp"

namespace casustafel::scenario {
namespace {

constexpr std::int64_t minute_ms = 60'000;

TEST(Values, read_a_time_as_day_and_clock) {
    EXPECT_EQ(parse_time("D0 00:00"), 0);
    EXPECT_EQ(parse_time("D0 16:30"), (16 * 60 + 30) * minute_ms);
    EXPECT_EQ(parse_time("D14 09:05"), (14 * 24 * 60 + 9 * 60 + 5) * minute_ms);
    for (const char* wrong :
         {"", "D0", "D0 ", "D0 9:00", "D0 24:00", "D0 10:60", "D 10:00", "D-1 10:00", "d0 10:00",
          "D0  10:00", "D0 10:00 ", "D00 10:00", "D401 10:00", "D0 1a:00", "10:00", " 10:00"})
        EXPECT_EQ(parse_time(wrong), std::nullopt) << wrong;
}

TEST(Values, print_a_time_as_it_was_read) {
    for (const char* time : {"D0 00:00", "D0 16:30", "D14 09:05", "D400 23:59"})
        EXPECT_EQ(print_time(*parse_time(time)), time);
}

TEST(Values, read_a_duration_in_minutes_hours_or_days) {
    EXPECT_EQ(parse_duration("20m"), 20 * minute_ms);
    EXPECT_EQ(parse_duration("2h"), 120 * minute_ms);
    EXPECT_EQ(parse_duration("1d"), 1440 * minute_ms);
    for (const char* wrong :
         {"", "m", "0m", "20", "20 m", "1.5h", "-1d", "401d", "999999999d", "1w", "020m"})
        EXPECT_EQ(parse_duration(wrong), std::nullopt) << wrong;
}

TEST(Values, know_the_days_of_the_calendar) {
    EXPECT_TRUE(is_date("2025-03-01"));
    EXPECT_TRUE(is_date("2024-02-29"));
    for (const char* wrong : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-1-10", "01-03-2025",
                              "2025-03-32", "20250301"})
        EXPECT_FALSE(is_date(wrong)) << wrong;
}

TEST(Values, find_the_word_somebody_may_have_meant) {
    const std::vector<std::string> words{"sensitivity", "severity", "category"};
    EXPECT_EQ(nearest("sensitivty", words), "sensitivity");
    EXPECT_EQ(nearest("Category", words), "category");
    EXPECT_EQ(nearest("catgeory", words), "category");
    EXPECT_EQ(nearest("weather", words), std::nullopt);
    EXPECT_EQ(nearest("", words), std::nullopt);
}

TEST(RealLooking, parts_of_a_text_are_found) {
    for (const char* text :
         {"bel 06-12345678", "bel 06 1234 5678", "+31 6 1234 5678", "0031612345678",
          "(020) 123 4567", "bsn 111222333", "bsn 1112.22.333", "NL00BANK0123456789",
          "mail a.b@voorbeeld.nl", "woont op 1234AB", "woont op 1234 AB."})
        EXPECT_TRUE(real_looking(text)) << text;
}

TEST(RealLooking, ordinary_numbers_and_words_are_left_alone) {
    for (const char* text :
         {"bel 112", "om 02:40 uur, 13:15 en 16.30", "op 1 augustus 2025", "74 uur in 5 weken",
          "bsn 123456789", "artikel 5.2.6 en 1:240", "18 van de 100", "@ het plein",
          "Wmo 2015 art. 5.2.6", "D0 09:00 tot D0 10:00", "van 1000 naar 2000 euro", "0900"})
        EXPECT_FALSE(real_looking(text)) << text << ": " << real_looking(text).value_or("");
}

TEST(Characters, that_steer_a_terminal_or_turn_the_reading_direction_may_not_be_shown) {
    for (const char32_t shown : {U'a', U'é', U'…', U'\n', U'😀'}) EXPECT_TRUE(may_be_shown(shown));
    for (const char32_t hidden :
         {U'\x1B', U'\x7F', U'\x85', U'\u202E', U'\u2066', U'\uFEFF', U'\uFFFF'})
        EXPECT_FALSE(may_be_shown(hidden)) << static_cast<unsigned>(hidden);
}

}  // namespace
}  // namespace casustafel::scenario
