#include "client/ui/acts/interventions.hpp"

#include <algorithm>

#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// Why it cannot be used now; empty when it can.
std::string closed_because(const Panel& panel, const v1::Intervention& intervention) {
    const std::int64_t now = panel.sim_ms();
    if (intervention.times_left() == 0)
        return panel.say(Say::intervene_used,
                         {intervention.used_by(), moment(panel, intervention.used_at_sim_ms())});
    if (intervention.from_sim_ms() != 0 && now < intervention.from_sim_ms())
        return panel.say(Say::intervene_from, {moment(panel, intervention.from_sim_ms())});
    if (intervention.until_sim_ms() != 0 && now > intervention.until_sim_ms())
        return panel.say(Say::intervene_until, {moment(panel, intervention.until_sim_ms())});
    return {};
}

// How often it was used and by whom last, of what can be used more than once.
std::string uses_so_far(const Panel& panel, const v1::Intervention& intervention) {
    if (intervention.times() <= 1 || intervention.used_by().empty()) return {};
    return panel.say(Say::intervene_used_before,
                     {intervention.used_by(), moment(panel, intervention.used_at_sim_ms()),
                      std::to_string(intervention.times_left())});
}

void draw_form(Panel& panel, Rect& body, const v1::Intervention& intervention,
               DecisionDraft& draft) {
    panel.draw().cut_paragraph(body, panel.in(intervention.text()), {}, 12);
    if (const std::string before = uses_so_far(panel, intervention); !before.empty())
        panel.draw().cut_paragraph(body, before, {Type::small, Token::text_2}, 12);
    if (!panel.in(intervention.not_yet()).empty())
        panel.draw().cut_paragraph(body, panel.in(intervention.not_yet()),
                                   {Type::small, Token::text_2}, 12);
    draw_form_fields(panel, body, "intervention.field", intervention.fields(), draft.filled_in);
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
            const bool used = intervention.times_left() == 0;
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
        return intervention == nullptr || intervention->times_left() == 0;
    }
};

// What was asked outside the tables, the newest first.
std::vector<const v1::Inquiry*> inquiries_of(const Panel& panel) {
    std::vector<const v1::Inquiry*> all = panel.view->all<v1::Inquiry>();
    std::stable_sort(all.begin(), all.end(), [](const v1::Inquiry* one, const v1::Inquiry* other) {
        return one->at_sim_ms() > other->at_sim_ms();
    });
    return all;
}

std::string title_of(const Panel& panel, const v1::Inquiry& inquiry) {
    const auto* asked = panel.view->find<v1::Intervention>(inquiry.intervention());
    return asked == nullptr ? panel.say(Say::inquiry_before)
                            : without_stop(panel.in(asked->title()));
}

std::string filled_in(const Panel& panel, const v1::Inquiry& inquiry) {
    const auto* asked = panel.view->find<v1::Intervention>(inquiry.intervention());
    return asked == nullptr ? std::string()
                            : filled_in_words(panel, asked->fields(), inquiry.filled_in());
}

std::string status_words(const Panel& panel, const v1::Inquiry& inquiry) {
    using contract::InquiryStatus;
    if (inquiry.status() == InquiryStatus::answered)
        return panel.say(Say::inquiry_answered, {moment(panel, inquiry.answered_at_sim_ms())});
    return panel.say(
        inquiry.status() == InquiryStatus::waiting ? Say::inquiry_waiting : Say::inquiry_done,
        {moment(panel, inquiry.at_sim_ms())});
}

void draw_intervention(Panel& panel, Rect row, const v1::Intervention& intervention,
                       InterventionState& state) {
    const std::string closed = closed_because(panel, intervention);
    const bool used = intervention.times_left() == 0;
    const std::string label = panel.say(panel.looking                ? Say::requests_look
                                        : intervention.is_question() ? Say::intervene_ask
                                                                     : Say::intervene_open);
    const ButtonLook look{.icon = panel.looking ? Icon::none : Icon::flash,
                          .enabled = panel.looking || (closed.empty() && panel.may_act()),
                          .small = true};
    const Rect place = row.cut_right(button_width(panel.ui, label, look));
    if (used && !panel.looking)
        icon_label(panel.ui, place, Icon::check, panel.say(Say::intervene_done), Tone::good, true,
                   Align::right);
    else if (button(panel.ui, place.middle_row(32), "intervention." + intervention.id() + ".open",
                    label, look) &&
             look.enabled)
        state.open = intervention.id();
    row.cut_right(12);
    Rect words = row.middle_row(42);
    panel.draw().line(words.cut_top(22), panel.in(intervention.title()), {Type::strong});
    const std::string before = uses_so_far(panel, intervention);
    panel.draw().line(words,
                      !closed.empty()   ? closed
                      : !before.empty() ? before
                                        : panel.in(intervention.text()),
                      {Type::small, Token::text_2});
}

// What was asked, and the first line of the answer.
void draw_inquiry_row(Panel& panel, Rect row, const v1::Inquiry& inquiry,
                      InterventionState& state) {
    const bool answered = inquiry.status() == contract::InquiryStatus::answered;
    const std::string label = panel.say(Say::requests_look);
    const ButtonLook look{.small = true};
    const Rect place = row.cut_right(button_width(panel.ui, label, look));
    if (button(panel.ui, place.middle_row(32), "inquiry." + std::to_string(inquiry.id()) + ".open",
               label, look))
        state.reading = inquiry.id();
    row.cut_right(12);
    Rect icon = row.cut_left(32);
    panel.draw().icon({icon.left + 10, icon.centre().y}, answered ? Icon::reply : Icon::hourglass,
                      IconSize::control, answered ? Token::good : Token::text_2);
    Rect words = row.middle_row(42);
    panel.draw().line(words.cut_top(22), title_of(panel, inquiry), {Type::strong});
    panel.draw().line(words,
                      status_words(panel, inquiry) + ": " +
                          (answered ? panel.in(inquiry.answer()) : filled_in(panel, inquiry)),
                      {Type::small, Token::text_2});
}

}  // namespace

const DraftKind intervention_drafts = draft_kind<Interventions>();

void draw_inquiry_words(Panel& panel, Rect& body, const v1::Inquiry& inquiry) {
    const bool answered = inquiry.status() == contract::InquiryStatus::answered;
    icon_label(panel.ui, body.cut_top(28), answered ? Icon::reply : Icon::hourglass,
               status_words(panel, inquiry), answered ? Tone::good : Tone::neutral, true);
    body.cut_top(8);
    if (answered) panel.draw().cut_paragraph(body, panel.in(inquiry.answer()), {}, 12);
    panel.draw().cut_line(body, 24, panel.say(Say::inquiry_asked), {Type::strong}, 2);
    for (const std::string& words :
         {filled_in(panel, inquiry), cited_words(panel, inquiry.cited()), inquiry.text()})
        if (!words.empty()) panel.draw().cut_paragraph(body, words, {}, 6);
}

void draw_interventions(Panel& panel, Rect area, InterventionState& state) {
    const auto interventions = panel.view->all<v1::Intervention>();
    if (interventions.empty()) {
        empty_state(panel, area.inset(0, 16), Say::intervene_empty, Say::intervene_empty_body);
        return;
    }
    const auto inquiries = inquiries_of(panel);
    std::vector<Row> rows;
    for (const v1::Inquiry* each : inquiries)
        rows.push_back({"inquiry." + std::to_string(each->id()), 56});
    for (const v1::Intervention* each : interventions)
        rows.push_back({"intervention." + each->id(), 56});
    scroll_list(panel.ui, area, "dock.interventions", rows, state.list,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                    if (index < inquiries.size())
                        draw_inquiry_row(panel, row, *inquiries[index], state);
                    else
                        draw_intervention(panel, row, *interventions[index - inquiries.size()],
                                          state);
                },
                {.bare = true});
}

void draw_inquiry(Panel& panel, InterventionState& state) {
    const v1::Inquiry* inquiry = panel.view->find<v1::Inquiry>(state.reading);
    if (inquiry == nullptr) {
        state.reading = 0;
        return;
    }
    Dialog dialog(panel, "inquiry", 760, 640, title_of(panel, *inquiry));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_inquiry_words(panel, body, *inquiry); });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.reading = 0;
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
    const std::string open_field = missing_field(panel, intervention->fields(), draft.filled_in);
    const std::string why = !open_field.empty() ? open_field
                            : intervention->must_cite() && draft.cited.items.empty()
                                ? panel.say(Say::decision_missing_cited)
                            : !draft.cited.unsaid.empty()    ? panel.say(Say::cite_use_missing)
                            : panel.phase_is(Phase::running) ? std::string()
                                                             : panel.say(Say::share_not_running);
    // No key for it: it cannot be taken back.
    if (draw_foot(dialog, foot,
                  {.name = "intervention.act",
                   .label = panel.say(intervention->is_question() ? Say::intervene_ask
                                                                  : Say::intervene_act),
                   .why = why,
                   .note = panel.say(Say::intervene_final),
                   .icon = Icon::flash,
                   .by_key = false})) {
        panel.act<v1::UseIntervention>([&](auto& use) {
            use.set_intervention(intervention->id());
            use.set_text(draft.text);
            put_cited(draft.cited, use);
            put_filled_in(intervention->fields(), draft.filled_in, use);
        });
        if (intervention->times_left() > 1) draft = {};
        state.open.clear();
        return;
    }
    if (dialog.closed()) state.open.clear();
}

}  // namespace casustafel::ui
