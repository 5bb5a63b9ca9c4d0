// What the dialogs of a participant have in common, and sharing where it is most: who is counted,
// the steps of a narrow screen, the privacy officer beside it, and what is said offline.
#include <gtest/gtest.h>

#include <algorithm>

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

class Dialogs : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    const v1::Command& last() const {
        if (seat.outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return seat.outbox.acts.back();
    }
};

TEST_F(Dialogs, asks_the_privacy_officer_from_a_share_and_comes_back_to_it) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.people.OVJ");
    harness.click("share.privacy");
    EXPECT_FALSE(harness.shows("share.act"));
    harness.click("item_act.purpose");
    harness.click("item_act.purpose.acute_safety");
    harness.click("item_act.send");
    EXPECT_EQ(last().ask_privacy_officer().item(), "A03");
    EXPECT_EQ(last().ask_privacy_officer().to(), "OVJ");
    EXPECT_TRUE(harness.reads("1 gekozen"));
}

TEST_F(Dialogs, counts_everybody_in_a_meeting_also_who_asked_for_it) {
    harness.click("item.A03");
    harness.click("item.share");
    EXPECT_TRUE(harness.reads("4 aanwezig: PRC, POL-V, CAS, SHN-V"));
    harness.click("share.people.meeting.HG");
    EXPECT_TRUE(seat.state.share.draft.to.contains("CAS"));
    harness.click("share.people.meeting.HG.CAS");  // one tick with the row above
    EXPECT_FALSE(seat.state.share.draft.to.contains("CAS"));
    EXPECT_EQ(seat.state.share.draft.meeting, "");
}

TEST_F(Dialogs, says_in_a_dialog_that_it_is_kept_without_a_connection) {
    seat.model = offline(seat.model);
    harness.settle();
    harness.click("requests.new");
    EXPECT_TRUE(harness.reads("We bewaren dit en versturen het zodra het kan."));
    harness.click("ask.cancel");
    EXPECT_FALSE(harness.shows("ask.act"));
}

TEST_F(Dialogs, shares_step_by_step_on_a_narrow_screen) {
    Harness narrow(1280, 720, [this](Ui& ui) { seat.draw(ui); }, {.scale = 2});
    seat.state.share.open = true;
    seat.state.share.draft.item = "A03";
    narrow.settle();
    EXPECT_FALSE(narrow.shows("share.act"));
    EXPECT_FALSE(narrow.widget("share.next").enabled);
    narrow.click("share.people.OVJ");
    EXPECT_TRUE(narrow.reads("OVJ · doel nog kiezen"));
    narrow.click("share.next");
    narrow.click("share.purpose");
    narrow.click("share.purpose.acute_safety");
    narrow.click("share.next");
    narrow.click("share.basis.WMOVT");
    narrow.click("share.next");
    narrow.click("share.form.conclusion");
    narrow.click("share.act");
    EXPECT_EQ(last().share_item().basis(), "WMOVT");
}

TEST_F(Dialogs, gives_what_is_only_read_a_button_to_close_it_and_no_more_room_than_it_needs) {
    seat.state.role_card.whole_open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Sluiten"));
    float lowest = 0;
    for (const DrawnText& text : harness.ui.record().texts())
        if (text.layer > 0 && text.text != "Sluiten" && text.text != "Esc")
            lowest = std::max(lowest, text.rect.bottom);
    EXPECT_LT(harness.widget("role_card.cancel").rect.top - lowest, 60);
    harness.click("role_card.cancel");
    EXPECT_FALSE(harness.shows("role_card"));
}

TEST_F(Dialogs, shows_that_an_action_needs_no_special_power_as_what_is_chosen) {
    seat.state.plan.open = true;
    harness.settle();
    EXPECT_EQ(harness.widget("action.power").label, "Geen bijzondere bevoegdheid");
    harness.click("action.power");
    EXPECT_TRUE(harness.widget("action.power.none").selected);
}

}  // namespace
}  // namespace casustafel::ui
