// "Vijf overleggen, vier mensen" played from nine o'clock to the review two weeks later, by hands
// that do exactly what a run needs: every ending, inject, option and intervention comes up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "server/core/law/verdict.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::scenario {
namespace {

using Words = std::set<std::string>;

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;
constexpr std::int64_t step_ms = 2'000;  // of a real clock

constexpr std::int64_t at(int day, int hour, int minute = 0) {
    return day * day_ms + hour * hour_ms + minute * minute_ms;
}

const core::Scenario& scenario() {
    static const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    static const Loaded loaded = load_scenario(folder / "vijf-overleggen.yaml", folder);
    return loaded.scenario.value();
}

// What one run does; everything else is left undone.
struct Story {
    int people = 18;
    bool shares = true;
    Words kept_back;                             // items that are not shared
    std::map<std::string, std::string> options;  // by decision
    std::map<std::string, std::int64_t> late;    // when, for a decision not taken in time
    Words interventions;
    int actions = 0;
    bool trainer_fires = false;  // everything that nothing else brings
};

struct Reached {
    Words injects, options, interventions;
    std::string ending;
};

class Evening {
public:
    explicit Evening(Story story) : story_(std::move(story)) {
        for (const auto& role : scenario().roles)
            if (role.autopilot != core::AutopilotUse::always &&
                role.from_group_size <= story_.people)
                play_.seat(role.id);
        play_.must(support::trainer(), core::StartSession{});
    }

    Reached play() {
        until(at(0, 10, 30));
        accept_case();
        share_everything();
        until(at(0, 13, 45));
        share_everything();
        use_interventions();
        until(at(0, 15, 40));
        decide("V1");
        until(at(0, 16, 30));
        decide_late("V1");
        until(at(0, 17, 15));
        decide("Z1");
        until(at(1, 10, 50));  // the swap lies in between
        plan();
        until(at(1, 14, 30));
        decide("V2");
        decide("V3");
        until(at(1, 15, 45));
        if (story_.trainer_fires) fire_all();
        until(at(4, 10, 5));
        use_interventions();
        play_.run_out();
        return reached();
    }

private:
    std::optional<core::Actor> as(const core::RoleId& role) {
        const auto& seat = play_.state().seats.at(role);
        if (seat.occupant == core::ParticipantId::nobody) return std::nullopt;
        return support::participant(seat.occupant, role);
    }

    void until(std::int64_t sim_ms) {
        while (play_.now().sim_ms < sim_ms) play_.pass(step_ms);
        if (const auto* asked = core::holding_prompt(play_.state()))
            play_.must(support::trainer(), core::ClosePrompt{core::PromptId{*asked}});
    }

    void accept_case() {
        if (!story_.shares) return;
        play_.must(*as({"VT"}), core::PutUpForTriage{"Meer dan een keten is nodig."});
        play_.must(*as({"PRC"}), core::AcceptTriage{});
        for (const auto& [role, item] : {std::pair{"JON", "A10"}, {"GGZ", "A12"}})
            if (const auto actor = as({role}))
                play_.must(*actor, core::RecordWeighing{
                                       {item}, "geprobeerd", "ernstig", "ja", "het minste"});
    }

    void share_everything() {
        if (!story_.shares) return;
        for (const auto& item : scenario().items) {
            if (story_.kept_back.contains(item.id.value)) continue;
            for (const auto& need : item.needs)
                for (const auto& holder : item.holders) share(item, holder, need);
        }
    }

    void share(const core::Item& item, const core::RoleId& holder, const core::Need& need) {
        const auto actor = as(holder);
        if (!actor || core::is_met(play_.state(), item, need)) return;
        for (const auto& basis : scenario().rules.bases) {
            const auto verdict = core::judge(
                play_.state(), item, {holder, need.purpose, basis.id, need.min_form}, need.role);
            if (light(verdict) != core::Light::green) continue;
            play_.submit(*actor, core::ShareItem{.item = item.id,
                                                 .to = {need.role},
                                                 .meeting = {},
                                                 .purpose = need.purpose,
                                                 .basis = basis.id,
                                                 .form = need.min_form,
                                                 .text = {}});
            return;
        }
    }

    std::vector<core::Cited> grounds(const core::RoleId& role,
                                     const std::vector<core::ItemId>& items) const {
        std::vector<core::Cited> cited;
        for (const auto& item : items)
            if (play_.state().holdings.contains({role, item})) cited.push_back({item});
        return cited;
    }

    core::ItemId anything_held(const core::RoleId& role) const {
        for (const auto& [whose, holding] : play_.state().holdings)
            if (whose.first == role) return whose.second;
        return {};
    }

    // What is best, else the brother where there is one, else the last of what there is to choose.
    std::vector<core::FilledIn> filled_in_with(const core::DecisionOption& option) const {
        std::vector<core::FilledIn> made = option.best_with;
        for (const auto& field : option.fields)
            if (!field.optional && core::filled_in(made, field.id).empty())
                made.push_back({field.id, something_for(field)});
        return made;
    }

    std::string something_for(const core::FormField& field) const {
        if (field.kind == core::FieldKind::role) return scenario().roles.front().id.value;
        if (field.kind != core::FieldKind::choice) return "zoals we het nu zien";
        const bool brother = std::ranges::any_of(
            field.choices, [](const auto& choice) { return choice.id.value == "BROER"; });
        return brother ? "BROER" : field.choices.back().id.value;
    }

    // Where all take it together, the others join.
    void agree(const core::Decision& decision, const core::RoleId& with) {
        if (decision.taken_by != core::TakenBy::all) return;
        for (const auto& role : decision.deciders) {
            const auto actor = as(role);
            const auto status = play_.state().decisions.at(decision.id).status;
            if (role == with || !actor || status == core::DecisionStatus::pending) continue;
            play_.must(*actor, core::AgreeToDecision{decision.id, with, {}, ""});
        }
    }

    void take(const core::Decision& decision, const std::string& option) {
        const auto& chosen = *core::find(decision, core::OptionId{option});
        for (const auto& role : decision.deciders) {
            const auto actor = as(role);
            auto cited = grounds(role, chosen.must_cite);
            if (!actor || (cited.empty() && !chosen.must_cite.empty())) continue;
            if (cited.empty()) cited = {{anything_held(role)}};
            play_.must(*actor, core::TakeDecision{decision.id, chosen.id, cited, "hierom",
                                                  filled_in_with(chosen)});
            agree(decision, role);
            return;
        }
        ADD_FAILURE() << "nobody could take " << option;
    }

    void decide(const std::string& id) {
        const auto chosen = story_.options.find(id);
        if (chosen == story_.options.end() || story_.late.contains(id)) return;
        take(*core::find(scenario(), core::DecisionId{id}), chosen->second);
    }

    void decide_late(const std::string& id) {
        if (story_.late.contains(id))
            take(*core::find(scenario(), core::DecisionId{id}), story_.options.at(id));
    }

    static std::vector<core::FilledIn> filled_in(const core::Intervention& intervention) {
        std::vector<core::FilledIn> answers;
        for (const auto& field : intervention.fields) {
            std::string value = "Zoals nu bekend";
            if (field.kind == core::FieldKind::choice) value = field.choices.front().id.value;
            if (field.kind == core::FieldKind::person) value = scenario().people.front().id.value;
            answers.push_back({field.id, value});
        }
        return answers;
    }

    void use_interventions() {
        const auto now = play_.now().sim_ms;
        for (const auto& each : scenario().interventions) {
            if (!story_.interventions.contains(each.id.value) ||
                play_.state().interventions.contains(each.id) ||
                now < each.from_sim_ms.value_or(now) || now > each.until_sim_ms.value_or(now))
                continue;
            for (const auto& role : core::users_of(scenario(), each)) {
                const auto actor = as(role);
                if (!actor) continue;
                play_.must(*actor, core::UseIntervention{each.id, grounds(role, each.must_cite),
                                                         "nu", filled_in(each)});
                break;
            }
        }
    }

    void plan() {
        for (int index = 0; index < story_.actions; ++index)
            play_.must(*as({"CAS"}), core::AddAction{{.text = "Actie " + std::to_string(index),
                                                      .lead = {"CAS"},
                                                      .power = {"gezinshulp"},
                                                      .power_holder = {},
                                                      .deadline_sim_ms = at(4, 12),
                                                      .items = {},
                                                      .informed = {{"VT"}}}});
    }

    void fire_all() {
        for (const char* id : {"INJ-BEN", "INJ-BURG", "INJ-CONV", "INJ-OMA", "INJ-PERS", "INJ-PO",
                               "INJ-SORRY", "INJ-WACHT"})
            play_.must(support::trainer(), core::FireInject{{id}});
    }

    Reached reached() const {
        Reached all;
        for (const auto& [id, inject] : play_.state().injects)
            if (inject.status == core::InjectStatus::effective) all.injects.insert(id.value);
        for (const auto& [id, decision] : play_.state().decisions)
            if (decision.status == core::DecisionStatus::taken)
                all.options.insert(decision.taken.option.value);
        for (const auto& [id, used] : play_.state().interventions)
            all.interventions.insert(id.value);
        all.ending = play_.state().ending.value;
        return all;
    }

    Story story_;
    support::Play play_{scenario()};
};

const std::map<std::string, Story>& stories() {
    static const std::map<std::string, Story> all{
        {"best",
         {.options = {{"Z1", "VOORG"}, {"V1", "V-VOORWAARDE"}, {"V2", "V2-ZORG"}, {"V3", "V3-EEN"}},
          .interventions = {"BEKEND", "ADRES", "MAATWERK", "BESTUUR", "SCHORSING", "CONTACTVERBOD",
                            "RAADSONDERZOEK", "SCHULDHULP", "VEILIGE-PLEK", "GROEPSACTIE"},
          .actions = 4}},
        {"best without a deed of one's own",
         {.people = 8,
          .options =
              {{"Z1", "VOORG"}, {"V1", "V-VOORWAARDE"}, {"V2", "V2-ZORG"}, {"V3", "V3-EEN"}}}},
        {"nobody does anything", {.shares = false, .trainer_fires = true}},
        {"known, but not decided well",
         {.options = {{"Z1", "OMSB"}, {"V1", "V-AANBOD"}, {"V2", "V2-BRIEF"}, {"V3", "V3-VIJF"}},
          .interventions = {"STRAFBESCHIKKING"}}},
        {"to the brother",
         {.kept_back = {"A04"},
          .options = {{"Z1", "DAG"}, {"V1", "V-VERBLIJF"}, {"V2", "V2-PV"}, {"V3", "V3-ALLES"}},
          .interventions = {"PROCES-VERBAAL"}}},
        {"too late, with a restraining order",
         {.kept_back = {"A25"},
          .options = {{"Z1", "BEW"}, {"V1", "V-VOORWAARDE"}, {"V3", "V3-WACHTLIJST"}},
          .late = {{"V1", at(0, 16, 30)}},
          .interventions = {"HUISVERBOD", "GROEPSACTIE"}}},
        {"waiting", {.options = {{"Z1", "SEP-B"}, {"V1", "V-AFWACHTEN"}}}},
        {"held over", {.options = {{"Z1", "IVS"}}}},
        {"the stairwell",
         {.people = 12,
          .kept_back = {"A26a"},
          .options = {{"Z1", "VOORG"}, {"V1", "V-VOORWAARDE"}, {"V2", "V2-ZORG"}}}},
    };
    return all;
}

const std::map<std::string, Reached>& played() {
    static const auto all = [] {
        std::map<std::string, Reached> runs;
        for (const auto& [name, story] : stories()) runs[name] = Evening(story).play();
        return runs;
    }();
    return all;
}

TEST(FiveMeetingsPlayed, come_to_each_of_their_endings) {
    const auto ending = [](const char* name) { return played().at(name).ending; };
    EXPECT_EQ(ending("best"), "GEDRAGEN");
    EXPECT_EQ(ending("best without a deed of one's own"), "GEDRAGEN");
    EXPECT_EQ(ending("nobody does anything"), "SLECHT");
    EXPECT_EQ(ending("to the brother"), "SLECHT");
    EXPECT_EQ(ending("known, but not decided well"), "HALF");
    EXPECT_EQ(ending("too late, with a restraining order"), "HALF");
    EXPECT_EQ(ending("the stairwell"), "HALF");
}

TEST(FiveMeetingsPlayed, bring_up_everything_that_can_happen_in_some_run) {
    std::map<std::string, int> injects, options, interventions;
    for (const auto& each : scenario().injects) injects[each.id.value] = 0;
    for (const auto& each : scenario().interventions) interventions[each.id.value] = 0;
    for (const auto& each : scenario().decisions)
        for (const auto& option : each.options) options[option.id.value] = 0;
    for (const auto& [name, run] : played()) {
        std::printf("  %-36s %s\n", name.c_str(), run.ending.c_str());
        for (const auto& id : run.injects) ++injects[id];
        for (const auto& id : run.options) ++options[id];
        for (const auto& id : run.interventions) ++interventions[id];
    }
    for (const auto* table : {&injects, &options, &interventions})
        for (const auto& [id, times] : *table) {
            std::printf("  %-20s in %d runs\n", id.c_str(), times);
            EXPECT_GT(times, 0) << id;
        }
}

TEST(FiveMeetingsPlayed, follow_what_was_shared_and_decided) {
    const auto has = [](const char* name, const char* inject) {
        return played().at(name).injects.contains(inject);
    };
    EXPECT_TRUE(has("best", "INJ-V1"));
    EXPECT_FALSE(has("best", "INJ-07"));
    EXPECT_FALSE(has("best", "INJ-NORA"));
    EXPECT_FALSE(has("best", "INJ-PLEIN"));
    EXPECT_TRUE(has("best", "INJ-08B"));
    EXPECT_TRUE(has("known, but not decided well", "INJ-07B"));
    EXPECT_FALSE(has("known, but not decided well", "INJ-07"));
    EXPECT_TRUE(has("to the brother", "INJ-V3"));
    EXPECT_TRUE(has("to the brother", "INJ-07"));
    EXPECT_TRUE(has("too late, with a restraining order", "INJ-HV"));
    EXPECT_TRUE(has("too late, with a restraining order", "INJ-PLEIN"));
    EXPECT_TRUE(has("waiting", "INJ-V2"));
    EXPECT_TRUE(has("the stairwell", "INJ-NORA"));
}

}  // namespace
}  // namespace casustafel::scenario
