// casustafel-client: the window. It joins the line (client/net) to what is known (client/model) and
// to the screens (client/ui), and sleeps in the platform's wait between them.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>

#include "client/net/native.hpp"
#include "client/platform/files.hpp"
#include "client/platform/memory.hpp"
#include "client/platform/run.hpp"
#include "client/platform/sounds.hpp"
#include "client/platform/window.hpp"
#include "client/ui/app.hpp"

namespace casustafel {
namespace {

constexpr int exit_done = 0, exit_refused = 1, exit_usage = 2, exit_out_of_reach = 4;
constexpr std::int64_t screenshot_patience_ms = 6'000, screenshot_quiet_ms = 700;

struct Options {
    std::string server, code, name, role, trainer_key, certificate, screenshot, join_address;
    std::string language = "nl", contrast = "light", size = "1280x720";
    int scale_percent = 100;
    bool figures = false, shared = false, projector = false;
    // Whether these were said, and so go before what is remembered.
    bool said_language = false, said_contrast = false, said_scale = false, said_size = false;
};

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

model::RandomBytes system_bytes() {
    return [device = std::make_shared<std::random_device>()](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>((*device)());
    };
}

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

// What runs: takes in what the line brings, draws, and says what the person wants.
class Program final : public platform::Application, public ui::Outbox {
public:
    Program(const Options& options, ui::Ui& ui, platform::Memory& memory,
            std::function<void()> wake)
        : options_(options),
          ui_(ui),
          memory_(memory),
          remembered_(memory.settings()),
          certificate_(options.certificate),
          wake_(std::move(wake)),
          client_(system_bytes(), "casustafel-client " CASUSTAFEL_VERSION) {
        const std::string server = options.server.empty() ? remembered_.server : options.server;
        app_.state.lobby.code = options.code;
        app_.state.lobby.name = options.name.empty() ? remembered_.name : options.name;
        app_.state.lobby.seat = options.role;
        app_.state.lobby.server = server;
        const platform::RememberedPlace place = memory.place();
        app_.state.lobby.resume_code = place.code;
        app_.state.lobby.resume_name = place.name;
        if (options.projector) {
            app_.state.projector.on = true;
            app_.state.projector.address =
                options.join_address.empty() ? options.server : options.join_address;
            client_.observe(options.code);
        } else if (!options.trainer_key.empty()) {
            if (!options.code.empty()) client_.attach(options.code);
            client_.open_as_trainer(options.trainer_key);
        } else if (!options.role.empty() && !options.code.empty() && !options.name.empty()) {
            join(options.code, options.name,
                 ui.settings().language == text::Language::en ? "en" : "nl");
            app_.state.lobby.joining = true;
            v1::Command take;
            take.mutable_take_role()->set_role(options.role);
            client_.act(std::move(take));
        }
        if (server.empty()) {
            app_.state.lobby.other_ways = true;
            app_.state.lobby.other_way = 1;
        } else {
            connect(server);
        }
    }

    void update() override {
        if (connection_ == nullptr) return;
        events_.clear();
        connection_->poll(events_);
        for (const client_net::Event& event : events_) take_in(event);
        if (!events_.empty()) last_event_ms_ = steady_ms();
        app_.take_changes(client_.model(), client_.take_changes());
        const std::vector<model::Refusal> refusals = client_.take_refusals();
        for (const model::Refusal& refusal : refusals)
            if (refusal.about == "resume") memory_.forget_place();
        app_.take_refusals(ui_, client_.model(), refusals);
        flush();
    }

    void draw(ui::Ui& ui) override {
        app_.draw(ui, client_.model(), *this, steady_ms(), trouble_);
        flush();
        for (const ui::Chime chime : app_.take_chimes())
            if (ui.settings().sounds) sounds_.play(chime);
        remember(false);
    }

    // Keeps what changed; `at_once` when the program stops.
    void remember(bool at_once) {
        const model::Model& model = client_.model();
        memory_.share_workstation(ui_.settings().shared_workstation);
        remembered_.settings = ui_.settings();
        if (window_size) {
            const platform::WindowSize size = window_size();
            if (size.width > 0) remembered_.width = size.width, remembered_.height = size.height;
        }
        if (!model.trainer) remembered_.name = app_.state.lobby.name;
        if (model.link != model::Link::offline) remembered_.server = address_;
        memory_.keep(remembered_);
        if (model.participant != 0 && !model.trainer && !client_.token().empty()) {
            memory_.keep(platform::RememberedPlace{
                address_, model.code, model.name_of(model.participant), client_.token()});
            // Once one sits: what was kept comes first, so that it is not written over.
            if (!model.role().empty() && !std::exchange(drafts_taken_, true))
                app_.restore_drafts(ui_, model, memory_.drafts(model.code, model.participant));
            if (drafts_taken_)
                memory_.keep_drafts(model.code, model.participant, app_.kept_drafts());
        }
        if (memory_.write(steady_ms(), at_once)) ui_.wake_after(1);
    }

    // How large the window is, when there is one.
    std::function<platform::WindowSize()> window_size;

    bool finished() const override { return false; }

    std::int64_t last_event_ms() const { return last_event_ms_; }
    bool connected() const { return client_.model().link != model::Link::offline; }

    // --- wishes ---
    model::CommandId act(v1::Command command) override { return client_.act(std::move(command)); }
    void look_up(const std::string& code) override { client_.look_up(code); }
    void join(const std::string& code, const std::string& name,
              const std::string& language) override {
        client_.join(code, name, language);
    }
    void reenter(const std::string& code, const std::string& reentry) override {
        client_.reenter(code, reentry);
    }
    void open_as_trainer(const std::string& key) override { client_.open_as_trainer(key); }
    void attach(const std::string& code) override { client_.attach(code); }
    void say(v1::ClientFrame frame) override { client_.say(std::move(frame)); }

    void choose_role(const std::string& role) override { client_.choose_role(role); }
    void sign_out() override {
        client_.sign_out();
        app_.state = {};  // nothing of this person stays on the screen, or in the files
        app_.state.lobby.server = address_;
        remembered_.name.clear();
        memory_.forget_person();
        drafts_taken_ = false;
    }

    std::string keep_page(const std::string& name, const std::string& html) override {
        const std::string folder = platform::documents_folder();
        if (folder.empty()) return {};
        const std::string path = folder + "/" + name;
        return platform::write_file(path, {html.begin(), html.end()}) ? path : std::string();
    }
    void accept_certificate(const std::string& fingerprint) override {
        certificate_ = fingerprint;
        connect(address_);
    }
    void go_back() override {
        const platform::RememberedPlace place = memory_.place();
        if (place.token.empty()) return;
        if (place.server != address_) connect(place.server);
        client_.resume(place.code, place.token);
        app_.state.lobby.resume_code.clear();
    }
    void forget() override {
        memory_.share_workstation(true);
        app_.state.lobby.resume_code.clear();
    }

    void connect(const std::string& typed) override {
        const auto parsed = client_net::parse_address(typed);
        if (const auto* error = std::get_if<client_net::AddressError>(&parsed)) {
            app_.state.lobby.other_error =
                sentence("address." + std::string(client_net::name(*error)), {typed});
            app_.state.lobby.other_ways = true;
            return;
        }
        client_net::ConnectOptions wanted;
        wanted.address = std::get<client_net::Address>(parsed);
        wanted.accept_certificate_fingerprint = certificate_;
        address_ = wanted.address.text();
        connection_.reset();
        client_.disconnected();
        connection_ = client_net::connect(wanted, wake_);
    }

private:
    std::string sentence(const std::string& key, const std::vector<std::string>& arguments) const {
        const auto found = text::find(key);
        return found ? text::say(*found, ui_.settings().language, arguments) : key;
    }

    void flush() {
        for (std::string& frame : client_.take_outgoing()) {
            if (connection_ != nullptr) connection_->send(std::move(frame));
        }
    }

    void take_in(const client_net::Event& event) {
        using Kind = client_net::Event::Kind;
        if (event.kind == Kind::opened) {
            trouble_ = {};
            client_.connected();
        } else if (event.kind == Kind::received) {
            if (!client_.received(event.bytes, steady_ms())) connection_->reconnect();
        } else if (event.kind == Kind::waiting_to_retry || event.kind == Kind::closed_for_good) {
            const bool named = event.reason == client_net::Reason::name_not_found;
            const std::string about = named                       ? address_
                                      : event.fingerprint.empty() ? event.detail
                                                                  : event.fingerprint;
            trouble_ = {sentence("close." + std::string(client_net::name(event.reason)), {about}),
                        event.kind == Kind::closed_for_good, event.fingerprint};
            client_.disconnected();
        }
    }

    const Options& options_;
    ui::Ui& ui_;
    platform::Memory& memory_;
    platform::RememberedSettings remembered_;
    platform::Sounds sounds_;
    bool drafts_taken_ = false;
    std::string certificate_;
    std::function<void()> wake_;
    model::Client client_;
    ui::App app_;
    ui::LinkTrouble trouble_;
    std::string address_;
    std::vector<client_net::Event> events_;
    std::int64_t last_event_ms_ = steady_ms();
    // Last: its thread ends before anything it wakes is gone.
    std::unique_ptr<client_net::Connection> connection_;
};

bool parse_size(const std::string& text, platform::WindowSettings& window) {
    return std::sscanf(text.c_str(), "%dx%d", &window.width, &window.height) == 2 &&
           window.width >= 320 && window.height >= 240 && window.width <= 8192 &&
           window.height <= 8192;
}

// Waits until the server has said what there is to show, draws it once, and writes the picture.
int take_screenshot(const Options& options, ui::Ui& ui, const platform::WindowSettings& size) {
    platform::Memory nothing{platform::Keeping("")};
    Program program(options, ui, nothing, [] {});
    const std::int64_t start_ms = steady_ms();
    platform::draw_offscreen(
        ui,
        [&](ui::Ui& frame) {
            program.update();
            program.draw(frame);
        },
        size.width, size.height);
    while (steady_ms() - start_ms < screenshot_patience_ms) {
        program.update();
        if (program.connected() && steady_ms() - program.last_event_ms() > screenshot_quiet_ms)
            break;
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
        std::fprintf(stderr, "%s: cannot be written\n", options.screenshot.c_str());
        return exit_refused;
    }
    return options.server.empty() || program.connected() ? exit_done : exit_out_of_reach;
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
    Program program(options, ui, memory, [&window] { window->wake(); });
    program.window_size = [&window] { return window->size(); };
    const platform::RunFigures figures = platform::run(*window, ui, program);
    program.remember(true);
    if (options.figures) {
        std::fprintf(stderr,
                     "first frame %.0f ms, frames %llu, presented %llu, peak memory%s, "
                     "then %.2f %% of a core during %.0f s\n",
                     figures.first_frame_ms, static_cast<unsigned long long>(figures.frames),
                     static_cast<unsigned long long>(figures.presented), peak_memory().c_str(),
                     100 * figures.cpu_after_ms / figures.after_ms, figures.after_ms / 1000);
    }
    return exit_done;
}

int start(const Options& options) {
    const bool pictures = !options.screenshot.empty();
    platform::Memory memory{platform::Keeping(
        options.shared || pictures ? std::string() : platform::Keeping::usual_folder())};
    const platform::RememberedSettings remembered = memory.settings();
    const ui::Settings settings = settings_of(options, remembered);
    platform::WindowSettings window{"Casustafel", remembered.width, remembered.height};
    if (options.said_size && !parse_size(options.size, window)) {
        std::fprintf(stderr, "--size: 1280x720\n");
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
    casustafel::Options options;
    CLI::App app{"Casustafel: take part in an exercise, or lead one."};
    app.add_option("--server", options.server, "Address of the server, as it prints it");
    app.add_option("--code", options.code, "Join code of the exercise");
    app.add_option("--name", options.name, "Your name in the exercise");
    app.add_option("--role", options.role,
                   "Sit down at once in this role (with --code and --name)");
    app.add_option("--trainer-key", options.trainer_key,
                   "Open the trainer's desk (with --code: that exercise)");
    app.add_flag("--projector", options.projector,
                 "A screen for the room, without secrets (with --server and --code)");
    app.add_option("--join-address", options.join_address,
                   "--projector: the address to show, when it is not that of --server");
    app.add_option("--accept-certificate", options.certificate,
                   "SHA-256 of a certificate to accept although the system does not know it");
    const auto* scale =
        app.add_option("--scale", options.scale_percent, "Size of everything, in percent")
            ->check(CLI::Range(100, 200));
    const auto* contrast = app.add_option("--contrast", options.contrast, "light or high")
                               ->check(CLI::IsMember({"light", "high"}));
    const auto* language = app.add_option("--language", options.language, "nl or en")
                               ->check(CLI::IsMember({"nl", "en"}));
    const auto* size = app.add_option("--size", options.size, "Size of the window, WIDTHxHEIGHT");
    app.add_option("--screenshot", options.screenshot,
                   "Write the screen to this PNG file and stop; needs no display");
    app.add_flag("--shared", options.shared,
                 "A shared computer: keep no settings, drafts or places here");
    app.add_flag("--figures", options.figures,
                 "On leaving, tell the time to the first frame, frames, memory and processor time");
    app.set_version_flag("--version", CASUSTAFEL_VERSION);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? casustafel::exit_done : casustafel::exit_usage;
    }
    if (options.projector && (options.server.empty() || options.code.empty())) {
        std::fprintf(stderr, "--projector: --server ADDRESS --code CODE\n");
        return casustafel::exit_usage;
    }
    options.said_scale = scale->count() > 0;
    options.said_contrast = contrast->count() > 0;
    options.said_language = language->count() > 0;
    options.said_size = size->count() > 0;
    return casustafel::start(options);
}
