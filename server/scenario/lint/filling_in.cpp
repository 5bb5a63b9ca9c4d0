#include "server/scenario/lint/filling_in.hpp"

#include <algorithm>

namespace casustafel::scenario {

using core::FieldKind;
using text::Key;

void check_form(const Draft& draft, const std::vector<core::FormField>& form,
                const std::string& path) {
    for (std::size_t index = 0; index < form.size(); ++index) {
        const core::FormField& field = form[index];
        const std::string choices = under(element(path, index), "choices");
        const bool chooses = field.kind == FieldKind::choice;
        if (chooses && field.choices.size() < 2)
            draft.findings.report(choices, {Key::diagnostic_choices_needed, {}});
        if (!chooses && !field.choices.empty())
            draft.findings.report(choices, {Key::diagnostic_choices_unused, {}});
    }
}

bool can_be_filled_in(const core::Scenario& scenario, const core::FormField& field,
                      const std::string& value) {
    switch (field.kind) {
        case FieldKind::text: return false;
        case FieldKind::person: return core::find(scenario, core::PersonId{value}) != nullptr;
        case FieldKind::role: return core::find(scenario, core::RoleId{value}) != nullptr;
        case FieldKind::choice:
            return std::ranges::any_of(field.choices, [&](const core::FormChoice& choice) {
                return choice.id.value == value;
            });
    }
    return false;
}

}  // namespace casustafel::scenario
