#include "client/ui/acts/decisions.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/acts/decision_dialog.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t soon_ms = 30 * 60'000;

struct Status {
    Icon icon;
    Tone tone;
    std::string words;
};

Status status_of(const Panel& panel, const v1::Decision& decision) {
    if (decision.status() == contract::DecisionStatus::taken) {
        const v1::DecisionOption* option = model::option_of(decision, decision.option());
        return {Icon::check_circle, Tone::good,
                option == nullptr ? panel.say(Say::decision_taken) : panel.in(option->title())};
    }
    if (decision.status() == contract::DecisionStatus::pending)
        return {Icon::hourglass, Tone::attention, panel.say(Say::decision_pending)};
    if (decision.status() == contract::DecisionStatus::missed)
        return {Icon::alert, Tone::wrong, panel.say(Say::decision_missed)};
    const bool soon = decision.deadline_sim_ms() - panel.sim_ms() < soon_ms;
    return {Icon::timer, soon ? Tone::attention : Tone::neutral,
            panel.say(Say::decision_before, {moment(panel, decision.deadline_sim_ms())})};
}

// How many proposed something that is still open; empty: nobody.
std::string proposals_words(const Panel& panel, const v1::Decision& decision) {
    const std::size_t count =
        is_free(decision) ? model::proposals_for(*panel.view, decision.id()).size() : 0;
    if (count == 0) return {};
    return count == 1 ? panel.say(Say::decision_proposals_one)
                      : panel.say(Say::decision_proposals_count, {std::to_string(count)});
}

bool is_same(const google::protobuf::RepeatedPtrField<v1::CitedItem>& sent,
             const CitedDraft& draft) {
    return sent.size() == static_cast<int>(draft.items.size()) &&
           std::all_of(sent.begin(), sent.end(), [&](const v1::CitedItem& each) {
               const auto found = draft.items.find(each.item());
               return found != draft.items.end() &&
                      found->second == (each.as() == contract::Mark::assumption);
           });
}

// What was proposed just so is no draft any more, though its dialog still shows it.
struct Decisions {
    static constexpr const char* path = "decision";
    static auto& kept(auto& table) { return table.decision.drafts; }
    static bool is_sent(const std::string& id, const DecisionDraft& draft) {
        return proposal_of(id, draft).SerializeAsString() == draft.proposed;
    }
    static bool is_draft(const DraftNotes& to, const std::string& id, const DecisionDraft& draft) {
        const auto all = to.panel.view->all<v1::Proposal>();
        return !is_sent(id, draft) &&
               std::none_of(all.begin(), all.end(), [&](const v1::Proposal* each) {
                   return each->decision() == id && each->by() == to.panel.role &&
                          each->option() == draft.option && each->text() == draft.text &&
                          is_same(each->cited(), draft.cited);
               });
    }
    static std::string name_in_view(const Panel& panel, const std::string& id) {
        const v1::Decision* found = panel.view->find<v1::Decision>(id);
        return found == nullptr ? std::string() : without_stop(panel.in(found->title()));
    }
    static constexpr Say title = Say::draft_decision;
    static auto& opens(TableState& table) { return table.decision.open; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_propose_decision()) return false;
        const v1::ProposeDecision& refused = command.propose_decision();
        DecisionDraft& draft = table.decision.drafts[refused.decision()];
        draft.proposed.clear();
        if (!draft.option.empty() || !draft.text.empty() || !draft.cited.items.empty())
            return false;
        draft.option = refused.option();
        draft.text = refused.text();
        for (const v1::Cited& each : refused.cited())
            draft.cited.items[each.item()] = each.as() == contract::Mark::assumption;
        return false;
    }
    static bool is_over(const model::View& view, const std::string&, const std::string& id,
                        const DecisionDraft&) {
        const v1::Decision* decision = view.find<v1::Decision>(id);
        return decision == nullptr || !is_free(*decision);
    }
};

}  // namespace

const DraftKind decision_drafts = draft_kind<Decisions>();

bool is_free(const v1::Decision& decision) {
    return decision.status() == contract::DecisionStatus::open ||
           decision.status() == contract::DecisionStatus::missed;
}

float decision_row_height(const Panel& panel) {
    return panel.ui.layout() == Layout::narrow ? 84 : 56;
}

int decisions_to_take(const Panel& panel) {
    const auto decisions = panel.view->all<v1::Decision>();
    return static_cast<int>(
        std::count_if(decisions.begin(), decisions.end(), [&](const v1::Decision* decision) {
            return is_free(*decision) && model::decides(*decision, panel.role);
        }));
}

void draw_decisions(Panel& panel, Rect area, DecisionState& state) {
    const auto decisions = panel.view->all<v1::Decision>();
    if (decisions.empty()) {
        empty_state(panel, area.inset(0, 16), Say::decision_empty, Say::decision_empty_body);
        return;
    }
    const bool narrow = panel.ui.layout() == Layout::narrow;
    std::vector<Row> rows;
    for (const v1::Decision* decision : decisions)
        rows.push_back({"decision." + decision->id(), decision_row_height(panel)});
    scroll_list(
        panel.ui, area, "dock.decisions", rows, state.list,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Decision& decision = *decisions[index];
            row.right = area.right - 10;
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
            Rect top = narrow ? row.cut_top(52) : row;
            const bool mine = model::decides(decision, panel.role) && is_free(decision);
            const bool reads = panel.looking || !is_free(decision);
            if (button_right(panel.ui, top, 32, "decision." + decision.id() + ".open",
                             panel.say(reads  ? Say::requests_look
                                       : mine ? Say::decision_decide
                                              : Say::decision_propose_short),
                             {.icon = mine && !reads ? Icon::gavel : Icon::none,
                              .enabled = reads || !panel.asking(),
                              .small = true}))
                state.open = decision.id();
            top.cut_right(12);
            const Status status = status_of(panel, decision);
            const std::string proposed = proposals_words(panel, decision);
            if (!narrow) {
                Rect place = top.cut_right(std::min(320.0F, top.width() * 0.36F));
                if (!proposed.empty()) {
                    place = place.middle_row(40);
                    panel.draw().line(place.cut_bottom(18), proposed,
                                      {Type::small, Token::text_2, Align::right});
                }
                icon_label(panel.ui, place, status.icon, status.words, status.tone, false,
                           Align::right);
                top.cut_right(12);
            } else {
                if (!proposed.empty()) {
                    const float wide = panel.draw().width(proposed, Type::small) + 1;
                    panel.draw().line(row.cut_right(wide), proposed, {Type::small, Token::text_2});
                    row.cut_right(12);
                }
                icon_label(panel.ui, row, status.icon, status.words, status.tone);
            }
            table_badge(panel.ui, {top.left + 10, top.centre().y}, decision.table());
            top.cut_left(30);
            const Type type = mine ? Type::strong : Type::body;
            const std::string& title = panel.in(decision.title());
            const float high = panel.draw().paragraph_height(top.width(), title, type, 2);
            panel.draw().paragraph(top.middle_row(high), title, {type}, 2);
        },
        {.bare = true});
}

}  // namespace casustafel::ui
