#pragma once
// The page with which a group goes on without computers for a while: who sits where, what is due,
// what each role knows at this moment as the trainer may hand it out, lines to write on, and how it
// is entered afterwards. What a role knows is its own view and nothing else. The same state, time
// and options give the same bytes.
#include <map>
#include <string>

#include "assets/text/text.hpp"
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::handout {

struct Options {
    std::string code;  // of the session
    text::Language language = text::Language::nl;
    std::map<core::ParticipantId, std::string> names;
};

// The whole page as HTML.
std::string page(const core::State&, core::Stamp now, const Options&);

}  // namespace casustafel::handout
