// Peers without a WebSocket: the same messages in HTTP requests, the same limits, the same end.
#include <gtest/gtest.h>

#include <chrono>
#include <memory>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using hosting::CloseReason;
using hosting::ConnectionId;

std::string framed(const std::string& message) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(message.size() >> shift & 255);
    return bytes + message;
}

std::string request(const std::string& method, const std::string& path,
                    const std::string& body = {}, const std::string& more = {}) {
    return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

int status_of(const std::string& answer) {
    return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

std::string body_of(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

class Lines : public testing::Test {
protected:
    net::Options options = quick_options();
    std::unique_ptr<RunningServer> running;

    void run() {
        running = std::make_unique<RunningServer>(options);
        ASSERT_FALSE(running->start());
    }
    std::string ask(const std::string& what) const { return http(running->port(), what); }
    std::string open() const {
        const std::string answer = ask(request("POST", "/line"));
        EXPECT_EQ(status_of(answer), 200) << answer;
        return "/line/" + body_of(answer);
    }
    std::string send(const std::string& line, const std::string& body) const {
        return ask(request("POST", line + "/send", body));
    }
    std::string poll(const std::string& line) const { return ask(request("GET", line + "/poll")); }
    ConnectionId last_opened() const { return running->endpoint.seen().opened.back(); }
    bool wait_for_closed(std::size_t connections) const {
        return running->endpoint.wait_until(
            [=](const auto& seen) { return seen.closed.size() >= connections; });
    }
};

// One that reads a stream.
class Streaming {
public:
    Streaming(std::uint16_t port, const std::string& line, int receive_buffer_bytes = 0)
        : peer(port, receive_buffer_bytes) {
        peer.send(request("GET", line + "/events"));
        head = until("\r\n\r\n");
        until(":\n\n");
    }
    std::string event() { return until("\n\n"); }
    std::string until(const std::string& end) {
        while (read_.find(end) == std::string::npos) {
            const std::string more = peer.receive();
            if (more.empty()) return std::exchange(read_, {});
            read_ += more;
        }
        const std::string found = read_.substr(0, read_.find(end) + end.size());
        read_.erase(0, found.size());
        return found;
    }
    RawPeer peer;
    std::string head;

private:
    std::string read_;
};

TEST_F(Lines, carry_messages_both_ways_by_polls) {
    run();
    const std::string line = open();
    EXPECT_EQ(line.size(), 6 + 43U);  // 256 bits
    EXPECT_EQ(status_of(send(line, framed("one") + framed("") + framed("three"))), 204);
    const std::string answer = poll(line);
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_NE(answer.find("Content-Type: application/octet-stream\r\n"), std::string::npos);
    EXPECT_NE(answer.find("Cache-Control: no-store"), std::string::npos);
    EXPECT_EQ(body_of(answer), framed("one") + framed("") + framed("three"));
}

TEST_F(Lines, carry_messages_both_ways_by_a_stream) {
    run();
    const std::string line = open();
    Streaming stream(running->port(), line);
    EXPECT_NE(stream.head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    EXPECT_NE(stream.head.find("X-Accel-Buffering: no\r\n"), std::string::npos);
    EXPECT_EQ(status_of(send(line, framed("hello"))), 204);
    EXPECT_EQ(stream.event(), "data: aGVsbG8=\n\n");
    EXPECT_EQ(status_of(send(line, framed("one") + framed("three"))), 204);
    EXPECT_EQ(stream.event(), "data: b25l\ndata: dGhyZWU=\n\n");
}

TEST_F(Lines, carry_a_whole_talk_over_one_kept_socket) {
    run();
    const std::string line = open();
    RawPeer peer(running->port());
    for (int round = 0; round < 50; ++round) {
        const std::string word = std::to_string(round);
        peer.send(request("POST", line + "/send", framed(word)));
        EXPECT_EQ(status_of(peer.receive_answer()), 204);
        peer.send(request("GET", line + "/poll"));
        EXPECT_EQ(body_of(peer.receive_answer()), framed(word));
    }
    EXPECT_EQ(running->endpoint.seen().opened.size(), 1U);
}

TEST_F(Lines, are_closed_with_the_number_and_the_name_of_the_reason) {
    run();
    const std::string streamed = open();
    Streaming stream(running->port(), streamed);
    running->on_loop([&] { running->server.close(last_opened(), CloseReason::superseded); });
    EXPECT_EQ(stream.event(), "event: close\ndata: 4005 superseded\n\n");
    EXPECT_TRUE(stream.peer.is_closed());
    const std::string polled = open();
    running->on_loop([&] {
        running->server.send(last_opened(), message("last words"));
        running->server.close(last_opened(), CloseReason::wrong_code);
    });
    EXPECT_EQ(body_of(poll(polled)), framed("last words"));
    EXPECT_EQ(status_of(send(polled, framed("too late"))), 410);
    const std::string answer = poll(polled);
    EXPECT_EQ(status_of(answer), 410);
    EXPECT_EQ(body_of(answer), "4006 wrong_code");
    EXPECT_TRUE(wait_for_closed(2));
    EXPECT_EQ(status_of(poll(polled)), 404);
}

TEST_F(Lines, that_say_nothing_at_first_are_closed_as_silent) {
    options.limits.first_message_timeout_ms = 200;
    run();
    const std::string line = open();
    EXPECT_EQ(body_of(poll(line)), "4010 silent");
}

TEST_F(Lines, with_nothing_new_answer_a_poll_in_time_and_keep_only_the_newest) {
    options.limits.poll_ms = 300;
    run();
    const std::string line = open();
    RawPeer first(running->port()), second(running->port());
    first.send(request("GET", line + "/poll"));
    send(line, "");  // by now the first one waits, or is answered when the second comes
    second.send(request("GET", line + "/poll"));
    EXPECT_EQ(status_of(first.receive_answer()), 204);
    EXPECT_EQ(status_of(second.receive_answer()), 204);
    EXPECT_EQ(status_of(send(line, framed("still"))), 204);
    EXPECT_EQ(body_of(poll(line)), framed("still"));
}

TEST_F(Lines, on_which_nobody_listens_are_lost) {
    options.limits.line_deaf_ms = 200;
    run();
    const std::string line = open();
    EXPECT_EQ(status_of(send(line, framed("hello"))), 204);
    EXPECT_EQ(body_of(poll(line)), framed("hello"));
    EXPECT_TRUE(wait_for_closed(1));
    const std::string gone = poll(line), never = poll("/line/" + std::string(43, 'a'));
    EXPECT_EQ(status_of(gone), 404);
    EXPECT_EQ(gone, never);
}

TEST_F(Lines, whose_stream_breaks_are_lost_at_once_and_a_second_stream_begins_nothing) {
    run();
    const std::string line = open();
    { Streaming stream(running->port(), line); }
    EXPECT_TRUE(wait_for_closed(1));
    EXPECT_EQ(status_of(send(line, framed("hello"))), 404);
    const std::string other = open();
    Streaming stream(running->port(), other);
    EXPECT_EQ(status_of(poll(other)), 404);
    EXPECT_TRUE(stream.peer.is_closed());
    EXPECT_TRUE(wait_for_closed(2));
}

TEST_F(Lines, end_when_their_peer_says_so) {
    run();
    const std::string line = open();
    Streaming stream(running->port(), line);
    EXPECT_EQ(status_of(ask(request("POST", line + "/close", "any body"))), 204);
    EXPECT_TRUE(stream.peer.is_closed());
    EXPECT_TRUE(wait_for_closed(1));
    EXPECT_EQ(status_of(ask(request("POST", line + "/close"))), 404);
}

TEST_F(Lines, with_a_wrong_body_are_closed_and_the_host_hears_nothing_of_it) {
    options.limits.max_message_bytes = 1000;
    options.limits.max_send_bytes = 5000;
    run();
    const auto after = [&](const std::string& body, int status) {
        const std::string line = open();
        EXPECT_EQ(status_of(send(line, body)), status);
        return body_of(poll(line));
    };
    EXPECT_EQ(after(framed("whole") + std::string(2, '\0'), 410), "4000 malformed");
    EXPECT_EQ(after(framed("half").substr(0, 6), 410), "4000 malformed");
    EXPECT_EQ(after(framed(std::string(1001, 'a')), 410), "4001 too_large");
    EXPECT_EQ(after("\xff\xff\xff\xff", 410), "4001 too_large");
    EXPECT_EQ(after(std::string(5001, '\0'), 413), "4001 too_large");
    EXPECT_TRUE(running->endpoint.seen().received.empty());
}

TEST_F(Lines, that_are_flooded_are_closed_as_too_fast) {
    options.limits.messages_per_second = 1;
    options.limits.message_burst = 10;
    run();
    std::string flood;
    for (int at = 0; at < 40; ++at) flood += framed("x");
    const std::string line = open();
    EXPECT_EQ(status_of(send(line, flood)), 410);
    EXPECT_LT(running->endpoint.seen().received.size(), 12U);
    const std::string empty = open();
    for (int at = 0; at < 10; ++at) EXPECT_EQ(status_of(send(empty, "")), 204);
    EXPECT_EQ(status_of(send(empty, "")), 410);
}

TEST_F(Lines, take_one_request_with_messages_at_a_time) {
    run();
    const std::string line = open();
    RawPeer slow(running->port());
    slow.send("POST " + line + "/send HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
    ask(request("GET", "/healthz"));
    EXPECT_EQ(status_of(send(line, framed("beside it"))), 410);
    EXPECT_EQ(body_of(poll(line)), "4002 too_fast");
    const std::string other = open();
    RawPeer broken(running->port());
    broken.send("POST " + other + "/send HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
    ask(request("GET", "/healthz"));
    broken.hang_up();
    ask(request("GET", "/healthz"));
    EXPECT_EQ(status_of(send(other, framed("after it"))), 204);
    EXPECT_TRUE(
        running->endpoint.wait_until([](const auto& seen) { return seen.received.size() == 1; }));
}

TEST_F(Lines, whose_stream_is_not_read_are_closed_and_the_others_are_served) {
    options.limits.max_queued_bytes = 200'000;
    options.limits.socket_send_buffer_bytes = 16 * 1024;
    run();
    const std::string slow = open();
    Streaming stream(running->port(), slow, 4096);
    const std::string other = open();
    const std::string large = framed(std::string(60'000, 'x'));
    for (int at = 0; at < 40 && status_of(send(slow, large)) == 204; ++at) {
        EXPECT_EQ(status_of(send(other, framed("me too"))), 204);
        EXPECT_EQ(body_of(poll(other)), framed("me too"));
    }
    EXPECT_TRUE(wait_for_closed(1));
}

TEST_F(Lines, may_be_a_hundred_from_one_address_and_not_more_than_its_share) {
    options.limits.max_connections_of_an_address = 100;
    run();
    std::vector<std::string> lines;
    for (int at = 0; at < 100; ++at) lines.push_back(open());
    for (const std::string& line : lines) {
        EXPECT_EQ(status_of(send(line, framed(line))), 204);
        EXPECT_EQ(body_of(poll(line)), framed(line));
    }
    EXPECT_EQ(body_of(poll(open())), "4007 too_many");
    RawPeer web_socket(running->port());
    ASSERT_TRUE(web_socket.upgrade());
    EXPECT_EQ(web_socket.receive_close_code(), 4007);
    for (const std::string& line : lines) ask(request("POST", line + "/close"));
    EXPECT_TRUE(wait_for_closed(100));
}

TEST_F(Lines, that_are_not_there_cost_who_keeps_asking_a_socket_each_time) {
    options.limits.unknown_lines_at_once = 5;
    run();
    RawPeer guesser(running->port());
    int asked = 0;
    for (; asked < 20; ++asked) {
        guesser.send(request("GET", "/line/" + std::string(43, 'b') + "/poll"));
        const std::string answer = guesser.receive_answer();
        EXPECT_EQ(status_of(answer), 404);
        if (answer.find("Connection: close") != std::string::npos) break;
    }
    EXPECT_GE(asked, 5);
    EXPECT_LT(asked, 10);
    for (const char* path : {"/line", "/line/", "/line/x", "/line/x/poll/more", "/lines"})
        EXPECT_EQ(status_of(ask(request("GET", path))), 404) << path;
    const std::string line = open();  // and who knows a line is served
    EXPECT_EQ(status_of(send(line, framed("hello"))), 204);
    EXPECT_EQ(status_of(ask(request("PUT", line + "/send"))), 404);
    EXPECT_EQ(status_of(ask(request("GET", line + "/send"))), 404);
}

TEST_F(Lines, are_not_for_another_ones_web_page) {
    run();
    const std::string line = open();
    const std::string evil = "Origin: https://evil.example\r\n";
    for (const auto& [method, path] : {std::pair<std::string, std::string>{"POST", "/line"},
                                       {"GET", line + "/poll"},
                                       {"GET", line + "/events"},
                                       {"POST", line + "/send"},
                                       {"POST", line + "/close"}})
        EXPECT_EQ(status_of(ask(request(method, path, {}, evil))), 403) << path;
    EXPECT_EQ(status_of(ask(request("POST", "/line", {}, "Origin: http://127.0.0.1\r\n"))), 200);
    EXPECT_EQ(status_of(send(line, framed("untouched"))), 204);
}

TEST_F(Lines, are_not_read_until_the_host_lets_them) {
    running = std::make_unique<RunningServer>(options);
    running->endpoint.when_received = [&](ConnectionId connection, std::string_view bytes) {
        if (bytes == "pause") running->server.read_from(connection, false);
        running->server.send(connection, message(std::string(bytes)));
    };
    ASSERT_FALSE(running->start());
    const std::string line = open();
    RawPeer sender(running->port());
    sender.send(request("POST", line + "/send",
                        framed("pause") + framed("one more is read") + framed("later")));
    EXPECT_TRUE(
        running->endpoint.wait_until([](const auto& seen) { return seen.received.size() == 1; }));
    ask(request("GET", "/healthz"));
    EXPECT_EQ(running->endpoint.seen().received.size(), 1U);
    running->on_loop([&] { running->server.read_from(last_opened(), true); });
    EXPECT_EQ(status_of(sender.receive_answer()), 204);
    EXPECT_EQ(running->endpoint.seen().received.back().second, "later");
}

TEST_F(Lines, that_stream_are_told_that_they_live_and_are_not_called_silent) {
    options.limits.heartbeat_every_ms = 50;
    options.limits.silent_after_ms = 200;
    run();
    const std::string line = open();
    Streaming stream(running->port(), line);
    send(line, framed("hello"));
    EXPECT_EQ(stream.until("aGVsbG8=\n\n").substr(0, 1), "d");
    for (int beat = 0; beat < 8; ++beat) EXPECT_EQ(stream.event(), ":\n\n");
    // Who answers heartbeats has to go on with it.
    send(line, "");
    EXPECT_NE(stream.until("silent\n\n").find("event: close\ndata: 4010"), std::string::npos);
}

TEST_F(Lines, hear_that_a_stopping_server_goes) {
    run();
    const std::string streamed = open(), polled = open(), neither = open();
    Streaming stream(running->port(), streamed);
    RawPeer waiting(running->port());
    waiting.send(request("GET", polled + "/poll"));
    ask(request("GET", "/healthz"));
    running->server.stop();
    EXPECT_EQ(stream.event(), "event: close\ndata: 4008 going_away\n\n");
    EXPECT_EQ(body_of(waiting.receive_answer()), "4008 going_away");
    stream.peer.hang_up();
    waiting.hang_up();
    EXPECT_TRUE(running->has_ended());
    EXPECT_EQ(running->endpoint.seen().closed.size(), 3U);
}

}  // namespace
}  // namespace casustafel::net_test
