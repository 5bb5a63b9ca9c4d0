#pragma once
// Leaks that the tests plant to see that their checks notice them. No program sets one.
#include <cstdint>

namespace casustafel::view::testing {

enum class Leak : std::uint8_t {
    none,
    counter,            // messages are numbered over the whole session
    resent_entity,      // the session entity is sent again with every record
    one_field_more,     // items show their title in every form
    others_readings,    // an item tells whether somebody else opened it
    decision_options,   // all options of a decision to all who see it
    cited_items,        // decisions, proposals and actions name what they cite to all who see them
    pending_decisions,  // everybody sees that a decision waits to take effect
    pinned_by,          // an anonymous card says whose it is
    spoken_item,        // what was said aloud is named before it is confirmed
};

}  // namespace casustafel::view::testing
