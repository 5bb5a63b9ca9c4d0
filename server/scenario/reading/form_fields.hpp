#pragma once
// How a form is written (see fields.hpp): what a person fills in with an act.
#include "server/core/values/form.hpp"
#include "server/scenario/reading/fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::FormChoice>) {
    using T = core::FormChoice;
    visit.about("choice", {"Een antwoord waaruit gekozen wordt.", "One of the answers to choose."});
    visit(must("id", &T::id, {"code, uniek binnen het veld", "code, unique within the field"}));
    visit(must("text", &T::text, {"wat er staat", "what it says"}).as(Meaning::line));
}

template <class Visit>
void fields(Visit& visit, Of<core::FormField>) {
    using T = core::FormField;
    visit.about("field", {"Iets wat wordt ingevuld.", "Something that is filled in."});
    visit(must("id", &T::id, {"code, uniek binnen het formulier", "code, unique within the form"}));
    visit(must("name", &T::name, {"wat er gevraagd wordt", "what is asked"}).as(Meaning::line));
    visit(must("kind", &T::kind, {"wat voor antwoord het is", "what kind of answer it is"}));
    visit(may("choices", &T::choices,
              {"bij choice: waaruit gekozen wordt", "for choice: what there is to choose from"})
              .between(0, limits::form_choices));
    visit(may("optional", &T::optional, {"mag leeg blijven", "may be left open"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::FilledIn>) {
    using T = core::FilledIn;
    visit.about("filled_in", {"Wat in een veld is ingevuld: {field: adres, value: oma}.",
                              "What was filled in: {field: address, value: grandmother}."});
    visit(must("field", &T::field, {"welk veld", "which field"}));
    visit(must("value", &T::value,
               {"de code van de keuze, persoon of rol", "the code of the choice, person or role"})
              .as(Meaning::line));
}

}  // namespace casustafel::scenario
