// Interventions as questions: forms that can be filled in, replies that can come.
#include <algorithm>

#include "server/scenario/lint/filling_in.hpp"
#include "server/scenario/lint/lint.hpp"

namespace casustafel::scenario {
namespace {

using core::FieldKind;
using text::Key;

// visit(intervention, path)
template <class Visit>
void for_each_intervention(const Draft& draft, Visit visit) {
    for (std::size_t index = 0; index < draft.file.interventions.size(); ++index)
        visit(draft.file.interventions[index], element("interventions", index));
}

void check_forms(const Draft& draft) {
    for_each_intervention(draft, [&](const core::Intervention& each, const std::string& path) {
        check_form(draft, each.fields, under(path, "fields"));
    });
}

void check_awaited(const Draft& draft, const core::Intervention& each, const core::Reply& reply,
                   const std::string& path) {
    for (std::size_t index = 0; index < reply.to.size(); ++index) {
        const core::FilledIn& wanted = reply.to[index];
        const core::FormField* field = core::find(each.fields, wanted.field);
        if (field == nullptr) continue;
        const std::string at = under(element(under(path, "to"), index), "value");
        if (field->kind == FieldKind::text)
            draft.findings.report(at, {Key::diagnostic_reply_waits_for_text, {}});
        else if (!can_be_filled_in(draft.scenario, *field, wanted.value))
            draft.findings.report(
                at, {Key::diagnostic_reply_waits_for_nothing, {field->id.value, wanted.value}});
    }
}

// The first that fits comes, so one that always fits is the last.
void check_replies(const Draft& draft) {
    for_each_intervention(draft, [&](const core::Intervention& each, const std::string& path) {
        const core::Reply* always = nullptr;
        for (std::size_t index = 0; index < each.replies.size(); ++index) {
            const core::Reply& reply = each.replies[index];
            const std::string at = element(under(path, "replies"), index);
            check_awaited(draft, each, reply, at);
            if (always != nullptr)
                draft.findings.report(under(at, "id"),
                                      {Key::diagnostic_reply_never_comes, {always->id.value}});
            else if (reply.to.empty() && reply.when.empty())
                always = &reply;
        }
        if (!each.replies.empty() && always == nullptr)
            draft.findings.report(under(path, "replies"), {Key::diagnostic_no_last_reply, {}},
                                  Sentence{Key::diagnostic_hint_last_reply, {}});
    });
}

// Either a power, whose holders may, or the roles themselves.
void check_users(const Draft& draft) {
    for_each_intervention(draft, [&](const core::Intervention& each, const std::string& path) {
        if (!draft.findings.sound(path)) return;
        const bool by_power = draft.findings.written(under(path, "power"));
        const bool by_roles = draft.findings.written(under(path, "by"));
        if (by_power == by_roles)
            draft.findings.report(under(path, by_roles ? "by" : "id"),
                                  {Key::diagnostic_intervention_by_whom, {each.id.value}},
                                  Sentence{Key::diagnostic_hint_intervention_by, {}});
    });
}

void check_not_yet(const Draft& draft) {
    for_each_intervention(draft, [&](const core::Intervention& each, const std::string& path) {
        if (each.when.empty() && !each.not_yet.nl.empty())
            draft.findings.report(under(path, "not_yet"), {Key::diagnostic_not_yet_unused, {}});
        if (!each.when.empty() && each.not_yet.nl.empty())
            draft.findings.report(under(path, "when"), {Key::diagnostic_not_yet_missing, {}},
                                  Sentence{Key::diagnostic_hint_not_yet, {}}, Severity::warning);
    });
}

}  // namespace

Rules lint_interventions() {
    static const Rule rules[] = {
        {check_forms, {"interventions"}},
        {check_replies, {"interventions", "people", "roles"}, true},
        {check_not_yet, {"interventions"}},
        {check_users, {"interventions"}},
    };
    return rules;
}

}  // namespace casustafel::scenario
