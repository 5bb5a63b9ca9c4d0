#include <algorithm>
#include <map>

#include "server/score/indicators.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using Answers = Entry<core::PromptAnswered>;

// Gives the last answers of each participant to this prompt, in the order of the roles in which they
// were given. Only participants answer, so no autopilot and no stand-in is among them.
std::vector<const Answers*> last_answers(const Review& review, const core::PromptId& prompt) {
    std::map<core::ParticipantId, const Answers*> last;
    for (const Answers& answers : review.ledger.prompt_answers) {
        if (answers.event->prompt == prompt) last[answers.event->participant] = &answers;
    }
    std::vector<const Answers*> by_role;
    for (const core::Role& role : review.scenario.roles) {
        for (const auto& [participant, answers] : last) {
            if (answers->event->role == role.id) by_role.push_back(answers);
        }
    }
    return by_role;
}

bool is_among(const std::vector<core::OptionId>& options, const core::OptionId& option) {
    return std::ranges::find(options, option) != options.end();
}

// Notes what was right by the last judgement.
void judge(const Review& review, PictureCard& card) {
    for (const auto& judged : review.ledger.prompt_judgements) {
        if (judged.event->prompt != card.prompt || judged.event->question != card.question) continue;
        card.right = judged.event->right;
        card.judged = true;
        card.seqs.push_back(judged.place.seq);
    }
    for (Vote& vote : card.votes) vote.right = is_among(card.right, vote.option);
}

// Gives the part of all pairs of answers in which both are the same.
double agreement(const std::vector<Vote>& votes) {
    std::size_t same = 0, pairs = 0;
    for (std::size_t one = 0; one < votes.size(); ++one) {
        for (std::size_t other = one + 1; other < votes.size(); ++other) {
            ++pairs;
            same += votes[one].option == votes[other].option ? 1 : 0;
        }
    }
    return pairs == 0 ? 0 : static_cast<double>(same) / static_cast<double>(pairs);
}

PictureCard card_of(const Review& review, const core::Prompt& prompt,
                    const core::PromptQuestion& question) {
    PictureCard card{.prompt = prompt.id, .question = question.id};
    for (const Answers* answers : last_answers(review, prompt.id)) {
        for (const core::PromptAnswer& answer : answers->event->answers) {
            if (answer.question != question.id) continue;
            card.votes.push_back({answers->event->role, answer.option});
            card.seqs.push_back(answers->place.seq);
        }
    }
    std::ranges::sort(card.seqs);
    judge(review, card);
    card.agreement = agreement(card.votes);
    const auto right = std::ranges::count(card.votes, true, &Vote::right);
    if (!card.votes.empty()) {
        card.share_right = static_cast<double>(right) / static_cast<double>(card.votes.size());
    }
    card.counted = !card.right.empty() && card.votes.size() >= picture_from;
    return card;
}

}  // namespace

std::vector<PictureCard> picture_cards(const Review& review) {
    std::vector<PictureCard> cards;
    for (const core::Prompt& prompt : review.scenario.prompts) {
        if (!prompt.scored) continue;
        for (const core::PromptQuestion& question : prompt.questions) {
            PictureCard card = card_of(review, prompt, question);
            if (!card.seqs.empty()) cards.push_back(std::move(card));
        }
    }
    return cards;
}

}  // namespace casustafel::score
