#include "client/ui/swap.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/field.hpp"
#include "client/ui/help.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/requests.hpp"
#include "client/ui/role_card.hpp"
#include "client/ui/scroll_list.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_note_bytes = 2000;

bool writing(const v1::SwapUnderWay& swap) { return swap.stage() == "writing"; }

// Real time left in this stage, counted on from when the server said it.
std::int64_t left_ms(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state) {
    const std::string said = swap.stage() + std::to_string(swap.ends_in_ms());
    if (state.said != said) {
        state.said = said;
        state.said_at_ms = panel.now_ms;
    }
    panel.ui.wake_after(1);
    const bool standing = panel.phase_is("paused");
    const std::int64_t passed = standing ? 0 : panel.now_ms - state.said_at_ms;
    return std::max<std::int64_t>(0, swap.ends_in_ms() - passed);
}

// The three steps in the bar; the one that is on stands out by ground and weight.
void draw_steps(Panel& panel, Rect bar, bool reading) {
    const Say names[] = {Say::swap_step_write, Say::swap_step_read, Say::swap_step_go};
    const int now = reading ? 1 : 0;
    for (int step = 0; step < 3; ++step) {
        const std::string words = panel.say(names[step]);
        const Type type = step == now ? Type::strong : Type::body;
        const float wide = panel.draw().width(words, type) + 36;
        if (bar.width() < wide + 16) return;
        Rect place = bar.cut_left(wide + 12).middle_row(36);
        place.right -= 12;
        if (step == now) panel.draw().fill(place, Token::accent_soft, 18);
        const Icon icon = step < now ? Icon::check_circle : Icon::circle;
        panel.draw().icon({place.left + 14, place.centre().y}, icon, IconSize::control,
                          step < now    ? Token::good
                          : step == now ? Token::accent
                                        : Token::text_2);
        place.cut_left(30);
        panel.draw().line(place, words, {type, step == now ? Token::accent : Token::text_2});
    }
}

void draw_top(Panel& panel, Rect area, TableState& state, bool reading) {
    Rect bar = draw_bar(panel, area);
    draw_menu(panel, bar, state.bar, true);
    bar.cut_right(8);
    draw_connection(panel, bar);
    if (panel.ui.layout() == Layout::narrow) {
        panel.draw().line(bar, panel.say(Say::swap_title), {Type::strong});
        return;
    }
    bar.cut_right(16);
    const std::string still = panel.say(Say::swap_clock_still);
    icon_label(panel.ui, bar.cut_right(panel.draw().width(still, Type::small) + 24), Icon::pause,
               still, Tone::neutral);
    panel.draw().vertical_rule(bar.left - 8, bar.centre().y - 16, bar.centre().y + 16);
    bar.cut_left(12);
    bar.cut_left(panel.draw().line(bar, panel.say(Say::swap_title), {Type::panel}).width() + 32);
    draw_steps(panel, bar, reading);
}

void say_ready(Panel& panel) {
    v1::Command command = panel.command();
    command.mutable_say_ready();
    panel.outbox.act(std::move(command));
}

void save_note(Panel& panel, const SwapScreenState& state) {
    v1::Command command = panel.command();
    v1::WriteHandoverNote& note = *command.mutable_write_handover_note();
    note.set_text(state.note);
    for (const std::string& item : state.items) note.add_items(item);
    for (const std::uint64_t request : state.requests) note.add_requests(request);
    panel.outbox.act(std::move(command));
}

void draw_ready_list(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                     SwapScreenState& state) {
    struct Line {
        std::string role, who;
        bool ready;
    };
    std::vector<Line> lines;
    int ready = 0;
    for (const v1::Role* role : panel.view->roles()) {
        if (model::swaps_with(swap, role->id()).empty() || role->occupant() == 0) continue;
        lines.push_back(
            {role->id(), panel.occupant_name(*role), model::is_ready(swap, role->id())});
        ready += lines.back().ready ? 1 : 0;
    }
    Rect head = area.cut_top(28);
    panel.draw().line(head, panel.say(Say::swap_who_is_ready), {Type::strong});
    panel.draw().line(
        head, panel.say(Say::swap_ready_of, {std::to_string(ready), std::to_string(lines.size())}),
        {Type::small, Token::text_2, Align::right});
    std::vector<Row> rows(lines.size(), Row{"", 28});
    scroll_list(panel.ui, area, "swap.people", rows, state.people,
                [&](std::size_t index, Rect row, const Response&) {
                    const Line& line = lines[index];
                    row.right = area.right - 10;
                    icon_label(panel.ui, row.cut_right(76),
                               line.ready ? Icon::check_circle : Icon::circle,
                               panel.say(line.ready ? Say::swap_ready : Say::swap_busy),
                               line.ready ? Tone::good : Tone::neutral, false, Align::right);
                    const Rect code = row.cut_right(96);
                    role_label(panel.ui, code, panel.table_of(line.role), line.role);
                    const bool me = line.role == panel.role;
                    panel.draw().line(row, me ? panel.say(Say::swap_you) : line.who,
                                      {me ? Type::strong : Type::body});
                },
                {.bare = true});
}

void draw_right(Panel& panel, Rect column, const v1::SwapUnderWay& swap, SwapScreenState& state) {
    panel.ui.area("ready");
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.left, column.top, column.bottom);
    Rect inner = column.inset(24, 20);
    panel.draw().line(inner.cut_top(22),
                      panel.say(writing(swap) ? Say::swap_time_to_write : Say::swap_time_to_read),
                      {Type::strong, Token::text_2});
    panel.draw().line(inner.cut_top(60), minutes_and_seconds(left_ms(panel, swap, state)),
                      {Type::countdown});
    inner.cut_top(8);
    const bool moves = !model::swaps_with(swap, panel.role).empty();
    const bool ready = model::is_ready(swap, panel.role);
    if (moves && !ready) {
        const bool unsaved = writing(swap) && !swap.note_written();
        const bool pressed =
            button(panel.ui, inner.cut_top(48), "swap.ready", panel.say(Say::swap_i_am_ready),
                   {.style = unsaved ? ButtonStyle::outlined : ButtonStyle::primary,
                    .icon = Icon::check,
                    .enabled = !panel.looking});
        if (pressed) say_ready(panel);
        if (unsaved)
            inner.cut_top(8 + panel.draw().paragraph({inner.left, inner.top + 8, inner.right, 9999},
                                                     panel.say(Say::swap_note_first),
                                                     {Type::small, Token::text_2}));
    } else {
        inner.cut_top(panel.draw().paragraph(
            inner, panel.say(moves ? Say::swap_wait_for_others : Say::swap_you_stay), {}));
    }
    inner.cut_top(20);
    panel.draw().horizontal_rule(column.left, column.right, inner.top);
    inner.cut_top(16);
    draw_ready_list(panel, inner, swap, state);
}

template <class Set, class Key>
void toggle(Set& set, const Key& key) {
    if (!set.erase(key)) set.insert(key);
}

// What the next person must not miss: open requests of this role, and its own items.
void draw_links(Panel& panel, Rect area, SwapScreenState& state) {
    std::vector<const v1::Request*> open;
    for (const v1::Request* request : panel.view->requests())
        if (model::is_open_for(*request, panel.role) ||
            (request->asker() == panel.role && model::is_open(*request)))
            open.push_back(request);
    const auto items = panel.view->items();
    panel.draw().line(area.cut_top(28), panel.say(Say::swap_linked), {Type::strong});
    std::vector<Row> rows;
    for (const v1::Request* request : open)
        rows.push_back({"swap.link.request." + std::to_string(request->id()), 46});
    for (const v1::Item* item : items) rows.push_back({"swap.link.item." + item->id(), 46});
    const int picked = scroll_list(
        panel.ui, area, "swap.links", rows, state.links,
        [&](std::size_t index, Rect row, const Response& response) {
            if (response.hovered) panel.draw().fill(row, Token::accent_soft);
            const bool is_request = index < open.size();
            const v1::Item* item = is_request ? nullptr : items[index - open.size()];
            const bool on = is_request ? state.requests.contains(open[index]->id())
                                       : state.items.contains(item->id());
            draw_tick(panel.ui, {row.left + 14, row.centre().y}, on ? Tick::full : Tick::none);
            panel.draw().icon({row.left + 46, row.centre().y},
                              is_request ? Icon::question : Icon::document, IconSize::control,
                              is_request ? Token::attention : Token::text_2);
            Rect words = Rect{row.left + 68, row.top, row.right - 12, row.bottom}.middle_row(40);
            const std::string title =
                !is_request ? panel.item_title(*item)
                : open[index]->asker() == panel.role
                    ? panel.say(
                          Say::swap_own_question,
                          {enumerate(panel, {open[index]->to().begin(), open[index]->to().end()})})
                    : panel.say(Say::swap_question_of, {open[index]->asker()});
            panel.draw().line(words.cut_top(22), title, {Type::strong});
            panel.draw().line(words, is_request ? question_text(panel, *open[index]) : item->id(),
                              {Type::small, Token::text_2});
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
            if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
        });
    if (picked < 0 || panel.looking) return;
    const auto index = static_cast<std::size_t>(picked);
    if (index < open.size())
        toggle(state.requests, open[index]->id());
    else
        toggle(state.items, items[index - open.size()]->id());
}

void draw_note_buttons(Panel& panel, Rect row, const v1::SwapUnderWay& swap,
                       const SwapScreenState& state) {
    const bool blank = state.note.find_first_not_of(" \n") == std::string::npos;
    const std::string label =
        panel.say(swap.note_written() ? Say::swap_save_again : Say::swap_save);
    const ButtonLook look{.style = ButtonStyle::primary,
                          .icon = Icon::send,
                          .keycap = panel.ui.layout() == Layout::narrow ? "" : "Ctrl ↵",
                          .enabled = !blank && !panel.looking};
    const bool pressed = button(panel.ui, row.cut_left(button_width(panel.ui, label, look)),
                                "swap.save", label, look);
    row.cut_left(16);
    if ((pressed || panel.ui.take({Key::enter, false, true})) && look.enabled)
        save_note(panel, state);
    if (swap.note_written())
        icon_label(panel.ui, row, Icon::check_circle, panel.say(Say::swap_saved), Tone::good);
}

void draw_writing(Panel& panel, Rect area, const v1::SwapUnderWay& swap, SwapScreenState& state) {
    panel.ui.area("note");
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Rect inner = area.inset(narrow ? 16 : 24, narrow ? 12 : 20);
    const std::string next = model::swaps_with(swap, panel.role);
    panel.draw().line(inner.cut_top(28), panel.say(Say::swap_your_note), {Type::heading});
    inner.cut_top(4);
    const std::string hint =
        next.empty() ? panel.say(Say::swap_you_stay)
                     : panel.say(Say::swap_note_hint, {panel.role, next, panel.role_name(next)});
    inner.cut_top(panel.draw().paragraph(inner, hint, {Type::body, Token::text_2}) + 12);
    if (next.empty()) return;
    const bool side_by_side = inner.width() >= 720;
    Rect links = side_by_side ? inner.cut_right(inner.width() * 0.44F) : Rect{};
    if (side_by_side) inner.cut_right(24);
    const Rect buttons = inner.cut_bottom(44);
    inner.cut_bottom(12);
    if (!side_by_side) links = inner.cut_bottom(inner.height() * 0.5F);
    field(panel.ui, inner, "swap.note", state.note,
          {.placeholder = panel.say(Say::swap_note_placeholder),
           .several_lines = true,
           .enabled = !panel.looking,
           .limit_bytes = longest_note_bytes});
    draw_links(panel, links, state);
    draw_note_buttons(panel, buttons, swap, state);
}

// Card and note of the seat one comes into.
float draw_card_and_note(Panel& panel, Rect inner) {
    const float top = inner.top;
    inner.bottom = inner.top + 100'000;
    draw_role_head(panel, inner.cut_top(64));
    inner.cut_top(4);
    inner.cut_top(draw_role_rows(panel, inner, Type::body, false) + 8);
    panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
    inner.cut_top(14);
    panel.draw().line(inner.cut_top(26), panel.say(Say::swap_note_for_you), {Type::strong});
    const v1::HandoverNote* note = panel.view->handover_note(panel.role);
    if (note == nullptr) {
        inner.cut_top(panel.draw().paragraph(inner, panel.say(Say::swap_no_note),
                                             {Type::body, Token::text_2}));
        return inner.top - top;
    }
    inner.cut_top(panel.draw().paragraph(inner, note->text(), {}) + 6);
    if (link(panel.ui, inner.cut_top(28), "swap.copy_note", panel.say(Say::swap_copy_note),
             Icon::copy))
        panel.ui.copy(note->text());
    inner.cut_top(8);
    const auto linked = [&](Icon icon, const std::string& title, const std::string& words) {
        panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
        Rect row = inner.cut_top(46);
        panel.draw().icon({row.left + 12, row.centre().y}, icon, IconSize::control, Token::text_2);
        row.cut_left(34);
        row = row.middle_row(40);
        panel.draw().line(row.cut_top(22), title, {Type::strong});
        panel.draw().line(row, words, {Type::small, Token::text_2});
    };
    for (const std::uint64_t id : note->requests()) {
        const v1::Request* request = panel.view->request(id);
        if (request == nullptr) continue;
        linked(Icon::question,
               request->asker() == panel.role
                   ? panel.say(Say::swap_own_question,
                               {enumerate(panel, {request->to().begin(), request->to().end()})})
                   : panel.say(Say::swap_question_of, {request->asker()}),
               question_text(panel, *request));
    }
    for (const std::string& id : note->items()) {
        const v1::Item* item = panel.view->item(id);
        if (item != nullptr) linked(Icon::document, panel.item_title(*item), id);
    }
    return inner.top - top;
}

void draw_reading(Panel& panel, Rect area, TableState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    if (!narrow) {
        Rect left = area.cut_left(panel.ui.layout() == Layout::wide ? 344 : 280);
        panel.draw().fill(left, Token::surface);
        panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
        left.right -= 1;
        left.cut_top(8);
        draw_dossier(panel, left, state.swap.dossier);
    }
    panel.ui.area("card");
    Rect card = narrow ? area : area.inset(16, 20);
    panel.draw().fill(card, Token::surface, narrow ? 0 : radius::dialog);
    if (!narrow) panel.draw().border(card, Token::line, 1, radius::dialog);
    Rect inner = card.inset(narrow ? 16 : 24, narrow ? 12 : 20);
    const v1::Item* item = narrow ? nullptr : panel.view->item(state.swap.dossier.selected);
    if (item != nullptr) {
        if (link(panel.ui, inner.cut_top(28), "swap.back", panel.say(Say::swap_back_to_card),
                 Icon::chevron_left))
            state.swap.dossier.selected.clear();
        inner.cut_top(8);
        scroll_area(panel.ui, inner, "swap.item", [&](Rect text) {
            const float top = text.top;
            text.bottom = text.top + 100'000;
            text.cut_top(panel.draw().paragraph(text, panel.in(item->title()), {Type::heading}) +
                         8);
            text.cut_top(panel.draw().paragraph(text, panel.in(item->text()), {}));
            return text.top - top;
        });
        return;
    }
    scroll_area(panel.ui, inner, "swap.card",
                [&](Rect text) { return draw_card_and_note(panel, text); });
}

void draw_over(Panel& panel, TableState& state) {
    if (panel.looking) return;
    if (state.bar.leave_asked &&
        draw_leave_question(panel, state.bar, panel.say(Say::table_leave_title),
                            panel.say(Say::table_leave_body), panel.say(Say::table_leave_act)))
        panel.outbox.sign_out();
    draw_help(panel, state.bar);
}

}  // namespace

void draw_swap(Panel& panel, TableState& state) {
    const v1::SwapUnderWay& swap = *panel.view->swap();
    Rect screen = panel.ui.screen();
    if (panel.borrowed) screen.cut_top(borrowed_strip_height);
    draw_top(panel, screen.cut_top(height_of_bar(panel.ui)), state, !writing(swap));
    draw_strips(panel, screen, state.bar);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Rect right = narrow ? Rect{} : screen.cut_right(panel.ui.layout() == Layout::wide ? 376 : 304);
    if (narrow) {
        const Tab tabs[] = {
            {"work", panel.say(writing(swap) ? Say::swap_step_write : Say::swap_step_read)},
            {"ready", panel.say(Say::swap_who_is_ready)}};
        panel.ui.area("tabs");
        Rect top = screen.cut_top(40);
        panel.draw().fill(top, Token::surface);
        const int picked =
            tab_row(panel.ui, top.inset(12, 0), "swap.tab", tabs, state.swap.tab, 18);
        if (picked >= 0) state.swap.tab = picked;
        if (state.swap.tab == 1) {
            draw_right(panel, screen, swap, state.swap);
            return draw_over(panel, state);
        }
    }
    if (writing(swap))
        draw_writing(panel, screen, swap, state.swap);
    else
        draw_reading(panel, screen, state);
    if (!narrow) draw_right(panel, right, swap, state.swap);
    draw_over(panel, state);
}

}  // namespace casustafel::ui
