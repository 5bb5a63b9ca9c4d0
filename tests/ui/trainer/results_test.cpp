// The results as the trainer sees them: readable in every state and size, numbers with their word,
// evidence behind each, and the ways in and out.
#include "client/ui/trainer/results/results.hpp"

#include "client/ui/app/app.hpp"
#include "results_world.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

model::Model with(v1::Results results, model::Model model = trainer_world()) {
    model.results = std::move(results);
    return model;
}

// The trainer ended it.
model::Model stopped(model::Model model) {
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Entity entity = *model.views["trainer"].find("session");
    entity.mutable_session()->set_phase("ended");
    entity.mutable_session()->set_end_reason("trainer");
    *patch.add_entities() = entity;
    model.views["trainer"].merge(patch);
    return model;
}

// The trainer's console with the results open.
struct Shown {
    model::Model model;
    Remembered outbox{};
    TrainerState state{};

    Shown(model::Model known, const std::string& chosen = "s2", int tab = 0)
        : model(std::move(known)) {
        state.results.open = true;
        state.results.chosen = chosen;
        state.results.tab = tab;
    }
    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
};

class ResultsStates : public ScreenStates {};
INSTANTIATE_SCREENS(ResultsStates);

TEST_P(ResultsStates, are_readable_in_every_part) {
    for (int tab = 0; tab < 5; ++tab) {
        Shown shown{with(results_world()), "s2", tab};
        look_at("results-tab" + std::to_string(tab), shown);
    }
    Shown plan{with(results_world()), "c6"};
    look_at("results-plan", plan);
}

TEST_P(ResultsStates, are_readable_with_far_too_much) {
    for (int tab = 0; tab < 5; ++tab) {
        Shown shown{with(crowded_results(), crowded_trainer_world()), "c3", tab};
        look_at("results-crowded" + std::to_string(tab), shown);
    }
}

TEST_P(ResultsStates, are_readable_before_there_is_anything_and_without_a_connection) {
    Shown waiting{trainer_world()};
    waiting.model.results_asked = true;
    look_at("results-waiting", waiting);
    Shown early{with(early_results())};
    look_at("results-early", early);
    Shown early_stop{stopped(with(results_world()))};
    early_stop.model.results->set_ended(true);
    look_at("results-stopped", early_stop);
    Shown lost{offline(with(results_world()))};
    look_at("results-offline", lost);
}

class Results : public testing::Test {
protected:
    model::Model model = trainer_world();
    Remembered outbox;
    TrainerState state;
    Harness harness{1600, 900, [this](Ui& ui) {
                        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
                        draw_trainer(panel, state);
                    }};

    void open() {
        harness.press_letter('r', true);
        model.results = results_world();
        harness.settle();
    }
    std::size_t asked() const {
        std::size_t count = 0;
        for (const v1::ClientFrame& frame : outbox.said) count += frame.has_ask_results();
        return count;
    }
    void end() {
        model = stopped(std::move(model));
        harness.settle();
    }
};

TEST_F(Results, open_from_the_console_ask_once_and_close_again) {
    open();
    EXPECT_EQ(asked(), 1U);
    EXPECT_TRUE(harness.reads("Informatie delen"));
    EXPECT_TRUE(harness.reads("Behoeftedekking"));
    harness.click("results.refresh");
    EXPECT_EQ(asked(), 2U);
    harness.press(Key::escape);
    EXPECT_TRUE(harness.shows("trainer.clock"));
    harness.press_letter('r', true);
    EXPECT_TRUE(harness.shows("results.back"));
    harness.click("results.back");
    EXPECT_TRUE(harness.shows("trainer.clock"));
}

TEST_F(Results, say_each_number_with_its_word_and_too_little_in_words) {
    open();
    EXPECT_TRUE(harness.reads("66"));
    EXPECT_TRUE(harness.reads("onderweg"));
    EXPECT_TRUE(harness.reads("sterk"));
    EXPECT_TRUE(harness.reads("nog te winnen"));
    EXPECT_TRUE(harness.reads("te weinig"));
    EXPECT_TRUE(harness.reads("Gevoelig voor één gebeurtenis: 47 tot 56."));
}

TEST_F(Results, show_the_evidence_of_the_chosen_indicator_and_of_its_kind) {
    open();
    EXPECT_TRUE(harness.reads("Aangiften ingetrokken. VT gaf een conclusie."));
    EXPECT_TRUE(harness.reads("Dit kon: NAZ → VT → OVJ (een conclusie)."));
    harness.click("results.filter.lost");
    EXPECT_FALSE(harness.reads("Aangiften ingetrokken. VT gaf een conclusie."));
    EXPECT_TRUE(harness.reads("Vrijlating Ronald. Nodig vóór"));
    harness.click("results.indicator.c6");
    EXPECT_TRUE(harness.reads("Alleen het plan: over het gedeelde beeld"));
    EXPECT_TRUE(harness.reads("Aangiften ingetrokken. VT gaf een conclusie."));
}

TEST_F(Results, say_that_the_trainer_stopped_it_early) {
    open();
    EXPECT_FALSE(harness.reads("Gestopt door de trainer"));
    end();
    model.results->set_ended(true);
    harness.settle();
    EXPECT_TRUE(harness.reads("Gestopt door de trainer in ronde 1 van 4 ("));
    EXPECT_TRUE(harness.reads("tellen niet mee."));
    model.results->set_sim_ms(model.main_view()->find<v1::Session>()->ends_sim_ms());
    harness.settle();
    EXPECT_FALSE(harness.reads("Gestopt door de trainer")) << "it was over";
}

TEST_F(Results, name_no_participant) {
    open();
    for (const char* tab : {"flags", "scopes", "decisions"}) {
        harness.click(std::string("results.tab.") + tab);
        for (const auto& [number, name] : model.names) EXPECT_FALSE(harness.reads(name)) << name;
    }
}

TEST_F(Results, show_flags_tables_roles_and_decisions) {
    open();
    EXPECT_TRUE(harness.reads("NAZ gaf POL en OVJ de brontekst van A04 Telefoontjes van Ben"));
    EXPECT_TRUE(harness.reads("Niet meegeteld"));
    harness.click("results.tab.scopes");
    EXPECT_TRUE(harness.reads("geen ranglijst"));
    harness.click("results.tab.decisions");
    EXPECT_TRUE(harness.reads("Vrij onder voorwaarden"));
    EXPECT_TRUE(harness.reads("lag er, niet genoemd"));
}

TEST_F(Results, name_what_the_trainer_left_out_with_the_reason_and_what_became_of_the_numbers) {
    open();
    harness.click("results.tab.flags");
    EXPECT_FALSE(harness.reads("Correcties van de trainer"));
    v1::CorrectionResult& told = *model.results->add_corrections();
    told.mutable_about()->set_key("report.corrected.decision");
    for (int at = 0; at < 2; ++at) told.mutable_about()->add_arguments();
    told.mutable_about()->add_arguments()->mutable_named()->mutable_title()->set_nl("Vrijlating");
    v1::Sentence& reason = *told.add_remarks();
    reason.set_key("report.corrected_reason");
    reason.add_arguments()->mutable_named()->mutable_title()->set_nl("Ik gaf een verkeerde hint.");
    v1::Sentence& number = *model.results->add_corrected();
    number.set_key("results.corrected_number");
    number.add_arguments()->set_word("indicator.c5.name");
    for (const int value : {80, 40}) number.add_arguments()->set_number(value);
    harness.settle();
    EXPECT_TRUE(harness.reads("Correcties van de trainer"));
    EXPECT_TRUE(harness.reads("Het besluit over ‘Vrijlating’."));
    EXPECT_TRUE(harness.reads("Reden van de trainer: Ik gaf een verkeerde hint."));
    EXPECT_TRUE(harness.reads(": 80, zonder de correcties 40."));
}

TEST_F(Results, are_offered_after_the_end_and_then_asked_anew) {
    open();
    harness.click("results.back");
    end();
    EXPECT_TRUE(harness.shows("trainer.results"));
    state.results.open = true;
    harness.settle();
    EXPECT_EQ(asked(), 2U);
    harness.settle();
    EXPECT_EQ(asked(), 2U);
}

}  // namespace
}  // namespace casustafel::ui
