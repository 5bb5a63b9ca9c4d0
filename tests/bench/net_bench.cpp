// What carrying the messages costs: the fan-out of the workload through server/net, with a host
// that only fans out, against bare Beast in the same run; and what one idle connection holds in
// memory. Prints ratios; the times beside them are of this machine at this moment.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "beast_floor.hpp"
#include "load.hpp"
#include "server/net/server.hpp"

namespace casustafel::bench {
namespace {

class FanOut final : public hosting::Endpoint {
public:
    FanOut(hosting::Transport& transport, const Workload& workload, Shared& shared)
        : transport_(transport), workload_(workload), shared_(shared) {}

    void opened(hosting::ConnectionId connection, const hosting::PeerAddress&) override {
        const auto size = static_cast<std::size_t>(workload_.clients_per_session);
        if (sessions_.empty() || sessions_.back()->size() == size)
            sessions_.push_back(std::make_shared<std::vector<hosting::ConnectionId>>());
        sessions_.back()->push_back(connection);
        session_of_[connection] = sessions_.back();
    }
    void received(hosting::ConnectionId connection, std::string_view message) override {
        ++shared_.commands;
        const std::string key(message.substr(0, command_key_bytes));
        const auto common =
            std::make_shared<const std::string>(update_for(key, workload_.public_bytes));
        const auto secret =
            std::make_shared<const std::string>(update_for(key, workload_.private_bytes));
        int place = 0;
        for (const auto reader : *session_of_[connection])
            transport_.send(reader, place++ < workload_.private_readers ? secret : common);
    }
    std::optional<hosting::ConnectionId> needed_least() const override { return std::nullopt; }
    void closed(hosting::ConnectionId) override {}
    void turn() override {}
    std::int64_t next_wake_ms() const override { return std::numeric_limits<std::int64_t>::max(); }
    hosting::Figures figures() const override { return {}; }

private:
    hosting::Transport& transport_;
    const Workload& workload_;
    Shared& shared_;
    std::vector<std::shared_ptr<std::vector<hosting::ConnectionId>>> sessions_;
    std::unordered_map<hosting::ConnectionId, std::shared_ptr<std::vector<hosting::ConnectionId>>>
        session_of_;
};

void serve_net(const Workload& workload, Shared& shared) {
    net::Options options;
    options.limits.messages_per_second = 1'000'000;
    options.limits.message_burst = 1'000'000;
    net::Server server(options);
    FanOut fan_out(server, workload, shared);
    if (server.listen(fan_out)) std::abort();
    shared.listens_at(server.port());
    server.run();
}

class Plain final : public Dialect {
public:
    std::string command(std::uint64_t number) override {
        std::string bytes(60, '.');
        std::memcpy(bytes.data(), &number, command_key_bytes);
        return bytes;
    }
    void received(std::string_view message,
                  const std::function<void(std::uint64_t)>& saw) override {
        while (message.size() >= 4 + command_key_bytes) {
            std::uint32_t size = 0;
            std::uint64_t number = 0;
            std::memcpy(&size, message.data(), sizeof size);
            std::memcpy(&number, message.data() + 4, sizeof number);
            saw(number);
            message.remove_prefix(std::min(message.size(), std::size_t{4} + size));
        }
    }
};

std::unique_ptr<Dialect> plain(int, int) { return std::make_unique<Plain>(); }

struct Measured {
    LoadResult load;
    double cpu_us_per_command = 0;
};

Measured measure(const std::function<void(Shared&)>& serve, const LoadPlan& plan) {
    ServerProcess server(serve);
    Load load(server.port(), plan, plain);
    if (!load.connected()) return {};
    load.run();  // warm up
    const auto before = server.cpu_ns();
    const auto result = load.run();
    const auto cpu_ns = static_cast<double>(server.cpu_ns() - before);
    return {result,
            cpu_ns / 1000 / static_cast<double>(std::max<std::uint64_t>(1, result.commands))};
}

void print(const char* name, const Measured& measured, const Measured& floor) {
    const auto& load = measured.load;
    std::printf(
        "  %-12s %s cpu/command %6.1f us = %.2f of the floor; %7.0f commands/s; "
        "to the last of 12: median %5.0f us, p99 %6.0f us; %.1f messages/command\n",
        name, load.complete ? "" : "INCOMPLETE", measured.cpu_us_per_command,
        measured.cpu_us_per_command / floor.cpu_us_per_command,
        static_cast<double>(load.commands) / load.seconds, load.median_us, load.p99_us,
        static_cast<double>(load.messages) / static_cast<double>(load.commands));
}

void compare(const char* title, const LoadPlan& plan) {
    const Workload workload{.clients_per_session = plan.clients_per_session};
    std::printf("%s\n", title);
    const auto floor = measure([&](Shared& shared) { serve_beast_floor(workload, shared); }, plan);
    const auto net = measure([&](Shared& shared) { serve_net(workload, shared); }, plan);
    print("bare Beast", floor, floor);
    print("server/net", net, floor);
}

double kb_per_connection(const std::function<void(Shared&)>& serve, const LoadPlan& plan) {
    ServerProcess server(serve);
    server.port();
    Load first(server.port(), {.sessions = 1, .seconds = 0.1}, plain);
    first.run();
    const auto before = server.private_kb();
    Load load(server.port(), plan, plain);
    load.run();
    const auto connections = plan.sessions * plan.clients_per_session;
    return static_cast<double>(server.private_kb() - before) / connections;
}

void compare_memory() {
    const Workload workload;
    const LoadPlan plan{.sessions = 80, .seconds = 0.1};
    std::printf("memory of the process per connection, 960 connections that have talked\n");
    std::printf(
        "  %-12s %.1f kB\n", "bare Beast",
        kb_per_connection([&](Shared& shared) { serve_beast_floor(workload, shared); }, plan));
    std::printf("  %-12s %.1f kB\n", "server/net",
                kb_per_connection([&](Shared& shared) { serve_net(workload, shared); }, plan));
}

}  // namespace
}  // namespace casustafel::bench

int main() {
    using namespace casustafel::bench;
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    compare("one session of 12, one command outstanding", {.sessions = 1});
    compare("one session of 12, every client one outstanding", {.sessions = 1, .burst = true});
    compare("20 sessions of 12, one command outstanding in each", {.sessions = 20});
    compare("20 sessions of 12, every client one outstanding", {.sessions = 20, .burst = true});
    compare("echo: 50 clients alone, each one outstanding",
            {.sessions = 50, .clients_per_session = 1, .burst = true});
    compare_memory();
}
