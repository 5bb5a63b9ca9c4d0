#include <algorithm>

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::PictureCard;
using text::Key;

// Why the question is not in the number; nothing when it is.
Html why_not(const Wording& wording, const PictureCard& card) {
    if (card.counted) return {};
    if (!card.judged) return wording.say(Key::report_prompt_not_judged);
    return wording.say(card.right.empty() ? Key::report_prompt_none_right : Key::report_prompt_few);
}

std::vector<Html> row(const Wording& wording, const PictureCard& card,
                      const core::PromptOption& option) {
    std::vector<core::RoleId> roles;
    for (const score::Vote& vote : card.votes) {
        if (vote.option == option.id) roles.push_back(vote.role);
    }
    const bool right = std::ranges::find(card.right, option.id) != card.right.end();
    return {Html::text(wording.of(option.text)),
            right ? wording.say(Key::report_yes) : Html::text("–"),
            Wording::number(static_cast<std::int64_t>(roles.size())), wording.roles(roles)};
}

Html result(const Wording& wording, const PictureCard& card) {
    if (const Html why = why_not(wording, card); !why.empty()) return why;
    const auto right = std::ranges::count(card.votes, true, &score::Vote::right);
    return Html::sequence(
        {wording.say(Key::report_prompt_line,
                     {Wording::number(right),
                      Wording::number(static_cast<std::int64_t>(card.votes.size()))}),
         Html::text(" "),
         wording.say(Key::report_prompt_agreement,
                     {Wording::number(score::shown(100 * card.agreement))})});
}

Html question(const Wording& wording, const PictureCard& card, const core::PromptQuestion& asked) {
    std::vector<std::vector<Html>> rows;
    for (const core::PromptOption& option : asked.options)
        rows.push_back(row(wording, card, option));
    Html events;
    for (const std::uint64_t seq : card.seqs) {
        events += Html::text(" ");
        events += event_link(wording, seq);
    }
    return Html::element(
        "section", {{"class", "prompt"}},
        {Html::element("h4", {{"class", "asked"}}, {Html::text(wording.of(asked.text))}),
         table_of({wording.say(Key::report_prompt_option), wording.say(Key::report_prompt_is_right),
                   wording.say(Key::report_prompt_votes), wording.say(Key::report_prompt_roles)},
                  rows),
         Html::element("p", {{"class", "meta"}}, {result(wording, card), events})});
}

}  // namespace

Html prompts(const Wording& wording, const score::Score& score) {
    if (score.pictures.empty()) return {};
    std::vector<Html> parts;
    core::PromptId last;
    for (const PictureCard& card : score.pictures) {
        const core::Prompt* prompt = core::find(wording.scenario(), card.prompt);
        const core::PromptQuestion* asked = prompt ? core::find(*prompt, card.question) : nullptr;
        if (!asked) continue;
        if (card.prompt != last)
            parts.push_back(Html::element("h3", {Html::text(wording.of(prompt->title))}));
        last = card.prompt;
        parts.push_back(question(wording, card, *asked));
    }
    return titled(wording, Key::report_prompts, Key::report_prompts_gist, parts);
}

}  // namespace casustafel::report
