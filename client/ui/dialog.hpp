#pragma once
// A dialog over the screen: scrim, focus kept inside, Esc and the cross to close, and focus given
// back to where it was. The panel owns whether it is open; while a Dialog lives, what is drawn is
// drawn in it and the screen under it takes no input.
#include <string>
#include <string_view>

#include "client/ui/ui.hpp"

namespace casustafel::ui {

class Dialog {
public:
    // Opens in the middle of the screen, no larger than it. `first` is the name of the widget that
    // gets focus. `title` empty: no bar on top.
    Dialog(Ui& ui, std::string name, float width, float height, std::string_view title,
           std::string first = {});
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    // What the panel draws in, under the title.
    Rect body;
    // The title bar right of the title and left of the cross, for a line of meta.
    Rect bar;
    // Cuts the strip for buttons off the bottom of the body, with a rule above it.
    Rect cut_footer(float height = 72);
    // Esc or the cross. To be asked last, so that what lies inside may use Esc first.
    bool closed();

private:
    Ui& ui_;
    std::string name_;
    Rect frame_;
};

}  // namespace casustafel::ui
