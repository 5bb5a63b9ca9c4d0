// The story of what was filled in: with interventions, which may be answered, and with decisions;
// and of what could be chosen from some moment on.
#include "server/report/pieces.hpp"

namespace casustafel::report {

using text::Key;

namespace {

struct Interventions : Telling {
    void on(const core::InterventionUsed& event) const {
        say(event);
        if (const auto* written = core::find(wording().scenario(), event.intervention))
            tell_form(written->fields, event.filled_in);
    }
    void on(const core::DecisionProposed& event) const { tell_chosen(event); }
    void on(const core::DecisionPended& event) const { tell_chosen(event); }
    // Of the last one the decision itself is told.
    void on(const core::DecisionAgreed& event) const {
        if (count<core::DecisionPended>() == 0) tell_chosen(event);
    }
    void on(const core::OfferChanged& event) const {
        if (event.offer.decision.empty())
            return say(event.open ? Key::report_story_intervention_opened
                                  : Key::report_story_intervention_closed,
                       {wording().intervention(event.offer.intervention)});
        say(event.open ? Key::report_story_option_opened : Key::report_story_option_closed,
            {wording().decision(event.offer.decision),
             wording().option(event.offer.decision, event.offer.option)});
    }
    void on(const core::InterventionAnswered& event) const {
        const auto* written = core::find(wording().scenario(), event.intervention);
        const core::Reply* reply = written ? core::find(*written, event.reply) : nullptr;
        say(Key::report_story_intervention_answered,
            {wording().intervention(event.intervention),
             wording().quoted(reply ? wording().of(reply->text) : event.text)});
    }

private:
    template <class Event>
    void tell_chosen(const Event& event) const {
        say(event);
        const auto* decision = core::find(wording().scenario(), event.decision);
        const auto* option = decision ? core::find(*decision, event.option) : nullptr;
        if (option != nullptr) tell_form(option->fields, event.filled_in);
    }
    void tell_form(const std::vector<core::FormField>& form,
                   const std::vector<core::FilledIn>& answers) const {
        for (const core::FormField& field : form) {
            const std::string& value = core::filled_in(answers, field.id);
            if (!value.empty())
                add(wording().say(Key::report_story_filled_in,
                                  {Html::text(wording().of(field.name)), answer(field, value)}));
        }
    }
    Html answer(const core::FormField& field, const std::string& value) const {
        switch (field.kind) {
            case core::FieldKind::text: return wording().quoted(value);
            case core::FieldKind::person: return wording().person({value});
            case core::FieldKind::role: return wording().role({value});
            case core::FieldKind::choice:
                for (const core::FormChoice& choice : field.choices)
                    if (choice.id.value == value) return Html::text(wording().of(choice.text));
        }
        return Html::text(value);
    }
};

}  // namespace

bool tells_interventions(Course& course, const core::Event& event) {
    return tells<Interventions>(course, event);
}

}  // namespace casustafel::report
