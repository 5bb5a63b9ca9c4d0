#pragma once
// The small case in play: VT holds A03, POL holds P01, which nobody else ever sees.
#include "small_case.hpp"

namespace casustafel::support {

inline const ItemId unseen{"P01"};

struct InformationTest : ::testing::Test {
    SmallCase small;

    void SetUp() override {
        small.add_a03();
        small.add_item(unseen, pol, 2);
        small.begin();
    }
    std::optional<Rejection> refusal(const RoleId& role, const Command& command) const {
        return rejection(small.ask(role, command));
    }
    EntityId asked_by_ovj(std::vector<RoleId> to = {vt, prc}) {
        const AskForInformation ask{.to = std::move(to),
                                    .person = mirjam,
                                    .category = Category::domestic_violence,
                                    .text = "Wat speelt er?"};
        return only<RequestMade>(small.perform(ovj, ask)).request;
    }
    const Request& request(EntityId id) const { return small.state.requests.at(id); }
};

}  // namespace casustafel::support
