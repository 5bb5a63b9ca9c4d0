#include "client/ui/share_dialog.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/recipients.hpp"
#include "client/ui/requests.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_text_bytes = 2000;
constexpr std::string_view purposes[] = {
    "charging_decision",    "acute_safety", "person_centred_approach", "child_protection",
    "supervision",          "aftercare",    "victim_support",          "investigation",
    "compulsory_education", "housing",      "income_and_debt",         "human_trafficking",
    "public_order",         "care"};
constexpr std::uint32_t forms = 5;

// The text that will be sent in the chosen form, unless own words replace it.
std::string standard_text(const Panel& panel, const v1::Item& item, std::uint32_t form) {
    const int index = static_cast<int>(form) - 1;
    return index >= 0 && index < item.as_sent_size() ? panel.in(item.as_sent(index))
                                                     : std::string();
}

std::string missing(const Panel& panel, const ShareDraft& draft) {
    if (draft.to.empty() && draft.meeting.empty()) return panel.say(Say::share_missing_who);
    if (draft.purpose.empty()) return panel.say(Say::share_missing_purpose);
    if (draft.basis.empty()) return panel.say(Say::share_missing_basis);
    if (draft.form == 0) return panel.say(Say::share_missing_form);
    return panel.phase_is("running") ? std::string() : panel.say(Say::share_not_running);
}

bool asks_for(const v1::Request& request, const v1::Item& item) {
    if (!request.item().empty()) return request.item() == item.id();
    return request.category() == item.category() &&
           std::find(item.about().begin(), item.about().end(), request.person()) !=
               item.about().end();
}

std::vector<RecipientGroup> groups_for(const Panel& panel, const v1::Item& item,
                                       const ShareDraft& draft) {
    std::vector<RecipientGroup> groups;
    std::set<std::string> placed;
    RecipientGroup asked{panel.say(Say::share_asked_for), {}};
    for (const v1::Request* request : panel.view->requests()) {
        const bool wanted =
            request->id() == draft.request ||
            (request->asker() != panel.role && answer_by(*request, panel.role) == nullptr &&
             asks_for(*request, item));
        if (!wanted || !placed.insert(request->asker()).second) continue;
        asked.roles.push_back(request->asker());
        asked.notes.push_back(panel.say(Say::share_asked_note, {clock_text(request->at_sim_ms())}));
    }
    groups.push_back(std::move(asked));
    for (const v1::Meeting* meeting : panel.view->meetings()) {
        const auto& present = meeting->present();
        if (std::find(present.begin(), present.end(), panel.role) == present.end()) continue;
        RecipientGroup group{
            groups.size() == 1 ? panel.say(Say::share_in_meeting) : std::string(), {}, meeting};
        for (const std::string& role : present) {
            if (role != panel.role && placed.insert(role).second) group.roles.push_back(role);
        }
        groups.push_back(std::move(group));
    }
    groups.push_back({panel.say(Say::share_others), other_roles(panel, placed)});
    return groups;
}

// The number of a question with its key; returns what is right of it.
Rect draw_question(Panel& panel, Rect row, Say question, const char* key, bool answered) {
    const Point centre{row.left + 12, row.centre().y};
    if (answered) {
        panel.draw().circle(centre, 12, Token::accent);
        panel.draw().icon(centre, Icon::check, IconSize::small, Token::on_accent);
    } else {
        panel.draw().ring(centre, 12, Token::control_border, 1.5F);
    }
    const Rect words = panel.draw().line({row.left + 36, row.top, row.right, row.bottom},
                                         panel.say(question), {Type::panel});
    row.left = words.right + 12;
    row.left += keycap(panel.ui, {row.left, row.centre().y}, key) + 12;
    return row;
}

class ShareDialog {
public:
    ShareDialog(Panel& panel, ShareState& state, const v1::Item& item)
        : panel_(panel), ui_(panel.ui), state_(state), draft_(state.draft), item_(item) {}

    void draw() {
        const bool wide = ui_.layout() == Layout::wide, narrow = ui_.layout() == Layout::narrow;
        Dialog dialog(ui_, "share", wide ? 1312 : 1216, wide ? 812 : 688,
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
            draw_people(people.inset(wide ? 24 : 16, wide ? 16 : 8));
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

    std::size_t chosen_count() const { return draft_.to.size(); }

    void draw_people(Rect area) {
        ui_.area("share.people");
        Rect head =
            draw_question(panel_, area.cut_top(36), Say::share_who, "Alt 1", chosen_count() > 0);
        if (chosen_count() > 0)
            panel_.draw().line(head,
                               panel_.say(Say::share_chosen, {std::to_string(chosen_count())}),
                               {Type::strong_small, Token::accent, Align::right});
        area.cut_top(4);
        draw_recipients(panel_, area, "share.people", groups_for(panel_, item_, draft_),
                        {draft_.to, &draft_.meeting, state_.people});
    }

    void draw_purpose(Rect row) {
        ui_.area("share.purpose");
        Rect place =
            draw_question(panel_, row, Say::share_purpose, "Alt 2", !draft_.purpose.empty());
        std::vector<Option> options;
        int chosen = -1;
        for (const std::string_view purpose : purposes) {
            if (purpose == draft_.purpose) chosen = static_cast<int>(options.size());
            const std::string word(purpose);
            options.push_back(
                {word, panel_.word("purpose", word), panel_.word("purpose", word + ".gist")});
        }
        const int picked = select(ui_, place.middle_row(40), "share.purpose", options, chosen,
                                  panel_.say(Say::share_choose_purpose));
        if (picked >= 0) draft_.purpose = options[static_cast<std::size_t>(picked)].key;
    }

    void draw_bases(Rect area) {
        ui_.area("share.basis");
        Rect head = draw_question(panel_, area.cut_top(36), Say::share_basis, "Alt 3",
                                  !draft_.basis.empty());
        if (head.width() > 240)
            panel_.draw().line(head, panel_.say(Say::share_why_basis),
                               {Type::small, Token::text_2, Align::right});
        area.cut_top(4);
        const auto bases = panel_.view->bases();
        std::vector<Row> rows;
        float all = 0;
        for (const v1::Basis* basis : bases) {
            rows.push_back({"share.basis." + basis->id(), basis_height(area.width(), *basis), false,
                            basis->id() == draft_.basis, panel_.in(basis->name())});
            all += rows.back().height;
        }
        area.bottom = std::min(area.bottom, area.top + all + 2);
        panel_.draw().border(area, Token::control_border, 1, radius::control);
        const int picked = scroll_list(ui_, area.inset(1), "share.basis", rows, state_.bases,
                                       [&](std::size_t index, Rect row, const Response& response) {
                                           draw_basis(*bases[index], row, rows[index].selected,
                                                      response.hovered, index > 0);
                                           if (response.ring)
                                               focus_ring_inside(ui_, row.inset(1), radius::keycap);
                                       },
                                       {.inset_left = 12, .cards = true});
        if (picked >= 0) draft_.basis = bases[static_cast<std::size_t>(picked)]->id();
    }

    bool gist_beside(float width) const { return width >= 560; }

    float basis_height(float width, const v1::Basis& basis) {
        const std::string& gist = panel_.in(basis.gist());
        if (gist_beside(width))
            return std::max(
                36.0F, panel_.draw().paragraph_height(width * 0.58F - 24, gist, Type::small) + 14);
        return 22 + panel_.draw().paragraph_height(width - 64, gist, Type::small) + 12;
    }

    void draw_basis(const v1::Basis& basis, Rect row, bool chosen, bool hovered, bool rule) {
        if (chosen || hovered) panel_.draw().fill(row, Token::accent_soft);
        if (rule) panel_.draw().horizontal_rule(row.left, row.right, row.top);
        draw_radio(ui_, {row.left + 21, gist_beside(row.width()) ? row.centre().y : row.top + 17},
                   chosen);
        const TextLook name{chosen ? Type::strong : Type::body};
        Rect words{row.left + 44, row.top, row.right - 12, row.bottom};
        if (gist_beside(row.width())) {
            const float split = row.left + row.width() * 0.42F;
            panel_.draw().line({words.left, words.top, split - 8, words.bottom},
                               panel_.in(basis.name()), name);
            Rect gist{split, row.top, row.right - 12, row.bottom};
            const float high =
                panel_.draw().paragraph_height(gist.width(), panel_.in(basis.gist()), Type::small);
            panel_.draw().paragraph(gist.middle_row(high), panel_.in(basis.gist()),
                                    {Type::small, Token::text_2});
            return;
        }
        words.cut_top(6);
        panel_.draw().line(words.cut_top(22), panel_.in(basis.name()), name);
        panel_.draw().paragraph(words, panel_.in(basis.gist()), {Type::small, Token::text_2});
    }

    void draw_form(Rect& area) {
        ui_.area("share.form");
        Rect head =
            draw_question(panel_, area.cut_top(36), Say::share_form, "Alt 4", draft_.form != 0);
        if (head.width() > 160)
            panel_.draw().line(head, panel_.say(Say::share_little_to_much),
                               {Type::small, Token::text_2, Align::right});
        area.cut_top(4);
        std::vector<Segment> segments;
        for (std::uint32_t form = 1; form <= forms; ++form) {
            segments.push_back(
                {std::string(form_word(form)), form_name(panel_, form), form <= item_.form()});
        }
        const int picked = segmented(ui_, area.cut_top(36), "share.form", segments,
                                     static_cast<int>(draft_.form) - 1);
        if (picked >= 0) {
            draft_.form = static_cast<std::uint32_t>(picked) + 1;
            if (!draft_.own_words) draft_.text.clear();
        }
        area.cut_top(6);
        const std::string gist =
            draft_.form == 0 ? panel_.say(Say::share_form_hint)
                             : form_name(panel_, draft_.form) + ": " +
                                   in_sentence(panel_.word(
                                       "form", std::string(form_word(draft_.form)) + ".gist"));
        area.cut_top(panel_.draw().paragraph(area, gist, {Type::small, Token::text_2}) + 8);
    }

    std::string readers() const {
        std::vector<std::string> names(draft_.to.begin(), draft_.to.end());
        if (names.empty()) return panel_.say(Say::share_reads_nobody);
        return panel_.say(names.size() == 1 ? Say::share_reads_one : Say::share_reads,
                          {enumerate(panel_, names)});
    }

    void draw_preview(Rect area) {
        panel_.draw().fill(area, Token::canvas, radius::control);
        if (borders_for_fills(panel_.draw().contrast()))
            panel_.draw().border(area, Token::line, 1, radius::control);
        panel_.draw().fill({area.left, area.top + 6, area.left + 3, area.bottom - 6},
                           Token::accent);
        Rect inner = area.inset(18, 8);
        Rect head = inner.cut_top(26);
        if (draft_.form != 0) {
            const std::string label =
                panel_.say(draft_.own_words ? Say::share_standard : Say::share_edit);
            const float wide = panel_.draw().width(label, Type::strong_small) + 30;
            if (link(ui_, head.cut_right(wide), "share.edit", label, Icon::pencil)) {
                draft_.own_words = !draft_.own_words;
                draft_.text =
                    draft_.own_words ? standard_text(panel_, item_, draft_.form) : std::string();
                if (draft_.own_words) ui_.focus("share.text");
            }
        }
        head.right -= 8;
        panel_.draw().line(head, readers(), {Type::strong_small, Token::text_2});
        inner.cut_top(4);
        if (draft_.form == 0) {
            panel_.draw().paragraph(inner, panel_.say(Say::share_reads_empty),
                                    {Type::body, Token::text_2});
        } else if (draft_.own_words) {
            field(ui_, inner, "share.text", draft_.text,
                  {.several_lines = true, .limit_bytes = longest_text_bytes});
        } else {
            scroll_area(ui_, inner, "share.preview", [&](Rect text) {
                text.bottom = text.top + 100'000;
                return panel_.draw().paragraph(
                    text, standard_text(panel_, item_, draft_.form),
                    {ui_.layout() == Layout::wide ? Type::reading : Type::body});
            });
        }
    }

    void draw_rest(Rect area) {
        const bool wide = ui_.layout() == Layout::wide;
        const float gap = wide ? 16 : 6;
        draw_purpose(area.cut_top(40));
        area.cut_top(gap);
        // The form and the text keep their room; the bases scroll in what is left.
        const float below = 36 + 4 + 36 + 6 + 26 + (wide ? 150 : 116) + gap;
        const Rect bases = area.cut_top(std::max(120.0F, area.height() - below - gap));
        draw_bases(bases);
        area.cut_top(gap);
        draw_form(area);
        draw_preview(area);
    }

    void draw_steps(Rect area) {
        Rect top = area.cut_top(36);
        const Tab steps[] = {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}};
        ui_.area("share.steps");
        const int picked = tab_row(ui_, top.inset(16, 0), "share.step", steps, state_.step, 32);
        if (picked >= 0) state_.step = picked;
        panel_.draw().horizontal_rule(top.left, top.right, top.bottom);
        area = area.inset(16, 6);
        if (state_.step == 0) return draw_people(area);
        if (state_.step == 1) return draw_purpose(area.cut_top(40));
        if (state_.step == 2) return draw_bases(area);
        draw_form(area);
        draw_preview(area);
    }

    void draw_footer(Rect row) {
        ui_.area("share.footer");
        const std::string why = missing(panel_, draft_);
        const std::string label =
            draft_.to.empty() ? panel_.say(Say::share_act_nobody)
                              : panel_.say(Say::share_act, {std::to_string(chosen_count())});
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
        if (draft_.request == 0 && row.width() > aloud_width + 160) {
            if (check_box(ui_, row.cut_left(aloud_width), "share.aloud", aloud,
                          draft_.aloud ? Tick::full : Tick::none))
                draft_.aloud = !draft_.aloud;
            row.cut_left(8);
        }
        if (!why.empty())
            reason_line(ui_, row, why);
        else if (draft_.aloud)
            reason_line(ui_, row, panel_.say(Say::share_aloud_later));
        else if (draft_.request != 0 && panel_.view->request(draft_.request) != nullptr)
            reason_line(
                ui_, row,
                panel_.say(Say::share_answers, {panel_.view->request(draft_.request)->asker()}));
        else
            reason_line(ui_, row, panel_.say(Say::share_later));
        if ((pressed || ui_.take({Key::enter, false, true})) && why.empty()) send();
        if (cancelled) close();
    }

    // What a written share and one that was said aloud have in common.
    template <class Share>
    void fill(Share& share) const {
        share.set_item(item_.id());
        if (!draft_.meeting.empty() && only_meeting())
            share.set_meeting(draft_.meeting);
        else
            for (const std::string& role : draft_.to) share.add_to(role);
        share.set_purpose(draft_.purpose);
        share.set_basis(draft_.basis);
        share.set_form(draft_.form);
    }

    void send() {
        v1::Command command = panel_.command();
        if (draft_.aloud && draft_.request == 0)
            fill(*command.mutable_register_spoken_share());
        else
            write(*command.mutable_share_item());
        panel_.outbox.act(std::move(command));
        state_.kept.erase(item_.id());
        state_.draft = {};
        state_.open = false;
        state_.step = 0;
    }

    void write(v1::ShareItem& share) const {
        fill(share);
        if (draft_.own_words && draft_.text != standard_text(panel_, item_, draft_.form))
            share.set_text(draft_.text);
        share.set_request(draft_.request);
    }

    // Nobody outside the meeting was chosen too: then who is present when it arrives gets it.
    bool only_meeting() const {
        const v1::Meeting* meeting = panel_.view->meeting(draft_.meeting);
        if (meeting == nullptr) return false;
        return std::all_of(draft_.to.begin(), draft_.to.end(), [&](const std::string& role) {
            return std::find(meeting->present().begin(), meeting->present().end(), role) !=
                   meeting->present().end();
        });
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
};

}  // namespace

void open_share(ShareState& state, const std::string& item, std::uint64_t request) {
    const auto kept = state.kept.find(item);
    state.draft = kept == state.kept.end() ? ShareDraft{} : kept->second;
    state.draft.item = item;
    state.draft.request = request;
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
    ShareDialog(panel, state, *item).draw();
}

}  // namespace casustafel::ui
