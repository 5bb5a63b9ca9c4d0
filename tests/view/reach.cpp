#include "reach.hpp"

#include <algorithm>

namespace casustafel::view {
namespace {

using core::RoleId;

bool among(const std::vector<RoleId>& roles, const RoleId& role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Everything that is not listed here is noticed by all: who is there, who sits where, the clock,
// triage.
class Reach {
public:
    Reach(const core::State& before, const RoleId& role) : before_(before), role_(role) {}

    bool operator()(const core::ItemDealt& e) const { return among(e.to, role_); }
    bool operator()(const core::ItemRead& e) const { return e.role == role_; }
    bool operator()(const core::ItemMarked& e) const { return e.role == role_; }
    bool operator()(const core::ItemShared& e) const {
        return e.giver == role_ || among(e.to, role_);
    }
    bool operator()(const core::RequestMade& e) const {
        return e.asker == role_ || among(e.to, role_);
    }
    bool operator()(const core::RequestAnswered& e) const {
        return e.by == role_ || before_.requests.at(e.request).event.asker == role_;
    }
    bool operator()(const core::MessageSent& e) const {
        return e.sender == role_ || among(e.to, role_);
    }
    bool operator()(const core::MeetingEntered& e) const { return is_member(e.meeting); }
    bool operator()(const core::MeetingLeft& e) const { return is_member(e.meeting); }
    bool operator()(const core::WeighingRecorded& e) const { return e.by == role_; }
    bool operator()(const core::InjectPended& e) const {
        const auto* written = find(*before_.scenario, e.inject);
        return written ? concerns(*written) : is_for(e.to);
    }
    bool operator()(const core::InjectRetracted& e) const { return concerns(e.inject); }
    bool operator()(const core::InjectTookEffect& e) const { return concerns(e.inject); }
    bool operator()(const core::RoleLookedThrough&) const { return false; }
    template <class Event>
    bool operator()(const Event&) const {
        return true;
    }

private:
    bool is_member(const core::MeetingId& id) const {
        return among(find(*before_.scenario, id)->members, role_);
    }
    bool is_for(const std::vector<RoleId>& to) const { return to.empty() || among(to, role_); }
    bool concerns(const core::Inject& inject) const {
        return is_for(inject.to) ||
               std::any_of(inject.deals.begin(), inject.deals.end(), [&](const core::ItemId& id) {
                   return among(find(*before_.scenario, id)->holders, role_);
               });
    }
    bool concerns(const core::InjectId& id) const {
        if (const auto* written = find(*before_.scenario, id)) return concerns(*written);
        return is_for(before_.injects.at(id).to);
    }

    const core::State& before_;
    const RoleId& role_;
};

}  // namespace

bool reaches(const core::State& before, const Viewer& viewer, const core::Event& event) {
    return std::visit(Reach(before, viewer.role), event);
}

}  // namespace casustafel::view
