#include "client/ui/table/talk.hpp"

#include <algorithm>

#include "client/ui/acts/heard.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/table/conversation.hpp"
#include "client/ui/table/meeting_head.hpp"
#include "client/ui/table/told.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr float bubble_padding = 10, least_room = 44;

// The conversation that is shown: the chosen one, else the meeting one is in or may enter, else the
// first with somebody; never the closed door of a meeting while there is something else.
const Conversation* shown(const Panel& panel, const std::vector<Conversation>& all,
                          const TalkState& state) {
    for (const Conversation& each : all) {
        if (each.key == state.conversation) return &each;
    }
    for (const Conversation& each : all) {
        if (each.meeting != nullptr && is_present(*each.meeting, panel.role)) return &each;
    }
    for (const Conversation& each : all) {
        if (each.meeting == nullptr || each.meeting->may_enter()) return &each;
    }
    return all.empty() ? nullptr : &all.front();
}

// What others said there since it was last on the screen.
int new_lines(const TalkState& state, const Conversation& conversation) {
    const auto seen = state.seen.find(conversation.key);
    const std::size_t read = seen == state.seen.end() ? 0 : seen->second;
    int fresh = 0;
    for (std::size_t at = read; at < conversation.lines.size(); ++at)
        fresh += conversation.lines[at].own ? 0 : 1;
    return fresh;
}

void show(TalkState& state, const std::string& conversation) {
    state.conversation = conversation;
    state.talk = {};
}

// The line that leads to where most is new while something else is shown.
const Conversation* newest_elsewhere(const std::vector<Conversation>& all,
                                     const Conversation& current, const TalkState& state) {
    const Conversation* most = nullptr;
    for (const Conversation& each : all) {
        if (each.key == current.key || new_lines(state, each) == 0) continue;
        if (most == nullptr || new_lines(state, each) > new_lines(state, *most)) most = &each;
    }
    return most;
}

void draw_chooser(Panel& panel, Rect area, const std::vector<Conversation>& all,
                  const Conversation& current, TalkState& state) {
    std::vector<Option> options;
    int chosen = -1;
    for (const Conversation& each : all) {
        const int fresh = new_lines(state, each);
        if (each.key == current.key) chosen = static_cast<int>(options.size());
        const bool mark = fresh > 0 && each.key != current.key;
        options.push_back(
            {each.key,
             mark ? panel.say(Say::talk_with_new, {each.title, std::to_string(fresh)}) : each.title,
             each.note});
    }
    const int picked =
        select(panel.ui, area, "talk.conversation", options, chosen, panel.say(Say::talk_choose));
    if (picked >= 0) show(state, all[static_cast<std::size_t>(picked)].key);
}

float line_height_of(Panel& panel, const TalkLine& line, float width) {
    if (line.share != nullptr) return 40 + 8;
    const float inner = width - (line.own ? 2 * bubble_padding : 0);
    return 20 + panel.draw().paragraph_height(inner, line.text, Type::body) +
           (line.own ? 2 * bubble_padding : 0) + 14;
}

void draw_line(Panel& panel, const TalkLine& line, Rect row) {
    Painter& draw = panel.draw();
    row.bottom -= line.share != nullptr ? 8 : 14;
    if (line.share != nullptr) {
        draw.fill(row, Token::disabled_ground, radius::control);
        draw.icon({row.left + 20, row.centre().y}, Icon::share, IconSize::small, Token::text_2);
        const std::string words =
            panel.say(Say::talk_shared_line, {line.share->giver(), line.share->item(),
                                              in_sentence(form_name(panel, line.share->form()))});
        draw.line({row.left + 36, row.top, row.right - 8, row.bottom}, words, {Type::small});
        return;
    }
    if (line.own) {
        draw.fill(row, Token::accent_soft, radius::control);
        if (borders_for_fills(draw.contrast())) draw.border(row, Token::accent, 1, radius::control);
        row = row.inset(bubble_padding);
    }
    Rect head = row.cut_top(20);
    draw.line(head, clock_text(line.at_sim_ms), {Type::small, Token::text_2, Align::right});
    head.right -= 48;
    const std::string own = panel.say(
        panel.before_me(line.at_sim_ms) ? Say::talk_before_you : Say::talk_you, {line.sender});
    const Rect who = draw.line(head, line.own ? own : line.sender, {Type::strong_small});
    if (!line.own) {
        head.left = who.right + 10;
        draw.line(head, panel.role_name(line.sender), {Type::small, Token::text_2});
    }
    draw.paragraph(row, line.text, {});
}

void draw_lines(Panel& panel, Rect area, const Conversation& conversation, TalkState& state) {
    // What was new when this conversation came on the screen stays marked while it is there.
    if (state.marked != conversation.key) {
        state.marked = conversation.key;
        const auto seen = state.seen.find(conversation.key);
        state.new_from = seen == state.seen.end() ? conversation.lines.size() : seen->second;
        state.new_until = conversation.lines.size();
    }
    if (conversation.lines.empty()) {
        empty_state(panel, area.inset(0, 12), Say::talk_empty, Say::talk_empty_body);
        return;
    }
    std::vector<Row> rows;
    float all = 0, measure = area.width();
    for (const TalkLine& line : conversation.lines) all += line_height_of(panel, line, measure);
    if (all > area.height()) measure -= 14;  // room for the scroll bar
    if (area.height() < least_room) return;  // nothing is seen, and nothing counts as seen
    std::size_t seen = state.seen[conversation.key];
    for (const TalkLine& line : conversation.lines)
        rows.push_back({"", line_height_of(panel, line, measure)});
    scroll_list(panel.ui, area, "talk.lines", rows, state.talk,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = row.left + measure;
                    if (index >= state.new_from && index < state.new_until &&
                        !conversation.lines[index].own)
                        new_dot(panel.ui, {row.left - 8, row.top + 10});
                    draw_line(panel, conversation.lines[index], row);
                    seen = std::max(seen, index + 1);
                },
                {.from_bottom = true, .bare = true});
    if (seen == state.seen[conversation.key]) return;
    state.seen[conversation.key] = seen;
    panel.ui.wake_after(0);  // the counts above were drawn before
}

void send(Panel& panel, const Conversation& conversation, std::string& draft) {
    panel.act<v1::SendMessage>([&](auto& message) {
        message.set_text(draft);
        if (conversation.meeting != nullptr)
            message.set_meeting(conversation.meeting->id());
        else
            message.add_to(conversation.role);
    });
    draft.clear();
}

void draw_writer(Panel& panel, Rect area, const Conversation& conversation, TalkState& state) {
    std::string& draft = state.drafts[conversation.key];
    const bool may = panel.may_begin() && (conversation.meeting == nullptr ||
                                           is_present(*conversation.meeting, panel.role));
    if (conversation.meeting != nullptr && !may && !panel.looking && !panel.asking()) {
        reason_line(panel.ui, area.cut_top(20), panel.say(Say::talk_enter_first));
        area.cut_top(4);
    }
    const bool unheard =
        may && conversation.meeting != nullptr && conversation.meeting->present_size() <= 1;
    if (unheard) {
        const float high = panel.draw().paragraph_height(
            area.width(), panel.say(Say::talk_nobody_hears), Type::small);
        panel.draw().paragraph(area.cut_top(high), panel.say(Say::talk_nobody_hears),
                               {Type::small, Token::text_2});
        area.cut_top(6);
    }
    const std::string placeholder = conversation.meeting != nullptr
                                        ? panel.say(Say::talk_write_meeting)
                                        : panel.say(Say::talk_write, {conversation.role});
    const bool blank = draft.find_first_not_of(" \n") == std::string::npos;
    const Rect place = area.cut_right(40);
    area.cut_right(8);
    const FieldResult typed = field(panel.ui, area, "talk.write", draft,
                                    {.placeholder = placeholder,
                                     .several_lines = true,
                                     .enter_submits = true,
                                     .enabled = may,
                                     .limit = contract::limits::send_message_text_characters});
    const bool can = may && !blank && !unheard && typed.excess == 0;
    const bool pressed =
        button(panel.ui, {place.left, place.bottom - 40, place.right, place.bottom}, "talk.send",
               {}, {.style = ButtonStyle::primary, .icon = Icon::send, .enabled = can},
               panel.say(Say::talk_send));
    if ((pressed || typed.submitted) && can) send(panel, conversation, draft);
}

// Where there is little room: when asked for, and when it is all there is to say.
bool shows_head(const Panel& panel, const v1::Meeting& meeting, const TalkState& state) {
    if (!meeting.may_enter() && !panel.looking) return true;
    return state.head_open && (panel.looking || is_present(meeting, panel.role));
}

void draw_conversation(Panel& panel, Rect area, const std::vector<Conversation>& all,
                       TalkState& state) {
    const Conversation* current = shown(panel, all, state);
    if (current == nullptr) {
        empty_state(panel, area.inset(measure::pad.in(panel.ui), 16), Say::talk_empty,
                    Say::talk_empty_body);
        return;
    }
    Rect inner = area.inset(measure::pad.in(panel.ui), 0);
    const bool narrow = panel.ui.layout() == Layout::narrow,
               wide = panel.ui.layout() == Layout::wide;
    inner.cut_top(wide ? 12 : 8);
    Rect top = inner.cut_top(40);
    if (narrow && current->meeting != nullptr)
        draw_meeting_toggle(panel, top, *current->meeting, state.head_open);
    draw_chooser(panel, top, all, *current, state);
    if (const Conversation* other = newest_elsewhere(all, *current, state)) {
        const std::string words = panel.say(
            Say::talk_elsewhere, {std::to_string(new_lines(state, *other)),
                                  other->meeting != nullptr ? other->title : other->role});
        Rect row = inner.cut_top(34);
        new_dot(panel.ui, {row.left + 5, row.bottom - 12});
        row.cut_left(16);
        if (link(panel.ui, row.cut_bottom(24), "talk.elsewhere", words)) show(state, other->key);
    }
    inner.cut_top(wide ? 12 : narrow ? 8 : 4);
    // What is said comes first: where there is little room its head takes a line.
    if (const v1::Meeting* meeting = current->meeting; meeting != nullptr) {
        const bool inside = is_present(*meeting, panel.role) || panel.looking;
        const bool whole = wide || (!narrow && !inside) || shows_head(panel, *meeting, state);
        if (!wide && !narrow && inside)
            draw_meeting_line(panel, inner.cut_top(32), *meeting, state.head_open);
        if (whole) inner.cut_top(draw_meeting_head(panel, inner, *meeting, state));
        inner.cut_top(wide || whole ? 8 : 4);
    }
    panel.draw().horizontal_rule(area.left, area.right, inner.top);
    inner.cut_bottom(narrow ? 12 : 16);
    const std::string& draft = state.drafts[current->key];
    const float writing =
        draft.empty()
            ? 40.0F
            : std::min(106.0F, 18 + std::max(22.0F, panel.draw().paragraph_height(
                                                        inner.width() - 74, draft, Type::body)));
    const bool outside =
        current->meeting != nullptr && !is_present(*current->meeting, panel.role) && !panel.looking;
    const bool alone = !outside && current->meeting != nullptr && !panel.looking &&
                       current->meeting->present_size() <= 1;
    const float told = alone
                           ? 6 + panel.draw().paragraph_height(
                                     inner.width(), panel.say(Say::talk_nobody_hears), Type::small)
                           : 0;
    draw_writer(panel, inner.cut_bottom(writing + (outside ? 24 : 0) + told), *current, state);
    inner.cut_bottom(8);
    inner.cut_top(8);
    draw_lines(panel, inner, *current, state);
}

// The prefix of a meeting among the conversations.
const std::string meeting_key = "meeting:";

struct Messages {
    static constexpr const char* path = "message";
    static auto& kept(auto& table) { return table.talk.drafts; }
    static std::string name_in_view(const Panel& panel, const std::string& key) {
        if (!key.starts_with(meeting_key)) return {};
        const v1::Meeting* found = panel.view->find<v1::Meeting>(key.substr(meeting_key.size()));
        return found == nullptr ? std::string()
                                : without_stop(in_sentence(panel.in(found->name())));
    }
    static constexpr Say title = Say::draft_message;
    static void resume(TableState& table, const std::string& key, const std::string&) {
        table.talk.conversation = key;
        table.talk.tab = 0;
        table.narrow_tab = 3;
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_send_message()) return false;
        const v1::SendMessage& message = command.send_message();
        const std::string key = !message.meeting().empty() ? meeting_key + message.meeting()
                                : message.to_size() > 0    ? "role:" + message.to(0)
                                                           : std::string();
        std::string& draft = table.talk.drafts[key];
        if (draft.empty()) draft = message.text();
        return true;
    }
};

}  // namespace

const DraftKind message_drafts = draft_kind<Messages>();

int unseen_talk(const Panel& panel, const TalkState& state) {
    int sum = 0;
    for (const Conversation& each : conversations(panel)) sum += new_lines(state, each);
    const std::size_t notices = told_count(panel);
    return sum + static_cast<int>(notices - std::min(notices, state.notices_seen));
}

void draw_talk(Panel& panel, Rect area, TalkState& state) {
    panel.ui.area("talk");
    const auto all = conversations(panel);
    Rect tabs = area.cut_top(panel.ui.layout() == Layout::narrow ? 40 : 48);
    panel.draw().horizontal_rule(tabs.left, tabs.right, tabs.bottom - 1);
    const std::size_t notices = told_count(panel);
    const int fresh = static_cast<int>(notices - std::min(notices, state.notices_seen));
    state.notices_seen = std::min(state.notices_seen, notices);
    int fresh_lines = 0;
    for (const Conversation& each : all) fresh_lines += new_lines(state, each);
    const Tab choices[] = {{"talk", panel.say(Say::talk_tab_talk),
                            state.tab == 0 || fresh_lines == 0 ? -1 : fresh_lines, true},
                           {"notices", panel.say(Say::talk_tab_notices),
                            fresh > 0 ? fresh : static_cast<int>(notices), fresh > 0}};
    draw_note_heard(panel, tabs, area, state);
    const int picked =
        tab_row(panel.ui, tabs.inset(measure::pad.in(panel.ui), 0), "talk.tab", choices, state.tab);
    if (picked >= 0) state.tab = picked;
    if (state.tab == 1)
        draw_told(panel, area.inset(measure::pad.in(panel.ui), 12), state);
    else
        draw_conversation(panel, area, all, state);
}

}  // namespace casustafel::ui
