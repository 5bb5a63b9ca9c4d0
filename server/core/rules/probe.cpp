// A freeze probe: the case stands still while everybody at a table answers a few questions for
// themselves. It closes when nobody is waited for any more, when its time is up, or when the
// trainer says so. What was right is judged then; of a prediction, at the end.
#include "server/core/rules/probe.hpp"

#include <algorithm>

#include "server/core/law/checks.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/session.hpp"

namespace casustafel::core {
namespace {

bool is_right(const State& state, const ProbeOption& option) {
    return option.right_when.empty() ? option.right : all_hold(state, option.right_when);
}

ProbeJudged judgement(const State& state, const Probe& probe, const ProbeQuestion& question) {
    ProbeJudged judged{probe.id, question.id, {}};
    for (const auto& option : question.options)
        if (is_right(state, option)) judged.right.push_back(option.id);
    return judged;
}

bool is_waited_for(const State& state, ParticipantId id, const Participant& participant) {
    return participant.present && !participant.absent && !roles_of(state, id).empty();
}

bool all_known(const Probe& probe, const std::vector<ProbeAnswer>& answers) {
    return std::all_of(answers.begin(), answers.end(), [&](const ProbeAnswer& answer) {
        const auto* question = find(probe, answer.question);
        return question && find(*question, answer.option);
    });
}

// One answer to each question: the last one named.
std::vector<ProbeAnswer> tidy(const Probe& probe, const std::vector<ProbeAnswer>& answers) {
    std::vector<ProbeAnswer> each;
    for (const auto& question : probe.questions) {
        const auto last = std::find_if(answers.rbegin(), answers.rend(), [&](const auto& answer) {
            return answer.question == question.id;
        });
        if (last != answers.rend()) each.push_back(*last);
    }
    return each;
}

}  // namespace

bool is_probe_awaited_no_longer(const State& state) {
    const ProbeId* open = open_probe(state);
    if (!open) return false;
    const auto& answers = state.probes.at(*open).answers;
    const auto& people = state.participants;
    const auto missing = [&](const auto& entry) {
        return is_waited_for(state, entry.first, entry.second) && !answers.contains(entry.first);
    };
    // With nobody at all to wait for it keeps its time, so that the trainer sees it pass.
    return !answers.empty() && std::none_of(people.begin(), people.end(), missing);
}

ProbeOpened opening(const Probe& probe, std::int64_t active_ms) {
    return {probe.id, active_ms + probe.answer_within_ms};
}

std::vector<Event> closing_of_probe(const State& state) {
    const ProbeId* open = open_probe(state);
    if (!open) return {};
    std::vector<Event> events{ProbeClosed{*open}};
    const Probe& probe = *find(*state.scenario, *open);
    for (const auto& question : probe.questions)
        if (!question.predicts) events.push_back(judgement(state, probe, question));
    return events;
}

std::vector<Event> judged_predictions(const State& state) {
    std::vector<Event> events;
    for (const auto& probe : state.scenario->probes) {
        if (status_of(state, probe.id) == ProbeStatus::waiting) continue;
        for (const auto& question : probe.questions)
            if (question.predicts) events.push_back(judgement(state, probe, question));
    }
    return events;
}

Outcome decide_on(const Act& act, const OpenProbe& wanted) {
    const auto* probe = find(act.scenario, wanted.probe);
    if (!probe) return Rejection::unknown;
    if (act.state.swap.stage != SwapStage::none) return Rejection::swap_under_way;
    if (open_probe(act.state)) return Rejection::probe_open;
    if (status_of(act.state, probe->id) != ProbeStatus::waiting) return Rejection::already_so;
    return std::vector<Event>{opening(*probe, act.stamp.active_ms)};
}

Outcome decide_on(const Act& act, const CloseProbe& wanted) {
    if (!find(act.scenario, wanted.probe)) return Rejection::unknown;
    const ProbeId* open = open_probe(act.state);
    if (!open || *open != wanted.probe) return Rejection::no_probe;
    return closing_of_probe(act.state);
}

Outcome decide_on(const Act& act, const AnswerProbe& wanted) {
    const ProbeId* open = open_probe(act.state);
    if (!open || *open != wanted.probe) return Rejection::no_probe;
    const Probe& probe = *find(act.scenario, *open);
    if (!all_known(probe, wanted.answers)) return Rejection::unknown;
    // A trainer who stands in knows too much to be counted.
    if (act.actor.kind != ActorKind::participant) return Rejection::participant_only;
    ProbeAnswered answered{probe.id, act.actor.participant, act.actor.role,
                           tidy(probe, wanted.answers)};
    if (answered.answers.empty()) return Rejection::nothing_answered;
    const auto& before = act.state.probes.at(probe.id).answers;
    const auto same = before.find(act.actor.participant);
    if (same != before.end() && same->second == answered) return Rejection::already_so;
    return going_on(act.state, act.stamp, {std::move(answered)});
}

void apply_on(State& state, const Record& record, const ProbeOpened& event) {
    auto& probe = state.probes[event.probe];
    probe.status = ProbeStatus::open;
    probe.until_active_ms = event.until_active_ms;
    probe.at_sim_ms = record.stamp.sim_ms;
    state.clock.case_held = true;
    anchor(state, record);
}

void apply_on(State& state, const Record&, const ProbeAnswered& event) {
    state.probes[event.probe].answers.insert_or_assign(event.participant, event);
}

void apply_on(State& state, const Record& record, const ProbeClosed& event) {
    state.probes[event.probe].status = ProbeStatus::closed;
    state.clock.case_held = false;
    anchor(state, record);
}

void apply_on(State& state, const Record&, const ProbeJudged& event) {
    state.probes[event.probe].right.insert_or_assign(event.question, event.right);
}

}  // namespace casustafel::core
