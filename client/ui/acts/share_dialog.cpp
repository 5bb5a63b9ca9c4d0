#include "client/ui/acts/share_dialog.hpp"

#include <array>

#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/share_draft.hpp"
#include "client/ui/acts/share_parts.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float reason_room = 300;  // for why the button is grey

class ShareDialog {
public:
    ShareDialog(Panel& panel, ShareState& state, ItemActs& acts, const v1::Item& item)
        : panel_(panel),
          ui_(panel.ui),
          state_(state),
          draft_(state.draft),
          acts_(acts),
          item_(item),
          parts_(panel, state, item) {}

    void draw() {
        const bool wide = ui_.layout() == Layout::wide, narrow = ui_.layout() == Layout::narrow;
        Dialog dialog(panel_, "share", wide ? 1312 : 1216, wide ? 812 : 688,
                      panel_.say(Say::share_title), first_focus());
        draw_bar(dialog.bar);
        jump_by_keys();
        if (narrow) {
            draw_steps(dialog);
        } else {
            const Rect foot = dialog.cut_footer(wide ? 80 : 64).inset(32, wide ? 20 : 12);
            Rect body = dialog.body;
            const Rect people = body.cut_left(wide ? 500 : 456);
            panel_.draw().vertical_rule(people.right, people.top, people.bottom);
            parts_.draw_people(people.inset(wide ? 24 : 16, wide ? 16 : 8));
            draw_rest(body.inset(wide ? 32 : 24, wide ? 16 : 8));
            draw_footer(dialog, foot);
        }
        if (dialog.closed()) close();
    }

private:
    // It opens at who asked, who stands first. Whoever else was chosen before is counted above the
    // list, which begins with one's own meeting.
    std::string first_focus() const {
        const v1::Request* request = panel_.view->find<v1::Request>(draft_.request);
        const v1::Heard* heard = panel_.view->find<v1::Heard>(draft_.heard);
        const std::string who = request != nullptr ? request->asker()
                                : heard != nullptr ? heard->by()
                                                   : std::string();
        return draft_.to.contains(who) ? "share.people." + who : std::string();
    }

    void draw_bar(Rect bar) {
        bar.cut_left(
            panel_.draw().line(bar, item_.id(), {Type::strong_small, Token::text_2}).width() + 10);
        // A narrow screen shows it on the line below.
        if (ui_.layout() != Layout::narrow) {
            const Rect level =
                sensitivity_label(ui_, bar, static_cast<int>(item_.sensitivity()), Align::right);
            bar.right = level.left - 12;
        }
        panel_.draw().line(bar, panel_.item_title(item_), {Type::small});
    }

    void jump_by_keys() {
        const char* targets[] = {"share.people", "share.purpose", "share.basis", "share.form"};
        constexpr Intent parts[] = {Intent::part_1, Intent::part_2, Intent::part_3, Intent::part_4};
        for (int index = 0; index < 4; ++index) {
            if (!ui_.take(parts[index])) continue;
            state_.step = index;
            focus_group(targets[index]);
        }
    }

    // Focus on the chosen widget of a group, or its first.
    void focus_group(const std::string& group) {
        const Widget* first = nullptr;
        for (const Widget& widget : ui_.last_record().widgets()) {
            const bool fits = widget.group == group || widget.name == group;
            if (fits && widget.takes_focus() &&
                (first == nullptr || (widget.selected && !first->selected)))
                first = &widget;
        }
        if (first != nullptr) ui_.focus(first->name);
    }

    void draw_rest(Rect area) {
        const bool wide = ui_.layout() == Layout::wide;
        const float gap = wide ? 16 : 6;
        parts_.draw_purpose(area.cut_top(40));
        area.cut_top(gap);
        // The form and three lines of the text keep their room; the bases scroll in what is left.
        const float below = 36 + 4 + 36 + 6 + 26 + (wide ? 124 : 116) + gap;
        Rect bases = area;
        bases.bottom = area.top + std::max(120.0F, area.height() - below - gap);
        parts_.draw_bases(bases);
        area.top = bases.top;
        area.cut_top(gap);
        parts_.draw_form(area);
        parts_.draw_preview(area);
    }

    // What is still to choose of each question, and the answers so far.
    struct Step {
        Say name, still;
        std::string answer;
    };
    std::array<Step, 4> steps() const {
        const std::string who =
            draft_.to.size() > 2 ? panel_.say(Say::share_chosen, {whom()}) : whom();
        return {{{Say::share_step_who, Say::share_still_who, who},
                 {Say::share_step_purpose, Say::share_still_purpose,
                  draft_.purpose.empty() ? "" : panel_.word("purpose", draft_.purpose)},
                 {Say::share_step_basis, Say::share_still_basis, basis_name()},
                 {Say::share_step_form, Say::share_still_form,
                  draft_.form == 0 ? "" : form_name(panel_, draft_.form)}}};
    }

    std::string basis_name() const {
        for (const v1::Basis* basis : panel_.view->all<v1::Basis>())
            if (basis->id() == draft_.basis) return panel_.in(basis->name());
        return draft_.basis;
    }

    // "POL-V", "CAS en OVJ", "4".
    std::string whom() const {
        const std::vector<std::string> names(draft_.to.begin(), draft_.to.end());
        return names.size() > 2 ? std::to_string(names.size()) : enumerate(panel_, names);
    }

    void draw_steps(Dialog& dialog) {
        const auto all = steps();
        std::vector<Tab> tabs;
        for (std::size_t index = 0; index < all.size(); ++index) {
            const std::string number = std::to_string(index + 1);
            tabs.push_back({number, number + " " + panel_.say(all[index].name), -1, false,
                            !all[index].answer.empty()});
        }
        ui_.area("share.steps");
        const int picked =
            tab_row(ui_, dialog.cut_band(36).inset(16, 0), "share.step", tabs, state_.step, 28);
        if (picked >= 0) state_.step = picked;
        draw_so_far(dialog.cut_band(28).inset(16, 0));
        const Rect foot = dialog.cut_foot();
        dialog.page([&](Rect area) {
            if (state_.step == 0) return parts_.draw_people_page(area);
            if (state_.step == 1) return parts_.draw_purpose_page(area);
            if (state_.step == 2) return parts_.draw_basis_page(area);
            return parts_.draw_form_page(area);
        });
        if (state_.step < 3)
            draw_next(dialog, foot);
        else
            draw_footer(dialog, foot);
    }

    // "POL-V · doel nog kiezen".
    void draw_so_far(Rect row) {
        const Rect level =
            sensitivity_label(ui_, row, static_cast<int>(item_.sensitivity()), Align::right);
        row.right = level.left - 16;
        std::string told;
        for (const Step& step : steps()) {
            const bool still = step.answer.empty();
            told += (told.empty() ? "" : " · ") + (still ? panel_.say(step.still) : step.answer);
            if (still) break;
        }
        panel_.draw().line(row, told, {Type::strong_small, Token::text_2});
    }

    void draw_next(Dialog& dialog, Rect foot) {
        ui_.area("share.footer");
        const Say missing[] = {Say::share_missing_who, Say::share_missing_purpose,
                               Say::share_missing_basis};
        const auto at = static_cast<std::size_t>(state_.step);
        if (draw_foot(dialog, foot,
                      {.name = "share.next",
                       .label = panel_.say(Say::ui_further),
                       .why = steps()[at].answer.empty() ? panel_.say(missing[at]) : "",
                       .note = panel_.say(Say::share_later),
                       .icon = Icon::arrow_right,
                       .icon_last = true}))
            ++state_.step;
    }

    void draw_footer(Dialog& dialog, Rect row) {
        ui_.area("share.footer");
        const std::string why = missing_in_share(panel_, draft_);
        const bool shares =
            foot_button(dialog, row,
                        {.name = "share.act",
                         .label = draft_.to.empty() ? panel_.say(Say::share_act_nobody)
                                                    : panel_.say(Say::share_act, {whom()}),
                         .why = why,
                         .icon = Icon::share});
        dialog.cancel(row);
        const bool narrow = ui_.layout() == Layout::narrow;
        if (!narrow) draw_privacy(row);
        row.right -= 12;
        if (!narrow && parts_.draw_aloud(row)) row.cut_left(8);
        reason_line(ui_, row, why.empty() ? what_follows() : why);
        if (shares) send();
    }

    // The privacy officer can be asked first; what was chosen here stays.
    void draw_privacy(Rect& row) {
        const v1::PrivacyOfficer* officer = panel_.view->find<v1::PrivacyOfficer>();
        if (officer == nullptr || officer->left() == 0 || !panel_.may_act()) return;
        const std::string label = panel_.say(Say::share_privacy);
        const ButtonLook look{.style = ButtonStyle::text, .icon = Icon::help};
        const float wide = button_width(ui_, label, look);
        if (row.width() < wide + reason_room) return;
        if (!button(ui_, row.cut_right(wide).middle_row(40), "share.privacy", label, look)) return;
        open_item_act(acts_, privacy_step, item_.id());
        if (acts_.now.role.empty() && draft_.to.size() == 1) acts_.now.role = *draft_.to.begin();
        if (acts_.now.purpose.empty()) acts_.now.purpose = draft_.purpose;
    }

    // What happens once it is sent, in a sentence.
    std::string what_follows() const {
        const auto answered = answered_requests(panel_, draft_, item_);
        if (const v1::Heard* heard = panel_.view->find<v1::Heard>(draft_.heard))
            return panel_.say(Say::share_heard_already, {heard->by()});
        if (draft_.aloud && !(draft_.answers && !answered.empty()))
            return panel_.say(Say::share_aloud_later);
        if (!answered.empty() && !draft_.answers) return what_stays_open(answered);
        return panel_.say(Say::share_later);
    }

    std::string what_stays_open(const std::vector<const v1::Request*>& answered) const {
        std::vector<std::string> askers;
        for (const v1::Request* request : answered) askers.push_back(request->asker());
        return panel_.say(Say::share_answers_not, {enumerate(panel_, askers)});
    }

    void send() {
        for (v1::Command& command : share_commands(panel_, draft_, item_))
            panel_.outbox.act(std::move(command));
        state_.kept.erase(item_.id());
        state_.draft = {};
        state_.open = false;
        state_.step = 0;
    }

    void close() {
        state_.kept[item_.id()] = draft_;
        state_.open = false;
        state_.step = 0;
    }

    Panel& panel_;
    Ui& ui_;
    ShareState& state_;
    ShareDraft& draft_;
    ItemActs& acts_;
    const v1::Item& item_;
    ShareParts parts_;
};

}  // namespace

void open_share(ShareState& state, const std::string& item, std::uint64_t request) {
    const auto kept = state.kept.find(item);
    state.draft = kept == state.kept.end() ? ShareDraft{} : kept->second;
    state.draft.item = item;
    state.draft.request = request;
    if (state.draft.heard != 0) state.draft.aloud = false;
    state.draft.heard = 0;
    state.people = state.bases = {};
    state.basis_search.clear();
    state.open = true;
}

void draw_share_dialog(Panel& panel, TableState& table) {
    ShareState& state = table.share;
    const v1::Item* item = panel.view->find<v1::Item>(state.draft.item);
    if (item == nullptr) {
        state.open = false;
        return;
    }
    if (state.draft.request != 0 && state.draft.to.empty() && state.draft.meeting.empty()) {
        if (const v1::Request* request = panel.view->find<v1::Request>(state.draft.request))
            state.draft.to.insert(request->asker());
    }
    // Who noted it is among the receivers, until it was answered.
    if (const v1::Heard* heard = panel.view->find<v1::Heard>(state.draft.heard))
        state.draft.to.insert(heard->by());
    else
        state.draft.heard = 0;
    ShareDialog(panel, state, table.item_act, *item).draw();
}

}  // namespace casustafel::ui
