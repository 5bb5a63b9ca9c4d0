#include "server/hosting/session/people.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "server/hosting/surroundings/codes.hpp"

namespace casustafel::hosting {
namespace {

constexpr std::string_view name_field = "name:", token_field = "token:", reentry_field = "reentry:";
constexpr std::string_view observer_field = "observer:", code_field = "observer_code:";
constexpr std::string_view door_value = "door";
constexpr std::string_view retired = "retired:";  // in front of a token's hash

}  // namespace

std::string person_of(std::string_view value_name) {
    const auto colon = value_name.find(':');
    if (colon == value_name.npos) return {};
    const std::string_view field = value_name.substr(0, colon + 1);
    const bool looks_on = field == observer_field || field == code_field;
    const bool takes_part = field == name_field || field == token_field || field == reentry_field;
    if (!looks_on && !takes_part) return {};
    return (looks_on ? "o" : "p") + std::string(value_name.substr(colon + 1));
}

void People::load(const std::vector<std::pair<std::string, std::string>>& values) {
    people_.clear();
    observers_.clear();
    codes_.clear();
    values_.clear();
    door_closed_ = false;
    card_.Clear();
    lead_ = 0;
    for (const auto& [key, bytes] : values) {
        if (key == door_value) door_closed_ = true;
        if (key == continued_value) continued_as_ = bytes;
        if (key == forked_value) {
            const auto space = bytes.find(' ');
            forked_from_ = bytes.substr(0, space);
            if (space != bytes.npos) forked_at_ms_ = std::strtoll(&bytes[space], nullptr, 10);
        }
        if (key == card_value) card_.ParseFromString(bytes);
        if (key == lead_value)
            lead_ = static_cast<std::uint32_t>(std::strtoul(bytes.c_str(), nullptr, 10));
        const auto colon = key.find(':');
        if (colon == std::string::npos) continue;
        const std::string field = key.substr(0, colon + 1);
        const auto number =
            static_cast<std::uint32_t>(std::strtoul(key.c_str() + colon + 1, nullptr, 10));
        const auto id = core::ParticipantId{number};
        if (field == observer_field) observers_[core::ObserverId{number}] = bytes;
        if (field == code_field) codes_[core::ObserverId{number}] = bytes;
        if (field == name_field) people_[id].name = bytes;
        if (field == token_field) people_[id].token_hash = bytes;
        if (field == reentry_field) people_[id].reentry_hash = bytes;
    }
}

void People::set(core::ParticipantId id, std::string_view what, std::string& field,
                 std::string bytes) {
    field = std::move(bytes);
    const std::string key = std::string(what) + std::to_string(static_cast<std::uint32_t>(id));
    values_.push_back({key, field.empty() ? std::nullopt : std::optional(field)});
    ++changes_;
}

void People::add(core::ParticipantId id, const std::string& name, std::string_view token) {
    set(id, name_field, people_[id].name, name);
    replace_token(id, token);
}

core::ParticipantId People::with_token(std::string_view token) const {
    return with_token_hash(secret_hash(token));
}

void People::add_with_hash(core::ParticipantId id, const std::string& name,
                           const std::string& token_hash) {
    set(id, name_field, people_[id].name, name);
    set(id, token_field, people_[id].token_hash, token_hash);
}

core::ParticipantId People::with_token_hash(std::string_view hash) const {
    for (const auto& [id, person] : people_) {
        if (equal_secrets(person.token_hash, hash)) return id;
    }
    return core::ParticipantId::nobody;
}

void People::replace_token(core::ParticipantId id, std::string_view token) {
    set(id, token_field, people_[id].token_hash, secret_hash(token));
}

void People::forget_token(core::ParticipantId id) {
    set(id, token_field, people_[id].token_hash, {});
}

void People::retire_token(core::ParticipantId id) {
    std::string& hash = people_[id].token_hash;
    if (hash.starts_with(retired)) return;
    set(id, token_field, hash, std::string(retired) + hash);
}

bool People::is_retired(std::string_view token) const {
    const std::string hash = std::string(retired) + secret_hash(token);
    return std::ranges::any_of(
        people_, [&](const auto& each) { return equal_secrets(each.second.token_hash, hash); });
}

bool People::knows(core::ParticipantId id) const { return people_.contains(id); }

bool People::has_token_hash(core::ParticipantId id, std::string_view token_hash) const {
    const auto found = people_.find(id);
    return found != people_.end() && equal_secrets(found->second.token_hash, token_hash);
}

void People::set_reentry_code(core::ParticipantId id, std::string_view code) {
    set(id, reentry_field, people_[id].reentry_hash, secret_hash(code));
}

core::ParticipantId People::use_reentry_code(std::string_view code) {
    const std::string hash = secret_hash(code);
    for (auto& [id, person] : people_) {
        if (!equal_secrets(person.reentry_hash, hash)) continue;
        set(id, reentry_field, person.reentry_hash, {});
        return id;
    }
    return core::ParticipantId::nobody;
}

void People::rename(core::ParticipantId id, const std::string& name) {
    set(id, name_field, people_[id].name, name);
}

std::string People::name_of(core::ParticipantId id) const {
    const auto found = people_.find(id);
    return found == people_.end() ? std::string() : found->second.name;
}

void People::add_observer(core::ObserverId id, const std::string& name, const std::string& code) {
    const std::string number = std::to_string(static_cast<std::uint32_t>(id));
    observers_[id] = name;
    codes_[id] = code;
    keep(std::string(observer_field) + number, name);
    keep(std::string(code_field) + number, code);
}

core::ObserverId People::observer_with(std::string_view code) const {
    for (const auto& [id, known] : codes_)
        if (equal_secrets(known, code)) return id;
    return core::ObserverId::nobody;
}

void People::forget_code(core::ObserverId id) {
    if (codes_.erase(id) == 0) return;
    keep(std::string(code_field) + std::to_string(static_cast<std::uint32_t>(id)), {});
}

void People::keep(std::string_view name, const std::string& bytes) {
    values_.push_back({std::string(name), bytes.empty() ? std::nullopt : std::optional(bytes)});
    ++changes_;
}

void People::set_door_closed(bool closed) {
    door_closed_ = closed;
    keep(door_value, closed ? "closed" : "");
}

void People::set_continued_as(const std::string& code) {
    continued_as_ = code;
    keep(continued_value, code);
}

void People::set_card(const v1::SessionCard& card) {
    card_ = card;
    keep(card_value, card.SerializeAsString());
}

void People::set_lead(std::uint32_t trainer) {
    lead_ = trainer;
    keep(lead_value, trainer == 0 ? "" : std::to_string(trainer));
}

void People::set_away(const std::string& entry) { keep(away_value, entry); }

void People::forget_names() {
    for (auto& [id, person] : people_) {
        if (!person.name.empty()) set(id, name_field, person.name, {});
    }
    for (auto& [id, name] : std::exchange(observers_, {}))
        keep(std::string(observer_field) + std::to_string(static_cast<std::uint32_t>(id)), {});
}

bool People::has_names() const {
    const auto named = [](const auto& each) { return !each.second.name.empty(); };
    return !observers_.empty() || std::any_of(people_.begin(), people_.end(), named);
}

v1::Names People::names() const {
    v1::Names names;
    for (const auto& [id, person] : people_) {
        if (!person.name.empty())
            (*names.mutable_names())[static_cast<std::uint32_t>(id)] = person.name;
    }
    for (const auto& [id, name] : observers_)
        (*names.mutable_observers())[static_cast<std::uint32_t>(id)] = name;
    return names;
}

std::vector<store::Value> People::take_values() { return std::exchange(values_, {}); }

}  // namespace casustafel::hosting
