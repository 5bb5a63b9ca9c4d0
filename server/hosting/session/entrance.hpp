#pragma once
// How connections become somebody in a session, and stop being it: looking on, joining, coming back
// with a token or a code, signing out, going away. Each makes the connection somebody here, whoever
// it was before; a refused one stays what it was.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/hosting/session/allowances.hpp"
#include "server/hosting/session/announcer.hpp"
#include "server/hosting/session/reception.hpp"

namespace casustafel::hosting {

class Entrance {
public:
    // `look_who_is_back` is called when somebody came or went while the session may wait for
    // people.
    Entrance(const Surroundings& around, Watchers& watchers, Chronicle& chronicle, Hold& hold,
             Announcer& announcer, Reception& reception, Allowances& allowances,
             std::function<void()> look_who_is_back)
        : around_(around),
          watchers_(watchers),
          chronicle_(chronicle),
          hold_(hold),
          announcer_(announcer),
          reception_(reception),
          allowances_(allowances),
          look_who_is_back_(std::move(look_who_is_back)) {}

    // Somebody who typed the code and looks at the lobby.
    void watch(ConnectionId);
    // A screen for the room: sees what the lobby shows, no names, and may not act. Refused when
    // there are enough of them.
    std::optional<std::string> observe(ConnectionId, const std::string& reached_by = {});
    // Who comes from the session with which this one begins is here what it was there. A
    // participant of whom it does not know joins, under this name.
    void move_in(ConnectionId, const Watcher& was, const std::string& name);
    // Somebody whom a trainer admitted; the newest connection with the code counts.
    void look_on(ConnectionId, core::ObserverId);
    // An observer looks through the eyes of this role; false: it may not.
    bool look_through(ConnectionId, const core::RoleId&);
    void attach_trainer(ConnectionId, std::uint32_t number = 0, const std::string& reached_by = {});
    // A first Join, or a repeated one with the same token. Refused with a reason, or joined.
    std::optional<std::string> join(ConnectionId, const v1::Join&);
    std::optional<std::string> resume(ConnectionId, std::string_view token);
    std::optional<std::string> reenter(ConnectionId, std::string_view code, std::string_view token);
    // Gives the trainer who asks a code with which this participant may come back elsewhere.
    std::optional<std::string> issue_reentry_code(ConnectionId, std::uint32_t participant);
    // Gives the seat back; the connection goes on as one that looks at the lobby.
    void sign_out(ConnectionId);
    // The connection is not here any more.
    void leave(ConnectionId);

    // Who neither sits nor was connected for a while is no participant any more.
    void let_ghosts_fade();
    // After this record somebody may be neither.
    void note(const core::Record&);
    // The steady_ms at which that looks again.
    std::int64_t look_for_ghosts_at_ms() const { return look_for_ghosts_at_ms_; }

    // This participant is nobody any more, in the log and by its token.
    void leave_the_table(core::ParticipantId);
    void leave_for(core::ParticipantId);

private:
    Watcher& welcome(ConnectionId);
    void seat(ConnectionId, core::ParticipantId, const std::string& token_hash,
              const std::string& came_by);
    core::ParticipantId known_here(const Watcher& was, const std::string& name);
    void note_gone(const Was&);

    const Surroundings& around_;
    Watchers& watchers_;
    Chronicle& chronicle_;
    Hold& hold_;
    Announcer& announcer_;
    Reception& reception_;
    Allowances& allowances_;
    std::function<void()> look_who_is_back_;
    // The steady_ms since when a participant without a seat has had no connection.
    std::map<core::ParticipantId, std::int64_t> gone_since_ms_;
    std::int64_t look_for_ghosts_at_ms_ = 0;
};

}  // namespace casustafel::hosting
