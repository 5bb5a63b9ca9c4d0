#pragma once
// Inside core only: the families behind `decide` and `apply`. Every command has one `decide_on`,
// every event one `apply_on`, next to each other in the rules_*.cpp of their family; decide.cpp and
// apply.cpp hold only the dispatch and the checks that all families share (phase, actor, role).
#include "server/core/decide.hpp"

namespace casustafel::core {

// A command on its way: what every rule may look at.
struct Act {
    const State& state;
    const Scenario& scenario;
    const Actor& actor;
    Stamp stamp;
    EntityId fresh;
};

// rules_session.cpp: lobby, seats, connections, the trainer's control of the clock
Outcome decide_on(const Act&, const JoinSession&);
Outcome decide_on(const Act&, const LeaveSession&);
Outcome decide_on(const Act&, const TakeRole&);
Outcome decide_on(const Act&, const ReleaseRole&);
Outcome decide_on(const Act&, const StartSession&);
Outcome decide_on(const Act&, const PauseSession&);
Outcome decide_on(const Act&, const ResumeSession&);
Outcome decide_on(const Act&, const SetSpeed&);
Outcome decide_on(const Act&, const EndSession&);
Outcome decide_on(const Act&, const NoteConnection&);
Outcome decide_on(const Act&, const NoteRecovery&);
// rules_injects.cpp
Outcome decide_on(const Act&, const FireInject&);
Outcome decide_on(const Act&, const ImproviseInject&);
Outcome decide_on(const Act&, const RetractInject&);
Outcome decide_on(const Act&, const HastenInject&);
Outcome decide_on(const Act&, const LookThroughRole&);
// rules_information.cpp: reading, sharing, asking, answering, marking
Outcome decide_on(const Act&, const ReadItem&);
Outcome decide_on(const Act&, const ShareItem&);
Outcome decide_on(const Act&, const AskForInformation&);
Outcome decide_on(const Act&, const RefuseRequest&);
Outcome decide_on(const Act&, const ReferRequest&);
Outcome decide_on(const Act&, const AnswerNotHere&);
Outcome decide_on(const Act&, const MarkItem&);
// rules_talk.cpp: messages and meetings
Outcome decide_on(const Act&, const SendMessage&);
Outcome decide_on(const Act&, const EnterMeeting&);
Outcome decide_on(const Act&, const LeaveMeeting&);
// rules_legal.cpp
Outcome decide_on(const Act&, const PutUpForTriage&);
Outcome decide_on(const Act&, const AcceptTriage&);
Outcome decide_on(const Act&, const RecordWeighing&);

// rules_session.cpp
void apply_on(State&, const Record&, const ParticipantJoined&);
void apply_on(State&, const Record&, const ParticipantLeft&);
void apply_on(State&, const Record&, const ConnectionLost&);
void apply_on(State&, const Record&, const ConnectionRestored&);
void apply_on(State&, const Record&, const AbsenceStarted&);
void apply_on(State&, const Record&, const RoleTaken&);
void apply_on(State&, const Record&, const RoleReleased&);
void apply_on(State&, const Record&, const SessionStarted&);
void apply_on(State&, const Record&, const SessionPaused&);
void apply_on(State&, const Record&, const SessionResumed&);
void apply_on(State&, const Record&, const SpeedSet&);
void apply_on(State&, const Record&, const SegmentEntered&);
void apply_on(State&, const Record&, const SessionEnded&);
void apply_on(State&, const Record&, const SessionRecovered&);
// rules_injects.cpp
void apply_on(State&, const Record&, const ItemDealt&);
void apply_on(State&, const Record&, const InjectPended&);
void apply_on(State&, const Record&, const InjectRetracted&);
void apply_on(State&, const Record&, const InjectTookEffect&);
void apply_on(State&, const Record&, const RoleLookedThrough&);
// rules_information.cpp
void apply_on(State&, const Record&, const ItemRead&);
void apply_on(State&, const Record&, const ItemShared&);
void apply_on(State&, const Record&, const RequestMade&);
void apply_on(State&, const Record&, const RequestAnswered&);
void apply_on(State&, const Record&, const ItemMarked&);
// rules_talk.cpp
void apply_on(State&, const Record&, const MessageSent&);
void apply_on(State&, const Record&, const MeetingEntered&);
void apply_on(State&, const Record&, const MeetingLeft&);
// rules_legal.cpp
void apply_on(State&, const Record&, const TriagePutUp&);
void apply_on(State&, const Record&, const TriageAccepted&);
void apply_on(State&, const Record&, const WeighingRecorded&);

// The events by which items reach their original holders with this inject, and its effect itself.
std::vector<Event> inject_effects(const Scenario&, const InjectId&);

// rules_talk.cpp: the events by which a role gets up from every meeting it is in, in scenario
// order; none when it is in none. For whoever gives the role up.
std::vector<Event> leaving_events(const State&, const RoleId&);

// due.cpp: whether the item comes with an inject, and so never by its own time.
bool is_dealt_by_inject(const Scenario&, const ItemId&);

}  // namespace casustafel::core
