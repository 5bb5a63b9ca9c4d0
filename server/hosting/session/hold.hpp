#pragma once
// Whether a session stands still, why, and what must come about before it goes on: after a restart
// those who were connected come back or the trainer resumes; after a commit that failed there is
// room again. While it lasts no command is accepted. It knows no connection and no store; the
// session asks and tells.
#include <cstdint>
#include <set>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/values/ids.hpp"

namespace casustafel::hosting {

using Participants = std::set<core::ParticipantId>;

class Hold {
public:
    bool held() const { return reason_ != Reason::none || continued_; }
    // It goes on as another session, and never here.
    void continued_elsewhere() { continued_ = true; }
    bool continued() const { return continued_; }
    bool recovering() const { return reason_ == Reason::recovering; }
    bool no_storage() const { return reason_ == Reason::storage; }

    // The session goes on when these are back.
    void wait_for(Participants awaited);
    // A commit failed. A waiting for people goes on when there is room again.
    void storage_failed(std::int64_t steady_ms, bool wait_afterwards = false);
    // Whether it is time to look for room; then it is not for a while.
    bool look_for_room(std::int64_t steady_ms);
    std::int64_t look_for_room_at_ms() const { return look_at_ms_; }
    // There is room again. True: those who were connected are to be waited for.
    bool waits_afterwards();

    // Signed out while it lasts: not waited for, and told to the log when it is over.
    void sign_out(core::ParticipantId);
    bool waits_for(core::ParticipantId id) const { return recovering() && awaited_.contains(id); }
    // Those who are waited for and not here.
    Participants missing(const Participants& here) const;

    // It is over. Those who signed out while it lasted.
    Participants release();

    // What those who watch are told of it; `missing` for trainers only.
    v1::ServerFrame frame(const Participants& missing) const;

private:
    enum class Reason : std::uint8_t {
        none,
        recovering,  // after a restart, until everybody is back or the trainer resumes
        storage,     // a commit failed; until there is room again
    };

    Reason reason_ = Reason::none;
    bool continued_ = false;
    bool wait_afterwards_ = false;  // the failed commit came upon a session that waited for people
    std::int64_t look_at_ms_ = 0;   // steady_ms
    Participants awaited_;          // while recovering: those who were connected
    Participants signed_out_;
};

}  // namespace casustafel::hosting
