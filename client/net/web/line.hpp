#pragma once
// The line of a page in a browser: to the server that the page came from, by the way that gets
// through (client/net/ways.hpp). The browser's own WebSocket, EventSource and fetch do the work, in
// line.js beside this; addresses are relative to the page, so that a path prefix of a proxy stays.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "client/net/connect_options.hpp"
#include "client/net/connection.hpp"
#include "client/net/ways.hpp"

namespace casustafel::client_net {

struct WebLineOptions {
    Limits limits;
    Way first = Way::socket;  // what worked earlier in this session
    // A message that the server answers, sent when nothing came for half of `silence_ms`: a browser
    // shows no pings to its pages.
    std::string sign_of_life;
    // Told each time bytes come by another way than before, to remember it.
    std::function<void(Way)> found;
};

// Starts connecting at once. One at a time: the one before must be gone. `wake` is called from the
// browser's loop when the first event waits.
std::unique_ptr<Connection> connect(WebLineOptions options, std::function<void()> wake);

}  // namespace casustafel::client_net
