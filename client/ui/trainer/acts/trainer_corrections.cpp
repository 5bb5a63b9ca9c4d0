#include "client/ui/trainer/acts/trainer_corrections.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/frame/glossary.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/search.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/watch/happening_words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 60, row_height_narrow = 84, room_for_the_rest = 640;
// Of a line in the feed: below this the sign alone leaves room for the words.
constexpr float room_for_words = 520;
constexpr std::string_view kinds[] = {"", "share", "request", "decision", "action"};

std::string name_of(const v1::CorrectionTarget& target) {
    return target.kind() + "." +
           (target.kind() == contract::CorrectionKind::decision ? target.decision()
                                                                : std::to_string(target.made()));
}

const v1::Entity* entity_of(const Panel& panel, const v1::CorrectionTarget& target) {
    if (target.kind() == contract::CorrectionKind::decision)
        return panel.view->find(
            contract::entity_key(contract::entities::decision, target.decision()));
    return panel.view->find(
        contract::entity_key({target.kind(), contract::Tail::hexadecimal}, target.made()));
}

struct Thing {
    v1::CorrectionTarget target;
    std::int64_t at_sim_ms = 0;
    std::string words;
    const v1::Correction* correction = nullptr;
};

std::string words_of(const Panel& panel, const v1::Share& share) {
    return panel.say(
        Say::correct_share,
        {share.giver(), share.item(), enumerate(panel, {share.to().begin(), share.to().end()})});
}
std::string words_of(const Panel& panel, const v1::Request& request) {
    return panel.say(Say::correct_request,
                     {request.asker(), enumerate(panel, {request.to().begin(), request.to().end()}),
                      question_text(panel, request)});
}
std::string words_of(const Panel& panel, const v1::Decision& decision) {
    return panel.say(Say::correct_decision, {panel.in(decision.title())});
}
std::string words_of(const Panel& panel, const v1::Action& action) {
    return panel.say(Say::correct_action,
                     {action.author(), model::words_of(action, panel.english())});
}

Thing thing_of(const Panel& panel, const v1::CorrectionTarget& target) {
    const v1::Entity* entity = entity_of(panel, target);
    if (entity == nullptr) return {target, 0, panel.say(Say::correct_unknown)};
    if (entity->has_share())
        return {target, entity->share().at_sim_ms(), words_of(panel, entity->share())};
    if (entity->has_request())
        return {target, entity->request().at_sim_ms(), words_of(panel, entity->request())};
    if (entity->has_decision())
        return {target, entity->decision().at_sim_ms(), words_of(panel, entity->decision())};
    return {target, entity->action().added_at_sim_ms(), words_of(panel, entity->action())};
}

v1::CorrectionTarget target_of(const v1::Correction& correction) {
    v1::CorrectionTarget target;
    target.set_kind(correction.kind());
    target.set_made(correction.made());
    target.set_decision(correction.decision());
    return target;
}

std::vector<Thing> left_out(const Panel& panel) {
    std::vector<Thing> all;
    for (const v1::Correction* correction : panel.view->all<v1::Correction>()) {
        all.push_back(thing_of(panel, target_of(*correction)));
        all.back().correction = correction;
    }
    std::reverse(all.begin(), all.end());
    return all;
}

// Whatever the score counts, latest first.
std::vector<Thing> counted(const Panel& panel) {
    std::vector<Thing> all;
    for (const auto& [key, known] : panel.view->entities()) {
        const auto target = correctable(*known.entity);
        if (target && !is_left_out(panel, *target)) all.push_back(thing_of(panel, *target));
    }
    std::stable_sort(all.begin(), all.end(), [](const Thing& one, const Thing& other) {
        return one.at_sim_ms > other.at_sim_ms;
    });
    return all;
}

void correct(Panel& panel, const v1::CorrectionTarget& target, bool leave_out,
             const std::string& reason) {
    v1::Command command;
    v1::CorrectScore& correction = *command.mutable_correct_score();
    *correction.mutable_target() = target;
    correction.set_leave_out(leave_out);
    correction.set_reason(reason);
    panel.outbox.act(std::move(command));
}

Icon icon_of(const v1::CorrectionTarget& target) {
    return target.kind() == contract::CorrectionKind::share      ? Icon::share
           : target.kind() == contract::CorrectionKind::request  ? Icon::question
           : target.kind() == contract::CorrectionKind::decision ? Icon::gavel
                                                                 : Icon::flag;
}

// One thing with its button; true when that was used.
bool draw_thing(Panel& panel, Rect row, const Thing& thing, const std::string& name,
                const std::string& label) {
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    const bool pressed =
        button_right(panel.ui, row, 32, name, label, {.small = true}, label + ": " + thing.words);
    row.cut_right(12);
    panel.draw().icon({row.left + 10, row.centre().y}, icon_of(thing.target), IconSize::small,
                      Token::text_2);
    row.cut_left(32);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const bool two_lines = narrow && row.height() > row_height;
    Rect words = row.middle_row(two_lines ? 64 : 44);
    if (two_lines)
        panel.draw().paragraph(words.cut_top(46), thing.words, {Type::body}, 2);
    else
        panel.draw().line(words.cut_top(24), thing.words, {Type::body});
    const std::string at = thing.at_sim_ms == 0 ? std::string() : moment(panel, thing.at_sim_ms);
    panel.draw().line(words,
                      thing.correction == nullptr ? at
                      : at.empty()                ? thing.correction->reason()
                                                  : at + ": " + thing.correction->reason(),
                      {Type::small, Token::text_2});
    return pressed;
}

// "345 handelingen", or how many of those are left.
std::string count_words(const Panel& panel, std::size_t shown, std::size_t all) {
    if (shown < all)
        return panel.say(Say::correct_shown, {std::to_string(shown), std::to_string(all)});
    return all == 1 ? panel.say(Say::correct_count_one)
                    : panel.say(Say::correct_count, {std::to_string(all)});
}

// Which kind to show; side by side, or in a list where there is no room for that.
int choose_kind(Panel& panel, Rect& row, int chosen) {
    const std::pair<const char*, Say> names[] = {{"all", Say::trainer_feed_all},
                                                 {"sharing", Say::trainer_feed_sharing},
                                                 {"asking", Say::trainer_feed_asking},
                                                 {"deciding", Say::trainer_feed_deciding},
                                                 {"plan", Say::dock_plan}};
    if (panel.ui.layout() == Layout::narrow) {
        std::vector<Option> options;
        for (const auto& [key, name] : names) options.push_back({key, panel.say(name)});
        return select(panel.ui, row.cut_left(220), "corrections.kind", options, chosen);
    }
    std::vector<Segment> segments;
    for (const auto& [key, name] : names) segments.push_back({key, panel.say(name)});
    return segmented(panel.ui, row.cut_left(segmented_width(panel.ui, segments)).middle_row(32),
                     "corrections.kind", segments, chosen);
}

// What to look for among all that counts: a word, and a kind; under it how many are left.
void draw_filter(Panel& panel, Rect& area, CorrectionsState& state, std::vector<Thing>& things) {
    if (field(panel.ui, area.cut_top(36), "corrections.search", state.search,
              {.placeholder = panel.say(Say::correct_search), .limit = 60})
            .changed)
        state.all = {};
    area.cut_top(6);
    Rect row = area.cut_top(36);
    if (const int picked = choose_kind(panel, row, state.kind); picked >= 0) {
        state.kind = picked;
        state.all = {};
    }
    const std::string_view kind = kinds[state.kind];
    const std::size_t all = things.size();
    std::erase_if(things, [&](const Thing& thing) {
        return (!kind.empty() && thing.target.kind() != kind) ||
               !found_in(thing.words, state.search);
    });
    row.cut_left(16);
    panel.draw().line(row, count_words(panel, things.size(), all),
                      {Type::small, Token::text_2, Align::right});
    area.cut_top(6);
}

// On a small screen the words take two lines where they need them.
float height_of(Panel& panel, const Thing& thing, float width) {
    if (panel.ui.layout() != Layout::narrow) return row_height;
    return panel.draw().width(thing.words, Type::body) <= width ? row_height : row_height_narrow;
}

void draw_things(Panel& panel, Rect area, CorrectionsState& state) {
    const bool undoing = state.tab == 0;
    auto things = undoing ? left_out(panel) : counted(panel);
    if (!undoing && !things.empty()) {
        draw_filter(panel, area, state, things);
        if (things.empty()) {
            empty_state(panel, area, Say::correct_none_found, Say::correct_none_found_body);
            return;
        }
    }
    if (things.empty()) {
        empty_state(panel, area, undoing ? Say::correct_empty : Say::correct_nothing,
                    undoing ? Say::correct_empty_body : Say::correct_nothing_body);
        return;
    }
    const std::string act = panel.say(undoing ? Say::correct_undo : Say::correct_open);
    const float beside = 12 + button_width(panel.ui, act, {.small = true}) + 12 + 32;
    std::vector<Row> rows;
    for (const Thing& thing : things)
        rows.push_back({"corrections." + name_of(thing.target),
                        height_of(panel, thing, area.width() - beside)});
    scroll_list(panel.ui, area, "corrections.list", rows, undoing ? state.left_out : state.all,
                [&](std::size_t index, Rect row, const Response&) {
                    const Thing& thing = things[index];
                    row.right = area.right - 12;
                    const std::string name =
                        (undoing ? "corrections.undo." : "corrections.leave_out.") +
                        name_of(thing.target);
                    if (!draw_thing(panel, row, thing, name, act)) return;
                    if (undoing)
                        correct(panel, thing.target, false, panel.say(Say::correct_undo_reason));
                    else {
                        state.target = thing.target;
                        panel.ui.focus("corrections.reason");
                    }
                },
                {.bare = true});
}

// Why the chosen thing does not count; typed once, and only then it is left out.
void draw_reason(Panel& panel, Rect body, Rect footer, CorrectionsState& state) {
    const Thing thing = thing_of(panel, state.target);
    const std::string words =
        thing.at_sim_ms == 0 ? thing.words : moment(panel, thing.at_sim_ms) + "  " + thing.words;
    Rect line = body;
    line.left += 30;
    panel.draw().icon({body.left + 10, body.top + 12}, icon_of(thing.target), IconSize::control,
                      Token::text_2);
    body.cut_top(panel.draw().paragraph(line, words, {Type::strong}, 4) + 16);
    panel.draw().cut_line(body, 24, panel.say(Say::correct_reason), {Type::strong}, 4);
    const FieldResult typed = field(panel.ui, body.cut_top(std::min(88.0F, body.height())),
                                    "corrections.reason", state.reason,
                                    {.placeholder = panel.say(Say::correct_reason_example),
                                     .several_lines = true,
                                     .limit = contract::limits::correct_score_reason_characters});
    const bool blank = state.reason.find_first_not_of(" \n") == std::string::npos;
    const std::string label = panel.say(Say::correct_act), back = panel.say(Say::ui_back);
    const ButtonLook primary{
        .style = ButtonStyle::primary, .icon = Icon::minus, .enabled = !blank && typed.excess == 0};
    const bool pressed = button_right(panel.ui, footer, 40, "corrections.act", label, primary);
    footer.cut_right(8);
    const bool away =
        button_right(panel.ui, footer, 40, "corrections.back", back, {.style = ButtonStyle::text});
    footer.right -= 12;
    if (blank) reason_line(panel.ui, footer, panel.say(Say::correct_missing_reason));
    if (typed.excess > 0) reason_line(panel.ui, footer, words_for_excess(panel.ui, typed.excess));
    if ((pressed || typed.submitted) && !blank) {
        correct(panel, state.target, true, state.reason);
        state.reason.clear();
        state.target.Clear();
        state.tab = 0;
    }
    if (away) state.target.Clear();
}

}  // namespace

std::optional<v1::CorrectionTarget> correctable(const v1::Entity& entity) {
    v1::CorrectionTarget target;
    if (entity.has_share()) {
        target.set_kind(contract::word(contract::CorrectionKind::share));
        target.set_made(entity.share().id());
    } else if (entity.has_request()) {
        target.set_kind(contract::word(contract::CorrectionKind::request));
        target.set_made(entity.request().id());
    } else if (entity.has_action()) {
        target.set_kind(contract::word(contract::CorrectionKind::action));
        target.set_made(entity.action().id());
    } else if (entity.has_decision() &&
               entity.decision().status() != contract::DecisionStatus::open) {
        target.set_kind(contract::word(contract::CorrectionKind::decision));
        target.set_decision(entity.decision().id());
    } else {
        return std::nullopt;
    }
    return target;
}

bool is_left_out(const Panel& panel, const v1::CorrectionTarget& target) {
    const auto all = panel.view->all<v1::Correction>();
    return std::any_of(all.begin(), all.end(), [&](const v1::Correction* correction) {
        return correction->kind() == target.kind() && correction->made() == target.made() &&
               correction->decision() == target.decision();
    });
}

void draw_correction_link(Panel& panel, Rect& row, const v1::Entity& entity,
                          CorrectionsState& state) {
    const auto target = correctable(entity);
    if (!target) return;
    if (is_left_out(panel, *target)) {
        const std::string words = panel.say(Say::correct_left_out);
        const float wide = panel.draw().width(words, Type::strong_small) + 24;
        icon_label(panel.ui, row.cut_right(wide), Icon::minus, words, Tone::attention, true);
        row.cut_right(8);
        return;
    }
    const std::string words = panel.say(Say::correct_open);
    const bool roomy = row.width() >= room_for_words;
    const ButtonLook look{.style = ButtonStyle::quiet,
                          .icon = roomy ? Icon::none : Icon::more,
                          .small = true,
                          .group = "feed.corrections"};
    const float wide = roomy ? button_width(panel.ui, words, look) : 32;
    const Rect place = row.cut_right(wide).middle_row(28);
    if (!roomy) hint_words(panel, place, words, panel.say(Say::correct_body));
    const bool pressed = button(panel.ui, place, "correct." + name_of(*target),
                                roomy ? words : std::string(), look, words);
    row.cut_right(8);
    if (!pressed) return;
    state.open = true;
    state.target = *target;
}

void draw_correction_control(Panel& panel, Rect& row, TrainerState& state) {
    const std::string label = panel.say(Say::correct_title);
    const ButtonLook look{.icon = Icon::scale_balance};
    const float wide = button_width(panel.ui, label, look);
    // After the end nothing else asks for the room.
    if (row.width() < wide + (panel.phase_is(Phase::ended) ? 0 : room_for_the_rest)) return;
    if (button(panel.ui, row.cut_right(wide).middle_row(40), "trainer.corrections", label, look))
        state.corrections.open = true;
    row.cut_right(16);
}

void draw_corrections(Panel& panel, CorrectionsState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float pad = narrow ? 16 : 32;
    const bool asking = !state.target.kind().empty();
    Dialog dialog(panel, "corrections", 860,
                  std::min(640.0F, panel.ui.screen().height() - (narrow ? 0 : 32)),
                  panel.say(asking ? Say::correct_heading : Say::correct_title),
                  asking ? "corrections.reason" : "");
    if (asking) {
        const Rect footer = dialog.cut_footer(narrow ? 56 : 72).inset(pad, 8);
        draw_reason(panel, dialog.body.inset(pad, narrow ? 12 : 20), footer, state);
        if (dialog.closed()) state.target.Clear();
        return;
    }
    // Nothing is sent from a list alone, but each row has a button that does.
    if (!panel.live()) dialog.cut_footer(0);
    Rect body = dialog.body.inset(pad, narrow ? 6 : 14);
    // On a small screen the rows come first once there is something to look for.
    if (!narrow || state.tab == 0)
        panel.draw().cut_paragraph(body, panel.say(Say::correct_body), {Type::body, Token::text_2},
                                   8);
    const Tab tabs[] = {{"left_out", panel.say(Say::correct_tab_left_out),
                         static_cast<int>(panel.view->all<v1::Correction>().size())},
                        {"all", panel.say(Say::correct_tab_all)}};
    const int picked =
        tab_row(panel.ui, body.cut_top(narrow ? 32 : 40), "corrections.tab", tabs, state.tab);
    if (picked >= 0) state.tab = picked;
    body.cut_top(8);
    draw_things(panel, body, state);
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
