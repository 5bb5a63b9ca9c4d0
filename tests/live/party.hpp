#pragma once
// A trainer and three participants of the practice case in windows of their own, and the server
// they sit at. The names of widgets are all that a test needs to know of the screens.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server.hpp"
#include "window.hpp"

namespace casustafel::live {

// Every event of this kind, in order.
template <class Event>
std::vector<Event> happened(const std::vector<core::Record>& log) {
    std::vector<Event> found;
    for (const core::Record& record : log) {
        for (const core::Event& event : record.events) {
            if (const auto* one = std::get_if<Event>(&event)) found.push_back(*one);
        }
    }
    return found;
}

class Party : public testing::Test {
protected:
    Server server{"oefentafel"};
    Room room;
    Window trainer{room, "trainer", server.url()};
    Window samira{room, "Samira", server.url()}, tom{room, "Tom", server.url()},
        noor{room, "Noor", server.url()};

    void make_a_session() {
        trainer.click("lobby.other");
        trainer.click("join.way.trainer");
        trainer.write("join.key", server.trainer_key());
        trainer.click("join.act");
        trainer.click("desk.case.oefentafel");
        trainer.sees(trainer.model().code);
        trainer.has("trainer.clock");
    }

    void sit_down(Window& person, const std::string& name, const std::string& role) {
        person.write("lobby.code", trainer.model().code);
        person.sees("Oefentafel: het keukenraam");
        person.write("lobby.name", name);
        person.click("lobby.read");
        person.click("seat." + role);
        person.click("lobby.take");
        person.sees(text::Key::lobby_seated);
        trainer.sees(name);
    }

    // Samira leads the ZSM table, Tom is Veilig Thuis, Noor the process director; the clock runs.
    void begin() {
        make_a_session();
        sit_down(samira, "Samira", "OVJ");
        sit_down(tom, "Tom", "VT");
        sit_down(noor, "Noor", "PRC");
        trainer.click("trainer.clock");
        // Nobody plays the police.
        trainer.click("start.empty");
        for (Window* person : {&samira, &tom, &noor}) person->has("talk.write");
    }

    void weigh() {
        tom.click("item.G04");
        tom.click("item.weigh");
        for (const char* field : {"tried", "harm", "averts", "minimum"})
            tom.write(std::string("weighing.") + field, "Afgewogen met Ineke zelf.");
        tom.click("weighing.act");
        tom.settles();
    }
    // The conclusion of what Veilig Thuis was told, for the prosecutor; not yet sent.
    void fill_in_a_share() {
        tom.click("item.G04");
        tom.click("item.share");
        tom.click("share.people.OVJ");
        tom.choose("share.purpose", "charging_decision");
        tom.click("share.basis.WMOVT");
        tom.click("share.form.conclusion");
    }
    void enter_the_case_meeting(Window& person) {
        person.choose("talk.conversation", "meeting:CASUS");
        person.click("talk.enter");
        person.has("talk.leave");
    }
};

}  // namespace casustafel::live
