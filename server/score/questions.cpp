#include "server/score/questions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "server/core/law/lawful.hpp"
#include "server/core/values/clock.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using core::Form;

std::vector<const core::Item*> matches(const core::Scenario& scenario,
                                       const core::RequestMade& request) {
    std::vector<const core::Item*> found;
    for (const core::Item& item : scenario.items) {
        if (core::asks_for(request, item)) found.push_back(&item);
    }
    return found;
}

bool has_and_needs_no_more(const Holdings& holdings, const core::Item& item,
                           const core::RoleId& role, const Place& place) {
    return holdings.form_before(role, item.id, place) >= Form::conclusion &&
           open_need(holdings, item, role, place) == nullptr;
}

bool asks_for_what_it_has(const Holdings& holdings, const core::RoleId& asker,
                          const std::vector<const core::Item*>& items, const Place& place) {
    return !items.empty() && std::ranges::all_of(items, [&](const core::Item* item) {
        return has_and_needs_no_more(holdings, *item, asker, place);
    });
}

bool holds_any(const Holdings& holdings, const core::RoleId& role,
               std::span<const core::Item* const> items, const Place& place) {
    return std::ranges::any_of(items, [&](const core::Item* item) {
        return holdings.form_before(role, item->id, place) != Form::silent;
    });
}

// What is asked for: the items that match; when none does, the person and the category.
using Subject = std::tuple<std::vector<core::ItemId>, core::PersonId, int>;

Subject subject(const core::RequestMade& request, const std::vector<const core::Item*>& items) {
    std::vector<core::ItemId> ids;
    for (const core::Item* item : items) ids.push_back(item->id);
    if (!items.empty()) return {ids, {}, 0};
    return {ids, request.person, static_cast<int>(request.category)};
}

// Judges a share that told the asker nothing: it is worth 1 when the asker needs no more of it by
// then, else what it would have been worth.
Reply value_of_nothing_new(const Holdings& holdings, const core::Item& item,
                           const Entry<core::ItemShared>& entry, const core::RoleId& asker) {
    const core::ItemShared& share = *entry.event;
    Reply reply{.finding = Finding::answered_by_sharing, .quality = 1, .share = &share};
    const core::Need* open = open_need(holdings, item, asker, entry.place);
    const bool ever_needed =
        std::ranges::find(item.needs, asker, &core::Need::role) != item.needs.end();
    if (ever_needed && !open) return reply;
    if (holdings.lawful_form_before(asker, share.item, entry.place) < share.form) {
        reply.finding = Finding::answered_in_breach, reply.quality = 0;
    } else if (open) {
        reply.finding = Finding::answered_too_thin;
        reply.quality = share.form == Form::pointer ? 0 : 0.5;
    }
    return reply;
}

// Judges a share as an answer.
Reply value_of(const Holdings& holdings, const core::Item& item,
               const Entry<core::ItemShared>& entry, const core::RoleId& asker) {
    const core::ItemShared& share = *entry.event;
    const auto told = std::ranges::find(share.recipients, asker, &core::Recipient::role);
    if (told == share.recipients.end()) return value_of_nothing_new(holdings, item, entry, asker);
    Reply reply{.finding = Finding::answered_by_sharing, .quality = 1, .share = &share};
    const auto& labels = told->verdict.labels;
    if (core::light(told->verdict) == core::Light::red) {
        reply.finding = Finding::answered_in_breach;
        reply.quality = 0;
    } else if (std::ranges::find(labels, core::Label::thin) != labels.end()) {
        reply.finding = Finding::answered_too_thin;
        reply.quality = share.form == Form::pointer ? 0 : 0.5;
    }
    return reply;
}

// Gives the item by which this share answers the question, or nullptr when it does not.
const core::Item* answering_item(const core::ItemShared& share, const Question& question) {
    if (share.giver != question.asked) return nullptr;
    if (std::ranges::find(share.to, question.request->asker) == share.to.end()) return nullptr;
    const auto item = std::ranges::find_if(
        question.matches, [&](const core::Item* one) { return one->id == share.item; });
    return item == question.matches.end() ? nullptr : *item;
}

std::optional<Reply> first_share(const Ledger& ledger, const Holdings& holdings,
                                 const Question& question) {
    for (const auto& share : ledger.shares) {
        if (share.place < question.place) continue;
        const core::Item* item = answering_item(*share.event, question);
        if (!item) continue;
        Reply reply = value_of(holdings, *item, share, question.request->asker);
        reply.place = share.place;
        reply.sim_ms = share.sim_ms;
        return reply;
    }
    return std::nullopt;
}

// A refusal is just when, of every matching item the refuser holds, the asker needs nothing more or
// could not lawfully have had it in the form it needs (README.md §C1).
bool is_just(const Ledger& ledger, const Holdings& holdings, const Question& question,
             const Place& place) {
    const auto open = ledger.surroundings->open_at_refusal.find(place);
    return std::ranges::all_of(question.matches, [&](const core::Item* item) {
        if (holdings.form_before(question.asked, item->id, place) == Form::silent) return true;
        const core::Need* need = open_need(holdings, *item, question.request->asker, place);
        if (!need) return true;
        return open != ledger.surroundings->open_at_refusal.end() &&
               open->second.at(item->id) < need->min_form;
    });
}

Reply refusal(const Ledger& ledger, const Holdings& holdings, const Question& question,
              const Entry<core::RequestAnswered>& answer) {
    constexpr double unjust = 0.25;
    const core::RefusalReason reason = answer.event->reason;
    if (reason == core::RefusalReason::unmotivated)
        return {.finding = Finding::refused_without_reason};
    const bool just =
        reason != core::RefusalReason::privacy && is_just(ledger, holdings, question, answer.place);
    if (!just) return {.finding = Finding::refused_unjustly, .quality = unjust};
    return {.finding = Finding::refused_justly, .quality = 1};
}

Reply judged(const Ledger& ledger, const Holdings& holdings, const Question& question,
             const Entry<core::RequestAnswered>& answer) {
    switch (answer.event->kind) {
        case core::AnswerKind::refused: return refusal(ledger, holdings, question, answer);
        case core::AnswerKind::referred: {
            const bool right = is_right_referral(holdings, question, *answer.event,
                                                 [](const core::Item&) { return true; });
            return {.finding = right ? Finding::referred_rightly : Finding::referred_wrongly,
                    .quality = right ? 1.0 : 0.0};
        }
        case core::AnswerKind::not_here:
            return {.finding =
                        question.asked_holds ? Finding::untruly_not_here : Finding::truly_not_here,
                    .quality = question.asked_holds ? 0.0 : 1.0};
        case core::AnswerKind::shared: break;
    }
    return {.finding =
                Finding::answered_by_sharing};  // without a share of what was asked it is worth 0
}

std::optional<Reply> first_answer(const Ledger& ledger, const Holdings& holdings,
                                  const Question& question) {
    for (const auto& answer : ledger.answers) {
        if (answer.event->request != question.request->request) continue;
        if (answer.event->by != question.asked) continue;
        Reply reply = judged(ledger, holdings, question, answer);
        reply.place = answer.place;
        reply.sim_ms = answer.sim_ms;
        reply.answer = answer.event;
        return reply;
    }
    return std::nullopt;
}

// Gives how much of the time between asking and this moment fell in the pauses after swaps.
std::int64_t paused(const core::Scenario& scenario, const Ledger& ledger, const Question& question,
                    const Place& until, std::int64_t until_sim_ms) {
    std::int64_t total = 0;
    for (const auto& swap : ledger.swaps) {
        if (swap.place < question.place || until < swap.place) continue;
        total += std::min(swap.event->term_extension_ms,
                          core::running_between(scenario, swap.sim_ms, until_sim_ms));
    }
    return total;
}

// Gives 1 within the term, falling linearly to 0 at twice the term. Cuts and the pauses after swaps
// do not count.
double timeliness(const core::Scenario& scenario, const Ledger& ledger, const Question& question,
                  std::int64_t first_term_ends_sim_ms, const Reply& reply) {
    if (*reply.sim_ms <= question.term_ends_sim_ms) return 1;
    const auto term = core::running_between(scenario, question.sim_ms, first_term_ends_sim_ms);
    const auto taken = core::running_between(scenario, question.sim_ms, *reply.sim_ms) -
                       paused(scenario, ledger, question, *reply.place, *reply.sim_ms);
    if (term <= 0) return 0;
    const auto over = static_cast<double>(std::max<std::int64_t>(0, taken - term));
    return std::max(0.0, 1 - over / static_cast<double>(term));
}

std::optional<Reply> first_reply(const Ledger& ledger, const Holdings& holdings,
                                 const Question& question) {
    const auto share = first_share(ledger, holdings, question);
    const auto answer = first_answer(ledger, holdings, question);
    if (!share && !answer) return std::nullopt;
    const bool share_first = share && (!answer || share->place < answer->place);
    return share_first ? share : answer;
}

// Takes a question through the swaps: whose it became, and until when it may be answered.
void pass_through_swaps(const core::Scenario& scenario, const Ledger& ledger, Question& question) {
    const auto& reply = question.reply.place;
    for (const auto& swap : ledger.swaps) {
        if (swap.place < question.place || (reply && *reply < swap.place)) continue;
        if (question.term_ends_sim_ms < swap.sim_ms) {
            question.overdue_at_swap = true;
            question.answerer = sitting(ledger, question.asked, swap.place).participant;
            return;
        }
        question.term_ends_sim_ms =
            core::sim_after(scenario, question.term_ends_sim_ms, swap.event->term_extension_ms);
    }
    const auto& last = reply ? sitting(ledger, question.asked, *reply)
                             : sitting(ledger, question.asked,
                                       std::min(question.term_ends_sim_ms, ledger.end_sim_ms));
    question.answerer = last.participant;
}

// Says whether people asked and answered. What an autopilot or stand-in asks, is asked or answers
// tells nothing of the group.
bool is_between_people(const Ledger& ledger, const Question& question) {
    if (is_stand_in(sitting(ledger, question.request->asker, question.place))) return false;
    if (is_stand_in(sitting(ledger, question.asked, question.place))) return false;
    const auto& reply = question.reply.place;
    return !reply || !is_stand_in(sitting(ledger, question.asked, *reply));
}

void settle(const core::Scenario& scenario, const Ledger& ledger, const Holdings& holdings,
            Question& question) {
    const std::int64_t first_term_ends_sim_ms = question.term_ends_sim_ms;
    question.asked_holds = holds_any(holdings, question.asked, question.matches, question.place);
    const auto reply = first_reply(ledger, holdings, question);
    if (reply) question.reply = *reply;
    pass_through_swaps(scenario, ledger, question);
    if (reply) {
        question.reply.timeliness =
            timeliness(scenario, ledger, question, first_term_ends_sim_ms, question.reply);
    }
    question.left_out = question.left_out || !is_between_people(ledger, question);
}

bool is_pending(const Question& earlier, const Question& now) {
    const auto& reply = earlier.reply.place;
    return !(reply && *reply < now.place) && earlier.term_ends_sim_ms >= now.sim_ms;
}

// Looks back at what the same role asked others about the same, and counts.
void compare_with_earlier(const std::vector<Question>& earlier, Question& question) {
    constexpr int enough = 2;
    const auto pending = std::ranges::count_if(
        earlier, [&](const Question& one) { return !one.left_out && is_pending(one, question); });
    question.beyond_the_second = pending >= enough;
}

// Of right referrals to the same role the first tells something.
void note_referrals(std::vector<Question>& topic, const Holdings& holdings) {
    std::vector<Question*> by_answer;
    for (Question& one : topic) {
        if (!one.left_out && refers_to_what_is_needed(holdings, one)) by_answer.push_back(&one);
    }
    std::ranges::stable_sort(by_answer, {}, [](const Question* one) { return *one->reply.place; });
    std::set<core::RoleId> told;
    for (Question* one : by_answer)
        one->referred_again = !told.insert(one->reply.answer->referred_to).second;
}

}  // namespace

bool refers_to_what_is_needed(const Holdings& holdings, const Question& question) {
    const core::RequestAnswered* answer = question.reply.answer;
    return answer && is_right_referral(holdings, question, *answer, [&](const core::Item& item) {
               return open_need(holdings, item, question.request->asker, question.place) != nullptr;
           });
}

std::vector<Topic> topics(const core::Scenario& scenario, const Ledger& ledger) {
    std::vector<Topic> all;
    std::map<std::pair<core::RoleId, Subject>, std::size_t> places;  // in `all`
    for (const auto& request : ledger.requests) {
        const core::RequestMade& made = *request.event;
        auto items = matches(scenario, made);
        const auto [found, fresh] =
            places.try_emplace({made.asker, subject(made, items)}, all.size());
        if (fresh) all.push_back({made.asker, std::move(items), {}});
        all[found->second].requests.push_back(request);
    }
    return all;
}

std::vector<Question> questions(const core::Scenario& scenario, const Topic& topic,
                                const Ledger& ledger, const Holdings& holdings) {
    std::vector<Question> all;
    std::set<core::RoleId> asked_before;
    for (const auto& request : topic.requests) {
        const core::RequestMade& made = *request.event;
        const bool scripted = is_scripted(made);
        const bool needless =
            scripted || asks_for_what_it_has(holdings, made.asker, topic.items, request.place);
        for (std::size_t at = 0; at < made.to.size(); ++at) {
            const bool repeated = !scripted && !asked_before.insert(made.to[at]).second;
            Question question{.request = &made,
                              .place = request.place,
                              .sim_ms = request.sim_ms,
                              .asked = made.to[at],
                              .term_ends_sim_ms = made.term_ends_sim_ms[at],
                              .matches = topic.items,
                              .broadcast = made.to.size() >= broadcast_from,
                              .left_out = needless || repeated};
            settle(scenario, ledger, holdings, question);
            compare_with_earlier(all, question);
            all.push_back(std::move(question));
        }
    }
    note_referrals(all, holdings);
    return all;
}

void put_in_order(std::vector<Question>& all) {
    std::ranges::stable_sort(all, {}, &Question::place);
}

bool still_open(const Question& question, const Ledger& ledger) {
    return !question.reply.place && question.term_ends_sim_ms >= ledger.end_sim_ms;
}

}  // namespace casustafel::score
