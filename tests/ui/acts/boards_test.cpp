// Boards in the window: found in the dock, read and written in columns, by mouse and by keyboard,
// in every state and size.
#include <gtest/gtest.h>

#include <stdexcept>

#include "boards_world.hpp"
#include "client/ui/app/news.hpp"
#include "client/ui/table/table.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Seat {
    model::Model model = table_world();
    Remembered outbox{};
    TableState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(panel, state);
    }
};

class BoardsShown : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    void SetUp() override {
        put_boards(seat.model);
        harness.settle();
    }
    const v1::Command& last() const {
        if (seat.outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return seat.outbox.acts.back();
    }
    void open(const char* board) {
        harness.click("dock.tab.boards");
        harness.click(std::string("board.") + board + ".open");
    }
};

TEST_F(BoardsShown, stand_in_the_dock_with_what_waits_for_this_role) {
    harness.click("dock.tab.boards");
    EXPECT_TRUE(harness.reads("QuickScan"));
    EXPECT_TRUE(harness.reads("6 kaarten · 1 kaart vraagt wat jij vindt"));
    EXPECT_TRUE(harness.reads("Mogelijk criminele uitbuiting"));
}

TEST(BoardsAbsent, have_no_place_in_a_case_without_them) {
    Seat seat;
    Harness harness{1600, 900, [&](Ui& ui) { seat.draw(ui); }};
    EXPECT_FALSE(harness.shows("dock.tab.boards"));
}

TEST_F(BoardsShown, say_what_a_column_asks_and_why_it_is_closed) {
    open("QUICKSCAN");
    EXPECT_TRUE(
        harness.reads("Hier geldt: minstens 2 gegevens, alleen feiten, van 2 organisaties."));
    EXPECT_TRUE(harness.reads("Vol. Haal er eerst een kaart uit."));
    EXPECT_FALSE(harness.widget("board.put.PROBLEEM").enabled);
    harness.click("board.column.VELD");
    EXPECT_TRUE(harness.reads("Gaat open als er in ‘Probleemdefinitie’ een kaart staat."));
    EXPECT_TRUE(harness.reads("Nog geen kaarten"));
}

TEST_F(BoardsShown, take_a_card_with_what_its_column_wants) {
    open("QUICKSCAN");
    harness.click("board.put.FENOMENEN");
    EXPECT_TRUE(harness.reads("Schrijf iets op de kaart."));
    harness.click("card.text");
    harness.type("De kinderen zorgen voor moeder.");
    EXPECT_TRUE(harness.reads("Kies minstens 2 gegevens waarop de kaart rust."));
    harness.click("card.item.A23");
    harness.click("card.item.A15");
    EXPECT_TRUE(harness.reads("Hier horen alleen feiten. Je noemt ook een aanname."));
    harness.click("card.item.A15");
    harness.click("card.item.A14");
    harness.click("card.item.A14.as.fact");
    harness.click("card.act");
    const v1::PutCard& put = last().put_card();
    EXPECT_EQ(put.board(), "QUICKSCAN");
    EXPECT_EQ(put.terms().column(), "FENOMENEN");
    EXPECT_EQ(put.terms().cited_size(), 2);
    EXPECT_TRUE(harness.shows("board.put.FENOMENEN")) << "the board stays open";
}

TEST_F(BoardsShown, keep_a_card_that_was_begun) {
    open("QUICKSCAN");
    harness.click("board.put.SIGNALEN");
    harness.click("card.text");
    harness.type("Half af");
    harness.click("card.cancel");
    harness.click("board.put.SIGNALEN");
    EXPECT_EQ(seat.state.boards.draft.text, "Half af");
}

TEST_F(BoardsShown, let_a_role_agree_or_say_why_not) {
    open("QUICKSCAN");
    harness.click("card.706");
    EXPECT_TRUE(harness.reads("Die staat er niet in."));
    EXPECT_TRUE(harness.reads("zei nog niets"));
    EXPECT_FALSE(harness.widget("card.dissent").enabled);
    harness.click("card.reason");
    harness.type("Te smal");
    harness.click("card.dissent");
    EXPECT_FALSE(last().take_stance().agrees());
    EXPECT_EQ(last().take_stance().text(), "Te smal");
    harness.click("card.706");
    harness.click("card.agree");
    EXPECT_TRUE(last().take_stance().agrees());
}

TEST_F(BoardsShown, change_and_take_away_only_what_this_role_may) {
    open("QUICKSCAN");
    harness.click("card.702");
    EXPECT_FALSE(harness.shows("card.change")) << "it cites what this role does not have";
    EXPECT_TRUE(harness.shows("card.withdraw"));
    harness.press(Key::escape);
    harness.click("card.703");
    harness.click("card.change");
    harness.click("card.column");
    harness.click("card.column.SIGNALEN");
    harness.click("card.act");
    EXPECT_EQ(last().change_card().terms().column(), "SIGNALEN");
    EXPECT_EQ(last().change_card().card(), 703u);
}

TEST_F(BoardsShown, name_nobody_on_a_board_without_names) {
    open("SIGNAALBORD");
    harness.click("card.707");
    EXPECT_TRUE(harness.reads("Niemand ziet van wie deze kaart is."));
    EXPECT_FALSE(harness.shows("card.withdraw"));
    harness.press(Key::escape);
    EXPECT_TRUE(harness.reads("Van jou"));
}

TEST_F(BoardsShown, are_worked_by_keyboard) {
    open("QUICKSCAN");
    harness.ui.focus("card.706");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_TRUE(harness.shows("card.agree"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("card.agree"));
    EXPECT_TRUE(harness.shows("card.706"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("card.706"));
}

TEST_F(BoardsShown, tell_of_a_pattern_when_it_lights_up) {
    News news;
    const auto panel = [&] {
        return Panel{harness.ui,       seat.model, seat.outbox, 0, {}, seat.model.main_view(),
                     seat.model.role()};
    };
    EXPECT_TRUE(news.of_others(panel()).empty()) << "it was there when one came";
    v1::ViewPatch patch;
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("board:ANDER");
    v1::Board& board = *entity.mutable_board();
    board.set_id("ANDER");
    board.mutable_title()->set_nl("Ander bord");
    v1::BoardColumn& column = *board.add_columns();
    column.set_id("X");
    column.set_lit(true);
    column.mutable_pattern_title()->set_nl("Een patroon");
    column.mutable_pattern_text()->set_nl("Bespreek dit.");
    seat.model.views["role:VT"].merge(patch);
    const auto told = news.of_others(panel());
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told.front().title, "Op het bord ‘Ander bord’ licht iets op: Een patroon");
}

// Each picture is read for faults and kept when somebody asks for pictures.
void look_at(const char* name, int width, int height, float scale, int more, bool offline_now,
             const std::function<void(Harness&)>& go) {
    Seat seat;
    put_boards(seat.model, more);
    if (offline_now) seat.model = offline(seat.model);
    Harness harness{width, height, [&](Ui& ui) { seat.draw(ui); }, {.scale = scale}};
    harness.settle();
    go(harness);
    harness.settle();
    EXPECT_EQ(text_faults(harness.ui), "") << name;
    EXPECT_EQ(widget_faults(harness.ui), "") << name;
    harness.keep(name);
}

void open_scan(Harness& harness) {
    if (harness.shows("table.tab.plan")) harness.click("table.tab.plan");
    harness.click("dock.tab.boards");
    harness.click("board.QUICKSCAN.open");
}

TEST(BoardPictures, have_no_faults_in_any_state_and_size) {
    const auto pins = [](Harness& harness) {
        harness.click("dock.tab.boards");
        harness.click("board.SIGNAALBORD.open");
    };
    const auto dock = [](Harness& harness) { harness.click("dock.tab.boards"); };
    const auto reading = [](Harness& harness) {
        open_scan(harness);
        harness.click("board.column.PROBLEEM");
        harness.click("card.706");
    };
    const auto writing = [](Harness& harness) {
        open_scan(harness);
        harness.click("board.put.FENOMENEN");
        harness.click("card.text");
        harness.type("De kinderen zorgen voor moeder.");
    };
    const auto field = [](Harness& harness) {
        open_scan(harness);
        harness.click("board.column.VELD");
    };
    look_at("board-dock-1600", 1600, 900, 1, 0, false, dock);
    look_at("board-dock-1280", 1280, 720, 1, 0, false, dock);
    look_at("board-1600", 1600, 900, 1, 0, false, open_scan);
    look_at("board-1280", 1280, 720, 1, 0, false, open_scan);
    look_at("board-empty-1280", 1280, 720, 1, -1, false, open_scan);
    look_at("board-full-1280", 1280, 720, 1, 14, false, open_scan);
    look_at("board-offline-1600", 1600, 900, 1, 0, true, open_scan);
    look_at("board-200pct", 1280, 720, 2, 3, false, open_scan);
    look_at("board-field-1600", 1600, 900, 1, 0, false, field);
    look_at("board-pins-1600", 1600, 900, 1, 0, false, pins);
    look_at("board-pins-1280", 1280, 720, 1, 0, false, pins);
    look_at("board-card-1280", 1280, 720, 1, 0, false, reading);
    look_at("board-card-1600", 1600, 900, 1, 0, false, reading);
    look_at("board-write-1280", 1280, 720, 1, 0, false, writing);
    look_at("board-write-1600", 1600, 900, 1, 0, false, writing);
}

}  // namespace
}  // namespace casustafel::ui
