#include "client/ui/replay/replay_list.hpp"

#include <algorithm>
#include <set>

#include "client/model/sentence.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 72;
constexpr std::string_view kinds[] = {"share",  "question", "decision", "talk",  "meeting",
                                      "inject", "session",  "swap",     "moment"};

bool listed(const v1::ReplayMoment& moment, const ReplayState& state) {
    const auto is = [](const std::string& wanted, const std::string& found) {
        return wanted.empty() || wanted == found;
    };
    const bool of_role =
        state.role.empty() || moment.role() == state.role ||
        (moment.role().empty() && std::find(moment.seen_by().begin(), moment.seen_by().end(),
                                            state.role) != moment.seen_by().end());
    return of_role && is(state.kind, moment.kind()) && is(state.item, moment.item()) &&
           is(state.meeting, moment.meeting());
}

// One of these, or all; the choice comes back in `chosen`.
bool filter(Panel& panel, Rect place, const std::string& name, Say all, std::vector<Option> options,
            std::string& chosen) {
    options.insert(options.begin(), {"", panel.say(all)});
    int at = 0;
    for (std::size_t each = 0; each < options.size(); ++each)
        if (options[each].key == chosen) at = static_cast<int>(each);
    for (Option& each : options)
        if (each.key.empty()) each.key = "all";
    const int picked = select(panel.ui, place, name, options, at);
    if (picked < 0 || picked == at) return false;
    chosen = picked == 0 ? std::string() : options[static_cast<std::size_t>(picked)].key;
    return true;
}

std::vector<Option> named(const Panel& panel, bool items) {
    std::set<std::string> ids;
    for (const v1::ReplayMoment& moment : panel.model.replay.moments)
        ids.insert(items ? moment.item() : moment.meeting());
    ids.erase("");
    std::vector<Option> options;
    for (const std::string& id : ids) {
        const v1::Meeting* meeting = items ? nullptr : panel.view->find<v1::Meeting>(id);
        options.push_back({id, meeting == nullptr ? id : panel.in(meeting->name())});
    }
    return options;
}

void draw_filters(Panel& panel, Rect& area, ReplayState& state) {
    std::vector<Option> of_kind, of_role;
    for (const std::string_view kind : kinds)
        of_kind.push_back({std::string(kind), panel.word("replay_kind", kind)});
    for (const v1::Role* role : panel.view->all<v1::Role>())
        of_role.push_back({role->id(), role->id(), panel.in(role->name())});
    bool changed = false;
    for (const bool first : {true, false}) {
        Rect row = area.cut_top(40);
        area.cut_top(6);
        const Rect left = row.cut_left((row.width() - 8) / 2);
        row.cut_left(8);
        if (first) {
            changed |= filter(panel, left, "past.kind", Say::replay_all_kinds, of_kind, state.kind);
            changed |= filter(panel, row, "past.role", Say::replay_all_roles, of_role, state.role);
        } else {
            changed |= filter(panel, left, "past.item", Say::replay_all_items, named(panel, true),
                              state.item);
            changed |= filter(panel, row, "past.meeting", Say::replay_all_meetings,
                              named(panel, false), state.meeting);
        }
    }
    if (changed) state.list = {};
}

void draw_moment(Panel& panel, Rect row, const v1::ReplayMoment& moment) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row = row.inset(10, 6);
    Rect head = row.cut_top(20);
    const std::string when = ui::moment(panel, moment.sim_ms());
    head.cut_left(panel.draw().line(head, when, {Type::small, Token::text_2}).width() + 8);
    std::string who = moment.role();
    if (moment.participant() != 0)
        who += (who.empty() ? "" : " · ") + panel.model.name_of(moment.participant());
    panel.draw().line(head, who, {Type::strong_small});
    const model::Reading reading{panel.ui.settings().language, false};
    std::string words = at_start(model::words(moment.sentence(), reading));
    if (!moment.typed().empty()) words += " “" + moment.typed() + "”";
    panel.draw().paragraph(row, words, {Type::small}, 2);
}

}  // namespace

int draw_replay_list(Panel& panel, Rect area, ReplayState& state) {
    panel.ui.area("past.events");
    panel.draw().fill(area, Token::surface);
    panel.draw().vertical_rule(area.left, area.top, area.bottom);
    area = area.inset(12, 10);
    draw_filters(panel, area, state);
    const auto& moments = panel.model.replay.moments;
    std::vector<Row> rows;
    std::vector<std::size_t> which;
    for (std::size_t at = 0; at < moments.size(); ++at) {
        if (!listed(moments[at], state)) continue;
        which.push_back(at);
        rows.push_back({.name = "past.moment." + std::to_string(at),
                        .height = row_height,
                        .selected = at == state.at});
    }
    if (rows.empty()) {
        empty_state(panel, area, Say::replay_empty, Say::replay_empty_body);
        return -1;
    }
    const int picked = scroll_list(panel.ui, area, "past.moments", rows, state.list,
                                   [&](std::size_t index, Rect row, const Response&) {
                                       draw_moment(panel, row, moments[which[index]]);
                                   });
    return picked < 0 ? -1 : static_cast<int>(which[static_cast<std::size_t>(picked)]);
}

}  // namespace casustafel::ui
