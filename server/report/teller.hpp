#pragma once
// Inside report only: what happened in sentences, one record after another. An event that is no
// part of the story gives nothing: readings, connections, what only trainers or one person know
// (whispers, calls for help, gut feelings,
// the answers to a probe). It folds the log as the core does, because a sentence
// may need what went before.
#include <set>
#include <vector>

#include "server/core/decide.hpp"
#include "server/report/seating.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {

class Teller {
public:
    Teller(const Wording& wording, const Names& names)
        : wording_(wording), names_(names), state_(core::initial(wording.scenario())) {}

    // The sentences of this record.
    std::vector<Html> tell(const core::Record& record);

private:
    void say(text::Key key, const std::vector<Html>& pieces = {}) {
        sentences_.push_back(wording_.say(key, pieces));
    }
    void add(const Html& more);
    bool has_begun() const { return state_.phase != core::SessionPhase::lobby; }
    Html item(const core::ItemId& id) const { return wording_.item(id); }
    Html role(const core::RoleId& id) const { return wording_.role(id); }
    Html who(core::ParticipantId) const;
    const core::RequestMade* request(core::EntityId) const;
    const core::AuthorityAsked* authority_question(core::EntityId) const;
    void add_verdicts(const core::ItemShared&);
    void add_cited(const std::vector<core::Cited>&);
    void tell_inject(const std::vector<core::RoleId>& to, const std::string& title,
                     const std::string& text);
    void tell_measures(text::Key, const std::vector<core::Measure>&);
    const core::HeardNoted* heard(core::EntityId) const;
    score::Correction about(const core::CorrectionTarget&) const;
    Html words_of(const core::PlanAction&) const;

    template <class Event>
    void on(const Event&) {}

    // teller.cpp: the session, information and talk
    void on(const core::SessionStarted&);
    void on(const core::SegmentEntered&);
    void on(const core::SessionPaused&);
    void on(const core::SessionResumed&);
    void on(const core::SpeedSet&);
    void on(const core::SessionRecovered&);
    void on(const core::SessionEnded&);
    void on(const core::RoleTaken&);
    void on(const core::RoleReleased&);
    void on(const core::AbsenceStarted&);
    void on(const core::ConnectionRestored&);
    void on(const core::ItemDealt&);
    void on(const core::ItemShared&);
    void on(const core::RequestMade&);
    void on(const core::RequestAnswered&);
    void on(const core::ItemMarked&);
    void on(const core::MessageSent&);
    void on(const core::MeetingEntered&);
    void on(const core::MeetingLeft&);
    void on(const core::SpokenShareAnswered&);
    void on(const core::ItemEmerged&);
    // teller_course.cpp: the law, decisions, the plan, the swap, and what happens to people
    void on(const core::TriagePutUp&);
    void on(const core::TriageAccepted&);
    void on(const core::WeighingRecorded&);
    void on(const core::InjectRetracted&);
    void on(const core::InjectTookEffect&);
    void on(const core::AutopilotSeated&);
    void on(const core::AutopilotLeft&);
    void on(const core::StandInStarted&);
    void on(const core::StandInEnded&);
    void on(const core::PauseCalled&);
    void on(const core::MomentBookmarked&);
    void on(const core::SwapStarted&);
    void on(const core::HandoverNoteWritten&);
    void on(const core::RolesSwapped&);
    void on(const core::SwapFinished&);
    void on(const core::SwapCancelled&);
    void on(const core::AuthorityAsked&);
    void on(const core::AuthorityAnswered&);
    void on(const core::ConsentAsked&);
    void on(const core::ConsentRecorded&);
    void on(const core::PersonInformed&);
    void on(const core::PrivacyAdviceGiven&);
    void on(const core::FactsChanged&);
    void on(const core::DecisionProposed&);
    void on(const core::DecisionPended&);
    void on(const core::DecisionRetracted&);
    void on(const core::DecisionDeadlinePassed&);
    void on(const core::InterventionUsed&);
    void on(const core::ConsequenceCame&);
    void on(const core::TrackChanged&);
    void on(const core::ActionAdded&);
    void on(const core::ActionChanged&);
    void on(const core::ActionWithdrawn&);
    void on(const core::ActionConfirmed&);
    void on(const core::PhaseMoved&);
    void on(const core::RoleInvited&);
    void on(const core::EndingReached&);
    // teller_room.cpp: freeze probes, what was heard aloud, the trainer's corrections
    void on(const core::ProbeOpened&);
    void on(const core::ProbeAnswered&);
    void on(const core::ProbeClosed&);
    void on(const core::ProbeJudged&);
    void on(const core::HeardNoted&);
    void on(const core::HeardAnswered&);
    void on(const core::ScoreCorrected&);

    const Wording& wording_;
    const Names& names_;
    core::State state_;
    Seating seating_;
    std::set<core::ParticipantId> absent_;
    const core::Record* record_ = nullptr;  // the one being told
    std::vector<Html> sentences_;
    std::size_t dealt_at_start_ = 0;
    bool starting_ = false;
    bool pause_called_ = false;  // in this record: then the trainer did not stop the clock
};

}  // namespace casustafel::report
