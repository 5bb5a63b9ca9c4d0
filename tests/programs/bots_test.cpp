// `casustafel bots`: every persona plays the practice case to its end over the real protocol, and
// what is left behind can be verified, reported and exported.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

// Bots of this persona in every seat, at maximum speed, to the end; the session's code.
std::string play(const Server& server, const std::string& persona) {
    const std::string code = server.new_session();
    const auto bots = server.bots(code, persona);
    for (int seat = 0; seat < 4; ++seat) EXPECT_TRUE(bots->line_with("seated"));
    const Ended started = server.trainer({"start", code, "--speed", "max"});
    EXPECT_EQ(started.code, 0) << started.out << started.err;
    EXPECT_EQ(bots->exit_code(), 0) << persona << bots->said() << bots->errors();
    return code;
}

class EveryPersona : public testing::TestWithParam<const char*> {};

TEST_P(EveryPersona, plays_to_the_end_and_leaves_a_log_that_verifies_reports_and_exports) {
    Server server;
    const std::string code = play(server, GetParam());

    // Looking back works beside the server that runs, and after it.
    const Ended verified = run({"replay", code, "--data", server.data(), "--verify", "--json"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
    const std::string page = server.scratch() / "report.html";
    const Ended report = run({"report", code, "--data", server.data(), "--html", page});
    EXPECT_EQ(report.code, 0) << report.err;
    std::stringstream html;
    html << std::ifstream(page).rdbuf();
    EXPECT_TRUE(html.str().starts_with("<!DOCTYPE html>") ||
                html.str().starts_with("<!doctype html>"));
    EXPECT_NE(html.str().find("</html>"), std::string::npos);

    EXPECT_EQ(server.stop(), 0);
    const Ended log = run({"export", code, "--data", server.data()});
    EXPECT_EQ(log.code, 0) << log.err;
    std::size_t records = 0;
    for (const std::string& line : log.lines()) {
        ASSERT_TRUE(json::accept(line)) << line;
        const json object = json::parse(line);
        const std::string seq =
            object.contains("format") ? "header" : object.at("seq").get<std::string>();
        EXPECT_EQ(seq, object.contains("format") ? "header" : std::to_string(++records)) << line;
    }
    EXPECT_EQ(json::parse(verified.out).at("records"), records);
    EXPECT_GT(records, 8U);
}

INSTANTIATE_TEST_SUITE_P(Bots, EveryPersona,
                         testing::Values("ideal", "lawful", "answers-only", "flooder", "silent"),
                         [](const auto& tested) {
                             std::string name(tested.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

// Changes the data on disk, as somebody with an editor would.
void tamper(const Server& server, const std::string& sql) {
    for (const auto& entry : std::filesystem::directory_iterator(server.data())) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(entry.path().c_str(), &database), SQLITE_OK);
        const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
        const int changes = result == SQLITE_OK ? sqlite3_changes(database) : 0;
        sqlite3_close(database);
        if (changes > 0) return;
    }
    FAIL() << "nothing to change in " << server.data();
}

TEST(TamperedLog, is_told_apart_from_a_log_that_verifies) {
    Server server;
    const std::string code = play(server, "silent");
    EXPECT_EQ(server.stop(), 0);
    const Words verify = {"replay", code, "--data", server.data(), "--verify"};
    ASSERT_EQ(run(verify).code, 0);

    // A readable record in the place of another: the log says something else than what was decided.
    tamper(server,
           "UPDATE records SET bytes = (SELECT bytes FROM records WHERE seq = 2) WHERE seq = 3");
    // What it holds and where it is hurt is said; nothing of it is called whole.
    const auto expect_named = [&](const Words& words) {
        const Ended named = run(words);
        EXPECT_EQ(named.code, 3) << named.out << named.err;
        EXPECT_NE((named.out + named.err).find("beschadigd: regel 3"), std::string::npos)
            << named.out << named.err;
        EXPECT_EQ(named.out.find("klopt"), std::string::npos) << named.out;
    };
    expect_named(verify);
    tamper(server, "UPDATE records SET bytes = x'ffffffff' WHERE seq = 3");
    expect_named(verify);
    expect_named({"report", code, "--data", server.data(), "--html", server.scratch() / "r.html"});
}

}  // namespace
}  // namespace casustafel::programs
