// The frames of a trainer's desk: cases and sessions, making one, and what a trainer decides in it.
#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/card.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

// By its code, or by its id when the code cannot be read, as the verbs take it.
v1::SessionEntry damaged_entry(const DamagedSession& damaged) {
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
                      frame.has_list_sessions() || frame.has_attach_session() ||
                      frame.has_set_card() || frame.has_archive_session() ||
                      frame.has_delete_session() || frame.has_fork_session();
    const bool control = frame.has_issue_reentry_code() || frame.has_see_as() ||
                         frame.has_set_maximum_speed() || frame.has_ask_results() ||
                         frame.has_ask_report() || frame.has_set_door() || frame.has_rename() ||
                         frame.has_hand_lead() || frame.has_decline_wish() ||
                         frame.has_invite_observer() || frame.has_lead_replay();
    if (frame.has_open_as_trainer()) {
        open_as_trainer(id, visitor, frame.open_as_trainer());
        return true;
    }
    if (!desk && !control) return false;
    if (!visitor.trainer) {
        refuse(id, carried(frame).name(), contract::name(Refusal::trainer_only));
    } else if (control && visitor.session == nullptr) {
        refuse(id, carried(frame).name(), contract::name(Refusal::not_attached));
    } else if (desk) {
        handle_desk(id, visitor, frame);
    } else {
        handle_control(id, visitor, frame);
    }
    return true;
}

// Cases and sessions, of which none need be attached.
void Host::handle_desk(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    if (frame.has_list_scenarios()) {
        list_scenarios(id);
    } else if (frame.has_list_sessions()) {
        visitor.lists = true;
        list_sessions(id);
    } else if (frame.has_new_session()) {
        new_session(id, visitor, frame.new_session());
    } else if (frame.has_set_card()) {
        set_card(id, visitor, frame.set_card());
    } else if (frame.has_archive_session()) {
        archive(id, visitor, frame.archive_session());
    } else if (frame.has_delete_session()) {
        erase(id, visitor, frame.delete_session());
    } else if (frame.has_fork_session()) {
        fork(id, visitor, frame.fork_session());
    } else if (Session* session =
                   wanted(id, visitor, frame.attach_session().code(), "attach_session")) {
        visitor.lists = false;
        session->entrance().attach_trainer(id, visitor.number, frame.attach_session().address());
        settle_in(id, visitor, session);
    }
}

// What a trainer does in the session that is attached, beside commands.
void Host::handle_control(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    Session& session = *visitor.session;
    std::optional<std::string> refused;
    if (frame.has_issue_reentry_code()) {
        refused =
            session.entrance().issue_reentry_code(id, frame.issue_reentry_code().participant());
    } else if (frame.has_see_as()) {
        session.stop_seeing_as(id, frame.see_as().role());
    } else if (frame.has_ask_results()) {
        session.ask(id, Paper::results);
    } else if (frame.has_ask_report()) {
        const bool english = frame.ask_report().language() == "en";
        if (frame.ask_report().on_paper())
            session.ask(id, english ? Paper::handout_en : Paper::handout_nl);
        else
            session.ask(id, english ? Paper::report_en : Paper::report_nl);
    } else if (frame.has_set_door()) {
        session.reception().set_door(frame.set_door().open());
    } else if (frame.has_rename()) {
        refused = session.reception().rename(core::ParticipantId{frame.rename().participant()},
                                             frame.rename().name());
    } else if (frame.has_hand_lead()) {
        refused = session.reception().hand_lead(visitor.number, frame.hand_lead().trainer());
    } else if (frame.has_decline_wish()) {
        refused =
            session.reception().decline(core::ParticipantId{frame.decline_wish().participant()});
    } else if (frame.has_invite_observer()) {
        refused = session.invite_observer(visitor.number, frame.invite_observer(), free_code());
    } else if (frame.has_lead_replay()) {
        refused = session.lead_replay(frame.lead_replay());
    } else if (frame.has_set_maximum_speed()) {
        session.set_maximum_speed(frame.set_maximum_speed().on());
    }
    if (refused) session.refuse(id, carried(frame).name(), *refused);
}

void Host::new_session(ConnectionId id, const Visitor& visitor, const v1::NewSession& wish) {
    const auto no = [&](Refusal why) {
        refuse(id, contract::client_frame::new_session, contract::name(why));
    };
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(wish.request_id());
    for (const auto& [code, session] : sessions_) {
        if (wish.request_id().empty() || session->request_id() != wish.request_id()) continue;
        answer.mutable_session_created()->set_code(code);  // asked twice, made once
        say(id, answer);
        return;
    }
    if (wish.request_id().size() > contract::limits::new_session_request_id_most_bytes)
        return no(Refusal::bad_request);
    if (maker_.joins(wish.request_id(), id)) return;
    SessionMaker::Wish made{wish.scenario(), wish.request_id(), wish.card(), visitor.number};
    if (!wish.copy_of().empty()) {
        const auto earlier = entry_of(normalised_code(wish.copy_of()));
        if (!earlier) return no(Refusal::wrong_code);
        made.scenario = earlier->scenario();
        made.card = earlier->card();
        made.card.MergeFrom(wish.card());
    }
    const auto card = card_given(made.card);
    if (!card) return no(Refusal::bad_request);
    made.card = *card;
    if (open_sessions() + maker_.count() >= limits::sessions ||
        sessions_.size() + maker_.count() >= limits::sessions_in_memory)
        return no(Refusal::too_many_sessions);
    maker_.make(made, free_code(), id);
}

std::string Host::free_code() const {
    for (;;) {
        std::string code = readable_code(around_.random, contract::code_letters);
        const bool observers = std::ranges::any_of(sessions_, [&](const auto& each) {
            return each.second->observer_with(code) != core::ObserverId::nobody;
        });
        if (!observers && !sessions_.contains(code) && !is_damaged(code) && !away_.contains(code) &&
            !maker_.makes(code))
            return code;
    }
}

void Host::made(SessionMaker::Result result, const std::vector<ConnectionId>& asked_by) {
    if (const auto* why_not = std::get_if<Refusal>(&result)) {
        std::erase_if(forking_, [&](const auto& each) { return !maker_.makes(each.first); });
        if (*why_not == Refusal::storage)
            around_.tell_operator({"log.session_not_made", {}, journal::Weight::error});
        for (const ConnectionId each : asked_by)
            if (visitors_.contains(each))
                refuse(each, contract::client_frame::new_session, contract::name(*why_not));
        return;
    }
    auto& session = std::get<std::unique_ptr<Session>>(result);
    around_.tell_operator({"log.session_made", {session->entry().scenario(), session->id()}});
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(session->request_id());
    answer.mutable_session_created()->set_code(session->code());
    session_made_(session->code());
    Session& kept = *session;
    keep(std::move(session));
    go_on_in(kept);
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
    for (const auto& [code, away] : away_) *list.add_sessions() = away.session.entry;
    for (const DamagedSession& damaged : damaged_) *list.add_sessions() = damaged_entry(damaged);
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
