#include <algorithm>

#include "interference.hpp"
#include "onlooker.hpp"
#include "reach.hpp"
#include "server/view/viewer.hpp"
#include "session.hpp"
#include "tests/support/core/random_act.hpp"

namespace casustafel::view {
namespace {

using support::Seed;
using Events = std::vector<core::Event>;

constexpr int acts = 60;
constexpr std::size_t resume_every = 19;

// The events of a step that was taken; none when it was rejected. Without the verdicts: those
// depend on what the recipients hold, and are the trainers' only.
Events events_of(const core::Outcome& outcome) {
    const auto* events = std::get_if<Events>(&outcome);
    Events found = events ? *events : Events{};
    for (core::Event& event : found)
        if (auto* share = std::get_if<core::ItemShared>(&event)) share->recipients.clear();
    return found;
}

bool any_reaches(const core::State& before, const Viewer& viewer, const Events& events) {
    return std::any_of(events.begin(), events.end(),
                       [&](const core::Event& event) { return reaches(before, viewer, event); });
}

// One telling of a session: the steps and whatever is put between them, with one viewer looking on.
class Telling {
public:
    Telling(const Session& session, const Viewer& viewer, const House& house)
        : onlooker_(viewer, house.leak),
          run_(
              session.scenario,
              [this](const core::State& after, const core::Record& record) {
                  onlooker_.saw(after, record);
              },
              house.decide) {
        onlooker_.resumed(run_.state(), run_.now());
    }

    // Takes the next step of the session.
    void step(const Step& step) {
        run_.until(step.real_ms);
        const bool own = is_own(run_.state(), onlooker_.viewer(), step);
        const core::Outcome outcome = run_.take(step);
        if (own) onlooker_.answered(outcome);
        if (++taken_ % resume_every == 0) onlooker_.resumed(run_.state(), run_.now());
    }

    Onlooker onlooker_;
    Run run_;

private:
    std::size_t taken_ = 0;
};

struct Told {
    std::vector<Events> events;       // by step
    std::vector<bool> reached;        // by step: whether it reached the viewer
    std::vector<std::size_t> before;  // by step: how long the stream was just before it
    std::vector<std::string> stream;
};

Told tell(const Session& session, const Viewer& viewer, const House& house) {
    Told told;
    Telling telling(session, viewer, house);
    for (const Step& step : session.steps) {
        told.events.push_back(events_of(telling.run_.would(step)));
        told.reached.push_back(any_reaches(telling.run_.state(), viewer, told.events.back()));
        told.before.push_back(telling.onlooker_.stream().size());
        telling.step(step);
    }
    told.stream = telling.onlooker_.stream();
    return told;
}

// Puts a few acts of others at this instant, those that do not reach the viewer.
void put_between(Seed& seed, Telling& telling, std::int64_t real_ms, Finding& finding) {
    const Viewer& viewer = telling.onlooker_.viewer();
    for (auto left = seed.below(4); left > 0; --left) {
        const support::Ask ask = support::random_act(seed, telling.run_.state());
        Step step{real_ms, ask.actor, ask.command, core::EntityId{seed.next() | 1}, 0};
        const core::Outcome outcome = telling.run_.would(step);
        if (is_own(telling.run_.state(), viewer, step)) continue;
        const Events events = events_of(outcome);
        if (any_reaches(telling.run_.state(), viewer, events)) continue;
        telling.run_.take(step);
        ++(events.empty() ? finding.refused : finding.inserted);
    }
}

// Whether what was put between makes somebody else do differently what reaches the viewer.
bool parts_ways(Telling& telling, const Step& step, const Told& told, std::size_t index) {
    const Events events = events_of(telling.run_.would(step));
    const core::State& state = telling.run_.state();
    const Viewer& viewer = telling.onlooker_.viewer();
    if (is_own(state, viewer, step) || events == told.events[index]) return false;
    return told.reached[index] || any_reaches(state, viewer, events);
}

}  // namespace

Finding insert(std::uint64_t number, const House& house) {
    Finding finding;
    const Session session = random_session(number, acts);
    const std::size_t roles = session.scenario.roles.size();
    const std::size_t which = number / 2 % (roles + 1);
    const Viewer viewer =
        which == roles ? seat_viewer() : role_viewer(session.scenario.roles[which].id);
    const Told told = tell(session, viewer, house);

    Seed seed(~number);
    Telling telling(session, viewer, house);
    std::vector<std::string> expected = told.stream;
    std::int64_t last_ms = 0;
    for (std::size_t index = 0; index < session.steps.size(); ++index) {
        const Step& step = session.steps[index];
        put_between(seed, telling, seed.between(last_ms, step.real_ms), finding);
        if (parts_ways(telling, step, told, index)) {
            expected.resize(told.before[index]);
            break;
        }
        telling.step(step);
        last_ms = step.real_ms;
    }
    const std::vector<std::string>& stream = telling.onlooker_.stream();
    finding.messages = stream.size();
    finding.difference = difference(expected, stream);
    if (expected.size() != stream.size()) finding.difference += "\nanother number of messages";
    return finding;
}

}  // namespace casustafel::view
