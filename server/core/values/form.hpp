#pragma once
// What a person fills in with an act or a decision: the fields as the scenario writes them, and the
// answers as they travel and are kept.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/text.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct FormChoice {
    OptionId id;
    Text text;
};

struct FormField {
    FieldId id;
    Text name;
    FieldKind kind{};
    std::vector<FormChoice> choices{};  // of a choice
    bool optional = false;
};

// An answer: the id of a choice, person, role or power, a moment in milliseconds, or free text, as
// the kind of its field says.
struct FilledIn {
    FieldId field;
    std::string value;
    auto operator<=>(const FilledIn&) const = default;
    DESCRIBED(FilledIn, field, value);
};

// What was filled in there; empty: nothing.
const std::string& filled_in(const std::vector<FilledIn>&, const FieldId&);

// The moment of the case that was filled in; nothing when that is no time that a case can have.
std::optional<std::int64_t> moment_of(const std::string& value);

}  // namespace casustafel::core
