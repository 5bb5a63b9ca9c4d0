#pragma once
// How much time has gone by, as far as there is evidence. A wall clock may be wrong by years at a
// start; what is done after thirty days must not rest on one look at it. Time in which the server
// ran counts; time in which it was off counts when it was less than a day; a larger step ahead
// counts only once the clock has gone a day further without being set back. It must not know what
// is done by it.
#include <cstdint>
#include <optional>
#include <string>

namespace casustafel::hosting {

class Calendar {
public:
    // At the start: what `value` gave when the server ran last, or nothing; then `newest_ms`, the
    // newest wall time that the logs know, is where it goes on from (0: there are none).
    void load(const std::optional<std::string>& value, std::int64_t newest_ms, std::int64_t wall_ms,
              std::int64_t steady_ms);
    // Looks at both clocks.
    void look(std::int64_t wall_ms, std::int64_t steady_ms);
    // Milliseconds; only differences mean something.
    std::int64_t now_ms() const { return now_ms_; }

    // What the next start is to know.
    std::string value() const;

private:
    bool read(const std::string& value);
    void take(std::int64_t ahead_ms, std::int64_t wall_ms);

    std::int64_t now_ms_ = 0;
    std::int64_t wall_ms_ = 0, steady_ms_ = 0;  // at the last look
    std::int64_t claimed_ms_ = 0;               // a step ahead that is not believed yet
    std::int64_t claimed_at_ms_ = 0;            // wall_ms when it was seen
};

}  // namespace casustafel::hosting
