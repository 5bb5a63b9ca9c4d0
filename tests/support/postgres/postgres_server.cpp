#include "tests/support/postgres/postgres_server.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <vector>

namespace casustafel::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const std::string& what) {
    std::fprintf(stderr, "the tests' own PostgreSQL: %s\n", what.c_str());
    std::abort();
}

// Whom it runs as: its own user where Debian made one, or else nobody.
const passwd& other_user() {
    const passwd* user = ::getpwnam("postgres");
    if (!user) user = ::getpwnam("nobody");
    if (!user) give_up("no user to run it as");
    return *user;
}

std::vector<std::string> split(const std::string& words) {
    std::istringstream in(words);
    std::vector<std::string> all;
    for (std::string word; in >> word;) all.push_back(word);
    return all;
}

// Starts a program of PostgreSQL that ends with this process at the latest.
pid_t spawn(const std::string& program, const std::string& words, const std::string& folder) {
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int log = ::open((folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    ::dup2(log, 1);
    ::dup2(log, 2);
    if (::getuid() == 0) {
        const passwd& user = other_user();
        if (::setgid(user.pw_gid) != 0 || ::setuid(user.pw_uid) != 0) ::_exit(3);
    }
    ::prctl(PR_SET_PDEATHSIG, SIGINT);
    if (::getppid() != parent) ::_exit(3);
    std::vector<std::string> all = split(words);
    all.insert(all.begin(), program);
    std::vector<char*> arguments;
    for (std::string& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv((std::string(CASUSTAFEL_POSTGRES_PROGRAMS "/") + program).c_str(), arguments.data());
    ::_exit(3);
}

}  // namespace

PostgresServer::PostgresServer(std::string settings) : settings_(std::move(settings)) {
    std::string made = (fs::temp_directory_path() / "casustafel-pg-XXXXXX").string();
    if (!::mkdtemp(made.data())) give_up("no folder");
    folder_ = made;
    ::chmod(folder_.c_str(), 0755);
    if (::getuid() == 0 && ::chown(folder_.c_str(), other_user().pw_uid, other_user().pw_gid) != 0)
        give_up("no folder of its own");
    run("initdb", "-D " + folder_ +
                      "/data -A trust -U casustafel -E UTF8 --locale=C --no-sync "
                      "--no-instructions");
    start();
}

PostgresServer::~PostgresServer() {
    stop();
    std::error_code error;
    fs::remove_all(folder_, error);
}

void PostgresServer::run(const std::string& program, const std::string& words) const {
    int status = 0;
    const pid_t child = spawn(program, words, folder_);
    if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0)
        give_up(program + " failed, see " + folder_ + "/log");
}

bool PostgresServer::answers() const {
    int status = 0;
    const pid_t child = spawn("pg_isready", "-q -h " + folder_, folder_);
    return ::waitpid(child, &status, 0) == child && status == 0;
}

void PostgresServer::start() {
    process_ = spawn("postgres",
                     "-D " + folder_ + "/data -k " + folder_ +
                         " -c listen_addresses= -c fsync=off -c shared_buffers=16MB "
                         "-c max_connections=60 -c autovacuum=off " +
                         settings_,
                     folder_);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < deadline)
        if (answers()) return;
    give_up("it does not start, see " + folder_ + "/log");
}

void PostgresServer::end(int signal) {
    if (process_ < 0) return;
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
}

void PostgresServer::stop() { end(SIGINT); }

void PostgresServer::kill() { end(SIGQUIT); }

std::string PostgresServer::through(const std::string& folder, const std::string& database) const {
    return "postgresql:///" + database + "?user=casustafel&host=" + folder;
}

std::string PostgresServer::new_database() {
    const std::string name =
        "test" + std::to_string(::getpid()) + "_" + std::to_string(++databases_);
    run("createdb", "-h " + folder_ + " -U casustafel -T template0 " + name);
    return through(folder_, name);
}

PostgresServer& PostgresServer::shared() {
    static PostgresServer server;
    return server;
}

}  // namespace casustafel::test
