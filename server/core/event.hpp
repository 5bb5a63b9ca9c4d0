#pragma once
// What happened, one struct each, in the past tense. Outcomes are stored here (verdicts, audiences,
// ids, terms): nothing that an event says is ever judged again. When it happened and who did it
// stand in the record around it.
#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/core/event_play.hpp"
#include "server/core/event_session.hpp"

namespace casustafel::core {

using EventKinds = std::variant<
    ParticipantJoined, ParticipantLeft, ConnectionLost, ConnectionRestored, AbsenceStarted,
    RoleTaken, RoleReleased, SessionStarted, SessionPaused, SessionResumed, SpeedSet,
    SegmentEntered, SessionEnded, SessionRecovered, ItemDealt, ItemRead, ItemShared, RequestMade,
    RequestAnswered, ItemMarked, MessageSent, MeetingEntered, MeetingLeft, TriagePutUp,
    TriageAccepted, WeighingRecorded, InjectPended, InjectRetracted, InjectTookEffect,
    RoleLookedThrough, AutopilotSeated, AutopilotLeft, StandInStarted, StandInEnded, PauseCalled,
    HelpCalled, HelpAnswered, Whispered, MomentBookmarked, SwapStarted, HandoverNoteWritten,
    RoleReady, RolesSwapped, SwapFinished, SwapCancelled, SpokenShareRegistered,
    SpokenShareAnswered, GutFeelingNoted, ItemEmerged, AuthorityAsked, AuthorityAnswered,
    ConsentAsked, ConsentRecorded, PersonInformed, PrivacyAdviceGiven, FactsChanged,
    DecisionProposed, DecisionPended, DecisionRetracted, DecisionTookEffect, DecisionDeadlinePassed,
    InterventionUsed, ConsequenceCame, TrackChanged, InjectSkipped, ActionAdded, ActionChanged,
    ActionWithdrawn, ActionConfirmed, PhaseMoved, RoleInvited, ProbeOpened, ProbeAnswered,
    ProbeClosed, ProbeJudged, ScoreCorrected, HeardNoted, HeardAnswered, EndingReached>;

// One of them. Copying it is compiled once, in event.cpp: with this many kinds, each file that
// holds a list of events would otherwise compile all of that for itself.
struct Event : EventKinds {
    Event();
    template <class Kind>
    requires std::constructible_from<EventKinds, Kind> &&
        (!std::derived_from<std::remove_cvref_t<Kind>, EventKinds>)Event(Kind&& kind)
        : EventKinds(std::forward<Kind>(kind)) {}
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();
    friend bool operator==(const Event&, const Event&);
};

// Its name in the contract and in keys: "item_shared".
std::string_view event_name(const Event&);

// The consequence that this cause names, or nullptr.
const Consequence* consequence_of(const Scenario&, const Cause&);

}  // namespace casustafel::core
