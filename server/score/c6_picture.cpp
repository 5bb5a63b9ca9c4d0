#include <algorithm>
#include <map>

#include "server/score/indicators.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using Answers = Entry<core::ProbeAnswered>;

// The last answers of each participant to this probe, by the role in which they were given. Nobody
// but a participant answers, so no autopilot and no stand-in is among them.
std::vector<const Answers*> last_answers(const Reading& read, const core::ProbeId& probe) {
    std::map<core::ParticipantId, const Answers*> last;
    for (const Answers& answers : read.ledger.probe_answers) {
        if (answers.event->probe == probe) last[answers.event->participant] = &answers;
    }
    std::vector<const Answers*> by_role;
    for (const core::Role& role : read.scenario.roles) {
        for (const auto& [participant, answers] : last) {
            if (answers->event->role == role.id) by_role.push_back(answers);
        }
    }
    return by_role;
}

bool is_among(const std::vector<core::OptionId>& options, const core::OptionId& option) {
    return std::ranges::find(options, option) != options.end();
}

// What was right, by the last judgement.
void judge(const Reading& read, PictureCard& card) {
    for (const auto& judged : read.ledger.probe_judgements) {
        if (judged.event->probe != card.probe || judged.event->question != card.question) continue;
        card.right = judged.event->right;
        card.judged = true;
        card.seqs.push_back(judged.place.seq);
    }
    for (Vote& vote : card.votes) vote.right = is_among(card.right, vote.option);
}

// Of all pairs of answers, the part that is the same.
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

PictureCard card_of(const Reading& read, const core::Probe& probe,
                    const core::ProbeQuestion& question) {
    PictureCard card{.probe = probe.id, .question = question.id};
    for (const Answers* answers : last_answers(read, probe.id)) {
        for (const core::ProbeAnswer& answer : answers->event->answers) {
            if (answer.question != question.id) continue;
            card.votes.push_back({answers->event->role, answer.option});
            card.seqs.push_back(answers->place.seq);
        }
    }
    std::ranges::sort(card.seqs);
    judge(read, card);
    card.agreement = agreement(card.votes);
    const auto right = std::ranges::count(card.votes, true, &Vote::right);
    if (!card.votes.empty()) {
        card.share_right = static_cast<double>(right) / static_cast<double>(card.votes.size());
    }
    card.counted = !card.right.empty() && card.votes.size() >= picture_from;
    return card;
}

}  // namespace

std::vector<PictureCard> picture_cards(const Reading& read) {
    std::vector<PictureCard> cards;
    for (const core::Probe& probe : read.scenario.probes) {
        for (const core::ProbeQuestion& question : probe.questions) {
            PictureCard card = card_of(read, probe, question);
            if (!card.seqs.empty()) cards.push_back(std::move(card));
        }
    }
    return cards;
}

}  // namespace casustafel::score
