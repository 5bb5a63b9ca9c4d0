// Everything an author wrote happens in some run: every inject, option, intervention, consequence
// and ending of case A. What the personas do not reach of their own accord scripted players do. The
// table says which run reached it first.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "cases.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

// What was reached, and in which run first.
class Reached {
public:
    void note(const std::string& what, const std::string& run) { first_.try_emplace(what, run); }
    const std::string* run_of(const std::string& what) const {
        const auto found = first_.find(what);
        return found == first_.end() ? nullptr : &found->second;
    }

    void take(const Run& run, const std::string& name) {
        for (const auto& each : events<core::InjectTookEffect>(run))
            note("inject " + each.inject.value, name);
        for (const auto& each : events<core::DecisionTookEffect>(run))
            note("option " + each.decision.value + " " + each.option.value, name);
        for (const auto& each : events<core::DecisionDeadlinePassed>(run))
            note("missed " + each.decision.value, name);
        for (const auto& each : events<core::InterventionUsed>(run))
            note("intervention " + each.intervention.value, name);
        for (const auto& each : events<core::EndingReached>(run))
            note("ending " + each.ending.value, name);
        for (const auto& each : events<core::ConsequenceCame>(run)) {
            if (each.held) note(consequence(each.cause), name);
        }
    }

    static std::string consequence(const core::Cause& cause) {
        return "consequence " + std::string(core::name(cause.kind)) + " " + cause.id + " " +
               cause.option.value + " " + std::to_string(cause.index);
    }

private:
    std::map<std::string, std::string> first_;
};

// Everything that the case can bring.
std::vector<std::string> all_of(const core::Scenario& scenario) {
    std::vector<std::string> all;
    const auto consequences = [&](core::CauseKind kind, const std::string& id,
                                  const core::OptionId& option, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) {
            all.push_back(Reached::consequence({kind, id, option, static_cast<int>(at)}));
        }
    };
    for (const core::Inject& each : scenario.injects) all.push_back("inject " + each.id.value);
    for (const core::Decision& decision : scenario.decisions) {
        for (const core::DecisionOption& option : decision.options) {
            all.push_back("option " + decision.id.value + " " + option.id.value);
            consequences(core::CauseKind::decision, decision.id.value, option.id,
                         option.consequences.size());
        }
        all.push_back("missed " + decision.id.value);
        consequences(core::CauseKind::decision, decision.id.value, {}, decision.when_missed.size());
    }
    for (const core::Intervention& each : scenario.interventions) {
        all.push_back("intervention " + each.id.value);
        consequences(core::CauseKind::intervention, each.id.value, {}, each.consequences.size());
    }
    consequences(core::CauseKind::time, "", {}, scenario.consequences.size());
    for (const core::Ending& each : scenario.endings) all.push_back("ending " + each.id.value);
    return all;
}

// The n-th option of every decision, or none of them taken.
bots::Script option_of_all(const core::Scenario& scenario, std::size_t place) {
    bots::Script script;
    for (const core::Decision& decision : scenario.decisions) {
        script.options[decision.id.value] =
            place < decision.options.size() ? decision.options[place].id.value : "";
    }
    return script;
}

std::string played_by(Character character, const std::string& what) {
    return std::string(bots::name(character)) + ", " + what;
}

TEST(Coverage, reaches_every_inject_option_intervention_consequence_and_ending_of_case_a) {
    const hosting::CaseTexts& texts = shipped_case("vijf-overleggen");
    const core::Scenario& scenario = *texts.scenario;
    ASSERT_TRUE(scenario.swap);
    Reached reached;
    const auto play = [&](const std::string& name, const RunOptions& options) {
        reached.take(run_session(texts, options), name);
    };

    for (const Character character : {Character::ideal, Character::lawful, Character::flooder,
                                      Character::answers_only, Character::silent}) {
        for (const int people : {0, 8})
            play(played_by(character, std::to_string(people) + " people"),
                 {.character = character, .people = people});
    }
    // One option of every decision after the other, with no intervention and with each of them.
    std::size_t options = 0;
    for (const core::Decision& decision : scenario.decisions)
        options = std::max(options, decision.options.size());
    for (std::size_t place = 0; place <= options; ++place) {
        for (const Character character : {Character::ideal, Character::silent}) {
            bots::Script script = option_of_all(scenario, place);
            script.interventions = std::set<std::string>{};
            const std::string name = "option " + std::to_string(place + 1);
            play(played_by(character, name), {.character = character, .script = script});
            for (const core::Intervention& each : scenario.interventions) {
                script.interventions = std::set<std::string>{each.id.value};
                play(played_by(character, name + " with " + each.id.value),
                     {.character = character, .script = script});
            }
            for (const core::Intervention& each : scenario.interventions)
                script.interventions->insert(each.id.value);
            play(played_by(character, name + " with everything"),
                 {.character = character, .script = script});
        }
    }
    // One who keeps to itself what a good decision needed, and decisions a minute too late.
    // Both who change seats keep silent, so that it stays unsaid after the swap.
    for (const core::SwapPair& pair : scenario.swap->pairs) {
        play(played_by(Character::ideal,
                       "without a word from " + pair.one.value + " and " + pair.other.value),
             {.character = Character::ideal,
              .characters = {{pair.one.value, Character::silent},
                             {pair.other.value, Character::silent}},
              .script = {.interventions = std::set<std::string>{}}});
    }
    bots::Script late{.interventions = std::set<std::string>{}};
    for (const core::Decision& decision : scenario.decisions) late.late.insert(decision.id.value);
    play(played_by(Character::ideal, "everything too late"),
         {.character = Character::ideal, .script = late});
    // What only a trainer brings.
    RunOptions fired;
    for (const core::Inject& inject : scenario.injects) {
        if (!inject.at_sim_ms) fired.injects.push_back(inject.id.value);
    }
    play("lawful, the trainer fires everything", fired);

    // Personas fill in what is best of what they chose. What follows from another answer is played
    // by hand in tests/scenario/five_meetings_play_test.cpp.
    const std::set<std::string> of_other_answers{"inject INJ-V3", "consequence decision Z1 VOORG 1",
                                                 "consequence decision Z1 IVS 0",
                                                 "consequence time   4", "consequence time   5"};
    std::vector<std::string> never;
    for (const std::string& what : all_of(scenario)) {
        if (of_other_answers.contains(what)) continue;
        const std::string* run = reached.run_of(what);
        std::cout << what << ": " << (run == nullptr ? "NEVER" : *run) << '\n';
        if (run == nullptr) never.push_back(what);
    }
    EXPECT_TRUE(never.empty()) << testing::PrintToString(never);
}

}  // namespace
}  // namespace casustafel::rehearsal
