#include "client/ui/trainer/acts/trainer_probes.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/question.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 60, bar_high = 6, list_inset = 32, more_height = 28;

bool has(const google::protobuf::RepeatedField<std::uint32_t>& all, std::uint32_t wanted) {
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

// Who answers: everybody who answered, and whoever is here with a role and has not.
struct Answering {
    int all = 0;
    std::vector<std::string> missing;
};
Answering answering(const Panel& panel, const v1::Probe& probe) {
    Answering now{probe.answered_size(), {}};
    for (const v1::Participant* participant : panel.view->all<v1::Participant>()) {
        if (participant->roles_size() == 0 || participant->absent()) continue;
        if (has(probe.answered(), participant->id())) continue;
        ++now.all;
        now.missing.push_back(panel.model.name_of(participant->id()));
    }
    return now;
}

std::string answered_words(const Panel& panel, const v1::Probe& probe, Say words) {
    return panel.say(words, {std::to_string(probe.answered_size()),
                             std::to_string(answering(panel, probe).all)});
}

void act(Panel& panel, const v1::Probe& probe, bool open, ProbesState& state) {
    state.chosen = probe.id();  // and it stays in sight when it is closed
    v1::Command command;
    if (open)
        command.mutable_open_probe()->set_probe(probe.id());
    else
        command.mutable_close_probe()->set_probe(probe.id());
    panel.outbox.act(std::move(command));
}

// At once when everybody answered; else it is asked first, since nobody can answer after it.
void close_or_ask(Panel& panel, const v1::Probe& probe, ProbesState& state) {
    if (answering(panel, probe).missing.empty()) return act(panel, probe, false, state);
    state.close_asked = true;
    panel.ui.focus("probes_close.cancel");
}

// Why these questions cannot be asked now; empty: they can.
std::string not_now(const Panel& panel) {
    if (panel.view->find<v1::SwapUnderWay>() != nullptr) return panel.say(Say::probes_swap_first);
    if (model::open_probe(*panel.view) != nullptr) return panel.say(Say::probes_other_open);
    const bool started = panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
    return started ? std::string() : panel.say(Say::probes_not_now);
}

std::string when(const Panel& panel, const v1::Probe& probe) {
    if (probe.status() != contract::ProbeStatus::waiting)
        return answered_words(panel, probe, Say::probes_answered);
    return probe.at_sim_ms() == 0 ? panel.say(Say::probes_by_hand)
                                  : panel.say(Say::probes_at, {moment(panel, probe.at_sim_ms())});
}

Icon icon_of(const v1::Probe& probe) {
    return probe.status() == contract::ProbeStatus::open     ? Icon::pause
           : probe.status() == contract::ProbeStatus::closed ? Icon::check_circle
                                                             : Icon::timer;
}

std::string title_of(const Panel& panel, const v1::Probe& probe) {
    return panel.in(probe.title()).empty() ? probe.id() : panel.in(probe.title());
}

// The one that was chosen, else the one that is open, else the next to come. One that is open is
// chosen by being shown, so that nobody reads another when it closes.
const v1::Probe* shown(const Panel& panel, ProbesState& state) {
    const auto all = panel.view->all<v1::Probe>();
    for (const v1::Probe* probe : all)
        if (probe->id() == state.chosen) return probe;
    if (const v1::Probe* open = model::open_probe(*panel.view)) {
        state.chosen = open->id();
        return open;
    }
    for (const v1::Probe* probe : all)
        if (probe->status() == contract::ProbeStatus::waiting) return probe;
    return all.empty() ? nullptr : all.back();
}

void draw_list(Panel& panel, Rect area, const v1::Probe& current, ProbesState& state) {
    const auto all = panel.view->all<v1::Probe>();
    std::vector<Row> rows;
    for (const v1::Probe* probe : all)
        rows.push_back({"probes." + probe->id(), row_height, false, probe == &current,
                        title_of(panel, *probe)});
    const int picked = scroll_list(
        panel.ui, area, "probes.list", rows, state.list,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Probe& probe = *all[index];
            row = row.inset(0, 8);
            row.left += list_inset;
            row.right -= 10;
            panel.draw().line(row.cut_top(24), title_of(panel, probe),
                              {rows[index].selected ? Type::strong : Type::body});
            icon_label(
                panel.ui, row, icon_of(probe),
                panel.word("probe_state", probe.status()) + ", " + when(panel, probe),
                probe.status() == contract::ProbeStatus::open ? Tone::accent : Tone::neutral);
        },
        {.inset_left = list_inset});
    if (picked >= 0) state.chosen = all[static_cast<std::size_t>(picked)]->id();
}

void draw_chooser(Panel& panel, Rect row, const v1::Probe& current, ProbesState& state) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Probe* probe : panel.view->all<v1::Probe>()) {
        if (probe == &current) chosen = static_cast<int>(options.size());
        options.push_back(
            {probe->id(), title_of(panel, *probe),
             panel.word("probe_state", probe->status()) + ", " + when(panel, *probe)});
    }
    const int picked =
        select(panel.ui, row, "probes.which", options, chosen, panel.say(Say::probes_choose));
    if (picked >= 0) state.chosen = options[static_cast<std::size_t>(picked)].key;
}

bool judged(const v1::ProbeQuestion& question) {
    return std::any_of(question.options().begin(), question.options().end(),
                       [](const v1::ProbeOption& option) { return option.right(); });
}

// How many of all chose it and, when asked, who.
std::string votes(const Panel& panel, const v1::ProbeOption& option, int all, bool names) {
    const std::string count = std::to_string(option.chosen_by_size()), of = std::to_string(all);
    if (!names || option.chosen_by().empty()) return panel.say(Say::probes_count, {count, of});
    std::vector<std::string> who;
    for (const std::uint32_t each : option.chosen_by()) who.push_back(panel.model.name_of(each));
    return panel.say(Say::probes_who, {count, of, enumerate(panel, who)});
}

// The height of an answer as drawn below.
float height_of(Panel& panel, const v1::ProbeOption& option, float width, int answered, int all,
                bool names) {
    float words = width;
    if (option.right())
        words -= panel.draw().width(panel.say(Say::probes_right), Type::strong_small) + 13;
    const Type type = option.right() ? Type::strong : Type::body;
    const float high = panel.draw().paragraph_height(words, panel.in(option.text()), type) + 2;
    if (answered == 0) return high;
    return high + 14 +
           panel.draw().paragraph_height(words, votes(panel, option, all, names), Type::small);
}

// Answers under the edge of their page, and that edge.
struct Below {
    float edge;
    int count = 0;
};

// One answer: its words, and once somebody answered a bar of how many chose it. What is so in the
// case is said without a verdict on who thought otherwise.
void draw_option(Panel& panel, Rect& body, const v1::ProbeOption& option, int answered, int all,
                 bool names, Below& below) {
    const std::string& words = panel.in(option.text());
    Rect row = body;
    row.left += 28;
    const Rect whole{body.left, body.top, body.right,
                     body.top + height_of(panel, option, row.width(), answered, all, names)};
    keep_whole(panel.ui, whole);
    if (whole.bottom > below.edge) ++below.count;
    panel.draw().ring({body.left + 10, body.top + 11}, option.right() ? 6 : 4,
                      option.right() ? Token::accent : Token::control_border,
                      option.right() ? 2.5F : 1.5F);
    if (option.right()) {
        const std::string right = panel.say(Say::probes_right);
        const Rect place = row.cut_right(panel.draw().width(right, Type::strong_small) + 1);
        panel.draw().line({place.left, place.top, place.right, place.top + 22}, right,
                          {Type::strong_small, Token::accent});
        row.right -= 12;
    }
    const Type type = option.right() ? Type::strong : Type::body;
    panel.draw().cut_paragraph(row, words, {type}, 2);
    if (answered > 0) {
        Rect bar{row.left, row.top + 4, row.left + std::min(row.width(), 240.0F),
                 row.top + 4 + bar_high};
        panel.draw().fill(bar, Token::bar_empty, bar_high / 2);
        bar.right = bar.left + bar.width() * static_cast<float>(option.chosen_by_size()) /
                                   static_cast<float>(std::max(1, all));
        if (!option.chosen_by().empty()) panel.draw().fill(bar, Token::accent, bar_high / 2);
        row.cut_top(14);
        panel.draw().cut_paragraph(row, votes(panel, option, all, names),
                                   {Type::small, Token::text_2});
    }
    body.top = row.top + 8;
}

void draw_questions(Panel& panel, Rect& body, const v1::Probe& probe, ProbesState& state,
                    Below& below) {
    body = unlimited(body);
    const bool open = probe.status() == contract::ProbeStatus::open;
    panel.draw().cut_paragraph(body, title_of(panel, probe), {Type::heading}, 4);
    std::string words = panel.word("probe_state", probe.status()) + ", " + when(panel, probe);
    if (open)
        words += ", " + panel.say(Say::table_left,
                                  {minutes_and_seconds(left_of_probe(panel, probe, state.clock))});
    icon_label(panel.ui, body.cut_top(24), icon_of(probe), words,
               open ? Tone::accent : Tone::neutral, open);
    if (open) {
        const Answering now = answering(panel, probe);
        const std::string still =
            now.missing.empty() ? panel.say(Say::probes_all_answered)
                                : panel.say(Say::probes_still, {enumerate(panel, now.missing)});
        panel.draw().cut_paragraph(body, still, {}, 2);
    }
    if (probe.answered_size() > 0) {
        const std::string label =
            panel.say(state.names ? Say::probes_hide_names : Say::probes_show_names);
        Rect row = body.cut_top(28);
        row.right = row.left + panel.draw().width(label, Type::strong) + 32;
        if (link(panel.ui, row, "probes.names", label, Icon::accounts)) state.names = !state.names;
    }
    body.cut_top(14);
    const int all = answering(panel, probe).all;
    int number = 0;
    for (const v1::ProbeQuestion& question : probe.questions()) {
        panel.draw().cut_paragraph(
            body, std::to_string(++number) + ". " + panel.in(question.text()), {Type::strong}, 8);
        for (const v1::ProbeOption& option : question.options())
            draw_option(panel, body, option, probe.answered_size(), all, state.names, below);
        if (probe.status() == contract::ProbeStatus::closed && !judged(question))
            panel.draw().cut_paragraph(body, panel.say(Say::probes_not_judged),
                                       {Type::small, Token::text_2}, 4);
        body.cut_top(12);
    }
}

// The questions, and where they go on below how many answers are left there.
void draw_page(Panel& panel, Rect area, const v1::Probe& probe, ProbesState& state) {
    const std::string name = "probes.text." + probe.id();
    const bool scrolls = static_cast<float>(panel.ui.number(name + ".needed")) > area.height();
    Rect strip = scrolls ? area.cut_bottom(more_height) : Rect{};
    Below below{area.bottom};
    scroll_area(panel.ui, area, name,
                [&](Rect& inner) { draw_questions(panel, inner, probe, state, below); });
    if (!scrolls || below.count == 0) return;
    const std::string words =
        below.count == 1 ? panel.say(Say::probe_more_answer_one)
                         : panel.say(Say::probe_more_answers, {std::to_string(below.count)});
    strip.right = strip.left + panel.draw().width(words, Type::strong) + 36;
    if (link(panel.ui, strip, "probes.more", words, Icon::chevron_down))
        panel.ui.number(name + ".offset") += static_cast<int>(area.height() / 2);
}

// Opening stands on the right and closing on the left: a double click never does both.
void draw_act(Panel& panel, Rect row, const v1::Probe& probe, ProbesState& state) {
    const bool open = probe.status() == contract::ProbeStatus::open;
    if (probe.status() == contract::ProbeStatus::closed)
        return reason_line(panel.ui, row, panel.say(Say::probes_done));
    const std::string why = open ? std::string() : not_now(panel);
    const std::string label = panel.say(open ? Say::probes_close : Say::probes_open);
    const ButtonLook look{.style = open ? ButtonStyle::outlined : ButtonStyle::primary,
                          .icon = open ? Icon::stop : Icon::pause,
                          .enabled = why.empty()};
    const float wide = button_width(panel.ui, label, look);
    const Rect place = open ? row.cut_left(wide) : row.cut_right(wide);
    if (button(panel.ui, place.middle_row(40), "probes.act", label, look) && look.enabled) {
        if (open)
            close_or_ask(panel, probe, state);
        else
            act(panel, probe, true, state);
    }
    row.right -= 12;
    if (!why.empty()) return reason_line(panel.ui, row, why);
    if (!open) reason_line(panel.ui, row, panel.say(Say::probes_once));
}

// How many are ready, and that the case stands still meanwhile.
void draw_progress(Panel& panel, Rect& row, const v1::Probe& open) {
    const std::string words = answered_words(panel, open, Say::probes_progress);
    const std::string still = panel.say(Say::swap_clock_still);
    const float wide =
        std::max(panel.draw().width(words, Type::strong), panel.draw().width(still, Type::small)) +
        1;
    if (row.width() < wide) return;
    Rect place = row.cut_left(wide).middle_row(40);
    panel.draw().line(place.cut_top(22), words, {Type::strong, Token::accent});
    panel.draw().line(place, still, {Type::small, Token::text_2});
    row.cut_left(14);
}

}  // namespace

void draw_probe_control(Panel& panel, Rect& row, TrainerState& state) {
    if (panel.view->all<v1::Probe>().empty()) return;
    const v1::Probe* open = model::open_probe(*panel.view);
    if (open != nullptr) draw_progress(panel, row, *open);
    const std::string label = panel.say(open == nullptr ? Say::probes_title : Say::requests_look);
    const ButtonLook look{.icon = open == nullptr ? Icon::help : Icon::none};
    const float wide = button_width(panel.ui, label, look);
    if (row.width() < wide) return;
    if (button(panel.ui, row.cut_left(wide).middle_row(40), "trainer.probes", label, look)) {
        state.probes.open = true;
        if (open != nullptr) state.probes.chosen = open->id();
    }
    row.cut_left(8);
    if (open == nullptr) return;
    const std::string close = panel.say(Say::probes_close);
    const float close_wide = button_width(panel.ui, close);
    if (row.width() >= close_wide &&
        button(panel.ui, row.cut_left(close_wide).middle_row(40), "trainer.probe_close", close))
        close_or_ask(panel, *open, state.probes);
    row.cut_left(8);
}

void draw_probes(Panel& panel, ProbesState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float pad = narrow ? 16 : 32;
    const v1::Probe* probe = shown(panel, state);
    const float high = std::min(720.0F, panel.ui.screen().height() - (narrow ? 0 : 32));
    const std::string title = panel.say(Say::probes_title_long);
    // Of a poll that was held there is nothing left to send.
    const bool sends = probe != nullptr && probe->status() != contract::ProbeStatus::closed;
    Dialog dialog = sends ? Dialog(panel, "probes_window", 1040, high, title)
                          : Dialog(panel.ui, "probes_window", 1040, high, title);
    if (probe == nullptr) {
        empty_state(panel, dialog.body.inset(pad, 20), Say::probes_empty, Say::probes_empty_body);
        if (dialog.closed()) state.open = false;
        return;
    }
    const Rect footer = dialog.cut_footer(narrow ? 56 : 72).inset(pad, 8);
    Rect body = dialog.body;
    if (narrow) {
        Rect top = body.cut_top(52).inset(pad, 6);
        draw_chooser(panel, top, *probe, state);
    } else {
        Rect left = body.cut_left(std::min(380.0F, body.width() * 0.4F));
        panel.draw().vertical_rule(left.right, left.top, left.bottom);
        Rect words = left.cut_bottom(112).inset(list_inset, 12);
        panel.draw().paragraph(words, panel.say(Say::probes_body), {Type::small, Token::text_2});
        draw_list(panel, left, *probe, state);
    }
    panel.ui.area("probes.questions");
    draw_page(panel, body.inset(narrow ? pad : 28, narrow ? 6 : 20), *probe, state);
    panel.ui.area("probes.footer");
    draw_act(panel, footer, *probe, state);
    if (dialog.closed()) state.open = false;
}

void draw_close_question(Panel& panel, ProbesState& state) {
    const v1::Probe* open = model::open_probe(*panel.view);
    const Answering now = open == nullptr ? Answering{} : answering(panel, *open);
    // It closed by itself meanwhile, or the last one answered: nothing to ask.
    if (open == nullptr || now.missing.empty()) {
        state.close_asked = false;
        return;
    }
    const Answer said = draw_question(
        panel, {.name = "probes_close",
                .title = panel.say(Say::probes_close_title),
                .body = panel.say(Say::probes_close_body, {enumerate(panel, now.missing)}),
                .yes = panel.say(Say::probes_close),
                .icon = Icon::stop});
    if (said == Answer::yes) act(panel, *open, false, state);
    if (said != Answer::none) state.close_asked = false;
}

}  // namespace casustafel::ui
