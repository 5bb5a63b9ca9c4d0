#include "server/net/wire/options.hpp"

#include <charconv>

#include "server/net/wire/asio.hpp"

namespace casustafel::net {

std::string_view name(StartFailure failure) {
    switch (failure) {
        case StartFailure::bad_address: return "bad_address";
        case StartFailure::address_in_use: return "address_in_use";
        case StartFailure::address_not_here: return "address_not_here";
        case StartFailure::not_permitted: return "not_permitted";
        case StartFailure::certificate_unusable: return "certificate_unusable";
        case StartFailure::key_unusable: return "key_unusable";
        case StartFailure::key_does_not_fit: return "key_does_not_fit";
        case StartFailure::other: break;
    }
    return "other";
}

std::optional<ListenAddress> parse_listen(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto address = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);

    ListenAddress result;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), result.port);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;

    const bool bracketed = address.starts_with('[') && address.ends_with(']');
    if (bracketed) address = address.substr(1, address.size() - 2);
    if (address == "localhost") address = "127.0.0.1";
    ErrorCode refused;
    const auto parsed = asio::ip::make_address(std::string(address), refused);
    if (refused || parsed.is_v6() != bracketed) return std::nullopt;
    result.address = address;
    return result;
}

}  // namespace casustafel::net
