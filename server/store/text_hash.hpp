#pragma once
// The name under which a store keeps a text once, however many sessions play it.
#include <string>

namespace casustafel::store {

// The hash under which `create` keeps a text: hex of BLAKE2b-256 of its bytes.
std::string text_hash(const std::string& text);

}  // namespace casustafel::store
