#pragma once
// A whole server on a free port of this machine: the real network and host, one shipped case, and
// the log in memory. It serves on a thread of its own until it is stopped; it may be started again
// at the same port and finds its log as it left it.
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/hosting/host.hpp"
#include "server/net/server.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/store/memory_store.hpp"

namespace casustafel::live {

class Server {
public:
    // The case of this id in scenarios/.
    explicit Server(const std::string& scenario);
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    const std::string& url() const { return url_; }
    const std::string& trainer_key() const { return trainer_key_; }
    const core::Scenario& scenario() const { return *texts_.scenario; }

    void start();
    void stop();
    // The log of its only session; stops the server.
    std::vector<core::Record> log();

private:
    hosting::CaseTexts texts_;
    rehearsal::OneCase catalogue_;
    std::unique_ptr<net::Server> net_;
    store::MemoryStore store_;
    std::unique_ptr<hosting::Host> host_;
    std::uint16_t port_ = 0;
    std::string url_, trainer_key_;
    std::thread thread_;
};

}  // namespace casustafel::live
