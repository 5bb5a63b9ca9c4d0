// What whoever runs the server reads: one line a notice, in one language, never a flood.
#include "server/journal/journal.hpp"

#include <gtest/gtest.h>

namespace casustafel::journal {
namespace {

class JournalTest : public testing::Test {
protected:
    std::unique_ptr<Journal> in(text::Language language, Addresses addresses = Addresses::shown) {
        return std::make_unique<Journal>(
            language, [this](Weight, const std::string& line) { lines.push_back(line); },
            [this] { return now_ms; }, addresses);
    }
    std::vector<std::string> lines;
    std::int64_t now_ms = 1'000;
};

TEST_F(JournalTest, says_a_notice_in_the_operators_language) {
    in(text::Language::nl)->tell({"log.wrong_key", {"203.0.113.7"}});
    in(text::Language::en)->tell({"log.wrong_key", {"203.0.113.7"}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("trainersleutel"), std::string::npos) << lines[0];
    EXPECT_NE(lines[1].find("trainer key"), std::string::npos) << lines[1];
    EXPECT_NE(lines[0].find("203.0.113.7"), std::string::npos) << lines[0];
}

TEST_F(JournalTest, writes_no_flood_and_says_how_many_lines_were_left_out) {
    const auto journal = in(text::Language::en);
    for (int times = 0; times < 10'000; ++times) journal->tell({"log.wrong_key", {"a"}});
    EXPECT_EQ(lines.size(), static_cast<std::size_t>(lines_at_once));
    journal->tell({"log.session_made", {"oefentafel"}});
    EXPECT_EQ(lines.size(), lines_at_once + 1U) << "another kind is not in its way";
    now_ms += then_a_line_every_ms;
    journal->tell({"log.wrong_key", {"a"}});
    ASSERT_EQ(lines.size(), lines_at_once + 2U);
    EXPECT_NE(lines.back().find("9995"), std::string::npos) << lines.back();
}

TEST_F(JournalTest, tells_of_a_flood_that_stopped_at_the_next_line_or_at_its_end) {
    {
        const auto journal = in(text::Language::en);
        for (int times = 0; times < 7; ++times) journal->tell({"log.wrong_key", {"a"}});
        now_ms += then_a_line_every_ms;
        journal->tell({"log.session_made", {"oefentafel"}});
        EXPECT_NE(lines.back().find("log.wrong_key"), std::string::npos) << lines.back();
        for (int times = 0; times < 7; ++times) journal->tell({"log.wrong_key", {"a"}});
        lines.clear();
    }
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines.back().find("log.wrong_key"), std::string::npos) << lines.back();
}

TEST_F(JournalTest, writes_one_line_whatever_a_stranger_typed) {
    in(text::Language::en)
        ->tell({"log.wrong_key", {"a\nb\r\x1b[31mc" + std::string(100'000, 'x') + "é"}});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].find_first_of("\n\r\x1b"), std::string::npos);
    EXPECT_LT(lines[0].size(), 400U);
}

TEST_F(JournalTest, says_what_a_start_found_without_leaving_anything_out) {
    const auto journal = in(text::Language::en);
    for (int times = 0; times < 50; ++times) journal->say({"log.wrong_key", {"a"}});
    EXPECT_EQ(lines.size(), 50U);
}

TEST_F(JournalTest, hides_addresses_of_others_behind_a_number_that_stays_the_same) {
    const auto journal = in(text::Language::nl, Addresses::hidden);
    for (const char* address :
         {"203.0.113.7", "2001:db8:1:2::/64", "[2001:db8::7]:4000", "203.0.113.7:55123", "::1"}) {
        lines.clear();
        journal->tell({"log.no_handshake", {address, "reason"}});
        journal->tell({"log.no_handshake", {address, "reason"}});
        journal->tell({"log.wrong_key", {address}});
        ASSERT_GE(lines.size(), 1U) << address;
        for (const std::string& line : lines)
            EXPECT_EQ(line.find(address), std::string::npos) << line;
        ASSERT_GE(lines.size(), 2U);
        EXPECT_EQ(lines[0], lines[1]);
        now_ms += 20 * then_a_line_every_ms;
    }
}

TEST_F(JournalTest, shows_what_is_no_address_and_the_addresses_of_this_machine) {
    const auto journal = in(text::Language::nl, Addresses::hidden);
    journal->tell({"log.session_made", {"oefentafel"}});
    journal->say({"serve.no_tls", {"0.0.0.0:4000"}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("oefentafel"), std::string::npos);
    EXPECT_NE(lines[1].find("0.0.0.0:4000"), std::string::npos);
}

}  // namespace
}  // namespace casustafel::journal
