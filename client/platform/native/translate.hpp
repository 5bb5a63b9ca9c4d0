#pragma once
// From SDL's events to the kit's input. Keys and typed text are kept in their order, so a key that
// goes down and up within one frame is not lost. A frame holds at most one press and one release of
// the mouse at one place: what comes after belongs to the next frame. What a key means stands in
// client/ui/keys; here it only gets its neutral name.
#include <SDL_events.h>

#include "client/ui/kit/input.hpp"

namespace casustafel::platform {

class Translator {
public:
    // Starts a frame; `logical_per_unit` turns the window's units into logical pixels.
    void begin(float logical_per_unit);
    // Takes an event in; false when it must wait for the next frame.
    bool take(const SDL_Event& event);
    void mouse_left() { input_.mouse = {-1, -1}; }
    // Says whether the layout in use has Latin letters; an event tells when there is another.
    void use_layout(bool latin) { latin_layout_ = latin; }
    const ui::Input& input() const { return input_; }

private:
    bool take_button(const SDL_MouseButtonEvent& event);
    void take_key(const SDL_KeyboardEvent& event);
    void take_text(const char* text);

    ui::Input input_;
    float logical_per_unit_ = 1;
    bool buttons_used_ = false;
    bool latin_layout_ = true;
    ui::Modifiers beside_{};  // of the key that went down last,
    bool repeats_ = false;    // which was down already
};

// Whether the layout in use has Latin letters.
bool has_latin_letters();

}  // namespace casustafel::platform
