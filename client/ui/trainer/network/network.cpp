#include "client/ui/trainer/network/network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/network/network_links.hpp"
#include "client/ui/trainer/network/network_paths.hpp"
#include "client/ui/trainer/network/network_table.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t readable_links = 40;
constexpr float node_height = 28, head_height = 28, legend_height = 32;

struct Node {
    const v1::Role* role;
    Rect box;
};

// The width of the line: 1.5 for once, never more than 6.
float thickness(int count) {
    return std::min(6.0F, 1.5F + 0.75F * static_cast<float>(std::min(count, 20) - 1));
}

class Drawing {
public:
    // `links` most first; of too many only the busiest are drawn until a role is chosen.
    Drawing(Panel& panel, NetworkState& state, const std::vector<Link>& links)
        : panel_(panel), state_(state), links_(links) {
        if (!state.role.empty() || links.size() <= readable_links) return;
        links_.resize(readable_links);
    }

    // Whether every role finds a place in the area; to be asked before it is drawn.
    bool place(Rect area) {
        bool fits = true;
        each_strip(area, [&](const v1::Table&, Rect strip, const Seated& seated, float wide) {
            strip.cut_top(head_height);
            const auto points = around(strip.inset(10, 8), seated.size(), wide);
            fits = fits && points.size() == seated.size();
            for (std::size_t at = 0; fits && at < points.size(); ++at)
                nodes_.push_back(
                    {seated[at], Rect{points[at].x, points[at].y, points[at].x, points[at].y}.inset(
                                     -wide / 2, -node_height / 2)});
        });
        return fits;
    }

    void draw(Rect area) {
        area_ = area;
        each_strip(area, [&](const v1::Table& table, Rect strip, const Seated&, float) {
            if (strip.right < area.right - 1) dashed(strip.right, strip.top, strip.bottom);
            Rect head = strip.cut_top(head_height).inset(6, 0);
            table_badge(panel_.ui, {head.left + 10, head.centre().y}, table.id());
            head.left += 28;
            panel_.draw().line(head, panel_.in(table.name()), {Type::small, Token::text_2});
        });
        std::vector<std::vector<Point>> paths;
        for (const Link& link : links_) {
            paths.push_back(shown(link) ? path_of(link) : std::vector<Point>());
            draw_line(link, paths.back());
        }
        for (const Node& node : nodes_) draw_node(node);
        for (std::size_t index = 0; index < links_.size(); ++index)
            if (links_[index].count > 1) draw_count(links_[index], paths[index]);
    }

private:
    bool shown(const Link& link) const {
        return state_.role.empty() || link.from == state_.role || link.to == state_.role;
    }

    // Shares an arrow with the role that was chosen.
    bool has_line_with(std::string_view role) const {
        return std::any_of(links_.begin(), links_.end(), [&](const Link& link) {
            return shown(link) && (link.from == role || link.to == role);
        });
    }

    bool between_tables(const Link& link) const {
        return panel_.table_of(link.from) != panel_.table_of(link.to);
    }

    const Node* node(std::string_view role) const {
        for (const Node& each : nodes_)
            if (each.role->id() == role) return &each;
        return nullptr;
    }

    using Seated = std::vector<const v1::Role*>;

    // A strip per table, wider for more roles; `wide` is what a box needs for the longest code.
    template <class Use>
    void each_strip(Rect area, Use use) {
        const auto tables = panel_.view->all<v1::Table>();
        std::vector<Seated> seated(tables.size());
        float weights = 0, wide = 44;
        for (const v1::Role* role : panel_.view->all<v1::Role>()) {
            wide = std::max(wide, panel_.draw().width(role->id(), Type::strong_small) + 16);
            for (std::size_t index = 0; index < tables.size(); ++index)
                if (role->table() == tables[index]->id()) seated[index].push_back(role);
        }
        for (const Seated& each : seated) weights += weight(each.size());
        const float all = area.width();
        for (std::size_t index = 0; index < tables.size(); ++index)
            use(*tables[index], area.cut_left(all * weight(seated[index].size()) / weights),
                seated[index], wide);
    }

    static float weight(std::size_t roles) { return 5 + static_cast<float>(roles); }

    void dashed(float x, float top, float bottom) {
        for (float y = top; y < bottom; y += 10)
            panel_.draw().vertical_rule(x, y, std::min(y + 5, bottom), Token::control_border);
    }

    static float head_of(const Link& link) { return 8 + thickness(link.count); }

    // Beside the way back, when there is one; found once a frame.
    std::vector<Point> path_of(const Link& link) {
        const Node *from = node(link.from), *to = node(link.to);
        if (from == nullptr || to == nullptr) return {};
        const bool both = std::any_of(links_.begin(), links_.end(), [&](const Link& other) {
            return other.from == link.to && other.to == link.from;
        });
        std::vector<Rect> others;
        for (const Node& each : nodes_)
            if (each.role != from->role && each.role != to->role) others.push_back(each.box);
        return path_between(
            {.from = from->box,
             .to = to->box,
             .others = others,
             .area = {area_.left, area_.top + head_height, area_.right, area_.bottom},
             .aside = both ? 7.0F : 0.0F,
             .head = head_of(link)},
            turned_);
    }

    void draw_line(const Link& link, const std::vector<Point>& path) {
        if (path.size() < 2) return;
        const Token colour = between_tables(link) ? Token::accent : Token::control_border;
        const float thick = thickness(link.count), head = head_of(link);
        // The shaft ends in the head, not in its tip.
        std::size_t last = path.size() - 1;
        const Point tip = path.back();
        while (last > 1 && std::hypot(tip.x - path[last - 1].x, tip.y - path[last - 1].y) < head)
            --last;
        const Point back = path[last - 1];
        const float length = std::max(1.0F, std::hypot(tip.x - back.x, tip.y - back.y));
        const float share = std::max(0.0F, (length - head + 2) / length);
        for (std::size_t index = 1; index < last; ++index)
            panel_.draw().stroke(path[index - 1], path[index], colour, thick);
        panel_.draw().stroke(back,
                             {back.x + (tip.x - back.x) * share, back.y + (tip.y - back.y) * share},
                             colour, thick);
        panel_.draw().arrow_head(tip, back, colour, head);
    }

    bool is_free(Rect place) const {
        if (place.top < area_.top + head_height) return false;
        return std::none_of(nodes_.begin(), nodes_.end(),
                            [&](const Node& each) { return each.box.overlaps(place); }) &&
               std::none_of(counts_.begin(), counts_.end(),
                            [&](const Rect& each) { return each.overlaps(place); });
    }

    // How often, on the line where there is room; the table says it when there is none.
    void draw_count(const Link& link, const std::vector<Point>& path) {
        if (path.size() < 2) return;
        const std::string count = std::to_string(link.count);
        const float wide = panel_.draw().width(count, Type::strong_small) + 10;
        for (const float share : std::array{0.5F, 0.4F, 0.6F, 0.3F, 0.7F, 0.2F, 0.8F}) {
            const Point at =
                path[static_cast<std::size_t>(share * static_cast<float>(path.size() - 1))];
            const Rect place = Rect{at.x, at.y, at.x, at.y}.inset(-wide / 2, -10);
            if (!is_free(place)) continue;
            counts_.push_back(place);
            panel_.draw().fill(place, Token::surface, 10);
            panel_.draw().border(
                place, between_tables(link) ? Token::accent : Token::control_border, 1, 10);
            panel_.draw().line(place, count, {Type::strong_small, Token::text, Align::centre});
            return;
        }
    }

    void draw_node(const Node& node) {
        const v1::Role& role = *node.role;
        const TableSign sign = table_sign(role.table());
        const float round = sign.square ? radius::keycap : node_height / 2;
        const bool chosen = state_.role == role.id();
        const bool played = role.occupant() != 0 || role.autopilot() || role.stand_in();
        const Response response = panel_.ui.touch({.name = "network." + role.id(),
                                                   .label = panel_.in(role.name()),
                                                   .rect = node.box,
                                                   .kind = Kind::link,
                                                   .selected = chosen,
                                                   .group = "network.roles"});
        panel_.draw().fill(node.box,
                           chosen || response.hovered ? Token::accent_soft : Token::surface, round);
        const bool aside = !state_.role.empty() && !chosen && !has_line_with(role.id());
        panel_.draw().border(node.box, played && !aside ? sign.colour : Token::control_border,
                             chosen ? 3.0F : 1.5F, round);
        panel_.draw().line(
            node.box, role.id(),
            {Type::strong_small, played && !aside ? Token::text : Token::text_2, Align::centre});
        if (panel_.is_away(role)) {
            const Point corner{node.box.right - 2, node.box.top + 2};
            panel_.draw().circle(corner, 8, Token::surface);
            panel_.draw().icon(corner, Icon::alert, IconSize::small, Token::wrong);
        }
        if (response.ring) focus_ring(panel_.ui, node.box, round);
        if (response.activated) state_.role = chosen ? std::string() : role.id();
    }

    Panel& panel_;
    NetworkState& state_;
    std::vector<Link> links_;
    std::vector<Node> nodes_;
    std::vector<Rect> counts_;
    std::vector<Point> turned_;
    Rect area_{};
};

// What the colours mean with how often; of a chosen role, what it gave and got.
void draw_legend(Panel& panel, Rect row, NetworkState& state, const std::vector<Link>& all) {
    const TextLook small{Type::small, Token::text_2};
    if (!state.role.empty()) return draw_of_role(panel, row, state, all);
    const bool crowded = all.size() > readable_links;
    int within = 0;
    std::map<std::pair<std::string, std::string>, int> between;
    for (const Link& link : all) {
        const std::string from = panel.table_of(link.from), to = panel.table_of(link.to);
        if (from == to)
            within += link.count;
        else
            between[{from, to}] += link.count;
    }
    const auto swatch = [&](Token colour) {
        const Rect place = row.cut_left(28).middle_row(3);
        panel.draw().fill({place.left, place.top, place.left + 20, place.bottom}, colour);
    };
    const auto words = [&](const std::string& text, TextLook look) {
        row.cut_left(panel.draw().line(row, text, look).width() + 12);
    };
    if (crowded) words(panel.say(Say::network_busiest, {std::to_string(readable_links)}), small);
    swatch(Token::accent);
    words(panel.say(Say::network_between), {Type::strong_small, Token::accent});
    // A direction nobody shared in is worth telling too.
    for (const v1::Table* from : panel.view->all<v1::Table>())
        for (const v1::Table* to : panel.view->all<v1::Table>())
            if (from != to && !between.empty()) between.try_emplace({from->id(), to->id()}, 0);
    if (crowded) between.clear();  // the table tells them
    for (const auto& [tables, count] : between) {
        const std::string text =
            panel.say(Say::network_direction, {tables.first, tables.second, std::to_string(count)});
        if (panel.draw().width(text, Type::small) < row.width() - 12) words(text, {Type::small});
    }
    const std::string inside = panel.say(Say::network_within, {std::to_string(within)});
    if (panel.draw().width(inside, Type::small) + 30 > row.width()) return;
    swatch(Token::control_border);
    words(inside, small);
}

// What is shown: sharing or asking, drawn or, always when there is no room to draw, as a table.
void draw_head(Panel& panel, Rect head, NetworkState& state, bool can_draw) {
    const bool titled = panel.ui.layout() == Layout::wide;
    const Segment ways[] = {{"sharing", panel.say(Say::trainer_feed_sharing)},
                            {"asking", panel.say(Say::trainer_feed_asking)}};
    const float wide = segmented_width(panel.ui, ways);
    const Rect choice = (titled ? head.cut_right(wide) : head.cut_left(wide)).middle_row(32);
    const int picked = segmented(panel.ui, choice, "network.way", ways, state.asking ? 1 : 0);
    if (picked >= 0) state.asking = picked == 1;
    head.cut_right(titled ? 12 : 0);
    const std::string label =
        panel.say(state.as_table ? Say::network_as_picture : Say::network_as_table);
    const ButtonLook look{.style = ButtonStyle::text,
                          .icon = state.as_table ? Icon::accounts : Icon::table,
                          .small = true};
    if (can_draw && button(panel.ui,
                           head.cut_right(button_width(panel.ui, label, look))
                               .middle_row(32)
                               .moved(titled ? 0.0F : 10.0F, 0),
                           "network.as_table", label, look))
        state.as_table = !state.as_table;
    if (titled)
        panel.draw().line(head,
                          panel.say(state.asking ? Say::network_title_asking : Say::network_title),
                          {Type::panel});
}

}  // namespace

void draw_network(Panel& panel, Rect area, NetworkState& state) {
    panel.ui.area("network");
    const auto all = links(*panel.view, state.asking);
    if (panel.view->find<v1::Role>(state.role) == nullptr) state.role.clear();
    Rect head = area.cut_top(40);
    area.cut_top(4);
    Rect place = area;
    if (all.empty()) place.cut_top(60);
    const Rect legend = place.cut_bottom(legend_height);
    Drawing drawing(panel, state, all);
    const bool fits = drawing.place(place);
    draw_head(panel, head, state, fits);
    if (all.empty())
        empty_state(panel, area, state.asking ? Say::network_empty_asking : Say::network_empty,
                    Say::network_empty_body);
    else if (state.as_table || !fits)
        return draw_as_table(panel, area, state, all);
    if (state.as_table || !fits) return;
    draw_legend(panel, legend, state, all);
    drawing.draw(place);
}

}  // namespace casustafel::ui
