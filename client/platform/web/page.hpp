#pragma once
// The page of a browser as a window: a canvas that shows pixels, and the browser's events as the
// kit's input. The browser's half stands in page.js beside this; it calls the functions at the end
// of page.cpp. Each press, release and key gets a beat of its own while the browser still knows
// that a person did it, since only then a page may copy or open something.
#include <functional>
#include <string>

#include "client/platform/heartbeat.hpp"
#include "client/ui/kit/input.hpp"

namespace casustafel::platform {

class Page {
public:
    // Takes over the page's events and beats from here on. There is one page; both outlive it.
    Page(ui::Ui& ui, Heartbeat& heartbeat);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    // Something arrived over the line.
    void wake();

    // What the browser tells.
    void move(float x, float y);  // device pixels; negative: it left
    void press(float x, float y, int clicks);
    void release(float x, float y);
    void scroll(float notches);
    // What the browser still does with a key: all it does, only typing, or nothing.
    enum class Taken : int { no, yes, unless_typed };
    Taken key(std::string_view code, char32_t types, ui::Modifiers with, bool repeat);
    void text(std::string_view typed);
    // A screen reader put the focus there, used it, or wrote this into it.
    void focus(const std::string& widget);
    void activate(const std::string& widget);
    void fill_in(const std::string& field, std::string_view text);
    // What was chosen for the clipboard by the browser's own event; empty: nothing.
    std::string copy(bool cut);
    void paste(std::string text);
    // So many device pixels show the page now, of which `density` make one CSS pixel.
    void resize(int width, int height, float density);
    void hide(bool hidden);
    // The person changed what they prefer for all pages: contrast, and the size of text as a factor
    // of what it was.
    void prefer(bool high_contrast, float larger);
    // The person wants nothing that moves by itself.
    void keep_still(bool still);
    void beat();

    // Device pixels in a CSS pixel, never more than what the letters reach.
    float density() const { return density_; }

private:
    void stroke(ui::Stroke stroke);
    void beat_with(ui::Input input);
    void follow_density();
    void show_mirror();
    void settle();

    ui::Ui& ui_;
    Heartbeat& heartbeat_;
    ui::Input input_;
    WindowSize size_;
    float density_ = 1, followed_density_ = 1;
    bool hidden_ = false, damaged_ = true, input_waits_ = false, beating_ = false;
    std::vector<std::uint32_t> pixels_;
    std::string pasted_, copied_, mirrored_;
    std::vector<std::string> statuses_;
    bool copying_ = false;
};

// What a page can do besides; each does nothing where the browser does not let it.
void say_title(const std::string& title);
void call_attention();
// Says it to a screen reader, one at a time and not too fast.
void announce(const std::string& words);
// Offers the page as a download. False: this browser does not.
bool download(const std::string& name, const std::string& html);
// Mono samples at `samples_per_second`.
void play(const std::vector<std::int16_t>& samples);
void fill_with_chance(std::uint8_t* to, std::size_t count);
// The last part of the page's address, such as "K7W4-MPQX" or "K7W4-MPQX#beamer", and the server's
// whole address.
std::string path_of_page();
std::string address_of_page();

}  // namespace casustafel::platform
