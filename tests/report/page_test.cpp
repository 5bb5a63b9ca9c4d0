// The page as a whole: safe, self-contained, in both languages, and the same as the one we looked
// at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "page_syntax.hpp"
#include "server/report/page.hpp"
#include "session.hpp"

namespace casustafel::report {
namespace {

using text::Language;

std::string page_of(const Session& session, Language language = Language::nl) {
    return page(session.scenario, session.log,
                {.code = "KMP4TR", .language = language, .names = {}});
}

bool contains(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

TEST(Page, lets_no_typed_text_or_title_become_markup) {
    const Session session = small_session(hostile, hostile);
    for (const Language language : {Language::nl, Language::en}) {
        const std::string made = page_of(session, language);
        EXPECT_FALSE(contains(made, "<script"));
        EXPECT_FALSE(contains(made, "<!-- "));
        EXPECT_TRUE(contains(made, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
        EXPECT_EQ(made.find('\x01'), std::string::npos);
        EXPECT_EQ(first_syntax_error(made), "");
    }
}

TEST(Page, is_well_formed_and_its_ids_are_unique) {
    const std::string made = page_of(small_session());
    EXPECT_EQ(first_syntax_error(made), "");
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator at(made.begin(), made.end(), id), end; at != end; ++at) {
        EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
    }
    const std::regex link("href=\"#([^\"]*)\"");
    int links = 0;
    for (std::sregex_iterator at(made.begin(), made.end(), link), end; at != end; ++at, ++links) {
        EXPECT_TRUE(ids.contains((*at)[1])) << "a link leads nowhere: " << (*at)[1];
    }
    EXPECT_GT(links, 20);
}

TEST(Page, takes_nothing_from_outside_and_runs_nothing) {
    const std::string made = page_of(small_session());
    for (const char* foreign :
         {"http://", "https://", "src=", "<link", "@import", "<script", "javascript:"}) {
        EXPECT_FALSE(contains(made, foreign)) << foreign;
    }
    EXPECT_EQ(std::regex_search(made, std::regex("url\\((?!#)")), false);
}

TEST(Page, speaks_the_language_asked_for) {
    const Session session = small_session();
    const std::string dutch = page_of(session, Language::nl);
    const std::string english = page_of(session, Language::en);
    EXPECT_TRUE(contains(dutch, "<html lang=\"nl\">"));
    EXPECT_TRUE(contains(dutch, "Informatie delen"));
    EXPECT_TRUE(contains(dutch, "Moeder durft niet naar huis"));
    EXPECT_TRUE(contains(english, "<html lang=\"en\">"));
    EXPECT_TRUE(contains(english, "Sharing information"));
    EXPECT_TRUE(contains(english, "Mother is afraid to go home"));
    EXPECT_FALSE(contains(english, "Informatie delen"));
    EXPECT_FALSE(contains(english, "Moeder durft"));
}

TEST(Page, fills_in_every_sentence) {
    const Session session = small_session();
    for (const Language language : {Language::nl, Language::en}) {
        EXPECT_FALSE(std::regex_search(page_of(session, language), std::regex("\\{[0-9]\\}")));
    }
}

TEST(Page, is_the_same_twice) {
    const Session session = small_session();
    EXPECT_EQ(page_of(session), page_of(session));
}

TEST(Page, names_nobody_unless_asked) {
    const Session session = small_session();
    EXPECT_FALSE(contains(page_of(session), "Deelnemer"));
    const std::string named =
        page(session.scenario, session.log,
             {.language = Language::nl, .names = {{core::ParticipantId{1}, "Sanne <b>"}}});
    EXPECT_TRUE(contains(named, "Sanne &lt;b&gt;"));
}

TEST(Page, says_every_judgement_in_words) {
    const std::string made = page_of(small_session());
    EXPECT_TRUE(contains(made, "●\u00A0groen"));
    EXPECT_TRUE(contains(made, "▲\u00A0oranje: ander doel dan mocht, andere grondslag dan past"));
    EXPECT_TRUE(contains(made, "■\u00A0rood: geen wettelijke weg"));
    EXPECT_TRUE(contains(made, "1 vlag"));
}

TEST(Page, shows_both_numbers_where_the_trainer_corrected_and_a_hatched_bar) {
    const std::string made = page_of(small_session());
    EXPECT_TRUE(contains(made, "1 correctie van de trainer"));
    EXPECT_TRUE(contains(made, "fill hatched"));
    EXPECT_TRUE(contains(made, "Zonder de correcties van de trainer: "));
    EXPECT_TRUE(contains(made, "De trainer liet dit toch weer meetellen: "));
    Session session = small_session();
    std::erase_if(session.log, [](const core::Record& record) {
        return std::holds_alternative<core::ScoreCorrected>(record.events.front());
    });
    const std::string without = page_of(session);
    EXPECT_FALSE(contains(without, "fill hatched"));
    EXPECT_FALSE(contains(without, "id=\"corrections\""));
}

TEST(Page, tells_what_was_answered_to_a_prompt_and_what_was_right) {
    const std::string made = page_of(small_session(), Language::en);
    EXPECT_TRUE(contains(made,
                         "3 of the 4 answers were right. Of all pairs of answers, 50% were "
                         "the same."));
    EXPECT_TRUE(contains(made, "Not counted: none of these answers turned out to be right."));
    EXPECT_TRUE(contains(made, "Right for ‘Who is in the lead?’: <b>PRC</b>."));
}

TEST(Page, tells_what_the_case_began_as_of_the_case) {
    const std::string made = page_of(small_session(), Language::en);
    EXPECT_TRUE(contains(made, "The case had "));
    EXPECT_TRUE(contains(made, "The case put a half-finished action by "));
    EXPECT_TRUE(contains(made, "Begun by the case, and taken up by nobody:"));
}

TEST(Page, says_that_the_clock_jumped_only_where_it_did) {
    Session session = small_session();
    EXPECT_TRUE(contains(page_of(session), "De klok sprong naar"));
    auto& segments = session.scenario.segments;
    segments[0].to_sim_ms = segments[1].from_sim_ms;
    EXPECT_FALSE(contains(page_of(session), "De klok sprong naar"));
}

// The small case in which nothing is done until the trainer stops it at this minute.
Session stopped_at(std::int64_t minute) {
    Session session = small_session();
    support::Stage stage(session.scenario);
    session.log = stage.at(minute).end();
    return session;
}

TEST(Page, says_that_the_trainer_stopped_it_early_and_what_then_counts) {
    const std::string made = page_of(stopped_at(40));
    EXPECT_TRUE(contains(made, "Gestopt door de trainer in ronde 1 van 2 (dag 0, 09:40)."));
    EXPECT_TRUE(contains(made, "besluiten die nog niet genomen hoefden te zijn, tellen niet mee"));
    EXPECT_TRUE(contains(page_of(stopped_at(1450)), "in ronde 2 van 2"));
}

TEST(Page, says_nothing_of_a_stop_when_the_time_was_up_or_it_never_began) {
    Session session = small_session();
    support::Stage whole(session.scenario);
    session.log = whole.at(10'000).log();
    EXPECT_TRUE(contains(page_of(session), "De tijd van de casus is om."));
    EXPECT_FALSE(contains(page_of(session), "Gestopt door de trainer"));
    support::Play never(session.scenario);
    never.must(support::trainer(), core::EndSession{});
    session.log = never.log();
    EXPECT_FALSE(contains(page_of(session), "Gestopt door de trainer"));
}

TEST(Page, says_of_a_decision_that_its_time_had_not_come) {
    const std::string early = page_of(stopped_at(40)), late = page_of(stopped_at(1450));
    EXPECT_TRUE(contains(early, "Hierover was nog geen besluit. De uiterste tijd, dag 0, 10:50"));
    EXPECT_FALSE(contains(early, "Hierover kwam geen besluit"));
    EXPECT_TRUE(contains(late, "Hierover kwam geen besluit. Uiterlijk: dag 0, 10:50."));
    EXPECT_FALSE(contains(late, "Hierover was nog geen besluit"));
}

TEST(Page, tells_people_apart_from_seats_that_the_computer_played) {
    Session session = small_session();
    support::Stage stage(session.scenario, {"GGZ", "DJI"});
    stage.act_as_trainer(core::SeatAutopilot{{"GGZ"}});
    session.log = stage.at(40).end();
    const std::size_t roles = session.scenario.roles.size();
    EXPECT_TRUE(contains(page_of(session), "Mensen: " + std::to_string(roles - 2) +
                                               ". Bezette stoelen: " + std::to_string(roles - 1) +
                                               ", waarvan 1 door de computer gespeeld."));
}

TEST(Page, is_there_for_a_session_that_never_began) {
    const Session session = small_session();
    const std::string made = page(session.scenario, {}, {.language = Language::nl, .names = {}});
    EXPECT_EQ(first_syntax_error(made), "");
    EXPECT_TRUE(contains(made, "te weinig om te zeggen"));
}

TEST(Page, lists_the_bases_that_were_used_with_source_date_and_whether_they_are_confirmed) {
    const std::string made = page_of(small_session());
    EXPECT_TRUE(contains(made,
                         "<td><b>B</b> grondslag B</td><td>Wet B, art. 1</td>"
                         "<td>1 maart 2025</td><td>nog niet</td>"));
    EXPECT_TRUE(contains(made, "<td>Wet CONV, art. 1</td><td>1 maart 2025</td><td>✓ ja</td>"));
    EXPECT_FALSE(contains(made, "<td>Wet OPEN, art. 1</td>")) << "nobody used it";
}

// To accept a change that was looked at: run with CASUSTAFEL_GOLDEN=write.
void expect_golden(const std::string& name, const std::string& made) {
    const std::string path = std::string(CASUSTAFEL_SOURCE_DIR) + "/tests/golden/" + name;
    if (const char* mode = std::getenv("CASUSTAFEL_GOLDEN"); mode && std::string(mode) == "write") {
        std::ofstream(path, std::ios::binary) << made;
    }
    std::stringstream kept;
    kept << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_TRUE(kept.str() == made) << "the page differs from " << path;
}

TEST(Page, is_the_one_we_looked_at) {
    const Session session = small_session();
    expect_golden("report-small.nl.html", page_of(session, Language::nl));
    expect_golden("report-small.en.html", page_of(session, Language::en));
}

}  // namespace
}  // namespace casustafel::report
