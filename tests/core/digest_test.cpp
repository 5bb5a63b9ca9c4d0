#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "server/core/decide.hpp"
#include "server/core/digest.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

// A state in which every container has something in it.
State full(const Scenario& scenario) {
    State state = initial(scenario);
    state.end_reason = EndReason::trainer;
    state.participants[ParticipantId{1}];
    state.holdings[{RoleId{"A"}, ItemId{"I-START"}}].mark = Mark::fact;
    state.available[ItemId{"I-START"}] = 1;
    state.shares[EntityId{7}].event.recipients = {{RoleId{"B"}, Verdict{{Label::thin}}}};
    state.requests[EntityId{8}].answers = {Answer{RoleId{"B"}}};
    state.messages[EntityId{9}].event.text = "hello";
    state.legal.weighings[{RoleId{"A"}, ItemId{"I-START"}}].harm = "harm";
    return state;
}

struct Change {
    const char* field;
    std::function<void(State&)> make;
};

const std::vector<Change> changes = {
    {"phase", [](State& s) { s.phase = SessionPhase::ended; }},
    {"end_reason", [](State& s) { s.end_reason.reset(); }},
    {"running", [](State& s) { s.clock.running = true; }},
    {"speed", [](State& s) { s.clock.speed_permille = 7; }},
    {"segment", [](State& s) { s.clock.segment = 1; }},
    {"anchor real", [](State& s) { ++s.clock.anchor.real_ms; }},
    {"anchor active", [](State& s) { ++s.clock.anchor.active_ms; }},
    {"anchor sim", [](State& s) { ++s.clock.anchor.sim_ms; }},
    {"swept", [](State& s) { ++s.clock.swept_sim_ms; }},
    {"participant", [](State& s) { s.participants[ParticipantId{2}]; }},
    {"language", [](State& s) { s.participants[ParticipantId{1}].language = Language::en; }},
    {"present", [](State& s) { s.participants[ParticipantId{1}].present = false; }},
    {"connected", [](State& s) { s.participants[ParticipantId{1}].connected = false; }},
    {"absent", [](State& s) { s.participants[ParticipantId{1}].absent = true; }},
    {"lost at", [](State& s) { s.participants[ParticipantId{1}].lost_at_active_ms = 3; }},
    {"occupant", [](State& s) { s.seats[RoleId{"A"}].occupant = ParticipantId{1}; }},
    {"former", [](State& s) { s.seats[RoleId{"A"}].former.insert(ParticipantId{1}); }},
    {"form", [](State& s) { s.holdings.begin()->second.form = Form::facts; }},
    {"lawful form", [](State& s) { s.holdings.begin()->second.lawful_form = Form::facts; }},
    {"breached form", [](State& s) { s.holdings.begin()->second.breached_form = Form::facts; }},
    {"original", [](State& s) { s.holdings.begin()->second.original = true; }},
    {"since", [](State& s) { s.holdings.begin()->second.since_sim_ms = 3; }},
    {"read at", [](State& s) { s.holdings.begin()->second.read_at_sim_ms = 0; }},
    {"mark", [](State& s) { s.holdings.begin()->second.mark.reset(); }},
    {"holding's share", [](State& s) { s.holdings.begin()->second.share = EntityId{7}; }},
    {"available", [](State& s) { s.available.begin()->second = 2; }},
    {"share's wording", [](State& s) { s.shares.begin()->second.event.text = "words"; }},
    {"verdict",
     [](State& s) { s.shares.begin()->second.event.recipients[0].verdict.relay = true; }},
    {"label", [](State& s) { s.shares.begin()->second.event.recipients[0].verdict.labels = {}; }},
    {"shared by", [](State& s) { s.shares.begin()->second.by = ParticipantId{1}; }},
    {"request's term", [](State& s) { s.requests.begin()->second.event.term_ends_sim_ms = {3}; }},
    {"answer",
     [](State& s) { s.requests.begin()->second.answers[0].reason = RefusalReason::privacy; }},
    {"message", [](State& s) { s.messages.begin()->second.event.text = "hullo"; }},
    {"message at", [](State& s) { s.messages.begin()->second.at_sim_ms = 3; }},
    {"presence", [](State& s) { s.present[MeetingId{"M"}].insert(RoleId{"A"}); }},
    {"inject", [](State& s) { s.injects[InjectId{"HAND"}].status = InjectStatus::pending; }},
    {"inject's window", [](State& s) { s.injects[InjectId{"HAND"}].effective_at_active_ms = 3; }},
    {"triage", [](State& s) { s.legal.triage = TriageStatus::put_up; }},
    {"weighing", [](State& s) { s.legal.weighings.begin()->second.minimum = "less"; }},
    {"acute", [](State& s) { s.legal.acute.insert(PersonId{"P"}); }},
    {"looked through", [](State& s) { s.looked_through.insert(RoleId{"A"}); }},
    {"recoveries", [](State& s) { ++s.recoveries; }},
};

TEST(Digest, tells_apart_states_that_differ_in_one_field) {
    const auto scenario = support::timed_case();
    std::set<std::uint64_t> seen{digest(full(scenario))};
    for (const auto& [field, make] : changes) {
        State state = full(scenario);
        make(state);
        EXPECT_TRUE(seen.insert(digest(state)).second) << field;
    }
}

TEST(Digest, is_the_same_for_the_same_state_wherever_its_scenario_lies) {
    const auto one = support::timed_case();
    const auto other = support::timed_case();
    EXPECT_EQ(digest(full(one)), digest(full(other)));
}

TEST(Digest, does_not_confuse_where_one_text_ends_and_the_next_begins) {
    const auto scenario = support::timed_case();
    State one = full(scenario);
    State other = full(scenario);
    one.legal.weighings.begin()->second = {"ab", "c", "", ""};
    other.legal.weighings.begin()->second = {"a", "bc", "", ""};
    EXPECT_NE(digest(one), digest(other));
}

// Digests are stored in logs: a change of this number is a change of the log's format.
TEST(Digest, of_a_known_state_stays_what_it_was) {
    const auto scenario = support::timed_case();
    EXPECT_EQ(digest(full(scenario)), 7440345498847343861u);
}

}  // namespace
}  // namespace casustafel::core
