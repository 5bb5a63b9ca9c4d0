#pragma once
// Sessions as a trainer's client knows them, for drawing the console: an hour into a case with a
// full house, with far too much of everything, just started, and in a swap.
#include <string>

#include "client/model/client.hpp"

namespace casustafel::ui {

// Twenty-one roles of which sixteen are people; an hour of sharing, asking, deciding; one call for
// help, one person gone.
model::Model busy_trainer_world();
// The same with five hundred items that nobody opened, and arrows between everybody.
model::Model overfull_trainer_world();
// Started a minute ago: everybody has unopened items and did nothing.
model::Model fresh_trainer_world();
// The busy one in a swap: "writing" or "reading"; VT is ready, OVJ is not.
model::Model swapping_trainer_world(const std::string& stage);

// Puts one entity into the trainer's view.
void put_in(model::Model& model, const v1::Entity& entity);

}  // namespace casustafel::ui
