#pragma once
// A server in a process of its own, so that its processor time and memory can be told from the
// driver's. The process is forked: make it before the program starts any thread. It dies with its
// parent.
#include <semaphore.h>
#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <new>

namespace casustafel::bench {

// Memory both processes see.
struct Shared {
    Shared();
    // The server says where it listens, once.
    void listens_at(std::uint16_t port);
    // Waits for that up to ten seconds, then 0.
    std::uint16_t port();

    std::atomic<std::uint64_t> commands{0};
    std::atomic<std::uint64_t> writes{0};  // sends handed to the kernel or to Beast

private:
    std::atomic<std::uint16_t> port_{0};
    sem_t listening_;
};

void* map_shared(std::size_t bytes);
void unmap_shared(void* memory, std::size_t bytes);

// A value that a forked process shares with its parent.
template <class Value>
class SharedMemory {
public:
    SharedMemory() : value_(new (map_shared(sizeof(Value))) Value) {}
    ~SharedMemory() { unmap_shared(value_, sizeof(Value)); }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    Value& operator*() const { return *value_; }
    Value* operator->() const { return value_; }

private:
    Value* value_;
};

class ServerProcess {
public:
    // Runs `serve` in the new process; it should not return.
    explicit ServerProcess(const std::function<void(Shared&)>& serve);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    // The port it listens on; waits for it up to ten seconds, then 0.
    std::uint16_t port() const { return shared_->port(); }
    const Shared& shared() const { return *shared_; }
    std::int64_t cpu_ns() const;      // of all its threads, so far
    std::int64_t private_kb() const;  // memory that is its own
    pid_t id() const { return child_; }

private:
    SharedMemory<Shared> shared_;
    pid_t child_ = -1;
};

}  // namespace casustafel::bench
