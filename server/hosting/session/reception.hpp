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
    // The trainer says no to a wish; that participant is told.
    std::optional<std::string> decline(core::ParticipantId);
    // Whether this trainer may end or delete the session: who leads it, or anybody when nobody
    // does.
    bool may_decide(std::uint32_t trainer) const;
    // Refused with a reason, or another leads from now on. Who does not lead may take it while the
    // lead is not here.
    std::optional<std::string> hand_lead(std::uint32_t by, std::uint32_t to);
    // The log says that this participant is gone: its token is worth nothing, its connections
    // close.
    void sent_away(core::ParticipantId);

    // Refused with a reason, or somebody may look on from now on, with this code of their own.
    std::optional<std::string> invite_observer(std::uint32_t trainer, const v1::InviteObserver&,
                                               const std::string& code);
    // The log says that this observer may not any more: its code opens nothing, its connection
    // closes.
    void dismissed(core::ObserverId);

    // A record was applied: wishes that it grants or that nobody has any more are over.
    void note(const core::Record&);
    // What a trainer sees of all this, to the one that came.
    void tell(ConnectionId);

private:
    void tell_trainers(const v1::ServerFrame&);
    void tell_what_was_done(const core::Record&);
    std::uint32_t lead() const;
    v1::ServerFrame lead_frame() const;
    v1::ServerFrame door() const;
    v1::ServerFrame wishes() const;

    Gate& gate_;
    Watchers& watchers_;
    Chronicle& chronicle_;
    Announcer& announcer_;
    std::map<core::ParticipantId, core::RoleId> wishes_;
};

}  // namespace casustafel::hosting
