#pragma once
// One session's log position in memory: State folded so far, and the records made since the last
// hand-over to the store. It keeps the write path in one place: decide, apply at once, encode,
// digest. It knows no connection, name or token.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/rules/decide.hpp"
#include "server/hosting/surroundings/codes.hpp"

namespace casustafel::hosting {

// A command that was accepted before, by who sent it and under which id.
struct AcceptedCommand {
    std::uint64_t seq = 0;
    Fingerprint content;
};

// What one participant brought into the log.
struct Brought {
    std::size_t bytes = 0;
    std::map<std::size_t, std::size_t> of_kind;  // acts, by place in core::Command

    std::size_t acts_of(const core::Command& command) const {
        const auto found = of_kind.find(command.index());
        return found == of_kind.end() ? 0 : found->second;
    }
};

class SessionLog {
public:
    // `session_key` keys the ids of what commands make.
    SessionLog(std::shared_ptr<const core::Scenario> scenario, std::string session_key,
               core::Edition = core::newest_edition);

    // Folds a stored record; false when the bytes are no record or not the next one.
    bool fold(const std::string& bytes);

    // Decides a command at real_ms. Everything due by then must have been taken (`take_due`).
    // A record was made and applied, or the command was rejected.
    std::variant<core::Record, core::Rejection> submit(const core::Actor&, const core::CommandId&,
                                                       const core::Command&, std::int64_t real_ms,
                                                       std::int64_t wall_ms);
    // Why it would be rejected; nothing is made.
    std::optional<core::Rejection> judge(const core::Actor&, const core::CommandId&,
                                         const core::Command&, std::int64_t real_ms) const;
    // The earliest real_ms at which something is due, as core::next_due says; nothing while the
    // clock stands still. Asking again costs nothing until the next record.
    std::optional<std::int64_t> next_due() const;
    // The record of the earliest due instant at or before real_ms; nothing when none is due.
    std::optional<core::Record> take_due(std::int64_t real_ms, std::int64_t wall_ms);

    const core::State& state() const { return state_; }
    core::Stamp stamp_at(std::int64_t real_ms) const;
    std::uint64_t position() const { return position_; }
    std::int64_t last_real_ms() const { return last_real_ms_; }

    // The earlier acceptance of this id from this participant, or nothing.
    const AcceptedCommand* accepted(core::ParticipantId, const core::CommandId&) const;

    const Brought& brought_by(core::ParticipantId) const;

    // The records so far, as bytes, are given to the store again.
    void hand_again(std::vector<std::string> records) { encoded_ = std::move(records); }
    // Encoded records since the last call; the first has the seq after those handed over before.
    std::vector<std::string> take_encoded();

private:
    core::Record make(core::Record record);
    void expect_nothing_due(std::int64_t real_ms) const;
    core::EntityId fresh_id(const core::Actor&, const core::CommandId&, const core::Command&,
                            std::int64_t real_ms) const;
    void remember(const core::Record& record, std::size_t bytes);

    std::shared_ptr<const core::Scenario> scenario_;
    std::string session_key_;
    core::State state_;
    std::uint64_t position_ = 0;
    std::int64_t last_real_ms_ = 0;
    mutable std::optional<std::optional<std::int64_t>> next_due_;  // of `state_`, once it was asked
    std::uint64_t digest_at_ = 0;                                  // the next record with a digest
    std::map<std::pair<core::ParticipantId, core::CommandId>, AcceptedCommand> accepted_;
    std::map<core::ParticipantId, Brought> brought_;
    // What one participant did at one moment of the case, counted by kind and audience.
    struct Moment {
        std::int64_t sim_ms = -1;
        std::map<std::string, std::uint64_t> done;
    };
    std::map<core::ParticipantId, Moment> moments_;
    std::vector<std::string> encoded_;
};

// Whom an act is for, and its kind: who sees one sees all that are alike in this. Empty for acts of
// which the same kind may be seen by others each time: their ids keep no order, and tell nothing.
std::string alike(const core::Command&);

// What distinguishes one command's content from another's under the same id.
Fingerprint content_of(const core::Actor&, const core::Command&);

}  // namespace casustafel::hosting
