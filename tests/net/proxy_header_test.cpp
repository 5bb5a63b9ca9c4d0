// What a trusted proxy says of where a peer comes from: read exactly, bounded, or refused.
#include "server/net/wire/proxy_header.hpp"

#include <gtest/gtest.h>

#include <random>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using net::ProxyHeader;

constexpr std::string_view signature("\r\n\r\n\0\r\nQUIT\n", 12);

// A binary header: version and command, family, and what it announces.
std::string binary(int version_command, int family, const std::string& rest) {
    std::string bytes(signature);
    bytes += static_cast<char>(version_command);
    bytes += static_cast<char>(family);
    bytes += static_cast<char>(rest.size() / 256);
    bytes += static_cast<char>(rest.size() % 256);
    return bytes + rest;
}

std::string v4_addresses() {
    return std::string("\xCB\x00\x71\x07\xC0\x00\x02\x01\xC3\x51\x01\xBB", 12);
}

struct Read {
    bool refused = false, whole = false;
    std::string source, behind;
};

// Takes from the bytes what the header wants, as a socket would.
Read read(std::string_view bytes) {
    ProxyHeader header;
    while (header.wants() > 0 && header.wants() <= bytes.size()) {
        const std::size_t wanted = header.wants();
        header.take(bytes.substr(0, wanted));
        bytes.remove_prefix(wanted);
    }
    return {header.refused(), header.wants() == 0 && !header.refused(), header.source(),
            std::string(bytes)};
}

TEST(ProxyHeader, tells_for_whom_the_proxy_speaks_and_takes_not_a_byte_of_what_follows) {
    for (const std::string& header :
         {std::string("PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\r\n"),
          binary(0x21, 0x11, v4_addresses()),
          binary(0x21, 0x11, v4_addresses() + std::string("\x03\x00\x04\x01\x02\x03\x04", 7))}) {
        const Read found = read(header + "GET / HTTP/1.1\r\n");
        EXPECT_TRUE(found.whole) << header;
        EXPECT_EQ(found.source, "203.0.113.7") << header;
        EXPECT_EQ(found.behind, "GET / HTTP/1.1\r\n") << header;
    }
    EXPECT_EQ(read("PROXY TCP6 2001:db8:1:2::7 2001:db8::1 1 2\r\n").source, "2001:db8:1:2::/64");
    std::string v6("\x20\x01\x0d\xb8\x00\x01\x00\x02", 8);
    v6.resize(36);
    EXPECT_EQ(read(binary(0x21, 0x21, v6)).source, "2001:db8:1:2::/64");
}

TEST(ProxyHeader, may_say_nothing_of_the_peer) {
    for (const std::string& header :
         {std::string("PROXY UNKNOWN\r\n"), std::string("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n"),
          binary(0x20, 0x00, ""), binary(0x20, 0x11, v4_addresses()), binary(0x21, 0x00, "")}) {
        const Read found = read(header + "next");
        EXPECT_TRUE(found.whole) << header;
        EXPECT_EQ(found.source, "") << header;
        EXPECT_EQ(found.behind, "next") << header;
    }
}

TEST(ProxyHeader, is_refused_when_it_is_anything_else) {
    for (const std::string& bytes :
         {std::string("GET /healthz HTTP/1.1\r\n"),
          std::string("\x16\x03\x01") + std::string(40, 'x'),
          std::string("PROXY TCP4 203.0.113.7 192.0.2.1 50001\r\n"),
          std::string("PROXY TCP4 203.0.113.7 192.0.2.1 50001 443 1\r\n"),
          std::string("PROXY TCP4  203.0.113.7 192.0.2.1 50001 443\r\n"),
          std::string("PROXY TCP4 2001:db8::1 192.0.2.1 50001 443\r\n"),
          std::string("PROXY TCP6 203.0.113.7 192.0.2.1 50001 443\r\n"),
          std::string("PROXY TCP4 203.0.113.7 192.0.2.1 70000 443\r\n"),
          std::string("PROXY TCP4 203.0.113.7 192.0.2.1 -1 443\r\n"),
          std::string("PROXY UDP4 203.0.113.7 192.0.2.1 1 2\r\n"),
          std::string("PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\nGET"),
          "PROXY TCP4 " + std::string(500, '1'), binary(0x11, 0x11, v4_addresses()),
          binary(0x22, 0x11, v4_addresses()), binary(0x21, 0x11, "short"),
          binary(0x21, 0x21, v4_addresses()), binary(0x21, 0x11, std::string(5'000, 'x'))}) {
        const Read found = read(bytes);
        EXPECT_TRUE(found.refused) << bytes.substr(0, 60);
        EXPECT_EQ(found.source, "") << bytes.substr(0, 60);
    }
}

TEST(ProxyHeader, never_wants_more_than_its_bound_of_any_bytes) {
    std::mt19937 chance(7);
    const std::string good[] = {binary(0x21, 0x11, v4_addresses()),
                                "PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\r\n"};
    for (int times = 0; times < 20'000; ++times) {
        std::string bytes = good[times % 2] + std::string(3'000, 'x');
        for (int flips = times % 4; flips >= 0; --flips)
            bytes[chance() % 40] = static_cast<char>(chance());
        const Read found = read(bytes);
        EXPECT_TRUE(found.refused || found.whole);
        EXPECT_LE(bytes.size() - found.behind.size(), 2'064U);
    }
}

// At a server.

constexpr const char* request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

class Proxied : public testing::Test {
protected:
    net::Options options = quick_options();
    std::vector<std::string> told;
    std::mutex mutex;

    std::unique_ptr<RunningServer> run() {
        options.tell_operator = [this](const journal::Notice& notice) {
            const std::lock_guard guard(mutex);
            told.push_back(notice.sentence);
        };
        auto running = std::make_unique<RunningServer>(options);
        EXPECT_FALSE(running->start());
        return running;
    }
    bool was_told(const std::string& sentence) {
        const std::lock_guard guard(mutex);
        return std::find(told.begin(), told.end(), sentence) != told.end();
    }
};

TEST_F(Proxied, peers_count_by_the_address_that_a_trusted_proxy_names) {
    options.trusted_proxies = {"127.0.0.1"};
    options.proxy_protocol = true;
    const auto running = run();
    RawPeer peer(running->port());
    peer.send("PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\r\n");
    ASSERT_TRUE(peer.upgrade());
    ASSERT_TRUE(running->endpoint.wait_for_opened(1));
    EXPECT_EQ(running->endpoint.seen().came_from.front(), "203.0.113.7");
    RawPeer binary_peer(running->port());
    binary_peer.send(binary(0x21, 0x11, v4_addresses()));
    ASSERT_TRUE(binary_peer.upgrade());
    ASSERT_TRUE(running->endpoint.wait_for_opened(2));
    EXPECT_EQ(running->endpoint.seen().came_from.back(), "203.0.113.7");
}

TEST_F(Proxied, a_trusted_proxy_that_does_not_speak_the_protocol_is_refused_and_told) {
    options.trusted_proxies = {"127.0.0.1"};
    options.proxy_protocol = true;
    const auto running = run();
    EXPECT_EQ(http(running->port(), request), "");
    EXPECT_TRUE(was_told("log.proxy_header"));
}

TEST_F(Proxied, nobody_else_may_say_where_it_comes_from) {
    options.proxy_protocol = true;
    options.trusted_proxies = {"192.0.2.9"};
    const auto running = run();
    const std::string line = "PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\r\n";
    EXPECT_NE(http(running->port(), line + request).find(" 400 "), std::string::npos);
    EXPECT_NE(http(running->port(), binary(0x21, 0x11, v4_addresses()) + request).find(" 400 "),
              std::string::npos);
    EXPECT_TRUE(was_told("log.proxy_unexpected"));
    EXPECT_NE(http(running->port(), request).find(" 200 OK"), std::string::npos) << "as it is";
    http(running->port(), "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n");
    EXPECT_TRUE(was_told("log.not_trusted_proxy"));
}

TEST_F(Proxied, a_header_that_never_ends_is_cut) {
    options.trusted_proxies = {"127.0.0.1"};
    options.proxy_protocol = true;
    options.limits.handshake_timeout_ms = 200;
    const auto running = run();
    RawPeer silent(running->port());
    RawPeer half(running->port());
    half.send("PROXY TCP4 203.0.11");
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(half.is_closed());
}

}  // namespace
}  // namespace casustafel::net_test
