#include "server/hosting/session/session_log.hpp"

#include <algorithm>
#include <utility>

#include "server/codec/command.hpp"
#include "server/codec/record.hpp"
#include "server/core/families/digest.hpp"
#include "server/core/values/invariant.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {
namespace {

// A digest reads all that ever happened, so the next one comes when half as much more has: what
// they cost together grows no faster than the log.
std::uint64_t next_digest_after(std::uint64_t seq) {
    return seq + std::max(limits::digest_every, seq / 2);
}

}  // namespace

SessionLog::SessionLog(std::shared_ptr<const core::Scenario> scenario, std::string session_key,
                       core::Edition edition)
    : scenario_(std::move(scenario)),
      session_key_(std::move(session_key)),
      state_(core::initial(*scenario_, edition)),
      digest_at_(next_digest_after(0)) {}

bool SessionLog::fold(const std::string& bytes) {
    const auto record = codec::decode_record(bytes);
    if (!record || record->seq != position_ + 1) return false;
    core::apply(state_, *record);
    if (!core::leave_due(state_, *record)) next_due_.reset();
    position_ = record->seq;
    last_real_ms_ = record->stamp.real_ms;
    if (record->digest) digest_at_ = next_digest_after(position_);
    remember(*record, bytes.size());
    return true;
}

// What is made at one moment of the case is ordered by its id, so what one participant does in a
// row (eight messages, when the line is back) gets ids that follow each other. Only acts of one
// kind for one audience are counted: the ids tell nobody of an act that it does not see.
core::EntityId SessionLog::fresh_id(const core::Actor& actor, const core::CommandId& id,
                                    const core::Command& command, std::int64_t real_ms) const {
    constexpr int bits_of_hash = 44;
    const auto hash = static_cast<std::uint64_t>(derived_id(session_key_, actor.participant, id));
    std::uint64_t before = 0;
    const auto moment = moments_.find(actor.participant);
    const std::string in_a_row = alike(command);
    if (!in_a_row.empty() && moment != moments_.end() &&
        moment->second.sim_ms == stamp_at(real_ms).sim_ms) {
        const auto done = moment->second.done.find(in_a_row);
        if (done != moment->second.done.end()) before = done->second;
    }
    return core::EntityId{before << bits_of_hash | (hash >> (64 - bits_of_hash)) | 1};
}

std::optional<core::Rejection> SessionLog::judge(const core::Actor& actor,
                                                 const core::CommandId& id,
                                                 const core::Command& command,
                                                 std::int64_t real_ms) const {
    expect_nothing_due(real_ms);
    const core::EntityId fresh = fresh_id(actor, id, command, real_ms);
    const auto outcome = core::decide(state_, actor, command, {.real_ms = real_ms, .fresh = fresh});
    const auto* rejection = std::get_if<core::Rejection>(&outcome);
    return rejection == nullptr ? std::nullopt : std::optional(*rejection);
}

std::variant<core::Record, core::Rejection> SessionLog::submit(const core::Actor& actor,
                                                               const core::CommandId& id,
                                                               const core::Command& command,
                                                               std::int64_t real_ms,
                                                               std::int64_t wall_ms) {
    expect_nothing_due(real_ms);
    const core::EntityId fresh = fresh_id(actor, id, command, real_ms);
    auto outcome = core::decide(state_, actor, command, {.real_ms = real_ms, .fresh = fresh});
    if (const auto* rejection = std::get_if<core::Rejection>(&outcome)) return *rejection;
    core::Record record;
    record.stamp = stamp_at(real_ms);
    record.wall_ms = wall_ms;
    record.actor = actor;
    record.command = command;
    record.command_id = id;
    record.fresh = fresh;
    record.events = std::get<std::vector<core::Event>>(std::move(outcome));
    return make(std::move(record));
}

std::optional<std::int64_t> SessionLog::next_due() const {
    if (!next_due_) next_due_ = core::next_due(state_);
    return *next_due_;
}

void SessionLog::expect_nothing_due(std::int64_t real_ms) const {
    core::invariant(!next_due() || *next_due() > real_ms,
                    "what is due comes before the next command");
}

std::optional<core::Record> SessionLog::take_due(std::int64_t real_ms, std::int64_t wall_ms) {
    const auto next = next_due();
    if (!next || *next > real_ms) return std::nullopt;
    auto due = core::due(state_, real_ms);
    if (!due) return std::nullopt;
    core::Record record;
    record.stamp = due->stamp;
    record.wall_ms = wall_ms;
    record.events = std::move(due->events);
    return make(std::move(record));
}

core::Record SessionLog::make(core::Record record) {
    record.seq = ++position_;
    core::apply(state_, record);
    if (!core::leave_due(state_, record)) next_due_.reset();
    last_real_ms_ = record.stamp.real_ms;
    if (record.seq >= digest_at_ || state_.phase == core::SessionPhase::ended) {
        record.digest = core::digest(state_);
        digest_at_ = next_digest_after(record.seq);
    }
    encoded_.push_back(codec::encode_record(record));
    remember(record, encoded_.back().size());
    return record;
}

void SessionLog::remember(const core::Record& record, std::size_t bytes) {
    if (!record.command) return;
    Moment& moment = moments_[record.actor.participant];
    if (std::exchange(moment.sim_ms, record.stamp.sim_ms) != record.stamp.sim_ms)
        moment.done.clear();
    if (const std::string in_a_row = alike(*record.command); !in_a_row.empty())
        ++moment.done[in_a_row];
    Brought& brought = brought_[record.actor.participant];
    brought.bytes += bytes;
    ++brought.of_kind[record.command->index()];
    accepted_[{record.actor.participant, record.command_id}] = {
        record.seq, content_of(record.actor, *record.command)};
}

std::string alike(const core::Command& command) {
    const auto words = [](const auto& act) {
        std::string all;
        for (const core::RoleId& role : act.to) all += " " + role.value;
        if constexpr (requires { act.meeting; }) all += " @" + act.meeting.value;
        return all;
    };
    const std::string kind = std::to_string(command.index());
    if (const auto* message = std::get_if<core::SendMessage>(&command))
        return kind + words(*message);
    if (const auto* share = std::get_if<core::ShareItem>(&command)) return kind + words(*share);
    if (const auto* asked = std::get_if<core::AskForInformation>(&command))
        return kind + words(*asked);
    return {};
}

core::Stamp SessionLog::stamp_at(std::int64_t real_ms) const {
    return core::stamp_at(state_.clock, *scenario_, std::max(real_ms, last_real_ms_));
}

const AcceptedCommand* SessionLog::accepted(core::ParticipantId participant,
                                            const core::CommandId& id) const {
    const auto found = accepted_.find({participant, id});
    return found == accepted_.end() ? nullptr : &found->second;
}

const Brought& SessionLog::brought_by(core::ParticipantId id) const {
    static const Brought nothing;
    const auto found = brought_.find(id);
    return found == brought_.end() ? nothing : found->second;
}

std::vector<std::string> SessionLog::take_encoded() { return std::exchange(encoded_, {}); }

Fingerprint content_of(const core::Actor& actor, const core::Command& command) {
    return fingerprint(actor.role.value + '\n' +
                       codec::encode_command(command).SerializeAsString());
}

}  // namespace casustafel::hosting
