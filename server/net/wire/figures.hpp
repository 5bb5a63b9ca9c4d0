#pragma once
// How the server is, in numbers: its host, its loop and what surrounds it, at one moment.
#include <cstdint>
#include <optional>

#include "server/hosting/surroundings/figures.hpp"

namespace casustafel::net {

struct Figures {
    hosting::Figures host;
    std::uint64_t sockets = 0;  // of browsers, proxies and windows, whatever they want
    std::uint64_t peers = 0;    // participants, trainers and screens, by whatever line
    std::uint64_t most_peers = 0;
    std::uint64_t slow_turns = 0;
    std::int64_t longest_turn_ms = 0;
    std::optional<std::int64_t> certificate_until_ms;  // since 1970
    std::optional<std::uint64_t> data_free_bytes;      // where the logs are written
};

// Nothing that was said is waiting for a disk.
inline bool is_well(const Figures& figures) { return figures.host.held == 0; }

// It is well, and there is room for somebody.
inline bool is_ready(const Figures& figures) {
    return is_well(figures) && figures.peers < figures.most_peers;
}

}  // namespace casustafel::net
