#pragma once
// Who sits where while a log is read: for sentences about people without naming them, and for the
// list of seats at the top of a report.
#include <map>
#include <vector>

#include "server/core/families/event.hpp"

namespace casustafel::report {

enum class Player { person, autopilot, trainer };

// One who played a role for a while.
struct Played {
    Player by = Player::person;
    core::ParticipantId participant = core::ParticipantId::nobody;
    core::RoleId from;  // by a swap: the role that was theirs until then
    bool operator==(const Played&) const = default;
};

class Seating {
public:
    void take(const core::Event&);

    // The roles this participant plays now.
    std::vector<core::RoleId> roles_of(core::ParticipantId) const;

    // Everybody who ever played the role, in order of sitting down; each once.
    const std::vector<Played>& played(const core::RoleId&) const;

private:
    void sit(const core::RoleId&, const Played&);
    void swap(const core::RolesSwapped&);

    std::map<core::RoleId, core::ParticipantId> now_;
    std::map<core::RoleId, std::vector<Played>> ever_;
};

}  // namespace casustafel::report
