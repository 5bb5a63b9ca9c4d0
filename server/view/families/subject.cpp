#include "server/view/families/subject.hpp"

#include <algorithm>
#include <charconv>

#include "server/view/families/families.hpp"

namespace casustafel::view {
namespace {

using contract::Tail;

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

Key key_of(const Subject& subject) {
    const contract::EntityKey kind = row_of(subject.kind).key;
    switch (kind.tail) {
        case Tail::nothing: break;
        case Tail::id: return contract::entity_key(kind, subject.id);
        case Tail::decimal: return contract::entity_key(kind, std::to_string(subject.number));
        case Tail::hexadecimal: return contract::entity_key(kind, subject.number);
        case Tail::two:
        case Tail::three:
        case Tail::person_and_name: return contract::entity_key(kind, subject.of, subject.id);
    }
    return contract::entity_key(kind);
}

std::optional<Subject> subject_of(const Key& key) {
    const std::string_view text = key;
    const auto colon = text.find(':');
    for (const Row* row : all_rows()) {
        if (!contract::is_key_of(row->key, text)) continue;
        Subject subject{.kind = row->kind};
        if (colon == text.npos && row->key.tail == Tail::nothing) return subject;
        if (colon != text.npos && read_tail(text.substr(colon + 1), row->key.tail, subject))
            return subject;
    }
    return std::nullopt;
}

}  // namespace casustafel::view
