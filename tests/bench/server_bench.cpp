// The whole server against its floor, in one run: sessions of twelve roles, each command a message
// to the other eleven, checked, applied, logged, projected for twelve viewers and encoded; in
// memory, durable before it is announced, and durable on a disk whose every sync takes a
// millisecond longer. The floor is bare Beast doing nothing but the fan-out. Read the ratios; the
// times are of this machine at this moment. The data directory is made in $TMPDIR, so that decides
// which disk is measured.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>

#include "../net/raw_peer.hpp"
#include "beast_floor.hpp"
#include "client/model/client.hpp"
#include "load.hpp"
#include "server/hosting/host.hpp"
#include "server/net/server.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/store/memory_store.hpp"
#include "server/store/sqlite_store.hpp"

namespace casustafel::bench {
namespace {

constexpr int roles_per_session = 12;
constexpr std::string_view mark = "bench:";  // before a command's number in the text of its message
constexpr std::size_t number_digits = 16;

std::string role_name(int client) { return "BENCH" + std::to_string(client); }

// The practice case with twelve roles that hold nothing, beside its own.
hosting::CaseTexts large_case() {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "oefentafel.yaml", folder);
    auto wide = *loaded.scenario;
    const auto pattern = wide.roles.front();
    for (int i = 0; i < roles_per_session; ++i) {
        auto role = pattern;
        role.id = core::RoleId{role_name(i)};
        wide.roles.push_back(std::move(role));
    }
    return rehearsal::unwritten_case(std::move(wide));
}

model::RandomBytes random_bytes() {
    return [random = std::mt19937_64(std::random_device{}())](std::uint8_t* to,
                                                              std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<std::uint8_t>(random());
    };
}

enum class Keeping { in_memory, durable, durable_slowly };

struct SlowSync final : store::Faults {
    int extra_sync_ms() override { return 1; }
};

// What the driver has to know before it can begin; both processes see it.
struct Door {
    char trainer_key[128] = {};
};

void serve_host(const hosting::CaseTexts& texts, Keeping keeping, const std::string& folder,
                Door& door, Shared& shared) {
    net::Options options;
    options.limits.messages_per_second = 1'000'000;
    options.limits.message_burst = 1'000'000;
    net::Server server(options);
    std::unique_ptr<store::Store> store;
    if (keeping == Keeping::in_memory) {
        store =
            std::make_unique<store::MemoryStore>([](const std::function<void()>& work) { work(); },
                                                 store::MemoryStore::Completion::at_once);
    } else {
        store::SqliteOptions how;
        if (keeping == Keeping::durable_slowly) how.faults = std::make_shared<SlowSync>();
        auto opened = store::SqliteStore::open(folder, server.executor(), how);
        store = std::move(std::get<std::unique_ptr<store::SqliteStore>>(opened));
    }
    rehearsal::OneCase catalogue(texts);
    hosting::Surroundings around{*store, server, server, catalogue, random_bytes()};
    around.without_allowances = true;  // a client here does in seconds what a class does in days
    hosting::Host host(around, [](const std::string&) {});
    const auto opening = host.open();
    std::strncpy(door.trainer_key, opening.trainer_key.c_str(), sizeof door.trainer_key - 1);
    if (server.listen(host)) std::abort();
    shared.listens_at(server.port());
    server.run();
}

class Participant final : public Dialect {
public:
    Participant(const std::string& code, int session, int client)
        : role_(role_name(client)), client_(random_bytes(), "bench") {
        client_.join(code, "s" + std::to_string(session) + "c" + std::to_string(client), "nl");
        client_.connected();
        for (int other = 0; other < roles_per_session; ++other)
            if (other != client) others_.push_back(role_name(other));
    }

    bool seated() const { return client_.model().role() == role_; }
    bool running() const {
        const auto* const view = client_.model().main_view();
        return view && view->find<v1::Session>() && view->find<v1::Session>()->phase() == "running";
    }

    std::string command(std::uint64_t number) override {
        preparing_ = false;
        char digits[number_digits + 1];
        std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(number));
        v1::ClientFrame frame;
        auto& act = *frame.mutable_command();
        act.set_command_id(std::string(digits, number_digits));
        act.set_as_role(role_);
        for (const auto& other : others_) act.mutable_send_message()->add_to(other);
        act.mutable_send_message()->set_text(std::string(mark) + digits +
                                             ": een bericht van gewone lengte voor iedereen.");
        return frame.SerializeAsString();
    }

    std::vector<std::string> take_outgoing() override {
        if (!asked_ && client_.model().link == model::Link::ready) {
            asked_ = true;
            v1::Command take;
            take.mutable_take_role()->set_role(role_);
            client_.act(take);
        }
        return client_.take_outgoing();
    }

    void received(std::string_view message,
                  const std::function<void(std::uint64_t)>& saw) override {
        if (preparing_) client_.received(message, 0);
        for (auto at = message.find(mark); at != std::string_view::npos;
             at = message.find(mark, at + mark.size()))
            saw(std::strtoull(std::string(message.substr(at + mark.size(), number_digits)).c_str(),
                              nullptr, 16));
    }

private:
    const std::string role_;
    std::vector<std::string> others_;
    model::Client client_;
    bool asked_ = false;
    bool preparing_ = true;
};

// The trainer: one plain connection that makes the sessions, starts them and leaves.
class Trainer {
public:
    Trainer(std::uint16_t port, const std::string& key)
        : peer_(port), client_(random_bytes(), "bench") {
        if (!peer_.upgrade()) std::abort();
        client_.open_as_trainer(key);
        client_.connected();
        talk_until([this] { return client_.model().trainer; });
    }

    std::vector<std::string> make_sessions(int count) {
        std::vector<std::string> codes;
        v1::ClientFrame list;
        list.mutable_list_scenarios();
        client_.say(list);
        talk_until([this] { return !client_.model().scenarios.empty(); });
        while (static_cast<int>(codes.size()) < count) {
            v1::ClientFrame wish;
            wish.mutable_new_session()->set_scenario(client_.model().scenarios[0].id());
            wish.mutable_new_session()->set_request_id(std::to_string(codes.size()));
            client_.say(wish);
            const auto before = client_.model().created_code;
            talk_until([&] { return client_.model().created_code != before; });
            codes.push_back(client_.model().created_code);
        }
        return codes;
    }

    void start(const std::vector<std::string>& codes) {
        for (const auto& code : codes) {
            client_.attach(code);
            talk_until([&] { return client_.model().code == code; });
            v1::Command begin;
            begin.mutable_start_session();
            client_.act(begin);
            talk_until([&] { return client_.model().waiting == 0; });
        }
    }

private:
    void talk_until(const std::function<bool()>& done) {
        while (!done()) {
            for (const auto& frame : client_.take_outgoing()) peer_.send_frame(frame);
            if (done()) return;
            const auto frame = peer_.receive_frame();
            if (!frame || frame->opcode == 8) {
                std::fprintf(stderr, "the server does not answer the trainer\n");
                std::exit(1);
            }
            if (frame->opcode == 2) client_.received(frame->payload, 0);
        }
    }

    net_test::RawPeer peer_;
    model::Client client_;
};

struct Measured {
    LoadResult load;
    double cpu_us = 0;  // of the server, per command
    double kb_per_participant = 0;
};

Measured run(ServerProcess& server, Load& load) {
    const auto before = server.cpu_ns();
    Measured measured{.load = load.run()};
    const auto commands = std::max<std::uint64_t>(1, measured.load.commands);
    measured.cpu_us =
        static_cast<double>(server.cpu_ns() - before) / 1000 / static_cast<double>(commands);
    return measured;
}

Measured measure_floor(const LoadPlan& plan, std::unique_ptr<Dialect> (*dialect)(int, int)) {
    const Workload workload;
    ServerProcess server([&](Shared& shared) { serve_beast_floor(workload, shared); });
    Load load(server.port(), plan, dialect);
    return run(server, load);
}

// What the floor understands: a key in the first eight bytes.
class Plain final : public Dialect {
public:
    std::string command(std::uint64_t number) override {
        std::string bytes(160, '.');
        std::memcpy(bytes.data(), &number, command_key_bytes);
        return bytes;
    }
    void received(std::string_view message,
                  const std::function<void(std::uint64_t)>& saw) override {
        std::uint64_t number = 0;
        std::memcpy(&number, message.data() + 4, sizeof number);
        saw(number);
    }
};

std::unique_ptr<Dialect> plain(int, int) { return std::make_unique<Plain>(); }

Measured measure_host(const hosting::CaseTexts& texts, const LoadPlan& plan, Keeping keeping) {
    auto folder = (std::filesystem::temp_directory_path() / "casustafel-XXXXXX").string();
    if (!::mkdtemp(folder.data())) std::abort();
    const SharedMemory<Door> door;
    Measured measured;
    {
        ServerProcess server(
            [&](Shared& shared) { serve_host(texts, keeping, folder, *door, shared); });
        std::optional<Trainer> trainer(std::in_place, server.port(), door->trainer_key);
        const auto codes = trainer->make_sessions(plan.sessions);
        const auto empty_kb = server.private_kb();
        Load load(server.port(), plan, [&](int session, int client) {
            return std::make_unique<Participant>(codes[static_cast<std::size_t>(session)], session,
                                                 client);
        });
        const auto all = [&](bool (Participant::*state)() const) {
            const bool ready = load.prepare([state](const Dialect& dialect) {
                return (dynamic_cast<const Participant&>(dialect).*state)();
            });
            if (ready) return;
            std::fprintf(stderr, "the participants do not get as far as they should\n");
            std::exit(1);
        };
        all(&Participant::seated);
        trainer->start(codes);
        all(&Participant::running);
        trainer.reset();
        const auto seated_kb = server.private_kb();
        measured = run(server, load);
        measured.kb_per_participant =
            static_cast<double>(seated_kb - empty_kb) / (plan.sessions * plan.clients_per_session);
    }
    std::filesystem::remove_all(folder);
    return measured;
}

void print(const char* name, const Measured& measured, const Measured& floor) {
    const auto& load = measured.load;
    const auto commands = static_cast<double>(std::max<std::uint64_t>(1, load.commands));
    std::printf(
        "  %-22s %scpu/command %6.1f us = %.2f of the floor; %6.0f commands/s = %.2f; "
        "to the last of 12: median %6.0f us = %.2f, p99 %6.0f us; %5.0f bytes and %.1f "
        "messages a command\n",
        name, load.complete ? "" : "INCOMPLETE ", measured.cpu_us, measured.cpu_us / floor.cpu_us,
        commands / load.seconds,
        commands / load.seconds / (static_cast<double>(floor.load.commands) / floor.load.seconds),
        load.median_us, load.median_us / floor.load.median_us, load.p99_us,
        static_cast<double>(load.bytes) / commands, static_cast<double>(load.messages) / commands);
    if (measured.kb_per_participant > 0)
        std::printf("  %-22s %.1f kB of memory per participant, session included\n", "",
                    measured.kb_per_participant);
}

void compare(const char* title, const hosting::CaseTexts& texts, const LoadPlan& plan) {
    std::printf("%s\n", title);
    const auto floor = measure_floor(plan, plain);
    print("bare Beast, no server", floor, floor);
    print("server, in memory", measure_host(texts, plan, Keeping::in_memory), floor);
    print("server, durable first", measure_host(texts, plan, Keeping::durable), floor);
    print("the same, sync +1 ms", measure_host(texts, plan, Keeping::durable_slowly), floor);
}

}  // namespace
}  // namespace casustafel::bench

int main() {
    using namespace casustafel::bench;
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const auto texts = large_case();
    const LoadPlan plan{.sessions = 1, .seconds = 3, .commands_per_session = 6'000};
    auto burst = plan;
    burst.burst = true;
    compare("1 session of 12, one command outstanding", texts, plan);
    compare("1 session of 12, every client one outstanding", texts, burst);
    auto many = plan;
    many.sessions = 20;
    compare("20 sessions of 12, one command outstanding in each", texts, many);
    auto many_burst = burst;
    many_burst.sessions = 20;
    compare("20 sessions of 12, every client one outstanding", texts, many_burst);
}
