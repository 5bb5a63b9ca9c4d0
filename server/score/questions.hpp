#pragma once
// Requests as C1 and C2 see them. Each addressee of a request is one question, which knows what it
// matched, who had that, what came back first and how soon. Holdings are those of the moment of
// asking; for a refusal those of answering.
#include <optional>
#include <span>
#include <vector>

#include "server/score/holdings.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// The first thing that came back: an answer or a share of a matching item, whichever came first.
struct Reply {
    Finding finding = Finding::no_answer;
    double quality = 0;     // 0 to 1
    double timeliness = 1;  // 0 to 1
    std::optional<Place> place;
    std::optional<std::int64_t> sim_ms;
    const core::ItemShared* share = nullptr;
    const core::RequestAnswered* answer = nullptr;
};

// One request by one role to one role.
struct Question {
    const core::RequestMade* request = nullptr;
    Place place;
    std::int64_t sim_ms = 0;
    core::RoleId asked;
    std::int64_t term_ends_sim_ms = 0;  // swaps that left it open have put it off
    // Every item of the case that it asks for; stands in its topic.
    std::span<const core::Item* const> matches;
    bool broadcast = false;  // one of three or more addressees
    // Repeated, for what the asker has and needs no more, the case's, or no person's.
    bool left_out = false;
    bool asked_holds = false;  // some matching item, in any form
    // Two others were asked the same and had neither answered nor let their term run out.
    bool beyond_the_second = false;
    // The asker had been referred to the same role for the same before.
    bool referred_again = false;
    Reply reply;
    // Who answers for it, when a participant does: who replied, or sat there when the term ended,
    // or at the swap at which it was overdue; for that one it counts as unanswered (README.md
    // §swaps).
    core::ParticipantId answerer = core::ParticipantId::nobody;
    bool overdue_at_swap = false;
};

// What one role asked about one subject. Requests of different topics do not touch one another: a
// repetition, what is still pending and a referral that tells nothing new are within a topic.
struct Topic {
    core::RoleId asker;
    std::vector<const core::Item*>
        items;  // that match; none: a person and a category are asked for
    std::vector<Entry<core::RequestMade>> requests;  // in order
};

std::vector<Topic> topics(const core::Scenario&, const Ledger&);

// Gives the questions of a topic with what came back, in order. The topic must outlive them.
std::vector<Question> questions(const core::Scenario&, const Topic&, const Ledger&,
                                const Holdings&);

// Puts questions of many topics in order of the log.
void put_in_order(std::vector<Question>&);

// Says whether the question was still open when the session ended, and its term had not run out
// before.
bool still_open(const Question&, const Ledger&);

// Says whether the question was answered by a right referral for an item that the asker needs.
bool refers_to_what_is_needed(const Holdings&, const Question&);

// Says whether this answer sent the asker on rightly: the one asked holds nothing that matches, and
// the one named holds, or is original holder of, an item that `counts` accepts.
template <class Counts>
bool is_right_referral(const Holdings& holdings, const Question& question,
                       const core::RequestAnswered& answer, Counts counts) {
    if (answer.kind != core::AnswerKind::referred || question.asked_holds) return false;
    for (const core::Item* item : question.matches) {
        if (counts(*item) && holds_or_owns(holdings, *item, answer.referred_to, question.place))
            return true;
    }
    return false;
}

}  // namespace casustafel::score
