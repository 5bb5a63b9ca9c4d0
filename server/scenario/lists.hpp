#pragma once
// Every list of a case that something else refers to by id, gathered once for the lint rules that
// follow ids.
#include "server/scenario/lint.hpp"
#include "server/scenario/references.hpp"

namespace casustafel::scenario {

struct Lists {
    Known organisations, tables, roles, people, items, meetings, injects, decisions, bases;
    Known powers, interventions, consequences, endings;

    explicit Lists(const Draft& draft)
        : organisations(known_in(draft.reading, "organisations", draft.file.organisations)),
          tables(known_in(draft.reading, "tables", draft.file.tables)),
          roles(known_in(draft.reading, "roles", draft.file.roles)),
          people(known_in(draft.reading, "people", draft.file.people)),
          items(known_in(draft.reading, "items", draft.file.items)),
          meetings(known_in(draft.reading, "meetings", draft.file.meetings)),
          injects(known_in(draft.reading, "injects", draft.file.injects)),
          decisions(known_in(draft.reading, "decisions", draft.file.decisions)),
          powers(known_in(draft.reading, "powers", draft.file.powers)),
          interventions(known_in(draft.reading, "interventions", draft.file.interventions)),
          consequences(known_in(draft.reading, "consequences", draft.file.consequences)),
          endings(known_in(draft.reading, "endings", draft.file.endings)) {
        for (const auto& basis : draft.rules.bases) bases.ids.push_back(basis.id.value);
        bases.complete = !bases.ids.empty();
    }
};

// lint_happening_references.cpp: what injects, decisions, powers, interventions, consequences,
// endings and the frame around play refer to.
void check_happenings(References&, const Lists&, const Draft&);

}  // namespace casustafel::scenario
