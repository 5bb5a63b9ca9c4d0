#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {

void fill(const Look& look, v1::RoleCard& m) {
    const core::Role& role = *find(look.scenario, core::RoleId{look.subject.id});
    m.set_role(role.id.value);
    put(role.card.task, m.mutable_task());
    put(role.card.power, m.mutable_power());
    put(role.card.limit, m.mutable_limit());
    put(role.card.wants, m.mutable_wants());
    put(role.card.misses, m.mutable_misses());
    m.set_accepts_triage(role.accepts_triage);
    m.set_gives_authority(role.gives_authority);
}

void fill(const Look& look, v1::Person& m) {
    const core::Person& person = *find(look.scenario, core::PersonId{look.subject.id});
    m.set_id(person.id.value);
    put(person.name, m.mutable_name());
    put(person.description, m.mutable_description());
    m.set_order(order_of(look.scenario.people, person));
}

void fill(const Look& look, v1::Basis& m) {
    const core::Basis& basis = *find(look.scenario, core::BasisId{look.subject.id});
    m.set_id(basis.id.value);
    put(basis.name, m.mutable_name());
    put(basis.gist, m.mutable_gist());
    m.set_order(order_of(look.scenario.rules.bases, basis));
}

void fill(const Look& look, v1::Triage& m) { m.set_status(word(look.state.legal.triage)); }

}  // namespace casustafel::view
