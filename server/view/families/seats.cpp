// Who is there, who plays what and who looks on: what the lobby shows.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind role = kind(v1::Entity::kRole);
constexpr Kind participant = kind(v1::Entity::kRole, 1);  // patches show them beside the roles
constexpr Kind observer = kind(v1::Entity::kObserver);

void fill_role(const Look& look, v1::Entity& entity) {
    v1::Role& m = *entity.mutable_role();
    const core::Role& written = *find(look.scenario, core::RoleId{look.subject.id});
    m.set_id(written.id.value);
    put(written.name, m.mutable_name());
    put(written.aim, m.mutable_aim());
    if (const auto* organisation = find(look.scenario, written.organisation))
        put(organisation->name, m.mutable_organisation());
    m.set_table(written.table.value);
    m.set_process_role(written.process_role);
    m.set_order(order_of(look.scenario.roles, written));
    const core::Seat& seat = look.state.seats.at(written.id);
    m.set_autopilot(seat.autopilot);
    m.set_autopilot_only(written.autopilot == core::AutopilotUse::always);
    m.set_stand_in(seat.stand_in);
    m.set_from_group_size(static_cast<std::uint32_t>(std::max(0, written.from_group_size)));
    const auto found = look.state.participants.find(seat.occupant);
    if (found == look.state.participants.end()) return;
    m.set_occupant(number(seat.occupant));
    m.set_connected(found->second.connected);
    m.set_absent(found->second.absent);
}

void list_participants(const Listing& listing) {
    for (const auto& [id, each] : listing.state.participants)
        listing.to.push_back({listing.kind, {}, {}, number(id)});
}

Seen seen_participant(const Eyes& eyes) {
    const auto found = eyes.state.participants.find(core::ParticipantId(eyes.subject.number));
    return when(found != eyes.state.participants.end() && found->second.present);
}

void fill_participant(const Look& look, v1::Entity& entity) {
    v1::Participant& m = *entity.mutable_participant();
    const auto id = core::ParticipantId(look.subject.number);
    const core::Participant& known = look.state.participants.at(id);
    m.set_id(number(id));
    m.set_connected(known.connected);
    m.set_absent(known.absent);
    put_ids(core::roles_of(look.state, id), m.mutable_roles());
}

void list_observers(const Listing& listing) {
    for (const auto& [id, each] : listing.state.observers)
        listing.to.push_back({listing.kind, {}, {}, number(id)});
}

Seen seen_observer(const Eyes& eyes) {
    const auto found = eyes.state.observers.find(core::ObserverId(eyes.subject.number));
    return when(found != eyes.state.observers.end() && !found->second.dismissed);
}

void fill_observer(const Look& look, v1::Entity& entity) {
    v1::Observer& m = *entity.mutable_observer();
    const auto id = core::ObserverId(look.subject.number);
    const core::Observer& known = look.state.observers.at(id);
    constexpr std::int64_t minute_ms = 60'000;
    m.set_id(number(id));
    m.set_role(known.role.value);
    m.set_table(known.table.value);
    m.set_delay_minutes(static_cast<std::uint32_t>(known.delay_ms / minute_ms));
    m.set_connected(known.connected);
}

constexpr Row rows[] = {
    {.kind = role,
     .key = contract::entities::role,
     .offered = Offered::to_all,
     .list = list_written<&core::Scenario::roles>,
     .everybody = when_written<core::RoleId>,
     .fill = fill_role},
    {.kind = participant,
     .key = contract::entities::participant,
     .offered = Offered::to_all,
     .list = list_participants,
     .everybody = seen_participant,
     .fill = fill_participant},
    {.kind = observer,
     .key = contract::entities::observer,
     .offered = Offered::to_all,
     .list = list_observers,
     .everybody = seen_observer,
     .fill = fill_observer},
};

struct Changes : Touch {
    void on(const core::ParticipantJoined& e) { person(e.participant); }
    void on(const core::ParticipantLeft& e) { person(e.participant); }
    void on(const core::ConnectionLost& e) { person(e.participant); }
    void on(const core::ConnectionRestored& e) { person(e.participant); }
    void on(const core::AbsenceStarted& e) { person(e.participant); }
    void on(const core::RoleTaken& e) { seat(e.participant, e.role); }
    void on(const core::RoleReleased& e) { seat(e.participant, e.role); }
    void on(const core::AutopilotSeated& e) { add(role, e.role.value); }
    void on(const core::AutopilotLeft& e) { add(role, e.role.value); }
    void on(const core::StandInStarted& e) { add(role, e.role.value); }
    void on(const core::StandInEnded& e) { add(role, e.role.value); }
    void on(const core::ObserverAdmitted& e) { looker(e.observer); }
    void on(const core::ObserverDismissed& e) { looker(e.observer); }
    void on(const core::ObserverCame& e) { looker(e.observer); }
    void on(const core::ObserverLeft& e) { looker(e.observer); }
    // Everybody may sit elsewhere.
    void on(const core::RolesSwapped&) {
        for (const core::Role& each : after.scenario->roles) add(role, each.id.value);
        for (const auto& [id, each] : after.participants) add_participant(id);
    }

    void add_participant(core::ParticipantId id) {
        found.push_back({participant, {}, {}, number(id)});
    }
    void looker(core::ObserverId id) { found.push_back({{observer, {}, {}, number(id)}, {}}); }
    void person(core::ParticipantId id) {
        add_participant(id);
        for (const core::RoleId& each : core::roles_of(after, id)) add(role, each.value);
    }
    void seat(core::ParticipantId id, const core::RoleId& taken) {
        add_participant(id);
        add(role, taken.value);
    }
};

}  // namespace

constinit const Family families::seats = family<Changes>(rows);

}  // namespace casustafel::view
