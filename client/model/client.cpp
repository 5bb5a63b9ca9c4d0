#include "client/model/client.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "client/model/limits.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/versions.hpp"

namespace casustafel::model {

Client::Client(RandomBytes random, std::string program)
    : random_(std::move(random)), program_(std::move(program)) {}

Token Client::new_token() {
    Token token(contract::limits::join_token_bytes, '\0');
    random_(reinterpret_cast<std::uint8_t*>(token.data()), token.size());
    return token;
}

void Client::look_up(const std::string& code) {
    look_up_code_ = code;
    // Nothing of the session asked about before stands beside this code.
    if (model_.participant == 0 && !model_.trainer && !model_.observer &&
        model_.looks_on.observer() == 0) {
        model_.views.clear();
        model_.names.clear();
        hearing_ = Hearing::from_snapshot;
    }
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

void Client::open_as_trainer(const std::string& key, const std::string& digits) {
    trainer_key_ = key;
    digits_ = digits;
    model_.asks_digits = false;
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
    frame.mutable_attach_session()->set_address(reached_by_);
    send(frame);
}

void Client::sign_out() {
    if (model_.link == Link::ready && (!token_.empty() || model_.looks_on.observer() != 0)) {
        v1::ClientFrame frame;
        frame.mutable_sign_out();
        send(frame);
    }
    token_.clear();
    name_.clear();
    reentry_code_.clear();
    look_up_code_.clear();
    joining_ = false;
    outbox_.clear();
    stale_views_.clear();
    changes_.clear();
    const Link link = model_.link;
    model_ = Model{};
    model_.link = link == Link::offline ? Link::offline : Link::greeting;
    hearing_ = Hearing::nothing;
}

void Client::say(v1::ClientFrame frame) {
    // What is put away is not come back to.
    if ((frame.has_archive_session() && frame.archive_session().archived() &&
         frame.archive_session().code() == attach_code_) ||
        (frame.has_delete_session() && frame.delete_session().code() == attach_code_))
        attach_code_.clear();
    if (frame.has_ask_results()) model_.results_asked = model_.link == Link::ready;
    if (frame.has_ask_report()) model_.report_asked = model_.link == Link::ready;
    send(frame);
}

CommandId Client::act(v1::Command command) {
    CommandId id;
    random_(id.data(), id.size());
    command.set_command_id(id.data(), id.size());
    if (model_.looks_on.observer() != 0) {
        refusals_.push_back({"refusal.observer", act_name(command), std::move(command)});
        return id;
    }
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

std::vector<v1::Command> Client::set_aside() {
    std::vector<v1::Command> acts = waiting_acts();
    outbox_.clear();
    model_.waiting = 0;
    return acts;
}

void Client::connected() {
    model_.link = Link::greeting;
    model_.frames_seen = 0;
    model_.held.clear();  // told anew when it still is
    model_.missing.clear();
    outgoing_.clear();
    hearing_ = Hearing::everything;
    v1::ClientFrame frame;
    frame.mutable_hello()->set_oldest_version(contract::oldest_version);
    frame.mutable_hello()->set_newest_version(contract::newest_version);
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
    coming_report_.clear();
    outgoing_.clear();
}

void Client::greet() {
    if (hearing_ == Hearing::nothing) hearing_ = Hearing::from_snapshot;
    v1::ClientFrame frame;
    if (!trainer_key_.empty()) {
        if (program_token_.empty()) program_token_ = new_token();
        frame.mutable_open_as_trainer()->set_key(trainer_key_);
        frame.mutable_open_as_trainer()->set_digits(digits_);
        frame.mutable_open_as_trainer()->set_token(program_token_);
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
        frame.mutable_observe()->set_address(reached_by_);
    } else if (!look_up_code_.empty()) {
        frame.mutable_look_up()->set_code(look_up_code_);
    } else {
        return;
    }
    send(frame);
}

bool Client::choose_role(const std::string& role) {
    if (model_.looks_on.observer() != 0) {
        v1::ClientFrame frame;
        frame.mutable_look_through()->set_role(role);
        send(frame);
        return true;
    }
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
