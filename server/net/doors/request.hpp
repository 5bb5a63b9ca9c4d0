#pragma once
// What an HTTP request asks, as far as this server listens to it. The texts belong to whoever read
// the request and last as long as that.
#include <cstdint>
#include <string_view>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::net {

struct Request {
    enum class Method : std::uint8_t { get, head, post, other };
    Method method = Method::other;
    std::string_view path, query;  // of the target, without the question mark
    std::string_view host, origin;
    std::string_view accept_encoding, if_none_match;
    hosting::PeerAddress from;  // whom a trusted proxy speaks for, else who sent it
    bool secure = false;        // it came over TLS, to us or to a trusted proxy
    // Nobody can have given this machine a name of theirs: TLS or a trusted proxy stands for it.
    bool proven = false;

    bool reads() const { return method == Method::get || method == Method::head; }
};

}  // namespace casustafel::net
