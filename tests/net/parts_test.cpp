// The parts that need no socket: queue, allowance, addresses, pauses, mailboxes.
#include <gtest/gtest.h>

#include "client/net/address.hpp"
#include "client/net/backoff.hpp"
#include "client/net/mailboxes.hpp"
#include "server/hosting/surroundings/ports.hpp"
#include "server/hosting/surroundings/token_bucket.hpp"
#include "server/net/wire/frame_header.hpp"
#include "server/net/wire/options.hpp"
#include "server/net/wire/outgoing_queue.hpp"

namespace casustafel {
namespace {

using client_net::Address;
using client_net::AddressError;
using client_net::Event;
using client_net::parse_address;

net::Message text(const char* bytes) { return std::make_shared<const std::string>(bytes); }

// RFC 6455, section 5.2, at both sides of each change of width.
TEST(FrameHeader, is_as_wide_as_its_payload_needs) {
    const auto bytes = [](std::uint64_t payload) {
        const net::FrameHeader header = net::frame_header(payload);
        return std::vector<int>(header.bytes.begin(), header.bytes.begin() + header.size);
    };
    using Bytes = std::vector<int>;
    EXPECT_EQ(bytes(0), (Bytes{0x82, 0}));
    EXPECT_EQ(bytes(125), (Bytes{0x82, 125}));
    EXPECT_EQ(bytes(126), (Bytes{0x82, 126, 0, 126}));
    EXPECT_EQ(bytes(0xffff), (Bytes{0x82, 126, 0xff, 0xff}));
    EXPECT_EQ(bytes(0x10000), (Bytes{0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0}));
    EXPECT_EQ(bytes(0x0102030405), (Bytes{0x82, 127, 0, 0, 0, 1, 2, 3, 4, 5}));
}

TEST(OutgoingQueue, gives_everything_that_waits_at_once) {
    net::OutgoingQueue queue(10, 100);
    EXPECT_TRUE(queue.push(text("one")));
    EXPECT_TRUE(queue.push(text("two")));
    const auto batch = queue.take(100);
    ASSERT_EQ(batch.size(), 2u);
    EXPECT_EQ(*batch[0], "one");
    EXPECT_EQ(*batch[1], "two");
    EXPECT_FALSE(queue.waiting());
    EXPECT_TRUE(queue.writing());
    queue.written();
    EXPECT_EQ(queue.bytes(), 0u);
}

TEST(OutgoingQueue, cuts_a_batch_at_its_limit_and_keeps_the_order) {
    net::OutgoingQueue queue(10, 100);
    for (const auto* word : {"aaaa", "bbbb", "cccccccccccc", "d"}) queue.push(text(word));
    EXPECT_EQ(queue.take(9).size(), 2u);
    queue.written();
    EXPECT_EQ(queue.bytes(), 13u);
    const auto larger_than_a_batch = queue.take(9);
    ASSERT_EQ(larger_than_a_batch.size(), 1u);
    EXPECT_EQ(*larger_than_a_batch[0], "cccccccccccc");
    queue.written();
    EXPECT_EQ(*queue.take(9)[0], "d");
}

TEST(OutgoingQueue, counts_what_is_being_written_against_both_limits) {
    net::OutgoingQueue by_bytes(10, 8);
    EXPECT_TRUE(by_bytes.push(text("aaaa")));
    by_bytes.take(100);
    EXPECT_TRUE(by_bytes.push(text("bbbb")));
    EXPECT_FALSE(by_bytes.push(text("c")));
    by_bytes.written();
    EXPECT_TRUE(by_bytes.push(text("c")));

    net::OutgoingQueue by_number(2, 100);
    EXPECT_TRUE(by_number.push(text("a")));
    by_number.take(100);
    EXPECT_TRUE(by_number.push(text("b")));
    EXPECT_FALSE(by_number.push(text("c")));
}

TEST(OutgoingQueue, keeps_the_write_under_way_when_the_rest_is_dropped) {
    net::OutgoingQueue queue(10, 100);
    queue.push(text("going"));
    const auto batch = queue.take(100);
    queue.push(text("waiting"));
    queue.drop_waiting();
    EXPECT_EQ(*batch[0], "going");
    EXPECT_EQ(queue.bytes(), 5u);
}

TEST(TokenBucket, lets_a_burst_through_and_then_the_rate) {
    hosting::TokenBucket bucket(10, 3, 1000);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(bucket.take(1000));
    EXPECT_FALSE(bucket.take(1000));
    EXPECT_FALSE(bucket.take(1099));
    EXPECT_TRUE(bucket.take(1100));
    EXPECT_FALSE(bucket.take(1100));
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(bucket.take(9'000'000));
    EXPECT_FALSE(bucket.take(9'000'000));
}

TEST(ParseListen, reads_addresses_with_a_port) {
    ASSERT_TRUE(net::parse_listen("127.0.0.1:0"));
    EXPECT_EQ(net::parse_listen("localhost:80")->address, "127.0.0.1");
    EXPECT_EQ(net::parse_listen("[::1]:4000")->address, "::1");
    EXPECT_EQ(net::parse_listen("0.0.0.0:65535")->port, 65535);
    for (const auto* wrong : {"", "4000", "1.2.3.4", "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:1x",
                              "::1:4000", "[1.2.3.4]:1", "name.example:1", ":4000", "[::1:1"})
        EXPECT_FALSE(net::parse_listen(wrong)) << wrong;
}

TEST(ParseAddress, reads_what_a_person_may_type) {
    const auto text_of = [](const char* typed) {
        const auto parsed = parse_address(typed);
        const auto* const address = std::get_if<Address>(&parsed);
        return address ? address->text() : "refused";
    };
    EXPECT_EQ(text_of("http://127.0.0.1:4000"), "http://127.0.0.1:4000");
    EXPECT_EQ(text_of(" HTTPS://Les.Example/ \n"), "https://les.example:443");
    EXPECT_EQ(text_of("ws://a:1"), "http://a:1");
    EXPECT_EQ(text_of("wss://a:1/"), "https://a:1");
    EXPECT_EQ(text_of("host-2.example:8080"), "http://host-2.example:8080");
    EXPECT_EQ(text_of("http://host"), "http://host:80");
    EXPECT_EQ(text_of("https://[::1]:4000"), "https://[::1]:4000");
    EXPECT_EQ(text_of("http://[fe80::1]"), "http://[fe80::1]:80");
}

TEST(ParseAddress, says_what_is_wrong) {
    const auto error_of = [](std::string typed) {
        const auto parsed = parse_address(typed);
        const auto* const error = std::get_if<AddressError>(&parsed);
        return error ? name(*error) : "accepted";
    };
    EXPECT_EQ(error_of("   "), "empty");
    EXPECT_EQ(error_of("ftp://a:1"), "unknown_scheme");
    EXPECT_EQ(error_of("host"), "no_port");
    EXPECT_EQ(error_of("host:0"), "bad_port");
    EXPECT_EQ(error_of("host:70000"), "bad_port");
    EXPECT_EQ(error_of("host:12a"), "bad_port");
    EXPECT_EQ(error_of("host:"), "bad_port");
    EXPECT_EQ(error_of("::1:4000"), "bad_host");
    EXPECT_EQ(error_of("http://:80"), "bad_host");
    EXPECT_EQ(error_of("ho st:1"), "bad_host");
    EXPECT_EQ(error_of("[::1"), "bad_host");
    EXPECT_EQ(error_of("ho\r\nst:1"), "bad_host");
    EXPECT_EQ(error_of(std::string(300, 'a') + ":1"), "bad_host");
    EXPECT_EQ(error_of("http://host:1/ws"), "has_path");
    EXPECT_EQ(error_of("http://host:1?a"), "has_path");
    EXPECT_EQ(error_of("http://me@host:1"), "has_user");
}

TEST(Backoff, grows_to_its_last_pause_and_starts_anew_after_a_reset) {
    client_net::Backoff backoff({200, 500, 4000}, 7);
    const auto near = [](std::int64_t value, std::int64_t centre) {
        return value >= centre * 3 / 4 && value <= centre * 5 / 4;
    };
    EXPECT_TRUE(near(backoff.next_ms(), 200));
    EXPECT_TRUE(near(backoff.next_ms(), 500));
    for (int i = 0; i < 50; ++i) {
        const auto pause_ms = backoff.next_ms();
        EXPECT_TRUE(pause_ms >= 3000 && pause_ms <= 4000) << pause_ms;
    }
    backoff.reset();
    EXPECT_TRUE(near(backoff.next_ms(), 200));
}

Event event(Event::Kind kind, std::string bytes = {}) {
    return {.kind = kind, .bytes = std::move(bytes)};
}

TEST(Mailboxes, wake_once_when_the_first_event_waits) {
    int woken = 0;
    client_net::Mailboxes boxes(100, 100, [&] { ++woken; });
    boxes.put(event(Event::Kind::connecting));
    boxes.put(event(Event::Kind::opened));
    EXPECT_EQ(woken, 1);
    std::vector<Event> events;
    boxes.poll(events);
    EXPECT_EQ(events.size(), 2u);
    boxes.put(event(Event::Kind::received, "x"));
    EXPECT_EQ(woken, 2);
}

TEST(Mailboxes, take_nothing_to_send_before_opened_was_polled) {
    client_net::Mailboxes boxes(100, 100, {});
    std::vector<Event> events;
    EXPECT_FALSE(boxes.send("early"));
    boxes.put(event(Event::Kind::opened));
    EXPECT_FALSE(boxes.send("unseen"));
    boxes.poll(events);
    EXPECT_TRUE(boxes.send("hello"));
    EXPECT_EQ(boxes.take_outgoing(), "hello");
}

TEST(Mailboxes, carry_nothing_from_one_connection_to_the_next) {
    client_net::Mailboxes boxes(100, 100, {});
    std::vector<Event> events;
    boxes.put(event(Event::Kind::opened));
    boxes.poll(events);
    EXPECT_TRUE(boxes.send("for the first"));
    boxes.put(event(Event::Kind::waiting_to_retry));
    boxes.put(event(Event::Kind::opened));
    EXPECT_FALSE(boxes.send("still for the first"));
    EXPECT_FALSE(boxes.take_outgoing());
}

TEST(Mailboxes, show_only_the_last_of_several_connections_nobody_saw) {
    client_net::Mailboxes boxes(100, 100, {});
    boxes.put(event(Event::Kind::opened));
    boxes.put(event(Event::Kind::received, "from the first"));
    boxes.put(event(Event::Kind::waiting_to_retry));
    boxes.put(event(Event::Kind::opened));
    boxes.put(event(Event::Kind::received, "from the second"));
    std::vector<Event> events;
    boxes.poll(events);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[1].bytes, "from the second");
}

TEST(Mailboxes, are_bounded_both_ways) {
    client_net::Mailboxes boxes(10, 10, {});
    boxes.put(event(Event::Kind::opened));
    std::vector<Event> events;
    boxes.poll(events);
    EXPECT_TRUE(boxes.send("12345678"));
    EXPECT_FALSE(boxes.send("901"));
    EXPECT_TRUE(boxes.send("90"));
    EXPECT_FALSE(boxes.inbox_full());
    boxes.put(event(Event::Kind::received, "1234567890"));
    EXPECT_TRUE(boxes.inbox_full());
    EXPECT_TRUE(boxes.poll(events));
    EXPECT_FALSE(boxes.inbox_full());
}

TEST(Reason, knows_the_servers_close_codes_and_which_of_them_are_final) {
    using client_net::Reason;
    EXPECT_EQ(client_net::reason_of_close_code(4005), Reason::superseded);
    EXPECT_EQ(client_net::reason_of_close_code(4010), Reason::silent);
    EXPECT_EQ(client_net::reason_of_close_code(1009), Reason::too_large);
    EXPECT_EQ(client_net::reason_of_close_code(1006), Reason::lost);
    EXPECT_EQ(client_net::reason_of_close_code(4999), Reason::lost);
    EXPECT_FALSE(client_net::comes_back(Reason::superseded));
    EXPECT_TRUE(client_net::comes_back(Reason::going_away));
    EXPECT_TRUE(client_net::comes_back(Reason::lost));
}

}  // namespace
}  // namespace casustafel
