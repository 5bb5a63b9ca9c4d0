#include "server/core/vocabulary.hpp"

#include "server/core/words.hpp"

namespace casustafel::core {

template <>
struct List<Purpose> {
    using enum Purpose;
    static constexpr Word<Purpose> words[] = {
        {charging_decision, "charging_decision"},
        {acute_safety, "acute_safety"},
        {person_centred_approach, "person_centred_approach"},
        {child_protection, "child_protection"},
        {supervision, "supervision"},
        {aftercare, "aftercare"},
        {victim_support, "victim_support"},
        {investigation, "investigation"},
        {compulsory_education, "compulsory_education"},
        {housing, "housing"},
        {income_and_debt, "income_and_debt"},
        {human_trafficking, "human_trafficking"},
        {public_order, "public_order"},
        {care, "care"},
    };
};

template <>
struct List<Category> {
    using enum Category;
    static constexpr Word<Category> words[] = {
        {police, "police"},
        {prosecution, "prosecution"},
        {judicial_record, "judicial_record"},
        {health, "health"},
        {youth_care, "youth_care"},
        {domestic_violence, "domestic_violence"},
        {education, "education"},
        {detention, "detention"},
        {housing, "housing"},
        {income, "income"},
        {victim, "victim"},
        {supervision, "supervision"},
        {open, "open"},
    };
};

template <>
struct List<Form> {
    using enum Form;
    static constexpr Word<Form> words[] = {
        {silent, "silent"},   {pointer, "pointer"}, {conclusion, "conclusion"},
        {summary, "summary"}, {facts, "facts"},     {source, "source"},
    };
};

template <>
struct List<RefusalReason> {
    using enum RefusalReason;
    static constexpr Word<RefusalReason> words[] = {
        {unmotivated, "unmotivated"},     {no_purpose, "no_purpose"}, {no_basis, "no_basis"},
        {not_necessary, "not_necessary"}, {too_rich, "too_rich"},     {privacy, "privacy"},
    };
};

template <>
struct List<Mark> {
    using enum Mark;
    static constexpr Word<Mark> words[] = {
        {fact, "fact"},
        {assumption, "assumption"},
        {refuted, "refuted"},
    };
};

template <>
struct List<Truth> {
    using enum Truth;
    static constexpr Word<Truth> words[] = {
        {true_, "true"},
        {assumption, "assumption"},
        {untrue, "untrue"},
    };
};

template <>
struct List<Onward> {
    using enum Onward;
    static constexpr Word<Onward> words[] = {
        {no, "no"},
        {same_circle, "same_circle"},
        {rules, "rules"},
    };
};

template <>
struct List<ConditionKind> {
    using enum ConditionKind;
    static constexpr Word<ConditionKind> words[] = {
        {triage_accepted, "triage_accepted"},
        {present_in_circle, "present_in_circle"},
        {consent, "consent"},
        {weighing_recorded, "weighing_recorded"},
        {authority_agrees, "authority_agrees"},
        {covenant, "covenant"},
        {minor, "minor"},
        {age, "age"},
        {measure, "measure"},
        {acute, "acute"},
        {person_is_informed, "person_is_informed"},
        {privacy_advice, "privacy_advice"},
    };
};

template <>
struct List<Label> {
    using enum Label;
    static constexpr Word<Label> words[] = {
        {red_line, "red_line"}, {onward, "onward"},
        {no_way, "no_way"},     {far_too_rich, "far_too_rich"},
        {purpose, "purpose"},   {basis, "basis"},
        {form, "form"},         {necessity, "necessity"},
        {thin, "thin"},
    };
};

template <>
struct List<Light> {
    using enum Light;
    static constexpr Word<Light> words[] = {
        {green, "green"},
        {amber, "amber"},
        {red, "red"},
    };
};

template <>
struct List<SessionPhase> {
    using enum SessionPhase;
    static constexpr Word<SessionPhase> words[] = {
        {lobby, "lobby"},
        {running, "running"},
        {paused, "paused"},
        {ended, "ended"},
    };
};

template <>
struct List<EndReason> {
    using enum EndReason;
    static constexpr Word<EndReason> words[] = {
        {trainer, "trainer"},
        {time_is_up, "time_is_up"},
    };
};

template <>
struct List<TriageStatus> {
    using enum TriageStatus;
    static constexpr Word<TriageStatus> words[] = {
        {none, "none"},
        {put_up, "put_up"},
        {accepted, "accepted"},
    };
};

template <>
struct List<AnswerKind> {
    using enum AnswerKind;
    static constexpr Word<AnswerKind> words[] = {
        {shared, "shared"},
        {refused, "refused"},
        {referred, "referred"},
        {not_here, "not_here"},
    };
};

template <>
struct List<InjectStatus> {
    using enum InjectStatus;
    static constexpr Word<InjectStatus> words[] = {
        {waiting, "waiting"},     {pending, "pending"}, {effective, "effective"},
        {retracted, "retracted"}, {skipped, "skipped"},
    };
};

template <>
struct List<Language> {
    using enum Language;
    static constexpr Word<Language> words[] = {
        {nl, "nl"},
        {en, "en"},
    };
};

template <>
struct List<AutopilotUse> {
    using enum AutopilotUse;
    static constexpr Word<AutopilotUse> words[] = {
        {spare, "spare"},
        {always, "always"},
    };
};

template <>
struct List<MeetingPhase> {
    using enum MeetingPhase;
    static constexpr Word<MeetingPhase> words[] = {
        {picture, "picture"},
        {judgement, "judgement"},
        {decision, "decision"},
    };
};

template <>
struct List<DecisionStatus> {
    using enum DecisionStatus;
    static constexpr Word<DecisionStatus> words[] = {
        {open, "open"},
        {pending, "pending"},
        {taken, "taken"},
        {missed, "missed"},
    };
};

template <>
struct List<Track> {
    using enum Track;
    static constexpr Word<Track> words[] = {
        {safety, "safety"},
        {perspective, "perspective"},
        {trust_in_help, "trust_in_help"},
        {reoffending_risk, "reoffending_risk"},
    };
};

template <>
struct List<CheckKind> {
    using enum CheckKind;
    static constexpr Word<CheckKind> words[] = {
        {decision_taken, "decision_taken"},   {intervention_used, "intervention_used"},
        {item_known, "item_known"},           {track_at_least, "track_at_least"},
        {inject_happened, "inject_happened"}, {planned, "planned"},
        {triage_accepted, "triage_accepted"},
    };
};

template <>
struct List<SwapStage> {
    using enum SwapStage;
    static constexpr Word<SwapStage> words[] = {
        {none, "none"},
        {writing, "writing"},
        {reading, "reading"},
    };
};

template <>
struct List<CauseKind> {
    using enum CauseKind;
    static constexpr Word<CauseKind> words[] = {
        {decision, "decision"},
        {intervention, "intervention"},
        {inject, "inject"},
        {time, "time"},
    };
};

template <>
struct List<ProbeStatus> {
    using enum ProbeStatus;
    static constexpr Word<ProbeStatus> words[] = {
        {waiting, "waiting"}, {open, "open"}, {closed, "closed"}};
};

template <>
struct List<CorrectionKind> {
    using enum CorrectionKind;
    static constexpr Word<CorrectionKind> words[] = {
        {share, "share"}, {request, "request"}, {decision, "decision"}, {action, "action"}};
};

template <>
struct List<ActorKind> {
    using enum ActorKind;
    static constexpr Word<ActorKind> words[] = {
        {participant, "participant"}, {trainer, "trainer"}, {host, "host"}, {timer, "timer"}};
};

std::string_view name(Purpose value) { return word_of(value); }
std::string_view name(Category value) { return word_of(value); }
std::string_view name(Form value) { return word_of(value); }
std::string_view name(RefusalReason value) { return word_of(value); }
std::string_view name(Mark value) { return word_of(value); }
std::string_view name(Truth value) { return word_of(value); }
std::string_view name(Onward value) { return word_of(value); }
std::string_view name(ConditionKind value) { return word_of(value); }
std::string_view name(Label value) { return word_of(value); }
std::string_view name(Light value) { return word_of(value); }
std::string_view name(SessionPhase value) { return word_of(value); }
std::string_view name(EndReason value) { return word_of(value); }
std::string_view name(TriageStatus value) { return word_of(value); }
std::string_view name(AnswerKind value) { return word_of(value); }
std::string_view name(InjectStatus value) { return word_of(value); }
std::string_view name(Language value) { return word_of(value); }
std::string_view name(AutopilotUse value) { return word_of(value); }
std::string_view name(MeetingPhase value) { return word_of(value); }
std::string_view name(DecisionStatus value) { return word_of(value); }
std::string_view name(Track value) { return word_of(value); }
std::string_view name(CheckKind value) { return word_of(value); }
std::string_view name(SwapStage value) { return word_of(value); }
std::string_view name(CauseKind value) { return word_of(value); }
std::string_view name(ProbeStatus value) { return word_of(value); }
std::string_view name(CorrectionKind value) { return word_of(value); }
std::string_view name(ActorKind value) { return word_of(value); }

template <class E>
std::optional<E> named(std::string_view word) {
    return value_of<E>(word);
}

template <class E>
std::size_t count() {
    return std::size(List<E>::words);
}

template std::optional<Purpose> named(std::string_view);
template std::optional<Category> named(std::string_view);
template std::optional<Form> named(std::string_view);
template std::optional<RefusalReason> named(std::string_view);
template std::optional<Mark> named(std::string_view);
template std::optional<Truth> named(std::string_view);
template std::optional<Onward> named(std::string_view);
template std::optional<ConditionKind> named(std::string_view);
template std::optional<Label> named(std::string_view);
template std::optional<Light> named(std::string_view);
template std::optional<SessionPhase> named(std::string_view);
template std::optional<EndReason> named(std::string_view);
template std::optional<TriageStatus> named(std::string_view);
template std::optional<AnswerKind> named(std::string_view);
template std::optional<InjectStatus> named(std::string_view);
template std::optional<Language> named(std::string_view);
template std::optional<AutopilotUse> named(std::string_view);
template std::optional<MeetingPhase> named(std::string_view);
template std::optional<DecisionStatus> named(std::string_view);
template std::optional<Track> named(std::string_view);
template std::optional<CheckKind> named(std::string_view);
template std::optional<SwapStage> named(std::string_view);
template std::optional<CauseKind> named(std::string_view);
template std::optional<ProbeStatus> named(std::string_view);
template std::optional<CorrectionKind> named(std::string_view);
template std::optional<ActorKind> named(std::string_view);

template std::size_t count<Purpose>();
template std::size_t count<Category>();
template std::size_t count<Form>();
template std::size_t count<RefusalReason>();
template std::size_t count<Mark>();
template std::size_t count<Truth>();
template std::size_t count<Onward>();
template std::size_t count<ConditionKind>();
template std::size_t count<Label>();
template std::size_t count<Light>();
template std::size_t count<SessionPhase>();
template std::size_t count<EndReason>();
template std::size_t count<TriageStatus>();
template std::size_t count<AnswerKind>();
template std::size_t count<InjectStatus>();
template std::size_t count<Language>();
template std::size_t count<AutopilotUse>();
template std::size_t count<MeetingPhase>();
template std::size_t count<DecisionStatus>();
template std::size_t count<Track>();
template std::size_t count<CheckKind>();
template std::size_t count<SwapStage>();
template std::size_t count<CauseKind>();
template std::size_t count<ProbeStatus>();
template std::size_t count<CorrectionKind>();
template std::size_t count<ActorKind>();

}  // namespace casustafel::core
