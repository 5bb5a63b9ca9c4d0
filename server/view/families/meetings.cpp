// Meetings: that they are there, who sits in them, in which form they talk and how far they are.
#include "server/core/law/lawful.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind meeting = kind(v1::Entity::kMeeting);
constexpr Kind decision = kind(v1::Entity::kDecision);
constexpr Kind proposal = kind(v1::Entity::kProposal);

// Whether it matters who looks: who may call it together, and which other meetings one knows of.
bool differs_by_role(const core::State& state, const core::Meeting& held) {
    return !held.convened_by.empty() || state.closed.contains(held.id);
}

Seen seen_meeting(const Eyes& eyes) {
    const auto* found = find(eyes.scenario(), core::MeetingId{eyes.subject.id});
    if (!found || !eyes.see(*found)) return nothing;
    if (differs_by_role(eyes.state, *found)) return eyes.own(true);
    const bool inside = core::may_enter(eyes.state, eyes.role(), *found);
    return Facet{inside ? FacetKind::open : FacetKind::veiled, {}};
}

// Who is there, how they talk and how far they are.
void put_course(const Look& look, const core::Meeting& held, v1::Meeting& m) {
    put_ids(look.state.present.at(held.id), m.mutable_present());
    m.set_phase(word(look.state.phases.at(held.id)));
    const auto invited = look.state.invited.find(held.id);
    if (invited != look.state.invited.end()) put_ids(invited->second, m.mutable_invited());
    const auto format = look.state.formats.find(held.id);
    if (format != look.state.formats.end()) {
        m.set_format(word(format->second.format));
        put_ids(format->second.roles, m.mutable_format_roles());
    }
    const auto call = look.state.convened.find(held.id);
    if (call == look.state.convened.end()) return;
    m.set_convened_by(call->second.event.by.value);
    m.set_convened_reason(call->second.event.reason);
    m.set_convened_at_sim_ms(call->second.at_sim_ms);
}

bool is_let_in(const Look& look, const core::Meeting& held) {
    return look.facet.kind == FacetKind::own ? core::may_enter(look.state, look.facet.role, held)
                                             : look.facet.kind == FacetKind::open;
}

bool knows_of(const Look& look, const core::MeetingId& id) {
    const core::Meeting* other = find(look.scenario, id);
    return other && (look.is_trainer() || core::sees(look.state, look.facet.role, *other));
}

// How it hangs together with others that this viewer knows of.
void put_joints(const Look& look, const core::Meeting& held, v1::Meeting& m) {
    for (const core::MeetingId& id : held.joins)
        if (knows_of(look, id)) m.add_joins(id.value);
    if (knows_of(look, held.part_of)) m.set_part_of(held.part_of.value);
    const core::MeetingId& now = core::goes_on_in(look.state, held.id);
    if (now != held.id && knows_of(look, now)) m.set_went_on_in(now.value);
}

void fill_meeting(const Look& look, v1::Entity& entity) {
    v1::Meeting& m = *entity.mutable_meeting();
    const core::Meeting& held = *find(look.scenario, core::MeetingId{look.subject.id});
    m.set_id(held.id.value);
    put(held.name, m.mutable_name());
    m.set_table(held.table.value);
    m.set_purpose(word(held.purpose));
    m.set_chair(held.chair.value);
    put_ids(held.members, m.mutable_members());
    put_ids(held.about, m.mutable_about());
    m.set_order(order_of(look.scenario.meetings, held));
    m.set_from_sim_ms(held.from_sim_ms.value_or(0));
    m.set_to_sim_ms(held.to_sim_ms.value_or(0));
    m.set_may_enter(is_let_in(look, held));
    m.set_open(core::is_open(look.state, held));
    m.set_over(look.state.closed.contains(held.id));
    m.set_places(static_cast<std::uint32_t>(held.places));
    if (look.facet.kind == FacetKind::own && core::may_convene(look.state, look.facet.role, held)) {
        m.set_may_convene(true);
        put(held.not_yet, m.mutable_not_yet());
    }
    put_joints(look, held, m);
    if (m.may_enter() || look.is_trainer()) put_course(look, held, m);
}

constexpr Row rows[] = {
    {.kind = meeting,
     .key = contract::entities::meeting,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::meetings>,
     .role = seen_meeting,
     .trainer = when_written<core::MeetingId, FacetKind::trainer>,
     .fill = fill_meeting},
};

struct Changes : Touch {
    void on(const core::MeetingEntered& e) { add(meeting, e.meeting.value); }
    void on(const core::MeetingLeft& e) { add(meeting, e.meeting.value); }
    // A proposal that was parked may be on the table now.
    void on(const core::PhaseMoved& e) {
        add(meeting, e.meeting.value);
        add_all(proposal, after.proposals);
    }
    void on(const core::FormatChosen& e) { add(meeting, e.meeting.value); }
    void on(const core::RoleInvited& e) { around(e.meeting); }
    void on(const core::MeetingConvened& e) { around(e.meeting); }
    void on(const core::MeetingClosed& e) { around(e.meeting); }

    // Those that hang together with it tell of it to who knows of it from now on; who comes in also
    // learns which decisions are its own and what it parked.
    void around(const core::MeetingId& id) {
        for (const core::Decision& each : after.scenario->decisions)
            if (each.meeting == id) add(decision, each.id.value);
        add_all(proposal, after.proposals);
        add(meeting, id.value);
        for (const core::Meeting& each : after.scenario->meetings)
            if (each.part_of == id || names(each.joins, id) ||
                core::goes_on_in(after, each.id) == id)
                add(meeting, each.id.value);
    }
};

}  // namespace

constinit const Family families::meetings = family<Changes>(rows);

}  // namespace casustafel::view
