#pragma once
// A dialog over the screen: scrim, focus kept inside, Esc, the cross and "Annuleren" to close, and
// focus given back to where it was. Its upper edge stays while somebody works in it. The panel owns
// whether it is open; while a Dialog lives, what is drawn is drawn in it and the screen under it
// takes no input. It is as high as what is in it, if the panel says how high that is, and fills a
// narrow screen. It does not know what it is about.
#include <functional>
#include <string>
#include <string_view>

#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

class Dialog {
public:
    // Opens in the middle of the screen, no larger than it. `first` is the name of the widget that
    // gets focus. `title` empty: no bar on top.
    Dialog(Ui& ui, std::string name, float width, float height, std::string_view title,
           std::string first = {});
    // The same for a dialog from which something is sent: while there is no connection, a line
    // above its foot says that it is kept and sent later, or `kept` says what becomes of it.
    Dialog(const Panel& panel, std::string name, float width, float height, std::string_view title,
           std::string first = {}, Say kept = Say::ui_kept_offline);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    // What the panel draws in, under the title.
    Rect body;
    // The title bar right of the title and left of the cross, for a line of meta.
    Rect bar;
    // Cuts a strip off the top of the body that does not scroll: what it is about, or its steps.
    Rect cut_band(float height);
    // Cuts the strip for buttons off the bottom of the body, with a rule above it.
    Rect cut_footer(float height = 72);
    // The same with the usual height and padding.
    Rect cut_foot();
    // Draws the body as one page: the frame takes the height it needs, and on a screen that is too
    // low the page scrolls. `draw` draws in a rectangle of unlimited height and returns the height
    // it used. To be called after the strips were cut.
    void page(const std::function<float(Rect)>& draw);
    template <CutsWhatItUses Draw>
    void page(Draw draw) {
        page(height_used(std::move(draw)));
    }
    // The height that a page in the body can have without scrolling.
    float most_height() const;
    // The body needs this much height: from the next frame on the dialog is as high as that.
    void fit(float body_height);
    // "Annuleren", or another word, cut off the right of the row; it closes like Esc.
    void cancel(Rect& row, Say word = Say::ui_cancel);
    // Esc, the cross or "Annuleren". To be asked last, so that what lies inside may use Esc first.
    bool closed();

    Ui& ui() const { return ui_; }
    // Room left and right of what is in it.
    float padding() const;

private:
    bool place(float width, float height);
    float title_height() const;

    Ui& ui_;
    std::string name_;
    Rect frame_;
    float lowest_ = 0;  // how far down it may come
    std::string kept_;  // what to say above the foot; empty: nothing
    bool cancelled_ = false;
};

// The button that does what the dialog is for.
struct FootAct {
    std::string name, label;
    std::string why{};   // why it cannot be used now; empty: it can
    std::string note{};  // said in the same place when it can
    Icon icon = Icon::none;
    bool icon_last = false;
    bool by_key = true;  // Ctrl+Enter does it too
};

// The button alone, cut off the right of the row; true when it was used, by mouse or by key.
bool foot_button(Dialog& dialog, Rect& row, const FootAct& act);
// The button, "Annuleren" left of it, and in what is left of the row why it is grey or the note.
bool draw_foot(Dialog& dialog, Rect row, const FootAct& act);

}  // namespace casustafel::ui
