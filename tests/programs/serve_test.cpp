// `casustafel serve` as an operator meets it: what it prints, what it answers, how it says no.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "house.hpp"

namespace casustafel::programs {
namespace {

using nlohmann::json;

TEST(Serve, prints_where_it_listens_the_key_once_and_every_session) {
    Server server;
    EXPECT_TRUE(server.url().starts_with("http://127.0.0.1:")) << server.url();
    EXPECT_EQ(server.key().size(), 28U) << server.key();
    const std::string code = server.new_session();
    EXPECT_TRUE(server.child().line_with("session " + code));
    EXPECT_EQ(server.stop(), 0);

    server.start_again();
    EXPECT_TRUE(server.child().line_with("session " + code));
    EXPECT_EQ(server.trainer({"list"}).code, 0) << "the key of the first start still opens";
    EXPECT_EQ(server.child().said().find("trainer-key"), std::string::npos);
    EXPECT_EQ(server.stop(), 0);
}

std::string body_of(const std::string& answer) {
    const auto begin = answer.find("\r\n\r\n");
    return begin == std::string::npos ? std::string() : answer.substr(begin + 4);
}

TEST(Serve, tells_whoever_asks_only_whether_it_is_well) {
    Server server;
    for (const char* path : {"/healthz", "/readyz"}) {
        const std::string answer = http_get(server.port(), path);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
        EXPECT_EQ(body_of(answer), "ok\n");
    }
    for (const char* path : {"/metrics", "/health"})
        EXPECT_TRUE(http_get(server.port(), path).starts_with("HTTP/1.1 404")) << path;
}

TEST(Serve, gives_figures_at_a_door_of_their_own) {
    Server server({"--metrics", "0"});
    const auto line = server.child().line_with("metrics http://127.0.0.1:");
    ASSERT_TRUE(line);
    const std::string port =
        line->substr(line->rfind(':') + 1, line->rfind('/') - line->rfind(':') - 1);
    server.new_session();
    const std::string text = body_of(http_get(port, "/metrics"));
    for (const char* part : {"# TYPE casustafel_sessions gauge\ncasustafel_sessions 1\n",
                             "casustafel_well 1\n", "casustafel_build_info{version=",
                             "casustafel_data_free_bytes ", "process_resident_memory_bytes "})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in:\n" << text;
    const std::string details = body_of(http_get(port, "/health"));
    ASSERT_TRUE(json::accept(details)) << details;
    EXPECT_EQ(json::parse(details)["status"], "ok");
    EXPECT_TRUE(http_get(port, "/").starts_with("HTTP/1.1 404"));
    EXPECT_EQ(server.stop(), 0);
}

TEST(Serve, refuses_a_data_directory_that_another_server_uses) {
    Server server;
    const Ended second = run(
        {"serve", "--listen", "127.0.0.1:0", "--data", server.data(), "--scenarios", scenarios()});
    EXPECT_EQ(second.code, 5);
    EXPECT_NE(second.err.find("al in gebruik"), std::string::npos) << second.err;
    EXPECT_EQ(second.out, "");
    EXPECT_EQ(server.trainer({"list"}).code, 0) << "the first goes on";
}

TEST(Serve, says_which_cases_it_passes_over_and_why) {
    const Scratch scratch;
    const std::filesystem::path folder = scratch / "cases";
    std::filesystem::create_directories(folder / "rules");
    const std::filesystem::path sound = scenarios() + "/oefentafel.yaml";
    std::filesystem::copy(scenarios() + "/rules/nl-zv-2025.yaml", folder / "rules");
    for (const char* name : {"een.yaml", "twee.yaml", "drie.yml"})
        std::filesystem::copy(sound, folder / name);
    std::ofstream(folder / "stuk.yaml") << "format: 1\nid stuk\ntitle: {nl: Stuk, en: Broken}\n";
    const Ended ended = run({"serve", "--listen", "192.0.2.1:4000", "--data", scratch / "data",
                             "--scenarios", folder.string()});
    const auto says = [&](const std::string& words) {
        return ended.err.find(words) != std::string::npos;
    };
    EXPECT_TRUE(says("twee.yaml wordt overgeslagen: ")) << ended.err;
    EXPECT_TRUE(says("een.yaml heeft dezelfde id, oefentafel")) << ended.err;
    EXPECT_TRUE(says("drie.yml wordt overgeslagen: de naam eindigt niet op .yaml")) << ended.err;
    EXPECT_TRUE(says("stuk.yaml wordt overgeslagen. In ")) << ended.err;
    EXPECT_TRUE(says("stuk.yaml, regel 2: ")) << ended.err;
    EXPECT_FALSE(says("een.yaml wordt overgeslagen")) << ended.err;
}

TEST(Serve, refuses_an_address_it_cannot_read_as_a_wrong_call) {
    const Scratch scratch;
    for (const std::string listen : {"nergens", "127.0.0.1:70000", "127.0.0.1:", ""}) {
        const Ended ended = run({"serve", "--listen", listen, "--data", scratch / "data"});
        EXPECT_EQ(ended.code, 2) << listen << "\n" << ended.err;
        EXPECT_NE(ended.err, "") << listen;
    }
    EXPECT_FALSE(std::filesystem::exists(scratch / "data")) << "a wrong call makes nothing";
}

TEST(Serve, keeps_the_trainer_key_for_the_start_that_succeeds) {
    Server other;
    const Scratch scratch;
    const Words words = {"serve",       "--data",    scratch / "data",
                         "--scenarios", scenarios(), "--listen"};
    Words taken = words, free = words;
    taken.push_back("127.0.0.1:" + other.port());
    free.push_back("127.0.0.1:0");
    const Ended ended = run(taken);
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("luistert al een ander programma"), std::string::npos) << ended.err;
    Child second(free);
    EXPECT_TRUE(second.line_with("trainer-key ")) << "nobody was shown the key before";
}

}  // namespace
}  // namespace casustafel::programs
