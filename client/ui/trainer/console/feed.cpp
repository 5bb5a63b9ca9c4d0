#include "client/ui/trainer/console/feed.hpp"

#include <algorithm>

#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/acts/trainer_corrections.hpp"
#include "client/ui/trainer/watch/happening_words.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float event_height = 34, share_height = 72;
enum Filter { everything, sharing, asking, deciding, talking };

bool shown(HappeningKind kind, Filter filter) {
    switch (filter) {
        case sharing: return kind == HappeningKind::share;
        case asking: return kind == HappeningKind::question;
        case deciding: return kind == HappeningKind::decision;
        case talking: return kind == HappeningKind::talk;
        case everything: break;
    }
    return true;
}

struct Verdict {
    Icon icon;
    Say says;
    Tone tone;
};

// The worst of a share's verdicts, as a word with a shape, cut off the right of the line.
void draw_verdict(Panel& panel, Rect& line, const v1::Share& share) {
    std::string worst;
    for (const v1::ShareVerdict& verdict : share.verdicts()) {
        if (verdict.light() == contract::Light::red || worst.empty() ||
            (verdict.light() == contract::Light::amber && worst == contract::Light::green))
            worst = verdict.light();
    }
    if (worst.empty()) return;
    const Verdict verdict = worst == contract::Light::red
                                ? Verdict{Icon::refuted, Say::trainer_verdict_red, Tone::wrong}
                            : worst == contract::Light::amber
                                ? Verdict{Icon::alert, Say::trainer_verdict_amber, Tone::attention}
                                : Verdict{Icon::fact, Say::trainer_verdict_green, Tone::good};
    const std::string words = panel.say(verdict.says);
    const Rect place = line.cut_right(panel.draw().width(words, Type::strong_small) + 24);
    icon_label(panel.ui, place, verdict.icon, words, verdict.tone, worst != contract::Light::green,
               Align::right);
    line.right -= 8;
}

// Form, purpose and basis; where that is too long the form goes, for the item's row tells it too,
// and then the purpose: never the basis.
std::string terms_of(const Panel& panel, const v1::Share& share, float width) {
    const v1::Basis* basis = panel.view->find<v1::Basis>(share.basis());
    const std::string ground = basis == nullptr ? share.basis() : panel.in(basis->name());
    const std::string purpose = panel.word("purpose", share.purpose());
    const std::string terms = purpose + ", " + ground;
    const std::string all = form_name(panel, share.form()) + ", " + in_sentence(terms);
    if (panel.draw().width(all, Type::small) <= width) return all;
    return panel.draw().width(terms, Type::small) <= width ? terms : ground;
}

void draw_event(Panel& panel, Rect row, const Happening& each, bool whole,
                CorrectionsState& corrections) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    const bool today =
        each.at_sim_ms == earlier || day_of(each.at_sim_ms) == day_of(panel.sim_ms());
    Rect when = row.cut_left(today ? 52 : 84);
    // Of what was there before anybody looked, nobody knows when it was.
    if (each.at_sim_ms != 0)
        panel.draw().line(when, when_words(panel, each.at_sim_ms), {Type::small, Token::text_2});
    const bool loud = each.kind == HappeningKind::inject || each.kind == HappeningKind::decision ||
                      each.icon == Icon::help;
    panel.draw().icon({row.left + 8, row.centre().y}, each.icon, IconSize::small,
                      loud ? Token::accent : Token::text_2);
    row.cut_left(28);
    if (each.entity != nullptr && each.answer < 0)
        draw_correction_link(panel, row, *each.entity, corrections);
    const v1::Share* share = whole && each.entity != nullptr && each.entity->has_share()
                                 ? &each.entity->share()
                                 : nullptr;
    Rect words = share == nullptr ? row : row.middle_row(62);
    Rect line = share == nullptr ? words : words.cut_top(22);
    if (share != nullptr) draw_verdict(panel, line, *share);
    if (!each.role.empty())
        line.cut_left(panel.draw().line(line, each.role, {Type::strong_small}).width() + 8);
    if (share == nullptr) {
        panel.draw().line(line, words_of(panel, each), {Type::small});
        return;
    }
    panel.draw().line(line,
                      panel.say(Say::trainer_feed_shares_with,
                                {enumerate(panel, {share->to().begin(), share->to().end()})}),
                      {Type::small});
    panel.draw().line(words.cut_top(20), item_words(panel, share->item()), {Type::small});
    panel.draw().line(words, terms_of(panel, *share, words.width()), {Type::small, Token::text_2});
}

int draw_filter(Panel& panel, Rect& area, int chosen) {
    const Segment filters[] = {{"all", panel.say(Say::trainer_feed_all)},
                               {"sharing", panel.say(Say::trainer_feed_sharing)},
                               {"asking", panel.say(Say::trainer_feed_asking)},
                               {"deciding", panel.say(Say::trainer_feed_deciding)},
                               {"talk", panel.say(Say::trainer_feed_talk)}};
    Rect head = area.cut_top(40);
    if (panel.ui.layout() == Layout::wide) {
        const float wide = segmented_width(panel.ui, filters);
        const Rect place = head.cut_right(wide).middle_row(32);
        panel.draw().line(head, panel.say(Say::trainer_events), {Type::panel});
        return segmented(panel.ui, place, "feed.filter", filters, chosen);
    }
    return segmented(panel.ui, head.middle_row(32), "feed.filter", filters, chosen);
}

}  // namespace

void draw_feed(Panel& panel, Rect area, TrainerState& state,
               const std::vector<Happening>& happened) {
    panel.ui.area("feed");
    state.happened_seen = happened.size();
    const int picked = draw_filter(panel, area, state.feed_filter);
    if (picked >= 0) {
        state.feed_filter = picked;
        state.feed = {};
    }
    area.cut_top(6);
    const bool whole = state.feed_filter == sharing;
    std::vector<Row> rows;
    std::vector<const Happening*> chosen;
    for (const Happening& each : happened) {
        if (!shown(each.kind, static_cast<Filter>(state.feed_filter))) continue;
        chosen.push_back(&each);
        rows.push_back({name_of(each), whole ? share_height : event_height});
    }
    if (chosen.empty()) {
        empty_state(panel, area, Say::trainer_feed_empty, Say::trainer_feed_empty_body);
        return;
    }
    const int opened =
        scroll_list(panel.ui, area, "feed.events", rows, state.feed,
                    [&](std::size_t index, Rect row, const Response&) {
                        draw_event(panel, row, *chosen[index], whole, state.corrections);
                    });
    if (opened < 0) return;
    const std::string_view role = chosen[static_cast<std::size_t>(opened)]->role;
    if (!role.empty()) state.seat = role;
}

}  // namespace casustafel::ui
