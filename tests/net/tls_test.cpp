// TLS with certificates made for the test by openssl.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "client_driver.hpp"
#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using client_net::Event;
using client_net::Reason;

class Tls : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::filesystem::temp_directory_path() /
                  ("casustafel_tls_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        make_certificate("one");
        make_certificate("two");
        std::ofstream(folder_ / "nonsense.pem") << "no certificate at all\n";
        run("openssl rsa -aes128 -passout pass:secret -in " + path("one.key") + " -out " +
            path("locked.key"));
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(folder_); }

    static std::string path(const std::string& file) { return (folder_ / file).string(); }
    static net::TlsFiles files(const std::string& certificate, const std::string& key) {
        return {path(certificate), path(key)};
    }
    static net::Options with_tls() {
        auto options = quick_options();
        options.tls = files("one.pem", "one.key");
        return options;
    }
    static std::optional<net::StartError> error_with(const net::TlsFiles& tls) {
        FakeEndpoint endpoint;
        net::Options options;
        options.tls = tls;
        net::Server server(options);
        return server.listen(endpoint);
    }
    static std::string fingerprint_of(const std::string& file) {
        const auto pipe =
            ::popen(("openssl x509 -noout -fingerprint -sha256 -in " + path(file)).c_str(), "r");
        char line[256] = {};
        EXPECT_TRUE(std::fgets(line, sizeof line, pipe));
        ::pclose(pipe);
        const std::string text(line);
        return text.substr(text.find('=') + 1, 95);
    }

private:
    static void run(const std::string& command) {
        ASSERT_EQ(std::system((command + " 2>/dev/null").c_str()), 0) << command;
    }
    static void make_certificate(const std::string& name) {
        run("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
            " -addext subjectAltName=IP:127.0.0.1 -keyout " +
            path(name + ".key") + " -out " + path(name + ".pem"));
    }
    static inline std::filesystem::path folder_;
};

TEST_F(Tls, a_certificate_nobody_vouches_for_is_refused_and_shown) {
    RunningServer running(with_tls());
    ASSERT_FALSE(running.start());
    EXPECT_TRUE(running.server.url().starts_with("https://127.0.0.1:"));
    ClientDriver client(options_for(running.port(), true));
    const auto event = client.wait_for(Event::Kind::closed_for_good);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::certificate_refused);
    EXPECT_NE(event->detail.find("self-signed"), std::string::npos) << event->detail;
    EXPECT_EQ(event->fingerprint.size(), 64u);
    EXPECT_TRUE(running.endpoint.seen().opened.empty());
}

TEST_F(Tls, a_certificate_is_accepted_by_its_fingerprint_and_only_by_its_own) {
    RunningServer running(with_tls());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.accept_certificate_fingerprint = fingerprint_of("one.pem");
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    const std::string large(60'000, 'x');
    client.connection().send(large);
    EXPECT_EQ(client.next_message(), large);

    options.accept_certificate_fingerprint = fingerprint_of("two.pem");
    ClientDriver other(options);
    const auto event = other.wait_for(Event::Kind::closed_for_good);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::certificate_refused);
}

TEST_F(Tls, checks_nothing_when_told_so) {
    RunningServer running(with_tls());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.verify_certificate = false;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("trusting");
    EXPECT_EQ(client.next_message(), "trusting");
}

TEST_F(Tls, a_batch_arrives_whole) {
    RunningServer running(with_tls());
    std::string expected;
    for (int i = 0; i < 300; ++i) expected += std::string(1000, static_cast<char>('a' + i % 26));
    running.endpoint.when_received = [&](hosting::ConnectionId connection, std::string_view) {
        for (int i = 0; i < 300; ++i)
            running.server.send(connection,
                                message(std::string(1000, static_cast<char>('a' + i % 26))));
    };
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.verify_certificate = false;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().send("go");
    EXPECT_EQ(client.next_message(), expected);
}

TEST_F(Tls, clients_come_back_and_leave_as_without) {
    RunningServer running(with_tls());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.verify_certificate = false;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().reconnect();
    ASSERT_TRUE(client.wait_for(Event::Kind::waiting_to_retry));
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    client.connection().close();
    const auto event = client.wait_for(Event::Kind::closed_for_good);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::closed_here);
    EXPECT_TRUE(
        running.endpoint.wait_until([](const auto& seen) { return seen.closed.size() == 2; }));
}

TEST_F(Tls, peers_that_do_not_shake_hands_are_cut) {
    auto options = with_tls();
    options.limits.handshake_timeout_ms = 200;
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    RawPeer silent(running.port());
    RawPeer plain(running.port());
    plain.send("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(plain.is_closed());
}

TEST_F(Tls, stops_with_encrypted_connections_open) {
    RunningServer running(with_tls());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.verify_certificate = false;
    ClientDriver client(options);
    ASSERT_TRUE(client.wait_for(Event::Kind::opened));
    ASSERT_TRUE(running.endpoint.wait_for_opened(1));
    running.server.stop();
    const auto event = client.wait_for(Event::Kind::waiting_to_retry);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->reason, Reason::going_away) << event->detail;
    EXPECT_TRUE(running.has_ended());
}

TEST_F(Tls, the_server_says_which_file_does_not_serve) {
    const auto missing = error_with(files("missing.pem", "one.key"));
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->failure, net::StartFailure::certificate_unusable);
    EXPECT_EQ(missing->where, path("missing.pem"));
    EXPECT_FALSE(missing->detail.empty());
    const auto nonsense = error_with(files("nonsense.pem", "one.key"));
    ASSERT_TRUE(nonsense);
    EXPECT_EQ(nonsense->failure, net::StartFailure::certificate_unusable);
    const auto no_key = error_with(files("one.pem", "one.pem"));
    ASSERT_TRUE(no_key);
    EXPECT_EQ(no_key->failure, net::StartFailure::key_unusable);
    EXPECT_EQ(no_key->where, path("one.pem"));
    const auto locked = error_with(files("one.pem", "locked.key"));
    ASSERT_TRUE(locked);
    EXPECT_EQ(locked->failure, net::StartFailure::key_unusable);
    const auto other_pair = error_with(files("one.pem", "two.key"));
    ASSERT_TRUE(other_pair);
    EXPECT_EQ(other_pair->failure, net::StartFailure::key_does_not_fit);
}

}  // namespace
}  // namespace casustafel::net_test
