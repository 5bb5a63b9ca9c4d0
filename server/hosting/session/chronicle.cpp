#include "server/hosting/session/chronicle.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <utility>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::hosting {

namespace {

constexpr const char* made_value = "made_ms";
using Named = std::pair<std::string, std::string>;

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

SessionOrder Chronicle::order(const Surroundings& around, const std::string& code,
                              const std::string& request_id) {
    return {.id = hex(random_bytes(around.random, 8)),
            .code = code,
            .request_id = request_id,
            .session_key = random_bytes(around.random, 32),
            .created_wall_ms = around.clock.wall_ms(),
            .made_ms = calendar_ms(around)};
}

// A fork is decided by the rules of the session that it comes from.
static codec::LogHeader header_for(const SessionOrder& order, const CaseTexts& texts) {
    codec::LogHeader header;
    const auto other = codec::decode_header(order.header);
    header.format = other ? other->format : codec::log_format;
    header.engine_version = CASUSTAFEL_VERSION;
    header.scenario_hash = store::text_hash(texts.scenario_text);
    header.rules_hash = store::text_hash(texts.rules_text);
    header.scenario_file = texts.scenario_file;
    header.rules_file = texts.rules_file;
    header.created_wall_ms = order.created_wall_ms;
    return header;
}

std::optional<Beginning> Chronicle::create(store::Store& store, const SessionOrder& order,
                                           const CaseTexts& texts) {
    std::map<std::string, std::string, std::less<>> said = {
        {"code", order.code},
        {"key", order.session_key},
        {made_value, std::to_string(order.made_ms)},
        {"request_id", order.request_id}};
    if (const std::string card = order.card.SerializeAsString(); !card.empty())
        said.emplace(card_value, card);
    if (order.lead != 0) said.emplace(lead_value, std::to_string(order.lead));
    said.insert(order.values.begin(), order.values.end());
    const std::vector<std::pair<std::string, std::string>> values(said.begin(), said.end());
    const std::string header = codec::encode_header(header_for(order, texts));
    Beginning begun{order.id, {header, order.records, values}, {}, texts.scenario};
    std::vector<store::Value> named;
    for (const auto& [name, bytes] : values) named.push_back({name, bytes});
    const auto outcome = store.create(order.id, begun.written.header,
                                      {texts.scenario_text, texts.rules_text}, named);
    if (outcome != store::Outcome::durable) return std::nullopt;
    const auto lease = store.claim(order.id);
    if (!lease) return std::nullopt;
    begun.lease = *lease;
    return begun;
}

bool Chronicle::read() {
    readable_ = fold(around_.store.examine(id_));
    return readable_;
}

std::variant<Beginning, store::Damage> Chronicle::read_again(store::Store& store,
                                                             Catalogue& catalogue,
                                                             const std::string& id) {
    const auto failed = [](store::DamageKind kind) { return store::Damage{kind, 0, 0, {}}; };
    const auto lease = store.claim(id);
    auto examined = lease ? store.examine(id) : std::nullopt;
    if (!examined) return failed(store::DamageKind::disk);
    if (examined->damage) return *examined->damage;
    const auto header = codec::decode_header(examined->standing.header);
    if (!header) return failed(store::DamageKind::unreadable);
    const auto scenario_text = store.text(header->scenario_hash);
    const auto rules_text = store.text(header->rules_hash);
    if (!scenario_text || !rules_text) return failed(store::DamageKind::text);
    auto scenario = catalogue.read(
        {header->scenario_file, header->rules_file, *scenario_text, *rules_text, nullptr});
    if (scenario == nullptr) return failed(store::DamageKind::unreadable);
    return Beginning{id, std::move(examined->standing), *lease, std::move(scenario), true};
}

bool Chronicle::read(const Beginning& begun) {
    scenario_ = begun.scenario;
    lease_ = begun.lease;
    reads_what_is_away_ = true;
    readable_ = fold(store::Examined{begun.written, {}});
    if (readable_ && !begun.records_in_store && !begun.written.records.empty()) {
        // What it begins with is not in the store yet, and goes there first.
        log_->hand_again(begun.written.records);
        handed_over_ = durable_seq_ = handed_position_ = 0;
    }
    return readable_;
}

bool Chronicle::damaged(store::DamageKind kind, std::uint64_t stands, std::string detail) {
    damage_ = {kind, stands, stands, std::move(detail)};
    return false;
}

// The texts that the session plays, from the store and never from a file that may have changed.
bool Chronicle::read_texts(const codec::LogHeader& header) {
    const CaseShelf::Hashes hashes{header.scenario_hash, header.rules_hash};
    scenario_ = around_.shelf ? around_.shelf->find(hashes) : nullptr;
    if (scenario_ != nullptr) return true;
    const auto scenario_text = around_.store.text(header.scenario_hash);
    if (!scenario_text) return damaged(store::DamageKind::text, 0, header.scenario_hash);
    const auto rules_text = around_.store.text(header.rules_hash);
    if (!rules_text) return damaged(store::DamageKind::text, 0, header.rules_hash);
    scenario_ = around_.catalogue.read(
        {header.scenario_file, header.rules_file, *scenario_text, *rules_text, nullptr});
    if (scenario_ == nullptr)
        return damaged(store::DamageKind::unreadable, 0, header.scenario_file);
    return true;
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

// Nothing of it is folded then.
bool Chronicle::is_away(const store::LoadedSession& loaded, const codec::LogHeader& header) {
    away_.reset();
    const auto said = std::ranges::find(loaded.values, away_value, &Named::first);
    AwaySession away{id_, {}, 0, {}};
    if (reads_what_is_away_ || said == loaded.values.end() || said->second.empty() ||
        !away.entry.ParseFromString(said->second))
        return false;
    read_made(loaded, header);
    away.people.load(loaded.values);
    away.names_since_ms = away.people.has_names() ? made_ms_ : 0;
    away_ = std::move(away);
    return true;
}

bool Chronicle::fold(const std::optional<store::Examined>& examined) {
    damage_.reset();
    if (!examined) return damaged(store::DamageKind::disk, 0, {});
    const store::LoadedSession* loaded = &examined->standing;
    for (const auto& [name, bytes] : loaded->values) {
        if (name == "code") code_ = bytes;
        if (name == "request_id") request_id_ = bytes;
        if (name == "key") session_key_ = bytes;
    }
    const auto header = codec::decode_header(loaded->header);
    if (header && !examined->damage && is_away(*loaded, *header)) return false;
    if (examined->damage) {
        // Which case it plays is still told, where that stands.
        if (header && scenario_ == nullptr) read_texts(*header);
        damage_ = examined->damage;
        return false;
    }
    if (!header) {
        const auto format = codec::header_format(loaded->header);
        return format ? damaged(store::DamageKind::format, 0, std::to_string(*format))
                      : damaged(store::DamageKind::unreadable, 0, {});
    }
    if (scenario_ == nullptr && !read_texts(*header)) return false;
    const CaseShelf::Hashes hashes{header->scenario_hash, header->rules_hash};
    if (around_.shelf) scenario_ = around_.shelf->shared(hashes, scenario_);
    auto log =
        std::make_unique<SessionLog>(scenario_, session_key_, codec::edition_of(header->format));
    for (const std::string& record : loaded->records)
        if (!log->fold(record)) return damaged(store::DamageKind::unreadable, log->position(), {});
    log_ = std::move(log);
    read_made(*loaded, *header);
    people_.load(loaded->values);
    clock_.load(loaded->values, log_->last_real_ms());
    ignore_answers();
    handed_over_ = durable_seq_ = log_->position();
    handed_position_ = position();
    reads_what_is_away_ = true;
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

// A record says itself how far the time went.
void Chronicle::hand_over() {
    if (position() == handed_position_) return;
    if (handed_over_ == log_->position()) return write_down();
    append({});
}

void Chronicle::write_down() { append(clock_.values()); }

void Chronicle::append(std::vector<store::Value> beside) {
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
    std::ranges::move(beside, std::back_inserter(append.values));
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
