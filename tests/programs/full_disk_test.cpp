// The disk is full in the middle of a session: everybody is told, nothing acknowledged is lost, and
// it goes on by itself when there is room. A limit on the size of the server's files plays the full
// disk.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <map>
#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

void let_files_grow_to(const Server& server, rlim_t bytes) {
    rlimit limit{};
    const pid_t process = const_cast<Server&>(server).child().id();
    ASSERT_EQ(prlimit(process, RLIMIT_FSIZE, nullptr, &limit), 0);
    limit.rlim_cur = bytes;
    ASSERT_EQ(prlimit(process, RLIMIT_FSIZE, &limit, nullptr), 0);
}

TEST(FullDisk, holds_the_session_and_goes_on_when_there_is_room) {
    Server server;
    const std::string code = server.new_session();
    const auto anna = server.join(code, "Anna", {"--role", "OVJ", "--json"});
    ASSERT_TRUE(anna->line_with(R"("done":"take_role")"));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    anna->type("zeg PRC tekst ervoor");
    ASSERT_TRUE(anna->line_with(R"("done":"send_message")"));

    let_files_grow_to(server, 1);
    anna->type("zeg PRC tekst tijdens");
    ASSERT_TRUE(anna->line_with(R"({"held":"storage"})"));
    const Ended status = server.trainer({"status", code}, false);
    EXPECT_EQ(status.code, 0) << status.err;
    EXPECT_NE(status.out.find("niet opslaan"), std::string::npos) << status.out;

    let_files_grow_to(server, RLIM_INFINITY);
    ASSERT_TRUE(anna->line_with(R"({"held":""})"));
    const auto done = anna->line_with(R"("done":"send_message")");
    ASSERT_TRUE(done);
    EXPECT_EQ(json::parse(*done)["command"]["send_message"]["text"], "tijdens");
    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    EXPECT_EQ(anna->exit_code(), 0);

    std::map<std::string, int> times;
    for (const std::string& line : run({"export", code, "--data", server.data()}).lines()) {
        const json record = json::parse(line);
        if (!record.contains("command") || !record["command"].contains("send_message")) continue;
        ++times[record["command"]["send_message"]["text"].get<std::string>()];
    }
    EXPECT_EQ(times, (std::map<std::string, int>{{"ervoor", 1}, {"tijdens", 1}}));
    EXPECT_EQ(run({"replay", code, "--data", server.data(), "--verify"}).code, 0);
    EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace casustafel::programs
