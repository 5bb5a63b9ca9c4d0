#pragma once
// Inside the console only: the trainer's desk while it carries out one verb. Its verbs stand in
// trainer.cpp (the server and its sessions) and trainer_*.cpp (what a trainer does in one).
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/console/trainer.hpp"

namespace casustafel::console {

// One call of the program: connected as trainer, one verb, an exit code.
class Desk {
public:
    Desk(const TrainerOptions& options, const Printer& printer)
        : options_(options), printer_(printer), talk_(options.server, "casustafel trainer") {}

    using Verb = int (Desk::*)();
    static const std::map<std::string, Verb>& verbs();

    int run();

private:
    int scenarios();
    int make();
    int list();
    int start();
    int pause() {
        return act([](v1::Command& command) { command.mutable_pause_session(); });
    }
    int resume() {
        return act([](v1::Command& command) { command.mutable_resume_session(); });
    }
    int end() {
        return act([](v1::Command& command) { command.mutable_end_session(); });
    }
    int speed() { return set_speed(options_.argument); }
    int inject() {
        return named([](auto& command) { return command.mutable_fire_inject()->mutable_inject(); });
    }
    int retract() {
        return named(
            [](auto& command) { return command.mutable_retract_inject()->mutable_inject(); });
    }
    int hasten() {
        return named(
            [](auto& command) { return command.mutable_hasten_inject()->mutable_inject(); });
    }
    int release() {
        return named([](auto& command) { return command.mutable_release_role()->mutable_role(); });
    }
    int assign() { return seat_somebody(false); }
    int move() { return seat_somebody(true); }
    int seat_somebody(bool move);
    int autopilot() {
        return named(
            [](auto& command) { return command.mutable_seat_autopilot()->mutable_role(); });
    }
    int stand_in() {
        return named([](auto& command) { return command.mutable_stand_in()->mutable_role(); });
    }
    int swap();
    int advance() {
        return act([](v1::Command& command) { command.mutable_advance_swap(); });
    }
    int cancel_swap() {
        return act([](v1::Command& command) { command.mutable_cancel_swap(); });
    }
    int whisper();
    int help();
    int moment();
    int tracks();
    int page();
    int results();
    int report();
    int acts();
    int correct() { return correct_score(true); }
    int uncorrect() { return correct_score(false); }
    int correct_score(bool leave_out);
    int open_probe();
    int close_probe();
    int play_as();
    int improvise();
    int reentry();
    int status();
    int see();
    int watch();

    int out_of_reach();
    bool attach();
    int named(const std::function<std::string*(v1::Command&)>& field);
    int act(const std::function<void(v1::Command&)>& fill);
    int set_speed(const std::string& wanted);
    // The exit code of what was refused last, or nothing when nothing was.
    std::optional<int> refusal();
    bool answered(const std::function<bool()>& done);
    const model::Model& model() const { return talk_.model(); }

    const TrainerOptions& options_;
    const Printer& printer_;
    Talk talk_;
    std::vector<model::Refusal> refusals_;
};

}  // namespace casustafel::console
