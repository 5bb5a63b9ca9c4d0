#include "server/hosting/session/reception.hpp"

#include <algorithm>

#include "proto/contract/reasons.hpp"
#include "server/codec/command.hpp"
#include "server/core/rules/decide.hpp"
#include "server/hosting/session/names.hpp"

namespace casustafel::hosting {

using contract::Refusal;

core::Rejection Reception::wish(core::ParticipantId who, const core::CommandId& id,
                                const core::RoleId& role) {
    // What would be refused in the lobby is refused here, by the same rules.
    const core::Actor actor{core::ActorKind::participant, who, {}};
    if (const auto rejection = chronicle_.judge(actor, id, core::TakeRole{role})) return *rejection;
    core::RoleId& wanted = wishes_[who];
    if (wanted != role) {
        wanted = role;
        tell_trainers(wishes());
    }
    return core::Rejection::seat_is_given;
}

void Reception::set_door(bool open) {
    if (open == is_open()) return;
    chronicle_.people().set_door_closed(!open);
    tell_trainers(door());
}

std::optional<std::string> Reception::rename(core::ParticipantId who, const std::string& name) {
    if (!chronicle_.people().knows(who)) return contract::word(Refusal::unknown_participant);
    const auto called = name_given(name, who, chronicle_.state(), chronicle_.people());
    if (!called) return contract::word(Refusal::bad_name);
    chronicle_.people().rename(who, *called);
    announcer_.names();
    return std::nullopt;
}

std::optional<std::string> Reception::decline(core::ParticipantId who) {
    const auto wish = wishes_.find(who);
    if (wish == wishes_.end()) return contract::word(Refusal::unknown_participant);
    v1::ServerFrame frame;
    frame.mutable_wish_declined()->set_role(wish->second.value);
    for (const auto& [connection, watcher] : watchers_.all())
        if (watcher.participant == who) announcer_.tell(connection, frame, Counted::no);
    wishes_.erase(wish);
    tell_trainers(wishes());
    return std::nullopt;
}

// A lead whose key was revoked leads nothing any more.
std::uint32_t Reception::lead() const {
    const std::uint32_t lead = chronicle_.people().lead();
    TrainerBook* book = chronicle_.around().trainers;
    if (lead == 0 || book == nullptr) return 0;
    const auto& all = book->all();
    const bool there = std::ranges::any_of(
        all, [&](const Trainer& each) { return each.number == lead && !each.revoked(); });
    return there ? lead : 0;
}

bool Reception::may_decide(std::uint32_t trainer) const {
    const std::uint32_t leads = lead();
    return leads == 0 || leads == trainer;
}

std::optional<std::string> Reception::hand_lead(std::uint32_t by, std::uint32_t to) {
    TrainerBook* book = chronicle_.around().trainers;
    if (to == 0 || book == nullptr) return contract::word(Refusal::unknown_trainer);
    const auto& all = book->all();
    if (std::ranges::none_of(
            all, [&](const Trainer& each) { return each.number == to && !each.revoked(); }))
        return contract::word(Refusal::unknown_trainer);
    const std::uint32_t leads = lead();
    const bool lead_here = std::ranges::any_of(watchers_.all(), [&](const auto& each) {
        return each.second.trainer && each.second.trainer_number == leads;
    });
    if (leads != 0 && leads != by && (lead_here || to != by))
        return contract::word(Refusal::lead_only);
    chronicle_.people().set_lead(to);
    tell_trainers(lead_frame());
    return std::nullopt;
}

v1::ServerFrame Reception::lead_frame() const {
    v1::ServerFrame frame;
    frame.mutable_lead()->set_trainer(lead());
    return frame;
}

// The others who lead or help hear of it; who did it knows.
void Reception::tell_what_was_done(const core::Record& record) {
    if (record.actor.kind != core::ActorKind::trainer || record.actor.trainer == 0 ||
        !record.command)
        return;
    std::optional<v1::ServerFrame> frame;
    for (const auto& [connection, watcher] : watchers_.all()) {
        if (!watcher.trainer || watcher.trainer_number == record.actor.trainer) continue;
        if (!frame) {
            v1::TrainerActed& acted = *frame.emplace().mutable_trainer_acted();
            acted.set_trainer(record.actor.trainer);
            *acted.mutable_command() = codec::encode_command(*record.command);
            acted.mutable_command()->set_as_role(record.actor.role.value);
            acted.set_at_sim_ms(record.stamp.sim_ms);
        }
        announcer_.tell(connection, *frame);
    }
}

void Reception::sent_away(core::ParticipantId who) {
    // Who is offline now hears of it when they come back.
    chronicle_.people().retire_token(who);
    watchers_.close_those_of(who, CloseReason::sent_away, chronicle_.position());
}

std::optional<std::string> Reception::invite_observer(std::uint32_t trainer,
                                                      const v1::InviteObserver& wish,
                                                      const std::string& code) {
    constexpr std::int64_t minute_ms = 60'000;
    People& people = chronicle_.people();
    const auto name =
        name_given(wish.name(), core::ParticipantId::nobody, chronicle_.state(), people);
    if (!name) return contract::word(Refusal::bad_name);
    const core::Actor actor{core::ActorKind::trainer, core::ParticipantId::nobody, {}, trainer};
    const core::AdmitObserver admit{core::RoleId{wish.role()}, core::TableId{wish.table()},
                                    wish.delay_minutes() * minute_ms};
    const auto rejection =
        chronicle_.submit(actor, random_command_id(chronicle_.around().random), admit);
    if (rejection) return std::string(core::name(*rejection));
    people.add_observer(chronicle_.state().observers.rbegin()->first, *name, code);
    announcer_.names();
    announcer_.observer_links();
    return std::nullopt;
}

void Reception::dismissed(core::ObserverId who) {
    chronicle_.people().forget_code(who);
    watchers_.close_those_of(who, CloseReason::sent_away, chronicle_.position());
    announcer_.observer_links();
}

void Reception::note(const core::Record& record) {
    const std::size_t before = wishes_.size();
    for (const core::Event& event : record.events) {
        if (const auto* taken = std::get_if<core::RoleTaken>(&event))
            std::erase_if(wishes_, [&](const auto& wish) {
                return wish.first == taken->participant || wish.second == taken->role;
            });
        if (const auto* left = std::get_if<core::ParticipantLeft>(&event))
            wishes_.erase(left->participant);
    }
    if (wishes_.size() != before) tell_trainers(wishes());
    tell_what_was_done(record);
}

void Reception::tell(ConnectionId connection) {
    if (lead() != 0) announcer_.tell(connection, lead_frame());
    if (!is_open()) announcer_.tell(connection, door());
    if (!wishes_.empty()) announcer_.tell(connection, wishes());
    if (!chronicle_.people().observer_codes().empty())
        announcer_.observer_links_to(connection, *watchers_.find(connection));
}

void Reception::tell_trainers(const v1::ServerFrame& frame) {
    for (const auto& [connection, watcher] : watchers_.all())
        if (watcher.trainer) announcer_.tell(connection, frame);
}

v1::ServerFrame Reception::door() const {
    v1::ServerFrame frame;
    frame.mutable_door()->set_open(is_open());
    return frame;
}

v1::ServerFrame Reception::wishes() const {
    v1::ServerFrame frame;
    auto& roles = *frame.mutable_seat_wishes()->mutable_roles();
    for (const auto& [who, role] : wishes_) roles[static_cast<std::uint32_t>(who)] = role.value;
    return frame;
}

}  // namespace casustafel::hosting
