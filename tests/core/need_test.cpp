// What a role needs of an item now, and who is judged when it is shared (server/core/README.md
// §verdict).
#include "verdict_fixture.hpp"

namespace casustafel::support {
namespace {

struct NeedTest : VerdictTest {
    void SetUp() override {
        item.needs = {need(ovj, Form::facts, Purpose::acute_safety),
                      need(ovj, Form::summary, Purpose::charging_decision),
                      need(ovj, Form::pointer, Purpose::care)};
        small.begin();
    }
    Form needed(std::optional<Purpose> stated) {
        const Need* found = unmet_need(small.state, item, ovj, stated);
        return found ? found->min_form : Form::silent;
    }
};

TEST_F(NeedTest, takes_the_need_whose_purpose_is_stated) {
    EXPECT_EQ(needed(Purpose::charging_decision), Form::summary);
    EXPECT_EQ(needed(Purpose::acute_safety), Form::facts);
}

TEST_F(NeedTest, takes_the_lowest_form_when_no_need_has_the_stated_purpose) {
    EXPECT_EQ(needed(Purpose::housing), Form::pointer);
    EXPECT_EQ(needed(std::nullopt), Form::pointer);
}

TEST_F(NeedTest, passes_over_needs_that_are_met) {
    small.give(ovj, a03, Form::summary);
    EXPECT_EQ(needed(Purpose::charging_decision), Form::facts);
    small.give(ovj, a03, Form::facts);
    EXPECT_EQ(needed(Purpose::charging_decision), Form::silent);
}

TEST_F(NeedTest, is_not_met_by_what_came_through_a_red_share) {
    small.state.holdings[{ovj, a03}] = {.form = Form::source, .breached_form = Form::source};
    EXPECT_EQ(needed(Purpose::charging_decision), Form::summary);
}

TEST_F(NeedTest, is_met_for_whoever_holds_the_item_from_the_case) {
    item.needs = {need(vt, Form::source)};
    EXPECT_EQ(unmet_need(small.state, item, vt, std::nullopt), nullptr);
}

struct RecipientsTest : VerdictTest {
    std::vector<RoleId> reached(const std::vector<RoleId>& addressed) {
        if (small.state.scenario == nullptr) small.begin();
        std::vector<RoleId> roles;
        for (const auto& one : recipients(small.state, item, terms, addressed)) {
            roles.push_back(one.role);
        }
        return roles;
    }
};

TEST_F(RecipientsTest, come_in_scenario_order_without_the_giver) {
    EXPECT_EQ(reached({jon, vt, ovj, jon}), (std::vector{ovj, jon}));
}

TEST_F(RecipientsTest, leave_out_who_holds_the_item_lawfully_in_the_same_or_a_richer_form) {
    small.begin();
    small.give(ovj, a03, Form::conclusion);
    small.give(pol, a03, Form::facts);
    small.give(prc, a03, Form::pointer);
    EXPECT_EQ(reached({ovj, pol, prc}), std::vector{prc});
}

TEST_F(RecipientsTest, leave_out_a_repeated_breach_in_the_same_or_a_poorer_form) {
    small.begin();
    small.state.holdings[{jon, a03}] = {.form = Form::summary, .breached_form = Form::summary};
    for (const Form form : {Form::pointer, Form::conclusion, Form::summary}) {
        terms.form = form;
        EXPECT_EQ(reached({jon}), std::vector<RoleId>{});
    }
    terms.form = Form::facts;
    EXPECT_EQ(reached({jon}), std::vector{jon}) << "a richer breach is a new one";
}

TEST_F(RecipientsTest, keep_who_was_told_wrongly_when_the_share_is_lawful_now) {
    small.begin();
    small.state.holdings[{ovj, a03}] = {.form = Form::source, .breached_form = Form::source};
    EXPECT_EQ(reached({ovj}), std::vector{ovj});
}

}  // namespace
}  // namespace casustafel::support
