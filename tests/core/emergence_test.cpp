// Items that come into being for a role that has all their parts, and roles that get an item later.
#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"

#include "information_fixture.hpp"

namespace casustafel::support {
namespace {

const ItemId left{"A26a"}, right{"A26b"}, whole{"A26"};

struct Emergence : ::testing::Test {
    SmallCase small;

    void SetUp() override {
        add_part(left, vt);
        add_part(right, pol);
        Item& item = small.add_item(whole, vt, 2);
        item.holders.clear();
        item.emerges_from = {left, right};
        item.grants = {grant({}, {prc}, Form::summary)};
    }
    void add_part(const ItemId& id, const RoleId& holder) {
        Item& item = small.add_item(id, holder, 1);
        item.grants = {grant({holder}, {ovj, prc}, Form::source)};
    }
    static ShareItem share(const ItemId& item, Form form, const RoleId& to = ovj) {
        return {.item = item,
                .to = {to},
                .purpose = Purpose::charging_decision,
                .basis = wmovt,
                .form = form};
    }
    std::vector<Event> both_to_ovj() {
        small.perform(vt, share(left, Form::conclusion));
        return small.perform(pol, share(right, Form::facts));
    }
};

TEST_F(Emergence, comes_for_a_role_in_the_record_that_brings_the_last_part) {
    small.begin();
    small.perform(vt, share(left, Form::conclusion));
    EXPECT_FALSE(sees(small.state, ovj, whole));
    const auto events = small.perform(pol, share(right, Form::facts));
    EXPECT_EQ(only<ItemEmerged>(events), (ItemEmerged{whole, ovj}));
    const Holding held = small.held(ovj, whole);
    EXPECT_EQ(held.form, Form::facts);
    EXPECT_EQ(held.lawful_form, Form::facts);
    EXPECT_TRUE(held.emerged);
    EXPECT_FALSE(held.original);
    EXPECT_EQ(held.since_sim_ms, small.sim_ms());
    EXPECT_FALSE(sees(small.state, vt, whole)) << "who has one part only";
}

TEST_F(Emergence, asks_more_than_a_pointer_of_every_part) {
    small.begin();
    small.perform(vt, share(left, Form::pointer));
    small.perform(pol, share(right, Form::source));
    EXPECT_FALSE(sees(small.state, ovj, whole));
    const auto events = small.perform(vt, share(left, Form::conclusion));
    EXPECT_EQ(only<ItemEmerged>(events).role, ovj);
}

TEST_F(Emergence, counts_parts_that_were_wrongly_told) {
    small.scenario.items[0].grants.clear();
    small.begin();
    const auto events = both_to_ovj();
    EXPECT_EQ(light(small.state.shares.begin()->second.event.recipients.at(0).verdict), Light::red);
    EXPECT_EQ(only<ItemEmerged>(events).role, ovj);
}

TEST_F(Emergence, comes_once) {
    small.begin();
    both_to_ovj();
    const auto again = small.perform(vt, share(left, Form::source));
    EXPECT_EQ(again.size(), 1u);
}

TEST_F(Emergence, comes_at_the_start_for_who_holds_all_parts_from_the_case) {
    small.scenario.items[0].holders = {pol};
    small.begin();
    EXPECT_TRUE(small.held(pol, whole).emerged);
}

TEST_F(Emergence, comes_with_a_part_that_the_clock_deals) {
    small.scenario.items[0].available_sim_ms = small.scenario.start_sim_ms() + 10 * minute_ms;
    small.scenario.items[0].holders = {pol};
    small.begin();
    EXPECT_FALSE(sees(small.state, pol, whole));
    small.pass(10 * minute_ms);
    EXPECT_TRUE(small.held(pol, whole).emerged);
}

TEST_F(Emergence, goes_on_to_what_emerges_from_the_whole) {
    Item& next = small.add_item({"NEXT"}, vt, 1);
    next.holders.clear();
    next.emerges_from = {whole, left};
    std::swap(small.scenario.items[2], small.scenario.items[3]);  // listed before its part
    small.begin();
    const auto events = both_to_ovj();
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events[1], Event(ItemEmerged{whole, ovj}));
    EXPECT_EQ(events[2], Event(ItemEmerged{{"NEXT"}, ovj}));
}

TEST_F(Emergence, lets_the_role_share_the_whole_as_its_own) {
    small.begin();
    both_to_ovj();
    const auto shared = only<ItemShared>(small.perform(ovj, share(whole, Form::summary, prc)));
    EXPECT_EQ(shared.recipients.at(0).verdict.labels, std::vector{Label::necessity})
        << "lawful, though nobody needs it";
    EXPECT_EQ(small.held(prc, whole).lawful_form, Form::summary);
    EXPECT_FALSE(small.held(prc, whole).emerged);
    const auto onward = only<ItemShared>(small.perform(prc, share(whole, Form::summary, jon)));
    EXPECT_EQ(onward.recipients.at(0).verdict.labels, std::vector{Label::onward})
        << "who was given it may not pass it on";
}

TEST_F(Emergence, fills_up_what_was_received_in_a_poorer_form) {
    small.begin();
    both_to_ovj();
    small.perform(ovj, share(whole, Form::conclusion, prc));
    small.perform(vt, share(left, Form::facts, prc));
    small.perform(pol, share(right, Form::facts, prc));
    const Holding held = small.held(prc, whole);
    EXPECT_EQ(held.form, Form::facts);
    EXPECT_EQ(held.share, EntityId::none) << "no longer in the words of who gave it";
    EXPECT_TRUE(held.emerged);
}

TEST_F(Emergence, has_a_chain_from_every_role_that_can_have_all_parts) {
    const Item& item = small.item(whole);
    EXPECT_TRUE(has_lawful_chain(small.scenario, item, ovj, Form::facts)) << "it can see it itself";
    EXPECT_TRUE(lawful_chain(small.scenario, item, ovj, Form::facts).empty());
    small.scenario.items[0].grants = {grant({vt}, {ovj}, Form::source)};
    EXPECT_EQ(lawful_chain(small.scenario, item, prc, Form::summary), (std::vector{ovj, prc}));
    EXPECT_FALSE(has_lawful_chain(small.scenario, item, jon, Form::summary));
    small.scenario.items[0].grants.clear();
    EXPECT_FALSE(has_lawful_chain(small.scenario, item, prc, Form::summary));
}

struct LaterHolders : ::testing::Test {
    SmallCase small;
    Item& item = small.add_a03();
    std::int64_t start = small.scenario.start_sim_ms();

    ShareItem passed_on() const {
        return {.item = a03,
                .to = {jon},
                .purpose = Purpose::charging_decision,
                .basis = wmovt,
                .form = Form::conclusion};
    }
};

TEST_F(LaterHolders, get_the_item_at_their_time) {
    item.later_holders = {{prc, start + 30 * minute_ms}};
    small.begin();
    EXPECT_TRUE(small.held(vt, a03).original);
    small.pass(30 * minute_ms - 1);
    EXPECT_FALSE(sees(small.state, prc, a03));
    small.pass(1);
    EXPECT_TRUE(small.held(prc, a03).original);
    EXPECT_EQ(small.held(prc, a03).form, Form::source);
    EXPECT_EQ(small.held(prc, a03).since_sim_ms, start + 30 * minute_ms);
    EXPECT_EQ(small.held(vt, a03).since_sim_ms, start);
}

TEST_F(LaterHolders, get_it_inside_a_cut_at_its_own_time) {
    const std::int64_t night = small.scenario.segments[0].to_sim_ms + 60 * minute_ms;
    item.later_holders = {{prc, night}};
    small.begin();
    small.pass(8 * 60 * minute_ms);
    EXPECT_EQ(small.held(prc, a03).since_sim_ms, night);
}

TEST_F(LaterHolders, from_before_the_start_get_it_at_the_start) {
    item.later_holders = {{prc, start - minute_ms}};
    small.begin();
    small.pass(0);
    EXPECT_TRUE(small.held(prc, a03).original);
    EXPECT_EQ(small.held(prc, a03).since_sim_ms, start);
}

TEST_F(LaterHolders, do_not_keep_the_first_holders_waiting) {
    item.available_sim_ms = start + 60 * minute_ms;
    item.later_holders = {{prc, start + 30 * minute_ms}};
    small.begin();
    small.pass(30 * minute_ms);
    EXPECT_TRUE(small.held(prc, a03).original);
    EXPECT_FALSE(small.held(vt, a03).original);
    small.pass(30 * minute_ms);
    EXPECT_TRUE(small.held(vt, a03).original);
}

TEST_F(LaterHolders, may_pass_it_on_as_their_own_from_then_on) {
    item.later_holders = {{prc, start + 30 * minute_ms}};
    item.grants.push_back(grant({prc}, {jon}, Form::summary));
    EXPECT_TRUE(is_original_holder(item, prc));
    EXPECT_EQ(original_holders(item), (std::vector{vt, prc}));
    EXPECT_EQ(lawful_chain(small.scenario, item, jon, Form::conclusion), (std::vector{prc, jon}));
    small.begin();
    small.give(prc, a03, Form::conclusion);
    const auto before = only<ItemShared>(small.perform(prc, passed_on()));
    EXPECT_EQ(before.recipients.at(0).verdict.labels, std::vector{Label::onward})
        << "still only given to it";
    small.pass(30 * minute_ms);
    const auto after = only<ItemShared>(small.perform(prc, passed_on()));
    EXPECT_EQ(light(after.recipients.at(0).verdict), Light::amber) << "lawful, but not needed";
}

}  // namespace
}  // namespace casustafel::support
