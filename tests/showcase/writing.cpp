// What a person types in: fields of one line and of several, with and without a label.
#include "client/ui/kit/field.hpp"
#include "tests/showcase/showcase.hpp"

namespace casustafel::ui {
namespace {

constexpr std::string_view paragraph =
    " Ik bel eerst met de reclassering. Daarna weten we of hij een adres heeft en wie hem daar "
    "opvangt. Pas dan is er iets te beslissen.";

// What somebody typed, put there once.
void begin(Cell& cell, std::string_view few) {
    if (std::exchange(cell.began, true) || cell.is(Show::empty)) return;
    cell.text = cell.words(few);
    for (int times = 0; cell.is(Show::overfull) && times < 6; ++times) cell.text += paragraph;
}

FieldLook look_of(const Cell& cell) {
    return {.placeholder = "Typ hier je naam",
            .error = cell.is(Show::error) ? "De code heeft zes tekens." : "",
            .enabled = !cell.is(Show::disabled),
            .good = cell.is(Show::good),
            .limit = 1000};
}

Sample of_field() {
    return {"field",
            215,
            40,
            {Show::usual, Show::hover, Show::focus, Show::pressed, Show::error, Show::good,
             Show::disabled, Show::empty, Show::long_text},
            [](Ui& ui, Rect area, Cell& cell) {
                begin(cell, "Samira");
                field(ui, area, cell.name, cell.text, look_of(cell));
            }};
}

Sample of_lines() {
    return {"field several_lines",
            300,
            104,
            {Show::usual, Show::hover, Show::focus, Show::error, Show::disabled, Show::empty,
             Show::long_text, Show::overfull},
            [](Ui& ui, Rect area, Cell& cell) {
                begin(cell, "Hij woont bij zijn moeder.");
                FieldLook look = look_of(cell);
                look.several_lines = true;
                field(ui, area, cell.name, cell.text, look);
            }};
}

Sample of_labelled() {
    return {"labelled_field",
            300,
            92,
            {Show::usual, Show::focus, Show::error, Show::good, Show::disabled, Show::empty},
            [](Ui& ui, Rect area, Cell& cell) {
                begin(cell, "K7W 4MP");
                labelled_field(ui, area, cell.name, "Deelnamecode", cell.text, look_of(cell),
                               "Zes tekens, op het bord.");
            }};
}

}  // namespace

ShowcasePage showcase_of_writing() {
    return {"writing", "Typen", {of_field(), of_lines(), of_labelled()}};
}

}  // namespace casustafel::ui
