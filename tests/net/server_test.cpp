// The server with peers that behave.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using hosting::CloseReason;
using hosting::ConnectionId;

TEST(Server, gives_a_message_to_the_host_and_its_answer_back) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame(std::string("binary \0 too", 12));
    const auto frame = peer.receive_frame();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->opcode, 2);
    EXPECT_TRUE(frame->final);
    EXPECT_EQ(frame->payload, std::string("binary \0 too", 12));
}

TEST(Server, says_where_it_listens) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    EXPECT_NE(running.port(), 0);
    EXPECT_EQ(running.server.url(), "http://127.0.0.1:" + std::to_string(running.port()));
}

TEST(Server, sends_all_messages_of_one_turn_as_one) {
    RunningServer running;
    running.endpoint.when_received = [&](ConnectionId connection, std::string_view) {
        for (const auto* part : {"one ", "two ", "three"})
            running.server.send(connection, message(part));
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("go");
    EXPECT_EQ(peer.receive_frame()->payload, "one two three");
}

TEST(Server, joins_more_messages_than_the_kernel_takes_in_one_call) {
    RunningServer running;
    std::string expected;
    for (int i = 0; i < 500; ++i) expected += std::to_string(i) + std::string(100, '.');
    running.endpoint.when_received = [&](ConnectionId connection, std::string_view) {
        for (int i = 0; i < 500; ++i)
            running.server.send(connection, message(std::to_string(i) + std::string(100, '.')));
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("go");
    EXPECT_EQ(peer.receive_frame()->payload, expected);
}

TEST(Server, takes_messages_of_every_size_up_to_its_limit_whole_or_in_fragments) {
    auto options = quick_options();
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    const auto largest = options.limits.max_message_bytes;
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{125}, std::size_t{126}, std::size_t{1536},
          std::size_t{65535}, largest}) {
        const std::string whole(size, static_cast<char>('a' + size % 26));
        peer.send_frame(whole);
        EXPECT_EQ(peer.receive_frame()->payload, whole) << size;
        const auto third = size / 3;
        peer.send_frame(whole.substr(0, third), 2, false);
        peer.send_frame("between", 9);  // a control frame may come between fragments
        peer.send_frame(whole.substr(third, third), 0, false);
        peer.send_frame(whole.substr(2 * third), 0, true);
        EXPECT_EQ(peer.receive_frame()->opcode, 10);
        EXPECT_EQ(peer.receive_frame()->payload, whole) << size;
    }
}

TEST(Server, says_whether_it_is_well_and_ready_and_nothing_else) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    for (const char* path : {"/healthz", "/readyz"}) {
        const std::string request = "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
        running.endpoint.held = 0;
        const auto well = http(running.port(), request);
        EXPECT_TRUE(well.starts_with("HTTP/1.1 200 OK\r\n")) << well;
        EXPECT_TRUE(well.ends_with("\r\n\r\nok\n")) << well;
        running.endpoint.held = 1;
        const auto held = http(running.port(), request);
        EXPECT_TRUE(held.starts_with("HTTP/1.1 503 ")) << held;
        EXPECT_TRUE(held.ends_with("\r\n\r\nnot ok\n")) << held;
    }
    running.endpoint.held = 0;
    const auto head = http(running.port(), "HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n")) << head;
    EXPECT_TRUE(head.ends_with("\r\n\r\n")) << head;
}

TEST(Server, has_nothing_else_to_show) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    for (const auto* request :
         {"GET /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n", "GET /ws HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
          "GET /healthz/../etc HTTP/1.0\r\n\r\n", "DELETE /ws HTTP/1.1\r\nHost: a\r\n\r\n"})
        EXPECT_NE(http(running.port(), request).find(" 404 Not Found"), std::string::npos)
            << request;
}

TEST(Server, counts_a_turn_that_took_too_long) {
    RunningServer running;
    running.endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(25);
        while (std::chrono::steady_clock::now() < until) {
        }
        running.server.send(connection, message(std::string(bytes)));
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("slow");
    ASSERT_TRUE(peer.receive_frame());
    std::uint64_t slow_turns = 0;
    running.on_loop([&] { slow_turns = running.server.figures().slow_turns; });
    EXPECT_GT(slow_turns, 0U);
}

TEST(Server, gives_the_host_a_turn_after_each_batch_and_when_its_time_has_come) {
    RunningServer running;
    auto& endpoint = running.endpoint;
    endpoint.wake_ms = running.server.steady_ms() + 30;
    std::atomic<std::int64_t> turned_at_ms{0};
    endpoint.when_turned = [&] {
        if (running.server.steady_ms() < endpoint.wake_ms) return;
        turned_at_ms = running.server.steady_ms();
        endpoint.wake_ms = std::numeric_limits<std::int64_t>::max();
    };
    const auto due_ms = endpoint.wake_ms.load();
    ASSERT_FALSE(running.start());
    ASSERT_TRUE(endpoint.wait_until([&](const auto&) { return turned_at_ms != 0; }));
    EXPECT_GE(turned_at_ms, due_ms);

    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    ASSERT_TRUE(endpoint.wait_for_opened(1));
    const auto before = endpoint.seen().turns;
    peer.send_frame("message");
    EXPECT_TRUE(endpoint.wait_until([&](const auto& seen) { return seen.turns > before; }));
}

TEST(Server, an_idle_server_does_not_turn) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    std::uint64_t turns = 0;
    running.on_loop([&] { turns = running.server.turns(); });
    http(running.port(), "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    // Asking costs a handful of turns; a loop that spins would have thousands meanwhile.
    running.on_loop([&] { turns = running.server.turns() - turns; });
    EXPECT_LT(turns, 20u);
    EXPECT_LE(running.endpoint.seen().turns, 2u);  // of the two looks
}

TEST(Server, runs_the_work_of_other_threads_inside_a_turn) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    ASSERT_TRUE(running.endpoint.wait_for_opened(1));
    const auto connection = running.endpoint.seen().opened[0];
    std::thread store([&, executor = running.server.executor()] {
        executor([&] { running.server.send(connection, message("durable")); });
    });
    EXPECT_EQ(peer.receive_frame()->payload, "durable");
    store.join();
}

TEST(Server, work_that_comes_when_the_server_has_gone_is_dropped) {
    std::function<void(std::function<void()>)> executor;
    bool ran = false;
    {
        RunningServer running;
        ASSERT_FALSE(running.start());
        executor = running.server.executor();
        running.stop();
        executor([&] { ran = true; });
    }
    executor([&] { ran = true; });
    EXPECT_FALSE(ran);
}

TEST(Server, sends_what_is_queued_before_it_closes_with_the_reason) {
    RunningServer running;
    running.endpoint.when_received = [&](ConnectionId connection, std::string_view) {
        running.server.send(connection, message("last words"));
        running.server.close(connection, CloseReason::superseded);
        running.server.send(connection, message("too late"));
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("go");
    EXPECT_EQ(peer.receive_frame()->payload, "last words");
    const auto close = peer.receive_frame();
    ASSERT_TRUE(close);
    EXPECT_EQ(close->close_code(), 4005);
    EXPECT_EQ(close->payload.substr(2), "superseded");
    peer.send_frame(close->payload, 8);
    EXPECT_TRUE(peer.is_closed());
}

TEST(Server, a_host_may_close_a_connection_while_it_is_told_of_it) {
    RunningServer running;
    running.endpoint.when_opened = [&](ConnectionId connection) {
        running.server.close(connection, CloseReason::too_many);
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    EXPECT_EQ(peer.receive_close_code(), 4007);
    EXPECT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 1; }));
}

TEST(Server, tells_the_host_once_that_a_connection_closed_whoever_began) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    {
        RawPeer vanishing(running.port());
        ASSERT_TRUE(vanishing.upgrade());
        RawPeer polite(running.port());
        ASSERT_TRUE(polite.upgrade());
        polite.send_frame("\x03\xe8", 8);
        EXPECT_EQ(polite.receive_close_code(), 1000);
        RawPeer sent_away(running.port());
        ASSERT_TRUE(sent_away.upgrade());
        sent_away.send_frame("hello");
        ASSERT_TRUE(sent_away.receive_frame());
        const auto id = running.endpoint.seen().opened.back();
        running.on_loop([&] { running.server.close(id, CloseReason::wrong_code); });
        EXPECT_EQ(sent_away.receive_close_code(), 4006);
    }
    EXPECT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 3; }));
    running.stop();
    auto seen = running.endpoint.seen();
    std::sort(seen.closed.begin(), seen.closed.end());
    EXPECT_EQ(seen.closed, seen.opened);
}

TEST(Server, ignores_orders_for_connections_it_does_not_have) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    running.on_loop([&] {
        running.server.send(99, message("nobody"));
        running.server.close(99, CloseReason::silent);
        running.server.read_from(99, false);
    });
}

TEST(Server, does_not_read_from_a_connection_until_the_host_lets_it) {
    RunningServer running;
    auto& endpoint = running.endpoint;
    endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        if (bytes == "pause") running.server.read_from(connection, false);
        running.server.send(connection, message(std::string(bytes)));
    };
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("pause");
    EXPECT_EQ(peer.receive_frame()->payload, "pause");
    peer.send_frame("later");
    RawPeer other(running.port());
    ASSERT_TRUE(other.upgrade());
    for (int i = 0; i < 20; ++i) {
        other.send_frame("meanwhile");
        ASSERT_TRUE(other.receive_frame());
    }
    const auto received = endpoint.seen().received;
    EXPECT_TRUE(std::none_of(received.begin(), received.end(),
                             [](const auto& entry) { return entry.second == "later"; }));
    const auto id = endpoint.seen().opened[0];
    running.on_loop([&] { running.server.read_from(id, true); });
    EXPECT_EQ(peer.receive_frame()->payload, "later");
}

TEST(Server, serves_two_hundred_connections) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < 200; ++i) {
        peers.push_back(std::make_unique<RawPeer>(running.port()));
        ASSERT_TRUE(peers.back()->upgrade()) << i;
    }
    for (int i = 0; i < 200; ++i) peers[static_cast<std::size_t>(i)]->send_frame(std::to_string(i));
    for (int i = 0; i < 200; ++i)
        EXPECT_EQ(peers[static_cast<std::size_t>(i)]->receive_frame()->payload, std::to_string(i));
    peers.clear();
    EXPECT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 200; }));
}

TEST(Server, tells_everybody_that_it_goes_when_it_stops) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    RawPeer half_way(running.port());
    half_way.send("GET /ws HT");
    ASSERT_TRUE(running.endpoint.wait_for_opened(1));
    running.server.stop();
    EXPECT_EQ(peer.receive_close_code(), 4008);
    peer.send_frame("\x0f\xa8", 8);
    EXPECT_TRUE(half_way.is_closed());
    EXPECT_TRUE(running.has_ended());
    EXPECT_EQ(running.endpoint.seen().closed.size(), 1u);
}

TEST(Server, stops_in_time_when_its_peers_do_not_answer) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    ASSERT_TRUE(running.endpoint.wait_for_opened(1));
    running.server.stop();
    EXPECT_TRUE(running.has_ended());
}

TEST(Server, stops_while_everybody_is_talking) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    std::vector<std::thread> talkers;
    for (int i = 0; i < 8; ++i)
        talkers.emplace_back([&] {
            RawPeer peer(running.port());
            if (!peer.upgrade()) return;
            const std::string words(2000, 'x');
            while (peer.send_frame(words) && peer.receive_frame()) {
            }
        });
    EXPECT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.received.size() > 500; }));
    running.server.stop();
    EXPECT_TRUE(running.has_ended());
    for (auto& talker : talkers) talker.join();
    auto seen = running.endpoint.seen();
    EXPECT_EQ(seen.closed.size(), seen.opened.size());
}

TEST(Server, stops_on_a_signal) {
    RunningServer running(quick_options());
    running.server.stop_on_signals();
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    ASSERT_TRUE(peer.upgrade());
    ASSERT_TRUE(running.endpoint.wait_for_opened(1));
    ::raise(SIGTERM);
    EXPECT_EQ(peer.receive_close_code(), 4008);
    peer.hang_up();
    EXPECT_TRUE(running.has_ended());
}

TEST(Server, can_be_made_and_thrown_away_without_running) {
    FakeEndpoint endpoint;
    net::Server never_listened({});
    net::Server never_ran({});
    EXPECT_FALSE(never_ran.listen(endpoint));
}

net::StartFailure failure_of(net::Options options) {
    FakeEndpoint endpoint;
    net::Server server(std::move(options));
    const auto error = server.listen(endpoint);
    EXPECT_TRUE(error);
    EXPECT_FALSE(error->where.empty());
    return error->failure;
}

TEST(Server, says_why_it_cannot_listen) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    EXPECT_EQ(failure_of({.port = running.port()}), net::StartFailure::address_in_use);
    EXPECT_EQ(failure_of({.address = "192.0.2.1"}), net::StartFailure::address_not_here);
    EXPECT_EQ(failure_of({.address = "nonsense"}), net::StartFailure::bad_address);
    EXPECT_EQ(failure_of({.tls = net::TlsFiles{"/nowhere/cert.pem", "/nowhere/key.pem"}}),
              net::StartFailure::certificate_unusable);
}

}  // namespace
}  // namespace casustafel::net_test
