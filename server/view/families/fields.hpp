#pragma once
// Inside view only: small conversions that every `fill` uses.
#include <string>
#include <vector>

#include "casustafel/v1/view.pb.h"
#include "server/core/values/scenario.hpp"

namespace casustafel::view {

inline void put(const core::Text& text, v1::Text* to) {
    to->set_nl(text.nl);
    if (text.en != text.nl) to->set_en(text.en);  // what somebody typed is the same in both
}

// Ids as repeated strings.
template <class Ids, class Words>
void put_ids(const Ids& ids, Words* to) {
    for (const auto& id : ids) to->Add()->assign(id.value);
}

using contract::word;

inline std::uint32_t number(core::Form form) { return static_cast<std::uint32_t>(form); }
inline std::uint64_t number(core::EntityId id) { return static_cast<std::uint64_t>(id); }
inline std::uint32_t number(core::ObserverId id) { return static_cast<std::uint32_t>(id); }
inline std::uint32_t number(core::ParticipantId id) { return static_cast<std::uint32_t>(id); }

inline void put_pairs(const std::vector<core::SwapPair>& pairs,
                      google::protobuf::RepeatedPtrField<v1::ViewPair>* to) {
    for (const core::SwapPair& each : pairs) {
        v1::ViewPair& pair = *to->Add();
        pair.set_one(each.one.value);
        pair.set_other(each.other.value);
    }
}

// Its place in the author's order, from 0.
template <class Things>
std::uint32_t order_of(const Things& things, const typename Things::value_type& thing) {
    return static_cast<std::uint32_t>(&thing - things.data());
}

}  // namespace casustafel::view
