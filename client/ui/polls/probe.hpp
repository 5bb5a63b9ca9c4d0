#pragma once
// A freeze probe (a "peiling") as its participants see it: the case stands still and everybody
// answers a few questions for themselves, in a dialog over the table that folds to a bar so that
// the dossier can be read meanwhile. What was chosen is kept here until it is sent, whatever
// happens to the connection; what was sent can be changed until the questions close. It never says
// what is right.
#include <cstdint>
#include <map>
#include <string>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

using ProbeChoices = std::map<std::string, std::string>;  // option by question

struct ProbeDraft {
    ProbeChoices chosen, sent;
    bool received = false;  // the server has what was chosen
};

// The real time that is left: what the server said last, counted down since.
struct ProbeClock {
    std::int64_t said_ms = -1, left_ms = 0, counted_at_ms = 0;
};

struct ProbeState {
    std::string open;  // the draft of the probe that was open in the frame before; empty: none
    bool folded = false;
    // Opened by hand: focus goes to the first answer. When it opens by itself focus goes nowhere,
    // so that nobody who was typing chooses something.
    bool unfolded = false;
    bool send_asked = false;  // whether to send with questions left open
    int step = 0;             // the question shown where there is room for one at a time
    // By session, participant and probe.
    std::map<std::string, ProbeDraft> drafts;
    std::map<std::string, ProbeClock> clocks;  // by view
};

// Real time left to answer; it stands still with the session.
std::int64_t left_of_probe(Panel& panel, const v1::Probe& probe, ProbeClock& clock);

// Cuts the bar of a folded probe off the top of the screen; tells in `bar` that one has closed.
void draw_probe_bar(Panel& panel, Rect& screen, ProbeState& state, BarState& bar);
// Draws the questions over the table; false when none are open or they are folded.
bool draw_probe(Panel& panel, ProbeState& state);
// What was chosen in the poll that is open and did not reach the server.
std::map<std::string, ProbeDraft> unsent_probes(const ProbeState& state);
// The server refused these answers: they can be sent again.
void unsend_probe(ProbeState& state);

// What the server has.
ProbeChoices probe_said(const v1::Probe& probe);
// What was chosen; at first what the server already has.
ProbeDraft& draft_of(const Panel& panel, const v1::Probe& probe, ProbeState& state);
// The server has what was chosen, and nothing else is on its way.
bool probe_received(const v1::Probe& probe, const ProbeDraft& draft);

}  // namespace casustafel::ui
