#include "client/model/view.hpp"

#include <algorithm>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::model {
namespace {

bool same(const v1::Entity& left, const v1::Entity& right) {
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

void View::gather(v1::ViewPatch piece) {
    if (!coming_ || piece.snapshot()) {
        coming_ = std::move(piece);
        return;
    }
    auto& entities = *coming_->mutable_entities();
    for (const std::string& key : piece.gone())
        entities.erase(std::remove_if(entities.begin(), entities.end(),
                                      [&](const v1::Entity& each) { return each.key() == key; }),
                       entities.end());
    entities.MergeFrom(piece.entities());
}

std::vector<Change> View::merge(v1::ViewPatch patch, std::int64_t now_ms) {
    if (patch.snapshot()) coming_.reset();
    if (patch.more() || coming_) {
        const bool more = patch.more();
        gather(std::move(patch));
        if (more) return {};
        coming_->clear_more();
        return merge(*std::exchange(coming_, std::nullopt), now_ms);
    }
    std::vector<Change> changes;
    changes.reserve(static_cast<std::size_t>(patch.entities_size() + patch.gone_size()));
    std::map<std::string, v1::Entity> before;
    if (patch.snapshot()) before.swap(entities_), came_ms_.clear();

    for (v1::Entity& entity : *patch.mutable_entities()) {
        const auto& known = patch.snapshot() ? before : entities_;
        const auto was = known.find(entity.key());
        if (was == known.end()) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::added});
        } else if (!same(was->second, entity)) {
            changes.push_back({patch.view(), entity.key(), Change::Kind::changed});
        }
        came_ms_[entity.key()] = now_ms;
        v1::Entity& place = entities_[entity.key()];
        place = std::move(entity);
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
            if (const Message* message = held<Message>(&each->second)) out.push_back(message);
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
