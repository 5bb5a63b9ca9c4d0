#pragma once
// How kinds of decisions are written (see fields.hpp), in a rules pack or a case.
#include "server/core/values/scenario_script.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/form_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::DecisionType>) {
    using T = core::DecisionType;
    visit.about("decision_type",
                {"Een soort besluit in neutrale woorden, waar keuzes van gemaakt worden.",
                 "A kind of decision in neutral words, of which options are made."});
    visit(must("id", &T::id, {"code, bijvoorbeeld OMSB", "code, for example OMSB"}));
    visit(must("title", &T::title, {"naam", "name"}).as(Meaning::line));
    visit(may("text", &T::text, {"wat het inhoudt", "what it means"}).as(Meaning::paragraphs));
    visit(may("fits_when", &T::fits_when,
              {"wanneer het past, in woorden", "when it fits, in words"}));
    visit(may("fields", &T::fields, {"wat erbij wordt ingevuld", "what is filled in with it"})
              .between(0, limits::form_fields));
}

}  // namespace casustafel::scenario
