// A range comes of judging again only what one act touches. For every act of played sessions that
// gives exactly what judging the whole session again gives, and every row says truly what it reads.
#include "server/score/ranges.hpp"

#include <gtest/gtest.h>

#include <array>

#include "numbers.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::score {
namespace {

const Options every_number{.minimum_opportunities = 0};

// For each row which kinds of act changed one of its numbers.
using Witnessed = std::array<std::array<int, act_kind_count>, indicator_count>;

void note_changes(const std::vector<Line>& lines, const Values& whole, const Values& without,
                  ActKind kind, Witnessed& witnessed) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (whole[at] != without[at])
            ++witnessed[static_cast<std::size_t>(lines[at].row->id)]
                       [static_cast<std::size_t>(kind)];
    }
}

std::string told(const Line& line) {
    return std::string(line.row->name) + " of '" + line.scope.table.value + line.scope.role.value +
           "'";
}

// Leaves out each act, once by what it touches and once by judging everything again.
void expect_partial_is_whole(const core::Scenario& scenario, const std::vector<core::Record>& log,
                             Witnessed& witnessed) {
    const Ledger ledger = read(scenario, log);
    const std::vector<Norm> counted = norms(scenario, ledger).counted;
    const std::vector<Topic> asked = topics(scenario, ledger);
    const Review review = review_of(scenario, ledger, counted, asked);
    const std::vector<Line> lines = lines_of(scenario);
    const Values whole = values_of(lines, review, every_number);
    const Trials trials(review, asked, lines, whole, every_number);
    for (const Act& act : droppable(ledger)) {
        const Ledger rest = without(ledger, act.place);
        const std::vector<Topic> asked_then = topics(scenario, rest);
        const Values full =
            values_of(lines, review_of(scenario, rest, counted, asked_then), every_number);
        const Values partial = trials.without(act);
        note_changes(lines, whole, full, act.kind, witnessed);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            ASSERT_EQ(partial[at], full[at])
                << told(lines[at]) << " without an act of kind " << static_cast<int>(act.kind)
                << " in record " << act.place.seq;
        }
    }
}

void over_random_sessions(Witnessed& witnessed) {
    for (std::uint64_t key = 1; key <= 100; ++key) {
        SCOPED_TRACE("seed " + std::to_string(key));
        Seed seed(key);
        const core::Scenario scenario = random_scenario(seed);
        Play play(scenario, key);
        open_at_random(seed, play);
        play_at_random(seed, play, 120);
        expect_partial_is_whole(scenario, play.log(), witnessed);
    }
}

void over_a_session_of_personas(const char* file, bots::Character character, std::uint64_t seed,
                                Witnessed& witnessed) {
    SCOPED_TRACE(file);
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / file, folder);
    const hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                   loaded.rules_text,
                                   std::make_shared<core::Scenario>(*loaded.scenario)};
    const auto run = rehearsal::run_session(texts, {.character = character, .seed = seed});
    expect_partial_is_whole(*texts.scenario, run.records, witnessed);
}

core::Item held_and_needed(const char* id, const char* holder) {
    core::Item made = item(id, {holder}, 2);
    made.needs = {need("OVJ", 100)};
    made.grants = {grant({})};
    return made;
}

// One decision is taken while an answer is on its way, and one after a refusal: without the request
// the first is not too early, and without the refusal the second is.
void over_hasty_decisions(Witnessed& witnessed) {
    core::Scenario scenario =
        case_with({held_and_needed("i1", "VT"), held_and_needed("i2", "DJI")});
    scenario.decisions = {decision("Z1", 200, {"i1", "i2"}), decision("Z2", 200, {"i1", "i2"})};
    Stage stage(scenario);
    stage.at(10).share("DJI", "i2", {"OVJ"});
    const auto request = stage.at(20).ask("OVJ", {"VT"});
    stage.at(25).decide("OVJ", "Z1", {"i2"});
    stage.at(26).refuse("VT", request, core::RefusalReason::not_necessary);
    stage.at(30).decide("OVJ", "Z2", {"i2"});
    expect_partial_is_whole(scenario, stage.end(), witnessed);
}

// An action rests on an item that its author was given.
void over_a_plan_on_what_was_shared(Witnessed& witnessed) {
    core::Scenario scenario = case_with({held_and_needed("i1", "VT")});
    scenario.plan = {{"Z"}, {}, 1};
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"});
    core::ActionTerms terms;
    terms.text = "verlof";
    terms.lead = {"OVJ"};
    terms.items = {{"i1"}};
    stage.at(20).act("OVJ", core::AddAction{terms});
    expect_partial_is_whole(scenario, stage.end(), witnessed);
}

TEST(Trials, judge_again_what_an_act_touches_and_get_what_judging_everything_gives) {
    Witnessed witnessed{};
    over_random_sessions(witnessed);
    over_hasty_decisions(witnessed);
    over_a_plan_on_what_was_shared(witnessed);
    for (const auto character :
         {bots::Character::ideal, bots::Character::lawful, bots::Character::flooder})
        over_a_session_of_personas("oefentafel.yaml", character, 3, witnessed);
    over_a_session_of_personas("vijf-overleggen.yaml", bots::Character::lawful, 7, witnessed);
    over_a_session_of_personas("vijf-overleggen.yaml", bots::Character::flooder, 7, witnessed);
    // Whatever a row says that it reads did change it somewhere: had it not said so, the comparison
    // above would have failed. So a row that reads what it does not declare is found.
    for (const IndicatorRow& row : indicator_rows) {
        for (std::size_t kind = 0; kind < act_kind_count; ++kind) {
            const int changes = witnessed[static_cast<std::size_t>(row.id)][kind];
            EXPECT_EQ(changes > 0, row.reads.has(static_cast<ActKind>(kind)))
                << row.name << ", kind " << kind << ": " << changes << " changes";
        }
    }
}

}  // namespace
}  // namespace casustafel::score
