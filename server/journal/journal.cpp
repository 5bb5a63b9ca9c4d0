#include "server/journal/journal.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>
#include <utility>

#include <arpa/inet.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casustafel::journal {
namespace {

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

spdlog::level::level_enum level_of(Weight weight) {
    switch (weight) {
        case Weight::plain: return spdlog::level::info;
        case Weight::warning: return spdlog::level::warn;
        case Weight::error: break;
    }
    return spdlog::level::err;
}

// Nothing in it can end the line, colour a terminal or fill a disk.
std::string harmless(std::string argument) {
    for (char& byte : argument) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 || value == 0x7f) byte = ' ';
    }
    if (argument.size() <= longest_argument_bytes) return argument;
    std::size_t end = longest_argument_bytes;
    while (end > 0 && (static_cast<unsigned char>(argument[end]) & 0xc0) == 0x80) --end;
    return argument.substr(0, end) + "…";
}

// An address of one machine or of a network ("2001:db8::/64"), with or without a port.
bool is_address(std::string text) {
    text = text.substr(0, text.find('/'));
    if (text.starts_with('[')) text = text.substr(1, text.find(']') - 1);
    const bool with_port = std::count(text.begin(), text.end(), ':') == 1;
    if (with_port) text = text.substr(0, text.find(':'));
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

// The journal of systemd reads from "<4>" how heavy a line is.
const char* priority(Weight weight) {
    switch (weight) {
        case Weight::plain: return "<6>";
        case Weight::warning: return "<4>";
        case Weight::error: break;
    }
    return "<3>";
}

// Whether stderr is the stream that the journal of systemd gave this process.
bool stderr_is_the_journal() {
    const char* const named = std::getenv("JOURNAL_STREAM");
    struct stat here {};
    if (named == nullptr || ::fstat(STDERR_FILENO, &here) != 0) return false;
    return std::to_string(here.st_dev) + ":" + std::to_string(here.st_ino) == named;
}

}  // namespace

Write to_stderr() {
    if (stderr_is_the_journal())
        return [](Weight weight, const std::string& line) {
            std::cerr << std::string(priority(weight)) + line + "\n" << std::flush;
        };
    auto logger = std::make_shared<spdlog::logger>(
        "casustafel", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_pattern("%Y-%m-%d %H:%M:%S %z %^%l%$ %v");
    return
        [logger](Weight weight, const std::string& line) { logger->log(level_of(weight), line); };
}

Journal::Journal(text::Language language, Write write, SteadyMs now_ms, Addresses addresses)
    : language_(language),
      write_(std::move(write)),
      now_ms_(now_ms ? std::move(now_ms) : SteadyMs(steady_ms)),
      addresses_(addresses),
      salt_(std::random_device{}()) {}

Journal::~Journal() {
    const std::lock_guard guard(mutex_);
    say_what_was_left_out(INT64_MAX);
}

void Journal::tell(const Notice& notice) {
    const std::lock_guard guard(mutex_);
    const std::int64_t now_ms = now_ms_();
    Kind& kind = kinds_.try_emplace(notice.sentence, Kind{lines_at_once, now_ms, 0}).first->second;
    const std::int64_t earned = (now_ms - kind.refilled_ms) / then_a_line_every_ms;
    kind.refilled_ms += earned * then_a_line_every_ms;
    kind.lines_left =
        static_cast<int>(std::min<std::int64_t>(kind.lines_left + earned, lines_at_once));
    if (kind.lines_left == 0) {
        ++kind.left_out;
    } else {
        --kind.lines_left;
        write(notice, std::exchange(kind.left_out, 0), addresses_);
    }
    say_what_was_left_out(now_ms);
}

void Journal::say(const Notice& notice) {
    const std::lock_guard guard(mutex_);
    write(notice, 0, Addresses::shown);
}

// The same address has the same number until the server stops, so that lines can be compared; four
// signs with a salt tell nobody which address it was.
std::string Journal::without_address(std::string argument) const {
    if (!is_address(argument)) return argument;
    std::uint32_t number = salt_;
    for (const char byte : argument)
        number = (number ^ static_cast<unsigned char>(byte)) * 16777619U;
    std::array<char, 5> digits{};
    std::snprintf(digits.data(), digits.size(), "%04x", (number ^ (number >> 16U)) & 0xffffU);
    return text::say(text::Key::log_hidden_address, language_,
                     std::vector<std::string>{digits.data()});
}

std::string Journal::sentence(const Notice& notice, Addresses addresses) const {
    std::vector<std::string> arguments = notice.arguments;
    for (std::string& each : arguments) {
        each = harmless(std::move(each));
        if (addresses == Addresses::hidden) each = without_address(std::move(each));
    }
    const auto key = text::find(notice.sentence);
    return key ? text::say(*key, language_, arguments) : notice.sentence;
}

void Journal::write(const Notice& notice, std::uint64_t left_out, Addresses addresses) {
    std::string line = sentence(notice, addresses);
    if (left_out > 0)
        line += " " + sentence({"log.left_out", {std::to_string(left_out)}}, Addresses::shown);
    write_(notice.weight, line);
}

// What stopped happening is still told, at the next line of anything.
void Journal::say_what_was_left_out(std::int64_t now_ms) {
    for (auto& [name, kind] : kinds_) {
        if (kind.left_out == 0 || now_ms - kind.refilled_ms < then_a_line_every_ms) continue;
        const std::string times = std::to_string(std::exchange(kind.left_out, 0));
        write({"log.left_out_of", {times, name}}, 0, Addresses::shown);
    }
}

}  // namespace casustafel::journal
