#include "server/core/rules/filling_in.hpp"

#include <algorithm>

#include "server/core/rules/audience.hpp"

namespace casustafel::core {
namespace {

bool is_known(const Scenario& scenario, const FormField& field, const std::string& value) {
    switch (field.kind) {
        case FieldKind::text: return !is_blank(value);
        case FieldKind::person: return find(scenario, PersonId{value}) != nullptr;
        case FieldKind::power: return find(scenario, PowerId{value}) != nullptr;
        case FieldKind::moment: return moment_of(value).has_value();
        case FieldKind::role: return find(scenario, RoleId{value}) != nullptr;
        case FieldKind::choice:
            return std::ranges::any_of(
                field.choices, [&](const FormChoice& choice) { return choice.id.value == value; });
    }
    return false;
}

}  // namespace

std::optional<Rejection> cannot_fill_in(const Act& act, const std::vector<FormField>& form,
                                        const std::vector<FilledIn>& answers) {
    for (std::size_t index = 0; index < answers.size(); ++index) {
        const FilledIn& answer = answers[index];
        const FormField* field = find(form, answer.field);
        if (field == nullptr) return Rejection::unknown;
        if (answer.value.empty()) continue;
        if (!is_known(act.scenario, *field, answer.value)) return Rejection::unknown;
        if (&filled_in(answers, answer.field) != &answer.value) return Rejection::filled_in_twice;
    }
    for (const FormField& field : form)
        if (!field.optional && filled_in(answers, field.id).empty())
            return Rejection::not_filled_in;
    return std::nullopt;
}

std::vector<FilledIn> in_order(const std::vector<FormField>& form,
                               const std::vector<FilledIn>& answers) {
    std::vector<FilledIn> ordered;
    for (const FormField& field : form)
        if (const std::string& value = filled_in(answers, field.id); !value.empty())
            ordered.push_back({field.id, value});
    return ordered;
}

}  // namespace casustafel::core
