// casustafel in a browser: the page around client/program. The browser calls `start` once the
// letters are there, and its events do the rest (client/platform/web).
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "client/net/web/line.hpp"
#include "client/platform/memory.hpp"
#include "client/platform/tones.hpp"
#include "client/platform/web/page.hpp"
#include "client/platform/web/tab_keeping.hpp"
#include "client/program/program.hpp"
#include "proto/contract/codes.hpp"

namespace casustafel {
namespace {

constexpr std::string_view way_name = "way";

std::string sign_of_life() {
    v1::ClientFrame frame;
    frame.mutable_ping()->set_nonce(1);
    return frame.SerializeAsString();
}

// The four fonts out of letters.bin (.cmake/web/letters); what is cut off is left empty.
ui::FontBytes fonts_in(const unsigned char* bytes, std::size_t size) {
    ui::FontBytes fonts;
    for (auto* font : {&fonts.regular, &fonts.semibold, &fonts.icons, &fonts.signs}) {
        std::uint32_t length = 0;
        if (size < sizeof length) break;
        std::memcpy(&length, bytes, sizeof length);
        bytes += sizeof length;
        size -= sizeof length;
        if (length > size) break;
        font->assign(bytes, bytes + length);
        bytes += length;
        size -= length;
    }
    return fonts;
}

program::Machine machine_of_page(const std::function<void()>& wake) {
    program::Machine machine;
    machine.connect = [wake](client_net::ConnectOptions wanted) {
        platform::TabKeeping kept;
        client_net::WebLineOptions options;
        options.limits = wanted.limits;
        options.sign_of_life = sign_of_life();
        const std::string way = kept.read(way_name).value_or("0");
        options.first = way == "1"   ? client_net::Way::stream
                        : way == "2" ? client_net::Way::poll
                                     : client_net::Way::socket;
        options.found = [](client_net::Way found) {
            platform::TabKeeping().write(way_name, std::to_string(static_cast<int>(found)));
        };
        return client_net::connect(std::move(options), wake);
    };
    machine.random = platform::fill_with_chance;
    machine.play = [](ui::Chime chime) { platform::play(platform::tone_of(chime)); };
    machine.keep_page = [](const std::string& name, const std::string& html) {
        return platform::download(name, html) ? name : std::string();
    };
    machine.announce = platform::announce;
    machine.set_title = platform::say_title;
    machine.call_attention = platform::call_attention;
    return machine;
}

program::Opening opening_of_page() {
    program::Opening opening;
    opening.server = platform::address_of_page();
    const std::string path = platform::path_of_page();
    const std::size_t mark = std::min(path.find('#'), path.size());
    opening.code = ui::plain_code(path.substr(0, mark));
    opening.projector = path.substr(mark) == contract::projector_mark;
    opening.belongs_to_server = true;
    return opening;
}

struct Client {
    Client(ui::FontBytes fonts, const ui::Settings& settings)
        : ui(std::move(fonts), settings),
          program(opening_of_page(), ui, memory, machine_of_page([this] {
                      if (page != nullptr) page->wake();
                  })),
          heartbeat(ui, program) {
        page = std::make_unique<platform::Page>(ui, heartbeat);
        // Who loads the page again is still who they were.
        program.go_back_if_here();
    }

    platform::Memory memory{std::make_unique<platform::TabKeeping>()};
    ui::Ui ui;
    program::Program program;
    platform::Heartbeat heartbeat;
    std::unique_ptr<platform::Page> page;
};

std::unique_ptr<Client> client;

}  // namespace
}  // namespace casustafel

extern "C" {
// `high_contrast`: the person has set it for all pages. `scale`: of everything, from 1 to 2.
EMSCRIPTEN_KEEPALIVE void start(const unsigned char* letters, std::size_t size, int high_contrast,
                                float scale) {
    using namespace casustafel;
    ui::Settings settings;
    {
        const platform::Memory memory(std::make_unique<platform::TabKeeping>());
        settings = memory.settings().settings;
        if (memory.first_start()) {
            settings.scale = std::clamp(scale, 1.0F, 2.0F);
            if (high_contrast != 0) settings.contrast = ui::Contrast::high;
        }
    }
    client = std::make_unique<Client>(fonts_in(letters, size), settings);
}

// The person leaves the page, or closes the tab.
EMSCRIPTEN_KEEPALIVE void page_leaves() {
    if (casustafel::client != nullptr) casustafel::client->program.remember(true);
}
}

// The letters are still on their way: `start` begins.
int main() { return 0; }
