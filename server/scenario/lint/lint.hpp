#pragma once
// What must hold of a case as a whole (README.md §case), once its parts could be read. The rules
// stand by family: lint_roles() in lint_roles.cpp gives the table of the rules in that file. A new
// rule is a function and a row there, and its sentence in both languages; a function without a row
// does not compile, being unused. A new family is a file, and its name here, twice.
#include <initializer_list>
#include <span>

#include "server/core/values/scenario.hpp"
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/findings.hpp"

namespace casustafel::scenario {

struct Draft {
    const CaseFile& file;
    const RulesFile& rules;
    const core::Scenario& scenario;  // assembled from both; indices as in the file
    Findings& findings;              // of the case
};

// Everything about the case; reports to the draft's findings.
void lint(const Draft&);

// One thing to look at. It is looked at only when all of the file that it relies on could be read,
// so that one slip does not bring a page of consequences.
struct Rule {
    void (*check)(const Draft&);
    std::initializer_list<const char*> relies_on;  // sections of the case file
    bool on_existing_ids = false;  // whether every id that is named must exist for it to make sense
};

using Rules = std::span<const Rule>;

Rules lint_clock();
Rules lint_items();
Rules lint_checks();
Rules lint_consequences();
Rules lint_decisions();
Rules lint_interventions();
Rules lint_meetings();
Rules lint_frame();
Rules lint_scripts();
Rules lint_prompts();
Rules lint_boards();
Rules lint_roles();
Rules lint_full_case();       // only of a case that is not marked as practice
Rules lint_full_decisions();  // the same

inline constexpr Rules (*lint_families[])() = {
    lint_clock,         lint_items,    lint_checks,    lint_consequences,  lint_decisions,
    lint_interventions, lint_meetings, lint_frame,     lint_scripts,       lint_prompts,
    lint_boards,        lint_roles,    lint_full_case, lint_full_decisions};

}  // namespace casustafel::scenario
