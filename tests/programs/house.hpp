#pragma once
// A server with a data directory of its own and what is needed to hold a session at it.
#include <filesystem>
#include <memory>
#include <string>

#include "child.hpp"

namespace casustafel::programs {

// A directory that is gone when its object is.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

class Server {
public:
    // Starts it on a free port of 127.0.0.1 and waits until it listens.
    explicit Server(Words more = {});

    // After `kill_now` or `stop`: again, at the same address and on the same data.
    void start_again();
    void kill_now() { child_->kill_now(); }
    // Asks it to stop, and gives its exit code.
    int stop();

    Child& child() { return *child_; }
    const std::string& url() const { return url_; }
    const std::string& key() const { return key_; }
    const std::string& data() const { return data_; }
    // From the next start on: another directory; from now on: another key.
    void use_data(const std::string& data) { data_ = data; }
    void use_key(const std::string& key) { key_ = key; }
    std::string port() const { return url_.substr(url_.rfind(':') + 1); }
    const Scratch& scratch() const { return scratch_; }

    // `casustafel trainer` at this server.
    Ended trainer(Words words, bool json = true) const;
    // A new session of this case; its code.
    std::string new_session(const std::string& scenario = "oefentafel") const;
    // `casustafel join` at this server, typing to come.
    std::unique_ptr<Child> join(const std::string& code, const std::string& name,
                                Words more = {}) const;
    std::unique_ptr<Child> bots(const std::string& code, const std::string& persona,
                                Words more = {}) const;

private:
    void start(const std::string& listen);

    Scratch scratch_;
    std::string data_ = scratch_ / "data";
    Words more_;
    std::string url_, key_;
    std::unique_ptr<Child> child_;
};

// The folder of cases in the sources.
std::string scenarios();

// GET of a path over plain HTTP: the whole answer, headers included; empty when nobody answers.
// Runs `casustafel` with this trainer key in its environment.
Ended run_with_key(const std::string& key, const Words& words);

std::string http_get(const std::string& port, const std::string& path);

// How often the log of a session holds an event of this kind, e.g. "roles_swapped".
// With `prompt`, only those of that one.
int times_in_log(const Server& server, const std::string& code, const std::string& event,
                 const std::string& prompt = {});
// Fails the test when deciding the log again gives anything else.
void expect_verified(const Server& server, const std::string& code);

}  // namespace casustafel::programs
