#pragma once
// What must hold of a case as a whole (README.md §case), once its parts could be read. Every rule
// is one small function that looks and reports; `lint` runs each when the parts it relies on read
// without an error, so that one slip does not bring a page of consequences.
#include "server/core/scenario.hpp"
#include "server/scenario/case_file.hpp"
#include "server/scenario/reading.hpp"

namespace casustafel::scenario {

struct Draft {
    const CaseFile& file;
    const RulesFile& rules;
    const core::Scenario& scenario;  // assembled from both; indices as in the file
    Reading& reading;                // of the case
};

// Everything about the case; reports to the draft's reading.
void lint(const Draft&);

// lint_rules.cpp: everything about the pack alone; `name` is how a case refers to it, empty when
// unknown.
void lint_rules(const RulesFile&, Reading&, const std::string& name);

// lint_references.cpp: ids. Gives whether every id that is named exists once.
bool check_references(const Draft&);
// lint_clock.cpp
void check_segments(const Draft&);
void check_times(const Draft&);
// lint_items.cpp
void check_holders_do_not_need(const Draft&);
void check_needs_in_time(const Draft&);
void check_needs_have_a_way(const Draft&);
void check_truth(const Draft&);
void check_bases_are_usable(const Draft&);
void check_dealt_once(const Draft&);
void check_origins(const Draft&);
// lint_checks.cpp
void check_check_keys(const Draft&);
void check_checks_contradict(const Draft&);
void check_checks_reachable(const Draft&);
// lint_consequences.cpp
void check_tracks(const Draft&);
void check_facts(const Draft&);
void check_consequences(const Draft&);
void check_injects(const Draft&);
// lint_decisions.cpp
void check_required_entries(const Draft&);
void check_decisions(const Draft&);
void check_powers(const Draft&);
// lint_frame.cpp
void check_swap(const Draft&);
void check_plan(const Draft&);
void check_consents(const Draft&);
void check_conditions_can_hold(const Draft&);
void check_endings(const Draft&);
void check_seats(const Draft&);
// lint_scripts.cpp: what the case asks, begins and puts to everybody by itself
void check_asks(const Draft&);
void check_begun_actions(const Draft&);
void check_probes(const Draft&);
void check_probe_times(const Draft&);
// lint_roles.cpp
void check_conditions(const Draft&);
// Whether nothing is missing or too much beside this kind of condition; for packs too.
void check_condition_shape(const core::Condition&, Reading&, const std::string& path);
void check_roles_hold_items(const Draft&);
void check_tables_have_roles(const Draft&);
void check_chairs(const Draft&);
void check_somebody_triages(const Draft&);
void check_everything_is_used(const Draft&);
// lint_full_case.cpp: only for a case that is not marked as practice
void check_full_case(const Draft&);
// lint_full_decisions.cpp: the same
void check_full_decisions(const Draft&);

}  // namespace casustafel::scenario
