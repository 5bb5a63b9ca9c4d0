// The story of interventions: what was filled in with one, and what was answered.
#include "server/report/pieces.hpp"

namespace casustafel::report {

using text::Key;

namespace {

struct Interventions : Telling {
    void on(const core::InterventionUsed& event) const {
        say(event);
        const auto* written = core::find(wording().scenario(), event.intervention);
        if (written == nullptr) return;
        for (const core::FormField& field : written->fields) {
            const std::string& value = core::filled_in(event.filled_in, field.id);
            if (!value.empty())
                add(wording().say(Key::report_story_filled_in,
                                  {Html::text(wording().of(field.name)), answer(field, value)}));
        }
    }
    void on(const core::InterventionAnswered& event) const {
        const auto* written = core::find(wording().scenario(), event.intervention);
        const core::Reply* reply = written ? core::find(*written, event.reply) : nullptr;
        say(Key::report_story_intervention_answered,
            {wording().intervention(event.intervention),
             wording().quoted(reply ? wording().of(reply->text) : event.text)});
    }

private:
    Html answer(const core::FormField& field, const std::string& value) const {
        switch (field.kind) {
            case core::FieldKind::text: return wording().quoted(value);
            case core::FieldKind::person: return wording().person({value});
            case core::FieldKind::role: return wording().role({value});
            case core::FieldKind::power:
            case core::FieldKind::moment: break;
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
