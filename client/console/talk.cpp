#include "client/console/talk.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

constexpr std::int64_t never_there_ms = 3'000;  // a server that may still be starting

model::RandomBytes system_bytes() {
    return [device = std::make_shared<std::random_device>()](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>((*device)());
    };
}

// "AB:CD:…", as servers and other programs show it.
std::string in_pairs(std::string_view hex) {
    std::string pairs;
    for (std::size_t at = 0; at < hex.size(); ++at) {
        if (at > 0 && at % 2 == 0) pairs += ':';
        pairs += hex[at] >= 'a' ? static_cast<char>(hex[at] - 'a' + 'A') : hex[at];
    }
    return pairs;
}

}  // namespace

WakePipe::WakePipe() {
    if (pipe(ends_) != 0) std::abort();
    for (const int end : ends_) fcntl(end, F_SETFL, O_NONBLOCK);
}

WakePipe::~WakePipe() {
    for (const int end : ends_) close(end);
}

void WakePipe::wake() const {
    const char byte = 0;
    // A full pipe already wakes: the result does not matter.
    [[maybe_unused]] const auto written = write(ends_[1], &byte, 1);
}

void WakePipe::drain() const {
    char bytes[64];
    while (read(ends_[0], bytes, sizeof bytes) > 0) {
    }
}

bool wait_for(const WakePipe& pipe, bool keyboard, int timeout_ms) {
    pollfd wanted[2] = {{pipe.reading_end(), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    if (poll(wanted, keyboard ? 2 : 1, timeout_ms) <= 0) return false;
    pipe.drain();
    return keyboard && (wanted[1].revents & (POLLIN | POLLHUP)) != 0;
}

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Talk::Talk(const ServerChoice& server, std::string program)
    : client_(system_bytes(), std::move(program)) {
    client_net::ConnectOptions options;
    options.address = server.address;
    options.accept_certificate_fingerprint = server.fingerprint;
    client_.reach_by(server.address.text());
    connection_ = client_net::connect(options, [this] { pipe_.wake(); });
}

Talk::~Talk() = default;

bool Talk::pump(int timeout_ms, bool keyboard) {
    // Wishes made since the last call leave before the wait.
    for (std::string& frame : client_.take_outgoing()) connection_->send(std::move(frame));
    const bool typed = wait_for(pipe_, keyboard, timeout_ms);
    events_.clear();
    connection_->poll(events_);
    for (const client_net::Event& event : events_) take_in(event);
    for (std::string& frame : client_.take_outgoing()) connection_->send(std::move(frame));
    return typed;
}

bool Talk::pump_until(const std::function<bool()>& done, std::int64_t timeout_ms) {
    const std::int64_t began_ms = steady_ms();
    const std::int64_t deadline_ms = began_ms + timeout_ms;
    while (!done()) {
        const std::int64_t left_ms = deadline_ms - steady_ms();
        if (closed_ || left_ms <= 0) return false;
        if (!reached_ && !trouble_.empty() && deadline_ms - left_ms - began_ms > never_there_ms)
            return false;
        pump(static_cast<int>(std::min<std::int64_t>(left_ms, 250)));
    }
    return true;
}

void Talk::take_in(const client_net::Event& event) {
    switch (event.kind) {
        case client_net::Event::Kind::connecting: break;
        case client_net::Event::Kind::opened:
            reached_ = true;
            trouble_.clear();
            client_.connected();
            break;
        case client_net::Event::Kind::received:
            if (!client_.received(event.bytes, steady_ms())) connection_->reconnect();
            break;
        case client_net::Event::Kind::waiting_to_retry:
            trouble_ = client_net::sentence_of(event);
            client_.disconnected(steady_ms());
            break;
        case client_net::Event::Kind::closed_for_good:
            trouble_ = client_net::sentence_of(event);
            closed_ = event;
            client_.disconnected(steady_ms());
            break;
    }
}

std::string Talk::why_not() const {
    if (!trouble_.empty()) return trouble_;
    return reached_ ? "close.no_answer" : "close.unreachable";
}

void Talk::complain(const Printer& printer, const client_net::Address& server) const {
    printer.complain(why_not(), {server.text()});
    if (closed_ && !closed_->fingerprint.empty())
        printer.complain("console.fingerprint", {in_pairs(closed_->fingerprint)});
}

void Talk::finish() {
    for (std::string& frame : client_.take_outgoing()) connection_->send(std::move(frame));
    connection_->close();
    pump_until([] { return false; }, 2'000);
}

}  // namespace casustafel::console
