#pragma once
// Inside view only: items as decisions, proposals and actions cite them. Whoever has nothing of an
// item is not told which one it is.
#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/view/families/content.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {

using CitedItems = google::protobuf::RepeatedPtrField<v1::CitedItem>;

// The item's id, for who looks; empty when it has nothing of it.
inline std::string named_to(const Look& look, const core::ItemId& item) {
    const bool known = look.is_trainer() || look.leak == testing::Leak::cited_items ||
                       core::sees(look.state, look.facet.role, item);
    return known ? item.value : std::string();
}

inline void put_cited(const Look& look, const std::vector<core::Cited>& cited, CitedItems* to) {
    for (const core::Cited& each : cited) {
        v1::CitedItem& m = *to->Add();
        m.set_item(named_to(look, each.item));
        m.set_as(word(each.as));
    }
}

inline bool cites(const std::vector<core::Cited>& cited, const core::ItemId& item) {
    return std::any_of(cited.begin(), cited.end(),
                       [&](const core::Cited& each) { return each.item == item; });
}

}  // namespace casustafel::view
