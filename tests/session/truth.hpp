#pragma once
// What every viewer should have seen at every position of a log: the projection of each prefix, as
// one number a view. Readings of a running clock are left out; everything else counts.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"
#include "server/view/project.hpp"

namespace casustafel::simulation {

// The sum of the prints of a view's entities, so that it can be kept up entity by entity.
using Print = std::uint64_t;
Print print_of(v1::Entity);

class Truth {
public:
    // The scenario must outlive it.
    Truth(const core::Scenario& scenario, const std::vector<core::Record>& records);

    std::size_t length() const { return length_; }
    // The first position at or after `from` at which the view of this name looked like this.
    std::optional<std::size_t> find(const std::string& view_name, Print print,
                                    std::size_t from) const;
    // How it looks at the end, from a whole projection.
    Print at_the_end(const std::string& view_name) const;
    const core::State& state() const { return state_; }

private:
    void add_viewer(const std::string& name, const view::Viewer& viewer);

    std::size_t length_;
    core::State state_;
    core::Stamp last_;
    std::map<std::string, view::Viewer> viewers_;
    std::map<std::string, std::vector<Print>> prints_;  // by position, 0 is before the first record
};

}  // namespace casustafel::simulation
