#include "server/hosting/session/session.hpp"

#include <algorithm>
#include <utility>

#include "proto/contract/listed.hpp"
#include "proto/contract/reasons.hpp"
#include "proto/contract/words.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

// The log and the store.

std::unique_ptr<Session> Session::begin(Surroundings around, const Beginning& begun) {
    std::unique_ptr<Session> session(new Session(around, begun.id));
    if (!session->chronicle_.read(begun)) return nullptr;
    session->take_what_was_read();
    if (session->continued_as().empty()) {
        session->chronicle_.clock().go_on();
    } else {
        session->hold_.continued_elsewhere();
        session->chronicle_.clock().stand_still();
    }
    session->chronicle_.note_when_made();
    return session;
}

Session::Opened Session::open(Surroundings around, const std::string& id) {
    std::unique_ptr<Session> session(new Session(around, id));
    if (!session->read()) {
        if (const auto& away = session->chronicle_.away()) return *away;
        DamagedSession damaged{id, session->code(), *session->chronicle_.damage(), {}, {}, {}};
        if (const auto& scenario = session->chronicle_.scenario()) {
            damaged.scenario = scenario->id;
            damaged.title = scenario->title;
        }
        return damaged;
    }
    if (!session->continued_as().empty()) session->hold_.continued_elsewhere();
    if (!session->chronicle_.claim())
        session->fall_back(true);
    else if (session->hold_.continued())
        session->chronicle_.clock().stand_still();
    else if (session->chronicle_.log().position() > 0)
        session->wait_for_everybody();
    else
        session->chronicle_.clock().go_on();
    session->chronicle_.note_when_made();
    return session;
}

Session::Session(const Surroundings& around, std::string id)
    : around_(around),
      gate_(around.transport),
      watchers_(around.transport, gate_, around.entities),
      chronicle_(
          around_, std::move(id),
          [this](const core::Record& record) {
              watchers_.publish(record, announcer_.now());
              pulse_.note(record);
              reception_.note(record);
              entrance_.note(record);
          },
          [this](std::uint64_t position, store::Outcome outcome) { finished(position, outcome); }),
      announcer_(gate_, watchers_, chronicle_, hold_),
      allowances_(around_.without_allowances),
      reception_(gate_, watchers_, chronicle_, announcer_),
      acts_(gate_, watchers_, chronicle_, hold_, announcer_, allowances_, reception_,
            [this](const core::CommandId& act) { return release_hold(act); }),
      entrance_(around_, watchers_, chronicle_, hold_, announcer_, reception_, allowances_,
                [this] { look_who_is_back(); }),
      papers_(around.store, around.work,
              [this](ConnectionId asked, Paper paper, const std::vector<Frame>& pieces) {
                  give(asked, paper, pieces);
              }),
      lookback_(
          around_.store, around_.work,
          [this](ConnectionId asked, const replay::Asker& asker, std::string_view about,
                 const std::vector<Frame>& pieces) { give_past(asked, asker, about, pieces); }) {}

// Folds what is durable. False leaves everything as it was.
bool Session::read() {
    if (!chronicle_.read()) return false;
    take_what_was_read();
    return true;
}

void Session::take_what_was_read() {
    pulse_.begin_at(chronicle_.stamp().sim_ms);
    watchers_.forget_projections();
    watchers_.delay_from(chronicle_.state(), chronicle_.stamp().real_ms);
    gate_.restart(chronicle_.handed_position());
    note_durable_entry();
    forget_names_at_ms_ = around_.clock.steady_ms();
    forget_old_names();
}

void Session::finished(std::uint64_t position, store::Outcome outcome) {
    reach();
    switch (outcome) {
        case store::Outcome::durable:
            gate_.durable(position);
            note_durable_entry();
            throttle_reading();
            return;
        case store::Outcome::lost_lease: lose(); return;
        case store::Outcome::failed: fall_back(); return;
    }
}

// Another server has this session now: its clients find it there.
void Session::lose() {
    around_.tell_operator({"log.session_lost", {chronicle_.id()}, journal::Weight::error});
    gate_.restart(gate_.durable_position());
    watchers_.close_all(CloseReason::going_away);
}

void Session::hand_over() {
    if (hold_.no_storage() || lost()) return;
    chronicle_.hand_over();
    throttle_reading();
}

void Session::save_clock() {
    if (held() || lost()) return;
    chronicle_.write_down();
    throttle_reading();
}

void Session::throttle_reading() {
    watchers_.read(chronicle_.handed_position() - gate_.durable_position() <
                   limits::undurable_records);
}

// Names are for the people in the room; who looks back later sees p1, p2 …
void Session::forget_old_names() {
    const std::int64_t now_ms = around_.clock.steady_ms();
    if (now_ms < forget_names_at_ms_) return;
    // An exercise that nobody ended may still be one that people come back to.
    const std::int64_t term_ms = limits::forget_names_after_ms * (runs() ? 2 : 1);
    const std::int64_t left_ms = term_ms - chronicle_.age_ms();
    forget_names_at_ms_ =
        now_ms + std::clamp<std::int64_t>(left_ms, 1, limits::look_for_old_names_every_ms);
    if (left_ms > 0) return;
    forget_names_at_ms_ = now_ms + limits::look_for_old_names_every_ms;
    if (watchers_.participants() > 0) return;  // never under somebody's eyes
    const std::uint64_t before = chronicle_.people().changes();
    chronicle_.people().forget_names();
    if (chronicle_.people().changes() != before) announcer_.names();
}

void Session::note_durable_entry() {
    if (!chronicle_.readable() || chronicle_.position() != gate_.durable_position()) return;
    durable_entry_.set_phase(std::string(core::name(chronicle_.state().phase)));
    std::uint32_t present = 0;
    for (const auto& [id, participant] : chronicle_.state().participants)
        present += participant.present;
    durable_entry_.set_participants(present);
    durable_entry_.set_sim_ms(chronicle_.stamp().sim_ms);
    durable_entry_.clear_round();
    durable_entry_.clear_seated();
    durable_entry_.clear_silent();
    durable_entry_.clear_calls();
    pulse_.fill(durable_entry_, chronicle_.state(), chronicle_.stamp().sim_ms);
    *durable_entry_.mutable_card() = chronicle_.people().card();
    durable_entry_.set_lead(chronicle_.people().lead());
}

v1::SessionEntry Session::entry() {
    note_durable_entry();
    v1::SessionEntry entry = durable_entry_;
    const core::Scenario& scenario = *chronicle_.scenario();
    entry.set_code(code());
    entry.set_scenario(scenario.id);
    entry.mutable_title()->set_nl(scenario.title.nl);
    entry.mutable_title()->set_en(scenario.title.en);
    if (held()) entry.set_phase(std::string(contract::held_phase));
    if (hold_.continued()) entry.set_phase(std::string(contract::continued_phase));
    entry.set_continued_as(continued_as());
    entry.set_forked_from(chronicle_.people().forked_from());
    entry.set_forked_at_sim_ms(chronicle_.people().forked_at_ms());
    entry.set_connected(static_cast<std::uint32_t>(watchers_.participants()));
    return entry;
}

void Session::set_card(const v1::SessionCard& card) {
    chronicle_.people().set_card(card);
    reach();
}

core::ObserverId Session::observer_with(std::string_view code) const {
    return chronicle_.readable() ? chronicle_.people().observer_with(code)
                                 : core::ObserverId::nobody;
}

std::optional<std::string> Session::invite_observer(std::uint32_t trainer,
                                                    const v1::InviteObserver& wish,
                                                    const std::string& code) {
    if (held()) return contract::word(Refusal::session_held);
    return reception_.invite_observer(trainer, wish, code);
}

bool Session::is_somebody(ConnectionId connection) const {
    const auto found = watchers_.all().find(connection);
    return found != watchers_.all().end() &&
           (found->second.trainer || found->second.screen ||
            found->second.observer != core::ObserverId::nobody ||
            found->second.participant != core::ParticipantId::nobody);
}

// What they say.

void Session::command(ConnectionId connection, const v1::Command& command) {
    Watcher* watcher = watchers_.find(connection);
    if (watcher != nullptr && !lost()) acts_.command(connection, *watcher, command);
}

void Session::stop_seeing_as(ConnectionId connection, const std::string& role) {
    if (Watcher* watcher = watchers_.find(connection))
        watchers_.stop_looking_through(connection, *watcher, role, announcer_.now());
}

void Session::stand_by(ConnectionId connection, const v1::StandBy& stand_by) {
    Watcher* watcher = watchers_.find(connection);
    if (watcher != nullptr && watcher->participant != core::ParticipantId::nobody)
        watcher->stand_by = stand_by;
}

void Session::ask(ConnectionId connection, Paper paper) {
    const Watcher* watcher = watchers_.find(connection);
    if (watcher == nullptr || !watcher->trainer)
        return refuse(connection, asked_by_name(paper), contract::name(Refusal::trainer_only));
    if (!chronicle_.readable())
        return refuse(connection, asked_by_name(paper), contract::name(Refusal::session_held));
    PaperSource source{chronicle_.id(), code(), chronicle_.scenario(), {}, {}};
    if (is_handout(paper)) {
        const core::SessionPhase phase = chronicle_.state().phase;
        if (phase != core::SessionPhase::running && phase != core::SessionPhase::paused)
            return refuse(connection, asked_by_name(paper), contract::name(Refusal::not_running));
        source.now = chronicle_.stamp();
        for (const auto& [id, participant] : chronicle_.state().participants)
            source.names[id] = chronicle_.people().name_of(id);
    }
    papers_.ask(connection, paper, source, chronicle_.durable_seq());
}

// What it was made of is durable, so it may leave at what is durable now: as its line has room.
void Session::give(ConnectionId asked, Paper paper, const std::vector<Frame>& pieces) {
    reach();
    Watcher* watcher = watchers_.find(asked);
    if (watcher == nullptr || !watcher->trainer) return;
    if (pieces.empty()) {
        around_.tell_operator({"log.paper_not_made", {chronicle_.id()}, journal::Weight::error});
        return refuse(asked, asked_by_name(paper), contract::name(Refusal::storage));
    }
    if (pieces.front()->size() > limits::results_bytes)
        return refuse(asked, asked_by_name(paper), contract::name(Refusal::results_too_large));
    watchers_.hand_out(*watcher, pieces);
    owes_ = watchers_.feed(chronicle_.position());
}

void Session::refuse(ConnectionId connection, std::string_view about, std::string_view reason) {
    announcer_.refuse(connection, about, reason);
}

// Standing still, and going on.

// After a restart: those who sat at a table in a running case and were connected are waited for.
void Session::wait_for_everybody() {
    Participants awaited;
    const core::State& state = chronicle_.state();
    for (const auto& [role, seat] : state.seats) {
        const auto found = state.participants.find(seat.occupant);
        if (runs() && found != state.participants.end() && found->second.connected)
            awaited.insert(seat.occupant);
    }
    hold_.wait_for(std::move(awaited));
    look_who_is_back();
}

// Who came or went while the session waits: it goes on, or everybody hears who is waited for.
void Session::look_who_is_back() {
    if (!hold_.recovering()) return;
    if (hold_.missing(watchers_.here()).empty())
        release_hold(random_command_id(around_.random));
    else
        announcer_.hold();
}

// The session goes on; the record that says so carries this id. A rejection: it has ended
// meanwhile.
std::optional<core::Rejection> Session::release_hold(const core::CommandId& id) {
    const Participants signed_out = hold_.release();
    chronicle_.clock().go_on();
    const auto rejection = chronicle_.submit_own(id, core::NoteRecovery{});
    if (!rejection) note_departures();
    for (const core::ParticipantId gone : signed_out) entrance_.leave_the_table(gone);
    announcer_.hold();
    return rejection;
}

// What the log says of connections becomes what is so, in either direction.
void Session::note_departures() {
    std::vector<core::NoteConnection> changed;
    for (const auto& [id, participant] : chronicle_.state().participants)
        if (participant.present && participant.connected != watchers_.is_here(id))
            changed.push_back({id, !participant.connected});
    for (const core::NoteConnection& note : changed) chronicle_.submit_own(note);
    std::vector<core::NoteObserver> looking;
    for (const auto& [id, observer] : chronicle_.state().observers)
        if (!observer.dismissed && observer.connected != watchers_.is_here(id))
            looking.push_back({id, !observer.connected});
    for (const core::NoteObserver& note : looking) chronicle_.submit_own(note);
}

// A commit failed: what was made since the last durable record never happened.
void Session::fall_back(bool wait_afterwards) {
    around_.tell_operator({"log.disk_full", {chronicle_.id()}, journal::Weight::error});
    const std::uint64_t was_durable = gate_.durable_position();
    chronicle_.ignore_answers();
    chronicle_.clock().stand_still();
    hold_.storage_failed(around_.clock.steady_ms(), wait_afterwards);
    // Who wanted in and was about to be answered comes again; who is in hears of the hold.
    for (const ConnectionId unanswered : gate_.restart(chronicle_.position()))
        if (watchers_.find(unanswered) == nullptr)
            around_.transport.close(unanswered, CloseReason::going_away);
    const bool readable = read();
    announcer_.hold();
    if (readable) show_afresh(was_durable);
    throttle_reading();
}

void Session::try_storage() {
    if (!hold_.look_for_room(around_.clock.steady_ms())) return;
    if (!around_.store.probe() || !chronicle_.claim()) return;
    const std::uint64_t was_durable = gate_.durable_position();
    if (!read()) return;
    show_afresh(was_durable);
    around_.tell_operator({"log.disk_writes", {chronicle_.id()}});
    if (hold_.waits_afterwards()) return wait_for_everybody();
    release_hold(random_command_id(around_.random));
}

// The same people look at another State. Who came in by something that never happened is told so;
// the others are greeted again, so that they drop the views of which they may not have heard that
// they closed.
void Session::show_afresh(std::uint64_t was_durable) {
    acts_.forget_after(was_durable);
    for (auto& [connection, watcher] : watchers_.all()) {
        watcher.stand_by.reset();
        if (watcher.participant != core::ParticipantId::nobody &&
            !chronicle_.people().has_token_hash(watcher.participant, watcher.token_hash)) {
            refuse(connection, watcher.came_by, contract::name(Refusal::session_held));
            watcher.participant = core::ParticipantId::nobody;
        } else {
            announcer_.greet(connection, watcher, true);
        }
        std::erase_if(watcher.looked_through, [&](const core::RoleId& role) {
            return !chronicle_.state().looked_through.contains(role);
        });
        watchers_.settle_views(connection, watcher, announcer_.now());
        watchers_.show_whole(connection, watcher, announcer_.now());
        announcer_.names_to(connection, watcher);
    }
}

// Time: what is due, who waits for it, and running as fast as the bots allow.

bool Session::advance() {
    if (lost()) return false;
    if (hold_.no_storage()) try_storage();
    if (!hold_.no_storage()) forget_old_names();
    entrance_.let_ghosts_fade();
    bool more = false;
    if (!held()) {
        int instants = 0;
        while (instants < limits::instants_per_turn &&
               chronicle_.take_due(chronicle_.clock().real_ms()))
            ++instants;
        wake_those_who_stand_by();
        watchers_.catch_up(chronicle_.stamp().real_ms, chronicle_.position());
        more = jump_when_all_stand_by() || instants == limits::instants_per_turn;
    }
    hand_over();
    owes_ = watchers_.feed(chronicle_.position());
    if (runs() && around_.clock.steady_ms() >= chronicle_.clock().write_down_at_ms()) save_clock();
    look_whether_it_rests();
    return more;
}

std::int64_t Session::next_wake_ms() const {
    if (lost()) return INT64_MAX;
    const std::int64_t feed_ms =
        owes_ ? around_.clock.steady_ms() + limits::feed_again_after_ms : INT64_MAX;
    return std::min({feed_ms, rests() ? INT64_MAX : rests_at_ms_, next_due_wake_ms(),
                     hold_.no_storage() ? INT64_MAX : forget_names_at_ms_,
                     held() ? INT64_MAX : entrance_.look_for_ghosts_at_ms()});
}

// Of what the case, the storage and the clock want.
std::int64_t Session::next_due_wake_ms() const {
    const SessionClock& clock = chronicle_.clock();
    const core::State& state = chronicle_.state();
    if (hold_.no_storage()) return hold_.look_for_room_at_ms();
    if (held()) return INT64_MAX;
    if (clock.maximum_speed())
        return watchers_.all_stand_by(state) ? around_.clock.steady_ms() : INT64_MAX;
    std::int64_t wake_ms = INT64_MAX;
    for (const auto& at : {chronicle_.log().next_due(), watchers_.earliest_stand_by(state),
                           watchers_.catches_up_at()})
        if (at) wake_ms = std::min(wake_ms, clock.steady_when(*at));
    if (runs()) wake_ms = std::min(wake_ms, clock.write_down_at_ms());
    return wake_ms;
}

void Session::wake_those_who_stand_by() {
    if (runs()) watchers_.wake(chronicle_.stamp().sim_ms, chronicle_.position());
}

// True: it did, and whoever it woke or told nothing may let it go on at once.
bool Session::jump_when_all_stand_by() {
    const core::State& state = chronicle_.state();
    if (!chronicle_.clock().maximum_speed() || !watchers_.all_stand_by(state)) return false;
    std::optional<std::int64_t> next = chronicle_.log().next_due();
    const auto reached = watchers_.earliest_stand_by(state);
    if (reached && (!next || *reached < *next)) next = reached;
    if (!next) return false;
    chronicle_.clock().jump_to(*next);
    while (chronicle_.take_due(chronicle_.clock().real_ms())) {
    }
    wake_those_who_stand_by();
    return true;
}

void Session::set_maximum_speed(bool on) {
    if (on == chronicle_.clock().maximum_speed()) return;
    chronicle_.clock().set_maximum_speed(on);
    save_clock();  // so that a restart goes on as fast
}

}  // namespace casustafel::hosting
