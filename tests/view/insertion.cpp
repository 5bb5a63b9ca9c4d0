#include <algorithm>
#include <optional>

#include "interference.hpp"
#include "onlooker.hpp"
#include "reach.hpp"
#include "server/view/families/viewer.hpp"
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
Events events_of(Events events) {
    for (core::Event& event : events)
        if (auto* share = std::get_if<core::ItemShared>(&event)) share->recipients.clear();
    return events;
}

Events events_of(const core::Outcome& outcome) {
    const auto* events = std::get_if<Events>(&outcome);
    return events ? events_of(*events) : Events{};
}

bool any_reaches(const core::State& before, const Viewer& viewer, const Events& events) {
    return std::any_of(events.begin(), events.end(),
                       [&](const core::Event& event) { return reaches(before, viewer, event); });
}

// What an act leaves behind that another may disclose later: a note goes where its participant
// goes, and who is invited to a meeting finds how far it is.
struct Latent {
    bool of_people = false, of_meetings = false;

    void operator()(const core::GutFeelingNoted&) { of_people = true; }
    void operator()(const core::HelpCalled&) { of_people = true; }
    void operator()(const core::HelpAnswered&) { of_people = true; }
    void operator()(const core::MeetingEntered&) { of_meetings = true; }
    void operator()(const core::MeetingLeft&) { of_meetings = true; }
    void operator()(const core::RoleInvited&) { of_meetings = true; }
    void operator()(const core::PhaseMoved&) { of_meetings = true; }
    void operator()(const core::MeetingConvened&) { of_meetings = true; }
    void operator()(const core::MeetingClosed&) { of_meetings = true; }
    void operator()(const core::FormatChosen&) { of_meetings = true; }
    template <class Event>
    void operator()(const Event&) {}
};

// Whether this event discloses to the role what was left behind.
struct Discloses {
    const core::RoleId& role;
    const Latent& latent;

    bool operator()(const core::RoleTaken& e) const { return latent.of_people && e.role == role; }
    bool operator()(const core::RolesSwapped&) const { return latent.of_people; }
    bool operator()(const core::RoleInvited& e) const {
        return latent.of_meetings && e.role == role;
    }
    bool operator()(const core::MeetingConvened& e) const {
        return latent.of_meetings &&
               std::find(e.roles.begin(), e.roles.end(), role) != e.roles.end();
    }
    template <class Event>
    bool operator()(const Event&) const {
        return false;
    }
};

bool any_discloses(const Events& events, const core::RoleId& role, const Latent& latent) {
    return std::any_of(events.begin(), events.end(), [&](const core::Event& event) {
        return std::visit(Discloses{role, latent}, event);
    });
}

// What the clock brought that reached the viewer, and how long the stream was just before it.
struct Timer {
    std::int64_t real_ms = 0;
    Events events;
    std::size_t before = 0;

    bool is_same(const Timer& other) const {
        return real_ms == other.real_ms && events == other.events;
    }
};

struct Told {
    std::vector<Events> events;       // by step
    std::vector<bool> reached;        // by step: whether it reached the viewer
    std::vector<std::size_t> before;  // by step: how long the stream was just before it
    std::vector<std::size_t> clock;   // by step: how many timers came before it
    std::vector<Timer> timers;
    std::vector<std::string> stream;
};

// One telling of a session: the steps and whatever is put between them, with one viewer looking on.
// Told a second time it is compared with the first, and stops where the clock brings the viewer
// something else: what others do moves the case, and that is no leak.
class Telling {
public:
    Telling(const Session& session, const Viewer& viewer, const House& house,
            const Told* first = nullptr)
        : onlooker_(viewer, house.leak),
          run_(
              session.scenario,
              [this](const core::State& after, const core::Record& record) { saw(after, record); },
              house.decide),
          first_(first) {
        onlooker_.resumed(run_.state(), run_.now());
    }

    // Lets the clock bring what is due before this step.
    void until(const Step& step, std::size_t index) {
        run_.until(step.real_ms);
        if (!first_ || cut_ || timers_.size() == first_->clock[index]) return;
        cut_ = first_->timers[timers_.size()].before;
    }

    // Takes the next step of the session.
    void step(const Step& step) {
        run_.until(step.real_ms);
        const bool own = is_own(run_.state(), onlooker_.viewer(), step);
        const core::Outcome outcome = run_.take(step);
        if (own) onlooker_.answered(outcome);
        if (++taken_ % resume_every == 0) onlooker_.resumed(run_.state(), run_.now());
    }

    const std::vector<Timer>& timers() const { return timers_; }
    // How much of the stream can be compared, when something else came.
    std::optional<std::size_t> cut() const { return cut_; }

    // Takes a step that was put between and does not reach the viewer.
    void put(const Step& step, const Events& events) {
        leave_behind(events);
        run_.take(step);
    }
    // What was put between, or what somebody else does differently for it.
    void leave_behind(const Events& events) {
        for (const core::Event& event : events) std::visit(latent_, event);
    }
    // Whether these events show the viewer what such a step left behind.
    bool discloses(const Events& events) const {
        return any_discloses(events, onlooker_.viewer().role, latent_);
    }

    Onlooker onlooker_;
    Run run_;

private:
    void saw(const core::State& after, const core::Record& record) {
        if (!cut_ && !record.command) note_timer(after, record);
        if (!cut_) onlooker_.saw(after, record);
    }

    void note_timer(const core::State& after, const core::Record& record) {
        Timer timer{record.stamp.real_ms, events_of(record.events), onlooker_.stream().size()};
        std::erase_if(timer.events, [&](const core::Event& event) {
            return !reaches(after, onlooker_.viewer(), event);
        });
        if (timer.events.empty()) return;
        if (first_) compare(timer);
        timers_.push_back(std::move(timer));
    }

    void compare(const Timer& timer) {
        const std::size_t index = timers_.size();
        const bool had_one = index < first_->timers.size();
        const bool same = had_one && first_->timers[index].is_same(timer);
        if (same && !discloses(timer.events)) return;
        cut_ = timer.before;
        if (had_one && first_->timers[index].real_ms <= timer.real_ms)
            cut_ = std::min(*cut_, first_->timers[index].before);
    }

    const Told* first_;
    Latent latent_;
    std::vector<Timer> timers_;
    std::optional<std::size_t> cut_;
    std::size_t taken_ = 0;
};

Told tell(const Session& session, const Viewer& viewer, const House& house) {
    Told told;
    Telling telling(session, viewer, house);
    for (const Step& step : session.steps) {
        told.events.push_back(events_of(telling.run_.would(step)));
        told.reached.push_back(any_reaches(telling.run_.state(), viewer, told.events.back()));
        told.before.push_back(telling.onlooker_.stream().size());
        told.clock.push_back(telling.timers().size());
        telling.step(step);
    }
    told.timers = telling.timers();
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
        telling.put(step, events);
        ++(events.empty() ? finding.refused : finding.inserted);
    }
}

// Whether what was put between makes somebody else do differently what reaches the viewer, or comes
// to light now.
bool parts_ways(Telling& telling, const Step& step, const Told& told, std::size_t index) {
    const Events events = events_of(telling.run_.would(step));
    const core::State& state = telling.run_.state();
    const Viewer& viewer = telling.onlooker_.viewer();
    if (telling.discloses(events)) return true;
    if (is_own(state, viewer, step) || events == told.events[index]) return false;
    if (told.reached[index] || any_reaches(state, viewer, events)) return true;
    telling.leave_behind(events);
    telling.leave_behind(told.events[index]);
    return false;
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
    Telling telling(session, viewer, house, &told);
    std::size_t compared = SIZE_MAX;
    std::int64_t last_ms = 0;
    for (std::size_t index = 0; index < session.steps.size(); ++index) {
        const Step& step = session.steps[index];
        put_between(seed, telling, seed.between(last_ms, step.real_ms), finding);
        telling.until(step, index);
        if (telling.cut()) break;
        if (parts_ways(telling, step, told, index)) {
            compared = told.before[index];
            break;
        }
        telling.step(step);
        last_ms = step.real_ms;
    }
    compared = std::min(compared, telling.cut().value_or(SIZE_MAX));
    const auto beginning = [&](std::vector<std::string> stream) {
        if (stream.size() > compared) stream.resize(compared);
        return stream;
    };
    const std::vector<std::string> expected = beginning(told.stream);
    const std::vector<std::string> stream = beginning(telling.onlooker_.stream());
    finding.messages = stream.size();
    finding.difference = difference(expected, stream);
    if (expected.size() != stream.size()) finding.difference += "\nanother number of messages";
    return finding;
}

}  // namespace casustafel::view
