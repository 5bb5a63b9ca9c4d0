#include "client/ui/acts/decision_dialog.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/acts/decision_together.hpp"
#include "client/ui/acts/decisions.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/marks.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float words_height = 62, column_padding = 16;

template <class Message>
void fill(Message& wanted, const std::string& decision, const DecisionDraft& draft) {
    wanted.set_decision(decision);
    wanted.set_option(draft.option);
    wanted.set_text(draft.text);
    put_cited(draft.cited, wanted);
    for (const auto& [field, value] : draft.filled_in) {
        if (value.empty()) continue;
        v1::FilledIn& answer = *wanted.add_filled_in();
        answer.set_field(field);
        answer.set_value(value);
    }
}

class DecisionDialog {
public:
    DecisionDialog(Panel& panel, DecisionState& state, const v1::Decision& decision)
        : panel_(panel),
          state_(state),
          decision_(decision),
          draft_(state.drafts[decision.id()]),
          mine_(model::decides(decision, panel.role)),
          together_(decision.rule() == contract::TakenBy::all),
          narrow_(panel.ui.layout() == Layout::narrow) {}

    void draw() {
        const bool reads = !is_free(decision_) || panel_.looking;
        Dialog dialog(panel_, "decision", reads ? 760 : 1080, 660, panel_.in(decision_.title()));
        const Rect foot = dialog.cut_foot();
        if (!is_free(decision_))
            dialog.page([&](Rect& area) { draw_outcome(area); });
        else if (reads)
            dialog.page([&](Rect& area) { draw_choices_to_read(area); });
        else if (narrow_)
            draw_steps(dialog);
        else
            draw_side_by_side(dialog);
        draw_footer(dialog, foot);
        if (dialog.closed()) close();
    }

private:
    void draw_steps(Dialog& dialog) {
        const Tab steps[] = {{"option", "1 " + panel_.say(Say::decision_step_choice)},
                             {"cited", "2 " + panel_.say(Say::decision_step_grounds)}};
        const int picked = tab_row(panel_.ui, dialog.cut_band(40).inset(16, 0), "decision.step",
                                   steps, state_.step);
        if (picked >= 0) state_.step = picked;
        dialog.page([&](Rect area) {
            return state_.step == 0 ? draw_choice(area) : draw_grounds(area, unlimited_height);
        });
    }

    void draw_side_by_side(Dialog& dialog) {
        Rect right = dialog.body;
        const Rect left = right.cut_left(right.width() * 0.5F);
        panel_.draw().vertical_rule(left.right, left.top, left.bottom);
        float used = 0;
        scroll_area(panel_.ui, left.inset(28, column_padding), "decision.left", [&](Rect area) {
            area = unlimited(area);
            return used = draw_choice(area);
        });
        const Rect place = right.inset(28, column_padding);
        used = std::max(used, draw_grounds(place, place.height()));
        dialog.fit(used + 2 * column_padding);
    }

    // The options and what others proposed; returns the height used.
    float draw_choice(Rect area) {
        const float top = area.top;
        panel_.ui.area("decision.options");
        panel_.draw().cut_line(area, 26, panel_.say(Say::decision_options), {Type::panel}, 2);
        draw_who_when(area);
        if (!mine_ && !prepares())
            panel_.draw().cut_paragraph(area, panel_.say(Say::decision_options_of_deciders), {}, 8);
        for (const v1::DecisionOption& option : decision_.options()) draw_option(area, option);
        draw_form(area);
        draw_agreements(panel_, area, decision_, draft_);
        draw_proposals(area);
        draw_extension(panel_, area, decision_, state_.reason);
        return area.top - top;
    }

    void draw_who_when(Rect& area) {
        std::vector<std::string> names;
        for (const std::string& role : decision_.deciders())
            names.push_back(role + " (" + panel_.role_name(role) + ")");
        std::string who_when =
            panel_.say(Say::decision_who_when,
                       {enumerate(panel_, names), moment(panel_, decision_.deadline_sim_ms())});
        if (names.size() > 1)
            who_when +=
                " " + panel_.say(together_ ? Say::decision_all_must : Say::decision_each_may);
        who_when += rule_words(panel_, decision_);
        panel_.draw().cut_paragraph(area, who_when, {Type::small, Token::text_2}, 8);
    }

    bool prepares() const {
        return std::find(decision_.prepared_by().begin(), decision_.prepared_by().end(),
                         panel_.role) != decision_.prepared_by().end();
    }

    // For who only looks on: what could have been chosen, without anything to choose with.
    void draw_choices_to_read(Rect& area) {
        if (decision_.status() == contract::DecisionStatus::missed) {
            icon_label(panel_.ui, area.cut_top(28), Icon::alert, panel_.say(Say::decision_missed),
                       Tone::wrong, true);
            area.cut_top(8);
        }
        draw_who_when(area);
        for (const v1::DecisionOption& option : decision_.options()) {
            panel_.draw().cut_paragraph(area, panel_.in(option.title()), {Type::strong});
            panel_.draw().cut_paragraph(area, panel_.in(option.text()), {}, 10);
        }
        draw_proposals(area);
    }

    void draw_proposals(Rect& area) {
        const auto proposals = model::proposals_for(*panel_.view, decision_.id());
        if (proposals.empty()) return;
        area.cut_top(16);
        panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_proposals), {Type::strong});
        for (const v1::Proposal* proposal : proposals) draw_proposal(area, *proposal);
    }

    void draw_option(Rect& area, const v1::DecisionOption& option) {
        const float words_high = panel_.draw().paragraph_height(
            area.width() - 60, panel_.in(option.text()), Type::small);
        const float title_high = panel_.draw().paragraph_height(
            area.width() - 60, panel_.in(option.title()), Type::strong);
        const std::string& fits = panel_.in(option.fits_when());
        const float fits_high =
            fits.empty() ? 0 : panel_.draw().paragraph_height(area.width() - 60, fits, Type::small);
        const Rect row = area.cut_top(16 + title_high + words_high + fits_high);
        const bool on = option.id() == draft_.option;
        keep_whole(panel_.ui, row);
        const Response response = panel_.ui.touch({.name = "decision.option." + option.id(),
                                                   .label = panel_.in(option.title()),
                                                   .rect = row,
                                                   .kind = Kind::radio,
                                                   .selected = on,
                                                   .group = "decision.option"});
        if (on || response.hovered) panel_.draw().fill(row, Token::accent_soft);
        if (on && borders_for_fills(panel_.draw().contrast()))
            panel_.draw().border(row, Token::accent);
        draw_radio(panel_.ui, {row.left + 21, row.top + 19}, on);
        Rect words{row.left + 44, row.top + 8, row.right - 16, row.bottom};
        panel_.draw().paragraph(words.cut_top(title_high), panel_.in(option.title()),
                                {on ? Type::strong : Type::body});
        panel_.draw().paragraph(words.cut_top(words_high), panel_.in(option.text()),
                                {Type::small, Token::text_2});
        if (fits_high > 0)
            panel_.draw().paragraph(words.cut_top(fits_high), fits, {Type::small, Token::text_2});
        panel_.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
        if (response.ring) focus_ring_inside(panel_.ui, row.inset(1), radius::keycap);
        if (response.activated && !panel_.looking && !on) {
            draft_.option = option.id();
            draft_.filled_in.clear();
        }
    }

    // What is filled in with the option chosen.
    void draw_form(Rect& area) {
        const v1::DecisionOption* chosen = model::option_of(decision_, draft_.option);
        if (chosen == nullptr || chosen->fields().empty()) return;
        area.cut_top(12);
        draw_form_fields(panel_, area, "decision.field", chosen->fields(), draft_.filled_in);
    }

    // Whether it still waits for the picture to be formed; that it did so stays true.
    std::string parked_words(const v1::Proposal& proposal) const {
        if (!proposal.parked()) return {};
        const v1::Meeting* meeting = panel_.view->find<v1::Meeting>(decision_.meeting());
        const bool waits =
            meeting != nullptr && meeting->phase() == contract::MeetingPhase::picture;
        return panel_.say(waits ? Say::decision_parked : Say::decision_parked_before) + " ";
    }

    // By whom, and all of it.
    void draw_proposal(Rect& area, const v1::Proposal& proposal) {
        const v1::DecisionOption* option = model::option_of(decision_, proposal.option());
        const std::string title =
            parked_words(proposal) + (proposal.option().empty() ? panel_.say(Say::decision_in_words)
                                      : option == nullptr       ? proposal.option()
                                                                : panel_.in(option->title()));
        std::string text =
            proposal.text().empty() ? cited_words(panel_, proposal.cited()) : proposal.text();
        if (option != nullptr && !proposal.filled_in().empty())
            text = filled_in_words(panel_, option->fields(), proposal.filled_in()) + ". " + text;
        Painter& draw = panel_.draw();
        const float measure = area.width() - proposer_width;
        const float title_high = draw.paragraph_height(measure, title, Type::strong_small);
        const float high = title_high + 2 + draw.paragraph_height(measure, text, Type::small);
        Rect row = area.cut_top(high + 10);
        keep_whole(panel_.ui, row);
        role_label(panel_.ui, row.cut_left(proposer_width).cut_top(22),
                   panel_.table_of(proposal.by()), proposal.by());
        draw.paragraph(row.cut_top(title_high + 2), title, {Type::strong_small});
        draw.paragraph(row, text, {Type::small, Token::text_2});
    }

    // What it rests on. In less room than `most` needs the list scrolls; returns the height that
    // all of it wants.
    float draw_grounds(Rect area, float most) {
        const float top = area.top;
        panel_.ui.area("decision.grounds");
        const Rect head = area.cut_top(26);
        panel_.draw().line(head, panel_.say(Say::decision_cited), {Type::panel});
        draw_cited_count(panel_, head, draft_.cited.items.size());
        area.cut_top(2);
        panel_.draw().cut_paragraph(area, panel_.say(Say::decision_cited_hint),
                                    {Type::small, Token::text_2}, 8);
        const float wanted = cited_height(panel_, area.width(), draft_.cited),
                    above = area.top - top, below = 14 + 26 + words_height;
        const float given = std::min(wanted, most - above - below);
        draw_cited(panel_, area.cut_top(given), "decision.cite", draft_.cited);
        area.cut_top(14);
        panel_.draw().line(area.cut_top(26),
                           panel_.say(mine_ ? Say::decision_premortem : Say::decision_own_words),
                           {Type::strong});
        const bool asked = decision_.must_look_ahead();
        const std::string optional =
            mine_ && !asked ? panel_.say(Say::answer_explain_optional) : "";
        field(panel_.ui, area.cut_top(words_height), "decision.text", draft_.text,
              {.placeholder = optional,
               .several_lines = true,
               .enabled = !panel_.looking,
               .limit = contract::limits::take_decision_text_characters});
        return above + wanted + below;
    }

    void draw_outcome(Rect& area) {
        const v1::DecisionOption* option = model::option_of(decision_, decision_.option());
        const bool pending = decision_.status() == contract::DecisionStatus::pending;
        icon_label(panel_.ui, area.cut_top(28), pending ? Icon::hourglass : Icon::check_circle,
                   panel_.say(pending ? Say::decision_pending : Say::decision_taken),
                   pending ? Tone::attention : Tone::good, true);
        area.cut_top(8);
        if (option != nullptr) {
            panel_.draw().cut_paragraph(area, panel_.in(option->title()), {Type::heading}, 6);
            panel_.draw().cut_paragraph(area, panel_.in(option->text()), {}, 12);
            if (!decision_.filled_in().empty())
                panel_.draw().cut_paragraph(
                    area, filled_in_words(panel_, option->fields(), decision_.filled_in()), {}, 12);
        }
        panel_.draw().cut_paragraph(
            area,
            panel_.say(Say::decision_by,
                       {decision_.taken_by(), panel_.role_name(decision_.taken_by()),
                        moment(panel_, decision_.at_sim_ms())}),
            {Type::body, Token::text_2}, 12);
        panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_cited), {Type::strong});
        panel_.draw().cut_paragraph(area, cited_words(panel_, decision_.cited()), {});
        if (!decision_.text().empty()) {
            area.cut_top(12);
            panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_premortem),
                               {Type::strong});
            panel_.draw().cut_paragraph(area, decision_.text(), {});
        }
        draw_proposals(area);
    }

    // Why it cannot be taken, or by who does not take it, not proposed.
    std::string missing(bool takes) const {
        const v1::DecisionOption* chosen = model::option_of(decision_, draft_.option);
        if (mine_ && chosen == nullptr) return panel_.say(Say::decision_missing_option);
        if (chosen != nullptr && takes)
            if (const std::string field = missing_field(panel_, chosen->fields(), draft_.filled_in);
                !field.empty())
                return field;
        if (narrow_ && state_.step == 0) return {};
        if (!mine_ && draft_.option.empty() && blank(draft_.text))
            return panel_.say(Say::decision_missing_words);
        if (takes && decision_.must_cite() && draft_.cited.items.empty())
            return panel_.say(Say::decision_missing_cited);
        if (takes && decision_.must_look_ahead() && blank(draft_.text))
            return panel_.say(Say::decision_missing_premortem);
        if (!draft_.cited.unsaid.empty()) return panel_.say(Say::cite_use_missing);
        return panel_.phase_is(Phase::running) ? std::string() : panel_.say(Say::share_not_running);
    }

    void draw_footer(Dialog& dialog, Rect row) {
        panel_.ui.area("decision.footer");
        if (decision_.status() == contract::DecisionStatus::pending)
            return draw_pending(dialog, row);
        if (!is_free(decision_) || panel_.looking) return dialog.cancel(row, Say::ui_close);
        if (narrow_ && state_.step == 0) {
            if (draw_foot(dialog, row,
                          {.name = "decision.next",
                           .label = panel_.say(Say::ui_further),
                           .why = missing(mine_),
                           .icon = Icon::arrow_right,
                           .icon_last = true}))
                state_.step = 1;
            return;
        }
        const std::string why = missing(mine_), why_not_proposed = missing(false);
        const FootAct propose{.name = "decision.propose",
                              .label = panel_.say(Say::decision_propose),
                              .why = why_not_proposed,
                              .note = panel_.say(Say::decision_others_take),
                              .icon = Icon::send};
        if (!mine_) {
            if (draw_foot(dialog, row, propose)) act(false);
            return;
        }
        const bool takes = foot_button(
            dialog, row,
            {.name = "decision.take",
             .label = panel_.say(together_ ? Say::decision_agree_own : Say::decision_take),
             .why = why,
             .icon = Icon::gavel});
        const ButtonLook look{.icon = Icon::send, .enabled = why_not_proposed.empty()};
        const bool proposes = button_right(panel_.ui, row, 40, propose.name, propose.label, look);
        row.cut_right(8);
        if (has_agreed(decision_, panel_.role) &&
            button_right(panel_.ui, row, 40, "decision.disagree",
                         panel_.say(Say::decision_disagree), {.icon = Icon::undo}))
            panel_.act<v1::RetractDecision>([&](auto& act) { act.set_decision(decision_.id()); });
        dialog.cancel(row);
        row.cut_right(8);
        if (!why.empty()) reason_line(panel_.ui, row, why);
        if (takes) act(true);
        if (proposes && look.enabled) act(false);
    }

    // For ten seconds what was decided can be taken back.
    void draw_pending(Dialog& dialog, Rect row) {
        if (!mine_ || panel_.looking) return dialog.cancel(row, Say::ui_close);
        if (foot_button(dialog, row,
                        {.name = "decision.hasten",
                         .label = panel_.say(Say::decision_hasten),
                         .icon = Icon::check,
                         .by_key = false})) {
            panel_.act<v1::HastenDecision>([&](auto& act) { act.set_decision(decision_.id()); });
        }
        const ButtonLook undo{.icon = Icon::undo};
        if (button_right(panel_.ui, row, 40, "decision.retract", panel_.say(Say::decision_retract),
                         undo)) {
            panel_.act<v1::RetractDecision>([&](auto& act) { act.set_decision(decision_.id()); });
        }
        row.cut_right(8);
        dialog.cancel(row, Say::ui_close);
        row.cut_right(8);
        reason_line(panel_.ui, row, panel_.say(Say::decision_pending_hint));
    }

    void act(bool take) {
        v1::Command command = panel_.command();
        if (take) {
            fill(*command.mutable_take_decision(), decision_.id(), draft_);
        } else {
            *command.mutable_propose_decision() = proposal_of(decision_.id(), draft_);
            draft_.proposed = command.propose_decision().SerializeAsString();
        }
        panel_.outbox.act(std::move(command));
        if (!take) close();
    }

    void close() {
        state_.reason.clear();
        state_.open.clear();
        state_.step = 0;
    }

    Panel& panel_;
    DecisionState& state_;
    const v1::Decision& decision_;
    DecisionDraft& draft_;
    bool mine_, together_, narrow_;
};

}  // namespace

v1::ProposeDecision proposal_of(const std::string& decision, const DecisionDraft& draft) {
    v1::ProposeDecision wanted;
    fill(wanted, decision, draft);
    return wanted;
}

void draw_decision_dialog(Panel& panel, DecisionState& state) {
    const v1::Decision* decision = panel.view->find<v1::Decision>(state.open);
    if (decision == nullptr) {
        state.open.clear();
        return;
    }
    DecisionDialog(panel, state, *decision).draw();
}

}  // namespace casustafel::ui
