#include "display.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace casustafel::platform {
namespace {

// The number at this place of the header of an X window dump, which is big-endian.
std::uint32_t number(const std::string& bytes, std::size_t place) {
    std::uint32_t value = 0;
    for (std::size_t at = 4 * place; at < 4 * place + 4; ++at)
        value = value << 8 | static_cast<unsigned char>(bytes[at]);
    return value;
}

[[noreturn]] void become_xvfb(int told, const std::string& size, const std::string& folder) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string number = std::to_string(told);
    ::execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", size.c_str(), "-fbdir",
             folder.c_str(), "-nolisten", "tcp", static_cast<char*>(nullptr));
    ::_exit(127);
}

}  // namespace

Display::Display(int width, int height) {
    std::string pattern = (std::filesystem::temp_directory_path() / "casustafel-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return;
    folder_ = pattern;
    int told[2];
    if (::pipe(told) != 0) return;
    const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
    child_ = ::fork();
    if (child_ == 0) become_xvfb(told[1], size, folder_);
    ::close(told[1]);
    // It says its number when it takes connections, and nothing when it could not start.
    std::string display;
    for (char letter = 0; ::read(told[0], &letter, 1) == 1 && letter != '\n';) display += letter;
    ::close(told[0]);
    if (display.empty()) {
        ::waitpid(child_, nullptr, 0);
        child_ = -1;
        return;
    }
    ::setenv("DISPLAY", (":" + display).c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
}

Display::~Display() {
    if (child_ > 0) {
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
    }
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

std::uint32_t Display::Screen::at(int x, int y) const {
    const std::size_t at =
        first + static_cast<std::size_t>(y) * line + 4 * static_cast<std::size_t>(x);
    std::uint32_t pixel = 0;
    for (int byte = 2; byte >= 0; --byte)
        pixel = pixel << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(byte)]);
    return pixel;
}

std::optional<Display::Screen> Display::screen() const {
    constexpr std::size_t header_size = 0, width = 4, height = 5, bits_per_pixel = 11,
                          bytes_per_line = 12, colours = 19, bytes_per_colour = 12;
    std::ifstream file(folder_ + "/Xvfb_screen0", std::ios::binary);
    Screen screen;
    screen.bytes.assign(std::istreambuf_iterator<char>(file), {});
    if (screen.bytes.size() < 4 * 25 || number(screen.bytes, bits_per_pixel) != 32)
        return std::nullopt;
    screen.width = static_cast<int>(number(screen.bytes, width));
    screen.height = static_cast<int>(number(screen.bytes, height));
    screen.line = number(screen.bytes, bytes_per_line);
    screen.first =
        number(screen.bytes, header_size) + bytes_per_colour * number(screen.bytes, colours);
    const std::size_t needed = screen.first + screen.line * static_cast<std::size_t>(screen.height);
    return screen.bytes.size() < needed ? std::nullopt : std::optional(std::move(screen));
}

}  // namespace casustafel::platform
