#include "client/console/typed/typing.hpp"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "proto/contract/utf8.hpp"

namespace casustafel::console {
namespace {

constexpr char backspace = 0x08, remove = 0x7F, drop_line = 0x15, drop_word_key = 0x17, end = 0x04,
               escape = 0x1B;

termios before{}, ours{};

// Whoever stops this program finds the terminal as it was.
void give_back(int signal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void take_again(int) { tcsetattr(STDIN_FILENO, TCSANOW, &ours); }

bool hold() {
    if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 ||
        tcgetattr(STDIN_FILENO, &before) != 0)
        return false;
    ours = before;
    ours.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    ours.c_cc[VMIN] = 1;
    ours.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &ours) != 0) return false;
    for (const int signal : {SIGINT, SIGTERM, SIGQUIT, SIGHUP}) std::signal(signal, give_back);
    std::signal(SIGCONT, take_again);
    return true;
}

std::size_t width_of_screen() {
    winsize size{};
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

void drop_last_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
        text.pop_back();
    if (!text.empty()) text.pop_back();
}

}  // namespace

std::vector<std::string> TypedLine::take(std::string_view bytes) {
    for (const char byte : bytes) take_one(byte);
    return std::exchange(finished_, {});
}

void TypedLine::take_one(char byte) {
    if (sequence_ == Sequence::escaped) {
        sequence_ = byte == '[' || byte == 'O' ? Sequence::bracketed : Sequence::none;
    } else if (sequence_ == Sequence::bracketed) {
        if (byte >= '@' && byte <= '~') sequence_ = Sequence::none;
    } else if (byte == '\n' || byte == '\r') {
        finished_.push_back(std::exchange(text_, {}));
    } else if (byte == backspace || byte == remove) {
        drop_last_character(text_);
    } else if (byte == drop_line) {
        text_.clear();
    } else if (byte == drop_word_key) {
        drop_word();
    } else if (byte == end) {
        ended_ = ended_ || text_.empty();
    } else if (byte == escape) {
        sequence_ = Sequence::escaped;
    } else if (static_cast<unsigned char>(byte) >= 0x20) {
        text_ += byte;
    }
}

void TypedLine::drop_word() {
    while (text_.ends_with(' ')) text_.pop_back();
    while (!text_.empty() && !text_.ends_with(' ')) text_.pop_back();
}

std::string wiping(std::size_t columns, std::size_t screen) {
    const std::size_t rows_up = columns == 0 ? 0 : (columns - 1) / screen;
    const std::string up = rows_up == 0 ? "" : "\x1b[" + std::to_string(rows_up) + "A";
    return up + "\r\x1b[J";
}

Terminal::Terminal() : held_(hold()) {}

Terminal::~Terminal() {
    if (!held_) return;
    wipe();
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    for (const int signal : {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGCONT})
        std::signal(signal, SIG_DFL);
}

void Terminal::wipe() const {
    if (!held_ || line_.text().empty()) return;
    std::cout << wiping(contract::count_characters(line_.text()), width_of_screen()) << std::flush;
}

void Terminal::show() const {
    if (held_) std::cout << line_.text() << std::flush;
}

std::string Terminal::take(std::string_view bytes) {
    wipe();
    std::string lines;
    for (const std::string& line : line_.take(bytes)) {
        std::cout << line << "\n";  // what was typed stays to be read
        lines += line + "\n";
    }
    show();
    return lines;
}

}  // namespace casustafel::console
