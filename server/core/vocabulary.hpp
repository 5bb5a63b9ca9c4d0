#pragma once
// The closed word lists of the game: one spelling for the YAML key, the enumerator, the contract
// and the text key ("purpose.charging_decision"). `name` and `named<E>` convert; an unknown word
// gives nothing.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace casustafel::core {

enum class Purpose : std::uint8_t {
    charging_decision,
    acute_safety,
    person_centred_approach,
    child_protection,
    supervision,
    aftercare,
    victim_support,
    investigation,
    compulsory_education,
    housing,
    income_and_debt,
    human_trafficking,
    public_order,
    care,
};

enum class Category : std::uint8_t {
    police,
    prosecution,
    judicial_record,
    health,
    youth_care,
    domestic_violence,
    education,
    detention,
    housing,
    income,
    victim,
    supervision,
    open,
};

// Ordered from poor to rich; `silent` is no share at all.
enum class Form : std::uint8_t { silent = 0, pointer, conclusion, summary, facts, source };

enum class RefusalReason : std::uint8_t {
    unmotivated,  // refused without a reason: counts as silence
    no_purpose,
    no_basis,
    not_necessary,
    too_rich,
    privacy,  // "vanwege privacy": the reluctance to act that training wants to surface
};

enum class Mark : std::uint8_t { fact, assumption, refuted };

// What an item is in the case's reality.
enum class Truth : std::uint8_t { true_, assumption, untrue };

enum class Onward : std::uint8_t {
    no,           // a receiver may not pass it on
    same_circle,  // only to roles of the receiver's own table, with a way of its own
    rules,        // wherever the receiver has a way of its own
};

enum class ConditionKind : std::uint8_t {
    triage_accepted,
    present_in_circle,
    consent,
    weighing_recorded,
    authority_agrees,
    covenant,
    minor,
    age,
    measure,
    acute,
    person_is_informed,
    privacy_advice,
};

// Why a share was not green, per recipient. The first four are red and stand alone.
enum class Label : std::uint8_t {
    red_line,      // an explicit `never` of the scenario
    onward,        // passed on although the item may not travel further
    no_way,        // no lawful way from this giver to this recipient
    far_too_rich,  // two or more steps above the richest allowed form, sensitivity 3
    purpose,       // a lawful way existed, another purpose was named
    basis,         // a lawful way existed, the wrong basis was named
    form,          // richer than the way allows
    necessity,     // lawful but nobody there needs it
    thin,          // needed, but in a richer form than this
};

enum class Light : std::uint8_t { green, amber, red };

enum class SessionPhase : std::uint8_t { lobby, running, paused, ended };
enum class EndReason : std::uint8_t { trainer, time_is_up };
enum class TriageStatus : std::uint8_t { none, put_up, accepted };
enum class AnswerKind : std::uint8_t { shared, refused, referred, not_here };
enum class InjectStatus : std::uint8_t { waiting, pending, effective, retracted, skipped };
enum class Language : std::uint8_t { nl, en };

// How a role without a person of its own takes part.
enum class AutopilotUse : std::uint8_t {
    spare,   // when the trainer says so, or when the group is too small for this role
    always,  // no person ever sits here
};

// Where a meeting stands in the BOB method.
enum class MeetingPhase : std::uint8_t { picture, judgement, decision };

enum class DecisionStatus : std::uint8_t { open, pending, taken, missed };

// A hidden gauge of a person in the case, 0 to 10.
enum class Track : std::uint8_t { safety, perspective, trust_in_help, reoffending_risk };

// What a consequence, an inject or an ending looks at (scenario.hpp, Check).
enum class CheckKind : std::uint8_t {
    decision_taken,
    intervention_used,
    item_known,
    track_at_least,
    inject_happened,
    planned,
    triage_accepted,
};

// Who asks, or brings something about.
enum class ActorKind : std::uint8_t { participant, trainer, host, timer };

enum class SwapStage : std::uint8_t { none, writing, reading };

// A freeze probe: a few questions to everybody while the case stands still.
enum class ProbeStatus : std::uint8_t { waiting, open, closed };

// What a trainer may leave out of the score.
enum class CorrectionKind : std::uint8_t { share, request, decision, action };

// What brought a consequence about.
enum class CauseKind : std::uint8_t { decision, intervention, inject, time };

// The word for a value, e.g. name(Purpose::care) == "care". Truth::true_ is "true".
std::string_view name(Purpose);
std::string_view name(Category);
std::string_view name(Form);
std::string_view name(RefusalReason);
std::string_view name(Mark);
std::string_view name(Truth);
std::string_view name(Onward);
std::string_view name(ConditionKind);
std::string_view name(Label);
std::string_view name(Light);
std::string_view name(SessionPhase);
std::string_view name(EndReason);
std::string_view name(TriageStatus);
std::string_view name(AnswerKind);
std::string_view name(InjectStatus);
std::string_view name(Language);
std::string_view name(AutopilotUse);
std::string_view name(MeetingPhase);
std::string_view name(DecisionStatus);
std::string_view name(Track);
std::string_view name(CheckKind);
std::string_view name(SwapStage);
std::string_view name(CauseKind);
std::string_view name(ProbeStatus);
std::string_view name(CorrectionKind);
std::string_view name(ActorKind);

// The value whose name is `word`, or nothing.
template <class E>
std::optional<E> named(std::string_view word);

// How many values a list has; values run from 0 to count - 1.
template <class E>
std::size_t count();

}  // namespace casustafel::core
