#include "client/ui/app/news.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/frame/onlookers.hpp"
#include "proto/contract/entities.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t counting_ms = 2'000;

// What this role said itself, also when it arrived only now, was not missed.
bool is_own(const model::Model& model, const model::Change& change) {
    const auto view = model.views.find(change.view);
    const v1::Entity* entity = view == model.views.end() ? nullptr : view->second.find(change.key);
    if (entity == nullptr || model.role().empty()) return false;
    return (entity->has_message() && entity->message().sender() == model.role()) ||
           (entity->has_request() && entity->request().asker() == model.role());
}

}  // namespace

std::string News::missed(const Panel& panel) const {
    std::vector<std::string> parts;
    const auto add = [&](Say key, int count) {
        if (count > 0) parts.push_back(panel.say(key, {std::to_string(count)}));
    };
    add(Say::notice_missed_items, comeback_.items);
    add(Say::notice_missed_messages, comeback_.messages);
    add(Say::notice_missed_requests, comeback_.requests);
    add(Say::notice_missed_injects, comeback_.notices);
    return parts.empty() ? panel.say(Say::notice_missed_nothing)
                         : panel.say(Say::notice_missed, {enumerate(panel, parts)});
}

void News::count(const model::Model& model, const std::vector<model::Change>& changes) {
    if (!comeback_.away && comeback_.counting_until_ms == 0) return;
    const std::string own = model.role().empty() ? "trainer" : "role:" + model.role();
    for (const model::Change& change : changes) {
        if (change.kind != model::Change::Kind::added || change.view != own) continue;
        if (is_own(model, change)) continue;
        if (contract::is_key_of(contract::entities::item, change.key)) ++comeback_.items;
        if (contract::is_key_of(contract::entities::message, change.key)) ++comeback_.messages;
        if (contract::is_key_of(contract::entities::request, change.key)) ++comeback_.requests;
        if (contract::is_key_of(contract::entities::notice, change.key)) ++comeback_.notices;
    }
}

std::vector<Tell> News::of_line(const Panel& panel) {
    const bool inside = panel.model.participant != 0 || panel.model.trainer;
    const bool ready = panel.model.link == model::Link::ready;
    if (inside && ready) comeback_.was_in = true;
    // On the way in for the first time nobody comes back.
    if (inside && !ready && comeback_.was_in) comeback_ = {.away = true, .was_in = true};
    if (comeback_.away && ready) {
        comeback_.away = false;
        comeback_.counting_until_ms = panel.now_ms + counting_ms;
    }
    if (comeback_.counting_until_ms == 0) return {};
    if (panel.now_ms < comeback_.counting_until_ms) {
        panel.ui.wake_after(0.2);
        const std::string name = panel.model.trainer ? panel.say(Say::trainer_title)
                                                     : panel.model.name_of(panel.model.participant);
        return {{Tone::good, panel.say(Say::notice_returned, {name}), missed(panel)}};
    }
    comeback_ = {.was_in = true};
    return {};
}

std::vector<Tell> News::of_others(const Panel& panel) {
    std::vector<Tell> told;
    const std::string& role = panel.model.wish_declined;
    if (std::exchange(declined_, panel.model.wishes_declined) < panel.model.wishes_declined)
        told.push_back({Tone::attention, panel.say(Say::notice_wish_declined, {role}),
                        panel.say(Say::notice_wish_declined_body)});
    if (panel.view == nullptr) return told;
    look_at_onlookers(panel, told);
    look_at_move(panel, told);
    // What is told to a role is not told to who looks on with it.
    if (panel.model.trainer || panel.model.looks_on.observer() != 0) return told;
    look_at_help(panel, told);
    look_at_whispers(panel, told);
    look_at_heard(panel, told);
    look_at_inquiries(panel, told);
    look_at_patterns(panel, told);
    return told;
}

// Nobody is looked at without knowing it: that somebody came to look on is told when it happens.
void News::look_at_onlookers(const Panel& panel, std::vector<Tell>& told) {
    const v1::Session* session = panel.view->find<v1::Session>();
    if (session == nullptr || panel.model.looks_on.observer() != 0) return;
    const bool first = std::exchange(looked_at_in_, panel.model.code) != panel.model.code;
    std::set<std::uint32_t> here;
    for (const v1::Observer* each : panel.view->all<v1::Observer>()) {
        if (!each->connected()) continue;
        here.insert(each->id());
        if (first || onlookers_.contains(each->id())) continue;
        told.push_back({Tone::neutral,
                        panel.say(Say::onlookers_came, {panel.model.observer_name_of(each->id())}),
                        at_start(onlooker_words(panel, *each)) + "."});
    }
    onlookers_ = std::move(here);
}

// The exercise goes on from an earlier moment: what that means for who is in it. It stands still
// there, which is told too, and first: so this comes a frame later, and then before it.
void News::look_at_move(const Panel& panel, std::vector<Tell>& told) {
    if (panel.view->find<v1::Session>() == nullptr) return;
    if (std::exchange(moves_, panel.model.moves) != panel.model.moves)
        move_untold_since_ms_ = panel.now_ms;
    if (!move_untold_since_ms_) return;
    const bool paused = panel.phase_is(Phase::paused);
    const bool settled = std::exchange(paused_before_, paused) && paused;
    if (!settled && panel.now_ms - *move_untold_since_ms_ < 1000) return panel.ui.wake_after(1);
    move_untold_since_ms_.reset();
    const std::int64_t said_ms = panel.model.moved.sim_ms();
    const std::string when = moment(panel, said_ms != 0 ? said_ms : panel.sim_ms());
    told.push_back({Tone::attention, panel.say(Say::notice_went_back, {when}),
                    panel.say(panel.model.trainer ? Say::notice_went_back_trainer
                                                  : Say::notice_went_back_body)});
}

// Who called hears that the trainer saw it.
void News::look_at_help(const Panel& panel, std::vector<Tell>& told) {
    if (panel.model.participant == 0) return;
    const std::string caller = panel.model.code + "/" + std::to_string(panel.model.participant);
    const bool first = std::exchange(helped_, caller) != caller;
    if (first) helps_.clear();
    for (const v1::HelpCall* call : panel.view->all<v1::HelpCall>()) {
        if (call->participant() != panel.model.participant || !call->answered()) continue;
        if (helps_.insert(call->id()).second && !first)
            told.push_back(
                {Tone::good, panel.say(Say::notice_helped), panel.say(Say::notice_helped_body)});
    }
}

// The trainer's word to this role alone: above the screen, for who looks elsewhere.
void News::look_at_whispers(const Panel& panel, std::vector<Tell>& told) {
    if (panel.role.empty()) return;
    const bool first = std::exchange(whispered_to_, panel.role) != panel.role;
    if (first) whispers_.clear();
    for (const v1::WhisperHeard* whisper : panel.view->all<v1::WhisperHeard>())
        if (whispers_.insert(whisper->id()).second && !first)
            told.push_back({Tone::attention, panel.say(Say::talk_whisper), whisper->text()});
}

// The answer to what this role asked outside the tables.
void News::look_at_inquiries(const Panel& panel, std::vector<Tell>& told) {
    if (panel.role.empty()) return;
    const bool first = std::exchange(inquired_by_, panel.role) != panel.role;
    if (first) inquiries_.clear();
    for (const v1::Inquiry* inquiry : panel.view->all<v1::Inquiry>()) {
        if (inquiry->status() != contract::InquiryStatus::answered) continue;
        if (!inquiries_.insert(inquiry->id()).second || first) continue;
        const auto* asked = panel.view->find<v1::Intervention>(inquiry->intervention());
        told.push_back({Tone::attention,
                        panel.say(Say::notice_inquiry_answered,
                                  {asked == nullptr ? panel.say(Say::inquiry_before)
                                                    : panel.in(asked->title())}),
                        panel.in(inquiry->answer())});
    }
}

// What lit up on a board that this role sees.
void News::look_at_patterns(const Panel& panel, std::vector<Tell>& told) {
    if (panel.role.empty()) return;
    const bool first = std::exchange(patterns_of_, panel.role) != panel.role;
    if (first) patterns_.clear();
    for (const v1::Board* board : panel.view->all<v1::Board>())
        for (const v1::BoardColumn& column : board->columns())
            if (column.lit() && patterns_.insert(board->id() + "/" + column.id()).second && !first)
                told.push_back({Tone::attention,
                                panel.say(Say::notice_pattern, {panel.in(board->title()),
                                                                panel.in(column.pattern_title())}),
                                panel.in(column.pattern_text())});
}

// A note that goes without an item in its place was denied.
void News::look_at_heard(const Panel& panel, std::vector<Tell>& told) {
    if (!panel.live()) return;
    if (std::exchange(noted_by_, panel.role) != panel.role) noted_.clear();
    const auto shares = panel.view->all<v1::Share>();
    const auto shared_by = [&](const std::string& giver) {
        return std::count_if(shares.begin(), shares.end(),
                             [&](const v1::Share* share) { return share->giver() == giver; });
    };
    std::map<std::uint64_t, Noted> now;
    for (const v1::Heard* heard : panel.view->all<v1::Heard>())
        if (heard->by() == panel.role)
            now[heard->id()] = {heard->giver(), heard->text(), shared_by(heard->giver())};
    for (const auto& [id, note] : noted_) {
        if (now.contains(id) || shared_by(note.giver) > note.shared) continue;
        told.push_back({Tone::attention, panel.say(Say::heard_denied_told, {note.giver}),
                        note.text.empty() ? std::string()
                                          : panel.say(Say::heard_denied_told_body, {note.text})});
    }
    noted_ = std::move(now);
}

}  // namespace casustafel::ui
