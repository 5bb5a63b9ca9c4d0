#include "server/hosting/card.hpp"

#include <string>

#include "proto/contract/limits.hpp"
#include "proto/text_rules/normal.hpp"

namespace casustafel::hosting {
namespace {

bool take(std::string& text, std::size_t most_characters, text_rules::Lines lines) {
    const auto normal = text_rules::normalised(text, lines);
    if (!normal || text_rules::count(*normal, lines) > most_characters) return false;
    text = *normal;
    return true;
}

}  // namespace

std::optional<v1::SessionCard> card_given(const v1::SessionCard& typed) {
    using namespace contract::limits;
    using text_rules::Lines;
    v1::SessionCard card = typed;
    const bool good = take(*card.mutable_name(), session_card_name_characters, Lines::one) &&
                      take(*card.mutable_date(), session_card_date_characters, Lines::one) &&
                      take(*card.mutable_group(), session_card_group_characters, Lines::one) &&
                      take(*card.mutable_notes(), session_card_notes_characters, Lines::several);
    return good ? std::optional(card) : std::nullopt;
}

}  // namespace casustafel::hosting
