#include "house.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace casustafel::programs {

Scratch::Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "casustafel-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no place for scratch files");
    path_ = pattern;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string scenarios() { return CASUSTAFEL_SOURCE_DIR "/scenarios"; }

Server::Server(Words more) : more_(std::move(more)) { start("127.0.0.1:0"); }

void Server::start(const std::string& listen) {
    Words words = {"serve", "--listen", listen, "--data", data_, "--scenarios", scenarios()};
    words.insert(words.end(), more_.begin(), more_.end());
    child_ = std::make_unique<Child>(words);
    const auto listening = child_->line_with("listening ");
    if (!listening) throw std::runtime_error("the server does not start: " + child_->errors());
    url_ = listening->substr(10);
    if (!key_.empty()) return;
    const auto key = child_->line_with("trainer-key ");
    if (key) key_ = key->substr(12);
}

void Server::start_again() { start("127.0.0.1:" + port()); }

int Server::stop() {
    child_->signal(SIGTERM);
    return child_->exit_code();
}

Ended Server::trainer(Words words, bool json) const {
    Words call = {"trainer", "--server", url_};
    if (json) call.push_back("--json");
    call.insert(call.end(), words.begin(), words.end());
    return run_with_key(key_, call);
}

Ended run_with_key(const std::string& key, const Words& words) {
    ::setenv("CASUSTAFEL_TRAINER_KEY", key.c_str(), 1);
    const Ended ended = run(words);
    ::unsetenv("CASUSTAFEL_TRAINER_KEY");
    return ended;
}

std::string Server::new_session(const std::string& scenario) const {
    const Ended made = trainer({"new", scenario});
    EXPECT_EQ(made.code, 0) << made.out << made.err;
    return nlohmann::json::parse(made.out).at("code");
}

std::unique_ptr<Child> Server::join(const std::string& code, const std::string& name,
                                    Words more) const {
    Words call = {"join", "--server", url_, "--code", code, "--name", name};
    call.insert(call.end(), more.begin(), more.end());
    return std::make_unique<Child>(call);
}

std::unique_ptr<Child> Server::bots(const std::string& code, const std::string& persona,
                                    Words more) const {
    Words call = {"bots",      "--server", url_,          "--code",    code,
                  "--persona", persona,    "--scenarios", scenarios(), "--json"};
    call.insert(call.end(), more.begin(), more.end());
    return std::make_unique<Child>(call);
}

std::string http_get(const std::string& port, const std::string& path) {
    const int line = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(static_cast<std::uint16_t>(std::stoi(port)));
    inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
    const timeval patient{20, 0};
    setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patient, sizeof patient);
    std::string answer;
    if (connect(line, reinterpret_cast<sockaddr*>(&there), sizeof there) == 0) {
        const std::string question =
            "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        if (send(line, question.data(), question.size(), MSG_NOSIGNAL) > 0) {
            char bytes[4096];
            for (ssize_t count = 0; (count = recv(line, bytes, sizeof bytes, 0)) > 0;) {
                answer.append(bytes, static_cast<std::size_t>(count));
            }
        }
    }
    close(line);
    return answer;
}

int times_in_log(const Server& server, const std::string& code, const std::string& event,
                 const std::string& prompt) {
    const Ended log = run({"export", code, "--data", server.data()});
    EXPECT_EQ(log.code, 0) << log.err;
    int times = 0;
    for (const std::string& line : log.lines()) {
        const nlohmann::json record = nlohmann::json::parse(line);
        if (!record.contains("events")) continue;
        for (const nlohmann::json& each : record["events"])
            times += each.contains(event) &&
                     (prompt.empty() || each[event].value("prompt", "") == prompt);
    }
    return times;
}

void expect_verified(const Server& server, const std::string& code) {
    const Ended verified = run({"replay", code, "--data", server.data(), "--verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

}  // namespace casustafel::programs
