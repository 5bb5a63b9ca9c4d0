// What is taken from one run to the next: written whole, readable by its owner only, read back, and
// gone on a shared workstation.
#include "client/platform/memory.hpp"
#include "client/platform/native/file_keeping.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace casustafel::platform {
namespace {

namespace fs = std::filesystem;

class TheMemory : public testing::Test {
protected:
    void SetUp() override {
        char name[] = "/tmp/casustafel-memory-XXXXXX";
        ASSERT_NE(mkdtemp(name), nullptr);
        root_ = name;
        folder = root_ + "/new/casustafel";
    }
    void TearDown() override {
        std::error_code error;
        fs::remove_all(root_, error);
    }

    Memory memory() const { return Memory(std::make_unique<FileKeeping>(folder)); }
    std::string folder;

private:
    std::string root_;
};

RememberedPlace place_of(std::uint32_t who, const std::string& code = "K7W4MP") {
    return {"http://a:4000", code, who == 5 ? "Samira" : "Tom", who, std::string(32, '\x80')};
}

// Takes the place of this person, and keeps the way back to it.
void sit(Memory& memory, const RememberedPlace& place) {
    EXPECT_TRUE(memory.take(place));
    memory.keep(place);
    memory.write(0, true);
}

RememberedSettings some_settings() {
    RememberedSettings remembered;
    remembered.settings = {1.5F, ui::Contrast::high, text::Language::en, true};
    remembered.width = 1600;
    remembered.height = 900;
    remembered.server = "https://oefenen.voorbeeld.nl";
    remembered.name = "Samira Ünal 🙂";
    return remembered;
}

TEST_F(TheMemory, takes_settings_and_window_size_to_the_next_run) {
    Memory now = memory();
    now.keep(some_settings());
    EXPECT_FALSE(now.write(0));
    EXPECT_EQ(memory().settings(), some_settings());
}

TEST_F(TheMemory, begins_with_the_usual_settings_whatever_the_file_holds) {
    EXPECT_EQ(memory().settings(), RememberedSettings{});
    for (const char* text : {"", "scale=\n", "scale=9999\nwidth=-3\n", "\xff\xfe=\x00", "====\n"})
        EXPECT_EQ(read_settings(text), RememberedSettings{}) << text;
    EXPECT_EQ(read_place("code=K7W4MP\ntoken=zz\n"), RememberedPlace{});
}

TEST_F(TheMemory, keeps_its_files_from_others) {
    {
        Memory now = memory();
        sit(now, place_of(5));
    }
    for (const auto& file : fs::directory_iterator(folder)) {
        struct stat about {};
        ASSERT_EQ(stat(file.path().c_str(), &about), 0);
        EXPECT_EQ(about.st_mode & 0777, 0600U) << file.path();
    }
    struct stat about {};
    ASSERT_EQ(stat(folder.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0700U);
    EXPECT_EQ(memory().places(), std::vector<RememberedPlace>{place_of(5)});
}

TEST_F(TheMemory, gives_drafts_back_to_who_wrote_them_and_to_nobody_else) {
    {
        Memory now = memory();
        now.keep_drafts("of nobody");
        sit(now, place_of(5));
        now.keep_drafts("casustafel drafts 1\nVT/triage\tx\n");
        now.keep_acts("aa");
        now.write(5'000);
    }
    Memory mine = memory();
    EXPECT_EQ(mine.drafts(), "");
    for (const RememberedPlace& other : {place_of(6), place_of(5, "OTHER1")}) {
        ASSERT_TRUE(mine.take(other));
        EXPECT_EQ(mine.drafts(), "");
    }
    ASSERT_TRUE(mine.take(place_of(5)));
    EXPECT_EQ(mine.drafts(), "casustafel drafts 1\nVT/triage\tx\n");
    EXPECT_EQ(mine.acts(), "aa");
    mine.keep_drafts("");
    mine.write(9'000);
    EXPECT_EQ(mine.drafts(), "");
}

TEST_F(TheMemory, keeps_two_windows_of_one_account_apart) {
    Memory one = memory(), other = memory();
    sit(one, place_of(5));
    EXPECT_FALSE(other.take(place_of(5)));
    EXPECT_TRUE(other.places().empty());  // what the other window uses is offered to nobody
    sit(other, place_of(6));
    one.keep_drafts("of Samira");
    other.keep_drafts("of Tom");
    one.write(9'000);
    other.write(9'000);
    EXPECT_EQ(one.drafts(), "of Samira");
    EXPECT_EQ(other.drafts(), "of Tom");
    other.forget_person();  // signs out
    EXPECT_EQ(one.drafts(), "of Samira");
    one.let_go();
    EXPECT_EQ(memory().places(), std::vector<RememberedPlace>{place_of(5)});
}

TEST_F(TheMemory, offers_both_places_to_who_starts_again_and_each_once) {
    {
        Memory one = memory(), other = memory();
        sit(one, place_of(5));
        sit(other, place_of(6));
    }
    Memory first = memory(), second = memory();
    EXPECT_EQ(first.places().size(), 2U);
    EXPECT_EQ(second.places().size(), 2U);
    ASSERT_TRUE(first.take(place_of(5)));
    EXPECT_FALSE(second.take(place_of(5)));
    EXPECT_EQ(second.places(), std::vector<RememberedPlace>{place_of(6)});
    EXPECT_TRUE(second.take(place_of(6)));
}

TEST_F(TheMemory, keeps_nothing_of_a_person_it_let_go_of) {
    Memory closed = memory();
    sit(closed, place_of(5));
    closed.let_go();
    Memory live = memory();
    sit(live, place_of(5));
    live.keep_drafts("of the live window");
    live.write(5'000);
    closed.keep(place_of(5));
    closed.keep_drafts("of the closed one");
    closed.keep_acts("aa");
    closed.write(9'000);
    EXPECT_EQ(live.drafts(), "of the live window");
    EXPECT_EQ(live.acts(), "");
}

TEST_F(TheMemory, forgets_a_way_back_that_does_not_work) {
    {
        Memory now = memory();
        sit(now, place_of(5));
    }
    Memory now = memory();
    now.forget_place(place_of(5));
    EXPECT_TRUE(now.places().empty());
}

TEST_F(TheMemory, writes_at_most_once_a_second_and_at_once_when_the_program_stops) {
    Memory now = memory();
    sit(now, place_of(5));
    now.keep_drafts("one");
    EXPECT_FALSE(now.write(10'000));
    now.keep_drafts("two");
    EXPECT_TRUE(now.write(10'300));
    EXPECT_EQ(now.drafts(), "one");
    EXPECT_FALSE(now.write(10'300, true));
    EXPECT_EQ(now.drafts(), "two");
}

TEST_F(TheMemory, leaves_nothing_on_a_shared_workstation) {
    Memory now = memory();
    sit(now, place_of(5));
    now.keep(some_settings());
    now.keep_drafts("typed");
    now.write(5'000);
    now.share_workstation(true);
    now.take(place_of(5));
    now.keep_drafts("typed more");
    now.write(9'000);
    EXPECT_TRUE(fs::is_empty(folder));
}

TEST_F(TheMemory, knows_whether_it_is_the_first_start) {
    EXPECT_TRUE(memory().first_start());
    Memory now = memory();
    now.keep(some_settings());
    now.write(0);
    EXPECT_FALSE(memory().first_start());
}

TEST_F(TheMemory, survives_a_folder_that_cannot_be_written) {
    std::ofstream(folder.substr(0, folder.find("/new")) + "/new") << "a file in the way";
    Memory now = memory();
    now.keep(some_settings());
    EXPECT_FALSE(now.write(0));
    EXPECT_EQ(memory().settings(), RememberedSettings{});
    EXPECT_EQ(now.take_trouble(), folder);
    now.keep(RememberedSettings{});
    now.write(9'000);
    EXPECT_EQ(now.take_trouble(), "");  // told once
}

}  // namespace
}  // namespace casustafel::platform
