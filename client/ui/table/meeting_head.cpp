#include "client/ui/table/meeting_head.hpp"

#include <algorithm>

#include "client/ui/acts/invite_dialog.hpp"
#include "client/ui/acts/meetings_dialog.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/table/conversation.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

void act_on_meeting(Panel& panel, const std::string& meeting, bool enter) {
    v1::Command command = panel.command();
    if (enter)
        command.mutable_enter_meeting()->set_meeting(meeting);
    else
        command.mutable_leave_meeting()->set_meeting(meeting);
    panel.outbox.act(std::move(command));
}

void move_phase(Panel& panel, const std::string& meeting, std::string_view phase) {
    panel.act<v1::MovePhase>([&](auto& act) {
        act.set_meeting(meeting);
        act.set_phase(std::string(phase));
    });
}

// Where the meeting stands in the BOB method; the chair moves it, back is always free. Returns the
// height used.
float draw_phase(Panel& panel, Rect area, const v1::Meeting& meeting) {
    constexpr auto phases = contract::words<contract::MeetingPhase>;
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
        const int then = (now + 1) % 3;
        const std::string next = panel.say(
            Say::talk_next_phase_to, {in_sentence(segments[static_cast<std::size_t>(then)].label)});
        if (link(panel.ui, row.cut_right(panel.draw().width(next, Type::strong_small) + 8),
                 "talk.next_phase", next))
            move_phase(panel, meeting.id(), phases[then]);
        panel.draw().line(
            row, panel.say(Say::talk_phase, {segments[static_cast<std::size_t>(now)].label}),
            {Type::strong_small, Token::text_2});
        return 30;
    }
    const Rect row = area.cut_top(32);
    hint(panel, row, "bob");
    const int picked = segmented(panel.ui, row, "talk.phase", segments, now);
    if (picked >= 0 && picked != now) move_phase(panel, meeting.id(), phases[picked]);
    return 40;
}

// Which roles were asked in and are not inside now, whoever holds them; returns the height used.
float draw_invited(Panel& panel, Rect area, const v1::Meeting& meeting) {
    std::vector<std::string> invited(meeting.invited().begin(), meeting.invited().end());
    std::erase_if(invited, [&](const std::string& role) { return is_present(meeting, role); });
    const bool me = !panel.looking && std::erase(invited, panel.role) > 0;
    std::string words = me ? panel.say(Say::talk_invited_you) : std::string();
    if (!invited.empty())
        words += (me ? " " : "") + panel.say(Say::talk_invited, {enumerate(panel, invited)});
    if (words.empty()) return 0;
    return panel.draw().paragraph(area, words, {Type::small, Token::text_2}) + 8;
}

// The chair calls somebody; returns the height used.
float draw_invitation(Panel& panel, Rect area, const v1::Meeting& meeting, TalkState& state) {
    if (!panel.may_begin() || !may_invite(panel, meeting)) return 0;
    const std::string label = panel.say(Say::talk_invite);
    const ButtonLook look{.style = ButtonStyle::text, .icon = Icon::add, .small = true};
    Rect row = area.cut_top(32);
    row.left -= 10;
    const Rect place = row.cut_left(button_width(panel.ui, label, look));
    if (button(panel.ui, place, "talk.invite", label, look)) open_invitation(state, meeting.id());
    return 36;
}

// Why one cannot go in.
std::string closed_words(const Panel& panel, const v1::Meeting& meeting) {
    if (const auto* now = meeting.went_on_in().empty()
                              ? nullptr
                              : panel.view->find<v1::Meeting>(meeting.went_on_in()))
        return panel.say(Say::meetings_went_on, {in_sentence(panel.in(now->name()))});
    if (meeting.over()) return panel.say(Say::meetings_over);
    if (meeting.may_convene()) return panel.say(Say::talk_you_may_convene);
    return panel.say(Say::talk_not_a_member);
}

// The way to all meetings; returns the height used.
float draw_map_link(Panel& panel, Rect area, TalkState& state) {
    const std::string label = panel.say(Say::talk_all_meetings);
    Rect row = area.cut_top(28);
    if (link(panel.ui, row.cut_left(panel.draw().width(label, Type::strong_small) + 8),
             "talk.all_meetings", label))
        state.meetings_open = true;
    return 32;
}

}  // namespace

void draw_meeting_toggle(Panel& panel, Rect& row, const v1::Meeting& meeting, bool& open,
                         float beside) {
    if (!meeting.may_enter() && !panel.looking) return;
    const bool inside = is_present(meeting, panel.role);
    if (!inside && !panel.looking && !panel.phase_is(Phase::ended)) {
        if (button_right(
                panel.ui, row, 0, "talk.enter", panel.say(Say::talk_enter),
                {.style = ButtonStyle::primary, .enabled = panel.may_begin(), .small = true}))
            act_on_meeting(panel, meeting.id(), true);
        row.cut_right(8);
        return;
    }
    const int there = meeting.present_size() - (inside ? 1 : 0);
    const std::string label = !inside ? panel.say(Say::talk_there_count, {std::to_string(there)})
                              : there == 0 ? panel.say(Say::talk_hear_nobody)
                              : there == 1
                                  ? panel.say(Say::talk_hear_one)
                                  : panel.say(Say::talk_hear_count, {std::to_string(there)});
    const ButtonLook look{.style = ButtonStyle::quiet,
                          .icon = open ? Icon::chevron_up : Icon::chevron_down,
                          .small = true,
                          .icon_last = true};
    // Names tell more than how many they are.
    const bool counts = row.width() - button_width(panel.ui, label, look) >= beside;
    if (button_right(panel.ui, row, 0, "talk.head", counts ? label : std::string(), look, label))
        open = !open;
    row.cut_right(8);
}

void draw_meeting_line(Panel& panel, Rect row, const v1::Meeting& meeting, bool& open) {
    std::vector<std::string> others(meeting.present().begin(), meeting.present().end());
    std::erase(others, panel.role);
    const bool inside = is_present(meeting, panel.role);
    const std::string words = !others.empty() ? enumerate(panel, others)
                              : inside        ? panel.say(Say::talk_alone)
                                              : panel.say(Say::talk_nobody_present);
    Rect beside = row;
    draw_meeting_toggle(panel, beside, meeting, open,
                        panel.draw().width(words, Type::strong_small) + 8);
    panel.draw().line(beside, words, {Type::strong_small, Token::text_2});
}

float draw_meeting_head(Panel& panel, Rect area, const v1::Meeting& meeting, TalkState& state) {
    const float top = area.top;
    if (!meeting.may_enter() && !panel.looking) {
        panel.draw().cut_paragraph(area, closed_words(panel, meeting), {Type::small, Token::text_2},
                                   8);
        area.cut_top(draw_map_link(panel, area, state));
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
    const std::string words = phase + format_words(panel, meeting) + chair + panel.say(who);
    const float high = panel.draw().paragraph(area, words, {Type::small, Token::text_2});
    if (tells_phase)
        hint(panel,
             {area.left, area.top, area.left + panel.draw().width(phase, Type::small),
              area.top + 18},
             term_for("meeting_phase", meeting.phase()));
    area.cut_top(high + 8);
    Point at{area.left, area.top + 14};
    for (const std::string& role : others) {
        const float wide = presence_chip_width(panel.ui, role);
        if (at.x + wide > area.right && at.x > area.left) at = {area.left, at.y + 34};
        presence_chip(panel.ui, at, role, panel.live());
        at.x += wide + 8;
    }
    area.top = others.empty() ? area.top : at.y + 14 + 8;
    if (panel.looking || panel.phase_is(Phase::ended)) return area.top - top;
    const std::string label = panel.say(inside ? Say::talk_leave : Say::talk_enter);
    const ButtonLook look{.style = inside ? ButtonStyle::text : ButtonStyle::primary,
                          .enabled = !panel.asking(),
                          .small = true};
    Rect row = area.cut_top(32);
    const float wide = button_width(panel.ui, label, look);
    const Rect place = inside ? Rect{row.left - 10, row.top, row.left - 10 + wide, row.bottom}
                              : Rect{row.left, row.top, row.left + wide, row.bottom};
    if (button(panel.ui, place, inside ? "talk.leave" : "talk.enter", label, look))
        act_on_meeting(panel, meeting.id(), !inside);
    area.cut_top(draw_invitation(panel, area, meeting, state));
    area.cut_top(draw_invited(panel, area, meeting));
    area.cut_top(draw_map_link(panel, area, state));
    return area.top - top;
}

}  // namespace casustafel::ui
