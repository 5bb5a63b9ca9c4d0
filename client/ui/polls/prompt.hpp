#pragma once
// A prompt (a "peiling" or "vragenlijst") as its participants see it: everybody answers a few
// questions for themselves, in a dialog over the screen that folds to a bar so that the dossier can
// be read meanwhile. One that does not hold the case begins folded: it waits for who works. What was chosen is kept here until it is sent, whatever
// happens to the connection; what was sent can be changed until the questions close. It never says
// what is right.
#include <cstdint>
#include <map>
#include <string>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// By question: the option, of several the options on a line each, or the words.
using PromptChoices = std::map<std::string, std::string>;

struct PromptDraft {
    PromptChoices chosen, sent;
    bool received = false;  // the server has what was chosen
};

// The real time that is left: what the server said last, counted down since.
struct PromptClock {
    std::int64_t said_ms = -1, left_ms = 0, counted_at_ms = 0;
};

struct PromptState {
    std::string open;  // the draft of the prompt that was open in the frame before; empty: none
    bool held = false;  // for it the case stood still
    bool folded = false;
    // Opened by hand: focus goes to the first answer. When it opens by itself focus goes nowhere,
    // so that nobody who was typing chooses something.
    bool unfolded = false;
    bool send_asked = false;  // whether to send with questions left open
    int step = 0;             // the question shown where there is room for one at a time
    // By session, participant and prompt.
    std::map<std::string, PromptDraft> drafts;
    std::map<std::string, PromptClock> clocks;  // by view
    std::map<std::string, std::string> seen;    // by prompt: what was shown of its answers and read
    bool results_open = false;
};

// Real time left to answer; it stands still with the session.
std::int64_t left_of_prompt(Panel& panel, const v1::Prompt& prompt, PromptClock& clock);

// Cuts the bar of a folded prompt off the top of the screen; tells in `bar` that one has closed.
void draw_prompt_bar(Panel& panel, Rect& screen, PromptState& state, BarState& bar);
// Draws the questions over the table; false when none are open or they are folded.
bool draw_prompt(Panel& panel, PromptState& state);
// Cuts a bar off the top while there are answers that were not looked at, and draws them over the
// screen when they are asked for; false when they are not open.
void draw_results_bar(Panel& panel, Rect& screen, PromptState& state);
bool draw_prompt_results(Panel& panel, PromptState& state);

// What was chosen in the poll that is open and did not reach the server.
std::map<std::string, PromptDraft> unsent_prompts(const PromptState& state);
// The server refused these answers: they can be sent again.
void unsend_prompt(PromptState& state);

// What the server has.
PromptChoices prompt_said(const v1::Prompt& prompt);
// What was chosen; at first what the server already has.
PromptDraft& draft_of(const Panel& panel, const v1::Prompt& prompt, PromptState& state);
// The server has what was chosen, and nothing else is on its way.
bool prompt_received(const v1::Prompt& prompt, const PromptDraft& draft);

}  // namespace casustafel::ui
