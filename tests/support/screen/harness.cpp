#include "tests/support/screen/harness.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "proto/contract/utf8.hpp"
#include "tests/support/screen/png.hpp"

namespace casustafel::ui {
namespace {

std::vector<unsigned char> read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("font missing: " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

FontBytes debian_fonts() {
    return {read("/usr/share/fonts/opentype/inter/Inter-Regular.otf"),
            read("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"),
            read("/usr/share/fonts/truetype/materialdesignicons-webfont/"
                 "materialdesignicons-webfont.ttf"),
            read("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")};
}

Harness::Harness(int width, int height, Draw draw, Settings settings)
    : ui(debian_fonts(), settings), width_px(width), height_px(height), draw_(std::move(draw)) {
    settle();
}

void Harness::frame(Input input) {
    seconds_ += 0.016;
    input.seconds = seconds_;
    input.mouse = mouse_;
    ui.begin_frame(input, width_px, height_px);
    draw_(ui);
    data_ = &ui.end_frame();
}

void Harness::settle() {
    for (int index = 0; index < 8; ++index) {
        frame({});
        const bool asks = ui.wants_another_frame() || ui.wakes_after_seconds() == 0;
        if (index > 1 && !asks) break;
    }
}

const Widget& Harness::widget(std::string_view name) const {
    const Widget* found = ui.record().find(name);
    if (found == nullptr)
        throw std::runtime_error("no widget " + std::string(name) + " among:\n" + everything());
    return *found;
}

void Harness::hover(const std::string& name) {
    if (widget(name).hidden) {
        ui.focus(name);
        settle();
    }
    mouse_ = widget(name).rect.centre();
    settle();
    seconds_ += 0.5;  // looks what it is
}

void Harness::click(const std::string& name, int clicks) {
    hover(name);
    for (int click = 1; click <= clicks; ++click) {
        Input press;
        press.pressed = press.held = true;
        press.clicks = click;
        frame(press);
        Input release;
        release.released = true;
        frame(release);
    }
    settle();
}

void Harness::type(std::string_view text) {
    Input input;
    for (const char32_t character : contract::to_characters(text))
        input.strokes.push_back({.typed = character});
    frame(input);
    settle();
}

void Harness::press(Key key, bool shift, bool control, bool alt) {
    Input input;
    input.strokes.push_back(stroke_of({.key = key, .with = {shift, control, alt}}));
    frame(input);
    settle();
}

void Harness::press_letter(char letter, bool control, bool alt) {
    Input input;
    const auto types = static_cast<char32_t>(letter);
    input.strokes.push_back(stroke_of(
        {.key = key_of(letter), .types = types, .with = {.control = control, .alt = alt}}));
    if (!control && !alt) input.strokes.push_back({.typed = types});
    frame(input);
    settle();
}

void Harness::hold(Key key, int repeats, bool control) {
    press(key, false, control);
    for (int repeat = 0; repeat < repeats; ++repeat) {
        Input input;
        input.strokes.push_back(
            stroke_of({.key = key, .with = {.control = control}, .repeat = true}));
        frame(input);
    }
    settle();
}

void Harness::wheel(Point at, float notches) {
    mouse_ = at;
    Input input;
    input.wheel = notches;
    frame(input);
    settle();
}

void Harness::pass(double seconds) {
    seconds_ += seconds;
    settle();
}

std::string Harness::everything() const {
    std::string all;
    for (const DrawnText& text : ui.record().texts()) all += text.text + "\n";
    for (const Widget& widget : ui.record().widgets()) all += "[" + widget.name + "] ";
    return all;
}

std::string as_read(std::string text) {
    constexpr std::string_view no_break_space = "\u00a0";
    for (std::size_t at = text.find(no_break_space); at != std::string::npos;
         at = text.find(no_break_space, at))
        text.replace(at, no_break_space.size(), " ");
    return text;
}

bool Harness::reads(std::string_view wanted) const {
    std::string all;
    for (const DrawnText& text : ui.record().texts()) {
        all += as_read(text.text);
        all += ' ';
    }
    return all.find(wanted) != std::string::npos;
}

Picture Harness::picture() {
    Picture picture(width_px, height_px);
    Rasterizer().draw(*data_, current_atlas(), picture.target());
    return picture;
}

void Harness::keep(const std::string& name) {
    const char* folder = std::getenv("CASUSTAFEL_PICTURES");
    if (folder == nullptr) return;
    write_png(std::string(folder) + "/" + name + ".png", picture());
}

std::string text_faults(const Ui& ui, bool shortened_is_a_fault) {
    std::string faults;
    const auto texts = ui.record().texts();
    for (std::size_t index = 0; index < texts.size(); ++index) {
        const DrawnText& text = texts[index];
        if (text.clipped && !text.on_purpose) faults += "clipped: " + text.text + "\n";
        if (text.shortened && shortened_is_a_fault) faults += "shortened: " + text.text + "\n";
        for (std::size_t other = index + 1; other < texts.size(); ++other) {
            // Line boxes of a dense row may touch; the words themselves may not.
            const Rect mine = text.rect.inset(1, 3), theirs = texts[other].rect.inset(1, 3);
            if (texts[other].layer == text.layer && mine.overlaps(theirs)) {
                faults += "overlap: " + text.text + " / " + texts[other].text + "\n";
            }
        }
    }
    return faults;
}

std::string widget_faults(const Ui& ui) {
    std::string faults;
    for (const std::string& fault : ui.record().faults()) faults += fault + "\n";
    for (const std::string& name : ui.record().doubled_names()) faults += "two of: " + name + "\n";
    for (const Widget& widget : ui.record().widgets()) {
        if (widget.hidden) continue;
        if (widget.partly && widget.kind != Kind::tab) {
            faults += "half in sight: " + widget.name + "\n";
            continue;
        }
        if (widget.rect.width() < space::smallest_target - 0.5F ||
            widget.rect.height() < space::smallest_target - 0.5F) {
            faults += "too small: " + widget.name + "\n";
        }
    }
    return faults;
}

}  // namespace casustafel::ui
