#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "server/core/families/digest.hpp"
#include "server/core/rules/decide.hpp"
#include "tests/support/core/printing.hpp"
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
    state.legal.measures.insert({PersonId{"P"}, "OTS"});
    state.legal.consents[{PersonId{"P"}, "care"}] = true;
    state.legal.consents_asked[{PersonId{"P"}, "care"}].answer_at_sim_ms = 1;
    state.legal.authority[EntityId{10}].event.reason = "reason";
    state.legal.informed[{RoleId{"A"}, PersonId{"P"}}] = "informed";
    state.legal.privacy_advice.push_back({RoleId{"A"}, ItemId{"I-START"}, RoleId{"B"}});
    state.invited[MeetingId{"M"}].insert(RoleId{"C"});
    state.decisions[DecisionId{"D"}].taken.cited = {{ItemId{"I-START"}}};
    state.proposals[EntityId{11}].event.text = "proposal";
    state.interventions[InterventionId{"V"}].event.text = "intervention";
    state.consequences.insert({5, {CauseKind::decision, "D", OptionId{"O"}, 0}});
    state.tracks[{PersonId{"P"}, Track::safety}] = 5;
    state.plan[EntityId{12}].terms.text = "action";
    state.spoken[EntityId{13}].answers[RoleId{"B"}] = true;
    state.gut_feelings[EntityId{14}].event.text = "feeling";
    state.help_calls[EntityId{15}].event.text = "help";
    state.whispers[EntityId{16}].event.text = "whisper";
    state.moments[EntityId{17}].title = "moment";
    state.swap.pairs = {{RoleId{"A"}, RoleId{"B"}}};
    state.swap.notes[RoleId{"A"}].text = "note";
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
    {"case held", [](State& s) { s.clock.case_held = true; }},
    {"participant", [](State& s) { s.participants[ParticipantId{2}]; }},
    {"language", [](State& s) { s.participants[ParticipantId{1}].language = Language::en; }},
    {"present", [](State& s) { s.participants[ParticipantId{1}].present = false; }},
    {"connected", [](State& s) { s.participants[ParticipantId{1}].connected = false; }},
    {"absent", [](State& s) { s.participants[ParticipantId{1}].absent = true; }},
    {"lost at", [](State& s) { s.participants[ParticipantId{1}].lost_at_active_ms = 3; }},
    {"occupant", [](State& s) { s.seats[RoleId{"A"}].occupant = ParticipantId{1}; }},
    {"former", [](State& s) { s.seats[RoleId{"A"}].former.insert(ParticipantId{1}); }},
    {"autopilot", [](State& s) { s.seats[RoleId{"A"}].autopilot = true; }},
    {"autopilot since", [](State& s) { s.seats[RoleId{"A"}].autopilot_since_sim_ms = 3; }},
    {"stand-in", [](State& s) { s.seats[RoleId{"A"}].stand_in = true; }},
    {"emerged", [](State& s) { s.holdings.begin()->second.emerged = true; }},
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
    {"offered form",
     [](State& s) { s.requests.begin()->second.answers[0].offered_form = Form::facts; }},
    {"share's partiality", [](State& s) { s.shares.begin()->second.event.partial = true; }},
    {"share said aloud", [](State& s) { s.shares.begin()->second.event.aloud = true; }},
    {"message", [](State& s) { s.messages.begin()->second.event.text = "hullo"; }},
    {"message at", [](State& s) { s.messages.begin()->second.at_sim_ms = 3; }},
    {"presence", [](State& s) { s.present[MeetingId{"M"}].insert(RoleId{"A"}); }},
    {"inject", [](State& s) { s.injects[InjectId{"HAND"}].status = InjectStatus::pending; }},
    {"inject's window", [](State& s) { s.injects[InjectId{"HAND"}].effective_at_active_ms = 3; }},
    {"triage", [](State& s) { s.legal.triage = TriageStatus::put_up; }},
    {"weighing", [](State& s) { s.legal.weighings.begin()->second.minimum = "less"; }},
    {"covenant", [](State& s) { s.legal.covenant = !s.legal.covenant; }},
    {"measure", [](State& s) { s.legal.measures.clear(); }},
    {"consent", [](State& s) { s.legal.consents.begin()->second = false; }},
    {"consent asked",
     [](State& s) { s.legal.consents_asked.begin()->second.by.insert(RoleId{"A"}); }},
    {"authority", [](State& s) { s.legal.authority.begin()->second.agreed = false; }},
    {"informed", [](State& s) { s.legal.informed.clear(); }},
    {"privacy advice", [](State& s) { s.legal.privacy_advice[0].round = 1; }},
    {"phase of a meeting", [](State& s) { s.phases[MeetingId{"M"}] = MeetingPhase::judgement; }},
    {"invited", [](State& s) { s.invited.begin()->second.clear(); }},
    {"decision", [](State& s) { s.decisions.begin()->second.status = DecisionStatus::missed; }},
    {"cited", [](State& s) { s.decisions.begin()->second.taken.cited[0].as = Mark::assumption; }},
    {"proposal", [](State& s) { s.proposals.begin()->second.event.parked = true; }},
    {"intervention", [](State& s) { s.interventions.begin()->second.at_sim_ms = 3; }},
    {"consequence", [](State& s) { s.consequences.clear(); }},
    {"track", [](State& s) { ++s.tracks.begin()->second; }},
    {"action's terms", [](State& s) { s.plan.begin()->second.terms.lead = RoleId{"A"}; }},
    {"action confirmed", [](State& s) { s.plan.begin()->second.confirmed.insert(RoleId{"A"}); }},
    {"action changed at", [](State& s) { s.plan.begin()->second.changed_at_sim_ms = 3; }},
    {"action withdrawn", [](State& s) { s.plan.begin()->second.withdrawn = true; }},
    {"spoken", [](State& s) { s.spoken.begin()->second.answers.begin()->second = false; }},
    {"gut feeling", [](State& s) { s.gut_feelings.begin()->second.event.item = {"I-START"}; }},
    {"help", [](State& s) { s.help_calls.begin()->second.answered = true; }},
    {"whisper", [](State& s) { s.whispers.begin()->second.event.to = RoleId{"A"}; }},
    {"moment", [](State& s) { s.moments.begin()->second.at.sim_ms = 3; }},
    {"swap's stage", [](State& s) { s.swap.stage = SwapStage::reading; }},
    {"swap's pairs", [](State& s) { s.swap.pairs[0].other = RoleId{"C"}; }},
    {"swap's end", [](State& s) { s.swap.until_active_ms = 3; }},
    {"swap's ready", [](State& s) { s.swap.ready.insert(RoleId{"A"}); }},
    {"swap's note", [](State& s) { s.swap.notes.begin()->second.items = {ItemId{"I-START"}}; }},
    {"swaps", [](State& s) { ++s.swap.count; }},
    {"ending", [](State& s) { s.ending = EndingId{"E"}; }},
    {"acute", [](State& s) { s.legal.acute.insert(PersonId{"P"}); }},
    {"looked through", [](State& s) { s.looked_through.insert(RoleId{"A"}); }},
    {"recoveries", [](State& s) { ++s.recoveries; }},
    {"pause called by", [](State& s) { s.pause_called_by = ParticipantId{3}; }},
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
    EXPECT_EQ(digest(full(scenario)), 8365236886445248857u);
}

}  // namespace
}  // namespace casustafel::core
