#include "small_case.hpp"

#include "server/core/values/clock.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::support {
namespace {

constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

Role role(const RoleId& id, const TableId& table) {
    return {.id = id, .name = {id.value, id.value}, .organisation = {id.value}, .table = table};
}

Table table(const TableId& id, std::int64_t answer_within_ms) {
    return {.id = id, .name = {id.value, id.value}, .answer_within_ms = answer_within_ms};
}

}  // namespace

SmallCase::SmallCase() {
    scenario.id = "small";
    scenario.tables = {table(table_z, 20 * minute_ms), table(table_v, day_ms)};
    for (const RoleId& id : {ovj, pol, vt, prc, jon}) {
        scenario.organisations.push_back({{id.value}, {id.value, id.value}});
        scenario.roles.push_back(role(id, id == ovj || id == pol ? table_z : table_v));
    }
    find_role(prc).accepts_triage = true;
    scenario.people = {{.id = mirjam, .age_years = 38}, {.id = jesse, .age_years = 17}};
    scenario.rules = {"small-rules", "2025-01-01", {{wmovt}, {wgsz}, {conv}, {open_basis}}};
    scenario.meetings = {{.id = meeting_z, .table = table_z, .members = {ovj, pol}},
                         {.id = meeting_v, .table = table_v, .members = {vt, prc, jon}},
                         {.id = chain_meeting, .members = {ovj, vt, prc}}};
    scenario.rounds = {{}};
    scenario.segments = {{9 * hour_ms, 17 * hour_ms, 8 * hour_ms, 0},
                         {day_ms + 9 * hour_ms, day_ms + 17 * hour_ms, 8 * hour_ms, 0}};
    scenario.items.reserve(32);
}

Role& SmallCase::find_role(const RoleId& id) {
    for (Role& one : scenario.roles) {
        if (one.id == id) return one;
    }
    throw std::logic_error("no such role");
}

Item& SmallCase::add_item(const ItemId& id, const RoleId& holder, int sensitivity) {
    scenario.items.push_back({.id = id,
                              .about = {mirjam},
                              .category = Category::domestic_violence,
                              .sensitivity = sensitivity,
                              .holders = {holder}});
    return scenario.items.back();
}

Item& SmallCase::add_a03() {
    Item& item = add_item(a03, vt, 2);
    item.needs = {need(ovj, Form::conclusion)};
    item.grants = {grant({vt}, {ovj}, Form::summary)};
    return item;
}

void SmallCase::begin() {
    state = initial(scenario);
    for (std::uint32_t i = 0; i < scenario.roles.size(); ++i) {
        perform_as(newcomer(), JoinSession{});
        perform_as(participant(ParticipantId{i + 1}), TakeRole{scenario.roles[i].id});
    }
    perform_as(trainer(), StartSession{});
}

void SmallCase::pass(std::int64_t duration_ms) {
    now_ms_ += duration_ms;
    if (state.scenario == nullptr) return;
    while (const auto found = due(state, now_ms_)) {
        apply(state, Record{.stamp = found->stamp, .events = found->events});
    }
}

std::vector<Event> SmallCase::perform_as(const Actor& actor, const Command& command) {
    const Outcome outcome = decide(state, actor, command, {now_ms_, EntityId{next_id_++}});
    if (const auto refused = rejection(outcome)) {
        throw std::logic_error("rejected: " + std::string(name(*refused)));
    }
    const auto& events = std::get<std::vector<Event>>(outcome);
    apply(state, record(actor, command, events));
    return events;
}

Outcome SmallCase::ask_as_trainer(const Command& command) const {
    return decide(state, trainer(), command, {now_ms_, EntityId{next_id_}});
}

std::vector<Event> SmallCase::perform_as_trainer(const Command& command) {
    return perform_as(trainer(), command);
}

Outcome SmallCase::ask(const RoleId& role, const Command& command) const {
    return decide(state, actor(role), command, {now_ms_, EntityId{next_id_}});
}

std::vector<Event> SmallCase::perform(const RoleId& role, const Command& command) {
    const Outcome outcome = ask(role, command);
    if (const auto refused = rejection(outcome)) {
        ADD_FAILURE() << role.value << " is refused: " << name(*refused);
        return {};
    }
    ++next_id_;
    const auto& events = std::get<std::vector<Event>>(outcome);
    apply(state, record(actor(role), command, events));
    return events;
}

void SmallCase::give(const RoleId& role, const ItemId& item, Form form) {
    Holding& held = state.holdings[{role, item}];
    held.form = std::max(held.form, form);
    held.lawful_form = std::max(held.lawful_form, form);
    held.since_sim_ms = sim_ms();
}

Holding SmallCase::held(const RoleId& role, const ItemId& item) const {
    const Holding* found = holding(state, role, item);
    return found ? *found : Holding{};
}

ShareItem SmallCase::good_share() {
    return {.item = a03,
            .to = {ovj},
            .purpose = Purpose::charging_decision,
            .basis = wmovt,
            .form = Form::conclusion};
}

Actor SmallCase::actor(const RoleId& role) const {
    return participant(state.seats.at(role).occupant, role);
}

Record SmallCase::record(const Actor& actor, const Command& command,
                         std::vector<Event> events) const {
    return {.stamp = stamp_at(state.clock, scenario, now_ms_),
            .actor = actor,
            .command = command,
            .events = std::move(events)};
}

}  // namespace casustafel::support
