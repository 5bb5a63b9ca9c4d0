#include "client/ui/polls/prompt.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/polls/prompt_questions.hpp"

namespace casustafel::ui {
namespace {

std::string draft_key(const Panel& panel, const v1::Prompt& prompt) {
    return panel.model.code + "/" + std::to_string(panel.model.participant) + "/" + prompt.id();
}

const v1::Prompt* asked_here(const Panel& panel) {
    return panel.looking || panel.view == nullptr ? nullptr : model::open_prompt(*panel.view);
}

// Opening unfolds it; closing is told once, with what became of what was chosen.
void watch(Panel& panel, PromptState& state, BarState& bar) {
    const v1::Prompt* prompt = asked_here(panel);
    const std::string now = prompt == nullptr ? std::string() : draft_key(panel, *prompt);
    if (prompt != nullptr) {
        PromptDraft& draft = draft_of(panel, *prompt, state);
        draft.received = prompt_received(*prompt, draft);
    }
    if (now == state.open) return;
    const PromptDraft& before = state.drafts[state.open];
    const bool lost = before.chosen != before.sent;
    if (now.empty() && panel.phase_is(Phase::running) && (lost || state.held)) {
        const Say body = lost ? Say::prompt_closed_unsent : Say::prompt_closed_body;
        bar.tell = {lost ? Tone::attention : Tone::neutral, panel.say(Say::prompt_closed),
                    panel.say(body), Say::prompt_closed, body};
    }
    state.open = now;
    state.folded = prompt != nullptr && !prompt->holds();
    state.unfolded = false;
    state.step = 0;
    state.held = prompt != nullptr && prompt->holds();
    if (prompt == nullptr) return;
    state.clocks.clear();
    panel.ui.number("prompt.body.offset") = 0;
}

}  // namespace

PromptChoices prompt_said(const v1::Prompt& prompt) {
    PromptChoices choices;
    for (const v1::PromptChoice& choice : prompt.mine()) {
        std::string& said = choices[choice.question()];
        if (!said.empty()) said += '\n';
        said += choice.option().empty() ? choice.text() : choice.option();
    }
    return choices;
}

PromptDraft& draft_of(const Panel& panel, const v1::Prompt& prompt, PromptState& state) {
    const auto [found, fresh] = state.drafts.try_emplace(draft_key(panel, prompt));
    if (fresh) found->second = {prompt_said(prompt), prompt_said(prompt)};
    return found->second;
}

bool prompt_received(const v1::Prompt& prompt, const PromptDraft& draft) {
    return !draft.chosen.empty() && prompt_said(prompt) == draft.chosen &&
           (draft.sent.empty() || draft.sent == draft.chosen);
}

std::int64_t left_of_prompt(Panel& panel, const v1::Prompt& prompt, PromptClock& clock) {
    if (clock.said_ms != prompt.ends_in_ms())
        clock = {prompt.ends_in_ms(), prompt.ends_in_ms(), panel.now_ms};
    const bool counts = panel.phase_is(Phase::running) && panel.model.held.empty();
    if (counts) {
        clock.left_ms -= panel.now_ms - clock.counted_at_ms;
        panel.ui.wake_after(1);
    }
    clock.counted_at_ms = panel.now_ms;
    return std::max<std::int64_t>(0, clock.left_ms);
}

void draw_prompt_bar(Panel& panel, Rect& screen, PromptState& state, BarState& bar) {
    watch(panel, state, bar);
    const v1::Prompt* prompt = asked_here(panel);
    if (prompt == nullptr) return draw_results_bar(panel, screen, state);
    const bool received = prompt_received(*prompt, draft_of(panel, *prompt, state));
    // What is answered and holds nobody up asks for no more room.
    if (received && !prompt->holds()) state.folded = true;
    if (received && !prompt->holds()) return draw_results_bar(panel, screen, state);
    if (!state.folded) return;
    panel.ui.area("prompt.bar");
    Rect row = screen.cut_top(48);
    panel.draw().fill(row, Token::accent_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    if (button_right(panel.ui, row, 32, "prompt.unfold", panel.say(Say::prompt_unfold),
                     {.style = ButtonStyle::primary, .small = true}))
        state.folded = false, state.unfolded = true;
    row.cut_right(16);
    if (prompt->ends_in_ms() > 0) {
        const std::int64_t left_ms = left_of_prompt(panel, *prompt, state.clocks[panel.role]);
        const std::string time = panel.say(Say::table_left, {minutes_and_seconds(left_ms)});
        icon_label(panel.ui, row.cut_right(panel.draw().width(time, Type::strong_small) + 24),
                   Icon::timer, time, Tone::neutral, true);
        row.cut_right(16);
    }
    if (!prompt->holds()) {
        const std::string title = panel.say(Say::prompt_beside, {panel.in(prompt->title())});
        icon_label(panel.ui, row, received ? Icon::check_circle : Icon::help, title, Tone::accent,
                   true);
        return;
    }
    const Rect words = icon_label(panel.ui, row, received ? Icon::check_circle : Icon::pause,
                                  panel.say(received ? Say::prompt_received : Say::prompt_folded),
                                  Tone::accent, true);
    row.left = words.right + 16;
    // As much of what can be done meanwhile as there is room for.
    for (const std::string& body :
         {panel.say(Say::prompt_folded_body), panel.say(Say::prompt_read_only)}) {
        if (panel.draw().width(body, Type::small) >= row.width()) continue;
        panel.draw().line(row, body, {Type::small});
        break;
    }
}

bool draw_prompt(Panel& panel, PromptState& state) {
    const v1::Prompt* prompt = asked_here(panel);
    if (draw_prompt_results(panel, state)) return true;
    if (prompt == nullptr || state.folded) return state.send_asked = false;
    draw_prompt_questions(panel, state, *prompt);
    return true;
}

std::map<std::string, PromptDraft> unsent_prompts(const PromptState& state) {
    const auto found = state.drafts.find(state.open);
    if (found == state.drafts.end() || found->second.received || found->second.chosen.empty())
        return {};
    return {*found};
}

void unsend_prompt(PromptState& state) {
    for (auto& [key, draft] : state.drafts) draft.sent.clear();
}

}  // namespace casustafel::ui
