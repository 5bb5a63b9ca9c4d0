#pragma once
// Who may see what: the predicates that `decide` uses to answer `unknown` and that the view room
// uses to project. There is no second way to decide what a role may see.
#include "server/core/ids.hpp"
#include "server/core/state.hpp"

namespace casustafel::core {

// A role sees an item when it has any form of it.
bool sees_item(const State&, const RoleId&, const ItemId&);
// The giver and everybody addressed see a share.
bool sees_share(const State&, const RoleId&, const Share&);
// The asker and the addressees see a request.
bool sees_request(const State&, const RoleId&, const Request&);
// The asker sees all answers; an addressee only its own.
bool sees_answer(const State&, const RoleId&, const Request&, const Answer&);
// The sender and the audience see a message.
bool sees_message(const State&, const RoleId&, const Message&);
// Members, invited roles and those in `known_to` know that a meeting exists.
bool sees_meeting(const State&, const RoleId&, const Meeting&);
// Members and invited roles may enter it; only they know who is in it and where it stands.
bool may_enter(const State&, const RoleId&, const Meeting&);
// Whether a role is in a meeting now.
bool is_present(const State&, const MeetingId&, const RoleId&);
// The roles of its table and its deciders see a decision, and what is proposed for it.
bool sees_decision(const State&, const RoleId&, const Decision&);
// Only deciders know that a decision waits to take effect.
bool takes_decision(const RoleId&, const Decision&);
// Who holds its power sees an intervention.
bool sees_intervention(const State&, const RoleId&, const Intervention&);
// The roles of the plan's table and its guests see and write the plan, when the case has one.
bool sees_plan(const State&, const RoleId&);
// The roles of the plan, and whoever an action names, see that action.
bool sees_action(const State&, const RoleId&, const PlanAction&);
// An inject shows once it took effect, to those it is for.
bool sees_inject(const State&, const RoleId&, const InjectId&);
// Who spoke and who was spoken to see a spoken share, until all of them have answered.
bool sees_heard(const State&, const RoleId&, const HeardAloud&);
bool sees_spoken(const State&, const RoleId&, const SpokenShare&);
// A gut feeling shows in whatever role its participant plays; a trainer's stays with the role.
bool sees_gut_feeling(const State&, const RoleId&, const GutFeeling&);
// Who asked and who can agree see a question for the authority's agreement.
bool sees_authority(const State&, const RoleId&, const AuthorityQuestion&);
// Who asked sees that a person was asked for consent; once recorded everybody does.
bool sees_consent(const State&, const RoleId&, const PersonId&, const std::string& scope);
// Who sees a decision sees what is proposed for it.
bool sees_proposal(const State&, const RoleId&, const Proposal&);
// The role whispered to hears it.
bool sees_whisper(const State&, const RoleId&, const WhisperSent&);
// A call for help shows in every role of who called.
bool sees_help_call(const State&, const RoleId&, const HelpCall&);

}  // namespace casustafel::core
