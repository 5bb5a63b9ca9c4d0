// The door for programs that watch the server: what it answers, to how many, and when the loop
// hangs.
#include <gtest/gtest.h>

#include <thread>

#include "raw_peer.hpp"
#include "server/net/doors/exposition.hpp"
#include "server/net/doors/metrics_door.hpp"

namespace casustafel::net_test {
namespace {

using namespace net;

using Door = std::unique_ptr<MetricsDoor>;

Figures some_figures() {
    Figures figures;
    figures.host = {.sessions = 3, .held = 1, .damaged = 2, .visitors = 4};
    figures.most_peers = 10;
    figures.peers = 4;
    figures.data_free_bytes = 123;
    return figures;
}

Door open(MetricsDoor::Ask ask) {
    auto opened = MetricsDoor::open("0", std::move(ask));
    EXPECT_TRUE(std::holds_alternative<Door>(opened));
    return std::get<Door>(std::move(opened));
}

std::uint16_t port_of(const MetricsDoor& door) {
    const std::string url = door.url();
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

TEST(Exposition, has_a_line_of_help_a_kind_and_a_value_for_each_figure) {
    const std::string text = as_prometheus_text(some_figures());
    EXPECT_NE(text.find("# HELP casustafel_sessions_held Sessions that stand still: the disk takes "
                        "nothing.\n# TYPE casustafel_sessions_held gauge\n"
                        "casustafel_sessions_held 1\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("casustafel_well 0\n"), std::string::npos);
    EXPECT_NE(text.find("casustafel_ready 0\n"), std::string::npos);
    EXPECT_NE(text.find("casustafel_data_free_bytes 123\n"), std::string::npos);
    EXPECT_EQ(text.find("certificate"), std::string::npos) << "there is none";
    EXPECT_NE(as_json(some_figures()).find("{\"status\":\"held\""), std::string::npos);
}

TEST(MetricsDoor, is_of_this_machine_only_unless_another_address_is_named) {
    const Door door = open([](const auto& answer) { answer(some_figures()); });
    EXPECT_TRUE(door->url().starts_with("http://127.0.0.1:")) << door->url();
    EXPECT_TRUE(door->is_of_this_machine_only());
    EXPECT_TRUE(
        std::holds_alternative<StartError>(MetricsDoor::open("nowhere:1:2", [](const auto&) {})));
}

TEST(MetricsDoor, answers_many_one_after_the_other_and_nothing_else) {
    const Door door = open([](const auto& answer) { answer(some_figures()); });
    for (int times = 0; times < 40; ++times) {
        const std::string text = http(port_of(*door), "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
        ASSERT_TRUE(text.starts_with("HTTP/1.1 200 OK\r\n")) << text;
        ASSERT_NE(text.find("casustafel_sessions 3\n"), std::string::npos) << text;
    }
    for (const char* request : {"GET / HTTP/1.1\r\n\r\n", "POST /metrics HTTP/1.1\r\n\r\n",
                                "GET /metricsx HTTP/1.1\r\n\r\n"})
        EXPECT_TRUE(http(port_of(*door), request).starts_with("HTTP/1.1 404 ")) << request;
}

TEST(MetricsDoor, says_that_the_loop_is_silent_and_lets_it_answer_too_late) {
    std::function<void(const Figures&)> late;
    Door door = open([&](const auto& answer) { late = answer; });
    const std::string text = http(port_of(*door), "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(text.starts_with("HTTP/1.1 503 ")) << text;
    late(some_figures());
    door.reset();
    late(some_figures());
}

}  // namespace
}  // namespace casustafel::net_test
