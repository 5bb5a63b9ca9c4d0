#include "client/ui/acts/receipt.hpp"

#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/names.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 28, line_height_narrow = 24, least_screen = 290;

// What the server took, in one line that names whom and what the act was about. An act that needs
// no more than its own sentence has no row here: its text is "receipt.<act>".
class ReceiptLine {
public:
    explicit ReceiptLine(const Panel& panel) : panel_(panel) {}

    std::string of(const v1::Command& act) const;

private:
    struct Row {
        v1::Command::WhatCase act;
        std::string (ReceiptLine::*words)(const v1::Command&) const;
    };
    static const Row rows[];

    std::string shared(const v1::Command& act) const {
        return panel_.say(Say::receipt_shared,
                          {receivers(act.share_item()), item(act.share_item().item())});
    }
    std::string said_aloud(const v1::Command& act) const {
        const v1::RegisterSpokenShare& share = act.register_spoken_share();
        return panel_.say(Say::receipt_spoken, {receivers(share), item(share.item())});
    }
    std::string asked(const v1::Command& act) const {
        return panel_.say(Say::receipt_asked, {listed(act.ask_for_information().to())});
    }
    std::string refused(const v1::Command& act) const {
        return panel_.say(Say::receipt_refused, {asker(act.refuse_request().request())});
    }
    std::string referred(const v1::Command& act) const {
        return panel_.say(Say::receipt_referred,
                          {act.refer_request().to(), asker(act.refer_request().request())});
    }
    std::string not_here(const v1::Command& act) const {
        return panel_.say(Say::receipt_not_here, {asker(act.answer_not_here().request())});
    }
    std::string marked(const v1::Command& act) const {
        const std::string mark = panel_.word("ui", "mark_" + act.mark_item().mark());
        return panel_.say(Say::receipt_marked, {act.mark_item().item(), in_sentence(mark)});
    }
    std::string noted_what_was_heard(const v1::Command& act) const {
        return panel_.say(Say::receipt_heard_noted, {act.note_heard().giver()});
    }
    std::string confirmed_what_was_said(const v1::Command& act) const {
        return panel_.say(act.confirm_spoken_share().heard() ? Say::receipt_heard_yes
                                                             : Say::receipt_heard_no);
    }
    std::string weighed(const v1::Command& act) const {
        return panel_.say(Say::receipt_weighed, {item(act.record_weighing().item())});
    }
    std::string asked_authority(const v1::Command& act) const {
        const std::string& about = act.ask_authority().item();
        return panel_.say(Say::receipt_authority_asked, {authority(about), item(about)});
    }
    std::string answered_authority(const v1::Command& act) const {
        return panel_.say(act.answer_authority().agreed() ? Say::receipt_authority_agreed
                                                          : Say::receipt_authority_refused);
    }
    std::string asked_consent(const v1::Command& act) const {
        return panel_.say(Say::receipt_consent, {panel_.person_name(act.ask_consent().person())});
    }
    std::string informed(const v1::Command& act) const {
        return panel_.say(Say::receipt_informed,
                          {panel_.person_name(act.inform_person().person())});
    }
    std::string asked_privacy_officer(const v1::Command& act) const {
        return panel_.say(Say::receipt_privacy, {item(act.ask_privacy_officer().item())});
    }
    std::string put_up(const v1::Command&) const { return panel_.say(Say::feed_triage_put_up); }
    std::string accepted(const v1::Command&) const { return panel_.say(Say::feed_triage_accepted); }
    std::string proposed(const v1::Command& act) const {
        return panel_.say(Say::receipt_proposed, {decision(act.propose_decision().decision())});
    }
    std::string decided(const v1::Command& act) const {
        return panel_.say(Say::receipt_decided, {decision(act.take_decision().decision())});
    }
    std::string retracted(const v1::Command& act) const {
        return panel_.say(Say::receipt_retracted, {decision(act.retract_decision().decision())});
    }
    std::string intervened(const v1::Command& act) const {
        return panel_.say(Say::receipt_intervened,
                          {intervention(act.use_intervention().intervention())});
    }
    std::string entered(const v1::Command& act) const {
        return panel_.say(Say::receipt_entered, {meeting(act.enter_meeting().meeting())});
    }
    std::string left(const v1::Command& act) const {
        return panel_.say(Say::receipt_left, {meeting(act.leave_meeting().meeting())});
    }
    std::string invited(const v1::Command& act) const {
        const v1::InviteToMeeting& invitation = act.invite_to_meeting();
        return panel_.say(Say::receipt_invited, {invitation.role(), meeting(invitation.meeting())});
    }
    std::string moved_phase(const v1::Command& act) const {
        const std::string phase = panel_.word("meeting_phase", act.move_phase().phase());
        return panel_.say(Say::receipt_phase,
                          {meeting(act.move_phase().meeting()), in_sentence(phase)});
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
        const v1::Request* found = panel_.view->find<v1::Request>(request);
        return found == nullptr ? std::string("?") : found->asker();
    }
    std::string meeting(const std::string& id) const {
        const v1::Meeting* found = panel_.view->find<v1::Meeting>(id);
        return found == nullptr ? id : in_sentence(panel_.in(found->name()));
    }
    std::string decision(const std::string& id) const {
        const v1::Decision* found = panel_.view->find<v1::Decision>(id);
        return found == nullptr ? id : panel_.in(found->title());
    }
    std::string intervention(const std::string& id) const {
        for (const v1::Intervention* each : panel_.view->all<v1::Intervention>())
            if (each->id() == id) return panel_.in(each->title());
        return id;
    }
    // Who was asked to agree, as far as the answer says.
    std::string authority(const std::string& item) const {
        std::string who;
        for (const v1::AuthorityQuestion* each : panel_.view->all<v1::AuthorityQuestion>())
            if (each->item() == item) who = each->to();
        return who;
    }

    const Panel& panel_;
};

constexpr ReceiptLine::Row ReceiptLine::rows[] = {
    {v1::Command::kShareItem, &ReceiptLine::shared},
    {v1::Command::kRegisterSpokenShare, &ReceiptLine::said_aloud},
    {v1::Command::kAskForInformation, &ReceiptLine::asked},
    {v1::Command::kRefuseRequest, &ReceiptLine::refused},
    {v1::Command::kReferRequest, &ReceiptLine::referred},
    {v1::Command::kAnswerNotHere, &ReceiptLine::not_here},
    {v1::Command::kMarkItem, &ReceiptLine::marked},
    {v1::Command::kNoteHeard, &ReceiptLine::noted_what_was_heard},
    {v1::Command::kConfirmSpokenShare, &ReceiptLine::confirmed_what_was_said},
    {v1::Command::kRecordWeighing, &ReceiptLine::weighed},
    {v1::Command::kAskAuthority, &ReceiptLine::asked_authority},
    {v1::Command::kAnswerAuthority, &ReceiptLine::answered_authority},
    {v1::Command::kAskConsent, &ReceiptLine::asked_consent},
    {v1::Command::kInformPerson, &ReceiptLine::informed},
    {v1::Command::kAskPrivacyOfficer, &ReceiptLine::asked_privacy_officer},
    {v1::Command::kPutUpForTriage, &ReceiptLine::put_up},
    {v1::Command::kAcceptTriage, &ReceiptLine::accepted},
    {v1::Command::kProposeDecision, &ReceiptLine::proposed},
    {v1::Command::kTakeDecision, &ReceiptLine::decided},
    {v1::Command::kRetractDecision, &ReceiptLine::retracted},
    {v1::Command::kUseIntervention, &ReceiptLine::intervened},
    {v1::Command::kEnterMeeting, &ReceiptLine::entered},
    {v1::Command::kLeaveMeeting, &ReceiptLine::left},
    {v1::Command::kInviteToMeeting, &ReceiptLine::invited},
    {v1::Command::kMovePhase, &ReceiptLine::moved_phase},
};

std::string ReceiptLine::of(const v1::Command& act) const {
    for (const Row& row : rows)
        if (row.act == act.what_case()) return (this->*row.words)(act);
    const std::string_view name = contract::command_name(act.what_case());
    return panel_.say(text::find("receipt." + std::string(name)).value_or(Say::receipt_done));
}

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
    line = line.inset(measure::pad.in(panel.ui), 0);
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
