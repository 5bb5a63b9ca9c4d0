#pragma once
// A form of the case: what is filled in with an act, field by field; and one choice of several
// under its label, of which forms and other dialogs are made.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/ui/kit/select.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// A choice of one: what it is called, and what its field says while nothing is chosen.
struct Choice {
    std::string name;
    std::string label;
    Say placeholder;
};

// One of several under its label; the choice is the key.
void choose(Panel& panel, Rect& area, const Choice& choice, const std::vector<Option>& options,
            std::string& chosen);

// Moments of the case to choose from: later today, tomorrow, the days and weeks after.
std::vector<std::int64_t> moments_ahead(const Panel& panel);

// What was filled in so far, by field.
using FormDraft = std::map<std::string, std::string>;
using FormFields = google::protobuf::RepeatedPtrField<v1::FormField>;
using FilledInFields = google::protobuf::RepeatedPtrField<v1::FilledInField>;

// The fields below each other, cut from the top of `body`; they are named `name.FIELD`.
void draw_form_fields(Panel& panel, Rect& body, const std::string& name, const FormFields& form,
                      FormDraft& draft);
// Which field is still open, as a sentence; empty: none has to be filled in any more.
std::string missing_field(const Panel& panel, const FormFields& form, const FormDraft& draft);
// One answer, as it is called.
std::string answer_words(const Panel& panel, const v1::FormField& field, const std::string& value);
// "Welk adres: bij oma; Wie: Jesse" of what was filled in.
std::string filled_in_words(const Panel& panel, const FormFields& form,
                            const FilledInFields& given);

// Puts what was filled in into a command.
template <class Message>
void put_filled_in(const FormFields& form, const FormDraft& draft, Message& message) {
    for (const v1::FormField& field : form) {
        const auto found = draft.find(field.id());
        if (found == draft.end() || found->second.empty()) continue;
        v1::FilledIn& answer = *message.add_filled_in();
        answer.set_field(field.id());
        answer.set_value(found->second);
    }
}

}  // namespace casustafel::ui
