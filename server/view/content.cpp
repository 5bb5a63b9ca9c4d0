#include "server/view/content.hpp"

namespace casustafel::view {

bool has_clock_reading(SubjectKind kind) {
    return kind == SubjectKind::session || kind == SubjectKind::inject;
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
    }
    return entity;
}

}  // namespace casustafel::view
