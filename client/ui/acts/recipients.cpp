#include "client/ui/acts/recipients.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr float heading_height = 30, row_height = 48, nobody_height = 66;

struct Line {
    enum class Kind : std::uint8_t { heading, meeting, nobody, role } kind;
    std::string role, note;
    const RecipientGroup* group;
};

Tick meeting_tick(const RecipientGroup& group, const RecipientsState& state) {
    if (state.meeting != nullptr && *state.meeting == group.meeting->id()) return Tick::full;
    const bool some = std::any_of(group.roles.begin(), group.roles.end(),
                                  [&](const auto& role) { return state.chosen.contains(role); });
    return some ? Tick::partly : Tick::none;
}

void toggle_meeting(const RecipientGroup& group, RecipientsState& state) {
    const bool was = meeting_tick(group, state) == Tick::full;
    *state.meeting = was ? std::string() : group.meeting->id();
    for (const std::string& role : group.roles) {
        if (was)
            state.chosen.erase(role);
        else
            state.chosen.insert(role);
    }
}

void toggle_role(const std::vector<RecipientGroup>& groups, const std::string& role,
                 RecipientsState& state) {
    if (state.chosen.contains(role))
        state.chosen.erase(role);
    else
        state.chosen.insert(role);
    // Taking one out of a meeting ticked as a whole leaves the others as chosen people.
    if (state.meeting == nullptr || state.meeting->empty()) return;
    for (const RecipientGroup& group : groups) {
        if (group.meeting == nullptr || group.meeting->id() != *state.meeting) continue;
        const bool all =
            std::all_of(group.roles.begin(), group.roles.end(),
                        [&](const std::string& member) { return state.chosen.contains(member); });
        if (!all) state.meeting->clear();
    }
}

void draw_role(Panel& panel, const Line& line, Rect row, bool chosen) {
    const float indent = line.group->meeting != nullptr ? 32 : 4;
    if (chosen) panel.draw().fill(row, Token::accent_soft, radius::keycap);
    if (chosen && borders_for_fills(panel.draw().contrast()))
        panel.draw().border(row, Token::accent, 1, radius::keycap);
    draw_tick(panel.ui, {row.left + indent + 14, row.centre().y}, chosen ? Tick::full : Tick::none);
    table_badge(panel.ui, {row.left + indent + 46, row.top + 15}, panel.table_of(line.role));
    Rect words{row.left + indent + 64, row.top + 4, row.right - 8, row.bottom - 3};
    Rect first = words.cut_top(22);
    first.left = panel.draw().line(first, line.role, {Type::strong}).right + 10;
    panel.draw().line(first, panel.role_name(line.role), {Type::body, Token::text_2});
    panel.draw().line(words, line.note, {Type::small, Token::text_2});
}

void draw_meeting(Panel& panel, const Line& line, Rect row, Tick tick) {
    draw_tick(panel.ui, {row.left + 18, row.centre().y}, tick);
    Rect words{row.left + 40, row.top + 4, row.right - 8, row.bottom - 3};
    panel.draw().line(
        words.cut_top(22),
        panel.say(Say::share_whole_meeting, {in_sentence(panel.in(line.group->meeting->name()))}),
        {Type::strong});
    std::string members;
    for (const std::string& role : line.group->roles)
        members += (members.empty() ? "" : ", ") + role;
    panel.draw().line(
        words,
        panel.say(Say::share_present_now, {std::to_string(line.group->roles.size()), members}),
        {Type::small, Token::text_2});
}

// A meeting in which nobody would hear it: told, so that nobody looks for it.
void draw_nobody(Panel& panel, const Line& line, Rect row) {
    Rect words{row.left + 40, row.top + 4, row.right - 8, row.bottom - 3};
    panel.draw().line(words.cut_top(22), panel.in(line.group->meeting->name()),
                      {Type::body, Token::text_2});
    panel.draw().paragraph(words, line.note, {Type::small, Token::text_2}, 2);
}

std::vector<Line> lines_of(const Panel& panel, const std::vector<RecipientGroup>& groups,
                           bool meetings) {
    std::vector<Line> lines;
    for (const RecipientGroup& group : groups) {
        if (group.roles.empty() && group.nobody.empty()) continue;
        if (!group.title.empty()) lines.push_back({Line::Kind::heading, {}, group.title, &group});
        if (group.roles.empty()) {
            lines.push_back({Line::Kind::nobody, {}, group.nobody, &group});
            continue;
        }
        if (group.meeting != nullptr && meetings)
            lines.push_back({Line::Kind::meeting, {}, {}, &group});
        for (std::size_t index = 0; index < group.roles.size(); ++index) {
            const v1::Role* role = panel.view->find<v1::Role>(group.roles[index]);
            std::string note = index < group.notes.size() ? group.notes[index]
                               : role == nullptr          ? std::string()
                                                          : panel.player_of(*role);
            lines.push_back({Line::Kind::role, group.roles[index], std::move(note), &group});
        }
    }
    return lines;
}

// A role that stands in an earlier group too has its meeting in its name; both rows are one tick.
std::string row_name(const std::string& name, const Line& line,
                     const std::vector<RecipientGroup>& groups) {
    for (const RecipientGroup& group : groups) {
        if (&group == line.group) break;
        if (std::find(group.roles.begin(), group.roles.end(), line.role) != group.roles.end())
            return name + ".meeting." +
                   (line.group->meeting == nullptr ? "" : line.group->meeting->id()) + "." +
                   line.role;
    }
    return name + "." + line.role;
}

}  // namespace

std::vector<std::string> other_roles(const Panel& panel, const std::set<std::string>& except) {
    std::vector<std::string> taken, free;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (role->id() == panel.role || except.contains(role->id())) continue;
        (role->occupant() != 0 ? taken : free).push_back(role->id());
    }
    taken.insert(taken.end(), free.begin(), free.end());
    return taken;
}

float recipients_height(const Panel& panel, const std::vector<RecipientGroup>& groups,
                        bool meetings) {
    float high = 0;
    for (const Line& line : lines_of(panel, groups, meetings))
        high += line.kind == Line::Kind::heading  ? heading_height
                : line.kind == Line::Kind::nobody ? nobody_height
                                                  : row_height;
    return high;
}

void draw_recipients(Panel& panel, Rect area, const std::string& name,
                     const std::vector<RecipientGroup>& groups, RecipientsState state) {
    const auto lines = lines_of(panel, groups, state.meeting != nullptr);
    std::vector<Row> rows;
    for (const Line& line : lines) {
        if (line.kind == Line::Kind::heading)
            rows.push_back({"", heading_height, true, false, line.note});
        else if (line.kind == Line::Kind::nobody)
            rows.push_back({"", nobody_height, true, false, line.group->meeting->id()});
        else if (line.kind == Line::Kind::meeting)
            rows.push_back({name + ".meeting." + line.group->meeting->id(), row_height, false,
                            false, line.group->title});
        else
            rows.push_back({row_name(name, line, groups), row_height, false,
                            state.chosen.contains(line.role), line.role});
    }
    const int picked =
        scroll_list(panel.ui, area, name, rows, state.list,
                    [&](std::size_t index, Rect row, const Response& response) {
                        const Line& line = lines[index];
                        row.bottom -= 2;
                        if (response.hovered)
                            panel.draw().fill(row, Token::accent_soft, radius::keycap);
                        if (line.kind == Line::Kind::heading)
                            panel.draw().line({row.left + 8, row.top, row.right, row.bottom},
                                              line.note, {Type::strong_small, Token::text_2});
                        else if (line.kind == Line::Kind::nobody)
                            draw_nobody(panel, line, row);
                        else if (line.kind == Line::Kind::meeting)
                            draw_meeting(panel, line, row, meeting_tick(*line.group, state));
                        else
                            draw_role(panel, line, row, state.chosen.contains(line.role));
                        if (response.ring) focus_ring_inside(panel.ui, row, radius::keycap);
                    },
                    {.inset_left = 8, .cards = true});
    if (picked < 0) return;
    const Line& line = lines[static_cast<std::size_t>(picked)];
    if (line.kind == Line::Kind::meeting)
        toggle_meeting(*line.group, state);
    else
        toggle_role(groups, line.role, state);
}

}  // namespace casustafel::ui
