// The trainer's console with a full house: what it tells about who shared what with whom, who has
// what, where it stalls and how a swap goes; every part looked at in its states and sizes.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "client/ui/trainer/console/stalls.hpp"
#include "client/ui/trainer/console/trainer.hpp"
#include "client/ui/trainer/network/network.hpp"
#include "client/ui/trainer/network/network_links.hpp"
#include "client/ui/trainer/network/network_paths.hpp"
#include "screens.hpp"
#include "trainer_world.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

struct Console {
    model::Model model;
    Remembered outbox{};
    TrainerState state{};

    Panel panel(Ui& ui) { return {ui, model, outbox, 0, {}, model.main_view(), model.role()}; }
    void draw(Ui& ui) {
        Panel shown = panel(ui);
        draw_trainer(shown, state);
    }
    const v1::Command& last() const {
        if (outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return outbox.acts.back();
    }
};

class ConsoleStates : public ScreenStates {
protected:
    void look(const std::string& name, Console& console) { look_at("console-" + name, console); }
    // Every tab that this size has.
    void look_at_tabs(const std::string& name, Console& console) {
        const int tabs = logical_width() < 1024 ? 5 : logical_width() < 1440 ? 2 : 1;
        for (int tab = 0; tab < tabs; ++tab) {
            console.state.tab = console.state.middle_tab = console.state.right_tab = tab;
            look(name + "-tab" + std::to_string(tab), console);
        }
        console.state = {};
    }
};

TEST_P(ConsoleStates, are_readable_an_hour_into_a_case) {
    Console console{busy_trainer_world()};
    look_at_tabs("busy", console);
    console.state.network.role = "VT";
    console.state.tab = 1;
    look("busy-one-role", console);
    console.state.network = {};
    console.state.network.as_table = true;
    look("busy-as-table", console);
    console.state = {};
    console.state.feed_filter = 1;
    console.state.middle_tab = 1;
    console.state.tab = 2;
    look("busy-shares", console);
}

TEST_P(ConsoleStates, are_readable_with_far_too_much) {
    Console console{overfull_trainer_world()};
    look_at_tabs("overfull", console);
    console.state.network.as_table = true;
    console.state.tab = 1;
    look("overfull-as-table", console);
}

TEST_P(ConsoleStates, are_readable_just_started_and_without_a_connection) {
    Console console{fresh_trainer_world()};
    look_at_tabs("fresh", console);
    console.model = offline(busy_trainer_world());
    look("offline", console);
}

TEST_P(ConsoleStates, are_readable_in_a_swap) {
    for (const char* stage : {"writing", "reading"}) {
        Console console{swapping_trainer_world(stage)};
        look(std::string("swap-") + stage, console);
    }
    Console off{swapping_trainer_world("writing")};
    off.state.swap.off_asked = true;
    look("swap-off", off);
    Console console{busy_trainer_world()};
    console.state.swap.open = true;
    look("swap-wizard", console);
    console.state.swap.own = true;
    console.state.swap.pairs = {{"OVJ", "VT"}, {"POL-Z", "CAS"}};
    look("swap-wizard-own", console);
}

TEST_P(ConsoleStates, are_readable_in_the_overview) {
    for (const bool full : {false, true}) {
        Console console{full ? overfull_trainer_world() : busy_trainer_world()};
        console.state.overview.open = true;
        for (int tab = 0; tab < 4; ++tab) {
            console.state.overview.tab = tab;
            look(std::string(full ? "overfull" : "busy") + "-overview" + std::to_string(tab),
                 console);
        }
    }
    Console console{trainer_world()};
    console.state.overview.open = true;
    for (int tab = 0; tab < 4; ++tab) {
        console.state.overview.tab = tab;
        console.state.overview.search = "niets";
        look("empty-overview" + std::to_string(tab), console);
    }
}

TEST_P(ConsoleStates, are_readable_at_a_seat) {
    Console console{busy_trainer_world()};
    v1::Entity whisper;
    whisper.set_key("whisper:0000000000000001");
    whisper.mutable_whisper_heard()->set_to("RN-V");
    whisper.mutable_whisper_heard()->set_text("Kijk nog eens naar wat je kreeg van de wijkagent.");
    whisper.mutable_whisper_heard()->set_at_sim_ms(10 * hour);
    put_in(console.model, whisper);
    console.model.reentry_codes[13] = "ABCD2345";
    for (const char* role : {"RN-V", "LPA", "GI"}) {
        console.state.seat = role;
        look(std::string("seat-") + role, console);
    }
}

INSTANTIATE_SCREENS(ConsoleStates);

class ConsoleActs : public testing::Test {
protected:
    Console console{busy_trainer_world()};
    // Tall, so that no list of this house scrolls.
    Harness harness{1600, 1700, [this](Ui& ui) { console.draw(ui); }};

    template <class Change>
    void change_role(const std::string& id, Change change) {
        v1::Entity entity = *console.model.views["trainer"].find("role:" + id);
        change(*entity.mutable_role());
        put_in(console.model, entity);
    }
    // The button of the row that is in sight and fits.
    template <class Fits>
    void use_stall(Fits fits) {
        Panel panel = console.panel(harness.ui);
        const auto found = stalls(panel, happenings(panel, console.state.witness));
        std::vector<const Stall*> shown;
        for (const Stall& stall : found)
            if (!stall.folded || console.state.unfolded.contains(stall.group))
                shown.push_back(&stall);
        const auto names = stall_names(shown);
        for (std::size_t row = 0; row < shown.size(); ++row)
            if (fits(*shown[row])) return harness.click(names[row]);
        FAIL() << "no such row";
    }
    void unfold(const std::string& group) {
        use_stall([&](const Stall& stall) { return stall.group == group && stall.role.empty(); });
    }
    void follow(const std::string& words) {
        use_stall([&](const Stall& stall) { return stall.words == words; });
    }
};

TEST_F(ConsoleActs, counts_who_shared_with_whom_and_the_table_says_the_same) {
    const auto all = links(*console.model.main_view(), false);
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().from, "SCH");
    EXPECT_EQ(all.front().to, "VT");
    EXPECT_EQ(all.front().count, 2);
    EXPECT_TRUE(harness.reads("Z naar V: 1"));
    EXPECT_TRUE(harness.reads("V naar Z: 2"));
    EXPECT_TRUE(harness.reads("Binnen een tafel: 10"));
    harness.click("network.as_table");
    for (const Link& link : all)
        EXPECT_TRUE(harness.shows("network.link." + link.from + "." + link.to));
    EXPECT_TRUE(harness.reads("Deelden nog niets: OVJ, SHN-Z"));
    EXPECT_EQ(links(*console.model.main_view(), true).size(), 2U);
}

TEST_F(ConsoleActs, leaves_only_the_arrows_of_a_chosen_role_by_key_too) {
    harness.ui.focus("network.SCH");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_EQ(console.state.network.role, "SCH");
    EXPECT_TRUE(harness.reads("SCH deelde 2 keer en kreeg 0 keer iets"));
    harness.click("network.all");
    EXPECT_EQ(console.state.network.role, "");
}

TEST(Network, keeps_boxes_of_a_large_table_apart) {
    for (const std::size_t count : {2U, 5U, 16U, 20U}) {
        const auto points = around({0, 0, 330, 300}, count, 58);
        ASSERT_EQ(points.size(), count);
        for (std::size_t one = 0; one < count; ++one)
            for (std::size_t other = one + 1; other < count; ++other)
                EXPECT_TRUE(std::abs(points[one].x - points[other].x) >= 58 ||
                            std::abs(points[one].y - points[other].y) >= 28)
                    << count << ": " << one << " and " << other;
    }
}

TEST_F(ConsoleActs, finds_who_has_what_and_did_not_open_it) {
    harness.click("trainer.overview");
    harness.type("rn-z");
    EXPECT_TRUE(harness.reads("Stukken: 3, ongelezen: 3"));
    EXPECT_TRUE(harness.shows("overview.item.RN-Z.A07"));
    EXPECT_FALSE(harness.shows("overview.item.VT.A03"));
    console.state.overview.search = "samira";
    harness.settle();
    EXPECT_TRUE(harness.shows("overview.item.VT.A03"));
    harness.click("overview.only_unopened");
    EXPECT_FALSE(harness.shows("overview.item.VT.A03"));
    EXPECT_TRUE(harness.shows("overview.item.VT.A14"));
    console.state.overview.search = "aangehouden";
    harness.settle();
    EXPECT_TRUE(harness.reads("Niets gevonden"));
    harness.press(Key::escape);
    EXPECT_FALSE(console.state.overview.open);
}

TEST_F(ConsoleActs, tells_everything_in_a_sentence_with_names) {
    EXPECT_TRUE(harness.reads("zet in het plan: Mirjam bellen en afspreken wat we delen"));
    harness.click("feed.filter.deciding");
    EXPECT_TRUE(
        harness.reads("besluit over ‘Wie is de regisseur?’: Schorsen met een contactverbod"));
    EXPECT_TRUE(harness.reads("Geen besluit op tijd over ‘Wie belt de school?’"));
    EXPECT_TRUE(harness.reads("legt een afweging vast over A07 Eerder toezicht liep goed"));
    EXPECT_TRUE(harness.reads("eerder"));
    harness.click("feed.filter.sharing");
    EXPECT_TRUE(harness.reads("deelt met OM-V"));
    EXPECT_TRUE(harness.reads("A01 Jesse is vannacht aangehouden"));
    EXPECT_TRUE(harness.reads("Taak van Veilig Thuis, Wmo"));
    EXPECT_FALSE(harness.reads("besluit over"));
}

TEST_F(ConsoleActs, tells_what_changes_while_it_looks_with_the_time_it_was_seen) {
    v1::Entity meeting = *console.model.views["trainer"].find("meeting:HG");
    meeting.mutable_meeting()->set_phase("judgement");
    put_in(console.model, meeting);
    harness.settle();
    EXPECT_TRUE(harness.reads("Overleg huiselijk geweld gaat naar Oordeelsvorming"));
    ASSERT_FALSE(console.state.witness.steps.empty());
    EXPECT_EQ(console.state.witness.steps.back().at_sim_ms, 10 * hour + 15 * minute);
}

TEST_F(ConsoleActs, tells_who_took_over_a_seat_and_what_the_pace_became) {
    v1::Entity seat = *console.model.views["trainer"].find("role:VT");
    const std::string who = console.model.name_of(seat.role().occupant());
    const std::uint32_t before = seat.role().occupant();
    seat.mutable_role()->set_occupant(0);
    seat.mutable_role()->set_autopilot(true);
    put_in(console.model, seat);
    v1::Entity session = *console.model.views["trainer"].find("session");
    session.mutable_session()->set_speed_permille(2000);
    put_in(console.model, session);
    harness.settle();
    EXPECT_TRUE(harness.reads("De computer speelt nu VT"));
    EXPECT_TRUE(harness.reads("Het tempo is nu 2×"));
    seat.mutable_role()->set_occupant(before);
    put_in(console.model, seat);
    harness.settle();
    EXPECT_TRUE(harness.reads("Op de stoel van VT zit nu " + who));
    // What a seat did itself is another thing.
    const auto last = last_acts(happenings(
        Panel{harness.ui, console.model, console.outbox, 0, {}, console.model.main_view(), {}},
        console.state.witness));
    EXPECT_EQ(last.count(""), 0U);
}

TEST_F(ConsoleActs, says_what_each_seat_did_last_and_when) {
    EXPECT_TRUE(harness.reads("Deelde A01 · 10:09"));
    EXPECT_TRUE(harness.reads("Vroeg om hulp · 10:14"));
    EXPECT_TRUE(harness.reads("Verbinding weg"));
}

TEST_F(ConsoleActs, answers_a_call_for_help_with_one_click) {
    EXPECT_TRUE(harness.reads("Esther, SHN-Z, vraagt om hulp"));
    EXPECT_TRUE(harness.reads("Ik kan het stuk niet openen"));
    harness.click("help.40");
    EXPECT_EQ(console.last().answer_help().call(), 40U);
}

TEST_F(ConsoleActs, warns_of_nobody_who_had_no_time_to_act) {
    console.model = fresh_trainer_world();
    harness.settle();
    Panel panel = console.panel(harness.ui);
    const auto found = stalls(panel, happenings(panel, console.state.witness));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().words, "LPA: verbinding weg");
}

TEST_F(ConsoleActs, calls_nobody_silent_because_the_time_of_the_case_leapt) {
    harness.settle();
    EXPECT_TRUE(harness.reads("rollen zijn stil"));
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Entity entity = *console.model.views["trainer"].find("session");
    v1::Session& session = *entity.mutable_session();
    session.set_sim_ms(session.sim_ms() + 72 * hour);
    session.set_segment_ends_sim_ms(session.segment_ends_sim_ms() + 72 * hour);
    *patch.add_entities() = entity;
    console.model.views["trainer"].merge(patch);
    console.model.session_sim_ms = session.sim_ms();
    harness.settle();
    EXPECT_FALSE(harness.reads("is stil"));
    EXPECT_FALSE(harness.reads("zijn stil"));
    EXPECT_FALSE(harness.reads("Stil, 3 dagen"));
}

TEST_F(ConsoleActs, says_how_long_somebody_is_silent_so_that_nobody_reads_a_time_of_day) {
    EXPECT_EQ(duration_words(console.panel(harness.ui), 65 * minute), "65 min");
    EXPECT_EQ(duration_words(console.panel(harness.ui), 10 * hour), "10 uur");
    EXPECT_EQ(duration_words(console.panel(harness.ui), 72 * hour), "3 dagen");
    Panel panel = console.panel(harness.ui);
    bool told = false;
    for (const Stall& stall : stalls(panel, happenings(panel, console.state.witness)))
        told = told || (stall.words == "RN-Z is stil" &&
                        stall.note == "Wouter, 75 min speeltijd (12 min echt)");
    EXPECT_TRUE(told);
}

TEST_F(ConsoleActs, tells_one_row_for_all_who_are_silent_until_it_is_unfolded) {
    Panel panel = console.panel(harness.ui);
    const auto found = stalls(panel, happenings(panel, console.state.witness));
    EXPECT_EQ(found.front().icon, Icon::gavel) << "a decision that is due comes first";
    EXPECT_LT(count_stalls(found), 8);
    EXPECT_TRUE(harness.reads("rollen zijn stil"));
    EXPECT_FALSE(harness.reads("RN-Z is stil"));
    use_stall([](const Stall& stall) { return stall.role.empty(); });
    EXPECT_TRUE(harness.reads("RN-Z is stil"));
}

TEST_F(ConsoleActs, whispers_from_a_stall) {
    use_stall([](const Stall&) { return true; });
    EXPECT_FALSE(console.state.seat.empty());
    const std::string role = console.state.seat;
    harness.type("Lukt het?");
    harness.press(Key::enter);
    EXPECT_EQ(console.last().whisper().to(), role);
    EXPECT_EQ(console.last().whisper().text(), "Lukt het?");
}

TEST_F(ConsoleActs, shows_the_stage_of_a_swap_and_who_is_waited_for) {
    console.model = swapping_trainer_world("writing");
    harness.settle();
    EXPECT_TRUE(harness.reads("Wissel: overdracht"));
    EXPECT_TRUE(harness.reads("1 van 10 klaar"));
    EXPECT_TRUE(harness.reads("nog 2:14"));
    EXPECT_TRUE(harness.reads("Houdt rol"));
    EXPECT_FALSE(harness.reads("Loopt"));
    EXPECT_TRUE(harness.shows("trainer.clock"));
    harness.click("trainer.swap_cancel", 2);
    EXPECT_TRUE(console.outbox.acts.empty());
    EXPECT_TRUE(harness.reads("Wissel afbreken?"));
    EXPECT_TRUE(harness.reads("Iedereen houdt dan de rol van nu en de zaak gaat verder."));
    harness.click("swap_off.yes");
    EXPECT_TRUE(console.last().has_cancel_swap());
    console.model = swapping_trainer_world("reading");
    harness.settle();
    EXPECT_TRUE(harness.reads("Wissel: inlezen"));
    EXPECT_FALSE(harness.shows("trainer.swap_cancel"));
    harness.click("trainer.swap_advance");
    EXPECT_FALSE(console.last().has_advance_swap());
    EXPECT_TRUE(harness.reads("Nog niet klaar: OVJ, POL-Z"));
    harness.click("swap_on.yes");
    EXPECT_TRUE(console.last().has_advance_swap());
}

TEST_F(ConsoleActs, tells_a_swap_that_was_called_off_from_one_that_was_done) {
    for (const bool done : {false, true}) {
        console.state.witness = {};
        console.model = busy_trainer_world();
        harness.settle();
        console.model = swapping_trainer_world("writing");
        harness.settle();
        if (done) {
            console.model = swapping_trainer_world("reading");
            harness.settle();
        }
        console.model = busy_trainer_world();
        harness.settle();
        EXPECT_EQ(harness.reads("De wissel is afgebroken"), !done);
        EXPECT_EQ(harness.reads("De wissel is klaar"), done);
    }
}

TEST_F(ConsoleActs, announces_a_swap_to_everybody_once) {
    harness.click("trainer.swap");
    EXPECT_TRUE(harness.reads("OVJ Daan"));
    EXPECT_TRUE(harness.reads("VT Samira"));
    harness.click("swap_wizard.announce");
    ASSERT_EQ(console.outbox.acts.size(), 1U) << "nothing hastens it";
    EXPECT_EQ(console.last().improvise_inject().to_size(), 0);
    EXPECT_EQ(console.last().improvise_inject().title(), "Zo meteen wisselen we van rol");
    EXPECT_FALSE(harness.widget("swap_wizard.announce").enabled);
    EXPECT_TRUE(harness.reads("Aangekondigd"));
    harness.click("swap_wizard.start");
    EXPECT_TRUE(console.last().has_start_swap());
    EXPECT_FALSE(console.state.swap.announced);
}

TEST_F(ConsoleActs, shows_who_asks_for_help_over_the_results_too) {
    console.state.results.open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Esther, SHN-Z, vraagt om hulp"));
    console.state.help_open = true;
    harness.settle();
    EXPECT_TRUE(harness.shows("calls.answer.40"));
    harness.press(Key::escape);
    EXPECT_FALSE(console.state.help_open);
    EXPECT_TRUE(console.state.results.open);
    harness.click("help.40");
    EXPECT_EQ(console.last().answer_help().call(), 40U);
}

TEST_F(ConsoleActs, tells_one_row_for_all_empty_seats_until_it_is_unfolded) {
    for (const char* id : {"GI", "WON"})
        change_role(id, [](v1::Role& role) {
            role.set_autopilot(false);
            role.set_autopilot_only(false);
        });
    harness.settle();
    EXPECT_TRUE(harness.reads("2 stoelen zijn leeg"));
    EXPECT_TRUE(harness.reads("Daar antwoordt niemand: GI en WON"));
    EXPECT_FALSE(harness.reads("GI is leeg"));
    unfold("empty");
    EXPECT_TRUE(harness.reads("GI is leeg"));
    follow("GI is leeg");
    EXPECT_EQ(console.state.seat, "GI");
    EXPECT_TRUE(harness.shows("seat.stand_in"));
}

TEST_F(ConsoleActs, tells_one_row_for_many_who_are_gone) {
    for (const char* id : {"OVJ", "VT", "CAS", "PRC"})
        change_role(id, [](v1::Role& role) { role.set_connected(false); });
    harness.settle();
    EXPECT_TRUE(harness.reads("13 van 18 verbonden"));
    EXPECT_TRUE(harness.reads("OVJ, PRC, CAS, VT en LPA"));
    EXPECT_FALSE(harness.reads("VT: verbinding weg"));
    unfold("offline");
    EXPECT_TRUE(harness.reads("VT: verbinding weg"));
}

TEST_F(ConsoleActs, helps_somebody_without_a_seat_to_a_free_one) {
    change_role("GI", [](v1::Role& role) {
        role.set_autopilot(false);
        role.set_autopilot_only(false);
    });
    console.model.names[40] = "Sven";
    v1::Entity guest;
    guest.set_key("participant:40");
    guest.mutable_participant()->set_id(40);
    guest.mutable_participant()->set_connected(true);
    put_in(console.model, guest);
    harness.settle();
    EXPECT_TRUE(harness.reads("Sven heeft geen stoel"));
    follow("Sven heeft geen stoel");
    harness.click("seat.place");
    EXPECT_EQ(console.last().assign_role().participant(), 40U);
    EXPECT_EQ(console.last().assign_role().role(), "GI");
}

TEST_F(ConsoleActs, makes_pairs_by_hand_or_leaves_them_to_the_case) {
    harness.click("trainer.swap");
    EXPECT_TRUE(harness.reads("Zo legt de casus het vast."));
    EXPECT_TRUE(harness.reads("4 rollen wisselen, 17 niet"));
    harness.click("swap_wizard.way.own");
    harness.click("swap_wizard.one");
    harness.click("swap_wizard.one.OVJ");
    harness.click("swap_wizard.other");
    harness.click("swap_wizard.other.CAS");
    harness.click("swap_wizard.add");
    harness.click("swap_wizard.start");
    ASSERT_EQ(console.last().start_swap().pairs_size(), 1);
    EXPECT_EQ(console.last().start_swap().pairs(0).one(), "OVJ");
    EXPECT_EQ(console.last().start_swap().pairs(0).other(), "CAS");
}

TEST_F(ConsoleActs, tells_what_a_picture_above_the_seats_means) {
    Harness small(1280, 720, [this](Ui& ui) { console.draw(ui); });
    Rect last;
    for (const DrawnText& text : small.ui.record().texts())
        if (text.text == "Laatste handeling") last = text.rect;
    ASSERT_FALSE(last.empty());
    EXPECT_FALSE(small.reads("nog niet las"));
    small.wheel({last.left - 60, last.centre().y}, 0);
    EXPECT_TRUE(small.reads("Ongelezen Stukken die deze rol heeft gekregen"));
    small.wheel({last.left - 20, last.centre().y}, 0);
    EXPECT_TRUE(small.reads("Open vragen Vragen aan deze rol"));
    EXPECT_EQ(text_faults(small.ui), "");
    small.keep("console-seats-hint-1280");
}

TEST_F(ConsoleActs, marks_a_moment_by_key_and_by_name) {
    harness.press_letter('m', true);
    EXPECT_EQ(console.last().bookmark_moment().title(), "Moment om 10:15");
    console.state.overview.open = true;
    console.state.overview.tab = 3;
    harness.settle();
    EXPECT_TRUE(harness.reads("Vraag over het contactverbod"));
    harness.click("overview.moment");
    harness.type("Milan wordt genoemd");
    harness.click("overview.moment_set");
    EXPECT_EQ(console.last().bookmark_moment().title(), "Milan wordt genoemd");
}

TEST_F(ConsoleActs, reaches_the_tracks_and_the_meetings) {
    harness.click("trainer.phase.V");
    EXPECT_TRUE(harness.reads("voorzitter PRC"));
    harness.click("overview.tab.tracks");
    EXPECT_TRUE(harness.reads("Vertrouwen in hulp"));
    EXPECT_TRUE(harness.reads("3 van 10"));
}

TEST(ConsoleOnASmallScreen, keeps_everything_in_reach_through_the_menu) {
    Console console{busy_trainer_world()};
    Harness harness{1280, 720, [&](Ui& ui) { console.draw(ui); }, {.scale = 2}};
    EXPECT_TRUE(harness.shows("trainer.clock"));
    for (const char* entry : {"overview", "people", "moment", "swap", "end", "desk"}) {
        harness.click("bar.menu");
        const std::string wanted = std::string("bar.menu.") + entry;
        for (int row = 0; row < 12 && !harness.shows(wanted); ++row) harness.press(Key::down);
        EXPECT_TRUE(harness.shows(wanted)) << entry;
        harness.press(Key::escape);
    }
    harness.click("bar.menu");
    for (int row = 0; row < 12 && !harness.shows("bar.menu.end"); ++row) harness.press(Key::down);
    harness.click("bar.menu.end");
    harness.click("leave.yes");
    EXPECT_TRUE(console.last().has_end_session());
}

TEST(ConsoleOnASmallScreen, pins_the_worst_stall_under_the_injects) {
    Console console{busy_trainer_world()};
    Harness harness{1280, 720, [&](Ui& ui) { console.draw(ui); }};
    EXPECT_TRUE(harness.reads("Uiterlijk 10:30, OVJ"));
    EXPECT_TRUE(harness.shows("stall.worst"));
    harness.click("trainer.right.stalls");
    EXPECT_FALSE(harness.shows("stall.worst"));
    EXPECT_TRUE(harness.reads("Uiterlijk 10:30, OVJ"));
    harness.click("trainer.middle.events");
    EXPECT_TRUE(harness.shows("feed.filter.all"));
}

TEST(Network, bends_an_arrow_around_a_box_that_is_in_its_way) {
    const Rect from{0, 100, 60, 128}, to{300, 100, 360, 128}, between{150, 95, 210, 133};
    const Rect area{-50, -50, 400, 300};
    std::vector<Point> turned;
    const auto path = path_between({from, to, std::span(&between, 1), area, 0, 10}, turned);
    ASSERT_GT(path.size(), 2U);
    for (const Point point : path) EXPECT_FALSE(between.inset(-6).contains(point));
    EXPECT_NEAR(path.back().x, to.left, 8);
    EXPECT_EQ(path_between({from, to, {}, area, 0, 10}, turned).front().y, from.centre().y);
}

TEST(ConsoleContrast, keeps_arrows_at_three_to_one) {
    for (const Contrast contrast : {Contrast::light, Contrast::high})
        for (const Token ground : {Token::canvas, Token::surface})
            for (const Token arrow : {Token::accent, Token::control_border})
                EXPECT_GE(contrast_ratio(colour(arrow, contrast), colour(ground, contrast)), 3.0);
}

}  // namespace
}  // namespace casustafel::ui
