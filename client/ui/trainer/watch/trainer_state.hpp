#pragma once
// What a trainer has open and half written at the console.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "client/ui/acts/table_state.hpp"
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/case_pages.hpp"
#include "client/ui/polls/prompt.hpp"
#include "client/ui/trainer/network/network_state.hpp"
#include "client/ui/trainer/results/results.hpp"
#include "client/ui/trainer/watch/people_state.hpp"
#include "client/ui/trainer/watch/witness.hpp"

namespace casustafel::ui {

// Nobody gets anything by default: for whom is always chosen.
enum class Audience : std::uint8_t { unchosen, everybody, some };

struct ImproviseDraft {
    Audience audience = Audience::unchosen;
    std::string title, text;
    std::set<std::string> to;
    bool instead = false;  // of one of the case, which was held back
};

struct SwapWizardState {
    bool open = false;
    bool own = false;  // pairs of the trainer's own; else those of the case
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string one, other;
    bool on_asked = false;   // wants to go on although not everybody is ready
    bool off_asked = false;  // wants to call it off
    bool announced = false;  // everybody was told that it comes
};

// Who has what, the meetings, how people are, and the moments: behind one button.
struct OverviewState {
    bool open = false;
    int tab = 0;
    std::string search, moment;
    bool only_unopened = false;
    ListState items, meetings, tracks, moments;
};

// The prompts of the case.
struct PromptsState {
    bool open = false;
    std::string chosen;  // the prompt that is shown; empty: the one that is open, else the next
    ListState list;
    PromptClock clock;
    bool names = false;        // who chose what is shown, and not only how many
    bool close_asked = false;  // wants to close it although not everybody answered
};

// What is left out of the score, and the one that is being left out now.
struct CorrectionsState {
    bool open = false;
    int tab = 0;
    v1::CorrectionTarget target;  // no kind: none
    std::string reason;
    std::string search;
    int kind = 0;  // of what counts: everything, or one kind
    ListState left_out, all;
};

// From which earlier moment the exercise is to go on.
struct RestartState {
    bool open = false;
    std::string chosen;  // which place; empty: none yet
    std::string time;    // as it is typed
};

// Going on without computers.
struct PaperState {
    bool open = false;
    bool asked = false;  // the page is on its way
};

// The card of a session that is open at the desk.
struct SessionCardState {
    bool open = false;
    std::string code;      // of the session; empty: one is to be made
    std::string scenario;  // of this case
    bool open_it = false;  // and then gone to
    v1::SessionCard typed;
    bool delete_asked = false;
    bool archive_asked = false;
};

struct TrainerState {
    BarState bar;
    PromptsState prompts;
    CorrectionsState corrections;
    NetworkState network;
    OverviewState overview;
    PeopleState people;
    OnlookersState onlookers;
    RestartState restart;
    PaperState paper;
    Witness witness;
    ResultsState results;
    SwapWizardState swap;
    std::string placing;  // who is to sit in the role whose dialog is open: a participant's number
    std::string placing_in;  // the seat that was chosen for
    std::string whisper;
    // The desk: sessions and cases.
    ListState sessions, cases;
    SessionCardState card;
    bool invite_open = false;    // where people come in, to show
    std::string displace_asked;  // the taken seat that somebody is to be moved to
    bool replay_asked = false;   // wants to look back at how it went
    bool at_desk = false;        // chose to go back to the desk
    bool asked_lists = false;
    std::uint64_t listening_since = 0;  // the arrival since which the list is listened to
    std::string awaited_code;  // the session made last, to open as soon as its code is known
    // The console.
    int tab = 0;  // narrow and compact: which part is shown
    int middle_tab = 0, right_tab = 0, feed_filter = 0;
    std::size_t happened_seen = 0;  // how many events the trainer had before its eyes
    ListState seats, feed, shares, injects, stalls, help;
    bool help_open = false;          // everybody who asks for help
    std::set<std::string> unfolded;  // groups of stalls that stand row by row
    std::string seat;                // the role whose dialog is open
    std::string seat_first;          // what has focus when it opens; empty: the first thing
    std::string release_asked;       // the role somebody is to be taken from
    std::string inject;              // the inject whose text is open
    std::uint64_t inquiry = 0;       // the question to outside that is answered by hand; 0: none
    std::string inquiry_reply;       // which answer of the case; empty: in words
    std::string inquiry_text;
    bool improvising = false;
    ImproviseDraft improvise;
    ListState improvise_to;
    CasePage page = CasePage::none;  // what of the case is open to read
    bool start_asked = false;        // wants to start although seats are empty
    // Looking through a role.
    std::string look_as;
    std::map<std::string, TableState> looked;
};

}  // namespace casustafel::ui
