// TLS with certificates made for the test by openssl.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "client_driver.hpp"
#include "fake_endpoint.hpp"
#include "raw_peer.hpp"
#include "server/net/wire/certificate.hpp"

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
        make_certificate("old", "-not_before 20200101000000Z -not_after 20200102000000Z");
        make_certificate("soon", "-days 5");
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
    static void make_certificate(const std::string& name, const std::string& when = "-days 90") {
        const std::string request = path(name + ".csr"), extra = path(name + ".ext");
        std::ofstream(extra) << "subjectAltName=IP:127.0.0.1,DNS:casus.example,DNS:*.example\n";
        run("openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout " +
            path(name + ".key") + " -out " + request);
        if (when.starts_with("-days"))
            return run("openssl x509 -req -in " + request + " -signkey " + path(name + ".key") +
                       " " + when + " -extfile " + extra + " -out " + path(name + ".pem"));
        // Only its authority writes a certificate for a time that is over.
        const std::string folder = path(name + "_authority");
        std::filesystem::create_directories(folder);
        std::ofstream(folder + "/index.txt").flush();
        std::ofstream(folder + "/serial") << "01\n";
        std::ofstream(folder + "/ca.cnf")
            << "[ca]\ndefault_ca=d\n[d]\ndatabase=" << folder << "/index.txt\nserial=" << folder
            << "/serial\nnew_certs_dir=" << folder
            << "\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n";
        std::string from = "-startdate 20200101000000Z -enddate 20200102000000Z";
        run("openssl ca -batch -selfsign -config " + folder + "/ca.cnf -in " + request +
            " -keyfile " + path(name + ".key") + " " + from + " -extfile " + extra +
            " -notext -out " + path(name + ".pem") + " >/dev/null");
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

// The pair of files that a server uses, to be replaced under it.
class Renewal : public Tls {
protected:
    void put(const std::string& name) {
        const auto later =
            std::filesystem::file_time_type::clock::now() + std::chrono::seconds(++puts);
        for (const char* ending : {".pem", ".key"}) {
            std::filesystem::copy_file(path(name + ending), path(std::string("served") + ending),
                                       std::filesystem::copy_options::overwrite_existing);
            std::filesystem::last_write_time(path(std::string("served") + ending), later);
        }
    }
    net::Options renewable() {
        put("one");
        auto options = quick_options();
        options.tls = files("served.pem", "served.key");
        options.limits.look_at_certificate_every_ms = 20;
        options.tell_operator = [this](const journal::Notice& notice) {
            const std::lock_guard guard(mutex);
            told.push_back(notice.sentence);
        };
        return options;
    }
    bool is_told(const std::string& sentence) {
        for (const auto until = std::chrono::steady_clock::now() + patience;
             std::chrono::steady_clock::now() < until; std::this_thread::yield()) {
            const std::lock_guard guard(mutex);
            if (std::find(told.begin(), told.end(), sentence) != told.end()) return true;
        }
        return false;
    }
    std::size_t times_told(const std::string& sentence) {
        const std::lock_guard guard(mutex);
        return static_cast<std::size_t>(std::count(told.begin(), told.end(), sentence));
    }
    bool serves(RunningServer& running, const std::string& name) {
        auto options = options_for(running.port(), true);
        options.accept_certificate_fingerprint = fingerprint_of(name + ".pem");
        ClientDriver client(options);
        return client.wait_for(Event::Kind::opened).has_value();
    }
    std::mutex mutex;
    std::vector<std::string> told;
    int puts = 0;
};

TEST_F(Renewal, is_served_to_new_connections_while_the_old_ones_go_on) {
    RunningServer running(renewable());
    ASSERT_FALSE(running.start());
    auto options = options_for(running.port(), true);
    options.accept_certificate_fingerprint = fingerprint_of("one.pem");
    ClientDriver before(options);
    ASSERT_TRUE(before.wait_for(Event::Kind::opened));
    put("two");
    ASSERT_TRUE(is_told("log.certificate_renewed"));
    EXPECT_TRUE(serves(running, "two"));
    before.connection().send("still here");
    EXPECT_EQ(before.next_message(), "still here");
}

TEST_F(Renewal, that_is_broken_leaves_the_old_certificate_and_says_so_once) {
    RunningServer running(renewable());
    ASSERT_FALSE(running.start());
    std::filesystem::copy_file(path("two.pem"), path("served.pem"),
                               std::filesystem::copy_options::overwrite_existing);
    ASSERT_TRUE(is_told("log.certificate_kept"));
    EXPECT_TRUE(is_told("listen.key_does_not_fit"));
    EXPECT_TRUE(serves(running, "one"));
    put("two");
    ASSERT_TRUE(is_told("log.certificate_renewed")) << "once its key is there too";
    EXPECT_EQ(times_told("log.certificate_kept"), 1U) << "not each time it looks";
    EXPECT_TRUE(serves(running, "two"));
    put("old");
    ASSERT_TRUE(is_told("log.certificate_older"));
    EXPECT_TRUE(serves(running, "two"));
    std::filesystem::remove(path("served.pem"));
    EXPECT_TRUE(is_told("listen.certificate_unusable"));
    EXPECT_TRUE(serves(running, "two"));
}

TEST_F(Renewal, is_asked_for_at_the_start_when_the_certificate_has_expired_or_will_soon) {
    for (const auto& [name, sentence] : {std::pair{"old", "log.certificate_expired"},
                                         std::pair{"soon", "log.certificate_expires"}}) {
        auto options = renewable();
        options.tls = files(std::string(name) + ".pem", std::string(name) + ".key");
        RunningServer running(options);
        ASSERT_FALSE(running.start());
        EXPECT_TRUE(is_told(sentence));
    }
    EXPECT_EQ(times_told("log.certificate_expires"), 1U);
}

TEST(CertificateTrouble, is_told_in_time_and_again_every_day) {
    constexpr std::int64_t day_ms = 24LL * 3600 * 1000;
    net::CertificateFacts facts;
    facts.not_before_ms = 100 * day_ms;
    facts.not_after_ms = 200 * day_ms;
    const auto told_on = [&](std::int64_t day) {
        const auto trouble = net::trouble_of(facts, "cert.pem", day * day_ms);
        return trouble ? trouble->sentence : std::string();
    };
    EXPECT_EQ(told_on(99), "log.certificate_not_yet");
    EXPECT_EQ(told_on(101), "");
    EXPECT_EQ(told_on(185), "");
    EXPECT_EQ(told_on(187), "log.certificate_expires");
    EXPECT_EQ(told_on(199), "log.certificate_expires");
    EXPECT_EQ(told_on(200), "log.certificate_expired");
}

TEST_F(Tls, an_expired_certificate_is_told_as_such_also_when_nobody_vouches_for_it) {
    auto options = with_tls();
    options.tls = files("old.pem", "old.key");
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    ClientDriver client(options_for(running.port(), true));
    const auto event = client.wait_for(Event::Kind::closed_for_good);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->flaw, "expired");
    EXPECT_EQ(client_net::sentence_of(*event), "close.certificate_expired");
}

TEST_F(Tls, names_of_a_certificate_are_addresses_to_type_beyond_this_machine) {
    auto options = with_tls();
    options.address = "0.0.0.0";
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    EXPECT_EQ(running.server.url(), "https://casus.example:" + std::to_string(running.port()));
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
