#include "client/ui/acts/decision_together.hpp"

#include <algorithm>
#include <vector>

#include "client/model/queries.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/marks.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t hour_ms = 60 * 60'000;

std::string in_hours(std::int64_t duration_ms) { return std::to_string(duration_ms / hour_ms); }

std::string clock_words(const Panel& panel, const v1::DecisionClock& clock) {
    const std::string words =
        " " + panel.say(Say::decision_clock,
                        {in_hours(clock.counts_ms()), moment(panel, clock.from_sim_ms())});
    const bool night = clock.night_from_ms() != clock.night_to_ms();
    return night ? words + " " + panel.say(Say::decision_clock_night) : words;
}

void agree(Panel& panel, const v1::Decision& decision, const std::string& with,
           const DecisionDraft& draft) {
    panel.act<v1::AgreeToDecision>([&](auto& act) {
        act.set_decision(decision.id());
        act.set_with(with);
        act.set_text(draft.text);
        put_cited(draft.cited, act);
    });
}

std::string wanted(const Panel& panel, const v1::Decision& decision, const v1::Agreement& agreed) {
    const v1::DecisionOption* option = model::option_of(decision, agreed.option());
    if (option == nullptr) return agreed.option();
    const std::string& title = panel.in(option->title());
    return agreed.filled_in().empty()
               ? title
               : title + ". " + filled_in_words(panel, option->fields(), agreed.filled_in());
}

void draw_agreement(Panel& panel, Rect& area, const v1::Decision& decision,
                    const v1::Agreement& agreed, const DecisionDraft& draft) {
    const std::string words = wanted(panel, decision, agreed);
    Rect row = area.cut_top(40);
    keep_whole(panel.ui, row);
    const bool joins =
        model::decides(decision, panel.role) && agreed.by() != panel.role && !panel.looking;
    if (joins && button_right(panel.ui, row, 32, "decision.agree." + agreed.by(),
                              panel.say(Say::decision_agree), {.icon = Icon::check, .small = true}))
        agree(panel, decision, agreed.by(), draft);
    row.cut_right(8);
    role_label(panel.ui, row.cut_left(proposer_width).middle_row(22), panel.table_of(agreed.by()),
               agreed.by());
    const float high = panel.draw().paragraph_height(row.width(), words, Type::small, 2);
    panel.draw().paragraph(row.middle_row(high), words, {Type::small}, 2);
}

bool can_be_extended(const Panel& panel, const v1::Decision& decision) {
    return model::decides(decision, panel.role) && decision.clock().extension_ms() > 0 &&
           decision.extended_by().empty() && !panel.looking &&
           panel.sim_ms() < decision.deadline_sim_ms();
}

}  // namespace

std::string rule_words(const Panel& panel, const v1::Decision& decision) {
    const std::vector<std::string> names(decision.prepared_by().begin(),
                                         decision.prepared_by().end());
    std::string words;
    if (!names.empty())
        words += " " + panel.say(Say::decision_prepared_by, {enumerate(panel, names)});
    if (decision.has_clock()) words += clock_words(panel, decision.clock());
    if (!decision.extended_by().empty())
        words += " " + panel.say(Say::decision_extended,
                                 {decision.extended_by(), decision.extension_reason()});
    return words;
}

bool has_agreed(const v1::Decision& decision, std::string_view role) {
    return std::any_of(decision.agreements().begin(), decision.agreements().end(),
                       [&](const v1::Agreement& each) { return each.by() == role; });
}

void draw_agreements(Panel& panel, Rect& area, const v1::Decision& decision,
                     const DecisionDraft& draft) {
    if (decision.agreements().empty()) return;
    area.cut_top(16);
    panel.draw().line(area.cut_top(24), panel.say(Say::decision_agreements), {Type::strong});
    for (const v1::Agreement& agreed : decision.agreements())
        draw_agreement(panel, area, decision, agreed, draft);
}

void draw_extension(Panel& panel, Rect& area, const v1::Decision& decision, std::string& reason) {
    if (!can_be_extended(panel, decision)) return;
    area.cut_top(16);
    const std::string label =
        panel.say(Say::decision_extend_reason, {in_hours(decision.clock().extension_ms())});
    panel.draw().cut_line(area, 26, label, {Type::strong}, 0);
    Rect row = area.cut_top(40);
    const bool said = !blank(reason);
    if (button_right(panel.ui, row, 36, "decision.extend", panel.say(Say::decision_extend),
                     {.icon = Icon::timer, .enabled = said}) &&
        said) {
        panel.act<v1::ExtendDecision>([&](auto& act) {
            act.set_decision(decision.id());
            act.set_reason(reason);
        });
        reason.clear();
    }
    row.cut_right(8);
    field(panel.ui, row, "decision.reason", reason,
          {.label = label, .limit = contract::limits::extend_decision_reason_characters});
}

}  // namespace casustafel::ui
