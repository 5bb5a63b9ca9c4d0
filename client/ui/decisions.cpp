#include "client/ui/decisions.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/cite.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_text_bytes = 500;
constexpr std::int64_t soon_ms = 30 * 60'000;

struct Status {
    Icon icon;
    Tone tone;
    std::string words;
};

Status status_of(const Panel& panel, const v1::Decision& decision) {
    if (decision.status() == "taken") {
        const v1::DecisionOption* option = model::option_of(decision, decision.option());
        return {Icon::check_circle, Tone::good,
                option == nullptr ? panel.say(Say::decision_taken) : panel.in(option->title())};
    }
    if (decision.status() == "pending")
        return {Icon::hourglass, Tone::attention, panel.say(Say::decision_pending)};
    if (decision.status() == "missed")
        return {Icon::alert, Tone::wrong, panel.say(Say::decision_missed)};
    const bool soon = decision.deadline_sim_ms() - panel.sim_ms() < soon_ms;
    return {Icon::timer, soon ? Tone::attention : Tone::neutral,
            panel.say(Say::decision_before, {moment(panel, decision.deadline_sim_ms())})};
}

bool is_free(const v1::Decision& decision) {
    return decision.status() == "open" || decision.status() == "missed";
}

class DecisionDialog {
public:
    DecisionDialog(Panel& panel, DecisionState& state, const v1::Decision& decision)
        : panel_(panel),
          state_(state),
          decision_(decision),
          draft_(state.drafts[decision.id()]),
          mine_(model::decides(decision, panel.role)) {}

    void draw() {
        const bool narrow = panel_.ui.layout() == Layout::narrow;
        Dialog dialog(panel_.ui, "decision", 1080, 660, panel_.in(decision_.title()));
        const Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
        Rect body = dialog.body;
        if (!is_free(decision_)) {
            draw_outcome(body.inset(narrow ? 16 : 32, 16));
        } else if (narrow) {
            const Tab steps[] = {{"option", panel_.say(Say::decision_options)},
                                 {"cited", panel_.say(Say::decision_cited)}};
            const int picked = tab_row(panel_.ui, body.cut_top(36).inset(16, 0), "decision.step",
                                       steps, state_.step);
            if (picked >= 0) state_.step = picked;
            if (state_.step == 0)
                draw_options(body.inset(16, 8));
            else
                draw_grounds(body.inset(16, 8));
        } else {
            Rect left = body.cut_left(body.width() * 0.5F);
            panel_.draw().vertical_rule(left.right, left.top, left.bottom);
            draw_options(left.inset(28, 16));
            draw_grounds(body.inset(28, 16));
        }
        draw_footer(footer);
        if (dialog.closed()) state_.open.clear();
    }

private:
    void draw_options(Rect area) {
        panel_.ui.area("decision.options");
        const Rect head = area.cut_top(28);
        panel_.draw().line(head, panel_.say(Say::decision_options), {Type::panel});
        area.cut_top(4);
        const std::vector<std::string> names(decision_.deciders().begin(),
                                             decision_.deciders().end());
        area.cut_top(
            panel_.draw().paragraph(
                area,
                panel_.say(Say::decision_who_when,
                           {enumerate(panel_, names), moment(panel_, decision_.deadline_sim_ms())}),
                {Type::small, Token::text_2}) +
            8);
        const auto proposals = model::proposals_for(*panel_.view, decision_.id());
        if (!proposals.empty())
            draw_proposals(
                area.cut_bottom(std::min(area.height() * 0.35F,
                                         32 + 50.0F * static_cast<float>(proposals.size()))),
                proposals);
        std::vector<Row> rows;
        for (const v1::DecisionOption& option : decision_.options())
            rows.push_back({"decision.option." + option.id(),
                            34 + panel_.draw().paragraph_height(
                                     area.width() - 70, panel_.in(option.text()), Type::small)});
        const int picked = scroll_list(
            panel_.ui, area, "decision.option", rows, state_.list,
            [&](std::size_t index, Rect row, const Response& response) {
                const v1::DecisionOption& option = decision_.options(static_cast<int>(index));
                const bool on = option.id() == draft_.option;
                if (on || response.hovered) panel_.draw().fill(row, Token::accent_soft);
                draw_radio(panel_.ui, {row.left + 21, row.top + 17}, on);
                Rect words = row.inset(44, 6);
                words.right = row.right - 16;
                panel_.draw().line(words.cut_top(22), panel_.in(option.title()),
                                   {on ? Type::strong : Type::body});
                panel_.draw().paragraph(words, panel_.in(option.text()),
                                        {Type::small, Token::text_2});
                panel_.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                if (response.ring) focus_ring_inside(panel_.ui, row.inset(1), radius::keycap);
            },
            {.cards = true});
        if (picked >= 0 && !panel_.looking) draft_.option = decision_.options(picked).id();
    }

    void draw_proposals(Rect area, const std::vector<const v1::Proposal*>& proposals) {
        area.cut_top(8);
        panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_proposals), {Type::strong});
        std::vector<Row> rows(proposals.size(), Row{"", 50});
        scroll_list(
            panel_.ui, area, "decision.proposals", rows, state_.proposals,
            [&](std::size_t index, Rect row, const Response&) {
                const v1::Proposal& proposal = *proposals[index];
                const v1::DecisionOption* option = model::option_of(decision_, proposal.option());
                row.right = area.right - 10;
                Rect words = row.middle_row(42);
                role_label(panel_.ui, words.cut_left(96), panel_.table_of(proposal.by()),
                           proposal.by());
                const std::string title =
                    (proposal.parked() ? panel_.say(Say::decision_parked) + " " : std::string()) +
                    (option == nullptr ? proposal.option() : panel_.in(option->title()));
                panel_.draw().line(words.cut_top(22), title, {Type::strong_small});
                panel_.draw().line(words,
                                   proposal.text().empty() ? cited_words(panel_, proposal.cited())
                                                           : proposal.text(),
                                   {Type::small, Token::text_2});
            },
            {.bare = true});
    }

    void draw_grounds(Rect area) {
        panel_.ui.area("decision.grounds");
        panel_.draw().line(area.cut_top(28), panel_.say(Say::decision_cited), {Type::panel});
        area.cut_top(4);
        area.cut_top(panel_.draw().paragraph(area, panel_.say(Say::decision_cited_hint),
                                             {Type::small, Token::text_2}) +
                     8);
        Rect words = area.cut_bottom(std::min(96.0F, area.height() * 0.4F));
        area.cut_bottom(10);
        draw_cited(panel_, area, "decision.cite", draft_.cited);
        panel_.draw().line(words.cut_top(24), panel_.say(Say::decision_premortem), {Type::strong});
        field(
            panel_.ui, words, "decision.text", draft_.text,
            {.several_lines = true, .enabled = !panel_.looking, .limit_bytes = longest_text_bytes});
    }

    void draw_outcome(Rect place) {
        scroll_area(panel_.ui, place, "decision.outcome", [&](Rect area) {
            const float top = area.top;
            area.bottom = area.top + 100'000;
            draw_outcome_text(area);
            return area.top - top;
        });
    }

    void draw_outcome_text(Rect& area) {
        const v1::DecisionOption* option = model::option_of(decision_, decision_.option());
        const Status status = status_of(panel_, decision_);
        icon_label(panel_.ui, area.cut_top(28), status.icon,
                   decision_.status() == "pending" ? status.words : panel_.say(Say::decision_taken),
                   status.tone, true);
        area.cut_top(8);
        if (option != nullptr) {
            area.cut_top(
                panel_.draw().paragraph(area, panel_.in(option->title()), {Type::heading}) + 6);
            area.cut_top(panel_.draw().paragraph(area, panel_.in(option->text()), {}) + 12);
        }
        area.cut_top(panel_.draw().paragraph(
                         area,
                         panel_.say(Say::decision_by,
                                    {decision_.taken_by(), panel_.role_name(decision_.taken_by()),
                                     moment(panel_, decision_.at_sim_ms())}),
                         {Type::body, Token::text_2}) +
                     12);
        panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_cited), {Type::strong});
        area.cut_top(panel_.draw().paragraph(area, cited_words(panel_, decision_.cited()), {}) +
                     12);
        if (decision_.text().empty()) return;
        panel_.draw().line(area.cut_top(24), panel_.say(Say::decision_premortem), {Type::strong});
        area.cut_top(panel_.draw().paragraph(area, decision_.text(), {}));
    }

    std::string missing() const {
        if (draft_.option.empty()) return panel_.say(Say::decision_missing_option);
        const v1::DecisionOption* option = model::option_of(decision_, draft_.option);
        if (option != nullptr && option->must_cite() && draft_.cited.items.empty())
            return panel_.say(Say::decision_missing_cited);
        return panel_.phase_is("running") ? std::string() : panel_.say(Say::share_not_running);
    }

    void draw_footer(Rect row) {
        panel_.ui.area("decision.footer");
        if (decision_.status() == "pending") return draw_pending(row);
        if (!is_free(decision_)) return;
        const std::string why = missing();
        const bool can = why.empty() && !panel_.looking;
        const std::string take = panel_.say(Say::decision_take),
                          propose = panel_.say(Say::decision_propose);
        const std::string_view keys = panel_.ui.layout() == Layout::narrow ? "" : "Ctrl ↵";
        const ButtonLook primary{
            .style = ButtonStyle::primary, .icon = Icon::gavel, .keycap = keys, .enabled = can};
        const ButtonLook other{.style = mine_ ? ButtonStyle::outlined : ButtonStyle::primary,
                               .icon = Icon::send,
                               .keycap = mine_ ? "" : keys,
                               .enabled = can};
        const bool by_key = panel_.ui.take({Key::enter, false, true}) && can;
        if (by_key) return act(mine_);
        if (mine_) {
            if (button(panel_.ui,
                       row.cut_right(button_width(panel_.ui, take, primary)).middle_row(40),
                       "decision.take", take, primary) &&
                can)
                act(true);
            row.cut_right(10);
        }
        if (button(panel_.ui, row.cut_right(button_width(panel_.ui, propose, other)).middle_row(40),
                   "decision.propose", propose, other) &&
            can)
            act(false);
        row.cut_right(12);
        if (!why.empty())
            reason_line(panel_.ui, row, why);
        else if (!mine_)
            reason_line(panel_.ui, row, panel_.say(Say::decision_others_take));
    }

    // For ten seconds what was decided can be taken back.
    void draw_pending(Rect row) {
        if (!mine_ || panel_.looking) return;
        const std::string now = panel_.say(Say::decision_hasten),
                          back = panel_.say(Say::decision_retract);
        const ButtonLook primary{.style = ButtonStyle::primary, .icon = Icon::check};
        const ButtonLook undo{.icon = Icon::undo};
        if (button(panel_.ui, row.cut_right(button_width(panel_.ui, now, primary)).middle_row(40),
                   "decision.hasten", now, primary)) {
            v1::Command command = panel_.command();
            command.mutable_hasten_decision()->set_decision(decision_.id());
            panel_.outbox.act(std::move(command));
        }
        row.cut_right(10);
        if (button(panel_.ui, row.cut_right(button_width(panel_.ui, back, undo)).middle_row(40),
                   "decision.retract", back, undo)) {
            v1::Command command = panel_.command();
            command.mutable_retract_decision()->set_decision(decision_.id());
            panel_.outbox.act(std::move(command));
        }
        row.cut_right(12);
        reason_line(panel_.ui, row, panel_.say(Say::decision_pending_hint));
    }

    void act(bool take) {
        v1::Command command = panel_.command();
        const auto fill = [&](auto& wanted) {
            wanted.set_decision(decision_.id());
            wanted.set_option(draft_.option);
            wanted.set_text(draft_.text);
            put_cited(draft_.cited, wanted);
        };
        if (take)
            fill(*command.mutable_take_decision());
        else
            fill(*command.mutable_propose_decision());
        panel_.outbox.act(std::move(command));
        if (!take) state_.open.clear();
    }

    Panel& panel_;
    DecisionState& state_;
    const v1::Decision& decision_;
    DecisionDraft& draft_;
    bool mine_;
};

}  // namespace

int decisions_to_take(const Panel& panel) {
    const auto decisions = panel.view->decisions();
    return static_cast<int>(
        std::count_if(decisions.begin(), decisions.end(), [&](const v1::Decision* decision) {
            return is_free(*decision) && model::decides(*decision, panel.role);
        }));
}

void draw_decisions(Panel& panel, Rect area, DecisionState& state) {
    const auto decisions = panel.view->decisions();
    if (decisions.empty()) {
        empty_state(panel.ui, area.inset(0, 16),
                    {panel.say(Say::decision_empty), panel.say(Say::decision_empty_body)});
        return;
    }
    const bool narrow = panel.ui.layout() == Layout::narrow;
    std::vector<Row> rows;
    for (const v1::Decision* decision : decisions)
        rows.push_back({"decision." + decision->id(), narrow ? 84.0F : 52.0F});
    scroll_list(
        panel.ui, area, "dock.decisions", rows, state.list,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Decision& decision = *decisions[index];
            row.right = area.right - 10;
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
            Rect top = narrow ? row.cut_top(44) : row;
            const bool mine = model::decides(decision, panel.role) && is_free(decision);
            const std::string label = panel.say(mine                ? Say::decision_decide
                                                : is_free(decision) ? Say::decision_propose_short
                                                                    : Say::requests_look);
            const ButtonLook look{.icon = mine ? Icon::gavel : Icon::none, .small = true};
            if (button(panel.ui, top.cut_right(button_width(panel.ui, label, look)).middle_row(32),
                       "decision." + decision.id() + ".open", label, look))
                state.open = decision.id();
            top.cut_right(12);
            const Status status = status_of(panel, decision);
            if (!narrow) {
                const Rect place = top.cut_right(std::min(320.0F, top.width() * 0.4F));
                icon_label(panel.ui, place, status.icon, status.words, status.tone, false,
                           Align::right);
                top.cut_right(12);
            } else {
                icon_label(panel.ui, row, status.icon, status.words, status.tone);
            }
            table_badge(panel.ui, {top.left + 10, top.centre().y}, decision.table());
            top.cut_left(30);
            panel.draw().line(top, panel.in(decision.title()), {mine ? Type::strong : Type::body});
        },
        {.bare = true});
}

void draw_decision_dialog(Panel& panel, DecisionState& state) {
    const v1::Decision* decision = panel.view->decision(state.open);
    if (decision == nullptr) {
        state.open.clear();
        return;
    }
    DecisionDialog(panel, state, *decision).draw();
}

}  // namespace casustafel::ui
