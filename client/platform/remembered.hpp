#pragma once
// The settings of this person on this machine, and the place this program had in an exercise, as
// text: one `name=value` a line. Reading takes whatever it is given and keeps what makes sense.
#include <cstdint>
#include <string>
#include <string_view>

#include "client/ui/kit/ui.hpp"

namespace casustafel::platform {

struct RememberedSettings {
    ui::Settings settings;
    int width = 1280, height = 720;  // of the window, device pixels
    std::string server, name;
    bool operator==(const RememberedSettings&) const = default;
};

std::string write_settings(const RememberedSettings& remembered);
RememberedSettings read_settings(std::string_view text);

// Where to go back to after this program was closed or fell over. The token is the key to the seat,
// so it goes into a file that only its user can read, and goes when the person signs out.
struct RememberedPlace {
    std::string server, code, name;
    std::uint32_t participant = 0;
    std::string token;  // 32 bytes; empty: no place
    bool operator==(const RememberedPlace&) const = default;

    // Whose it is, fit for the name of a file: a person in an exercise on a server.
    std::string owner() const;
};

std::string write_place(const RememberedPlace& place);
RememberedPlace read_place(std::string_view text);

}  // namespace casustafel::platform
