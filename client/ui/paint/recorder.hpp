#pragma once
// What was drawn in a frame, written down while it is drawn: every widget with its name, place and
// state, every line of text with its place and whether it was cut off. Three things live off this
// one record: which widget the mouse is over, the order in which Tab walks, and the tests, which
// click by name and prove that no text is clipped.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/paint/layout.hpp"
#include "client/ui/paint/theme.hpp"

namespace casustafel::ui {

enum class Kind : std::uint8_t {
    button,
    field,
    check,
    radio,
    segment,
    tab,
    row,
    select,
    link,
    backdrop,  // takes the mouse so that nothing under it does; never takes focus
};

// What stands in a field, for who cannot see it.
struct FieldText {
    std::string value;
    bool several_lines = false, wrong = false;
    std::size_t selection_begin = 0, selection_end = 0;  // characters; the caret when equal
};

struct Widget {
    std::string name;   // unique in a frame: "share.form.conclusion"
    std::string label;  // what a person reads on it
    Rect rect;          // the part that can be seen and clicked
    Kind kind = Kind::button;
    bool enabled = true;
    bool selected = false;
    bool hidden = false;  // scrolled out of sight: Tab reaches it and brings it back
    bool partly = false;  // only part of it is in sight
    std::string group;    // widgets of one group are one stop of Tab and arrows walk inside
    std::string area;     // F6 walks between areas
    int layer = 0;        // 0 the screen, 1 a dialog, higher what lies over it
    int order = 0;        // among all that was drawn in this frame
    FieldText field{};    // of a field

    bool takes_focus() const { return enabled && kind != Kind::backdrop; }
};

struct DrawnText {
    std::string text;
    Rect rect;
    bool clipped = false;     // drawn, and part of it cannot be seen
    bool shortened = false;   // ends in an ellipsis
    bool on_purpose = false;  // may be clipped: the inside of a field scrolls with its caret
    int layer = 0;
    Type type = Type::body;
    std::string whole{};  // of what is shortened
    int order = 0;        // among all that was drawn in this frame
};

class Recorder {
public:
    void clear();
    void add(Widget widget);
    void add(DrawnText text);
    // What stands in the field of this name, once its keys have been taken in.
    void note_field(std::string_view name, FieldText field);

    // What the screen says without having been asked: a screen reader says it when it appears.
    void note_status(std::string words) { statuses_.push_back(std::move(words)); }
    std::span<const std::string> statuses() const { return statuses_; }

    // What a panel did wrong, in words for its author.
    void note_fault(std::string fault) { faults_.push_back(std::move(fault)); }
    std::span<const std::string> faults() const { return faults_; }

    std::span<const Widget> widgets() const { return widgets_; }
    std::span<const DrawnText> texts() const { return texts_; }

    // The widget of this name, or nullptr.
    const Widget* find(std::string_view name) const;

    // The last drawn widget of this layer under the point, or nullptr.
    const Widget* at(Point point, int layer) const;

    // The names that two widgets of this frame share: a mistake of the panel.
    std::vector<std::string> doubled_names() const;

private:
    std::vector<Widget> widgets_;
    std::vector<DrawnText> texts_;
    std::vector<std::string> statuses_, faults_;
    int order_ = 0;
};

// Says where focus goes, as the name of a widget, and nothing when there is nowhere to go. Only the
// widgets of `layer` count. This is the next or previous stop of Tab: a group is one stop, entered
// at its selected widget or its first.
std::string next_stop(std::span<const Widget> widgets, std::string_view focused, int layer,
                      int direction);
// Says which is the next or previous widget of the focused widget's group, stopping at its ends.
std::string next_in_group(std::span<const Widget> widgets, std::string_view focused, int direction);
// Says which is the first stop of the next or previous area.
std::string next_area(std::span<const Widget> widgets, std::string_view focused, int layer,
                      int direction);

}  // namespace casustafel::ui
