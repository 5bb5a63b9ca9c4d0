#include "client/ui/witness.hpp"

namespace casustafel::ui {
namespace {

// What is watched of an entity; empty: nothing.
std::string standing_of(const v1::Entity& entity) {
    switch (entity.what_case()) {
        case v1::Entity::kSession: return entity.session().phase();
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
        case v1::Entity::kMeeting: return false;
        case v1::Entity::kTriage: return value != "none";
        default: return true;
    }
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
        if (!first_look || tells_by_itself(entity, value))
            remember(witness, {first_look ? earlier : now, key, value});
    }
    const auto swap = witness.standing.find("swap");
    if (swap == witness.standing.end() || panel.view->swap() != nullptr) return;
    // Who still wrote has not swapped: it was called off.
    const char* end = swap->second == "writing" ? "cancelled" : "over";
    witness.standing.erase(swap);
    remember(witness, {now, "swap", end});
}

}  // namespace casustafel::ui
