#pragma once
// What this program knows of the session and of its own place in it, as the server has told it so
// far. The conversation that fills it is the client's (client.hpp).
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "client/model/view.hpp"

namespace casustafel::model {

enum class Link : std::uint8_t {
    offline,   // no connection; acts are kept
    greeting,  // connected, not yet back in the session
    ready,     // in the session (or at the trainer's desk): acts are sent
};

// The view in which one looks back.
inline constexpr std::string_view back_view = "back";

// What happened in an exercise that is over, as far as this one may know of it.
struct Replay {
    std::vector<v1::ReplayMoment> moments;
    std::vector<std::string> roles;  // through whose eyes one may look
    std::uint64_t last = 0;          // the last position there is
    bool whole = false;              // all of it came
};

struct Model {
    Link link = Link::offline;
    std::string code;
    std::uint32_t participant = 0;  // 0: not joined
    bool trainer = false;
    bool observer = false;  // looks on for a room, and may do nothing
    // Looks on as somebody whom a trainer admitted; observer 0: it does not.
    v1::Observing looks_on;
    std::int64_t looks_on_since_ms = 0;          // the caller's clock when that was heard
    std::map<std::string, View> views;           // by name: "seat", "role:VT", "trainer", "as:VT"
    std::map<std::uint32_t, std::string> names;  // display names by participant
    std::string held;                    // text key suffix of why the session is held; empty: not
    std::vector<std::uint32_t> missing;  // participants a held session waits for
    // The last reading of the case's clock, in whichever view it came, and the caller's clock then.
    std::int64_t session_sim_ms = 0, session_received_ms = 0;
    std::int64_t certain_ms = 0;      // caller's clock when the line was last known to live
    std::uint64_t frames_seen = 0;    // since Joined, as StandBy counts them
    std::int64_t reached_sim_ms = 0;  // said by ClockReached
    std::size_t waiting = 0;          // acts sent or kept, not yet acknowledged
    bool returned = false;            // the last join was a coming back
    std::uint64_t arrivals = 0;       // how often Joined or Attached was heard
    std::vector<v1::ScenarioEntry> scenarios;
    std::vector<v1::SessionEntry> sessions;
    bool scenarios_listed = false;
    bool sessions_listed = false;
    std::string created_code;  // of the session made last
    std::map<std::uint32_t, std::string> reentry_codes;
    bool door_open = true;                             // a trainer: new participants may come in
    std::map<std::uint32_t, std::string> seat_wishes;  // a trainer: who asks for which role
    std::string wish_declined;  // a participant: the role that the trainer said no to last
    std::uint64_t wishes_declined = 0;
    std::uint32_t trainer_number = 0;  // who this is as trainer; 0: one without a name
    std::string trainer_name;
    bool asks_digits = false;  // the key is right, and the six digits are wanted with it
    std::uint32_t lead = 0;    // the trainer who leads this session; 0: nobody in particular
    std::map<std::uint32_t, std::string> trainers;   // a trainer: their names
    std::map<std::uint32_t, std::string> observers;  // names of who looks on
    std::vector<v1::ObserverLink> observer_links;    // a trainer: with which they come in
    std::deque<v1::TrainerActed> others_did;         // the other trainers, newest last
    std::uint64_t others_acts = 0;                   // how many those were in all
    v1::Moved moved;                                 // the exercise went on as another one
    std::uint64_t moves = 0;
    v1::Invitation invitation;           // where people come in
    std::optional<v1::Results> results;  // of this session, as they came last
    bool results_asked = false;          // and are on their way
    bool report_asked = false;           // the debrief page is on its way
    Replay replay;                       // looking back, once it was asked for
    v1::LookedBack looked_back;          // the moment that the view "back" is of
    std::uint64_t looks_back = 0;        // how many of those came
    v1::ReplayLed led;                   // where a trainer leads everybody
    std::uint64_t leads = 0;             // how often that was said
    std::string chosen_role;             // the one the user switched to last; may be gone meanwhile
    // What is typed and not yet sent, by view and field: it goes with the view.
    std::map<std::string, std::map<std::string, std::string>> drafts;

    const View* view(const std::string& name) const;
    // The view to act in: the current role's, else the trainer's, else the seat's; nullptr when
    // none. A trainer who stands in acts as trainer until it chooses the role.
    const View* main_view() const;
    // The role this participant acts for now: the chosen one while it is held, else the first;
    // empty when none.
    std::string role() const;
    // All roles this participant holds or stands in for, by id.
    std::vector<std::string> roles() const;
    // What was typed in this field of this view; empty when nothing was.
    const std::string& draft(const std::string& view, const std::string& field) const;
    // The latest case time the server has said; what bots go by.
    std::int64_t said_sim_ms() const;
    // The case's time now, from what was last said and the caller's clock.
    std::int64_t sim_ms(std::int64_t now_ms) const;
    // What is left of the real time that an entity of the view said, counted on while the session
    // runs and the line is there.
    std::int64_t left_ms(const View& view, const std::string& key, std::int64_t said_ms,
                         std::int64_t now_ms) const;
    // The name of a participant, or "p3".
    std::string name_of(std::uint32_t who) const;
    // The name of one who looks on, or "o3".
    std::string observer_name_of(std::uint32_t who) const;
    // The role through which this one looks on now; empty: none yet.
    std::string eyes() const;
    // The name of a trainer, or "trainer 3".
    std::string trainer_name_of(std::uint32_t who) const;
};

// The name of the act that a command holds, e.g. "share_item"; "rejection" texts do not depend on
// it.
std::string act_name(const v1::Command& command);

}  // namespace casustafel::model
