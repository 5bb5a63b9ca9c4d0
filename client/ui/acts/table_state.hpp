#pragma once
// What a participant has open, chosen and half written at the table. It belongs to the screen and
// to nobody else: the network never clears it, so a lost connection or a closed dialog loses
// nothing.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/ui/acts/receipt.hpp"
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {

struct RoleCardState {
    bool whole_open = false;
};

struct DossierState {
    std::string selected;  // the item that is read in full
    bool searching = false;
    std::string search;
    ListState list;
};

struct RequestsState {
    int tab = 0;
    ListState to_me, by_me;
    std::uint64_t detail = 0;                   // the own request whose answers are shown; 0: none
    std::map<std::uint64_t, int> answers_seen;  // by own request
    bool unfolded = false;                      // shown although there is little room
};

// What was heard aloud: the note being made, whose choices stay for the next one, and the note of
// somebody else that this role says the item of.
struct HeardState {
    bool open = false;
    std::string giver, person, category, text;
    std::uint64_t answering = 0;  // 0: none
    bool all_shown = false;       // all that waits for an answer, not only the first
    ListState items, waiting;
};

// Whom the chair calls to a meeting, and why.
struct InviteDraft {
    std::string meeting, role, reason;
};

// What is done with a meeting, in words, and with whom.
struct MeetingDraft {
    enum class Doing : std::uint8_t { convene, close, format };
    std::string meeting;
    Doing doing{};
    std::string words;
    std::set<std::string> roles;
    std::string format;
};

// A conversation is a meeting ("meeting:CASUS") or one other role ("role:OVJ").
struct TalkState {
    int tab = 0;
    std::string conversation;
    std::map<std::string, std::string> drafts;
    std::map<std::string, std::size_t> seen;  // lines read, by conversation
    std::string marked;                       // the conversation whose new lines are marked:
    std::size_t new_from = 0, new_until = 0;  // these
    std::size_t notices_seen = 0;
    bool head_open = false;  // narrow: who hears it, and the way out, are shown
    ListState talk, notices;
    HeardState heard;
    InviteDraft invite;
    bool inviting = false;                         // its dialog is open
    bool meetings_open = false;                    // the map of meetings is shown
    std::string meeting_act;                       // what is done with one, as `meetings` calls it
    std::map<std::string, MeetingDraft> meetings;  // by what is done with which; "" is none
    ListState meeting_roles;
};

struct DockState {
    bool open = false, touched = false;  // touched: the person folded or unfolded it
    int tab = 0;
    std::size_t shares_seen = 0, actions_seen = 0;
    ListState shares, people;
};

// The four questions and what was answered so far.
struct ShareDraft {
    std::string item;
    std::set<std::string> to;
    std::string meeting;  // the whole meeting was ticked
    std::string purpose, basis;
    std::uint32_t form = 0;  // 0: not chosen
    bool own_words = false;
    bool aloud = false;  // it was said in the room already
    std::string text;
    std::uint64_t request = 0;  // the request the dialog was opened for
    bool answers = true;        // it answers the open questions of who gets it
    std::uint64_t heard = 0;    // what a receiver noted having heard, that this says the item of
};
struct ShareState {
    bool open = false;
    ShareDraft draft;
    std::map<std::string, ShareDraft> kept;  // drafts of dialogs closed without sending, by item
    ListState people, bases;
    std::string basis_search;
    bool others_unfolded = true, meeting_unfolded = true;
    int step = 0;
};

struct AskDraft {
    std::set<std::string> to;
    std::string person, category, item, text;
};
struct AskState {
    bool open = false;
    AskDraft draft;
    ListState people;
    int step = 0;
};

struct AnswerDraft {
    int way = 0;  // share, refuse, refer, not here
    std::string item, reason, referred_to, text;
};
struct AnswerState {
    std::uint64_t request = 0;  // 0: closed
    std::map<std::uint64_t, AnswerDraft> drafts;
    ListState items, reasons, roles;
};

struct WeighingDraft {
    std::string tried, harm, averts, minimum;
    bool operator==(const WeighingDraft&) const = default;
};
struct WeighingState {
    std::string item;  // empty: closed
    std::map<std::string, WeighingDraft> drafts;
};

struct TriageState {
    bool open = false, accepting = false;
    std::string reason;
};

// The handover note as it is being written, and what goes with it.
struct SwapScreenState {
    std::string note;
    std::set<std::string> items;
    std::set<std::uint64_t> requests;
    std::string seen, sent;  // the handover as it was a frame ago, and as it was sent
    std::string refused;     // the handover that was sent and not accepted
    std::int64_t changed_ms = 0;
    std::string stage;
    std::int64_t all_ms = 0;     // the whole stage, as far as is known
    bool ready_said = false;     // pressed; goes out after what was written
    bool ready_without = false;  // pressed; what was written stays here
    std::string minute_asked;    // the stage in which an extra minute was asked for
    bool ready_asked = false;    // pressed while nothing had arrived: asks what to do
    DossierState dossier;        // what is read of the new seat's; the card comes first
    ListState people, links;
    int tab = 0, reading_tab = 0, left_tab = 0;
};

// What a choice rests on: items cited as fact, and as assumption.
struct CitedDraft {
    std::map<std::string, bool> items;  // true: as assumption
    std::set<std::string> unsaid;       // of which it was not said yet, as fact or as assumption
    ListState list;
};

struct DecisionDraft {
    std::string option, text;
    CitedDraft cited;
    std::map<std::string, std::string> filled_in;  // by field of the form that goes with it
    std::string proposed;  // what was proposed last, as it was sent; empty: nothing
};
struct DecisionState {
    std::string open;  // the decision shown; empty: none
    std::map<std::string, DecisionDraft> drafts;
    ListState list, proposals;
    int step = 0;
    std::string reason;  // why there should be more time for it
};

struct ActionDraft {
    std::string text, lead, power, power_holder;
    std::int64_t deadline_sim_ms = 0;  // 0: none
    std::set<std::string> items, informed;
    std::map<std::string, std::string> filled_in;  // by field of the plan
};
struct PlanState {
    bool open = false;
    std::uint64_t changing = 0;  // the action that is changed; 0: a new one
    std::uint64_t reading = 0;   // the action that is only looked at; 0: none
    ActionDraft draft;
    std::map<std::uint64_t, ActionDraft> kept;  // closed without sending, by what was changed
    ListState list, items, informed;
    int step = 0;
};

struct CardDraft {
    std::string board, column, text;
    CitedDraft cited;
    std::map<std::string, std::string> filled_in;  // by field of the column
};
struct BoardsState {
    std::string open;                        // the board shown; empty: none
    int first = 0;                           // of its columns in sight
    int tab = 0;                             // the column last chosen
    std::map<std::string, ListState> lists;  // by column
    ListState boards;
    std::uint64_t reading = 0;  // the card that is read; 0: none
    std::string reason;         // why one dissents from it
    std::string writing;        // what is written, as `kept` calls it; empty: nothing
    CardDraft draft;
    std::map<std::string, CardDraft>
        kept;  // by board and column of a new card, or "#" and the card
    int step = 0;
};

struct InterventionState {
    std::string open;  // the intervention asked about; empty: none
    std::map<std::string, DecisionDraft> drafts;
    std::uint64_t reading = 0;              // the inquiry that is read; 0: none
    std::map<std::uint64_t, bool> answers;  // of inquiries: whether the answer was seen
    ListState list;
};

struct ItemActState {
    std::string kind;  // which step, as item_acts.cpp names it; empty: closed
    std::string item, role, person, purpose, text;
};
struct ItemActs {
    ItemActState now;
    std::map<std::string, ItemActState> kept;  // closed without sending, by kind and item
};

struct TableState {
    std::optional<Receipt> receipt;
    ItemActs item_act;
    SwapScreenState swap;
    DecisionState decision;
    PlanState plan;
    BoardsState boards;
    InterventionState intervention;
    BarState bar;
    RoleCardState role_card;
    DossierState dossier;
    RequestsState requests;
    TalkState talk;
    DockState dock;
    ShareState share;
    AskState ask;
    AnswerState answer;
    WeighingState weighing;
    TriageState triage;
    int narrow_tab = 0;
    // What drafts are about, by what they are kept under: another role may not know it.
    std::map<std::string, std::string> titles;
};

}  // namespace casustafel::ui
