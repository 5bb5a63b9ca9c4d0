// Reading, marking, asking, answering and sharing.
#include <algorithm>
#include <utility>

#include "client/bots/persona.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

constexpr std::int64_t nearly_over_ms = 120 * minute_ms;

const v1::Answer* own_answer(const v1::Request& request, const std::string& role) {
    for (const v1::Answer& answer : request.answers()) {
        if (answer.by() == role) return &answer;
    }
    return nullptr;
}

bool asked_of(const v1::Request& request, const std::string& role) {
    return contains(request.to(), role);
}

// Whether this role put this question to them before, also by who played it then.
bool asked_before(const std::vector<const v1::Request*>& requests, const std::string& asker,
                  const std::string& of, const KeyItem& item) {
    for (const v1::Request* request : requests) {
        if (request->asker() == asker && asked_of(*request, of) && matches(item, *request))
            return true;
    }
    return false;
}

}  // namespace

void Persona::read_and_mark(const model::View& view) {
    for (const v1::Item* held : view.all<v1::Item>()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr) continue;
        if (!held->read() && now_is_the_time_to("read " + held->id())) {
            v1::Command command;
            command.mutable_read_item()->set_item(held->id());
            say(command);
        }
        if (held->form() < 2) continue;
        const bool refuted =
            std::any_of(item->refuted_by.begin(), item->refuted_by.end(),
                        [&](const std::string& other) { return view.find<v1::Item>(other); });
        contract::Mark mark = item->true_fact ? contract::Mark::fact
                              : refuted       ? contract::Mark::refuted
                                              : contract::Mark::assumption;
        if (plays(Character::all_assumption)) mark = contract::Mark::assumption;
        if (held->mark() == mark ||
            !now_is_the_time_to("mark " + held->id() + " " + contract::word(mark)))
            continue;
        if (manner_ == Manner::lawful && !item->true_fact && !refuted && chance_.in_a_hundred(20)) {
            mark = contract::Mark::fact;  // taken in by how it was told
        }
        v1::Command command;
        command.mutable_mark_item()->set_item(held->id());
        command.mutable_mark_item()->set_mark(contract::word(mark));
        say(command);
    }
}

void Persona::answer_requests(const model::View& view) {
    for (const v1::Request* request : requests_) {
        if (asked_of(*request, role_) && own_answer(*request, role_) == nullptr)
            answer(view, *request);
    }
}

void Persona::answer(const model::View& view, const v1::Request& request) {
    const std::string thought = "answer " + std::to_string(request.id());
    if (did(thought) || did("used " + std::to_string(request.id()))) return;
    if (answers_by_a_trick(request)) return;
    struct PossibleAnswer {
        const v1::Item* held;
        const KeyItem* item;
        const KeyNeed* need;
    };
    std::vector<PossibleAnswer> possible;
    bool refused = false, no_way = false;
    for (const v1::Item* held : view.all<v1::Item>()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr || !matches(*item, request)) continue;
        const KeyNeed* need = need_of(*item, request.asker());
        const KeyWay* way =
            need == nullptr || held->form() < need->min_form
                ? nullptr
                : lawful_way(key_, *item, role_, request.asker(), need->purpose, need->min_form);
        // Who only answers waits for no triage that somebody else may never bring.
        const bool waits_in_vain = way != nullptr && manner_ == Manner::answers_only &&
                                   way->needs_triage && !is_triaged(view);
        if (way != nullptr && !waits_in_vain) {
            possible.push_back({held, item, need});
            continue;
        }
        refused = true;
        no_way |= need != nullptr && held->form() >= need->min_form;
    }
    // "Vanwege privacy": the reluctance to act that training wants to surface.
    const bool reluctant =
        manner_ == Manner::lawful && !possible.empty() && !is_one_to("dare to " + thought, 85);
    if (reluctant) {
        if (!now_is_the_time_to(thought)) return;
        v1::Command command;
        command.mutable_refuse_request()->set_request(request.id());
        command.mutable_refuse_request()->set_reason(
            contract::word(contract::RefusalReason::privacy));
        return say(command);
    }
    if (!possible.empty()) {
        // One answer may hold several items: the request stays open until the last.
        const bool only_here = manner_ == Manner::answers_only;
        for (std::size_t at = 0; at < (only_here ? possible.size() : 1); ++at) {
            const PossibleAnswer& chosen = possible[at];
            const bool more = only_here && at + 1 < possible.size();
            if (!share(view, *chosen.held, *chosen.item, *chosen.need, request.id(), more)) return;
            done_.insert("share " + chosen.item->id + " with " + request.asker());
        }
        done_.insert(thought);
        return;
    }
    if (!now_is_the_time_to(thought)) return;
    v1::Command command;
    if (refused) {
        command.mutable_refuse_request()->set_request(request.id());
        command.mutable_refuse_request()->set_reason(contract::word(
            no_way ? contract::RefusalReason::no_basis : contract::RefusalReason::not_necessary));
        command.mutable_refuse_request()->set_text("");
        return say(command);
    }
    for (const KeyItem& item : key_.items) {
        if (!matches(item, request)) continue;
        for (const std::string& holder : item.holders) {
            if (holder == role_ || holder == request.asker()) continue;
            command.mutable_refer_request()->set_request(request.id());
            command.mutable_refer_request()->set_to(holder);
            return say(command);
        }
    }
    command.mutable_answer_not_here()->set_request(request.id());
    say(command);
}

bool Persona::answers_by_a_trick(const v1::Request& request) {
    const bool refuses = plays(Character::refuses_all);
    if (!refuses && !plays(Character::not_here)) return false;
    if (!now_is_the_time_to("answer " + std::to_string(request.id()))) return true;
    v1::Command command;
    if (refuses) {
        command.mutable_refuse_request()->set_request(request.id());
        command.mutable_refuse_request()->set_reason(
            contract::word(contract::RefusalReason::not_necessary));
    } else {
        command.mutable_answer_not_here()->set_request(request.id());
    }
    say(command);
    return true;
}

void Persona::share_what_is_needed(const model::View& view) {
    if (manner_ == Manner::ideal && !has_heard_the_first_questions()) return;
    for (const v1::Item* held : view.all<v1::Item>()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr) continue;
        for (const KeyNeed& need : item->needs) {
            if (need.role != role_ && !is_holder(*item, need.role)) {
                share_for_need(view, *held, *item, need);
            }
        }
    }
}

// The ideal one lets everybody ask first: a question about what is already on its way is asked in
// vain.
bool Persona::has_heard_the_first_questions() {
    if (!began_at_sim_ms_) began_at_sim_ms_ = sim_ms_;
    if (sim_ms_ > *began_at_sim_ms_) return true;
    wakes_at_sim_ms_ = std::min(wakes_at_sim_ms_, sim_ms_ + minute_ms);
    return false;
}

// The lawful one knows what its card says others need and what it is asked; the rest it misses at
// times.
bool Persona::is_aware(const KeyNeed& need, std::uint64_t request, const std::string& thought) {
    return need.known_to_holder || request != 0 || is_one_to("be aware of " + thought, 55);
}

void Persona::share_for_need(const model::View& view, const v1::Item& held, const KeyItem& item,
                             const KeyNeed& need) {
    if (held.form() < need.min_form) return;
    if (!held.original() && !must_relay_to(item, need)) return;
    const std::string thought = "share " + item.id + " with " + need.role;
    if (did(thought)) return;
    if (shared_before(item, need)) return;
    const std::uint64_t request = open_request_of(item, need.role);
    if (!is_aware(need, request, thought)) return;
    if (lawful_way(key_, item, role_, need.role, need.purpose, need.min_form) == nullptr) return;
    if (share(view, held, item, need, request)) done_.insert(thought);
}

// Whether this need can only be met through somebody who passes the item on.
bool Persona::must_relay_to(const KeyItem& item, const KeyNeed& need) const {
    return std::none_of(item.holders.begin(), item.holders.end(), [&](const std::string& holder) {
        return lawful_way(key_, item, holder, need.role, need.purpose, need.min_form) != nullptr;
    });
}

bool Persona::shared_before(const KeyItem& item, const KeyNeed& need) const {
    for (const v1::Share* share : shares_) {
        if (share->item() == item.id && share->form() >= need.min_form &&
            contains(share->to(), need.role))
            return true;
    }
    return false;
}

std::uint64_t Persona::open_request_of(const KeyItem& item, const std::string& asker) const {
    for (const v1::Request* request : requests_) {
        if (request->asker() == asker && asked_of(*request, role_) && matches(item, *request) &&
            own_answer(*request, role_) == nullptr &&
            !did("used " + std::to_string(request->id()))) {
            return request->id();
        }
    }
    return 0;
}

// Right in about 80 %: another basis, another purpose, too rich or too poor; and now and then one
// more is told who need not know.
void Persona::slip(const model::View& view, const v1::Item& held, const KeyItem& item,
                   v1::ShareItem& share) {
    const std::uint32_t form = share.form();
    if (chance_.in_a_hundred(20)) {
        switch (chance_.below(4)) {
            case 0: share.set_basis("CONV"); break;
            case 1:
                share.set_purpose(contract::word(share.purpose() == contract::Purpose::care
                                                     ? contract::Purpose::aftercare
                                                     : contract::Purpose::care));
                break;
            case 2:
                share.set_form(
                    std::min<std::uint32_t>(held.form(), form + (item.sensitivity < 3 ? 2 : 1)));
                break;
            default: share.set_form(std::max<std::uint32_t>(form - 1, 1)); break;
        }
    }
    if (!chance_.in_a_hundred(10)) return;
    for (const KeyRole& other : key_.roles) {
        if (other.id == role_ || other.id == share.to(0) || is_holder(item, other.id) ||
            need_of(item, other.id) != nullptr)
            continue;
        const KeyWay* way = lawful_way(key_, item, role_, other.id, share.purpose(), form);
        const bool open = way != nullptr && !way->needs_weighing && way->circles.empty() &&
                          way->consents.empty() && (!way->needs_triage || is_triaged(view));
        if (!open) continue;
        share.add_to(other.id);
        return;
    }
}

bool Persona::share(const model::View& view, const v1::Item& held, const KeyItem& item,
                    const KeyNeed& need, std::uint64_t request, bool partial) {
    const KeyWay* way = lawful_way(key_, item, role_, need.role, need.purpose, need.min_form);
    if (way == nullptr || !opens(view, item, *way, need)) return false;
    if (plays(Character::shares_late) && !is_past(key_.end_sim_ms - nearly_over_ms)) return false;
    if (!now_is_the_time_to("send " + item.id + " to " + need.role + " for " +
                            std::to_string(request))) {
        return false;
    }
    v1::Command command;
    auto* act = command.mutable_share_item();
    act->set_item(item.id);
    act->add_to(need.role);
    const bool purpose_fits = contains(way->purposes, need.purpose);
    act->set_purpose(purpose_fits || way->purposes.empty() ? need.purpose : way->purposes.front());
    act->set_basis(way->bases.front());
    act->set_form(need.min_form);
    if (manner_ == Manner::lawful) slip(view, held, item, *act);
    if (plays(Character::one_basis)) act->set_basis("CONV");
    if (static_cast<int>(act->form()) <= held.as_sent_size() &&
        held.as_sent(static_cast<int>(act->form()) - 1).nl().empty()) {
        act->set_text("Dit is wat het voor jou betekent. Bel mij als je meer wilt weten.");
    }
    act->set_partial(partial);
    if (request != 0) {
        act->set_request(request);
        if (!partial) done_.insert("used " + std::to_string(request));
    }
    say(command);
    return true;
}

void Persona::ask_for_own_needs(const model::View& view) {
    for (const KeyItem& item : key_.items) {
        const KeyNeed* need = need_of(item, role_);
        if (need == nullptr || is_holder(item, role_) || item.about.empty()) continue;
        const v1::Item* held = view.find<v1::Item>(item.id);
        if (held != nullptr && held->form() >= need->min_form) continue;
        if (plays(Character::asks_everybody) || plays(Character::asks_each))
            ask_all(view, item);
        else
            ask(view, item, *need);
    }
}

// Once about each person and subject, whoever may know.
void Persona::ask_all(const model::View& view, const KeyItem& item) {
    const std::string question = "ask all about " + item.about.front() + " " + item.category;
    if (did(question) || !now_is_the_time_to(question)) return;
    std::vector<std::string> all;
    for (const v1::Role* role : view.all<v1::Role>())
        if (role->id() != role_) all.push_back(role->id());
    if (plays(Character::asks_everybody)) return put_question(all, item);
    for (const std::string& one : all) put_question({one}, item);
}

void Persona::put_question(const std::vector<std::string>& to, const KeyItem& item) {
    v1::Command command;
    auto* act = command.mutable_ask_for_information();
    for (const std::string& role : to) act->add_to(role);
    act->set_person(item.about.front());
    act->set_category(item.category);
    say(command);
}

void Persona::ask(const model::View& view, const KeyItem& item, const KeyNeed& need) {
    for (const std::string& holder : item.holders) {
        const KeyWay* way = lawful_way(key_, item, holder, role_, need.purpose, need.min_form);
        if (way == nullptr) continue;
        // An autopilot says no for good: what its way waits for comes first.
        const bool autopilot =
            view.find<v1::Role>(holder) != nullptr && view.find<v1::Role>(holder)->autopilot();
        if (autopilot && way->needs_triage && !is_triaged(view)) continue;
        if (autopilot && !has_consent(view, item, *way)) continue;
        // One question about a person and a subject covers all the items under it.
        const std::string question =
            "ask " + holder + " about " + item.about.front() + " " + item.category;
        if (did(question) || asked_before(requests_, role_, holder, item)) break;
        if (!is_one_to(question, 65) || !now_is_the_time_to(question)) break;
        put_question({holder}, item);
        break;
    }
}

void Persona::flood(const model::View& view) {
    for (const v1::Item* held : view.all<v1::Item>()) {
        if (!held->original()) continue;
        const bool flooded = std::ranges::any_of(shares_, [&](const v1::Share* share) {
            return share->giver() == role_ && share->item() == held->id();
        });
        if (flooded || !now_is_the_time_to("flood " + held->id())) continue;
        v1::Command command;
        auto* act = command.mutable_share_item();
        act->set_item(held->id());
        for (const v1::Role* role : view.all<v1::Role>()) {
            if (role->id() != role_) act->add_to(role->id());
        }
        act->set_purpose("person_centred_approach");
        act->set_basis("CONV");
        act->set_form(held->form());
        say(command);
    }
}

}  // namespace casustafel::bots
