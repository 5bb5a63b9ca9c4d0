// What is taken from one run to the next: written whole, readable by its owner only, read back, and
// gone on a shared workstation.
#include "client/platform/memory.hpp"

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

    Memory memory() const { return Memory(Keeping(folder)); }
    std::string folder;

private:
    std::string root_;
};

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
    Memory now = memory();
    now.keep(RememberedPlace{"http://a:4000", "K7W4MP", "Samira", std::string(32, '\x80')});
    now.write(0);
    struct stat about {};
    ASSERT_EQ(stat((folder + "/place").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
    ASSERT_EQ(stat(folder.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0700U);
    EXPECT_EQ(memory().place().token, std::string(32, '\x80'));
}

TEST_F(TheMemory, gives_drafts_back_to_who_wrote_them_and_to_nobody_else) {
    Memory now = memory();
    now.keep_drafts("K7W4MP", 5, "casustafel drafts 1\nVT/triage\tx\n");
    now.write(0);
    EXPECT_EQ(memory().drafts("K7W4MP", 5), "casustafel drafts 1\nVT/triage\tx\n");
    EXPECT_EQ(memory().drafts("K7W4MP", 6), "");
    EXPECT_EQ(memory().drafts("OTHER1", 5), "");
    now.keep_drafts("K7W4MP", 5, "");
    now.write(5'000);
    EXPECT_FALSE(fs::exists(folder + "/drafts"));
}

TEST_F(TheMemory, writes_at_most_once_a_second_and_at_once_when_the_program_stops) {
    Memory now = memory();
    now.keep_drafts("K7W4MP", 5, "one");
    EXPECT_FALSE(now.write(10'000));
    now.keep_drafts("K7W4MP", 5, "two");
    EXPECT_TRUE(now.write(10'300));
    EXPECT_EQ(memory().drafts("K7W4MP", 5), "one");
    EXPECT_FALSE(now.write(10'300, true));
    EXPECT_EQ(memory().drafts("K7W4MP", 5), "two");
}

TEST_F(TheMemory, leaves_nothing_on_a_shared_workstation) {
    Memory now = memory();
    now.keep(some_settings());
    now.keep_drafts("K7W4MP", 5, "typed");
    now.write(0);
    now.share_workstation(true);
    now.keep_drafts("K7W4MP", 5, "typed more");
    now.write(9'000);
    EXPECT_TRUE(fs::is_empty(folder));
}

TEST_F(TheMemory, survives_a_folder_that_cannot_be_written) {
    std::ofstream(folder.substr(0, folder.find("/new")) + "/new") << "a file in the way";
    Memory now = memory();
    now.keep(some_settings());
    EXPECT_FALSE(now.write(0));
    EXPECT_EQ(memory().settings(), RememberedSettings{});
}

}  // namespace
}  // namespace casustafel::platform
