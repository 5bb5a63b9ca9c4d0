#pragma once
// How the events of core/event_play.hpp are written; the oneof's mutable_… is what says which.
#include "server/codec/event_parts.hpp"

namespace casustafel::codec {

inline void write_meeting(const core::RoleId& role, const core::MeetingId& meeting,
                          v1::EventOfMeeting& m) {
    m.set_role(role.value);
    m.set_meeting(meeting.value);
}

struct EncodePlay {
    v1::Event& out;

    void operator()(const core::ItemDealt& e) const {
        auto& m = *out.mutable_item_dealt();
        m.set_item(e.item.value);
        write(e.to, m.mutable_to());
    }
    void operator()(const core::ItemRead& e) const {
        auto& m = *out.mutable_item_read();
        m.set_role(e.role.value);
        m.set_item(e.item.value);
    }
    void operator()(const core::ItemShared& e) const {
        auto& m = *out.mutable_item_shared();
        m.set_share(number(e.share));
        m.set_item(e.item.value);
        m.set_giver(e.giver.value);
        write(e.to, m.mutable_to());
        for (const core::Recipient& recipient : e.recipients) {
            auto& r = *m.add_recipients();
            r.set_role(recipient.role.value);
            write_verdict(recipient.verdict, *r.mutable_verdict());
        }
        m.set_meeting(e.meeting.value);
        m.set_purpose(word(e.purpose));
        m.set_basis(e.basis.value);
        m.set_form(number(e.form));
        m.set_text(e.text);
        m.set_request(number(e.request));
        m.set_partial(e.partial);
        m.set_aloud(e.aloud);
    }
    void operator()(const core::RequestMade& e) const {
        auto& m = *out.mutable_request_made();
        m.set_request(number(e.request));
        m.set_asker(e.asker.value);
        write(e.to, m.mutable_to());
        m.set_person(e.person.value);
        m.set_category(word(e.category));
        m.set_item(e.item.value);
        m.set_text(e.text);
        for (const std::int64_t end : e.term_ends_sim_ms) m.add_term_ends_sim_ms(end);
        if (!e.scripted.inject.empty()) write_scripted(e.scripted, m.mutable_scripted());
    }
    void operator()(const core::RequestAnswered& e) const {
        auto& m = *out.mutable_request_answered();
        m.set_request(number(e.request));
        m.set_by(e.by.value);
        m.set_kind(word(e.kind));
        m.set_reason(word(e.reason));
        m.set_referred_to(e.referred_to.value);
        m.set_share(number(e.share));
        m.set_text(e.text);
        m.set_offered_form(number(e.offered_form));
        m.set_offered_role(e.offered_role.value);
    }
    void operator()(const core::ItemMarked& e) const {
        auto& m = *out.mutable_item_marked();
        m.set_role(e.role.value);
        m.set_item(e.item.value);
        m.set_mark(word(e.mark));
    }
    void operator()(const core::MessageSent& e) const {
        auto& m = *out.mutable_message_sent();
        m.set_message(number(e.message));
        m.set_sender(e.sender.value);
        write(e.to, m.mutable_to());
        m.set_meeting(e.meeting.value);
        m.set_text(e.text);
    }
    void operator()(const core::MeetingEntered& e) const {
        write_meeting(e.role, e.meeting, *out.mutable_meeting_entered());
    }
    void operator()(const core::MeetingLeft& e) const {
        write_meeting(e.role, e.meeting, *out.mutable_meeting_left());
    }
    void operator()(const core::TriagePutUp& e) const {
        auto& m = *out.mutable_triage_put_up();
        m.set_by(e.by.value);
        m.set_reason(e.reason);
    }
    void operator()(const core::TriageAccepted& e) const {
        out.mutable_triage_accepted()->set_by(e.by.value);
    }
    void operator()(const core::WeighingRecorded& e) const {
        auto& m = *out.mutable_weighing_recorded();
        m.set_by(e.by.value);
        m.set_item(e.item.value);
        m.set_tried(e.tried);
        m.set_harm(e.harm);
        m.set_averts(e.averts);
        m.set_minimum(e.minimum);
    }
    void operator()(const core::InjectPended& e) const {
        auto& m = *out.mutable_inject_pended();
        m.set_inject(e.inject.value);
        m.set_effective_at_active_ms(e.effective_at_active_ms);
        m.set_title(e.title);
        m.set_text(e.text);
        write(e.to, m.mutable_to());
    }
    void operator()(const core::InjectRetracted& e) const {
        out.mutable_inject_retracted()->set_inject(e.inject.value);
    }
    void operator()(const core::InjectTookEffect& e) const {
        out.mutable_inject_took_effect()->set_inject(e.inject.value);
    }
    void operator()(const core::SpokenShareRegistered& e) const {
        auto& m = *out.mutable_spoken_share_registered();
        m.set_spoken(number(e.spoken));
        m.set_item(e.item.value);
        m.set_giver(e.giver.value);
        write(e.to, m.mutable_to());
        m.set_meeting(e.meeting.value);
        m.set_purpose(word(e.purpose));
        m.set_basis(e.basis.value);
        m.set_form(number(e.form));
    }
    void operator()(const core::SpokenShareAnswered& e) const {
        auto& m = *out.mutable_spoken_share_answered();
        m.set_spoken(number(e.spoken));
        m.set_by(e.by.value);
        m.set_heard(e.heard);
    }
    void operator()(const core::GutFeelingNoted& e) const {
        auto& m = *out.mutable_gut_feeling_noted();
        m.set_note(number(e.note));
        m.set_role(e.role.value);
        m.set_participant(number(e.participant));
        m.set_item(e.item.value);
        m.set_text(e.text);
    }
    void operator()(const core::ItemEmerged& e) const {
        auto& m = *out.mutable_item_emerged();
        m.set_role(e.role.value);
        m.set_item(e.item.value);
    }
    void operator()(const core::AuthorityAsked& e) const {
        auto& m = *out.mutable_authority_asked();
        m.set_question(number(e.question));
        m.set_by(e.by.value);
        m.set_item(e.item.value);
        m.set_to(e.to.value);
        m.set_reason(e.reason);
    }
    void operator()(const core::AuthorityAnswered& e) const {
        auto& m = *out.mutable_authority_answered();
        m.set_question(number(e.question));
        m.set_by(e.by.value);
        m.set_agreed(e.agreed);
        m.set_text(e.text);
    }
    void operator()(const core::ConsentAsked& e) const {
        auto& m = *out.mutable_consent_asked();
        m.set_by(e.by.value);
        m.set_person(e.person.value);
        m.set_scope(e.scope);
        m.set_answer_at_sim_ms(e.answer_at_sim_ms);
    }
    void operator()(const core::ConsentRecorded& e) const {
        auto& m = *out.mutable_consent_recorded();
        m.set_person(e.person.value);
        m.set_scope(e.scope);
        m.set_given(e.given);
    }
    void operator()(const core::PersonInformed& e) const {
        auto& m = *out.mutable_person_informed();
        m.set_by(e.by.value);
        m.set_person(e.person.value);
        m.set_text(e.text);
    }
    void operator()(const core::PrivacyAdviceGiven& e) const {
        auto& m = *out.mutable_privacy_advice_given();
        m.set_by(e.by.value);
        m.set_item(e.item.value);
        m.set_to(e.to.value);
        m.set_purpose(word(e.purpose));
        m.set_round(static_cast<std::uint32_t>(e.round));
    }
    void operator()(const core::FactsChanged& e) const {
        auto& m = *out.mutable_facts_changed();
        write_facts(e.change, m);
    }
    void operator()(const core::DecisionProposed& e) const {
        auto& m = *out.mutable_decision_proposed();
        m.set_proposal(number(e.proposal));
        m.set_decision(e.decision.value);
        m.set_option(e.option.value);
        m.set_by(e.by.value);
        write(e.cited, m.mutable_cited());
        m.set_text(e.text);
        m.set_parked(e.parked);
    }
    void operator()(const core::DecisionPended& e) const {
        auto& m = *out.mutable_decision_pended();
        m.set_decision(e.decision.value);
        m.set_option(e.option.value);
        m.set_by(e.by.value);
        write(e.cited, m.mutable_cited());
        m.set_text(e.text);
        m.set_effective_at_active_ms(e.effective_at_active_ms);
    }
    void operator()(const core::DecisionRetracted& e) const {
        auto& m = *out.mutable_decision_retracted();
        m.set_decision(e.decision.value);
        m.set_by(e.by.value);
    }
    void operator()(const core::DecisionTookEffect& e) const {
        auto& m = *out.mutable_decision_took_effect();
        m.set_decision(e.decision.value);
        m.set_option(e.option.value);
    }
    void operator()(const core::DecisionDeadlinePassed& e) const {
        out.mutable_decision_deadline_passed()->set_decision(e.decision.value);
    }
    void operator()(const core::InterventionUsed& e) const {
        auto& m = *out.mutable_intervention_used();
        m.set_intervention(e.intervention.value);
        m.set_by(e.by.value);
        write(e.cited, m.mutable_cited());
        m.set_text(e.text);
    }
    void operator()(const core::ConsequenceCame& e) const {
        auto& m = *out.mutable_consequence_came();
        m.set_kind(word(e.cause.kind));
        m.set_id(e.cause.id);
        m.set_option(e.cause.option.value);
        m.set_index(static_cast<std::uint32_t>(e.cause.index));
        m.set_held(e.held);
    }
    void operator()(const core::TrackChanged& e) const {
        auto& m = *out.mutable_track_changed();
        m.set_person(e.person.value);
        m.set_track(word(e.track));
        m.set_value(e.value);
    }
    void operator()(const core::InjectSkipped& e) const {
        out.mutable_inject_skipped()->set_inject(e.inject.value);
    }
    void operator()(const core::ActionAdded& e) const {
        auto& m = *out.mutable_action_added();
        m.set_action(number(e.action));
        m.set_by(e.by.value);
        write(e.terms, *m.mutable_terms());
        if (!e.scripted.inject.empty()) write_scripted(e.scripted, m.mutable_scripted());
    }
    void operator()(const core::ActionChanged& e) const {
        auto& m = *out.mutable_action_changed();
        m.set_action(number(e.action));
        m.set_by(e.by.value);
        write(e.terms, *m.mutable_terms());
    }
    void operator()(const core::ActionWithdrawn& e) const {
        auto& m = *out.mutable_action_withdrawn();
        m.set_action(number(e.action));
        m.set_by(e.by.value);
    }
    void operator()(const core::ActionConfirmed& e) const {
        auto& m = *out.mutable_action_confirmed();
        m.set_action(number(e.action));
        m.set_by(e.by.value);
    }
    void operator()(const core::PhaseMoved& e) const {
        auto& m = *out.mutable_phase_moved();
        m.set_meeting(e.meeting.value);
        m.set_by(e.by.value);
        m.set_phase(word(e.phase));
    }
    void operator()(const core::RoleInvited& e) const {
        auto& m = *out.mutable_role_invited();
        m.set_meeting(e.meeting.value);
        m.set_by(e.by.value);
        m.set_role(e.role.value);
        m.set_reason(e.reason);
    }
    void operator()(const core::HeardNoted& e) const {
        auto& m = *out.mutable_heard_noted();
        m.set_heard(number(e.heard));
        m.set_by(e.by.value);
        m.set_giver(e.giver.value);
        m.set_person(e.person.value);
        m.set_category(word(e.category));
        m.set_text(e.text);
    }
    void operator()(const core::HeardAnswered& e) const {
        auto& m = *out.mutable_heard_answered();
        m.set_heard(number(e.heard));
        m.set_spoken(number(e.spoken));
    }
    void operator()(const core::EndingReached& e) const {
        out.mutable_ending_reached()->set_ending(e.ending.value);
    }
};

}  // namespace casustafel::codec
