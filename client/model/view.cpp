#include "client/model/view.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::model {
namespace {

bool same(const v1::Entity& left, const v1::Entity& right) {
    return left.SerializeAsString() == right.SerializeAsString();
}

// All entities of one kind, sorted by `before`.
template <class T, class Has, class Take, class Before>
std::vector<const T*> collect(const std::map<std::string, v1::Entity>& entities, Has has, Take take,
                              Before before) {
    std::vector<const T*> out;
    for (const auto& [key, entity] : entities) {
        if ((entity.*has)()) out.push_back(&(entity.*take)());
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const T* left, const T* right) { return before(*left) < before(*right); });
    return out;
}

// What the entity holds when it is of this kind, else nullptr.
template <class T, class Has, class Take>
const T* one(const v1::Entity* entity, Has has, Take take) {
    return entity != nullptr && (entity->*has)() ? &(entity->*take)() : nullptr;
}

template <class T>
std::uint32_t by_order(const T& entity) {
    return entity.order();
}

template <class T>
std::pair<std::int64_t, decltype(std::declval<T>().id())> by_time(const T& entity) {
    return {entity.at_sim_ms(), entity.id()};
}

// The order of the keys is the order they are kept in.
template <class T>
int as_kept(const T&) {
    return 0;
}

}  // namespace

std::vector<Change> View::merge(const v1::ViewPatch& patch, std::int64_t now_ms) {
    std::vector<Change> changes;
    std::map<std::string, v1::Entity> before;
    if (patch.snapshot()) before.swap(entities_), came_ms_.clear();

    for (const v1::Entity& entity : patch.entities()) {
        const auto& known = patch.snapshot() ? before : entities_;
        const auto was = known.find(entity.key());
        if (was == known.end()) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::added});
        } else if (!same(was->second, entity)) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::changed});
        }
        entities_[entity.key()] = entity;
        came_ms_[entity.key()] = now_ms;
    }
    for (const auto& [key, entity] : before) {
        if (!entities_.contains(key)) changes.push_back({patch.view(), key, Change::Kind::gone});
    }
    for (const std::string& key : patch.gone()) {
        came_ms_.erase(key);
        if (entities_.erase(key) > 0) changes.push_back({patch.view(), key, Change::Kind::gone});
    }
    return changes;
}

std::int64_t View::came_ms(const std::string& key) const {
    const auto found = came_ms_.find(key);
    return found == came_ms_.end() ? 0 : found->second;
}

const v1::Entity* View::find(const std::string& key) const {
    const auto found = entities_.find(key);
    return found == entities_.end() ? nullptr : &found->second;
}

using E = v1::Entity;

const v1::Session* View::session() const {
    return one<v1::Session>(find("session"), &E::has_session, &E::session);
}
const v1::Triage* View::triage() const {
    return one<v1::Triage>(find("triage"), &E::has_triage, &E::triage);
}
const v1::Role* View::role(std::string_view id) const {
    return one<v1::Role>(find("role:" + std::string(id)), &E::has_role, &E::role);
}
const v1::RoleCard* View::role_card(std::string_view id) const {
    return one<v1::RoleCard>(find("role_card:" + std::string(id)), &E::has_role_card,
                             &E::role_card);
}
const v1::Item* View::item(std::string_view id) const {
    return one<v1::Item>(find("item:" + std::string(id)), &E::has_item, &E::item);
}
const v1::Person* View::person(std::string_view id) const {
    return one<v1::Person>(find("person:" + std::string(id)), &E::has_person, &E::person);
}
const v1::Basis* View::basis(std::string_view id) const {
    return one<v1::Basis>(find("basis:" + std::string(id)), &E::has_basis, &E::basis);
}
const v1::Meeting* View::meeting(std::string_view id) const {
    return one<v1::Meeting>(find("meeting:" + std::string(id)), &E::has_meeting, &E::meeting);
}
const v1::Request* View::request(std::uint64_t id) const {
    return one<v1::Request>(find(entity_key("request", id)), &E::has_request, &E::request);
}
const v1::Share* View::share(std::uint64_t id) const {
    return one<v1::Share>(find(entity_key("share", id)), &E::has_share, &E::share);
}
const v1::Decision* View::decision(std::string_view id) const {
    return one<v1::Decision>(find("decision:" + std::string(id)), &E::has_decision, &E::decision);
}
const v1::Intervention* View::intervention(std::string_view id) const {
    return one<v1::Intervention>(find("intervention:" + std::string(id)), &E::has_intervention,
                                 &E::intervention);
}
const v1::Power* View::power(std::string_view id) const {
    return one<v1::Power>(find("power:" + std::string(id)), &E::has_power, &E::power);
}
const v1::Action* View::action(std::uint64_t id) const {
    return one<v1::Action>(find(entity_key("action", id)), &E::has_action, &E::action);
}
const v1::Spoken* View::spoken(std::uint64_t id) const {
    return one<v1::Spoken>(find(entity_key("spoken", id)), &E::has_spoken, &E::spoken);
}
const v1::AuthorityQuestion* View::authority_question(std::uint64_t id) const {
    return one<v1::AuthorityQuestion>(find(entity_key("authority", id)), &E::has_authority_question,
                                      &E::authority_question);
}
const v1::HandoverNote* View::handover_note(std::string_view role) const {
    return one<v1::HandoverNote>(find("handover:" + std::string(role)), &E::has_handover_note,
                                 &E::handover_note);
}
const v1::Consent* View::consent(std::string_view person, std::string_view scope) const {
    return one<v1::Consent>(find("consent:" + std::string(person) + ":" + std::string(scope)),
                            &E::has_consent, &E::consent);
}
const v1::Weighing* View::weighing(std::string_view item) const {
    return one<v1::Weighing>(find("weighing:" + std::string(item)), &E::has_weighing, &E::weighing);
}
const v1::Plan* View::plan() const { return one<v1::Plan>(find("plan"), &E::has_plan, &E::plan); }
const v1::SwapUnderWay* View::swap() const {
    return one<v1::SwapUnderWay>(find("swap"), &E::has_swap, &E::swap);
}
const v1::PrivacyOfficer* View::privacy_officer() const {
    return one<v1::PrivacyOfficer>(find("privacy_officer"), &E::has_privacy_officer,
                                   &E::privacy_officer);
}
const v1::Probe* View::probe(std::string_view id) const {
    return one<v1::Probe>(find("probe:" + std::string(id)), &E::has_probe, &E::probe);
}
const v1::Probe* View::open_probe() const {
    for (const v1::Probe* each : probes())
        if (each->status() == contract::ProbeStatus::open) return each;
    return nullptr;
}
const v1::Heard* View::heard(std::uint64_t id) const {
    return one<v1::Heard>(find(entity_key("heard", id)), &E::has_heard, &E::heard);
}
const v1::Ending* View::ending() const {
    return one<v1::Ending>(find("ending"), &E::has_ending, &E::ending);
}

std::vector<const v1::Table*> View::tables() const {
    return collect<v1::Table>(entities_, &E::has_table, &E::table, by_order<v1::Table>);
}
std::vector<const v1::Role*> View::roles() const {
    return collect<v1::Role>(entities_, &E::has_role, &E::role, by_order<v1::Role>);
}
std::vector<const v1::Person*> View::people() const {
    return collect<v1::Person>(entities_, &E::has_person, &E::person, by_order<v1::Person>);
}
std::vector<const v1::Basis*> View::bases() const {
    return collect<v1::Basis>(entities_, &E::has_basis, &E::basis, by_order<v1::Basis>);
}
std::vector<const v1::Item*> View::items() const {
    return collect<v1::Item>(entities_, &E::has_item, &E::item, by_order<v1::Item>);
}
std::vector<const v1::Meeting*> View::meetings() const {
    return collect<v1::Meeting>(entities_, &E::has_meeting, &E::meeting, by_order<v1::Meeting>);
}
std::vector<const v1::Share*> View::shares() const {
    return collect<v1::Share>(entities_, &E::has_share, &E::share, by_time<v1::Share>);
}
std::vector<const v1::Request*> View::requests() const {
    return collect<v1::Request>(entities_, &E::has_request, &E::request, by_time<v1::Request>);
}
std::vector<const v1::Message*> View::messages() const {
    return collect<v1::Message>(entities_, &E::has_message, &E::message, by_time<v1::Message>);
}
std::vector<const v1::Notice*> View::notices() const {
    return collect<v1::Notice>(entities_, &E::has_notice, &E::notice, by_time<v1::Notice>);
}
std::vector<const v1::InjectControl*> View::injects() const {
    return collect<v1::InjectControl>(entities_, &E::has_inject_control, &E::inject_control,
                                      by_time<v1::InjectControl>);
}
std::vector<const v1::Participant*> View::participants() const {
    return collect<v1::Participant>(entities_, &E::has_participant, &E::participant,
                                    [](const v1::Participant& entity) { return entity.id(); });
}
std::vector<const v1::Holding*> View::holdings() const {
    return collect<v1::Holding>(
        entities_, &E::has_holding, &E::holding,
        [](const v1::Holding& entity) { return std::pair(entity.item(), entity.role()); });
}

std::vector<const v1::Decision*> View::decisions() const {
    return collect<v1::Decision>(entities_, &E::has_decision, &E::decision, by_order<v1::Decision>);
}
std::vector<const v1::Power*> View::powers() const {
    return collect<v1::Power>(entities_, &E::has_power, &E::power, by_order<v1::Power>);
}
std::vector<const v1::Intervention*> View::interventions() const {
    return collect<v1::Intervention>(entities_, &E::has_intervention, &E::intervention,
                                     by_order<v1::Intervention>);
}
std::vector<const v1::ConsentScope*> View::consent_scopes() const {
    return collect<v1::ConsentScope>(entities_, &E::has_consent_scope, &E::consent_scope,
                                     by_order<v1::ConsentScope>);
}
std::vector<const v1::Proposal*> View::proposals() const {
    return collect<v1::Proposal>(entities_, &E::has_proposal, &E::proposal, by_time<v1::Proposal>);
}
std::vector<const v1::Spoken*> View::spoken() const {
    return collect<v1::Spoken>(entities_, &E::has_spoken, &E::spoken, by_time<v1::Spoken>);
}
std::vector<const v1::GutFeeling*> View::gut_feelings() const {
    return collect<v1::GutFeeling>(entities_, &E::has_gut_feeling, &E::gut_feeling,
                                   by_time<v1::GutFeeling>);
}
std::vector<const v1::AuthorityQuestion*> View::authority_questions() const {
    return collect<v1::AuthorityQuestion>(entities_, &E::has_authority_question,
                                          &E::authority_question, by_time<v1::AuthorityQuestion>);
}
std::vector<const v1::WhisperHeard*> View::whispers() const {
    return collect<v1::WhisperHeard>(entities_, &E::has_whisper_heard, &E::whisper_heard,
                                     by_time<v1::WhisperHeard>);
}
std::vector<const v1::HelpCall*> View::help_calls() const {
    return collect<v1::HelpCall>(entities_, &E::has_help_call, &E::help_call,
                                 by_time<v1::HelpCall>);
}
std::vector<const v1::Action*> View::actions() const {
    return collect<v1::Action>(entities_, &E::has_action, &E::action, [](const v1::Action& entity) {
        return std::pair(entity.added_at_sim_ms(), entity.id());
    });
}
std::vector<const v1::Moment*> View::moments() const {
    return collect<v1::Moment>(entities_, &E::has_moment, &E::moment, [](const v1::Moment& entity) {
        return std::pair(entity.sim_ms(), entity.id());
    });
}
std::vector<const v1::Heard*> View::heard() const {
    return collect<v1::Heard>(entities_, &E::has_heard, &E::heard, by_time<v1::Heard>);
}
std::vector<const v1::Correction*> View::corrections() const {
    return collect<v1::Correction>(
        entities_, &E::has_correction, &E::correction,
        [](const v1::Correction& entity) { return std::pair(entity.at_sim_ms(), entity.made()); });
}
std::vector<const v1::Probe*> View::probes() const {
    return collect<v1::Probe>(entities_, &E::has_probe, &E::probe, [](const v1::Probe& entity) {
        return std::pair(entity.at_sim_ms(), entity.id());
    });
}
std::vector<const v1::HandoverNote*> View::handover_notes() const {
    return collect<v1::HandoverNote>(entities_, &E::has_handover_note, &E::handover_note,
                                     as_kept<v1::HandoverNote>);
}
std::vector<const v1::Consent*> View::consents() const {
    return collect<v1::Consent>(entities_, &E::has_consent, &E::consent, as_kept<v1::Consent>);
}
std::vector<const v1::Informed*> View::informed() const {
    return collect<v1::Informed>(entities_, &E::has_informed, &E::informed, as_kept<v1::Informed>);
}
std::vector<const v1::PrivacyAdvice*> View::privacy_advice() const {
    return collect<v1::PrivacyAdvice>(entities_, &E::has_privacy_advice, &E::privacy_advice,
                                      as_kept<v1::PrivacyAdvice>);
}
std::vector<const v1::TrackGauge*> View::track_gauges() const {
    return collect<v1::TrackGauge>(entities_, &E::has_track_gauge, &E::track_gauge,
                                   as_kept<v1::TrackGauge>);
}

std::string hexadecimal(std::uint64_t id) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(id));
    return digits;
}

std::string entity_key(std::string_view kind, std::uint64_t id) {
    return std::string(kind) + ":" + hexadecimal(id);
}

const std::string& in(const v1::Text& text, bool english) {
    return english && !text.en().empty() ? text.en() : text.nl();
}

const std::string& words_of(const v1::Request& request, bool english) {
    return request.text().empty() ? in(request.scripted(), english) : request.text();
}
const std::string& words_of(const v1::Action& action, bool english) {
    return action.text().empty() ? in(action.scripted(), english) : action.text();
}

}  // namespace casustafel::model
