#pragma once
// A door for programs that watch the server, apart from the one for people: plain HTTP on an
// address of its own, usually of this machine only. It has a thread of its own, so that it answers
// also when the loop does not, and then says so. GET /metrics and GET /health, one request a
// connection.
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "server/net/wire/figures.hpp"
#include "server/net/wire/options.hpp"

namespace casustafel::net {

class MetricsDoor {
public:
    // Gets the figures from the loop and calls its argument with them, on any thread.
    using Ask = std::function<void(std::function<void(const Figures&)>)>;

    // "127.0.0.1:9464", "[::1]:9464" or "9464", which is a port of this machine only; port 0 is a
    // free one.
    static std::variant<std::unique_ptr<MetricsDoor>, StartError> open(const std::string& where,
                                                                       Ask ask);
    ~MetricsDoor();
    MetricsDoor(const MetricsDoor&) = delete;
    MetricsDoor& operator=(const MetricsDoor&) = delete;

    std::string url() const;  // "http://127.0.0.1:9464/metrics"
    bool is_of_this_machine_only() const;

private:
    class Inside;
    explicit MetricsDoor(std::shared_ptr<Inside> inside);
    std::shared_ptr<Inside> inside_;
};

}  // namespace casustafel::net
