#pragma once
// Damage to a log, in the operator's language.
#include <algorithm>
#include <string>

#include "server/cli/sentences.hpp"
#include "server/store/damage.hpp"

namespace casustafel::cli {

// What is wrong, as a clause without a name before it and a full stop behind it.
inline std::string damage_clause(const store::Damage& damage, text::Language language) {
    return sentence(
        "damage." + std::string(store::name(damage.kind)), language,
        {std::to_string(damage.stands), std::to_string(std::max(damage.known, damage.stands)),
         damage.detail, std::to_string(damage.stands + 1)});
}

}  // namespace casustafel::cli
