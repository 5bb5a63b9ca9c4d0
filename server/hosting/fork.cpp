#include "server/hosting/fork.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "server/codec/record.hpp"
#include "server/hosting/session/people.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

template <class Kind, class Fits>
bool has(const core::Record& record, Fits fits) {
    return std::ranges::any_of(record.events, [&](const core::Event& event) {
        const auto* one = std::get_if<Kind>(&event);
        return one != nullptr && fits(*one);
    });
}

bool begins_round(const core::Scenario& scenario, const core::Record& record, std::uint32_t round) {
    const auto round_of = [&](int segment) {
        const auto& all = scenario.segments;
        const bool known = segment >= 0 && segment < static_cast<int>(all.size());
        return known ? all[static_cast<std::size_t>(segment)].round + 1 : 0;
    };
    const auto always = [](const auto&) { return true; };
    if (round == 1) return has<core::SessionStarted>(record, always);
    return has<core::SegmentEntered>(record, [&](const core::SegmentEntered& entered) {
        return round_of(entered.segment) == static_cast<int>(round);
    });
}

// Whether the fork goes on right behind this record.
bool is_asked_for(const core::Scenario& scenario, const core::Record& record,
                  const v1::ForkSession& wish) {
    switch (wish.from_case()) {
        case v1::ForkSession::kMoment:
            return has<core::MomentBookmarked>(record, [&](const core::MomentBookmarked& marked) {
                return static_cast<std::uint64_t>(marked.moment) == wish.moment();
            });
        case v1::ForkSession::kRound: return begins_round(scenario, record, wish.round());
        case v1::ForkSession::kPosition: return record.seq == wish.position();
        case v1::ForkSession::kSimMs:
        case v1::ForkSession::FROM_NOT_SET: break;
    }
    return false;
}

// Those of whom something is kept beside the log, by what stands behind the colon of its name.
std::set<std::string> known_by(const std::vector<core::Record>& records, std::uint64_t position) {
    std::set<std::string> known;
    for (const core::Record& record : records) {
        if (record.seq > position) break;
        for (const core::Event& event : record.events) {
            if (const auto* joined = std::get_if<core::ParticipantJoined>(&event))
                known.insert("p" + std::to_string(static_cast<std::uint32_t>(joined->participant)));
            if (const auto* admitted = std::get_if<core::ObserverAdmitted>(&event))
                known.insert("o" + std::to_string(static_cast<std::uint32_t>(admitted->observer)));
        }
    }
    return known;
}

}  // namespace

std::optional<ForkPoint> fork_point(const core::Scenario& scenario,
                                    const std::vector<core::Record>& records,
                                    const v1::ForkSession& wish) {
    std::optional<ForkPoint> found;
    const auto always = [](const auto&) { return true; };
    bool started = false;
    for (const core::Record& record : records) {
        if (has<core::SessionEnded>(record, always)) return found;
        started = started || has<core::SessionStarted>(record, always);
        const ForkPoint here{record.seq, record.stamp.sim_ms};
        if (is_asked_for(scenario, record, wish)) return here;
        // The last one at or before that time.
        if (wish.from_case() == v1::ForkSession::kSimMs && started &&
            record.stamp.sim_ms <= wish.sim_ms())
            found = here;
    }
    return found;
}

std::variant<ForkedLog, Refusal> forked_log(store::Store& store, const std::string& id,
                                            const core::Scenario& scenario,
                                            const v1::ForkSession& wish) {
    auto loaded = store.load(id);
    if (!loaded) return Refusal::storage;
    std::vector<core::Record> records;
    for (const std::string& bytes : loaded->records) {
        auto record = codec::decode_record(bytes);
        if (!record) return Refusal::storage;
        records.push_back(std::move(*record));
    }
    const auto at = fork_point(scenario, records, wish);
    if (!at) return Refusal::unknown_moment;
    ForkedLog forked{*at, std::move(loaded->header), std::move(loaded->records), {}};
    forked.records.resize(at->position);
    const auto known = known_by(records, at->position);
    for (auto& [name, bytes] : loaded->values)
        if (const std::string who = person_of(name); !who.empty() && known.contains(who))
            forked.people.emplace_back(std::move(name), std::move(bytes));
    return forked;
}

}  // namespace casustafel::hosting
