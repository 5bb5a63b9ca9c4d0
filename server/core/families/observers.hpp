#pragma once
// People who look on. A trainer admits each, for one role, one table or all, and with a delay if
// wanted; what they see is what the roles see, and they act on nothing. Everybody sees who looks
// on, and at what. Names and codes lie beside the log, as those of participants.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t observers = 12;  // admitted at once
inline constexpr std::size_t observers_ever = 200;
inline constexpr std::int64_t longest_observer_delay_ms = 3'600'000;
}  // namespace limits

struct AdmitObserver {  // neither a role nor a table: all of them
    RoleId role;
    TableId table;
    std::int64_t delay_ms = 0;  // what they see is so long ago, in time that the session was open
    COMMAND(AdmitObserver, trainer, before_end, role, table, delay_ms);
};

struct DismissObserver {
    ObserverId observer = ObserverId::nobody;
    COMMAND(DismissObserver, trainer, always, observer);
};

struct NoteObserver {  // an observer came, or went
    ObserverId observer = ObserverId::nobody;
    bool connected = false;
    COMMAND(NoteObserver, host, before_end, observer, connected);
};

struct ObserverAdmitted {
    ObserverId observer{};
    RoleId role;
    TableId table;
    std::int64_t delay_ms = 0;
    static constexpr LeavesDue leaves_due{};
    EVENT(ObserverAdmitted, observer, role, table, delay_ms);
};

struct ObserverDismissed {
    ObserverId observer{};
    static constexpr LeavesDue leaves_due{};
    EVENT(ObserverDismissed, observer);
};

struct ObserverCame {
    ObserverId observer{};
    static constexpr LeavesDue leaves_due{};
    EVENT(ObserverCame, observer);
};

struct ObserverLeft {
    ObserverId observer{};
    static constexpr LeavesDue leaves_due{};
    EVENT(ObserverLeft, observer);
};

struct Observer {
    RoleId role;
    TableId table;
    std::int64_t delay_ms = 0;
    bool connected = false;
    bool dismissed = false;
    DESCRIBED(Observer, role, table, delay_ms, connected, dismissed);
};

struct StateOfObservers {
    std::map<ObserverId, Observer> observers;
    // They came later than the oldest logs.
    static constexpr std::array<std::string_view, 1> later{"observers"};
    DESCRIBED(StateOfObservers, observers);
};
// Whether this observer may look on through the eyes of this role.
bool looks_through(const State&, ObserverId, const RoleId&);

using ObserversCommands = Kinds<AdmitObserver, DismissObserver, NoteObserver>;
using ObserversEvents = Kinds<ObserverAdmitted, ObserverDismissed, ObserverCame, ObserverLeft>;

}  // namespace casustafel::core
