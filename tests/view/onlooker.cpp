#include "onlooker.hpp"

#include <algorithm>

#include "casustafel/v1/envelope.pb.h"

namespace casustafel::view {
namespace {

// After these the host sends a whole view again.
struct BeginsAnew {
    const core::RoleId& role;

    bool operator()(const core::RoleTaken& e) const { return e.role == role; }
    bool operator()(const core::StandInStarted& e) const { return e.role == role; }
    bool operator()(const core::RolesSwapped& e) const {
        return std::any_of(e.seats.begin(), e.seats.end(),
                           [&](const core::SeatChange& each) { return each.role == role; });
    }
    template <class Event>
    bool operator()(const Event&) const {
        return false;
    }
};

bool begins_anew(const Viewer& viewer, const core::Record& record) {
    return viewer.kind == ViewerKind::role &&
           std::any_of(record.events.begin(), record.events.end(), [&](const core::Event& event) {
               return std::visit(BeginsAnew{viewer.role}, event);
           });
}

// From the first line that differs on, a few of each.
std::string differing_lines(const std::string& one, const std::string& other) {
    constexpr std::size_t shown = 600;
    auto at = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin();
    const auto line = one.rfind('\n', static_cast<std::size_t>(at));
    const std::size_t from = line == one.npos ? 0 : line + 1;
    return one.substr(from, shown) + "\nbecame\n" + other.substr(from, shown);
}

}  // namespace

Onlooker::Onlooker(Viewer viewer, testing::Leak leak)
    : projector_(leak),
      own_(viewer, view_name(viewer)),
      through_(viewer, see_as_name(viewer.role)) {}

void Onlooker::saw(const core::State& after, const core::Record& record) {
    projector_.advance(after, record);
    if (begins_anew(viewer(), record)) return resumed(after, record.stamp);
    for (Subscriber* each : {&own_, &through_})
        if (auto patch = each->patch(projector_, after)) stream_.push_back(std::move(*patch));
}

void Onlooker::answered(const core::Outcome& outcome) {
    const auto* rejection = std::get_if<core::Rejection>(&outcome);
    stream_.push_back(rejection ? "rejected: " + std::string(core::name(*rejection)) : "accepted");
}

void Onlooker::resumed(const core::State& state, core::Stamp now) {
    for (Subscriber* each : {&own_, &through_})
        stream_.push_back(each->snapshot(projector_, state, now));
}

std::string in_words(const std::string& message) {
    v1::ServerBatch batch;
    const bool frame = !message.empty() && message[0] == '\n' && batch.ParseFromString(message);
    return frame ? batch.DebugString() : message;
}

std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    const auto both = std::min(one.size(), other.size());
    for (std::size_t i = 0; i < both; ++i)
        if (one[i] != other[i])
            return "message " + std::to_string(i) + "\n" +
                   differing_lines(in_words(one[i]), in_words(other[i]));
    return {};
}

bool is_own(const core::State& state, const Viewer& viewer, const Step& step) {
    if (viewer.kind != ViewerKind::role || step.actor.kind != core::ActorKind::participant)
        return false;
    // Who plays two roles acts for one of them; for no role it acts as itself.
    const bool as_this_role = step.actor.role.empty() || step.actor.role == viewer.role;
    return as_this_role && step.actor.participant != core::ParticipantId::nobody &&
           state.seats.at(viewer.role).occupant == step.actor.participant;
}

}  // namespace casustafel::view
