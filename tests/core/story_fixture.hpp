#pragma once
// The timed case (tests/support/core/timed_case.hpp) with something to decide and what follows from
// it. A plays at table Z and decides D; B and C are at table V, whose plan it is.
//
//   D (Z, until D0 10:30): GOOD asks for I-START and lifts P's safety by 3 an hour later; BAD
//   lowers it by 9 at once; missed: trust in help falls by 2 · D2 (V, B decides, until D1 09:30)
//   intervention HELP of power CARE (B): safety up 1 at once, and inject HAND when D was taken GOOD
//   the clock, D0 20:00, inside the cut: reoffending risk up 2 when D was missed
//   endings: GOOD when D was taken GOOD, LATE when P's safety is below 3, else REST
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {

const RoleId a{"A"}, b{"B"}, c{"C"};
const PersonId p{"P"};
const DecisionId d{"D"}, d2{"D2"};
const OptionId good{"GOOD"}, bad{"BAD"};
const ItemId start_item{"I-START"}, later_item{"I-LATER"};
const InterventionId help{"HELP"};
const PowerId care{"CARE"};
const MeetingId meeting{"M"};

inline Check taken(const OptionId& option = {}) {
    Check check;
    check.kind = CheckKind::decision_taken;
    check.decision = d;
    if (!option.empty()) check.options = {option};
    return check;
}

inline Check safety_below(int value) {
    Check check;
    check.kind = CheckKind::track_at_least;
    check.negated = true;
    check.person = p;
    check.track = Track::safety;
    check.value = value;
    return check;
}

inline Consequence moves(Track track, int by, std::int64_t after_ms = 0) {
    Consequence made;
    made.after_ms = after_ms;
    made.tracks = {{p, track, by}};
    return made;
}

inline DecisionOption option(const OptionId& id, Consequence follows) {
    DecisionOption made;
    made.id = id;
    made.consequences = {std::move(follows)};
    return made;
}

inline Decision decision(const DecisionId& id, const char* table, const RoleId& decider,
                         std::int64_t deadline_sim_ms) {
    Decision made;
    made.id = id;
    made.table = TableId{table};
    made.deadline_sim_ms = deadline_sim_ms;
    made.deciders = {decider};
    return made;
}

inline Scenario story_case() {
    using support::at;
    Scenario made = support::timed_case();
    made.tracks = {{p, Track::safety, 5}, {p, Track::trust_in_help, 1}};
    made.tracks.push_back({p, Track::reoffending_risk, 9});

    Decision first = decision(d, "Z", a, at(0, 10, 30));
    first.meeting = meeting;
    first.options = {option(good, moves(Track::safety, 3, at(0, 1))),
                     option(bad, moves(Track::safety, -9))};
    first.options.front().must_cite = {start_item};
    first.when_missed = {moves(Track::trust_in_help, -2)};
    Decision second = decision(d2, "V", b, at(1, 9, 30));
    second.options = {option(good, {})};
    made.decisions = {first, second};

    made.powers = {{care, {}, {b}, {c}}};
    Intervention aid;
    aid.id = help;
    aid.power = care;
    aid.consequences = {moves(Track::safety, 1), {}};
    aid.consequences.back().injects = {InjectId{"HAND"}};
    aid.consequences.back().when = {taken(good)};
    made.interventions = {aid};

    Consequence night = moves(Track::reoffending_risk, 2);
    night.at_sim_ms = at(0, 20);
    night.when = {taken()};
    night.when.front().negated = true;
    made.consequences = {night};

    made.plan = PlanTask{TableId{"V"}, {}, 2};
    made.endings = {{EndingId{"GOOD"}, {}, {}, {}, {}, {taken(good)}},
                    {EndingId{"LATE"}, {}, {}, {}, {}, {safety_below(3)}},
                    {EndingId{"REST"}, {}, {}, {}, {}, {}}};
    return made;
}

// Three people at the roles, and the session started. Change `scenario` before `start`.
class StoryTest : public testing::Test {
protected:
    void start() {
        play.emplace(scenario);
        at_a = play->seat(a);
        at_b = play->seat(b);
        at_c = play->seat(c);
        play->must(support::trainer(), StartSession{});
        play->pass(0);
    }

    std::optional<Rejection> refusal(const Actor& actor, const Command& command) {
        const auto outcome = play->submit(actor, command);
        if (const auto* found = std::get_if<Rejection>(&outcome)) return *found;
        return std::nullopt;
    }

    // A takes D, mostly on what GOOD asks for.
    std::vector<Event> take(const OptionId& option) {
        return play->must(at_a, TakeDecision{d, option, {{start_item, Mark::fact}}, "risk"});
    }

    // Lets time pass until the case is there (within the segment).
    void until(std::int64_t sim_ms) {
        const auto& state = play->state();
        play->until(*real_when_sim(state.clock, scenario, sim_ms));
    }

    int track(Track which) const { return play->state().tracks.at({p, which}); }
    DecisionStatus status() const { return play->state().decisions.at(d).status; }

    // Everything of one kind that happened so far, with when.
    template <class E>
    std::vector<std::pair<Stamp, E>> happened() const {
        std::vector<std::pair<Stamp, E>> found;
        for (const auto& record : play->log())
            for (const auto& event : record.events)
                if (const auto* one = std::get_if<E>(&event))
                    found.emplace_back(record.stamp, *one);
        return found;
    }

    Scenario scenario = story_case();
    std::optional<support::Play> play;  // from `start` on
    Actor at_a, at_b, at_c;
};

}  // namespace casustafel::core
