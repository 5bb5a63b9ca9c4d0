#include "server/hosting/session_maker.hpp"

#include <optional>
#include <utility>

#include "server/codec/record.hpp"

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
    run(wish, code, asked_by,
        [scenario = wish.scenario, &store = around_.store,
         &catalogue = around_.catalogue](const SessionOrder& order) -> Begun {
            const auto texts = catalogue.open(scenario);
            if (!texts) return Refusal::unknown_scenario;
            auto begun = Chronicle::create(store, order, *texts);
            return begun ? Begun(std::move(*begun)) : Begun(Refusal::storage);
        });
}

void SessionMaker::fork(const Wish& wish, const Origin& origin, const std::string& code,
                        ConnectionId asked_by) {
    run(wish, code, asked_by, [origin, &store = around_.store](SessionOrder order) -> Begun {
        auto log = forked_log(store, origin.id, *origin.scenario, origin.wish);
        if (const auto* why_not = std::get_if<Refusal>(&log)) return *why_not;
        auto& taken = std::get<ForkedLog>(log);
        const auto header = codec::decode_header(taken.header);
        if (!header) return Refusal::storage;
        const auto scenario_text = store.text(header->scenario_hash);
        const auto rules_text = store.text(header->rules_hash);
        if (!scenario_text || !rules_text) return Refusal::storage;
        order.header = taken.header;
        order.records = std::move(taken.records);
        order.values = std::move(taken.people);
        order.values.emplace_back(forked_value,
                                  origin.code + " " + std::to_string(taken.at.sim_ms));
        auto begun = Chronicle::create(store, order,
                                       {header->scenario_file, header->rules_file, *scenario_text,
                                        *rules_text, origin.scenario});
        return begun ? Begun(std::move(*begun)) : Begun(Refusal::storage);
    });
}

void SessionMaker::run(const Wish& wish, const std::string& code, ConnectionId asked_by,
                       std::function<Begun(SessionOrder)> begin) {
    making_[code] = {wish.request_id, {asked_by}};
    SessionOrder order = Chronicle::order(around_, code, wish.request_id);
    order.card = wish.card;
    order.lead = wish.lead;
    const auto finish = [this, code](const Begun& begun) {
        auto asked = std::move(making_.extract(code).mapped().asked_by);
        if (const auto* why_not = std::get_if<Refusal>(&begun)) return made_(*why_not, asked);
        auto session = Session::begin(around_, std::get<Beginning>(begun));
        made_(session ? Result(std::move(session)) : Result(Refusal::storage), asked);
    };
    around_.work.run([finish, begin = std::move(begin), order = std::move(order),
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        return [finish, alive, begun = begin(order)] {
            if (!alive.expired()) finish(begun);
        };
    });
}

}  // namespace casustafel::hosting
