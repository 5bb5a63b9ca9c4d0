#pragma once
// Looking back at a session that has ended: what happened, and what stood on a screen at any
// moment. Everything is made beside the loop, of what the store says is durable. The folded past is
// kept while it is asked for; each connection has one wish at a time, and the newest counts. Who
// may look through whose eyes is replay's (server/replay/eyes.hpp).
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "casustafel/v1/replay.pb.h"
#include "server/hosting/session/gate.hpp"
#include "server/hosting/surroundings/ports.hpp"
#include "server/replay/eyes.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

// The log that is looked back at.
struct PastSource {
    std::string id;
    std::shared_ptr<const core::Scenario> scenario;
    core::Edition edition = core::newest_edition;
    std::uint64_t durable_seq = 0;
};

class Lookback {
public:
    // Called once for each wish that is still the newest; no pieces: the log could not be read.
    using Give = std::function<void(ConnectionId, const replay::Asker&, std::string_view about,
                                    const std::vector<Frame>&)>;

    Lookback(store::Store& store, Work& work, Give give)
        : store_(store), work_(work), give_(std::move(give)) {}

    // What happened.
    void tell(ConnectionId, const replay::Asker&, const PastSource&);
    // What stood there.
    void show(ConnectionId, const replay::Asker&, const v1::LookBack&, const PastSource&);

private:
    using PastPtr = std::shared_ptr<const replay::Past>;
    // What one connection waits for.
    struct Wish {
        replay::Asker asker;
        std::optional<v1::LookBack> look;  // nothing: the timeline
    };
    struct Waiting {
        std::map<bool, Wish> next;  // of a screen, of the timeline
        bool busy = false;
    };
    void want(ConnectionId, bool look, Wish, const PastSource&);
    void make(ConnectionId, const PastSource&);

    store::Store& store_;
    Work& work_;
    Give give_;
    PastPtr past_;
    std::map<ConnectionId, Waiting> waiting_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // work that ends later checks it
};

}  // namespace casustafel::hosting
