#include "client/net/web/line.hpp"

#include <emscripten/emscripten.h>

#include <string_view>
#include <utility>

#include "client/net/backoff.hpp"
#include "client/net/mailboxes.hpp"

// Written in line.js. `number` tells one attempt from those before it.
extern "C" {
void line_open(int number, int way);
void line_send(int number, const char* bytes, std::size_t size);
void line_close(int number);
// Calls line_timer(number) once, after so many milliseconds, in place of what was asked before.
void line_after(int number, double ms);
double line_now();
std::uint32_t line_chance();
}

namespace casustafel::client_net {
namespace {

constexpr double late_ms = 5'000, answer_within_ms = 3'000;

class WebLine;
WebLine* current = nullptr;  // the browser's events name an attempt, not an object

class WebLine final : public Connection {
public:
    WebLine(WebLineOptions options, std::function<void()> wake)
        : options_(std::move(options)),
          boxes_(options_.limits.max_inbox_bytes, options_.limits.max_outgoing_bytes,
                 std::move(wake)),
          backoff_(options_.limits.retry_after_ms, line_chance()),
          ways_(options_.first) {
        current = this;
        attempt();
    }
    ~WebLine() override {
        if (!closed_) line_close(number_);
        current = nullptr;
    }

    bool send(std::string bytes) override {
        if (!boxes_.send(std::move(bytes))) return false;
        for (auto next = boxes_.take_outgoing(); next; next = boxes_.take_outgoing())
            line_send(number_, next->data(), next->size());
        return true;
    }
    void poll(std::vector<Event>& events) override { boxes_.poll(events); }
    void reconnect() override { ended(Reason::lost, false); }
    void close() override {
        closed_ = true;
        line_close(number_);
    }

    // What the browser tells.
    void opened(int number) {
        if (number != number_ || closed_) return;
        open_ = true;
        boxes_.put({.kind = Event::Kind::opened});
    }
    void received(int number, std::string bytes) {
        if (number != number_ || closed_) return;
        heard_ms_ = line_now();
        if (!heard_) {
            heard_ = true;
            first_ms_ = heard_ms_;
            backoff_.reset();
            if (options_.found) options_.found(ways_.way());
        }
        if (bytes.size() > options_.limits.max_message_bytes || boxes_.inbox_full())
            return ended(Reason::too_large, true);
        boxes_.put({.kind = Event::Kind::received, .bytes = std::move(bytes)});
    }
    // `code` as of a WebSocket; 1006 and less: nobody said why.
    void lost(int number, int code) {
        if (number != number_ || closed_) return;
        const bool told = code > 1006 || code == 1000 || code == 1001;
        ended(told     ? reason_of_close_code(static_cast<std::uint16_t>(code))
              : heard_ ? Reason::lost
                       : Reason::unreachable,
              told);
    }
    void timer(int number) {
        if (number != number_ || closed_) return;
        if (waiting_) return attempt();
        // A tab that sleeps has its timers late: what is silent then is not known, and what did not
        // come says nothing of the way.
        if (line_now() - due_ms_ > late_ms) return heard_ ? awake() : begin_again();
        const double silent_ms = line_now() - heard_ms_;
        const auto most_ms = static_cast<double>(options_.limits.silence_ms);
        if (!heard_ || silent_ms > most_ms) return ended(Reason::silent, false);
        if (silent_ms > most_ms / 2)
            line_send(number_, options_.sign_of_life.data(), options_.sign_of_life.size());
        call_after(most_ms / 4);
    }
    // The page was asleep or the network came back: no waiting, and no faith in what was open.
    void awake() {
        if (closed_) return;
        if (waiting_) return attempt();
        if (!heard_) {
            if (line_now() - first_ms_ > answer_within_ms) begin_again();
            return;
        }
        line_send(number_, options_.sign_of_life.data(), options_.sign_of_life.size());
        // An answer takes a round trip; without one this connection is dead.
        heard_ms_ = line_now() - static_cast<double>(options_.limits.silence_ms) + answer_within_ms;
        call_after(answer_within_ms + 100);
    }

private:
    void attempt() {
        waiting_ = heard_ = open_ = false;
        ++number_;
        boxes_.put({.kind = Event::Kind::connecting});
        heard_ms_ = first_ms_ = line_now();
        call_after(static_cast<double>(ways_.patience_ms()));
        line_open(number_, static_cast<int>(ways_.way()));
    }

    // The page slept through this attempt.
    void begin_again() {
        line_close(number_);
        attempt();
    }

    void ended(Reason reason, bool told) {
        if (!waiting_) line_close(number_);
        const auto lived_ms = static_cast<std::int64_t>(line_now() - first_ms_);
        const bool at_once = ways_.ended({heard_, told, heard_ ? lived_ms : 0});
        ++number_;  // what the old attempt still tells is not heard
        waiting_ = true;
        if (told && !comes_back(reason)) {
            closed_ = true;
            boxes_.put({.kind = Event::Kind::closed_for_good, .reason = reason});
            return;
        }
        const std::int64_t pause_ms = at_once ? 0 : backoff_.next_ms();
        // Nobody is told of a way that does not get through while another may.
        if (!at_once || open_)
            boxes_.put(
                {.kind = Event::Kind::waiting_to_retry, .reason = reason, .retry_in_ms = pause_ms});
        call_after(static_cast<double>(pause_ms));
    }

    void call_after(double ms) {
        due_ms_ = line_now() + ms;
        line_after(number_, ms);
    }

    WebLineOptions options_;
    Mailboxes boxes_;
    Backoff backoff_;
    Ways ways_;
    int number_ = 0;
    bool waiting_ = false, open_ = false, heard_ = false, closed_ = false;
    double heard_ms_ = 0, first_ms_ = 0, due_ms_ = 0;
};

}  // namespace

std::unique_ptr<Connection> connect(WebLineOptions options, std::function<void()> wake) {
    return std::make_unique<WebLine>(std::move(options), std::move(wake));
}

}  // namespace casustafel::client_net

using casustafel::client_net::current;

extern "C" {
EMSCRIPTEN_KEEPALIVE void line_opened(int number) {
    if (current != nullptr) current->opened(number);
}
EMSCRIPTEN_KEEPALIVE void line_received(int number, const char* bytes, std::size_t size) {
    if (current != nullptr) current->received(number, std::string(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void line_lost(int number, int code) {
    if (current != nullptr) current->lost(number, code);
}
EMSCRIPTEN_KEEPALIVE void line_timer(int number) {
    if (current != nullptr) current->timer(number);
}
EMSCRIPTEN_KEEPALIVE void line_awake() {
    if (current != nullptr) current->awake();
}
}
