#include "server/view/content.hpp"

namespace casustafel::view {

bool has_clock_reading(const v1::Entity& entity) {
    return entity.has_session() || entity.has_inject_control() || entity.has_swap() ||
           entity.probe().status() == "open" || entity.decision().effective_in_ms() > 0;
}

v1::Entity content(const core::State& state, core::Stamp now, const Subject& subject,
                   const Facet& facet, testing::Leak leak) {
    using Kind = SubjectKind;
    const Look look{state, *state.scenario, now, subject, facet, leak};
    v1::Entity entity;
    entity.set_key(key_of(subject));
    switch (subject.kind) {
        case Kind::session: fill(look, *entity.mutable_session()); break;
        case Kind::table: fill(look, *entity.mutable_table()); break;
        case Kind::role: fill(look, *entity.mutable_role()); break;
        case Kind::participant: fill(look, *entity.mutable_participant()); break;
        case Kind::role_card: fill(look, *entity.mutable_role_card()); break;
        case Kind::person: fill(look, *entity.mutable_person()); break;
        case Kind::basis: fill(look, *entity.mutable_basis()); break;
        case Kind::triage: fill(look, *entity.mutable_triage()); break;
        case Kind::item: fill(look, *entity.mutable_item()); break;
        case Kind::share: fill(look, *entity.mutable_share()); break;
        case Kind::request: fill(look, *entity.mutable_request()); break;
        case Kind::message: fill(look, *entity.mutable_message()); break;
        case Kind::meeting: fill(look, *entity.mutable_meeting()); break;
        case Kind::notice: fill(look, *entity.mutable_notice()); break;
        case Kind::inject: fill(look, *entity.mutable_inject_control()); break;
        case Kind::holding: fill(look, *entity.mutable_holding()); break;
        case Kind::weighing:
        case Kind::own_weighing: fill(look, *entity.mutable_weighing()); break;
        case Kind::decision: fill(look, *entity.mutable_decision()); break;
        case Kind::proposal: fill(look, *entity.mutable_proposal()); break;
        case Kind::power: fill(look, *entity.mutable_power()); break;
        case Kind::intervention: fill(look, *entity.mutable_intervention()); break;
        case Kind::plan: fill(look, *entity.mutable_plan()); break;
        case Kind::action: fill(look, *entity.mutable_action()); break;
        case Kind::swap: fill(look, *entity.mutable_swap()); break;
        case Kind::handover: fill(look, *entity.mutable_handover_note()); break;
        case Kind::spoken: fill(look, *entity.mutable_spoken()); break;
        case Kind::gut_feeling: fill(look, *entity.mutable_gut_feeling()); break;
        case Kind::authority: fill(look, *entity.mutable_authority_question()); break;
        case Kind::consent: fill(look, *entity.mutable_consent()); break;
        case Kind::consent_scope: fill(look, *entity.mutable_consent_scope()); break;
        case Kind::informed:
        case Kind::own_informed: fill(look, *entity.mutable_informed()); break;
        case Kind::advice:
        case Kind::own_advice: fill(look, *entity.mutable_privacy_advice()); break;
        case Kind::privacy_officer: fill(look, *entity.mutable_privacy_officer()); break;
        case Kind::whisper: fill(look, *entity.mutable_whisper_heard()); break;
        case Kind::help: fill(look, *entity.mutable_help_call()); break;
        case Kind::moment: fill(look, *entity.mutable_moment()); break;
        case Kind::track: fill(look, *entity.mutable_track_gauge()); break;
        case Kind::ending: fill(look, *entity.mutable_ending()); break;
        case Kind::probe: fill(look, *entity.mutable_probe()); break;
        case Kind::heard: fill(look, *entity.mutable_heard()); break;
        case Kind::correction: fill(look, *entity.mutable_correction()); break;
    }
    return entity;
}

}  // namespace casustafel::view
