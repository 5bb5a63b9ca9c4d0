// The client's connection against the real server, and against nothing.
#include <gtest/gtest.h>

#include "client_driver.hpp"
#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using client_net::Event;
using client_net::Reason;
using hosting::CloseReason;
using hosting::ConnectionId;

TEST(Connection, opens_sends_and_receives) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port()));
    ASSERT_TRUE(client.wait_for(Event::Kind::connecting));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    const std::string bytes("hello \0 there", 13);
    EXPECT_TRUE(client.connection().send(bytes));
    EXPECT_EQ(client.next_message(), bytes);
}

TEST(Connection, keeps_the_order_of_many_messages) {
    RunningServer running(quick_options());
    running.endpoint.when_received = [](ConnectionId, std::string_view) {};
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port()));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(client.connection().send(std::to_string(i)));
    ASSERT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.received.size() == 1000; }));
    const auto seen = running.endpoint.seen();
    for (std::size_t i = 0; i < 1000; ++i) EXPECT_EQ(seen.received[i].second, std::to_string(i));
}

TEST(Connection, takes_large_messages) {
    RunningServer running(quick_options());
    running.endpoint.when_received = [&](ConnectionId connection, std::string_view) {
        running.server.send(connection, message(std::string(3'000'000, 'x')));
    };
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port()));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("go");
    EXPECT_EQ(client.next_message().size(), 3'000'000u);
}

TEST(Connection, does_not_take_more_than_its_outbox_holds) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port());
    options.limits.max_outgoing_bytes = 1000;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    EXPECT_FALSE(client.connection().send(std::string(1001, 'x')));
    EXPECT_TRUE(client.connection().send(std::string(1000, 'x')));
}

TEST(Connection, waits_for_a_program_that_does_not_poll) {
    RunningServer running(quick_options());
    running.endpoint.when_opened = [&](ConnectionId connection) {
        for (int i = 0; i < 30; ++i)
            running.server.send(connection, message(std::string(100'000, 'x')));
    };
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port());
    options.limits.max_inbox_bytes = 100'000;
    ClientDriver client(options);
    std::size_t bytes = 0;
    while (bytes < 3'000'000) {
        const auto event = client.next();
        ASSERT_TRUE(event);
        bytes += event->bytes.size();
    }
    EXPECT_EQ(bytes, 3'000'000u);
}

TEST(Connection, comes_back_by_itself_when_the_server_is_started_again) {
    auto server_options = quick_options();
    auto running = std::make_unique<RunningServer>(server_options);
    ASSERT_FALSE(running->start());
    server_options.port = running->port();
    ClientDriver client(options_for(server_options.port));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    ASSERT_TRUE(running->endpoint.wait_for_opened(1));

    running.reset();
    const auto first = client.wait_for(Event::Kind::waiting_to_retry);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->reason, Reason::going_away);
    EXPECT_GT(first->retry_in_ms, 0);
    const auto second = client.wait_for(Event::Kind::waiting_to_retry);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->reason, Reason::unreachable);
    EXPECT_FALSE(client.connection().send("nobody hears this"));

    running = std::make_unique<RunningServer>(server_options);
    ASSERT_FALSE(running->start());
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("back");
    EXPECT_EQ(client.next_message(), "back");
    EXPECT_EQ(running->endpoint.seen().received[0].second, "back");
}

TEST(Connection, comes_back_when_the_socket_just_breaks) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port()));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().reconnect();
    const auto event = client.wait_for(Event::Kind::waiting_to_retry);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::lost);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("again");
    EXPECT_EQ(client.next_message(), "again");
}

TEST(Connection, does_not_come_back_when_the_server_says_so) {
    for (const auto reason :
         {CloseReason::superseded, CloseReason::wrong_version, CloseReason::reused_command,
          CloseReason::malformed, CloseReason::wrong_code, CloseReason::too_large}) {
        RunningServer running(quick_options());
        running.endpoint.when_opened = [&](ConnectionId connection) {
            running.server.close(connection, reason);
        };
        ASSERT_FALSE(running.start());
        ClientDriver client(options_for(running.port()));
        const auto event = client.wait_for(Event::Kind::closed_for_good);
        ASSERT_TRUE(event);
        EXPECT_EQ(event->reason, reason);
        EXPECT_EQ(running.endpoint.seen().opened.size(), 1u);
    }
}

TEST(Connection, comes_back_after_reasons_that_pass) {
    for (const auto reason : {CloseReason::too_fast, CloseReason::too_slow, CloseReason::too_many,
                              CloseReason::silent}) {
        RunningServer running(quick_options());
        running.endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
            if (bytes == "send me away") return running.server.close(connection, reason);
            running.server.send(connection, message(std::string(bytes)));
        };
        ASSERT_FALSE(running.start());
        ClientDriver client(options_for(running.port()));
        ASSERT_TRUE(client.wait_for(Event::Kind::opened));
        client.connection().send("send me away");
        const auto event = client.wait_for(Event::Kind::waiting_to_retry);
        ASSERT_TRUE(event);
        EXPECT_EQ(event->reason, reason);
        ASSERT_TRUE(client.wait_for(Event::Kind::opened));
        client.connection().send("back");
        EXPECT_EQ(client.next_message(), "back");
    }
}

TEST(Connection, says_goodbye_after_its_last_words) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port()));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("last words");
    client.connection().close();
    const auto event = client.wait_for(Event::Kind::closed_for_good);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::closed_here);
    ASSERT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 1; }));
    EXPECT_EQ(running.endpoint.seen().received.at(0).second, "last words");
    EXPECT_FALSE(client.connection().send("too late"));
}

TEST(Connection, can_be_destroyed_in_any_state) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    for (const auto port : {running.port(), std::uint16_t{1}})
        for (const auto kind :
             {Event::Kind::connecting, Event::Kind::opened, Event::Kind::waiting_to_retry}) {
            const bool opens = port == running.port();
            if (opens == (kind == Event::Kind::waiting_to_retry)) {
                ClientDriver client(options_for(port));
                continue;  // at once
            }
            ClientDriver client(options_for(port));
            if (opens || kind != Event::Kind::opened) {
                EXPECT_TRUE(client.wait_for(kind));
            }
        }
}

TEST(Connection, notices_that_the_server_has_fallen_silent) {
    auto server_options = quick_options();
    server_options.limits.heartbeat_every_ms = 3'600'000;
    RunningServer running(server_options);
    running.endpoint.when_opened = [&](ConnectionId connection) {
        running.server.read_from(connection, false);  // so that nobody answers its pings
    };
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port());
    options.limits.silence_ms = 200;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    const auto event = client.wait_for(Event::Kind::waiting_to_retry);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::lost);
}

TEST(Connection, stays_open_while_the_server_answers_its_pings) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port());
    options.limits.silence_ms = 300;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(800);
    EXPECT_FALSE(client.next_before(until));
    client.connection().send("still here");
    EXPECT_EQ(client.next_message(), "still here");
}

TEST(Connection, tells_a_wrong_server_from_no_server) {
    RunningServer running(quick_options());
    ASSERT_FALSE(running.start());
    const auto reason_at = [](client_net::ConnectOptions options) {
        ClientDriver client(std::move(options));
        const auto event = client.wait_for(Event::Kind::waiting_to_retry);
        return event ? event->reason : Reason::closed_here;
    };
    EXPECT_EQ(reason_at(options_for(1)), Reason::unreachable);
    auto encrypted = options_for(running.port());
    encrypted.address.encrypted = true;
    EXPECT_EQ(reason_at(encrypted), Reason::not_our_server);
}

}  // namespace
}  // namespace casustafel::net_test
