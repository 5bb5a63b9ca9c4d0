#include "client/ui/app/chimes.hpp"

#include "client/ui/table/next_up.hpp"

namespace casustafel::ui {
namespace {

constexpr int marks[] = {1, 5, 10};
constexpr int before_all = 1'000;

// The smallest mark that is not yet behind us.
int mark_for(std::int64_t left_ms) {
    for (const int minutes : marks)
        if (left_ms <= minutes * std::int64_t{60'000}) return minutes;
    return before_all;
}

}  // namespace

void Chimes::hear(const model::Model& model, const std::vector<model::Change>& changes) {
    const std::string role = model.role();
    const std::string own = "role:" + role;
    if (role.empty()) return;
    const bool first = known_views_.insert(own).second;
    const model::View* view = model.view(own);
    if (view == nullptr) return;
    for (const model::Change& change : changes) {
        if (change.view != own || change.kind == model::Change::Kind::gone) continue;
        const v1::Entity* entity = view->find(change.key);
        if (entity == nullptr) continue;
        if (entity->has_item() && change.kind == model::Change::Kind::added && !first &&
            !entity->item().original())
            due_.insert(Chime::item);
        if (!entity->has_request() || entity->request().asker() != role) continue;
        int& heard = answers_[own + "/" + change.key];
        if (entity->request().answers_size() > heard && !first) due_.insert(Chime::answer);
        heard = entity->request().answers_size();
    }
}

void Chimes::watch(const Panel& panel) {
    if (panel.view == nullptr || panel.role.empty() || !panel.phase_is(Phase::running)) return;
    const auto next = next_up(panel);
    if (!next) return;
    const std::string name = panel.role + std::to_string(next->request) + next->decision +
                             std::to_string(next->by_sim_ms);
    const std::int64_t left_ms = next->by_sim_ms - panel.sim_ms();
    const int mark = left_ms <= 0 ? 0 : mark_for(left_ms);
    if (name != deadline_) {
        deadline_ = name;
    } else if (mark < minutes_ && mark > 0) {
        due_.insert(Chime::deadline);
    }
    minutes_ = mark;
}

std::vector<Chime> Chimes::take() {
    const std::vector<Chime> due(due_.begin(), due_.end());
    due_.clear();
    return due;
}

}  // namespace casustafel::ui
