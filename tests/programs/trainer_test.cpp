// The trainer's verbs as a trainer or a script calls them: sentences or one object a line, and an
// exit code.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

TEST(Trainer, holds_a_session_with_the_verbs_alone) {
    Server server;
    const std::string code = server.new_session();
    const auto vt = server.join(code, "Vera", {"--role", "VT", "--json"});
    ASSERT_TRUE(vt->line_with(R"("done":"take_role")"));
    const std::vector<Words> verbs = {
        {"scenarios"},
        {"list"},
        {"status", code},
        {"start", code},
        {"pause", code},
        {"resume", code},
        {"speed", code, "2"},
        {"see", code, "VT"},
        {"improvise", code, "--title", "Bel", "--text", "De bel gaat", "--to", "VT"},
        {"reentry", code, "p1"},
        {"release", code, "VT", "--yes"},
        {"end", code, "--yes"}};
    for (const Words& words : verbs) {
        const Ended ended = server.trainer(words);
        EXPECT_EQ(ended.code, 0) << words.front() << "\n" << ended.out << ended.err;
        for (const std::string& line : ended.lines()) EXPECT_TRUE(json::accept(line)) << line;
        EXPECT_FALSE(ended.lines().empty()) << words.front() << " says nothing";
        EXPECT_EQ(ended.err, "") << words.front();
    }
    EXPECT_EQ(vt->exit_code(), 0);
    EXPECT_EQ(run({"replay", code, "--data", server.data(), "--verify"}).code, 0);
}

TEST(Trainer, does_nothing_that_cannot_be_taken_back_without_a_yes) {
    Server server;
    const std::string code = server.new_session();
    const auto vt = server.join(code, "Vera", {"--role", "VT", "--json"});
    ASSERT_TRUE(vt->line_with(R"("done":"take_role")"));
    const std::vector<Words> final_acts = {
        {"end", code}, {"sendaway", code, "p1"}, {"release", code, "VT"}};
    for (const Words& words : final_acts) {
        const Ended asked = server.trainer(words, false);
        EXPECT_EQ(asked.code, 2) << words.front();
        EXPECT_NE(asked.err.find("--yes"), std::string::npos) << asked.err;
    }
    const Ended status = server.trainer({"status", code}, false);
    EXPECT_NE(status.out.find("Vera"), std::string::npos) << "she still sits there\n" << status.out;
    EXPECT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
}

TEST(Trainer, speaks_in_sentences_of_both_languages) {
    Server server;
    const Ended made = server.trainer({"new", "oefentafel"}, false);
    EXPECT_NE(made.out.find("De oefening is gemaakt."), std::string::npos) << made.out;
    const Ended list = server.trainer({"list", "--language", "en"}, false);
    EXPECT_NE(list.out.find("the kitchen window"), std::string::npos) << list.out;
    const std::string code = list.out.substr(0, list.out.find(' '));
    const Ended status = server.trainer({"status", code}, false);
    EXPECT_NE(status.out.find("het keukenraam"), std::string::npos) << status.out;
    EXPECT_NE(status.out.find("vrij"), std::string::npos) << status.out;
}

TEST(Trainer, ends_with_the_code_that_says_what_went_wrong) {
    Server server;
    const std::string code = server.new_session();
    const auto call = [&](const std::string& key, Words words) {
        words.insert(words.begin(), {"trainer", "--server", server.url()});
        return run_with_key(key, words);
    };
    const Ended wrong_key = call("AAAAAAAAAAAAAAAAAAAAAAAAAAAA", {"list"});
    EXPECT_EQ(wrong_key.code, 1);
    EXPECT_EQ(wrong_key.err, "De trainersleutel klopt niet.\n");
    EXPECT_EQ(server.trainer({"start", "XXXXXX"}).code, 1) << "no such session";
    EXPECT_EQ(server.trainer({"new", "nergens"}).code, 1);
    EXPECT_EQ(server.trainer({"pause", code}).code, 1) << "it has not started";
    EXPECT_EQ(server.trainer({"release", code, "NIEMAND"}).code, 1);

    EXPECT_EQ(server.trainer({"dans", code}).code, 2);
    EXPECT_EQ(server.trainer({"start"}).code, 2) << "which session?";
    EXPECT_EQ(server.trainer({"speed", code, "snel"}).code, 2);
    EXPECT_EQ(run({"trainer", "list"}).code, 2) << "no key";
    EXPECT_EQ(run({}).code, 2);
    EXPECT_EQ(run_with_key("x", {"trainer", "--server", "http://", "list"}).code, 2);
    const Ended shown = run({"trainer", "--key", "x", "list"});
    EXPECT_EQ(shown.code, 2) << "everybody on the computer could read it";
    EXPECT_NE(shown.err.find("--key-file"), std::string::npos) << shown.err;

    EXPECT_EQ(server.stop(), 0);
    const Ended alone = server.trainer({"list"}, false);
    EXPECT_EQ(alone.code, 4);
    EXPECT_NE(alone.err.find("niet te bereiken"), std::string::npos) << alone.err;
}

}  // namespace
}  // namespace casustafel::programs
