#include "server/hosting/trainer_key.hpp"

#include <algorithm>

namespace casustafel::hosting {
namespace {

constexpr const char* value_name = "trainer_key";

bool about_values(const store::Damage& damage) {
    return damage.kind != store::DamageKind::sessions && damage.kind != store::DamageKind::lost;
}

}  // namespace

std::optional<std::string> trainer_key_of(store::Store& store,
                                          const std::vector<store::Damage>& damage) {
    // An old key may have come back that somebody replaced with reason.
    if (std::ranges::any_of(damage, about_values)) return std::nullopt;
    return store.server_value(value_name);
}

std::string new_trainer_key(store::Store& store, const RandomBytes& random) {
    std::string key = readable_code(random, 28);  // 28 letters of 24: 128 bits
    const auto kept = store.set_server_value({value_name, secret_hash(key)});
    return kept == store::Outcome::durable ? key : std::string();
}

}  // namespace casustafel::hosting
