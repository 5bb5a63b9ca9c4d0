#include "client/ui/trainer/watch/witness.hpp"

#include <utility>

namespace casustafel::ui {
namespace {

// Who plays a role: the number of a participant, or a word.
std::string player_in(const v1::Role& role) {
    if (role.occupant() != 0) return std::to_string(role.occupant());
    return role.stand_in() ? "trainer" : role.autopilot() ? "computer" : "nobody";
}

// What is watched of an entity; empty: nothing.
std::string standing_of(const v1::Entity& entity) {
    switch (entity.what_case()) {
        case v1::Entity::kSession:
            return entity.session().pause_called_by() != 0 ? "called" : entity.session().phase();
        case v1::Entity::kRole: return player_in(entity.role());
        case v1::Entity::kTriage: return entity.triage().status();
        case v1::Entity::kMeeting: return entity.meeting().phase();
        case v1::Entity::kConsent: return entity.consent().status();
        case v1::Entity::kSwap: return entity.swap().stage();
        case v1::Entity::kHandoverNote: return "written";
        case v1::Entity::kWeighing: return "recorded";
        case v1::Entity::kInformed: return "told";
        case v1::Entity::kPrivacyAdvice: return "asked";
        default: return {};
    }
}

// Whether it is worth telling that something stood so before anybody looked.
bool tells_by_itself(const v1::Entity& entity, const std::string& value) {
    switch (entity.what_case()) {
        case v1::Entity::kSession:
        case v1::Entity::kRole:
        case v1::Entity::kMeeting: return false;
        case v1::Entity::kTriage: return value != "none";
        default: return true;
    }
}

// Before the start everybody is finding a seat, and in a swap everybody moves.
bool is_daily(const Panel& panel, const v1::Entity& entity) {
    return entity.has_role() && (panel.phase_is("lobby") || panel.view->swap() != nullptr);
}

void remember(Witness& witness, Step step) {
    if (witness.steps.size() < most_steps_remembered) witness.steps.push_back(std::move(step));
}

}  // namespace

void watch(const Panel& panel, Witness& witness) {
    const bool first_look = witness.code != panel.model.code;
    if (first_look) witness = {panel.model.code, {}, {}};
    const std::int64_t now = panel.sim_ms();
    for (const auto& [key, entity] : panel.view->entities()) {
        const std::string value = standing_of(entity);
        if (value.empty()) continue;
        std::string& stood = witness.standing[key];
        if (stood == value) continue;
        stood = value;
        if (is_daily(panel, entity)) continue;
        if (!first_look || tells_by_itself(entity, value))
            remember(witness, {first_look ? earlier : now, key, value});
    }
    if (const v1::Session* session = panel.view->session()) {
        const std::string pace = std::to_string(session->speed_permille());
        if (std::exchange(witness.standing["pace"], pace) != pace && !first_look)
            remember(witness, {now, "pace", pace});
    }
    const auto swap = witness.standing.find("swap");
    if (swap == witness.standing.end() || panel.view->swap() != nullptr) return;
    // Who still wrote has not swapped: it was called off.
    const char* end = swap->second == "writing" ? "cancelled" : "over";
    witness.standing.erase(swap);
    remember(witness, {now, "swap", end});
}

}  // namespace casustafel::ui
