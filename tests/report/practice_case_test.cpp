// The report on the practice case as it is shipped, played by hand.
#include <gtest/gtest.h>

#include "page_syntax.hpp"
#include "server/report/page.hpp"
#include "server/report/summary.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/cases/stage.hpp"

namespace casustafel::report {
namespace {

using namespace support;
using core::Form;
using core::Purpose;

core::Scenario practice_case() {
    const std::string folder = std::string(CASUSTAFEL_SOURCE_DIR) + "/scenarios";
    auto loaded = scenario::load_scenario(folder + "/oefentafel.yaml", folder);
    EXPECT_TRUE(loaded.scenario) << "the practice case does not load";
    return *loaded.scenario;
}

// A group that means well: asks some, shares some, and slips once.
std::vector<core::Record> play(const core::Scenario& scenario) {
    Stage stage(scenario);
    stage.at(2).share("POL-Z", "G01", {"OVJ"}, {.form = Form::facts, .basis = "WPG16"});
    const auto asked = stage.at(5).act(
        "OVJ", core::AskForInformation{
                   {{"PRC"}}, {"jorn"}, core::Category::housing, {}, "Waar kan hij slapen?"});
    stage.act("VT", core::PutUpForTriage{"Spanning thuis, twee ketens nodig."});
    stage.at(8).act("PRC", core::AcceptTriage{});
    stage.at(12).share(
        "PRC", "G03", {"OVJ"},
        {.basis = "AVG6E", .request = std::get<core::RequestMade>(asked.front()).request});
    stage.at(20).share(
        "POL-Z", "G01", {"PRC", "VT"},
        {.form = Form::summary, .purpose = Purpose::person_centred_approach, .basis = "WGSZ"});
    stage.at(30).share("VT", "G04", {"PRC"},
                       {.purpose = Purpose::person_centred_approach,
                        .basis = "WMOVT",
                        .text = "Nu niet thuis laten slapen."});
    stage.at(245).act("VT",
                      core::RecordWeighing{{"G04"}, "Gevraagd.", "Angst.", "Rust.", "Alleen dit."});
    stage.at(250).share("VT", "G04", {"OVJ"}, {.basis = "WMOVT"});
    stage.at(252).share("VT", "G04", {"POL-Z"}, {.form = Form::summary, .basis = "WMOVT"});
    return stage.end();
}

TEST(PracticeCase, makes_a_sound_page_in_both_languages) {
    const core::Scenario scenario = practice_case();
    const auto log = play(scenario);
    for (const text::Language language : {text::Language::nl, text::Language::en}) {
        const std::string made =
            page(scenario, log, {.code = "KMP4TR", .language = language, .names = {}});
        EXPECT_EQ(first_syntax_error(made), "");
        EXPECT_NE(made.find("G04"), std::string::npos);
    }
}

TEST(PracticeCase, raises_a_flag_when_the_mothers_words_reach_the_police_file) {
    const core::Scenario scenario = practice_case();
    const score::Score found = score::score(scenario, play(scenario));
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].recipients.at(0).role.value, "POL-Z");
}

}  // namespace
}  // namespace casustafel::report
