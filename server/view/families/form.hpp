#pragma once
// Inside view only: forms of the scenario, and what was filled in on one.
#include "server/core/values/form.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {

inline void put_form(const std::vector<core::FormField>& form,
                     google::protobuf::RepeatedPtrField<v1::FormField>* to) {
    for (const core::FormField& each : form) {
        v1::FormField& m = *to->Add();
        m.set_id(each.id.value);
        put(each.name, m.mutable_name());
        m.set_kind(word(each.kind));
        m.set_optional(each.optional);
        for (const core::FormChoice& choice : each.choices) {
            v1::FormChoice& one = *m.add_choices();
            one.set_id(choice.id.value);
            put(choice.text, one.mutable_text());
        }
    }
}

inline void put_filled_in(const std::vector<core::FilledIn>& answers,
                          google::protobuf::RepeatedPtrField<v1::FilledInField>* to) {
    for (const core::FilledIn& each : answers) {
        v1::FilledInField& m = *to->Add();
        m.set_field(each.field.value);
        m.set_value(each.value);
    }
}

}  // namespace casustafel::view
