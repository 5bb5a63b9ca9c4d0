#include "client/platform/web/page.hpp"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "client/platform/mirror.hpp"
#include "client/platform/tones.hpp"
#include "client/ui/keys/dom_code.hpp"
#include "proto/contract/utf8.hpp"

// Written in page.js. A text that comes from there is freed here.
extern "C" {
void page_open();
void page_beat_after(int ms);  // negative: not before something happens
void page_beat_soon();
void page_show(const std::uint32_t* pixels, int width, int height, int left, int top, int right,
               int bottom);
void page_set_caret(float left, float top, float height);  // device pixels
void page_mirror(const char* elements);
void page_announce(const char* words);
void page_set_language(const char* tag);
int page_to_clipboard(const char* text);
void page_set_title(const char* text);
void page_call_attention();
int page_download(const char* name, const char* text);
void page_play(const std::int16_t* samples, std::size_t count, int rate);
void page_chance(std::uint8_t* to, std::size_t count);
char* page_address();
char* page_path();
double line_now();
}

namespace casustafel::platform {
namespace {

Page* current = nullptr;  // the browser's events come without an object

constexpr std::size_t most_strokes = 4096;

std::string taken(char* text) {
    std::string copy = text == nullptr ? "" : text;
    std::free(text);
    return copy;
}

// What the browser does better, or by an event of its own.
bool is_left_to_browser(ui::Intent intent) {
    using ui::Intent;
    return intent == Intent::cut || intent == Intent::copy || intent == Intent::paste ||
           intent == Intent::larger || intent == Intent::smaller || intent == Intent::usual_size;
}

// Keys that type as well: the text comes as such.
bool types_too(ui::Intent intent) {
    return intent == ui::Intent::none || intent == ui::Intent::letter ||
           intent == ui::Intent::press;
}

}  // namespace

Page::Page(ui::Ui& ui, Heartbeat& heartbeat) : ui_(ui), heartbeat_(heartbeat) {
    current = this;
    ui_.copy = [this](const std::string& text) {
        if (!copying_) return page_to_clipboard(text.c_str()) != 0;
        copied_ = text;
        return true;
    };
    ui_.paste = [this] { return pasted_; };
    page_open();
}

Page::~Page() { current = nullptr; }

void Page::wake() { page_beat_soon(); }

void Page::move(float x, float y) {
    const float scale = ui_.settings().scale;
    input_.mouse = x < 0 ? ui::Point{-1, -1} : ui::Point{x / scale, y / scale};
    input_waits_ = true;
}

void Page::press(float x, float y, int clicks) {
    move(x, y);
    input_.pressed = input_.held = true;
    input_.clicks = clicks;
    beat();
}

void Page::release(float x, float y) {
    move(x, y);
    input_.released = true;
    input_.held = false;
    beat();
}

void Page::scroll(float notches) {
    input_.wheel += notches;
    input_waits_ = true;
}

Page::Taken Page::key(std::string_view code, char32_t types, ui::Modifiers with, bool repeat) {
    // A letter key that types no Latin letter is that of another script's layout.
    const bool latin = !code.starts_with("Key") || types < 0x250;
    const ui::Stroke stroke = ui::stroke_of(
        {.key = ui::key_of_dom_code(code),
         .types = with.shift && types >= 'A' && types <= 'Z' ? types - 'A' + 'a' : types,
         .latin_layout = latin,
         .with = with,
         .repeat = repeat});
    if (stroke.intent == ui::Intent::none || is_left_to_browser(stroke.intent)) return Taken::no;
    this->stroke(stroke);
    return types_too(stroke.intent) ? Taken::unless_typed : Taken::yes;
}

void Page::text(std::string_view typed) {
    for (std::size_t at = 0; at < typed.size() && input_.strokes.size() < most_strokes;)
        input_.strokes.push_back({.typed = contract::next_character(typed, at)});
    input_waits_ = true;
    beat();
}

void Page::stroke(ui::Stroke stroke) {
    input_.strokes.push_back(stroke);
    input_waits_ = true;
    // A letter or a space may type too, and what it types belongs to the same beat.
    if (types_too(stroke.intent))
        page_beat_soon();
    else
        beat();
}

std::string Page::copy(bool cut) {
    copying_ = true;
    copied_.clear();
    stroke({.intent = cut ? ui::Intent::cut : ui::Intent::copy});
    copying_ = false;
    return std::exchange(copied_, {});
}

void Page::paste(std::string text) {
    pasted_ = std::move(text);
    stroke({.intent = ui::Intent::paste});
    pasted_.clear();
}

void Page::focus(const std::string& widget) {
    ui_.focus(widget);
    settle();
}

void Page::activate(const std::string& widget) {
    focus(widget);
    if (ui_.focused() == widget) stroke({.intent = ui::Intent::confirm});
}

void Page::fill_in(const std::string& field, std::string_view text) {
    focus(field);
    if (ui_.focused() != field) return;
    input_.strokes.push_back({.intent = ui::Intent::select_all});
    input_.strokes.push_back({.intent = ui::Intent::delete_left});
    this->text(text);
}

// What is asked of the kit shows in the next frame.
void Page::settle() {
    input_waits_ = true;
    beat();
    beat();
}

void Page::resize(int width, int height, float density) {
    size_ = {width, height};
    density_ = density;
    damaged_ = true;
    follow_density();
}

// Everything grows and shrinks as the browser's own zoom does.
void Page::follow_density() {
    ui_.usual_scale = density_;
    if (density_ == followed_density_) return;
    ui::Settings settings = ui_.settings();
    settings.scale = std::clamp(settings.scale * density_ / followed_density_, 1.0F, 2.0F);
    followed_density_ = density_;
    ui_.change(settings);
}

void Page::prefer(bool high_contrast, float larger) {
    ui::Settings settings = ui_.settings();
    settings.contrast = high_contrast ? ui::Contrast::high : ui::Contrast::light;
    settings.scale = std::clamp(settings.scale * larger, 1.0F, 2.0F);
    ui_.change(settings);
    settle();
}

void Page::keep_still(bool still) {
    ui_.calm = still;
    page_beat_soon();
}

void Page::hide(bool hidden) {
    hidden_ = hidden;
    damaged_ = damaged_ || !hidden;
}

void Page::beat() {
    if (std::exchange(beating_, true)) return;
    std::optional<ui::Input> input;
    if (std::exchange(input_waits_, false)) {
        input = input_;
        input_.pressed = input_.released = false;
        input_.clicks = 0;
        input_.wheel = 0;
        input_.strokes.clear();
    }
    const bool damaged = !hidden_ && std::exchange(damaged_, false);
    const Surface surface{size_, hidden_, damaged};
    const auto changed = heartbeat_.beat(input, line_now() / 1000, surface);
    if (!changed.empty()) {
        pixels_.resize(static_cast<std::size_t>(size_.width) *
                       static_cast<std::size_t>(size_.height));
        heartbeat_.paint({pixels_.data(), size_.width, size_.height, size_.width, 0, 8, 16});
        for (const ui::Pixels& part : changed)
            page_show(pixels_.data(), size_.width, size_.height, part.left, part.top, part.right,
                      part.bottom);
    }
    const float scale = ui_.settings().scale;
    if (!ui_.caret.empty())
        page_set_caret(ui_.caret.left * scale, ui_.caret.top * scale, ui_.caret.height() * scale);
    show_mirror();
    page_beat_after(heartbeat_.wait_ms());
    beating_ = false;
}

void Page::show_mirror() {
    std::string mirror = write_mirror(mirror_of(ui_), ui_.settings().scale / density_);
    if (mirror != mirrored_) {
        mirrored_ = std::move(mirror);
        page_set_language(ui_.settings().language == text::Language::en ? "en" : "nl");
        page_mirror(mirrored_.c_str());
    }
    const auto statuses = ui_.record().statuses();
    for (const std::string& status : statuses)
        if (std::find(statuses_.begin(), statuses_.end(), status) == statuses_.end())
            announce(status);
    statuses_.assign(statuses.begin(), statuses.end());
}

void say_title(const std::string& title) { page_set_title(title.c_str()); }
void call_attention() { page_call_attention(); }
void announce(const std::string& words) { page_announce(words.c_str()); }
bool download(const std::string& name, const std::string& html) {
    return page_download(name.c_str(), html.c_str()) != 0;
}
void play(const std::vector<std::int16_t>& samples) {
    page_play(samples.data(), samples.size(), samples_per_second);
}
void fill_with_chance(std::uint8_t* to, std::size_t count) { page_chance(to, count); }
std::string path_of_page() { return taken(page_path()); }
std::string address_of_page() { return taken(page_address()); }

}  // namespace casustafel::platform

using casustafel::platform::current;

extern "C" {
EMSCRIPTEN_KEEPALIVE void page_beat() {
    if (current != nullptr) current->beat();
}
EMSCRIPTEN_KEEPALIVE void page_resize(int width, int height, float density) {
    if (current != nullptr) current->resize(width, height, density);
}
EMSCRIPTEN_KEEPALIVE void page_move(float x, float y) {
    if (current != nullptr) current->move(x, y);
}
EMSCRIPTEN_KEEPALIVE void page_press(float x, float y, int clicks) {
    if (current != nullptr) current->press(x, y, clicks);
}
EMSCRIPTEN_KEEPALIVE void page_release(float x, float y) {
    if (current != nullptr) current->release(x, y);
}
EMSCRIPTEN_KEEPALIVE void page_scroll(float notches) {
    if (current != nullptr) current->scroll(notches);
}
// `beside`: 1 Shift, 2 Ctrl, 4 Alt, 8 AltGr, 16 NumLock.
EMSCRIPTEN_KEEPALIVE int page_key(const char* code, std::uint32_t types, int beside, int repeat) {
    if (current == nullptr) return 0;
    const casustafel::ui::Modifiers with{.shift = (beside & 1) != 0,
                                         .control = (beside & 2) != 0,
                                         .alt = (beside & 4) != 0 && (beside & 8) == 0,
                                         .alt_graph = (beside & 8) != 0,
                                         .num_lock = (beside & 16) != 0};
    return static_cast<int>(current->key(code, types, with, repeat != 0));
}
EMSCRIPTEN_KEEPALIVE void page_focus(const char* widget) {
    if (current != nullptr) current->focus(widget);
}
EMSCRIPTEN_KEEPALIVE void page_activate(const char* widget) {
    if (current != nullptr) current->activate(widget);
}
EMSCRIPTEN_KEEPALIVE void page_fill_in(const char* field, const char* text) {
    if (current != nullptr) current->fill_in(field, text);
}
EMSCRIPTEN_KEEPALIVE void page_text(const char* typed) {
    if (current != nullptr) current->text(typed);
}
EMSCRIPTEN_KEEPALIVE const char* page_copy(int cut) {
    static std::string copied;  // lives until the browser has read it
    copied = current == nullptr ? std::string() : current->copy(cut != 0);
    return copied.empty() ? nullptr : copied.c_str();
}
EMSCRIPTEN_KEEPALIVE void page_paste(const char* text) {
    if (current != nullptr) current->paste(text);
}
EMSCRIPTEN_KEEPALIVE void page_prefer(int high_contrast, float larger) {
    if (current != nullptr) current->prefer(high_contrast != 0, larger);
}
EMSCRIPTEN_KEEPALIVE void page_keep_still(int still) {
    if (current != nullptr) current->keep_still(still != 0);
}
EMSCRIPTEN_KEEPALIVE void page_hide(int hidden) {
    if (current != nullptr) current->hide(hidden != 0);
}
}
