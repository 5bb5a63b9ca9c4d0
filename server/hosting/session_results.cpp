// Session, the part about what the session shows so far: computed beside the loop over what the
// store says is durable, one computation at a time, told to trainers only.
#include <algorithm>

#include "server/codec/record.hpp"
#include "server/hosting/frames.hpp"
#include "server/hosting/session.hpp"
#include "server/results/results.hpp"

namespace casustafel::hosting {
namespace {

struct Computed {
    std::uint64_t seq = 0;
    Frame frame;  // nullptr: the log could not be read
};

// Everything of it happens on a worker's thread: reading, decoding, scoring and encoding.
Computed compute(store::Store& store, const std::string& id, const core::Scenario& scenario) {
    const auto loaded = store.load(id);
    if (!loaded) return {};
    std::vector<core::Record> records;
    records.reserve(loaded->records.size());
    for (const std::string& bytes : loaded->records) {
        auto record = codec::decode_record(bytes);
        if (!record) return {};
        records.push_back(std::move(*record));
    }
    v1::ServerFrame frame;
    *frame.mutable_results() = results::results(scenario, records);
    return {records.size(), encoded(frame)};
}

}  // namespace

std::optional<std::string> Session::ask_results(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end() || !found->second.trainer) return "trainer_only";
    if (!readable_) return "session_held";
    if (results_ != nullptr && results_seq_ == durable_seq_) {
        gate_.send(connection, results_, gate_.durable_position(), Counted::no);
        return std::nullopt;
    }
    results_asked_by_.insert(connection);
    if (!computing_results_) compute_results();
    return std::nullopt;
}

void Session::compute_results() {
    computing_results_ = true;
    around_.work.run([this, alive = std::weak_ptr<bool>(alive_), &store = around_.store, id = id_,
                      scenario = texts_.scenario]() -> Work::Finish {
        Computed computed = compute(store, id, *scenario);
        return [this, alive, computed = std::move(computed)] {
            if (!alive.expired()) results_made(computed.seq, computed.frame);
        };
    });
}

// What it was computed from is durable, so it may leave at what is durable now.
void Session::results_made(std::uint64_t seq, Frame frame) {
    computing_results_ = false;
    const bool made = frame != nullptr;
    if (made) {
        results_ = std::move(frame);
        results_seq_ = seq;
    }
    for (const ConnectionId asked : std::exchange(results_asked_by_, {})) {
        const auto found = watchers_.find(asked);
        if (found == watchers_.end() || !found->second.trainer) continue;
        if (made)
            gate_.send(asked, results_, gate_.durable_position(), Counted::no);
        else
            refuse(asked, "ask_results", "storage");
    }
}

}  // namespace casustafel::hosting
