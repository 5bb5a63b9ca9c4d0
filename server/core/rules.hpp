#pragma once
// Inside core only: the families behind `decide` and `apply`. Every command has one `decide_on`,
// every event one `apply_on`, next to each other in the rules_*.cpp of their family; decide.cpp and
// apply.cpp hold only the dispatch and the checks that all families share (phase, actor, role).
#include <iterator>

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
// rules_seats.cpp: who plays which role besides by sitting down, calls for help, whispers
Outcome decide_on(const Act&, const AssignRole&);
Outcome decide_on(const Act&, const SeatAutopilot&);
Outcome decide_on(const Act&, const StandIn&);
Outcome decide_on(const Act&, const CallPause&);
Outcome decide_on(const Act&, const CallForHelp&);
Outcome decide_on(const Act&, const AnswerHelp&);
Outcome decide_on(const Act&, const Whisper&);
Outcome decide_on(const Act&, const BookmarkMoment&);
// rules_swap.cpp
Outcome decide_on(const Act&, const StartSwap&);
Outcome decide_on(const Act&, const AdvanceSwap&);
Outcome decide_on(const Act&, const CancelSwap&);
Outcome decide_on(const Act&, const WriteHandoverNote&);
Outcome decide_on(const Act&, const SayReady&);
// rules_probe.cpp
Outcome decide_on(const Act&, const OpenProbe&);
Outcome decide_on(const Act&, const CloseProbe&);
Outcome decide_on(const Act&, const AnswerProbe&);
// rules_corrections.cpp
Outcome decide_on(const Act&, const CorrectScore&);
// rules_heard.cpp: what a receiver heard, noted before the giver registers it
Outcome decide_on(const Act&, const NoteHeard&);
Outcome decide_on(const Act&, const DenyHeard&);
// rules_spoken.cpp: what was said aloud, and gut feelings
Outcome decide_on(const Act&, const RegisterSpokenShare&);
Outcome decide_on(const Act&, const ConfirmSpokenShare&);
Outcome decide_on(const Act&, const NoteGutFeeling&);
// rules_legal.cpp
Outcome decide_on(const Act&, const AskAuthority&);
Outcome decide_on(const Act&, const AnswerAuthority&);
Outcome decide_on(const Act&, const AskConsent&);
Outcome decide_on(const Act&, const InformPerson&);
Outcome decide_on(const Act&, const AskPrivacyOfficer&);
// rules_decisions.cpp
Outcome decide_on(const Act&, const ProposeDecision&);
Outcome decide_on(const Act&, const TakeDecision&);
Outcome decide_on(const Act&, const RetractDecision&);
Outcome decide_on(const Act&, const HastenDecision&);
Outcome decide_on(const Act&, const UseIntervention&);
// rules_plan.cpp
Outcome decide_on(const Act&, const AddAction&);
Outcome decide_on(const Act&, const ChangeAction&);
Outcome decide_on(const Act&, const WithdrawAction&);
Outcome decide_on(const Act&, const ConfirmAction&);
// rules_talk.cpp
Outcome decide_on(const Act&, const MovePhase&);
Outcome decide_on(const Act&, const InviteToMeeting&);

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
// rules_seats.cpp
void apply_on(State&, const Record&, const AutopilotSeated&);
void apply_on(State&, const Record&, const AutopilotLeft&);
void apply_on(State&, const Record&, const StandInStarted&);
void apply_on(State&, const Record&, const StandInEnded&);
void apply_on(State&, const Record&, const PauseCalled&);
void apply_on(State&, const Record&, const HelpCalled&);
void apply_on(State&, const Record&, const HelpAnswered&);
void apply_on(State&, const Record&, const Whispered&);
void apply_on(State&, const Record&, const MomentBookmarked&);
// rules_swap.cpp
void apply_on(State&, const Record&, const SwapStarted&);
void apply_on(State&, const Record&, const HandoverNoteWritten&);
void apply_on(State&, const Record&, const RoleReady&);
void apply_on(State&, const Record&, const RolesSwapped&);
void apply_on(State&, const Record&, const SwapFinished&);
void apply_on(State&, const Record&, const SwapCancelled&);
// rules_probe.cpp
void apply_on(State&, const Record&, const ProbeOpened&);
void apply_on(State&, const Record&, const ProbeAnswered&);
void apply_on(State&, const Record&, const ProbeClosed&);
void apply_on(State&, const Record&, const ProbeJudged&);
// rules_corrections.cpp
void apply_on(State&, const Record&, const ScoreCorrected&);
// rules_heard.cpp
void apply_on(State&, const Record&, const HeardNoted&);
void apply_on(State&, const Record&, const HeardAnswered&);
// rules_spoken.cpp
void apply_on(State&, const Record&, const SpokenShareRegistered&);
void apply_on(State&, const Record&, const SpokenShareAnswered&);
void apply_on(State&, const Record&, const GutFeelingNoted&);
// rules_emergence.cpp
void apply_on(State&, const Record&, const ItemEmerged&);
// rules_legal.cpp
void apply_on(State&, const Record&, const AuthorityAsked&);
void apply_on(State&, const Record&, const AuthorityAnswered&);
void apply_on(State&, const Record&, const ConsentAsked&);
void apply_on(State&, const Record&, const ConsentRecorded&);
void apply_on(State&, const Record&, const PersonInformed&);
void apply_on(State&, const Record&, const PrivacyAdviceGiven&);
void apply_on(State&, const Record&, const FactsChanged&);
// rules_decisions.cpp
void apply_on(State&, const Record&, const DecisionProposed&);
void apply_on(State&, const Record&, const DecisionPended&);
void apply_on(State&, const Record&, const DecisionRetracted&);
void apply_on(State&, const Record&, const DecisionTookEffect&);
void apply_on(State&, const Record&, const DecisionDeadlinePassed&);
void apply_on(State&, const Record&, const InterventionUsed&);
// rules_consequences.cpp
void apply_on(State&, const Record&, const ConsequenceCame&);
void apply_on(State&, const Record&, const TrackChanged&);
void apply_on(State&, const Record&, const InjectSkipped&);
void apply_on(State&, const Record&, const EndingReached&);
// rules_plan.cpp
void apply_on(State&, const Record&, const ActionAdded&);
void apply_on(State&, const Record&, const ActionChanged&);
void apply_on(State&, const Record&, const ActionWithdrawn&);
void apply_on(State&, const Record&, const ActionConfirmed&);
// rules_talk.cpp
void apply_on(State&, const Record&, const PhaseMoved&);
void apply_on(State&, const Record&, const RoleInvited&);

// These events, after those.
inline void append(std::vector<Event>& events, std::vector<Event> more) {
    events.insert(events.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

// rules_session.cpp: the clocks go on, or stand still, from this record.
void anchor(State&, const Record&);

// rules_seats.cpp: the events by which whoever plays this role gives it up; none when nobody does.
std::vector<Event> freeing(const State&, const RoleId&);

// rules_seats.cpp: the autopilots that sit down when play starts: where none but they ever sit, and
// where the group is too small for a person.
std::vector<Event> autopilots_at_the_start(const State&);

// rules_session.cpp: these events, and with them what ends the waiting when they leave nobody to
// wait for: the next stage of a swap, the closing of a probe.
std::vector<Event> going_on(const State&, const Stamp&, std::vector<Event>);

// rules_swap.cpp: whether a swap is under way and everybody that it waits for is ready.
bool is_swap_awaited_no_longer(const State&);

// rules_probe.cpp: whether a probe is open and everybody that it waits for has answered.
bool is_probe_awaited_no_longer(const State&);

// rules_probe.cpp: the probe opens; the closing of the open one, with what was right.
ProbeOpened opening(const Probe&, std::int64_t active_ms);
std::vector<Event> closing_of_probe(const State&);

// rules_probe.cpp: what was right of what was predicted, now that all is over.
std::vector<Event> judged_predictions(const State&);

// rules_swap.cpp: what ends the present stage of the swap under way.
std::vector<Event> next_stage_of_swap(const State&, std::int64_t active_ms);

// rules_swap.cpp: the swap that the scenario plans for entering this segment; nothing when it plans
// none here or there was one before.
std::optional<Event> planned_swap(const State&, int segment, std::int64_t active_ms);

// rules_injects.cpp: adds that this inject takes effect, and what comes with it: items to their
// original holders, changed facts, changed tracks, scripted questions and actions. Adds nothing
// when it took effect before.
void add_inject_effects(std::vector<Event>&, const State&, const InjectId&, std::int64_t sim_ms);

// rules_information.cpp: when the term of a question put now ends for this addressee.
std::int64_t term_end(const Scenario&, const Role& asker, const RoleId& asked, std::int64_t sim_ms);

// rules_consequences.cpp: adds the values of the tracks after these changes, on top of what the
// events so far already change.
void add_track_changes(std::vector<Event>&, const State&, const std::vector<TrackChange>&);

// rules_consequences.cpp: adds the changed facts when there are any.
void add_fact_change(std::vector<Event>&, const FactChange&);

// rules_consequences.cpp: puts a thing's consequences on their way, counted from this record.
void put_on_its_way(State&, const Record&, const Cause&, const std::vector<Consequence>&);

// rules_consequences.cpp: what becomes of a consequence whose time has come.
std::vector<Event> consequence_events(const State&, const Cause&, std::int64_t sim_ms);

// rules_consequences.cpp: the end of the session and the ending it comes to. What is pending takes
// effect first: a decision counts as taken from then on.
std::vector<Event> end_events(const State&, EndReason);

// rules_emergence.cpp: the events by which items come into being for who holds all their parts
// once `events` have happened.
void add_emergences(std::vector<Event>& events, const State&);

// rules_legal.cpp: what this person answers when asked for consent, by the scenario; no when it
// says nothing.
ConsentRecorded consent_answer(const State&, const PersonId&, const std::string& scope);

// rules_talk.cpp: the events by which a role gets up from every meeting it is in, in scenario
// order; none when it is in none. For whoever gives the role up.
std::vector<Event> leaving_events(const State&, const RoleId&);

// due.cpp: whether the item comes with an inject, and so never by its own time.
bool is_dealt_by_inject(const Scenario&, const ItemId&);

}  // namespace casustafel::core
