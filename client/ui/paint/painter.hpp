#pragma once
// Puts shapes, icons and text on the frame. It is the one place where logical pixels become pixels
// of the screen: edges and the start of a text are rounded to whole ones, so that lines stay sharp
// at every scale. It writes every line of text down in the recorder and decides nothing.
#include <imgui.h>

#include <string_view>
#include <vector>

#include "client/ui/paint/fonts.hpp"
#include "client/ui/paint/layout.hpp"
#include "client/ui/paint/recorder.hpp"
#include "client/ui/paint/text_layout.hpp"

namespace casustafel::ui {

enum class Align : std::uint8_t { left, centre, right };

struct TextLook {
    Type type = Type::body;
    Token colour = Token::text;
    Align align = Align::left;
};

class Painter {
public:
    Painter(Fonts& fonts, Recorder& recorder) : fonts_(fonts), recorder_(recorder) {}

    // Starts a frame that shows this many logical pixels.
    void begin(Contrast contrast, Rect screen);

    // The layer that what follows is recorded on; what is drawn later lies over what was before.
    void lay_on(int layer) { layer_ = layer; }
    int layer() const { return layer_; }

    Colour colour_of(Token token) const { return colour(token, contrast_); }
    Contrast contrast() const { return contrast_; }
    Fonts& fonts() { return fonts_; }

    // Nothing is drawn outside; nested clips are intersected. `whole_lines`: a line of text that
    // would be cut at the edge is left out instead.
    void push_clip(Rect area, bool whole_lines = false);
    void pop_clip();
    Rect clip() const { return clips_.back().area; }

    void fill(Rect area, Token colour, float radius = 0);
    void fill(Rect area, Colour colour, float radius = 0);
    // A border inside the rectangle's edges.
    void border(Rect area, Token colour, float thickness = 1, float radius = 0);
    void horizontal_rule(float left, float right, float y, Token colour = Token::line);
    void vertical_rule(float x, float top, float bottom, Token colour = Token::line);
    void circle(Point centre, float radius, Token colour);
    void ring(Point centre, float radius, Token colour, float thickness);
    void stroke(Point from, Point to, Token colour, float thickness);
    void arrow_head(Point tip, Point from, Token colour, float size);

    void icon(Point centre, Icon icon, IconSize size, Token colour);

    // One line, in the vertical middle of `area`; shortened with an ellipsis when it does not fit.
    // Returns the rectangle of the words.
    Rect line(Rect area, std::string_view text, TextLook look);

    // Lines of mixed runs from the top of `area`; returns the height used. Lines past `max_lines`
    // are left out and the last one is shortened (0: no limit). `line_px` 0 takes the type's own.
    float paragraph(Rect area, std::span<const Stretch> runs, int max_lines = 0, float line_px = 0);
    float paragraph(Rect area, std::string_view text, TextLook look, int max_lines = 0);
    // One line this high, cut off the top of the area with this gap.
    void cut_line(Rect& area, float high, std::string_view text, TextLook look, float gap) {
        line(area.cut_top(high), text, look);
        area.cut_top(gap);
    }
    // Cuts its height and this gap off the top of the area.
    void cut_paragraph(Rect& area, std::string_view text, TextLook look, float gap = 0) {
        area.cut_top(paragraph(area, text, look) + gap);
    }

    // The height `paragraph` would use.
    float paragraph_height(float width, std::string_view text, Type type, int max_lines = 0);
    float width(std::string_view text, Type type) { return fonts_.width(type, text); }

    // Text of a field: may be cut off by the field's edge, since it scrolls with the caret.
    void field_text(Point top_left, float line_px, std::u32string_view text, TextLook look);

    float device(float logical) const;

private:
    struct ClipArea {
        Rect area;
        bool whole_lines;
    };

    float text_top(Rect area, Type type) const;
    void draw_box(float x_px, float top_px, const DrawnSign& sign, Type type, ImU32 colour);
    float draw_text(float x, float top_px, std::string_view text, Type type, Token colour);
    bool may_draw(Rect line) const;
    // Writes it down with where it stands; what is clipped is found here.
    void record(DrawnText drawn);
    ImU32 packed(Colour colour) const;

    Fonts& fonts_;
    Recorder& recorder_;
    Contrast contrast_ = Contrast::light;
    ImDrawList* list_ = nullptr;
    int layer_ = 0;
    std::vector<ClipArea> clips_;
};

}  // namespace casustafel::ui
