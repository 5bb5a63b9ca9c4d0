#pragma once
// The people who may lead: each a number that the log knows, a name, and the hash of a key of their
// own. They stand in one small file of the data directory, one a line, so that `casustafel
// trainers` can change it while a server runs. A plain hash suffices: a key is 128 random bits, so
// there is nothing to guess, and the loop must not be busy for a tenth of a second for each who
// knocks. The secret of a second factor cannot be hashed, since its digits follow from it.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/hosting/surroundings/codes.hpp"

namespace casustafel::hosting {

struct Trainer {
    std::uint32_t number = 0;  // never given again
    std::string name;
    std::string key_hash;     // hexadecimal; empty: revoked, kept for the name in logs
    std::string totp_secret;  // bytes; empty: no second factor
    bool revoked() const { return key_hash.empty(); }
};

// The list as it stands now. Implemented by the outside, which knows files.
class TrainerBook {
public:
    virtual ~TrainerBook() = default;
    // Cheap when nothing changed. What cannot be read is a list without anybody.
    virtual const std::vector<Trainer>& all() = 0;
};

// The file: what one writes the other reads. Lines that are none are left out.
std::vector<Trainer> read_trainers(std::string_view text);
std::string write_trainers(const std::vector<Trainer>&);

// What a key is known by: its hash in hexadecimal.
std::string trainer_key_hash(std::string_view key);
// 128 random bits as 28 letters that do not look alike.
std::string random_trainer_key(const RandomBytes&);

// A name as it may stand in that file and before everybody's eyes; nothing: it may not.
std::optional<std::string> trainer_name(std::string_view typed);

std::map<std::uint32_t, std::string> names_of(const std::vector<Trainer>&);

}  // namespace casustafel::hosting
