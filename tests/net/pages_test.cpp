// What a web browser is shown, and the addresses that people are given to type.
#include "server/net/doors/pages.hpp"

#include <gtest/gtest.h>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"
#include "server/net/wire/own_addresses.hpp"

namespace casustafel::net_test {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string get(std::uint16_t port, const std::string& path, const std::string& host = "a:4000") {
    return http(port, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
}

TEST(SecurityPage, tells_whom_to_tell_of_a_hole_when_somebody_was_named) {
    {
        RunningServer running;
        ASSERT_FALSE(running.start());
        EXPECT_TRUE(says(get(running.port(), "/.well-known/security.txt"), " 404 Not Found"));
    }
    net::Options options;
    options.security_contact = "mailto:veilig@example.org";
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    const auto page = get(running.port(), "/.well-known/security.txt");
    EXPECT_TRUE(says(page, "\r\n\r\nContact: mailto:veilig@example.org\nExpires: 2")) << page;
    EXPECT_TRUE(says(page, "Content-Type: text/plain; charset=utf-8")) << page;
}

TEST(Pages, the_first_says_in_dutch_how_to_join_and_with_which_address) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    for (const char* path : {"/", "/?from=mail", "/index.html", "/K7W4-MPQX"}) {
        const std::string page = get(running.port(), path, "casus.example:4000");
        EXPECT_TRUE(page.starts_with("HTTP/1.1 200 OK\r\n")) << page;
        EXPECT_TRUE(says(page, "<html lang=\"nl\">")) << page;
        EXPECT_TRUE(says(page, "http://casus.example:4000")) << page;
        EXPECT_TRUE(says(page, "Meedoen")) << page;
        EXPECT_FALSE(says(page, "<script")) << page;
        EXPECT_TRUE(says(page, "Content-Security-Policy: default-src 'none'; style-src 'sha256-"))
            << page;
    }
}

TEST(Pages, write_nothing_into_themselves_but_the_name_of_a_host) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    for (const char* host : {"<script>alert(1)</script>", "a\"onload=", "", "a b"}) {
        const std::string page = get(running.port(), "/", host);
        EXPECT_FALSE(says(page, "alert")) << page;
        EXPECT_FALSE(says(page, "onload")) << page;
        EXPECT_TRUE(says(page, running.server.url())) << page;
    }
    EXPECT_FALSE(says(get(running.port(), "/<b>x</b>"), "<b>"));
    EXPECT_EQ(net::address_asked_for("casus.example", true), "https://casus.example:443");
    EXPECT_EQ(net::address_asked_for("[::1]", false), "http://[::1]:80");
    EXPECT_EQ(net::address_asked_for("[::1]:4000", false), "http://[::1]:4000");
    EXPECT_EQ(net::address_asked_for(std::string(300, 'a'), false), "");
}

TEST(Pages, of_what_is_not_there_lead_to_the_first) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    const std::string page = get(running.port(), "/favicon.ico");
    EXPECT_TRUE(page.starts_with("HTTP/1.1 404 Not Found\r\n")) << page;
    EXPECT_TRUE(says(page, "<a href=\"./\">")) << page;
    EXPECT_TRUE(says(get(running.port(), "/a/b/c"), "<a href=\"./../../\">"));
}

TEST(Pages, a_question_behind_a_path_changes_nothing) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    EXPECT_TRUE(says(get(running.port(), "/healthz?x=1"), "\r\n\r\nok\n"));
    EXPECT_TRUE(says(get(running.port(), "/healthz"), "\r\n\r\nok\n"));
}

TEST(Addresses, are_the_machines_own_where_the_server_listens_on_every_address) {
    EXPECT_EQ(net::hosts_to_type("192.0.2.7"), std::vector<std::string>{"192.0.2.7"});
    EXPECT_EQ(net::hosts_to_type("::1"), std::vector<std::string>{"[::1]"});
    for (const char* every : {"0.0.0.0", "::"}) {
        const auto hosts = net::hosts_to_type(every);
        ASSERT_FALSE(hosts.empty());
        for (const std::string& host : hosts) {
            EXPECT_NE(host, "0.0.0.0");
            EXPECT_NE(host, "[::]");
        }
    }
    net::Options options = quick_options();
    options.address = "0.0.0.0";
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    EXPECT_EQ(running.server.urls().size(), net::hosts_to_type("0.0.0.0").size());
    for (const std::string& url : running.server.urls())
        EXPECT_TRUE(url.starts_with("http://") && !says(url, "0.0.0.0")) << url;
}

}  // namespace
}  // namespace casustafel::net_test
