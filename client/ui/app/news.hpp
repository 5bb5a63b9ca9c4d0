#pragma once
// What a person is told without having looked: that the line is back and what came in meanwhile,
// that the trainer saw a call for help, a whisper, a note of something heard that was denied. It
// compares the view with how it was a frame ago, and tells each thing once; who shows it is App's
// affair.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

class News {
public:
    // Counts what comes in between the loss of the line and shortly after its return.
    void count(const model::Model& model, const std::vector<model::Change>& changes);

    // That one is back; call once a frame.
    std::vector<Tell> of_line(const Panel& panel);
    // What others did for a participant or to it; call once a frame.
    std::vector<Tell> of_others(const Panel& panel);

private:
    std::string missed(const Panel& panel) const;
    void look_at_onlookers(const Panel& panel, std::vector<Tell>& told);
    void look_at_move(const Panel& panel, std::vector<Tell>& told);
    void look_at_help(const Panel& panel, std::vector<Tell>& told);
    void look_at_whispers(const Panel& panel, std::vector<Tell>& told);
    void look_at_heard(const Panel& panel, std::vector<Tell>& told);
    void look_at_inquiries(const Panel& panel, std::vector<Tell>& told);
    void look_at_patterns(const Panel& panel, std::vector<Tell>& told);

    // What came in since the line was lost; told once, when one is back.
    struct Comeback {
        bool away = false, was_in = false;
        std::int64_t counting_until_ms = 0;  // views arrive shortly after the line is back
        int items = 0, messages = 0, requests = 0, notices = 0;
    };

    // What this role noted having heard, and how much its giver had shared with it then.
    struct Noted {
        std::string giver, text;
        std::ptrdiff_t shared = 0;
    };

    Comeback comeback_;
    std::string looked_at_in_;           // the session of those who look on
    std::set<std::uint32_t> onlookers_;  // who are here, as far as told
    // Each set holds those that were there when its owner was first looked at, or that were told.
    // What changes twice between two frames is told too: no set waits for a state to be drawn.
    std::string helped_;             // the person whose calls these are
    std::set<std::uint64_t> helps_;  // calls for help that were answered
    std::string whispered_to_;       // the role whose whispers these are
    std::set<std::uint64_t> whispers_;
    std::string inquired_by_;            // the role whose questions to outside these are
    std::set<std::uint64_t> inquiries_;  // those that were answered
    std::string patterns_of_;            // the role whose boards these are on
    std::set<std::string> patterns_;     // that lit up
    std::map<std::uint64_t, Noted> noted_;
    std::string noted_by_;  // the role
    std::optional<std::int64_t> move_untold_since_ms_;
    bool paused_before_ = false;
    std::uint64_t moves_ = 0;     // to another exercise, as far as told
    std::uint64_t declined_ = 0;  // wishes for a seat, as far as told
};

}  // namespace casustafel::ui
