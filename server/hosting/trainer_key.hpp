#pragma once
// The key that opens the trainer's desk, as the store keeps it: 128 random bits, shown once and
// kept hashed. A key that is lost is replaced by whoever has the data directory, never by a start.
#include <optional>
#include <string>
#include <vector>

#include "server/hosting/surroundings/codes.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

// The hash that a key must have; nothing when there is none, or when what is wrong with the
// server's values leaves it in doubt.
std::optional<std::string> trainer_key_of(store::Store&, const std::vector<store::Damage>&);

// Makes another key and keeps its hash; empty when the disk says no.
std::string new_trainer_key(store::Store&, const RandomBytes&);

}  // namespace casustafel::hosting
