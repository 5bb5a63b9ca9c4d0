// What nothing else can show: a server that is killed at any moment loses no act that somebody saw
// acknowledged, and everybody is back at the table by themselves.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr int power_cuts = 4;
constexpr int messages_between = 6;

// The text of the message that this line says was done; nothing for other lines.
std::optional<std::string> done_text(const std::string& line) {
    const json object = json::parse(line);
    if (object.value("done", "") != "send_message") return std::nullopt;
    return object.at("command").at("send_message").at("text").get<std::string>();
}

// How often each message stands in the log.
std::map<std::string, int> messages_in_log(const Server& server, const std::string& code) {
    const Ended log = run({"export", code, "--data", server.data()});
    EXPECT_EQ(log.code, 0) << log.err;
    std::map<std::string, int> times;
    for (const std::string& line : log.lines()) {
        const json record = json::parse(line);
        if (!record.contains("command") || !record["command"].contains("send_message")) continue;
        ++times[record["command"]["send_message"]["text"].get<std::string>()];
    }
    return times;
}

TEST(PowerCut, loses_no_acknowledged_act_and_everybody_is_back_within_five_seconds) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Server server;
    const std::string code = server.new_session();
    const auto ovj = server.join(code, "Anna", {"--role", "OVJ", "--json"});
    ASSERT_TRUE(ovj->line_with(R"("done":"take_role")"));
    const auto bots = server.bots(code, "lawful");
    for (int seat = 0; seat < 3; ++seat) ASSERT_TRUE(bots->line_with("seated"));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(ovj->line_with("running"));

    std::set<std::string> typed, done;
    const auto note = [&](const std::string& line) {
        const auto text = done_text(line);
        if (text) {
            EXPECT_TRUE(done.insert(*text).second) << *text << " was acknowledged twice";
        }
        return text.has_value();
    };
    for (int cut = 0; cut < power_cuts; ++cut) {
        for (int number = 0; number < messages_between; ++number) {
            const std::string text =
                "bericht " + std::to_string(cut) + "." + std::to_string(number);
            typed.insert(text);
            ovj->type("zeg PRC tekst " + text);
        }
        // A random moment: after some acknowledgements, and then a little later or at once.
        for (auto wait_for = random() % messages_between; wait_for > 0; --wait_for) {
            ASSERT_TRUE(ovj->line_where(note));
        }
        if (const auto more = ovj->line(std::chrono::milliseconds(random() % 10))) note(*more);
        server.kill_now();
        server.start_again();
        EXPECT_TRUE(ovj->line_where(
            [&](const std::string& line) {
                note(line);
                return line == R"({"connected":true})";
            },
            5s))
            << "not back within five seconds after power cut " << cut;
    }
    while (done.size() < typed.size()) ASSERT_TRUE(ovj->line_where(note)) << done.size();

    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    EXPECT_EQ(ovj->exit_code(), 0);
    EXPECT_EQ(bots->exit_code(), 0) << bots->said() << bots->errors();
    const auto times = messages_in_log(server, code);
    for (const std::string& text : typed) {
        EXPECT_EQ(times.count(text) == 0 ? 0 : times.at(text), 1) << text;
    }
    const Ended verified = run({"replay", code, "--data", server.data(), "--verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
    EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace casustafel::programs
