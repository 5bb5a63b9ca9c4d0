// Settings from a file, from the environment and from the call: which one holds, what is shown of
// them, and what is said about a file that is wrong.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "house.hpp"

namespace casustafel::programs {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Settings : public testing::Test {
protected:
    ~Settings() override { ::unsetenv("CASUSTAFEL_LISTEN"); }
    std::string file(const std::string& text) const {
        const std::string path = scratch / "casustafel.conf";
        std::ofstream(path) << text;
        return path;
    }
    Ended shown(const std::string& text, Words more = {}) const {
        Words words{"--config", file(text), "serve", "--show-configuration"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    const Scratch scratch;
};

TEST_F(Settings, of_a_file_hold_and_are_shown_with_their_line) {
    const Ended ended = shown(
        "# a comment\n\nlisten = \"0.0.0.0:4100\"\nproxy-protocol = true\n"
        "trusted-proxy = [\"192.0.2.1\", \"192.0.2.2\"]\n");
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(says(ended.out, "casustafel.conf, regel 3\nlisten = \"0.0.0.0:4100\"\n"))
        << ended.out;
    EXPECT_TRUE(says(ended.out, "casustafel.conf, regel 4\nproxy-protocol = true\n")) << ended.out;
    EXPECT_TRUE(says(ended.out, "regel 5\ntrusted-proxy = [\"192.0.2.1\", \"192.0.2.2\"]\n"))
        << ended.out;
    EXPECT_TRUE(says(ended.out, "# standaard\ndata = \"casustafel-data\"\n")) << ended.out;
}

TEST_F(Settings, of_the_call_go_before_the_environment_and_those_before_the_file) {
    const std::string text = "listen = \"127.0.0.1:4100\"\n";
    ::setenv("CASUSTAFEL_LISTEN", "127.0.0.1:4200", 1);
    const Ended environment = shown(text);
    EXPECT_TRUE(
        says(environment.out, "# omgeving: CASUSTAFEL_LISTEN\nlisten = \"127.0.0.1:4200\"\n"))
        << environment.out;
    const Ended call = shown(text, {"--listen", "127.0.0.1:4300"});
    EXPECT_TRUE(says(call.out, "# opdrachtregel: --listen\nlisten = \"127.0.0.1:4300\"\n"))
        << call.out;
}

TEST_F(Settings, that_are_shown_can_be_used_as_a_file) {
    const Ended once = shown("listen = \"127.0.0.1:4100\"\n", {"--allow-origin", "https://a.nl"});
    ASSERT_EQ(once.code, 0) << once.err;
    const Ended again = shown(once.out);
    ASSERT_EQ(again.code, 0) << again.err << once.out;
    EXPECT_TRUE(says(again.out, "listen = \"127.0.0.1:4100\"\n")) << again.out;
    EXPECT_TRUE(says(again.out, "allow-origin = [\"https://a.nl\"]\n")) << again.out;
}

TEST_F(Settings, that_do_not_exist_are_an_error_with_file_line_and_key) {
    const Ended ended = shown("listen = \"127.0.0.1:4100\"\n\nlisten-to = 4\n");
    EXPECT_EQ(ended.code, 2);
    EXPECT_TRUE(says(ended.err, "casustafel.conf, regel 3: listen-to is geen instelling"))
        << ended.err;
    const Ended section = shown("[serve]\nlisten = \"127.0.0.1:4100\"\n");
    EXPECT_EQ(section.code, 2);
    EXPECT_TRUE(says(section.err, "regel 1: serve is geen instelling")) << section.err;
}

TEST_F(Settings, of_a_file_that_is_not_there_are_an_error) {
    EXPECT_EQ(run({"--config", scratch / "none.conf", "serve", "--show-configuration"}).code, 2);
}

TEST_F(Settings, tell_other_verbs_where_the_data_are) {
    const std::string data = scratch / "elsewhere";
    const Ended ended =
        run({"--config", file("listen = \"0.0.0.0:1\"\ndata = \"" + data + "\"\n"), "verify"});
    EXPECT_NE(ended.code, 2) << ended.err;
    EXPECT_TRUE(says(ended.err, data)) << ended.err;
}

TEST_F(Settings, show_the_place_of_a_key_and_never_a_key) {
    const std::string keys = scratch / "trainer-key";
    std::ofstream(keys) << "SECRETSECRETSECRET\n";
    const Ended ended = shown("trainer-key-file = \"" + keys + "\"\n");
    EXPECT_TRUE(says(ended.out, keys)) << ended.out;
    EXPECT_FALSE(says(ended.out + ended.err, "SECRET")) << ended.out;
}

}  // namespace
}  // namespace casustafel::programs
