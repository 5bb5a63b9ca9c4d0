#pragma once
// The address that people type or scan to come into a session: that of the server, and the code in
// two halves. What a program claims is an address is taken only when it looks like one.
#include <string>
#include <string_view>

namespace casustafel::hosting {

// "https://oefenen.example.nl/K7W4-MPQX"; empty when `server` is no address of a page.
std::string join_link(std::string_view server, std::string_view code);

}  // namespace casustafel::hosting
