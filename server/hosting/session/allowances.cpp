#include "server/hosting/session/allowances.hpp"

#include <algorithm>
#include <variant>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {
namespace {

// How long it takes before one may do this again; nothing: at any time.
std::optional<std::int64_t> pause_after(const core::Command& command) {
    return std::visit(
        []<class C>(const C&) -> std::optional<std::int64_t> {
            if constexpr (requires { C::pause; }) return C::pause.again_after_ms;
            return std::nullopt;
        },
        static_cast<const core::CommandKinds&>(command));
}

// How many acts of this kind one participant may bring into a session.
std::size_t share_of(const core::Command& command) {
    return std::visit(
        []<class C>(const C&) {
            if constexpr (requires { C::holds; })
                return std::min(limits::acts_of_one_kind,
                                C::holds.in_a_session / limits::part_of_what_a_session_holds);
            return limits::acts_of_one_kind;
        },
        static_cast<const core::CommandKinds&>(command));
}

}  // namespace

bool Allowances::may_speak(core::ParticipantId id, std::int64_t now_ms) {
    return lifted_ || pace(id, now_ms).acts.take(now_ms);
}

bool Allowances::may_come(core::ParticipantId id, std::int64_t now_ms) {
    return pace(id, now_ms).returns.take(now_ms);
}

std::optional<core::Rejection> Allowances::against(core::ParticipantId id,
                                                   const core::Command& command,
                                                   const SessionLog& log,
                                                   std::int64_t now_ms) const {
    if (lifted_) return std::nullopt;
    // Whoever may do nothing more may still go.
    if (std::holds_alternative<core::LeaveSession>(command) ||
        std::holds_alternative<core::ReleaseRole>(command))
        return std::nullopt;
    if (const auto pause_ms = pause_after(command)) {
        if (core::roles_of(log.state(), id).empty()) return core::Rejection::only_seated;
        const auto pace = paces_.find(id);
        if (pace != paces_.end() && pace->second.last_ms.contains(command.index()) &&
            now_ms - pace->second.last_ms.at(command.index()) < *pause_ms)
            return core::Rejection::too_soon;
    }
    const Brought& brought = log.brought_by(id);
    if (brought.bytes < limits::log_bytes_of_a_participant &&
        brought.acts_of(command) < share_of(command))
        return std::nullopt;
    return core::Rejection::share_used_up;
}

void Allowances::note(core::ParticipantId id, const core::Command& command, std::int64_t now_ms) {
    if (pause_after(command)) pace(id, now_ms).last_ms[command.index()] = now_ms;
}

Allowances::Pace& Allowances::pace(core::ParticipantId id, std::int64_t now_ms) {
    const auto fresh = [&] {
        return Pace{TokenBucket(limits::acts_per_second, limits::acts_at_once, now_ms),
                    TokenBucket(limits::returns_per_second, limits::returns_at_once, now_ms),
                    {}};
    };
    const auto found = paces_.find(id);
    return found != paces_.end() ? found->second : paces_.emplace(id, fresh()).first->second;
}

}  // namespace casustafel::hosting
