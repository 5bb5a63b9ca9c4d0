#include "server/hosting/chronicle.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::hosting {

namespace {

constexpr const char* made_value = "made_ms";

std::int64_t calendar_ms(const Surroundings& around) {
    return around.calendar ? around.calendar->now_ms() : around.clock.wall_ms();
}

}  // namespace

Chronicle::Chronicle(const Surroundings& around, std::string id, Made made, Written written)
    : around_(around),
      id_(std::move(id)),
      made_(std::move(made)),
      written_(std::move(written)),
      clock_(around.clock) {}

bool Chronicle::create(const Surroundings& around, const std::string& id, const CaseTexts& texts,
                       const std::string& code, const std::string& request_id) {
    codec::LogHeader header;
    header.format = codec::log_format;
    header.engine_version = CASUSTAFEL_VERSION;
    header.scenario_hash = store::text_hash(texts.scenario_text);
    header.rules_hash = store::text_hash(texts.rules_text);
    header.scenario_file = texts.scenario_file;
    header.rules_file = texts.rules_file;
    header.created_wall_ms = around.clock.wall_ms();
    const auto outcome = around.store.create(id, codec::encode_header(header),
                                             {texts.scenario_text, texts.rules_text},
                                             {{"code", code},
                                              {"request_id", request_id},
                                              {"key", random_bytes(around.random, 32)},
                                              {made_value, std::to_string(calendar_ms(around))}});
    return outcome == store::Outcome::durable;
}

bool Chronicle::read() {
    readable_ = fold();
    return readable_;
}

bool Chronicle::damaged(store::DamageKind kind, std::uint64_t stands, std::string detail) {
    damage_ = {kind, stands, stands, std::move(detail)};
    return false;
}

// The texts that the session plays, from the store and never from a file that may have changed.
bool Chronicle::read_texts(const codec::LogHeader& header) {
    for (const std::string& hash : {header.scenario_hash, header.rules_hash})
        if (!around_.store.text(hash)) return damaged(store::DamageKind::text, 0, hash);
    texts_ = {header.scenario_file, header.rules_file, *around_.store.text(header.scenario_hash),
              *around_.store.text(header.rules_hash), nullptr};
    texts_.scenario = around_.catalogue.read(texts_);
    return texts_.scenario != nullptr ||
           damaged(store::DamageKind::unreadable, 0, header.scenario_file);
}

// A session of before the calendar was made when its header says so. What is still to come was
// written by a clock that was wrong: then it is made now.
void Chronicle::read_made(const store::LoadedSession& loaded, const codec::LogHeader& header) {
    const auto kept =
        std::ranges::find(loaded.values, made_value, [](const auto& value) { return value.first; });
    const bool known = kept != loaded.values.end();
    made_ms_ = known ? std::strtoll(kept->second.c_str(), nullptr, 10) : header.created_wall_ms;
    made_written_ = known && made_ms_ <= calendar_ms(around_);
    made_ms_ = std::min(made_ms_, calendar_ms(around_));
}

void Chronicle::note_when_made() {
    if (!made_written_ && lease_.epoch != 0) write_down();
}

std::int64_t Chronicle::age_ms() const { return calendar_ms(around_) - made_ms_; }

bool Chronicle::fold() {
    damage_.reset();
    const auto examined = around_.store.examine(id_);
    if (!examined) return damaged(store::DamageKind::disk, 0, {});
    const store::LoadedSession* loaded = &examined->standing;
    for (const auto& [name, bytes] : loaded->values) {
        if (name == "code") code_ = bytes;
        if (name == "request_id") request_id_ = bytes;
        if (name == "key") session_key_ = bytes;
    }
    if (examined->damage) {
        damage_ = examined->damage;
        return false;
    }
    const auto header = codec::decode_header(loaded->header);
    if (!header) {
        const auto format = codec::header_format(loaded->header);
        return format ? damaged(store::DamageKind::format, 0, std::to_string(*format))
                      : damaged(store::DamageKind::unreadable, 0, {});
    }
    if (texts_.scenario == nullptr && !read_texts(*header)) return false;
    auto log = std::make_unique<SessionLog>(texts_.scenario, session_key_,
                                            codec::edition_of(header->format));
    for (const std::string& record : loaded->records)
        if (!log->fold(record)) return damaged(store::DamageKind::unreadable, log->position(), {});
    log_ = std::move(log);
    read_made(*loaded, *header);
    people_.load(loaded->values);
    clock_.load(loaded->values, log_->last_real_ms());
    ignore_answers();
    handed_over_ = durable_seq_ = log_->position();
    handed_position_ = position();
    return true;
}

bool Chronicle::claim() {
    const auto lease = around_.store.claim(id_);
    if (lease) lease_ = *lease;
    return lease.has_value();
}

std::optional<core::Rejection> Chronicle::judge(const core::Actor& actor, const core::CommandId& id,
                                                const core::Command& command) {
    const std::int64_t now_ms = clock_.real_ms();
    while (take_due(now_ms)) {
    }
    return log_->judge(actor, id, command, now_ms);
}

std::optional<core::Rejection> Chronicle::submit(const core::Actor& actor,
                                                 const core::CommandId& id,
                                                 const core::Command& command) {
    // One instant for both: between two looks at the clock something could fall due.
    const std::int64_t now_ms = clock_.real_ms();
    while (take_due(now_ms)) {
    }
    const auto outcome = log_->submit(actor, id, command, now_ms, around_.clock.wall_ms());
    if (const auto* rejection = std::get_if<core::Rejection>(&outcome)) return *rejection;
    made_(std::get<core::Record>(outcome));
    return std::nullopt;
}

std::optional<core::Rejection> Chronicle::submit_own(const core::Command& command) {
    return submit_own(random_command_id(around_.random), command);
}

std::optional<core::Rejection> Chronicle::submit_own(const core::CommandId& id,
                                                     const core::Command& command) {
    return submit({.kind = core::ActorKind::host}, id, command);
}

void Chronicle::bring_due() {
    const std::int64_t now_ms = clock_.real_ms();
    while (take_due(now_ms)) {
    }
}

bool Chronicle::take_due(std::int64_t real_ms) {
    const auto record = log_->take_due(real_ms, around_.clock.wall_ms());
    if (record) made_(*record);
    return record.has_value();
}

void Chronicle::hand_over() {
    if (position() != handed_position_) write_down();
}

void Chronicle::write_down() {
    store::Append append;
    append.first_seq = handed_over_ + 1;
    append.records = log_->take_encoded();
    append.values = people_.take_values();
    append.lease = lease_;
    handed_over_ = log_->position();
    handed_position_ = position();
    clock_.written_down();
    const bool must_succeed = !append.values.empty() || !append.records.empty();
    if (!std::exchange(made_written_, true))
        append.values.push_back({made_value, std::to_string(made_ms_)});
    for (store::Value& value : clock_.values()) append.values.push_back(std::move(value));
    around_.store.append(std::move(append), [this, alive = std::weak_ptr<bool>(alive_),
                                             position = handed_position_, seq = handed_over_,
                                             epoch = epoch_, must_succeed](store::Outcome outcome) {
        if (alive.expired() || epoch != epoch_) return;
        // Where the time stood is written again soon; nobody waits for it.
        if (outcome == store::Outcome::failed && !must_succeed) return;
        if (outcome == store::Outcome::durable) durable_seq_ = std::max(durable_seq_, seq);
        lost_ = lost_ || outcome == store::Outcome::lost_lease;
        written_(position, outcome);
    });
}

}  // namespace casustafel::hosting
