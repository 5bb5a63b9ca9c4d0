// What goes wrong on a bad day, in real windows at a real server: nothing breaks, nothing that was
// typed is lost, and each says what to do.
#include "party.hpp"
#include "server/core/rules/verify.hpp"

namespace casustafel::live {
namespace {

class BadDay : public Party {};

TEST_F(BadDay, a_share_sent_while_the_server_was_gone_arrives_once) {
    begin();
    weigh();
    fill_in_a_share();
    server.stop();
    tom.sees(text::Key::notice_offline);
    tom.click("share.act");
    tom.has_no("share.act");
    tom.sees(text::Key::notice_offline_waiting, {"1"});
    server.start();
    samira.has("item.G04");
    tom.settles();
    EXPECT_EQ(happened<core::ItemShared>(server.log()).size(), 1U);
}

TEST_F(BadDay, a_dialog_stays_as_it_was_when_the_server_comes_back) {
    begin();
    tom.click("requests.new");
    tom.write("ask.text", "Is er vannacht iemand thuis?");
    server.stop();
    tom.sees(text::Key::notice_offline);
    server.start();
    tom.sees(text::Key::notice_returned, {"Tom"});
    tom.sees("Is er vannacht iemand thuis?");
    tom.click("ask.people.PRC");
    tom.choose("ask.person", "ineke");
    tom.choose("ask.category", "housing");
    tom.click("ask.act");
    noor.sees("Is er vannacht iemand thuis?");
}

TEST_F(BadDay, of_two_who_want_one_seat_the_other_sits_down_elsewhere) {
    make_a_session();
    for (Window* person : {&samira, &tom}) {
        person->write("lobby.code", trainer.model().code);
        person->sees("Oefentafel: het keukenraam");
        person->write("lobby.name", person == &samira ? "Samira" : "Tom");
        person->click("lobby.read");
        person->click("seat.OVJ");
        person->has("lobby.take");
    }
    samira.screen().click("lobby.take");
    tom.screen().click("lobby.take");  // has not seen that Samira took it
    room.until([&] { return !samira.model().role().empty() || !tom.model().role().empty(); });
    Window& first = samira.model().role().empty() ? tom : samira;
    Window& second = &first == &samira ? tom : samira;
    second.sees(text::Key::notice_refused);
    second.click("seat.VT");
    second.click("lobby.take");
    second.sees(text::Key::lobby_seated);
    EXPECT_EQ(first.model().role(), "OVJ");
    EXPECT_EQ(second.model().role(), "VT");
}

TEST_F(BadDay, what_was_being_typed_is_still_there_after_a_swap_that_was_called_off) {
    begin();
    enter_the_case_meeting(tom);
    tom.write("talk.write", "Wie kan vanavond");
    trainer.click("trainer.swap");
    trainer.click("swap_wizard.start");
    tom.has("swap.note");
    trainer.click("trainer.swap_cancel");
    trainer.click("swap_off.yes");
    tom.has("talk.write");
    tom.sees("Wie kan vanavond");
}

TEST_F(BadDay, a_message_refused_during_a_pause_stays_to_be_sent_again) {
    begin();
    enter_the_case_meeting(noor);
    enter_the_case_meeting(tom);
    tom.write("talk.write", "Wie belt Ineke?");
    trainer.click("trainer.clock");
    tom.sees(text::Key::notice_paused_body);
    tom.click("talk.send");
    tom.sees(text::Key::notice_refused);
    tom.sees("Wie belt Ineke?");
    trainer.sees(text::Key::trainer_resume);
    trainer.screen().pass(1);  // a double click would be one
    trainer.click("trainer.clock");
    trainer.settles();
    tom.click("talk.send");
    tom.settles();
    EXPECT_EQ(happened<core::MessageSent>(server.log()).size(), 1U);
}

TEST_F(BadDay, the_trainer_ends_while_a_dialog_is_open) {
    begin();
    fill_in_a_share();
    trainer.click("trainer.end");
    trainer.click("leave.yes");
    tom.sees(text::Key::end_title);
    tom.click("end.look_back");
    tom.has("item.G04");
}

TEST_F(BadDay, the_longest_message_of_accents_and_emoji_fits_in_what_may_travel) {
    begin();
    enter_the_case_meeting(noor);
    enter_the_case_meeting(tom);
    std::string pasted = "Één gegeven 😀 ";
    for (int each = 0; each < 990; ++each) pasted += "😀é";
    tom.write("talk.write", pasted);
    tom.click("talk.send");
    tom.settles();
    EXPECT_EQ(tom.refusals(), std::vector<std::string>{});
    noor.sees("Één gegeven");
}

}  // namespace
}  // namespace casustafel::live
