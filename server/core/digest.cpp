// Every struct of State is taken apart by a structured binding that names all its fields: a struct
// that grows stops compiling here until its new field is put in.
#include "server/core/digest.hpp"

#include <type_traits>

namespace casustafel::core {

namespace {

class Fold {
public:
    template <class... Fields>
    void put(const Fields&... fields) {
        (one(fields), ...);
    }

    std::uint64_t value() const { return value_; }

private:
    template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>) void one(const T& number) {
        const auto wide = static_cast<std::uint64_t>(number);
        for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(wide >> shift));
    }

    void one(const std::string& text) {
        one(text.size());
        for (const char letter : text) byte(static_cast<std::uint8_t>(letter));
    }

    template <class Kind>
    void one(const Id<Kind>& id) {
        one(id.value);
    }

    template <class T>
    void one(const std::optional<T>& maybe) {
        one(maybe.has_value());
        if (maybe) one(*maybe);
    }

    template <class A, class B>
    void one(const std::pair<A, B>& two) {
        put(two.first, two.second);
    }

    template <class T>
    void one(const std::vector<T>& many) {
        all_of(many);
    }

    template <class T>
    void one(const std::set<T>& many) {
        all_of(many);
    }

    template <class K, class T>
    void one(const std::map<K, T>& many) {
        all_of(many);
    }

    template <class Many>
    void all_of(const Many& many) {
        one(many.size());
        for (const auto& each : many) one(each);
    }

    void one(const Stamp& it) {
        const auto& [real_ms, active_ms, sim_ms] = it;
        put(real_ms, active_ms, sim_ms);
    }

    void one(const CaseClock& it) {
        const auto& [running, case_held, speed_permille, segment, anchor, swept_sim_ms] = it;
        put(running, case_held, speed_permille, segment, anchor, swept_sim_ms);
    }

    void one(const Participant& it) {
        const auto& [language, present, connected, absent, lost_at_active_ms] = it;
        put(language, present, connected, absent, lost_at_active_ms);
    }

    void one(const Seat& it) {
        const auto& [occupant, autopilot, stand_in, former, autopilot_since_sim_ms] = it;
        put(occupant, autopilot, stand_in, former, autopilot_since_sim_ms);
    }

    void one(const Holding& it) {
        const auto& [form, lawful_form, breached_form, original, emerged, since_sim_ms,
                     read_at_sim_ms, mark, share] = it;
        put(form, lawful_form, breached_form, original, emerged, since_sim_ms, read_at_sim_ms, mark,
            share);
    }

    void one(const Verdict& it) {
        const auto& [labels, severity, need_form, relay, grant, red_line] = it;
        put(labels, severity, need_form, relay, grant, red_line);
    }

    void one(const Recipient& it) {
        const auto& [role, verdict] = it;
        put(role, verdict);
    }

    void one(const ItemShared& it) {
        const auto& [share, item, giver, to, recipients, meeting, purpose, basis, form, text,
                     request, partial, aloud] = it;
        put(share, item, giver, to, recipients, meeting, purpose, basis, form, text, request,
            partial, aloud);
    }

    void one(const Share& it) {
        const auto& [event, at_sim_ms, by] = it;
        put(event, at_sim_ms, by);
    }

    void one(const RequestMade& it) {
        const auto& [request, asker, to, person, category, item, text, term_ends_sim_ms, scripted] =
            it;
        put(request, asker, to, person, category, item, text, term_ends_sim_ms, scripted);
    }

    void one(const Answer& it) {
        const auto& [by, kind, reason, referred_to, share, text, at_sim_ms, offered, offered_role] =
            it;
        put(by, kind, reason, referred_to, share, text, at_sim_ms, offered, offered_role);
    }

    void one(const Request& it) {
        const auto& [event, at_sim_ms, answers] = it;
        put(event, at_sim_ms, answers);
    }

    void one(const MessageSent& it) {
        const auto& [message, sender, to, meeting, text] = it;
        put(message, sender, to, meeting, text);
    }

    void one(const Message& it) {
        const auto& [event, at_sim_ms] = it;
        put(event, at_sim_ms);
    }

    void one(const InjectState& it) {
        const auto& [status, effective_at_active_ms, at_sim_ms, improvised, title, text, to] = it;
        put(status, effective_at_active_ms, at_sim_ms, improvised, title, text, to);
    }

    void one(const Weighing& it) {
        const auto& [tried, harm, averts, minimum] = it;
        put(tried, harm, averts, minimum);
    }

    void one(const ConsentQuestion& it) {
        const auto& [answer_at_sim_ms, by] = it;
        put(answer_at_sim_ms, by);
    }

    void one(const LegalState& it) {
        const auto& [triage, weighings, acute, covenant, measures, consents, consents_asked,
                     authority, informed, privacy_advice] = it;
        put(triage, weighings, acute, covenant, measures, consents, consents_asked, authority,
            informed, privacy_advice);
    }

    void one(const Measure& it) {
        const auto& [person, subject] = it;
        put(person, subject);
    }

    void one(const AuthorityAsked& it) {
        const auto& [question, by, item, to, reason] = it;
        put(question, by, item, to, reason);
    }

    void one(const AuthorityQuestion& it) {
        const auto& [event, at_sim_ms, agreed, answered_by, text] = it;
        put(event, at_sim_ms, agreed, answered_by, text);
    }

    void one(const PrivacyAdviceGiven& it) {
        const auto& [by, item, to, purpose, round] = it;
        put(by, item, to, purpose, round);
    }

    void one(const Cited& it) {
        const auto& [item, as] = it;
        put(item, as);
    }

    void one(const DecisionPended& it) {
        const auto& [decision, option, by, cited, text, effective_at_active_ms] = it;
        put(decision, option, by, cited, text, effective_at_active_ms);
    }

    void one(const DecisionState& it) {
        const auto& [status, taken, at_sim_ms, by] = it;
        put(status, taken, at_sim_ms, by);
    }

    void one(const DecisionProposed& it) {
        const auto& [proposal, decision, option, by, cited, text, parked] = it;
        put(proposal, decision, option, by, cited, text, parked);
    }

    void one(const Proposal& it) {
        const auto& [event, at_sim_ms] = it;
        put(event, at_sim_ms);
    }

    void one(const InterventionUsed& it) {
        const auto& [intervention, by, cited, text] = it;
        put(intervention, by, cited, text);
    }

    void one(const InterventionUse& it) {
        const auto& [event, at_sim_ms] = it;
        put(event, at_sim_ms);
    }

    void one(const Cause& it) {
        const auto& [kind, id, option, index] = it;
        put(kind, id, option, index);
    }

    void one(const PendingConsequence& it) {
        const auto& [at_sim_ms, cause] = it;
        put(at_sim_ms, cause);
    }

    void one(const ActionTerms& it) {
        const auto& [text, lead, power, power_holder, deadline_sim_ms, items, informed] = it;
        put(text, lead, power, power_holder, deadline_sim_ms, items, informed);
    }

    void one(const PlanAction& it) {
        const auto& [author, terms, confirmed, added_at_sim_ms, changed_at_sim_ms, withdrawn,
                     scripted] = it;
        put(author, terms, confirmed, added_at_sim_ms, changed_at_sim_ms, withdrawn, scripted);
    }

    void one(const Scripted& it) {
        const auto& [inject, index] = it;
        put(inject, index);
    }

    void one(const ProbeAnswer& it) {
        const auto& [question, option] = it;
        put(question, option);
    }

    void one(const ProbeAnswered& it) {
        const auto& [probe, participant, role, answers] = it;
        put(probe, participant, role, answers);
    }

    void one(const ProbeState& it) {
        const auto& [status, until_active_ms, at_sim_ms, answers, right] = it;
        put(status, until_active_ms, at_sim_ms, answers, right);
    }

    void one(const HeardNoted& it) {
        const auto& [heard, by, giver, person, category, text] = it;
        put(heard, by, giver, person, category, text);
    }

    void one(const HeardAloud& it) {
        const auto& [event, at_sim_ms, answered] = it;
        put(event, at_sim_ms, answered);
    }

    void one(const CorrectionTarget& it) {
        const auto& [kind, made, decision] = it;
        put(kind, made, decision);
    }

    void one(const Correction& it) {
        const auto& [reason, at_sim_ms] = it;
        put(reason, at_sim_ms);
    }

    void one(const SpokenShareRegistered& it) {
        const auto& [spoken, item, giver, to, meeting, purpose, basis, form] = it;
        put(spoken, item, giver, to, meeting, purpose, basis, form);
    }

    void one(const SpokenShare& it) {
        const auto& [event, at_sim_ms, answers] = it;
        put(event, at_sim_ms, answers);
    }

    void one(const GutFeelingNoted& it) {
        const auto& [note, role, participant, item, text] = it;
        put(note, role, participant, item, text);
    }

    void one(const GutFeeling& it) {
        const auto& [event, at_sim_ms] = it;
        put(event, at_sim_ms);
    }

    void one(const HelpCalled& it) {
        const auto& [call, participant, text] = it;
        put(call, participant, text);
    }

    void one(const HelpCall& it) {
        const auto& [event, at_sim_ms, answered] = it;
        put(event, at_sim_ms, answered);
    }

    void one(const Whispered& it) {
        const auto& [whisper, to, text] = it;
        put(whisper, to, text);
    }

    void one(const WhisperSent& it) {
        const auto& [event, at_sim_ms] = it;
        put(event, at_sim_ms);
    }

    void one(const Moment& it) {
        const auto& [title, at] = it;
        put(title, at);
    }

    void one(const SwapPair& it) {
        const auto& [one, other] = it;
        put(one, other);
    }

    void one(const HandoverNoteWritten& it) {
        const auto& [role, text, items, requests] = it;
        put(role, text, items, requests);
    }

    void one(const SwapState& it) {
        const auto& [stage, pairs, until_active_ms, ready, notes, written, count] = it;
        put(stage, pairs, until_active_ms, ready, notes, written, count);
    }

    void byte(std::uint8_t next) { value_ = (value_ ^ next) * 0x100000001b3; }

    std::uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace

std::uint64_t digest(const State& state) {
    const auto& [scenario, phase, end_reason, clock, participants, seats, holdings, available,
                 shares, requests, messages, present, injects, legal, phases, invited, decisions,
                 proposals, interventions, consequences, tracks, plan, spoken, gut_feelings,
                 help_calls, whispers, moments, swap, probes, heard, corrections, ending,
                 looked_through, recoveries, pause_called_by] = state;
    Fold fold;
    fold.put(scenario->id, phase, end_reason, clock, participants, seats, holdings, available,
             shares, requests, messages, present, injects, legal, phases, invited, decisions,
             proposals, interventions, consequences, tracks, plan, spoken, gut_feelings, help_calls,
             whispers, moments, swap, probes, heard, corrections, ending, looked_through,
             recoveries);
    // Last, and only while there is one: logs of before it was kept keep their digests.
    if (pause_called_by != ParticipantId::nobody) fold.put(pause_called_by);
    return fold.value();
}

}  // namespace casustafel::core
