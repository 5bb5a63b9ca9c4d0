#include "client/bots/persona.hpp"

#include <algorithm>
#include <utility>

namespace casustafel::bots {
namespace {

constexpr std::int64_t minute_ms = 60'000;

bool matches(const KeyItem& item, const v1::Request& request) {
    if (!request.item().empty()) return item.id == request.item();
    return item.category == request.category() &&
           std::find(item.about.begin(), item.about.end(), request.person()) != item.about.end();
}

const v1::Answer* own_answer(const v1::Request& request, const std::string& role) {
    for (const v1::Answer& answer : request.answers()) {
        if (answer.by() == role) return &answer;
    }
    return nullptr;
}

template <class List>
bool contains(const List& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool asked_of(const v1::Request& request, const std::string& role) {
    return contains(request.to(), role);
}

const KeyNeed* need_of(const KeyItem& item, std::string_view role) {
    for (const KeyNeed& need : item.needs) {
        if (need.role == role) return &need;
    }
    return nullptr;
}

}  // namespace

std::optional<Character> character_named(std::string_view word) {
    for (const Character character :
         {Character::ideal, Character::lawful, Character::flooder, Character::silent}) {
        if (name(character) == word) return character;
    }
    return std::nullopt;
}

std::string_view name(Character character) {
    switch (character) {
        case Character::ideal: return "ideal";
        case Character::lawful: return "lawful";
        case Character::flooder: return "flooder";
        case Character::silent: return "silent";
    }
    return "silent";
}

Persona::Persona(Character character, const AnswerKey& key, std::string role, std::uint64_t seed)
    : character_(character), key_(key), role_(std::move(role)), chance_(seed) {
    for (const char letter : role_)
        chance_ = Chance(chance_.next() ^ static_cast<unsigned char>(letter));
}

std::vector<v1::Command> Persona::act(const model::View& view, std::int64_t sim_ms) {
    sim_ms_ = sim_ms;
    wakes_at_sim_ms_ = INT64_MAX;
    switch (character_) {
        case Character::silent: break;
        case Character::flooder: flood(view); break;
        case Character::ideal:
        case Character::lawful:
            take_care_of_triage(view);
            attend_meetings(view);
            read_and_mark(view);
            answer_requests(view);
            share_what_is_needed(view);
            ask_for_own_needs(view);
            break;
    }
    return std::exchange(acts_, {});
}

void Persona::say(v1::Command command) {
    command.set_as_role(role_);
    acts_.push_back(std::move(command));
}

bool Persona::now_is_the_time_to(const std::string& what) {
    if (did(what)) return false;
    if (character_ == Character::lawful) {
        const auto [ripe, fresh] = ripe_at_sim_ms_.try_emplace(what, 0);
        if (fresh) {
            // A professional reads and thinks before acting: one to five minutes of the case.
            ripe->second =
                sim_ms_ + minute_ms + static_cast<std::int64_t>(chance_.below(4 * minute_ms));
        }
        if (ripe->second > sim_ms_) {
            wakes_at_sim_ms_ = std::min(wakes_at_sim_ms_, ripe->second);
            return false;
        }
    }
    done_.insert(what);
    return true;
}

void Persona::take_care_of_triage(const model::View& view) {
    const KeyRole* role = key_.role(role_);
    const v1::Triage* triage = view.triage();
    if (role == nullptr || !role->accepts_triage || triage == nullptr || !key_.uses_triage())
        return;
    if (triage->status() == "none" && now_is_the_time_to("put up for triage")) {
        v1::Command command;
        command.mutable_put_up_for_triage()->set_reason(
            "Meerdere leefgebieden, samenwerking nodig.");
        say(command);
    }
    if (triage->status() == "put_up" && now_is_the_time_to("accept triage")) {
        v1::Command command;
        command.mutable_accept_triage();
        say(command);
    }
}

// Who may only be told something in a circle goes and sits in it.
void Persona::attend_meetings(const model::View& view) {
    for (const KeyMeeting& meeting : key_.meetings) {
        const v1::Meeting* seen = view.meeting(meeting.id);
        if (seen == nullptr || !contains(meeting.members, role_) || !key_.uses_circle(meeting))
            continue;
        if (contains(seen->present(), role_) || !now_is_the_time_to("attend " + meeting.id))
            continue;
        v1::Command command;
        command.mutable_enter_meeting()->set_meeting(meeting.id);
        say(command);
    }
}

// Whether the triage is done and the receiver sits where the way asks, as far as this one can see.
bool Persona::may_go_now(const model::View& view, const KeyWay& way,
                         const std::string& receiver) const {
    const v1::Triage* triage = view.triage();
    if (way.needs_triage && (triage == nullptr || triage->status() != "accepted")) return false;
    return std::all_of(way.circles.begin(), way.circles.end(), [&](const std::string& circle) {
        bool can_see = false;
        for (const v1::Meeting* meeting : view.meetings()) {
            if (meeting->id() != circle && meeting->table() != circle) continue;
            if (contains(meeting->present(), receiver)) return true;
            can_see = true;
        }
        return !can_see;
    });
}

void Persona::read_and_mark(const model::View& view) {
    for (const v1::Item* held : view.items()) {
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
                        [&](const std::string& other) { return view.item(other); });
        std::string mark = item->true_fact ? "fact" : refuted ? "refuted" : "assumption";
        if (held->mark() == mark || !now_is_the_time_to("mark " + held->id() + " " + mark))
            continue;
        if (character_ == Character::lawful && !item->true_fact && !refuted &&
            chance_.in_a_hundred(20)) {
            mark = "fact";  // taken in by how it was told
        }
        v1::Command command;
        command.mutable_mark_item()->set_item(held->id());
        command.mutable_mark_item()->set_mark(mark);
        say(command);
    }
}

void Persona::answer_requests(const model::View& view) {
    for (const v1::Request* request : view.requests()) {
        if (asked_of(*request, role_) && own_answer(*request, role_) == nullptr)
            answer(view, *request);
    }
}

void Persona::answer(const model::View& view, const v1::Request& request) {
    const std::string thought = "answer " + std::to_string(request.id());
    const KeyItem* refused = nullptr;
    bool no_way = false;
    for (const v1::Item* held : view.items()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr || !matches(*item, request)) continue;
        const KeyNeed* need = need_of(*item, request.asker());
        if (need != nullptr && lawful_way(key_, *item, role_, request.asker(), need->purpose,
                                          need->min_form) != nullptr) {
            // share_what_is_needed answers it with the item; what was shared before is named as the
            // answer.
            if (did("share " + item->id + " with " + request.asker())) {
                share(view, *held, *item, *need, request.id());
            }
            return;
        }
        refused = item;
        no_way |= need != nullptr;
    }
    if (!now_is_the_time_to(thought)) return;
    v1::Command command;
    if (refused != nullptr) {
        command.mutable_refuse_request()->set_request(request.id());
        command.mutable_refuse_request()->set_reason(no_way ? "no_basis" : "not_necessary");
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

void Persona::share_what_is_needed(const model::View& view) {
    if (character_ == Character::ideal && !has_heard_the_first_questions()) return;
    for (const v1::Item* held : view.items()) {
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

void Persona::share_for_need(const model::View& view, const v1::Item& held, const KeyItem& item,
                             const KeyNeed& need) {
    const std::string thought = "share " + item.id + " with " + need.role;
    if (did(thought) || held.form() < need.min_form) return;
    if (!held.original() && !must_relay_to(item, need)) return;
    const std::uint64_t request = open_request_of(view, item, need.role);
    // The lawful one knows what its card says others need and what it is asked; the rest it misses
    // at times.
    const bool aware = character_ == Character::ideal || need.known_to_holder || request != 0 ||
                       did("aware of " + thought);
    if (!aware) {
        if (did("unaware of " + thought)) return;
        done_.insert((chance_.in_a_hundred(70) ? "aware of " : "unaware of ") + thought);
        if (!did("aware of " + thought)) return;
    }
    if (lawful_way(key_, item, role_, need.role, need.purpose, need.min_form) == nullptr) return;
    if (share(view, held, item, need, request)) done_.insert(thought);
}

// Whether this need can only be met through somebody who passes the item on.
bool Persona::must_relay_to(const KeyItem& item, const KeyNeed& need) const {
    return std::none_of(item.holders.begin(), item.holders.end(), [&](const std::string& holder) {
        return lawful_way(key_, item, holder, need.role, need.purpose, need.min_form) != nullptr;
    });
}

std::uint64_t Persona::open_request_of(const model::View& view, const KeyItem& item,
                                       const std::string& asker) const {
    for (const v1::Request* request : view.requests()) {
        if (request->asker() == asker && asked_of(*request, role_) && matches(item, *request) &&
            own_answer(*request, role_) == nullptr &&
            !did("used " + std::to_string(request->id()))) {
            return request->id();
        }
    }
    return 0;
}

bool Persona::share(const model::View& view, const v1::Item& held, const KeyItem& item,
                    const KeyNeed& need, std::uint64_t request) {
    const KeyWay* way = lawful_way(key_, item, role_, need.role, need.purpose, need.min_form);
    if (!may_go_now(view, *way, need.role)) return false;
    if (way->needs_weighing && view.find("weighing:" + item.id) == nullptr) {
        if (now_is_the_time_to("weigh " + item.id)) {
            v1::Command weighing;
            weighing.mutable_record_weighing()->set_item(item.id);
            weighing.mutable_record_weighing()->set_tried("Toestemming gevraagd, niet gekregen.");
            weighing.mutable_record_weighing()->set_harm("Ernstig gevaar voor de ander.");
            weighing.mutable_record_weighing()->set_averts("De ander kan vandaag ingrijpen.");
            weighing.mutable_record_weighing()->set_minimum("Alleen de conclusie.");
            say(weighing);
        }
        return false;
    }
    if (!now_is_the_time_to("send " + item.id + " to " + need.role + " for " +
                            std::to_string(request))) {
        return false;
    }
    const bool slips = character_ == Character::lawful && chance_.in_a_hundred(20);
    const unsigned slip = slips ? static_cast<unsigned>(chance_.below(3)) : 3;
    v1::Command command;
    auto* act = command.mutable_share_item();
    act->set_item(item.id);
    act->add_to(need.role);
    const bool purpose_fits =
        std::find(way->purposes.begin(), way->purposes.end(), need.purpose) != way->purposes.end();
    act->set_purpose(purpose_fits || way->purposes.empty() ? need.purpose : way->purposes.front());
    act->set_basis(way->bases.front());
    act->set_form(need.min_form);
    if (slip == 0) act->set_purpose(need.purpose == "care" ? "aftercare" : "care");
    if (slip == 1) act->set_basis("CONV");
    if (slip == 2) act->set_form(std::min<std::uint32_t>(held.form(), need.min_form + 1));
    if (static_cast<int>(act->form()) <= held.as_sent_size() &&
        held.as_sent(static_cast<int>(act->form()) - 1).nl().empty()) {
        act->set_text("Dit is wat het voor jou betekent. Bel mij als je meer wilt weten.");
    }
    if (request != 0) {
        act->set_request(request);
        done_.insert("used " + std::to_string(request));
    }
    say(command);
    return true;
}

void Persona::ask_for_own_needs(const model::View& view) {
    for (const KeyItem& item : key_.items) {
        const KeyNeed* need = need_of(item, role_);
        if (need == nullptr || is_holder(item, role_) || item.about.empty()) continue;
        const v1::Item* held = view.item(item.id);
        if (held != nullptr && held->form() >= need->min_form) continue;
        for (const std::string& holder : item.holders) {
            if (lawful_way(key_, item, holder, role_, need->purpose, need->min_form) == nullptr)
                continue;
            // One question about a person and a subject covers all the items under it.
            const std::string question =
                "ask " + holder + " about " + item.about.front() + " " + item.category;
            if (did(question)) break;
            if (character_ == Character::lawful && !did("meant to " + question)) {
                if (did("forgot to " + question)) break;
                done_.insert((chance_.in_a_hundred(85) ? "meant to " : "forgot to ") + question);
                if (did("forgot to " + question)) break;
            }
            if (!now_is_the_time_to(question)) break;
            v1::Command command;
            auto* act = command.mutable_ask_for_information();
            act->add_to(holder);
            act->set_person(item.about.front());
            act->set_category(item.category);
            say(command);
            break;
        }
    }
}

void Persona::flood(const model::View& view) {
    for (const v1::Item* held : view.items()) {
        if (!held->original() || !now_is_the_time_to("flood " + held->id())) continue;
        v1::Command command;
        auto* act = command.mutable_share_item();
        act->set_item(held->id());
        for (const v1::Role* role : view.roles()) {
            if (role->id() != role_) act->add_to(role->id());
        }
        act->set_purpose("person_centred_approach");
        act->set_basis("CONV");
        act->set_form(held->form());
        say(command);
    }
}

}  // namespace casustafel::bots
