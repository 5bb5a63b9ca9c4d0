// Looking back at a session that has ended, and being led there by a trainer.
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/session/session.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

replay::Asker asker_of(const Watcher& watcher) { return {watcher.participant, watcher.trainer}; }

bool may_look_back(const Watcher& watcher) {
    return watcher.trainer || watcher.participant != core::ParticipantId::nobody;
}

}  // namespace

// Who asks, when it may; else it was refused.
std::optional<replay::Asker> Session::asker(ConnectionId connection, std::string_view about) {
    const auto no = [&](Refusal why) {
        refuse(connection, about, contract::name(why));
        return std::nullopt;
    };
    const Watcher* watcher = watchers_.find(connection);
    if (watcher == nullptr || !may_look_back(*watcher)) return no(Refusal::role_not_yours_to_see);
    if (!chronicle_.readable()) return no(Refusal::session_held);
    if (chronicle_.state().phase != core::SessionPhase::ended) return no(Refusal::not_over);
    return asker_of(*watcher);
}

PastSource Session::past() const {
    return {chronicle_.id(), chronicle_.scenario(), chronicle_.state().edition,
            chronicle_.durable_seq()};
}

void Session::ask_replay(ConnectionId connection) {
    if (const auto who = asker(connection, contract::client_frame::ask_replay))
        lookback_.tell(connection, *who, past());
}

void Session::look_back(ConnectionId connection, const v1::LookBack& wish) {
    if (const auto who = asker(connection, contract::client_frame::look_back))
        lookback_.show(connection, *who, wish, past());
}

// Everybody who is here, and who comes later when it asks what happened.
std::optional<std::string> Session::lead_replay(const v1::LeadReplay& wish) {
    if (chronicle_.state().phase != core::SessionPhase::ended)
        return contract::word(Refusal::not_over);
    v1::ServerFrame frame;
    v1::ReplayLed& led = *frame.mutable_replay_led();
    led.set_position(wish.position());
    led.set_role(wish.role());
    led.set_released(wish.released());
    led_ = led;
    for (const auto& [connection, watcher] : watchers_.all())
        if (may_look_back(watcher)) announcer_.tell(connection, frame);
    return std::nullopt;
}

// What it was made of is durable. Who is somebody else here by now gets nothing of it.
void Session::give_past(ConnectionId asked, const replay::Asker& who, std::string_view about,
                        const std::vector<Frame>& pieces) {
    reach();
    Watcher* watcher = watchers_.find(asked);
    if (watcher == nullptr || asker_of(*watcher) != who) return;
    if (pieces.empty()) {
        around_.tell_operator({"log.paper_not_made", {chronicle_.id()}, journal::Weight::error});
        return refuse(asked, about, contract::name(Refusal::storage));
    }
    watchers_.hand_out(*watcher, pieces);
    if (about == contract::client_frame::ask_replay && led_ && !led_->released()) {
        v1::ServerFrame frame;
        *frame.mutable_replay_led() = *led_;
        watchers_.hand_out(*watcher, {encoded(frame)});
    }
    owes_ = watchers_.feed(chronicle_.position());
}

}  // namespace casustafel::hosting
