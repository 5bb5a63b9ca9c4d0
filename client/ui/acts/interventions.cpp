#include "client/ui/acts/interventions.hpp"

#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

// Why it cannot be used now; empty when it can.
std::string closed_because(const Panel& panel, const v1::Intervention& intervention) {
    const std::int64_t now = panel.sim_ms();
    if (!intervention.used_by().empty())
        return panel.say(Say::intervene_used,
                         {intervention.used_by(), moment(panel, intervention.used_at_sim_ms())});
    if (intervention.from_sim_ms() != 0 && now < intervention.from_sim_ms())
        return panel.say(Say::intervene_from, {moment(panel, intervention.from_sim_ms())});
    if (intervention.until_sim_ms() != 0 && now > intervention.until_sim_ms())
        return panel.say(Say::intervene_until, {moment(panel, intervention.until_sim_ms())});
    return {};
}

void draw_form(Panel& panel, Rect& body, const v1::Intervention& intervention,
               DecisionDraft& draft) {
    panel.draw().cut_paragraph(body, panel.in(intervention.text()), {}, 12);
    const Rect head = body.cut_top(26);
    panel.draw().line(head, panel.say(Say::decision_cited), {Type::strong});
    draw_cited_count(panel, head, draft.cited.items.size());
    body.cut_top(2);
    // The page scrolls; the list does not.
    draw_cited(panel, body.cut_top(cited_height(panel, body.width(), draft.cited)),
               "intervention.cite", draft.cited);
    body.cut_top(14);
    panel.draw().cut_line(body, 22, panel.say(Say::intervene_why), {Type::strong}, 4);
    const std::string optional = panel.say(Say::answer_explain_optional);
    field(panel.ui, body.cut_top(62), "intervention.text", draft.text,
          {.placeholder = optional,
           .several_lines = true,
           .limit = contract::limits::use_intervention_text_characters});
}

// For who only looks on: what it does, and what became of it.
void draw_reading(Panel& panel, const v1::Intervention& intervention, InterventionState& state) {
    Dialog dialog(panel, "intervention", 760, 640, panel.in(intervention.title()));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        const std::string became = closed_because(panel, intervention);
        if (!became.empty()) {
            const bool used = !intervention.used_by().empty();
            icon_label(panel.ui, body.cut_top(28), used ? Icon::check_circle : Icon::timer, became,
                       used ? Tone::good : Tone::neutral, true);
            body.cut_top(8);
        }
        panel.draw().cut_paragraph(body, panel.in(intervention.text()), {});
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.open.clear();
}

struct Interventions {
    static constexpr const char* path = "intervention";
    static auto& kept(auto& table) { return table.intervention.drafts; }
    static std::string name_in_view(const Panel& panel, const std::string& id) {
        const v1::Intervention* found = panel.view->find<v1::Intervention>(id);
        return found == nullptr ? std::string() : without_stop(panel.in(found->title()));
    }
    static constexpr Say title = Say::draft_intervention;
    static auto& opens(TableState& table) { return table.intervention.open; }
    static bool is_over(const model::View& view, const std::string&, const std::string& id,
                        const DecisionDraft&) {
        const v1::Intervention* intervention = view.find<v1::Intervention>(id);
        return intervention == nullptr || !intervention->used_by().empty();
    }
};

}  // namespace

const DraftKind intervention_drafts = draft_kind<Interventions>();

void draw_interventions(Panel& panel, Rect area, InterventionState& state) {
    const auto interventions = panel.view->all<v1::Intervention>();
    if (interventions.empty()) {
        empty_state(panel, area.inset(0, 16), Say::intervene_empty, Say::intervene_empty_body);
        return;
    }
    std::vector<Row> rows;
    for (const v1::Intervention* each : interventions)
        rows.push_back({"intervention." + each->id(), 56});
    scroll_list(
        panel.ui, area, "dock.interventions", rows, state.list,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Intervention& intervention = *interventions[index];
            row.right = area.right - 10;
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
            const std::string closed = closed_because(panel, intervention);
            const bool used = !intervention.used_by().empty();
            const std::string label =
                panel.say(panel.looking ? Say::requests_look : Say::intervene_open);
            const ButtonLook look{.icon = panel.looking ? Icon::none : Icon::flash,
                                  .enabled = panel.looking || (closed.empty() && panel.may_act()),
                                  .small = true};
            const Rect place = row.cut_right(button_width(panel.ui, label, look));
            if (used && !panel.looking)
                icon_label(panel.ui, place, Icon::check, panel.say(Say::intervene_done), Tone::good,
                           true, Align::right);
            else if (button(panel.ui, place.middle_row(32),
                            "intervention." + intervention.id() + ".open", label, look) &&
                     look.enabled)
                state.open = intervention.id();
            row.cut_right(12);
            Rect words = row.middle_row(42);
            panel.draw().line(words.cut_top(22), panel.in(intervention.title()), {Type::strong});
            panel.draw().line(words, closed.empty() ? panel.in(intervention.text()) : closed,
                              {Type::small, Token::text_2});
        },
        {.bare = true});
}

void draw_intervention_dialog(Panel& panel, InterventionState& state) {
    const v1::Intervention* intervention = panel.view->find<v1::Intervention>(state.open);
    if (intervention != nullptr && panel.looking) return draw_reading(panel, *intervention, state);
    if (intervention == nullptr || !closed_because(panel, *intervention).empty()) {
        state.open.clear();
        return;
    }
    DecisionDraft& draft = state.drafts[state.open];
    Dialog dialog(panel, "intervention", 760, 640, panel.in(intervention->title()));
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_form(panel, body, *intervention, draft); });
    const std::string why = intervention->must_cite() && draft.cited.items.empty()
                                ? panel.say(Say::decision_missing_cited)
                            : !draft.cited.unsaid.empty()    ? panel.say(Say::cite_use_missing)
                            : panel.phase_is(Phase::running) ? std::string()
                                                             : panel.say(Say::share_not_running);
    // No key for it: it cannot be taken back.
    if (draw_foot(dialog, foot,
                  {.name = "intervention.act",
                   .label = panel.say(Say::intervene_act),
                   .why = why,
                   .note = panel.say(Say::intervene_final),
                   .icon = Icon::flash,
                   .by_key = false})) {
        panel.act<v1::UseIntervention>([&](auto& use) {
            use.set_intervention(intervention->id());
            use.set_text(draft.text);
            put_cited(draft.cited, use);
        });
        state.open.clear();
        return;
    }
    if (dialog.closed()) state.open.clear();
}

}  // namespace casustafel::ui
