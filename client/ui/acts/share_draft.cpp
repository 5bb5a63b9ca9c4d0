#include "client/ui/acts/share_draft.hpp"

#include <algorithm>

#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

template <class List>
bool has(const List& list, const std::string& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// Nobody outside the meeting was chosen too: then who is present when it arrives gets it.
bool only_meeting(const Panel& panel, const ShareDraft& draft) {
    const v1::Meeting* meeting = panel.view->find<v1::Meeting>(draft.meeting);
    return meeting != nullptr &&
           std::all_of(draft.to.begin(), draft.to.end(),
                       [&](const std::string& role) { return has(meeting->present(), role); });
}

bool is_open_question(const Panel& panel, const v1::Request& request) {
    return request.asker() != panel.role && has(request.to(), panel.role) &&
           answer_by(request, panel.role) == nullptr;
}

// What a written share and one that was said aloud have in common.
template <class Share>
void fill(Share& share, const ShareDraft& draft, const std::set<std::string>& to,
          const std::string& meeting) {
    share.set_item(draft.item);
    share.set_meeting(meeting);
    if (meeting.empty())
        for (const std::string& role : to) share.add_to(role);
    share.set_purpose(draft.purpose);
    share.set_basis(draft.basis);
    share.set_form(draft.form);
}

struct Shares {
    static constexpr const char* path = "share";
    static auto& kept(auto& table) { return table.share.kept; }
    static bool is_open(const TableState& table) { return table.share.open; }
    static std::string open_key(const TableState& table) { return table.share.draft.item; }
    static auto& open_draft(auto& table) { return table.share.draft; }
    static bool is_draft(const DraftNotes&, const std::string&, const ShareDraft& draft) {
        return !draft.item.empty();
    }
    static std::string title(const DraftNotes& to, const std::string&, const ShareDraft& draft) {
        if (draft.to.empty()) return to.panel.say(Say::draft_share, {draft.item});
        const std::vector<std::string> whom(draft.to.begin(), draft.to.end());
        return to.panel.say(Say::draft_share_with, {draft.item, enumerate(to.panel, whom)});
    }
    static void resume(TableState& table, const std::string& item, const ShareDraft&) {
        open_share(table.share, item, 0);
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_share_item()) return false;
        const v1::ShareItem& share = command.share_item();
        ShareDraft draft;
        draft.item = share.item();
        draft.to = {share.to().begin(), share.to().end()};
        draft.meeting = share.meeting();
        draft.purpose = share.purpose();
        draft.basis = share.basis();
        draft.form = share.form();
        draft.own_words = !share.text().empty();
        draft.text = share.text();
        draft.request = share.request();
        table.share.kept[share.item()] = std::move(draft);
        return true;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, ShareDraft& draft) {
    visit("item", draft.item);
    visit("to", draft.to, Counts::in_title);
    visit("meeting", draft.meeting);
    visit("purpose", draft.purpose, Counts::chosen, "purpose");
    visit("basis", draft.basis, Counts::chosen);
    visit("form", draft.form, Counts::chosen, "form");
    visit("own_words", draft.own_words);
    visit("aloud", draft.aloud);
    visit("answers", draft.answers);
    visit("text", draft.text, Counts::typed);
}

const DraftKind share_drafts = draft_kind<Shares>();

std::string standard_text(const Panel& panel, const v1::Item& item, std::uint32_t form) {
    const int index = static_cast<int>(form) - 1;
    return index >= 0 && index < item.as_sent_size() ? panel.in(item.as_sent(index))
                                                     : std::string();
}

std::string missing_in_share(const Panel& panel, const ShareDraft& draft) {
    if (draft.to.empty() && draft.meeting.empty()) return panel.say(Say::share_missing_who);
    if (draft.purpose.empty()) return panel.say(Say::share_missing_purpose);
    if (draft.basis.empty()) return panel.say(Say::share_missing_basis);
    if (draft.form == 0) return panel.say(Say::share_missing_form);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

bool asks_for(const v1::Request& request, const v1::Item& item) {
    if (!request.item().empty()) return request.item() == item.id();
    return request.category() == item.category() && has(item.about(), request.person());
}

std::vector<const v1::Request*> answered_requests(const Panel& panel, const ShareDraft& draft,
                                                  const v1::Item& item) {
    std::vector<const v1::Request*> answered;
    const auto consider = [&](const v1::Request& request) {
        const bool heard = std::any_of(
            answered.begin(), answered.end(),
            [&](const v1::Request* other) { return other->asker() == request.asker(); });
        if (!heard && draft.to.contains(request.asker()) && is_open_question(panel, request))
            answered.push_back(&request);
    };
    // The question the dialog was opened for comes before others of the same asker.
    if (const v1::Request* asked = panel.view->find<v1::Request>(draft.request)) consider(*asked);
    for (const v1::Request* request : panel.view->all<v1::Request>())
        if (asks_for(*request, item)) consider(*request);
    if (answered.size() > 1 && !draft.meeting.empty() && only_meeting(panel, draft))
        answered.resize(1);
    return answered;
}

std::vector<RecipientGroup> share_groups(const Panel& panel, const v1::Item& item,
                                         const ShareDraft& draft) {
    std::vector<RecipientGroup> groups;
    std::set<std::string> placed;
    RecipientGroup asked{panel.say(Say::share_asked_for), {}};
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        const bool wanted = request->id() == draft.request ||
                            (is_open_question(panel, *request) && asks_for(*request, item));
        if (!wanted || !placed.insert(request->asker()).second) continue;
        asked.roles.push_back(request->asker());
        asked.notes.push_back(panel.say(Say::share_asked_note, {clock_text(request->at_sim_ms())}));
    }
    groups.push_back(std::move(asked));
    for (const v1::Meeting* meeting : panel.view->all<v1::Meeting>()) {
        if (!has(meeting->present(), panel.role)) continue;
        RecipientGroup group{
            groups.size() == 1 ? panel.say(Say::share_in_meeting) : std::string(), {}, meeting};
        // Whoever is there hears it: who asked for it stands here too.
        for (const std::string& role : meeting->present()) {
            if (role == panel.role) continue;
            group.roles.push_back(role);
            placed.insert(role);
        }
        if (group.roles.empty()) group.nobody = panel.say(Say::share_alone_in_meeting);
        groups.push_back(std::move(group));
    }
    groups.push_back({panel.say(Say::share_others), other_roles(panel, placed)});
    return groups;
}

std::vector<v1::Command> share_commands(const Panel& panel, const ShareDraft& draft,
                                        const v1::Item& item) {
    const std::string meeting =
        !draft.meeting.empty() && only_meeting(panel, draft) ? draft.meeting : std::string();
    std::vector<const v1::Request*> answered;
    if (draft.answers) answered = answered_requests(panel, draft, item);
    if (draft.heard != 0 || (draft.aloud && answered.empty())) {
        v1::Command command = panel.command();
        fill(*command.mutable_register_spoken_share(), draft, draft.to, meeting);
        command.mutable_register_spoken_share()->set_heard(draft.heard);
        return {std::move(command)};
    }
    const auto written = [&](const std::set<std::string>& to, const v1::Request* request) {
        v1::Command command = panel.command();
        v1::ShareItem& share = *command.mutable_share_item();
        fill(share, draft, to, meeting);
        if (draft.own_words && draft.text != standard_text(panel, item, draft.form))
            share.set_text(draft.text);
        if (request != nullptr) share.set_request(request->id());
        return command;
    };
    // A share names one request: who else asked gets it in a share that answers their own.
    std::set<std::string> first = draft.to;
    for (std::size_t index = 1; index < answered.size(); ++index)
        first.erase(answered[index]->asker());
    std::vector<v1::Command> commands{written(first, answered.empty() ? nullptr : answered[0])};
    for (std::size_t index = 1; index < answered.size(); ++index)
        commands.push_back(written({answered[index]->asker()}, answered[index]));
    return commands;
}

}  // namespace casustafel::ui
