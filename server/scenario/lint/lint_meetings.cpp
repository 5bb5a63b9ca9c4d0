// Meetings: who chairs and who calls them together, what becomes part of what.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/lint.hpp"

namespace casustafel::scenario {
namespace {

using core::Meeting;
using text::Key;

// visit(meeting, path)
template <class Visit>
void for_each_meeting(const Draft& draft, Visit visit) {
    for (std::size_t index = 0; index < draft.file.meetings.size(); ++index)
        visit(draft.file.meetings[index], element("meetings", index));
}

void check_chairs(const Draft& draft) {
    for_each_meeting(draft, [&](const Meeting& each, const std::string& path) {
        if (!each.chair.empty() && !names(each.members, each.chair))
            draft.findings.report(under(path, "chair"),
                                  {Key::diagnostic_chair_is_no_member, {each.chair.value}});
    });
}

// What only a call gives sense to.
void check_calls(const Draft& draft) {
    for_each_meeting(draft, [&](const Meeting& each, const std::string& path) {
        if (!each.convened_by.empty()) return;
        for (const char* key : {"when", "not_yet", "joins", "part_of"})
            if (draft.findings.written(under(path, key)))
                draft.findings.report(under(path, key), {Key::diagnostic_meeting_needs_call, {key}},
                                      Sentence{Key::diagnostic_hint_convened_by, {}});
    });
}

void check_not_yet(const Draft& draft) {
    for_each_meeting(draft, [&](const Meeting& each, const std::string& path) {
        if (each.convened_by.empty()) return;
        if (each.when.empty() && !each.not_yet.nl.empty())
            draft.findings.report(under(path, "not_yet"),
                                  {Key::diagnostic_meeting_not_yet_unused, {}});
        if (!each.when.empty() && each.not_yet.nl.empty())
            draft.findings.report(under(path, "when"),
                                  {Key::diagnostic_meeting_not_yet_missing, {}},
                                  Sentence{Key::diagnostic_hint_not_yet, {}}, Severity::warning);
    });
}

// Nothing becomes part of itself, and a part of a part would come back to nowhere.
void check_parts(const Draft& draft) {
    for_each_meeting(draft, [&](const Meeting& each, const std::string& path) {
        for (std::size_t index = 0; index < each.joins.size(); ++index)
            if (each.joins[index] == each.id)
                draft.findings.report(element(under(path, "joins"), index),
                                      {Key::diagnostic_meeting_in_itself, {each.id.value}});
        const Meeting* whole = core::find(draft.scenario, each.part_of);
        if (whole == nullptr) return;
        if (whole->id == each.id || !whole->part_of.empty())
            draft.findings.report(under(path, "part_of"),
                                  {Key::diagnostic_meeting_in_itself, {each.id.value}});
        for (std::size_t index = 0; index < each.convened_by.size(); ++index)
            if (!names(whole->members, each.convened_by[index]))
                draft.findings.report(element(under(path, "convened_by"), index),
                                      {Key::diagnostic_part_called_by_outsider,
                                       {each.convened_by[index].value, whole->id.value}},
                                      {}, Severity::warning);
    });
}

}  // namespace

Rules lint_meetings() {
    static const Rule rules[] = {
        {check_chairs, {"meetings"}, true},
        {check_calls, {"meetings"}},
        {check_not_yet, {"meetings"}},
        {check_parts, {"meetings"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
