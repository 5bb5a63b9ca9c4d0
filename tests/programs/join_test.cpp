// `casustafel join` as a participant or a script types to it, over a pipe.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

std::size_t records_of(const Server& server, const std::string& code) {
    return run({"export", code, "--data", server.data()}).lines().size();
}

TEST(Join, takes_typed_lines_from_a_pipe_one_after_the_other) {
    Server server;
    const std::string code = server.new_session();
    const Ended ended = run({"join", "--server", server.url(), "--code", code, "--name", "Anna"},
                            "neem ovj\nkaart\nopstaan\nneem vt\nopstaan\nklok");
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(ended.err, "") << "each line saw what the one before it brought";
    EXPECT_NE(ended.out.find("Welkom Anna."), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("Je leidt de ZSM-tafel."), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("Het is D0 "), std::string::npos) << "a last line without its end\n"
                                                               << ended.out;
}

TEST(Join, says_no_in_the_language_of_the_participant) {
    Server server;
    const std::string code = server.new_session();
    const auto first = server.join(code, "Anna", {"--role", "OVJ"});
    ASSERT_TRUE(first->line_with("Gedaan."));

    const Words door = {"join", "--server", server.url(), "--name", "Bo"};
    const auto at_the_door = [&](const std::string& with_code, const std::string& language) {
        Words words = door;
        words.insert(words.end(), {"--code", with_code, "--language", language});
        return run(words, "neem OVJ\n");
    };
    const Ended wrong = at_the_door("XXXXXX", "nl");
    EXPECT_EQ(wrong.code, 1);
    EXPECT_EQ(wrong.err, "Er is geen oefening met deze code. Kijk op het scherm van de trainer.\n");
    const Ended taken = at_the_door(code, "nl");
    const Ended taken_en = at_the_door(code, "en");
    EXPECT_NE(taken.err, "");
    EXPECT_NE(taken_en.err, "");
    EXPECT_NE(taken.err, taken_en.err);
    EXPECT_EQ(taken.err.find("rejection."), std::string::npos)
        << "a sentence, no key: " << taken.err;
}

TEST(Join, refuses_endless_and_unprintable_text_and_changes_nothing_else) {
    Server server;
    const std::string code = server.new_session();
    const auto anna = server.join(code, "Anna", {"--role", "OVJ"});
    ASSERT_TRUE(anna->line_with("Gedaan."));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(anna->line_with("G02"));
    const auto before = records_of(server, code);

    anna->type("zeg PRC tekst " + std::string(100'000, 'a'));
    ASSERT_TRUE(anna->complains("De tekst is te lang."));
    anna->type("zeg PRC tekst " + std::string(3'000, 'b'));
    anna->type("zeg PRC tekst bel \a en \x1b[2J");
    ASSERT_TRUE(anna->complains("tekens die niet kunnen"));
    anna->type("zeg PRC tekst caf\xe9");
    anna->type("deel G99 met PRC doel afdoening grondslag WMOVT vorm conclusie");
    anna->type(std::string("\0\x01\xff", 3));
    anna->type("klok");
    ASSERT_TRUE(anna->line_with("Het is D0 "));
    EXPECT_EQ(records_of(server, code), before);

    anna->type("zeg PRC tekst En dit mag.");
    ASSERT_TRUE(anna->line_with("Gedaan."));
    EXPECT_EQ(records_of(server, code), before + 1) << "the same line went on";
}

TEST(Join, comes_back_on_another_computer_with_a_reentry_code_once) {
    Server server;
    const std::string code = server.new_session();
    const auto old_place = server.join(code, "Anna", {"--role", "OVJ"});
    ASSERT_TRUE(old_place->line_with("Gedaan."));
    const Ended issued = server.trainer({"reentry", code, "p1"});
    ASSERT_EQ(issued.code, 0) << issued.out;
    const std::string reentry = json::parse(issued.out).at("reentry_code");

    const auto new_place = server.join(code, "Anna", {"--reentry", reentry, "--json"});
    ASSERT_TRUE(new_place->line_with(R"("joined":1)"));
    EXPECT_EQ(old_place->exit_code(), 1);
    EXPECT_NE(old_place->errors().find("op een ander scherm"), std::string::npos)
        << old_place->errors();
    const auto again = server.join(code, "Bo", {"--reentry", reentry});
    EXPECT_EQ(again->exit_code(), 1);
    EXPECT_NE(again->errors().find("terugkeercode"), std::string::npos) << again->errors();
    new_place->type("opstaan");
    ASSERT_TRUE(new_place->line_with(R"("done":"release_role")")) << "the seat came along";
}

}  // namespace
}  // namespace casustafel::programs
