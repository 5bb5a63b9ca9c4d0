#include "reach.hpp"

#include <algorithm>

namespace casustafel::view {
namespace {

using core::RoleId;

bool among(const std::vector<RoleId>& roles, const RoleId& role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Everything that is not listed here is noticed by all: who is there, who plays what, the clock,
// the swap, triage, the privacy officer's time, the ending.
class Reach {
public:
    Reach(const core::State& before, const RoleId& role) : before_(before), role_(role) {}

    bool operator()(const core::ItemDealt& e) const { return among(e.to, role_); }
    bool operator()(const core::ItemRead& e) const { return e.role == role_; }
    bool operator()(const core::ItemMarked& e) const { return e.role == role_; }
    bool operator()(const core::ItemShared& e) const {
        return e.giver == role_ || among(e.to, role_);
    }
    bool operator()(const core::RequestMade& e) const {
        return e.asker == role_ || among(e.to, role_);
    }
    bool operator()(const core::RequestAnswered& e) const {
        return e.by == role_ || before_.requests.at(e.request).event.asker == role_;
    }
    bool operator()(const core::MessageSent& e) const {
        return e.sender == role_ || among(e.to, role_);
    }
    bool operator()(const core::MeetingEntered& e) const { return goes_in(e.meeting); }
    bool operator()(const core::MeetingLeft& e) const { return goes_in(e.meeting); }
    bool operator()(const core::FormatChosen& e) const { return goes_in(e.meeting); }
    bool operator()(const core::MeetingConvened& e) const {
        return among(e.roles, role_) || knows_of(e.meeting) || takes_part_in(e.meeting);
    }
    bool operator()(const core::MeetingClosed& e) const {
        return knows_of(e.meeting) || takes_part_in(e.meeting);
    }
    bool operator()(const core::RoleInvited& e) const {
        return e.role == role_ || goes_in(e.meeting);
    }
    // Who proposes what this meeting decides finds out whether it is too early.
    bool operator()(const core::PhaseMoved& e) const {
        return goes_in(e.meeting) || takes_part_in(e.meeting);
    }
    bool operator()(const core::WeighingRecorded& e) const { return e.by == role_; }
    bool operator()(const core::InjectPended& e) const {
        const auto* written = find(*before_.scenario, e.inject);
        return written ? concerns(*written) : is_for(e.to);
    }
    bool operator()(const core::InjectRetracted& e) const { return concerns(e.inject); }
    bool operator()(const core::InjectTookEffect& e) const { return concerns(e.inject); }
    bool operator()(const core::RoleLookedThrough&) const { return false; }
    bool operator()(const core::InjectSkipped&) const { return false; }

    bool operator()(const core::PauseCalled&) const { return false; }  // by whom; the pause is seen
    bool operator()(const core::HelpCalled& e) const { return plays(e.participant); }
    bool operator()(const core::HelpAnswered& e) const {
        return plays(before_.help_calls.at(e.call).event.participant);
    }
    bool operator()(const core::Whispered& e) const { return e.to == role_; }
    bool operator()(const core::MomentBookmarked&) const { return false; }
    bool operator()(const core::HandoverNoteWritten& e) const { return e.role == role_; }

    bool operator()(const core::SpokenShareRegistered& e) const { return was_there(e); }
    bool operator()(const core::SpokenShareAnswered& e) const {
        // Registered in this very record: then that event says who was there.
        const auto spoken = before_.spoken.find(e.spoken);
        return spoken != before_.spoken.end() && was_there(spoken->second.event);
    }
    // Who answers a prompt is waited for no longer: that concerns all. What is right, nobody.
    bool operator()(const core::PromptJudged&) const { return false; }
    bool operator()(const core::ScoreCorrected&) const { return false; }
    bool operator()(const core::HeardNoted& e) const { return e.by == role_ || e.giver == role_; }
    bool operator()(const core::HeardAnswered& e) const {
        return (*this)(before_.heard.at(e.heard).event);
    }
    bool operator()(const core::GutFeelingNoted& e) const {
        return e.participant == core::ParticipantId::nobody ? e.role == role_
                                                            : plays(e.participant);
    }
    bool operator()(const core::ItemEmerged& e) const { return e.role == role_; }

    bool operator()(const core::AuthorityAsked& e) const { return e.by == role_ || agrees(); }
    bool operator()(const core::AuthorityAnswered& e) const {
        return before_.legal.authority.at(e.question).event.by == role_ || agrees();
    }
    bool operator()(const core::ConsentAsked& e) const { return e.by == role_; }
    bool operator()(const core::PersonInformed& e) const { return e.by == role_; }
    bool operator()(const core::ConsentRecorded& e) const { return e.to == role_; }
    bool operator()(const core::FactsChanged& e) const { return asked_one_of(e.change.consents); }

    bool operator()(const core::DecisionProposed& e) const { return takes_part(e.decision); }
    bool operator()(const core::DecisionPended& e) const { return takes(e.decision); }
    bool operator()(const core::DecisionRetracted& e) const { return takes(e.decision); }
    bool operator()(const core::DecisionAgreed& e) const { return takes(e.decision); }
    bool operator()(const core::DecisionExtended& e) const { return takes_part(e.decision); }
    bool operator()(const core::OfferChanged& e) const {
        if (e.offer.decision.empty()) return holds_power_of(e.offer.intervention);
        return takes(e.offer.decision) || prepares(*find(*before_.scenario, e.offer.decision));
    }
    bool operator()(const core::DecisionTookEffect& e) const { return takes_part(e.decision); }
    bool operator()(const core::DecisionDeadlinePassed& e) const { return takes_part(e.decision); }
    bool operator()(const core::InterventionUsed& e) const {
        const core::Scenario& scenario = *before_.scenario;
        return among(users_of(scenario, *find(scenario, e.intervention)), role_);
    }
    bool operator()(const core::InterventionAnswered& e) const {
        const auto asked = before_.inquiries.find(e.use);
        return asked != before_.inquiries.end() && asked->second.event.by == role_;
    }
    bool operator()(const core::ConsequenceCame&) const { return false; }
    bool operator()(const core::TrackChanged&) const { return false; }

    bool operator()(const core::ActionAdded& e) const { return plans() || is_named_in(e.terms); }
    bool operator()(const core::ActionChanged& e) const {
        return sees_action(e.action) || is_named_in(e.terms);
    }
    bool operator()(const core::ActionWithdrawn& e) const { return sees_action(e.action); }
    bool operator()(const core::ActionConfirmed& e) const { return sees_action(e.action); }

    bool operator()(const core::CardPut& e) const { return is_at(e.board); }
    bool operator()(const core::CardChanged& e) const { return is_at(e.card); }
    bool operator()(const core::CardWithdrawn& e) const { return is_at(e.card); }
    bool operator()(const core::StanceTaken& e) const { return is_at(e.card); }
    bool operator()(const core::PatternLit& e) const { return is_at(e.board); }

    template <class Event>
    bool operator()(const Event&) const {
        return true;
    }

private:
    bool goes_in(const core::MeetingId& id) const {
        const auto invited = before_.invited.find(id);
        return among(find(*before_.scenario, id)->members, role_) ||
               (invited != before_.invited.end() && invited->second.contains(role_));
    }
    bool knows_of(const core::MeetingId& id) const {
        const core::Meeting& meeting = *find(*before_.scenario, id);
        return goes_in(id) || among(meeting.known_to, role_) || among(meeting.convened_by, role_);
    }
    // Also of what is decided in a meeting that went on in this one.
    bool takes_part_in(const core::MeetingId& id) const {
        const auto& decisions = before_.scenario->decisions;
        return std::any_of(decisions.begin(), decisions.end(), [&](const core::Decision& each) {
            return core::goes_on_in(before_, each.meeting) == id && takes_part(each);
        });
    }
    bool plays(core::ParticipantId participant) const {
        const auto seat = before_.seats.find(role_);
        return participant != core::ParticipantId::nobody && seat != before_.seats.end() &&
               seat->second.occupant == participant;
    }
    bool was_there(const core::SpokenShareRegistered& e) const {
        return e.giver == role_ || among(e.to, role_);
    }
    bool asked(const core::PersonId& person, const std::string& scope) const {
        const auto& subjects = before_.legal.consent_subjects;
        return std::any_of(subjects.begin(), subjects.end(), [&](const auto& each) {
            const auto& [role, subject] = each.first;
            return role == role_ && subject.first == person && each.second.scope == scope;
        });
    }
    bool asked_one_of(const std::vector<core::ConsentAnswer>& answers) const {
        return std::any_of(answers.begin(), answers.end(), [&](const core::ConsentAnswer& each) {
            return asked(each.person, each.scope);
        });
    }
    const core::Role* own_role() const { return find(*before_.scenario, role_); }
    bool agrees() const { return own_role() && own_role()->gives_authority; }
    bool sits_at(const core::TableId& table) const {
        return own_role() && own_role()->table == table;
    }
    bool takes(const core::DecisionId& id) const {
        return among(find(*before_.scenario, id)->deciders, role_);
    }
    bool prepares(const core::Decision& decision) const {
        return among(decision.prepared_by, role_);
    }
    bool holds_power_of(const core::InterventionId& id) const {
        const auto& power = find(*before_.scenario, id)->power;
        return among(find(*before_.scenario, power)->holders, role_);
    }
    bool takes_part(const core::Decision& decision) const {
        return among(decision.deciders, role_) || prepares(decision) || sits_at(decision.table);
    }
    bool takes_part(const core::DecisionId& id) const {
        return takes_part(*find(*before_.scenario, id));
    }
    bool plans() const {
        const auto& plan = before_.scenario->plan;
        return plan && (among(plan->guests, role_) || sits_at(plan->table));
    }
    bool is_named_in(const core::ActionTerms& terms) const {
        return terms.lead == role_ || terms.power_holder == role_ || among(terms.informed, role_);
    }
    bool sees_action(core::EntityId id) const {
        return plans() || is_named_in(before_.plan.at(id).terms);
    }
    bool is_at(const core::BoardId& id) const {
        const core::Board& board = *find(*before_.scenario, id);
        const auto& tables = board.tables;
        return among(board.guests, role_) || among(board.readers, role_) ||
               std::any_of(tables.begin(), tables.end(),
                           [&](const core::TableId& table) { return sits_at(table); });
    }
    bool is_at(core::EntityId card) const { return is_at(before_.cards.at(card).board); }
    bool is_for(const std::vector<RoleId>& to) const { return to.empty() || among(to, role_); }
    bool concerns(const core::Inject& inject) const {
        return is_for(inject.to) || asked_one_of(inject.facts.consents) ||
               std::any_of(inject.deals.begin(), inject.deals.end(),
                           [&](const core::ItemId& id) {
                               return among(find(*before_.scenario, id)->holders, role_);
                           }) ||
               std::any_of(inject.asks.begin(), inject.asks.end(),
                           [&](const core::ScriptedAsk& ask) {
                               return ask.from == role_ || among(ask.to, role_);
                           }) ||
               std::any_of(inject.actions.begin(), inject.actions.end(),
                           [&](const core::ScriptedAction& action) {
                               return plans() || action.lead == role_;
                           });
    }
    bool concerns(const core::InjectId& id) const {
        if (const auto* written = find(*before_.scenario, id)) return concerns(*written);
        return is_for(before_.injects.at(id).to);
    }

    const core::State& before_;
    const RoleId& role_;
};

}  // namespace

bool reaches(const core::State& before, const Viewer& viewer, const core::Event& event) {
    return std::visit(Reach(before, viewer.role), event);
}

}  // namespace casustafel::view
