#include "client/ui/acts/receipt.hpp"

#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 28, line_height_narrow = 24, least_screen = 290;

class ReceiptLine {
public:
    explicit ReceiptLine(const Panel& panel) : panel_(panel) {}

    std::string of(const v1::Command& act) const {
        if (std::string words = of_information(act); !words.empty()) return words;
        if (std::string words = of_law(act); !words.empty()) return words;
        if (std::string words = of_choice(act); !words.empty()) return words;
        if (std::string words = of_meeting(act); !words.empty()) return words;
        return panel_.say(Say::receipt_done);
    }

private:
    std::string of_information(const v1::Command& act) const {
        switch (act.what_case()) {
            case v1::Command::kShareItem: {
                const v1::ShareItem& share = act.share_item();
                return panel_.say(Say::receipt_shared, {receivers(share), item(share.item())});
            }
            case v1::Command::kRegisterSpokenShare: {
                const v1::RegisterSpokenShare& share = act.register_spoken_share();
                return panel_.say(Say::receipt_spoken, {receivers(share), item(share.item())});
            }
            case v1::Command::kAskForInformation:
                return panel_.say(Say::receipt_asked, {listed(act.ask_for_information().to())});
            case v1::Command::kRefuseRequest:
                return panel_.say(Say::receipt_refused, {asker(act.refuse_request().request())});
            case v1::Command::kReferRequest:
                return panel_.say(Say::receipt_referred,
                                  {act.refer_request().to(), asker(act.refer_request().request())});
            case v1::Command::kAnswerNotHere:
                return panel_.say(Say::receipt_not_here, {asker(act.answer_not_here().request())});
            case v1::Command::kMarkItem:
                return panel_.say(
                    Say::receipt_marked,
                    {act.mark_item().item(),
                     in_sentence(panel_.word("ui", "mark_" + act.mark_item().mark()))});
            case v1::Command::kNoteHeard:
                return panel_.say(Say::receipt_heard_noted, {act.note_heard().giver()});
            case v1::Command::kDenyHeard: return panel_.say(Say::receipt_heard_denied);
            case v1::Command::kConfirmSpokenShare:
                return panel_.say(act.confirm_spoken_share().heard() ? Say::receipt_heard_yes
                                                                     : Say::receipt_heard_no);
            default: return {};
        }
    }

    std::string of_law(const v1::Command& act) const {
        switch (act.what_case()) {
            case v1::Command::kRecordWeighing:
                return panel_.say(Say::receipt_weighed, {item(act.record_weighing().item())});
            case v1::Command::kNoteGutFeeling: return panel_.say(Say::receipt_gut_feeling);
            case v1::Command::kAskAuthority: {
                const std::string& about = act.ask_authority().item();
                return panel_.say(Say::receipt_authority_asked, {authority(about), item(about)});
            }
            case v1::Command::kAnswerAuthority:
                return panel_.say(act.answer_authority().agreed() ? Say::receipt_authority_agreed
                                                                  : Say::receipt_authority_refused);
            case v1::Command::kAskConsent:
                return panel_.say(Say::receipt_consent,
                                  {panel_.person_name(act.ask_consent().person())});
            case v1::Command::kInformPerson:
                return panel_.say(Say::receipt_informed,
                                  {panel_.person_name(act.inform_person().person())});
            case v1::Command::kAskPrivacyOfficer:
                return panel_.say(Say::receipt_privacy, {item(act.ask_privacy_officer().item())});
            case v1::Command::kPutUpForTriage: return panel_.say(Say::feed_triage_put_up);
            case v1::Command::kAcceptTriage: return panel_.say(Say::feed_triage_accepted);
            default: return {};
        }
    }

    std::string of_choice(const v1::Command& act) const {
        switch (act.what_case()) {
            case v1::Command::kProposeDecision:
                return panel_.say(Say::receipt_proposed,
                                  {decision(act.propose_decision().decision())});
            case v1::Command::kTakeDecision:
                return panel_.say(Say::receipt_decided, {decision(act.take_decision().decision())});
            case v1::Command::kRetractDecision:
                return panel_.say(Say::receipt_retracted,
                                  {decision(act.retract_decision().decision())});
            case v1::Command::kUseIntervention:
                return panel_.say(Say::receipt_intervened,
                                  {intervention(act.use_intervention().intervention())});
            case v1::Command::kAddAction: return panel_.say(Say::receipt_planned);
            case v1::Command::kChangeAction: return panel_.say(Say::receipt_plan_changed);
            case v1::Command::kWithdrawAction: return panel_.say(Say::receipt_plan_withdrawn);
            case v1::Command::kConfirmAction: return panel_.say(Say::receipt_action_confirmed);
            default: return {};
        }
    }

    std::string of_meeting(const v1::Command& act) const {
        switch (act.what_case()) {
            case v1::Command::kEnterMeeting:
                return panel_.say(Say::receipt_entered, {meeting(act.enter_meeting().meeting())});
            case v1::Command::kLeaveMeeting:
                return panel_.say(Say::receipt_left, {meeting(act.leave_meeting().meeting())});
            case v1::Command::kInviteToMeeting:
                return panel_.say(
                    Say::receipt_invited,
                    {act.invite_to_meeting().role(), meeting(act.invite_to_meeting().meeting())});
            case v1::Command::kMovePhase:
                return panel_.say(
                    Say::receipt_phase,
                    {meeting(act.move_phase().meeting()),
                     in_sentence(panel_.word("meeting_phase", act.move_phase().phase()))});
            case v1::Command::kCallPause: return panel_.say(Say::receipt_pause);
            case v1::Command::kCallForHelp: return panel_.say(Say::receipt_help);
            case v1::Command::kAnswerProbe: return panel_.say(Say::receipt_probe);
            default: return {};
        }
    }

    template <class List>
    std::string listed(const List& roles) const {
        return enumerate(panel_, {roles.begin(), roles.end()});
    }
    template <class Share>
    std::string receivers(const Share& share) const {
        return share.meeting().empty() ? listed(share.to()) : meeting(share.meeting());
    }
    std::string item(const std::string& id) const { return item_words(panel_, id); }
    std::string asker(std::uint64_t request) const {
        const v1::Request* found = panel_.view->request(request);
        return found == nullptr ? std::string("?") : found->asker();
    }
    std::string meeting(const std::string& id) const {
        const v1::Meeting* found = panel_.view->meeting(id);
        return found == nullptr ? id : in_sentence(panel_.in(found->name()));
    }
    std::string decision(const std::string& id) const {
        const v1::Decision* found = panel_.view->decision(id);
        return found == nullptr ? id : panel_.in(found->title());
    }
    std::string intervention(const std::string& id) const {
        for (const v1::Intervention* each : panel_.view->interventions())
            if (each->id() == id) return panel_.in(each->title());
        return id;
    }
    // Who was asked to agree, as far as the answer says.
    std::string authority(const std::string& item) const {
        std::string who;
        for (const v1::AuthorityQuestion* each : panel_.view->authority_questions())
            if (each->item() == item) who = each->to();
        return who;
    }

    const Panel& panel_;
};

}  // namespace

bool gets_receipt(const v1::Command& act) {
    return !act.has_send_message() && !act.has_read_item() && !act.has_hasten_decision() &&
           !act.has_take_role() && !act.has_release_role() && !act.has_write_handover_note() &&
           !act.has_say_ready();
}

std::string receipt_words(const Panel& panel, const v1::Command& act) {
    return at_start(ReceiptLine(panel).of(act));
}

void draw_receipt(Panel& panel, Rect& screen, const std::optional<Receipt>& last) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    if (narrow && screen.height() < least_screen) return;  // a strip on top says more
    Rect line = screen.cut_bottom(narrow ? line_height_narrow : line_height);
    panel.draw().fill(line, Token::inset);
    panel.draw().horizontal_rule(line.left, line.right, line.top);
    line = line.inset(panel.ui.layout() == Layout::wide ? 24 : 16, 0);
    if (!last)
        return void(
            panel.draw().line(line, panel.say(Say::receipt_empty), {Type::small, Token::text_2}));
    panel.draw().icon({line.left + 8, line.centre().y}, Icon::check, IconSize::small, Token::good);
    line.cut_left(22);
    const Rect clock =
        panel.draw().line(line, clock_text(last->at_sim_ms), {Type::small, Token::text_2});
    line.left = clock.right + 10;
    panel.draw().line(line, receipt_words(panel, last->act), {Type::small});
}

}  // namespace casustafel::ui
