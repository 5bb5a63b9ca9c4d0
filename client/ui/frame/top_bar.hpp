#pragma once
// The bar on top of every screen and the strips under it: the name of the program, connection,
// settings, and what is different from usual (offline, paused, refused, back again).
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct TableState;

// Something to tell that stays until it is closed. By key it follows a change of language.
struct Tell {
    Tone tone = Tone::neutral;
    std::string title, body;
    std::optional<text::Key> title_key{}, body_key{};
    bool operator==(const Tell&) const = default;
};

// What was begun and not sent: what it was for, and what was typed or chosen.
struct DraftNote {
    std::string title, text;
    std::function<void(TableState&)> discard{};  // forgets it
    std::function<void(TableState&)> resume{};   // opens what it was begun in; empty: cannot
};
struct RoleDrafts {
    std::string role, name;
    bool now = false;  // the role one has now
    std::vector<DraftNote> notes;
};

// Keys, each a word on a cap, and what they do.
struct KeyLine {
    std::vector<std::string> keys;
    text::Key says;
};

// The dialogs that lie over any screen: the keys, the terms, what was begun, how it works, the
// help with what one does at the table, a call for the trainer, a pause for everybody, who looks
// on.
enum class Help : std::uint8_t {
    none,
    keys,
    glossary,
    drafts,
    practice,
    guide,
    call,
    pause,
    onlookers
};
struct HelpState {
    Help open = Help::none;
    std::string search, term;  // glossary: typed, chosen
    ListState terms;
    int step = 0;                    // practice
    int topic = -1;                  // guide; below 0: that of what lies before the role now
    std::string about;               // of a call for the trainer
    std::vector<RoleDrafts> drafts;  // filled while they are shown
    std::vector<KeyLine> letters;    // of the acts on an item; filled where these are bound
    std::set<std::string> unfolded;  // of an earlier role, by role and title
    // What was asked for one of them, and of which role it is; done before the next frame.
    std::string draft_role;
    std::function<void(TableState&)> draft_wish{};
};

struct BarState {
    bool leave_asked = false;    // the person chose to leave; the screen asks for a confirmation
    bool triage_asked = false;   // chose to put the case up, or to accept it
    bool keys_open = false;      // the list of keys is shown
    Tell tell;                   // the newest; empty title: nothing
    Tell shown;                  // the one that was on the screen last
    std::vector<Tell> earlier;   // not closed yet when a newer one came
    std::string hidden;          // the standing strip that was closed
    std::optional<Tell> closed;  // what was told and closed in this frame
    std::string standing;        // the one there was in the frame before, and
    bool standing_is_newest = false;  // whether nothing was told since it came
    bool all_open = false;            // everything on top is shown in full
    bool retry_asked = false;         // wants to try the connection again
    HelpState help;
};

constexpr float bar_height = 64, bar_height_compact = 56;
float height_of_bar(const Ui& ui);

// Ground, rule and the program's name; returns what is left of the bar.
Rect draw_bar(Panel& panel, Rect bar);
// Cuts the connection off the right.
void draw_connection(Panel& panel, Rect& bar);
// Text size, contrast and language side by side, cut off the right (lobby).
void draw_settings(Panel& panel, Rect& bar);
// The same behind one button, with keys and leaving, cut off the right (table, trainer). `first` is
// what the screen itself has to choose; returns the key of those that was chosen, or nothing.
std::string draw_menu(Panel& panel, Rect& bar, BarState& state, bool can_leave,
                      const std::vector<Option>& first = {});

// The question whether to leave; true when the person said yes.
bool draw_leave_question(Panel& panel, BarState& state, std::string_view title,
                         std::string_view body, std::string_view act);

}  // namespace casustafel::ui
