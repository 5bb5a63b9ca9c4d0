#pragma once
// Who sits where while a log is read: for sentences about people without naming them, and for the
// list of seats at the top of a report.
#include <map>
#include <set>
#include <vector>

#include "server/core/event.hpp"

namespace casustafel::report {

class Seating {
public:
    void take(const core::Event&);

    // The role this participant sits in now; empty when none.
    core::RoleId role_of(core::ParticipantId) const;

    // Everybody who ever sat in the role, in order of sitting down.
    const std::vector<core::ParticipantId>& sat_in(const core::RoleId&) const;

private:
    std::map<core::ParticipantId, core::RoleId> now_;
    std::map<core::RoleId, std::vector<core::ParticipantId>> ever_;
};

}  // namespace casustafel::report
