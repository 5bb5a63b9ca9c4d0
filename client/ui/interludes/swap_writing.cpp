#include "client/ui/interludes/swap_writing.hpp"

#include <utility>

#include "client/model/queries.hpp"
#include "client/ui/interludes/swap_reading.hpp"
#include "client/ui/interludes/swap_side.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t rest_ms = 2'000, last_moment_ms = 5'000;

// The handover as one text, to see whether it changed.
std::string written(const SwapScreenState& state) {
    std::string all = state.note;
    for (const std::string& item : state.items) all += '\n' + item;
    for (const std::uint64_t request : state.requests) all += '\n' + std::to_string(request);
    return all;
}

struct Choices {
    std::vector<const v1::Request*> requests;
    std::vector<const v1::Item*> items;
};

// Open requests of this role, and all that it knows.
Choices choices(const Panel& panel) {
    Choices all;
    for (const v1::Request* request : panel.view->all<v1::Request>())
        if (model::is_open_for(*request, panel.role) ||
            (request->asker() == panel.role && model::is_open(*request)))
            all.requests.push_back(request);
    all.items = panel.view->all<v1::Item>();
    return all;
}

Handover::Line line_of(const Panel& panel, const v1::Request& request) {
    const std::string title =
        request.asker() == panel.role
            ? panel.say(Say::swap_own_question,
                        {enumerate(panel, {request.to().begin(), request.to().end()})})
            : panel.say(Say::swap_question_of, {request.asker()});
    return {true, title, question_text(panel, request)};
}
Handover::Line line_of(const Panel& panel, const v1::Item& item) {
    return {false, panel.item_title(item), item.id()};
}

void send_note(Panel& panel, SwapScreenState& state, Handover* handover) {
    state.sent = written(state);
    state.refused.clear();
    panel.act<v1::WriteHandoverNote>([&](auto& note) {
        note.set_text(state.note);
        for (const std::string& item : state.items) note.add_items(item);
        for (const std::uint64_t request : state.requests) note.add_requests(request);
    });
    if (handover == nullptr) return;
    *handover = {panel.role, state.note, {}};
    for (const std::uint64_t id : state.requests)
        if (const v1::Request* request = panel.view->find<v1::Request>(id))
            handover->linked.push_back(line_of(panel, *request));
    for (const std::string& id : state.items)
        if (const v1::Item* item = panel.view->find<v1::Item>(id))
            handover->linked.push_back(line_of(panel, *item));
}

template <class Set, class Key>
void toggle(Set& set, const Key& key) {
    if (!set.erase(key)) set.insert(key);
}

void draw_along(Panel& panel, Rect area, SwapScreenState& state) {
    const Choices all = choices(panel);
    // In a narrow window the tab says it, and two rows fit instead of one.
    if (panel.ui.layout() != Layout::narrow)
        panel.draw().line(area.cut_top(28), panel.say(Say::swap_linked), {Type::strong});
    Rect note = area.cut_bottom(
        panel.draw().paragraph_height(area.width(), panel.say(Say::deed_by_itself), Type::small) +
        8);
    note.cut_top(8);
    panel.draw().paragraph(note, panel.say(Say::deed_by_itself), {Type::small, Token::text_2});
    std::vector<Row> rows;
    for (const v1::Request* request : all.requests)
        rows.push_back({"swap.link.request." + std::to_string(request->id()), 46});
    for (const v1::Item* item : all.items) rows.push_back({"swap.link.item." + item->id(), 46});
    const std::size_t asked = all.requests.size();
    const int picked = scroll_list(
        panel.ui, area, "swap.links", rows, state.links,
        [&](std::size_t index, Rect row, const Response& response) {
            if (response.hovered) panel.draw().fill(row, Token::accent_soft);
            const bool is_request = index < asked;
            const bool on = is_request ? state.requests.contains(all.requests[index]->id())
                                       : state.items.contains(all.items[index - asked]->id());
            const Handover::Line line = is_request ? line_of(panel, *all.requests[index])
                                                   : line_of(panel, *all.items[index - asked]);
            draw_tick(panel.ui, {row.left + 14, row.centre().y}, on ? Tick::full : Tick::none);
            panel.draw().icon({row.left + 46, row.centre().y},
                              is_request ? Icon::question : Icon::document, IconSize::control,
                              is_request ? Token::attention : Token::text_2);
            Rect words = Rect{row.left + 68, row.top, row.right - 12, row.bottom}.middle_row(40);
            panel.draw().line(words.cut_top(22), line.title, {Type::strong});
            panel.draw().line(words, line.words, {Type::small, Token::text_2});
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
            if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
        });
    if (picked < 0 || panel.looking) return;
    const auto index = static_cast<std::size_t>(picked);
    if (index < asked)
        toggle(state.requests, all.requests[index]->id());
    else
        toggle(state.items, all.items[index - asked]->id());
}

void draw_buttons(Panel& panel, Rect row, const v1::SwapUnderWay& swap, SwapScreenState& state,
                  Handover* handover) {
    const bool blank = nothing_written(state);
    const bool saved = handover_saved(swap, state);
    const std::size_t excess = panel.ui.excess_of("swap.note");
    const std::string label =
        panel.say(swap.note_written() ? Say::swap_save_again : Say::swap_save);
    const ButtonLook look{
        .style = swap.note_written() ? ButtonStyle::outlined : ButtonStyle::primary,
        .icon = Icon::send,
        .keycap = panel.ui.layout() == Layout::narrow ? "" : "Ctrl ↵",
        .enabled = !blank && !panel.looking && excess == 0};
    const bool pressed = button_left(panel.ui, row, 0, "swap.save", label, look);
    row.cut_left(16);
    if ((pressed || panel.ui.take(Intent::send)) && look.enabled) send_note(panel, state, handover);
    if (excess > 0)
        reason_line(panel.ui, row, words_for_excess(panel.ui, excess));
    else if (saved)
        icon_label(panel.ui, row, Icon::check_circle, panel.say(Say::swap_saved), Tone::good);
    else if (!blank)
        icon_label(panel.ui, row, Icon::hourglass,
                   panel.say(handover_on_its_way(swap, state)  ? Say::swap_on_way_title
                             : written(state) == state.refused ? Say::swap_not_arrived
                             : state.ready_asked               ? Say::swap_note_first
                                                               : Say::swap_saving),
                   Tone::attention);
    else if (blank && !panel.looking)
        reason_line(panel.ui, row, panel.say(Say::swap_write_something));
}

struct Handovers {
    static constexpr const char* path = "note";
    static auto& only(auto& table) { return table.swap; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (command.has_write_handover_note())
            table.swap.refused = std::exchange(table.swap.sent, {});
        return false;
    }
    static void tidy(const model::View& view, const std::string& role, TableState& table) {
        const v1::HandoverNote* note = view.find<v1::HandoverNote>(role);
        if (note != nullptr && note->text() == table.swap.note) table.swap.note.clear();
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, SwapScreenState& state) {
    visit("text", state.note);
    visit("items", state.items);
    visit("requests", state.requests);
}

const DraftKind handover_drafts = draft_kind<Handovers>();

bool nothing_written(const SwapScreenState& state) {
    return state.note.find_first_not_of(" \n") == std::string::npos && state.items.empty() &&
           state.requests.empty();
}

bool handover_saved(const v1::SwapUnderWay& swap, const SwapScreenState& state) {
    return swap.note_written() && (nothing_written(state) || written(state) == state.sent);
}

bool handover_on_its_way(const v1::SwapUnderWay& swap, const SwapScreenState& state) {
    return !swap.note_written() && !nothing_written(state) && written(state) == state.sent;
}

void forget_sent_handover(SwapScreenState& state) {
    if (nothing_written(state) || written(state) != state.sent) return;
    state.note.clear();
    state.items.clear();
    state.requests.clear();
}

void keep_handover(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state,
                   Handover* handover) {
    const bool without = std::exchange(state.ready_without, false),
               ready = std::exchange(state.ready_said, false) || without;
    if (is_writing(swap) && !without && !nothing_written(state) && written(state) != state.sent) {
        if (std::exchange(state.seen, written(state)) != written(state))
            state.changed_ms = panel.now_ms;
        // While somebody is asked whether to send it, that is for them to say.
        const bool rests = panel.now_ms - state.changed_ms >= rest_ms && !state.ready_asked;
        const bool due = rests || left_of_stage_ms(panel, swap, state) <= last_moment_ms;
        // What was refused is not sent again by itself.
        if (ready || (due && written(state) != state.refused))
            send_note(panel, state, handover);
        else
            panel.ui.wake_after(1);
    }
    if (!ready) return;
    panel.act<v1::SayReady>();
}

void draw_swap_writing(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                       SwapScreenState& state, Handover* handover, WritingPart part) {
    panel.ui.area("note");
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Rect inner = area.inset(narrow ? 16 : 24, narrow ? 10 : 20);
    const std::string next = model::swaps_with(swap, panel.role);
    if (!narrow) {
        panel.draw().cut_line(inner, 28, panel.say(Say::swap_your_note), {Type::heading}, 4);
    }
    if (next.empty()) {
        panel.draw().paragraph(inner, panel.say(Say::swap_you_stay), {Type::body, Token::text_2});
        return;
    }
    const Rect buttons = inner.cut_bottom(narrow ? 40 : 44);
    inner.cut_bottom(narrow ? 8 : 12);
    if (part == WritingPart::along) {
        draw_along(panel, inner, state);
    } else {
        const std::string hint =
            panel.say(Say::swap_note_hint,
                      {role_in_sentence(panel, panel.role), role_in_sentence(panel, next), next});
        panel.draw().cut_paragraph(inner, hint, {Type::body, Token::text_2}, (narrow ? 6 : 12));
        Rect links{};
        if (part == WritingPart::both) {
            links = inner.cut_right(inner.width() * 0.44F);
            inner.cut_right(24);
        }
        panel.ui.begin_with("swap.note");
        field(panel.ui, inner, "swap.note", state.note,
              {.placeholder = panel.say(Say::swap_note_placeholder),
               .several_lines = true,
               .enabled = !panel.looking,
               .limit = contract::limits::write_handover_note_text_characters});
        if (part == WritingPart::both) draw_along(panel, links, state);
    }
    draw_buttons(panel, buttons, swap, state, handover);
}

}  // namespace casustafel::ui
