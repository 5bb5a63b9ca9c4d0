// A log that was exported, taken in again by another server: the same session, decided again; and
// everything that is wrong with such a file.
#include <gtest/gtest.h>

#include <fstream>

#include "house.hpp"

namespace casustafel::programs {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Import : public testing::Test {
protected:
    // A session that bots played to its end, as `export` writes it.
    std::string played() {
        const std::string code = server.new_session();
        auto bots = server.bots(code, "lawful");
        for (int tries = 0; tries < 200; ++tries) {
            const std::string status = server.trainer({"status", code}).out;
            std::size_t seated = 0;
            for (std::size_t at = 0; (at = status.find("\"occupant\":", at)) != std::string::npos;)
                seated += status[at += 11] != '0' ? 1 : 0;
            if (seated == 4) break;
        }
        EXPECT_EQ(server.trainer({"start", code, "--speed", "max"}).code, 0);
        EXPECT_EQ(bots->exit_code(), 0);
        const Ended log = run({"export", code, "--data", server.data()});
        EXPECT_EQ(log.code, 0) << log.err;
        return log.out;
    }
    std::string file(const std::string& text) const {
        const std::string path = server.scratch() / "log.jsonl";
        std::ofstream(path) << text;
        return path;
    }
    Ended taken_in(const std::string& text, const std::string& data) const {
        return run({"import", file(text), "--data", data, "--scenarios", scenarios()});
    }
    Server server;
};

TEST_F(Import, makes_the_same_session_at_another_server_once) {
    const std::string log = played();
    Server other;
    EXPECT_EQ(taken_in(log, other.data()).code, 5) << "not beside a server";
    ASSERT_EQ(other.stop(), 0);
    const Ended taken = taken_in(log, other.data());
    ASSERT_EQ(taken.code, 0) << taken.err;
    const std::string marker = "De code is ";
    const std::string code = taken.out.substr(taken.out.find(marker) + marker.size(), 8);
    EXPECT_EQ(run({"replay", code, "--verify", "--data", other.data()}).code, 0);
    EXPECT_EQ(run({"export", code, "--data", other.data()}).out, log) << "nothing was lost";
    const Ended again = taken_in(log, other.data());
    EXPECT_EQ(again.code, 1);
    EXPECT_TRUE(says(again.err, "staat er al, als " + code)) << again.err;
    other.start_again();
    EXPECT_TRUE(says(other.trainer({"list"}).out, code));
    EXPECT_EQ(other.trainer({"report", code}).code, 0);
    EXPECT_EQ(other.stop(), 0);
}

TEST_F(Import, refuses_what_is_no_whole_log_and_says_where) {
    const std::string log = played();
    ASSERT_EQ(server.stop(), 0);
    Server other;
    ASSERT_EQ(other.stop(), 0);
    const auto refused = [&](const std::string& text, const std::string& why, int code) {
        const Ended ended = taken_in(text, other.data());
        EXPECT_EQ(ended.code, code) << ended.out << ended.err;
        EXPECT_TRUE(says(ended.err, why)) << ended.err;
    };
    refused("", "geen logboek van export", 1);
    refused("{\"format\":99}\n", "geen logboek van export", 1);
    const std::size_t second = log.find('\n') + 1, third = log.find('\n', second) + 1;
    refused(log.substr(0, second), "regel 2 van het bestand", 1);
    refused(log.substr(0, second) + log.substr(third), "regel 2 van het bestand", 1);
    refused(log.substr(0, third) + "{\"seq\":\"2\",\"nonsense\":1}\n", "regel 3 van het bestand",
            1);
    std::string other_case = log;
    const std::size_t hash = other_case.find("\"scenario_hash\":\"") + 17;
    other_case[hash] = other_case[hash] == '0' ? '1' : '0';
    refused(other_case, "niet precies zoals toen", 1);
    std::string changed = log;
    const std::size_t digest = changed.find("\"digest\":\"");
    ASSERT_NE(digest, std::string::npos);
    char& last = changed[changed.find('"', digest + 10) - 1];
    last = last == '1' ? '2' : '1';
    refused(changed, "klopt niet met de casus", 3);
    EXPECT_EQ(run({"import", "/no/such/file", "--data", other.data()}).code, 1);
}

}  // namespace
}  // namespace casustafel::programs
