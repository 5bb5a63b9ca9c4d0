#include "client/model/client.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "client/model/limits.hpp"
#include "client/model/protocol.hpp"

namespace casustafel::model {

Client::Client(RandomBytes random, std::string program)
    : random_(std::move(random)), program_(std::move(program)) {}

Token Client::new_token() {
    Token token(32, '\0');
    random_(reinterpret_cast<std::uint8_t*>(token.data()), token.size());
    return token;
}

void Client::look_up(const std::string& code) {
    look_up_code_ = code;
    if (model_.link == Link::offline) return;
    v1::ClientFrame frame;
    frame.mutable_look_up()->set_code(code);
    send(frame);
}

void Client::observe(const std::string& code) {
    observe_code_ = code;
    if (model_.link != Link::offline) greet();
}

void Client::join(const std::string& code, const std::string& name, const std::string& language) {
    token_ = new_token();
    model_.code = code;
    name_ = name;
    language_ = language;
    joining_ = true;
    if (model_.link != Link::offline) greet();
}

void Client::resume(const std::string& code, const Token& token) {
    model_.code = code;
    token_ = token;
    joining_ = false;
    if (model_.link != Link::offline) greet();
}

void Client::reenter(const std::string& code, const std::string& reentry_code) {
    token_ = new_token();
    model_.code = code;
    reentry_code_ = reentry_code;
    joining_ = false;
    if (model_.link != Link::offline) greet();
}

void Client::open_as_trainer(const std::string& key) {
    trainer_key_ = key;
    if (model_.link != Link::offline) greet();
}

void Client::attach(const std::string& code) {
    // What was meant for another session must not happen in this one.
    if (!attach_code_.empty() && attach_code_ != code) {
        outbox_.clear();
        model_.waiting = 0;
    }
    if (attach_code_ != code) model_.results.reset();
    attach_code_ = code;
    if (!model_.trainer || model_.link == Link::offline) return;
    v1::ClientFrame frame;
    frame.mutable_attach_session()->set_code(code);
    send(frame);
}

void Client::sign_out() {
    if (model_.link == Link::ready && !token_.empty()) {
        v1::ClientFrame frame;
        frame.mutable_sign_out();
        send(frame);
    }
    token_.clear();
    outbox_.clear();
    stale_views_.clear();
    const Link link = model_.link;
    model_ = Model{};
    model_.link = link == Link::offline ? Link::offline : Link::greeting;
}

void Client::say(v1::ClientFrame frame) {
    if (frame.has_ask_results()) model_.results_asked = model_.link == Link::ready;
    if (frame.has_ask_report()) model_.report_asked = model_.link == Link::ready;
    send(frame);
}

CommandId Client::act(v1::Command command) {
    CommandId id;
    random_(id.data(), id.size());
    command.set_command_id(id.data(), id.size());
    // What ends a hold must not wait behind what waits for its end.
    const std::size_t room = command.has_resume_session() ? limits::waiting_resumes : 0;
    if (outbox_.size() >= limits::waiting_acts + room) {
        refusals_.push_back({"refusal.too_many_waiting", act_name(command), std::move(command)});
        return id;
    }
    outbox_.push_back(std::move(command));
    model_.waiting = outbox_.size();
    if (model_.link == Link::ready) {
        v1::ClientFrame frame;
        *frame.mutable_command() = outbox_.back();
        send(frame);
    }
    return id;
}

void Client::take_up(std::vector<v1::Command> acts) {
    outbox_.insert(outbox_.begin(), std::make_move_iterator(acts.begin()),
                   std::make_move_iterator(acts.end()));
    model_.waiting = outbox_.size();
    if (model_.link == Link::ready) flush_outbox();
}

void Client::connected() {
    model_.link = Link::greeting;
    model_.frames_seen = 0;
    model_.held.clear();  // told anew when it still is
    model_.missing.clear();
    outgoing_.clear();
    v1::ClientFrame frame;
    frame.mutable_hello()->set_oldest_version(oldest_version);
    frame.mutable_hello()->set_newest_version(newest_version);
    frame.mutable_hello()->set_program(program_);
    send(frame);
    greet();
}

void Client::disconnected(std::int64_t now_ms) {
    // Until now the line was there, so the clock on the screen was right, and does not jump back.
    if (model_.link == Link::ready && model_.held.empty())
        model_.certain_ms = std::max(model_.certain_ms, now_ms);
    model_.link = Link::offline;
    model_.results_asked = model_.report_asked = false;
    outgoing_.clear();
}

void Client::greet() {
    v1::ClientFrame frame;
    if (!trainer_key_.empty()) {
        frame.mutable_open_as_trainer()->set_key(trainer_key_);
    } else if (!reentry_code_.empty()) {
        auto* reenter = frame.mutable_reenter();
        reenter->set_code(model_.code);
        reenter->set_reentry_code(reentry_code_);
        reenter->set_token(token_);
    } else if (joining_) {
        auto* join = frame.mutable_join();
        join->set_code(model_.code);
        join->set_name(name_);
        join->set_language(language_);
        join->set_token(token_);
    } else if (!token_.empty()) {
        auto* resume = frame.mutable_resume();
        resume->set_code(model_.code);
        resume->set_token(token_);
    } else if (!observe_code_.empty()) {
        frame.mutable_observe()->set_code(observe_code_);
    } else if (!look_up_code_.empty()) {
        frame.mutable_look_up()->set_code(look_up_code_);
    } else {
        return;
    }
    send(frame);
}

bool Client::received(std::string_view bytes, std::int64_t now_ms) {
    v1::ServerBatch batch;
    if (!batch.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
    if (model_.link == Link::ready && model_.held.empty()) model_.certain_ms = now_ms;
    for (const v1::ServerFrame& frame : batch.frames()) handle(frame, now_ms);
    return true;
}

void Client::handle(const v1::ServerFrame& frame, std::int64_t now_ms) {
    if (frame.has_joined()) model_.frames_seen = 0;
    if (!frame.has_refused() && !frame.has_pong()) ++model_.frames_seen;
    switch (frame.what_case()) {
        case v1::ServerFrame::kJoined:
            model_.returned = frame.joined().returned();
            model_.participant = frame.joined().participant();
            model_.code = frame.joined().code();
            joining_ = false;
            reentry_code_.clear();
            arrived();
            break;
        case v1::ServerFrame::kTrainerOpened:
            model_.trainer = true;
            if (attach_code_.empty())
                become_ready();
            else
                attach(attach_code_);
            break;
        case v1::ServerFrame::kAttached:
            model_.code = frame.attached().code();
            arrived();
            break;
        case v1::ServerFrame::kScenarioList:
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
        case v1::ServerFrame::kReport:
            report_ = frame.report().html();
            model_.report_asked = false;
            break;
        case v1::ServerFrame::kObserving:
            model_.code = frame.observing().code();
            model_.observer = true;
            become_ready();
            break;
        case v1::ServerFrame::kNames: take_names(frame.names()); break;
        case v1::ServerFrame::kView: merge(frame.view(), now_ms); break;
        case v1::ServerFrame::kViewClosed: drop_view(frame.view_closed().view()); break;
        case v1::ServerFrame::kWelcome:
        case v1::ServerFrame::kPong:
        case v1::ServerFrame::WHAT_NOT_SET: break;
    }
}

// The views of before may not be this one's any more; those that are come at once, and then the
// names.
void Client::arrived() {
    ++model_.arrivals;
    for (const auto& [name, view] : model_.views) stale_views_.insert(name);
    become_ready();
}

// A wish that was refused is not repeated at the next connection.
void Client::refused(const v1::Refused& refused) {
    const std::string& about = refused.about();
    if (about == "join" || about == "resume" || about == "reenter") {
        if (refused.reason() == "session_held") return;  // asked again when the hold is over
        token_.clear();
        joining_ = false;
        reentry_code_.clear();
    }
    if (about == "open_as_trainer") trainer_key_.clear();
    if (about == "attach_session") attach_code_.clear();
    if (about == "look_up") look_up_code_.clear();
    if (about == "observe") observe_code_.clear();
    if (about == "ask_results") model_.results_asked = false;
    if (about == "ask_report") model_.report_asked = false;
    refusals_.push_back({"refusal." + refused.reason(), about, {}});
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
}

// Nothing of a role that is no longer held stays behind, what was half typed for it included.
void Client::drop_view(const std::string& name) {
    model_.views.erase(name);
    model_.drafts.erase(name);
    if (name == "role:" + model_.chosen_role) model_.chosen_role.clear();
}

bool Client::choose_role(const std::string& role) {
    if (!role.empty() && !model_.views.contains("role:" + role)) return false;
    model_.chosen_role = role;
    return true;
}

void Client::keep_draft(const std::string& view, const std::string& field, std::string text) {
    if (text.empty()) {
        const auto found = model_.drafts.find(view);
        if (found != model_.drafts.end()) found->second.erase(field);
        return;
    }
    if (text.size() > limits::draft_bytes) return;  // nothing that long could be sent
    auto& fields = model_.drafts[view];
    if (fields.size() >= limits::drafts_of_a_view && !fields.contains(field)) return;
    fields[field] = std::move(text);
}

void Client::become_ready() {
    const bool was_ready = model_.link == Link::ready;
    model_.link = Link::ready;
    if (!was_ready) flush_outbox();
}

void Client::flush_outbox() {
    for (const v1::Command& command : outbox_) {
        v1::ClientFrame frame;
        *frame.mutable_command() = command;
        send(frame);
    }
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

void Client::merge(const v1::ViewPatch& patch, std::int64_t now_ms) {
    auto changes = model_.views[patch.view()].merge(patch, now_ms);
    if (patch.snapshot()) stale_views_.erase(patch.view());
    for (const v1::Entity& entity : patch.entities()) {
        if (!entity.has_session()) continue;
        model_.session_sim_ms = entity.session().sim_ms();
        model_.session_received_ms = now_ms;
    }
    changes_.insert(changes_.end(), changes.begin(), changes.end());
}

void Client::send(const v1::ClientFrame& frame) {
    if (model_.link != Link::offline) outgoing_.push_back(frame.SerializeAsString());
}

std::vector<std::string> Client::take_outgoing() { return std::exchange(outgoing_, {}); }

std::vector<Change> Client::take_changes() {
    std::vector<Change> each;
    std::map<std::pair<std::string, std::string>, std::size_t> place;
    for (Change& change : std::exchange(changes_, {})) {
        const auto [known, fresh] = place.try_emplace({change.view, change.key}, each.size());
        if (fresh) {
            each.push_back(std::move(change));
            continue;
        }
        Change::Kind& kind = each[known->second].kind;
        // What is new stays new, however often it changed since.
        if (kind != Change::Kind::added || change.kind == Change::Kind::gone) kind = change.kind;
    }
    return each;
}

std::vector<Refusal> Client::take_refusals() { return std::exchange(refusals_, {}); }
std::vector<v1::Command> Client::take_accepted() { return std::exchange(accepted_, {}); }
std::optional<std::string> Client::take_report() { return std::exchange(report_, std::nullopt); }

}  // namespace casustafel::model
