// Every kind of condition of server/core/README.md §conditions as it stands in a way or a red line
// of "Vijf overleggen, vier mensen": not met, and then met, by something that people or the case
// do; and lost again where the case can take it away.
#include <gtest/gtest.h>

#include "server/core/law/verdict.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::scenario {
namespace {

using core::ConditionKind;

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms;
constexpr std::int64_t step_ms = 2'000;  // of a real clock

const core::Scenario& scenario() {
    static const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    static const Loaded loaded = load_scenario(folder / "vijf-overleggen.yaml", folder);
    return loaded.scenario.value();
}

class FiveMeetingsConditions : public testing::Test {
protected:
    FiveMeetingsConditions() {
        for (const auto& role : scenario().roles)
            if (role.autopilot != core::AutopilotUse::always) play_.seat(role.id);
        play_.must(support::trainer(), core::StartSession{});
    }

    // Whether the condition of this kind, about this person and subject if named, that some way or
    // red line of the item asks of this giver and recipient is met now.
    bool met(ConditionKind kind, const char* item_id, const char* giver, const char* recipient,
             const char* person = "", const char* subject = "") const {
        const core::Item& item = *core::find(scenario(), core::ItemId{item_id});
        const core::Condition* asked = nullptr;
        const auto look = [&](const std::vector<core::Condition>& when) {
            for (const auto& condition : when)
                if (condition.kind == kind && (*person == 0 || condition.person.value == person) &&
                    (*subject == 0 || condition.subject == subject))
                    asked = &condition;
        };
        for (const auto& grant : item.grants)
            if (core::covers(grant, {giver}, {recipient})) look(grant.when);
        for (const auto& line : item.never) look(line.when);
        if (asked == nullptr) throw std::logic_error("the case asks no such thing");
        return core::holds(play_.state(), *asked, item, {giver}, {recipient});
    }

    // A role with a person acts for itself; a trainer stands in where an autopilot sits.
    core::Actor as(const char* role) {
        const auto& seat = play_.state().seats.at({role});
        if (seat.occupant != core::ParticipantId::nobody)
            return support::participant(seat.occupant, {role});
        if (!seat.stand_in) play_.must(support::trainer(), core::StandIn{{role}});
        return {core::ActorKind::trainer, core::ParticipantId::nobody, {role}};
    }

    std::vector<core::Event> act(const char* role, const core::Command& command) {
        return play_.must(as(role), command);
    }

    void fire(const char* inject) {
        play_.must(support::trainer(), core::FireInject{{inject}});
        play_.must(support::trainer(), core::HastenInject{{inject}});
    }

    void until(std::int64_t sim_ms) {
        while (play_.now().sim_ms < sim_ms) play_.pass(step_ms);
    }
    void wait(std::int64_t duration_ms) { until(play_.now().sim_ms + duration_ms); }

    support::Play play_{scenario()};
};

TEST_F(FiveMeetingsConditions, accept_the_case_for_the_partnership) {
    const auto accepted = [&] { return met(ConditionKind::triage_accepted, "A02", "DJI", "OVJ"); };
    act("VT", core::PutUpForTriage{"Meer dan een keten is nodig."});
    EXPECT_FALSE(accepted());
    act("PRC", core::AcceptTriage{});
    EXPECT_TRUE(accepted());
}

TEST_F(FiveMeetingsConditions, keep_the_housing_file_out_of_the_meeting_on_youth_groups) {
    const auto present = [&] {
        return met(ConditionKind::present_in_circle, "A16", "WON", "POL-V", "", "O3");
    };
    EXPECT_FALSE(present());
    act("POL-V", core::EnterMeeting{{"O3"}});
    EXPECT_TRUE(present());
    act("POL-V", core::LeaveMeeting{{"O3"}});
    EXPECT_FALSE(present());
}

TEST_F(FiveMeetingsConditions, have_a_grandmother_who_consents_and_may_think_again) {
    const auto consents = [&] { return met(ConditionKind::consent, "A07", "CAS", "OVJ", "truus"); };
    EXPECT_FALSE(consents());
    act("CAS", core::AskConsent{{"truus"}, "opvang van Jesse"});
    EXPECT_FALSE(consents());
    wait(21 * minute_ms);
    EXPECT_TRUE(consents());
    fire("INJ-OMA");
    EXPECT_FALSE(consents());
}

TEST_F(FiveMeetingsConditions, let_the_therapist_speak_after_weighing) {
    const auto weighed = [&] { return met(ConditionKind::weighing_recorded, "A12", "GGZ", "VT"); };
    EXPECT_FALSE(weighed());
    act("GGZ", core::RecordWeighing{{"A12"}, "gevraagd", "levensgevaar", "ja", "alleen dit"});
    EXPECT_TRUE(weighed());
}

TEST_F(FiveMeetingsConditions, ask_the_prosecutor_before_the_telephone_goes_further) {
    const auto agreed = [&] { return met(ConditionKind::authority_agrees, "A05", "POL-Z", "VT"); };
    until(13 * hour_ms + 31 * minute_ms);
    const auto asked = act("POL-Z", core::AskAuthority{{"A05"}, {"VT"}, "Moeder loopt gevaar."});
    EXPECT_FALSE(agreed());
    const auto question = std::get<core::AuthorityAsked>(asked.front()).question;
    act("OVJ", core::AnswerAuthority{question, true, "Alleen de kern."});
    EXPECT_TRUE(agreed());
}

TEST_F(FiveMeetingsConditions, have_a_covenant_that_can_lapse) {
    const auto stands = [&] { return met(ConditionKind::covenant, "A16", "WON", "VT"); };
    EXPECT_TRUE(stands());
    fire("INJ-CONV");
    EXPECT_FALSE(stands());
}

TEST_F(FiveMeetingsConditions, know_how_old_everybody_is) {
    EXPECT_TRUE(met(ConditionKind::minor, "A06", "SCH", "RVK-Z", "jesse"));
    EXPECT_TRUE(met(ConditionKind::age, "A10", "JON", "OVJ", "jesse"));
    const core::Item& item = *core::find(scenario(), core::ItemId{"A06"});
    const auto about = [&](ConditionKind kind, const char* person) {
        return core::holds(play_.state(), {.kind = kind, .person = {person}, .years = 16}, item,
                           {"SCH"}, {"RVK-Z"});
    };
    EXPECT_FALSE(about(ConditionKind::minor, "mirjam"));
    EXPECT_FALSE(about(ConditionKind::age, "milan"));
}

TEST_F(FiveMeetingsConditions, begin_a_measure_with_the_suspension) {
    EXPECT_TRUE(met(ConditionKind::measure, "A19", "RN-V", "OVJ", "ronald", "toezicht"));
    const auto supervised = [&] {
        return met(ConditionKind::measure, "A09", "RVK-Z", "GI", "jesse", "jeugdreclassering");
    };
    EXPECT_FALSE(supervised());
    act("CAS", core::ShareItem{.item = {"A07"},
                               .to = {{"OVJ"}},
                               .meeting = {},
                               .purpose = core::Purpose::charging_decision,
                               .basis = {"AVG6E"},
                               .form = core::Form::conclusion,
                               .text = {}});
    act("OVJ", core::TakeDecision{
                   {"Z1"}, {"VOORG"}, {{{"A07"}}}, "Hij kan bij oma.", {{{"verblijf"}, "OMA"}}});
    wait(3 * hour_ms);
    EXPECT_TRUE(supervised());
}

TEST_F(FiveMeetingsConditions, bring_a_mother_into_acute_danger) {
    const auto acute = [&] { return met(ConditionKind::acute, "A04", "DJI", "VT", "mirjam"); };
    EXPECT_FALSE(acute());
    fire("INJ-BEN");
    EXPECT_TRUE(acute());
}

TEST_F(FiveMeetingsConditions, have_housing_tell_the_tenant_first) {
    const auto told = [&] { return met(ConditionKind::person_is_informed, "A16", "WON", "CAS"); };
    EXPECT_FALSE(told());
    act("WON",
        core::InformPerson{{"mirjam"}, "We bespreken de huurachterstand met je hulpverlener."});
    EXPECT_TRUE(told());
}

TEST_F(FiveMeetingsConditions, send_the_youth_worker_to_the_privacy_officer) {
    const auto advised = [&] { return met(ConditionKind::privacy_advice, "A10", "JON", "PRC"); };
    EXPECT_FALSE(advised());
    act("JON", core::AskPrivacyOfficer{{"A10"}, {"PRC"}, core::Purpose::person_centred_approach});
    EXPECT_TRUE(advised());
}

}  // namespace
}  // namespace casustafel::scenario
