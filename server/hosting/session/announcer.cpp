#include "server/hosting/session/announcer.hpp"

#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/join_link.hpp"
#include "server/hosting/surroundings/qr.hpp"

namespace casustafel::hosting {

Moment Announcer::now() const {
    return {chronicle_.readable() ? &chronicle_.state() : nullptr, chronicle_.stamp(),
            chronicle_.position()};
}

void Announcer::tell(ConnectionId connection, const v1::ServerFrame& frame, Counted counted) {
    gate_.send(connection, encoded(frame), chronicle_.position(), counted);
}

void Announcer::refuse(ConnectionId connection, std::string_view about, std::string_view reason) {
    tell(connection, refused(about, reason), Counted::no);
}

void Announcer::answer(ConnectionId connection, const core::CommandId& id,
                       std::optional<core::Rejection> rejection) {
    const std::string id_bytes(id.begin(), id.end());
    v1::ServerFrame frame;
    if (!rejection) {
        frame.mutable_accepted()->set_command_id(id_bytes);
        return tell(connection, frame);
    }
    frame.mutable_rejected()->set_command_id(id_bytes);
    frame.mutable_rejected()->set_reason(std::string(core::name(*rejection)));
    gate_.send_behind(connection, encoded(frame));
}

void Announcer::greet(ConnectionId connection, const Watcher& watcher, bool returned) {
    v1::ServerFrame frame;
    if (watcher.trainer) {
        frame.mutable_attached()->set_code(chronicle_.code());
        tell(connection, frame);
    } else if (watcher.screen) {
        frame.mutable_observing()->set_code(chronicle_.code());
        tell(connection, frame);
    } else if (watcher.observer != core::ObserverId::nobody) {
        *frame.mutable_observing() = observing(watcher);
        tell(connection, frame);
    } else if (watcher.participant != core::ParticipantId::nobody) {
        frame.mutable_joined()->set_participant(static_cast<std::uint32_t>(watcher.participant));
        frame.mutable_joined()->set_code(chronicle_.code());
        frame.mutable_joined()->set_returned(returned);
        tell(connection, frame, Counted::from_here);  // StandBy counts from Joined
    }
}

v1::Observing Announcer::observing(const Watcher& watcher) const {
    constexpr std::int64_t minute_ms = 60'000;
    const core::State& state = chronicle_.state();
    v1::Observing observing;
    observing.set_observer(static_cast<std::uint32_t>(watcher.observer));
    const auto code = chronicle_.people().observer_codes().find(watcher.observer);
    if (code != chronicle_.people().observer_codes().end()) observing.set_code(code->second);
    for (const core::Role& role : chronicle_.scenario()->roles)
        if (core::looks_through(state, watcher.observer, role.id))
            observing.add_roles(role.id.value);
    observing.set_delay_minutes(
        static_cast<std::uint32_t>(state.observers.at(watcher.observer).delay_ms / minute_ms));
    observing.set_shows_in_ms(watchers_.shows_in_ms(watcher.observer, chronicle_.stamp().real_ms));
    return observing;
}

void Announcer::settle(ConnectionId connection, Watcher& watcher, bool returned) {
    if (!hold_.held() && !chronicle_.lost()) chronicle_.bring_due();
    greet(connection, watcher, returned);
    watchers_.settle_views(connection, watcher, now());
    names_to(connection, watcher);
    if (hold_.held()) hold_to(connection, watcher);
}

std::string Announcer::link(const Watcher& to, const std::string& code) const {
    const std::string& own = chronicle_.around().join_address;
    return join_link(own.empty() ? to.reached_by : own, code);
}

void Announcer::observer_links() {
    for (const auto& [connection, watcher] : watchers_.all())
        if (watcher.trainer) observer_links_to(connection, watcher);
}

void Announcer::observer_links_to(ConnectionId connection, const Watcher& watcher) {
    v1::ServerFrame frame;
    frame.mutable_observer_links();
    for (const auto& [id, code] : chronicle_.people().observer_codes()) {
        v1::ObserverLink& added = *frame.mutable_observer_links()->add_links();
        added.set_observer(static_cast<std::uint32_t>(id));
        added.set_code(code);
        added.set_address(link(watcher, code));
    }
    tell(connection, frame, Counted::no);
}

void Announcer::invite(ConnectionId connection, const Watcher& watcher) {
    const std::string address = link(watcher, chronicle_.code());
    const auto qr = qr_code(address);
    if (!qr) return;
    v1::ServerFrame frame;
    frame.mutable_invitation()->set_address(address);
    frame.mutable_invitation()->set_side(static_cast<std::uint32_t>(qr->side));
    frame.mutable_invitation()->set_modules(qr->modules);
    tell(connection, frame, Counted::no);
}

void Announcer::names() {
    for (const auto& [connection, watcher] : watchers_.all()) names_to(connection, watcher);
}

void Announcer::names_to(ConnectionId connection, const Watcher& watcher) {
    if (!chronicle_.readable() || watcher.screen) return;
    v1::ServerFrame frame;
    frame.mutable_names();
    if (watcher.trainer || watcher.participant != core::ParticipantId::nobody ||
        watcher.observer != core::ObserverId::nobody)
        *frame.mutable_names() = chronicle_.people().names();
    TrainerBook* book = chronicle_.around().trainers;
    if (watcher.trainer && book != nullptr)
        for (const auto& [number, name] : names_of(book->all()))
            (*frame.mutable_names()->mutable_trainers())[number] = name;
    tell(connection, frame);
}

void Announcer::hold() {
    for (const auto& [connection, watcher] : watchers_.all()) hold_to(connection, watcher);
}

void Announcer::hold_to(ConnectionId connection, const Watcher& watcher) {
    tell(connection,
         hold_.frame(watcher.trainer ? hold_.missing(watchers_.here()) : Participants{}));
}

}  // namespace casustafel::hosting
