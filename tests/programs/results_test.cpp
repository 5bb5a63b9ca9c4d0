// Results over the real protocol: what `casustafel trainer … results` tells, of a stored run of
// case A and of a session that has not begun.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

TEST(Results, of_a_session_that_has_not_begun_say_that_there_is_too_little_to_say) {
    Server server;
    const std::string code = server.new_session();
    const Ended told = server.trainer({"results", code}, false);
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_NE(told.out.find("S2 Behoeftedekking"), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("te weinig om te zeggen"), std::string::npos) << told.out;
    const Ended english = server.trainer({"results", code, "--language", "en"}, false);
    EXPECT_NE(english.out.find("S2 Needs met"), std::string::npos) << english.out;
}

TEST(Results, come_as_one_object_with_json) {
    Server server;
    const std::string code = server.new_session();
    const Ended told = server.trainer({"results", code});
    ASSERT_EQ(told.lines().size(), 1U) << told.out;
    const json object = json::parse(told.lines().front());
    EXPECT_EQ(object["results"]["team"].size(), 12U);
}

TEST(Results, come_as_a_page_that_is_written_where_the_trainer_says) {
    Server server;
    const std::string code = server.new_session();
    const std::string file = server.scratch() / "verslag.html";
    const Ended told = server.trainer({"report", code, "--html", file}, false);
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_NE(told.out.find(file), std::string::npos) << told.out;
    std::ifstream in(file);
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(page.find("<html lang=\"nl\""), std::string::npos);
    EXPECT_NE(page.find(code), std::string::npos);
    const Ended nowhere =
        server.trainer({"report", code, "--html", file + "/nergens/verslag.html"}, false);
    EXPECT_EQ(nowhere.code, 1);
    EXPECT_NE(nowhere.err.find("nergens"), std::string::npos);
}

TEST(Results, need_the_trainers_key) {
    Server server;
    const std::string code = server.new_session();
    const Ended refused =
        run_with_key("WRONGKEY", {"trainer", "--server", server.url(), "results", code});
    EXPECT_EQ(refused.code, 1);
    EXPECT_EQ(refused.out.find("S2"), std::string::npos);
}

}  // namespace
}  // namespace casustafel::programs
