// Boards: somebody writes on each, and what a column wants of a card can be given there.
#include <algorithm>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"

namespace casustafel::scenario {
namespace {

using core::FieldKind;
using core::StanceRule;
using text::Key;

// visit(board, column, path of the column)
template <class Visit>
void for_each_column(const Draft& draft, Visit visit) {
    for (std::size_t index = 0; index < draft.file.boards.size(); ++index) {
        const core::Board& board = draft.file.boards[index];
        const std::string columns = under(element("boards", index), "columns");
        for (std::size_t each = 0; each < board.columns.size(); ++each)
            if (draft.findings.sound(element(columns, each)))
                visit(board, board.columns[each], element(columns, each));
    }
}

const core::FormField* first_of(const core::BoardColumn& column, FieldKind kind) {
    const auto found = std::ranges::find(column.fields, kind, &core::FormField::kind);
    return found == column.fields.end() ? nullptr : &*found;
}

int writers(const core::Scenario& scenario, const core::Board& board) {
    const auto writes = [&](const core::Role& role) {
        return is_playable(scenario, role.id) &&
               (std::ranges::count(board.tables, role.table) > 0 ||
                std::ranges::count(board.guests, role.id) > 0);
    };
    return static_cast<int>(std::ranges::count_if(scenario.roles, writes));
}

void check_written(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.boards.size(); ++index)
        if (draft.findings.sound(element("boards", index)) &&
            writers(draft.scenario, draft.file.boards[index]) == 0)
            draft.findings.report(element("boards", index), {Key::diagnostic_board_unwritten,
                                                             {draft.file.boards[index].id.value}});
}

void check_wishes(const Draft& draft) {
    for_each_column(
        draft, [&](const core::Board&, const core::BoardColumn& column, const std::string& path) {
            if (column.organisations > column.cites)
                draft.findings.report(
                    under(path, "organisations"),
                    {Key::diagnostic_column_organisations,
                     {std::to_string(column.organisations), std::to_string(column.cites)}});
            if (column.facts_only && column.cites == 0)
                draft.findings.report(under(path, "facts_only"),
                                      {Key::diagnostic_column_cites_nothing, {}}, {},
                                      Severity::warning);
            if (first_of(column, FieldKind::power) && !first_of(column, FieldKind::role))
                draft.findings.report(under(path, "fields"),
                                      {Key::diagnostic_column_power_of_nobody, {}});
            if (column.stances == StanceRule::named && !first_of(column, FieldKind::role))
                draft.findings.report(under(path, "stances"),
                                      {Key::diagnostic_column_names_nobody, {}});
        });
}

// An anonymous card would give its author away by what is said about it or by whom it names.
void check_anonymous(const Draft& draft) {
    for_each_column(
        draft, [&](const core::Board&, const core::BoardColumn& column, const std::string& path) {
            if (column.anonymous && column.stances != StanceRule::none)
                draft.findings.report(under(path, "stances"),
                                      {Key::diagnostic_column_anonymous_stances, {}});
        });
}

// A column opens after another one, and in the end one that is open at once.
void check_order(const Draft& draft) {
    for_each_column(draft, [&](const core::Board& board, const core::BoardColumn& column,
                               const std::string& path) {
        const core::BoardColumn* before = &column;
        for (std::size_t steps = 0; before != nullptr && !before->after.empty(); ++steps) {
            if (steps > board.columns.size()) {
                draft.findings.report(under(path, "after"),
                                      {Key::diagnostic_column_never_opens, {column.id.value}});
                return;
            }
            before = find(board, before->after);
        }
    });
}

void check_patterns(const Draft& draft) {
    for_each_column(draft, [&](const core::Board& board, const core::BoardColumn& column,
                               const std::string& path) {
        if (!column.pattern) return;
        const std::string pattern = under(path, "pattern");
        const core::FormField* tag = first_of(column, FieldKind::choice);
        const int tags = tag == nullptr ? 0 : static_cast<int>(tag->choices.size());
        if (column.stances != StanceRule::none)
            draft.findings.report(pattern, {Key::diagnostic_pattern_with_stances, {}});
        if (column.pattern->tags > std::max(tags, 1) ||
            (tags == 0 && column.pattern->tags > 0 &&
             draft.findings.written(under(pattern, "tags"))))
            draft.findings.report(under(pattern, "tags"),
                                  {Key::diagnostic_pattern_tags,
                                   {std::to_string(column.pattern->tags), std::to_string(tags)}});
        const int seats = writers(draft.scenario, board);
        if (seats > 0 && column.pattern->seats > seats)
            draft.findings.report(under(pattern, "seats"),
                                  {Key::diagnostic_pattern_seats,
                                   {std::to_string(column.pattern->seats), std::to_string(seats)}});
    });
}

}  // namespace

Rules lint_boards() {
    static const Rule rules[] = {
        {check_written, {"roles", "tables", "boards"}, true},
        {check_wishes, {"boards"}},
        {check_anonymous, {"boards"}},
        {check_order, {"boards"}, true},
        {check_patterns, {"roles", "boards"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
