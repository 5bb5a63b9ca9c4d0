#pragma once
// The legal steps around sharing: triage, weighing, the authority's agreement, consent, informing
// the person, the privacy officer, and the facts that change.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t authority_questions = 500;
inline constexpr std::size_t informings = 500;
inline constexpr std::size_t consent_questions = 500;          // answered ones counted too
inline constexpr std::size_t privacy_questions_per_round = 3;  // of the whole group
inline constexpr long long consent_answer_ms = 1'800'000;      // case time, when unscripted
}  // namespace limits

struct PutUpForTriage {
    std::string reason;
    COMMAND(PutUpForTriage, seated, while_running, reason);
};

struct AcceptTriage {
    COMMAND(AcceptTriage, seated, while_running);
};

struct AskAuthority {
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    static constexpr Holds holds{limits::authority_questions};
    COMMAND(AskAuthority, seated, while_running, item, to, reason);
};

struct AnswerAuthority {
    EntityId question = EntityId::none;
    bool agreed = false;
    std::string text;
    COMMAND(AnswerAuthority, seated, while_running, question, agreed, text);
};

struct AskConsent {
    PersonId person;
    std::string scope;  // a subject in words, or
    ItemId item;        // what one would give with it
    static constexpr Holds holds{limits::consent_questions};
    COMMAND(AskConsent, seated, while_running, person, scope, item);
};

struct InformPerson {
    PersonId person;
    std::string text;
    static constexpr Holds holds{limits::informings};
    COMMAND(InformPerson, seated, while_running, person, text);
};

struct AskPrivacyOfficer {
    ItemId item;
    RoleId to;
    Purpose purpose{};
    COMMAND(AskPrivacyOfficer, seated, while_running, item, to, purpose);
};

struct RecordWeighing {  // the steps of a conflict of duties, before sharing an item on it
    ItemId item;
    std::string tried, harm, averts, minimum;
    COMMAND(RecordWeighing, seated, while_running, item, tried, harm, averts, minimum);
};

struct TriagePutUp {
    RoleId by;
    std::string reason;
    EVENT(TriagePutUp, by, reason);
};

struct TriageAccepted {
    RoleId by;
    EVENT(TriageAccepted, by);
};

struct WeighingRecorded {
    RoleId by;
    ItemId item;
    std::string tried, harm, averts, minimum;
    EVENT(WeighingRecorded, by, item, tried, harm, averts, minimum);
};

struct AuthorityAsked {
    EntityId question{};
    RoleId by;
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    EVENT(AuthorityAsked, question, by, item, to, reason);
};

struct AuthorityAnswered {
    EntityId question{};
    RoleId by;
    bool agreed = false;
    std::string text;
    EVENT(AuthorityAnswered, question, by, agreed, text);
};

struct ConsentAsked {
    RoleId by;
    PersonId person;
    std::string scope;
    std::int64_t answer_at_sim_ms = 0;
    ItemId item;
    EVENT(ConsentAsked, by, person, scope, answer_at_sim_ms, item);
};

struct ConsentRecorded {
    PersonId person;
    std::string scope;
    bool given = false;
    RoleId to;  // who hears it; empty in the first edition: everybody
    EVENT(ConsentRecorded, person, scope, given, to);
};

struct PersonInformed {
    RoleId by;
    PersonId person;
    std::string text;
    EVENT(PersonInformed, by, person, text);
};

struct PrivacyAdviceGiven {
    RoleId by;  // who asked
    ItemId item;
    RoleId to;
    Purpose purpose{};
    int round = 0;
    EVENT(PrivacyAdviceGiven, by, item, to, purpose, round);
};

struct FactsChanged {
    FactChange change;
    EVENT(FactsChanged, change);
};

struct Weighing {
    std::string tried, harm, averts, minimum;
    DESCRIBED(Weighing, tried, harm, averts, minimum);
};

struct AuthorityQuestion {
    AuthorityAsked event;
    std::int64_t at_sim_ms = 0;
    std::optional<bool> agreed;
    RoleId answered_by;
    std::string text;
    DESCRIBED(AuthorityQuestion, event, at_sim_ms, agreed, answered_by, text);
};
// Who asked and who can agree.
bool sees(const State&, const RoleId&, const AuthorityQuestion&);

// A person was asked for consent, and thinks it over.
struct ConsentQuestion {
    std::int64_t answer_at_sim_ms = 0;
    std::set<RoleId> by;  // who asked; all get the one answer
    DESCRIBED(ConsentQuestion, answer_at_sim_ms, by);
};

// What one role asked a person's consent about. Each waits for its own answer, so that its time
// tells nothing of who asked before.
struct ConsentSubject {
    std::string scope;  // what it came to
    std::int64_t answer_at_sim_ms = 0;
    std::optional<bool> heard;
    DESCRIBED(ConsentSubject, scope, answer_at_sim_ms, heard);
};

struct LegalState {
    TriageStatus triage = TriageStatus::none;
    std::map<std::pair<RoleId, ItemId>, Weighing> weighings;
    std::set<PersonId> acute;
    bool covenant = true;
    std::set<Measure> measures;
    std::map<std::pair<PersonId, std::string>, bool> consents;                   // person, scope
    std::map<std::pair<PersonId, std::string>, ConsentQuestion> consents_asked;  // not answered yet
    std::map<EntityId, AuthorityQuestion> authority;
    std::map<std::pair<RoleId, PersonId>, std::string> informed;  // by whom, whom: what was said
    std::vector<PrivacyAdviceGiven> privacy_advice;               // in order
    // Since the second edition: by whom, whom, and the subject as it was named.
    std::map<std::pair<RoleId, std::pair<PersonId, std::string>>, ConsentSubject> consent_subjects;
    std::optional<TriagePutUp> put_up;
    static constexpr std::array<std::string_view, 2> later{"consent_subjects", "put_up"};
    DESCRIBED(LegalState, triage, weighings, acute, covenant, measures, consents, consents_asked,
              authority, informed, privacy_advice, consent_subjects, put_up);
};

struct StateOfLegalSteps {
    LegalState legal;
    DESCRIBED(StateOfLegalSteps, legal);
};
// Who asked sees that a person was asked for consent about a subject, and what was answered. In the
// first edition an answer was seen by everybody.
bool sees_consent(const State&, const RoleId&, const PersonId&, const std::string& subject);
// Who put the case up for triage and who may accept it read why.
bool sees(const State&, const RoleId&, const TriagePutUp&);

// How many questions the privacy officer still has time for in this round, for the whole group.
std::size_t privacy_questions_left(const State&);

using LegalCommands = Kinds<PutUpForTriage, AcceptTriage, AskAuthority, AnswerAuthority, AskConsent,
                            InformPerson, AskPrivacyOfficer, RecordWeighing>;
using LegalEvents =
    Kinds<TriagePutUp, TriageAccepted, WeighingRecorded, AuthorityAsked, AuthorityAnswered,
          ConsentAsked, ConsentRecorded, PersonInformed, PrivacyAdviceGiven, FactsChanged>;

}  // namespace casustafel::core
