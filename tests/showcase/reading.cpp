// What a person reads through: lists by whole rows, and pages that scroll.
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/kit/signs.hpp"
#include "tests/showcase/showcase.hpp"

namespace casustafel::ui {
namespace {

const std::vector<Show> of_a_list = {Show::usual,    Show::hover,     Show::focus,   Show::chosen,
                                     Show::disabled, Show::long_text, Show::overfull};

std::vector<Row> rows_of(const Cell& cell) {
    std::vector<Row> rows;
    rows.push_back({"", 30, true, false, "Van jou"});
    const int count = cell.is(Show::overfull) ? 40 : 3;
    for (int index = 1; index <= count; ++index)
        rows.push_back({cell.name + "." + std::to_string(index), 40, false,
                        index == 2 && cell.is(Show::chosen),
                        cell.words("Stuk " + std::to_string(index)),
                        !cell.is(Show::disabled) || index != 2});
    return rows;
}

Sample of_list(const char* title, ListLook look) {
    return {title,
            215,
            172,
            of_a_list,
            [look](Ui& ui, Rect area, Cell& cell) {
                const std::vector<Row> rows = rows_of(cell);
                if (look.framed) area.bottom = area.top + framed_height(rows, area.height());
                scroll_list(
                    ui, area, cell.name, rows, cell.list,
                    [&](std::size_t index, Rect row, const Response& response) {
                        if (look.cards && response.hovered)
                            ui.draw().fill(row.inset(0, 2), Token::accent_soft, radius::card);
                        if (look.cards)
                            ui.draw().border(row.inset(0, 2), Token::line, 1, radius::card);
                        ui.draw().line(
                            row.inset(14, 0), rows[index].label,
                            {rows[index].heading ? Type::small : Type::body,
                             rows[index].enabled && !rows[index].heading ? Token::text
                                                                         : Token::text_2});
                    },
                    look);
            },
            look.bare ? "" : ".2"};
}

Sample of_bare_list() {
    Sample sample = of_list("scroll_list bare, from_bottom", {.from_bottom = true, .bare = true});
    sample.shows = {Show::usual, Show::long_text, Show::overfull};
    return sample;
}

Sample of_page() {
    return {
        "scroll_area", 300, 150, {Show::usual, Show::overfull}, [](Ui& ui, Rect area, Cell& cell) {
            scroll_area(ui, area, cell.name, [&](Rect page) {
                const float top = page.top;
                for (int index = 0; index < (cell.is(Show::overfull) ? 12 : 1); ++index) {
                    page.cut_top(ui.draw().paragraph(
                        page, "Wat niet past, schuift; een regel staat er heel of niet.", {}));
                    const Rect whole = page.cut_top(48).inset(0, 4);
                    keep_whole(ui, whole);
                    ui.draw().fill(whole, Token::inset, radius::card);
                }
                return page.top - top;
            });
        }};
}

Sample of_bar() {
    return {
        "scroll_bar", 60, 150, {Show::usual, Show::overfull}, [](Ui& ui, Rect area, Cell& cell) {
            scroll_bar(ui, area.cut_left(8), cell.is(Show::overfull) ? 0.5F : 0,
                       cell.is(Show::overfull) ? 0.1F : 0.7F);
        }};
}

}  // namespace

ShowcasePage showcase_of_reading() {
    return {"reading",
            "Lezen en bladeren",
            {of_list("scroll_list", {}), of_list("scroll_list framed", {.framed = true}),
             of_list("scroll_list cards", {.cards = true}), of_bare_list(), of_page(), of_bar()}};
}

}  // namespace casustafel::ui
