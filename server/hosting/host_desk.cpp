// The frames of a trainer's desk: cases and sessions, making one, and what a trainer decides in it.
#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

// By its code, or by its id when the code cannot be read, as the verbs take it.
v1::SessionEntry entry_of(const DamagedSession& damaged) {
    v1::SessionEntry entry;
    entry.set_code(damaged.code.empty() ? damaged.id : damaged.code);
    entry.set_scenario(damaged.scenario);
    entry.mutable_title()->set_nl(damaged.title.nl);
    entry.mutable_title()->set_en(damaged.title.en);
    entry.set_phase(
        std::string(damaged.saved_as.empty() ? contract::damaged_phase : contract::salvaged_phase));
    return entry;
}

v1::ScenarioList scenario_list(const std::vector<CatalogueEntry>& entries) {
    v1::ScenarioList list;
    for (const CatalogueEntry& entry : entries) {
        v1::ScenarioEntry* added = list.add_scenarios();
        added->set_id(entry.id);
        added->mutable_title()->set_nl(entry.title.nl);
        added->mutable_title()->set_en(entry.title.en);
        added->set_roles(static_cast<std::uint32_t>(entry.roles));
        added->set_minutes(static_cast<std::uint32_t>(entry.minutes));
    }
    return list;
}

}  // namespace

// The frames of a trainer's desk. False: the frame is none of these.
bool Host::handle_trainer(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    const bool desk = frame.has_list_scenarios() || frame.has_new_session() ||
                      frame.has_list_sessions() || frame.has_attach_session();
    const bool control = frame.has_issue_reentry_code() || frame.has_see_as() ||
                         frame.has_set_maximum_speed() || frame.has_ask_results() ||
                         frame.has_ask_report() || frame.has_set_door() || frame.has_rename();
    if (frame.has_open_as_trainer()) {
        open_as_trainer(id, visitor, frame.open_as_trainer().key());
        return true;
    }
    if (!desk && !control) return false;
    if (!visitor.trainer) {
        refuse(id, carried(frame).name(), contract::name(Refusal::trainer_only));
    } else if (control && visitor.session == nullptr) {
        refuse(id, carried(frame).name(), contract::name(Refusal::not_attached));
    } else if (frame.has_list_scenarios()) {
        list_scenarios(id);
    } else if (frame.has_list_sessions()) {
        v1::ServerFrame answer;
        *answer.mutable_session_list() = session_list();
        say(id, answer);
    } else if (frame.has_new_session()) {
        new_session(id, frame.new_session());
    } else if (frame.has_attach_session()) {
        if (Session* session =
                wanted(id, visitor, frame.attach_session().code(), "attach_session")) {
            session->entrance().attach_trainer(id);
            settle_in(id, visitor, session);
        }
    } else if (frame.has_issue_reentry_code()) {
        const auto refused = visitor.session->entrance().issue_reentry_code(
            id, frame.issue_reentry_code().participant());
        if (refused) visitor.session->refuse(id, "issue_reentry_code", *refused);
    } else if (frame.has_see_as()) {
        visitor.session->stop_seeing_as(id, frame.see_as().role());
    } else if (frame.has_ask_results()) {
        visitor.session->ask(id, Paper::results);
    } else if (frame.has_ask_report()) {
        const bool english = frame.ask_report().language() == "en";
        visitor.session->ask(id, english ? Paper::report_en : Paper::report_nl);
    } else if (frame.has_set_door()) {
        visitor.session->reception().set_door(frame.set_door().open());
    } else if (frame.has_rename()) {
        const auto refused = visitor.session->reception().rename(
            core::ParticipantId{frame.rename().participant()}, frame.rename().name());
        if (refused) visitor.session->refuse(id, "rename", *refused);
    } else if (frame.has_set_maximum_speed()) {
        visitor.session->set_maximum_speed(frame.set_maximum_speed().on());
    }
    return true;
}

void Host::open_as_trainer(ConnectionId id, Visitor& visitor, const std::string& key) {
    if (!listens_to(id, visitor, contract::client_frame::open_as_trainer)) return;
    const bool right = !trainer_key_hash_.empty() &&
                       key.size() <= contract::limits::open_as_trainer_key_most_bytes &&
                       equal_secrets(secret_hash(normalised_code(key)), trainer_key_hash_);
    if (!right) {
        around_.tell_operator({"log.wrong_key", {visitor.from}, journal::Weight::warning});
        refuse(id, contract::client_frame::open_as_trainer, contract::name(Refusal::wrong_key));
        count_wrong(id, visitor);
        return;
    }
    visitor.trainer = true;
    v1::ServerFrame answer;
    answer.mutable_trainer_opened();
    say(id, answer);
}

void Host::new_session(ConnectionId id, const v1::NewSession& wish) {
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(wish.request_id());
    for (const auto& [code, session] : sessions_) {
        if (wish.request_id().empty() || session->request_id() != wish.request_id()) continue;
        answer.mutable_session_created()->set_code(code);  // asked twice, made once
        say(id, answer);
        return;
    }
    if (wish.request_id().size() > contract::limits::new_session_request_id_most_bytes)
        return refuse(id, contract::client_frame::new_session,
                      contract::name(Refusal::bad_request));
    if (maker_.joins(wish.request_id(), id)) return;
    if (sessions_.size() + maker_.count() >= limits::sessions)
        return refuse(id, contract::client_frame::new_session,
                      contract::name(Refusal::too_many_sessions));
    maker_.make(wish.scenario(), free_code(), wish.request_id(), id);
}

std::string Host::free_code() const {
    for (;;) {
        std::string code = readable_code(around_.random, contract::code_letters);
        if (!sessions_.contains(code) && !is_damaged(code) && !maker_.makes(code)) return code;
    }
}

void Host::made(SessionMaker::Result result, const std::vector<ConnectionId>& asked_by) {
    if (const auto* why_not = std::get_if<Refusal>(&result)) {
        if (*why_not == Refusal::storage)
            around_.tell_operator({"log.session_not_made", {}, journal::Weight::error});
        for (const ConnectionId each : asked_by)
            if (visitors_.contains(each))
                refuse(each, contract::client_frame::new_session, contract::name(*why_not));
        return;
    }
    auto& session = std::get<std::unique_ptr<Session>>(result);
    around_.tell_operator({"log.session_made", {session->entry().scenario()}});
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(session->request_id());
    answer.mutable_session_created()->set_code(session->code());
    session_made_(session->code());
    keep(std::move(session));
    for (const ConnectionId each : asked_by)
        if (visitors_.contains(each)) say(each, answer);
}

void Host::keep(std::unique_ptr<Session> session) {
    const Agenda::Place place = agenda_.add(*session);
    session->when_reached([this, place] { agenda_.reach(place); });
    sessions_[session->code()] = std::move(session);
}

v1::SessionList Host::session_list() {
    v1::SessionList list;
    for (const auto& [code, session] : sessions_) *list.add_sessions() = session->entry();
    for (const DamagedSession& damaged : damaged_) *list.add_sessions() = entry_of(damaged);
    return list;
}

// Looking in the folder of cases waits for the disk.
void Host::list_scenarios(ConnectionId asked_by) {
    around_.work.run([this, asked_by, &catalogue = around_.catalogue,
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        return [this, asked_by, alive, entries = catalogue.list()] {
            if (alive.expired() || !visitors_.contains(asked_by)) return;
            v1::ServerFrame answer;
            *answer.mutable_scenario_list() = scenario_list(entries);
            say(asked_by, answer);
        };
    });
}

}  // namespace casustafel::hosting
