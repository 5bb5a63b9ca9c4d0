// Prompts: some or all answer a few questions for themselves, while the case stands still or goes
// on. One closes when nobody is waited for any more, when its time is up, or when the trainer says
// so; one of the lobby at the start, and one of after the end only by the trainer. What was right
// is judged at the closing; of a prediction, at the end.
#include "server/core/rules/prompt.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/checks.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/session.hpp"
#include "server/core/rules/swap.hpp"

namespace casustafel::core {
namespace {

bool is_right(const State& state, const PromptOption& option) {
    return option.right_when.empty() ? option.right : all_hold(state, option.right_when);
}

// What is right about somebody's own other role differs for each, and is not judged for all.
bool is_judged(const PromptQuestion& question) {
    return question.form == QuestionForm::choice && !question.about_other;
}

PromptJudged judgement(const State& state, const Prompt& prompt, const PromptQuestion& question) {
    PromptJudged judged{prompt.id, question.id, {}};
    for (const auto& option : question.options)
        if (is_right(state, option)) judged.right.push_back(option.id);
    return judged;
}

// Whether the prompt, which is open, is put to one of the roles that this participant plays.
bool is_waited_for(const State& state, const Prompt& prompt, ParticipantId id,
                   const Participant& participant) {
    if (!participant.present || participant.absent) return false;
    return std::ranges::any_of(roles_of(state, id), [&](const RoleId& role) {
        return is_put_to(*state.scenario, prompt, role);
    });
}

// Whether it waits for anybody but this one.
bool awaits_others(const State& state, const Prompt& prompt, ParticipantId than) {
    const auto opened = state.prompts.find(prompt.id);
    return std::ranges::any_of(state.participants, [&](const auto& entry) {
        const auto& [id, participant] = entry;
        const bool answered = opened != state.prompts.end() && opened->second.answers.contains(id);
        return id != than && !answered && is_waited_for(state, prompt, id, participant);
    });
}

// With nobody at all to wait for it keeps its time, so that the trainer sees it pass.
bool is_awaited_no_longer(const State& state, const Prompt& prompt) {
    return !state.prompts.at(prompt.id).answers.empty() &&
           !awaits_others(state, prompt, ParticipantId::nobody);
}

bool knows(const Act& act, const Prompt& prompt, const PromptAnswer& answer) {
    const auto* question = find(prompt, answer.question);
    if (!question) return false;
    switch (question->form) {
        case QuestionForm::text: return answer.option.empty();
        case QuestionForm::items: {
            const ItemId item{answer.option.value};
            return find(act.scenario, item) && sees(act.state, act.actor.role, item);
        }
        case QuestionForm::choice:
        case QuestionForm::scale:
        case QuestionForm::roles:
        case QuestionForm::people: return find(*question, answer.option) != nullptr;
    }
    return false;
}

// The answers to one question, as they count: the last ones named, each once, and not more than may
// be chosen. What is typed beside an option says nothing.
std::vector<PromptAnswer> tidy(const PromptQuestion& question,
                               const std::vector<PromptAnswer>& answers) {
    std::vector<PromptAnswer> last;
    const bool in_words = question.form == QuestionForm::text;
    const auto most = in_words ? 1u : static_cast<std::size_t>(std::max(1, question.most));
    for (auto each = answers.rbegin(); each != answers.rend() && last.size() < most; ++each) {
        if (each->question != question.id || (in_words && is_blank(each->text))) continue;
        const PromptAnswer said{each->question, each->option,
                                in_words ? each->text : std::string()};
        if (std::ranges::find(last, said) == last.end()) last.push_back(said);
    }
    std::ranges::reverse(last);
    return last;
}

std::vector<PromptAnswer> tidy(const Prompt& prompt, const std::vector<PromptAnswer>& answers) {
    std::vector<PromptAnswer> each;
    for (const auto& question : prompt.questions)
        for (auto& answer : tidy(question, answers)) each.push_back(std::move(answer));
    return each;
}

// Why nothing is put to the actor now.
Rejection not_asked_now(const Act& act) {
    if (act.state.phase == SessionPhase::ended) return Rejection::session_ended;
    if (act.state.phase == SessionPhase::lobby) return Rejection::not_started;
    return Rejection::no_prompt;
}

std::vector<Event> closing(const State& state, const Prompt& prompt) {
    std::vector<Event> events{PromptClosed{prompt.id}};
    for (const auto& question : prompt.questions)
        if (!question.predicts && is_judged(question))
            events.push_back(judgement(state, prompt, question));
    return events;
}

template <class Wanted>
std::vector<Event> closing_of_those(const State& state, Wanted wanted) {
    std::vector<Event> events;
    for (const auto& [id, now] : state.prompts) {
        const Prompt* prompt = find(*state.scenario, id);
        if (prompt && now.status == PromptStatus::open && wanted(*prompt))
            append(events, closing(state, *prompt));
    }
    return events;
}

}  // namespace

bool is_put_to(const Scenario& scenario, const Prompt& prompt, const RoleId& role) {
    if (prompt.to.empty() && prompt.tables.empty()) return true;
    if (std::ranges::find(prompt.to, role) != prompt.to.end()) return true;
    const Role* at = find(scenario, role);
    return at && std::ranges::find(prompt.tables, at->table) != prompt.tables.end();
}

RoleId subject_of(const State& state, const PromptQuestion& question, const RoleId& role) {
    if (!question.about_other) return {};
    if (state.swap.stage == SwapStage::writing) {
        for (const auto& [one, other] : state.swap.pairs) {
            if (one == role) return other;
            if (other == role) return one;
        }
        return {};
    }
    const auto seat = state.seats.find(role);
    const bool got =
        state.swap.count > 0 && seat != state.seats.end() && !seat->second.former.empty();
    return got ? role : RoleId{};
}

bool is_right_of(const PromptOption& option, const RoleId& subject) {
    return std::ranges::find(option.right_of, subject) != option.right_of.end();
}

bool shows_answer(const State& state, const Prompt& prompt, const RoleId& viewer,
                  const PromptAnswered& answered) {
    if (prompt.seen_by == PromptReach::all) return true;
    if (prompt.seen_by != PromptReach::table) return false;
    const Role* one = find(*state.scenario, viewer);
    const Role* other = find(*state.scenario, answered.role);
    return one && other && one->table == other->table;
}

bool sees_answers(const State& state, const RoleId& role, const Prompt& prompt) {
    if (status_of(state, prompt.id) != PromptStatus::closed) return false;
    const auto& answers = state.prompts.at(prompt.id).answers;
    return std::ranges::any_of(
        answers, [&](const auto& each) { return shows_answer(state, prompt, role, each.second); });
}

PromptOpened opening(const Prompt& prompt, std::int64_t active_ms) {
    return {prompt.id, active_ms + prompt.answer_within_ms};
}

bool may_open_now(const State& state, const Prompt& prompt) {
    if (status_of(state, prompt.id) != PromptStatus::waiting) return false;
    const bool of_swap = prompt.moment == PromptMoment::swap;
    if (of_swap != (state.swap.stage == SwapStage::writing)) return false;
    if (state.swap.stage == SwapStage::reading) return false;
    return !prompt.holds || !holding_prompt(state);
}

void put_on_its_way(State& state, const Record& record, const PromptId& prompt) {
    state.coming.emplace(prompt, record.stamp.active_ms);
}

std::vector<Event> closing_of_answered(const State& state) {
    return closing_of_those(
        state, [&](const Prompt& prompt) { return is_awaited_no_longer(state, prompt); });
}

std::vector<Event> closing_of(const State& state, const PromptId& id) {
    return closing_of_those(state, [&](const Prompt& prompt) { return prompt.id == id; });
}

std::vector<Event> closing_of_all(const State& state) {
    return closing_of_those(state, [](const Prompt&) { return true; });
}

std::vector<Event> closing_of_swap(const State& state) {
    return closing_of_those(
        state, [](const Prompt& prompt) { return prompt.moment == PromptMoment::swap; });
}

std::vector<Event> closing_of_lobby(const State& state) {
    std::vector<Event> events;
    for (const auto& prompt : state.scenario->prompts)
        if (prompt.moment == PromptMoment::lobby) append(events, closing(state, prompt));
    return events;
}

std::vector<Event> judged_predictions(const State& state) {
    std::vector<Event> events;
    for (const auto& prompt : state.scenario->prompts) {
        if (status_of(state, prompt.id) == PromptStatus::waiting) continue;
        for (const auto& question : prompt.questions)
            if (question.predicts && is_judged(question))
                events.push_back(judgement(state, prompt, question));
    }
    return events;
}

Outcome decide_on(const Act& act, const OpenPrompt& wanted) {
    const auto* prompt = find(act.scenario, wanted.prompt);
    if (!prompt) return Rejection::unknown;
    if (act.state.swap.stage != SwapStage::none) return Rejection::swap_under_way;
    if (prompt->holds && holding_prompt(act.state)) return Rejection::prompt_open;
    if (status_of(act.state, prompt->id) != PromptStatus::waiting) return Rejection::already_so;
    return std::vector<Event>{opening(*prompt, act.stamp.active_ms)};
}

Outcome decide_on(const Act& act, const ClosePrompt& wanted) {
    const auto* prompt = find(act.scenario, wanted.prompt);
    if (act.state.phase == SessionPhase::lobby) return Rejection::not_started;
    const bool after_end = prompt && prompt->moment == PromptMoment::end;
    if (act.state.phase == SessionPhase::ended && !after_end) return Rejection::session_ended;
    if (!prompt) return Rejection::unknown;
    if (status_of(act.state, prompt->id) != PromptStatus::open) return Rejection::no_prompt;
    return closing(act.state, *prompt);
}

Outcome decide_on(const Act& act, const AnswerPrompt& wanted) {
    if (act.state.phase == SessionPhase::paused) return Rejection::session_paused;
    const Prompt* prompt = find(act.scenario, wanted.prompt);
    if (!prompt || status_of(act.state, prompt->id) != PromptStatus::open ||
        !is_put_to(act.scenario, *prompt, act.actor.role))
        return not_asked_now(act);
    const auto known = [&](const PromptAnswer& answer) { return knows(act, *prompt, answer); };
    if (!std::ranges::all_of(wanted.answers, known)) return Rejection::unknown;
    // A trainer who stands in knows too much to be counted.
    if (act.actor.kind != ActorKind::participant) return Rejection::participant_only;
    PromptAnswered answered{prompt->id, act.actor.participant, act.actor.role,
                            tidy(*prompt, wanted.answers)};
    if (answered.answers.empty()) return Rejection::nothing_answered;
    const auto opened = act.state.prompts.find(prompt->id);
    if (opened != act.state.prompts.end()) {
        const auto same = opened->second.answers.find(act.actor.participant);
        if (same != opened->second.answers.end() && same->second == answered)
            return Rejection::already_so;
    }
    // One answer of many brings nothing about, so nobody needs to look at the State behind it.
    const bool settled =
        !is_swap_awaited_no_longer(act.state) && closing_of_answered(act.state).empty();
    if (settled && awaits_others(act.state, *prompt, act.actor.participant))
        return std::vector<Event>{std::move(answered)};
    return going_on(act.state, act.stamp, {std::move(answered)});
}

void apply_on(State& state, const Record& record, const PromptOpened& event) {
    auto& prompt = state.prompts[event.prompt];
    prompt.status = PromptStatus::open;
    prompt.until_active_ms = event.until_active_ms;
    prompt.at_sim_ms = record.stamp.sim_ms;
    state.coming.erase(event.prompt);
    const Prompt* written = find(*state.scenario, event.prompt);
    if (written && !written->holds) return;
    state.clock.case_held = true;
    anchor(state, record);
}

void apply_on(State& state, const Record&, const PromptAnswered& event) {
    state.prompts[event.prompt].answers.insert_or_assign(event.participant, event);
}

void apply_on(State& state, const Record& record, const PromptClosed& event) {
    auto& prompt = state.prompts[event.prompt];
    const bool was_open = prompt.status == PromptStatus::open;
    prompt.status = PromptStatus::closed;
    const Prompt* written = find(*state.scenario, event.prompt);
    if (!was_open || (written && !written->holds)) return;
    state.clock.case_held = false;
    anchor(state, record);
}

void apply_on(State& state, const Record&, const PromptJudged& event) {
    state.prompts[event.prompt].right.insert_or_assign(event.question, event.right);
}

}  // namespace casustafel::core
