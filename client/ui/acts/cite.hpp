#pragma once
// What a choice rests on: items of one's own dossier, each cited as fact or as assumption. Used for
// decisions and interventions.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {

// The list of items with a tick each, no higher than its rows; a ticked one can be turned between
// fact and assumption. Without `marks` an item is only ticked.
void draw_cited(Panel& panel, Rect area, const std::string& name, CitedDraft& draft,
                bool marks = true);

// How many are ticked, at the right end of the line above the list; nothing while none is.
void draw_cited_count(Panel& panel, Rect line, std::size_t count);

// The height of the list in full, this wide.
float cited_height(const Panel& panel, float width, const CitedDraft& draft, bool marks = true);

// "A02 Wat er gebeurde, A03 De melding (aanname)" of what somebody cited; items this role does not
// know are counted.
std::string cited_words(const Panel& panel,
                        const google::protobuf::RepeatedPtrField<v1::CitedItem>& cited);

// Puts the ticked items into a command.
template <class Message>
void put_cited(const CitedDraft& draft, Message& message) {
    for (const auto& [item, assumption] : draft.items) {
        v1::Cited& cited = *message.add_cited();
        cited.set_item(item);
        cited.set_as(
            contract::word(assumption ? contract::Mark::assumption : contract::Mark::fact));
    }
}

// A choice with what it rests on, of a decision or of means.
template <class Visit>
void fields(Visit& visit, DecisionDraft& draft) {
    visit("option", draft.option, Counts::chosen);
    visit("cited", draft.cited.items, Counts::chosen);
    visit("unsaid", draft.cited.unsaid);
    visit("filled_in", draft.filled_in, Counts::typed);
    visit("text", draft.text, Counts::typed);
}

}  // namespace casustafel::ui
