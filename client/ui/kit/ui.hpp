#pragma once
// The kit's centre: one frame from input to draw data. It owns the letters, the painter and the
// record of what was drawn, and answers a widget's questions: is the mouse over me, have I focus,
// was I used? Hover and focus are names found in the record of the frame before, so a widget needs
// no identity but its name, focus stays put when data arrives, and a test can click by name.
// It knows no window system, no network and no file. ImGui serves as atlas and draw list only.
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assets/text/text.hpp"
#include "client/ui/kit/input.hpp"
#include "client/ui/paint/painter.hpp"

struct ImGuiContext;

namespace casustafel::ui {

class TextEditor;

struct Settings {
    float scale = 1;  // 1.0 … 2.0, on top of nothing: device pixels per logical pixel
    Contrast contrast = Contrast::light;
    text::Language language = text::Language::nl;
    bool sounds = false;              // quiet sounds for what comes in
    bool shared_workstation = false;  // nothing is kept on this machine
    bool operator==(const Settings&) const = default;
};

// How a widget stands in this frame.
struct Response {
    bool hovered = false;
    bool held = false;  // the mouse went down on it and is still over it
    bool focused = false;
    bool ring = false;       // focused, and reached by key: draw the ring
    bool activated = false;  // clicked, or Enter or Space
};

class Ui {
public:
    Ui(FontBytes fonts, Settings settings);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // One frame.
    // Starts a frame for a picture of this many device pixels.
    void begin_frame(const Input& input, int width_px, int height_px);
    // Draws what lies over the screen, moves focus, and returns the frame for a renderer. The data
    // live until the next begin_frame.
    const ImDrawData& end_frame();

    // Whether the frame just drawn asks for another at once (focus moved, letters arrived).
    bool wants_another_frame() const { return another_frame_; }
    // Seconds after which something on screen changes by itself; negative: nothing does.
    double wakes_after_seconds() const { return wakes_after_; }
    // A panel says when its clock changes.
    void wake_after(double seconds);

    // Settings.
    const Settings& settings() const { return settings_; }
    // The size of everything that this display asks for by itself.
    float usual_scale = 1;
    // Taken over at the start of the next frame.
    void change(Settings settings) { wanted_ = settings; }
    std::string say(text::Key key) const { return std::string(text::say(key, settings_.language)); }
    std::string say(text::Key key, std::initializer_list<std::string> arguments) const;

    // Where and when.
    Rect screen() const { return screen_; }
    // What is drawn from here on takes this part for the whole; what was the whole comes back, and
    // is given back afterwards.
    Rect draw_within(Rect part) { return std::exchange(screen_, part); }
    Layout layout() const { return layout_for(screen_.width()); }
    double seconds() const { return input_.seconds; }
    Painter& draw() { return painter_; }
    const Input& input() const { return input_; }

    // For widgets.
    // Writes the widget down and says how it stands. The rectangle is cut to what can be seen.
    Response touch(Widget widget);
    // Whether widgets of the current layer may be used: nothing modal lies over them.
    bool live() const { return painter_.layer() == top_layer_; }
    // Takes a key of this meaning out of this frame when it was pressed; on the top layer only.
    bool take(Intent intent);
    // The same whatever layer is on top: for what means one thing everywhere.
    bool take_anywhere(Intent intent);
    // A single letter: only while one of these areas has focus, or nothing has, and no field is
    // being typed in.
    bool take_letter(char letter, std::initializer_list<std::string_view> areas);
    // All strokes of this frame, for a focused field, which leaves what it does not use. Of a key
    // held down only what began where focus still is.
    std::vector<Stroke>& strokes() { return input_.strokes; }
    // Wheel notches over this rectangle, taken.
    float take_wheel(Rect area);

    // The area of the widgets that follow: F6 walks between areas.
    void area(std::string name) { area_ = std::move(name); }
    const std::string& area() const { return area_; }
    bool area_has_focus(std::string_view name) const { return focused_area_ == name; }

    const std::string& focused() const { return focused_; }
    // Gives focus; `by_key` shows the ring. A widget not drawn yet gets it when it is.
    void focus(std::string name, bool by_key = true);
    // On a screen that comes up with nothing in focus this widget has it, so that one can type at
    // once. To be said in each frame, while this is where the screen begins.
    void begin_with(std::string name) { begins_with_ = std::move(name); }
    // The widget took focus since the last frame.
    bool just_focused(std::string_view name) const {
        return focused_ == name && focused_before_ != name;
    }

    // The scrolling area that the widgets which follow are in; empty: none. A widget there that
    // gets focus out of sight moves the area's offset (kept as number "NAME.offset").
    std::string scroll_area;

    // Layers.
    // What follows lies over the screen and takes all input; focus goes to `first` (or the first
    // widget) and comes back when the layer is no longer drawn.
    void push_layer(std::string first = {});
    void pop_layer();
    // Draws this over everything at the end of the frame, one layer up.
    void overlay(std::function<void(Ui&)> draw) { overlays_.push_back(std::move(draw)); }

    // What waits while somebody points at it.
    // The person typed or clicked just now: what changes follows from that and need not wait.
    bool acted_here() const;
    // The mouse is over this, on the top layer.
    bool pointed_at(Rect area) const;
    // A length that waits while the mouse is busy over this area, so that nothing there moves under
    // it by itself. After some seconds of rest it takes what is wanted.
    float still(const std::string& name, float wanted, Rect over);
    // What a list showed, from top to bottom, when it was last drawn.
    struct ShownRow {
        std::size_t key;
        float height;
        bool fresh = false;  // came in below while somebody pointed at the list
    };
    struct ShownRows {
        int frame = 0;
        std::vector<ShownRow> rows{};
        std::vector<std::size_t> given{};  // the rows in the order in which the panel gave them
    };
    // Empty when the list was not there in the frame before.
    ShownRows shown_before(const std::string& list) const;
    void note_shown(const std::string& list, ShownRows rows);
    // What stands in a field now that its keys were taken in.
    void note_field(const std::string& field, FieldText text) {
        recorder_.note_field(field, std::move(text));
    }
    // What the screen says without having been asked, as long as it stands there.
    void note_status(std::string words) { recorder_.note_status(std::move(words)); }
    // A mistake of a panel that tests find in the record.
    void note_fault(std::string fault) { recorder_.note_fault(std::move(fault)); }

    // Memory of widgets.
    // Numbers a widget keeps between frames (an open list, a scroll position) by its name.
    int& number(const std::string& name) { return numbers_[name]; }
    // Where a scrolling area has what it may not cut, from the frame before.
    std::vector<Rect>& wholes(const std::string& name) { return wholes_[name]; }
    TextEditor& editor() { return *editor_; }
    std::string editing;  // the field the editor holds, by name
    bool typing() const { return typing_; }
    bool typing_before() const { return typing_before_; }
    void set_typing() { typing_ = true; }
    // A field says by how many characters it is over its limit. What is sent from the same layer
    // asks by how much all of it is: in this frame, or in the one before for what is drawn before.
    void note_excess(const std::string& field, std::size_t excess);
    std::size_t excess() const;
    std::size_t excess_of(const std::string& field) const;
    // Where the caret is, for input methods; empty when no field has focus.
    Rect caret;

    // The person wants nothing that moves by itself: the caret stays and does not blink.
    bool calm = false;

    // Clipboard of the machine; tests leave them as they are. False: the text is not on it, or
    // the machine has yet to say so and tells the person itself.
    std::function<std::string()> paste = [this] { return own_clipboard_; };
    std::function<bool(const std::string&)> copy = [this](const std::string& text) {
        own_clipboard_ = text;
        return true;
    };

    // What the frame before showed.
    const Recorder& last_record() const { return before_; }

    // For tests.
    const Recorder& record() const { return recorder_; }
    int top_layer() const { return top_layer_; }

private:
    void apply_settings();
    void find_hovered();
    void note_what_slid_in();
    void note_mouse();
    void move_focus();
    void follow_layers();
    void enter_layer_in_place_of_another();
    void bring_into_sight(const Rect& whole);
    std::string arrow_target(Intent intent) const;
    void drop_stale_repeats();
    bool counts_as_press(const Widget* under);
    bool stayed_the_same(const Widget& widget) const;
    std::size_t meaning_of(const Widget& widget) const;

    ImGuiContext* context_;
    Settings settings_, wanted_;
    std::unique_ptr<Fonts> fonts_;
    Recorder recorder_, before_;
    Painter painter_;
    std::unique_ptr<TextEditor> editor_;

    Input input_;
    Rect screen_;
    int layer_ = 0, deepest_layer_ = 0, top_layer_ = 0;
    std::string area_;
    std::string hot_, held_, held_label_, pressed_, clicked_, arrow_activated_;
    std::size_t pressed_meaning_ = 0;  // of what the mouse went down on last,
    bool second_click_ = false;        // as the second of a double click
    std::string key_went_to_;          // what had focus when the last key went down, and
    int key_went_to_layer_ = 0;        // what lay on top
    Point rests_at_{-1, -1};           // where the mouse came to rest, and
    std::string under_rest_;           // what lay under it in the last frame
    double slid_in_seconds_ = -1;
    std::string focused_, focused_before_, focused_area_, wanted_focus_, begins_with_;
    std::vector<std::string> focus_below_, first_of_layer_;
    bool ring_ = false, typing_ = false, typing_before_ = false, another_frame_ = false;
    double wakes_after_ = -1;
    std::vector<std::function<void(Ui&)>> overlays_;
    std::map<std::string, int> numbers_;
    std::map<std::string, std::vector<Rect>> wholes_;
    struct Still {
        int frame;
        float length;
    };
    std::map<std::string, Still> stills_;
    std::map<std::string, ShownRows> shown_;
    int frame_ = 0;
    double mouse_moved_seconds_ = -1000;
    Point mouse_before_{-1, -1};
    bool clicked_before_ = false, typed_ago_[2] = {};  // in the frame before, and now and before
    std::string own_clipboard_;
    struct Excess {
        int layer;
        std::size_t characters;
    };
    std::map<std::string, Excess> excess_, excess_before_;  // by field
};

}  // namespace casustafel::ui
