// Questions put outside the tables: filled in, waited for and read by who put them, and answered by
// hand by a trainer.
#include <gtest/gtest.h>

#include <stdexcept>

#include "client/ui/app/news.hpp"
#include "client/ui/table/table.hpp"
#include "client/ui/trainer/console/trainer.hpp"
#include "proto/contract/entities.hpp"
#include "screens.hpp"
#include "trainer_world.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

v1::Entity question() {
    v1::Entity entity;
    entity.set_key("intervention:ADRES");
    v1::Intervention& made = *entity.mutable_intervention();
    made.set_id("ADRES");
    made.mutable_title()->set_nl("Laten uitzoeken of een adres geschikt is");
    made.mutable_text()->set_nl("De gemeente belt met wie er woont en kijkt in de registratie.");
    made.set_power("VEILIGHEID");
    made.set_is_question(true);
    made.set_times(3);
    made.set_times_left(3);
    made.set_order(90);
    v1::FormField& where = *made.add_fields();
    where.set_id("waar");
    where.mutable_name()->set_nl("Welk adres");
    where.set_kind("choice");
    for (const auto& [id, words] : {std::pair{"OMA", "Bij oma"}, std::pair{"BROER", "Bij Ben"}}) {
        v1::FormChoice& choice = *where.add_choices();
        choice.set_id(id);
        choice.mutable_text()->set_nl(words);
    }
    v1::FormField& why = *made.add_fields();
    why.set_id("waarom");
    why.mutable_name()->set_nl("Waar moet men op letten");
    why.set_kind("text");
    why.set_optional(true);
    v1::FormField& whom = *made.add_fields();
    whom.set_id("wie");
    whom.mutable_name()->set_nl("Voor wie");
    whom.set_kind("person");
    return entity;
}

v1::Entity inquiry(std::uint64_t id, const std::string& status) {
    v1::Entity entity;
    entity.set_key(contract::entity_key(contract::entities::inquiry, id));
    v1::Inquiry& made = *entity.mutable_inquiry();
    made.set_id(id);
    made.set_intervention("ADRES");
    made.set_by("VT");
    made.set_status(status);
    made.set_at_sim_ms(10 * hour);
    v1::FilledInField& where = *made.add_filled_in();
    where.set_field("waar");
    where.set_value("OMA");
    if (status != "answered") return entity;
    made.mutable_answer()->set_nl("Er wonen twee mensen. Zij vinden het goed dat hij komt.");
    made.set_answered_at_sim_ms(10 * hour + 10 * minute);
    return entity;
}

void put(model::Model& model, const std::string& view, const std::vector<v1::Entity>& entities) {
    v1::ViewPatch patch;
    patch.set_view(view);
    for (const v1::Entity& entity : entities) *patch.add_entities() = entity;
    model.views[view].merge(patch);
}

struct Seat {
    model::Model model = table_world();
    Remembered outbox{};
    TableState state{};

    Panel panel(Ui& ui) { return {ui, model, outbox, 0, {}, model.main_view(), model.role()}; }
    void draw(Ui& ui) {
        Panel shown = panel(ui);
        draw_table(shown, state);
    }
};

class Inquiries : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    void SetUp() override { put(seat.model, "role:VT", {question()}); }
};

TEST_F(Inquiries, are_filled_in_field_by_field_before_they_go) {
    harness.click("dock.tab.interventions");
    harness.click("intervention.ADRES.open");
    EXPECT_TRUE(harness.reads("Vul nog in: Welk adres."));
    harness.click("intervention.field.waar");
    harness.click("intervention.field.waar.OMA");
    EXPECT_TRUE(harness.reads("Vul nog in: Voor wie."));
    harness.click("intervention.field.wie");
    harness.click("intervention.field.wie.jesse");
    harness.click("intervention.act");
    ASSERT_EQ(seat.outbox.acts.size(), 1u);
    const v1::UseIntervention& use = seat.outbox.acts.back().use_intervention();
    ASSERT_EQ(use.filled_in_size(), 2) << "what may stay open and is, is not sent";
    EXPECT_EQ(use.filled_in(0).field(), "waar");
    EXPECT_EQ(use.filled_in(0).value(), "OMA");
    EXPECT_EQ(use.filled_in(1).value(), "jesse");
}

TEST_F(Inquiries, show_what_waits_and_what_was_answered) {
    put(seat.model, "role:VT", {inquiry(500, "waiting"), inquiry(501, "answered")});
    harness.click("dock.tab.interventions");
    EXPECT_TRUE(harness.reads("nog geen antwoord"));
    harness.click("inquiry.501.open");
    EXPECT_TRUE(harness.reads("Zij vinden het goed"));
    EXPECT_TRUE(harness.reads("Welk adres: Bij oma"));
}

TEST_F(Inquiries, tell_their_answer_when_it_comes) {
    News news;
    put(seat.model, "role:VT", {inquiry(500, "waiting")});
    harness.settle();
    EXPECT_TRUE(news.of_others(seat.panel(harness.ui)).empty());
    put(seat.model, "role:VT", {inquiry(500, "answered")});
    const auto told = news.of_others(seat.panel(harness.ui));
    ASSERT_EQ(told.size(), 1u);
    EXPECT_NE(told[0].body.find("twee mensen"), std::string::npos);
    EXPECT_TRUE(news.of_others(seat.panel(harness.ui)).empty()) << "once";
}

TEST_F(Inquiries, tell_an_answer_that_came_between_two_frames_and_none_that_was_there) {
    News news;
    put(seat.model, "role:VT", {inquiry(500, "answered")});
    EXPECT_TRUE(news.of_others(seat.panel(harness.ui)).empty());
    put(seat.model, "role:VT", {inquiry(501, "answered")});
    EXPECT_EQ(news.of_others(seat.panel(harness.ui)).size(), 1u);
}

struct Console {
    model::Model model = busy_trainer_world();
    Remembered outbox{};
    TrainerState state{};

    Console() {
        v1::Entity asked = question();
        v1::Reply& reply = *asked.mutable_intervention()->add_replies();
        reply.set_id("GOED");
        reply.mutable_text()->set_nl("Er wonen twee mensen. Zij vinden het goed dat hij komt.");
        v1::Entity waiting = inquiry(500, "waiting");
        waiting.mutable_inquiry()->set_reply("GOED");
        waiting.mutable_inquiry()->set_reply_at_sim_ms(11 * hour);
        put_in(model, asked);
        put_in(model, waiting);
    }
    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
};

TEST(InquiriesOfTheTrainer, are_answered_by_hand_with_a_reply_or_in_words) {
    Console console;
    Harness harness{1600, 900, [&](Ui& ui) { console.draw(ui); }};
    harness.click("inquiry.500.answer");
    EXPECT_TRUE(harness.reads("De casus antwoordt zelf om"));
    harness.click("inquiry.reply.own");
    EXPECT_TRUE(harness.reads("Kies een antwoord of schrijf er zelf een."));
    harness.click("inquiry.reply.GOED");
    harness.click("inquiry.send");
    ASSERT_EQ(console.outbox.acts.size(), 1u);
    EXPECT_EQ(console.outbox.acts.back().reply_by_hand().use(), 500u);
    EXPECT_EQ(console.outbox.acts.back().reply_by_hand().reply(), "GOED");
}

class InquiryStates : public ScreenStates {};
INSTANTIATE_SCREENS(InquiryStates);

TEST_P(InquiryStates, are_readable) {
    Seat form;
    put(form.model, "role:VT", {question()});
    form.state.intervention.open = "ADRES";
    look_at("dialog-inquiry", form);
    Seat list;
    put(list.model, "role:VT", {question(), inquiry(500, "waiting"), inquiry(501, "answered")});
    list.state.dock.tab = 2;
    list.state.dock.open = list.state.dock.touched = true;
    look_at("inquiries", list);
    list.state.intervention.reading = 501;
    look_at("inquiry-answered", list);
    Console console;
    look_at("console-inquiries", console);
    console.state.inquiry = 500;
    look_at("console-inquiry", console);
}

}  // namespace
}  // namespace casustafel::ui
