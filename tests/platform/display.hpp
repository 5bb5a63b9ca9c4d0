#pragma once
// A display that nobody looks at: an Xvfb of its own for one test, whose screen can be read back.
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace casustafel::platform {

class Display {
public:
    // Starts one of this size and makes it the display of this process. Without Xvfb on this
    // machine `runs` is false.
    Display(int width, int height);
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    bool runs() const { return child_ > 0; }

    // What is on the screen, 0x00RRGGBB a pixel; nothing when it cannot be read.
    struct Screen {
        int width = 0, height = 0;
        std::string bytes;
        std::size_t first = 0, line = 0;  // where pixels begin, bytes a line
        std::uint32_t at(int x, int y) const;
    };
    std::optional<Screen> screen() const;

private:
    pid_t child_ = -1;
    std::string folder_;
};

}  // namespace casustafel::platform
