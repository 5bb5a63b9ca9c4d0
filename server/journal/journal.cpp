#include "server/journal/journal.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

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

std::string sentence(const Notice& notice, text::Language language) {
    std::vector<std::string> arguments = notice.arguments;
    for (std::string& each : arguments) each = harmless(std::move(each));
    const auto key = text::find(notice.sentence);
    return key ? text::say(*key, language, arguments) : notice.sentence;
}

}  // namespace

Write to_stderr() {
    auto logger = std::make_shared<spdlog::logger>(
        "casustafel", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_pattern("%Y-%m-%d %H:%M:%S %z %^%l%$ %v");
    return
        [logger](Weight weight, const std::string& line) { logger->log(level_of(weight), line); };
}

Journal::Journal(text::Language language, Write write, SteadyMs now_ms)
    : language_(language),
      write_(std::move(write)),
      now_ms_(now_ms ? std::move(now_ms) : SteadyMs(steady_ms)) {}

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
        write(notice, std::exchange(kind.left_out, 0));
    }
    say_what_was_left_out(now_ms);
}

void Journal::say(const Notice& notice) {
    const std::lock_guard guard(mutex_);
    write(notice, 0);
}

void Journal::write(const Notice& notice, std::uint64_t left_out) {
    std::string line = sentence(notice, language_);
    if (left_out > 0)
        line += " " + sentence({"log.left_out", {std::to_string(left_out)}}, language_);
    write_(notice.weight, line);
}

// What stopped happening is still told, at the next line of anything.
void Journal::say_what_was_left_out(std::int64_t now_ms) {
    for (auto& [name, kind] : kinds_) {
        if (kind.left_out == 0 || now_ms - kind.refilled_ms < then_a_line_every_ms) continue;
        const std::string times = std::to_string(std::exchange(kind.left_out, 0));
        write({"log.left_out_of", {times, name}}, 0);
    }
}

}  // namespace casustafel::journal
