#include "client/ui/trainer/results/results_scopes.hpp"

#include <algorithm>

#include "client/ui/trainer/results/results_numbers.hpp"
#include "client/ui/trainer/results/results_rest.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 40;

// One line of the list: a title with why, the heads of the columns, or an indicator.
struct Line {
    enum class Kind : std::uint8_t { section, heads, role, numbers } kind;
    std::string title, why;
    std::vector<const v1::Indicator*> values;  // one for each column; nullptr: none
};

float column_width(const Panel& panel, Rect area) {
    return panel.ui.layout() == Layout::narrow ? area.width() * 0.3F
                                               : std::min(200.0F, area.width() * 0.3F);
}

std::vector<Line> lines_of(const Panel& panel, const v1::Results& results) {
    const auto tables = panel.view->all<v1::Table>();
    std::vector<Line> lines = {{Line::Kind::section, panel.say(Say::report_by_table), {}, {}},
                               {Line::Kind::heads, {}, {}, {}}};
    for (const v1::Indicator& team : results.team()) {
        Line line{Line::Kind::numbers, team.id(), {}, {}};
        for (const v1::Table* table : tables) {
            const auto found = std::find_if(
                results.tables().begin(), results.tables().end(), [&](const auto& each) {
                    return each.id() == team.id() && each.table() == table->id();
                });
            line.values.push_back(found == results.tables().end() ? nullptr : &*found);
        }
        lines.push_back(std::move(line));
    }
    lines.push_back({Line::Kind::section,
                     panel.say(Say::results_per_role),
                     panel.say(Say::results_per_role_gist),
                     {}});
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        std::vector<Line> of_role;
        for (const v1::Indicator& each : results.roles())
            if (each.role() == role->id() && each.opportunities() > 0)
                of_role.push_back({Line::Kind::numbers, each.id(), {}, {&each}});
        if (of_role.empty()) continue;
        lines.push_back({Line::Kind::role, role->id(), panel.in(role->name()), {}});
        lines.insert(lines.end(), of_role.begin(), of_role.end());
    }
    return lines;
}

void draw_number(Panel& panel, Rect place, const v1::Indicator* indicator) {
    if (indicator == nullptr)
        return (void)panel.draw().line(place, "–", {Type::small, Token::text_2, Align::right});
    const Rect left = draw_value(panel, place, indicator->value(), Type::strong);
    panel.draw().line(
        left, panel.say(Say::report_opportunities, {std::to_string(indicator->opportunities())}),
        {Type::small, Token::text_2, Align::right});
}

void draw_line(Panel& panel, Rect row, const Line& line, float wide) {
    if (line.kind == Line::Kind::section) {
        row.cut_top(8);
        panel.draw().line(row.cut_top(28), line.title, {Type::panel});
        if (!line.why.empty()) panel.draw().paragraph(row, line.why, {Type::small, Token::text_2});
        return;
    }
    if (line.kind == Line::Kind::heads) {
        const auto tables = panel.view->all<v1::Table>();
        for (auto table = tables.rbegin(); table != tables.rend(); ++table)
            table_badge(panel.ui, {row.cut_right(wide).right - 10, row.centre().y}, (*table)->id());
        return;
    }
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    if (line.kind == Line::Kind::role) {
        row.cut_left(role_label(panel.ui, row, panel.table_of(line.title), line.title) + 10);
        panel.draw().line(row, line.why, {Type::strong});
        return;
    }
    for (auto value = line.values.rbegin(); value != line.values.rend(); ++value)
        draw_number(panel, row.cut_right(wide), *value);
    panel.draw().line(row.cut_left(34), indicator_code(line.title),
                      {Type::strong_small, Token::text_2});
    panel.draw().line(row, panel.word("indicator." + line.title, "short"), {});
}

}  // namespace

void draw_scopes(Panel& panel, Rect area, const v1::Results& results, ResultsState& state) {
    panel.ui.area("results.scopes");
    const std::vector<Line> lines = lines_of(panel, results);
    std::vector<Row> rows;
    for (const Line& line : lines) {
        const bool head = line.kind == Line::Kind::section || line.kind == Line::Kind::heads;
        const float why = line.kind == Line::Kind::section && !line.why.empty()
                              ? panel.draw().paragraph_height(area.width() - results_bar_room,
                                                              line.why, Type::small)
                              : 0;
        rows.push_back({"", line.kind == Line::Kind::heads ? 28 : line_height + why, head});
    }
    const float wide = column_width(panel, area);
    scroll_list(panel.ui, area, "results.scopes", rows, state.scopes,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - results_bar_room;
                    draw_line(panel, row, lines[index], wide);
                },
                {.bare = true});
}

}  // namespace casustafel::ui
