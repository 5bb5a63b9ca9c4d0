#include "session.hpp"

#include <filesystem>
#include <map>

#include "server/scenario/loading/load.hpp"
#include "server/view/families/viewer.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::view {
namespace {

using support::Seed;

constexpr std::uint64_t written_every = 8;  // of so many sessions one plays each written case

const core::Scenario& written_case(const char* file) {
    static std::map<std::string, core::Scenario> loaded;
    const auto known = loaded.find(file);
    if (known != loaded.end()) return known->second;
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    return loaded[file] = scenario::load_scenario(folder / file, folder).scenario.value();
}

core::Scenario case_of(std::uint64_t number, Seed& seed) {
    if (number % written_every == 0) return written_case("oefentafel.yaml");
    if (number % written_every == 4) return written_case("vijf-overleggen.yaml");
    return support::random_scenario(seed);
}

// Takes steps as they come to mind, and keeps them.
class Author {
public:
    Author(Session& session, Seed& seed) : session_(session), seed_(seed), run_(session.scenario) {}

    const core::State& state() const { return run_.state(); }
    void wait(std::int64_t duration_ms) { now_ms_ += duration_ms; }

    core::Outcome take(const core::Actor& actor, const core::Command& command) {
        Step step{now_ms_, actor, command, core::EntityId{seed_.next() | 1},
                  static_cast<int>(session_.secrets.size())};
        plant(step, marker);
        session_.steps.push_back(step);
        session_.secrets.push_back(secret_of(step));
        return run_.take(step);
    }

    void open() {
        for (const core::Role& role : session_.scenario.roles) {
            if (!seed_.chance(80)) continue;
            take(support::newcomer(), core::JoinSession{});
            const auto newest = state().participants.rbegin()->first;
            take(support::participant(newest), core::TakeRole{role.id});
        }
        wait(seed_.between(0, 5'000));
        take(support::trainer(), core::StartSession{});
    }

private:
    Session& session_;
    Seed& seed_;
    Run run_;
    std::int64_t now_ms_ = 0;
};

}  // namespace

Session random_session(std::uint64_t number, int acts) {
    Seed seed(number);
    Session session;
    session.scenario = case_of(number, seed);
    session.secrets = plant(session.scenario, marker);
    Author author(session, seed);
    author.open();
    for (int act = 0; act < acts; ++act) {
        if (seed.chance(70)) author.wait(seed.between(0, 3'000));
        const support::Ask ask = support::random_act(seed, author.state());
        author.take(ask.actor, ask.command);
    }
    return session;
}

std::vector<Viewer> viewers_of(const core::Scenario& scenario) {
    std::vector<Viewer> viewers{seat_viewer(), trainer_viewer()};
    for (const core::Role& role : scenario.roles) viewers.push_back(role_viewer(role.id));
    return viewers;
}

}  // namespace casustafel::view
