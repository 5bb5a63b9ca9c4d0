#include <algorithm>
#include <cmath>
#include <map>

#include "server/core/law/verdict.hpp"
#include "server/report/limits.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

struct Told {
    int times = 0;
    int in_breach = 0;
};

using Matrix = std::map<std::pair<core::RoleId, core::RoleId>, Told>;

// Before and after each swap; one stretch when there was none.
std::vector<Matrix> who_told_whom(const std::vector<core::Record>& records) {
    std::vector<Matrix> stretches(1);
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (std::holds_alternative<core::RolesSwapped>(event)) stretches.emplace_back();
            const auto* share = std::get_if<core::ItemShared>(&event);
            if (!share) continue;
            for (const core::Recipient& recipient : share->recipients) {
                Told& told = stretches.back()[{share->giver, recipient.role}];
                ++told.times;
                if (core::light(recipient.verdict) == core::Light::red) ++told.in_breach;
            }
        }
    }
    return stretches;
}

// The roles that told or were told something at any time, in scenario order.
std::vector<const core::Role*> roles_in(const core::Scenario& scenario,
                                        const std::vector<Matrix>& stretches) {
    std::vector<const core::Role*> found;
    for (const core::Role& role : scenario.roles) {
        const bool told = std::ranges::any_of(stretches, [&](const Matrix& matrix) {
            return std::ranges::any_of(matrix, [&](const auto& entry) {
                return entry.first.first == role.id || entry.first.second == role.id;
            });
        });
        if (told) found.push_back(&role);
    }
    return found;
}

// Where things stand in the picture, in whole units so that every machine draws the same.
struct Point {
    double x = 0, y = 0;
};

std::string units(double value) { return std::to_string(static_cast<int>(std::lround(value))); }

// Roles stand on an ellipse: the first table on its left half, the others on the right.
class Layout {
public:
    Layout(const core::Scenario& scenario, const std::vector<const core::Role*>& roles)
        : scenario_(scenario) {
        for (const core::Role* role : roles) (is_first(*role) ? left_ : right_).push_back(role->id);
        const auto most = static_cast<double>(std::max(left_.size(), right_.size()));
        radius_y_ = std::max(110.0, 24 * most);
    }

    double height() const { return 2 * radius_y_ + 70; }
    bool is_left(const core::RoleId& role) const {
        return std::ranges::find(left_, role) != left_.end();
    }

    Point of(const core::RoleId& role) const {
        const auto& side = is_left(role) ? left_ : right_;
        const auto at = static_cast<double>(std::ranges::find(side, role) - side.begin());
        // Evenly one above another, so that names keep clear of each other.
        const double step = 2 * reach / static_cast<double>(side.size());
        const double angle = std::asin(-reach + step * (at + 0.5));
        const double x = radius_x * std::cos(angle);
        return {centre_x + (is_left(role) ? -x : x), height() / 2 + radius_y_ * std::sin(angle)};
    }

    static constexpr double width = 720;
    static constexpr double centre_x = width / 2;

private:
    static constexpr double radius_x = 250;
    static constexpr double reach = 0.97;  // how far up and down the ellipse roles stand

    bool is_first(const core::Role& role) const {
        return !scenario_.tables.empty() && role.table == scenario_.tables.front().id;
    }

    const core::Scenario& scenario_;
    std::vector<core::RoleId> left_, right_;
    double radius_y_ = 0;
};

// A curve that leaves room for the one back.
struct Curve {
    Point from, bend, to;

    Point at(double part) const {
        const double rest = 1 - part;
        return {rest * rest * from.x + 2 * rest * part * bend.x + part * part * to.x,
                rest * rest * from.y + 2 * rest * part * bend.y + part * part * to.y};
    }
};

Curve curve(const Layout& layout, const core::RoleId& giver, const core::RoleId& receiver) {
    constexpr double node = 19, aside = 26, pull = 0.25;
    Point from = layout.of(giver), to = layout.of(receiver);
    const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const Point centre{Layout::centre_x, layout.height() / 2};
    const Point bend{middle.x + pull * (centre.x - middle.x) - aside * along.y,
                     middle.y + pull * (centre.y - middle.y) + aside * along.x};
    const auto step_towards = [&](Point start, Point goal) {
        const double distance = std::max(1.0, std::hypot(goal.x - start.x, goal.y - start.y));
        return Point{start.x + node * (goal.x - start.x) / distance,
                     start.y + node * (goal.y - start.y) / distance};
    };
    from = step_towards(from, bend);
    to = step_towards(to, bend);
    return {from, bend, to};
}

Html line(const Curve& curve, const Told& told, const std::string& arrow) {
    const std::string path = "M" + units(curve.from.x) + " " + units(curve.from.y) + " Q" +
                             units(curve.bend.x) + " " + units(curve.bend.y) + " " +
                             units(curve.to.x) + " " + units(curve.to.y);
    const int thickness = std::min(1 + told.times, 6);
    return Html::element("path", {{"class", told.in_breach > 0 ? "tie broken" : "tie"},
                                  {"d", path},
                                  {"stroke-width", std::to_string(thickness)},
                                  {"marker-end", "url(#" + arrow + ")"}});
}

Html number_on(const Curve& curve, int times) {
    const Point at = curve.at(0.42);
    return Html::sequence(
        {Html::element("circle",
                       {{"class", "count"}, {"cx", units(at.x)}, {"cy", units(at.y)}, {"r", "9"}}),
         Html::element("text",
                       {{"class", "count"},
                        {"x", units(at.x)},
                        {"y", units(at.y + 4)},
                        {"text-anchor", "middle"}},
                       {Html::text(std::to_string(times))})});
}

Html node(const Wording& wording, const Layout& layout, const core::Role& role) {
    const Point at = layout.of(role.id);
    const bool left = layout.is_left(role.id);
    const Html shape =
        left ? Html::element("rect", {{"class", "square"},
                                      {"x", units(at.x - 14)},
                                      {"y", units(at.y - 14)},
                                      {"width", "28"},
                                      {"height", "28"},
                                      {"rx", "4"}})
             : Html::element(
                   "circle",
                   {{"class", "round"}, {"cx", units(at.x)}, {"cy", units(at.y)}, {"r", "15"}});
    const Html letter = Html::element("text",
                                      {{"class", "letter"},
                                       {"x", units(at.x)},
                                       {"y", units(at.y + 5)},
                                       {"text-anchor", "middle"}},
                                      {Html::text(role.table.value)});
    const Html code = Html::element(
        "text",
        {{"class", "code"},
         {"x", units(at.x + (left ? -22 : 22))},
         {"y", units(at.y + 5)},
         {"text-anchor", left ? "end" : "start"}},
        {Html::element("title", {Html::text(wording.of(role.name))}), Html::text(role.id.value)});
    return Html::sequence({shape, letter, code});
}

Html arrow_head(const std::string& id) {
    const Html tip = Html::element("path", {{"d", "M0 0 L9 4.5 L0 9 z"}});
    return Html::element("defs", {Html::element("marker",
                                                {{"id", id},
                                                 {"markerUnits", "userSpaceOnUse"},
                                                 {"markerWidth", "10"},
                                                 {"markerHeight", "10"},
                                                 {"refX", "8"},
                                                 {"refY", "4.5"},
                                                 {"orient", "auto"}},
                                                {tip})});
}

using Roles = std::vector<const core::Role*>;

Html picture(const Wording& wording, const Roles& roles, const Matrix& matrix, std::size_t number) {
    const Layout layout(wording.scenario(), roles);
    const std::string arrow = "arrow" + std::to_string(number);
    std::vector<Html> inside{Html::element("title", {wording.say(Key::report_network_alt)}),
                             arrow_head(arrow)};
    for (const auto& [pair, told] : matrix) {
        inside.push_back(line(curve(layout, pair.first, pair.second), told, arrow));
    }
    for (const auto& [pair, told] : matrix) {
        if (matrix.size() > limits::numbered_ties) break;  // the table has them
        inside.push_back(number_on(curve(layout, pair.first, pair.second), told.times));
    }
    for (const core::Role* role : roles) inside.push_back(node(wording, layout, *role));
    const std::string box = "0 0 " + units(Layout::width) + " " + units(layout.height());
    return Html::element("svg", {{"class", "network"}, {"viewBox", box}, {"role", "img"}}, inside);
}

Html cell(const Wording& wording, const Matrix& matrix, const core::RoleId& giver,
          const core::RoleId& receiver, bool narrow) {
    if (giver == receiver) return Html::element("td", {{"class", "self"}}, {Html::text("–")});
    const auto found = matrix.find({giver, receiver});
    if (found == matrix.end()) return Html::element("td", {Html::text("·")});
    std::string said = std::to_string(found->second.times);
    if (found->second.in_breach > 0) {
        const std::string in_breach = std::to_string(found->second.in_breach);
        said += narrow ? " ■" + in_breach
                       : " (" + in_breach + " " + wording.word("report.light.", "red") + ")";
    }
    return Html::element("td", {{"class", "some"}}, {Html::text(said)});
}

Html table(const Wording& wording, const Roles& roles, const Matrix& matrix) {
    std::vector<Html> head{Html::element("th", {wording.say(Key::report_giver_receiver)})};
    std::vector<Html> rows;
    for (const core::Role* role : roles) {
        head.push_back(Html::element(
            "th", {{"scope", "col"}, {"title", wording.of(role->name)}},
            {Html::element("span", {{"class", "upright"}}, {Html::text(role->id.value)})}));
    }
    const bool narrow = roles.size() > limits::wide_columns;
    Html caption = wording.say(Key::report_network_table);
    if (narrow) caption += Html::text(" (■ " + wording.word("report.light.", "red") + ")");
    for (const core::Role* giver : roles) {
        std::vector<Html> cells{Html::element("th", {{"scope", "row"}}, {wording.role(giver->id)})};
        for (const core::Role* receiver : roles)
            cells.push_back(cell(wording, matrix, giver->id, receiver->id, narrow));
        rows.push_back(Html::element("tr", cells));
    }
    return Html::element(
        "table", {{"class", "matrix"}},
        {Html::element("caption", {caption}), Html::element("thead", {Html::element("tr", head)}),
         Html::element("tbody", rows)});
}

// The names of the tables: the first, and the others after one another.
std::vector<Html> table_names(const Wording& wording) {
    const auto& tables = wording.scenario().tables;
    Html others;
    for (std::size_t at = 1; at < tables.size(); ++at) {
        if (at > 1) others += Html::text(", ");
        others += Html::text(wording.of(tables[at].name));
    }
    return {tables.empty() ? Html{} : Html::text(wording.of(tables.front().name)), others};
}

}  // namespace

Html network(const Wording& wording, const std::vector<core::Record>& records) {
    const std::vector<Matrix> stretches = who_told_whom(records);
    const Roles roles = roles_in(wording.scenario(), stretches);
    std::vector<Html> parts{Html::element("h2", {wording.say(Key::report_network)})};
    if (roles.empty()) {
        parts.push_back(Html::element("p", {wording.say(Key::report_network_none)}));
    } else {
        parts.push_back(
            Html::element("p", {wording.say(Key::report_network_gist, table_names(wording))}));
    }
    for (std::size_t at = 0; at < stretches.size() && !roles.empty(); ++at) {
        if (stretches.size() > 1) {
            const Key when = at == 0 ? Key::report_network_before : Key::report_network_after;
            parts.push_back(Html::element("h3", {wording.say(when)}));
        }
        if (stretches[at].empty()) {
            parts.push_back(Html::element("p", {wording.say(Key::report_network_none)}));
            continue;
        }
        parts.push_back(picture(wording, roles, stretches[at], at));
        parts.push_back(table(wording, roles, stretches[at]));
    }
    return Html::element("section", {{"class", "who-told-whom"}}, parts);
}

}  // namespace casustafel::report
