// The session itself, its clock, and how it ended.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind session = kind(v1::Entity::kSession);
constexpr Kind ending = kind(v1::Entity::kEnding);

Seen seen_session(const Eyes& eyes) {
    if (eyes.viewer.kind == ViewerKind::trainer) return Facet{FacetKind::trainer, {}};
    return open;
}

void fill_clock(const Look& look, v1::Session& m) {
    const core::CaseClock& clock = look.state.clock;
    const core::Segment& segment =
        look.scenario.segments.at(static_cast<std::size_t>(clock.segment));
    const std::int64_t length_ms = segment.to_sim_ms - segment.from_sim_ms;
    m.set_sim_ms(look.now.sim_ms);
    m.set_running(clock.running && !clock.case_held);
    m.set_swapping(look.state.swap.stage != core::SwapStage::none);
    m.set_asking(core::holding_prompt(look.state) != nullptr);
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

void fill_session(const Look& look, v1::Entity& entity) {
    v1::Session& m = *entity.mutable_session();
    const core::Scenario& scenario = look.scenario;
    m.set_scenario(scenario.id);
    put(scenario.title, m.mutable_title());
    put(scenario.pitch, m.mutable_pitch());
    put(scenario.content_notice, m.mutable_content_notice());
    m.set_phase(word(look.state.phase));
    fill_clock(look, m);
    if (look.state.end_reason) m.set_end_reason(word(*look.state.end_reason));
    m.set_declassified(look.state.declassified);
    if (!look.is_trainer()) return;
    m.set_pause_called_by(number(look.state.pause_called_by));
    if (scenario.swap) put_pairs(scenario.swap->pairs, m.mutable_planned_swap());
}

Seen seen_ending(const Eyes& eyes) { return when(find(eyes.scenario(), eyes.state.ending)); }

void fill_ending(const Look& look, v1::Entity& entity) {
    v1::Ending& m = *entity.mutable_ending();
    const core::Ending& reached = *find(look.scenario, look.state.ending);
    m.set_id(reached.id.value);
    put(reached.title, m.mutable_title());
    put(reached.text, m.mutable_text());
    put(reached.good, m.mutable_good());
    put(reached.loss, m.mutable_loss());
}

constexpr Row rows[] = {
    {.kind = session,
     .key = contract::entities::session,
     .offered = Offered::to_all,
     .list = list_one,
     .everybody = seen_session,
     .fill = fill_session,
     .ticks = always_ticks},
    {.kind = ending,
     .key = contract::entities::ending,
     .offered = Offered::to_all,
     .place = 22,
     .list = list_one,
     .everybody = seen_ending,
     .fill = fill_ending},
};

struct Changes : Touch {
    void on_clock() { add(session); }
    void on(const core::EndingReached&) { add(ending); }
    void on(const core::CaseDeclassified&) { add(session); }
};

}  // namespace

constinit const Family families::session = family<Changes>(rows);

}  // namespace casustafel::view
