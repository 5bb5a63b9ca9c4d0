#include "server/hosting/surroundings/join_link.hpp"

#include <algorithm>

#include "proto/contract/limits.hpp"

namespace casustafel::hosting {
namespace {

bool may_stand_in_address(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte > 0x20 && byte < 0x7f && letter != '"' && letter != '<' && letter != '>';
}

}  // namespace

std::string join_link(std::string_view server, std::string_view code) {
    const bool page = server.starts_with("http://") || server.starts_with("https://");
    if (!page || server.size() > contract::limits::observe_address_most_bytes ||
        !std::ranges::all_of(server, may_stand_in_address) || server.find('?') != server.npos)
        return {};
    while (server.ends_with('/')) server.remove_suffix(1);
    const std::size_t half = code.size() / 2;
    return std::string(server) + "/" + std::string(code.substr(0, half)) + "-" +
           std::string(code.substr(half));
}

}  // namespace casustafel::hosting
