#pragma once
// The line that is being typed on a terminal, kept by this program and not by the terminal, so that
// what comes in meanwhile is told above it and the line stands below it again. Only where both ends
// are a terminal; a script's lines are read as they are.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::console {

// What keys make of a line: letters, Backspace, Ctrl+U and Ctrl+W. Keys that send a sequence of
// their own (arrows) do nothing.
class TypedLine {
public:
    // Takes in what the keyboard sent; the lines that were finished by it.
    std::vector<std::string> take(std::string_view bytes);
    const std::string& text() const { return text_; }
    // Ctrl+D on an empty line: nothing follows.
    bool ended() const { return ended_; }

private:
    void take_one(char byte);
    void drop_word();

    enum class Sequence : std::uint8_t { none, escaped, bracketed };
    std::string text_;
    std::vector<std::string> finished_;
    Sequence sequence_ = Sequence::none;
    bool ended_ = false;
};

// What to write to take a line of so many columns off a screen this wide, and to put it back.
std::string wiping(std::size_t columns, std::size_t screen);

// Holds the terminal while it lives: letters come as they are typed, and are shown by this program.
class Terminal {
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    // False: standard input or output is no terminal, and nothing was changed.
    bool is_one() const { return held_; }

    // The finished lines among these bytes, each ended by a line feed; what is typed is shown.
    std::string take(std::string_view bytes);
    bool ended() const { return line_.ended(); }
    // Around everything that is told meanwhile.
    void wipe() const;
    void show() const;

private:
    TypedLine line_;
    bool held_ = false;
};

}  // namespace casustafel::console
