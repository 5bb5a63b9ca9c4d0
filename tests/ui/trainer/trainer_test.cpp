#include "client/ui/trainer/console/trainer.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Desk {
    model::Model model;
    Remembered outbox{};
    TrainerState state{};
    std::int64_t now_ms = 0;

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, now_ms, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
    const v1::Command& last() const {
        if (outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return outbox.acts.back();
    }
};

model::Model with_role_view(model::Model model) {
    model::Model table = table_world();
    model.views["as:VT"] = table.views["role:VT"];
    return model;
}

model::Model in_phase(model::Model model, const std::string& phase) {
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Entity entity = *model.views["trainer"].find("session");
    entity.mutable_session()->set_phase(phase);
    entity.mutable_session()->set_running(phase == "running");
    if (phase == "ended") entity.mutable_session()->set_end_reason("trainer");
    *patch.add_entities() = entity;
    model.views["trainer"].merge(patch);
    return model;
}

class TrainerStates : public ScreenStates {
protected:
    void look_at(const std::string& name, Desk& desk) {
        ScreenStates::look_at("trainer-" + name, desk);
    }
};

TEST_P(TrainerStates, are_readable_while_the_session_waits_for_people) {
    Desk desk{trainer_world()};
    desk.model.held = "recovering";
    for (const auto& [id, name] : desk.model.names) desk.model.missing.push_back(id);
    look_at("waiting", desk);
}

TEST_P(TrainerStates, are_readable_at_the_desk) {
    Desk desk{desk_world()};
    look_at("desk", desk);
    v1::SessionEntry over = desk.model.sessions.front();
    over.set_code("A2B3C4");
    over.set_phase("ended");
    desk.model.sessions.insert(desk.model.sessions.begin(), over);
    look_at("desk-with-ended", desk);
    v1::SessionEntry damaged = over, salvaged = over;
    damaged.set_code("KMNPQRTW");
    damaged.set_phase("damaged");
    salvaged.set_code("XYZHJKLM");
    salvaged.set_phase("salvaged");
    desk.model.sessions.push_back(damaged);
    desk.model.sessions.push_back(salvaged);
    look_at("desk-with-damaged", desk);
    desk.model.sessions.clear();
    desk.model.scenarios.clear();
    look_at("desk-empty", desk);
}

TEST_P(TrainerStates, are_readable_before_during_and_after) {
    Desk desk{trainer_world()};
    look_at("running", desk);
    desk.model = in_phase(trainer_world(), "lobby");
    look_at("lobby", desk);
    desk.model = in_phase(trainer_world(), "paused");
    look_at("paused", desk);
    desk.model = in_phase(trainer_world(), "ended");
    look_at("ended", desk);
}

TEST_P(TrainerStates, are_readable_with_far_too_much_and_without_a_connection) {
    Desk desk{crowded_trainer_world()};
    for (int tab = 0; tab < 4; ++tab) {
        desk.state.tab = desk.state.middle_tab = tab;
        look_at("crowded" + std::to_string(tab), desk);
    }
    desk.state = {};
    desk.model = offline(trainer_world());
    look_at("offline", desk);
}

TEST_P(TrainerStates, are_readable_with_each_dialog_and_while_looking_on) {
    Desk desk{trainer_world()};
    desk.state.seat = "VT";
    desk.model.reentry_codes[5] = "ABCD2345";
    look_at("seat", desk);
    desk.state.seat.clear();
    desk.state.improvising = true;
    look_at("improvise", desk);
    desk.state.improvising = false;
    desk.state.inject = "INJ-03";
    look_at("inject", desk);
    desk.state.inject.clear();
    desk.state.seat = "RN-Z";
    look_at("seat-empty", desk);
    desk.state.release_asked = "VT";
    look_at("release", desk);
    desk.state.release_asked.clear();
    desk.state.seat.clear();
    desk.state.bar.leave_asked = true;
    look_at("end", desk);
    desk.state.bar.leave_asked = false;
    desk.model = in_phase(trainer_world(), "lobby");
    desk.state.start_asked = true;
    look_at("start-empty", desk);
    desk.state.start_asked = false;
    desk.model = with_role_view(trainer_world());
    desk.state.look_as = "VT";
    look_at("looking", desk);
}

INSTANTIATE_SCREENS(TrainerStates);

class Trainer : public testing::Test {
protected:
    Desk desk{trainer_world()};
    Harness harness{1600, 900, [this](Ui& ui) { desk.draw(ui); }};

    template <class Change>
    void change_role(const std::string& id, Change change) {
        v1::Entity entity = *desk.model.views["trainer"].find("role:" + id);
        change(*entity.mutable_role());
        put(entity);
    }
    void put(const v1::Entity& entity, std::int64_t now_ms = 0) {
        v1::ViewPatch patch;
        patch.set_view("trainer");
        *patch.add_entities() = entity;
        desk.model.views["trainer"].merge(patch, now_ms);
    }
};

TEST_F(Trainer, starts_pauses_and_resumes_with_the_one_big_button) {
    harness.click("trainer.clock");
    EXPECT_TRUE(desk.last().has_pause_session());
    EXPECT_TRUE(desk.last().as_role().empty());
    desk.model = in_phase(trainer_world(), "paused");
    harness.pass(1);
    harness.press(Key::space, false, true);
    EXPECT_TRUE(desk.last().has_resume_session());
    desk.model = in_phase(trainer_world(), "lobby");
    harness.settle();
    EXPECT_TRUE(harness.reads("K7W4 MPQX"));
    harness.click("trainer.clock");
    EXPECT_FALSE(desk.last().has_start_session());
    EXPECT_TRUE(harness.reads("Lege stoelen: 3 (POL-Z, RVK-Z en RN-Z)."));
    harness.click("start.empty");
    EXPECT_TRUE(desk.last().has_start_session());
    EXPECT_EQ(desk.outbox.acts.size(), 3U);
}

TEST_F(Trainer, fills_empty_seats_with_computers_and_starts) {
    desk.model = in_phase(trainer_world(), "lobby");
    harness.settle();
    harness.click("trainer.clock");
    harness.press(Key::enter);
    EXPECT_TRUE(desk.outbox.acts.empty()) << "the way back has focus";
    harness.click("trainer.clock");
    harness.click("start.computer");
    ASSERT_EQ(desk.outbox.acts.size(), 4U);
    EXPECT_EQ(desk.outbox.acts[0].seat_autopilot().role(), "POL-Z");
    EXPECT_EQ(desk.outbox.acts[2].seat_autopilot().role(), "RN-Z");
    EXPECT_TRUE(desk.last().has_start_session());
    EXPECT_FALSE(desk.state.start_asked);
}

TEST_F(Trainer, tells_apart_the_seats_that_the_computer_takes_at_the_start) {
    desk.model = in_phase(trainer_world(), "lobby");
    change_role("POL-Z", [](v1::Role& seat) { seat.set_from_group_size(18); });
    change_role("RN-Z", [](v1::Role& seat) { seat.set_from_group_size(2); });
    harness.settle();
    harness.click("trainer.clock");
    EXPECT_TRUE(harness.reads("Lege stoelen: 2 (RVK-Z en RN-Z)."));
    EXPECT_TRUE(harness.reads("De computer speelt vanaf de start: POL-Z."));
    harness.click("start.cancel");
    change_role("POL-Z", [](v1::Role& seat) {
        seat.set_from_group_size(0);
        seat.set_autopilot_only(true);
    });
    harness.settle();
    harness.click("trainer.clock");
    EXPECT_TRUE(harness.reads("De computer speelt vanaf de start: POL-Z."));
    harness.click("start.cancel");
    for (const char* role : {"RVK-Z", "RN-Z"})
        change_role(role, [](v1::Role& seat) { seat.set_from_group_size(18); });
    harness.settle();
    harness.click("trainer.clock");
    EXPECT_TRUE(desk.last().has_start_session()) << "no seat stays empty";
}

TEST_F(Trainer, takes_a_double_click_on_the_clock_as_one) {
    harness.click("trainer.clock");
    EXPECT_TRUE(desk.last().has_pause_session());
    desk.model = in_phase(trainer_world(), "paused");
    harness.press(Key::space, false, true);
    EXPECT_EQ(desk.outbox.acts.size(), 1U);
    harness.pass(1);
    harness.press(Key::space, false, true);
    EXPECT_TRUE(desk.last().has_resume_session());
}

TEST_F(Trainer, hears_who_called_a_pause) {
    desk.model = in_phase(trainer_world(), "running");
    harness.settle();
    desk.model = in_phase(trainer_world(), "paused");
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Entity session = *desk.model.views["trainer"].find("session");
    session.mutable_session()->set_pause_called_by(1);
    *patch.add_entities() = session;
    desk.model.views["trainer"].merge(patch);
    harness.settle();
    EXPECT_TRUE(harness.reads("Pauze op verzoek"));
    EXPECT_TRUE(harness.reads(desk.model.name_of(1) + " vroeg om een pauze."));
    EXPECT_TRUE(harness.reads("Een deelnemer vroeg om een pauze"));
}

TEST_F(Trainer, says_in_a_pause_why_a_swap_has_to_wait) {
    desk.model = in_phase(trainer_world(), "paused");
    harness.settle();
    harness.click("trainer.swap");
    EXPECT_FALSE(harness.widget("swap_wizard.start").enabled);
    EXPECT_TRUE(harness.reads("Kan weer als de oefening verdergaat."));
}

TEST_F(Trainer, asks_before_somebody_takes_the_seat_of_another) {
    const model::View& view = *desk.model.main_view();
    const std::uint32_t there = view.find<v1::Role>("OVJ")->occupant();
    const std::uint32_t comes = view.find<v1::Role>("VT")->occupant();
    v1::ViewPatch patch;
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("participant:" + std::to_string(comes));
    entity.mutable_participant()->set_id(comes);
    entity.mutable_participant()->add_roles("VT");
    desk.model.views["trainer"].merge(patch);
    harness.click("seat.OVJ");
    EXPECT_TRUE(harness.reads("Die raakt de stoel kwijt als je er een ander neerzet."));
    harness.click("seat.who");
    EXPECT_FALSE(harness.shows("seat.who." + std::to_string(there)));
    harness.click("seat.who." + std::to_string(comes));
    const std::size_t before = desk.outbox.acts.size();
    harness.click("seat.place");
    harness.settle();
    EXPECT_EQ(desk.outbox.acts.size(), before) << "asked first";
    harness.click("displace.yes");
    ASSERT_EQ(desk.outbox.acts.size(), before + 1);
    EXPECT_EQ(desk.outbox.acts.back().assign_role().participant(), comes);
    EXPECT_TRUE(desk.outbox.acts.back().assign_role().move());
}

TEST_F(Trainer, starts_without_asking_at_a_table_where_nobody_sits) {
    desk.model = in_phase(trainer_world(), "lobby");
    for (const auto* role : desk.model.main_view()->all<v1::Role>())
        change_role(role->id(), [](v1::Role& seat) { seat.set_occupant(0); });
    harness.settle();
    harness.click("trainer.clock");
    EXPECT_TRUE(desk.last().has_start_session());
}

TEST_F(Trainer, goes_on_without_those_who_did_not_come_back) {
    desk.model.held = "recovering";
    desk.model.missing = {1, 2};
    harness.settle();
    harness.click("waiting.resume");
    EXPECT_TRUE(desk.last().has_resume_session());
}

TEST_F(Trainer, sets_the_pace_and_ends_after_asking) {
    harness.click("trainer.pace.two");
    EXPECT_EQ(desk.last().set_speed().permille(), 2000U);
    harness.click("trainer.end");
    harness.press(Key::escape);
    EXPECT_EQ(desk.outbox.acts.size(), 1U);
    harness.click("trainer.end");
    EXPECT_TRUE(harness.reads("Je bent in ronde 1 van 4. Dit is niet terug te draaien"));
    EXPECT_EQ(harness.widget("leave.yes").label, "Beëindigen") << "no step comes after it";
    harness.click("leave.yes");
    EXPECT_TRUE(desk.last().has_end_session());
}

TEST_F(Trainer, fires_takes_back_and_hastens_an_inject) {
    harness.click("inject.INJ-04.start");
    EXPECT_EQ(desk.last().fire_inject().inject(), "INJ-04");
    EXPECT_TRUE(harness.reads("Gaat over 8 seconden naar"));
    desk.now_ms = 3000;
    harness.settle();
    EXPECT_TRUE(harness.reads("Gaat over 5 seconden naar"));
    harness.click("inject.INJ-02.undo");
    EXPECT_EQ(desk.last().retract_inject().inject(), "INJ-02");
    harness.press_letter('z', true);
    EXPECT_EQ(desk.outbox.acts.size(), 3U);
    harness.click("inject.INJ-02.now");
    EXPECT_EQ(desk.last().hasten_inject().inject(), "INJ-02");
}

TEST_F(Trainer, keeps_one_that_was_held_back_apart_from_what_has_been) {
    harness.click("inject.INJ-03");
    EXPECT_TRUE(harness.reads("Komt vanzelf om 11:00"));
    harness.click("inject.hold");
    EXPECT_EQ(desk.last().hold_back_inject().inject(), "INJ-03");
    EXPECT_FALSE(harness.reads("Komt niet vanzelf"));
    v1::Entity held = *desk.model.views["trainer"].find("inject:INJ-03");
    held.mutable_inject_control()->set_status("skipped");
    put(held, 1'000);
    harness.settle();
    EXPECT_TRUE(harness.reads("Komt niet vanzelf"));
    harness.click("inject.INJ-03.start");
    EXPECT_EQ(desk.last().fire_inject().inject(), "INJ-03");
}

TEST_F(Trainer, hears_that_one_in_other_words_comes_instead) {
    harness.click("inject.INJ-03");
    harness.click("inject.adapt");
    EXPECT_EQ(desk.last().hold_back_inject().inject(), "INJ-03");
    EXPECT_TRUE(harness.reads("Wat de casus schreef, komt nu niet vanzelf."));
    harness.click("improvise.act");
    EXPECT_EQ(desk.last().improvise_inject().title(), "Moeder belt: gaat het door?");
    harness.click("injects.own");
    EXPECT_FALSE(harness.reads("Wat de casus schreef, komt nu niet vanzelf."));
}

TEST_F(Trainer, writes_an_inject_of_its_own) {
    harness.click("injects.own");
    EXPECT_TRUE(harness.reads("Kies voor wie."));
    EXPECT_FALSE(harness.widget("improvise.act").enabled);
    harness.click("improvise.audience.some");
    harness.click("improvise.to.OVJ");
    harness.click("improvise.title");
    harness.type("Brand");
    harness.click("improvise.text");
    harness.type("Er staat rook boven het huis.");
    EXPECT_TRUE(harness.reads("Verstuur aan OVJ"));
    harness.click("improvise.act");
    EXPECT_EQ(desk.last().improvise_inject().title(), "Brand");
    EXPECT_EQ(desk.last().improvise_inject().to(0), "OVJ");
}

TEST_F(Trainer, sends_an_inject_to_everybody_only_when_that_was_chosen) {
    desk.state.improvising = true;
    desk.state.improvise.title = "Brand";
    desk.state.improvise.text = "Er staat rook boven het huis.";
    harness.settle();
    EXPECT_FALSE(harness.widget("improvise.act").enabled);
    harness.click("improvise.audience.everybody");
    harness.click("improvise.act");
    EXPECT_EQ(desk.last().improvise_inject().to_size(), 0);
    EXPECT_FALSE(desk.state.improvising);
}

TEST_F(Trainer, looks_through_a_role_and_comes_back) {
    harness.click("trainer.look_as");
    harness.click("trainer.look_as.VT");
    EXPECT_EQ(desk.last().look_through_role().role(), "VT");
    EXPECT_FALSE(harness.reads("Je kijkt mee als"));  // not before the view has come
    desk.model = with_role_view(desk.model);
    harness.settle();
    EXPECT_TRUE(harness.reads("Je kijkt mee als Veilig Thuis."));
    EXPECT_FALSE(harness.widget("item.share").enabled);
    harness.press(Key::space, false, true);
    EXPECT_TRUE(desk.last().has_pause_session());
    harness.click("looking.back");
    ASSERT_FALSE(desk.outbox.said.empty());
    EXPECT_TRUE(desk.outbox.said.back().has_see_as());
    EXPECT_TRUE(harness.shows("trainer.clock"));
}

TEST_F(Trainer, frees_a_seat_and_gives_a_reentry_code) {
    harness.click("seat.VT");
    EXPECT_TRUE(harness.reads(desk.model.names.at(5))) << "who sits there";
    harness.click("seat.code");
    EXPECT_EQ(desk.outbox.said.back().issue_reentry_code().participant(), 5U);
    desk.model.reentry_codes[5] = "ABCD2345";
    harness.settle();
    EXPECT_TRUE(harness.reads("ABCD2345"));
    harness.click("seat.release", 2);
    EXPECT_TRUE(desk.outbox.acts.empty());
    EXPECT_TRUE(harness.reads("Samira van deze stoel halen?"));
    harness.click("release.cancel");
    EXPECT_TRUE(harness.shows("seat.release")) << "back to the seat";
    harness.click("seat.release");
    harness.click("release.yes");
    EXPECT_EQ(desk.last().release_role().role(), "VT");
    EXPECT_FALSE(harness.shows("seat.release"));
}

TEST_F(Trainer, fills_an_empty_seat_itself_or_with_the_computer) {
    harness.click("seat.RN-Z");
    EXPECT_FALSE(harness.shows("seat.whisper")) << "nobody would hear it";
    harness.click("seat.autopilot");
    EXPECT_EQ(desk.last().seat_autopilot().role(), "RN-Z");
    harness.click("seat.RN-Z");
    harness.click("seat.stand_in");
    ASSERT_EQ(desk.outbox.acts.size(), 3U);
    EXPECT_EQ(desk.outbox.acts[1].stand_in().role(), "RN-Z");
    EXPECT_EQ(desk.last().look_through_role().role(), "RN-Z");
}

TEST_F(Trainer, whispers_to_nobody_where_it_plays_itself) {
    change_role("RN-Z", [](v1::Role& seat) { seat.set_stand_in(true); });
    harness.settle();
    harness.click("seat.RN-Z");
    EXPECT_TRUE(harness.shows("seat.release"));
    EXPECT_FALSE(harness.shows("seat.whisper"));
    harness.click("seat.release");
    EXPECT_EQ(desk.last().release_role().role(), "RN-Z") << "it asks only for a person";
}

TEST_F(Trainer, counts_down_anew_when_an_inject_is_pending_again) {
    v1::Entity inject = *desk.model.views["trainer"].find("inject:INJ-02");
    inject.mutable_inject_control()->set_effective_in_ms(10'000);
    for (const std::int64_t said_ms : {20'000, 500'000}) {
        put(inject, said_ms);
        desk.now_ms = said_ms + 3'000;
        harness.settle();
        EXPECT_TRUE(harness.reads("Gaat over 7 seconden naar")) << said_ms;
    }
}

TEST_F(Trainer, sees_what_happened_latest_first_and_what_stalls) {
    EXPECT_TRUE(harness.reads("schrijft in Overleg huiselijk geweld: Goed."));
    EXPECT_TRUE(harness.reads("NAZ: verbinding weg"));
    harness.click("feed.filter.asking");
    EXPECT_FALSE(harness.reads("schrijft in Overleg"));
    EXPECT_TRUE(harness.reads("vraagt VT: Mag ik Mirjam zelf bellen over Milan?"));
}

TEST(TrainerOnASmallScreen, shows_the_whole_code_before_the_start) {
    Desk desk{in_phase(trainer_world(), "lobby")};
    Harness harness{1280, 720, [&](Ui& ui) { desk.draw(ui); }, {.scale = 2}};
    EXPECT_EQ(text_faults(harness.ui), "");
    EXPECT_FALSE(harness.shows("trainer.overview"));
    EXPECT_TRUE(harness.reads("Code voor deelnemers K7W4 MPQX"));
}

TEST(TrainerOnASmallScreen, can_stop_an_inject_from_every_tab) {
    for (int tab = 0; tab < 5; ++tab) {
        Desk desk{trainer_world()};
        desk.state.tab = tab;
        Harness harness{1280, 720, [&](Ui& ui) { desk.draw(ui); }, {.scale = 2}};
        harness.click("pressing.undo");
        EXPECT_EQ(desk.last().retract_inject().inject(), "INJ-02") << tab;
    }
}

TEST_F(Trainer, says_what_is_last_known_while_the_line_is_down) {
    desk.model = offline(trainer_world());
    harness.settle();
    EXPECT_TRUE(harness.reads("Ligt het bij iedereen stil? Start de server dan opnieuw."));
    EXPECT_TRUE(harness.reads("laatst bekend"));
}

v1::SessionEntry entry(const std::string& code, const std::string& phase) {
    v1::SessionEntry made;
    made.set_code(code);
    made.set_phase(phase);
    return made;
}

TEST_F(Trainer, lists_what_goes_on_first_and_what_is_over_last) {
    desk.model = desk_world();
    desk.model.sessions.clear();
    for (const auto& [code, phase] : {std::pair{"AAAAAA", "ended"},
                                      {"BBBBBB", "lobby"},
                                      {"CCCCCC", "paused"},
                                      {"DDDDDD", "ended"},
                                      {"EEEEEE", "running"}})
        desk.model.sessions.push_back(entry(code, phase));
    harness.settle();
    std::vector<std::string> order;
    for (const char* code : {"CCCCCC", "EEEEEE", "BBBBBB", "AAAAAA", "DDDDDD"})
        order.emplace_back(code);
    for (std::size_t at = 1; at < order.size(); ++at)
        EXPECT_LT(harness.widget("desk.session." + order[at - 1]).rect.top,
                  harness.widget("desk.session." + order[at]).rect.top);
    EXPECT_FALSE(harness.reads("Lopende oefeningen"));
    harness.click("desk.session.BBBBBB");
    EXPECT_EQ(desk.outbox.wishes.back(), "attach BBBBBB");
    desk.state.at_desk = true;
    desk.model.sessions = {entry("EEEEEE", "running")};
    harness.settle();
    EXPECT_TRUE(harness.reads("Lopende oefeningen"));
}

TEST_F(Trainer, sets_up_a_case_and_opens_it) {
    desk.model = desk_world();
    harness.settle();
    EXPECT_EQ(desk.outbox.said.size(), 2U);  // both lists are asked for once
    harness.click("desk.case.oefentafel");
    EXPECT_EQ(desk.outbox.said.back().new_session().scenario(), "oefentafel");
    desk.model.created_code = "NEW234";
    harness.settle();
    EXPECT_EQ(desk.outbox.wishes, std::vector<std::string>{"attach NEW234"});
    harness.click("desk.session.K7W4MPQX");
    EXPECT_EQ(desk.outbox.wishes.back(), "attach K7W4MPQX");
}

}  // namespace
}  // namespace casustafel::ui
