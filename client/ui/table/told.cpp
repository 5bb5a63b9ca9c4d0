#include "client/ui/table/told.hpp"

#include <algorithm>

#include "client/ui/acts/heard.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr float title_left = 22, title_right = 48;

// What the trainer sent to everybody or some, and what it whispered to this role alone.
struct Told {
    std::int64_t at_sim_ms;
    Icon icon;
    std::string title, text;
};

std::vector<Told> told(const Panel& panel) {
    std::vector<Told> all;
    for (const v1::Notice* notice : panel.view->all<v1::Notice>())
        all.push_back({notice->at_sim_ms(), Icon::flash, panel.in(notice->title()),
                       panel.in(notice->text())});
    for (const v1::WhisperHeard* whisper : panel.view->all<v1::WhisperHeard>())
        all.push_back(
            {whisper->at_sim_ms(), Icon::message, panel.say(Say::talk_whisper), whisper->text()});
    // What this role noted itself and has no answer to yet.
    for (const v1::Heard* heard : panel.view->all<v1::Heard>())
        if (heard->by() == panel.role)
            all.push_back({heard->at_sim_ms(), Icon::hourglass, heard_title(panel, *heard),
                           panel.say(Say::heard_noted_body, {heard->giver()}) +
                               (heard->text().empty() ? "" : " ‘" + heard->text() + "’")});
    std::stable_sort(all.begin(), all.end(), [](const Told& one, const Told& other) {
        return one.at_sim_ms < other.at_sim_ms;
    });
    return all;
}

float title_height(Panel& panel, const Told& each, float width) {
    return panel.draw().paragraph_height(width - title_left - title_right, each.title,
                                         Type::strong);
}

}  // namespace

std::size_t told_count(const Panel& panel) {
    const auto heard = panel.view->all<v1::Heard>();
    const auto own = std::count_if(heard.begin(), heard.end(),
                                   [&](const v1::Heard* each) { return each->by() == panel.role; });
    return panel.view->all<v1::Notice>().size() + panel.view->all<v1::WhisperHeard>().size() +
           static_cast<std::size_t>(own);
}

void draw_told(Panel& panel, Rect area, TalkState& state) {
    const auto notices = told(panel);
    state.notices_seen = notices.size();
    if (notices.empty()) {
        empty_state(panel, area.inset(0, 12), Say::talk_empty_notices,
                    Say::talk_empty_notices_body);
        return;
    }
    std::vector<Row> rows;
    for (const Told& each : notices) {
        rows.push_back(
            {"", 22 + title_height(panel, each, area.width() - 10) +
                     panel.draw().paragraph_height(area.width() - 10, each.text, Type::body)});
    }
    scroll_list(panel.ui, area, "talk.notices", rows, state.notices,
                [&](std::size_t index, Rect row, const Response&) {
                    const Told& notice = notices[index];
                    row.right = std::min(row.right, area.right - 10);
                    const float high = title_height(panel, notice, row.width());
                    Rect head = row.cut_top(high + 2);
                    Rect first = head;
                    first.bottom = first.top + 24;
                    panel.draw().icon({first.left + 8, first.centre().y}, notice.icon,
                                      IconSize::small, Token::accent);
                    panel.draw().line(first, clock_text(notice.at_sim_ms),
                                      {Type::small, Token::text_2, Align::right});
                    panel.draw().paragraph(
                        {head.left + title_left, head.top, head.right - title_right, head.bottom},
                        notice.title, {Type::strong});
                    panel.draw().paragraph(row, notice.text, {});
                },
                {.from_bottom = true, .bare = true});
}

}  // namespace casustafel::ui
