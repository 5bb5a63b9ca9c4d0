#include "server/core/rules/audience.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"

namespace casustafel::core {
namespace {

using Reached = std::variant<std::vector<RoleId>, Rejection>;

Reached roles_addressed(const Act& act, const std::vector<RoleId>& to) {
    if (to.size() > act.scenario.roles.size()) return Rejection::too_many_recipients;
    std::vector<RoleId> reached = in_scenario_order(act.scenario, to);
    std::erase(reached, act.actor.role);
    if (reached.empty()) return Rejection::to_yourself;
    return reached;
}

// The one or two others with whom a role talks: they stand two by two, and the last of an odd
// number joins the last two.
bool are_together(const std::vector<RoleId>& pairs, const RoleId& one, const RoleId& other) {
    const auto pair_of = [&](const RoleId& role) {
        const auto place = std::find(pairs.begin(), pairs.end(), role) - pairs.begin();
        const auto last =
            std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(pairs.size()) / 2);
        return std::min(place / 2, last - 1);
    };
    return names(pairs, one) && names(pairs, other) && pair_of(one) == pair_of(other);
}

// Why this role says nothing now, in the form in which the meeting talks.
std::optional<Rejection> may_not_speak(const FormatChosen& format, const RoleId& role) {
    if (format.format == MeetingFormat::writing) return Rejection::meeting_writes;
    if (format.format == MeetingFormat::fishbowl && !names(format.roles, role))
        return Rejection::not_in_the_middle;
    return std::nullopt;
}

Reached roles_present(const Act& act, const MeetingId& meeting) {
    if (!is_present(act.state, meeting, act.actor.role)) return Rejection::not_in_meeting;
    const auto format = act.state.formats.find(meeting);
    const bool plenary = format == act.state.formats.end();
    if (!plenary)
        if (const auto rejection = may_not_speak(format->second, act.actor.role)) return *rejection;
    const bool pairs = !plenary && format->second.format == MeetingFormat::pairs;
    std::vector<RoleId> reached;
    for (const Role& role : act.scenario.roles) {
        if (role.id == act.actor.role || !is_present(act.state, meeting, role.id)) continue;
        if (!pairs || are_together(format->second.roles, act.actor.role, role.id))
            reached.push_back(role.id);
    }
    if (reached.empty()) return Rejection::no_recipients;
    return reached;
}

}  // namespace

bool knows(const Act& act, const Address& address) {
    const bool roles_exist =
        std::all_of(address.to.begin(), address.to.end(),
                    [&](const RoleId& role) { return find(act.scenario, role) != nullptr; });
    if (!roles_exist) return false;
    if (address.meeting.empty()) return true;
    const Meeting* meeting = find(act.scenario, address.meeting);
    return meeting != nullptr && sees(act.state, act.actor.role, *meeting);
}

Reached audience(const Act& act, const Address& address) {
    // Roles and a meeting at once would leave open who hears it.
    if (address.to.empty() == address.meeting.empty()) return Rejection::no_recipients;
    if (!address.to.empty()) return roles_addressed(act, address.to);
    return roles_present(act, address.meeting);
}

std::vector<RoleId> in_scenario_order(const Scenario& scenario, const std::vector<RoleId>& chosen) {
    std::vector<RoleId> ordered;
    for (const Role& role : scenario.roles) {
        if (names(chosen, role.id)) ordered.push_back(role.id);
    }
    return ordered;
}

std::vector<RoleId> each_once(const std::vector<RoleId>& chosen) {
    std::vector<RoleId> once;
    for (const RoleId& role : chosen)
        if (!names(once, role)) once.push_back(role);
    return once;
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace casustafel::core
