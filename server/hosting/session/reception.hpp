#pragma once
// What a trainer decides about people beside the rules of the case: whether new ones may come in,
// what somebody is called, who is sent away, and who asks for which seat while the case runs.
// Wishes are no part of what happened and are forgotten at a restart; the seat itself is given by
// the command AssignRole.
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/core/families/record.hpp"
#include "server/core/values/rejection.hpp"
#include "server/hosting/session/announcer.hpp"

namespace casustafel::hosting {

class Reception {
public:
    Reception(Gate& gate, Watchers& watchers, Chronicle& chronicle, Announcer& announcer)
        : gate_(gate), watchers_(watchers), chronicle_(chronicle), announcer_(announcer) {}

    // A participant wants this seat while the case runs: the trainers hear of it. Why it is not
    // taken; `seat_is_given`: because a trainer gives it.
    core::Rejection wish(core::ParticipantId, const core::CommandId&, const core::RoleId&);
    // Lets new participants in, or nobody new.
    void set_door(bool open);
    bool is_open() const { return !chronicle_.people().door_closed(); }
    // Refused with a reason, or so.
    std::optional<std::string> rename(core::ParticipantId, const std::string& name);
    // The log says that this participant is gone: its token is worth nothing, its connections
    // close.
    void sent_away(core::ParticipantId);

    // A record was applied: wishes that it grants or that nobody has any more are over.
    void note(const core::Record&);
    // What a trainer sees of all this, to the one that came.
    void tell(ConnectionId);

private:
    void tell_trainers(const v1::ServerFrame&);
    v1::ServerFrame door() const;
    v1::ServerFrame wishes() const;

    Gate& gate_;
    Watchers& watchers_;
    Chronicle& chronicle_;
    Announcer& announcer_;
    std::map<core::ParticipantId, core::RoleId> wishes_;
};

}  // namespace casustafel::hosting
