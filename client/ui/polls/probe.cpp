#include "client/ui/polls/probe.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/polls/probe_questions.hpp"

namespace casustafel::ui {
namespace {

std::string draft_key(const Panel& panel, const v1::Probe& probe) {
    return panel.model.code + "/" + std::to_string(panel.model.participant) + "/" + probe.id();
}

const v1::Probe* asked_here(const Panel& panel) {
    return panel.looking || panel.view == nullptr ? nullptr : model::open_probe(*panel.view);
}

// Opening unfolds it; closing is told once, with what became of what was chosen.
void watch(Panel& panel, ProbeState& state, BarState& bar) {
    const v1::Probe* probe = asked_here(panel);
    const std::string now = probe == nullptr ? std::string() : draft_key(panel, *probe);
    if (probe != nullptr) {
        ProbeDraft& draft = draft_of(panel, *probe, state);
        draft.received = probe_received(*probe, draft);
    }
    if (now == state.open) return;
    if (now.empty() && panel.phase_is(Phase::running)) {
        const ProbeDraft& draft = state.drafts[state.open];
        const bool lost = draft.chosen != draft.sent;
        const Say body = lost ? Say::probe_closed_unsent : Say::probe_closed_body;
        bar.tell = {lost ? Tone::attention : Tone::neutral, panel.say(Say::probe_closed),
                    panel.say(body), Say::probe_closed, body};
    }
    state.open = now;
    state.folded = state.unfolded = false;
    state.step = 0;
    if (probe == nullptr) return;
    state.clocks.clear();
    panel.ui.number("probe.body.offset") = 0;
}

}  // namespace

ProbeChoices probe_said(const v1::Probe& probe) {
    ProbeChoices choices;
    for (const v1::ProbeChoice& choice : probe.mine()) choices[choice.question()] = choice.option();
    return choices;
}

ProbeDraft& draft_of(const Panel& panel, const v1::Probe& probe, ProbeState& state) {
    const auto [found, fresh] = state.drafts.try_emplace(draft_key(panel, probe));
    if (fresh) found->second = {probe_said(probe), probe_said(probe)};
    return found->second;
}

bool probe_received(const v1::Probe& probe, const ProbeDraft& draft) {
    return !draft.chosen.empty() && probe_said(probe) == draft.chosen &&
           (draft.sent.empty() || draft.sent == draft.chosen);
}

std::int64_t left_of_probe(Panel& panel, const v1::Probe& probe, ProbeClock& clock) {
    if (clock.said_ms != probe.ends_in_ms())
        clock = {probe.ends_in_ms(), probe.ends_in_ms(), panel.now_ms};
    const bool counts = panel.phase_is(Phase::running) && panel.model.held.empty();
    if (counts) {
        clock.left_ms -= panel.now_ms - clock.counted_at_ms;
        panel.ui.wake_after(1);
    }
    clock.counted_at_ms = panel.now_ms;
    return std::max<std::int64_t>(0, clock.left_ms);
}

void draw_probe_bar(Panel& panel, Rect& screen, ProbeState& state, BarState& bar) {
    watch(panel, state, bar);
    const v1::Probe* probe = asked_here(panel);
    if (probe == nullptr || !state.folded) return;
    panel.ui.area("probe.bar");
    const bool received = probe_received(*probe, draft_of(panel, *probe, state));
    Rect row = screen.cut_top(48);
    panel.draw().fill(row, Token::accent_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    if (button_right(panel.ui, row, 32, "probe.unfold", panel.say(Say::probe_unfold),
                     {.style = ButtonStyle::primary, .small = true}))
        state.folded = false, state.unfolded = true;
    row.cut_right(16);
    const std::int64_t left_ms = left_of_probe(panel, *probe, state.clocks[panel.role]);
    const std::string time = panel.say(Say::table_left, {minutes_and_seconds(left_ms)});
    icon_label(panel.ui, row.cut_right(panel.draw().width(time, Type::strong_small) + 24),
               Icon::timer, time, Tone::neutral, true);
    row.cut_right(16);
    const Rect words = icon_label(panel.ui, row, received ? Icon::check_circle : Icon::pause,
                                  panel.say(received ? Say::probe_received : Say::probe_folded),
                                  Tone::accent, true);
    row.left = words.right + 16;
    // As much of what can be done meanwhile as there is room for.
    for (const std::string& body :
         {panel.say(Say::probe_folded_body), panel.say(Say::probe_read_only)}) {
        if (panel.draw().width(body, Type::small) >= row.width()) continue;
        panel.draw().line(row, body, {Type::small});
        break;
    }
}

bool draw_probe(Panel& panel, ProbeState& state) {
    const v1::Probe* probe = asked_here(panel);
    if (probe == nullptr || state.folded) return state.send_asked = false;
    draw_probe_questions(panel, state, *probe);
    return true;
}

std::map<std::string, ProbeDraft> unsent_probes(const ProbeState& state) {
    const auto found = state.drafts.find(state.open);
    if (found == state.drafts.end() || found->second.received || found->second.chosen.empty())
        return {};
    return {*found};
}

void unsend_probe(ProbeState& state) {
    for (auto& [key, draft] : state.drafts) draft.sent.clear();
}

}  // namespace casustafel::ui
