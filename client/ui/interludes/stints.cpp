#include "client/ui/interludes/stints.hpp"

#include <algorithm>

#include "casustafel/v1/view.pb.h"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

template <class List>
int count(const List& list, auto fits) {
    return static_cast<int>(std::count_if(list.begin(), list.end(), fits));
}

int answers_by(const model::View& view, const std::string& role) {
    int answers = 0;
    for (const v1::Request* request : view.all<v1::Request>())
        answers += count(request->answers(),
                         [&](const v1::Answer& answer) { return answer.by() == role; });
    return answers;
}

bool is_lobby(const model::Model& model) {
    const model::View* view = model.main_view();
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    return session != nullptr && session->phase() == contract::SessionPhase::lobby;
}

const v1::Session* session_of(const model::Model& model, const std::string& role) {
    const model::View* view = model.view("role:" + role);
    return view == nullptr ? nullptr : view->find<v1::Session>();
}

}  // namespace

Tally operator-(const Tally& all, const Tally& before) {
    return {all.shared - before.shared, all.received - before.received, all.asked - before.asked,
            all.answered - before.answered, all.decided - before.decided};
}

Tally operator+(const Tally& one, const Tally& other) {
    return {one.shared + other.shared, one.received + other.received, one.asked + other.asked,
            one.answered + other.answered, one.decided + other.decided};
}

Tally tally_of(const model::View& view, const std::string& role) {
    return {.shared = count(view.all<v1::Share>(),
                            [&](const v1::Share* share) { return share->giver() == role; }),
            .received =
                count(view.all<v1::Item>(), [](const v1::Item* item) { return !item->original(); }),
            .asked = count(view.all<v1::Request>(),
                           [&](const v1::Request* request) { return request->asker() == role; }),
            .answered = answers_by(view, role),
            .decided = count(view.all<v1::Decision>(), [&](const v1::Decision* decision) {
                return decision->status() == contract::DecisionStatus::taken &&
                       decision->taken_by() == role;
            })};
}

void Stints::watch(const model::Model& model, std::int64_t now_ms) {
    if (model.trainer || model.participant == 0) return;
    const std::vector<std::string> roles = model.roles();
    if (is_lobby(model)) all.clear();
    for (Stint& stint : all)
        if (std::find(roles.begin(), roles.end(), stint.role) == roles.end() &&
            model.link == model::Link::ready)
            stint.held = false;
    for (const std::string& role : roles) {
        const v1::Session* session = session_of(model, role);
        if (session == nullptr) continue;
        const bool lobby = session->phase() == contract::SessionPhase::lobby;
        const Tally seen = tally_of(*model.view("role:" + role), role);
        const auto open = std::find_if(all.begin(), all.end(), [&](const Stint& stint) {
            return stint.held && stint.role == role;
        });
        if (open != all.end()) {
            open->last = seen;
            continue;
        }
        // Who sits there at first sight was there before this window looked, or since the start.
        const bool first = lobby || !looked;
        partly = partly || (!lobby && !looked && model.returned);
        all.push_back({.role = role,
                       .since_sim_ms = first ? 0 : model.sim_ms(now_ms),
                       .before = first ? Tally{} : seen,
                       .last = seen});
    }
    looked = looked || model.main_view() != nullptr;
}

const Stint* Stints::now_in(const std::string& role) const {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Stint& stint) {
        return stint.held && stint.role == role;
    });
    return found == all.end() ? nullptr : &*found;
}

Tally Stints::own() const {
    Tally sum;
    for (const Stint& stint : all) sum = sum + stint.own();
    return sum;
}

bool Stints::tells_more() const {
    return all.size() > 1 || (all.size() == 1 && all.front().before != Tally{});
}

}  // namespace casustafel::ui
