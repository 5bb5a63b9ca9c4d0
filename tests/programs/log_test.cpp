// The log of a server through a whole session and everything that goes wrong around it holds no
// name, code, key or address.
#include <gtest/gtest.h>

#include <regex>

#include "house.hpp"

namespace casustafel::programs {
namespace {

TEST(Log, holds_no_name_code_key_or_address_of_anybody) {
    Server server;
    const std::string code = server.new_session();
    auto person = server.join(code, "Philomena", {"--role", "VT"});
    ASSERT_TRUE(person->line_with("Veilig Thuis"));
    auto bots = server.bots(code, "lawful");
    EXPECT_EQ(server.trainer({"start", code, "--speed", "max"}).code, 0);
    // A wrong key, codes that nobody gave, and a program that does not speak as agreed.
    EXPECT_NE(run_with_key("WRONGWRONGWRONG", {"trainer", "--server", server.url(), "list"}).code,
              0);
    for (int guess = 0; guess < 12; ++guess)
        run({"join", "--server", server.url(), "--code", "GUESSED" + std::to_string(guess % 8 + 2),
             "--name", "Zacharias"});
    http_get(server.port(), "/nergens?naam=Zacharias");
    EXPECT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    bots->exit_code();
    EXPECT_EQ(server.stop(), 0);

    const std::string& log = server.child().errors();
    for (const std::string& secret :
         {std::string("Philomena"), std::string("Zacharias"), std::string("GUESSED"), code,
          server.key(), std::string("WRONGWRONG"), std::string("127.0.0.1")})
        EXPECT_EQ(log.find(secret), std::string::npos) << secret << " in:\n" << log;
    EXPECT_NE(log.find("Verkeerde trainersleutel"), std::string::npos) << log;
    // Each line has a date, a time with its zone, and a level.
    const std::regex line(
        R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d (info|warning|error) .+)");
    std::istringstream lines(log);
    for (std::string each; std::getline(lines, each);)
        EXPECT_TRUE(std::regex_match(each, line)) << each;
}

TEST(Log, shows_addresses_when_asked) {
    Server server({"--log-addresses"});
    EXPECT_NE(run_with_key("WRONGWRONGWRONG", {"trainer", "--server", server.url(), "list"}).code,
              0);
    EXPECT_TRUE(server.child().complains("Verkeerde trainersleutel, van 127.0.0.1"));
}

}  // namespace
}  // namespace casustafel::programs
