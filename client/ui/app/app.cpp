#include "client/ui/app/app.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/app/drafts.hpp"
#include "client/ui/app/kept_acts.hpp"
#include "client/ui/entrance/closed.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/interludes/looking_on.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/interludes/swap_writing.hpp"
#include "client/ui/table/item_card.hpp"
#include "client/ui/table/table.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

std::string sentence(const Ui& ui, const std::string& key) {
    const auto found = text::find(key);
    return found ? ui.say(*found) : ui.say(Say::refusal_unknown);
}

}  // namespace

void App::draw(Ui& ui, const model::Model& model, Outbox& outbox, std::int64_t now_ms,
               const LinkTrouble& trouble) {
    Panel panel{ui, model, outbox, now_ms, trouble, model.main_view(), model.role()};
    state.end.stints.watch(model, now_ms);
    if (const Stint* stint = state.end.stints.now_in(panel.role))
        panel.seated_sim_ms = stint->since_sim_ms;
    if (state.projector.on) {
        const float scale = ui.settings().scale;
        Settings fitting = ui.settings();
        fitting.scale = projector_scale(ui.screen().width() * scale, ui.screen().height() * scale);
        if (fitting != ui.settings()) ui.change(fitting);
        return draw_projector(panel, state.projector);
    }
    for (Tell& told : news_.of_line(panel)) tell(model, std::move(told));
    watch_role(panel);
    for (Tell& told : news_.of_others(panel)) tell(model, std::move(told));
    if (!model.trainer) chimes_.watch(panel);
    if (!panel.role.empty() && panel.view != nullptr && !model.trainer)
        note_titles(panel, state.tables[panel.role]);
    HelpState& help = bar_of(panel).help;
    if (help.letters.empty()) help.letters = item_letters();
    if (const auto wish = std::exchange(help.draft_wish, {})) wish(state.tables[help.draft_role]);
    if (help.open == Help::drafts) help.drafts = all_drafts(panel, state.tables);
    if (is_closed(panel)) return draw_closed(panel);
    draw_screen(panel);
    ask_about_kept_acts(panel, state.kept_acts);
    close_everywhere(panel);
}

// What was read and closed on one screen does not stand on the next.
void App::close_everywhere(const Panel& panel) {
    const auto closed = std::exchange(bar_of(panel).closed, std::nullopt);
    if (!closed) return;
    forget_tell(state.lobby.bar, *closed);
    forget_tell(state.end.bar, *closed);
    for (auto& [role, table] : state.tables) forget_tell(table.bar, *closed);
}

BarState& App::bar_of(const Panel& panel) {
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    if (panel.model.trainer) return state.trainer.bar;
    if (panel.model.looks_on.observer() != 0) return state.tables[panel.role].bar;
    if (panel.model.participant == 0 || session == nullptr) return state.lobby.bar;
    if (session->phase() == contract::SessionPhase::ended) return state.end.bar;
    if (panel.role.empty() || session->phase() == contract::SessionPhase::lobby)
        return state.lobby.bar;
    return state.tables[panel.role].bar;
}

void App::draw_screen(Panel& panel) {
    const model::Model& model = panel.model;
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    const bool from_end = std::exchange(state.end.replay_asked, false);
    const bool from_desk = std::exchange(state.trainer.replay_asked, false);
    if (looks_back(panel, state.replay, from_end || from_desk))
        return draw_replay(panel, state.replay, bar_of(panel));
    if (model.trainer) {
        draw_trainer(panel, state.trainer);
        return draw_help(panel, state.trainer.bar);
    }
    if (model.looks_on.observer() != 0) return draw_looking_on(panel, state.tables[panel.role]);
    if (model.participant == 0 || session == nullptr) return draw_lobby(panel, state.lobby);
    if (session->phase() == contract::SessionPhase::ended)
        return draw_end(panel, state.end, state.tables[panel.role], &state.prompt);
    if (panel.role.empty() || session->phase() == contract::SessionPhase::lobby)
        return draw_lobby(panel, state.lobby, &state.prompt);
    TableState& table = state.tables[panel.role];
    if (panel.view->find<v1::SwapUnderWay>() != nullptr)
        return draw_swap(panel, table, &state.handover, &state.prompt);
    draw_table(panel, table, &state.prompt);
}

// A swap, or a move to another seat: what was begun stays with the role it was begun for.
void App::watch_role(Panel& panel) {
    const bool swapping = panel.view != nullptr && panel.view->find<v1::SwapUnderWay>() != nullptr;
    if (swapping && !swapping_ && !panel.role.empty()) tell_kept(panel, panel.role);
    const auto roles = panel.model.roles();
    const bool lost = !role_before_.empty() && role_before_ != panel.role &&
                      std::find(roles.begin(), roles.end(), role_before_) == roles.end();
    if (lost) forget_sent_handover(state.tables[role_before_].swap);
    if (lost && !panel.role.empty() && !panel.model.trainer) {
        tell_kept(panel, role_before_);
        if (!swapping && !swapping_ && !panel.phase_is(Phase::lobby))
            tell(panel.model,
                 {Tone::attention, panel.say(Say::notice_moved, {panel.role_name(panel.role)}),
                  panel.say(Say::notice_moved_body)});
    }
    // Between two roles there is no view at all; the view of who has no seat says that none came.
    const bool plays =
        panel.view != nullptr && (panel.phase_is(Phase::running) || panel.phase_is(Phase::paused));
    if (lost && panel.role.empty() && plays && panel.model.participant != 0 &&
        !panel.model.trainer) {
        tell(panel.model, {Tone::attention, panel.say(Say::notice_released),
                           panel.say(Say::notice_released_body)});
        role_before_.clear();
    }
    swapping_ = swapping;
    if (!panel.role.empty()) role_before_ = panel.role;
}

void App::tell_kept(Panel& panel, const std::string& role) {
    TableState& table = state.tables[role];
    if (panel.role == role) tidy_drafts(*panel.view, role, table);
    std::vector<std::string> begun;
    for (const DraftNote& note : half_made(panel, table)) begun.push_back(note.title);
    if (begun.empty()) return;
    tell(panel.model, {Tone::neutral, panel.say(Say::draft_kept, {panel.role_name(role)}),
                       panel.say(Say::draft_kept_body, {enumerate(panel, begun)})});
}

std::string App::kept_drafts() const {
    return write_drafts(state.tables, unsent_prompts(state.prompt), state.end.stints);
}

void App::restore_drafts(Ui& ui, const model::Model& model, std::string_view kept) {
    if (kept.empty() || !read_drafts(kept, state.tables, &state.prompt.drafts, &state.end.stints))
        return;
    tell(model, {Tone::good, ui.say(Say::draft_restored), ui.say(Say::draft_restored_body)});
}

void App::take_changes(const model::Model& model, const std::vector<model::Change>& changes) {
    chimes_.hear(model, changes);
    attention_.hear(model, changes);
    news_.count(model, changes);
}

void App::tell(const model::Model& model, Tell told) {
    if (model.trainer) return ui::tell(state.trainer.bar, std::move(told));
    if (model.looks_on.observer() != 0)
        return ui::tell(state.tables[model.role()].bar, std::move(told));
    ui::tell(state.lobby.bar, told);
    if (model.role().empty()) return;
    ui::tell(state.end.bar, told);
    ui::tell(state.tables[model.role()].bar, std::move(told));
}

// What was typed goes back to where it was typed, unless something new stands there. True:
// something was typed.
bool App::put_back(const model::Model& model, const v1::Command& command) {
    if (command.has_improvise_inject()) {
        ImproviseDraft& draft = state.trainer.improvise;
        if (draft.text.empty())
            draft = {.audience = command.improvise_inject().to().empty() ? Audience::everybody
                                                                         : Audience::some,
                     .title = command.improvise_inject().title(),
                     .text = command.improvise_inject().text(),
                     .to = {command.improvise_inject().to().begin(),
                            command.improvise_inject().to().end()}};
        return true;
    }
    const std::string role = command.as_role().empty() ? model.role() : command.as_role();
    TableState& table = model.trainer ? state.trainer.looked[role] : state.tables[role];
    if (command.has_answer_prompt()) unsend_prompt(state.prompt);
    return ui::put_back(table, command);
}

void App::take_refusals(Ui& ui, const model::Model& model,
                        const std::vector<model::Refusal>& refusals) {
    for (const model::Refusal& refusal : refusals) {
        const std::string words = sentence(ui, refusal.key);
        if (refusal.about == contract::client_frame::observe) {
            state.projector.error =
                refusal.key == "refusal.wrong_code" ? "projector.wrong" : refusal.key;
        } else if (refusal.about == contract::client_frame::look_up) {
            state.lobby.code_error = words;
        } else if (refusal.about == contract::client_frame::reenter ||
                   refusal.about == contract::client_frame::open_as_trainer) {
            const bool trainer = refusal.about == contract::client_frame::open_as_trainer;
            open_other_way(state.lobby, trainer ? as_trainer : by_reentry_code, words);
        } else if (refusal.command.has_read_item() ||
                   (refusal.command.has_take_role() && refusal.key == "rejection.already_so")) {
            continue;  // opening twice, or sitting where one sits, changes nothing
        } else {
            if (refusal.about == contract::client_frame::join ||
                refusal.about == contract::client_frame::resume)
                state.lobby.joining = false;
            if (refusal.command.has_look_through_role()) state.trainer.look_as.clear();
            const std::string kept = put_back(model, refusal.command)
                                         ? " " + ui.say(Say::notice_refused_again)
                                         : std::string();
            tell(model, {Tone::wrong, ui.say(Say::notice_refused), words + kept});
        }
    }
}

void App::take_accepted(const model::Model& model, std::vector<v1::Command> accepted,
                        std::int64_t now_ms) {
    for (v1::Command& act : accepted) {
        if (!gets_receipt(act)) continue;
        const std::string role = act.as_role().empty() ? model.role() : act.as_role();
        TableState& table = model.trainer ? state.trainer.looked[role] : state.tables[role];
        table.receipt = {std::move(act), model.sim_ms(now_ms)};
    }
}

void App::take_report(Ui& ui, const model::Model& model, Outbox& outbox, const std::string& html) {
    const bool shared = ui.settings().shared_workstation;
    const bool on_paper = std::exchange(state.trainer.paper.asked, false);
    const std::string name = (on_paper ? "casustafel-papier-" : "casustafel-verslag-") + model.code;
    const std::string place = shared ? std::string() : outbox.keep_page(name + ".html", html);
    if (!place.empty())
        tell(model, {Tone::good, ui.say(on_paper ? Say::handout_saved : Say::results_report_saved),
                     ui.say(Say::results_report_saved_body, {place})});
    else
        tell(model, {Tone::wrong, ui.say(Say::results_report_not_saved),
                     ui.say(shared ? Say::results_report_not_saved_body
                                   : Say::results_report_no_place_body)});
}

}  // namespace casustafel::ui
