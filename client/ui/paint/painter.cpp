#include "client/ui/paint/painter.hpp"

#include <cmath>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"

namespace casustafel::ui {
namespace {

// The digits 0 to F, three dots wide and five high, from the top left.
constexpr unsigned code_digits[] = {
    0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111,
    0b101101111001001, 0b111100111001111, 0b111100111101111, 0b111001001001001,
    0b111101111101111, 0b111101111001111, 0b111101111101101, 0b110101110101110,
    0b111100100100111, 0b110101101101110, 0b111100111100111, 0b111100111100100};

}  // namespace

void Painter::begin(Contrast contrast, Rect screen) {
    contrast_ = contrast;
    clips_ = {{screen, false}};
    list_ = ImGui::GetBackgroundDrawList();
    layer_ = 0;
}

float Painter::device(float logical) const { return std::round(logical * fonts_.scale()); }

ImU32 Painter::packed(Colour colour) const {
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

void Painter::push_clip(Rect area, bool whole_lines) {
    const Rect inner = area.intersection(clips_.back().area);
    clips_.push_back({inner, whole_lines || clips_.back().whole_lines});
    list_->PushClipRect({device(inner.left), device(inner.top)},
                        {std::max(device(inner.right), device(inner.left)),
                         std::max(device(inner.bottom), device(inner.top))});
}

void Painter::pop_clip() {
    clips_.pop_back();
    list_->PopClipRect();
}

void Painter::fill(Rect area, Token token, float radius) { fill(area, colour_of(token), radius); }

void Painter::fill(Rect area, Colour colour, float radius) {
    list_->AddRectFilled({device(area.left), device(area.top)},
                         {device(area.right), device(area.bottom)}, packed(colour), device(radius));
}

void Painter::border(Rect area, Token token, float thickness, float radius) {
    const ImU32 colour = packed(colour_of(token));
    const float left = device(area.left), top = device(area.top);
    const float right = device(area.right), bottom = device(area.bottom);
    const float wide = std::max(1.0F, device(thickness));
    if (radius <= 0) {
        list_->AddRectFilled({left, top}, {right, top + wide}, colour);
        list_->AddRectFilled({left, bottom - wide}, {right, bottom}, colour);
        list_->AddRectFilled({left, top + wide}, {left + wide, bottom - wide}, colour);
        list_->AddRectFilled({right - wide, top + wide}, {right, bottom - wide}, colour);
        return;
    }
    // The path runs through the middle of the line.
    const float half = wide / 2;
    list_->PathRect({left + half, top + half}, {right - half, bottom - half},
                    std::max(0.0F, device(radius) - half));
    list_->PathStroke(colour, ImDrawFlags_Closed, wide);
}

void Painter::horizontal_rule(float left, float right, float y, Token token) {
    const float at = device(y);
    list_->AddRectFilled({device(left), at}, {device(right), at + std::max(1.0F, device(1))},
                         packed(colour_of(token)));
}

void Painter::vertical_rule(float x, float top, float bottom, Token token) {
    const float at = device(x);
    list_->AddRectFilled({at, device(top)}, {at + std::max(1.0F, device(1)), device(bottom)},
                         packed(colour_of(token)));
}

void Painter::circle(Point centre, float radius, Token token) {
    const float scale = fonts_.scale();
    list_->AddCircleFilled({centre.x * scale, centre.y * scale}, radius * scale,
                           packed(colour_of(token)));
}

void Painter::ring(Point centre, float radius, Token token, float thickness) {
    const float scale = fonts_.scale();
    list_->AddCircle({centre.x * scale, centre.y * scale}, (radius - thickness / 2) * scale,
                     packed(colour_of(token)), 0, thickness * scale);
}

void Painter::stroke(Point from, Point to, Token token, float thickness) {
    const float scale = fonts_.scale();
    list_->AddLine({from.x * scale, from.y * scale}, {to.x * scale, to.y * scale},
                   packed(colour_of(token)), thickness * scale);
}

void Painter::arrow_head(Point tip, Point from, Token token, float size) {
    const float scale = fonts_.scale();
    const float dx = tip.x - from.x, dy = tip.y - from.y;
    const float length = std::max(0.001F, std::sqrt(dx * dx + dy * dy));
    const float ux = dx / length * size, uy = dy / length * size;
    list_->AddTriangleFilled({tip.x * scale, tip.y * scale},
                             {(tip.x - ux - uy / 2) * scale, (tip.y - uy + ux / 2) * scale},
                             {(tip.x - ux + uy / 2) * scale, (tip.y - uy - ux / 2) * scale},
                             packed(colour_of(token)));
}

void Painter::icon(Point centre, Icon icon, IconSize size, Token token) {
    const ImFontGlyph* glyph = fonts_.glyph(size, icon);
    const float box = device(size_px(size));
    const float x = std::round(centre.x * fonts_.scale() - box / 2);
    const float y = std::round(centre.y * fonts_.scale() - box / 2);
    list_->PrimReserve(6, 4);
    list_->PrimRectUV({x + glyph->X0, y + glyph->Y0}, {x + glyph->X1, y + glyph->Y1},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(colour_of(token)));
}

float Painter::text_top(Rect area, Type type) const {
    return std::round((area.top + area.bottom) / 2 * fonts_.scale() - fonts_.box_px(type) / 2);
}

// A box round what stands there, or with the code of a character in two rows of small digits.
void Painter::draw_box(float x_px, float top_px, const DrawnSign& sign, Type type, ImU32 colour) {
    const float dot = fonts_.dot_px(type), high = 15 * dot;
    const float top = std::round(top_px + (fonts_.box_px(type) - high) / 2);
    const float left = std::round(x_px), right = std::round(x_px + sign.advance_px - dot);
    const auto fill = [&](float x, float y, float wide, float tall) {
        list_->AddRectFilled({x, y}, {x + wide, y + tall}, colour);
    };
    fill(left, top, right - left, dot);
    fill(left, top + high - dot, right - left, dot);
    fill(left, top, dot, high);
    fill(right - dot, top, dot, high);
    if (sign.boxed == 0) return;
    const int columns = sign.boxed > 0xFFFF ? 3 : 2;
    for (int digit = 0; digit < 2 * columns; ++digit) {
        const auto value = sign.boxed >> (4 * (2 * columns - 1 - digit)) & 0xF;
        const float x = left + (2 + 4 * static_cast<float>(digit % columns)) * dot;
        const float y = top + (2 + 6 * static_cast<float>(digit / columns)) * dot;
        for (int at = 0; at < 15; ++at)
            if ((code_digits[value] >> (14 - at) & 1) != 0)
                fill(x + static_cast<float>(at % 3) * dot, y + static_cast<float>(at / 3) * dot,
                     dot, dot);
    }
}

float Painter::draw_text(float x, float top_px, std::string_view text, Type type, Token token) {
    const ImU32 colour = packed(colour_of(token));
    float at = std::round(x * fonts_.scale());
    for (std::size_t index = 0; index < text.size();) {
        const std::size_t end = text_rules::cluster_end(text, index);
        const DrawnSign sign = fonts_.sign(type, text.substr(index, end - index));
        index = end;
        if (sign.boxed != 0 || sign.framed) draw_box(at, top_px, sign, type, colour);
        float pen = at + (sign.framed ? 2.5F * fonts_.dot_px(type) : 0);
        for (std::size_t each = 0; each < sign.count; ++each) {
            const ImFontGlyph* glyph = sign.glyphs[each];
            if (glyph->Visible) {
                list_->PrimReserve(6, 4);
                list_->PrimRectUV({pen + glyph->X0, top_px + glyph->Y0},
                                  {pen + glyph->X1, top_px + glyph->Y1}, {glyph->U0, glyph->V0},
                                  {glyph->U1, glyph->V1}, colour);
            }
            pen += glyph->AdvanceX;
        }
        at += sign.advance_px;
    }
    return at / fonts_.scale();
}

// Outside the clip nothing is drawn; at its edge only where half a line is better than none.
bool Painter::may_draw(Rect line) const {
    const ClipArea& clip = clips_.back();
    if (!clip.area.overlaps(line)) return false;
    constexpr float slack = 0.5F;
    return !clip.whole_lines ||
           (line.top >= clip.area.top - slack && line.bottom <= clip.area.bottom + slack);
}

void Painter::record(DrawnText drawn) {
    if (drawn.text.empty()) return;
    constexpr float slack = 1;
    drawn.clipped = !clips_.back().area.inset(-slack).contains(drawn.rect);
    drawn.layer = layer_;
    recorder_.add(std::move(drawn));
}

Rect Painter::line(Rect area, std::string_view text, TextLook look) {
    const std::string shown = shorten(fonts_, look.type, text, area.width());
    const bool shortened = shown.size() != text.size();
    const float wide = fonts_.width(look.type, shown);
    float x = area.left;
    if (look.align == Align::right) x = area.right - wide;
    if (look.align == Align::centre) x = (area.left + area.right - wide) / 2;
    const float high = metrics(look.type).line_px;
    Rect words = Rect{x, area.top, x + wide, area.bottom}.middle_row(high);
    if (!may_draw(words)) return words;
    draw_text(x, text_top(area, look.type), shown, look.type, look.colour);
    DrawnText drawn{.text = shown, .rect = words, .shortened = shortened, .type = look.type};
    if (shortened) drawn.whole = std::string(text);
    record(std::move(drawn));
    return words;
}

float Painter::paragraph(Rect area, std::span<const Stretch> runs, int max_lines, float line_px) {
    const auto lines = wrap(fonts_, runs, area.width());
    const float high =
        line_px > 0 ? line_px : metrics(runs.empty() ? Type::body : runs.front().type).line_px;
    float y = area.top;
    for (std::size_t index = 0; index < lines.size(); ++index, y += high) {
        const bool last = max_lines > 0 && static_cast<int>(index) + 1 == max_lines;
        const Rect row{area.left, y, area.right, y + high};
        if (last && index + 1 < lines.size()) {
            const Piece& first = lines[index].pieces.front();
            std::string rest(runs[first.run].text.substr(first.begin));
            for (std::size_t run = first.run + 1; run < runs.size(); ++run) rest += runs[run].text;
            line(row, rest, {runs[first.run].type, runs[first.run].colour});
            return y + high - area.top;
        }
        if (!may_draw(row)) continue;
        for (const Piece& piece : lines[index].pieces) {
            const Stretch& run = runs[piece.run];
            draw_text(area.left + piece.x, text_top(row, run.type),
                      run.text.substr(piece.begin, piece.end - piece.begin), run.type, run.colour);
        }
        if (lines[index].pieces.empty()) continue;
        std::string words;
        for (const Piece& piece : lines[index].pieces) {
            words += runs[piece.run].text.substr(piece.begin, piece.end - piece.begin);
        }
        record({.text = std::move(words),
                .rect = {area.left, y, area.left + lines[index].width, y + high},
                .type = runs[lines[index].pieces.front().run].type});
    }
    return y - area.top;
}

float Painter::paragraph(Rect area, std::string_view text, TextLook look, int max_lines) {
    const Stretch run{text, look.type, look.colour};
    if (look.align == Align::left) return paragraph(area, {&run, 1}, max_lines);
    const float top = area.top;
    for (const TextLine& each : wrap(fonts_, {&run, 1}, area.width())) {
        const Rect row = area.cut_top(metrics(look.type).line_px);
        if (each.pieces.empty()) continue;
        const std::size_t begin = each.pieces.front().begin, end = each.pieces.back().end;
        line(row, text.substr(begin, end - begin), look);
    }
    return area.top - top;
}

float Painter::paragraph_height(float width, std::string_view text, Type type, int max_lines) {
    const Stretch run{text, type, Token::text};
    const auto count = static_cast<int>(wrap(fonts_, {&run, 1}, width).size());
    return metrics(type).line_px *
           static_cast<float>(max_lines > 0 ? std::min(count, max_lines) : count);
}

void Painter::field_text(Point top_left, float line_px, std::u32string_view text, TextLook look) {
    std::string shown = contract::to_utf8(text);
    while (!shown.empty() && (shown.back() == '\n' || shown.back() == ' ')) shown.pop_back();
    const Rect row{top_left.x, top_left.y, top_left.x + fonts_.width(look.type, shown),
                   top_left.y + line_px};
    if (!may_draw(row)) return;
    draw_text(top_left.x, text_top(row, look.type), shown, look.type, look.colour);
    record({.text = std::move(shown), .rect = row, .on_purpose = true, .type = look.type});
}

}  // namespace casustafel::ui
