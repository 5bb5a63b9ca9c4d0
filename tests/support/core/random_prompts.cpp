// Prompts, corrections of the score, and what was heard aloud.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

namespace {

// One that is noted as said by this role, when there is one.
EntityId note_to_answer(ActInTheMaking& moment) {
    for (const auto& [id, each] : moment.state.heard)
        if (!each.answered && each.event.giver == moment.actor.role && !moment.mistake()) return id;
    return moment.made(moment.state.heard);
}

// Those that are put to the role now.
std::vector<PromptId> open_to(const ActInTheMaking& moment) {
    std::vector<PromptId> open;
    for (const auto& prompt : moment.scenario().prompts)
        if (status_of(moment.state, prompt.id) == PromptStatus::open &&
            is_put_to(moment.scenario(), prompt, moment.actor.role))
            open.push_back(prompt.id);
    return open;
}

}  // namespace

Command probing_act(ActInTheMaking& moment) {
    const auto open = open_to(moment);
    AnswerPrompt answer;
    answer.prompt = !open.empty() && !moment.mistake() ? moment.seed.pick(open)
                                                       : moment.id_of(moment.scenario().prompts);
    const auto* prompt = find(moment.scenario(), answer.prompt);
    if (!prompt) return answer;
    for (const auto& question : prompt->questions) {
        if (!moment.seed.chance(85)) continue;
        if (question.form == QuestionForm::text)
            answer.answers.push_back({question.id, {}, moment.words()});
        else if (question.form == QuestionForm::items)
            answer.answers.push_back({question.id, {moment.held_item().value}});
        else
            answer.answers.push_back({question.id, moment.id_of(question.options)});
    }
    return answer;
}

Command heard_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(10);
    if (choice < 5)
        return NoteHeard{moment.role(), moment.person(), any_of<Category>(moment.seed),
                         moment.words()};
    if (choice < 6) return DenyHeard{note_to_answer(moment)};
    RegisterSpokenShare spoken;
    spoken.heard = note_to_answer(moment);
    const auto noted = moment.state.heard.find(spoken.heard);
    spoken.item = moment.held_item();
    spoken.to = noted == moment.state.heard.end() ? moment.roles()
                                                  : std::vector<RoleId>{noted->second.event.by};
    spoken.purpose = any_of<Purpose>(moment.seed);
    spoken.basis = moment.id_of(moment.scenario().rules.bases);
    spoken.form = any_of<Form>(moment.seed);
    return spoken;
}

Command trainers_prompt_act(ActInTheMaking& moment) {
    const PromptId* open = holding_prompt(moment.state);
    if (open && !moment.mistake()) return ClosePrompt{*open};
    return OpenPrompt{moment.id_of(moment.scenario().prompts)};
}

Command correcting_act(ActInTheMaking& moment) {
    CorrectScore wanted;
    wanted.target.kind = any_of<CorrectionKind>(moment.seed);
    wanted.leave_out = moment.seed.chance(70);
    wanted.reason = moment.words();
    switch (wanted.target.kind) {
        case CorrectionKind::share: wanted.target.made = moment.made(moment.state.shares); break;
        case CorrectionKind::request:
            wanted.target.made = moment.made(moment.state.requests);
            break;
        case CorrectionKind::action: wanted.target.made = moment.made(moment.state.plan); break;
        case CorrectionKind::decision:
            wanted.target.decision = moment.id_of(moment.scenario().decisions);
            break;
    }
    return wanted;
}

}  // namespace casustafel::support
