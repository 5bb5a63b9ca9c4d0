#include "client/ui/talk.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/conversation.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_message_bytes = 2000;
constexpr float bubble_padding = 10;

float pad(const Panel& panel) { return panel.ui.layout() == Layout::wide ? 24 : 16; }

// The conversation that is shown: the chosen one, else the meeting one is in, else the first.
const Conversation* shown(const Panel& panel, const std::vector<Conversation>& all,
                          const TalkState& state) {
    for (const Conversation& each : all) {
        if (each.key == state.conversation) return &each;
    }
    for (const Conversation& each : all) {
        if (each.meeting != nullptr && is_present(*each.meeting, panel.role)) return &each;
    }
    return all.empty() ? nullptr : &all.front();
}

int new_lines(const TalkState& state, const Conversation& conversation) {
    const auto seen = state.seen.find(conversation.key);
    const std::size_t read = seen == state.seen.end() ? 0 : seen->second;
    return static_cast<int>(conversation.lines.size() - std::min(read, conversation.lines.size()));
}

void act_on_meeting(Panel& panel, const std::string& meeting, bool enter) {
    v1::Command command = panel.command();
    if (enter)
        command.mutable_enter_meeting()->set_meeting(meeting);
    else
        command.mutable_leave_meeting()->set_meeting(meeting);
    panel.outbox.act(std::move(command));
}

void move_phase(Panel& panel, const std::string& meeting, std::string_view phase) {
    v1::Command command = panel.command();
    command.mutable_move_phase()->set_meeting(meeting);
    command.mutable_move_phase()->set_phase(std::string(phase));
    panel.outbox.act(std::move(command));
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
    if (picked >= 0) {
        state.conversation = all[static_cast<std::size_t>(picked)].key;
        state.talk = {};
    }
}

// Where the meeting stands in the BOB method; the chair moves it, back is always free. Returns the
// height used.
float draw_phase(Panel& panel, Rect area, const v1::Meeting& meeting) {
    constexpr std::string_view phases[] = {"picture", "judgement", "decision"};
    std::vector<Segment> segments;
    int now = 0;
    for (const std::string_view phase : phases) {
        if (phase == meeting.phase()) now = static_cast<int>(segments.size());
        segments.push_back({std::string(phase), panel.word("meeting_phase", phase)});
    }
    if (meeting.phase().empty()) return 0;
    const bool moves = meeting.chair() == panel.role && panel.may_act();
    if (!moves) return 0;
    if (segmented_width(panel.ui, segments) > area.width()) {
        Rect row = area.cut_top(24);
        const std::string next = panel.say(Say::talk_next_phase);
        if (link(panel.ui, row.cut_right(panel.draw().width(next, Type::strong_small) + 8),
                 "talk.next_phase", next))
            move_phase(panel, meeting.id(), phases[(now + 1) % 3]);
        panel.draw().line(
            row, panel.say(Say::talk_phase, {segments[static_cast<std::size_t>(now)].label}),
            {Type::strong_small, Token::text_2});
        return 30;
    }
    const int picked = segmented(panel.ui, area.cut_top(32), "talk.phase", segments, now);
    if (picked >= 0 && picked != now) move_phase(panel, meeting.id(), phases[picked]);
    return 40;
}

// The chair asks somebody in who is not a member; returns the height used.
float draw_invitation(Panel& panel, Rect area, const v1::Meeting& meeting) {
    if (meeting.chair() != panel.role || !panel.may_act()) return 0;
    std::vector<Option> options;
    const auto in = [](const auto& list, const std::string& role) {
        return std::find(list.begin(), list.end(), role) != list.end();
    };
    for (const v1::Role* role : panel.view->roles())
        if (!in(meeting.members(), role->id()) && !in(meeting.invited(), role->id()))
            options.push_back({role->id(), role->id() + "  " + panel.in(role->name()), {}});
    if (options.empty()) return 0;
    const std::string label = panel.say(Say::talk_invite);
    const ButtonLook look{.style = ButtonStyle::text, .icon = Icon::add, .small = true};
    Rect row = area.cut_top(32);
    row.left -= 10;
    const Rect place = row.cut_left(button_width(panel.ui, label, look));
    if (button(panel.ui, place, "talk.invite", label, look)) open_list(panel.ui, "talk.invite");
    const int picked = dropped_list(panel.ui, place, "talk.invite", options);
    if (picked >= 0) {
        v1::Command command = panel.command();
        command.mutable_invite_to_meeting()->set_meeting(meeting.id());
        command.mutable_invite_to_meeting()->set_role(
            options[static_cast<std::size_t>(picked)].key);
        panel.outbox.act(std::move(command));
    }
    return 36;
}

// Who is there, and the way in or out; returns the height used.
float draw_presence(Panel& panel, Rect area, const v1::Meeting& meeting) {
    const float top = area.top;
    if (!meeting.may_enter() && !panel.looking) {
        area.cut_top(panel.draw().paragraph(area, panel.say(Say::talk_not_a_member),
                                            {Type::small, Token::text_2}) +
                     8);
        return area.top - top;
    }
    area.cut_top(draw_phase(panel, area, meeting));
    const bool inside = is_present(meeting, panel.role);
    const std::string chair = meeting.chair().empty()
                                  ? std::string()
                                  : panel.say(Say::talk_chair, {meeting.chair()}) + " ";
    std::vector<std::string> others(meeting.present().begin(), meeting.present().end());
    std::erase(others, panel.role);
    const Say who = inside           ? others.empty() ? Say::talk_alone : Say::talk_hear
                    : others.empty() ? Say::talk_nobody_present
                                     : Say::talk_inside;
    const bool tells_phase = !meeting.phase().empty() && meeting.chair() != panel.role;
    const std::string phase =
        tells_phase ? panel.word("meeting_phase", meeting.phase()) + ". " : std::string();
    const std::string words = phase + chair + panel.say(who);
    area.cut_top(panel.draw().paragraph(area, words, {Type::small, Token::text_2}) + 8);
    Point at{area.left, area.top + 14};
    for (const std::string& role : others) {
        const float wide = presence_chip_width(panel.ui, role);
        if (at.x + wide > area.right && at.x > area.left) at = {area.left, at.y + 34};
        presence_chip(panel.ui, at, role, true);
        at.x += wide + 8;
    }
    area.top = others.empty() ? area.top : at.y + 14 + 8;
    if (panel.looking || panel.phase_is("ended")) return area.top - top;
    const std::string label = panel.say(inside ? Say::talk_leave : Say::talk_enter);
    const ButtonLook look{.style = inside ? ButtonStyle::text : ButtonStyle::primary,
                          .small = true};
    Rect row = area.cut_top(32);
    const float wide = button_width(panel.ui, label, look);
    const Rect place = inside ? Rect{row.left - 10, row.top, row.left - 10 + wide, row.bottom}
                              : Rect{row.left, row.top, row.left + wide, row.bottom};
    if (button(panel.ui, place, inside ? "talk.leave" : "talk.enter", label, look))
        act_on_meeting(panel, meeting.id(), !inside);
    area.cut_top(draw_invitation(panel, area, meeting));
    return area.top - top;
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
    const Rect who =
        draw.line(head, line.own ? panel.say(Say::talk_you) : line.sender, {Type::strong_small});
    if (!line.own) {
        head.left = who.right + 10;
        draw.line(head, panel.role_name(line.sender), {Type::small, Token::text_2});
    }
    draw.paragraph(row, line.text, {});
}

void draw_lines(Panel& panel, Rect area, const Conversation& conversation, TalkState& state) {
    state.seen[conversation.key] = conversation.lines.size();
    if (conversation.lines.empty()) {
        empty_state(panel.ui, area.inset(0, 12),
                    {panel.say(Say::talk_empty), panel.say(Say::talk_empty_body)});
        return;
    }
    std::vector<Row> rows;
    float all = 0, measure = area.width();
    for (const TalkLine& line : conversation.lines) all += line_height_of(panel, line, measure);
    if (all > area.height()) measure -= 14;  // room for the scroll bar
    for (const TalkLine& line : conversation.lines)
        rows.push_back({"", line_height_of(panel, line, measure)});
    scroll_list(panel.ui, area, "talk.lines", rows, state.talk,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = row.left + measure;
                    draw_line(panel, conversation.lines[index], row);
                },
                {.from_bottom = true, .bare = true});
}

void send(Panel& panel, const Conversation& conversation, std::string& draft) {
    v1::Command command = panel.command();
    v1::SendMessage& message = *command.mutable_send_message();
    message.set_text(draft);
    if (conversation.meeting != nullptr)
        message.set_meeting(conversation.meeting->id());
    else
        message.add_to(conversation.role);
    panel.outbox.act(std::move(command));
    draft.clear();
}

void draw_writer(Panel& panel, Rect area, const Conversation& conversation, TalkState& state) {
    std::string& draft = state.drafts[conversation.key];
    const bool may =
        !panel.looking && !panel.phase_is("ended") &&
        (conversation.meeting == nullptr || is_present(*conversation.meeting, panel.role));
    if (conversation.meeting != nullptr && !may && !panel.looking) {
        reason_line(panel.ui, area.cut_top(20), panel.say(Say::talk_enter_first));
        area.cut_top(4);
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
                                     .enabled = may,
                                     .limit_bytes = longest_message_bytes});
    const bool pressed =
        button(panel.ui, {place.left, place.bottom - 40, place.right, place.bottom}, "talk.send",
               {}, {.style = ButtonStyle::primary, .icon = Icon::send, .enabled = may && !blank},
               panel.say(Say::talk_send));
    if ((pressed || typed.submitted) && may && !blank) send(panel, conversation, draft);
}

// What the trainer sent to everybody or some, and what it whispered to this role alone.
struct Told {
    std::int64_t at_sim_ms;
    Icon icon;
    std::string title, text;
};

std::vector<Told> told(const Panel& panel) {
    std::vector<Told> all;
    for (const v1::Notice* notice : panel.view->notices())
        all.push_back({notice->at_sim_ms(), Icon::flash, panel.in(notice->title()),
                       panel.in(notice->text())});
    for (const v1::WhisperHeard* whisper : panel.view->whispers())
        all.push_back(
            {whisper->at_sim_ms(), Icon::message, panel.say(Say::talk_whisper), whisper->text()});
    std::stable_sort(all.begin(), all.end(), [](const Told& one, const Told& other) {
        return one.at_sim_ms < other.at_sim_ms;
    });
    return all;
}

std::size_t told_count(const Panel& panel) {
    return panel.view->notices().size() + panel.view->whispers().size();
}

void draw_notices(Panel& panel, Rect area, TalkState& state) {
    const auto notices = told(panel);
    state.notices_seen = notices.size();
    if (notices.empty()) {
        empty_state(panel.ui, area.inset(0, 12),
                    {panel.say(Say::talk_empty_notices), panel.say(Say::talk_empty_notices_body)});
        return;
    }
    std::vector<Row> rows;
    for (const Told& each : notices) {
        rows.push_back(
            {"", 44 + panel.draw().paragraph_height(area.width() - 10, each.text, Type::body)});
    }
    scroll_list(panel.ui, area, "talk.notices", rows, state.notices,
                [&](std::size_t index, Rect row, const Response&) {
                    const Told& notice = notices[index];
                    row.right = std::min(row.right, area.right - 10);
                    Rect head = row.cut_top(24);
                    panel.draw().icon({head.left + 8, head.centre().y}, notice.icon,
                                      IconSize::small, Token::accent);
                    panel.draw().line(head, clock_text(notice.at_sim_ms),
                                      {Type::small, Token::text_2, Align::right});
                    panel.draw().line({head.left + 22, head.top, head.right - 48, head.bottom},
                                      notice.title, {Type::strong});
                    panel.draw().paragraph(row, notice.text, {});
                },
                {.from_bottom = true, .bare = true});
}

void draw_conversation(Panel& panel, Rect area, const std::vector<Conversation>& all,
                       TalkState& state) {
    const Conversation* current = shown(panel, all, state);
    if (current == nullptr) {
        empty_state(panel.ui, area.inset(pad(panel), 16),
                    {panel.say(Say::talk_empty), panel.say(Say::talk_empty_body)});
        return;
    }
    Rect inner = area.inset(pad(panel), 0);
    inner.cut_top(12);
    draw_chooser(panel, inner.cut_top(40), all, *current, state);
    inner.cut_top(12);
    if (current->meeting != nullptr)
        inner.cut_top(draw_presence(panel, inner, *current->meeting) + 8);
    panel.draw().horizontal_rule(area.left, area.right, inner.top);
    inner.cut_bottom(16);
    const std::string& draft = state.drafts[current->key];
    const float writing =
        draft.empty()
            ? 40.0F
            : std::min(106.0F, 18 + std::max(22.0F, panel.draw().paragraph_height(
                                                        inner.width() - 74, draft, Type::body)));
    const bool outside =
        current->meeting != nullptr && !is_present(*current->meeting, panel.role) && !panel.looking;
    draw_writer(panel, inner.cut_bottom(writing + (outside ? 24 : 0)), *current, state);
    inner.cut_bottom(8);
    inner.cut_top(8);
    draw_lines(panel, inner, *current, state);
}

}  // namespace

int unseen_talk(const Panel& panel, const TalkState& state) {
    int sum = 0;
    for (const Conversation& each : conversations(panel)) sum += new_lines(state, each);
    const std::size_t notices = told_count(panel);
    return sum + static_cast<int>(notices - std::min(notices, state.notices_seen));
}

void draw_talk(Panel& panel, Rect area, TalkState& state) {
    panel.ui.area("talk");
    const auto all = conversations(panel);
    Rect tabs = area.cut_top(48);
    panel.draw().horizontal_rule(tabs.left, tabs.right, tabs.bottom - 1);
    const std::size_t notices = told_count(panel);
    const int fresh = static_cast<int>(notices - std::min(notices, state.notices_seen));
    int fresh_lines = 0;
    for (const Conversation& each : all) fresh_lines += new_lines(state, each);
    const Tab choices[] = {{"talk", panel.say(Say::talk_tab_talk),
                            state.tab == 0 || fresh_lines == 0 ? -1 : fresh_lines, true},
                           {"notices", panel.say(Say::talk_tab_notices),
                            fresh > 0 ? fresh : static_cast<int>(notices), fresh > 0}};
    const int picked = tab_row(panel.ui, tabs.inset(pad(panel), 0), "talk.tab", choices, state.tab);
    if (picked >= 0) state.tab = picked;
    if (state.tab == 1)
        draw_notices(panel, area.inset(pad(panel), 12), state);
    else
        draw_conversation(panel, area, all, state);
}

}  // namespace casustafel::ui
