#include "client/ui/probe.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/scroll_list.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t hurry_ms = 30'000;
constexpr float option_left = 44, option_padding = 14, sign = 12;

ProbeChoices said(const v1::Probe& probe) {
    ProbeChoices choices;
    for (const v1::ProbeChoice& choice : probe.mine()) choices[choice.question()] = choice.option();
    return choices;
}

std::string draft_key(const Panel& panel, const v1::Probe& probe) {
    return panel.model.code + "/" + std::to_string(panel.model.participant) + "/" + probe.id();
}

// What was chosen; at first what the server already has.
ProbeDraft& draft_of(const Panel& panel, const v1::Probe& probe, ProbeState& state) {
    const auto [found, fresh] = state.drafts.try_emplace(draft_key(panel, probe));
    if (fresh) found->second = {said(probe), said(probe)};
    return found->second;
}

// The name of the first answer; empty when there is none.
std::string first_option(const v1::Probe& probe) {
    if (probe.questions_size() == 0 || probe.questions(0).options_size() == 0) return {};
    return "probe." + probe.questions(0).id() + "." + probe.questions(0).options(0).id();
}

struct Standing {
    Icon icon = Icon::information;
    Tone tone = Tone::neutral;
    std::string words;
};

class Questions {
public:
    Questions(Panel& panel, ProbeState& state, const v1::Probe& probe)
        : panel_(panel),
          ui_(panel.ui),
          state_(state),
          probe_(probe),
          draft_(draft_of(panel, probe, state)),
          left_ms_(left_of_probe(panel, probe, state.clocks[panel.role])) {}

    void draw() {
        const bool narrow = ui_.layout() == Layout::narrow;
        const float pad = narrow ? 16 : 32, foot = narrow ? 84 : 104;
        const int needed = ui_.number("probe.body.needed");
        const float high = needed == 0 ? 640 : 64 + 32 + static_cast<float>(needed) + foot;
        Dialog dialog(
            panel_, "probe", 800, std::min(high, ui_.screen().height() - (narrow ? 0 : 48)),
            panel_.say(Say::probe_title), state_.unfolded ? first_option(probe_) : "probe.nothing");
        draw_time(dialog.bar);
        const Rect footer = dialog.cut_footer(foot).inset(pad, narrow ? 4 : 10);
        scroll_area(ui_, dialog.body.inset(pad - 8, narrow ? 8 : 16), "probe.body",
                    [&](Rect body) { return draw_body(body); });
        draw_footer(footer);
        if (dialog.closed()) state_.folded = true;
    }

private:
    bool received() const { return !draft_.chosen.empty() && said(probe_) == draft_.chosen; }
    bool under_way() const {
        return !received() && !draft_.sent.empty() && draft_.sent == draft_.chosen;
    }
    bool may_send() const {
        return panel_.may_act() && !draft_.chosen.empty() && !received() && !under_way();
    }

    void draw_time(Rect bar) {
        const std::string words = panel_.say(Say::table_left, {minutes_and_seconds(left_ms_)});
        bar.right -= 8;
        icon_label(ui_, bar, Icon::timer, words,
                   left_ms_ <= hurry_ms && !received() ? Tone::attention : Tone::neutral, true,
                   Align::right, IconSize::control);
    }

    float draw_body(Rect body) {
        const float top = body.top;
        body.bottom = top + 100'000;
        body.left += 8;
        body.right -= 8;
        ui_.area("probe.questions");
        if (const std::string& title = panel_.in(probe_.title()); !title.empty())
            body.cut_top(panel_.draw().paragraph(body, title, {Type::panel}) + 4);
        body.cut_top(panel_.draw().paragraph(body, panel_.say(Say::probe_intro),
                                             {Type::body, Token::text_2}) +
                     16);
        int number = 0;
        for (const v1::ProbeQuestion& question : probe_.questions())
            draw_question(body, question, ++number);
        return body.top - top;
    }

    void draw_question(Rect& body, const v1::ProbeQuestion& question, int number) {
        const auto chosen = draft_.chosen.find(question.id());
        const bool answered = chosen != draft_.chosen.end();
        Rect words = body;
        words.left += option_left;
        const float high =
            panel_.draw().paragraph_height(words.width(), panel_.in(question.text()), Type::strong);
        draw_number({body.left + 22, body.top + 11}, number, answered);
        panel_.draw().paragraph(words, panel_.in(question.text()), {Type::strong});
        body.cut_top(high + 6);
        for (const v1::ProbeOption& option : question.options())
            draw_option(body, question, option, answered && chosen->second == option.id());
        body.cut_top(18);
    }

    void draw_number(Point centre, int number, bool answered) {
        if (answered) {
            panel_.draw().circle(centre, sign, Token::accent);
            panel_.draw().icon(centre, Icon::check, IconSize::small, Token::on_accent);
            return;
        }
        panel_.draw().ring(centre, sign, Token::control_border, 1.5F);
        panel_.draw().line(Rect{centre.x, centre.y, centre.x, centre.y}.inset(-sign),
                           std::to_string(number),
                           {Type::strong_small, Token::text, Align::centre});
    }

    void draw_option(Rect& body, const v1::ProbeQuestion& question, const v1::ProbeOption& option,
                     bool chosen) {
        const std::string& words = panel_.in(option.text());
        Rect row = body;
        row.left += option_left - 8;
        const float measure = row.width() - option_left - 8;
        row = row.cut_top(panel_.draw().paragraph_height(measure, words, Type::body) +
                          option_padding);
        body.top = row.bottom;
        const std::string group = "probe." + question.id();
        const Response response = ui_.touch({.name = group + "." + option.id(),
                                             .label = words,
                                             .rect = row,
                                             .kind = Kind::radio,
                                             .selected = chosen,
                                             .group = group});
        // A row that is cut off at the edge shows nothing, as its words do.
        const Rect seen = panel_.draw().clip();
        const float first = row.top + option_padding / 2;
        if (first < seen.top || first + 22 > seen.bottom) return;
        if (chosen || response.hovered)
            panel_.draw().fill(row, Token::accent_soft, radius::control);
        if (chosen && borders_for_fills(panel_.draw().contrast()))
            panel_.draw().border(row, Token::accent, 1, radius::control);
        draw_radio(ui_, {row.left + 20, row.top + (option_padding + 22) / 2}, chosen);
        panel_.draw().paragraph({row.left + option_left, row.top + option_padding / 2,
                                 row.left + option_left + measure, row.bottom},
                                words, {});
        if (response.ring) focus_ring_inside(ui_, row, radius::control);
        if (response.activated) draft_.chosen[question.id()] = option.id();
    }

    Standing standing() const {
        if (received()) return {Icon::check_circle, Tone::good, panel_.say(Say::probe_received)};
        if (panel_.phase_is("paused"))
            return {Icon::pause, Tone::attention, panel_.say(Say::probe_paused)};
        if (under_way())
            return {Icon::send, Tone::accent,
                    panel_.say(panel_.model.link == model::Link::ready ? Say::probe_sending
                                                                       : Say::probe_sending_later)};
        if (!said(probe_).empty())
            return {Icon::alert, Tone::attention, panel_.say(Say::probe_changed)};
        if (left_ms_ <= hurry_ms)
            return {Icon::timer, Tone::attention, panel_.say(Say::probe_hurry)};
        const auto missing =
            static_cast<std::size_t>(probe_.questions_size()) -
            std::min(draft_.chosen.size(), static_cast<std::size_t>(probe_.questions_size()));
        if (draft_.chosen.empty()) return {.words = panel_.say(Say::probe_missing_all)};
        if (missing == 1) return {.words = panel_.say(Say::probe_missing_one)};
        if (missing > 1)
            return {.words = panel_.say(Say::probe_missing, {std::to_string(missing)})};
        return {};
    }

    void draw_footer(Rect area) {
        ui_.area("probe.footer");
        const bool narrow = ui_.layout() == Layout::narrow;
        const Standing now = standing();
        Rect line = area.cut_top(30);
        std::string words = now.words;
        const std::string more = " " + panel_.say(Say::probe_received_body);
        if (received() && panel_.draw().width(words + more, Type::strong_small) + 24 < line.width())
            words += more;
        if (!words.empty())
            icon_label(ui_, line, now.icon, words, now.tone, now.tone != Tone::neutral);
        Rect row = area.middle_row(40);
        const std::string send = panel_.say(Say::probe_send), read = panel_.say(Say::probe_fold);
        if (!received()) {
            const ButtonLook look{.style = ButtonStyle::primary,
                                  .icon = Icon::send,
                                  .keycap = narrow ? "" : "Ctrl ↵",
                                  .enabled = may_send()};
            if (button(ui_, row.cut_right(button_width(ui_, send, look)), "probe.send", send, look))
                this->send();
            row.cut_right(8);
        }
        const ButtonLook look{.style = received() ? ButtonStyle::primary : ButtonStyle::text,
                              .icon = Icon::document};
        if (button(ui_, row.cut_right(button_width(ui_, read, look)), "probe.fold", read, look))
            state_.folded = true;
        if (may_send() && ui_.take({Key::enter, false, true})) this->send();
    }

    void send() {
        v1::Command command = panel_.command();
        v1::AnswerProbe& answer = *command.mutable_answer_probe();
        answer.set_probe(probe_.id());
        for (const auto& [question, option] : draft_.chosen) {
            v1::ProbeAnswer& each = *answer.add_answers();
            each.set_question(question);
            each.set_option(option);
        }
        panel_.outbox.act(std::move(command));
        draft_.sent = draft_.chosen;
    }

    Panel& panel_;
    Ui& ui_;
    ProbeState& state_;
    const v1::Probe& probe_;
    ProbeDraft& draft_;
    std::int64_t left_ms_;
};

const v1::Probe* asked_here(const Panel& panel) {
    return panel.looking || panel.view == nullptr ? nullptr : panel.view->open_probe();
}

// Opening unfolds it; closing is told once, with what became of what was chosen.
void watch(Panel& panel, ProbeState& state, BarState& bar) {
    const v1::Probe* probe = asked_here(panel);
    const std::string now = probe == nullptr ? std::string() : draft_key(panel, *probe);
    if (now == state.open) return;
    if (now.empty() && panel.phase_is("running")) {
        const ProbeDraft& draft = state.drafts[state.open];
        const bool lost = draft.chosen != draft.sent;
        bar.tell = {lost ? Tone::attention : Tone::neutral, panel.say(Say::probe_closed),
                    panel.say(lost ? Say::probe_closed_unsent : Say::probe_closed_body)};
    }
    state.open = now;
    state.folded = state.unfolded = false;
    if (probe == nullptr) return;
    state.clocks.clear();
    panel.ui.number("probe.body.offset") = 0;
}

}  // namespace

std::int64_t left_of_probe(Panel& panel, const v1::Probe& probe, ProbeClock& clock) {
    if (clock.said_ms != probe.ends_in_ms())
        clock = {probe.ends_in_ms(), probe.ends_in_ms(), panel.now_ms};
    const bool counts = panel.phase_is("running") && panel.model.held.empty();
    if (counts) {
        clock.left_ms -= panel.now_ms - clock.counted_at_ms;
        panel.ui.wake_after(1);
    }
    clock.counted_at_ms = panel.now_ms;
    return std::max<std::int64_t>(0, clock.left_ms);
}

void draw_probe_bar(Panel& panel, Rect& screen, ProbeState& state, BarState& bar) {
    watch(panel, state, bar);
    const v1::Probe* probe = asked_here(panel);
    if (probe == nullptr || !state.folded) return;
    panel.ui.area("probe.bar");
    const bool received =
        !probe->mine().empty() && said(*probe) == draft_of(panel, *probe, state).chosen;
    Rect row = screen.cut_top(48);
    panel.draw().fill(row, Token::accent_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(panel.ui.layout() == Layout::wide ? 24 : 16, 0);
    const std::string label = panel.say(Say::probe_unfold);
    const ButtonLook look{.style = ButtonStyle::primary, .small = true};
    if (button(panel.ui, row.cut_right(button_width(panel.ui, label, look)).middle_row(32),
               "probe.unfold", label, look))
        state.folded = false, state.unfolded = true;
    row.cut_right(16);
    const std::int64_t left_ms = left_of_probe(panel, *probe, state.clocks[panel.role]);
    const std::string time = panel.say(Say::table_left, {minutes_and_seconds(left_ms)});
    icon_label(panel.ui, row.cut_right(panel.draw().width(time, Type::strong_small) + 24),
               Icon::timer, time, Tone::neutral, true);
    row.cut_right(16);
    const Rect words = icon_label(panel.ui, row, received ? Icon::check_circle : Icon::pause,
                                  panel.say(received ? Say::probe_received : Say::probe_folded),
                                  Tone::accent, true);
    row.left = words.right + 16;
    const std::string body = panel.say(Say::probe_folded_body);
    if (panel.draw().width(body, Type::small) < row.width())
        panel.draw().line(row, body, {Type::small});
}

bool draw_probe(Panel& panel, ProbeState& state) {
    const v1::Probe* probe = asked_here(panel);
    if (probe == nullptr || state.folded) return false;
    Questions(panel, state, *probe).draw();
    return true;
}

void unsend_probe(ProbeState& state) {
    for (auto& [key, draft] : state.drafts) draft.sent.clear();
}

}  // namespace casustafel::ui
