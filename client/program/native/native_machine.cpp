#include "client/program/native/native_machine.hpp"

#include <memory>
#include <random>
#include <utility>

#include "client/net/native/line.hpp"
#include "client/platform/native/file_keeping.hpp"
#include "client/platform/native/files.hpp"
#include "client/platform/native/sounds.hpp"

namespace casustafel::program {
namespace {

model::RandomBytes system_bytes() {
    return [device = std::make_shared<std::random_device>()](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>((*device)());
    };
}

std::string keep_page(const std::string& name, const std::string& html) {
    const std::string folder = platform::documents_folder();
    if (folder.empty()) return {};
    const std::string path = folder + "/" + name;
    return platform::write_file(path, {html.begin(), html.end()}) ? path : std::string();
}

}  // namespace

Machine native_machine(std::function<void()> wake) {
    Machine machine;
    machine.connect = [wake = std::move(wake)](client_net::ConnectOptions options) {
        return client_net::connect(std::move(options), wake);
    };
    machine.random = system_bytes();
    machine.play = [sounds = std::make_shared<platform::Sounds>()](ui::Chime chime) {
        sounds->play(chime);
    };
    machine.keep_page = keep_page;
    return machine;
}

}  // namespace casustafel::program
