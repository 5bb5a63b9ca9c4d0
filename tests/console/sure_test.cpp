// What cannot be taken back is asked about first, by the console as by the window: every act of the
// desk either has its question or stands below with how it is taken back.
#include "client/console/said/sure.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "client/console/desk.hpp"
#include "client/console/typed/verbs.hpp"

namespace casustafel::console {
namespace {

const Printer dutch{text::Language::nl, false};

// The acts of the desk that need no question, with why.
const std::map<std::string, std::string> taken_back_or_small = {
    {"assign_role", "release; a seat that is taken is asked about"},
    {"bookmark_moment", "says nothing to anybody"},
    {"hold_back_inject", "inject"},
    {"dismiss_observer", "a new link"},
    {"fire_inject", "retract, ten s"},
    {"hasten_inject", "was chosen twice already"},
    {"improvise_inject", "retract"},
    {"pause_session", "resume"},
    {"reply_by_hand", "words to one role, or an answer of the case that would come anyway"},
    {"resume_session", "pause"},
    {"retract_inject", "inject"},
    {"seat_autopilot", "release"},
    {"stand_in", "release"},
    {"whisper", "words to one role"}};

// A session that runs, with somebody in a seat, a swap and open questions; for who looks.
model::Model busy(bool trainer, const std::string& phase = "running") {
    model::Model model;
    model.trainer = trainer;
    model.participant = trainer ? 0 : 3;
    model.names[3] = "Samira";
    v1::ViewPatch patch;
    const auto add = [&](const std::string& key) -> v1::Entity& {
        v1::Entity& entity = *patch.add_entities();
        entity.set_key(key);
        return entity;
    };
    v1::Session& session = *add("session").mutable_session();
    session.mutable_title()->set_nl("Terhorst");
    session.set_phase(phase);
    session.set_round_number(2);
    session.set_rounds(5);
    for (const char* id : {"VT", "OVJ"}) {
        v1::Role& role = *add("role:" + std::string(id)).mutable_role();
        role.set_id(id);
        role.set_occupant(std::string(id) == "VT" ? 3 : 0);
    }
    v1::Participant& person = *add("participant:3").mutable_participant();
    person.set_id(3);
    person.set_connected(true);
    person.add_roles("VT");
    v1::SwapUnderWay& swap = *add("swap").mutable_swap();
    swap.set_stage("writing");
    swap.add_pairs()->set_one("VT");
    swap.mutable_pairs(0)->set_other("OVJ");
    v1::Prompt& prompt = *add("prompt:R1").mutable_prompt();
    prompt.set_id("R1");
    prompt.set_status("open");
    model.views["view"].merge(patch);
    return model;
}

std::optional<std::string> question(const v1::Command& act, const model::Model& model) {
    return question_before(act, model, model.views.at("view"), dutch);
}

v1::Command command_named(const std::string& name) {
    v1::Command command;
    const auto* field = v1::Command::descriptor()->FindFieldByName(name);
    command.GetReflection()->MutableMessage(&command, field);
    if (command.has_release_role()) command.mutable_release_role()->set_role("VT");
    if (command.has_send_away()) command.mutable_send_away()->set_participant(3);
    return command;
}

TEST(Sure, every_act_of_the_desk_asks_first_or_can_be_taken_back) {
    const model::Model model = busy(true);
    std::set<std::string> acts = {"close_prompt", "open_prompt", "start_swap"};
    for (const Verb& verb : desk_verbs()) acts.insert(verb.command->name());
    acts.erase("open_prompt");  // closes by itself when all have answered
    acts.erase("start_swap");  // cancelswap
    for (const std::string& act : acts)
        EXPECT_NE(question(command_named(act), model).has_value(),
                  taken_back_or_small.contains(act))
            << act;
}

TEST(Sure, says_in_short_what_ending_does) {
    const auto asked = question(command_named("end_session"), busy(true));
    ASSERT_TRUE(asked);
    for (const char* part :
         {"Terhorst", "1 deelnemers verbonden", "ronde 2 van 5", "niet terug te draaien"})
        EXPECT_NE(asked->find(part), std::string::npos) << *asked;
}

TEST(Sure, names_whom_it_concerns) {
    for (const char* act : {"send_away", "release_role", "close_prompt"}) {
        const auto asked = question(command_named(act), busy(true));
        ASSERT_TRUE(asked) << act;
        EXPECT_NE(asked->find("Samira"), std::string::npos) << *asked;
    }
}

TEST(Sure, asks_nothing_where_nothing_is_lost) {
    v1::Command empty_seat = command_named("release_role");
    empty_seat.mutable_release_role()->set_role("OVJ");
    EXPECT_FALSE(question(empty_seat, busy(true)));
    EXPECT_FALSE(question(command_named("end_session"), busy(true, "ended")));
    EXPECT_FALSE(question(command_named("release_role"), busy(false, "lobby")))
        << "who stands up before the start sits down again";
}

TEST(Sure, asks_a_participant_what_the_window_asks_too) {
    for (const char* act : {"release_role", "call_pause", "accept_triage"})
        EXPECT_TRUE(question(command_named(act), busy(false))) << act;
    EXPECT_FALSE(question(command_named("send_message"), busy(false)));
}

TEST(Sure, takes_only_a_yes_for_a_yes) {
    for (const char* yes : {"ja", "Ja", " j ", "yes", "Y"}) EXPECT_TRUE(says_yes(yes)) << yes;
    for (const char* no : {"", "nee", "jawel hoor", "n", "jaja", "end"})
        EXPECT_FALSE(says_yes(no)) << no;
}

}  // namespace
}  // namespace casustafel::console
