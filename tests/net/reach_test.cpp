// Reaching a server: over every address its name has, and by the proxy of a network.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <map>
#include <thread>

#include "client/net/native/proxy.hpp"
#include "client/net/native/race.hpp"
#include "client_driver.hpp"
#include "fake_endpoint.hpp"

namespace casustafel::net_test {
namespace {

namespace asio = client_net::asio;
using asio::ip::tcp;
using client_net::Event;
using Milliseconds = std::chrono::milliseconds;

tcp::endpoint at(const char* address, std::uint16_t port = 4000) {
    return {asio::ip::make_address(address), port};
}

TEST(ByTurns, tries_both_families_by_turns_in_the_order_of_the_system) {
    EXPECT_EQ(client_net::by_turns({at("::1"), at("::2"), at("10.0.0.1"), at("10.0.0.2")}),
              (std::vector{at("::1"), at("10.0.0.1"), at("::2"), at("10.0.0.2")}));
    EXPECT_EQ(client_net::by_turns({at("10.0.0.1")}), std::vector{at("10.0.0.1")});
    EXPECT_TRUE(client_net::by_turns({}).empty());
}

struct Outcome {
    std::optional<tcp::endpoint> reached;
    client_net::ErrorCode error;
    Milliseconds took{};
};

Outcome race(const std::vector<tcp::endpoint>& endpoints, client_net::Race::Pace pace) {
    asio::io_context context;
    client_net::Race race(context, pace);
    Outcome outcome;
    const auto began = std::chrono::steady_clock::now();
    asio::co_spawn(
        context,
        [&]() -> asio::awaitable<void> {
            auto socket = co_await race.run(endpoints, outcome.error);
            if (socket) outcome.reached = socket->remote_endpoint();
            outcome.took =
                std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
        },
        asio::detached);
    context.run();
    return outcome;
}

// Takes connections and says nothing; one whose queue is full swallows what comes.
class Listener {
public:
    explicit Listener(const char* address) : acceptor_(context_, at(address, 0)) {}
    tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }
    void fill() {
        acceptor_.listen(0);
        for (int waiting = 0; waiting < 8; ++waiting) {
            auto& socket = waiting_.emplace_back(context_);
            socket.open(tcp::v4());
            // By the system itself: Asio's own connect waits, also where nothing may block.
            socket.native_non_blocking(true);
            const tcp::endpoint there = endpoint();
            ::connect(socket.native_handle(), there.data(), static_cast<socklen_t>(there.size()));
        }
    }

private:
    asio::io_context context_;
    tcp::acceptor acceptor_;
    std::vector<tcp::socket> waiting_;
};

TEST(Race, reaches_the_next_address_when_one_swallows_everything) {
    Listener dead("127.0.0.2"), live("127.0.0.1");
    dead.fill();
    const Outcome outcome =
        race({dead.endpoint(), live.endpoint()}, {Milliseconds(30), Milliseconds(20'000)});
    ASSERT_TRUE(outcome.reached);
    EXPECT_EQ(*outcome.reached, live.endpoint());
    EXPECT_LT(outcome.took, Milliseconds(10'000));
}

TEST(Race, goes_on_at_once_when_an_address_refuses) {
    tcp::endpoint nobody;
    {
        Listener gone("127.0.0.1");
        nobody = gone.endpoint();
    }
    Listener live("127.0.0.1");
    const Outcome outcome =
        race({nobody, live.endpoint()}, {Milliseconds(30'000), Milliseconds(60'000)});
    ASSERT_TRUE(outcome.reached);
    EXPECT_LT(outcome.took, Milliseconds(20'000));
}

TEST(Race, says_why_when_no_address_is_left) {
    tcp::endpoint nobody;
    {
        Listener gone("127.0.0.1");
        nobody = gone.endpoint();
    }
    const Outcome outcome = race({nobody}, {Milliseconds(10), Milliseconds(10'000)});
    EXPECT_FALSE(outcome.reached);
    EXPECT_EQ(outcome.error, asio::error::connection_refused);
}

client_net::Address address(const std::string& text) {
    return std::get<client_net::Address>(client_net::parse_address(text));
}

TEST(Proxy, is_the_one_the_system_names_for_this_address) {
    std::map<std::string, std::string> set;
    const auto proxy = [&](const std::string& server) {
        const auto found =
            client_net::proxy_for(address(server), [&](const char* name) { return set[name]; });
        return found ? found->text() : std::string();
    };
    EXPECT_EQ(proxy("https://oefenen.nl:443"), "");
    set["https_proxy"] = "http://proxy.nl:3128";
    EXPECT_EQ(proxy("https://oefenen.nl:443"), "http://proxy.nl:3128");
    EXPECT_EQ(proxy("http://oefenen.nl:4000"), "");
    for (const char* here : {"https://localhost:443", "https://127.0.0.1:443", "https://[::1]:443"})
        EXPECT_EQ(proxy(here), "");
    set["no_proxy"] = "intern.nl, .zvh.nl";
    for (const char* without :
         {"https://intern.nl:443", "https://a.intern.nl:443", "https://oefenen.zvh.nl:443"})
        EXPECT_EQ(proxy(without), "") << without;
    EXPECT_NE(proxy("https://kintern.nl:443"), "");
    set["no_proxy"] = "*";
    EXPECT_EQ(proxy("https://oefenen.nl:443"), "");
}

TEST(Proxy, is_asked_for_a_way_and_believed_when_it_gives_one) {
    EXPECT_EQ(client_net::proxy_request(address("https://oefenen.nl:443")),
              "CONNECT oefenen.nl:443 HTTP/1.1\r\nHost: oefenen.nl:443\r\n\r\n");
    EXPECT_TRUE(client_net::proxy_agrees("HTTP/1.1 200 Connection established\r\n\r\n"));
    for (const char* no : {"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "", "SSH-2.0-x"})
        EXPECT_FALSE(client_net::proxy_agrees(no)) << no;
}

// A proxy for one connection: reads the request, agrees, and passes on what is said both ways.
class OneWay {
public:
    explicit OneWay(std::uint16_t to) : acceptor_(context_, at("127.0.0.1", 0)) {
        thread_ = std::thread([this, to] { serve(to); });
    }
    ~OneWay() {
        for (tcp::socket* socket : {&in_, &out_}) {
            client_net::ErrorCode ignored;
            socket->shutdown(tcp::socket::shutdown_both, ignored);
        }
        thread_.join();
    }
    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    std::string asked() const { return asked_; }

private:
    void serve(std::uint16_t to) {
        acceptor_.accept(in_);
        asio::read_until(in_, asio::dynamic_buffer(asked_), "\r\n\r\n");
        out_.connect(at("127.0.0.1", to));
        asio::write(in_, asio::buffer(std::string("HTTP/1.1 200 OK\r\n\r\n")));
        std::thread back([this] { pass(out_, in_); });
        pass(in_, out_);
        back.join();
    }
    static void pass(tcp::socket& from, tcp::socket& to) {
        char bytes[4096];
        client_net::ErrorCode error;
        while (!error) {
            const auto count = from.read_some(asio::buffer(bytes), error);
            if (!error) asio::write(to, asio::buffer(bytes, count), error);
        }
    }

    asio::io_context context_;
    tcp::acceptor acceptor_;
    tcp::socket in_{context_}, out_{context_};
    std::string asked_;
    std::thread thread_;
};

TEST(Proxy, carries_a_connection) {
    RunningServer running;
    ASSERT_FALSE(running.start());
    OneWay proxy(running.port());
    auto options = options_for(running.port());
    options.proxy = client_net::Address{false, "127.0.0.1", proxy.port()};
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("hello");
    EXPECT_EQ(client.next_message(), "hello");
    EXPECT_TRUE(proxy.asked().starts_with("CONNECT "));
}

}  // namespace
}  // namespace casustafel::net_test
