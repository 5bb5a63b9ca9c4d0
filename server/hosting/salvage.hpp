#pragma once
// Saving a damaged session: its records up to the damage become a session of their own, with the
// people and the time that could still be read, and with a value beside it, `salvaged_from`, that
// says which session it comes from and up to which record.
// The damaged one stays as it is. It must not run beside a host on the same store.
#include <cstdint>
#include <string>
#include <variant>

#include "server/hosting/surroundings/codes.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

struct Salvaged {
    std::string code;  // of the new session
    std::uint64_t records = 0;
};

// Why nothing was saved. Its sentence is "salvage.<name>".
enum class NotSalvaged {
    whole,    // it is not damaged
    header,   // what says which case it played cannot be read
    texts,    // the case it played cannot be read
    storage,  // the disk says no
};
std::string_view name(NotSalvaged);

// `called` is what the new log says it was saved from. `texts` gives the text with a hash when the
// store has lost it, and may give nothing.
using TextByHash = std::function<std::optional<std::string>(const std::string& hash)>;
std::variant<Salvaged, NotSalvaged> salvage(store::Store&, const RandomBytes&,
                                            const std::string& id, const std::string& called,
                                            const TextByHash& texts);

// Stores a log from elsewhere as a session of its own, with a code of its own and nobody in it;
// gives the code, or nothing when the disk says no.
std::optional<std::string> store_log(store::Store&, const RandomBytes&, const std::string& header,
                                     const std::vector<std::string>& texts,
                                     std::vector<std::string> records);

// The code of the session that this damaged one was saved as; empty when it was not.
std::string saved_as(store::Store&, const std::string& id);

}  // namespace casustafel::hosting
