#pragma once
// Inside core only. What other families and the clock ask of consequences and the end.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Adds the values of the tracks after these changes, on top of what the
// events so far already change.
void add_track_changes(std::vector<Event>&, const State&, const std::vector<TrackChange>&);

// Adds the changed facts when there are any.
void add_fact_change(std::vector<Event>&, const FactChange&);

// Puts a thing's consequences on their way, counted from this record.
void put_on_its_way(State&, const Record&, const Cause&, const std::vector<Consequence>&);

// What becomes of a consequence whose time has come.
std::vector<Event> consequence_events(const State&, const Cause&, std::int64_t sim_ms);

// At the start: everything of the case that comes once its checks hold.
void wait_for_checks(State&);
// After a record: what waited and now holds is on its way, to come at this instant. Each comes
// once, so a cascade ends after as many records as a case may have of them (limits.hpp).
void bring_what_became_true(State&, const Record&);
// What waits for time alone, and when it comes.
std::vector<PendingConsequence> waiting_for_time(const State&);
// Whether one of those that wait looks at time.
bool waits_for_time(const State&);

// The end of the session and the ending it comes to. What is pending takes
// effect first: a decision counts as taken from then on.
std::vector<Event> end_events(const State&, EndReason, std::int64_t sim_ms);

}  // namespace casustafel::core
