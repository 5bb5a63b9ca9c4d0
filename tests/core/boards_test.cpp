// Boards: what a column wants of a card, who has to say something, what lights up, and what a check
// reads of it.
#include "server/core/families/visible.hpp"
#include "server/core/law/checks.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;

const BoardId scan{"SCAN"}, pins{"PINS"}, deals{"DEALS"};
const ColumnId facts{"FACTS"}, picture{"PICTURE"}, problem{"PROBLEM"}, agenda{"AGENDA"};
const ColumnId signals{"SIGNALS"}, agreed{"AGREED"};

FormField field(const char* id, FieldKind kind, bool optional = false) {
    return {FieldId{id}, {}, kind, {}, optional};
}

BoardColumn column(const ColumnId& id) {
    BoardColumn made;
    made.id = id;
    return made;
}

Board scan_board() {
    BoardColumn phenomena = column(picture), shared = column(problem), few = column(agenda);
    phenomena.cites = 2;
    phenomena.facts_only = true;
    phenomena.organisations = 2;
    shared.after = picture;
    shared.stances = StanceRule::each;
    few.most = 1;
    Board board;
    board.id = scan;
    board.tables = {TableId{"V"}};
    board.readers = {a};
    board.columns = {column(facts), phenomena, shared, few};
    return board;
}

Board pin_board() {
    BoardColumn made = column(signals);
    made.anonymous = true;
    made.fields = {field("tag", FieldKind::choice)};
    made.fields.front().choices = {{OptionId{"money"}, {}}, {OptionId{"fear"}, {}}};
    made.pattern = Pattern{2, 2, {"uitbuiting", ""}, {"kijk", ""}};
    Board board;
    board.id = pins;
    board.tables = {TableId{"V"}, TableId{"Z"}};
    board.columns = {made};
    return board;
}

Board deal_board() {
    BoardColumn made = column(agreed);
    made.fields = {field("lead", FieldKind::role), field("with", FieldKind::role, true),
                   field("power", FieldKind::power, true), field("when", FieldKind::moment, true)};
    made.stances = StanceRule::named;
    Board board;
    board.id = deals;
    board.tables = {TableId{"V"}};
    board.guests = {a};
    board.columns = {made};
    return board;
}

struct Boards : StoryTest {
    void SetUp() override {
        for (Role& role : scenario.roles) role.organisation = OrganisationId{"O" + role.id.value};
        scenario.boards = {scan_board(), pin_board(), deal_board()};
        start();
        play->pass(0);
    }

    static PutCard put(const BoardId& board, const ColumnId& column, std::vector<Cited> cited = {},
                       std::vector<FilledIn> filled_in = {}) {
        return {board, {column, "tekst", std::move(cited), std::move(filled_in)}};
    }

    EntityId card(const Actor& by, const PutCard& command) {
        return std::get<CardPut>(play->must(by, command).front()).card;
    }
    const Card& at_hand(EntityId id) const { return play->state().cards.at(id); }

    // B hears of what A holds, so that it can cite two organisations.
    void share_with_b() {
        ShareItem share;
        share.item = start_item;
        share.to = {b};
        share.purpose = Purpose::care;
        share.basis = BasisId{"OPEN"};
        share.form = Form::facts;
        play->must(at_a, share);
        until(at(0, 10, 5));  // B has its own item from ten o'clock
    }
    std::vector<Cited> both() const { return {{start_item}, {later_item}}; }
};

TEST_F(Boards, are_written_by_their_tables_and_guests_and_read_by_readers) {
    EXPECT_EQ(refusal(at_a, put(scan, facts)), Rejection::no_power);
    const auto id = card(at_b, put(scan, facts));
    EXPECT_TRUE(sees(play->state(), a, at_hand(id)));
    EXPECT_EQ(refusal(at_a, WithdrawCard{id}), Rejection::no_power);
    EXPECT_EQ(refusal(at_b, put(BoardId{"NONE"}, facts)), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, put(scan, signals)), Rejection::unknown);
}

TEST_F(Boards, refuse_a_card_that_cites_what_its_author_does_not_hold) {
    EXPECT_EQ(refusal(at_b, put(scan, facts, {{start_item}})), Rejection::not_a_ground);
    EXPECT_EQ(refusal(at_b, put(scan, facts, {{ItemId{"NONE"}}})), Rejection::not_a_ground);
}

TEST_F(Boards, want_what_the_column_says) {
    share_with_b();
    EXPECT_EQ(refusal(at_b, put(scan, picture, {{start_item}})), Rejection::too_few_items);
    EXPECT_EQ(refusal(at_b, put(scan, picture, {{start_item}, {start_item}})),
              Rejection::too_few_items);
    EXPECT_EQ(refusal(at_b, put(scan, picture, {{start_item}, {later_item, Mark::assumption}})),
              Rejection::not_a_fact);
    const auto id = card(at_b, put(scan, picture, both()));
    EXPECT_EQ(organisations_of(at_hand(id)), 2u);
    EXPECT_TRUE(stands(play->state(), at_hand(id)));
}

TEST_F(Boards, do_not_call_a_fact_what_its_author_marked_otherwise) {
    share_with_b();
    play->must(at_b, MarkItem{start_item, Mark::assumption});
    EXPECT_EQ(refusal(at_b, put(scan, picture, both())), Rejection::not_a_fact);
}

TEST_F(Boards, count_an_item_to_the_organisation_that_gave_it) {
    share_with_b();
    const auto id = card(at_b, put(scan, facts, both()));
    EXPECT_EQ(at_hand(id).origins, (std::vector{OrganisationId{"OA"}, OrganisationId{"OB"}}));
    for (Role& role : scenario.roles) role.organisation = OrganisationId{"ONE"};
    EXPECT_EQ(refusal(at_b, put(scan, picture, both())), Rejection::too_few_organisations);
}

TEST_F(Boards, open_a_column_once_a_card_stands_in_the_one_before) {
    EXPECT_EQ(refusal(at_b, put(scan, problem)), Rejection::column_closed);
    share_with_b();
    card(at_b, put(scan, picture, both()));
    card(at_b, put(scan, problem));
}

TEST_F(Boards, hold_no_more_cards_in_a_column_than_it_has_room_for) {
    const auto id = card(at_b, put(scan, agenda));
    EXPECT_EQ(refusal(at_c, put(scan, agenda)), Rejection::column_full);
    play->must(at_c, ChangeCard{id, {agenda, "anders", {}, {}}});
    play->must(at_c, ChangeCard{id, {facts, "anders", {}, {}}});
    card(at_c, put(scan, agenda));
}

TEST_F(Boards, let_a_card_stand_once_each_has_agreed_or_said_why_not) {
    share_with_b();
    card(at_b, put(scan, picture, both()));
    const auto id = card(at_b, put(scan, problem));
    EXPECT_EQ(at_hand(id).asked, std::vector{c});
    EXPECT_FALSE(stands(play->state(), at_hand(id)));
    EXPECT_EQ(refusal(at_c, TakeStance{id, false, " "}), Rejection::dissent_without_reason);
    play->must(at_c, TakeStance{id, false, "te vroeg"});
    EXPECT_TRUE(stands(play->state(), at_hand(id)));
    EXPECT_EQ(refusal(at_c, TakeStance{id, false, "te vroeg"}), Rejection::already_so);
    play->must(at_c, TakeStance{id, true, ""});
    EXPECT_TRUE(at_hand(id).stances.at(c).agrees);
    EXPECT_EQ(refusal(at_a, TakeStance{id, true, ""}), Rejection::stance_not_asked);
    play->must(at_c, ChangeCard{id, {problem, "scherper", {}, {}}});
    EXPECT_TRUE(at_hand(id).stances.empty());
    EXPECT_EQ(at_hand(id).asked, std::vector{b});
}

TEST_F(Boards, let_an_agreement_stand_once_both_sides_confirmed_it) {
    const auto id = card(at_b, put(deals, agreed, {}, {{{"lead"}, "B"}, {{"with"}, "A"}}));
    EXPECT_EQ(at_hand(id).asked, std::vector{a});
    play->must(at_a, TakeStance{id, false, "dat kan ik niet"});
    EXPECT_FALSE(stands(play->state(), at_hand(id)));
    play->must(at_a, TakeStance{id, true, ""});
    EXPECT_TRUE(stands(play->state(), at_hand(id)));
    EXPECT_EQ(refusal(at_c, TakeStance{id, true, ""}), Rejection::stance_not_asked);
}

TEST_F(Boards, want_whoever_has_the_power_and_a_moment_that_lies_ahead) {
    const auto with = [](const char* lead, const char* power, std::int64_t when) {
        return std::vector<FilledIn>{
            {{"lead"}, lead}, {{"power"}, power}, {{"when"}, std::to_string(when)}};
    };
    EXPECT_EQ(refusal(at_b, put(deals, agreed, {}, with("C", "CARE", at(1, 9)))),
              Rejection::no_power);
    EXPECT_EQ(refusal(at_b, put(deals, agreed, {}, with("B", "CARE", at(0, 8)))),
              Rejection::too_late);
    EXPECT_EQ(refusal(at_b, put(deals, agreed)), Rejection::not_filled_in);
    EXPECT_EQ(refusal(at_b, put(deals, agreed, {}, {{{"lead"}, "NOBODY"}})), Rejection::unknown);
    card(at_b, put(deals, agreed, {}, with("B", "CARE", at(1, 9))));
}

TEST_F(Boards, light_up_at_enough_different_tags_of_enough_roles) {
    const std::vector<FilledIn> money{{{"tag"}, "money"}}, fear{{{"tag"}, "fear"}};
    card(at_b, put(pins, signals, {}, money));
    card(at_b, put(pins, signals, {}, fear));
    EXPECT_TRUE(play->state().patterns.empty());
    card(at_c, put(pins, signals, {}, money));
    EXPECT_EQ(happened<PatternLit>().size(), 1u);
    card(at_a, put(pins, signals, {}, fear));
    EXPECT_EQ(happened<PatternLit>().size(), 1u);
}

TEST_F(Boards, let_nobody_but_its_author_touch_an_anonymous_card) {
    const auto id = card(at_b, put(pins, signals, {}, {{{"tag"}, "money"}}));
    EXPECT_EQ(refusal(at_c, WithdrawCard{id}), Rejection::no_power);
    EXPECT_EQ(refusal(at_c, ChangeCard{id, at_hand(id).terms}), Rejection::no_power);
    EXPECT_EQ(refusal(at_c, TakeStance{id, true, ""}), Rejection::stance_not_asked);
    EXPECT_FALSE(sees_author(play->state(), c, at_hand(id)));
    play->must(at_b, WithdrawCard{id});
    EXPECT_EQ(refusal(at_b, WithdrawCard{id}), Rejection::already_so);
}

TEST_F(Boards, refuse_what_is_done_to_a_withdrawn_card) {
    const auto id = card(at_b, put(scan, facts));
    play->must(at_c, WithdrawCard{id});
    EXPECT_EQ(refusal(at_b, ChangeCard{id, {facts, "weer", {}, {}}}), Rejection::too_late);
    EXPECT_EQ(refusal(at_b, WithdrawCard{id}), Rejection::already_so);
    EXPECT_EQ(refusal(at_b, TakeStance{id, true, ""}), Rejection::too_late);
    EXPECT_EQ(refusal(at_b, WithdrawCard{EntityId{7}}), Rejection::unknown);
}

TEST_F(Boards, let_nobody_change_a_card_that_cites_what_it_does_not_have) {
    share_with_b();
    const auto id = card(at_b, put(scan, facts, {{start_item}}));
    EXPECT_EQ(refusal(at_c, ChangeCard{id, {facts, "anders", {}, {}}}), Rejection::cites_unseen);
    play->must(at_b, ChangeCard{id, {facts, "anders", {}, {}}});
}

TEST_F(Boards, are_read_by_checks) {
    Check check;
    check.kind = CheckKind::card_stands;
    check.board = pins;
    check.tags = 2;
    check.seats = 2;
    EXPECT_FALSE(holds({play->state()}, check));
    card(at_b, put(pins, signals, {}, {{{"tag"}, "money"}}));
    card(at_c, put(pins, signals, {}, {{{"tag"}, "fear"}}));
    EXPECT_TRUE(holds({play->state()}, check));
    check.options = {OptionId{"fear"}};
    EXPECT_FALSE(holds({play->state()}, check));
    check.tags = check.seats = 1;
    EXPECT_TRUE(holds({play->state()}, check));
    check.column = agreed;
    EXPECT_FALSE(holds({play->state()}, check));
}

}  // namespace
}  // namespace casustafel::core
