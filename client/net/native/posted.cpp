#include "client/net/native/posted.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "client/net/native/proxy.hpp"
#include "client/net/native/road.hpp"

namespace casustafel::client_net {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n", data_mark = "data: ";

// A frame stands behind its length, highest byte first.
std::string headed(const std::string& frame) {
    std::string body;
    for (const int shift : {24, 16, 8, 0})
        body += static_cast<char>(static_cast<std::uint8_t>(frame.size() >> shift));
    return body + frame;
}

std::string decoded(const std::string& base64) {
    std::string bytes(base64.size(), '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                     reinterpret_cast<const unsigned char*>(base64.data()),
                                     static_cast<int>(base64.size()));
    const auto padding = static_cast<std::size_t>(std::ranges::count(base64, '='));
    bytes.resize(size < 0 ? 0 : static_cast<std::size_t>(size) - padding);
    return bytes;
}

class Trial {
public:
    Trial(const ConnectOptions& options, Way way, const std::string& frame)
        : options_(options), way_(way), frame_(frame) {}

    PostedTrial run() {
        asio::co_spawn(context_, attempt(), asio::detached);
        context_.run();
        return std::move(found_);
    }

private:
    asio::awaitable<void> attempt() {
        wants("POST /line");
        const bool open = co_await ask();
        if (!open) co_return;
        place_ = "/line/" + body_.substr(0, body_.find_last_not_of(" \r\n") + 1);
        if (way_ == Way::stream)
            co_await listen();
        else
            co_await poll();
        wants("POST " + place_ + "/close");
        co_await ask();
    }

    asio::awaitable<void> poll() {
        wants("POST " + place_ + "/send", headed(frame_));
        bool good = co_await ask();
        wants("GET " + place_ + "/poll");
        if (good) good = co_await ask();
        if (good && body_.size() > 4) found_.batch = body_.substr(4);
    }

    // The stream stays open while the frame goes up beside it.
    asio::awaitable<void> listen() {
        const auto down = std::make_unique<Road>(context_, options_);
        wants("GET " + place_ + "/events");
        bool alive = co_await down->open();
        down->request = request(*down);
        if (alive) alive = co_await down->write();
        while (alive && down->answer.find(end_of_head) == std::string::npos)
            alive = co_await down->read();
        alive = alive && is_good(*down);
        wants("POST " + place_ + "/send", headed(frame_));
        if (alive) alive = co_await ask();
        while (alive && line_in(down->answer).empty()) alive = co_await down->read();
        found_.batch = decoded(line_in(down->answer));
        if (found_.detail.empty()) fail(*down);
    }

    // What follows the mark, once its line is whole.
    static std::string line_in(const std::string& answer) {
        const auto mark = answer.find(data_mark);
        if (mark == std::string::npos) return {};
        const auto begin = mark + data_mark.size(), end = answer.find('\n', begin);
        return end == std::string::npos ? std::string() : answer.substr(begin, end - begin);
    }

    // What is asked next.
    void wants(std::string what, std::string body = {}) {
        what_ = std::move(what);
        up_ = std::move(body);
    }

    // False, with the reason in `found_`: there is no answer to be had. Else its body is in
    // `body_`.
    asio::awaitable<bool> ask() {
        const auto road = std::make_unique<Road>(context_, options_);
        const bool open = co_await road->open();
        road->request = request(*road);
        if (open) co_await road->ask();
        const bool good = is_good(*road);
        if (good)
            body_ = road->answer.substr(road->answer.find(end_of_head) + end_of_head.size());
        else
            fail(*road);
        co_return good;
    }

    std::string request(const Road& road) const {
        return what_ + " HTTP/1.1\r\n" + road.host_line() +
               "Connection: close\r\nContent-Length: " + std::to_string(up_.size()) + "\r\n\r\n" +
               up_;
    }
    static bool is_good(const Road& road) {
        return road.answer.starts_with("HTTP/1.1 20") &&
               road.answer.find(end_of_head) != std::string::npos;
    }
    void fail(const Road& road) {
        if (found_.batch.empty())
            found_.detail =
                road.answer.empty() ? road.detail : road.answer.substr(0, road.answer.find('\r'));
    }

    const ConnectOptions& options_;
    const Way way_;
    const std::string& frame_;
    std::string place_, what_, up_, body_;
    PostedTrial found_;
    asio::io_context context_{1};
};

}  // namespace

PostedTrial try_posted(const ConnectOptions& options, Way way, const std::string& frame) {
    ConnectOptions asked = options;
    if (!asked.proxy) asked.proxy = proxy_for(asked.address);
    return Trial(asked, way, frame).run();
}

}  // namespace casustafel::client_net
