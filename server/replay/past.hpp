#pragma once
// What a session was at any moment of its log. It is folded once, with a State kept every so many
// records, so that any moment is a short way from one; after that it never changes, and any thread
// may ask. It knows nothing of who may see what.
#include <cstdint>
#include <memory>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::replay {

class Past {
public:
    // The records stand in their order, from the first; the edition is that of the log.
    Past(std::shared_ptr<const core::Scenario>, core::Edition, std::vector<core::Record>);

    // The number of the last record; 0: there is none.
    std::uint64_t last() const { return records_.size(); }
    // Right after this record, or the last one there is; 0: before the first.
    core::State at(std::uint64_t position) const;
    core::State beginning() const { return kept_.front(); }
    // When that was.
    core::Stamp stamp(std::uint64_t position) const;
    // As it is now.
    const core::State& now() const { return kept_.back(); }
    const core::Scenario& scenario() const { return *scenario_; }
    const std::shared_ptr<const core::Scenario>& shared_scenario() const { return scenario_; }
    const std::vector<core::Record>& records() const { return records_; }

private:
    std::shared_ptr<const core::Scenario> scenario_;
    std::vector<core::Record> records_;
    std::vector<core::State> kept_;  // after 0, `apart`, twice `apart` … records, and the last
};

}  // namespace casustafel::replay
