#include "client/ui/frame/drafts_dialog.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

// A link at the right end of what is left of the row.
bool end_link(Panel& panel, Rect& row, const std::string& name, Say says, Icon icon = Icon::none) {
    const std::string label = panel.say(says);
    const float wide =
        panel.draw().width(label, Type::strong_small) + (icon == Icon::none ? 4.0F : 30.0F);
    const bool used = link(panel.ui, row.cut_right(wide), name, label, icon);
    row.cut_right(16);
    return used;
}

class DraftList {
public:
    DraftList(Panel& panel, HelpState& state) : panel_(panel), state_(state) {}

    float draw(Rect inner) {
        const float top = inner.top;
        for (const RoleDrafts& role : state_.drafts) {
            draw_head(inner, role);
            for (const DraftNote& note : role.notes) draw_note(inner, role, note);
            inner.cut_top(12);
        }
        return inner.top - top;
    }

private:
    // A draft of an earlier role rests on what only that role may know.
    void draw_head(Rect& inner, const RoleDrafts& role) {
        const std::string words = role.now ? panel_.say(Say::draft_of_role_now, {role.name})
                                           : panel_.say(Say::draft_of_role_before, {role.name});
        panel_.draw().line(inner.cut_top(30), words, {Type::panel});
        if (!role.now)
            panel_.draw().cut_paragraph(inner, panel_.say(Say::draft_not_here),
                                        {Type::small, Token::attention}, 6);
    }

    void draw_note(Rect& inner, const RoleDrafts& role, const DraftNote& note) {
        const std::string number = std::to_string(number_++), key = role.role + " " + note.title;
        const bool open = role.now || state_.unfolded.contains(key);
        Rect row = inner.cut_top(36);
        panel_.draw().horizontal_rule(row.left, row.right, row.top);
        Rect links = row;
        const float title = panel_.draw().width(note.title, Type::strong) + 16;
        const bool below = title + links_width(role, note) > row.width();
        panel_.draw().line(row, note.title, {Type::strong});
        if (below) links = inner.cut_top(28);
        links.cut_left(below ? 0 : title);
        draw_links(links, role, note, number, key);
        if (open) inner.cut_top(panel_.draw().paragraph(inner, note.text, {}));
        inner.cut_top(12);
    }

    float links_width(const RoleDrafts& role, const DraftNote& note) {
        float wide = panel_.draw().width(panel_.say(Say::draft_discard), Type::strong_small) + 20;
        const auto add = [&](Say says, float more) {
            wide += panel_.draw().width(panel_.say(says), Type::strong_small) + more + 16;
        };
        add(Say::draft_copy, 30);
        if (role.now && note.resume) add(Say::draft_resume, 4);
        return wide;
    }

    void draw_links(Rect row, const RoleDrafts& role, const DraftNote& note,
                    const std::string& number, const std::string& key) {
        const auto wish = [&](const std::function<void(TableState&)>& act) {
            state_.draft_role = role.role;
            state_.draft_wish = act;
            panel_.ui.wake_after(0);
        };
        if (end_link(panel_, row, "drafts.discard." + number, Say::draft_discard))
            wish(note.discard);
        if (!role.now) {
            const bool shown = state_.unfolded.contains(key);
            if (!end_link(panel_, row, "drafts.show." + number,
                          shown ? Say::draft_hide : Say::draft_show))
                return;
            if (shown)
                state_.unfolded.erase(key);
            else
                state_.unfolded.insert(key);
            return;
        }
        if (end_link(panel_, row, "drafts.copy." + number, Say::draft_copy, Icon::copy))
            panel_.ui.copy(note.text);
        if (note.resume && !panel_.looking &&
            end_link(panel_, row, "drafts.resume." + number, Say::draft_resume)) {
            wish(note.resume);
            state_.open = Help::none;
        }
    }

    Panel& panel_;
    HelpState& state_;
    int number_ = 0;
};

}  // namespace

void draw_drafts(Panel& panel, HelpState& state) {
    Ui& ui = panel.ui;
    Dialog dialog(ui, "drafts", 760, 360, panel.say(Say::draft_title));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect inner) {
        if (!state.drafts.empty()) return DraftList(panel, state).draw(inner);
        return empty_state(ui, inner,
                           {panel.say(Say::draft_empty), panel.say(Say::draft_empty_body)});
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.open = Help::none;
}

}  // namespace casustafel::ui
