#pragma once
// The client's face as a whole: which screen belongs to what is known, and where news and refusals
// go. It holds the state of all screens and nothing of the session itself.
#include <map>
#include <string>
#include <vector>

#include "client/ui/app/attention.hpp"
#include "client/ui/app/chimes.hpp"
#include "client/ui/app/news.hpp"
#include "client/ui/entrance/lobby.hpp"
#include "client/ui/entrance/projector.hpp"
#include "client/ui/interludes/end.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/polls/prompt.hpp"
#include "client/ui/replay/replay.hpp"
#include "client/ui/trainer/console/trainer.hpp"

namespace casustafel::ui {

struct AppState {
    LobbyState lobby;
    std::map<std::string, TableState>
        tables;  // by role: drafts stay with the role they were made for
    TrainerState trainer;
    EndState end;
    ReplayState replay;
    ProjectorState projector;
    PromptState prompt;                  // of the person, whichever role it answers in
    Handover handover;                   // what this person passed on last
    std::vector<v1::Command> kept_acts;  // of before, until the person says what becomes of them
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

    // Whether something asked for this person since the last call.
    bool take_attention() { return attention_.take(); }
    // The quiet sounds that are due since the last call.
    std::vector<Chime> take_chimes() { return chimes_.take(); }

    // Everything begun and not sent, as text to be kept through a crash; empty: nothing.
    std::string kept_drafts() const;
    // Takes back what was kept, and says so.
    void restore_drafts(Ui& ui, const model::Model& model, std::string_view kept);
    // Tells it on the screen that is shown, and on the next when nobody closed it.
    void tell(const model::Model& model, Tell told);

private:
    void draw_screen(Panel& panel);
    void watch_role(Panel& panel);
    void tell_kept(Panel& panel, const std::string& role);
    void close_everywhere(const Panel& panel);
    bool put_back(const model::Model& model, const v1::Command& command);
    BarState& bar_of(const Panel& panel);

    Attention attention_;
    Chimes chimes_;
    News news_;
    std::string role_before_;
    bool swapping_ = false;
};

}  // namespace casustafel::ui
