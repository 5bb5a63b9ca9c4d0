#include "interference.hpp"
#include "onlooker.hpp"
#include "server/view/families/viewer.hpp"
#include "session.hpp"

namespace casustafel::view {
namespace {

constexpr int acts = 60;
constexpr std::size_t resume_every = 19;

// A seat or a role, another one in each session.
Viewer viewer_of(std::uint64_t session, const core::Scenario& scenario) {
    const std::size_t roles = scenario.roles.size();
    const std::size_t which = session / 2 % (roles + 1);
    return which == roles ? seat_viewer() : role_viewer(scenario.roles[which].id);
}

struct Played {
    std::vector<std::string> stream;
    std::vector<bool> own;    // by step: whether the viewer itself asked it
    std::vector<bool> known;  // by secret: whether the viewer knew it at some moment
};

Played play(const Session& session, const Viewer& viewer, const House& house) {
    Played played;
    played.known.resize(session.secrets.size());
    const auto learn = [&](const core::State& state) {
        for (std::size_t i = 0; i < session.secrets.size(); ++i)
            if (!played.known[i]) played.known[i] = session.secrets[i].known(state, viewer.role);
    };
    Onlooker onlooker(viewer, house.leak);
    Run run(
        session.scenario,
        [&](const core::State& after, const core::Record& record) {
            onlooker.saw(after, record);
            learn(after);
        },
        house.decide);
    onlooker.resumed(run.state(), run.now());
    learn(run.state());
    for (const Step& step : session.steps) {
        run.until(step.real_ms);
        const bool own = is_own(run.state(), viewer, step);
        const core::Outcome outcome = run.take(step);
        if (own) onlooker.answered(outcome);
        played.own.push_back(own);
        if (played.own.size() % resume_every == 0) onlooker.resumed(run.state(), run.now());
    }
    played.stream = onlooker.stream();
    return played;
}

// The session with the unknown texts said otherwise.
Session changed(const Session& session, const Played& played, Finding& finding) {
    const std::size_t of_case = session.secrets.size() - session.steps.size();
    const auto is_hidden = [&](int n) {
        const auto number = static_cast<std::size_t>(n);
        const bool own = number >= of_case && played.own[number - of_case];
        return !own && !played.known[number];
    };
    const Wording otherwise = [&](int n) {
        if (!is_hidden(n)) return marker(n);
        ++finding.changed;
        return "quite another story " + marker(n) +
               std::string(static_cast<std::size_t>(n % 7), '.');
    };
    Session other = session;
    plant(other.scenario, otherwise);
    for (Step& step : other.steps) plant(step, otherwise);
    return other;
}

}  // namespace

Finding substitute(std::uint64_t number, const House& house) {
    Finding finding;
    const Session session = random_session(number, acts);
    const Viewer viewer = viewer_of(number, session.scenario);
    const Played base = play(session, viewer, house);
    const Session other = changed(session, base, finding);
    const Played again = play(other, viewer, house);
    finding.messages = base.stream.size();
    finding.difference = difference(base.stream, again.stream);
    if (base.stream.size() != again.stream.size())
        finding.difference += "\nanother number of messages";
    return finding;
}

}  // namespace casustafel::view
