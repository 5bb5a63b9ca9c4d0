#include "client/ui/trainer/watch/witness.hpp"

#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// Who plays a role: the number of a participant, or a word.
std::string player_in(const v1::Role& role) {
    if (role.occupant() != 0) return std::to_string(role.occupant());
    return role.stand_in() ? "trainer" : role.autopilot() ? "computer" : "nobody";
}

// What is watched of an entity; empty: nothing.
std::string standing_of(const v1::Entity& entity) {
    if (entity.has_session())
        return entity.session().pause_called_by() != 0 ? "called" : entity.session().phase();
    if (entity.has_role()) return player_in(entity.role());
    if (entity.has_triage()) return entity.triage().status();
    if (entity.has_meeting()) return entity.meeting().phase();
    if (entity.has_consent()) return entity.consent().status();
    if (entity.has_swap()) return entity.swap().stage();
    if (entity.has_handover_note()) return "written";
    if (entity.has_weighing()) return "recorded";
    if (entity.has_informed()) return "told";
    if (entity.has_privacy_advice()) return "asked";
    return {};
}

// Whether it is worth telling that something stood so before anybody looked.
bool tells_by_itself(const v1::Entity& entity, const std::string& value) {
    if (entity.has_session() || entity.has_role() || entity.has_meeting()) return false;
    if (entity.has_triage()) return value != contract::TriageStatus::none;
    return true;
}

// Before the start everybody is finding a seat, and in a swap everybody moves.
bool is_daily(const Panel& panel, const v1::Entity& entity) {
    return entity.has_role() &&
           (panel.phase_is(Phase::lobby) || panel.view->find<v1::SwapUnderWay>() != nullptr);
}

std::string colleague_words(const Panel& panel, const std::string& act) {
    const auto known = text::find("colleague." + act);
    return panel.ui.say(known ? *known : Say::colleague_other);
}

void remember(Witness& witness, Step step) {
    if (witness.steps.size() < most_steps_remembered) witness.steps.push_back(std::move(step));
}

}  // namespace

void watch(const Panel& panel, Witness& witness) {
    const bool first_look = witness.code != panel.model.code;
    if (first_look) witness = {.code = panel.model.code};
    const std::int64_t now = panel.sim_ms();
    for (const auto& [key, known] : panel.view->entities()) {
        const v1::Entity& entity = *known.entity;
        const std::string value = standing_of(entity);
        if (value.empty()) continue;
        std::string& stood = witness.standing[key];
        if (stood == value) continue;
        stood = value;
        if (is_daily(panel, entity)) continue;
        if (!first_look || tells_by_itself(entity, value))
            remember(witness, {first_look ? earlier : now, key, value});
    }
    if (const v1::Session* session = panel.view->find<v1::Session>()) {
        const std::int64_t ends = session->segment_ends_sim_ms();
        if (std::exchange(witness.part_ends_sim_ms, ends) != ends && !first_look)
            witness.part_began_sim_ms = now;
        const std::string pace = std::to_string(session->speed_permille());
        if (std::exchange(witness.standing["pace"], pace) != pace && !first_look)
            remember(witness, {now, "pace", pace});
    }
    // "Bram: zette de klok stil", of the other trainers.
    const auto& did = panel.model.others_did;
    std::uint64_t fresh = std::min<std::uint64_t>(
        panel.model.others_acts - std::min(panel.model.others_acts, witness.others_acts),
        did.size());
    witness.others_acts = panel.model.others_acts;
    for (; fresh > 0; --fresh) {
        const v1::TrainerActed& act = did[did.size() - fresh];
        remember(witness, {act.at_sim_ms(), "colleague",
                           panel.model.trainer_name_of(act.trainer()) + ": " +
                               colleague_words(panel, model::act_name(act.command()))});
    }
    const auto swap = witness.standing.find(contract::entity_key(contract::entities::swap));
    if (swap == witness.standing.end() || panel.view->find<v1::SwapUnderWay>() != nullptr) return;
    // Who still wrote has not swapped: it was called off.
    const char* end = swap->second == contract::SwapStage::writing ? "cancelled" : "over";
    witness.standing.erase(swap);
    remember(witness, {now, "swap", end});
}

}  // namespace casustafel::ui
