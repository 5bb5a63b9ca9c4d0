#pragma once
// The words of the closed lists of the game. Both sides of the line and the scenario's files use
// them; the sentence of a word is the text key with the list's name before it, e.g.
// "purpose.charging_decision".
#include "proto/contract/word.hpp"

namespace casustafel::contract {

CLOSED_LIST(Purpose, charging_decision, acute_safety, person_centred_approach, child_protection,
            supervision, aftercare, victim_support, investigation, compulsory_education, housing,
            income_and_debt, human_trafficking, public_order, care);

CLOSED_LIST(Category, police, prosecution, judicial_record, health, youth_care, domestic_violence,
            education, detention, housing, income, victim, supervision, open);

// Ordered from poor to rich; `silent` is no share at all.
CLOSED_LIST(Form, silent, pointer, conclusion, summary, facts, source);

CLOSED_LIST(RefusalReason,
            unmotivated,  // refused without a reason: counts as silence
            no_purpose, no_basis, not_necessary, too_rich,
            privacy  // "vanwege privacy": the reluctance to act that training wants to surface
);

CLOSED_LIST(Mark, fact, assumption, refuted);

// What an item is in the case's reality.
CLOSED_LIST(Truth, true_, assumption, untrue);

CLOSED_LIST(Onward,
            no,           // a receiver may not pass it on
            same_circle,  // only to roles of the receiver's own table, with a way of its own
            rules         // wherever the receiver has a way of its own
);

CLOSED_LIST(ConditionKind, triage_accepted, present_in_circle, consent, weighing_recorded,
            authority_agrees, covenant, minor, age, measure, acute, person_is_informed,
            privacy_advice);

// Why a share was not green, per recipient. The first four are red and stand alone.
CLOSED_LIST(Label,
            red_line,      // an explicit `never` of the scenario
            onward,        // passed on although the item may not travel further
            no_way,        // no lawful way from this giver to this recipient
            far_too_rich,  // two or more steps above the richest allowed form, sensitivity 3
            purpose,       // a lawful way existed, another purpose was named
            basis,         // a lawful way existed, the wrong basis was named
            form,          // richer than the way allows
            necessity,     // lawful but nobody there needs it
            thin           // needed, but in a richer form than this
);

CLOSED_LIST(Light, green, amber, red);

CLOSED_LIST(SessionPhase, lobby, running, paused, ended);
CLOSED_LIST(EndReason, trainer, time_is_up);
CLOSED_LIST(TriageStatus, none, put_up, accepted);
CLOSED_LIST(AnswerKind, shared, refused, referred, not_here);
CLOSED_LIST(InjectStatus, waiting, pending, effective, retracted, skipped);
CLOSED_LIST(Language, nl, en);

// How a role without a person of its own takes part.
CLOSED_LIST(AutopilotUse,
            spare,  // when the trainer says so, or when the group is too small for this role
            always  // no person ever sits here
);

// Where a meeting stands in the BOB method.
CLOSED_LIST(MeetingPhase, picture, judgement, decision);

CLOSED_LIST(DecisionStatus, open, pending, taken, missed);

// A hidden gauge of a person in the case, 0 to 10.
CLOSED_LIST(Track, safety, perspective, trust_in_help, reoffending_risk);

// What a consequence, an inject or an ending looks at (scenario.hpp, Check).
CLOSED_LIST(CheckKind, decision_taken, intervention_used, item_known, track_at_least,
            inject_happened, planned, triage_accepted);

CLOSED_LIST(SwapStage, none, writing, reading);

// A freeze probe: a few questions to everybody while the case stands still.
CLOSED_LIST(ProbeStatus, waiting, open, closed);

// What a trainer may leave out of the score.
CLOSED_LIST(CorrectionKind, share, request, decision, action);

// What brought a consequence about.
CLOSED_LIST(CauseKind, decision, intervention, inject, time);

// Who asks, or brings something about.
CLOSED_LIST(ActorKind, participant, trainer, host, timer);

// What became of a question to whom may decide about an item.
CLOSED_LIST(AuthorityStatus, open, agreed, refused);

// What became of a question for a person's consent.
CLOSED_LIST(ConsentStatus, asked, given, refused);

// What a decision did with an item that it should rest on.
CLOSED_LIST(ItemUse,
            cited,      // some decider had it, and used it
            not_cited,  // some decider had it in the form needed, and did not use it
            too_thin,   // some decider had it, in too poor a form
            not_there   // no decider had it
);

// In a list of exercises, instead of the phase: the server takes nothing in for now.
inline constexpr std::string_view held_phase = "held";

}  // namespace casustafel::contract
