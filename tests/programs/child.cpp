#include "child.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

namespace casustafel::programs {
namespace {

using Clock = std::chrono::steady_clock;

int left_ms(Clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(0, left));
}

[[noreturn]] void become_program(const Words& words, int in, int out, int err) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test program that crashes leaves nobody behind
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    std::signal(SIGPIPE, SIG_DFL);
    std::vector<char*> arguments = {const_cast<char*>(CASUSTAFEL_PROGRAM)};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(CASUSTAFEL_PROGRAM, arguments.data());
    _exit(127);
}

}  // namespace

Child::Child(const Words& words) {
    std::signal(SIGPIPE,
                SIG_IGN);  // typing to somebody who left is an error, not the end of the test
    for (const std::string& word : words) call_ += " " + word;
    int in[2], out[2], err[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipes left");
    }
    id_ = fork();
    if (id_ == 0) become_program(words, in[0], out[1], err[1]);
    close(in[0]);
    close(out[1]);
    close(err[1]);
    in_ = in[1];
    out_ = out[0];
    err_ = err[0];
}

Child::~Child() {
    if (!code_) {
        kill(id_, SIGKILL);
        reap(true);
    }
    for (const int end : {in_, out_, err_}) {
        if (end >= 0) close(end);
    }
    if (testing::Test::HasFailure() && !errors_.empty()) {
        std::fprintf(stderr, "stderr of casustafel%s:\n%s\n", call_.c_str(), errors_.c_str());
    }
}

void Child::take(int& end, std::string& into) {
    char bytes[65536];
    const auto count = read(end, bytes, sizeof bytes);
    if (count > 0) {
        into.append(bytes, static_cast<std::size_t>(count));
        return;
    }
    close(end);
    end = -1;
}

bool Child::listen(Clock::time_point until) {
    if (out_ < 0 && err_ < 0) return false;
    pollfd ends[2] = {{out_, POLLIN, 0}, {err_, POLLIN, 0}};  // poll skips an end of -1
    if (poll(ends, 2, left_ms(until)) <= 0) return true;
    if (ends[1].revents != 0) take(err_, errors_);
    if (ends[0].revents != 0) take(out_, said_);
    for (auto end = said_.find('\n', cut_); end != std::string::npos;
         end = said_.find('\n', cut_)) {
        lines_.push_back(said_.substr(cut_, end - cut_));
        cut_ = end + 1;
    }
    return true;
}

std::optional<std::string> Child::line(std::chrono::milliseconds within) {
    const auto until = Clock::now() + within;
    while (lines_.empty()) {
        if (!listen(until) || out_ < 0) break;
        if (lines_.empty() && Clock::now() >= until) return std::nullopt;
    }
    if (lines_.empty()) return std::nullopt;
    std::string first = std::move(lines_.front());
    lines_.pop_front();
    return first;
}

std::optional<std::string> Child::line_where(const std::function<bool(const std::string&)>& wanted,
                                             std::chrono::milliseconds within) {
    const auto until = Clock::now() + within;
    while (auto next = line(std::chrono::milliseconds(left_ms(until)))) {
        if (wanted(*next)) return next;
    }
    ADD_FAILURE() << "the line did not come from: casustafel" << call_ << "\nit said:\n" << said_;
    return std::nullopt;
}

std::optional<std::string> Child::line_with(const std::string& part,
                                            std::chrono::milliseconds within) {
    SCOPED_TRACE("waiting for: " + part);
    return line_where([&](const std::string& line) { return line.find(part) != std::string::npos; },
                      within);
}

bool Child::complains(const std::string& part, std::chrono::milliseconds within) {
    const auto until = Clock::now() + within;
    while (errors_.find(part) == std::string::npos) {
        if (!listen(until) || Clock::now() >= until) {
            ADD_FAILURE() << "no \"" << part << "\" on stderr of: casustafel" << call_ << "\n"
                          << errors_;
            return false;
        }
    }
    return true;
}

void Child::type(const std::string& text) { type_bytes(text + "\n"); }

void Child::type_bytes(const std::string& bytes) {
    std::size_t written = 0;
    while (written < bytes.size()) {
        const auto count = write(in_, bytes.data() + written, bytes.size() - written);
        if (count <= 0) {
            ADD_FAILURE() << "nobody reads what is typed to: casustafel" << call_;
            return;
        }
        written += static_cast<std::size_t>(count);
    }
}

void Child::hang_up() {
    for (int* end : {&out_, &err_}) {
        if (*end >= 0) close(*end);
        *end = -1;
    }
}

void Child::end_of_input() {
    if (in_ >= 0) close(in_);
    in_ = -1;
}

bool Child::reap(bool wait) {
    int status = 0;
    if (waitpid(id_, &status, wait ? 0 : WNOHANG) != id_) return false;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return true;
}

int Child::exit_code(std::chrono::milliseconds within) {
    const auto until = Clock::now() + within;
    while (Clock::now() < until) {
        if (!listen(until)) break;  // both ends closed: it is going or gone
    }
    if (!code_ && out_ < 0 && err_ < 0) reap(true);
    if (code_) return *code_;
    ADD_FAILURE() << "still runs: casustafel" << call_ << "\nit said:\n" << said_ << errors_;
    return -1;
}

void Child::kill_now() {
    signal(SIGKILL);
    reap(true);
}

void Child::signal(int number) const {
    if (!code_) kill(id_, number);
}

std::vector<std::string> Ended::lines() const {
    std::vector<std::string> all;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
}

Ended run(const Words& words, const std::string& input) {
    Child child(words);
    if (!input.empty()) child.type_bytes(input);
    child.end_of_input();
    const int code = child.exit_code();
    return {code, child.said(), child.errors()};
}

}  // namespace casustafel::programs
