#pragma once
// Inside the console only: the trainer's desk while it carries out one verb. An ordinary
// verb is the text `console.desk.<command>` (README.md); those that need code stand in desk.cpp
// (the server and its sessions) and desk_*.cpp (what a trainer does in one).
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/console/trainer.hpp"
#include "client/console/typed/verbs.hpp"

namespace casustafel::console {

// One call of the program: connected as trainer, one verb, an exit code.
class Desk {
public:
    Desk(const TrainerOptions& options, const Printer& printer)
        : options_(options), printer_(printer), talk_(options.server, "casustafel trainer") {}

    using InCode = int (Desk::*)();
    static const std::map<std::string, InCode>& verbs();

    int run();

private:
    int scenarios();
    int make();
    int list();
    int card();
    int archive() { return put_away(true); }
    int unarchive() { return put_away(false); }
    int put_away(bool archived);
    int erase();
    int copy();
    int lead();
    int decline();
    int invite();
    int more_time();
    int observer();
    int observers();
    int restart_from();
    int start();
    int speed() { return set_speed(options_.argument); }
    int swap();
    int help();
    int tracks();
    int page();
    int results();
    int report();
    int acts();
    int correct() { return correct_score(true); }
    int uncorrect() { return correct_score(false); }
    int correct_score(bool leave_out);
    int open_prompt();
    int close_prompt();
    int play_as();
    int reentry();
    int status();
    int see();
    int watch();

    // A verb that is a text: its command, filled from the words and options of the call.
    int ask(const std::vector<Filled>&, const Verb& verb);
    int typed_wrong();

    void write_card(v1::SessionCard&) const;
    const v1::SessionEntry* listed() const;
    bool ask_list();
    int say_and_see(const v1::ClientFrame&, const std::function<bool()>& so);
    int no_such_session();
    int out_of_reach();
    bool attach();
    // Asks first what cannot be taken back.
    int act(const std::function<void(v1::Command&)>& fill);
    int ask_whether(const std::string& question);
    int set_speed(const std::string& wanted);
    // The exit code of what was refused last, or nothing when nothing was.
    std::optional<int> refusal();
    bool answered(const std::function<bool()>& done);
    const model::Model& model() const { return talk_.model(); }

    void tell_others();
    bool opened_with_digits();

    std::uint64_t others_told_ = 0;
    const TrainerOptions& options_;
    const Printer& printer_;
    Talk talk_;
    std::vector<model::Refusal> refusals_;
};

}  // namespace casustafel::console
