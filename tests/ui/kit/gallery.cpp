// The building blocks on one sheet; drawn to be looked at and to
// prove that nothing on it is cut off or overlaps.
#include <gtest/gtest.h>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "harness.hpp"

namespace casustafel::ui {
namespace {

struct GalleryState {
    std::string name = "Samira", focused = "Sami", code = "K7W 4M", disabled;
};

void letters(Ui& ui, Rect area) {
    Painter& draw = ui.draw();
    draw.line(area.cut_top(26), "Letters", {Type::panel});
    area.cut_top(12);
    struct Sample {
        const char *words, *says;
        Type type;
    };
    const Sample samples[] = {
        {"2:14", "48/56 halfvet: leestijd", Type::countdown},
        {"10:15", "28/36 halfvet: klok, schermtitel", Type::title},
        {"Vrijlating Ronald", "20/28 halfvet: titel van een stuk", Type::heading},
        {"Overleg", "17/26 halfvet: paneeltitel", Type::panel},
        {"Rustig lezen", "17/26: rolkaart, voorbeeldtekst", Type::reading},
        {"Beantwoorden", "15/22 halfvet: knop, rijtitel", Type::strong},
        {"Gewone tekst", "15/22: tekst en velden", Type::body},
        {"Bijschrift 10:12", "13/18: bijschrift, nooit kleiner", Type::small}};
    for (const Sample& sample : samples) {
        Rect row = area.cut_top(metrics(sample.type).line_px + 8);
        draw.line(row.cut_left(208), sample.words, {sample.type});
        draw.line(row, sample.says, {Type::small, Token::text_2});
    }
    area.cut_top(20);
    draw.line(area.cut_top(26), "Merktekens", {Type::panel});
    area.cut_top(8);
    Rect row = area.cut_top(34);
    const float columns[] = {0, 116, 232, 348};
    const auto cell = [&](int column) {
        return Rect{row.left + columns[column], row.top, row.left + columns[column] + 114,
                    row.bottom};
    };
    for (int level = 0; level < 4; ++level) sensitivity_label(ui, cell(level), level);
    row = area.cut_top(34);
    mark_label(ui, cell(0), Mark::fact);
    mark_label(ui, cell(1), Mark::assumption);
    mark_label(ui, cell(2), Mark::refuted);
    mark_label(ui, cell(3), Mark::gut_feeling);
    row = area.cut_top(34);
    role_label(ui, cell(0), "Z", "OVJ");
    role_label(ui, cell(1), "V", "VT");
    new_dot(ui, {cell(2).left - 10, row.centre().y});
    draw.line(cell(2), "Nieuw", {Type::strong, Token::accent});
    icon_label(ui, cell(3), Icon::timer, "nog 8 min", Tone::attention, true);
    row = area.cut_top(34);
    icon_label(ui, cell(0), Icon::wifi, "Verbonden", Tone::good);
    icon_label(ui, cell(1), Icon::hourglass, "Verbinden", Tone::attention, true);
    icon_label(ui, cell(2).intersection({0, 0, 1000, 1000}), Icon::alert, "Lijn weg", Tone::wrong,
               true);
    row = area.cut_top(40);
    Point at{row.left, row.centre().y};
    at.x += chip(ui, at, Icon::check_circle, "Klaar", Tone::good) + 12;
    at.x += chip(ui, at, Icon::hourglass, "Wacht", Tone::attention) + 12;
    at.x += chip(ui, at, Icon::alert, "Fout", Tone::wrong) + 12;
    at.x += chip(ui, at, Icon::flash, "Inject", Tone::accent) + 12;
    chip(ui, at, Icon::parking, "Geparkeerd", Tone::neutral);
}

void buttons(Ui& ui, Rect& area) {
    Painter& draw = ui.draw();
    draw.line(area.cut_top(26), "Knoppen", {Type::panel});
    area.cut_top(12);
    const char* states[] = {"Rust", "Uitgeschakeld"};
    for (int state = 0; state < 2; ++state) {
        Rect row = area.cut_top(40);
        area.cut_top(16);
        draw.line(row.cut_left(112), states[state], {Type::small, Token::text_2});
        const std::string number = std::to_string(state);
        button(ui, row.cut_left(114), "share" + number, "Delen…",
               {.style = ButtonStyle::primary, .icon = Icon::share, .enabled = state == 0});
        row.cut_left(22);
        button(ui, row.cut_left(120), "mark" + number, "Markeer",
               {.icon = Icon::tag, .enabled = state == 0});
        row.cut_left(20);
        button(ui, row.cut_left(110), "cancel" + number, "Annuleren",
               {.style = ButtonStyle::text, .enabled = state == 0});
    }
    Rect row = area.cut_top(40);
    button(ui, row.cut_left(146), "share.d", "Delen…",
           {.style = ButtonStyle::primary, .icon = Icon::share, .keycap = "D"});
    row.cut_left(12);
    button(ui, row.cut_left(190), "ask.v", "Vraag hierover",
           {.icon = Icon::question, .keycap = "V"});
    row.cut_left(12);
    button(ui, row.cut_left(140).middle_row(32), "answer", "Beantwoorden",
           {.icon = Icon::reply, .small = true});
}

void fields(Ui& ui, Rect& area, GalleryState& state) {
    ui.draw().line(area.cut_top(26), "Velden", {Type::panel});
    area.cut_top(12);
    Rect row = area.cut_top(80);
    Rect left = row.cut_left(224);
    row.cut_left(24);
    Rect right = row.cut_left(224);
    labelled_field(ui, left, "name", "Naam", state.name);
    labelled_field(ui, right, "focused", "Ingevuld", state.focused);
    row = area.cut_top(100);
    left = row.cut_left(224);
    row.cut_left(24);
    right = row.cut_left(224);
    labelled_field(ui, left, "code", "Deelnamecode", state.code,
                   {.error = "De code heeft zes tekens."});
    labelled_field(ui, right, "off", "Uitgeschakeld", state.disabled,
                   {.placeholder = "Wacht op de trainer", .enabled = false});
}

void choices(Ui& ui, Rect& area) {
    ui.draw().line(area.cut_top(26), "Keuzes", {Type::panel});
    area.cut_top(8);
    Rect row = area.cut_top(30);
    check_box(ui, row.cut_left(136), "chosen", "Gekozen", Tick::full);
    check_box(ui, row.cut_left(112), "partly", "Deels", Tick::partly);
    check_box(ui, row.cut_left(96), "not", "Niet", Tick::none);
    radio(ui, row, "one", "some", "Eén van", true);
    area.cut_top(12);
    const Segment forms[] = {{"pointer", "Wijzer"},
                             {"conclusion", "Conclusie"},
                             {"summary", "Samenvatting"},
                             {"facts", "Feiten"},
                             {"source", "Bron"}};
    segmented(ui, area.cut_top(36), "form", forms, 1);
    area.cut_top(16);
    Rect caps = area.cut_top(24);
    for (const char* key : {"F6", "Tab", "Esc", "Ctrl ↵", "Alt 1", "?"}) {
        caps.cut_left(keycap(ui, {caps.left, caps.centre().y}, key) + 12);
    }
    ui.draw().line(caps, "Toetsen", {Type::small, Token::text_2});
    area.cut_top(16);
    const Tab tabs[] = {
        {"plan", "Plan", 3}, {"decisions", "Besluiten", 3}, {"asked", "Aan jou gevraagd", 2, true}};
    tab_row(ui, area.cut_top(40), "tabs", tabs, 0);
    area.cut_top(16);
    const Option purposes[] = {{"a", "Afdoening: het OM beslist over Jesse"}, {"b", "Zorg"}};
    select(ui, area.cut_top(40), "purpose", purposes, 0);
}

void states(Ui& ui, Rect area) {
    ui.draw().line(area.cut_top(26), "Toestanden", {Type::panel});
    area.cut_top(12);
    area.cut_top(empty_state(ui, area,
                             {"Nog geen vragen aan jou",
                              "Wie iets van jou nodig heeft, vraagt dat hier. Je ziet dan meteen "
                              "hoeveel tijd je hebt."},
                             true) +
                 16);
    area.cut_top(
        notice(ui, area, Tone::attention,
               {"Even geen verbinding", "Wat je doet, bewaren we. Nog 2 keuzes te versturen."}) +
        16);
    area.cut_top(
        notice(ui, area, Tone::wrong,
               {"Dit stuk hoort niet bij jouw rol", "Alleen wie het stuk heeft, kan het delen."}) +
        16);
    area.cut_top(notice(ui, area, Tone::good,
                        {"Je bent weer binnen, Samira", "Je miste 3 berichten en 1 stuk."}) +
                 16);
    limit_line(ui, area.cut_top(40), "Je beloofde Mirjam te overleggen.");
    area.cut_top(16);
    Rect chips = area.cut_top(30);
    Point at{chips.left, chips.centre().y};
    for (const char* code : {"PRC", "POL-V", "CAS", "SHN-V"})
        at.x += presence_chip(ui, at, code, code[0] != 'C') + 8;
}

void gallery(Ui& ui, GalleryState& state) {
    ui.draw().fill(ui.screen(), Token::surface);
    Rect page = ui.screen().inset(40, 32);
    Rect title = page.cut_top(40);
    title.cut_left(ui.draw().line(title, "Bouwstenen", {Type::title}).width() + 16);
    ui.draw().line(title, "Casustafel, raster van 8 px, tekst 100 %", {Type::body, Token::text_2});
    page.cut_top(24);
    letters(ui, page.cut_left(490));
    page.cut_left(30);
    Rect middle = page.cut_left(500);
    page.cut_left(36);
    buttons(ui, middle);
    middle.cut_top(20);
    fields(ui, middle, state);
    choices(ui, middle);
    states(ui, page);
}

TEST(Gallery, draws_every_block_without_a_fault) {
    for (const Contrast contrast : {Contrast::light, Contrast::high}) {
        GalleryState state;
        Harness harness(1600, 900, [&](Ui& ui) { gallery(ui, state); }, {.contrast = contrast});
        harness.ui.focus("share0");
        harness.settle();
        EXPECT_EQ(text_faults(harness.ui, true), "");
        EXPECT_EQ(widget_faults(harness.ui), "");
        harness.keep(contrast == Contrast::light ? "blocks-all-1600-light"
                                                 : "blocks-all-1600-contrast");
    }
}

}  // namespace
}  // namespace casustafel::ui
