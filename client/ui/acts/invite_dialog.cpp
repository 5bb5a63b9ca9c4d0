#include "client/ui/acts/invite_dialog.hpp"

#include <algorithm>

#include "client/ui/kit/field.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr float reason_height = 84;

bool in(const google::protobuf::RepeatedPtrField<std::string>& list, const std::string& role) {
    return std::find(list.begin(), list.end(), role) != list.end();
}

// Members who are not there come first; after them those whom it lets in.
std::vector<Option> callable(const Panel& panel, const v1::Meeting& meeting) {
    std::vector<Option> members, others;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        const std::string& id = role->id();
        if (id == panel.role || in(meeting.present(), id) || in(meeting.invited(), id)) continue;
        const bool member = in(meeting.members(), id);
        Option option{id, id + "  " + panel.role_name(id),
                      panel.say(member ? Say::invite_member : Say::invite_other)};
        option.apart = !member && others.empty() && !members.empty();
        (member ? members : others).push_back(std::move(option));
    }
    members.insert(members.end(), others.begin(), others.end());
    return members;
}

std::string missing(const Panel& panel, const InviteDraft& draft) {
    if (draft.role.empty()) return panel.say(Say::invite_missing_role);
    if (blank(draft.reason)) return panel.say(Say::invite_missing_reason);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

std::string name_of(const Panel& panel, const v1::Meeting& meeting) {
    return without_stop(in_sentence(panel.in(meeting.name())));
}

// The call, and the reason to who is called.
void send(Panel& panel, const v1::Meeting& meeting, const InviteDraft& draft) {
    panel.act<v1::InviteToMeeting>([&](auto& act) {
        act.set_meeting(draft.meeting);
        act.set_role(draft.role);
        act.set_reason(draft.reason);
    });
    panel.act<v1::SendMessage>([&](auto& act) {
        act.add_to(draft.role);
        act.set_text(panel.say(Say::invite_message, {name_of(panel, meeting), draft.reason}));
    });
}

void draw_form(Panel& panel, Rect& body, const v1::Meeting& meeting, InviteDraft& draft) {
    const auto options = callable(panel, meeting);
    int chosen = -1;
    for (std::size_t at = 0; at < options.size(); ++at)
        if (options[at].key == draft.role) chosen = static_cast<int>(at);
    if (chosen < 0) draft.role.clear();
    panel.draw().cut_paragraph(body, panel.say(Say::invite_body, {name_of(panel, meeting)}),
                               {Type::body, Token::text_2}, 14);
    panel.draw().cut_line(body, 22, panel.say(Say::invite_whom), {Type::strong}, 4);
    const int picked = select(panel.ui, body.cut_top(40), "invite.role", options, chosen,
                              panel.say(Say::item_act_choose_role));
    if (picked >= 0) draft.role = options[static_cast<std::size_t>(picked)].key;
    body.cut_top(14);
    panel.draw().cut_line(body, 22, panel.say(Say::invite_why), {Type::strong}, 4);
    field(panel.ui, body.cut_top(reason_height), "invite.reason", draft.reason,
          {.several_lines = true, .limit = contract::limits::invite_to_meeting_reason_characters});
}

struct Invitations {
    static constexpr const char* path = "invite";
    static auto& only(auto& table) { return table.talk.invite; }
    static std::string title(const DraftNotes& to) { return to.panel.say(Say::draft_invite); }
    static void resume(TableState& table) { table.talk.inviting = true; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_invite_to_meeting()) return false;
        const v1::InviteToMeeting& refused = command.invite_to_meeting();
        if (table.talk.invite.reason.empty())
            table.talk.invite = {refused.meeting(), refused.role(), refused.reason()};
        return true;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, InviteDraft& draft) {
    visit("meeting", draft.meeting);
    visit("role", draft.role);
    visit("reason", draft.reason, Counts::typed);
}

const DraftKind invite_drafts = draft_kind<Invitations>();

bool may_invite(const Panel& panel, const v1::Meeting& meeting) {
    return meeting.chair() == panel.role && !callable(panel, meeting).empty();
}

void open_invitation(TalkState& state, const std::string& meeting) {
    if (state.invite.meeting != meeting) state.invite = {meeting, {}, {}};
    state.inviting = true;
}

void draw_invite_dialog(Panel& panel, TalkState& state) {
    InviteDraft& draft = state.invite;
    const v1::Meeting* meeting = panel.view->find<v1::Meeting>(draft.meeting);
    if (meeting == nullptr || meeting->chair() != panel.role) {
        state.inviting = false;
        return;
    }
    Dialog dialog(panel, "invite", 640, 400, panel.say(Say::invite_title), "invite.role");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_form(panel, body, *meeting, draft); });
    if (draw_foot(dialog, foot,
                  {.name = "invite.act",
                   .label = draft.role.empty() ? panel.say(Say::invite_act_nobody)
                                               : panel.say(Say::invite_act, {draft.role}),
                   .why = missing(panel, draft),
                   .icon = Icon::add})) {
        send(panel, *meeting, draft);
        draft = {};
        state.inviting = false;
        return;
    }
    if (dialog.closed()) state.inviting = false;
}

}  // namespace casustafel::ui
