// What whoever runs the server is told: by systemd's socket, by lines in a journal, by `--help` in
// the own language, and by the addresses that are printed.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <regex>

#include "house.hpp"

namespace casustafel::programs {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// A variable that children inherit, for as long as this lives.
class Environment {
public:
    Environment(const char* name, const std::string& value) : name_(name) {
        ::setenv(name, value.c_str(), 1);
    }
    ~Environment() { ::unsetenv(name_); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
};

// The socket on which systemd listens. `name` begins with '@' when it is no file.
class ServiceManager {
public:
    explicit ServiceManager(const std::string& name) : socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
        sockaddr_un here{};
        here.sun_family = AF_UNIX;
        std::memcpy(here.sun_path, name.data(), name.size());
        if (name.front() == '@') here.sun_path[0] = '\0';
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&here), size), 0);
    }
    ~ServiceManager() { ::close(socket_); }
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    // The next thing it is told; empty when nothing comes.
    std::string hears() const {
        pollfd one{socket_, POLLIN, 0};
        if (::poll(&one, 1, static_cast<int>(patience.count())) <= 0) return {};
        char bytes[512];
        const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
        return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
    }

private:
    int socket_;
};

TEST(ServiceManagerIsTold, that_the_server_is_ready_alive_and_stopping) {
    const Scratch scratch;
    for (const std::string& name :
         {scratch / "notify", "@casustafel-test-" + std::to_string(::getpid())}) {
        const ServiceManager manager(name);
        const Environment socket("NOTIFY_SOCKET", name);
        const Environment watchdog("WATCHDOG_USEC", "200000");
        Server server;
        EXPECT_EQ(manager.hears(), "READY=1") << name;
        EXPECT_EQ(manager.hears(), "WATCHDOG=1") << name;
        EXPECT_EQ(manager.hears(), "WATCHDOG=1") << name;
        EXPECT_EQ(server.stop(), 0);
        std::string last;
        for (last = manager.hears(); last == "WATCHDOG=1";) last = manager.hears();
        EXPECT_EQ(last, "STOPPING=1") << name;
    }
}

TEST(ServiceManagerIsTold, nothing_where_it_did_not_ask_or_by_a_start_that_fails) {
    for (const char* name : {"", "/nowhere/at/all", "relative", "@"}) {
        const Environment socket("NOTIFY_SOCKET", name);
        Server server;
        EXPECT_EQ(server.stop(), 0) << name;
    }
    const Scratch scratch;
    const ServiceManager manager(scratch / "notify");
    const Environment socket("NOTIFY_SOCKET", scratch / "notify");
    EXPECT_EQ(run({"serve", "--listen", "192.0.2.1:4000", "--data", scratch / "data"}).code, 1);
    Server good;
    EXPECT_EQ(manager.hears(), "READY=1") << "the failed start said nothing before it";
}

TEST(OperatorLines, have_a_date_with_its_zone_and_no_secret) {
    Server server;
    const std::string key = server.key(), code = server.new_session();
    server.use_key("VERKEERDESLEUTEL");
    for (int times = 0; times < 12; ++times) EXPECT_NE(server.trainer({"list"}).code, 0);
    server.use_key(key);
    EXPECT_EQ(server.stop(), 0);
    const std::string& lines = server.child().errors();
    const std::regex wrong(
        R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:?\d\d \S*warning\S* Verkeerde trainersleutel, van adres [0-9a-f]{4}\.)");
    EXPECT_TRUE(std::regex_search(lines, wrong)) << lines;
    for (const std::string& secret : {key, std::string("VERKEERDESLEUTEL"), code})
        EXPECT_FALSE(says(lines, secret)) << lines;
}

TEST(OperatorLines, tell_of_a_folder_without_cases) {
    const Scratch scratch;
    const Words words = {"serve",  "--listen",       "192.0.2.1:4000",
                         "--data", scratch / "data", "--scenarios"};
    Words nowhere = words, empty = words;
    nowhere.push_back(scratch / "nowhere");
    std::filesystem::create_directories(scratch / "empty");
    empty.push_back(scratch / "empty");
    EXPECT_TRUE(says(run(nowhere).err, "is niet te lezen")) << run(nowhere).err;
    EXPECT_TRUE(says(run(empty).err, "staat geen casus")) << run(empty).err;
}

TEST(ListeningLine, names_addresses_that_people_can_type) {
    const Scratch scratch;
    Child server(
        {"serve", "--listen", "0.0.0.0:0", "--data", scratch / "data", "--scenarios", scenarios()});
    ASSERT_TRUE(server.line_with("trainer-key "));
    EXPECT_TRUE(says(server.said(), "listening http://")) << server.said();
    EXPECT_FALSE(says(server.said(), "0.0.0.0")) << server.said();
}

// The verbs of the program, nested ones as they are called.
const std::vector<Words> verbs = {
    {},         {"serve"},  {"trainer"},  {"join"},      {"bots"},        {"replay"},
    {"report"}, {"verify"}, {"export"},   {"backup"},    {"restore"},     {"salvage"},
    {"check"},  {"schema"}, {"rehearse"}, {"reference"}, {"trainer-key"}, {"trainer-key", "new"}};

TEST(Help, is_in_dutch_and_in_english_to_who_asks_for_english) {
    for (Words words : verbs) {
        words.push_back("--help");
        const Ended dutch = run(words);
        EXPECT_EQ(dutch.code, 0);
        EXPECT_EQ(dutch.err, "") << "it names the texts that are missing";
        EXPECT_TRUE(says(dutch.out, "Gebruik:")) << dutch.out;
        for (const char* english : {"Usage", "Options", "Subcommands", "REQUIRED", "TEXT", "INT",
                                    "Print this", "Positionals", "Env:"})
            EXPECT_FALSE(says(dutch.out, english)) << english << "\n" << dutch.out;
        words.insert(words.begin(), {"--language", "en"});
        const Ended english = run(words);
        EXPECT_TRUE(says(english.out, "Usage:")) << english.out;
        EXPECT_FALSE(says(english.out, "Gebruik")) << english.out;
    }
}

}  // namespace
}  // namespace casustafel::programs
