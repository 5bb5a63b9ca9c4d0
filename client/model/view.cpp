#include "client/model/view.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

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

template <class T>
std::uint32_t by_order(const T& entity) {
    return entity.order();
}

template <class T>
std::pair<std::int64_t, decltype(std::declval<T>().id())> by_time(const T& entity) {
    return {entity.at_sim_ms(), entity.id()};
}

}  // namespace

std::vector<Change> View::merge(const v1::ViewPatch& patch) {
    std::vector<Change> changes;
    std::map<std::string, v1::Entity> before;
    if (patch.snapshot()) before.swap(entities_);

    for (const v1::Entity& entity : patch.entities()) {
        const auto& known = patch.snapshot() ? before : entities_;
        const auto was = known.find(entity.key());
        if (was == known.end()) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::added});
        } else if (!same(was->second, entity)) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::changed});
        }
        entities_[entity.key()] = entity;
    }
    for (const auto& [key, entity] : before) {
        if (!entities_.contains(key)) changes.push_back({patch.view(), key, Change::Kind::gone});
    }
    for (const std::string& key : patch.gone()) {
        if (entities_.erase(key) > 0) changes.push_back({patch.view(), key, Change::Kind::gone});
    }
    return changes;
}

const v1::Entity* View::find(const std::string& key) const {
    const auto found = entities_.find(key);
    return found == entities_.end() ? nullptr : &found->second;
}

const v1::Session* View::session() const {
    const v1::Entity* entity = find("session");
    return entity != nullptr && entity->has_session() ? &entity->session() : nullptr;
}

const v1::Triage* View::triage() const {
    const v1::Entity* entity = find("triage");
    return entity != nullptr && entity->has_triage() ? &entity->triage() : nullptr;
}

const v1::Role* View::role(std::string_view id) const {
    const v1::Entity* entity = find("role:" + std::string(id));
    return entity != nullptr && entity->has_role() ? &entity->role() : nullptr;
}

const v1::RoleCard* View::role_card(std::string_view id) const {
    const v1::Entity* entity = find("role_card:" + std::string(id));
    return entity != nullptr && entity->has_role_card() ? &entity->role_card() : nullptr;
}

const v1::Item* View::item(std::string_view id) const {
    const v1::Entity* entity = find("item:" + std::string(id));
    return entity != nullptr && entity->has_item() ? &entity->item() : nullptr;
}

const v1::Person* View::person(std::string_view id) const {
    const v1::Entity* entity = find("person:" + std::string(id));
    return entity != nullptr && entity->has_person() ? &entity->person() : nullptr;
}

const v1::Basis* View::basis(std::string_view id) const {
    const v1::Entity* entity = find("basis:" + std::string(id));
    return entity != nullptr && entity->has_basis() ? &entity->basis() : nullptr;
}

const v1::Meeting* View::meeting(std::string_view id) const {
    const v1::Entity* entity = find("meeting:" + std::string(id));
    return entity != nullptr && entity->has_meeting() ? &entity->meeting() : nullptr;
}

const v1::Request* View::request(std::uint64_t id) const {
    const v1::Entity* entity = find(entity_key("request", id));
    return entity != nullptr && entity->has_request() ? &entity->request() : nullptr;
}

const v1::Share* View::share(std::uint64_t id) const {
    const v1::Entity* entity = find(entity_key("share", id));
    return entity != nullptr && entity->has_share() ? &entity->share() : nullptr;
}

using E = v1::Entity;

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

std::string entity_key(std::string_view kind, std::uint64_t id) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(id));
    return std::string(kind) + ":" + digits;
}

const std::string& in(const v1::Text& text, bool english) {
    return english && !text.en().empty() ? text.en() : text.nl();
}

}  // namespace casustafel::model
