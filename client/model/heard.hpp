#pragma once
// What the server says, as frames, with the entities of a view apart. Clients of one process that
// are sent the same bytes may share a pool: then each entity is read once and held once by all of
// them. What was read never changes, so nobody sees another's doings in it.
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "client/model/view.hpp"

namespace casustafel::model {

// The entities that several clients were sent, by their bytes. It keeps them all, so it lives as
// long as one session; all that use it stay on one thread.
class EntityPool {
public:
    // Nothing: the bytes are no entity.
    EntityPtr read(std::string_view bytes);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view bytes) const {
            return std::hash<std::string_view>()(bytes);
        }
    };
    std::unordered_map<std::string, EntityPtr, Hash, std::equal_to<>> known_;
};

struct HeardFrame {
    v1::ServerFrame frame;            // its view, if any, without entities
    std::vector<EntityPtr> entities;  // of that view
};

// The frames of one ServerBatch, with or without a pool. False: the bytes are none.
bool read_batch(std::string_view bytes, EntityPool*, std::vector<HeardFrame>& frames);

}  // namespace casustafel::model
