#pragma once
// What a web browser is shown that comes to the server: how to take part, or that there is nothing.
// Dutch first, English below; no script, nothing from elsewhere, and nothing that it was asked with
// but the name of the host, when that is one.
#include <string>
#include <string_view>

namespace casustafel::net {

// The page at "/". `address` is what somebody types in the window.
std::string begin_page(std::string_view address);
// The page of everything that is not there; of the path it takes only how deep it is.
std::string missing_page(std::string_view path);

// What the browser may do with these pages: nothing but show them in their own style.
std::string page_policy();

// What the browser may do with its client: run what the server itself gave it and speak to nobody
// else. `host` is what was asked for; browsers that do not count a WebSocket to it as their own
// need it by name.
std::string client_policy(std::string_view host, bool secure);

// "https://casus.example:4000" of the Host that was asked for; empty when that is no host.
std::string address_asked_for(std::string_view host, bool secure);

}  // namespace casustafel::net
