#include "client/ui/table/dossier.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/search.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 50, heading_height = 30;

bool matches(const Panel& panel, const v1::Item& item, const std::string& wanted) {
    std::string all = item.id() + " " + panel.in(item.title()) + " " + whole_text(panel, item) +
                      " " + panel.in(item.source()) + " " + item.received_from() + " " +
                      panel.word("category", item.category());
    for (const std::string& person : item.about()) all += " " + panel.person_name(person);
    return found_in(all, wanted);
}

void draw_row(Panel& panel, const v1::Item& item, bool selected, Rect row) {
    Painter& draw = panel.draw();
    const bool fresh = !item.read();
    Rect inner{row.left + measure::pad.in(panel.ui), row.top + 4, row.right - 14, row.bottom - 4};
    if (fresh) new_dot(panel.ui, {row.left + measure::pad.in(panel.ui) / 2, row.centre().y});
    Rect first = inner.cut_top(22);
    sensitivity_bars(panel.ui, {first.right - 14, first.centre().y},
                     static_cast<int>(item.sensitivity()));
    first.right -= 24;
    draw.line(first, panel.item_title(item), {fresh || selected ? Type::strong : Type::body});
    Rect second = inner;
    const Rect right = fresh ? icon_label(panel.ui, second, Icon::none, panel.say(Say::dossier_new),
                                          Tone::accent, true, Align::right)
                       : item.mark().empty()
                           ? Rect{second.right, second.top, second.right, second.bottom}
                           : mark_label(panel.ui, second, item.mark(), Align::right);
    second.right = right.left - 8;
    const std::string from = item.original()
                                 ? panel.in(item.source())
                                 : item.received_from() + "  " + clock_text(item.since_sim_ms());
    draw.line(second, item.id() + "  " + from, {Type::small, Token::text_2});
}

void draw_head(Panel& panel, Rect area, DossierState& state,
               const std::vector<const v1::Item*>& items) {
    const Rect words = panel.draw().line(area, panel.say(Say::dossier_title), {Type::panel});
    const std::string count = std::to_string(items.size());
    count_pill(panel.ui, {words.right + 8, area.centre().y}, count);
    const Rect search{area.right - 40, area.top, area.right, area.bottom};
    const auto fresh = std::count_if(items.begin(), items.end(),
                                     [](const v1::Item* item) { return !item->read(); });
    if (fresh > 0)
        panel.draw().line({words.right + 18 + count_pill_width(panel.ui, count), area.top,
                           search.left - 4, area.bottom},
                          panel.say(Say::dossier_new_count, {std::to_string(fresh)}),
                          {Type::strong_small, Token::accent});
    if (button(panel.ui, search.middle_row(32), "dossier.search_open", {},
               {.style = ButtonStyle::quiet, .icon = state.searching ? Icon::close : Icon::search},
               panel.say(Say::dossier_search_open))) {
        state.searching = !state.searching;
        state.search.clear();
        if (state.searching) panel.ui.focus("dossier.search");
    }
}

}  // namespace

void open_item(Panel& panel, DossierState& state, const std::string& id) {
    state.selected = id;
    const v1::Item* item = panel.view->find<v1::Item>(id);
    if (item == nullptr || item->read() || !panel.may_act()) return;
    panel.act<v1::ReadItem>([&](auto& act) { act.set_item(id); });
}

void draw_dossier(Panel& panel, Rect area, DossierState& state) {
    panel.ui.area("dossier");
    const auto items = panel.view->all<v1::Item>();
    if (panel.ui.take(Intent::search)) {
        state.searching = true;
        panel.ui.focus("dossier.search");
    }
    const float pad = measure::pad.in(panel.ui);
    Rect head = area.cut_top(44);
    draw_head(panel, {head.left + pad, head.top, head.right - 12, head.bottom}, state, items);
    if (state.searching) {
        field(panel.ui, area.cut_top(40).inset(pad, 0), "dossier.search", state.search,
              {.placeholder = panel.say(Say::dossier_search), .limit = 60});
        area.cut_top(8);
    }
    std::vector<Row> rows;
    std::vector<const v1::Item*> shown;
    for (const bool own : {true, false}) {
        bool headed = false;
        for (const v1::Item* item : items) {
            if (item->original() != own || !matches(panel, *item, state.search)) continue;
            if (!std::exchange(headed, true)) {
                rows.push_back({"", heading_height, true, false,
                                panel.say(own ? Say::dossier_own : Say::dossier_received)});
                shown.push_back(nullptr);
            }
            rows.push_back({"item." + item->id(), row_height, false, item->id() == state.selected,
                            panel.item_title(*item)});
            shown.push_back(item);
        }
    }
    if (rows.empty()) {
        const bool nothing = !items.empty();
        empty_state(panel, area.inset(pad, 8),
                    nothing ? Say::dossier_nothing_found : Say::dossier_empty,
                    nothing ? Say::dossier_nothing_found_body : Say::dossier_empty_body);
        return;
    }
    const int picked =
        scroll_list(panel.ui, area, "dossier.rows", rows, state.list,
                    [&](std::size_t index, Rect row, const Response&) {
                        if (shown[index] == nullptr) {
                            panel.draw().line({row.left + pad, row.top, row.right, row.bottom},
                                              rows[index].label, {Type::small, Token::text_2});
                        } else {
                            draw_row(panel, *shown[index], rows[index].selected, row);
                        }
                    },
                    {.inset_left = pad});
    if (picked >= 0) open_item(panel, state, shown[static_cast<std::size_t>(picked)]->id());
}

}  // namespace casustafel::ui
