#include "client/ui/trainer/console/overview_items.hpp"

#include <algorithm>
#include <map>

#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/search.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float role_height = 44, item_height = 34, item_height_narrow = 50;

// A role's code, or the start of a name of the role or of who sits there.
bool is_about(const Panel& panel, const v1::Role& role, const std::string& wanted) {
    return folded(role.id()).rfind(wanted, 0) == 0 || found_in(panel.in(role.name()), wanted) ||
           folded(panel.occupant_name(role)).rfind(wanted, 0) == 0;
}

// "X2" before "X10": letters first, then the number.
bool comes_before(std::string_view one, std::string_view other) {
    const auto digits = [](std::string_view code) {
        return std::min(code.find_first_of("0123456789"), code.size());
    };
    const std::string_view left = one.substr(digits(one)), right = other.substr(digits(other));
    if (one.substr(0, digits(one)) != other.substr(0, digits(other))) return one < other;
    return left.size() == right.size() ? left < right : left.size() < right.size();
}

struct Line {
    const v1::Role* role;        // of a heading
    const v1::Holding* holding;  // of an item; nullptr: a heading
    int items = 0, unopened = 0;
};

class Holdings {
public:
    Holdings(const Panel& panel, const OverviewState& state)
        : panel_(panel),
          state_(state),
          wanted_(folded(state.search)),
          tall_(panel.ui.layout() == Layout::narrow) {
        while (!wanted_.empty() && wanted_.back() == ' ') wanted_.pop_back();
        std::map<std::string_view, std::vector<const v1::Holding*>> by_role;
        for (const v1::Holding* holding : panel.view->all<v1::Holding>())
            by_role[holding->role()].push_back(holding);
        for (auto& [role, holdings] : by_role)
            std::stable_sort(holdings.begin(), holdings.end(),
                             [](const v1::Holding* one, const v1::Holding* other) {
                                 return comes_before(one->item(), other->item());
                             });
        for (const v1::Role* role : panel.view->all<v1::Role>()) {
            const auto found = by_role.find(role->id());
            if (found != by_role.end()) take(*role, found->second);
        }
    }

    std::vector<Row> rows;
    std::vector<Line> lines;

private:
    void take(const v1::Role& role, const std::vector<const v1::Holding*>& holdings) {
        const bool whole = wanted_.empty() || is_about(panel_, role, wanted_);
        const auto unopened = std::count_if(holdings.begin(), holdings.end(),
                                            [](const v1::Holding* each) { return !each->read(); });
        const std::size_t heading = rows.size();
        for (const v1::Holding* holding : holdings) {
            if (state_.only_unopened && holding->read()) continue;
            if (!whole && !found_in(holding->item(), wanted_) &&
                !found_in(panel_.in(holding->title()), wanted_))
                continue;
            if (rows.size() == heading) {
                rows.push_back({"", role_height, true, false, role.id()});
                lines.push_back({&role, nullptr, static_cast<int>(holdings.size()),
                                 static_cast<int>(unopened)});
            }
            rows.push_back({"overview.item." + role.id() + "." + holding->item(),
                            tall_ ? item_height_narrow : item_height, false, false,
                            holding->item() + " " + panel_.in(holding->title())});
            lines.push_back({&role, holding});
        }
    }

    const Panel& panel_;
    const OverviewState& state_;
    std::string wanted_;
    bool tall_;
};

void draw_role(Panel& panel, Rect row, const Line& line) {
    panel.draw().fill(row.inset(0, 2), Token::inset);
    row = row.inset(12, 0);
    const std::string count = panel.say(
        Say::overview_role_count, {std::to_string(line.items), std::to_string(line.unopened)});
    panel.draw().line(row.cut_right(panel.draw().width(count, Type::small) + 1), count,
                      {Type::small, Token::text_2});
    row.right -= 12;
    row.cut_left(role_label(panel.ui, row, line.role->table(), line.role->id()) + 10);
    const std::string person = panel.occupant_name(*line.role);
    panel.draw().line(row, panel.in(line.role->name()) + (person.empty() ? "" : ", " + person),
                      {Type::body, Token::text_2});
}

void draw_opened(Panel& panel, Rect area, bool read) {
    if (read)
        icon_label(panel.ui, area, Icon::check, panel.say(Say::overview_opened), Tone::neutral);
    else {
        new_dot(panel.ui, {area.left + 8, area.centre().y});
        area.left += 20;
        panel.draw().line(area, panel.say(Say::overview_unopened), {Type::strong_small});
    }
}

struct Columns {
    Rect code, title, form, origin, mark, read;
};

Columns columns(const Panel& panel, Rect row) {
    const bool roomy = panel.ui.layout() == Layout::wide || row.width() > 900;
    Columns at;
    at.read = row.cut_right(100);
    at.mark = row.cut_right(104);
    at.origin = row.cut_right(roomy ? 180.0F : 130.0F);
    at.form = row.cut_right(110);
    at.code = row.cut_left(56);
    row.right -= 12;
    at.title = row;
    return at;
}

void draw_item(Panel& panel, Rect row, const v1::Holding& holding) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row = row.inset(12, 0);
    const std::string since =
        holding.original()
            ? panel.say(Say::overview_original)
            : panel.say(Say::overview_received, {when_words(panel, holding.since_sim_ms())});
    const std::string form = form_name(panel, holding.form());
    if (panel.ui.layout() == Layout::narrow) {
        Rect words = row.middle_row(42);
        Rect first = words.cut_top(22);
        draw_opened(panel, first.cut_right(130), holding.read());
        panel.draw().line(first.cut_left(52), holding.item(), {Type::strong});
        panel.draw().line(first, panel.in(holding.title()), {});
        words.cut_left(52);
        if (!holding.mark().empty())
            mark_label(panel.ui, words.cut_right(104), holding.mark(), Align::right);
        panel.draw().line(words, form + ", " + since, {Type::small, Token::text_2});
        return;
    }
    const Columns at = columns(panel, row);
    draw_opened(panel, at.read, holding.read());
    if (!holding.mark().empty()) mark_label(panel.ui, at.mark, holding.mark());
    panel.draw().line(at.origin, since, {Type::small, Token::text_2});
    panel.draw().line(at.form, form, {Type::small});
    panel.draw().line(at.code, holding.item(), {Type::strong});
    panel.draw().line(at.title, panel.in(holding.title()), {});
}

void draw_heads(Panel& panel, Rect row) {
    const TextLook look{Type::small, Token::text_2};
    const Columns at = columns(panel, row.inset(12, 0));
    panel.draw().line(at.code, panel.say(Say::overview_head_item), look);
    panel.draw().line(at.form, panel.say(Say::overview_head_form), look);
    panel.draw().line(at.origin, panel.say(Say::overview_head_origin), look);
    panel.draw().line(at.mark, panel.say(Say::overview_head_mark), look);
    panel.draw().line(at.read, panel.say(Say::overview_head_read), look);
}

}  // namespace

void draw_holdings(Panel& panel, Rect area, OverviewState& state) {
    if (panel.view->all<v1::Holding>().empty()) {
        empty_state(panel, area, Say::trainer_items_empty, Say::trainer_items_empty_body);
        return;
    }
    Rect head = area.cut_top(40);
    const std::string only = panel.say(Say::overview_only_unopened);
    const Rect tick =
        head.cut_right(std::min(head.width() / 2, panel.draw().width(only, Type::body) + 36));
    head.right -= 16;
    if (field(panel.ui, head, "overview.search", state.search,
              {.placeholder = panel.say(Say::overview_search), .limit = 80})
            .changed)
        state.items = {};
    if (check_box(panel.ui, tick, "overview.only_unopened", only,
                  state.only_unopened ? Tick::full : Tick::none)) {
        state.only_unopened = !state.only_unopened;
        state.items = {};
    }
    area.cut_top(8);
    const Holdings shown(panel, state);
    if (shown.rows.empty()) {
        area.cut_top(4);
        empty_state(panel, area, Say::overview_not_found, Say::overview_not_found_body);
        return;
    }
    if (panel.ui.layout() != Layout::narrow) {
        Rect heads = area.cut_top(26);
        float high = 0;
        for (const Row& row : shown.rows) high += row.height;
        if (high > area.height()) heads.right -= 10;  // the scroll bar's room
        draw_heads(panel, heads);
    }
    scroll_list(panel.ui, area, "overview.items", shown.rows, state.items,
                [&](std::size_t index, Rect row, const Response&) {
                    const Line& line = shown.lines[index];
                    if (line.holding == nullptr)
                        draw_role(panel, row, line);
                    else
                        draw_item(panel, row, *line.holding);
                });
}

}  // namespace casustafel::ui
