// A page is laid out once. What needs a mouse or a key is then brought about cell by cell, since
// there is one mouse and one focus, and the cell is copied into the picture of the page.
#include "tests/showcase/showcase.hpp"

#include <cmath>

#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

constexpr float page_width = 1600, edge = 32, title_width = 190, caption_height = 20, gap = 20,
                head_height = 64;

const char* caption(Show show) {
    switch (show) {
        case Show::usual: return "rust";
        case Show::hover: return "aangewezen";
        case Show::focus: return "focus";
        case Show::pressed: return "ingedrukt";
        case Show::open: return "open";
        case Show::chosen: return "gekozen";
        case Show::good: return "goed";
        case Show::error: return "fout";
        case Show::disabled: return "uit";
        case Show::empty: return "leeg";
        case Show::long_text: return "lange tekst";
        case Show::overfull: return "te vol";
    }
    return "";
}

struct PlacedCell {
    const Sample* sample;
    Cell cell;
    Rect place;
};

struct Laid {
    std::vector<PlacedCell> cells;
    std::vector<std::pair<const Sample*, Rect>> titles;
    float height = 0;
};

Laid lay_out(const ShowcasePage& page) {
    Laid laid;
    float top = edge + head_height;
    for (const Sample& sample : page.samples) {
        laid.titles.push_back({&sample, {edge, top, edge + title_width - gap, top + 60}});
        float left = edge + title_width;
        for (const Show show : sample.shows) {
            if (left + sample.width > page_width - edge) {
                left = edge + title_width;
                top += caption_height + sample.height + gap;
            }
            const std::string name = sample.title + "." + caption(show);
            const float under = top + caption_height;
            laid.cells.push_back({&sample,
                                  {.name = name, .show = show},
                                  {left, under, left + sample.width, under + sample.height}});
            left += sample.width + gap;
        }
        top += caption_height + sample.height + gap;
    }
    laid.height = top + edge - gap;
    return laid;
}

void draw_page(Ui& ui, const ShowcasePage& page, Laid& laid) {
    Painter& draw = ui.draw();
    draw.fill(ui.screen(), Token::surface);
    draw.line({edge, edge, page_width - edge, edge + 36}, page.title, {Type::title});
    for (const auto& [sample, place] : laid.titles) {
        draw.horizontal_rule(edge, page_width - edge, place.top - gap / 2);
        draw.paragraph(place, sample->title, {Type::strong}, 2);
    }
    for (PlacedCell& each : laid.cells) {
        const Rect& place = each.place;
        draw.line({place.left, place.top - caption_height, place.right, place.top - 2},
                  caption(each.cell.show), {Type::small, Token::text_2});
        each.sample->draw(ui, place, each.cell);
    }
}

// Brings the state about and takes the picture; leaves the mouse at the edge.
Picture taken(Harness& harness, const PlacedCell& each) {
    const std::string name = each.cell.name + each.sample->part;
    if (each.cell.is(Show::focus)) {
        harness.ui.focus(name);
        harness.settle();
        return harness.picture();
    }
    if (each.cell.is(Show::open)) harness.click(name);
    if (!each.cell.is(Show::open)) harness.hover(name);
    Input input;
    input.pressed = input.held = true;
    input.clicks = 1;
    if (each.cell.is(Show::pressed)) harness.frame(input);
    Picture picture = harness.picture();
    if (each.cell.is(Show::open)) harness.press(Key::escape);
    harness.wheel({1, 1}, 0);
    input = {};
    input.released = true;
    if (each.cell.is(Show::pressed)) harness.frame(input);
    harness.settle();
    return picture;
}

// Around the cell too: a ring of focus lies outside its widget.
void copy(Picture& from, Rect place, Picture& to) {
    place = place.inset(-gap / 4);
    for (int y = static_cast<int>(place.top); y < static_cast<int>(place.bottom); ++y)
        for (int x = static_cast<int>(place.left); x < static_cast<int>(place.right); ++x)
            to.target().pixels[y * to.width() + x] = from.target().pixels[y * from.width() + x];
}

}  // namespace

std::string Cell::words(std::string_view few) const {
    if (!is(Show::long_text)) return std::string(few);
    return std::string(few) + ", met veel meer woorden dan er op deze plaats ooit passen";
}

std::vector<ShowcasePage> showcase() {
    return {showcase_of_choosing(), showcase_of_writing(), showcase_of_reading(),
            showcase_of_signs()};
}

Shown shown(const ShowcasePage& page, Contrast contrast) {
    Laid laid = lay_out(page);
    Harness harness(static_cast<int>(page_width), static_cast<int>(std::ceil(laid.height)),
                    [&](Ui& ui) { draw_page(ui, page, laid); }, {.contrast = contrast});
    Shown result{harness.picture(), text_faults(harness.ui) + widget_faults(harness.ui)};
    for (const PlacedCell& each : laid.cells) {
        if (!needs_hand(each.cell.show)) continue;
        Picture now = taken(harness, each);
        copy(now, each.place, result.picture);
    }
    return result;
}

}  // namespace casustafel::ui
