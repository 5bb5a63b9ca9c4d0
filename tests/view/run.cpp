#include "run.hpp"

namespace casustafel::view {

void Run::until(std::int64_t real_ms) {
    while (auto found = core::due(state_, real_ms)) {
        core::Record timer;
        timer.stamp = found->stamp;
        timer.events = std::move(found->events);
        record(std::move(timer));
    }
    real_ms_ = real_ms;
}

core::Outcome Run::would(const Step& step) {
    until(step.real_ms);
    return decide_(state_, step.actor, step.command, {step.real_ms, step.fresh});
}

core::Outcome Run::take(const Step& step) {
    core::Outcome outcome = would(step);
    if (const auto* events = std::get_if<std::vector<core::Event>>(&outcome)) {
        core::Record made;
        made.stamp = now();
        made.actor = step.actor;
        made.command = step.command;
        made.fresh = step.fresh;
        made.events = *events;
        record(std::move(made));
    }
    return outcome;
}

core::Stamp Run::now() const { return stamp_at(state_.clock, *state_.scenario, real_ms_); }

void Run::record(core::Record record) {
    record.seq = ++seq_;
    core::apply(state_, record);
    if (watch_) watch_(state_, record);
}

}  // namespace casustafel::view
