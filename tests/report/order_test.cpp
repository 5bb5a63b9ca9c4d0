// What leads the hour stands first and the rest is an appendix; nothing is told twice, and no sign
// goes unexplained where one cannot point at it.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "server/report/page.hpp"
#include "session.hpp"

namespace casustafel::report {
namespace {

std::string page_of(const Session& session) {
    return page(session.scenario, session.log, {.code = "KMP4TR", .names = {}});
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

// What stands between these two in the page.
std::string between(const std::string& page, std::string_view from, std::string_view to) {
    const auto start = page.find(from);
    return start == std::string::npos ? "" : page.substr(start, page.find(to, start) - start);
}

TEST(Order, has_one_main_part_between_header_and_footer) {
    const std::string made = page_of(small_session());
    EXPECT_EQ(count(made, "<main"), 1u);
    EXPECT_LT(made.find("</header>"), made.find("<main"));
    EXPECT_LT(made.find("</main>"), made.find("<footer"));
}

TEST(Order, puts_what_leads_the_hour_before_the_appendix_and_evidence_and_story_in_it) {
    const std::string made = page_of(small_session());
    const std::string leading = between(made, "<main", "class=\"appendix\"");
    for (const char* part : {"class=\"headline\"", "class=\"key\"", "class=\"overview\"",
                             "De twaalf cijfers", "De besluiten", "Vragen"})
        EXPECT_EQ(count(leading, part) > 0, true) << part;
    for (const char* part : {"class=\"evidence\"", "class=\"story\"", "<svg"})
        EXPECT_EQ(count(leading, part), 0u) << part;
}

TEST(Order, explains_the_sign_of_every_table_in_words) {
    const Session session = small_session();
    const std::string key = between(page_of(session), "class=\"key\"", "</section>");
    for (const core::Table& table : session.scenario.tables)
        EXPECT_GT(count(key, ">" + table.id.value + "</span> " + table.name.nl), 0u)
            << table.id.value;
    EXPECT_GT(count(key, "● groen"), 0u);
}

// S4 and S5 look at the same shares, S2, S3 and C3 at the same needs.
TEST(Order, tells_no_line_of_evidence_under_two_numbers) {
    const std::string made = page_of(small_session());
    const std::regex section("<section class=\"indicator\" id=\"(\\w+)\">([^]*?)</section>");
    const std::regex list("<ul class=\"evidence\">([^]*?)</ul>"), line("<li>([^]*?)</li>");
    std::map<std::string, std::string> told;
    for (std::sregex_iterator at(made.begin(), made.end(), section), end; at != end; ++at) {
        const std::string under = (*at)[1], block = (*at)[2];
        for (std::sregex_iterator l(block.begin(), block.end(), line); l != end; ++l) {
            const auto [first, fresh] = told.try_emplace((*l)[1], under);
            EXPECT_TRUE(fresh || first->second == under) << under << ": " << (*l)[1];
        }
    }
    EXPECT_GT(told.size(), 5u);
    const std::string s5 = between(made, "id=\"s5\"", "</section>");
    EXPECT_GT(count(s5, "staan al bij <a href=\"#s4\">S4</a>"), 0u);
}

TEST(Order, tells_marks_and_answers_of_an_hour_in_one_line_each_and_leads_to_each) {
    const Session session = small_session();
    const std::string made = page_of(session);
    const std::string story = made.substr(made.find("class=\"chapters\""));
    std::size_t marks = 0;
    for (const core::Record& record : session.log) {
        for (const core::Event& event : record.events) {
            if (!std::holds_alternative<core::ItemMarked>(event)) continue;
            ++marks;
            EXPECT_EQ(count(story, "id=\"e" + std::to_string(record.seq) + "\""), 1u);
        }
    }
    EXPECT_GT(marks, 0u);
    EXPECT_LE(count(story, "Gemarkeerd in dit uur"), count(story, "<h4>"));
    EXPECT_EQ(count(story, "De peiling beantwoord door"), 1u);
    EXPECT_EQ(count(story, "beantwoordde de peiling"), 0u);
}

}  // namespace
}  // namespace casustafel::report
