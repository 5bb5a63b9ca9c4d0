#include "client/model/view.hpp"

#include <gtest/gtest.h>

namespace casustafel::model {
namespace {

v1::Entity item(const std::string& id, std::uint32_t order, std::uint32_t form = 4) {
    v1::Entity entity;
    entity.set_key("item:" + id);
    entity.mutable_item()->set_id(id);
    entity.mutable_item()->set_order(order);
    entity.mutable_item()->set_form(form);
    return entity;
}

v1::ViewPatch patch(std::vector<v1::Entity> entities, bool snapshot = false) {
    v1::ViewPatch out;
    out.set_view("role:VT");
    out.set_snapshot(snapshot);
    for (const v1::Entity& entity : entities) *out.add_entities() = entity;
    return out;
}

TEST(View, takes_an_entity_in_place_of_the_one_with_its_key) {
    View view;
    view.merge(patch({item("A01", 1, 2)}));
    const auto changes = view.merge(patch({item("A01", 1, 4)}));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, Change::Kind::changed);
    EXPECT_EQ(view.find<v1::Item>("A01")->form(), 4U);
}

TEST(View, knows_the_questions_that_are_open_and_what_was_heard) {
    View view;
    v1::Entity closed, open, heard;
    closed.set_key("prompt:R1");
    closed.mutable_prompt()->set_id("R1");
    closed.mutable_prompt()->set_status("closed");
    open.set_key("prompt:R2");
    open.mutable_prompt()->set_id("R2");
    open.mutable_prompt()->set_status("open");
    heard.set_key(contract::entity_key(contract::entities::heard, 7));
    heard.mutable_heard()->set_id(7);
    view.merge(patch({closed}));
    EXPECT_EQ(model::open_prompt(view), nullptr);
    view.merge(patch({open, heard}));
    ASSERT_NE(model::open_prompt(view), nullptr);
    EXPECT_EQ(model::open_prompt(view)->id(), "R2");
    EXPECT_EQ(view.all<v1::Prompt>().size(), 2U);
    EXPECT_EQ(view.find<v1::Heard>(7), view.all<v1::Heard>().front());
}

TEST(View, gives_the_words_of_the_case_where_nobody_typed_any) {
    v1::Request request;
    request.mutable_scripted()->set_nl("Waar slaapt hij?");
    EXPECT_EQ(words_of(request, true), "Waar slaapt hij?");
    request.set_text("Is het veilig?");
    EXPECT_EQ(words_of(request, false), "Is het veilig?");
    v1::Action action;
    action.mutable_scripted()->set_nl("Bellen");
    action.mutable_scripted()->set_en("Phone");
    EXPECT_EQ(words_of(action, true), "Phone");
}

TEST(View, forgets_what_is_gone_and_says_so_once) {
    View view;
    view.merge(patch({item("A01", 1)}));
    v1::ViewPatch gone = patch({});
    gone.add_gone("item:A01");
    EXPECT_EQ(view.merge(gone).size(), 1U);
    EXPECT_EQ(view.find<v1::Item>("A01"), nullptr);
    EXPECT_TRUE(view.merge(gone).empty());
}

TEST(View, a_snapshot_drops_what_it_does_not_bring_and_tells_only_what_differs) {
    View view;
    view.merge(patch({item("A01", 1), item("A02", 2)}));
    const auto changes = view.merge(patch({item("A01", 1), item("A03", 3)}, true));
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].key, "item:A03");
    EXPECT_EQ(changes[0].kind, Change::Kind::added);
    EXPECT_EQ(changes[1].key, "item:A02");
    EXPECT_EQ(changes[1].kind, Change::Kind::gone);
    EXPECT_EQ(view.all<v1::Item>().size(), 2U);
}

TEST(View, lists_in_the_order_of_the_scenario_whatever_came_first) {
    View view;
    view.merge(patch({item("Z", 1), item("A", 3), item("M", 2)}));
    std::string order;
    for (const v1::Item* entry : view.all<v1::Item>()) order += entry->id();
    EXPECT_EQ(order, "ZMA");
}

TEST(View, english_falls_back_to_dutch_when_it_was_left_out) {
    v1::Text text;
    text.set_nl("Goedemorgen");
    EXPECT_EQ(in(text, true), "Goedemorgen");
    text.set_en("Good morning");
    EXPECT_EQ(in(text, true), "Good morning");
    EXPECT_EQ(in(text, false), "Goedemorgen");
}

}  // namespace
}  // namespace casustafel::model
