#pragma once
// What those who watch a session are told beside their views: who they are here, who is here by
// name, that it stands still, and why something was refused. Everything leaves by the gate, in
// order, when all that it was computed from is durable. It decides nothing.
#include <optional>
#include <string_view>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/values/rejection.hpp"
#include "server/hosting/session/chronicle.hpp"
#include "server/hosting/session/gate.hpp"
#include "server/hosting/session/hold.hpp"
#include "server/hosting/session/watchers.hpp"

namespace casustafel::hosting {

class Announcer {
public:
    Announcer(Gate& gate, Watchers& watchers, Chronicle& chronicle, const Hold& hold)
        : gate_(gate), watchers_(watchers), chronicle_(chronicle), hold_(hold) {}

    // The session as it may be shown now.
    Moment now() const;

    void tell(ConnectionId, const v1::ServerFrame&, Counted = Counted::yes);
    // A request was refused, for this reason.
    void refuse(ConnectionId, std::string_view about, std::string_view reason);
    // An act was accepted, or rejected.
    void answer(ConnectionId, const core::CommandId&, std::optional<core::Rejection>);

    // Who it is here; `returned`: it was that before.
    void greet(ConnectionId, const Watcher&, bool returned);
    // The same, and everything that it may see, once what is due by now has come: nobody sees a
    // time at which something should have happened that did not.
    void settle(ConnectionId, Watcher&, bool returned);
    // Where people come in, to who shows it to others: what its program reaches the server by
    // counts when the server was not told where that is.
    void invite(ConnectionId, const Watcher&);
    // With which codes, and where, those come in who look on: to trainers.
    void observer_links();
    void observer_links_to(ConnectionId, const Watcher&);
    void names();
    void names_to(ConnectionId, const Watcher&);
    // That the session stands still, or goes on.
    void hold();
    void hold_to(ConnectionId, const Watcher&);

private:
    v1::Observing observing(const Watcher&) const;
    std::string link(const Watcher& to, const std::string& code) const;

    Gate& gate_;
    Watchers& watchers_;
    Chronicle& chronicle_;
    const Hold& hold_;
};

}  // namespace casustafel::hosting
