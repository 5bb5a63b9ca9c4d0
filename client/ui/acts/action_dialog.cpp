#include "client/ui/acts/action_dialog.hpp"

#include <algorithm>

#include "client/ui/acts/cite.hpp"
#include "client/ui/acts/recipients.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr float form_width = 340, column_padding = 16, head_height = 26;

class ActionDialog {
public:
    ActionDialog(Panel& panel, PlanState& state)
        : panel_(panel),
          state_(state),
          draft_(state.draft),
          narrow_(panel.ui.layout() == Layout::narrow) {}

    void draw() {
        Dialog dialog(panel_, "action", panel_.ui.layout() == Layout::wide ? 1312 : 1216, 660,
                      panel_.say(state_.changing == 0 ? Say::plan_new : Say::plan_change),
                      "action.text");
        const Rect foot = dialog.cut_foot();
        if (narrow_)
            draw_steps(dialog);
        else
            draw_side_by_side(dialog);
        draw_footer(dialog, foot);
        if (dialog.closed() && state_.open) {
            state_.kept[state_.changing] = draft_;
            state_.open = false;
        }
    }

private:
    // What the case asks of an action besides.
    const FormFields& form() const { return panel_.view->find<v1::Plan>()->fields(); }

    void draw_steps(Dialog& dialog) {
        const Tab steps[] = {{"what", panel_.say(Say::plan_what)},
                             {"informed", panel_.say(Say::plan_informed)},
                             {"items", panel_.say(Say::decision_cited)}};
        const int picked =
            tab_row(panel_.ui, dialog.cut_band(40).inset(16, 0), "action.step", steps, state_.step);
        if (picked >= 0) state_.step = picked;
        dialog.page([&](Rect body) {
            if (state_.step == 0) return draw_what(body);
            return state_.step == 1 ? draw_informed(body, unlimited_height)
                                    : draw_items(body, unlimited_height);
        });
    }

    void draw_side_by_side(Dialog& dialog) {
        Rect rest = dialog.body;
        const float gap = panel_.ui.layout() == Layout::wide ? 32 : 24;
        const Rect left = rest.cut_left(form_width + 2 * gap);
        panel_.draw().vertical_rule(left.right, left.top, left.bottom);
        rest = rest.inset(gap, column_padding);
        Rect people = rest.cut_left((rest.width() - gap) * 0.44F);
        rest.cut_left(gap);
        float form = 0;
        scroll_area(panel_.ui, left.inset(gap - 4, column_padding), "action.form", [&](Rect inner) {
            inner = {inner.left + 4, inner.top, inner.right - 4, inner.top + unlimited_height};
            return form = draw_what(inner);
        });
        const float informed = draw_informed(people, people.height());
        const float items = draw_items(rest, rest.height());
        dialog.fit(std::max({form, informed, items}) + 2 * column_padding);
    }

    // With what is right under it in sight.
    void draw_label(Rect& area, Say label) {
        keep_whole(panel_.ui, {area.left, area.top, area.right, area.top + 66});
        panel_.draw().cut_line(area, 22, panel_.say(label), {Type::strong}, 4);
    }

    // The code and the name, and that it is one's own.
    std::string role_option(const v1::Role& role) const {
        const std::string words = role.id() + "  " + panel_.in(role.name());
        return role.id() == panel_.role ? panel_.say(Say::plan_lead_own, {words}) : words;
    }

    // One of the roles, one's own before the others; `nobody` first, when it means something to
    // choose none of them.
    void draw_role_choice(Rect& area, const std::string& name, Say label, std::string& role,
                          std::string_view placeholder, const std::string& nobody = {}) {
        std::vector<Option> options;
        if (!nobody.empty()) options.push_back({"", nobody, {}});
        int chosen = nobody.empty() ? -1 : 0;
        std::vector<const v1::Role*> roles = panel_.view->all<v1::Role>();
        std::stable_partition(roles.begin(), roles.end(),
                              [&](const v1::Role* each) { return each->id() == panel_.role; });
        for (const v1::Role* each : roles) {
            if (each->id() == role) chosen = static_cast<int>(options.size());
            options.push_back({each->id(), role_option(*each), {}});
        }
        draw_label(area, label);
        const int picked = select(panel_.ui, area.cut_top(40), name, options, chosen, placeholder,
                                  !panel_.looking);
        if (picked >= 0) role = options[static_cast<std::size_t>(picked)].key;
        area.cut_top(10);
    }

    void draw_power(Rect& area) {
        // None is what is sent until one is chosen, so it stands there as a choice.
        std::vector<Option> options{{"none", panel_.say(Say::plan_no_power), {}}};
        int chosen = 0;
        for (const v1::Power* power : panel_.view->all<v1::Power>()) {
            if (power->id() == draft_.power) chosen = static_cast<int>(options.size());
            options.push_back(
                {power->id(), panel_.in(power->name()),
                 enumerate(panel_, {power->holders().begin(), power->holders().end()})});
        }
        draw_label(area, Say::plan_power);
        const int picked = select(panel_.ui, area.cut_top(40), "action.power", options, chosen, {},
                                  !panel_.looking);
        if (picked == 0) draft_.power.clear();
        if (picked > 0) draft_.power = options[static_cast<std::size_t>(picked)].key;
        area.cut_top(10);
    }

    void draw_deadline(Rect& area) {
        std::vector<std::int64_t> times = moments_ahead(panel_);
        const std::int64_t now_chosen = draft_.deadline_sim_ms;
        if (now_chosen != 0 && std::find(times.begin(), times.end(), now_chosen) == times.end())
            times.insert(times.begin(), now_chosen);
        std::vector<Option> options;
        int chosen = -1;
        for (const std::int64_t time : times) {
            if (time == now_chosen) chosen = static_cast<int>(options.size());
            options.push_back({std::to_string(time), moment(panel_, time), {}});
        }
        draw_label(area, Say::plan_deadline);
        const int picked = select(panel_.ui, area.cut_top(40), "action.deadline", options, chosen,
                                  panel_.say(Say::plan_choose_deadline), !panel_.looking);
        if (picked >= 0) draft_.deadline_sim_ms = times[static_cast<std::size_t>(picked)];
    }

    // Each part returns the height that all of it wants.
    float draw_what(Rect inner) {
        panel_.ui.area("action.what");
        const float top = inner.top;
        draw_label(inner, Say::plan_text);
        field(panel_.ui, inner.cut_top(72), "action.text", draft_.text,
              {.several_lines = true,
               .enabled = !panel_.looking,
               .limit = contract::limits::action_terms_text_characters});
        inner.cut_top(12);
        draw_role_choice(inner, "action.lead", Say::plan_lead, draft_.lead,
                         panel_.say(Say::plan_choose_lead));
        draw_power(inner);
        if (!draft_.power.empty())
            draw_role_choice(inner, "action.power_holder", Say::plan_power_holder,
                             draft_.power_holder, {}, panel_.say(Say::plan_holder_is_lead));
        draw_deadline(inner);
        if (!form().empty() && !panel_.looking) {
            inner.cut_top(12);
            draw_form_fields(panel_, inner, "action.field", form(), draft_.filled_in);
        }
        return inner.top - top;
    }

    float draw_informed(Rect area, float most) {
        panel_.ui.area("action.informed");
        const float head = narrow_ ? 0 : head_height;
        if (!narrow_) draw_label(area, Say::plan_informed);
        const std::vector<RecipientGroup> groups{{"", other_roles(panel_, {})}};
        const float wanted = recipients_height(panel_, groups, false);
        draw_recipients(panel_, area.cut_top(std::min(wanted, most - head)), "action.informed",
                        groups, {draft_.informed, nullptr, state_.informed});
        return head + wanted;
    }

    float draw_items(Rect area, float most) {
        panel_.ui.area("action.items");
        const float top = area.top;
        const Rect above{area.left, area.top, area.right, area.top + 22};
        if (!narrow_) draw_label(area, Say::decision_cited);
        if (!narrow_) draw_cited_count(panel_, above, draft_.items.size());
        panel_.draw().cut_paragraph(area, panel_.say(Say::plan_cited_hint),
                                    {Type::small, Token::text_2}, 6);
        const float head = area.top - top;
        CitedDraft ticked;
        for (const std::string& item : draft_.items) ticked.items[item] = false;
        ticked.list = state_.items;
        const float wanted = cited_height(panel_, area.width(), ticked, false);
        draw_cited(panel_, area.cut_top(std::min(wanted, most - head)), "action.item", ticked,
                   false);
        state_.items = ticked.list;
        draft_.items.clear();
        for (const auto& [item, assumption] : ticked.items) draft_.items.insert(item);
        return head + wanted;
    }

    std::string missing() const {
        if (draft_.text.find_first_not_of(" \n") == std::string::npos)
            return panel_.say(Say::plan_missing_text);
        if (draft_.lead.empty()) return panel_.say(Say::plan_missing_lead);
        if (const auto open = missing_field(panel_, form(), draft_.filled_in); !open.empty())
            return open;
        return panel_.phase_is(Phase::running) ? std::string() : panel_.say(Say::share_not_running);
    }

    void draw_footer(Dialog& dialog, Rect row) {
        panel_.ui.area("action.footer");
        if (panel_.looking) return dialog.cancel(row, Say::ui_close);
        if (state_.changing != 0) {
            if (button_left(panel_.ui, row, 40, "action.withdraw", panel_.say(Say::plan_withdraw),
                            {.style = ButtonStyle::text})) {
                panel_.act<v1::WithdrawAction>([&](auto& act) { act.set_action(state_.changing); });
                return close();
            }
            row.cut_left(8);
        }
        if (draw_foot(dialog, row,
                      {.name = "action.act",
                       .label = panel_.say(state_.changing == 0 ? Say::plan_add : Say::plan_save),
                       .why = missing(),
                       .icon = Icon::check}))
            send();
    }

    void send() {
        v1::Command command = panel_.command();
        v1::ActionTerms& terms = state_.changing == 0
                                     ? *command.mutable_add_action()->mutable_terms()
                                     : *command.mutable_change_action()->mutable_terms();
        if (state_.changing != 0) command.mutable_change_action()->set_action(state_.changing);
        terms.set_text(draft_.text);
        terms.set_lead(draft_.lead);
        terms.set_power(draft_.power);
        if (!draft_.power.empty()) terms.set_power_holder(draft_.power_holder);
        if (draft_.deadline_sim_ms != 0) terms.set_deadline_sim_ms(draft_.deadline_sim_ms);
        for (const std::string& item : draft_.items) terms.add_items(item);
        for (const std::string& role : draft_.informed) terms.add_informed(role);
        put_filled_in(form(), draft_.filled_in, terms);
        panel_.outbox.act(std::move(command));
        close();
    }

    void close() {
        state_.kept.erase(state_.changing);
        state_.draft = {};
        state_.changing = 0;
        state_.open = false;
    }

    Panel& panel_;
    PlanState& state_;
    ActionDraft& draft_;
    bool narrow_;
};

}  // namespace

void draw_action_dialog(Panel& panel, PlanState& state) { ActionDialog(panel, state).draw(); }

}  // namespace casustafel::ui
