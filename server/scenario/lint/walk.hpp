#pragma once
// Goes through a case: every consequence wherever it hangs, every list of checks, every change of
// facts and of tracks, each with its path in the file.
#include <cstdint>
#include <string>

#include "server/core/values/scenario.hpp"
#include "server/scenario/reading/findings.hpp"

namespace casustafel::scenario {

// visit(consequence, path, its cause's earliest case time)
template <class Visit>
void for_each_consequence(const core::Scenario& scenario, Visit visit) {
    const auto all = [&](const std::vector<core::Consequence>& list, const std::string& path,
                         std::int64_t earliest_sim_ms) {
        for (std::size_t index = 0; index < list.size(); ++index)
            visit(list[index], element(path, index), earliest_sim_ms);
    };
    const std::int64_t start = scenario.segments.empty() ? 0 : scenario.start_sim_ms();
    // A trainer may fire an inject that has a time of its own before it.
    for (std::size_t index = 0; index < scenario.injects.size(); ++index)
        all(scenario.injects[index].consequences, under(element("injects", index), "consequences"),
            start);
    for (std::size_t index = 0; index < scenario.decisions.size(); ++index) {
        const auto& decision = scenario.decisions[index];
        const std::string path = element("decisions", index);
        for (std::size_t option = 0; option < decision.options.size(); ++option)
            all(decision.options[option].consequences,
                under(element(under(path, "options"), option), "consequences"), start);
        all(decision.when_missed, under(path, "when_missed"), decision.deadline_sim_ms);
    }
    for (std::size_t index = 0; index < scenario.interventions.size(); ++index) {
        const auto& intervention = scenario.interventions[index];
        all(intervention.consequences, under(element("interventions", index), "consequences"),
            intervention.from_sim_ms.value_or(start));
        for (std::size_t reply = 0; reply < intervention.replies.size(); ++reply)
            all(intervention.replies[reply].consequences,
                under(element(under(element("interventions", index), "replies"), reply),
                      "consequences"),
                intervention.from_sim_ms.value_or(start));
    }
    all(scenario.consequences, "consequences", start);
}

// visit(question, path)
template <class Visit>
void for_each_prompt_question(const core::Scenario& scenario, Visit visit) {
    for (const core::Prompt& prompt : scenario.prompts) {
        const std::string path = under(element("prompts", prompt.written), "questions");
        for (std::size_t each = 0; each < prompt.questions.size(); ++each)
            visit(prompt.questions[each], element(path, each));
    }
}

// visit(checks, path of the list)
template <class Visit>
void for_each_checks(const core::Scenario& scenario, Visit visit) {
    for (std::size_t index = 0; index < scenario.injects.size(); ++index)
        visit(scenario.injects[index].when, under(element("injects", index), "when"));
    for_each_consequence(scenario, [&](const core::Consequence& each, const std::string& path,
                                       std::int64_t) { visit(each.when, under(path, "when")); });
    for (std::size_t index = 0; index < scenario.decisions.size(); ++index)
        for (std::size_t option = 0; option < scenario.decisions[index].options.size(); ++option)
            visit(scenario.decisions[index].options[option].shows_when,
                  under(element(under(element("decisions", index), "options"), option),
                        "shows_when"));
    for (std::size_t index = 0; index < scenario.meetings.size(); ++index)
        visit(scenario.meetings[index].when, under(element("meetings", index), "when"));
    for (std::size_t index = 0; index < scenario.endings.size(); ++index)
        visit(scenario.endings[index].when, under(element("endings", index), "when"));
    for (std::size_t index = 0; index < scenario.interventions.size(); ++index) {
        const auto& intervention = scenario.interventions[index];
        const std::string path = element("interventions", index);
        visit(intervention.when, under(path, "when"));
        for (std::size_t reply = 0; reply < intervention.replies.size(); ++reply)
            visit(intervention.replies[reply].when,
                  under(element(under(path, "replies"), reply), "when"));
    }
    for_each_prompt_question(
        scenario, [&](const core::PromptQuestion& question, const std::string& path) {
            for (std::size_t option = 0; option < question.options.size(); ++option)
                visit(question.options[option].right_when,
                      under(element(under(path, "options"), option), "right_when"));
        });
}

// visit(change of facts, path)
template <class Visit>
void for_each_facts(const core::Scenario& scenario, Visit visit) {
    for (std::size_t index = 0; index < scenario.injects.size(); ++index)
        visit(scenario.injects[index].facts, under(element("injects", index), "facts"));
    for_each_consequence(scenario, [&](const core::Consequence& each, const std::string& path,
                                       std::int64_t) { visit(each.facts, under(path, "facts")); });
}

// visit(change of a track, path)
template <class Visit>
void for_each_track_change(const core::Scenario& scenario, Visit visit) {
    const auto all = [&](const std::vector<core::TrackChange>& list, const std::string& path) {
        for (std::size_t index = 0; index < list.size(); ++index)
            visit(list[index], element(under(path, "tracks"), index));
    };
    for (std::size_t index = 0; index < scenario.injects.size(); ++index)
        all(scenario.injects[index].tracks, element("injects", index));
    for_each_consequence(scenario, [&](const core::Consequence& each, const std::string& path,
                                       std::int64_t) { all(each.tracks, path); });
}

}  // namespace casustafel::scenario
