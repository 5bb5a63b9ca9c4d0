#pragma once
// Inside codec only: how one value of each type of the core stands in a message. Every `read`
// answers false when the message's value is none of the core's; nothing is guessed.
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "server/codec/slot.hpp"
#include "server/codec/text_check.hpp"
#include "server/core/families/event.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::codec {

// What a field carries.
enum class Carried : std::uint8_t { text, number, message };

template <class T>
inline constexpr Carried carried = core::Described<T>      ? Carried::message
                                   : std::is_integral_v<T> ? Carried::number
                                                           : Carried::text;
template <>
inline constexpr Carried carried<core::Form> = Carried::number;
template <>
inline constexpr Carried carried<core::EntityId> = Carried::number;
template <>
inline constexpr Carried carried<core::ParticipantId> = Carried::number;
template <>
inline constexpr Carried carried<core::ObserverId> = Carried::number;
template <>
inline constexpr Carried carried<core::Index> = Carried::number;

// A closed list whose values travel as their words.
template <class E>
concept Worded = std::is_enum_v<E> && carried<E>
== Carried::text;

// A text that somebody typed has a limit in characters, and a name that the scenario gives has one
// in bytes; whatever else is written stands in the log only, and is taken as it is.
inline bool read(Reader& reader, const Source& from, std::string& to) {
    to = from.text();
    const auto& limits = from.binding.limits;
    if (limits.characters == 0) return limits.most_bytes == 0 || is_id(to, limits.most_bytes);
    if (reader.texts == Texts::checked && !reader.refusal)
        reader.refusal =
            take_in(to, limits.characters, limits.one_line ? Lines::one : Lines::several);
    return true;
}

template <class Kind>
bool read(Reader&, const Source& from, core::Id<Kind>& to) {
    to.value = from.text();
    return is_id(to.value);
}

template <Worded E>
bool read(Reader&, const Source& from, E& to) {
    const auto known = core::named<E>(from.text());
    if (known) to = *known;
    return known.has_value();
}

template <class Number>
requires std::is_integral_v<Number>
bool read(Reader&, const Source& from, Number& to) {
    const std::int64_t number = from.number();
    to = static_cast<Number>(number);
    return number >= from.binding.limits.least && number <= from.binding.limits.most &&
           (sizeof(Number) == sizeof(number) || to == number);
}

inline bool read(Reader& reader, const Source& from, core::Index& to) {
    if (!read(reader, from, to.place)) return false;
    --to.place;
    return true;
}

inline bool read(Reader&, const Source& from, core::Form& to) {
    const auto number = static_cast<std::size_t>(from.number());
    to = static_cast<core::Form>(number);
    return number < core::count<core::Form>();
}

inline bool read(Reader&, const Source& from, core::EntityId& to) {
    to = static_cast<core::EntityId>(from.number());
    return true;
}

inline bool read(Reader&, const Source& from, core::ParticipantId& to) {
    to = static_cast<core::ParticipantId>(from.number());
    return true;
}

inline bool read(Reader&, const Source& from, core::ObserverId& to) {
    to = static_cast<core::ObserverId>(from.number());
    return true;
}

// What something rests on is a fact or an assumption: what was refuted is no ground.
template <class T>
bool makes_sense(const T&) {
    return true;
}
inline bool makes_sense(const core::Cited& cited) { return cited.as != core::Mark::refuted; }

template <core::Described T>
bool read(Reader& reader, const Source& from, T& to) {
    return read_fields(reader, from.part(), *from.binding.part, &to) && makes_sense(to);
}

inline void write(const std::string& from, const Target& to) { to.text(from); }

template <class Kind>
void write(const core::Id<Kind>& from, const Target& to) {
    to.text(from.value);
}

template <Worded E>
void write(E from, const Target& to) {
    to.text(std::string(core::name(from)));
}

template <class T>
requires(carried<T> == Carried::number) void write(T from, const Target& to) {
    to.number(static_cast<std::int64_t>(from));
}

inline void write(core::Index from, const Target& to) { to.number(std::int64_t{from.place} + 1); }

// What begins with the case says whose words it has; all else leaves that out.
template <class T>
inline constexpr bool left_out_when_empty = std::is_same_v<T, core::Scripted>;

template <core::Described T>
void write(const T& from, const Target& to) {
    if (left_out_when_empty<T> && from == T{}) return;
    write_fields(&from, *to.binding.part, to.part());
}

}  // namespace casustafel::codec
