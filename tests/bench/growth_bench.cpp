// What grows and what does not, without sockets: the whole host in process, sessions of twelve. One
// session at so many acts (messages, shares and marks in turn): CPU of an act, heap, a resume, a
// newcomer, the digest. Then one of so many sessions, and what they hold in memory. Read how the
// rows compare; the times are of this machine at this moment. With a number: only so many sessions,
// for one that looks where their memory goes.
#include <malloc.h>
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "client/model/client.hpp"
#include "host_under_test.hpp"
#include "server/codec/record.hpp"
#include "server/core/families/digest.hpp"
#include "server/core/rules/apply.hpp"
#include "server/hosting/host.hpp"
#include "server/rehearsal/local_network.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/store/memory_store.hpp"

namespace casustafel::bench {
namespace {

double cpu_us() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double heap_kb() { return static_cast<double>(::mallinfo2().uordblks) / 1024; }

model::RandomBytes random_bytes() {
    static std::mt19937_64 random(1);
    return [](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>(random());
    };
}

class World {
public:
    explicit World(const hosting::CaseTexts& texts)
        : catalogue_(texts),
          store_([](const std::function<void()>& work) { work(); },
                 store::MemoryStore::Completion::at_once),
          host_(surroundings(), [this](const std::string& code) { code_ = code; }),
          trainer_(random_bytes(), "bench") {
        trainer_.open_as_trainer(host_.open().trainer_key);
        trainer_line_ = connect();
        trainer_.connected();
        talk(trainer_line_, trainer_);
    }

    // Makes a session of twelve who sit and whose case runs. Its number.
    std::size_t add_session(const std::string& scenario) {
        v1::ClientFrame wish;
        wish.mutable_new_session()->set_scenario(scenario);
        wish.mutable_new_session()->set_request_id(std::to_string(sessions_.size()));
        trainer_.say(wish);
        talk(trainer_line_, trainer_);
        Session& session = sessions_.emplace_back();
        session.code = code_;
        for (int client = 0; client < roles_per_session; ++client) seat(session, client);
        trainer_.attach(session.code);
        talk(trainer_line_, trainer_);
        v1::Command begin;
        begin.mutable_start_session();
        trainer_.act(begin);
        talk(trainer_line_, trainer_);
        clear();
        return sessions_.size() - 1;
    }

    // Performs one act and gives what it cost the host.
    double act(std::size_t number) {
        Session& session = sessions_[number];
        const std::uint64_t at = session.acts++;
        const std::string frame = act_of(static_cast<int>(at % roles_per_session), at);
        const double before = cpu_us();
        host_.received(session.lines[at % roles_per_session], frame);
        host_.turn();
        const double cost = cpu_us() - before;
        clear(session);
        return cost;
    }

    struct Arrival {
        double cpu_us = 0;
        double bytes = 0;
    };

    // Somebody whose line was lost comes back.
    Arrival resume(std::size_t number) {
        Session& session = sessions_[number];
        host_.closed(session.lines[0]);
        model::Client back(random_bytes(), "bench");
        back.resume(session.code, session.token);
        const Arrival arrival = arrive(back, session.lines[0]);
        clear(session);
        return arrival;
    }

    // Somebody new comes in and has no seat yet.
    Arrival join(std::size_t number) {
        model::Client fresh(random_bytes(), "bench");
        fresh.join(sessions_[number].code, "new " + std::to_string(joined_++), "nl");
        hosting::ConnectionId line = 0;
        return arrive(fresh, line);
    }

    // The time that the digest of all that happened takes.
    double digest_us(const core::Scenario& scenario) {
        auto state = core::initial(scenario);
        const auto stored = store_.load(store_.list().front());
        for (const std::string& bytes : stored->records)
            core::apply(state, *codec::decode_record(bytes));
        const double before = cpu_us();
        digests_ += core::digest(state);
        return cpu_us() - before;
    }
    std::size_t records() { return store_.load(store_.list().front())->records.size(); }

private:
    struct Session {
        std::string code, token;  // of the first of them
        std::vector<hosting::ConnectionId> lines;
        std::uint64_t acts = 0;
    };

    hosting::Surroundings surroundings() {
        hosting::Surroundings around{store_, network_, clock_, catalogue_, random_bytes()};
        around.without_allowances = true;
        return around;
    }

    hosting::ConnectionId connect() {
        const auto line = network_.open();
        host_.opened(line, "bench");
        return line;
    }

    // Speaks and listens until there is nothing left to say.
    void talk(hosting::ConnectionId line, model::Client& client) {
        for (bool moved = true; moved;) {
            const auto frames = client.take_outgoing();
            for (const std::string& frame : frames) host_.received(line, frame);
            host_.turn();
            const std::string heard = network_.take(line);
            if (!heard.empty()) client.received(heard, 0);
            client.forget_changes();
            moved = !frames.empty() || !heard.empty();
        }
    }

    Arrival arrive(model::Client& client, hosting::ConnectionId& line) {
        client.connected();
        const auto frames = client.take_outgoing();
        const double before = cpu_us();
        line = connect();
        for (const std::string& frame : frames) host_.received(line, frame);
        host_.turn();
        const double cost = cpu_us() - before;
        return {cost, static_cast<double>(network_.take(line).size())};
    }

    void seat(Session& session, int number) {
        model::Client client(random_bytes(), "bench");
        client.join(session.code, "person " + std::to_string(number), "nl");
        session.lines.push_back(connect());
        client.connected();
        talk(session.lines.back(), client);
        v1::Command take;
        take.mutable_take_role()->set_role(role_name(number));
        client.act(take);
        talk(session.lines.back(), client);
        if (client.model().role() != role_name(number)) std::abort();
        if (number == 0) session.token = client.token();
    }

    static std::string role_name(int client) { return "BENCH" + std::to_string(client); }

    // Two messages to all, a share to three, and a mark, in turn.
    static std::string act_of(int client, std::uint64_t number) {
        const std::string text = "een bericht van gewone lengte, nummer " + std::to_string(number);
        const std::uint64_t round = number / roles_per_session;
        v1::ClientFrame frame;
        v1::Command& command = *frame.mutable_command();
        std::string id = std::to_string(number);
        command.set_command_id(id.insert(0, 16 - id.size(), '.'));
        command.set_as_role(role_name(client));
        const std::string item = "ITEM-" + role_name(client);
        if (round % 4 == 1) {
            v1::ShareItem& share = *command.mutable_share_item();
            share.set_item(item);
            for (int other = 1; other <= 3; ++other)
                share.add_to(role_name((client + other) % roles_per_session));
            share.set_purpose("acute_safety");
            share.set_basis("OPEN");
            share.set_form(4);
            share.set_text(text);
        } else if (round % 4 == 3) {
            command.mutable_mark_item()->set_item(item);
            command.mutable_mark_item()->set_mark(round % 8 == 3 ? "fact" : "assumption");
        } else {
            for (int other = 0; other < roles_per_session; ++other)
                if (other != client) command.mutable_send_message()->add_to(role_name(other));
            command.mutable_send_message()->set_text(text);
        }
        return frame.SerializeAsString();
    }

    void clear(Session& session) {
        for (const auto line : session.lines) network_.take(line);
    }
    void clear() {
        for (Session& session : sessions_) clear(session);
        network_.take(trainer_line_);
    }

    rehearsal::OneCase catalogue_;
    rehearsal::LocalNetwork network_;
    rehearsal::ManualClock clock_;
    store::MemoryStore store_;
    hosting::Host host_;
    std::string code_;
    model::Client trainer_;
    hosting::ConnectionId trainer_line_ = 0;
    std::vector<Session> sessions_;
    int joined_ = 0;
    std::uint64_t digests_ = 0;
};

void one_session_grows(const hosting::CaseTexts& texts) {
    constexpr std::uint64_t window = 96;  // two rounds of all kinds
    World world(texts);
    const std::string id = texts.scenario->id;
    world.add_session(id);
    const double heap = heap_kb();
    std::printf(
        "  acts  records | an act us | heap and log kB | resume us, kB | newcomer us, kB | digest "
        "us\n");
    std::uint64_t done = 0;
    for (const std::uint64_t acts : {100u, 1'000u, 5'000u, 10'000u, 20'000u}) {
        double cost = 0;
        for (; done < acts; ++done) {
            const double one = world.act(0);
            if (done + window >= acts) cost += one;
        }
        const double held = heap_kb() - heap;
        const auto back = world.resume(0);
        const auto fresh = world.join(0);
        std::printf("%6llu %8zu | %8.1f | %8.0f | %8.0f %6.0f | %8.0f %6.0f | %8.0f\n",
                    static_cast<unsigned long long>(acts), world.records(), cost / window, held,
                    back.cpu_us, back.bytes / 1024, fresh.cpu_us, fresh.bytes / 1024,
                    world.digest_us(*texts.scenario));
    }
}

void sessions_grow(const hosting::CaseTexts& texts, const std::vector<int>& numbers) {
    std::printf("sessions | an act in one of them us | heap of a session kB, of a participant\n");
    for (const int sessions : numbers) {
        World world(texts);
        const double empty = heap_kb();
        for (int made = 0; made < sessions; ++made) world.add_session(texts.scenario->id);
        for (int one = 0; one < sessions; ++one) world.act(static_cast<std::size_t>(one));
        const double each = (heap_kb() - empty) / sessions;
        double cost = 0;
        constexpr int acts = 480;
        for (int act = 0; act < acts; ++act) cost += world.act(0);
        std::printf("%8d | %8.1f | %8.0f %6.1f\n", sessions, cost / acts, each,
                    each / roles_per_session);
    }
}

}  // namespace
}  // namespace casustafel::bench

int main(int count, char** words) {
    using namespace casustafel::bench;
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    const auto texts = large_case();
    if (count > 1) return sessions_grow(texts, {std::atoi(words[1])}), 0;
    sessions_grow(texts, {1, 50, 200});
    one_session_grows(texts);
}
