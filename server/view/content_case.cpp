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

void fill(const Look& look, v1::Weighing& m) {
    const bool own = look.facet.kind == FacetKind::own;
    const core::RoleId role = own ? look.facet.role : core::RoleId{look.subject.role};
    const core::ItemId item{look.subject.id};
    const core::Weighing& weighing = look.state.legal.weighings.at({role, item});
    m.set_role(role.value);
    m.set_item(item.value);
    m.set_tried(weighing.tried);
    m.set_harm(weighing.harm);
    m.set_averts(weighing.averts);
    m.set_minimum(weighing.minimum);
}

}  // namespace casustafel::view
