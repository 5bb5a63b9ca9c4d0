#pragma once
// What one viewer of this client knows: entities by key, merged from patches. It knows no rules:
// what the server sent is what there is. Lists come back in a fixed order, so a screen never jumps.
// A new kind of entity needs no line here: its message is asked for by its type.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/view.pb.h"
#include "proto/contract/entities.hpp"

namespace casustafel::model {

// Never changed once it came, so several views may hold the same one.
using EntityPtr = std::shared_ptr<const v1::Entity>;

// What a patch changed: an entity came, changed or went.
struct Change {
    enum class Kind : std::uint8_t { added, changed, gone };
    std::string view;
    std::string key;
    Kind kind{};
};

class View {
public:
    // Takes a patch of this view; a snapshot first drops everything. A snapshot that comes in
    // pieces is taken when its last one is there. Tells what differs from before: a snapshot that
    // brings back an entity as it was is no change.
    // `now_ms`: the caller's clock, from which what the patch says about time left counts.
    std::vector<Change> merge(v1::ViewPatch patch, std::int64_t now_ms = 0);
    // The same of a patch whose entities are beside it.
    std::vector<Change> merge(v1::ViewPatch patch, std::vector<EntityPtr> entities,
                              std::int64_t now_ms);

    struct Known {
        EntityPtr entity;
        std::int64_t came_ms = 0;  // the caller's clock when it last came
    };
    const std::map<std::string, Known>& entities() const { return entities_; }
    const v1::Entity* find(const std::string& key) const;
    // The caller's clock when this entity last came; 0: it never did.
    std::int64_t came_ms(const std::string& key) const;

    // `find<v1::Share>(id)`: the entity of this kind, by what stands behind the word of its key;
    // nullptr before the first snapshot, or when this viewer may not see it. In view.cpp, for each
    // kind of entity.
    template <class Message>
    const Message* find() const;
    template <class Message>
    const Message* find(std::string_view id) const;
    template <class Message>
    const Message* find(std::uint64_t made) const;
    template <class Message>
    const Message* find(std::string_view of, std::string_view id) const;

    // All of this kind, in the order of the scenario; what is made in play oldest first, equal
    // times by id; what has neither by its key.
    template <class Message>
    std::vector<const Message*> all() const;

private:
    struct Pieces {
        v1::ViewPatch patch;
        std::vector<EntityPtr> entities;
    };
    void gather(Pieces piece);
    std::vector<Change> take(const Pieces& all, std::int64_t now_ms);

    std::optional<Pieces> coming_;  // so far
    std::map<std::string, Known> entities_;
};

// The open questions that come first for this viewer: those that hold the case, then those that it
// did not answer; nullptr when there are none.
const v1::Prompt* open_prompt(const View&);

// The word in this language; English falls back to Dutch when it was left out.
const std::string& in(const v1::Text& text, bool english);

// What a request or an action says: what somebody typed, else the words of the case.
const std::string& words_of(const v1::Request&, bool english);
const std::string& words_of(const v1::Action&, bool english);

}  // namespace casustafel::model
