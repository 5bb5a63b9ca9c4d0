// Case A over the real protocol: bots of every size of group play it to its end, people on the
// console decide and plan beside them, and a server that is killed in the swap loses nothing.
#include <gtest/gtest.h>

#include "house.hpp"

namespace casustafel::programs {
namespace {

class CaseAByBots : public testing::TestWithParam<int> {};

TEST_P(CaseAByBots, is_played_through_the_swap_to_an_ending) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    const auto bots =
        server.bots(code, "lawful", {"--seats", std::to_string(GetParam()), "--seed", "3"});
    for (int seat = 0; seat < GetParam(); ++seat) ASSERT_TRUE(bots->line_with("seated"));
    const Ended started = server.trainer({"start", code, "--speed", "max"});
    EXPECT_EQ(started.code, 0) << started.out << started.err;
    EXPECT_EQ(bots->exit_code(std::chrono::milliseconds(120'000)), 0)
        << bots->said() << bots->errors();
    EXPECT_EQ(times_in_log(server, code, "roles_swapped"), 1);
    EXPECT_EQ(times_in_log(server, code, "swap_finished"), 1);
    EXPECT_EQ(times_in_log(server, code, "ending_reached"), 1);
    expect_verified(server, code);
    EXPECT_EQ(server.stop(), 0);
}

INSTANTIATE_TEST_SUITE_P(People, CaseAByBots, testing::Values(8, 12, 16),
                         [](const auto& tested) { return std::to_string(tested.param); });

TEST(CaseAInTheSwap, goes_on_after_a_power_cut_while_writing_and_while_reading) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    // Silent ones never say ready: the swap stays where it is until the trainer goes on.
    const auto bots = server.bots(code, "silent", {"--seats", "8"});
    for (int seat = 0; seat < 8; ++seat) ASSERT_TRUE(bots->line_with("seated"));
    const auto oov = server.join(code, "Anna", {"--role", "OOV", "--json"});
    ASSERT_TRUE(oov->line_with(R"("done":"take_role")"));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(oov->line_with("running"));
    const Ended swap = server.trainer({"swap", code, "OVJ:VT,OOV:PRC"});
    ASSERT_EQ(swap.code, 0) << swap.out << swap.err;
    ASSERT_TRUE(oov->line_with("writing"));
    oov->type("overdracht tekst De burgemeester wacht op een antwoord.");
    ASSERT_TRUE(oov->line_with(R"("done":"write_handover_note")"));

    server.kill_now();
    server.start_again();
    ASSERT_TRUE(oov->line_with(R"({"connected":true})"));
    oov->type("zeg VT tekst Dit mag nu niet.");
    ASSERT_TRUE(oov->line_with("rejection.swap_under_way"));
    oov->type("klaar");
    ASSERT_TRUE(oov->line_with(R"("done":"say_ready")"));
    const Ended advanced = server.trainer({"advance", code, "--yes"});
    ASSERT_EQ(advanced.code, 0) << advanced.out << advanced.err;
    ASSERT_TRUE(oov->line_with("reading"));

    server.kill_now();
    server.start_again();
    ASSERT_TRUE(oov->line_with(R"({"connected":true})"));
    oov->type("overdracht tekst Te laat.");
    ASSERT_TRUE(oov->line_with("rejection.no_swap"));
    const Ended over = server.trainer({"advance", code, "--yes"});
    ASSERT_EQ(over.code, 0) << over.out << over.err;
    oov->type("zeg VT tekst Nu als procesregisseur.");
    ASSERT_TRUE(oov->line_with(R"("done":"send_message")"));
    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    EXPECT_EQ(oov->exit_code(), 0);
    EXPECT_EQ(bots->exit_code(), 0) << bots->said() << bots->errors();

    EXPECT_EQ(times_in_log(server, code, "handover_note_written"), 1);
    EXPECT_EQ(times_in_log(server, code, "roles_swapped"), 1);
    EXPECT_EQ(times_in_log(server, code, "swap_finished"), 1);
    expect_verified(server, code);
    EXPECT_EQ(server.stop(), 0);
}

TEST(CaseAOnTheConsole, lets_a_person_plan_decide_and_call_for_help_and_the_trainer_answer) {
    Server server;
    const std::string code = server.new_session("vijf-overleggen");
    const auto prc = server.join(code, "Anna", {"--role", "PRC"});
    ASSERT_TRUE(prc->line_with("Gedaan."));
    const auto cas = server.join(code, "Bo", {"--role", "CAS"});
    ASSERT_TRUE(cas->line_with("Gedaan."));
    ASSERT_EQ(server.trainer({"start", code}).code, 0);
    ASSERT_TRUE(prc->line_with("Loopt"));

    prc->type("triage aanmelden Meerdere leefgebieden.");
    ASSERT_TRUE(prc->line_with("Gedaan."));
    prc->type("actie trekker CAS voor D1 12:00 inlichten CAS tekst Bel de school.");
    ASSERT_TRUE(cas->line_with("Bel de school."));
    cas->type("bevestig 1");
    ASSERT_TRUE(prc->line_with("bevestigd: CAS"));
    prc->type("stelvoor V3 V3-EEN tekst Dan is er een plan.");
    ASSERT_TRUE(cas->line_with("Dan is er een plan."));
    prc->type("besluit V3 V3-EEN tekst Wie let op?");
    ASSERT_TRUE(prc->line_with("tot dan kan het terug"));
    prc->type("terugnemen V3");
    ASSERT_TRUE(prc->line_with("Gedaan."));
    prc->type("besluit V3 V3-EEN");
    prc->type("meteen V3");
    ASSERT_TRUE(cas->line_with("besloot V3-EEN"));

    cas->type("hulp vragen Waar vind ik mijn dossier?");
    ASSERT_TRUE(cas->line_with("Gedaan."));
    const Ended calls = server.trainer({"help", code}, false);
    EXPECT_NE(calls.out.find("Waar vind ik mijn dossier?"), std::string::npos) << calls.out;
    EXPECT_EQ(server.trainer({"help", code, "1"}).code, 0);
    EXPECT_EQ(server.trainer({"whisper", code, "CAS", "--text", "Typ dossier."}).code, 0);
    ASSERT_TRUE(cas->line_with("Typ dossier."));
    EXPECT_EQ(server.trainer({"moment", code, "--title", "Hier bespreken"}).code, 0);
    const Ended tracks = server.trainer({"tracks", code}, false);
    EXPECT_NE(tracks.out.find("veiligheid"), std::string::npos) << tracks.out;

    // One person, two roles; the trainer plays a third.
    EXPECT_EQ(server.trainer({"assign", code, "p2", "LPA"}).code, 0);
    cas->type("rol LPA");
    ASSERT_TRUE(cas->line_with("Je speelt nu LPA."));
    EXPECT_EQ(server.trainer({"standin", code, "OVJ"}).code, 0);
    EXPECT_EQ(server.trainer({"as", code, "OVJ", "--text", "zeg PRC tekst Ik val in."}).code, 0);
    ASSERT_TRUE(prc->line_with("Ik val in."));
    EXPECT_EQ(server.trainer({"autopilot", code, "VT"}).code, 0);
    const Ended status = server.trainer({"status", code}, false);
    EXPECT_NE(status.out.find("Hier bespreken"), std::string::npos) << status.out;
    EXPECT_NE(status.out.find("de computer"), std::string::npos) << status.out;

    cas->type("pauze");
    ASSERT_TRUE(cas->line_with("Weet je het zeker?")) << "it stops everybody";
    cas->type("ja");
    ASSERT_TRUE(prc->line_with("Gepauzeerd"));
    ASSERT_EQ(server.trainer({"end", code, "--yes"}).code, 0);
    ASSERT_TRUE(prc->line_with("Afgelopen"));
    expect_verified(server, code);
    EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace casustafel::programs
