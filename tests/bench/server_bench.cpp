// The whole server against its floor, in one run: sessions of twelve roles, each act checked,
// applied, logged, projected for those who may know of it and encoded; in memory, durable before it
// is announced, and durable on a disk whose every sync takes a millisecond longer. The floor is
// bare Beast doing nothing but the fan-out to as many. Read the ratios; the times are of this
// machine at this moment. The data directory is made in $TMPDIR, so that decides which disk is
// measured. With --short: what CI runs. With --record FILE: the ratios become the recorded ones.
// The exit code is that of a run in which everything was answered; what became worse is only told,
// since no two machines are alike. With --peer COMMAND: beside a program of another make, which
// gets PORT, HEARERS and LOG (a file of its own) in its environment. With --memory: only what
// sessions of twelve take that have begun, for one that looks where.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "beast_floor.hpp"
#include "host_under_test.hpp"
#include "ratios.hpp"

namespace casustafel::bench {
namespace {

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

Measured measure_floor(const LoadPlan& plan) {
    const Workload workload{.hearers = plan.hearers};
    ServerProcess server([&](Shared& shared) { serve_beast_floor(workload, shared); });
    Load load(server.port(), plan, [](int, int) { return std::make_unique<Plain>(); });
    return measured_run(server, load);
}

// The peer says on its output, in a line, at which port it listens.
Measured measure_peer(const std::string& command, const LoadPlan& plan) {
    int ends[2];
    if (::pipe(ends) != 0) std::abort();
    std::string log = (std::filesystem::temp_directory_path() / "casustafel-peer-XXXXXX").string();
    ::close(::mkstemp(log.data()));
    ServerProcess server([&](Shared&) {
        ::setenv("HEARERS", std::to_string(plan.hearers).c_str(), 1);
        ::setenv("LOG", log.c_str(), 1);
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
        std::abort();
    });
    ::close(ends[1]);
    std::FILE* said = ::fdopen(ends[0], "r");
    int port = 0;
    if (std::fscanf(said, "%d", &port) != 1) {
        std::fprintf(stderr, "the peer does not say where it listens\n");
        std::exit(1);
    }
    Load load(static_cast<std::uint16_t>(port), plan,
              [](int, int) { return std::make_unique<Plain>(); });
    const Measured measured = measured_run(server, load);
    std::fclose(said);
    std::filesystem::remove(log);
    return measured;
}

void print(const std::string& name, const Measured& measured, const Measured& floor) {
    const auto& load = measured.load;
    const auto commands = static_cast<double>(std::max<std::uint64_t>(1, load.commands));
    std::printf(
        "  %-22s %s%7.1f us %6.2f | %7.0f/s | %6.0f us median %6.0f us p99 | %6.0f B %5.1f msg",
        name.c_str(), load.complete ? "" : "INCOMPLETE ", measured.cpu_us,
        measured.cpu_us / floor.cpu_us, commands / load.seconds, load.median_us, load.p99_us,
        static_cast<double>(load.bytes) / commands, static_cast<double>(load.messages) / commands);
    if (measured.kb_per_participant > 0)
        std::printf(" | %.1f kB, %.0f us to join a participant", measured.kb_per_participant,
                    measured.cpu_us_to_join);
    std::printf("\n");
}

struct Work {
    const char* name;
    LoadPlan plan;
    Act act = Act::message;
    std::vector<Keeping> keepings = {Keeping::in_memory, Keeping::durable};
};

const char* word(Keeping keeping) {
    switch (keeping) {
        case Keeping::in_memory: return "in memory";
        case Keeping::durable: return "durable first";
        case Keeping::durable_slowly: return "durable, sync +1 ms";
    }
    return "";
}

// False: something was not answered.
bool compare(const hosting::CaseTexts& texts, Work work, Ratios& ratios) {
    work.plan.hearers = hearers(work.act);
    std::printf("%s\n", work.name);
    const auto floor = measure_floor(work.plan);
    print("bare Beast, no server", floor, floor);
    bool complete = floor.load.complete;
    for (const Keeping keeping : work.keepings) {
        HostUnderTest host(texts, work.plan, keeping, work.act);
        const auto measured = host.round();
        print(word(keeping), measured, floor);
        ratios.note(std::string(work.name) + ", " + word(keeping), measured.cpu_us / floor.cpu_us);
        complete = complete && measured.load.complete;
    }
    return complete;
}

// Both durable before they tell, in turn, a few times over.
void compare_with_peer(const hosting::CaseTexts& texts, const std::string& peer, Work work) {
    work.plan.hearers = hearers(work.act);
    std::printf("%s\n", work.name);
    for (int round = 0; round < 3; ++round) {
        const auto floor = measure_peer(peer, work.plan);
        print("the peer", floor, floor);
        HostUnderTest host(texts, work.plan, Keeping::durable, work.act);
        print("durable first", host.round(), floor);
    }
}

// What a command costs when so many were before it in its session: the windows' last commands.
void growth(const hosting::CaseTexts& texts, Act act) {
    std::printf("one session of 12, %s, CPU per command at so many\n",
                act == Act::message ? "messages" : "shares to three");
    constexpr std::uint64_t window = 400;
    LoadPlan plan{.sessions = 1, .hearers = hearers(act), .burst = true, .seconds = 120};
    HostUnderTest host(texts, plan, Keeping::in_memory, act);
    std::uint64_t done = 0;
    double first = 0;
    const auto ends = act == Act::message ? std::vector<std::uint64_t>{500, 1'000, 5'000, 9'500}
                                          : std::vector<std::uint64_t>{500, 1'000, 4'500};
    for (const std::uint64_t end : ends) {
        host.commands_in_a_round(end - window - done);
        host.round();
        host.commands_in_a_round(window);
        const auto measured = host.round();
        done = end;
        if (first == 0) first = measured.cpu_us;
        std::printf("  %6llu: %7.1f us = %.2f of the first%s\n",
                    static_cast<unsigned long long>(end), measured.cpu_us, measured.cpu_us / first,
                    measured.load.complete ? "" : " INCOMPLETE");
    }
}

std::vector<Work> works(bool brief) {
    const LoadPlan one{.sessions = 1, .seconds = 3, .commands_per_session = 4'000};
    LoadPlan one_burst = one, fifty = one, fifty_burst = one;
    one_burst.burst = fifty_burst.burst = true;
    fifty.sessions = fifty_burst.sessions = 50;
    std::vector<Work> works = {
        {"50 sessions, one outstanding in each", fifty},
        {"50 sessions, every client one outstanding", fifty_burst},
        {"50 sessions, a share to three, one outstanding", fifty, Act::share}};
    if (brief) return works;
    works.push_back({"1 session, one outstanding", one});
    works.push_back({"1 session, every client one outstanding",
                     one_burst,
                     Act::message,
                     {Keeping::in_memory, Keeping::durable, Keeping::durable_slowly}});
    works.push_back({"50 sessions, shares to three, every client one", fifty_burst, Act::share});
    for (const int sessions : {1, 50, 200}) {
        LoadPlan plan = one;
        plan.sessions = sessions;
        plan.active_sessions = 1;
        static std::vector<std::string> names;
        names.reserve(3);
        names.push_back("one session of " + std::to_string(sessions) + " speaks");
        works.push_back({names.back().c_str(), plan, Act::message, {Keeping::in_memory}});
    }
    LoadPlan paced{.sessions = 200, .pace_ms = 3'000, .seconds = 20};
    works.push_back({"200 sessions at 20 acts a minute", paced});
    return works;
}

}  // namespace
}  // namespace casustafel::bench

int main(int count, char** words) {
    using namespace casustafel::bench;
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    bool brief = false, memory = false;
    std::string record, peer;
    for (int at = 1; at < count; ++at) {
        memory = memory || std::strcmp(words[at], "--memory") == 0;
        brief = brief || std::strcmp(words[at], "--short") == 0;
        if (std::strcmp(words[at], "--record") == 0 && at + 1 < count) record = words[at + 1];
        if (std::strcmp(words[at], "--peer") == 0 && at + 1 < count) peer = words[at + 1];
    }
    const auto texts = large_case();
    if (memory) {
        HostUnderTest host(texts, {.sessions = 10, .seconds = 0}, Keeping::in_memory, Act::message);
        std::printf("%.1f kB a participant\n", host.round().kb_per_participant);
        return 0;
    }
    if (!peer.empty()) {
        for (const Work& work : works(true)) compare_with_peer(texts, peer, work);
        return 0;
    }
    Ratios ratios(CASUSTAFEL_SOURCE_DIR "/tests/bench/ratios.tsv");
    std::printf(
        "CPU per command, and over the floor | commands | latency to the last hearer | sent\n");
    bool complete = true;
    for (const Work& work : works(brief)) complete = compare(texts, work, ratios) && complete;
    if (!brief)
        for (const Act act : {Act::message, Act::share}) growth(texts, act);
    ratios.close(record);
    return complete ? 0 : 1;
}
