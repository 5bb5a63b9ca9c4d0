// What the server says, taken in.
#include <algorithm>
#include <iterator>
#include <utility>

#include "client/model/client.hpp"
#include "client/model/limits.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"

namespace casustafel::model {

bool Client::received(std::string_view bytes, std::int64_t now_ms) {
    std::vector<HeardFrame> frames;
    if (!read_batch(bytes, pool_, frames)) return false;
    if (model_.link == Link::ready && model_.held.empty()) model_.certain_ms = now_ms;
    for (HeardFrame& heard : frames) handle(heard, now_ms);
    return true;
}

// Whether this is for who this client is now.
bool Client::is_heard(const v1::ServerFrame& frame) {
    if (frame.has_joined() || frame.has_attached() || frame.has_observing()) {
        hearing_ = Hearing::everything;
    } else if (hearing_ == Hearing::from_snapshot && frame.has_view() && frame.view().snapshot()) {
        hearing_ = Hearing::everything;
    }
    const bool of_a_session = frame.has_view() || frame.has_view_closed() || frame.has_names() ||
                              frame.has_held() || frame.has_clock_reached() ||
                              frame.has_results() || frame.has_report() || frame.has_door() ||
                              frame.has_seat_wishes() || frame.has_wish_declined() ||
                              frame.has_lead() || frame.has_trainer_acted() ||
                              frame.has_invitation() || frame.has_observer_links();
    return hearing_ == Hearing::everything || !of_a_session;
}

void Client::handle(HeardFrame& heard, std::int64_t now_ms) {
    v1::ServerFrame& frame = heard.frame;
    if (!is_heard(frame)) return;
    if (frame.has_joined()) model_.frames_seen = 0;
    if (!frame.has_refused() && !frame.has_pong()) ++model_.frames_seen;
    switch (frame.what_case()) {
        case v1::ServerFrame::kJoined:
            if (model_.participant != 0 && model_.code != frame.joined().code())
                moved_while_away(frame.joined());
            model_.returned = frame.joined().returned();
            model_.participant = frame.joined().participant();
            model_.code = frame.joined().code();
            joining_ = false;
            reentry_code_.clear();
            arrived();
            break;
        case v1::ServerFrame::kTrainerOpened:
            model_.trainer = true;
            model_.trainer_number = frame.trainer_opened().trainer();
            model_.trainer_name = frame.trainer_opened().name();
            if (attach_code_.empty())
                become_ready();
            else
                attach(attach_code_);
            break;
        case v1::ServerFrame::kAttached:
            model_.code = frame.attached().code();
            model_.door_open = true;  // unless it is told otherwise
            model_.seat_wishes.clear();
            model_.lead = 0;
            model_.others_did.clear();
            model_.invitation.Clear();
            model_.observer_links.clear();
            arrived();
            break;
        case v1::ServerFrame::kScenarioList:
            model_.scenarios_listed = true;
            model_.scenarios.assign(frame.scenario_list().scenarios().begin(),
                                    frame.scenario_list().scenarios().end());
            break;
        case v1::ServerFrame::kSessionList:
            model_.sessions.assign(frame.session_list().sessions().begin(),
                                   frame.session_list().sessions().end());
            model_.sessions_listed = true;
            break;
        case v1::ServerFrame::kSessionCreated:
            model_.created_code = frame.session_created().code();
            break;
        case v1::ServerFrame::kReentryCode:
            if (frame.reentry_code().code().empty())
                model_.reentry_codes.erase(frame.reentry_code().participant());
            else
                model_.reentry_codes[frame.reentry_code().participant()] =
                    frame.reentry_code().code();
            break;
        case v1::ServerFrame::kAccepted: settle(frame.accepted().command_id(), nullptr); break;
        case v1::ServerFrame::kRejected:
            settle(frame.rejected().command_id(), &frame.rejected().reason());
            break;
        case v1::ServerFrame::kRefused: refused(frame.refused()); break;
        case v1::ServerFrame::kHeld: held(frame.held()); break;
        case v1::ServerFrame::kClockReached:
            model_.reached_sim_ms = frame.clock_reached().sim_ms();
            break;
        case v1::ServerFrame::kResults:
            model_.results = frame.results();
            model_.results_asked = false;
            break;
        case v1::ServerFrame::kReport: hear_report(frame.report()); break;
        case v1::ServerFrame::kDoor: model_.door_open = frame.door().open(); break;
        case v1::ServerFrame::kSeatWishes:
            model_.seat_wishes.clear();
            for (const auto& [who, role] : frame.seat_wishes().roles())
                model_.seat_wishes[who] = role;
            break;
        case v1::ServerFrame::kWishDeclined:
            model_.wish_declined = frame.wish_declined().role();
            ++model_.wishes_declined;
            break;
        case v1::ServerFrame::kLead: model_.lead = frame.lead().trainer(); break;
        case v1::ServerFrame::kInvitation: model_.invitation = frame.invitation(); break;
        case v1::ServerFrame::kTrainerActed:
            model_.others_did.push_back(std::move(*frame.mutable_trainer_acted()));
            if (model_.others_did.size() > limits::others_acts_kept) model_.others_did.pop_front();
            ++model_.others_acts;
            break;
        case v1::ServerFrame::kObserving:
            model_.code = frame.observing().code();
            model_.observer = frame.observing().observer() == 0;
            if (!model_.observer) {
                model_.looks_on = frame.observing();
                model_.looks_on_since_ms = now_ms;
                arrived();
                break;
            }
            become_ready();
            break;
        case v1::ServerFrame::kObserverLinks:
            model_.observer_links.assign(frame.observer_links().links().begin(),
                                         frame.observer_links().links().end());
            break;
        case v1::ServerFrame::kMoved: moved(frame.moved()); break;
        case v1::ServerFrame::kReplay: hear_replay(*frame.mutable_replay()); break;
        case v1::ServerFrame::kLookedBack:
            model_.looked_back = frame.looked_back();
            ++model_.looks_back;
            break;
        case v1::ServerFrame::kReplayLed:
            model_.led = frame.replay_led();
            ++model_.leads;
            break;
        case v1::ServerFrame::kNames: take_names(frame.names()); break;
        case v1::ServerFrame::kView: merge(heard, now_ms); break;
        case v1::ServerFrame::kViewClosed: drop_view(frame.view_closed().view()); break;
        case v1::ServerFrame::kWelcome:
        case v1::ServerFrame::kPong:
        case v1::ServerFrame::WHAT_NOT_SET: break;
    }
}

void Client::hear_report(const v1::Report& piece) {
    coming_report_ += piece.html();
    if (piece.more()) return;
    report_ = std::exchange(coming_report_, {});
    model_.report_asked = false;
}

// The first piece begins it anew.
void Client::hear_replay(v1::Replay& piece) {
    Replay& replay = model_.replay;
    if (replay.whole) replay = {};
    for (v1::ReplayMoment& moment : *piece.mutable_moments())
        replay.moments.push_back(std::move(moment));
    replay.roles.assign(piece.roles().begin(), piece.roles().end());
    replay.last = piece.last();
    replay.whole = !piece.more();
}

// The views of before may not be this one's any more; those that are come at once, and then the
// names.
void Client::arrived() {
    ++model_.arrivals;
    model_.replay = {};
    model_.looked_back.Clear();
    model_.led.Clear();
    for (const auto& [name, view] : model_.views) stale_views_.insert(name);
    become_ready();
}

// What was said before this arrived reaches the exercise as it goes on, which answers each act with
// a yes or a no. What still waits was meant for the exercise as it was: it is told that nothing
// came of it.
void Client::moved(const v1::Moved& moved) {
    if (model_.link != Link::ready || !model_.held.empty()) refuse_what_waits();
    if (!attach_code_.empty()) attach_code_ = moved.code();
    if (!observe_code_.empty()) observe_code_ = moved.code();
    model_.moved = moved;
    ++model_.moves;
    model_.code = moved.code();
    model_.results.reset();
}

void Client::moved_while_away(const v1::Joined& joined) {
    v1::Moved there;
    there.set_code(joined.code());
    moved(there);
}

void Client::refuse_what_waits() {
    for (v1::Command& act : set_aside())
        refusals_.push_back({"refusal.moved", act_name(act), std::move(act)});
}

// A wish that was refused is not repeated at the next connection.
void Client::refused(const v1::Refused& refused) {
    const std::string& about = refused.about();
    if (hearing_ == Hearing::from_snapshot) hearing_ = Hearing::nothing;
    if (about == contract::client_frame::join || about == contract::client_frame::resume ||
        about == contract::client_frame::reenter) {
        if (refused.reason() == contract::Refusal::session_held)
            return;  // asked again when the hold is over
        token_.clear();
        joining_ = false;
        reentry_code_.clear();
    }
    if (about == contract::client_frame::open_as_trainer) {
        trainer_key_.clear();
        digits_.clear();
        model_.trainer = false;  // a key may be revoked while it is in use
        model_.asks_digits = refused.reason() == contract::Refusal::second_factor;
    }
    if (about == contract::client_frame::attach_session) attach_code_.clear();
    if (about == contract::client_frame::look_up) {
        look_up_code_.clear();
        if (looks_on_no_longer()) return;
    }
    if (about == contract::client_frame::observe) observe_code_.clear();
    if (about == contract::client_frame::ask_results) model_.results_asked = false;
    if (about == contract::client_frame::ask_report) model_.report_asked = false;
    refusals_.push_back({"refusal." + refused.reason(), about, {}});
}

// Who looked on was dismissed meanwhile, or the session is gone: nothing of it stays behind.
bool Client::looks_on_no_longer() {
    if (model_.looks_on.observer() == 0) return false;
    model_.looks_on.Clear();
    model_.views.clear();
    model_.code.clear();
    refusals_.push_back(
        {"refusal.looks_on_no_longer", std::string(contract::client_frame::look_up), {}});
    return true;
}

// What was said during a hold was not heard: it is said again.
void Client::held(const v1::Held& held) {
    const bool released = !model_.held.empty() && held.reason().empty();
    model_.held = held.reason();
    model_.missing.assign(held.missing().begin(), held.missing().end());
    if (!released) return;
    if (model_.link == Link::ready)
        flush_outbox();
    else if (model_.link == Link::greeting)
        greet();
}

void Client::take_names(const v1::Names& names) {
    for (const std::string& stale : std::exchange(stale_views_, {})) drop_view(stale);
    model_.names.clear();
    for (const auto& [id, name] : names.names()) model_.names[id] = name;
    model_.trainers.clear();
    for (const auto& [number, name] : names.trainers()) model_.trainers[number] = name;
    model_.observers.clear();
    for (const auto& [number, name] : names.observers()) model_.observers[number] = name;
}

// Nothing of a role that is no longer held stays behind, what was half typed for it included.
void Client::drop_view(const std::string& name) {
    model_.views.erase(name);
    model_.drafts.erase(name);
    if (name == "role:" + model_.chosen_role) model_.chosen_role.clear();
}

void Client::settle(const std::string& command_id, const std::string* reason) {
    const auto found = std::find_if(
        outbox_.begin(), outbox_.end(),
        [&](const v1::Command& command) { return command.command_id() == command_id; });
    if (found == outbox_.end()) return;
    if (reason != nullptr) {
        refusals_.push_back({"rejection." + *reason, act_name(*found), *found});
    } else {
        accepted_.push_back(*found);
    }
    outbox_.erase(found);
    model_.waiting = outbox_.size();
}

void Client::merge(HeardFrame& heard, std::int64_t now_ms) {
    v1::ViewPatch& patch = *heard.frame.mutable_view();
    if (patch.snapshot()) stale_views_.erase(patch.view());
    // What was: no clock of now goes by it, and nothing in it is news.
    const bool past = patch.view() == back_view;
    for (const EntityPtr& entity : heard.entities) {
        if (past || !entity->has_session()) continue;
        model_.session_sim_ms = entity->session().sim_ms();
        model_.session_received_ms = now_ms;
    }
    View& view = model_.views[patch.view()];
    std::vector<Change> changes = view.merge(std::move(patch), std::move(heard.entities), now_ms);
    if (past) return;
    if (changes_.empty()) changes_.swap(changes);
    for (Change& change : changes) changes_.push_back(std::move(change));
}

}  // namespace casustafel::model
