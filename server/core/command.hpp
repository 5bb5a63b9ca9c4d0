#pragma once
// Everything somebody may ask for, one struct each, named in the imperative. A command says what is
// wanted, never whether it is allowed: `decide` answers that. Texts are already checked for
// encoding and length by the codec.
#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/core/command_play.hpp"
#include "server/core/command_session.hpp"

namespace casustafel::core {

using CommandKinds =
    std::variant<JoinSession, LeaveSession, TakeRole, ReleaseRole, StartSession, PauseSession,
                 ResumeSession, SetSpeed, EndSession, FireInject, ImproviseInject, RetractInject,
                 HastenInject, LookThroughRole, AssignRole, SeatAutopilot, StandIn, CallPause,
                 CallForHelp, AnswerHelp, Whisper, BookmarkMoment, StartSwap, AdvanceSwap,
                 CancelSwap, OpenProbe, CloseProbe, AnswerProbe, CorrectScore, NoteHeard, DenyHeard,
                 WriteHandoverNote, SayReady, RegisterSpokenShare, ConfirmSpokenShare,
                 NoteGutFeeling, AskAuthority, AnswerAuthority, AskConsent, InformPerson,
                 AskPrivacyOfficer, ProposeDecision, TakeDecision, RetractDecision, HastenDecision,
                 UseIntervention, AddAction, ChangeAction, WithdrawAction, ConfirmAction, MovePhase,
                 InviteToMeeting, ReadItem, ShareItem, AskForInformation, RefuseRequest,
                 ReferRequest, AnswerNotHere, MarkItem, SendMessage, EnterMeeting, LeaveMeeting,
                 PutUpForTriage, AcceptTriage, RecordWeighing, NoteConnection, NoteRecovery>;

// One of them; copied as an Event is (event.hpp).
struct Command : CommandKinds {
    Command();
    template <class Kind>
    requires std::constructible_from<CommandKinds, Kind> &&
        (!std::derived_from<std::remove_cvref_t<Kind>, CommandKinds>)Command(Kind&& kind)
        : CommandKinds(std::forward<Kind>(kind)) {}
    Command(const Command&);
    Command(Command&&) noexcept;
    Command& operator=(const Command&);
    Command& operator=(Command&&) noexcept;
    ~Command();
    friend bool operator==(const Command&, const Command&);
};

// Its name in the contract and in keys: "share_item".
std::string_view act_name(const Command&);

}  // namespace casustafel::core
