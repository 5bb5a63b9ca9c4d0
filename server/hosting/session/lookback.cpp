#include "server/hosting/session/lookback.hpp"

#include <utility>

#include "proto/contract/names.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/replay/timeline.hpp"

namespace casustafel::hosting {
namespace {

constexpr int moments_in_a_piece = 200;

using PastPtr = std::shared_ptr<const replay::Past>;

PastPtr read(store::Store& store, const PastSource& from) {
    const auto loaded = store.load(from.id);
    if (!loaded) return nullptr;
    std::vector<core::Record> records;
    records.reserve(loaded->records.size());
    for (const std::string& bytes : loaded->records) {
        auto record = codec::decode_record(bytes);
        if (!record) return nullptr;
        records.push_back(std::move(*record));
    }
    return std::make_shared<replay::Past>(from.scenario, from.edition, std::move(records));
}

std::vector<Frame> told(const replay::Past& past, const replay::Asker& asker) {
    v1::Replay all = replay::timeline(past, asker);
    std::vector<Frame> pieces;
    int at = 0;
    do {
        v1::ServerFrame frame;
        v1::Replay& piece = *frame.mutable_replay();
        piece.set_last(all.last());
        *piece.mutable_roles() = all.roles();
        for (int count = 0; count < moments_in_a_piece && at < all.moments_size(); ++count, ++at)
            *piece.add_moments() = std::move(*all.mutable_moments(at));
        piece.set_more(at < all.moments_size());
        pieces.push_back(encoded(frame));
    } while (at < all.moments_size());
    return pieces;
}

std::vector<Frame> shown(const replay::Past& past, const replay::Asker& asker,
                         const v1::LookBack& wish) {
    const core::State then = past.at(wish.position());
    const core::Stamp stamp = past.stamp(wish.position());
    const auto viewer = replay::eyes(past.now(), then, asker, core::RoleId{wish.role()});
    std::vector<Frame> pieces;
    if (viewer)
        for (std::string& piece : replay::screen(then, stamp, *viewer, "back"))
            pieces.push_back(shared(std::move(piece)));
    v1::ServerFrame frame;
    frame.mutable_looked_back()->set_position(wish.position());
    frame.mutable_looked_back()->set_sim_ms(stamp.sim_ms);
    frame.mutable_looked_back()->set_shown(viewer.has_value());
    if (viewer) frame.mutable_looked_back()->set_role(viewer->role.value);
    pieces.push_back(encoded(frame));
    return pieces;
}

}  // namespace

void Lookback::tell(ConnectionId asked, const replay::Asker& asker, const PastSource& from) {
    want(asked, false, {asker, std::nullopt}, from);
}

void Lookback::show(ConnectionId asked, const replay::Asker& asker, const v1::LookBack& look,
                    const PastSource& from) {
    want(asked, true, {asker, look}, from);
}

void Lookback::want(ConnectionId asked, bool look, Wish wish, const PastSource& from) {
    Waiting& waiting = waiting_[asked];
    waiting.next[look] = std::move(wish);
    if (!waiting.busy) make(asked, from);
}

// One after another for each connection.
void Lookback::make(ConnectionId asked, const PastSource& from) {
    Waiting& waiting = waiting_[asked];
    const auto first = waiting.next.begin();
    const Wish wish = std::move(first->second);
    waiting.next.erase(first);
    waiting.busy = true;
    // A record more (somebody came back, or the case was opened) is another past.
    PastPtr known = past_ && past_->last() >= from.durable_seq ? past_ : nullptr;
    work_.run([this, alive = std::weak_ptr<bool>(alive_), asked, wish, from, known,
               &store = store_]() -> Work::Finish {
        const PastPtr past = known ? known : read(store, from);
        std::vector<Frame> pieces;
        if (past)
            pieces = wish.look ? shown(*past, wish.asker, *wish.look) : told(*past, wish.asker);
        return [this, alive, asked, wish, from, past, pieces = std::move(pieces)] {
            if (alive.expired()) return;
            if (past && (!past_ || past_->last() <= past->last())) past_ = past;
            Waiting& after = waiting_[asked];
            after.busy = false;
            give_(
                asked, wish.asker,
                wish.look ? contract::client_frame::look_back : contract::client_frame::ask_replay,
                pieces);
            if (after.next.empty())
                waiting_.erase(asked);
            else
                make(asked, from);
        };
    });
}

}  // namespace casustafel::hosting
