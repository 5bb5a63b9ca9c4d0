// Questions to everybody, what was heard aloud, and what the trainer leaves out of the score, over
// the real protocol: bots and people on the console in case A.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

// This indicator of the team, of what `trainer … results --json` told.
json indicator(const Ended& told, const std::string& id) {
    const json results = json::parse(told.out);
    for (const json& each : results.at("results").at("team"))
        if (each.at("id") == id) return each;
    throw std::runtime_error("there is no indicator " + id);
}

TEST(PromptOnTheConsole, holds_the_case_until_bots_and_a_person_have_answered_and_counts) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    const auto vt = server.join(code, "Anna", {"--role", "VT"});
    ASSERT_TRUE(vt->line_with("Gedaan."));
    const auto bots = server.bots(code, "ideal", {"--seats", "3"});
    for (int seat = 0; seat < 3; ++seat) ASSERT_TRUE(bots->line_with("seated"));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(vt->line_with("Loopt"));

    const Ended opened = server.trainer({"prompt", code, "MIDDAG"});
    ASSERT_EQ(opened.code, 0) << opened.out << opened.err;
    ASSERT_TRUE(vt->line_with("Peiling: Hoe kijken we ernaar"));
    ASSERT_TRUE(vt->line_with("1d  De procesregisseur"));
    vt->type("zeg OVJ tekst Wat vul jij in?");
    ASSERT_TRUE(vt->complains("Er is een peiling open"));
    vt->type("wachtend");
    ASSERT_TRUE(vt->line_with("Typ vragenlijst"));
    vt->type("antwoord 1d 2b 3e");
    ASSERT_TRUE(vt->line_with("Gedaan."));
    vt->type("zeg OVJ tekst Nu mag het weer.");
    ASSERT_TRUE(vt->line_with("Gedaan."));
    const Ended status = server.trainer({"status", code}, false);
    EXPECT_NE(status.out.find("gesloten"), std::string::npos) << status.out;
    EXPECT_NE(status.out.find("4 van de 4 antwoordden"), std::string::npos) << status.out;
    EXPECT_NE(status.out.find("(4 keer gekozen) (goed)"), std::string::npos) << status.out;

    EXPECT_EQ(times_in_log(server, code, "prompt_answered", "MIDDAG"), 4);
    EXPECT_EQ(times_in_log(server, code, "prompt_closed", "MIDDAG"), 1);
    EXPECT_EQ(times_in_log(server, code, "prompt_judged", "MIDDAG"), 2)
        << "the prediction only at the end";
    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    EXPECT_EQ(times_in_log(server, code, "prompt_judged", "MIDDAG"), 3);
    const json picture = indicator(server.trainer({"results", code}), "c6");
    // Half of it is the picture, of which two of three were right; of a plan there is nothing.
    EXPECT_EQ(picture.at("value").at("value"), 33);
    int questions = 0;
    for (const json& line : picture.at("evidence"))
        questions += line.at("sentence").at("key") == "finding.prompt_question";
    EXPECT_EQ(questions, 3);
    expect_verified(server, code);
    EXPECT_EQ(server.stop(), 0);
}

TEST(PromptOnTheConsole, is_closed_by_the_trainer_when_nobody_answers) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    const auto bots = server.bots(code, "silent", {"--seats", "2"});
    for (int seat = 0; seat < 2; ++seat) ASSERT_TRUE(bots->line_with("seated"));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    const Ended listed = server.trainer({"prompt", code}, false);
    EXPECT_NE(listed.out.find("nog niet gesteld"), std::string::npos) << listed.out;
    ASSERT_EQ(server.trainer({"prompt", code, "VRIJDAG"}).code, 0);
    EXPECT_EQ(server.trainer({"prompt", code, "MIDDAG"}).code, 1) << "one at a time";
    EXPECT_EQ(server.trainer({"closeprompt", code, "--yes"}).code, 0);
    EXPECT_EQ(server.trainer({"closeprompt", code}).code, 1) << "none is open";
    EXPECT_EQ(server.trainer({"prompt", code, "VRIJDAG"}).code, 1) << "once each";
    EXPECT_EQ(times_in_log(server, code, "prompt_answered"), 0);
    EXPECT_EQ(server.stop(), 0);
}

TEST(HeardAloud, is_noted_by_a_receiver_and_registered_or_denied_by_the_giver) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    const auto vt = server.join(code, "Anna", {"--role", "VT"});
    const auto ovj = server.join(code, "Bo", {"--role", "OVJ"});
    ASSERT_TRUE(vt->line_with("Gedaan."));
    ASSERT_TRUE(ovj->line_with("Gedaan."));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(ovj->line_with("Loopt"));

    ovj->type("vertelde VT over mirjam domestic_violence tekst Op de gang.");
    ASSERT_TRUE(vt->line_with("noteerde dat VT iets hardop zei over Mirjam Dekker"));
    vt->type("wachtend");
    ASSERT_TRUE(vt->line_with("niet-gezegd 1"));
    vt->type("hardop A03 met OVJ doel afdoe grondslag WMOVT vorm concl notitie 1");
    ASSERT_TRUE(ovj->line_with("A03"));
    ovj->type("vertelde VT over milan education");
    ASSERT_TRUE(vt->line_with("Milan Terhorst"));
    vt->type("niet-gezegd 1");
    ASSERT_TRUE(vt->line_with("Gedaan."));
    EXPECT_EQ(times_in_log(server, code, "heard_noted"), 2);
    EXPECT_EQ(times_in_log(server, code, "item_shared"), 1);

    const Ended acts = server.trainer({"acts", code}, false);
    EXPECT_NE(acts.out.find("share 1:"), std::string::npos) << acts.out;
    const Words correct = {"correct", code, "share", "1", "--reason", "Was een vergissing"};
    EXPECT_EQ(server.trainer(correct).code, 0);
    EXPECT_EQ(server.trainer(correct).code, 1) << "it is left out already";
    EXPECT_EQ(server.trainer({"correct", code, "share", "9", "--reason", "x"}).code, 2);
    EXPECT_EQ(server.trainer({"correct", code, "smile", "1", "--reason", "x"}).code, 2);
    const Ended left_out = server.trainer({"status", code}, false);
    EXPECT_NE(left_out.out.find("Was een vergissing"), std::string::npos) << left_out.out;
    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    EXPECT_EQ(server.trainer({"uncorrect", code, "share", "1", "--reason", "Toch niet"}).code, 0)
        << "also after the end";
    EXPECT_EQ(times_in_log(server, code, "score_corrected"), 2);
    expect_verified(server, code);
    EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace casustafel::programs
