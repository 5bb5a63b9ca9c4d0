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
    } else if (watcher.observer) {
        frame.mutable_observing()->set_code(chronicle_.code());
        tell(connection, frame);
    } else if (watcher.participant != core::ParticipantId::nobody) {
        frame.mutable_joined()->set_participant(static_cast<std::uint32_t>(watcher.participant));
        frame.mutable_joined()->set_code(chronicle_.code());
        frame.mutable_joined()->set_returned(returned);
        tell(connection, frame, Counted::from_here);  // StandBy counts from Joined
    }
}

void Announcer::settle(ConnectionId connection, Watcher& watcher, bool returned) {
    if (!hold_.held() && !chronicle_.lost()) chronicle_.bring_due();
    greet(connection, watcher, returned);
    watchers_.settle_views(connection, watcher, now());
    names_to(connection, watcher);
    if (hold_.held()) hold_to(connection, watcher);
}

void Announcer::invite(ConnectionId connection, const std::string& reached_by) {
    const std::string& own = chronicle_.around().join_address;
    const std::string address = join_link(own.empty() ? reached_by : own, chronicle_.code());
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
    if (!chronicle_.readable() || watcher.observer) return;
    v1::ServerFrame frame;
    frame.mutable_names();
    if (watcher.trainer || watcher.participant != core::ParticipantId::nobody)
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
