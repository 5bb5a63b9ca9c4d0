// The browser's client as files of a folder: what is served, how long it may be kept, and what
// nobody gets.
#include "server/net/files/web_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "fake_endpoint.hpp"
#include "raw_peer.hpp"

namespace casustafel::net_test {
namespace {

using net::FolderTrouble;
using net::WebFiles;

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Files : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("casustafel_web_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_ / "below");
        write("index.html",
              "<script src=\"client.js\"></script><link href='client.wasm' rel=preload>");
        write("client.js", "script");
        write("client.js.gz", "gzipped script");
        write("client.js.br", "brotli script");
        write("client.wasm", std::string("\0asm", 4) + std::string(1'000'000, 'w'));
        write("letters.bin", "letters");
        write("werkt-het.html", "looks whether it works");
        write(".secret", "hidden");
        write("below/page.html", "deeper");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& content) {
        std::ofstream(folder_ / name, std::ios::binary) << content;
    }
    std::variant<WebFiles, FolderTrouble> read(net::FolderLimits limits = {}) const {
        return WebFiles::read(folder_, limits);
    }
    net::Options serving() const {
        auto options = quick_options();
        options.web = std::make_shared<const WebFiles>(std::get<WebFiles>(read()));
        return options;
    }
    std::filesystem::path folder_;
};

std::string get(const RunningServer& running, const std::string& path, const std::string& more = {},
                const std::string& method = "GET") {
    return http(running.port(),
                method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n" + more + "\r\n");
}

TEST_F(Files, of_a_folder_that_is_no_client_are_not_served) {
    EXPECT_EQ(std::get<FolderTrouble>(WebFiles::read("/nowhere/at/all")), FolderTrouble::no_folder);
    EXPECT_EQ(std::get<FolderTrouble>(WebFiles::read(folder_ / "below")), FolderTrouble::no_page);
    EXPECT_EQ(std::get<FolderTrouble>(read({.max_files = 3})), FolderTrouble::too_many);
    EXPECT_EQ(std::get<FolderTrouble>(read({.max_bytes = 1'000'000})), FolderTrouble::too_large);
}

TEST_F(Files, the_page_stands_at_the_beginning_and_at_each_code) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    for (const char* path :
         {"/", "/?x", "/index.html", "/K7W4-MPQX", "/k7w4mpqx", "/K7W4%20MPQX"}) {
        const std::string page = get(running, path);
        EXPECT_TRUE(page.starts_with("HTTP/1.1 200 OK\r\n")) << path << page;
        EXPECT_TRUE(says(page, "Content-Type: text/html; charset=utf-8\r\n")) << page;
        EXPECT_TRUE(says(page, "Cache-Control: no-cache\r\n")) << page;
        EXPECT_TRUE(says(page,
                         "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' "
                         "ws://127.0.0.1:4000;"))
            << page;
        EXPECT_TRUE(says(page, "X-Content-Type-Options: nosniff\r\n")) << page;
        EXPECT_TRUE(says(page, "Permissions-Policy: ")) << page;
        EXPECT_FALSE(says(page, "Strict-Transport-Security")) << page;
        EXPECT_FALSE(says(page, "Set-Cookie")) << page;
        EXPECT_TRUE(says(page, "src=\"client.js?v=")) << page;
        EXPECT_TRUE(says(page, "href='client.wasm?v=")) << page;
    }
}

TEST_F(Files, that_are_pages_stand_at_their_name_and_may_do_what_the_client_may) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    const std::string page = get(running, "/werkt-het");
    EXPECT_TRUE(page.starts_with("HTTP/1.1 200 OK\r\n")) << page;
    EXPECT_TRUE(says(page, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")) << page;
    EXPECT_TRUE(says(page, "Cache-Control: no-cache\r\n")) << page;
    EXPECT_TRUE(page.ends_with("\r\n\r\nlooks whether it works")) << page;
    EXPECT_TRUE(get(running, "/werkt").starts_with("HTTP/1.1 404 ")) << page;
}

TEST_F(Files, are_kept_for_ever_by_their_hash_and_asked_for_again_without) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    const std::string page = get(running, "/");
    const std::string by_hash = page.substr(page.find("client.js?v="), 12 + 16);
    const std::string kept = get(running, "/" + by_hash);
    EXPECT_TRUE(says(kept, "Cache-Control: public, max-age=31536000, immutable\r\n")) << kept;
    EXPECT_TRUE(says(kept, "Content-Type: text/javascript; charset=utf-8\r\n")) << kept;
    EXPECT_TRUE(kept.ends_with("\r\n\r\nscript")) << kept;
    for (const char* path : {"/client.js", "/client.js?v=0123456789abcdef"}) {
        const std::string asked = get(running, path);
        EXPECT_TRUE(says(asked, "Cache-Control: no-cache\r\n")) << asked;
        EXPECT_TRUE(asked.ends_with("script")) << asked;
    }
}

TEST_F(Files, that_the_browser_has_are_not_sent_again) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    for (const char* path : {"/", "/client.js"}) {
        const std::string first = get(running, path);
        const auto at = first.find("ETag: ") + 6;
        const std::string tag = first.substr(at, first.find("\r\n", at) - at);
        for (const std::string& known : {tag, "W/" + tag, "\"other\", " + tag}) {
            const std::string again = get(running, path, "If-None-Match: " + known + "\r\n");
            EXPECT_TRUE(again.starts_with("HTTP/1.1 304 Not Modified\r\n")) << again;
            EXPECT_TRUE(again.ends_with("\r\n\r\n")) << again;
        }
        EXPECT_TRUE(says(get(running, path, "If-None-Match: \"x\"\r\n"), " 200 OK"));
    }
}

TEST_F(Files, come_compressed_as_the_browser_can) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    const auto body_for = [&](const std::string& accepts) {
        const std::string answer =
            get(running, "/client.js", "Accept-Encoding: " + accepts + "\r\n");
        EXPECT_TRUE(says(answer, "Vary: Accept-Encoding\r\n")) << answer;
        return answer.substr(answer.find("\r\n\r\n") + 4);
    };
    EXPECT_EQ(body_for("gzip, deflate, br"), "brotli script");
    EXPECT_EQ(body_for("br;q=0.5"), "brotli script");
    EXPECT_EQ(body_for("gzip, br;q=0"), "gzipped script");
    EXPECT_EQ(body_for("gzip;q=0.0"), "script");
    EXPECT_EQ(body_for("brown, identity"), "script");
    EXPECT_EQ(body_for(""), "script");
    EXPECT_TRUE(
        says(get(running, "/client.js", "Accept-Encoding: br\r\n"), "Content-Encoding: br\r\n"));
}

TEST_F(Files, come_whole_one_after_another_over_one_socket) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    RawPeer peer(running.port());
    for (int round = 0; round < 3; ++round) {
        peer.send("HEAD /client.wasm HTTP/1.1\r\nHost: a\r\n\r\n");
        const std::string head = peer.receive_answer(false);
        EXPECT_TRUE(says(head, "Content-Type: application/wasm\r\n")) << head;
        EXPECT_TRUE(says(head, "Content-Length: 1000004\r\n")) << head;
        peer.send("GET /client.wasm HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_TRUE(peer.receive_answer().ends_with(std::string(1'000'000, 'w')));
    }
    peer.send("GET /letters.bin HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(peer.receive_all().ends_with("letters"));
}

TEST_F(Files, are_those_of_the_folder_and_no_others) {
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    for (const char* path :
         {"/.secret", "/below/page.html", "/below", "/../etc/passwd", "/%2e%2e/etc/passwd",
          "//client.js", "/client.js/", "/client.js.gz", "/client", "/K7W4-MPQ", "/index.htm"})
        EXPECT_TRUE(says(get(running, path), " 404 Not Found")) << path;
    EXPECT_TRUE(says(get(running, "/client.js", {}, "DELETE"), " 404 Not Found"));
}

TEST_F(Files, with_a_page_that_has_its_hashes_come_compressed_too) {
    write("index.html", "<script src=\"client.js?v=0123456789abcdef\"></script>");
    write("index.html.br", "brotli page");
    RunningServer running(serving());
    ASSERT_FALSE(running.start());
    EXPECT_TRUE(get(running, "/", "Accept-Encoding: br\r\n").ends_with("\r\n\r\nbrotli page"));
    EXPECT_TRUE(get(running, "/").ends_with("0123456789abcdef\"></script>"));
}

TEST_F(Files, that_nobody_takes_do_not_hold_a_socket) {
    auto options = serving();
    options.limits.piece_timeout_ms = 200;
    options.limits.socket_send_buffer_bytes = 16 * 1024;
    RunningServer running(options);
    ASSERT_FALSE(running.start());
    RawPeer slow(running.port(), 4096);
    for (int asked = 0; asked < 8; ++asked)
        slow.send("GET /client.wasm HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(says(get(running, "/healthz"), "\r\n\r\nok\n"));
    std::uint64_t sockets = 1;
    const auto began = std::chrono::steady_clock::now();
    do running.on_loop([&] { sockets = running.server.figures().sockets; });
    while (sockets != 0 && std::chrono::steady_clock::now() - began < patience);
    EXPECT_EQ(sockets, 0U);
}

}  // namespace
}  // namespace casustafel::net_test
