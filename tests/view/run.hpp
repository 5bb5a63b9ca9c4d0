#pragma once
// A session of known steps, as the views' tests need it: every step brings its own instant and id,
// so that the same steps can be taken again with other texts, or with other steps between them.
#include <cstdint>
#include <functional>
#include <vector>

#include "server/core/rules/decide.hpp"

namespace casustafel::view {

struct Step {
    std::int64_t real_ms = 0;
    core::Actor actor;
    core::Command command;
    core::EntityId fresh{};
    int secret = 0;  // the number of the text it carries
};

class Run {
public:
    using Watch = std::function<void(const core::State& after, const core::Record&)>;
    using Decide = core::Outcome (*)(const core::State&, const core::Actor&, const core::Command&,
                                     const core::Circumstances&);

    explicit Run(const core::Scenario& scenario, Watch watch = {}, Decide decide = core::decide)
        : state_(core::initial(scenario)), watch_(std::move(watch)), decide_(decide) {}

    // Lets everything due up to then happen.
    void until(std::int64_t real_ms);

    // What the step would bring, were it taken at its instant; what is due by then does happen.
    core::Outcome would(const Step&);

    // Takes the step if it may be taken.
    core::Outcome take(const Step&);

    const core::State& state() const { return state_; }
    core::Stamp now() const;
    std::int64_t real_ms() const { return real_ms_; }

private:
    void record(core::Record);

    core::State state_;
    Watch watch_;
    Decide decide_;
    std::uint64_t seq_ = 0;
    std::int64_t real_ms_ = 0;
};

}  // namespace casustafel::view
