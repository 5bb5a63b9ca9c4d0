// The server with peers that do not behave. After each, a well-behaved peer must still be served.
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <random>
#include <vector>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using hosting::CloseReason;
using hosting::ConnectionId;

class HostilePeer : public testing::Test {
protected:
    net::Options options = quick_options();
    std::unique_ptr<RunningServer> running;

    void run() {
        running = std::make_unique<RunningServer>(options);
        ASSERT_FALSE(running->start());
    }
    std::uint16_t port() { return running->port(); }

    // The answer to bytes that are sent instead of an upgrade, then silence.
    std::string answer_to(std::string_view bytes) {
        RawPeer peer(port());
        peer.send(bytes);
        return peer.receive_answer();
    }
    // The close code after these bytes on a WebSocket.
    std::uint16_t close_code_after(std::string_view bytes) {
        RawPeer peer(port());
        EXPECT_TRUE(peer.upgrade());
        peer.send(bytes);
        return peer.receive_close_code();
    }

    void TearDown() override {
        if (!running) return;
        RawPeer peer(port());
        EXPECT_TRUE(peer.upgrade());
        peer.send_frame("still there?");
        const auto frame = peer.receive_frame();
        ASSERT_TRUE(frame);
        EXPECT_EQ(frame->payload, "still there?");
        peer.hang_up();
        running->stop();
        const auto seen = running->endpoint.seen();
        EXPECT_EQ(seen.opened.size(), seen.closed.size());
    }
};

TEST_F(HostilePeer, that_sends_garbage_is_told_that_it_is_no_request) {
    run();
    EXPECT_NE(answer_to("\x16\x03\x01 certainly no HTTP\r\n\r\n").find(" 400 "), std::string::npos);
    EXPECT_NE(answer_to("GET /ws HTTP/1.1\r\nbroken header\r\n\r\n").find(" 400 "),
              std::string::npos);
    EXPECT_NE(answer_to(std::string(5000, '\0')).find(" 400 "), std::string::npos);
}

TEST_F(HostilePeer, with_a_huge_header_is_refused) {
    run();
    EXPECT_NE(
        answer_to("GET /ws HTTP/1.1\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n").find(" 431 "),
        std::string::npos);
    std::string many = "GET /ws HTTP/1.1\r\n";
    for (int i = 0; i < 3000; ++i) many += "A: b\r\n";
    EXPECT_NE(answer_to(many + "\r\n").find(" 431 "), std::string::npos);
    EXPECT_NE(answer_to("GET /" + std::string(100'000, 'a')).find(" 431 "), std::string::npos);
}

TEST_F(HostilePeer, with_a_wrong_upgrade_gets_no_web_socket) {
    run();
    const std::string upgrade = "Host: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    const auto refused = [&](const std::string& request) {
        const auto answer = answer_to(request);
        return !answer.starts_with("HTTP/1.1 101") && answer.starts_with("HTTP/1.");
    };
    EXPECT_TRUE(refused("GET /ws HTTP/1.1\r\n" + upgrade + "Sec-WebSocket-Version: 13\r\n\r\n"));
    EXPECT_TRUE(refused("GET /ws HTTP/1.1\r\n" + upgrade +
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "Sec-WebSocket-Version: 8\r\n\r\n"));
    EXPECT_TRUE(refused("GET /other HTTP/1.1\r\n" + upgrade +
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "Sec-WebSocket-Version: 13\r\n\r\n"));
    EXPECT_TRUE(refused("GET /ws HTTP/1.1\r\n" + upgrade +
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "Sec-WebSocket-Version: 13\r\n\r\n" +
                        frame_bytes("did not wait")));
    EXPECT_TRUE(running->endpoint.seen().opened.empty());
}

TEST_F(HostilePeer, that_never_finishes_its_request_is_cut) {
    options.limits.handshake_timeout_ms = 500;
    run();
    RawPeer silent(port());
    RawPeer slow(port());
    slow.send("GET /ws HTTP/1.1\r\nHost:");
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(slow.is_closed());
    RawPeer dripping(port());
    const auto began = std::chrono::steady_clock::now();
    while (dripping.send("a") && std::chrono::steady_clock::now() - began < patience)
        std::this_thread::yield();
    EXPECT_LT(std::chrono::steady_clock::now() - began, patience);
}

TEST_F(HostilePeer, that_is_let_in_and_says_nothing_is_closed_as_silent) {
    options.limits.first_message_timeout_ms = 200;
    run();
    RawPeer silent(port()), talks(port());
    ASSERT_TRUE(silent.upgrade());
    ASSERT_TRUE(talks.upgrade());
    talks.send_frame("hello");
    EXPECT_EQ(silent.receive_close_code(), 4010);
    talks.send_frame("still here");
    EXPECT_EQ(talks.receive_frame()->payload, "hello");
    EXPECT_EQ(talks.receive_frame()->payload, "still here");
}

TEST_F(HostilePeer, with_many_half_open_sockets_keeps_nobody_out) {
    options.limits.max_unfinished_of_an_address = 20;
    options.limits.max_unfinished_connections = 30;
    run();
    std::vector<std::unique_ptr<RawPeer>> half;
    for (int at = 0; at < 100; ++at) {
        half.push_back(std::make_unique<RawPeer>(port()));
        half.back()->send("GET /ws HTTP/1.1\r\nHost:");
    }
    RawPeer peer(port());
    EXPECT_TRUE(peer.upgrade());
    EXPECT_TRUE(half.front()->is_closed());
}

TEST_F(HostilePeer, that_keeps_an_answered_socket_makes_room_before_who_still_asks) {
    options.limits.max_unfinished_of_an_address = 3;
    run();
    RawPeer asks(port()), rests(port()), asks_too(port());
    asks.send("GET /healthz HTTP/1.1\r\n");
    asks_too.send("GET /healthz HTTP/1.1\r\n");
    rests.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_FALSE(rests.receive_answer().empty());
    RawPeer late(port());
    EXPECT_TRUE(rests.is_closed());
    for (RawPeer* peer : {&asks, &asks_too}) {
        peer->send("Host: a\r\n\r\n");
        EXPECT_TRUE(peer->receive_answer().starts_with("HTTP/1.1 200 OK\r\n"));
    }
}

TEST_F(HostilePeer, that_asks_nothing_more_or_half_of_it_is_cut) {
    options.limits.keep_alive_ms = 100;
    options.limits.handshake_timeout_ms = 300;
    run();
    RawPeer rests(port()), drips(port());
    for (RawPeer* peer : {&rests, &drips}) {
        peer->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_FALSE(peer->receive_answer().empty());
    }
    drips.send("GET /heal");
    EXPECT_TRUE(rests.is_closed());
    EXPECT_TRUE(drips.is_closed());
}

TEST_F(HostilePeer, that_fills_the_server_makes_room_as_long_as_it_is_nobody) {
    options.limits.max_connections = 5;
    run();
    std::vector<std::unique_ptr<RawPeer>> full;
    for (int at = 0; at < 5; ++at) {
        full.push_back(std::make_unique<RawPeer>(port()));
        ASSERT_TRUE(full.back()->upgrade());
    }
    ASSERT_TRUE(running->endpoint.wait_for_opened(5));
    running->endpoint.least_needed = running->endpoint.seen().opened.front();
    RawPeer late(port());
    ASSERT_TRUE(late.upgrade());
    late.send_frame("me too");
    EXPECT_EQ(late.receive_frame()->payload, "me too");
    EXPECT_EQ(full.front()->receive_close_code(), 4007);
    running->endpoint.least_needed = 0;
    RawPeer too_late(port());
    ASSERT_TRUE(too_late.upgrade());
    EXPECT_EQ(too_late.receive_close_code(), 4007);
    full.clear();
    late.hang_up();
    ASSERT_TRUE(running->endpoint.wait_until(
        [](const auto& seen) { return seen.closed.size() == seen.opened.size(); }));
}

TEST_F(HostilePeer, that_is_another_ones_web_page_gets_no_web_socket) {
    options.allowed_origins = {"https://oefenen.example"};
    run();
    const auto answer_from = [&](const std::string& origin, const std::string& host) {
        return answer_to(
            "GET /ws HTTP/1.1\r\nHost: " + host +
            "\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\nOrigin: " + origin +
            "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n" +
            frame_bytes("", 8));
    };
    EXPECT_NE(answer_from("https://evil.example", "127.0.0.1").find(" 403 "), std::string::npos);
    // A name that somebody else points at this machine.
    EXPECT_NE(answer_from("http://evil.example", "evil.example").find(" 403 "), std::string::npos);
    EXPECT_NE(answer_from("null", "127.0.0.1").find(" 403 "), std::string::npos);
}

TEST_F(HostilePeer, that_never_finishes_an_http_answer_is_cut) {
    options.limits.answer_timeout_ms = 100;
    run();
    RawPeer peer(port());
    peer.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_FALSE(peer.receive_all().empty());  // and this side stays open
    const auto began = std::chrono::steady_clock::now();
    while (peer.send("more") && std::chrono::steady_clock::now() - began < patience)
        std::this_thread::yield();
    EXPECT_LT(std::chrono::steady_clock::now() - began, patience);
}

TEST_F(HostilePeer, with_a_message_above_the_limit_is_closed) {
    options.limits.max_message_bytes = 1000;
    run();
    EXPECT_EQ(close_code_after(frame_bytes(std::string(1001, 'a'))), 4001);
    EXPECT_EQ(close_code_after(frame_bytes(std::string(200'000, 'a'))), 4001);
    std::string fragments = frame_bytes(std::string(300, 'a'), 2, false);
    for (int i = 0; i < 3; ++i) fragments += frame_bytes(std::string(300, 'a'), 0, false);
    EXPECT_EQ(close_code_after(fragments), 4001);
    EXPECT_TRUE(running->endpoint.seen().received.empty());
}

TEST_F(HostilePeer, that_announces_an_enormous_message_costs_no_memory) {
    run();
    // 2^40 bytes are announced; the first 100 kB of them come.
    std::string start("\x82\xff\x00\x00\x01\x00\x00\x00\x00\x00\x11\x22\x33\x44", 14);
    EXPECT_EQ(close_code_after(start + std::string(100'000, 'a')), 4001);
    std::string more_than_a_length("\x82\xff\xff\xff\xff\xff\xff\xff\xff\xff\x11\x22\x33\x44", 14);
    EXPECT_NE(close_code_after(more_than_a_length + std::string(100'000, 'a')), 0);
}

TEST_F(HostilePeer, with_too_many_messages_is_closed) {
    options.limits.messages_per_second = 1;
    options.limits.message_burst = 10;
    run();
    std::string flood;
    for (int i = 0; i < 40; ++i) flood += frame_bytes("x");
    EXPECT_EQ(close_code_after(flood), 4002);
    EXPECT_GE(running->endpoint.seen().received.size(), 10u);
    EXPECT_LT(running->endpoint.seen().received.size(), 20u);
    std::string pings;
    for (int i = 0; i < 40; ++i) pings += frame_bytes("x", 9);
    EXPECT_EQ(close_code_after(pings), 4002);
    std::string pongs;
    for (int i = 0; i < 40; ++i) pongs += frame_bytes("x", 10);
    EXPECT_EQ(close_code_after(pongs), 4002);
}

TEST_F(HostilePeer, that_sends_text_is_malformed) {
    run();
    EXPECT_EQ(close_code_after(frame_bytes("text", 1)), 4000);
}

TEST_F(HostilePeer, that_breaks_the_framing_is_closed_by_the_library) {
    run();
    EXPECT_EQ(close_code_after(frame_bytes("unmasked", 2, true, false)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes("reserved", 3)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes("continues nothing", 0)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes(std::string(126, 'p'), 9)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes("in pieces", 9, false)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes("a", 2, false) + frame_bytes("b", 2)), 1002);
    EXPECT_EQ(close_code_after(frame_bytes("x", 8)), 1002);
}

TEST_F(HostilePeer, that_leaves_in_the_middle_of_anything_leaves_nothing_behind) {
    run();
    const auto whole =
        "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n" +
        frame_bytes(std::string(3000, 'a')) + frame_bytes("x", 9) + frame_bytes("\x03\xe8", 8);
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        RawPeer peer(port());
        const auto head = whole.find("\r\n\r\n") + 4;
        if (length <= head) {
            peer.send(std::string_view(whole).substr(0, length));
        } else {
            ASSERT_TRUE(peer.upgrade());
            peer.send(std::string_view(whole).substr(head, length - head));
        }
    }
    RawPeer last(port());
    ASSERT_TRUE(last.upgrade());
}

TEST_F(HostilePeer, that_sends_anything_at_all_harms_nobody) {
    run();
    std::mt19937 random(20'26);
    for (int round = 0; round < 150; ++round) {
        RawPeer peer(port());
        if (round % 3 != 0) {
            ASSERT_TRUE(peer.upgrade());
        }
        for (int piece = 0; piece < 10; ++piece) {
            std::string bytes(random() % 300, '\0');
            for (auto& byte : bytes) byte = static_cast<char>(random());
            if (round % 3 == 2)
                bytes =
                    frame_bytes(bytes, static_cast<std::uint8_t>(random() % 16), random() % 2 == 0);
            if (!peer.send(bytes)) break;
        }
    }
}

TEST_F(HostilePeer, that_does_not_read_is_closed_and_the_others_are_served) {
    options.limits.max_queued_bytes = 200'000;
    options.limits.max_queued_messages = 100'000;
    options.limits.socket_send_buffer_bytes = 16 * 1024;
    running = std::make_unique<RunningServer>(options);
    std::atomic<std::size_t> dead{0};
    std::vector<std::weak_ptr<const std::string>> sent;
    running->endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        auto answer = message(std::string(bytes));
        if (bytes.size() > 100) sent.emplace_back(answer);
        running->server.send(connection, std::move(answer));
    };
    ASSERT_FALSE(running->start());
    RawPeer slow(port(), 4096);
    ASSERT_TRUE(slow.upgrade());
    RawPeer other(port());
    ASSERT_TRUE(other.upgrade());
    const std::string large(10'000, 'x');
    for (int i = 0; i < 200; ++i) {
        if (!slow.send_frame(large)) break;
        other.send_frame("me too");
        ASSERT_TRUE(other.receive_frame());
    }
    ASSERT_TRUE(
        running->endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 1; }));
    // Nothing of it is kept once the socket has been cut.
    EXPECT_TRUE(slow.is_closed());
    running->on_loop([&] {
        for (const auto& one : sent) dead += one.expired() ? 1 : 0;
    });
    EXPECT_EQ(dead, sent.size());
    EXPECT_LT(sent.size(), 200u);
}

TEST_F(HostilePeer, whose_write_does_not_finish_is_closed) {
    options.limits.write_timeout_ms = 100;
    options.limits.socket_send_buffer_bytes = 16 * 1024;
    running = std::make_unique<RunningServer>(options);
    running->endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        running->server.send(connection, message(bytes == "fill" ? std::string(3'000'000, 'x')
                                                                 : std::string(bytes)));
    };
    ASSERT_FALSE(running->start());
    RawPeer slow(port(), 4096);
    ASSERT_TRUE(slow.upgrade());
    slow.send_frame("fill");
    EXPECT_TRUE(
        running->endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 1; }));
}

TEST_F(HostilePeer, that_is_slow_but_reads_on_gets_everything_and_the_reason) {
    options.limits.max_queued_bytes = 2'500'000;
    options.limits.socket_send_buffer_bytes = 16 * 1024;
    options.limits.close_timeout_ms = 10'000;
    running = std::make_unique<RunningServer>(options);
    running->endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        if (bytes != "fill") return running->server.send(connection, message(std::string(bytes)));
        for (int i = 0; i < 2; ++i)
            running->server.send(connection, message(std::string(1'000'000, 'x')));
        running->server.close(connection, CloseReason::going_away);
    };
    ASSERT_FALSE(running->start());
    RawPeer slow(port(), 4096);
    ASSERT_TRUE(slow.upgrade());
    slow.send_frame("fill");
    std::size_t received = 0;
    std::uint16_t code = 0;
    while (const auto frame = slow.receive_frame()) {
        if (frame->opcode == 8) {
            code = frame->close_code();
            break;
        }
        received += frame->payload.size();
    }
    EXPECT_EQ(received, 2'000'000u);
    EXPECT_EQ(code, 4008);
}

TEST_F(HostilePeer, that_says_nothing_for_too_long_is_closed_but_not_who_answers_pings) {
    options.limits.heartbeat_every_ms = 100;
    options.limits.silent_after_ms = 600;
    run();
    RawPeer silent(port());
    ASSERT_TRUE(silent.upgrade());
    RawPeer alive(port());
    ASSERT_TRUE(alive.upgrade());
    for (int pings = 0; pings < 8; ++pings) {
        const auto frame = alive.receive_frame();
        ASSERT_TRUE(frame);
        ASSERT_EQ(frame->opcode, 9);
        alive.send_frame(frame->payload, 10);
    }
    EXPECT_EQ(silent.receive_close_code(), 4010);
    EXPECT_EQ(running->endpoint.seen().closed.size(), 1u);
}

TEST_F(HostilePeer, that_does_not_answer_the_close_frame_is_cut) {
    run();
    RawPeer peer(port());
    ASSERT_TRUE(peer.upgrade());
    peer.send_frame("text", 1);
    EXPECT_EQ(peer.receive_close_code(), 4000);
    for (int i = 0; i < 20; ++i) peer.send_frame(std::string(1000, 'x'));
    EXPECT_TRUE(peer.is_closed());
    EXPECT_TRUE(running->endpoint.seen().received.empty());
}

TEST_F(HostilePeer, beyond_the_room_there_is_gets_told_so) {
    options.limits.max_connections = 2;
    run();
    auto first = std::make_unique<RawPeer>(port());
    ASSERT_TRUE(first->upgrade());
    RawPeer second(port());
    ASSERT_TRUE(second.upgrade());
    RawPeer third(port());
    ASSERT_TRUE(third.upgrade());
    EXPECT_EQ(third.receive_close_code(), 4007);
    ASSERT_TRUE(running->endpoint.wait_for_opened(2));
    EXPECT_EQ(running->endpoint.seen().opened.size(), 2u);
    first.reset();
    EXPECT_TRUE(
        running->endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 1; }));
}

TEST_F(HostilePeer, with_many_half_open_sockets_leaves_room_for_others) {
    options.limits.max_unfinished_connections = 10;
    options.limits.handshake_timeout_ms = 500;
    run();
    RawPeer early(port());
    ASSERT_TRUE(early.upgrade());
    std::vector<std::unique_ptr<RawPeer>> idle;
    for (int i = 0; i < 50; ++i) idle.push_back(std::make_unique<RawPeer>(port()));
    early.send_frame("unharmed");
    ASSERT_TRUE(early.receive_frame());
    for (auto& peer : idle) EXPECT_TRUE(peer->is_closed());
}

}  // namespace
}  // namespace casustafel::net_test
