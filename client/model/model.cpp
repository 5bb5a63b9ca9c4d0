#include <algorithm>

#include "client/model/client.hpp"

namespace casustafel::model {

const View* Model::view(const std::string& name) const {
    const auto found = views.find(name);
    return found == views.end() ? nullptr : &found->second;
}

const View* Model::main_view() const {
    const std::string current = role();
    if (!current.empty()) return view("role:" + current);
    if (const View* trainer_view = view("trainer")) return trainer_view;
    return view("seat");
}

std::vector<std::string> Model::roles() const {
    std::vector<std::string> out;
    for (const auto& [name, view] : views) {
        if (name.starts_with("role:")) out.push_back(name.substr(5));
    }
    return out;
}

std::string Model::role() const {
    if (!chosen_role.empty() && views.contains("role:" + chosen_role)) return chosen_role;
    const auto mine = roles();
    return mine.empty() || trainer ? std::string() : mine.front();
}

const std::string& Model::draft(const std::string& view, const std::string& field) const {
    static const std::string nothing;
    const auto of_view = drafts.find(view);
    if (of_view == drafts.end()) return nothing;
    const auto found = of_view->second.find(field);
    return found == of_view->second.end() ? nothing : found->second;
}

std::int64_t Model::sim_ms(std::int64_t now_ms) const {
    const View* view = main_view();
    const v1::Session* session = view == nullptr ? nullptr : view->session();
    if (session == nullptr) return 0;
    if (!session->running()) return session_sim_ms;
    // While offline or held nobody knows how far the clock went: it stands where it last was sure.
    const bool sure = link == Link::ready && held.empty();
    const std::int64_t passed_ms =
        std::max<std::int64_t>(0, (sure ? now_ms : certain_ms) - session_received_ms);
    return std::min(session_sim_ms + passed_ms * session->rate_permille() / 1000,
                    session->segment_ends_sim_ms());
}

std::int64_t Model::left_ms(const View& view, const std::string& key, std::int64_t said_ms,
                            std::int64_t now_ms) const {
    const v1::Session* session = view.session();
    if (session == nullptr || session->phase() != "running") return said_ms;
    const bool sure = link == Link::ready && held.empty();
    const std::int64_t passed_ms = (sure ? now_ms : certain_ms) - view.came_ms(key);
    return std::max<std::int64_t>(0, said_ms - std::max<std::int64_t>(0, passed_ms));
}

std::int64_t Model::said_sim_ms() const {
    const View* view = main_view();
    const bool known = view != nullptr && view->session() != nullptr;
    return std::max(reached_sim_ms, known ? session_sim_ms : 0);
}

std::string Model::name_of(std::uint32_t who) const {
    const auto found = names.find(who);
    return found == names.end() ? "p" + std::to_string(who) : found->second;
}

std::string act_name(const v1::Command& command) {
    switch (command.what_case()) {
        case v1::Command::kTakeRole: return "take_role";
        case v1::Command::kReleaseRole: return "release_role";
        case v1::Command::kLeaveSession: return "leave_session";
        case v1::Command::kStartSession: return "start_session";
        case v1::Command::kPauseSession: return "pause_session";
        case v1::Command::kResumeSession: return "resume_session";
        case v1::Command::kSetSpeed: return "set_speed";
        case v1::Command::kEndSession: return "end_session";
        case v1::Command::kFireInject: return "fire_inject";
        case v1::Command::kImproviseInject: return "improvise_inject";
        case v1::Command::kRetractInject: return "retract_inject";
        case v1::Command::kHastenInject: return "hasten_inject";
        case v1::Command::kLookThroughRole: return "look_through_role";
        case v1::Command::kReadItem: return "read_item";
        case v1::Command::kShareItem: return "share_item";
        case v1::Command::kAskForInformation: return "ask_for_information";
        case v1::Command::kRefuseRequest: return "refuse_request";
        case v1::Command::kReferRequest: return "refer_request";
        case v1::Command::kAnswerNotHere: return "answer_not_here";
        case v1::Command::kMarkItem: return "mark_item";
        case v1::Command::kSendMessage: return "send_message";
        case v1::Command::kEnterMeeting: return "enter_meeting";
        case v1::Command::kLeaveMeeting: return "leave_meeting";
        case v1::Command::kPutUpForTriage: return "put_up_for_triage";
        case v1::Command::kAcceptTriage: return "accept_triage";
        case v1::Command::kRecordWeighing: return "record_weighing";
        case v1::Command::kAssignRole: return "assign_role";
        case v1::Command::kSeatAutopilot: return "seat_autopilot";
        case v1::Command::kStandIn: return "stand_in";
        case v1::Command::kCallPause: return "call_pause";
        case v1::Command::kCallForHelp: return "call_for_help";
        case v1::Command::kAnswerHelp: return "answer_help";
        case v1::Command::kWhisper: return "whisper";
        case v1::Command::kBookmarkMoment: return "bookmark_moment";
        case v1::Command::kStartSwap: return "start_swap";
        case v1::Command::kAdvanceSwap: return "advance_swap";
        case v1::Command::kCancelSwap: return "cancel_swap";
        case v1::Command::kWriteHandoverNote: return "write_handover_note";
        case v1::Command::kSayReady: return "say_ready";
        case v1::Command::kRegisterSpokenShare: return "register_spoken_share";
        case v1::Command::kConfirmSpokenShare: return "confirm_spoken_share";
        case v1::Command::kNoteGutFeeling: return "note_gut_feeling";
        case v1::Command::kAskAuthority: return "ask_authority";
        case v1::Command::kAnswerAuthority: return "answer_authority";
        case v1::Command::kAskConsent: return "ask_consent";
        case v1::Command::kInformPerson: return "inform_person";
        case v1::Command::kAskPrivacyOfficer: return "ask_privacy_officer";
        case v1::Command::kProposeDecision: return "propose_decision";
        case v1::Command::kTakeDecision: return "take_decision";
        case v1::Command::kRetractDecision: return "retract_decision";
        case v1::Command::kHastenDecision: return "hasten_decision";
        case v1::Command::kUseIntervention: return "use_intervention";
        case v1::Command::kAddAction: return "add_action";
        case v1::Command::kChangeAction: return "change_action";
        case v1::Command::kWithdrawAction: return "withdraw_action";
        case v1::Command::kConfirmAction: return "confirm_action";
        case v1::Command::kMovePhase: return "move_phase";
        case v1::Command::kInviteToMeeting: return "invite_to_meeting";
        default: return {};
    }
}

}  // namespace casustafel::model
