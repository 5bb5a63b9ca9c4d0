#include "client/ui/frame/guide.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "client/model/queries.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/help.hpp"
#include "client/ui/frame/topic_names.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t soon_ms = 20 * 60'000;

enum Topic : std::uint8_t { read, share, ask, answer, talk, decide, plan, find, swap, topics };

// How something is done, where it stands on a screen with columns and on one with tabs, and the
// keys for it.
struct Guidance {
    TopicName name;
    Say body, where, tab;
    std::vector<Say> keys;
};

const std::array<Guidance, topics>& guidance() {
    static const std::array<Guidance, topics> all = {{
        {{Say::guide_read, Icon::document},
         Say::guide_read_body,
         Say::guide_read_where,
         Say::table_tab_dossier,
         {Say::ui_key_mark, Say::ui_key_arrows}},
        {{Say::guide_share, Icon::share},
         Say::guide_share_body,
         Say::guide_share_where,
         Say::table_tab_item,
         {Say::ui_key_share, Say::ui_key_questions, Say::ui_key_send}},
        {{Say::guide_ask, Icon::question},
         Say::guide_ask_body,
         Say::guide_ask_where,
         Say::table_tab_requests,
         {Say::ui_key_ask, Say::ui_key_send}},
        {{Say::guide_answer, Icon::reply},
         Say::guide_answer_body,
         Say::guide_answer_where,
         Say::table_tab_requests,
         {Say::ui_key_areas, Say::ui_key_enter}},
        {{Say::guide_talk, Icon::message},
         Say::guide_talk_body,
         Say::guide_talk_where,
         Say::table_tab_talk,
         {Say::ui_key_areas, Say::ui_key_send}},
        {{Say::guide_decide, Icon::gavel},
         Say::guide_decide_body,
         Say::guide_decide_where,
         Say::table_tab_plan,
         {Say::ui_key_space, Say::ui_key_send}},
        {{Say::guide_plan, Icon::flag},
         Say::guide_plan_body,
         Say::guide_plan_where,
         Say::table_tab_plan,
         {Say::ui_key_send}},
        {{Say::guide_find, Icon::search},
         Say::guide_find_body,
         Say::guide_find_where,
         Say::table_tab_dossier,
         {Say::ui_key_search, Say::ui_key_glossary, Say::ui_key_areas}},
        {{Say::guide_swap, Icon::swap},
         Say::guide_swap_body,
         Say::guide_swap_where,
         Say::swap_tab_handover,
         {Say::ui_key_send}},
    }};
    return all;
}

void draw_where(Panel& panel, Rect& inner, const Guidance& topic) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const std::string words =
        narrow ? panel.say(Say::guide_tab, {panel.say(topic.tab)}) : panel.say(topic.where);
    const float high = panel.draw().paragraph_height(inner.width() - 28, words, Type::body);
    keep_whole(panel.ui, {inner.left, inner.top, inner.right, inner.top + high});
    panel.draw().icon({inner.left + 9, inner.top + 11}, Icon::table, IconSize::control,
                      Token::text_2);
    Rect line = inner;
    line.cut_left(28);
    panel.draw().paragraph(line, words, {Type::body, Token::text_2});
    inner.cut_top(high + 16);
}

void draw_topic(Panel& panel, Rect& inner, const Guidance& topic, bool now,
                const HelpState& state) {
    if (now)
        panel.draw().cut_line(inner, 20, panel.say(Say::guide_now),
                              {Type::strong_small, Token::accent}, 2);
    panel.draw().cut_line(inner, 32, panel.say(topic.name.title), {Type::heading}, 4);
    panel.draw().cut_paragraph(inner, panel.say(topic.body), {Type::reading}, 14);
    draw_where(panel, inner, topic);
    draw_key_lines(panel, inner, key_lines_for(topic.keys, state));
    inner.cut_top(8);
}

// The ways out of the help: to the keys, the terms, and the five steps.
void draw_links(Panel& panel, Rect row, HelpState& state) {
    const auto way = [&](const char* name, Say words) {
        const std::string label = panel.say(words);
        const float wide = panel.draw().width(label, Type::strong_small) + 2;
        if (row.width() < wide) return false;
        const bool used = link(panel.ui, row.cut_left(wide).middle_row(28), name, label);
        row.cut_left(20);
        return used;
    };
    if (way("guide.keys", Say::ui_menu_keys)) state.open = Help::keys;
    if (way("guide.terms", Say::ui_menu_glossary)) open_glossary(state);
    if (way("guide.practice", Say::ui_menu_practice)) state.open = Help::practice;
}

void draw_pages(Panel& panel, Rect body, HelpState& state) {
    const int now = topic_now(panel);
    if (state.topic < 0) state.topic = now;
    if (panel.ui.layout() == Layout::narrow) {
        // One page under the other, that of now on top.
        scroll_area(panel.ui, body, "guide.text", [&](Rect& inner) {
            inner = unlimited(inner);
            const auto draw = [&](int topic) {
                draw_topic(panel, inner, guidance()[static_cast<std::size_t>(topic)], topic == now,
                           state);
            };
            draw(now);
            for (int topic = 0; topic < topics; ++topic)
                if (topic != now) draw(topic);
        });
        return;
    }
    std::vector<TopicName> names;
    for (const Guidance& each : guidance()) names.push_back(each.name);
    panel.ui.area("guide.topics");
    draw_topic_names(panel, body.cut_left(260), "guide", names, state.topic);
    body.cut_left(28);
    panel.ui.area("guide.page");
    scroll_area(panel.ui, body, "guide.text", [&](Rect& inner) {
        inner = unlimited(inner);
        draw_topic(panel, inner, guidance()[static_cast<std::size_t>(state.topic)],
                   state.topic == now, state);
    });
}

}  // namespace

void open_guide(HelpState& state) {
    state.open = Help::guide;
    state.topic = -1;
}

int topic_now(const Panel& panel) {
    if (panel.view == nullptr || panel.role.empty()) return read;
    if (panel.view->find<v1::SwapUnderWay>() != nullptr) return swap;
    using Waits = model::Waiting::Kind;
    for (const model::Waiting& waiting : model::waiting_for(*panel.view, panel.role)) {
        if (waiting.kind == Waits::request || waiting.kind == Waits::authority) return answer;
        if (waiting.kind == Waits::spoken) return talk;
        if (waiting.kind == Waits::action) return plan;
    }
    const v1::Decision* next = model::next_decision(*panel.view, panel.sim_ms());
    if (next != nullptr && model::decides(*next, panel.role) &&
        next->deadline_sim_ms() - panel.sim_ms() < soon_ms)
        return decide;
    const auto items = panel.view->all<v1::Item>();
    const bool all_read =
        std::all_of(items.begin(), items.end(), [](const v1::Item* item) { return item->read(); });
    return all_read && !items.empty() ? share : read;
}

void draw_guide(Panel& panel, HelpState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel.ui, "guide", 980, 600, panel.say(Say::guide_title), "guide.call");
    Rect foot = dialog.cut_foot();
    draw_pages(panel, dialog.body.inset(dialog.padding(), narrow ? 8 : 16), state);
    panel.ui.area("guide.footer");
    const std::string call = panel.say(Say::ui_help_act);
    const bool calls = button_right(panel.ui, foot, 40, "guide.call", call,
                                    {.style = ButtonStyle::outlined, .icon = Icon::help});
    foot.cut_right(12);
    draw_links(panel, foot, state);
    if (calls) state.open = Help::call;
    if (dialog.closed()) state.open = Help::none;
}

}  // namespace casustafel::ui
