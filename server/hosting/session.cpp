// Session, the part about the log and the store: opening, writing, and when something is durable.
#include "server/hosting/session.hpp"

#include <algorithm>
#include <utility>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/limits.hpp"

namespace casustafel::hosting {

std::unique_ptr<Session> Session::create(Surroundings around, const CaseTexts& texts,
                                         const std::string& code, const std::string& request_id) {
    const std::string id = hex(random_bytes(around.random, 8));
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
    if (outcome != store::Outcome::durable) return nullptr;
    return open(around, id);
}

std::unique_ptr<Session> Session::open(Surroundings around, const std::string& id) {
    std::unique_ptr<Session> session(new Session(around, id));
    if (!session->read()) return nullptr;
    if (!session->claim()) {
        session->fall_back();
        session->waits_after_storage_ = true;
    } else if (session->log_->position() > 0) {
        session->wait_for_everybody();
    }
    return session;
}

Session::Session(Surroundings around, std::string id)
    : around_(around), id_(std::move(id)), gate_(around.transport) {}

// Folds what is durable. False leaves everything as it was.
bool Session::read() {
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
    std::int64_t saved_real_ms = 0;
    for (const auto& [name, bytes] : loaded->values) {
        if (name == "code") code_ = bytes;
        if (name == "request_id") request_id_ = bytes;
        if (name == "key") session_key_ = bytes;
        if (name == "maximum_speed" && epoch_of_read_ == 0) maximum_speed_ = bytes == "on";
        if (name == "real_ms") saved_real_ms = std::strtoll(bytes.c_str(), nullptr, 10);
    }
    auto log = std::make_unique<SessionLog>(texts_.scenario, session_key_);
    for (const std::string& record : loaded->records) {
        if (!log->fold(record)) return false;
    }
    log_ = std::move(log);
    people_.load(loaded->values);
    projector_ = view::Projector();
    ++epoch_of_read_;
    handed_over_ = durable_seq_ = log_->position();
    handed_position_ = position();
    gate_.restart(handed_position_);
    real_base_ms_ = std::max({real_base_ms_, saved_real_ms, log_->last_real_ms()});
    steady_base_ms_ = clock_saved_ms_ = around_.clock.steady_ms();
    const std::int64_t age_ms = around_.clock.wall_ms() - header->created_wall_ms;
    forget_names_at_ms_ =
        steady_base_ms_ + std::max<std::int64_t>(0, limits::forget_names_after_ms - age_ms);
    note_durable_entry();
    forget_old_names();
    return true;
}

bool Session::claim() {
    const auto lease = around_.store.claim(id_);
    if (lease) lease_ = *lease;
    return lease.has_value();
}

// Names are for the people in the room; who looks back later sees p1, p2 …
void Session::forget_old_names() {
    if (around_.clock.steady_ms() < forget_names_at_ms_) return;
    forget_names_at_ms_ = around_.clock.steady_ms() + limits::look_for_old_names_every_ms;
    const std::uint64_t before = people_.changes();
    people_.forget_names();
    if (people_.changes() != before) tell_names();
}

void Session::note_durable_entry() {
    if (!readable_ || position() != gate_.durable_position()) return;
    durable_entry_.set_phase(std::string(core::name(log_->state().phase)));
    std::uint32_t present = 0;
    for (const auto& [id, participant] : log_->state().participants) present += participant.present;
    durable_entry_.set_participants(present);
    durable_entry_.set_sim_ms(log_->stamp_at(real_ms()).sim_ms);
}

v1::SessionEntry Session::entry() {
    note_durable_entry();
    v1::SessionEntry entry = durable_entry_;
    entry.set_code(code_);
    entry.set_scenario(texts_.scenario->id);
    entry.mutable_title()->set_nl(texts_.scenario->title.nl);
    entry.mutable_title()->set_en(texts_.scenario->title.en);
    if (held()) entry.set_phase("held");
    entry.set_connected(static_cast<std::uint32_t>(std::count_if(
        watchers_.begin(), watchers_.end(),
        [](const auto& each) { return each.second.participant != core::ParticipantId::nobody; })));
    return entry;
}

bool Session::full() const { return watchers_.size() >= limits::connections_per_session; }

// Writing.

std::optional<core::Rejection> Session::submit(const core::Actor& actor, const core::CommandId& id,
                                               const core::Command& command) {
    // One instant for both: between two looks at the clock something could fall due.
    const std::int64_t now_ms = real_ms();
    while (take_due(now_ms)) {
    }
    const auto outcome = log_->submit(actor, id, command, now_ms, around_.clock.wall_ms());
    if (const auto* rejection = std::get_if<core::Rejection>(&outcome)) return *rejection;
    publish(std::get<core::Record>(outcome));
    return std::nullopt;
}

std::optional<core::Rejection> Session::submit_own(const core::Command& command) {
    return submit({.kind = core::ActorKind::host}, random_command_id(), command);
}

core::CommandId Session::random_command_id() {
    core::CommandId id;
    around_.random(id.data(), id.size());
    return id;
}

// Called between acts only: a store may answer at once, and an answer may make everything start
// over.
void Session::hand_over() {
    if (hold_ == Hold::storage || lost_ || position() == handed_position_) return;
    store::Append append;
    append.first_seq = handed_over_ + 1;
    append.records = log_->take_encoded();
    append.values = people_.take_values();
    handed_over_ = log_->position();
    handed_position_ = position();
    this->append(std::move(append));
    throttle_reading();
}

void Session::save_clock() {
    if (held() || lost_) return;
    if (position() != handed_position_) return hand_over();
    store::Append only_the_time;
    only_the_time.first_seq = handed_over_ + 1;
    append(std::move(only_the_time));
}

// The session's time goes with every append, so that a restart knows how far and how fast it went.
void Session::append(store::Append append) {
    clock_saved_ms_ = around_.clock.steady_ms();
    append.lease = lease_;
    const bool must_succeed = !append.values.empty() || !append.records.empty();
    append.values.push_back({"real_ms", std::to_string(real_ms())});
    append.values.push_back({"maximum_speed", maximum_speed_ ? "on" : "off"});
    around_.store.append(
        std::move(append),
        [this, alive = std::weak_ptr<bool>(alive_), position = handed_position_, seq = handed_over_,
         epoch = epoch_of_read_, must_succeed](store::Outcome outcome) {
            if (alive.expired() || epoch != epoch_of_read_) return;
            // Where the time stood is written again soon; nobody waits for it.
            if (outcome == store::Outcome::failed && !must_succeed) return;
            if (outcome == store::Outcome::durable) durable_seq_ = std::max(durable_seq_, seq);
            finished(position, outcome);
        });
}

void Session::finished(std::uint64_t position, store::Outcome outcome) {
    switch (outcome) {
        case store::Outcome::durable:
            gate_.durable(position);
            note_durable_entry();
            throttle_reading();
            return;
        case store::Outcome::lost_lease: lose(); return;
        case store::Outcome::failed: fall_back(); return;
    }
}

// Another server has this session now: its clients find it there.
void Session::lose() {
    lost_ = true;
    gate_.restart(gate_.durable_position());
    for (const auto& [connection, watcher] : watchers_) {
        around_.transport.close(connection, CloseReason::going_away);
    }
}

void Session::throttle_reading() {
    const bool reading = handed_position_ - gate_.durable_position() < limits::undurable_records;
    if (reading == reading_) return;
    reading_ = reading;
    for (const auto& [connection, watcher] : watchers_) {
        around_.transport.read_from(connection, reading);
    }
}

}  // namespace casustafel::hosting
