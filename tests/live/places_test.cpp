// Whose place it is: windows of one account, a seat that went on at another screen, and what waited
// to be sent.
#include <unistd.h>

#include <filesystem>

#include "client/platform/native/file_keeping.hpp"
#include "party.hpp"

namespace casustafel::live {
namespace {

namespace fs = std::filesystem;

class Places : public Party {
protected:
    Places() {
        char name[] = "/tmp/casustafel-places-XXXXXX";
        if (mkdtemp(name) != nullptr) folder = name;
    }
    ~Places() override { fs::remove_all(folder); }

    std::unique_ptr<Window> window(const std::string& who, const std::string& in) {
        return std::make_unique<Window>(room, who, server.url(), folder + "/" + in);
    }
    // Somebody at this table, in a window that keeps things in this folder.
    std::unique_ptr<Window> at_the_table(const std::string& who, const std::string& role,
                                         const std::string& in) {
        auto made = window(who, in);
        sit_down(*made, who, role);
        return made;
    }
    std::string drafts() const {
        std::string all;
        for (const auto& file : fs::directory_iterator(folder + "/here"))
            if (file.path().filename().string().starts_with("drafts-"))
                all += platform::FileKeeping(folder + "/here")
                           .read(file.path().filename().string())
                           .value_or("");
        return all;
    }

    std::string folder;
};

TEST_F(Places, two_windows_of_one_account_come_back_as_two_persons) {
    make_a_session();
    auto one = at_the_table("Ada", "VT", "here"), other = at_the_table("Bas", "OVJ", "here");
    one->remembers();
    other->remembers();
    one.reset();
    other.reset();
    one = window("one", "here");
    other = window("other", "here");
    for (Window* each : {one.get(), other.get()}) {
        each->has("lobby.resume.1");
        each->sees(text::Key::lobby_resume_which);
    }
    one->click("lobby.resume");
    one->sees(text::Key::lobby_seated);
    other->click("lobby.resume");  // is that of the first window now
    other->sees(text::Key::notice_place_in_use);
    other->click("lobby.resume");
    other->sees(text::Key::lobby_seated);
    EXPECT_NE(one->model().participant, other->model().participant);
}

TEST_F(Places, signing_out_of_one_leaves_the_way_back_of_the_other) {
    make_a_session();
    auto one = at_the_table("Ada", "VT", "here"), other = at_the_table("Bas", "OVJ", "here");
    for (Window* each : {one.get(), other.get()}) each->remembers();
    one->signs_out();
    one.reset();
    other.reset();
    auto again = window("again", "here");
    again->click("lobby.resume");
    again->sees(text::Key::lobby_seated);
    EXPECT_EQ(again->model().role(), "OVJ");
}

TEST_F(Places, a_window_whose_seat_went_on_elsewhere_does_nothing_and_keeps_nothing) {
    make_a_session();
    auto old = at_the_table("Ada", "VT", "here");
    trainer.click("trainer.clock");
    trainer.click("start.empty");
    old->has("talk.write");
    old->remembers();
    fs::copy(folder + "/here", folder + "/elsewhere");
    auto live = window("Ada elsewhere", "elsewhere");
    live->click("lobby.resume");
    live->has("talk.write");
    old->sees(text::Key::closed_title);
    for (const ui::Widget& widget : old->screen().ui.record().widgets())
        EXPECT_TRUE(widget.name == "closed.back" || widget.area == "bar") << widget.name;
    enter_the_case_meeting(*live);
    live->write("talk.write", "hier verder");
    live->remembers();
    old->remembers();
    EXPECT_EQ(old->model().waiting, 0U);
    old->click("closed.back");
    old->has("talk.write");
    live->sees(text::Key::closed_title);
}

TEST_F(Places, what_waited_is_shown_and_sent_when_the_person_says_so) {
    make_a_session();
    auto ada = at_the_table("Ada", "VT", "here");
    sit_down(noor, "Noor", "PRC");
    trainer.click("trainer.clock");
    trainer.click("start.empty");
    ada->has("talk.write");
    enter_the_case_meeting(noor);
    enter_the_case_meeting(*ada);
    ada->settles();
    server.stop();
    ada->sees(text::Key::notice_offline);
    ada->write("talk.write", "Wie belt Ineke?");
    ada->click("talk.send");
    ada->remembers();
    ada.reset();
    server.start();
    ada = window("Ada again", "here");
    ada->click("lobby.resume");
    ada->sees(text::Key::kept_title);
    ada->sees("Wie belt Ineke?");
    EXPECT_EQ(ada->model().waiting, 0U);
    ada->click("kept.send");
    ada->settles();
    ada->remembers();
    ada.reset();
    ada = window("Ada once more", "here");
    ada->click("lobby.resume");
    ada->has("talk.write");
    ada->has_no("kept.send");
    EXPECT_EQ(happened<core::MessageSent>(server.log()).size(), 1U);
}

TEST_F(Places, of_an_exercise_that_is_over_only_the_way_back_is_kept) {
    make_a_session();
    auto ada = at_the_table("Ada", "VT", "here");
    trainer.click("trainer.clock");
    trainer.click("start.empty");
    enter_the_case_meeting(*ada);
    ada->write("talk.write", "nooit verstuurd");
    ada->remembers();
    EXPECT_NE(drafts(), "");
    trainer.click("trainer.end");
    trainer.click("leave.yes");
    ada->sees(text::Key::end_title);
    ada->remembers();
    EXPECT_EQ(drafts(), "");
}

}  // namespace
}  // namespace casustafel::live
