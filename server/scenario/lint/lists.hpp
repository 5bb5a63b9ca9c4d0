#pragma once
// Every list of a case that something else refers to by id, gathered once for the lint rules that
// follow ids.
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/references.hpp"

namespace casustafel::scenario {

struct Lists {
    IdList organisations, tables, roles, people, items, meetings, injects, decisions, bases;
    IdList powers, interventions, consequences, endings, decision_types;

    explicit Lists(const Draft& draft)
        : organisations(ids_in(draft.findings, "organisations", draft.file.organisations)),
          tables(ids_in(draft.findings, "tables", draft.file.tables)),
          roles(ids_in(draft.findings, "roles", draft.file.roles)),
          people(ids_in(draft.findings, "people", draft.file.people)),
          items(ids_in(draft.findings, "items", draft.file.items)),
          meetings(ids_in(draft.findings, "meetings", draft.file.meetings)),
          injects(ids_in(draft.findings, "injects", draft.file.injects)),
          decisions(ids_in(draft.findings, "decisions", draft.file.decisions)),
          powers(ids_in(draft.findings, "powers", draft.file.powers)),
          interventions(ids_in(draft.findings, "interventions", draft.file.interventions)),
          consequences(ids_in(draft.findings, "consequences", draft.file.consequences)),
          endings(ids_in(draft.findings, "endings", draft.file.endings)),
          decision_types(ids_in(draft.findings, "decision_types", draft.file.decision_types)) {
        for (const auto& type : draft.rules.decision_types)
            decision_types.ids.push_back(type.id.value);
        for (const auto& basis : draft.rules.bases) bases.ids.push_back(basis.id.value);
        bases.complete = !bases.ids.empty();
    }
};

}  // namespace casustafel::scenario
