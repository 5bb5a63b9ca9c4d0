#include "host_under_test.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <utility>

#include "../net/raw_peer.hpp"
#include "client/model/client.hpp"
#include "server/hosting/host.hpp"
#include "server/net/server.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/store/memory_store.hpp"
#include "server/store/sqlite_store.hpp"
#include "server_process.hpp"

namespace casustafel::bench {
namespace {

constexpr std::string_view mark = "bench:";  // before a command's number in the text of its message
constexpr std::size_t number_digits = 16;

constexpr int receivers_of_a_share = 3;

std::string role_name(int client) { return "BENCH" + std::to_string(client); }
std::string item_name(int client) { return "ITEM-" + role_name(client); }

model::RandomBytes random_bytes() {
    return [random = std::mt19937_64(std::random_device{}())](std::uint8_t* to,
                                                              std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<std::uint8_t>(random());
    };
}

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
    options.limits.max_connections_of_an_address = options.limits.max_connections;
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
    Participant(const std::string& code, int session, int client, Act act)
        : act_(act),
          role_(role_name(client)),
          item_(item_name(client)),
          client_(random_bytes(), "bench") {
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
        const std::string text =
            std::string(mark) + digits + ": een bericht van gewone lengte voor iedereen.";
        if (act_ == Act::message) {
            for (const auto& other : others_) act.mutable_send_message()->add_to(other);
            act.mutable_send_message()->set_text(text);
        } else {
            v1::ShareItem& share = *act.mutable_share_item();
            share.set_item(item_);
            for (int at = 0; at < receivers_of_a_share; ++at)
                share.add_to(others_[static_cast<std::size_t>(at)]);
            share.set_purpose("acute_safety");
            share.set_basis("OPEN");
            share.set_form(4);
            share.set_text(text);
        }
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
    const Act act_;
    const std::string role_, item_;
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

}  // namespace

int hearers(Act act) { return act == Act::message ? roles_per_session : receivers_of_a_share + 1; }

hosting::CaseTexts large_case() {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "vijf-overleggen.yaml", folder);
    auto wide = *loaded.scenario;
    const auto pattern = wide.roles.front();
    const auto open_item = std::find_if(wide.items.begin(), wide.items.end(), [](const auto& item) {
        return item.emerges_from.empty() && !item.available_sim_ms;
    });
    const core::Item item_pattern = *open_item;
    for (int client = 0; client < roles_per_session; ++client) {
        auto role = pattern;
        role.id = core::RoleId{role_name(client)};
        wide.roles.push_back(std::move(role));
        auto item = item_pattern;
        item.id = core::ItemId{item_name(client)};
        item.holders = {core::RoleId{role_name(client)}};
        item.needs.clear();
        item.later_holders.clear();
        wide.items.push_back(std::move(item));
    }
    return rehearsal::unwritten_case(std::move(wide));
}

struct HostUnderTest::Parts {
    Parts(const hosting::CaseTexts& texts, const LoadPlan& plan, Keeping keeping)
        : folder(new_folder()), server([&texts, keeping, this](Shared& shared) {
              serve_host(texts, keeping, folder, *door, shared);
          }) {}
    ~Parts() { std::filesystem::remove_all(folder); }

    static std::string new_folder() {
        auto folder = (std::filesystem::temp_directory_path() / "casustafel-XXXXXX").string();
        if (!::mkdtemp(folder.data())) std::abort();
        return folder;
    }

    const SharedMemory<Door> door;
    std::string folder;
    ServerProcess server;
    std::optional<Load> load;
    double kb_per_participant = 0;
    double cpu_us_to_join = 0;
};

HostUnderTest::HostUnderTest(const hosting::CaseTexts& texts, const LoadPlan& plan, Keeping keeping,
                             Act act)
    : parts_(std::make_unique<Parts>(texts, plan, keeping)) {
    ServerProcess& server = parts_->server;
    std::optional<Trainer> trainer(std::in_place, server.port(), parts_->door->trainer_key);
    const auto codes = trainer->make_sessions(plan.sessions);
    const auto empty_kb = server.private_kb();
    const auto cpu_before = server.cpu_ns();
    Load& load = parts_->load.emplace(server.port(), plan, [&](int session, int client) {
        return std::make_unique<Participant>(codes[static_cast<std::size_t>(session)], session,
                                             client, act);
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
    const double people = plan.sessions * plan.clients_per_session;
    parts_->cpu_us_to_join = static_cast<double>(server.cpu_ns() - cpu_before) / 1000 / people;
    static bool first = true;
    if (std::exchange(first, false))
        parts_->kb_per_participant = static_cast<double>(server.private_kb() - empty_kb) / people;
}

HostUnderTest::~HostUnderTest() = default;

Measured HostUnderTest::round() {
    Measured measured = measured_run(parts_->server, *parts_->load);
    measured.kb_per_participant = parts_->kb_per_participant;
    measured.cpu_us_to_join = parts_->cpu_us_to_join;
    return measured;
}

void HostUnderTest::commands_in_a_round(std::uint64_t commands) {
    parts_->load->commands_in_a_round(commands);
}

Measured measured_run(ServerProcess& server, Load& load) {
    const auto before = server.cpu_ns();
    Measured measured{.load = load.run()};
    const auto commands = std::max<std::uint64_t>(1, measured.load.commands);
    measured.cpu_us =
        static_cast<double>(server.cpu_ns() - before) / 1000 / static_cast<double>(commands);
    return measured;
}

}  // namespace casustafel::bench
