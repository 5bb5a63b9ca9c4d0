#pragma once
// What the program needs of the machine it runs on, as functions: a native window gives other ones
// than a page in a browser, and a test its own. What is empty the machine does not have.
#include <functional>
#include <memory>
#include <string>

#include "client/model/client.hpp"
#include "client/net/connect_options.hpp"
#include "client/net/connection.hpp"
#include "client/platform/heartbeat.hpp"
#include "client/ui/kit/chime.hpp"

namespace casustafel::program {

struct Machine {
    // Begins a line to a server; never empty.
    std::function<std::unique_ptr<client_net::Connection>(client_net::ConnectOptions)> connect;
    // Bytes that nobody can foresee; never empty.
    model::RandomBytes random;
    // Plays a sound, if it can.
    std::function<void(ui::Chime)> play;
    // Says it to who listens to the screen rather than looks at it.
    std::function<void(const std::string&)> announce;
    // Gives a page to the person, and answers with how they will find it; empty: it could not.
    std::function<std::string(const std::string& name, const std::string& html)> keep_page;
    // How large the window is, when there is one whose size is remembered.
    std::function<platform::WindowSize()> window_size;
    std::function<void(const std::string&)> set_title;
    // Asks for attention: something asks for this person, who may be looking elsewhere.
    std::function<void()> call_attention;
};

}  // namespace casustafel::program
