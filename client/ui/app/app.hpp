#pragma once
// The client's face as a whole: which screen belongs to what is known, where news and refusals go,
// and what was missed while the line was down. It holds the state of all screens and nothing of the
// session itself.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "client/ui/app/chimes.hpp"
#include "client/ui/entrance/lobby.hpp"
#include "client/ui/entrance/projector.hpp"
#include "client/ui/interludes/end.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/polls/probe.hpp"
#include "client/ui/trainer/console/trainer.hpp"

namespace casustafel::ui {

// What came in since the line was lost; told once, when one is back.
struct Comeback {
    bool away = false, was_in = false;
    std::int64_t counting_until_ms = 0;  // views arrive shortly after the line is back
    int items = 0, messages = 0, requests = 0, notices = 0;
};

struct AppState {
    LobbyState lobby;
    std::map<std::string, TableState>
        tables;  // by role: drafts stay with the role they were made for
    TrainerState trainer;
    EndState end;
    ProjectorState projector;
    ProbeState probe;   // of the person, whichever role it answers in
    Handover handover;  // what this person passed on last
    Comeback comeback;
};

class App {
public:
    AppState state;

    // Draws the screen that fits.
    void draw(Ui& ui, const model::Model& model, Outbox& outbox, std::int64_t now_ms,
              const LinkTrouble& trouble);

    // What changed and what was refused since the last call, once each.
    void take_changes(const model::Model& model, const std::vector<model::Change>& changes);
    void take_refusals(Ui& ui, const model::Model& model,
                       const std::vector<model::Refusal>& refusals);

    // What the server said yes to since the last call.
    void take_accepted(const model::Model& model, std::vector<v1::Command> accepted,
                       std::int64_t now_ms);
    // The debrief page that was asked for: written where this person keeps documents.
    void take_report(Ui& ui, const model::Model& model, Outbox& outbox, const std::string& html);

    // The quiet sounds that are due since the last call.
    std::vector<Chime> take_chimes() { return chimes_.take(); }

    // Everything begun and not sent, as text to be kept through a crash; empty: nothing.
    std::string kept_drafts() const;
    // Takes back what was kept, and says so.
    void restore_drafts(Ui& ui, const model::Model& model, std::string_view kept);
    // Says that acts of before the program stopped are sent now; 0: says nothing.
    void tell_restored_acts(Ui& ui, const model::Model& model, std::size_t count);

private:
    void draw_screen(Panel& panel);
    void watch_link(Panel& panel);
    void watch_role(Panel& panel);
    void tell_kept(Panel& panel, const std::string& role);
    void close_everywhere(const Panel& panel);
    void watch_help(Panel& panel);
    void watch_whispers(Panel& panel);
    void watch_heard(Panel& panel);
    void tell(const model::Model& model, Tell told);
    void put_back(const model::Model& model, const v1::Command& command);
    BarState& bar_of(const Panel& panel);

    Chimes chimes_;
    std::string role_before_;
    bool swapping_ = false;
    std::set<std::uint64_t> calls_for_help_;  // open ones of this person
    std::string whispered_to_;                // the role whose whispers these are
    std::set<std::uint64_t> whispers_;        // those that were there or were told
    // What this role noted having heard, and how much its giver had shared with it then.
    struct Noted {
        std::string giver, text;
        std::ptrdiff_t shared = 0;
    };
    std::map<std::uint64_t, Noted> noted_;
    std::string noted_by_;  // the role
};

}  // namespace casustafel::ui
