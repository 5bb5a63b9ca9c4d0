// Prompts: each opens at a moment that comes, asks what can be answered there, and shows what was
// answered only where that gives nothing away.
#include <algorithm>

#include "server/core/values/clock.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using core::PromptMoment;
using core::QuestionForm;
using text::Key;

bool inside_a_segment(const core::Scenario& scenario, std::int64_t sim_ms) {
    return std::any_of(scenario.segments.begin(), scenario.segments.end(),
                       [&](const core::Segment& segment) {
                           return sim_ms >= segment.from_sim_ms && sim_ms <= segment.to_sim_ms;
                       });
}

void check_prompt_time(const Draft& draft, std::int64_t sim_ms, const std::string& path) {
    const auto& scenario = draft.scenario;
    if (sim_ms < scenario.start_sim_ms() || sim_ms > scenario.end_sim_ms())
        draft.findings.report(path, {Key::diagnostic_time_outside_case,
                                     {print_time(sim_ms), print_time(scenario.start_sim_ms()),
                                      print_time(scenario.end_sim_ms())}});
    else if (!inside_a_segment(scenario, sim_ms))
        draft.findings.report(path, {Key::diagnostic_time_in_cut, {print_time(sim_ms)}});
    else if (sim_ms == scenario.start_sim_ms())  // nobody has anything to answer about yet
        draft.findings.report(path, {Key::diagnostic_prompt_at_start, {print_time(sim_ms)}});
}

// visit(prompt, path) of each that an author wrote and that could be read
template <class Visit>
void for_each_sound(const Draft& draft, Visit visit) {
    for (std::size_t index = 0; index < draft.file.prompts.size(); ++index) {
        const std::string path = element("prompts", index);
        if (draft.findings.sound(path)) visit(draft.file.prompts[index], path);
    }
}

void check_right_answers(const Draft& draft, const CasePrompt& prompt,
                         const core::PromptQuestion& question, const std::string& path) {
    bool any_right = false;
    for (std::size_t index = 0; index < question.options.size(); ++index) {
        const core::PromptOption& option = question.options[index];
        any_right = any_right || option.right || !option.right_when.empty();
        if (option.right && !option.right_when.empty())
            draft.findings.report(under(element(under(path, "options"), index), "right"),
                                  {Key::diagnostic_prompt_right_twice, {}});
    }
    const bool judged = prompt.scored || prompt.tells;
    if (judged && question.form == QuestionForm::choice && !any_right)
        draft.findings.report(under(path, "options"), {Key::diagnostic_prompt_never_right, {}});
}

void check_options(const Draft& draft, const core::PromptQuestion& question,
                   const std::string& path) {
    const bool chosen = question.form == QuestionForm::choice;
    if (chosen && question.options.empty())
        draft.findings.report(path, {Key::diagnostic_prompt_without_options, {}});
    if (!chosen && !question.options.empty())
        draft.findings.report(under(path, "options"), {Key::diagnostic_prompt_options_unused, {}});
    if (question.form == QuestionForm::scale && question.from >= question.to)
        draft.findings.report(under(path, "to"), {Key::diagnostic_prompt_scale_empty, {}});
    if (question.measures != core::PromptMeasure::none && question.form != QuestionForm::scale)
        draft.findings.report(under(path, "measures"), {Key::diagnostic_prompt_measures_scale, {}});
}

void check_questions(const Draft& draft) {
    for_each_sound(draft, [&](const CasePrompt& prompt, const std::string& path) {
        if (prompt.questions.empty() && !prompt.holds)
            draft.findings.report(path, {Key::diagnostic_prompt_without_questions, {}});
        for (std::size_t each = 0; each < prompt.questions.size(); ++each) {
            const std::string at = element(under(path, "questions"), each);
            check_right_answers(draft, prompt, prompt.questions[each], at);
            check_options(draft, prompt.questions[each], at);
        }
    });
}

// An item is the secret of who holds it, and before the start nobody knows the case.
void check_what_is_given_away(const Draft& draft) {
    for_each_sound(draft, [&](const CasePrompt& prompt, const std::string& path) {
        const bool others = prompt.seen_by == core::PromptReach::table ||
                            prompt.seen_by == core::PromptReach::all;
        for (std::size_t each = 0; each < prompt.questions.size(); ++each) {
            const auto form = prompt.questions[each].form;
            const std::string at = under(element(under(path, "questions"), each), "form");
            if (form == QuestionForm::items && others)
                draft.findings.report(at, {Key::diagnostic_prompt_items_shown, {}});
            if (prompt.moment == PromptMoment::lobby &&
                (form == QuestionForm::items || form == QuestionForm::people))
                draft.findings.report(at, {Key::diagnostic_prompt_before_start, {}});
        }
        const bool hidden = prompt.seen_by == core::PromptReach::me ||
                            prompt.shown_as != core::PromptShown::named;
        if (prompt.scored && hidden)
            draft.findings.report(under(path, "scored"), {Key::diagnostic_prompt_scored_hidden, {}});
    });
}

void check_moments(const Draft& draft) {
    for_each_sound(draft, [&](const CasePrompt& prompt, const std::string& path) {
        const auto needs = [&](PromptMoment moment, bool there, const char* key) {
            if (prompt.moment == moment && !there)
                draft.findings.report(under(path, "moment"),
                                      {Key::diagnostic_prompt_moment_needs,
                                       {std::string(core::name(moment)), key}});
        };
        needs(PromptMoment::clock, prompt.at_sim_ms.has_value(), "at");
        needs(PromptMoment::inject, !prompt.inject.empty(), "inject");
        needs(PromptMoment::swap, draft.scenario.swap.has_value(), "swap");
        needs(PromptMoment::decision, !draft.scenario.decisions.empty(), "decisions");
    });
}

void check_pairs(const Draft& draft) {
    for_each_sound(draft, [&](const CasePrompt& prompt, const std::string& path) {
        if (prompt.after.empty()) return;
        const auto& all = draft.file.prompts;
        const auto before = std::ranges::find(all, prompt.after, &CasePrompt::id);
        if (before == all.end()) return;
        const bool shared = std::ranges::any_of(prompt.questions, [&](const auto& question) {
            return find(*before, question.id) != nullptr;
        });
        if (!shared)
            draft.findings.report(under(path, "after"),
                                  {Key::diagnostic_prompt_pair_differs, {prompt.after.value}});
    });
}

void check_prompt_times(const Draft& draft) {
    const auto& prompts = draft.file.prompts;
    if (draft.scenario.segments.empty()) return;
    for (std::size_t index = 0; index < prompts.size(); ++index) {
        const std::string path = under(element("prompts", index), "at");
        if (!prompts[index].at_sim_ms || !draft.findings.sound(path)) continue;
        check_prompt_time(draft, *prompts[index].at_sim_ms, path);
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (prompts[index].holds && prompts[earlier].holds &&
                prompts[earlier].at_sim_ms == prompts[index].at_sim_ms) {
                const std::string other = under(element("prompts", earlier), "at");
                draft.findings.report(path, {Key::diagnostic_prompts_at_one_time,
                                             {prompts[earlier].id.value,
                                              std::to_string(draft.findings.at(other).line)}});
            }
    }
}

}  // namespace

Rules lint_prompts() {
    static const Rule rules[] = {
        {check_questions, {}},
        {check_what_is_given_away, {}},
        {check_moments, {"decisions", "swap"}},
        {check_pairs, {}},
        {check_prompt_times, {"rounds"}},
    };
    return rules;
}

}  // namespace casustafel::scenario
