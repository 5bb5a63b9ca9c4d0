#include "client/ui/paint/text_layout.hpp"

#include <string>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::ui {
namespace {

// Widths are sums of fractions; a line that fills its measure exactly must not break on rounding.
constexpr float tolerance = 0.01F;

class LineBreaker {
public:
    LineBreaker(Fonts& fonts, std::span<const Stretch> runs, float width)
        : fonts_(fonts), runs_(runs), width_(width) {}

    std::vector<TextLine> lines() {
        lines_.emplace_back();
        for (run_ = 0; run_ < runs_.size(); ++run_) break_run();
        return std::move(lines_);
    }

private:
    void break_run() {
        const std::string_view text = runs_[run_].text;
        std::size_t at = 0;
        while (at < text.size()) {
            if (text[at] == '\n') {
                lines_.emplace_back();
                ++at;
            } else if (text[at] == ' ') {
                at = add_spaces(at);
            } else {
                at = add_word(at);
            }
        }
    }

    // Spaces never start a line: they are dropped where the text breaks.
    std::size_t add_spaces(std::size_t at) {
        const std::string_view text = runs_[run_].text;
        std::size_t end = at;
        while (end < text.size() && text[end] == ' ') ++end;
        if (!lines_.back().pieces.empty() || lines_.size() == 1) add(at, end, measure(at, end));
        return end;
    }

    std::size_t add_word(std::size_t at) {
        const std::string_view text = runs_[run_].text;
        std::size_t end = at;
        while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
        const float wide = measure(at, end);
        if (lines_.back().width + wide <= width_ + tolerance) {
            add(at, end, wide);
            return end;
        }
        if (!lines_.back().pieces.empty()) new_line();
        if (wide <= width_ + tolerance) {
            add(at, end, wide);
            return end;
        }
        return add_broken_word(at, end);
    }

    std::size_t add_broken_word(std::size_t at, std::size_t end) {
        const std::string_view text = runs_[run_].text;
        std::size_t piece_end = at;
        float wide = 0;
        while (piece_end < end) {
            const std::size_t next = text_rules::cluster_end(text, piece_end);
            const float step = measure(piece_end, next);
            if (piece_end > at && wide + step > width_ + tolerance) break;
            wide += step;
            piece_end = next;
        }
        add(at, piece_end, wide);
        if (piece_end < end) new_line();
        return piece_end;
    }

    void new_line() {
        // What ends a line is drawn without its trailing spaces, so that right-aligned lines align.
        TextLine& line = lines_.back();
        while (!line.pieces.empty() && is_space(line.pieces.back())) {
            line.width -= line.pieces.back().width;
            line.pieces.pop_back();
        }
        lines_.emplace_back();
    }

    bool is_space(const Piece& piece) const { return runs_[piece.run].text[piece.begin] == ' '; }

    float measure(std::size_t begin, std::size_t end) {
        return fonts_.width(runs_[run_].type, runs_[run_].text.substr(begin, end - begin));
    }

    void add(std::size_t begin, std::size_t end, float wide) {
        TextLine& line = lines_.back();
        line.pieces.push_back({run_, begin, end, line.width, wide});
        line.width += wide;
    }

    Fonts& fonts_;
    std::span<const Stretch> runs_;
    float width_;
    std::size_t run_ = 0;
    std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> wrap(Fonts& fonts, std::span<const Stretch> runs, float width) {
    return LineBreaker(fonts, runs, width).lines();
}

std::string shorten(Fonts& fonts, Type type, std::string_view text, float width) {
    if (fonts.width(type, text) <= width + tolerance) return std::string(text);
    constexpr char32_t ellipsis = 0x2026;
    float left = width - fonts.width(type, ellipsis);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = text_rules::cluster_end(text, at);
        left -= fonts.width(type, text.substr(at, next - at));
        if (left < 0) break;
        at = next;
    }
    while (at > 0 && text[at - 1] == ' ') --at;
    std::string shortened(text.substr(0, at));
    contract::append_utf8(shortened, ellipsis);
    return shortened;
}

std::vector<CharacterLine> wrap_characters(std::u32string_view text, std::span<const float> widths,
                                           float width) {
    std::vector<CharacterLine> lines;
    std::size_t begin = 0, word = 0;  // `word`: just behind the last place to break
    float wide = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == U'\n') {
            lines.push_back({begin, at + 1, true});
            begin = word = at + 1;
            wide = 0;
            continue;
        }
        wide += widths[at];
        const bool within = at + 1 < text.size() && text_rules::is_mark(text[at + 1]);
        if (text[at] == U' ' && !within) {
            word = at + 1;  // a space may hang over the edge
        } else if (wide > width + tolerance && at > begin && widths[at] > 0) {
            const std::size_t cut = word > begin ? word : at;
            lines.push_back({begin, cut, false});
            begin = word = cut;
            wide = 0;
            for (std::size_t index = cut; index <= at; ++index) wide += widths[index];
        }
    }
    lines.push_back({begin, text.size(), false});
    return lines;
}

std::vector<float> character_widths(Fonts& fonts, Type type, std::u32string_view text) {
    std::vector<float> widths(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text_rules::next_cluster(text, at);
        widths[at] = fonts.width(type, text.substr(at, end - at));
        at = end;
    }
    return widths;
}

}  // namespace casustafel::ui
