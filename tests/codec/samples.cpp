#include "samples.hpp"

namespace casustafel::codec {
namespace {

using namespace core;

constexpr EntityId thing{0x00c0ffee00000001};
constexpr EntityId other_thing{0xfedcba9876543210};
constexpr ParticipantId somebody{7};

const RoleId role{"VT"}, other_role{"OVJ"};
const std::vector<RoleId> roles{role, other_role};
const ItemId item{"A03"};
const std::vector<ItemId> items{item, ItemId{"A26"}};
const PersonId person{"mirjam"};
const MeetingId meeting{"zorgoverleg"};
const BasisId basis{"WMOVT"};
const DecisionId decision{"Z1"};
const OptionId option{"hold"};
const std::vector<Cited> cited{{item, Mark::fact}, {ItemId{"A04"}, Mark::assumption}};
const std::vector<SwapPair> pairs{{role, other_role}};
const ActionTerms terms{
    "bel haar voor vrijdag", role, PowerId{"P1"}, other_role, 3'600'000, items, roles};

const ProbeId probe{"P1"};
const std::vector<ProbeAnswer> answers{{QuestionId{"regie"}, option}};
const CorrectionTarget corrected{CorrectionKind::action, thing, decision};
const Scripted scripted{InjectId{"INJ-01"}, 2};

Verdict verdict() { return {{Label::red_line, Label::thin}, 3, Form::summary, true, 2, 1}; }

FactChange change() {
    return {false,
            {person},
            {PersonId{"ben"}},
            {{person, "toezicht"}},
            {{person, "verbod"}},
            {{person, "zorg", true}}};
}

}  // namespace

std::vector<Command> sample_commands() {
    return {
        JoinSession{Language::en},
        LeaveSession{},
        TakeRole{role},
        ReleaseRole{role},
        StartSession{},
        PauseSession{},
        ResumeSession{},
        SetSpeed{2500},
        EndSession{},
        FireInject{InjectId{"INJ-01"}},
        ImproviseInject{"titel", "twee\nregels", roles},
        RetractInject{InjectId{"INJ-01"}},
        HastenInject{InjectId{"INJ-01"}},
        LookThroughRole{role},
        AssignRole{somebody, role, true},
        SeatAutopilot{role},
        StandIn{role},
        CallPause{},
        CallForHelp{"ik zie niets"},
        AnswerHelp{thing},
        Whisper{role, "vraag het VT"},
        BookmarkMoment{"hier ging het mis"},
        StartSwap{pairs},
        AdvanceSwap{},
        CancelSwap{},
        WriteHandoverNote{"let op\nhaar adres", items, {thing, other_thing}},
        SayReady{},
        RegisterSpokenShare{role, item, roles, meeting, Purpose::care, basis, Form::summary,
                            other_thing},
        ConfirmSpokenShare{thing, true},
        NoteHeard{role, person, Category::police, "zij zei iets over hem"},
        DenyHeard{thing},
        OpenProbe{probe},
        CloseProbe{probe},
        AnswerProbe{probe, answers},
        CorrectScore{corrected, true, "verkeerd geklikt"},
        NoteGutFeeling{item, "dit klopt niet"},
        AskAuthority{item, other_role, "hij vraagt het"},
        AnswerAuthority{thing, true, "akkoord"},
        AskConsent{person, "zorg"},
        InformPerson{person, "wij overleggen over u"},
        AskPrivacyOfficer{item, other_role, Purpose::care},
        ProposeDecision{decision, option, cited, "zo doen?"},
        TakeDecision{decision, option, cited, "wie ziet het als het misgaat"},
        RetractDecision{decision},
        HastenDecision{decision},
        UseIntervention{InterventionId{"I1"}, cited, "nu"},
        AddAction{terms},
        ChangeAction{thing, terms},
        WithdrawAction{thing},
        ConfirmAction{thing},
        MovePhase{meeting, MeetingPhase::decision},
        InviteToMeeting{meeting, role, "zij kent haar"},
        ReadItem{item},
        ShareItem{item, roles, meeting, Purpose::care, basis, Form::facts, "kort", thing, true},
        AskForInformation{roles, person, Category::health, item, "weet je meer?"},
        RefuseRequest{thing, RefusalReason::too_rich, "nee", Form::pointer, other_role},
        ReferRequest{thing, role, "vraag haar"},
        AnswerNotHere{thing},
        MarkItem{item, Mark::assumption},
        SendMessage{roles, meeting, "hallo"},
        EnterMeeting{meeting},
        LeaveMeeting{meeting},
        PutUpForTriage{"te ingewikkeld"},
        AcceptTriage{},
        RecordWeighing{item, "geprobeerd", "schade", "voorkomt", "minst"},
        NoteConnection{somebody, true},
        NoteRecovery{},
    };
}

std::vector<Event> sample_events() {
    return {
        ParticipantJoined{somebody, Language::en},
        ParticipantLeft{somebody},
        ConnectionLost{somebody},
        ConnectionRestored{somebody},
        AbsenceStarted{somebody},
        RoleTaken{somebody, role},
        RoleReleased{somebody, role},
        SessionStarted{},
        SessionPaused{},
        SessionResumed{},
        SpeedSet{2500},
        SegmentEntered{3},
        SessionEnded{EndReason::time_is_up},
        SessionRecovered{},
        ItemDealt{item, roles},
        ItemRead{role, item},
        ItemShared{thing,
                   item,
                   role,
                   roles,
                   {{other_role, verdict()}},
                   meeting,
                   Purpose::care,
                   basis,
                   Form::facts,
                   "kort",
                   other_thing,
                   true,
                   true},
        RequestMade{
            thing, role, roles, person, Category::health, item, "weet je meer?", {1, 2}, scripted},
        RequestAnswered{thing, role, AnswerKind::refused, RefusalReason::too_rich, other_role,
                        other_thing, "nee", Form::pointer, other_role},
        ItemMarked{role, item, Mark::refuted},
        MessageSent{thing, role, roles, meeting, "hallo"},
        MeetingEntered{role, meeting},
        MeetingLeft{role, meeting},
        TriagePutUp{role, "te ingewikkeld"},
        TriageAccepted{role},
        WeighingRecorded{role, item, "geprobeerd", "schade", "voorkomt", "minst"},
        InjectPended{InjectId{"INJ-01"}, 12'000, "titel", "tekst", roles},
        InjectRetracted{InjectId{"INJ-01"}},
        InjectTookEffect{InjectId{"INJ-01"}},
        RoleLookedThrough{role},
        AutopilotSeated{role},
        AutopilotLeft{role},
        StandInStarted{role},
        StandInEnded{role},
        PauseCalled{somebody},
        HelpCalled{thing, somebody, "ik zie niets"},
        HelpAnswered{thing},
        Whispered{thing, role, "vraag het VT"},
        MomentBookmarked{thing, "hier ging het mis"},
        SwapStarted{pairs, 180'000},
        HandoverNoteWritten{role, "let op", items, {thing, other_thing}},
        RoleReady{role},
        RolesSwapped{{{role, somebody, false, false}, {other_role, {}, true, true}}, 9, 300'000},
        SwapFinished{},
        SwapCancelled{},
        SpokenShareRegistered{thing, item, role, roles, meeting, Purpose::care, basis,
                              Form::summary},
        SpokenShareAnswered{thing, role, true},
        GutFeelingNoted{thing, role, somebody, item, "dit klopt niet"},
        ItemEmerged{item, role},
        AuthorityAsked{thing, role, item, other_role, "hij vraagt het"},
        AuthorityAnswered{thing, role, true, "akkoord"},
        ConsentAsked{role, person, "zorg", 99},
        ConsentRecorded{person, "zorg", true},
        PersonInformed{role, person, "wij overleggen over u"},
        PrivacyAdviceGiven{role, item, other_role, Purpose::care, 2},
        FactsChanged{change()},
        DecisionProposed{thing, decision, option, role, cited, "zo doen?", true},
        DecisionPended{decision, option, role, cited, "wie ziet het", 10'000},
        DecisionRetracted{decision, role},
        DecisionTookEffect{decision, option},
        DecisionDeadlinePassed{decision},
        InterventionUsed{InterventionId{"I1"}, role, cited, "nu"},
        ConsequenceCame{{CauseKind::decision, "Z1", option, 2}, true},
        TrackChanged{person, Track::trust_in_help, 10},
        InjectSkipped{InjectId{"INJ-01"}},
        ActionAdded{thing, role, terms, scripted},
        ActionChanged{thing, role, terms},
        ActionWithdrawn{thing, role},
        ActionConfirmed{thing, role},
        PhaseMoved{meeting, role, MeetingPhase::judgement},
        RoleInvited{meeting, role, other_role, "zij kent haar"},
        ProbeOpened{probe, 180'000},
        ProbeAnswered{probe, somebody, role, answers},
        ProbeClosed{probe},
        ProbeJudged{probe, QuestionId{"regie"}, {option}},
        ScoreCorrected{corrected, true, "verkeerd geklikt"},
        HeardNoted{thing, role, other_role, person, Category::police, "iets over hem"},
        HeardAnswered{thing, other_thing},
        EndingReached{EndingId{"E1"}},
    };
}

}  // namespace casustafel::codec
