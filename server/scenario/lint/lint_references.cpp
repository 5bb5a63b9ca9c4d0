#include "server/scenario/lint/lint_references.hpp"

#include "server/scenario/lint/lint_happening_references.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

void check_unique(References& refer, const Lists& lists) {
    Seen organisations, people, addressed, items, injects, decisions;
    Seen powers, interventions, consequences, endings;
    refer.unique(lists.organisations, "organisations", organisations);
    refer.unique(lists.people, "people", people);
    // What a participant can name as a destination shares one set of names.
    refer.unique(lists.tables, "tables", addressed);
    refer.unique(lists.roles, "roles", addressed);
    refer.unique(lists.meetings, "meetings", addressed);
    refer.unique(lists.items, "items", items);
    refer.unique(lists.injects, "injects", injects);
    refer.unique(lists.decisions, "decisions", decisions);
    refer.unique(lists.powers, "powers", powers);
    refer.unique(lists.interventions, "interventions", interventions);
    refer.unique(lists.consequences, "consequences", consequences);
    refer.unique(lists.endings, "endings", endings);
}

void check_conditions_exist(References& refer, const Lists& lists,
                            const std::vector<core::Condition>& when, const std::string& path) {
    for (std::size_t index = 0; index < when.size(); ++index)
        refer.one(when[index].person, under(element(path, index), "person"), lists.people,
                  Key::diagnostic_no_such_person);
}

void check_item(References& refer, const Lists& lists, const core::Item& item,
                const std::string& path) {
    refer.each(item.about, under(path, "about"), lists.people, Key::diagnostic_no_such_person);
    refer.each(item.holders, under(path, "holders"), lists.roles, Key::diagnostic_no_such_role);
    refer.each(item.refuted_by, under(path, "truth.refuted_by"), lists.items,
               Key::diagnostic_no_such_item);
    refer.each(item.emerges_from, under(path, "emerges_from"), lists.items,
               Key::diagnostic_no_such_item);
    for (std::size_t index = 0; index < item.later_holders.size(); ++index)
        refer.one(item.later_holders[index].role,
                  under(element(under(path, "later_holders"), index), "role"), lists.roles,
                  Key::diagnostic_no_such_role);
    for (std::size_t index = 0; index < item.needs.size(); ++index) {
        const std::string need = element(under(path, "needs"), index);
        refer.one(item.needs[index].role, under(need, "role"), lists.roles,
                  Key::diagnostic_no_such_role);
        refer.one(item.needs[index].decision, under(need, "decision"), lists.decisions,
                  Key::diagnostic_no_such_decision);
    }
    for (std::size_t index = 0; index < item.grants.size(); ++index) {
        const std::string grant = element(under(path, "grants"), index);
        refer.each(item.grants[index].from, under(grant, "from"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(item.grants[index].to, under(grant, "to"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(item.grants[index].bases, under(grant, "bases"), lists.bases,
                   Key::diagnostic_no_such_basis);
        check_conditions_exist(refer, lists, item.grants[index].when, under(grant, "when"));
    }
    for (std::size_t index = 0; index < item.never.size(); ++index) {
        const std::string line = element(under(path, "never"), index);
        refer.each(item.never[index].to, under(line, "to"), lists.roles,
                   Key::diagnostic_no_such_role);
        check_conditions_exist(refer, lists, item.never[index].when, under(line, "when"));
    }
}

void check_people_and_places(References& refer, const Lists& lists, const CaseFile& file) {
    for (std::size_t index = 0; index < file.roles.size(); ++index) {
        const std::string path = element("roles", index);
        refer.one(file.roles[index].organisation, under(path, "organisation"), lists.organisations,
                  Key::diagnostic_no_such_organisation);
        refer.one(file.roles[index].table, under(path, "table"), lists.tables,
                  Key::diagnostic_no_such_table);
    }
    for (std::size_t index = 0; index < file.meetings.size(); ++index) {
        const std::string path = element("meetings", index);
        const auto& meeting = file.meetings[index];
        refer.one(meeting.table, under(path, "table"), lists.tables, Key::diagnostic_no_such_table);
        refer.one(meeting.chair, under(path, "chair"), lists.roles, Key::diagnostic_no_such_role);
        refer.each(meeting.members, under(path, "members"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(meeting.known_to, under(path, "known_to"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(meeting.convened_by, under(path, "convened_by"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(meeting.about, under(path, "about"), lists.people,
                   Key::diagnostic_no_such_person);
        refer.each(meeting.joins, under(path, "joins"), lists.meetings,
                   Key::diagnostic_no_such_meeting);
        refer.one(meeting.part_of, under(path, "part_of"), lists.meetings,
                  Key::diagnostic_no_such_meeting);
    }
    refer.each(file.facts.acute, "facts.acute", lists.people, Key::diagnostic_no_such_person);
    for (std::size_t index = 0; index < file.facts.measures.size(); ++index)
        refer.one(file.facts.measures[index].person,
                  under(element("facts.measures", index), "person"), lists.people,
                  Key::diagnostic_no_such_person);
}

}  // namespace

bool check_references(const Draft& draft) {
    References refer(draft.findings);
    const Lists lists(draft);
    for (const auto& each : draft.rules.organisations) refer.trust(each.id.value);
    check_unique(refer, lists);
    check_people_and_places(refer, lists, draft.file);
    for (std::size_t index = 0; index < draft.file.items.size(); ++index)
        check_item(refer, lists, draft.file.items[index], element("items", index));
    check_happenings(refer, lists, draft);
    refer.settle();
    return refer.all_exist();
}

}  // namespace casustafel::scenario
