// What the network tells of a peer: by which word its address is counted, and whose web page may
// speak to this server.
#include "server/net/wire/peers.hpp"

#include <gtest/gtest.h>

namespace casustafel::net {
namespace {

hosting::PeerAddress word_of(const char* address) {
    return peer_address(asio::ip::make_address(address));
}

TEST(PeerAddress, is_the_address_or_the_network_of_a_household) {
    EXPECT_EQ(word_of("203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(word_of("::ffff:203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(word_of("::1"), "::1");
    EXPECT_EQ(word_of("2001:db8:1:2:3:4:5:6"), word_of("2001:db8:1:2:ffff::1"));
    EXPECT_NE(word_of("2001:db8:1:2::1"), word_of("2001:db8:1:3::1"));
}

TEST(ForwardedFor, is_what_the_trusted_proxy_itself_saw) {
    EXPECT_EQ(forwarded_for("203.0.113.7"), "203.0.113.7");
    // What stands before it was said by whoever came to the proxy.
    EXPECT_EQ(forwarded_for("10.0.0.1, 198.51.100.4,203.0.113.7 "), "203.0.113.7");
    EXPECT_EQ(forwarded_for("203.0.113.7:50001"), "203.0.113.7");
    EXPECT_EQ(forwarded_for("[2001:db8::1]:443"), word_of("2001:db8::1"));
    EXPECT_EQ(forwarded_for(""), "");
    EXPECT_EQ(forwarded_for("unknown"), "");
}

TEST(Origin, of_a_web_page_is_our_own_or_allowed) {
    const std::vector<std::string> allowed = {"https://oefenen.example"};
    EXPECT_TRUE(may_speak_from("", "anything", false, {}));  // no browser
    EXPECT_TRUE(may_speak_from("https://oefenen.example", "10.0.0.1:4000", false, allowed));
    EXPECT_FALSE(may_speak_from("https://oefenen.example.evil", "10.0.0.1:4000", false, allowed));
    EXPECT_TRUE(may_speak_from("http://127.0.0.1:4000", "127.0.0.1:4000", false, {}));
    EXPECT_TRUE(may_speak_from("http://[::1]:4000", "[::1]:4000", false, {}));
    EXPECT_TRUE(may_speak_from("http://localhost:4000", "localhost:4000", false, {}));
    EXPECT_FALSE(may_speak_from("http://127.0.0.1:80", "127.0.0.1:4000", false, {}));
    // A name that somebody else points here; TLS would have proven it.
    EXPECT_FALSE(may_speak_from("http://evil.example", "evil.example", false, {}));
    EXPECT_TRUE(may_speak_from("https://casus.example", "casus.example", true, {}));
    EXPECT_FALSE(may_speak_from("https://evil.example", "casus.example", true, {}));
    EXPECT_FALSE(may_speak_from("null", "casus.example", true, {}));
}

}  // namespace
}  // namespace casustafel::net
