#include "client/ui/trainer/watch/seat_facts.hpp"

#include <algorithm>

#include "client/model/queries.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000;

}  // namespace

bool is_empty(const v1::Role& role) {
    return role.occupant() == 0 && !role.autopilot() && !role.stand_in();
}

std::vector<const v1::Role*> empty_seats(const Panel& panel) {
    std::vector<const v1::Role*> seats;
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (is_empty(*role) && !role->autopilot_only()) seats.push_back(role);
    return seats;
}

int waiting_for(const Panel& panel, std::string_view role) {
    int open = 0;
    for (const v1::Request* request : panel.view->all<v1::Request>())
        open += model::is_open_for(*request, role) ? 1 : 0;
    return open;
}

std::int64_t first_due(const Panel& panel, std::string_view role) {
    std::int64_t first = 0;
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        if (!model::is_open_for(*request, role)) continue;
        for (int index = 0; index < std::min(request->to_size(), request->term_ends_sim_ms_size());
             ++index)
            if (const std::int64_t due = request->term_ends_sim_ms(index);
                request->to(index) == role && due > 0 && (first == 0 || due < first))
                first = due;
    }
    return first;
}

int unread_by(const Panel& panel, std::string_view role) {
    int unread = 0;
    for (const v1::Holding* holding : panel.view->all<v1::Holding>())
        unread += holding->role() == role && !holding->read() ? 1 : 0;
    return unread;
}

std::map<std::string_view, Activity> activity(const Panel& panel,
                                              const std::vector<Happening>& happened) {
    std::map<std::string_view, Activity> counts;
    const std::int64_t rate =
        std::max<std::int64_t>(1000, panel.view->find<v1::Session>()->rate_permille());
    const std::int64_t bucket = minute_ms * rate / 1000, now = panel.sim_ms();
    for (const Happening& each : happened) {
        const std::int64_t ago = (now - each.at_sim_ms) / bucket;
        if (each.at_sim_ms == earlier || ago >= static_cast<std::int64_t>(activity_minutes)) break;
        if (each.role.empty() || ago < 0) continue;
        ++counts[each.role][activity_minutes - 1 - static_cast<std::size_t>(ago)];
    }
    return counts;
}

void look_as(Panel& panel, TrainerState& state, const std::string& role) {
    v1::Command command;
    command.mutable_look_through_role()->set_role(role);
    panel.outbox.act(std::move(command));
    state.look_as = role;
}

}  // namespace casustafel::ui
