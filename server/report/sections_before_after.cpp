// What people said of themselves and each other, before and after, and what everybody read of the
// other prompts. Nothing here has a name, and nothing is told of too few.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "server/core/families/prompt.hpp"
#include "server/report/sections.hpp"
#include "server/score/before_after.hpp"

namespace casustafel::report {
namespace {

using score::ScaleChange;
using text::Key;

Html decimal(double value, bool signs = false) {
    char written[32];
    std::snprintf(written, sizeof written, signs ? "%+.1f" : "%.1f", value);
    return Html::text(written);
}

Html spread(const Wording& wording, const score::Spread& spread, bool signs = false) {
    if (!spread.told()) return wording.say(Key::report_too_few_answers);
    return wording.say(Key::report_mean_and_spread,
                       {decimal(spread.mean, signs), decimal(spread.deviation),
                        Wording::number(static_cast<std::int64_t>(spread.people))});
}

Key name_of(core::PromptMeasure measure) {
    if (measure == core::PromptMeasure::trust) return Key::prompt_measure_trust;
    if (measure == core::PromptMeasure::insight) return Key::prompt_measure_insight;
    return Key::prompt_measure_understanding;
}

Html scales(const Wording& wording, const std::vector<ScaleChange>& changes) {
    std::vector<std::vector<Html>> rows;
    for (const ScaleChange& each : changes)
        rows.push_back({wording.say(name_of(each.measure)), spread(wording, each.before),
                        spread(wording, each.after), spread(wording, each.change, true)});
    return table_of({wording.say(Key::report_scale), wording.say(Key::report_before),
                     wording.say(Key::report_after), wording.say(Key::report_change)},
                    rows);
}

Html perspective(const Wording& wording, const score::PerspectiveGain& gain) {
    const auto number = [](std::size_t count) {
        return Wording::number(static_cast<std::int64_t>(count));
    };
    const Html words = gain.told() ? wording.say(Key::report_perspective_gain,
                                                 {number(gain.people), number(gain.before),
                                                  number(gain.after), number(gain.questions)})
                                   : wording.say(Key::report_perspective_few);
    return Html::sequence(
        {Html::element("h3", {wording.say(Key::report_perspective)}), Html::element("p", {words})});
}

bool is_for_all(const core::Prompt& prompt) {
    return prompt.seen_by == core::PromptReach::all &&
           std::ranges::any_of(prompt.questions, [](const core::PromptQuestion& question) {
               return question.form == core::QuestionForm::text;
           });
}

// The texts of one question, by their letters: whose they are does not show.
std::vector<std::string> said(const core::Prompt& prompt, const core::PromptQuestion& question,
                              const std::vector<core::Record>& records) {
    std::map<core::ParticipantId, std::string> last;
    for (const core::Record& record : records)
        for (const core::Event& event : record.events)
            if (const auto* answered = std::get_if<core::PromptAnswered>(&event);
                answered && answered->prompt == prompt.id)
                for (const core::PromptAnswer& answer : answered->answers)
                    if (answer.question == question.id) last[answered->participant] = answer.text;
    std::vector<std::string> texts;
    for (const auto& [who, words] : last) texts.push_back(words);
    std::ranges::sort(texts);
    const auto least = prompt.shown_as == core::PromptShown::named ? 1 : prompt.shown_from;
    return texts.size() < static_cast<std::size_t>(least) ? std::vector<std::string>() : texts;
}

Html words_of(const Wording& wording, const core::Prompt& prompt,
              const std::vector<core::Record>& records) {
    std::vector<Html> parts;
    for (const core::PromptQuestion& question : prompt.questions) {
        const auto texts = question.form == core::QuestionForm::text
                               ? said(prompt, question, records)
                               : std::vector<std::string>();
        if (texts.empty()) continue;
        std::vector<Html> lines;
        for (const std::string& each : texts)
            lines.push_back(Html::element("li", {Html::text(each)}));
        parts.push_back(Html::element("p", {Html::text(wording.of(question.text))}));
        parts.push_back(Html::element("ul", {Html::sequence(lines)}));
    }
    if (parts.empty()) return {};
    parts.insert(parts.begin(), Html::element("h3", {Html::text(wording.of(prompt.title))}));
    return Html::sequence(parts);
}

}  // namespace

Html before_after(const Wording& wording, const std::vector<core::Record>& records) {
    std::vector<Html> parts;
    const auto changes = score::scale_changes(wording.scenario(), records);
    if (!changes.empty()) parts.push_back(scales(wording, changes));
    const auto& prompts = wording.scenario().prompts;
    const bool guesses = std::ranges::any_of(prompts, [](const core::Prompt& prompt) {
        return !prompt.after.empty() &&
               std::ranges::any_of(prompt.questions, &core::PromptQuestion::about_other);
    });
    if (guesses)
        parts.push_back(perspective(wording, score::perspective_gain(wording.scenario(), records)));
    for (const core::Prompt& prompt : prompts)
        if (is_for_all(prompt))
            if (Html words = words_of(wording, prompt, records); !words.empty())
                parts.push_back(std::move(words));
    if (parts.empty()) return {};
    return titled(wording, Key::report_before_after, Key::report_before_after_gist, parts);
}

}  // namespace casustafel::report
