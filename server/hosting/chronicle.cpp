#include "server/hosting/chronicle.hpp"

#include <algorithm>
#include <utility>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::hosting {

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
    const auto outcome = around.store.create(
        id, codec::encode_header(header), {texts.scenario_text, texts.rules_text},
        {{"code", code}, {"request_id", request_id}, {"key", random_bytes(around.random, 32)}});
    return outcome == store::Outcome::durable;
}

bool Chronicle::read() {
    readable_ = fold();
    return readable_;
}

bool Chronicle::fold() {
    const auto loaded = around_.store.load(id_);
    if (!loaded) return false;
    const auto header = codec::decode_header(loaded->header);
    if (!header) return false;
    if (texts_.scenario == nullptr) {
        const auto scenario_text = around_.store.text(header->scenario_hash);
        const auto rules_text = around_.store.text(header->rules_hash);
        if (!scenario_text || !rules_text) return false;
        texts_ = {header->scenario_file, header->rules_file, *scenario_text, *rules_text, nullptr};
        texts_.scenario = around_.catalogue.read(texts_);
        if (texts_.scenario == nullptr) return false;
    }
    for (const auto& [name, bytes] : loaded->values) {
        if (name == "code") code_ = bytes;
        if (name == "request_id") request_id_ = bytes;
        if (name == "key") session_key_ = bytes;
    }
    auto log = std::make_unique<SessionLog>(texts_.scenario, session_key_);
    for (const std::string& record : loaded->records)
        if (!log->fold(record)) return false;
    log_ = std::move(log);
    created_wall_ms_ = header->created_wall_ms;
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
