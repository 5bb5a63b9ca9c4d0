#include "client/ui/acts/meetings_dialog.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/acts/recipients.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/naming.hpp"
#include "client/ui/panel/pills.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

using Doing = MeetingDraft::Doing;

constexpr float name_width = 300, acts_width = 220, person_width = 84, least_matrix = 760;
constexpr float words_height = 84;

template <class List>
bool has(const List& list, std::string_view wanted) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == wanted; });
}

std::string name_of(const Panel& panel, const v1::Meeting& meeting) {
    return without_stop(in_sentence(panel.in(meeting.name())));
}

// Whom any of the meetings discusses, in the order of the case.
std::vector<const v1::Person*> discussed(const Panel& panel) {
    std::vector<const v1::Person*> people;
    const auto meetings = panel.view->all<v1::Meeting>();
    for (const v1::Person* person : panel.view->all<v1::Person>())
        if (std::any_of(meetings.begin(), meetings.end(),
                        [&](const v1::Meeting* each) { return has(each->about(), person->id()); }))
            people.push_back(person);
    return people;
}

// How many items about this person were shared in this meeting, as far as this role knows.
int shared_about(const Panel& panel, const v1::Meeting& meeting, const std::string& person) {
    int count = 0;
    for (const v1::Share* share : panel.view->all<v1::Share>()) {
        if (share->meeting() != meeting.id()) continue;
        const v1::Item* item = panel.view->find<v1::Item>(share->item());
        count += item != nullptr && has(item->about(), person) ? 1 : 0;
    }
    return count;
}

// Where it stands: there with so many, over, or still to be called together.
std::string standing(const Panel& panel, const v1::Meeting& meeting) {
    if (!meeting.went_on_in().empty())
        if (const auto* now = panel.view->find<v1::Meeting>(meeting.went_on_in()))
            return panel.say(Say::meetings_went_on, {name_of(panel, *now)});
    if (meeting.over()) return panel.say(Say::meetings_over);
    if (!meeting.open()) return panel.say(Say::meetings_not_called);
    if (!meeting.may_enter() && !panel.looking) return panel.say(Say::meetings_not_yours);
    const std::string count = std::to_string(meeting.present_size());
    if (meeting.places() > 0)
        return panel.say(Say::meetings_there_of, {count, std::to_string(meeting.places())});
    return panel.say(Say::meetings_there, {count});
}

std::string second_line(const Panel& panel, const v1::Meeting& meeting) {
    std::string words = standing(panel, meeting);
    if (!meeting.chair().empty()) words += " " + panel.say(Say::talk_chair, {meeting.chair()});
    return words;
}

// As what was begun is kept: what is done, and with which meeting.
std::string key_of(const std::string& meeting, Doing doing) {
    return std::to_string(static_cast<int>(doing)) + " " + meeting;
}

void begin(TalkState& state, const v1::Meeting& meeting, Doing doing) {
    state.meeting_act = key_of(meeting.id(), doing);
    state.meetings.try_emplace(state.meeting_act,
                               MeetingDraft{meeting.id(), doing, {}, {}, meeting.format()});
}

// What this role can do with it now, one or two buttons from the right.
void draw_acts(Panel& panel, Rect row, const v1::Meeting& meeting, TalkState& state) {
    if (!panel.may_begin()) return;
    const auto act = [&](const char* what, Say label, Doing doing, ButtonStyle style) {
        if (button_right(panel.ui, row, 32, std::string("meetings.") + what + "." + meeting.id(),
                         panel.say(label), {.style = style, .small = true}))
            begin(state, meeting, doing);
        row.cut_right(8);
    };
    if (meeting.may_convene())
        return act("convene", Say::meetings_convene, Doing::convene, ButtonStyle::outlined);
    if (!meeting.open() || meeting.chair() != panel.role) return;
    act("close", Say::meetings_close, Doing::close, ButtonStyle::text);
    act("format", Say::meetings_format, Doing::format, ButtonStyle::text);
}

// The person's first name where the meeting discusses this person, and behind it how many items
// were shared there.
std::string cell_words(const Panel& panel, const v1::Meeting& meeting, const v1::Person& person) {
    const int shared = shared_about(panel, meeting, person.id());
    if (shared == 0 && !has(meeting.about(), person.id())) return {};
    const std::string name = panel.in(person.name());
    const std::string first = name.substr(0, name.find(' '));
    return shared == 0 ? first : first + " · " + std::to_string(shared);
}

// Returns the height used.
float draw_row(Panel& panel, Rect area, const v1::Meeting& meeting,
               const std::vector<const v1::Person*>& people, TalkState& state) {
    const float top = area.top;
    const bool matrix = area.width() >= least_matrix;
    Rect row = area.cut_top(60);
    draw_acts(panel, row.cut_right(acts_width).inset(0, 14), meeting, state);
    Rect words = matrix ? row.cut_left(name_width) : row;
    words.cut_top(8);
    panel.draw().line(words.cut_top(22), panel.in(meeting.name()), {Type::strong});
    panel.draw().line(words.cut_top(20), second_line(panel, meeting), {Type::small, Token::text_2});
    if (matrix)
        for (const v1::Person* person : people)
            panel.draw().line(row.cut_left(person_width), cell_words(panel, meeting, *person),
                              {Type::small, Token::text, Align::centre});
    std::vector<std::string> about;
    for (const std::string& person : meeting.about()) about.push_back(panel.person_name(person));
    if (!matrix && !about.empty())
        panel.draw().cut_paragraph(area, panel.say(Say::meetings_about, {enumerate(panel, about)}),
                                   {Type::small, Token::text_2}, 6);
    if (meeting.may_convene() && !panel.in(meeting.not_yet()).empty())
        panel.draw().cut_paragraph(area, panel.in(meeting.not_yet()), {Type::small, Token::text_2},
                                   8);
    panel.draw().horizontal_rule(area.left, area.right, area.top);
    area.cut_top(1);
    return area.top - top;
}

std::string taken_words(const Panel& panel, const v1::Decision& decision) {
    for (const v1::DecisionOption& option : decision.options())
        if (option.id() == decision.option())
            return panel.in(decision.title()) + ": " + in_sentence(panel.in(option.title()));
    return panel.in(decision.title());
}

// Each pair once.
void draw_contradictions(Panel& panel, Rect& area) {
    bool first = true;
    for (const v1::Decision* one : panel.view->all<v1::Decision>())
        for (const std::string& id : one->contradicts()) {
            const v1::Decision* other = panel.view->find<v1::Decision>(id);
            if (other == nullptr || one->order() >= other->order()) continue;
            if (std::exchange(first, false)) {
                area.cut_top(16);
                panel.draw().cut_line(area, 26, panel.say(Say::meetings_contradict), {Type::strong},
                                      2);
            }
            panel.draw().cut_paragraph(
                area,
                panel.say(Say::meetings_contradict_pair,
                          {taken_words(panel, *one), taken_words(panel, *other)}),
                {Type::body}, 6);
        }
}

void draw_map(Panel& panel, Rect& body, TalkState& state) {
    const auto people = discussed(panel);
    panel.draw().cut_paragraph(body, panel.say(Say::meetings_body), {Type::body, Token::text_2},
                               12);
    for (const v1::Meeting* meeting : panel.view->all<v1::Meeting>())
        body.cut_top(draw_row(panel, body, *meeting, people, state));
    draw_contradictions(panel, body);
}

std::string missing(const Panel& panel, const v1::Meeting& meeting, const MeetingDraft& draft) {
    const bool says_why = draft.doing == Doing::convene ||
                          (draft.doing == Doing::close && !meeting.part_of().empty());
    if (says_why && blank(draft.words))
        return panel.say(draft.doing == Doing::convene ? Say::invite_missing_reason
                                                       : Say::meetings_missing_summary);
    if (draft.doing == Doing::format && draft.format == contract::MeetingFormat::fishbowl &&
        draft.roles.empty())
        return panel.say(Say::meetings_missing_circle);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

void send(Panel& panel, const MeetingDraft& draft) {
    switch (draft.doing) {
        case Doing::convene:
            panel.act<v1::ConveneMeeting>([&](auto& act) {
                act.set_meeting(draft.meeting);
                for (const std::string& role : draft.roles) act.add_roles(role);
                act.set_reason(draft.words);
            });
            break;
        case Doing::close:
            panel.act<v1::CloseMeeting>([&](auto& act) {
                act.set_meeting(draft.meeting);
                act.set_summary(draft.words);
            });
            break;
        case Doing::format:
            panel.act<v1::ChooseFormat>([&](auto& act) {
                act.set_meeting(draft.meeting);
                act.set_format(draft.format.empty()
                                   ? contract::word(contract::MeetingFormat::plenary)
                                   : draft.format);
                if (draft.format == contract::MeetingFormat::fishbowl)
                    for (const std::string& role : draft.roles) act.add_roles(role);
            });
            break;
    }
}

// Who is called besides the members, or of a part who goes along.
std::vector<std::string> choosable(const Panel& panel, const v1::Meeting& meeting) {
    const v1::Meeting* whole = panel.view->find<v1::Meeting>(meeting.part_of());
    if (whole != nullptr) return {whole->present().begin(), whole->present().end()};
    return other_roles(panel, {meeting.members().begin(), meeting.members().end()});
}

void draw_words(Panel& panel, Rect& body, MeetingDraft& draft, Say question, std::size_t limit) {
    panel.draw().cut_line(body, 22, panel.say(question), {Type::strong}, 4);
    field(panel.ui, body.cut_top(words_height), "meeting.words", draft.words,
          {.several_lines = true, .limit = limit});
    body.cut_top(14);
}

void draw_roles(Panel& panel, Rect& body, MeetingDraft& draft, ListState& list, Say question,
                std::vector<std::string> roles) {
    if (roles.empty()) return;
    panel.draw().cut_line(body, 22, panel.say(question), {Type::strong}, 4);
    const std::vector<RecipientGroup> groups{{"", std::move(roles)}};
    const float high = recipients_height(panel, groups, false);
    draw_recipients(panel, body.cut_top(high), "meeting.roles", groups,
                    {draft.roles, nullptr, list});
}

void draw_formats(Panel& panel, Rect& body, const v1::Meeting& meeting, MeetingDraft& draft,
                  ListState& list) {
    std::vector<Pill> choices;
    int chosen = 0;
    for (const std::string_view format : contract::words<contract::MeetingFormat>) {
        if (format == draft.format) chosen = static_cast<int>(choices.size());
        choices.push_back({std::string(format), panel.word("meeting_format", format)});
    }
    panel.draw().cut_paragraph(body, panel.say(Say::meetings_format_body),
                               {Type::body, Token::text_2}, 12);
    const int picked = pills(panel.ui, body, "meeting.format", choices, chosen);
    if (picked >= 0) draft.format = choices[static_cast<std::size_t>(picked)].key;
    body.cut_top(14);
    if (draft.format == contract::MeetingFormat::fishbowl)
        draw_roles(panel, body, draft, list, Say::meetings_circle,
                   {meeting.present().begin(), meeting.present().end()});
}

void draw_form(Panel& panel, Rect& body, const v1::Meeting& meeting, MeetingDraft& draft,
               ListState& list) {
    switch (draft.doing) {
        case Doing::convene:
            if (!panel.in(meeting.not_yet()).empty())
                panel.draw().cut_paragraph(body, panel.in(meeting.not_yet()),
                                           {Type::body, Token::text_2}, 14);
            draw_words(panel, body, draft, Say::meetings_why,
                       contract::limits::convene_meeting_reason_characters);
            return draw_roles(panel, body, draft, list,
                              meeting.part_of().empty() ? Say::meetings_whom : Say::meetings_along,
                              choosable(panel, meeting));
        case Doing::close:
            panel.draw().cut_paragraph(
                body,
                panel.say(meeting.part_of().empty() ? Say::meetings_close_body
                                                    : Say::meetings_close_part_body),
                {Type::body, Token::text_2}, 14);
            return draw_words(panel, body, draft, Say::meetings_summary,
                              contract::limits::close_meeting_summary_characters);
        case Doing::format: return draw_formats(panel, body, meeting, draft, list);
    }
}

Say act_label(Doing doing) {
    return doing == Doing::convene ? Say::meetings_convene
           : doing == Doing::close ? Say::meetings_close
                                   : Say::meetings_format_act;
}

// May the reader still do what was begun: somebody else may have done it meanwhile.
bool can_still(const Panel& panel, const v1::Meeting* meeting, const MeetingDraft& draft) {
    if (meeting == nullptr) return false;
    return draft.doing == Doing::convene ? meeting->may_convene()
                                         : meeting->open() && meeting->chair() == panel.role;
}

void draw_act(Panel& panel, const v1::Meeting& meeting, TalkState& state) {
    MeetingDraft& draft = state.meetings[state.meeting_act];
    const std::string label = panel.say(act_label(draft.doing));
    Dialog dialog(panel, "meeting", 640, 480, panel.in(meeting.name()), "meeting.words");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_form(panel, body, meeting, draft, state.meeting_roles); });
    if (draw_foot(dialog, foot,
                  {.name = "meeting.act", .label = label, .why = missing(panel, meeting, draft)})) {
        send(panel, draft);
        state.meetings.erase(state.meeting_act);
        state.meeting_act.clear();
        return;
    }
    if (dialog.closed()) state.meeting_act.clear();
}

struct Meetings {
    static constexpr const char* path = "meeting";
    static auto& kept(auto& table) { return table.talk.meetings; }
    static auto& opens(TableState& table) { return table.talk.meeting_act; }
    static std::string title(const DraftNotes& to, const std::string&, const MeetingDraft& draft) {
        return to.panel.say(Say::draft_meeting, {to.panel.say(act_label(draft.doing)),
                                                 meeting_in_words(to.panel, draft.meeting)});
    }
    // Of a meeting that this role no longer knows of.
    static bool is_over(const model::View& view, const std::string&, const std::string&,
                        const MeetingDraft& draft) {
        return view.find<v1::Meeting>(draft.meeting) == nullptr;
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        MeetingDraft refused;
        if (command.has_convene_meeting()) {
            const v1::ConveneMeeting& act = command.convene_meeting();
            refused = {act.meeting(),
                       Doing::convene,
                       act.reason(),
                       {act.roles().begin(), act.roles().end()},
                       {}};
        } else if (command.has_close_meeting()) {
            refused = {command.close_meeting().meeting(),
                       Doing::close,
                       command.close_meeting().summary(),
                       {},
                       {}};
        }
        if (refused.words.empty()) return false;
        MeetingDraft& kept = table.talk.meetings[key_of(refused.meeting, refused.doing)];
        if (kept.words.empty()) kept = std::move(refused);
        return true;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, MeetingDraft& draft) {
    visit("meeting", draft.meeting);
    int doing = static_cast<int>(draft.doing);
    visit("doing", doing);
    draft.doing = static_cast<Doing>(std::clamp(doing, 0, static_cast<int>(Doing::format)));
    visit("words", draft.words, Counts::typed);
    visit("roles", draft.roles);
    visit("format", draft.format);
}

const DraftKind meeting_drafts = draft_kind<Meetings>();

std::string format_words(const Panel& panel, const v1::Meeting& meeting) {
    if (meeting.format().empty()) return {};
    std::string words = panel.word("meeting_format", meeting.format()) + ". ";
    if (meeting.format() == contract::MeetingFormat::fishbowl)
        return words + panel.say(has(meeting.format_roles(), panel.role)
                                     ? Say::meetings_in_circle
                                     : Say::meetings_outside_circle,
                                 {enumerate(panel, {meeting.format_roles().begin(),
                                                    meeting.format_roles().end()})});
    if (meeting.format() == contract::MeetingFormat::writing)
        return words + panel.say(Say::meetings_writing);
    return words + panel.say(Say::meetings_pairs);
}

void draw_meetings_dialog(Panel& panel, TalkState& state) {
    if (const auto begun = state.meetings.find(state.meeting_act); begun != state.meetings.end()) {
        const v1::Meeting* meeting = panel.view->find<v1::Meeting>(begun->second.meeting);
        if (can_still(panel, meeting, begun->second)) return draw_act(panel, *meeting, state);
    }
    state.meeting_act.clear();
    if (!state.meetings_open) return;
    Dialog dialog(panel.ui, "meetings", 1040, 640, panel.say(Say::meetings_title));
    Rect foot = dialog.cut_foot();
    dialog.cancel(foot, Say::ui_close);
    dialog.page([&](Rect& body) { draw_map(panel, body, state); });
    if (dialog.closed()) state.meetings_open = false;
}

}  // namespace casustafel::ui
