#include "server/hosting/session_maker.hpp"

#include <optional>
#include <utility>

namespace casustafel::hosting {

using contract::Refusal;

bool SessionMaker::joins(const std::string& request_id, ConnectionId asked_by) {
    for (auto& [code, making] : making_) {
        if (request_id.empty() || making.request_id != request_id) continue;
        making.asked_by.push_back(asked_by);
        return true;
    }
    return false;
}

void SessionMaker::make(const Wish& wish, const std::string& code, ConnectionId asked_by) {
    making_[code] = {wish.request_id, {asked_by}};
    SessionOrder order = Chronicle::order(around_, code, wish.request_id);
    order.card = wish.card;
    order.lead = wish.lead;
    const auto finish = [this, code](const std::optional<Beginning>& begun, Refusal why_not) {
        auto asked = std::move(making_.extract(code).mapped().asked_by);
        auto session = begun ? Session::begin(around_, *begun) : nullptr;
        made_(session ? Result(std::move(session)) : Result(why_not), asked);
    };
    around_.work.run([finish, scenario = wish.scenario, order = std::move(order),
                      &store = around_.store, &catalogue = around_.catalogue,
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        const auto texts = catalogue.open(scenario);
        auto begun = texts ? Chronicle::create(store, order, *texts) : std::nullopt;
        const Refusal why_not = texts ? Refusal::storage : Refusal::unknown_scenario;
        return [finish, alive, why_not, begun = std::move(begun)] {
            if (!alive.expired()) finish(begun, why_not);
        };
    });
}

}  // namespace casustafel::hosting
