#pragma once
// Inside core only: how a share comes about, whoever brings it: somebody who sends it, a receiver
// who confirms what was said, or an autopilot. It is judged here, once, and what it says is fixed
// here. Whether it may be asked for at all is the caller's to look at first.
#include "server/core/families/state.hpp"
#include "server/core/law/verdict.hpp"

namespace casustafel::core {

// What is shared and with whom; the giver holds the item in this form.
struct Sharing {
    EntityId share = EntityId::none;
    ItemId item;
    ShareTerms terms;
    std::vector<RoleId> to;  // the resolved audience, giver excluded
    MeetingId meeting;
    std::string text;  // typed; empty: as the giver has it itself
    EntityId request = EntityId::none;
    bool partial = false;
    bool aloud = false;
};

// The share with its judgement on everybody to whom it is new.
ItemShared judged(const State&, Sharing);

// The richest form in which this role can give the item; silent when it has nothing of it.
Form form_held(const State&, const RoleId&, const ItemId&);

}  // namespace casustafel::core
