#include "server/view/subject.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace casustafel::view {
namespace {

// What stands after the kind's word in a key.
// `two` and `three` are ids with colons between them; of `person_and_name` the name may hold any.
enum class Tail { nothing, id, decimal, hexadecimal, two, three, person_and_name };

struct Spelling {
    SubjectKind kind;
    std::string_view word;
    Tail tail;
};

constexpr std::array spellings{
    Spelling{SubjectKind::session, "session", Tail::nothing},
    Spelling{SubjectKind::table, "table", Tail::id},
    Spelling{SubjectKind::role, "role", Tail::id},
    Spelling{SubjectKind::participant, "participant", Tail::decimal},
    Spelling{SubjectKind::role_card, "role_card", Tail::id},
    Spelling{SubjectKind::person, "person", Tail::id},
    Spelling{SubjectKind::basis, "basis", Tail::id},
    Spelling{SubjectKind::triage, "triage", Tail::nothing},
    Spelling{SubjectKind::item, "item", Tail::id},
    Spelling{SubjectKind::share, "share", Tail::hexadecimal},
    Spelling{SubjectKind::request, "request", Tail::hexadecimal},
    Spelling{SubjectKind::message, "message", Tail::hexadecimal},
    Spelling{SubjectKind::meeting, "meeting", Tail::id},
    Spelling{SubjectKind::notice, "notice", Tail::id},
    Spelling{SubjectKind::inject, "inject", Tail::id},
    Spelling{SubjectKind::holding, "holding", Tail::two},
    Spelling{SubjectKind::weighing, "weighing", Tail::two},
    Spelling{SubjectKind::own_weighing, "weighing", Tail::id},
    Spelling{SubjectKind::decision, "decision", Tail::id},
    Spelling{SubjectKind::proposal, "proposal", Tail::hexadecimal},
    Spelling{SubjectKind::power, "power", Tail::id},
    Spelling{SubjectKind::intervention, "intervention", Tail::id},
    Spelling{SubjectKind::plan, "plan", Tail::nothing},
    Spelling{SubjectKind::action, "action", Tail::hexadecimal},
    Spelling{SubjectKind::swap, "swap", Tail::nothing},
    Spelling{SubjectKind::handover, "handover", Tail::id},
    Spelling{SubjectKind::spoken, "spoken", Tail::hexadecimal},
    Spelling{SubjectKind::gut_feeling, "gut_feeling", Tail::hexadecimal},
    Spelling{SubjectKind::authority, "authority", Tail::hexadecimal},
    Spelling{SubjectKind::consent, "consent", Tail::person_and_name},
    Spelling{SubjectKind::consent_scope, "consent_scope", Tail::person_and_name},
    Spelling{SubjectKind::informed, "informed", Tail::two},
    Spelling{SubjectKind::own_informed, "informed", Tail::id},
    Spelling{SubjectKind::advice, "privacy_advice", Tail::three},
    Spelling{SubjectKind::own_advice, "privacy_advice", Tail::two},
    Spelling{SubjectKind::privacy_officer, "privacy_officer", Tail::nothing},
    Spelling{SubjectKind::whisper, "whisper", Tail::hexadecimal},
    Spelling{SubjectKind::help, "help", Tail::hexadecimal},
    Spelling{SubjectKind::moment, "moment", Tail::hexadecimal},
    Spelling{SubjectKind::track, "track", Tail::two},
    Spelling{SubjectKind::ending, "ending", Tail::nothing},
    Spelling{SubjectKind::probe, "probe", Tail::id},
    Spelling{SubjectKind::heard, "heard", Tail::hexadecimal},
    Spelling{SubjectKind::correction, "correction", Tail::two},
};

std::string hexadecimal(std::uint64_t number) {
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number /= 16)
        *digit = "0123456789abcdef"[number % 16];
    return digits;
}

std::string tail_of(const Subject& subject, Tail tail) {
    switch (tail) {
        case Tail::nothing: return {};
        case Tail::id: return ":" + subject.id;
        case Tail::decimal: return ":" + std::to_string(subject.number);
        case Tail::hexadecimal: return ":" + hexadecimal(subject.number);
        case Tail::two:
        case Tail::three:
        case Tail::person_and_name: return ":" + subject.of + ":" + subject.id;
    }
    return {};
}

bool read_number(std::string_view text, int base, std::uint64_t& number) {
    const char* end = text.data() + text.size();
    return std::from_chars(text.data(), end, number, base).ptr == end && !text.empty();
}

// Fills the subject from what stands after "<word>:"; false when it cannot be that kind's tail.
bool read_tail(std::string_view text, Tail tail, Subject& subject) {
    const auto colon = text.find(':');
    switch (tail) {
        case Tail::nothing: return false;
        case Tail::decimal: return read_number(text, 10, subject.number);
        case Tail::hexadecimal: return read_number(text, 16, subject.number);
        case Tail::id: subject.id = text; return colon == text.npos;
        case Tail::two:
        case Tail::three:
        case Tail::person_and_name: {
            if (colon == text.npos) return false;
            subject.of = text.substr(0, colon);
            subject.id = text.substr(colon + 1);
            const auto more = std::count(subject.id.begin(), subject.id.end(), ':');
            return tail == Tail::person_and_name || more == (tail == Tail::three ? 1 : 0);
        }
    }
    return false;
}

}  // namespace

Subject subject(const core::CorrectionTarget& target) {
    const bool in_case = target.kind == core::CorrectionKind::decision;
    return subject(
        SubjectKind::correction,
        in_case ? target.decision.value : hexadecimal(static_cast<std::uint64_t>(target.made)),
        std::string(core::name(target.kind)));
}

Key key_of(const Subject& subject) {
    for (const Spelling& spelling : spellings)
        if (spelling.kind == subject.kind)
            return Key(spelling.word) + tail_of(subject, spelling.tail);
    return {};
}

std::optional<Subject> subject_of(const Key& key) {
    const std::string_view text = key;
    const auto colon = text.find(':');
    for (const Spelling& spelling : spellings) {
        if (spelling.word != text.substr(0, colon)) continue;
        Subject subject{.kind = spelling.kind};
        if (colon == text.npos && spelling.tail == Tail::nothing) return subject;
        if (colon != text.npos && read_tail(text.substr(colon + 1), spelling.tail, subject))
            return subject;
    }
    return std::nullopt;
}

}  // namespace casustafel::view
