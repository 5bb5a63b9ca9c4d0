#pragma once
// What somebody is called in a session: a name of which something is drawn, that looks like nobody
// else's here, and that is not what the screens call the trainer, the computer or who has no name.
#include <optional>
#include <string>
#include <string_view>

#include "server/core/families/state.hpp"
#include "server/hosting/session/people.hpp"

namespace casustafel::hosting {

// The name that this one gets: as wanted, or with a number behind it when somebody present is
// called something that looks the same. Nobody is kept out for it, since a name could be taken to
// keep others out. Nothing when it cannot be a name here. `who` may be called as before.
std::optional<std::string> name_given(std::string_view wanted, core::ParticipantId who,
                                      const core::State& state, const People& people);

}  // namespace casustafel::hosting
