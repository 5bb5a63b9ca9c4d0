#include "server/hosting/session.hpp"

#include <algorithm>
#include <utility>

#include "server/codec/command.hpp"
#include "server/codec/protocol.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/frames.hpp"
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
    if (!session->load()) return nullptr;
    if (session->log_->position() == 0) return session;
    session->begin_hold(Hold::recovering);
    if (session->everybody_is_back()) session->release_hold();
    return session;
}

Session::Session(Surroundings around, std::string id)
    : around_(around), id_(std::move(id)), gate_(around.transport) {}

bool Session::load() {
    const auto lease = around_.store.claim(id_);
    const auto loaded = around_.store.load(id_);
    if (!lease || !loaded) return false;
    const auto header = codec::decode_header(loaded->header);
    if (!header) return false;
    const auto scenario_text = around_.store.text(header->scenario_hash);
    const auto rules_text = around_.store.text(header->rules_hash);
    if (!scenario_text || !rules_text) return false;
    texts_ = {header->scenario_file, header->rules_file, *scenario_text, *rules_text, nullptr};
    texts_.scenario = around_.catalogue.read(texts_);
    if (texts_.scenario == nullptr) return false;

    std::int64_t saved_real_ms = 0;
    for (const auto& [name, bytes] : loaded->values) {
        if (name == "code") code_ = bytes;
        if (name == "request_id") request_id_ = bytes;
        if (name == "key") session_key_ = bytes;
        if (name == "real_ms") saved_real_ms = std::strtoll(bytes.c_str(), nullptr, 10);
    }
    people_.load(loaded->values);
    log_ = std::make_unique<SessionLog>(texts_.scenario, session_key_);
    for (const std::string& record : loaded->records) {
        if (!log_->fold(record)) return false;
    }
    projector_ = view::Projector();
    lease_ = *lease;
    ++epoch_of_load_;
    handed_over_ = log_->position();
    gate_.restart(handed_over_);
    real_base_ms_ = std::max(saved_real_ms, log_->last_real_ms());
    steady_base_ms_ = clock_saved_ms_ = around_.clock.steady_ms();
    wall_created_ms_ = header->created_wall_ms;
    if (around_.clock.wall_ms() - wall_created_ms_ > limits::forget_names_after_ms) {
        people_.forget_names();
    }
    return true;
}

std::int64_t Session::real_ms() const {
    if (hold_ != Hold::none || maximum_speed_) return real_base_ms_;
    return real_base_ms_ + around_.clock.steady_ms() - steady_base_ms_;
}

v1::SessionEntry Session::entry() const {
    v1::SessionEntry entry;
    entry.set_code(code_);
    entry.set_scenario(texts_.scenario->id);
    entry.mutable_title()->set_nl(texts_.scenario->title.nl);
    entry.mutable_title()->set_en(texts_.scenario->title.en);
    entry.set_phase(hold_ != Hold::none ? "held"
                                        : std::string(core::name(log_->state().phase)));
    std::uint32_t present = 0;
    for (const auto& [id, participant] : log_->state().participants) present += participant.present;
    entry.set_participants(present);
    std::uint32_t connected = 0;
    for (const auto& [connection, watcher] : watchers_) {
        connected += watcher.participant != core::ParticipantId::nobody;
    }
    entry.set_connected(connected);
    entry.set_sim_ms(log_->stamp_at(real_ms()).sim_ms);
    return entry;
}

bool Session::full() const { return watchers_.size() >= limits::connections_per_session; }

// Holds ------------------------------------------------------------------------------------------------

void Session::begin_hold(Hold hold) {
    real_base_ms_ = real_ms();
    hold_ = hold;
    awaited_.clear();
    if (log_->state().phase == core::SessionPhase::running) {
        for (const auto& [role, seat] : log_->state().seats) {
            const auto found = log_->state().participants.find(seat.occupant);
            if (found != log_->state().participants.end() && found->second.connected) {
                awaited_.insert(seat.occupant);
            }
        }
    }
    announce_hold();
}

void Session::release_hold() {
    hold_ = Hold::none;
    steady_base_ms_ = around_.clock.steady_ms();
    if (log_->state().phase != core::SessionPhase::ended) {
        submit_own(core::NoteRecovery{});
        note_departures();
    }
    announce_hold();
    hand_over();
}

void Session::announce_hold() {
    v1::ServerFrame frame;
    switch (hold_) {
        case Hold::none: frame.mutable_held()->set_reason(""); break;
        case Hold::recovering: frame.mutable_held()->set_reason("recovering"); break;
        case Hold::storage: frame.mutable_held()->set_reason("storage"); break;
    }
    tell_everybody(frame);
}

bool Session::everybody_is_back() const {
    return std::all_of(awaited_.begin(), awaited_.end(), [&](core::ParticipantId awaited) {
        return std::any_of(watchers_.begin(), watchers_.end(), [&](const auto& entry) {
            return entry.second.participant == awaited;
        });
    });
}

// Those the log still calls connected, but who have no connection here.
void Session::note_departures() {
    std::vector<core::ParticipantId> gone;
    for (const auto& [id, participant] : log_->state().participants) {
        const bool here = std::any_of(watchers_.begin(), watchers_.end(), [&, wanted = id](const auto& entry) {
            return entry.second.participant == wanted;
        });
        if (participant.present && participant.connected != here) gone.push_back(id);
    }
    for (const core::ParticipantId id : gone) {
        submit_own(core::NoteConnection{id, !log_->state().participants.at(id).connected});
    }
}

void Session::try_storage() {
    if (around_.clock.steady_ms() < probe_at_ms_) return;
    probe_at_ms_ = around_.clock.steady_ms() + limits::probe_storage_every_ms;
    if (!around_.store.probe()) return;
    const std::int64_t real_before_ms = real_base_ms_;
    if (!load()) return;
    // The failed stretch never happened for the log, but the clock did not run meanwhile either.
    real_base_ms_ = std::min(std::max(real_base_ms_, log_->last_real_ms()),
                             std::max(real_before_ms, log_->last_real_ms()));
    for (auto& [connection, watcher] : watchers_) {
        watcher.views.clear();
        settle_views(connection, watcher);
    }
    release_hold();
    tell_names();
}

// Writing ------------------------------------------------------------------------------------------------

std::optional<core::Rejection> Session::submit(const core::Actor& actor, const core::CommandId& id,
                                               const core::Command& command) {
    while (take_due()) {
    }
    const auto outcome =
        log_->submit(actor, id, command, real_ms(), around_.clock.wall_ms());
    if (const auto* rejection = std::get_if<core::Rejection>(&outcome)) return *rejection;
    publish(std::get<core::Record>(outcome));
    return std::nullopt;
}

std::optional<core::Rejection> Session::submit_own(const core::Command& command) {
    core::CommandId id;
    around_.random(id.data(), id.size());
    return submit({.kind = core::ActorKind::host}, id, command);
}

bool Session::take_due() {
    const auto record = log_->take_due(real_ms(), around_.clock.wall_ms());
    if (!record) return false;
    publish(*record);
    return true;
}

void Session::hand_over() {
    if (hold_ == Hold::storage || lost_) return;
    if (log_->position() == handed_over_ && !people_.changed()) return;
    store::Append append;
    append.lease = lease_;
    append.first_seq = handed_over_ + 1;
    append.records = log_->take_encoded();
    append.values = people_.take_values();
    append.values.push_back({"real_ms", std::to_string(real_ms())});
    clock_saved_ms_ = around_.clock.steady_ms();
    handed_over_ = log_->position();
    around_.store.append(std::move(append), [this, alive = std::weak_ptr<bool>(alive_),
                                             at = position(), epoch = epoch_of_load_](
                                                store::Outcome outcome) {
        if (!alive.expired() && epoch == epoch_of_load_) finished(at, outcome);
    });
    throttle_reading();
}

void Session::finished(std::uint64_t written, store::Outcome outcome) {
    switch (outcome) {
        case store::Outcome::durable:
            gate_.durable(written);
            throttle_reading();
            return;
        case store::Outcome::lost_lease:
            lost_ = true;
            gate_.restart(written);
            for (const auto& [connection, watcher] : watchers_) {
                around_.transport.close(connection, CloseReason::going_away);
            }
            return;
        case store::Outcome::failed:
            ++epoch_of_load_;  // later answers belong to records that will not be
            gate_.restart(position());
            probe_at_ms_ = around_.clock.steady_ms() + limits::probe_storage_every_ms;
            begin_hold(Hold::storage);
            return;
    }
}

void Session::throttle_reading() {
    const bool reading = position() - gate_.durable_position() < limits::undurable_records;
    if (reading == reading_) return;
    reading_ = reading;
    for (const auto& [connection, watcher] : watchers_) {
        around_.transport.read_from(connection, reading);
    }
}

void Session::save_clock() {
    if (hold_ != Hold::none || lost_) return;
    clock_saved_ms_ = around_.clock.steady_ms();
    store::Append append;
    append.lease = lease_;
    append.first_seq = handed_over_ + 1;
    append.values = {{"real_ms", std::to_string(real_ms())}};
    around_.store.append(std::move(append), [](store::Outcome) {});
}

// Time ---------------------------------------------------------------------------------------------------

bool Session::advance() {
    if (lost_) return false;
    if (hold_ == Hold::storage) {
        try_storage();
        return false;
    }
    if (hold_ == Hold::none) {
        int instants = 0;
        while (instants < limits::instants_per_turn && take_due()) ++instants;
        wake_those_who_stand_by();
        jump_when_all_stand_by();
        hand_over();
        const bool runs = log_->state().phase == core::SessionPhase::running;
        if (runs && around_.clock.steady_ms() - clock_saved_ms_ >= limits::save_clock_every_ms) {
            save_clock();
        }
        return instants == limits::instants_per_turn;
    }
    hand_over();
    return false;
}

std::int64_t Session::next_wake_ms() const {
    if (lost_) return INT64_MAX;
    if (hold_ == Hold::storage) return probe_at_ms_;
    if (hold_ != Hold::none || maximum_speed_) return INT64_MAX;
    std::int64_t wake_real_ms = INT64_MAX;
    if (const auto due = core::next_due(log_->state())) wake_real_ms = *due;
    if (const auto reached = earliest_stand_by()) wake_real_ms = std::min(wake_real_ms, *reached);
    std::int64_t wake_ms =
        wake_real_ms == INT64_MAX ? INT64_MAX : steady_base_ms_ + wake_real_ms - real_base_ms_;
    if (log_->state().phase == core::SessionPhase::running) {
        wake_ms = std::min(wake_ms, clock_saved_ms_ + limits::save_clock_every_ms);
    }
    return wake_ms;
}

// The real_ms at which the first of those who stand by wants to be told; nothing when none waits.
std::optional<std::int64_t> Session::earliest_stand_by() const {
    std::optional<std::int64_t> earliest;
    for (const auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by) continue;
        const auto reached = core::real_when_sim(log_->state().clock, *texts_.scenario,
                                                 watcher.stand_by->until_sim_ms());
        if (reached && (!earliest || *reached < *earliest)) earliest = reached;
    }
    return earliest;
}

void Session::wake_those_who_stand_by() {
    if (log_->state().phase != core::SessionPhase::running) return;
    const std::int64_t sim_ms = log_->stamp_at(real_ms()).sim_ms;
    for (auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by || watcher.stand_by->until_sim_ms() > sim_ms) continue;
        watcher.stand_by.reset();
        v1::ServerFrame frame;
        frame.mutable_clock_reached()->set_sim_ms(sim_ms);
        tell(connection, frame);
    }
}

void Session::jump_when_all_stand_by() {
    if (!maximum_speed_ || log_->state().phase != core::SessionPhase::running || gate_.waiting()) return;
    for (const auto& [role, seat] : log_->state().seats) {
        if (seat.occupant == core::ParticipantId::nobody) continue;
        const auto found = std::find_if(watchers_.begin(), watchers_.end(), [&, wanted = seat.occupant](const auto& entry) {
            return entry.second.participant == wanted;
        });
        if (found == watchers_.end() || !found->second.stand_by ||
            found->second.stand_by->frames_seen() != gate_.sent_to(found->first)) {
            return;
        }
    }
    std::optional<std::int64_t> next = core::next_due(log_->state());
    const auto reached = earliest_stand_by();
    if (reached && (!next || *reached < *next)) next = reached;
    if (!next) return;
    real_base_ms_ = std::max(real_base_ms_, *next);
    while (take_due()) {
    }
    wake_those_who_stand_by();
}

void Session::set_maximum_speed(bool on) {
    if (on == maximum_speed_) return;
    real_base_ms_ = real_ms();
    steady_base_ms_ = around_.clock.steady_ms();
    maximum_speed_ = on;
}

}  // namespace casustafel::hosting
