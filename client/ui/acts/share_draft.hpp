#pragma once
// A share as it is being made, apart from how it is shown: what is still missing, whose open
// questions it answers, and the acts it becomes. It says nothing about whether sharing is right.
#include <string>
#include <vector>

#include "client/ui/acts/draft.hpp"
#include "client/ui/acts/recipients.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The text that is sent in this form, unless own words replace it.
std::string standard_text(const Panel& panel, const v1::Item& item, std::uint32_t form);

// What has to be chosen before it can be sent, as a sentence; empty: nothing.
std::string missing_in_share(const Panel& panel, const ShareDraft& draft);

// Whether this item is what the request asks for: the item it names, or its person and category.
bool asks_for(const v1::Request& request, const v1::Item& item);

// The open requests of chosen recipients that this share would answer, one of each asker; a share
// into a whole meeting answers one. They are answered unless `draft.answers` is off.
std::vector<const v1::Request*> answered_requests(const Panel& panel, const ShareDraft& draft,
                                                  const v1::Item& item);

// Who can get it: who asked for it, who is in the same meeting, the others.
std::vector<RecipientGroup> share_groups(const Panel& panel, const v1::Item& item,
                                         const ShareDraft& draft);

// The acts: one, or one for each request that is answered.
std::vector<v1::Command> share_commands(const Panel& panel, const ShareDraft& draft,
                                        const v1::Item& item);

extern const DraftKind share_drafts;

}  // namespace casustafel::ui
