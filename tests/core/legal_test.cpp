// Triage and the weighing of a conflict of duties: legal steps that open ways.
#include "small_case.hpp"

namespace casustafel::support {
namespace {

struct LegalTest : ::testing::Test {
    SmallCase small;
    void SetUp() override {
        small.add_a03();
        small.begin();
    }
    std::optional<Rejection> refusal(const RoleId& role, const Command& command) const {
        return rejection(small.ask(role, command));
    }
    Light shared_light() {
        const auto shared = only<ItemShared>(small.perform(vt, SmallCase::good_share()));
        return light(shared.recipients.at(0).verdict);
    }
};

using Triage = LegalTest;

TEST_F(Triage, is_put_up_by_anyone_with_a_reason_and_accepted_by_who_may) {
    EXPECT_EQ(refusal(prc, AcceptTriage{}), Rejection::not_put_up);
    EXPECT_EQ(refusal(ovj, PutUpForTriage{" "}), Rejection::empty_text);
    small.perform(ovj, PutUpForTriage{"Meer dan één domein"});
    EXPECT_EQ(small.state.legal.triage, TriageStatus::put_up);
    EXPECT_EQ(refusal(vt, PutUpForTriage{"Nog eens"}), Rejection::already_so);
    EXPECT_EQ(refusal(vt, AcceptTriage{}), Rejection::no_power);
    small.perform(prc, AcceptTriage{});
    EXPECT_EQ(small.state.legal.triage, TriageStatus::accepted);
    EXPECT_EQ(refusal(prc, AcceptTriage{}), Rejection::already_so);
    EXPECT_EQ(refusal(ovj, PutUpForTriage{"Nog eens"}), Rejection::already_so);
}

TEST_F(Triage, opens_the_ways_that_ask_for_it) {
    small.scenario.items[0].grants[0].when = {condition(ConditionKind::triage_accepted)};
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(ovj, PutUpForTriage{"Meer dan één domein"});
    small.perform(prc, AcceptTriage{});
    EXPECT_EQ(shared_light(), Light::green);
}

using Weighings = LegalTest;

TEST_F(Weighings, need_all_four_steps) {
    const RecordWeighing whole{a03, "gevraagd", "gevaar", "voorkomt", "alleen dit"};
    for (std::string RecordWeighing::*step : {&RecordWeighing::tried, &RecordWeighing::harm,
                                              &RecordWeighing::averts, &RecordWeighing::minimum}) {
        RecordWeighing partial = whole;
        partial.*step = "";
        EXPECT_EQ(refusal(vt, partial), Rejection::empty_text);
    }
    EXPECT_EQ(refusal(vt, whole), std::nullopt);
}

TEST_F(Weighings, are_of_items_the_role_holds) {
    EXPECT_EQ(refusal(ovj, RecordWeighing{a03, "a", "b", "c", "d"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, RecordWeighing{{"no-such-item"}, "", "", "", ""}), Rejection::unknown);
}

TEST_F(Weighings, may_be_corrected_but_not_repeated) {
    small.perform(vt, RecordWeighing{a03, "a", "b", "c", "d"});
    EXPECT_EQ(refusal(vt, RecordWeighing{a03, "a", "b", "c", "d"}), Rejection::already_so);
    small.perform(vt, RecordWeighing{a03, "a", "b", "c", "e"});
    EXPECT_EQ(small.state.legal.weighings.at({vt, a03}).minimum, "e");
}

TEST_F(Weighings, open_the_ways_that_ask_for_them) {
    small.scenario.items[0].grants[0].when = {condition(ConditionKind::weighing_recorded)};
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(vt, RecordWeighing{a03, "a", "b", "c", "d"});
    EXPECT_EQ(shared_light(), Light::green);
}

}  // namespace
}  // namespace casustafel::support
