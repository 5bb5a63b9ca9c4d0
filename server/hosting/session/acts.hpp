#pragma once
// Acts as they come from connections: each is carried out once and answered every time. An act that
// is said again gets the answer it got before, also over another connection and after a hold; the
// same id with other content closes the connection.
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>

#include "server/codec/command.hpp"
#include "server/hosting/session/allowances.hpp"
#include "server/hosting/session/announcer.hpp"
#include "server/hosting/session/reception.hpp"

namespace casustafel::hosting {

class Acts {
public:
    // Lets the session go on by a record of its own with this id.
    using ReleaseHold = std::function<std::optional<core::Rejection>(const core::CommandId&)>;

    Acts(Gate& gate, Watchers& watchers, Chronicle& chronicle, const Hold& hold,
         Announcer& announcer, Allowances& allowances, Reception& reception,
         ReleaseHold release_hold)
        : gate_(gate),
          watchers_(watchers),
          chronicle_(chronicle),
          hold_(hold),
          announcer_(announcer),
          allowances_(allowances),
          reception_(reception),
          release_hold_(std::move(release_hold)) {}

    void command(ConnectionId, Watcher&, const v1::Command&);
    // What waited for more than this to become durable never happened.
    void forget_after(std::uint64_t durable_position);

private:
    struct Rejected {
        core::CommandId id;
        core::Rejection why;
        std::uint64_t position;  // at which the answer may leave
    };
    bool ends_hold(const Watcher&, const core::CommandId&, const codec::DecodedCommand&) const;
    void carry_out(ConnectionId, Watcher&, const core::Actor&, const core::CommandId&,
                   const core::Command&);
    std::optional<core::Rejection> submit(const core::Actor&, const core::CommandId&,
                                          const core::Command&);
    void answer(ConnectionId, const Watcher&, const core::CommandId&,
                std::optional<core::Rejection>);

    // Who was told no must not find it done when the act, said twice, arrives later.
    std::optional<core::Rejection> rejected(core::ParticipantId, const core::CommandId&) const;
    void remember_rejected(core::ParticipantId, const core::CommandId&, core::Rejection,
                           std::uint64_t position);

    Gate& gate_;
    Watchers& watchers_;
    Chronicle& chronicle_;
    const Hold& hold_;
    Announcer& announcer_;
    Allowances& allowances_;
    Reception& reception_;
    ReleaseHold release_hold_;
    // What was refused to whom (nobody: the trainers), newest last.
    std::map<core::ParticipantId, std::deque<Rejected>> rejected_;
};

}  // namespace casustafel::hosting
