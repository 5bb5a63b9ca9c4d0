#include "client/ui/feed.hpp"

#include <algorithm>
#include <map>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr float event_height = 34, share_height = 44, bar_room = 10;

Icon icon_of(HappeningKind kind) {
    switch (kind) {
        case HappeningKind::share: return Icon::share;
        case HappeningKind::request: return Icon::question;
        case HappeningKind::answer: return Icon::reply;
        case HappeningKind::message: return Icon::message;
        case HappeningKind::inject: return Icon::flash;
    }
    return Icon::circle;
}

bool shown(HappeningKind kind, int filter) {
    switch (filter) {
        case 1: return kind == HappeningKind::share;
        case 2: return kind == HappeningKind::request || kind == HappeningKind::answer;
        case 3: return kind == HappeningKind::message;
        default: return true;
    }
}

void draw_events(Panel& panel, Rect area, TrainerState& state, const std::vector<Happening>& all) {
    const Segment filters[] = {{"all", panel.say(Say::trainer_feed_all)},
                               {"sharing", panel.say(Say::trainer_feed_sharing)},
                               {"asking", panel.say(Say::trainer_feed_asking)},
                               {"talk", panel.say(Say::trainer_feed_talk)}};
    const int picked =
        segmented(panel.ui, area.cut_top(32), "feed.filter", filters, state.feed_filter);
    if (picked >= 0) state.feed_filter = picked;
    area.cut_top(8);
    std::vector<const Happening*> chosen;
    for (const Happening& each : all) {
        if (shown(each.kind, state.feed_filter)) chosen.push_back(&each);
    }
    if (chosen.empty()) {
        empty_state(panel.ui, area,
                    {panel.say(Say::trainer_feed_empty), panel.say(Say::trainer_feed_empty_body)});
        return;
    }
    std::vector<Row> rows(chosen.size(), Row{"", event_height});
    scroll_list(
        panel.ui, area, "feed.events", rows, state.feed,
        [&](std::size_t index, Rect row, const Response&) {
            const Happening& each = *chosen[index];
            row.right = area.right - bar_room;
            panel.draw().horizontal_rule(row.left, row.right, row.top);
            panel.draw().line(row.cut_left(52), clock_text(each.at_sim_ms),
                              {Type::small, Token::text_2});
            panel.draw().icon({row.left + 8, row.centre().y}, icon_of(each.kind), IconSize::small,
                              each.kind == HappeningKind::inject ? Token::accent : Token::text_2);
            row.cut_left(28);
            if (!each.role.empty())
                row.cut_left(panel.draw().line(row, each.role, {Type::strong_small}).width() + 8);
            panel.draw().line(row, each.words, {Type::small});
        },
        {.bare = true});
}

// The worst of a share's verdicts, as a word with a shape.
void draw_verdict(Panel& panel, Rect area, const v1::Share& share) {
    std::string worst;
    for (const v1::ShareVerdict& verdict : share.verdicts()) {
        if (verdict.light() == "red" || worst.empty() ||
            (verdict.light() == "amber" && worst == "green"))
            worst = verdict.light();
    }
    if (worst == "red")
        icon_label(panel.ui, area, Icon::refuted, panel.say(Say::trainer_verdict_red), Tone::wrong,
                   true);
    else if (worst == "amber")
        icon_label(panel.ui, area, Icon::alert, panel.say(Say::trainer_verdict_amber),
                   Tone::attention, true);
    else if (worst == "green")
        icon_label(panel.ui, area, Icon::fact, panel.say(Say::trainer_verdict_green), Tone::good);
}

void draw_shares_of_all(Panel& panel, Rect area, TrainerState& state) {
    auto shares = panel.view->shares();
    std::reverse(shares.begin(), shares.end());
    if (shares.empty()) {
        empty_state(panel.ui, area,
                    {panel.say(Say::trainer_feed_empty), panel.say(Say::trainer_feed_empty_body)});
        return;
    }
    std::vector<Row> rows(shares.size(), Row{"", share_height});
    scroll_list(
        panel.ui, area, "feed.shares", rows, state.shares,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Share& share = *shares[index];
            row.right = area.right - bar_room;
            panel.draw().horizontal_rule(row.left, row.right, row.top);
            panel.draw().line(row.cut_left(52), clock_text(share.at_sim_ms()),
                              {Type::small, Token::text_2});
            draw_verdict(panel, row.cut_right(128), share);
            row.right -= 8;
            Rect words = row.middle_row(40);
            const std::string whom = enumerate(panel, {share.to().begin(), share.to().end()});
            panel.draw().line(words.cut_top(22), share.giver() + " → " + whom + "  " + share.item(),
                              {Type::strong_small});
            panel.draw().line(words,
                              form_name(panel, share.form()) + ", " +
                                  in_sentence(panel.word("purpose", share.purpose())) + ", " +
                                  share.basis(),
                              {Type::small, Token::text_2});
        },
        {.bare = true});
}

void draw_items_of_all(Panel& panel, Rect area, TrainerState& state) {
    std::map<std::string, std::vector<const v1::Holding*>> by_item;
    for (const v1::Holding* holding : panel.view->holdings())
        by_item[holding->item()].push_back(holding);
    if (by_item.empty()) {
        empty_state(
            panel.ui, area,
            {panel.say(Say::trainer_items_empty), panel.say(Say::trainer_items_empty_body)});
        return;
    }
    std::vector<Row> rows;
    std::vector<std::pair<std::string, std::string>> lines;
    for (const auto& [item, holdings] : by_item) {
        std::string who;
        for (const v1::Holding* holding : holdings) {
            if (!who.empty()) who += ", ";
            who += holding->role() + " (" + in_sentence(form_name(panel, holding->form())) + ", " +
                   panel.say(holding->read() ? Say::trainer_item_read : Say::trainer_item_unread) +
                   ")";
        }
        lines.emplace_back(item + "  " + panel.in(holdings.front()->title()), std::move(who));
        rows.push_back({"", 30 +
                                panel.draw().paragraph_height(area.width() - bar_room,
                                                              lines.back().second, Type::small) +
                                6});
    }
    scroll_list(panel.ui, area, "feed.items", rows, state.items,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - bar_room;
                    panel.draw().horizontal_rule(row.left, row.right, row.top);
                    row.cut_top(4);
                    panel.draw().line(row.cut_top(24), lines[index].first, {Type::strong});
                    panel.draw().paragraph(row, lines[index].second, {Type::small, Token::text_2});
                },
                {.bare = true});
}

}  // namespace

void draw_feed(Panel& panel, Rect area, TrainerState& state,
               const std::vector<Happening>& happened) {
    panel.ui.area("feed");
    const Tab tabs[] = {
        {"events", panel.say(Say::trainer_events)},
        {"shares", panel.say(Say::trainer_shares), static_cast<int>(panel.view->shares().size())},
        {"items", panel.say(Say::trainer_items)}};
    const int picked = tab_row(panel.ui, area.cut_top(44), "feed.tab", tabs, state.middle_tab);
    if (picked >= 0) state.middle_tab = picked;
    area.cut_top(12);
    if (state.middle_tab == 1) return draw_shares_of_all(panel, area, state);
    if (state.middle_tab == 2) return draw_items_of_all(panel, area, state);
    draw_events(panel, area, state, happened);
}

}  // namespace casustafel::ui
