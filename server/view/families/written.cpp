// What the case lays down and no event changes: tables, role cards, people, bases, powers.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

void fill_table(const Look& look, v1::Entity& entity) {
    v1::Table& m = *entity.mutable_table();
    const core::Table& table = *find(look.scenario, core::TableId{look.subject.id});
    m.set_id(table.id.value);
    put(table.name, m.mutable_name());
    put(table.tagline, m.mutable_tagline());
    m.set_answer_within_ms(table.answer_within_ms);
    m.set_order(order_of(look.scenario.tables, table));
}

Seen own_card(const Eyes& eyes) {
    return when(eyes.subject.id == eyes.role().value && find(eyes.scenario(), eyes.role()));
}

void fill_role_card(const Look& look, v1::Entity& entity) {
    v1::RoleCard& m = *entity.mutable_role_card();
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

void fill_person(const Look& look, v1::Entity& entity) {
    v1::Person& m = *entity.mutable_person();
    const core::Person& person = *find(look.scenario, core::PersonId{look.subject.id});
    m.set_id(person.id.value);
    put(person.name, m.mutable_name());
    put(person.description, m.mutable_description());
    m.set_order(order_of(look.scenario.people, person));
}

void list_bases(const Listing& listing) {
    for (const core::Basis& each : listing.scenario().rules.bases) listing.add(each.id.value);
}

void fill_basis(const Look& look, v1::Entity& entity) {
    v1::Basis& m = *entity.mutable_basis();
    const core::Basis& basis = *find(look.scenario, core::BasisId{look.subject.id});
    m.set_id(basis.id.value);
    put(basis.name, m.mutable_name());
    put(basis.gist, m.mutable_gist());
    m.set_order(order_of(look.scenario.rules.bases, basis));
    m.set_source(basis.source);
    m.set_dated(basis.dated);
    m.set_confirmed(basis.confirmed);
}

void fill_power(const Look& look, v1::Entity& entity) {
    v1::Power& m = *entity.mutable_power();
    const core::Power& power = *find(look.scenario, core::PowerId{look.subject.id});
    m.set_id(power.id.value);
    put(power.name, m.mutable_name());
    put_ids(power.holders, m.mutable_holders());
    m.set_order(order_of(look.scenario.powers, power));
}

Seen any_trainer_page(const Eyes& eyes) {
    return when(!eyes.scenario().trainer_page.nl.empty(), FacetKind::trainer);
}

void fill_trainer_page(const Look& look, v1::Entity& entity) {
    put(look.scenario.trainer_page, entity.mutable_trainer_page()->mutable_text());
}

constexpr Row rows[] = {
    {.kind = kind(v1::Entity::kTable),
     .key = contract::entities::table,
     .offered = Offered::to_all,
     .list = list_written<&core::Scenario::tables>,
     .everybody = when_written<core::TableId>,
     .fill = fill_table},
    {.kind = kind(v1::Entity::kRoleCard),
     .key = contract::entities::role_card,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::roles>,
     .role = own_card,
     .trainer = when_written<core::RoleId>,
     .before_start = true,
     .fill = fill_role_card},
    {.kind = kind(v1::Entity::kPerson),
     .key = contract::entities::person,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::people>,
     .role = when_written<core::PersonId>,
     .trainer = when_written<core::PersonId>,
     .fill = fill_person},
    {.kind = kind(v1::Entity::kBasis),
     .key = contract::entities::basis,
     .offered = Offered::of_the_case,
     .list = list_bases,
     .role = when_written<core::BasisId>,
     .trainer = when_written<core::BasisId>,
     .fill = fill_basis},
    {.kind = kind(v1::Entity::kPower),
     .key = contract::entities::power,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::powers>,
     .role = when_written<core::PowerId>,
     .trainer = when_written<core::PowerId>,
     .fill = fill_power},
    {.kind = kind(v1::Entity::kTrainerPage),
     .key = contract::entities::trainer_page,
     .offered = Offered::to_trainer,
     .list = list_one,
     .trainer = any_trainer_page,
     .fill = fill_trainer_page},
};

// Nothing that happens changes them.
struct Changes : Touch {};

}  // namespace

constinit const Family families::written = family<Changes>(rows);

}  // namespace casustafel::view
