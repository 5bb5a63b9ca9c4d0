// What boards show and keep to themselves: what a card cites, whose an anonymous one is, a pattern
// before it lights up.
#include <gtest/gtest.h>

#include "casustafel/v1/envelope.pb.h"
#include "small_table.hpp"

namespace casustafel::view {
namespace {

const Viewer by_pol = role_viewer(pol), by_ovj = role_viewer(ovj), by_won = role_viewer(won);
const Viewer by_trainer = trainer_viewer();

core::BoardColumn column(const char* id) {
    core::BoardColumn made;
    made.id = core::ColumnId{id};
    made.title = {std::string("kolom ") + id, id};
    return made;
}

core::Scenario with_boards() {
    core::Scenario scenario = small_scenario();
    core::Board open;
    open.id = {"OPEN"};
    open.guests = {pol, ovj};
    open.columns = {column("ANY")};
    core::Board pins;
    pins.id = {"PINS"};
    pins.tables = {{"Z"}};
    pins.columns = {column("PIN")};
    pins.columns.front().anonymous = true;
    pins.columns.front().fields = {{{"tag"},
                                    {"soort", "sort"},
                                    core::FieldKind::choice,
                                    {{{"one"}, {"een", "one"}}, {{"two"}, {"twee", "two"}}}}};
    pins.columns.front().pattern =
        core::Pattern{2, 2, {"PATROON", "PATTERN"}, {"geheim", "secret"}};
    scenario.boards = {open, pins};
    return scenario;
}

struct BoardsSeen : ::testing::Test {
    core::Scenario scenario = with_boards();
    support::Play play{scenario};
    core::Actor at_pol = play.seat(pol), at_ovj = play.seat(ovj), at_won = play.seat(won);

    void SetUp() override { play.must(support::trainer(), core::StartSession{}); }

    std::optional<v1::Entity> seen(const Viewer& viewer, const Key& sought) const {
        return project(play.state(), play.now(), viewer, sought);
    }
    core::PutCard pin(const char* tag) const {
        return {{"PINS"}, {{"PIN"}, "altijd op donderdag", {}, {{{"tag"}, tag}}}};
    }
    core::EntityId put(const core::Actor& actor, const core::PutCard& command) {
        return std::get<core::CardPut>(play.must(actor, command).front()).card;
    }
};

TEST_F(BoardsSeen, a_board_and_its_cards_show_to_who_works_with_it_and_to_trainers) {
    const auto id = put(at_pol, {{"OPEN"}, {{"ANY"}, "wat ik zag", {{a01}}, {}}});
    const Key card = key("card", id);
    EXPECT_TRUE(seen(by_ovj, "board:OPEN") && seen(by_ovj, card));
    EXPECT_FALSE(seen(by_won, "board:OPEN") || seen(by_won, card));
    EXPECT_TRUE(seen(by_trainer, "board:OPEN") && seen(by_trainer, card));
    EXPECT_FALSE(seen(seat_viewer(), "board:OPEN") || seen(seat_viewer(), card));
    play.must(at_ovj, core::WithdrawCard{id});
    EXPECT_FALSE(seen(by_ovj, card) || seen(by_trainer, card));
}

TEST_F(BoardsSeen, a_card_names_the_item_it_cites_to_who_has_something_of_it) {
    const Key card = key("card", put(at_pol, {{"OPEN"}, {{"ANY"}, "wat ik zag", {{a01}}, {}}}));
    const auto cited = [&] { return seen(by_ovj, card)->card().cited(0).item(); };
    EXPECT_EQ(cited(), "");
    play.must(at_pol,
              core::ShareItem{
                  .item = a01, .to = {ovj}, .basis = {"WPG"}, .form = core::Form::conclusion});
    EXPECT_EQ(cited(), "A01");
}

TEST_F(BoardsSeen, an_anonymous_card_says_to_nobody_else_whose_it_is_when_and_on_what) {
    auto command = pin("one");
    command.terms.cited = {{a01}};
    const Key id = key("card", put(at_pol, command));
    const v1::Card own = seen(by_pol, id)->card(), other = seen(by_ovj, id)->card();
    EXPECT_TRUE(own.own());
    EXPECT_EQ(own.author(), "POL");
    EXPECT_FALSE(other.own());
    EXPECT_EQ(other.author(), "");
    EXPECT_EQ(other.at_sim_ms(), 0);
    EXPECT_EQ(other.cited_size() + static_cast<int>(other.organisations()), 0);
    EXPECT_EQ(seen(by_trainer, id)->card().author(), "POL");
}

TEST_F(BoardsSeen, a_pattern_says_nothing_until_it_lights_up) {
    put(at_pol, pin("one"));
    const auto before = seen(by_won, "board:PINS")->DebugString();
    EXPECT_EQ(before.find("PATROON"), std::string::npos);
    EXPECT_EQ(before.find("geheim"), std::string::npos);
    EXPECT_EQ(seen(by_trainer, "board:PINS")->DebugString(), before);
    put(at_ovj, pin("two"));
    EXPECT_TRUE(seen(by_won, "board:PINS")->board().columns(0).lit());
    EXPECT_EQ(seen(by_won, "board:PINS")->board().columns(0).pattern_title().nl(), "PATROON");
}

// What WON is sent when somebody pins something, takes another word and takes it away again.
std::string told_to_won(const core::RoleId& author, testing::Leak leak = testing::Leak::none) {
    const core::Scenario scenario = with_boards();
    support::Play play{scenario};
    const std::map<core::RoleId, core::Actor> at{
        {pol, play.seat(pol)}, {ovj, play.seat(ovj)}, {won, play.seat(won)}};
    play.must(support::trainer(), core::StartSession{});
    play.must(at.at(pol),
              core::ShareItem{
                  .item = a01, .to = {ovj}, .basis = {"WPG"}, .form = core::Form::conclusion});
    Projector projector{leak};
    Subscriber at_won(by_won, "role:WON");
    std::string told = at_won.snapshot(projector, play.state(), play.now());
    const auto take = [&](const core::Command& command) {
        play.must(at.at(author), command);
        projector.advance(play.state(), play.log().back());
        if (const auto patch = at_won.patch(projector, play.state())) told += *patch;
    };
    const core::PutCard pinned{{"PINS"},
                               {{"PIN"}, "altijd op donderdag", {{a01}}, {{{"tag"}, "one"}}}};
    take(pinned);
    const auto id = play.state().cards.begin()->first;
    auto other = pinned.terms;
    other.text = "altijd op vrijdag";
    other.cited.clear();
    take(core::ChangeCard{id, other});
    take(core::WithdrawCard{id});
    return told;
}

TEST(AnonymousCard, makes_no_byte_differ_for_others_whoever_put_it) {
    EXPECT_EQ(told_to_won(pol), told_to_won(ovj));
}

TEST(PlantedLeak, of_who_pinned_a_card_is_noticed) {
    EXPECT_NE(told_to_won(pol, testing::Leak::pinned_by),
              told_to_won(ovj, testing::Leak::pinned_by));
}

}  // namespace
}  // namespace casustafel::view
