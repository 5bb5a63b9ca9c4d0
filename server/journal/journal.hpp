#pragma once
// What whoever runs the server reads: notices as lines in one language, each with date, time and
// zone. However often one thing happens, it fills no disk: of one kind five lines at once and then
// one in ten seconds, which says how many were left out. A line is one line, whatever strangers
// typed into its arguments. An argument that is a network address becomes a number of this start
// alone, unless whoever runs the server wants to read addresses.
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

// Where lines go; the default puts the moment in front of them and writes them to stderr. For the
// journal of systemd, which knows the moment, it puts there how heavy the line is.
using Write = std::function<void(Weight, const std::string& line)>;
Write to_stderr();

enum class Addresses : std::uint8_t { hidden, shown };

class Journal {
public:
    using SteadyMs = std::function<std::int64_t()>;
    explicit Journal(text::Language, Write = to_stderr(), SteadyMs = {},
                     Addresses = Addresses::shown);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    // A line, unless there were too many of its kind lately. Any thread.
    void tell(const Notice&);
    // A line whatever there was before, with addresses: for what a start found of this machine.
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

    void write(const Notice&, std::uint64_t left_out, Addresses);
    void say_what_was_left_out(std::int64_t now_ms);
    std::string sentence(const Notice&, Addresses) const;
    std::string without_address(std::string argument) const;

    const text::Language language_;
    const Write write_;
    const SteadyMs now_ms_;
    const Addresses addresses_;
    const std::uint32_t salt_;  // of the numbers for addresses
    std::mutex mutex_;
    std::map<std::string, Kind> kinds_;
};

}  // namespace casustafel::journal
