#include "client/model/view.hpp"

#include <algorithm>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::model {
namespace {

bool same(const v1::Entity& left, const v1::Entity& right) {
    if (&left == &right) return true;
    return left.ByteSizeLong() == right.ByteSizeLong() &&
           left.SerializeAsString() == right.SerializeAsString();
}

// Whether the key is of this kind: its word, alone or before a colon.
bool is_of(const std::string& key, std::string_view word) {
    return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ':');
}

// How a message is kept: its key, and its field in v1::Entity.
template <class Message>
struct Kept;

#define KEPT(Message, field)                                                  \
    template <>                                                               \
    struct Kept<v1::Message> {                                                \
        static constexpr contract::EntityKey key = contract::entities::field; \
        static const v1::Message* in(const v1::Entity& entity) {              \
            return entity.has_##field() ? &entity.field() : nullptr;          \
        }                                                                     \
    };
CASUSTAFEL_EACH_ENTITY(KEPT)

template <class Message>
const Message* held(const v1::Entity* entity) {
    return entity == nullptr ? nullptr : Kept<Message>::in(*entity);
}

// Where a list has it. The order of the keys is the order they are kept in.
template <class Message>
auto place_of(const Message& entity) {
    if constexpr (requires { entity.order(); }) {
        return entity.order();
    } else if constexpr (requires { entity.at_sim_ms(), entity.id(); }) {
        return std::pair(entity.at_sim_ms(), entity.id());
    } else if constexpr (requires { entity.id(); }) {
        return entity.id();
    } else {
        return 0;
    }
}
auto place_of(const v1::Action& entity) { return std::pair(entity.added_at_sim_ms(), entity.id()); }
auto place_of(const v1::Moment& entity) { return std::pair(entity.sim_ms(), entity.id()); }
auto place_of(const v1::Correction& entity) { return std::pair(entity.at_sim_ms(), entity.made()); }
auto place_of(const v1::Holding& entity) { return std::pair(entity.item(), entity.role()); }

}  // namespace

void View::gather(Pieces piece) {
    if (!coming_ || piece.patch.snapshot()) {
        coming_ = std::move(piece);
        return;
    }
    auto& entities = coming_->entities;
    for (const std::string& key : piece.patch.gone())
        std::erase_if(entities, [&](const EntityPtr& each) { return each->key() == key; });
    entities.insert(entities.end(), piece.entities.begin(), piece.entities.end());
}

std::vector<Change> View::merge(v1::ViewPatch patch, std::int64_t now_ms) {
    std::vector<EntityPtr> entities;
    for (v1::Entity& entity : *patch.mutable_entities())
        entities.push_back(std::make_shared<const v1::Entity>(std::move(entity)));
    patch.clear_entities();
    return merge(std::move(patch), std::move(entities), now_ms);
}

std::vector<Change> View::merge(v1::ViewPatch patch, std::vector<EntityPtr> entities,
                                std::int64_t now_ms) {
    Pieces pieces{std::move(patch), std::move(entities)};
    if (pieces.patch.snapshot()) coming_.reset();
    const bool more = pieces.patch.more();
    if (!more && !coming_) return take(pieces, now_ms);
    gather(std::move(pieces));
    if (more) return {};
    return take(*std::exchange(coming_, std::nullopt), now_ms);
}

std::vector<Change> View::take(const Pieces& all, std::int64_t now_ms) {
    const v1::ViewPatch& patch = all.patch;
    std::vector<Change> changes;
    changes.reserve(all.entities.size() + static_cast<std::size_t>(patch.gone_size()));
    std::map<std::string, Known> before;
    if (patch.snapshot()) before.swap(entities_);

    for (const EntityPtr& entity : all.entities) {
        const auto [place, fresh] = entities_.try_emplace(entity->key());
        const auto was = fresh ? before.find(entity->key()) : before.end();
        const EntityPtr& known = was == before.end() ? place->second.entity : was->second.entity;
        if (known == nullptr)
            changes.push_back({patch.view(), entity->key(), Change::Kind::added});
        else if (!same(*known, *entity))
            changes.push_back({patch.view(), entity->key(), Change::Kind::changed});
        place->second = {entity, now_ms};
    }
    for (const auto& [key, known] : before)
        if (!entities_.contains(key)) changes.push_back({patch.view(), key, Change::Kind::gone});
    for (const std::string& key : patch.gone())
        if (entities_.erase(key) > 0) changes.push_back({patch.view(), key, Change::Kind::gone});
    return changes;
}

std::int64_t View::came_ms(const std::string& key) const {
    const auto found = entities_.find(key);
    return found == entities_.end() ? 0 : found->second.came_ms;
}

const v1::Entity* View::find(const std::string& key) const {
    const auto found = entities_.find(key);
    return found == entities_.end() ? nullptr : found->second.entity.get();
}

template <class Message>
const Message* View::find() const {
    return held<Message>(find(contract::entity_key(Kept<Message>::key)));
}
template <class Message>
const Message* View::find(std::string_view id) const {
    return held<Message>(find(contract::entity_key(Kept<Message>::key, id)));
}
template <class Message>
const Message* View::find(std::uint64_t made) const {
    return held<Message>(find(contract::entity_key(Kept<Message>::key, made)));
}
template <class Message>
const Message* View::find(std::string_view of, std::string_view id) const {
    return held<Message>(find(contract::entity_key(Kept<Message>::key, of, id)));
}

template <class Message>
std::vector<const Message*> View::all() const {
    std::vector<const Message*> out;
    // The keys of a kind begin with its word; in their order others may stand between.
    const std::string_view word = Kept<Message>::key.word;
    for (auto each = entities_.lower_bound(std::string(word));
         each != entities_.end() && each->first.starts_with(word); ++each)
        if (is_of(each->first, word))
            if (const Message* message = held<Message>(each->second.entity.get()))
                out.push_back(message);
    std::stable_sort(out.begin(), out.end(), [](const Message* left, const Message* right) {
        return place_of(*left) < place_of(*right);
    });
    return out;
}

#define IN_VIEW(Message, field)                                                                    \
    template const v1::Message* View::find<v1::Message>() const;                                   \
    template const v1::Message* View::find<v1::Message>(std::string_view) const;                   \
    template const v1::Message* View::find<v1::Message>(std::uint64_t) const;                      \
    template const v1::Message* View::find<v1::Message>(std::string_view, std::string_view) const; \
    template std::vector<const v1::Message*> View::all<v1::Message>() const;
CASUSTAFEL_EACH_ENTITY(IN_VIEW)

const v1::Prompt* open_prompt(const View& view) {
    const v1::Prompt* found = nullptr;
    const auto weight = [](const v1::Prompt& prompt) {
        return (prompt.holds() ? 2 : 0) + (prompt.mine().empty() ? 1 : 0);
    };
    for (const v1::Prompt* each : view.all<v1::Prompt>())
        if (each->status() == contract::PromptStatus::open &&
            (found == nullptr || weight(*each) > weight(*found)))
            found = each;
    return found;
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
