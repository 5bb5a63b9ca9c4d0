#pragma once
// A conversation on a terminal: the client's side of it (model::Client) joined to a connection,
// with one place to wait for the server, the keyboard and the time. It knows no verb and prints
// nothing.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/console/said/printer.hpp"
#include "client/model/client.hpp"
#include "client/net/native/line.hpp"

namespace casustafel::console {

// A pipe end that another thread can write to while this one waits in poll().
class WakePipe {
public:
    WakePipe();
    ~WakePipe();
    WakePipe(const WakePipe&) = delete;
    WakePipe& operator=(const WakePipe&) = delete;
    void wake() const;
    void drain() const;
    int reading_end() const { return ends_[0]; }

private:
    int ends_[2] = {-1, -1};
};

// Waits for the pipe, the keyboard (when wanted) or the time. True: the keyboard has something.
bool wait_for(const WakePipe& pipe, bool keyboard, int timeout_ms);

// Milliseconds of a clock that never goes back.
std::int64_t steady_ms();

struct ServerChoice {
    client_net::Address address;
    std::string fingerprint;  // of a self-signed certificate that the user accepts; empty: none
};

class Talk {
public:
    Talk(const ServerChoice& server, std::string program);
    ~Talk();

    model::Client& client() { return client_; }
    const model::Model& model() const { return client_.model(); }

    // Takes in what arrived and says what is to be said, waiting at most `timeout_ms` for something
    // to happen. True: the keyboard has something (only when `keyboard`).
    bool pump(int timeout_ms, bool keyboard = false);
    // Pumps until `done` or the time is up; false when it was not reached (see `closed` and
    // `reached`). Where no server ever answered it gives up after three seconds.
    bool pump_until(const std::function<bool()>& done, std::int64_t timeout_ms);

    // Why the connection will not come back; nothing while it may.
    const std::optional<client_net::Event>& closed() const { return closed_; }
    // Whether a server answered at least once.
    bool reached() const { return reached_; }
    // Why there is no connection now, as a text key; empty when there is one.
    const std::string& trouble() const { return trouble_; }

    // Why something that was waited for did not come, as a text key: no server, or a server that is
    // there and does not answer.
    std::string why_not() const;
    // Says so; of a certificate that was refused also its fingerprint, as `--fingerprint` takes it.
    void complain(const Printer& printer, const client_net::Address& server) const;

    // Says goodbye and waits for what is queued to leave.
    void finish();

private:
    void take_in(const client_net::Event& event);

    model::Client client_;
    WakePipe pipe_;
    std::unique_ptr<client_net::Connection> connection_;
    std::vector<client_net::Event> events_;
    std::optional<client_net::Event> closed_;
    std::string trouble_;
    bool reached_ = false;
};

}  // namespace casustafel::console
