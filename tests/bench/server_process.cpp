#include "server_process.hpp"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <new>
#include <string>

namespace casustafel::bench {
namespace {

constexpr int patience_seconds = 10;

}

Shared::Shared() { ::sem_init(&listening_, 1, 0); }

void Shared::listens_at(std::uint16_t port) {
    port_ = port;
    ::sem_post(&listening_);
}

std::uint16_t Shared::port() {
    timespec deadline{};
    ::clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += patience_seconds;
    while (port_ == 0) {
        if (::sem_clockwait(&listening_, CLOCK_MONOTONIC, &deadline) != 0 && errno != EINTR) break;
    }
    return port_;
}

void* map_shared(std::size_t bytes) {
    void* const memory =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    return memory;
}

void unmap_shared(void* memory, std::size_t bytes) { ::munmap(memory, bytes); }

ServerProcess::ServerProcess(const std::function<void(Shared&)>& serve) {
    std::fflush(nullptr);  // or the child prints it again
    child_ = ::fork();
    if (child_ != 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    serve(*shared_);
    ::_exit(0);
}

ServerProcess::~ServerProcess() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
}

std::int64_t ServerProcess::cpu_ns() const {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(child_, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return 0;
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

std::int64_t ServerProcess::private_kb() const {
    std::ifstream rollup("/proc/" + std::to_string(child_) + "/smaps_rollup");
    std::int64_t total = 0;
    for (std::string line; std::getline(rollup, line);)
        if (line.starts_with("Private_")) total += std::stoll(line.substr(line.find(':') + 1));
    return total;
}

}  // namespace casustafel::bench
