#pragma once
// The kit without a window: a frame is drawn from input written by hand, with a clock that steps a
// fixed amount, and may be rasterised to a picture. Widgets are used by their names. Fonts come
// from Debian's folders.
#include <functional>
#include <string>
#include <vector>

#include "client/ui/kit/ui.hpp"
#include "client/ui/paint/picture.hpp"

namespace casustafel::ui {

FontBytes debian_fonts();

class Harness {
public:
    using Draw = std::function<void(Ui&)>;

    Harness(int width_px, int height_px, Draw draw, Settings settings = {});

    // Draws frames until nothing asks for another (at least one, at most eight).
    void settle();

    void click(const std::string& name, int clicks = 1);
    void hover(const std::string& name);
    void type(std::string_view text);
    void press(Key key, bool shift = false, bool control = false, bool alt = false);
    void press_letter(char letter, bool control = false, bool alt = false);
    // Goes down and repeats until it is let go, a frame for each.
    void hold(Key key, int repeats, bool control = false);
    void wheel(Point at, float notches);
    void pass(double seconds);

    bool shows(std::string_view name) const { return ui.record().find(name) != nullptr; }
    const Widget& widget(std::string_view name) const;
    // Whether this text stands on the screen, also as part of a line or over several.
    bool reads(std::string_view text) const;
    std::string everything() const;

    Picture picture();
    // Writes the picture to $CASUSTAFEL_PICTURES/name.png when that is set.
    void keep(const std::string& name);

    // One frame with this input.
    void frame(Input input);
    // What the last frame drew.
    const ImDrawData& data() const { return *data_; }

    Ui ui;
    int width_px, height_px;

private:
    Draw draw_;
    double seconds_ = 10;
    Point mouse_{-1, -1};
    const ImDrawData* data_ = nullptr;
};

// With every space a plain one.
std::string as_read(std::string text);

// What is wrong with the text on the screen, a line each: clipped, overlapping another text, or (if
// asked) shortened. Empty when all is well.
std::string text_faults(const Ui& ui, bool shortened_is_a_fault = false);

// Widgets smaller than the smallest target, cut in half by what they scroll in, or two of one name.
// Empty when all is well.
std::string widget_faults(const Ui& ui);

}  // namespace casustafel::ui
