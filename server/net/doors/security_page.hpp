#pragma once
// security.txt (RFC 9116): whom to tell of a hole in the server. The contact is that of whoever
// runs it; without one there is no such page.
#include <string>
#include <string_view>

namespace casustafel::net {

inline constexpr std::string_view security_page_path = "/.well-known/security.txt";

// `contact` is "mailto:…" or "https://…". It says of itself that it holds for thirty days, so that
// a copy of a server that is gone does not mislead anybody for long.
std::string security_page(const std::string& contact);

}  // namespace casustafel::net
