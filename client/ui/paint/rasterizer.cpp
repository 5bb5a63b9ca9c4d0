#include "client/ui/paint/rasterizer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>

#include "proto/contract/fingerprint.hpp"

namespace casustafel::ui {
namespace {

// A pixel is drawn when its centre is inside a shape. Positions are integers of 1/16 pixel, so that
// two triangles that share an edge never both draw, and never both miss, a pixel.
constexpr int subpixel = 16;

struct Clip {
    int left, top, right, bottom;
};

struct Channels {
    int red, green, blue, alpha;
};

Channels unpack(ImU32 colour) {
    return {static_cast<int>(colour >> IM_COL32_R_SHIFT & 255),
            static_cast<int>(colour >> IM_COL32_G_SHIFT & 255),
            static_cast<int>(colour >> IM_COL32_B_SHIFT & 255),
            static_cast<int>(colour >> IM_COL32_A_SHIFT & 255)};
}

int divide_by_255(int value) { return (value + 128 + ((value + 128) >> 8)) >> 8; }

class Canvas {
public:
    Canvas(const Atlas& atlas, PixelTarget target, Clip clip)
        : atlas_(atlas), target_(target), clip_(clip) {}

    void solid(float left, float top, float right, float bottom, ImU32 colour) {
        const Clip area = covered(left, top, right, bottom);
        const Channels channels = unpack(colour);
        if (area.left >= area.right || channels.alpha == 0) return;
        for (int y = area.top; y < area.bottom; ++y) {
            std::uint32_t* row = row_of(y);
            if (channels.alpha == 255) {
                std::fill(row + area.left, row + area.right, pack(channels));
            } else {
                for (int x = area.left; x < area.right; ++x)
                    blend(row[x], channels, channels.alpha);
            }
        }
    }

    // A letter: the texture's coverage, sampled linearly across and at the nearest row.
    void letter(const ImDrawVert& first, const ImDrawVert& last) {
        const Clip area = covered(first.pos.x, first.pos.y, last.pos.x, last.pos.y);
        if (area.left >= area.right || area.top >= area.bottom) return;
        const Channels channels = unpack(first.col);
        const float texels_x = static_cast<float>(atlas_.width),
                    texels_y = static_cast<float>(atlas_.height);
        const float step_x = (last.uv.x - first.uv.x) * texels_x / (last.pos.x - first.pos.x);
        const float step_y = (last.uv.y - first.uv.y) * texels_y / (last.pos.y - first.pos.y);
        for (int y = area.top; y < area.bottom; ++y) {
            const float v =
                first.uv.y * texels_y + (static_cast<float>(y) + 0.5F - first.pos.y) * step_y;
            const int texel_row = std::clamp(static_cast<int>(v), 0, atlas_.height - 1);
            const unsigned char* texels = atlas_.coverage + texel_row * atlas_.width;
            std::uint32_t* row = row_of(y);
            float u = first.uv.x * texels_x - 0.5F +
                      (static_cast<float>(area.left) + 0.5F - first.pos.x) * step_x;
            for (int x = area.left; x < area.right; ++x, u += step_x) {
                const int coverage = sample(texels, u);
                if (coverage != 0)
                    blend(row[x], channels, divide_by_255(coverage * channels.alpha));
            }
        }
    }

    void triangle(const ImDrawVert& one, const ImDrawVert& two, const ImDrawVert& three);

private:
    struct Corner {
        long x, y;
    };

    std::uint32_t* row_of(int y) {
        return target_.pixels + static_cast<std::ptrdiff_t>(y) * target_.stride;
    }

    std::uint32_t pack(Channels colour) const {
        return 0xFF000000U | static_cast<std::uint32_t>(colour.red) << target_.red_shift |
               static_cast<std::uint32_t>(colour.green) << target_.green_shift |
               static_cast<std::uint32_t>(colour.blue) << target_.blue_shift;
    }

    void blend(std::uint32_t& pixel, const Channels& colour, int alpha) const {
        const auto mix = [&](int channel, int shift) {
            const int under = static_cast<int>(pixel >> shift & 255);
            return static_cast<std::uint32_t>(
                       divide_by_255(channel * alpha + under * (255 - alpha)))
                   << shift;
        };
        pixel = 0xFF000000U | mix(colour.red, target_.red_shift) |
                mix(colour.green, target_.green_shift) | mix(colour.blue, target_.blue_shift);
    }

    int sample(const unsigned char* texels, float u) const {
        const float whole = std::floor(u);
        const int at = std::clamp(static_cast<int>(whole), 0, atlas_.width - 2);
        const int part = static_cast<int>((u - whole) * 256.0F);
        return (texels[at] * (256 - part) + texels[at + 1] * part) >> 8;
    }

    // The pixels whose centres lie in the box, inside the clip.
    Clip covered(float left, float top, float right, float bottom) const {
        const auto edge = [](float value) { return static_cast<int>(std::ceil(value - 0.5F)); };
        return {std::max(clip_.left, edge(left)), std::max(clip_.top, edge(top)),
                std::min(clip_.right, edge(right)), std::min(clip_.bottom, edge(bottom))};
    }

    Atlas atlas_;
    PixelTarget target_;
    Clip clip_;
};

long floor_divide(long value, long by) {
    const long quotient = value / by;
    return value % by != 0 && (value < 0) != (by < 0) ? quotient - 1 : quotient;
}
long ceil_divide(long value, long by) { return -floor_divide(-value, by); }

// Walks the rows of a triangle. On each row every edge bounds x from one side; pixels exactly on an
// edge belong to it when it is a top or left edge, so neighbours share no pixel.
void Canvas::triangle(const ImDrawVert& one, const ImDrawVert& two, const ImDrawVert& three) {
    const auto corner = [](const ImDrawVert& vertex) {
        return Corner{std::lround(vertex.pos.x * subpixel), std::lround(vertex.pos.y * subpixel)};
    };
    const ImDrawVert* vertices[] = {&one, &two, &three};
    Corner at[] = {corner(one), corner(two), corner(three)};
    long area =
        (at[1].x - at[0].x) * (at[2].y - at[0].y) - (at[2].x - at[0].x) * (at[1].y - at[0].y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(at[1], at[2]);
        std::swap(vertices[1], vertices[2]);
        area = -area;
    }
    const bool flat = one.col == two.col && two.col == three.col;
    const Channels colours[] = {unpack(vertices[0]->col), unpack(vertices[1]->col),
                                unpack(vertices[2]->col)};
    const auto [top, bottom] = std::minmax({at[0].y, at[1].y, at[2].y});
    const int first_row =
        std::max(clip_.top, static_cast<int>(ceil_divide(top - subpixel / 2, subpixel)));
    const int last_row =
        std::min(clip_.bottom - 1, static_cast<int>(floor_divide(bottom - subpixel / 2, subpixel)));
    for (int y = first_row; y <= last_row; ++y) {
        const long centre_y = static_cast<long>(y) * subpixel + subpixel / 2;
        long from = clip_.left, until = clip_.right;  // pixels from ≤ x < until
        for (int edge = 0; edge < 3; ++edge) {
            const Corner a = at[edge], b = at[(edge + 1) % 3];
            const long dx = b.x - a.x, dy = b.y - a.y;
            // Inside: dx * (py - ay) - dy * (px - ax) > 0, or = 0 on a top or left edge.
            const bool owns = dy < 0 || (dy == 0 && dx > 0);
            const long reach =
                dx * (centre_y - a.y) + dy * a.x - (owns ? 0 : 1);  // dy * px ≤ reach
            if (dy == 0) {
                if (reach < 0) until = from;
            } else if (dy > 0) {
                const long most = floor_divide(reach, dy);
                until = std::min(until, floor_divide(most - subpixel / 2, subpixel) + 1);
            } else {
                const long least = ceil_divide(reach, dy);
                from = std::max(from, ceil_divide(least - subpixel / 2, subpixel));
            }
        }
        if (from >= until) continue;
        std::uint32_t* row = row_of(y);
        if (flat && colours[0].alpha == 255) {
            std::fill(row + from, row + until, pack(colours[0]));
            continue;
        }
        for (long x = from; x < until; ++x) {
            if (flat) {
                blend(row[x], colours[0], colours[0].alpha);
                continue;
            }
            const long centre_x = x * subpixel + subpixel / 2;
            const auto weight = [&](int edge) {
                const Corner a = at[edge], b = at[(edge + 1) % 3];
                return (b.x - a.x) * (centre_y - a.y) - (b.y - a.y) * (centre_x - a.x);
            };
            const long weights[] = {weight(1), weight(2), weight(0)};
            const auto mix = [&](int Channels::*channel) {
                return static_cast<int>((colours[0].*channel * weights[0] +
                                         colours[1].*channel * weights[1] +
                                         colours[2].*channel * weights[2]) /
                                        area);
            };
            const Channels mixed{mix(&Channels::red), mix(&Channels::green), mix(&Channels::blue),
                                 mix(&Channels::alpha)};
            if (mixed.alpha != 0) blend(row[x], mixed, mixed.alpha);
        }
    }
}

// Whether six indices are the two triangles of one axis-aligned, one-coloured quad (PrimRect's
// order).
bool is_box(const ImDrawIdx* index, const ImDrawVert* vertex) {
    if (index[0] != index[3] || index[2] != index[4]) return false;
    const ImDrawVert &a = vertex[index[0]], &b = vertex[index[1]], &c = vertex[index[2]],
                     &d = vertex[index[5]];
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.col == b.col && b.col == c.col &&
           c.col == d.col;
}

void draw_command(const ImDrawList& list, const ImDrawCmd& command, Canvas canvas) {
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned int at = 0; at + 2 < command.ElemCount;) {
        if (at + 5 < command.ElemCount && is_box(index + at, vertex)) {
            const ImDrawVert &first = vertex[index[at]], &last = vertex[index[at + 2]];
            if (first.uv.x == last.uv.x && first.uv.y == last.uv.y) {
                canvas.solid(first.pos.x, first.pos.y, last.pos.x, last.pos.y, first.col);
            } else {
                canvas.letter(first, last);
            }
            at += 6;
        } else {
            canvas.triangle(vertex[index[at]], vertex[index[at + 1]], vertex[index[at + 2]]);
            at += 3;
        }
    }
}

}  // namespace

void Rasterizer::draw(const ImDrawData& frame, const Atlas& atlas, PixelTarget target) {
    for (int list_index = 0; list_index < frame.CmdListsCount; ++list_index) {
        const ImDrawList& list = *frame.CmdLists[list_index];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const Clip clip{std::max(0, static_cast<int>(command.ClipRect.x)),
                            std::max(0, static_cast<int>(command.ClipRect.y)),
                            std::min(target.width, static_cast<int>(command.ClipRect.z)),
                            std::min(target.height, static_cast<int>(command.ClipRect.w))};
            if (clip.left < clip.right && clip.top < clip.bottom) {
                draw_command(list, command, Canvas(atlas, target, clip));
            }
        }
    }
}

Atlas current_atlas() {
    unsigned char* coverage = nullptr;
    Atlas atlas;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&coverage, &atlas.width, &atlas.height);
    atlas.coverage = coverage;
    return atlas;
}

std::uint64_t fingerprint(const ImDrawData& frame) {
    contract::Fingerprint print;
    const auto add = [&](const void* bytes, std::size_t size) {
        const std::string_view view(static_cast<const char*>(bytes), size);
        print.add_whole(std::hash<std::string_view>{}(view));
    };
    for (int index = 0; index < frame.CmdListsCount; ++index) {
        const ImDrawList& list = *frame.CmdLists[index];
        add(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        add(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            add(&command.ClipRect, sizeof command.ClipRect);
            add(&command.ElemCount, sizeof command.ElemCount);
        }
    }
    add(&frame.DisplaySize, sizeof frame.DisplaySize);
    return print.value();
}

}  // namespace casustafel::ui
