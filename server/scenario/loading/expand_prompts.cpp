#include "server/scenario/loading/expand_prompts.hpp"

#include <algorithm>

namespace casustafel::scenario {
namespace {

using core::PromptMoment;
using core::QuestionForm;

core::Text joined(const core::Text& title, const core::Text& of) {
    const std::string en = of.en.empty() ? of.nl : of.en;
    return {title.nl + ": " + of.nl, (title.en.empty() ? title.nl : title.en) + ": " + en};
}

template <class Things>
void add_each(std::vector<core::PromptOption>& options, const Things& things) {
    for (const auto& thing : things)
        options.push_back({.id = {thing.id.value}, .text = thing.name});
}

void fill_options(core::PromptQuestion& question, const core::Scenario& scenario) {
    if (question.form == QuestionForm::scale)
        for (int value = question.from; value <= question.to; ++value) {
            const std::string number = std::to_string(value);
            question.options.push_back({.id = {number}, .text = {number, number}});
        }
    if (question.form == QuestionForm::roles) add_each(question.options, scenario.roles);
    if (question.form == QuestionForm::people) add_each(question.options, scenario.people);
    // A library names roles that this case may not have.
    for (auto& option : question.options)
        std::erase_if(option.right_of,
                      [&](const core::RoleId& role) { return !find(scenario, role); });
}

PromptMoment moment_of(const core::Prompt& prompt) {
    if (prompt.moment != PromptMoment::trainer) return prompt.moment;
    if (prompt.at_sim_ms) return PromptMoment::clock;
    return prompt.inject.empty() ? PromptMoment::trainer : PromptMoment::inject;
}

// Where the case's time does not run, the last moment before at which it did.
std::int64_t while_it_runs(const core::Scenario& scenario, std::int64_t sim_ms) {
    std::int64_t last = scenario.start_sim_ms();
    for (const auto& segment : scenario.segments) {
        if (sim_ms < segment.from_sim_ms) break;
        last = std::min(sim_ms, segment.to_sim_ms);
    }
    return std::max(last, scenario.start_sim_ms());
}

class Expansion {
public:
    Expansion(const CaseFile& file, const core::Scenario& scenario)
        : file_(file), scenario_(scenario) {}

    std::vector<core::Prompt> all() {
        for (std::size_t index = 0; index < file_.prompts.size(); ++index) {
            const CasePrompt& written = file_.prompts[index];
            core::Prompt prompt = written;
            prompt.written = index;
            prompt.moment = moment_of(prompt);
            for (auto& question : prompt.questions) fill_options(question, scenario_);
            const bool still = prompt.moment == PromptMoment::lobby ||
                               prompt.moment == PromptMoment::swap ||
                               prompt.moment == PromptMoment::end;
            if (still) prompt.holds = false;  // no case runs that it could hold
            add(written, std::move(prompt));
        }
        return std::move(prompts_);
    }

private:
    void add(const CasePrompt& written, core::Prompt prompt) {
        if (prompt.moment == PromptMoment::decision) return add_decisions(written, prompt);
        if (scenario_.segments.empty()) return;
        if (prompt.moment == PromptMoment::round_end) return add_rounds(written, prompt);
        if (prompt.moment == PromptMoment::before_end) prompt.at_sim_ms = scenario_.end_sim_ms();
        prompts_.push_back(std::move(prompt));
    }

    void add_decisions(const CasePrompt& written, const core::Prompt& prompt) {
        for (const auto& decision : scenario_.decisions) {
            const auto& wanted = written.decisions;
            if (!wanted.empty() && std::ranges::find(wanted, decision.id) == wanted.end()) continue;
            core::Prompt one = prompt;
            one.id.value += "-" + decision.id.value;
            one.title = joined(prompt.title, decision.title);
            one.decision = decision.id;
            if (one.to.empty() && one.tables.empty()) one.to = decision.deciders;
            if (!scenario_.segments.empty())
                one.at_sim_ms =
                    while_it_runs(scenario_, decision.deadline_sim_ms - written.before_ms);
            prompts_.push_back(std::move(one));
        }
    }

    void add_rounds(const CasePrompt& written, const core::Prompt& prompt) {
        for (std::size_t round = 0; round < scenario_.rounds.size(); ++round) {
            const auto number = static_cast<int>(round) + 1;
            if (written.round != 0 && written.round != number) continue;
            core::Prompt one = prompt;
            if (written.round == 0) one.id.value += "-R" + std::to_string(number);
            if (written.round == 0) one.title = joined(prompt.title, scenario_.rounds[round].name);
            for (const auto& segment : scenario_.segments)
                if (segment.round == static_cast<int>(round)) one.at_sim_ms = segment.to_sim_ms;
            prompts_.push_back(std::move(one));
        }
    }

    const CaseFile& file_;
    const core::Scenario& scenario_;
    std::vector<core::Prompt> prompts_;
};

}  // namespace

std::vector<core::Prompt> prompts_of(const CaseFile& file, const core::Scenario& scenario) {
    return Expansion(file, scenario).all();
}

}  // namespace casustafel::scenario
