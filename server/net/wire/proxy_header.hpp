#pragma once
// The PROXY protocol, versions 1 and 2: what a trusted proxy says before the first byte of a peer,
// about where that peer comes from. It is read to its last byte and not one further, since what
// follows belongs to TLS or HTTP. It is bounded, and whatever is not exactly it is refused.
#include <cstddef>
#include <string>
#include <string_view>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::net {

class ProxyHeader {
public:
    // How many bytes belong to it at least, beyond those taken; 0: it is whole, or refused.
    std::size_t wants() const { return refused_ || whole_ ? 0 : wanted_ - taken_.size(); }
    // Exactly as many bytes as were wanted.
    void take(std::string_view bytes);
    bool refused() const { return refused_; }
    // Whom the proxy speaks for; empty: for itself, or it does not say.
    const hosting::PeerAddress& source() const { return source_; }

private:
    void judge();
    void judge_line();
    void judge_binary();

    std::string taken_;
    std::size_t wanted_ = 15;  // the shortest line; one byte less than the binary head
    bool refused_ = false, whole_ = false;
    hosting::PeerAddress source_;
};

// Whether these first bytes are how a PROXY header begins, where none was expected.
bool begins_proxy_header(std::string_view bytes);

}  // namespace casustafel::net
