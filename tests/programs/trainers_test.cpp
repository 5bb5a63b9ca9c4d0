// `casustafel trainers`: keys of their own, added, listed and revoked beside a server that runs.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

std::string key_in(const Ended& added) {
    for (const std::string& line : added.lines())
        if (line.starts_with("trainer-key ")) return line.substr(12);
    return {};
}

class TrainersVerb : public testing::Test {
protected:
    Ended trainers(Words words) {
        words.insert(words.begin(), "trainers");
        words.insert(words.end(), {"--data", server.data()});
        return run(words);
    }
    Ended as(const std::string& key, Words words) {
        words.insert(words.begin(), {"trainer", "--server", server.url(), "--json"});
        return run_with_key(key, words);
    }
    Server server;
};

TEST_F(TrainersVerb, adds_and_revokes_beside_a_server_that_runs) {
    const std::string shared = server.key();
    EXPECT_EQ(as(shared, {"list"}).code, 0);
    const Ended added = trainers({"add", "Anouk de Vries"});
    ASSERT_EQ(added.code, 0) << added.err;
    const std::string key = key_in(added);
    ASSERT_EQ(key.size(), 28U) << added.out;
    EXPECT_EQ(trainers({"add", "Anouk de Vries"}).code, 1) << "twice the same name";
    EXPECT_EQ(as(key, {"list"}).code, 0);
    EXPECT_EQ(as(shared, {"list"}).code, 1) << "the shared key is worth nothing now";

    const std::string file = server.data() + "/casustafel.trainers";
    struct stat about {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
    std::ifstream in(file);
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(kept.find(key), std::string::npos) << "only its hash";

    const Ended made = as(key, {"new", "oefentafel", "--name", "Dinsdag"});
    ASSERT_EQ(made.code, 0) << made.err;
    const std::string code = nlohmann::json::parse(made.out).at("code");
    EXPECT_NE(as(key, {"list"}).out.find("Dinsdag"), std::string::npos);
    EXPECT_EQ(as(key, {"pause", code}).code, 1) << "it has not started";

    EXPECT_EQ(trainers({"revoke", "Anouk de Vries"}).code, 0);
    EXPECT_EQ(trainers({"revoke", "Anouk de Vries"}).code, 1);
    EXPECT_EQ(as(key, {"list"}).code, 1);
    EXPECT_EQ(as(shared, {"list"}).code, 1);
    const Ended again = trainers({"add", "Anouk de Vries"});
    EXPECT_EQ(as(key_in(again), {"list"}).code, 0) << "the last one was lost";
    EXPECT_NE(trainers({"list"}).out.find("ingetrokken"), std::string::npos);
}

TEST_F(TrainersVerb, shows_a_second_factor_and_asks_for_it) {
    const Ended added = trainers({"add", "Bram", "--totp"});
    ASSERT_EQ(added.code, 0) << added.err;
    EXPECT_NE(added.out.find("otpauth://totp/Casustafel:Bram?secret="), std::string::npos);
    EXPECT_NE(added.out.find("█"), std::string::npos) << "a QR code";
    const Ended refused = as(key_in(added), {"list"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.out.find("second_factor"), std::string::npos) << refused.out;
}

TEST_F(TrainersVerb, takes_a_key_from_a_file_and_puts_whole_sessions_away) {
    const std::string key = key_in(trainers({"add", "Anouk"}));
    const Scratch scratch;
    const std::string file = scratch / "key";
    std::ofstream(file) << key << "\n";
    const auto by_file = [&](Words words) {
        words.insert(words.begin(),
                     {"trainer", "--server", server.url(), "--key-file", file, "--json"});
        return run(words);
    };
    const Ended made = by_file({"new", "oefentafel"});
    ASSERT_EQ(made.code, 0) << made.err;
    const std::string code = nlohmann::json::parse(made.out).at("code");
    EXPECT_EQ(by_file({"card", code, "--group", "Team Noord"}).code, 0);
    EXPECT_NE(by_file({"card", code}).out.find("Team Noord"), std::string::npos);
    EXPECT_EQ(by_file({"copy", code}).code, 0);
    EXPECT_NE(by_file({"invite", code}).out.find(server.url()), std::string::npos);
    EXPECT_NE(by_file({"lead", code}).out.find("\"lead\":1"), std::string::npos);
    EXPECT_EQ(by_file({"archive", code}).code, 0);
    EXPECT_NE(by_file({"list"}).out.find("\"archived\""), std::string::npos);
    EXPECT_EQ(by_file({"unarchive", code}).code, 0);
    EXPECT_EQ(by_file({"delete", code}).code, 2) << "nobody answers for a script";
    EXPECT_EQ(by_file({"delete", code, "--yes"}).code, 0);
    EXPECT_EQ(by_file({"list"}).out.find(code), std::string::npos);
}

}  // namespace
}  // namespace casustafel::programs
