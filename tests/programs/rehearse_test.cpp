// `casustafel rehearse`: an author's dry run of a case, without a server.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

TEST(Rehearse, plays_a_case_with_personas_and_tells_what_they_score_and_how_it_ends) {
    const Ended ended = run({"rehearse", scenarios() + "/vijf-overleggen.yaml", "--persona",
                             "ideal", "--people", "12", "--seeds", "2", "--json"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    ASSERT_EQ(ended.lines().size(), 2U) << ended.out;
    for (const std::string& line : ended.lines()) {
        const json told = json::parse(line);
        EXPECT_EQ(told.at("ending"), "GEDRAGEN");
        EXPECT_GT(told.at("sharing").get<double>(), 90);
        EXPECT_GT(told.at("cooperation").get<double>(), 90);
    }
}

TEST(Rehearse, says_why_a_case_ends_in_a_stroke_and_which_needs_were_not_met) {
    const std::string practice = scenarios() + "/oefentafel.yaml";  // it has no endings
    const Ended silent = run({"rehearse", practice, "--persona", "silent", "--seeds", "2"});
    EXPECT_EQ(silent.code, 0) << silent.err;
    EXPECT_NE(silent.out.find("geen afloop (endings)"), std::string::npos) << silent.out;
    EXPECT_NE(silent.out.find("OVJ had G01 nodig (2)"), std::string::npos) << silent.out;
    const Ended ideal = run({"rehearse", practice, "--persona", "ideal"});
    EXPECT_EQ(ideal.out.find(" nodig ("), std::string::npos) << ideal.out;
}

TEST(Rehearse, tells_what_is_wrong_with_a_broken_case_at_its_line) {
    const Scratch scratch;
    std::ofstream(scratch / "stuk.yaml") << "format: 1\nid stuk\n";
    const Ended ended = run({"rehearse", scratch / "stuk.yaml"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("stuk.yaml:2:1: fout: Achter “id”"), std::string::npos) << ended.err;
}

TEST(Rehearse, says_what_is_wrong_with_the_file_or_the_persona) {
    const Ended no_file = run({"rehearse", "nergens.yaml"});
    EXPECT_EQ(no_file.code, 1);
    EXPECT_NE(no_file.err.find("nergens.yaml is niet te lezen"), std::string::npos) << no_file.err;
    const Ended nobody =
        run({"rehearse", scenarios() + "/oefentafel.yaml", "--persona", "dwarsligger"});
    EXPECT_EQ(nobody.code, 2);
}

}  // namespace
}  // namespace casustafel::programs
