#include "client/ui/share_dialog.hpp"

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/share_draft.hpp"
#include "client/ui/share_parts.hpp"

namespace casustafel::ui {
namespace {

class ShareDialog {
public:
    ShareDialog(Panel& panel, ShareState& state, const v1::Item& item)
        : panel_(panel),
          ui_(panel.ui),
          state_(state),
          draft_(state.draft),
          item_(item),
          parts_(panel, state, item) {}

    void draw() {
        const bool wide = ui_.layout() == Layout::wide, narrow = ui_.layout() == Layout::narrow;
        Dialog dialog(panel_, "share", wide ? 1312 : 1216, wide ? 812 : 688,
                      panel_.say(Say::share_title));
        draw_bar(dialog.bar);
        jump_by_keys();
        const Rect footer = dialog.cut_footer(wide ? 80 : 64);
        if (narrow) {
            draw_steps(dialog.body);
        } else {
            Rect body = dialog.body;
            const Rect people = body.cut_left(wide ? 500 : 456);
            panel_.draw().vertical_rule(people.right, people.top, people.bottom);
            parts_.draw_people(people.inset(wide ? 24 : 16, wide ? 16 : 8));
            draw_rest(body.inset(wide ? 32 : 24, wide ? 16 : 8));
        }
        draw_footer(footer.inset(narrow ? 16 : 32, wide ? 20 : 12));
        if (dialog.closed()) close();
    }

private:
    void draw_bar(Rect bar) {
        const Rect esc{bar.right - 44, bar.top, bar.right, bar.bottom};
        keycap(ui_, {esc.left, esc.centre().y}, "Esc");
        bar.right = esc.left - 12;
        bar.cut_left(
            panel_.draw().line(bar, item_.id(), {Type::strong_small, Token::text_2}).width() + 10);
        const float label = panel_.draw().width(ui_.say(Say::ui_sensitivity_3), Type::small) + 24;
        Rect right = bar.width() > 420 ? bar.cut_right(label) : Rect{};
        bar.right -= 12;
        panel_.draw().line(bar, panel_.item_title(item_), {Type::small});
        if (!right.empty())
            sensitivity_label(ui_, right, static_cast<int>(item_.sensitivity()), Align::right);
    }

    void jump_by_keys() {
        const char* targets[] = {"share.people", "share.purpose", "share.basis", "share.form"};
        for (int index = 0; index < 4; ++index) {
            KeyPress press{Key::character, false, false, true, static_cast<char>('1' + index)};
            if (!ui_.take(press)) continue;
            state_.step = index;
            focus_group(targets[index]);
        }
    }

    // Focus on the chosen widget of a group, or its first.
    void focus_group(const std::string& group) {
        const Item* first = nullptr;
        for (const Item& item : ui_.last_record().items()) {
            const bool fits = item.group == group || item.name == group;
            if (fits && item.takes_focus() &&
                (first == nullptr || (item.selected && !first->selected)))
                first = &item;
        }
        if (first != nullptr) ui_.focus(first->name);
    }

    void draw_rest(Rect area) {
        const bool wide = ui_.layout() == Layout::wide;
        const float gap = wide ? 16 : 6;
        parts_.draw_purpose(area.cut_top(40));
        area.cut_top(gap);
        // The form and the text keep their room; the bases scroll in what is left.
        const float below = 36 + 4 + 36 + 6 + 26 + (wide ? 150 : 116) + gap;
        Rect bases = area;
        bases.bottom = area.top + std::max(120.0F, area.height() - below - gap);
        parts_.draw_bases(bases);
        area.top = bases.top;
        area.cut_top(gap);
        parts_.draw_form(area);
        parts_.draw_preview(area);
    }

    void draw_steps(Rect area) {
        Rect top = area.cut_top(36);
        const Tab steps[] = {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}};
        ui_.area("share.steps");
        const int picked = tab_row(ui_, top.inset(16, 0), "share.step", steps, state_.step, 32);
        if (picked >= 0) state_.step = picked;
        panel_.draw().horizontal_rule(top.left, top.right, top.bottom);
        area = area.inset(16, 6);
        if (state_.step == 0) return parts_.draw_people(area);
        if (state_.step == 1) return parts_.draw_purpose(area.cut_top(40));
        if (state_.step == 2) return parts_.draw_bases(area);
        parts_.draw_form(area);
        parts_.draw_preview(area);
    }

    void draw_footer(Rect row) {
        ui_.area("share.footer");
        const std::string why = missing_in_share(panel_, draft_);
        const std::string label =
            draft_.to.empty() ? panel_.say(Say::share_act_nobody)
                              : panel_.say(Say::share_act, {std::to_string(draft_.to.size())});
        const bool narrow = ui_.layout() == Layout::narrow;
        const ButtonLook primary{.style = ButtonStyle::primary,
                                 .icon = Icon::share,
                                 .keycap = narrow ? "" : "Ctrl ↵",
                                 .enabled = why.empty()};
        const bool pressed =
            button(ui_, row.cut_right(button_width(ui_, label, primary)).middle_row(40),
                   "share.act", label, primary);
        row.cut_right(8);
        const std::string cancel = panel_.say(Say::ui_cancel);
        const ButtonLook quiet{.style = ButtonStyle::text};
        const bool cancelled =
            !narrow && button(ui_, row.cut_right(button_width(ui_, cancel, quiet)).middle_row(40),
                              "share.cancel", cancel, quiet);
        row.right -= 12;
        const std::string aloud = panel_.say(Say::share_aloud);
        const float aloud_width = panel_.draw().width(aloud, Type::body) + 40;
        const auto answered = answered_requests(panel_, draft_, item_);
        const bool answers = draft_.answers && !answered.empty();
        if (!answers && draft_.request == 0 && draft_.heard == 0 &&
            row.width() > aloud_width + 160) {
            if (check_box(ui_, row.cut_left(aloud_width), "share.aloud", aloud,
                          draft_.aloud ? Tick::full : Tick::none))
                draft_.aloud = !draft_.aloud;
            row.cut_left(8);
        }
        if (!why.empty())
            reason_line(ui_, row, why);
        else if (narrow && parts_.draw_answers(row.middle_row(32)))
            row = {};
        else if (const v1::Heard* heard = panel_.view->heard(draft_.heard))
            reason_line(ui_, row, panel_.say(Say::share_heard_already, {heard->by()}));
        else if (draft_.aloud && !answers)
            reason_line(ui_, row, panel_.say(Say::share_aloud_later));
        else if (!answered.empty() && !draft_.answers)
            reason_line(ui_, row, what_stays_open(answered));
        else
            reason_line(ui_, row, panel_.say(Say::share_later));
        if ((pressed || ui_.take({Key::enter, false, true})) && why.empty()) send();
        if (cancelled) close();
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
    state.open = true;
}

void restore_share(ShareState& state, const v1::ShareItem& share) {
    ShareDraft draft;
    draft.item = share.item();
    draft.to = {share.to().begin(), share.to().end()};
    draft.meeting = share.meeting();
    draft.purpose = share.purpose();
    draft.basis = share.basis();
    draft.form = share.form();
    draft.own_words = !share.text().empty();
    draft.text = share.text();
    draft.request = share.request();
    state.kept[share.item()] = std::move(draft);
}

void draw_share_dialog(Panel& panel, ShareState& state) {
    const v1::Item* item = panel.view->item(state.draft.item);
    if (item == nullptr) {
        state.open = false;
        return;
    }
    if (state.draft.request != 0 && state.draft.to.empty() && state.draft.meeting.empty()) {
        if (const v1::Request* request = panel.view->request(state.draft.request))
            state.draft.to.insert(request->asker());
    }
    // Who noted it is among the receivers, until it was answered.
    if (const v1::Heard* heard = panel.view->heard(state.draft.heard))
        state.draft.to.insert(heard->by());
    else
        state.draft.heard = 0;
    ShareDialog(panel, state, *item).draw();
}

}  // namespace casustafel::ui
