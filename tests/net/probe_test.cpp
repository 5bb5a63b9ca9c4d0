// One look at the way to a server, for a help desk.
#include "client/net/native/probe.hpp"
#include "client/net/native/posted.hpp"

#include <gtest/gtest.h>

#include "fake_endpoint.hpp"

namespace casustafel::net_test {
namespace {

using client_net::Probe;

client_net::ConnectOptions to(const std::string& host, std::uint16_t port) {
    client_net::ConnectOptions options;
    options.address = {false, host, port};
    options.limits.attempt_timeout_ms = 2'000;
    return options;
}

TEST(Probe, finds_a_server_and_how_far_its_clock_is) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    const Probe found = client_net::probe(to("127.0.0.1", running.port()));
    EXPECT_EQ(found.reached, Probe::Reached::answer);
    EXPECT_EQ(found.addresses, std::vector<std::string>{"127.0.0.1"});
    EXPECT_TRUE(found.proxy.empty());
    ASSERT_TRUE(found.clock_ahead_ms);
    EXPECT_LT(std::abs(*found.clock_ahead_ms), 10'000);
}

TEST(Probe, says_where_it_ended_and_why) {
    std::uint16_t closed = 0;
    {
        RunningServer running;
        ASSERT_FALSE(running.start());
        closed = running.port();
    }
    const Probe nobody = client_net::probe(to("127.0.0.1", closed));
    EXPECT_EQ(nobody.reached, Probe::Reached::name);
    EXPECT_FALSE(nobody.detail.empty());
    const Probe nowhere = client_net::probe(to("no.such.name.invalid", 1));
    EXPECT_EQ(nowhere.reached, Probe::Reached::nothing);
    EXPECT_FALSE(nowhere.detail.empty());
}

TEST(Probe, tries_the_ways_without_a_socket_for_real) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    for (const client_net::Way way : {client_net::Way::stream, client_net::Way::poll}) {
        const auto trial = client_net::try_posted(to("127.0.0.1", running.port()), way, "anybody?");
        EXPECT_EQ(trial.batch, "anybody?") << trial.detail;
    }
}

TEST(Probe, says_what_a_server_that_is_not_ours_answers) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    auto options = to("127.0.0.1", running.port());
    options.address.encrypted = true;
    const auto trial = client_net::try_posted(options, client_net::Way::poll, "anybody?");
    EXPECT_TRUE(trial.batch.empty());
    EXPECT_FALSE(trial.detail.empty());
}

}  // namespace
}  // namespace casustafel::net_test
