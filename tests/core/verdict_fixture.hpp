#pragma once
// A03 in the small case, about to be shared by VT with OVJ in a way that is green; each test spoils
// it in one respect and looks at the verdict.
#include "small_case.hpp"

namespace casustafel::support {

using Labels = std::vector<Label>;

struct VerdictTest : ::testing::Test {
    SmallCase small;
    Item& item = small.add_a03();
    ShareTerms terms{vt, Purpose::charging_decision, wmovt, Form::conclusion};

    Verdict judged(const RoleId& recipient = ovj) {
        if (small.state.scenario == nullptr) small.begin();
        return judge(small.state, item, terms, recipient);
    }
};

}  // namespace casustafel::support
