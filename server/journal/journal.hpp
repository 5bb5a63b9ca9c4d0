#pragma once
// What whoever runs the server reads: notices as lines in one language, each with date, time and
// zone. However often one thing happens, it fills no disk: of one kind five lines at once and then
// one in ten seconds, which says how many were left out. A line is one line, whatever strangers
// typed into its arguments.
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "assets/text/text.hpp"
#include "server/journal/notice.hpp"

namespace casustafel::journal {

inline constexpr int lines_at_once = 5;
inline constexpr std::int64_t then_a_line_every_ms = 10'000;
inline constexpr std::size_t longest_argument_bytes = 200;

// Where lines go; the default puts the moment in front of them and writes them to stderr.
using Write = std::function<void(Weight, const std::string& line)>;
Write to_stderr();

class Journal {
public:
    using SteadyMs = std::function<std::int64_t()>;
    explicit Journal(text::Language, Write = to_stderr(), SteadyMs = {});
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    // A line, unless there were too many of its kind lately. Any thread.
    void tell(const Notice&);
    // A line whatever there was before: for what a start found.
    void say(const Notice&);
    // The same as `tell`, for rooms that are given a function; the journal must outlive it.
    Tell teller() {
        return [this](const Notice& notice) { tell(notice); };
    }

private:
    struct Kind {
        int lines_left = lines_at_once;
        std::int64_t refilled_ms = 0;
        std::uint64_t left_out = 0;
    };

    void write(const Notice&, std::uint64_t left_out);
    void say_what_was_left_out(std::int64_t now_ms);

    const text::Language language_;
    const Write write_;
    const SteadyMs now_ms_;
    std::mutex mutex_;
    std::map<std::string, Kind> kinds_;
};

}  // namespace casustafel::journal
