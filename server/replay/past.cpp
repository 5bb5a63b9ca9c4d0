#include "server/replay/past.hpp"

#include <algorithm>
#include <utility>

#include "server/core/rules/apply.hpp"

namespace casustafel::replay {
namespace {

// Records between two States that are kept: folding so many costs less than copying one.
constexpr std::size_t apart = 50;

}  // namespace

Past::Past(std::shared_ptr<const core::Scenario> scenario, core::Edition edition,
           std::vector<core::Record> records)
    : scenario_(std::move(scenario)), records_(std::move(records)) {
    core::State state = core::initial(*scenario_, edition);
    for (std::size_t at = 0; at < records_.size(); ++at) {
        if (at % apart == 0) kept_.push_back(state);
        core::apply(state, records_[at]);
    }
    kept_.push_back(std::move(state));
}

core::State Past::at(std::uint64_t position) const {
    const std::size_t wanted = std::min<std::size_t>(position, records_.size());
    if (wanted == records_.size()) return kept_.back();
    core::State state = kept_[wanted / apart];
    for (std::size_t next = wanted / apart * apart; next < wanted; ++next)
        core::apply(state, records_[next]);
    return state;
}

core::Stamp Past::stamp(std::uint64_t position) const {
    if (position == 0 || records_.empty()) return {};
    return records_[std::min<std::size_t>(position, records_.size()) - 1].stamp;
}

}  // namespace casustafel::replay
