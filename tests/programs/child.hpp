#pragma once
// A program run as its users run it: its own process, lines in and lines out. Every wait has a
// deadline and fails the test with what was said so far; nothing sleeps. A child never outlives its
// object.
#include <sys/types.h>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace casustafel::programs {

// Long enough for a machine that does five other things; nothing that works takes as long.
inline constexpr std::chrono::milliseconds patience{30'000};

using Words = std::vector<std::string>;

class Child {
public:
    // Starts `casustafel` with these words; its input is a pipe.
    explicit Child(const Words& words);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // The next line of stdout; nothing at its end or when the time is up.
    std::optional<std::string> line(std::chrono::milliseconds within = patience);
    // The first line from here on of which this is true; nothing, and a failed test, when none
    // comes.
    std::optional<std::string> line_where(const std::function<bool(const std::string&)>& wanted,
                                          std::chrono::milliseconds within = patience);
    // The first line from here on that holds this text.
    std::optional<std::string> line_with(const std::string& part,
                                         std::chrono::milliseconds within = patience);
    // Waits until stderr holds this text; a failed test when it does not come.
    bool complains(const std::string& part, std::chrono::milliseconds within = patience);

    // Types one line; whatever the program does not take fails the test.
    void type(const std::string& text);
    void type_bytes(const std::string& bytes);
    void end_of_input();
    // Reads nothing more of what it says, as `| head -1` does.
    void hang_up();

    // Waits for the end and gives the exit code; -1, and a failed test, when it does not come.
    int exit_code(std::chrono::milliseconds within = patience);
    // Ends it at once, as a power cut would.
    void kill_now();
    void signal(int number) const;

    pid_t id() const { return id_; }
    // Everything on stdout that `line` has not given yet, and everything on stderr; complete after
    // the end.
    const std::deque<std::string>& unread() const { return lines_; }
    const std::string& errors() const { return errors_; }
    // All of stdout so far.
    const std::string& said() const { return said_; }

private:
    // Takes in what the child says until something new came or the time is up; false at the end of
    // both.
    bool listen(std::chrono::steady_clock::time_point until);
    void take(int& end, std::string& into);
    bool reap(bool wait);

    pid_t id_ = -1;
    int in_ = -1, out_ = -1, err_ = -1;
    std::optional<int> code_;
    std::string said_, errors_;
    std::size_t cut_ = 0;  // what of said_ stands in lines_ or was given
    std::deque<std::string> lines_;
    std::string call_;
};

// What a program that ran to its end left behind.
struct Ended {
    int code = -1;
    std::string out, err;
    // The lines of stdout.
    std::vector<std::string> lines() const;
};

// Runs `casustafel` to its end with this input.
Ended run(const Words& words, const std::string& input = "");

}  // namespace casustafel::programs
