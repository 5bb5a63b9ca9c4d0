#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

void fill_clock(const Look& look, v1::Session& m) {
    const core::CaseClock& clock = look.state.clock;
    const core::Segment& segment =
        look.scenario.segments.at(static_cast<std::size_t>(clock.segment));
    const std::int64_t length_ms = segment.to_sim_ms - segment.from_sim_ms;
    m.set_sim_ms(look.now.sim_ms);
    m.set_running(clock.running && !clock.case_held);
    m.set_swapping(look.state.swap.stage != core::SwapStage::none);
    m.set_probing(core::open_probe(look.state) != nullptr);
    m.set_rate_permille(length_ms * clock.speed_permille / segment.real_ms);
    m.set_speed_permille(static_cast<std::uint32_t>(clock.speed_permille));
    m.set_segment_ends_sim_ms(segment.to_sim_ms);
    m.set_ends_sim_ms(look.scenario.end_sim_ms());
    m.set_round_number(static_cast<std::uint32_t>(segment.round) + 1);
    m.set_rounds(static_cast<std::uint32_t>(look.scenario.rounds.size()));
    const auto round = static_cast<std::size_t>(segment.round);
    if (round < look.scenario.rounds.size())
        put(look.scenario.rounds[round].name, m.mutable_round());
}

}  // namespace

void fill(const Look& look, v1::Session& m) {
    const core::Scenario& scenario = look.scenario;
    m.set_scenario(scenario.id);
    put(scenario.title, m.mutable_title());
    put(scenario.pitch, m.mutable_pitch());
    put(scenario.content_notice, m.mutable_content_notice());
    m.set_phase(word(look.state.phase));
    fill_clock(look, m);
    if (look.state.end_reason) m.set_end_reason(word(*look.state.end_reason));
    if (look.facet.kind != FacetKind::trainer) return;
    m.set_pause_called_by(static_cast<std::uint32_t>(look.state.pause_called_by));
    if (!scenario.swap) return;
    for (const core::SwapPair& each : scenario.swap->pairs) {
        v1::ViewPair& pair = *m.add_planned_swap();
        pair.set_one(each.one.value);
        pair.set_other(each.other.value);
    }
}

void fill(const Look& look, v1::Table& m) {
    const core::Table& table = *find(look.scenario, core::TableId{look.subject.id});
    m.set_id(table.id.value);
    put(table.name, m.mutable_name());
    put(table.tagline, m.mutable_tagline());
    m.set_answer_within_ms(table.answer_within_ms);
    m.set_order(order_of(look.scenario.tables, table));
}

void fill(const Look& look, v1::Role& m) {
    const core::Role& role = *find(look.scenario, core::RoleId{look.subject.id});
    m.set_id(role.id.value);
    put(role.name, m.mutable_name());
    put(role.aim, m.mutable_aim());
    if (const auto* organisation = find(look.scenario, role.organisation))
        put(organisation->name, m.mutable_organisation());
    m.set_table(role.table.value);
    m.set_process_role(role.process_role);
    m.set_order(order_of(look.scenario.roles, role));
    const core::Seat& seat = look.state.seats.at(role.id);
    m.set_autopilot(seat.autopilot);
    m.set_autopilot_only(role.autopilot == core::AutopilotUse::always);
    m.set_stand_in(seat.stand_in);
    m.set_from_group_size(static_cast<std::uint32_t>(std::max(0, role.from_group_size)));
    const core::ParticipantId occupant = seat.occupant;
    const auto found = look.state.participants.find(occupant);
    if (found == look.state.participants.end()) return;
    m.set_occupant(static_cast<std::uint32_t>(occupant));
    m.set_connected(found->second.connected);
    m.set_absent(found->second.absent);
}

void fill(const Look& look, v1::Participant& m) {
    const auto id = core::ParticipantId(look.subject.number);
    const core::Participant& participant = look.state.participants.at(id);
    m.set_id(static_cast<std::uint32_t>(id));
    m.set_connected(participant.connected);
    m.set_absent(participant.absent);
    put_ids(core::roles_of(look.state, id), m.mutable_roles());
}

}  // namespace casustafel::view
