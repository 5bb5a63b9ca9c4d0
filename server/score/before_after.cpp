#include "server/score/before_after.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "server/core/families/prompt.hpp"

namespace casustafel::score {
namespace {

using People = std::map<core::ParticipantId, double>;
using Answers = std::map<core::ParticipantId, const core::PromptAnswered*>;

// The last answers of each participant to this prompt.
Answers answers_to(const std::vector<core::Record>& records, const core::PromptId& prompt) {
    Answers last;
    for (const core::Record& record : records)
        for (const core::Event& event : record.events)
            if (const auto* answered = std::get_if<core::PromptAnswered>(&event);
                answered && answered->prompt == prompt)
                last[answered->participant] = answered;
    return last;
}

// The answer as a number whose high end is the good one.
double value_of(const core::PromptQuestion& question, const core::OptionId& option) {
    const int value = std::atoi(option.value.c_str());
    return question.reversed ? question.from + question.to - value : value;
}

std::optional<double> mean_of(const core::Prompt& prompt, core::PromptMeasure measure,
                              const core::PromptAnswered& answered) {
    double sum = 0;
    std::size_t count = 0;
    for (const core::PromptAnswer& answer : answered.answers) {
        const auto* question = find(prompt, answer.question);
        if (!question || question->measures != measure) continue;
        sum += value_of(*question, answer.option);
        ++count;
    }
    return count < answers_of_scale ? std::nullopt
                                    : std::optional(sum / static_cast<double>(count));
}

People means(const core::Prompt& prompt, core::PromptMeasure measure,
             const std::vector<core::Record>& records) {
    People people;
    for (const auto& [who, answered] : answers_to(records, prompt.id))
        if (const auto mean = mean_of(prompt, measure, *answered)) people[who] = *mean;
    return people;
}

Spread spread_of(const People& people) {
    Spread spread{.people = people.size()};
    if (people.empty()) return spread;
    const auto count = static_cast<double>(people.size());
    for (const auto& [who, value] : people) spread.mean += value / count;
    double squares = 0;
    for (const auto& [who, value] : people)
        squares += (value - spread.mean) * (value - spread.mean) / count;
    spread.deviation = std::sqrt(squares);
    return spread;
}

bool asks(const core::Prompt& prompt, core::PromptMeasure measure) {
    return std::ranges::any_of(prompt.questions, [&](const core::PromptQuestion& question) {
        return question.measures == measure;
    });
}

// The role that each person got in the first swap that gave one.
std::map<core::ParticipantId, core::RoleId> roles_got(const std::vector<core::Record>& records) {
    std::map<core::ParticipantId, core::RoleId> got;
    for (const core::Record& record : records)
        for (const core::Event& event : record.events)
            if (const auto* swapped = std::get_if<core::RolesSwapped>(&event))
                for (const core::SeatChange& seat : swapped->seats) got.emplace(seat.occupant, seat.role);
    return got;
}

// Whether what this person chose is right about that role; nothing when it did not answer.
std::optional<bool> right_about(const core::PromptQuestion& question, const core::RoleId& role,
                                const core::PromptAnswered& answered) {
    for (const core::PromptAnswer& answer : answered.answers) {
        if (answer.question != question.id) continue;
        const auto* option = find(question, answer.option);
        return option && core::is_right_of(*option, role);
    }
    return std::nullopt;
}

void add_pair(PerspectiveGain& gain, const core::Prompt& before, const core::Prompt& after,
              const std::vector<core::Record>& records) {
    const auto got = roles_got(records);
    const auto first = answers_to(records, before.id), second = answers_to(records, after.id);
    for (const auto& [who, answered] : first) {
        const auto role = got.find(who);
        const auto later = second.find(who);
        if (role == got.end() || later == second.end()) continue;
        std::size_t questions = 0;
        for (const core::PromptQuestion& question : after.questions) {
            const auto* asked = find(before, question.id);
            if (!question.about_other || !asked) continue;
            const auto was = right_about(*asked, role->second, *answered);
            const auto is = right_about(question, role->second, *later->second);
            if (!was || !is) continue;
            ++questions;
            gain.before += *was ? 1 : 0;
            gain.after += *is ? 1 : 0;
        }
        gain.questions += questions;
        gain.people += questions > 0 ? 1 : 0;
    }
}

}  // namespace

std::vector<ScaleChange> scale_changes(const core::Scenario& scenario,
                                       const std::vector<core::Record>& records) {
    std::vector<ScaleChange> changes;
    for (const auto measure : {core::PromptMeasure::trust, core::PromptMeasure::insight,
                               core::PromptMeasure::understanding}) {
        std::vector<const core::Prompt*> asked;
        for (const core::Prompt& prompt : scenario.prompts)
            if (asks(prompt, measure)) asked.push_back(&prompt);
        if (asked.empty()) continue;
        const auto before = means(*asked.front(), measure, records);
        const auto after = asked.size() > 1 ? means(*asked.back(), measure, records) : People{};
        People change;
        for (const auto& [who, value] : before)
            if (const auto later = after.find(who); later != after.end())
                change[who] = later->second - value;
        changes.push_back({measure, spread_of(before), spread_of(after), spread_of(change)});
    }
    return changes;
}

PerspectiveGain perspective_gain(const core::Scenario& scenario,
                                 const std::vector<core::Record>& records) {
    PerspectiveGain gain;
    for (const core::Prompt& after : scenario.prompts)
        if (const core::Prompt* before = find(scenario, after.after))
            add_pair(gain, *before, after, records);
    return gain;
}

}  // namespace casustafel::score
