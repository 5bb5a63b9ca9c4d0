// casustafel-client: the window around client/program, or one picture of what it would show.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "client/command_line/help.hpp"
#include "client/command_line/trainer_key.hpp"
#include "client/command_line/wrong_use.hpp"
#include "client/platform/memory.hpp"
#include "client/platform/native/file_keeping.hpp"
#include "client/platform/native/files.hpp"
#include "client/platform/native/run.hpp"
#include "client/program/native/check.hpp"
#include "client/program/native/native_machine.hpp"
#include "client/program/program.hpp"

namespace casustafel {
namespace {

using program::Program, program::steady_ms;

constexpr int exit_done = 0, exit_refused = 1, exit_usage = 2, exit_out_of_reach = 4;
constexpr std::int64_t screenshot_patience_ms = 6'000, screenshot_quiet_ms = 700;

struct Options {
    program::Opening opening;
    std::string screenshot, language = "nl", contrast = "light", size = "1280x720";
    int scale_percent = 100;
    bool figures = false, shared = false;
    // Whether these were said, and so go before what is remembered.
    bool said_language = false, said_contrast = false, said_scale = false, said_size = false;
};

// What was said on the command line, else what is remembered.
ui::Settings settings_of(const Options& options, const platform::RememberedSettings& remembered) {
    ui::Settings settings = remembered.settings;
    if (options.said_scale) settings.scale = static_cast<float>(options.scale_percent) / 100;
    if (options.said_contrast)
        settings.contrast = options.contrast == "high" ? ui::Contrast::high : ui::Contrast::light;
    if (options.said_language)
        settings.language = options.language == "en" ? text::Language::en : text::Language::nl;
    settings.shared_workstation = options.shared;
    return settings;
}

bool parse_size(const std::string& text, platform::WindowSettings& window) {
    return std::sscanf(text.c_str(), "%dx%d", &window.width, &window.height) == 2 &&
           window.width >= 320 && window.height >= 240 && window.width <= 8192 &&
           window.height <= 8192;
}

// Waits until the server has said what there is to show, draws it once, and writes the picture.
int take_screenshot(const Options& options, ui::Ui& ui, const platform::WindowSettings& size) {
    platform::Memory nothing(std::make_unique<platform::NoKeeping>());
    Program program(options.opening, ui, nothing, program::native_machine([] {}));
    const std::int64_t start_ms = steady_ms();
    platform::draw_offscreen(
        ui,
        [&](ui::Ui& frame) {
            program.update();
            program.draw(frame);
        },
        size.width, size.height);
    std::uint64_t heard = 0;
    std::int64_t heard_ms = start_ms;
    while (steady_ms() - start_ms < screenshot_patience_ms) {
        program.update();
        if (std::exchange(heard, program.heard()) != program.heard()) heard_ms = steady_ms();
        if (program.connected() && steady_ms() - heard_ms > screenshot_quiet_ms) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const ui::Picture picture = platform::draw_offscreen(
        ui,
        [&](ui::Ui& frame) {
            program.update();
            program.draw(frame);
        },
        size.width, size.height);
    if (!platform::write_file(options.screenshot, picture.png())) {
        std::fprintf(stderr, "%s\n",
                     text::say(text::Key::usage_not_written, ui.settings().language,
                               std::vector<std::string>{options.screenshot})
                         .c_str());
        return exit_refused;
    }
    return options.opening.server.empty() || program.connected() ? exit_done : exit_out_of_reach;
}

std::string peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return line.substr(6);
    }
    return {};
}

int show_window(const Options& options, ui::Ui& ui, platform::Memory& memory,
                const platform::WindowSettings& settings) {
    std::string error;
    const auto window = platform::Window::open(settings, error);
    if (window == nullptr) {
        std::fprintf(stderr, "%s\n",
                     text::say(text::Key::client_no_display, ui.settings().language,
                               std::vector<std::string>{error})
                         .c_str());
        return exit_refused;
    }
    // Who chose a size keeps it; otherwise the display says what is readable on it.
    ui.usual_scale = window->display_scale();
    if (settings.by_display) {
        ui::Settings fitting = ui.settings();
        fitting.scale = ui.usual_scale;
        ui.change(fitting);
    }
    program::Machine machine = program::native_machine([&window] { window->wake(); });
    machine.window_size = [&window] { return window->size(); };
    machine.set_title = [&window](const std::string& title) { window->set_title(title); };
    machine.call_attention = [&window] { window->call_attention(); };
    Program program(options.opening, ui, memory, std::move(machine));
    const platform::RunFigures figures = platform::run(*window, ui, program);
    program.remember(true);
    if (options.figures) {
        std::fprintf(stderr,
                     "first frame %.0f ms after exec, frames %llu, presented %llu, peak memory%s, "
                     "then %.2f %% of a core during %.0f s\n",
                     figures.first_frame_ms, static_cast<unsigned long long>(figures.frames),
                     static_cast<unsigned long long>(figures.presented), peak_memory().c_str(),
                     100 * figures.cpu_after_ms / figures.after_ms, figures.after_ms / 1000);
    }
    return exit_done;
}

// Says whether this computer can take part.
int check(const std::string& url, text::Language language) {
    const auto lines = program::check(url, language);
    std::fputs(program::page_of(lines, url, language).c_str(), stdout);
    return program::can_take_part(lines) ? exit_done : exit_refused;
}

int start(const Options& options) {
    const bool pictures = !options.screenshot.empty();
    platform::Memory memory(std::make_unique<platform::FileKeeping>(
        options.shared || pictures ? std::string() : platform::FileKeeping::usual_folder()));
    const platform::RememberedSettings remembered = memory.settings();
    const ui::Settings settings = settings_of(options, remembered);
    platform::WindowSettings window{"Casustafel", remembered.width, remembered.height};
    window.full_screen = options.opening.projector;
    window.by_display = memory.first_start() && !options.said_scale && !options.said_size;
    if (options.said_size && !parse_size(options.size, window)) {
        std::fprintf(stderr, "%s\n",
                     std::string(text::say(text::Key::usage_size, settings.language)).c_str());
        return exit_usage;
    }
    auto fonts = platform::load_fonts();
    if (const auto* missing = std::get_if<std::string>(&fonts)) {
        std::fprintf(stderr, "%s\n",
                     text::say(text::Key::client_no_fonts, settings.language,
                               std::vector<std::string>{*missing})
                         .c_str());
        return exit_refused;
    }
    ui::Ui ui(std::move(std::get<ui::FontBytes>(fonts)), settings);
    return pictures ? take_screenshot(options, ui, window)
                    : show_window(options, ui, memory, window);
}

}  // namespace
}  // namespace casustafel

int main(int count, char** words) {
    namespace text = casustafel::text;
    const text::Language said = casustafel::command_line::language_in(count, words);
    casustafel::Options options;
    CLI::App app;
    app.add_option("--server", options.opening.server);
    app.add_option("--code", options.opening.code);
    app.add_option("--name", options.opening.name);
    app.add_option("--role", options.opening.role);
    std::string key_file, key_in_words;
    app.add_option("--trainer-key-file", key_file);
    app.add_option("--trainer-key", key_in_words);
    std::string check;
    const auto* asks = app.add_option("--check", check);
    app.add_flag("--projector", options.opening.projector);
    app.add_option("--join-address", options.opening.join_address);
    app.add_option("--accept-certificate", options.opening.certificate);
    const auto* scale =
        app.add_option("--scale", options.scale_percent)->check(CLI::Range(100, 200));
    const auto* contrast =
        app.add_option("--contrast", options.contrast)->check(CLI::IsMember({"light", "high"}));
    const auto* language =
        app.add_option("--language", options.language)->check(CLI::IsMember({"nl", "en"}));
    const auto* size = app.add_option("--size", options.size);
    app.add_option("--screenshot", options.screenshot);
    app.add_flag("--shared", options.shared);
    app.add_flag("--figures", options.figures);
    app.set_version_flag("--version", CASUSTAFEL_VERSION);
    for (const std::string& key : casustafel::command_line::describe(app, "client", said))
        std::fprintf(stderr, "no text %s\n", key.c_str());
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);
        std::fprintf(
            stderr, "%s\n",
            casustafel::command_line::sentence(error.get_name(), error.what(), said).c_str());
        return casustafel::exit_usage;
    }
    if (options.opening.projector &&
        (options.opening.server.empty() || options.opening.code.empty())) {
        std::fprintf(stderr, "%s\n",
                     std::string(text::say(text::Key::usage_projector, said)).c_str());
        return casustafel::exit_usage;
    }
    if (asks->count() > 0) return casustafel::check(check, said);
    if (!key_in_words.empty()) {
        std::fprintf(stderr, "%s\n",
                     std::string(text::say(text::Key::console_key_in_words, said)).c_str());
        return casustafel::exit_usage;
    }
    options.opening.trainer_key = casustafel::command_line::trainer_key(key_file);
    options.said_scale = scale->count() > 0;
    options.said_contrast = contrast->count() > 0;
    options.said_language = language->count() > 0;
    options.said_size = size->count() > 0;
    return casustafel::start(options);
}
