#include "client/platform/mirror.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace casustafel::platform {
namespace {

using ui::DrawnText;
using ui::Kind;
using ui::Widget;

// A scrolling area is a place for the keys and no thing to read: it goes by its own name.
bool is_scroll_area(const Widget& widget) {
    return widget.kind == Kind::row && widget.label == widget.name;
}

bool is_element(const Widget& widget) {
    return widget.kind != Kind::backdrop && !is_scroll_area(widget);
}

MirrorRole role_of(const Widget& widget) {
    switch (widget.kind) {
        case Kind::button:
        case Kind::backdrop: return MirrorRole::button;
        case Kind::field: return MirrorRole::entry;
        case Kind::check: return MirrorRole::checkbox;
        case Kind::radio:
        case Kind::segment: return MirrorRole::radio;
        case Kind::tab: return MirrorRole::tab;
        case Kind::row: return widget.group.empty() ? MirrorRole::button : MirrorRole::option;
        case Kind::select: return MirrorRole::choice;
        case Kind::link: return MirrorRole::link;
    }
    return MirrorRole::button;
}

int level_of(ui::Type type) {
    if (type == ui::Type::title) return 1;
    if (type == ui::Type::heading) return 2;
    return type == ui::Type::panel ? 3 : 0;
}

const std::string& words_of(const DrawnText& text) {
    return text.whole.empty() ? text.text : text.whole;
}

// The next line of the same paragraph.
bool goes_on(const DrawnText& before, const DrawnText& next) {
    constexpr float line_gap = 4, slack = 1;
    return before.type == next.type && std::abs(before.rect.left - next.rect.left) <= slack &&
           std::abs(next.rect.top - before.rect.bottom) <= line_gap && before.whole.empty();
}

// A row of texts as one: the lines of a paragraph on end, others with a comma between.
struct Joined {
    std::string words;
    ui::Rect rect;
    const DrawnText* last = nullptr;

    void add(const DrawnText& text) {
        if (last == nullptr) {
            words = words_of(text);
            rect = text.rect;
        } else {
            words += (goes_on(*last, text) ? " " : ", ") + words_of(text);
            rect = {std::min(rect.left, text.rect.left), std::min(rect.top, text.rect.top),
                    std::max(rect.right, text.rect.right), std::max(rect.bottom, text.rect.bottom)};
        }
        last = &text;
    }
};

// The widget in which the text stands: the last one drawn before it that has it inside.
std::optional<std::size_t> holder_of(const DrawnText& text, const std::vector<const Widget*>& all) {
    std::optional<std::size_t> holder;
    for (std::size_t index = 0; index < all.size(); ++index)
        if (all[index]->order < text.order && all[index]->rect.contains(text.rect.centre()))
            holder = index;
    return holder;
}

std::string name_of(const Widget& widget, const std::string& inside) {
    const std::string& label = widget.label;
    if (label.empty() || inside.find(label) != std::string::npos) return inside;
    if (inside.empty() || widget.kind == Kind::field || label.find(inside) != std::string::npos)
        return label;
    return label + ", " + inside;
}

// Collects a frame into a mirror.
class Collector {
public:
    explicit Collector(const ui::Ui& ui) : ui_(ui), layer_(ui.top_layer()) {
        for (const Widget& widget : ui.record().widgets()) {
            if (widget.layer != layer_) continue;
            if (widget.kind == Kind::backdrop && !widget.label.empty())
                mirror_.dialog = widget.label;
            if (is_element(widget)) widgets_.push_back(&widget);
        }
        inside_.resize(widgets_.size());
    }

    Mirror collect() {
        for (const DrawnText& text : ui_.record().texts()) {
            if (text.layer != layer_) continue;
            if (const auto holder = holder_of(text, widgets_)) {
                if (widgets_[*holder]->kind != Kind::field) inside_[*holder].add(text);
                continue;
            }
            take_widgets_before(text.order);
            take(text);
        }
        finish_text();
        take_widgets_before(-1);
        return std::move(mirror_);
    }

private:
    // Those that were drawn before; -1: all that are left.
    void take_widgets_before(int order) {
        for (; next_ < widgets_.size() && (order < 0 || widgets_[next_]->order < order); ++next_) {
            finish_text();
            waiting_.push_back({mirror_.elements.size(), next_});
            mirror_.elements.push_back(element_of(*widgets_[next_]));
        }
        if (order >= 0) return;
        // What stands in a widget is drawn after it.
        for (const auto& [at, widget] : waiting_)
            mirror_.elements[at].name = name_of(*widgets_[widget], inside_[widget].words);
        for (const auto& [at, widget] : waiting_)
            if (at > 0) name_after_label(mirror_.elements[at], mirror_.elements[at - 1]);
    }

    // What has no name has that of the text before it; a choice says what it is a choice of.
    static void name_after_label(MirrorElement& element, const MirrorElement& before) {
        constexpr float label_gap = 12;
        const float gap = element.rect.top - before.rect.bottom;
        const bool is_label = before.role == MirrorRole::text && gap >= -1 && gap <= label_gap;
        if (element.name.empty())
            element.name = before.name;
        else if (element.role == MirrorRole::choice && is_label)
            element.name = before.name + " " + element.name;
    }

    void take(const DrawnText& text) {
        if (text_.last != nullptr && !goes_on(*text_.last, text)) finish_text();
        text_.add(text);
    }

    void finish_text() {
        if (text_.last == nullptr) return;
        MirrorElement element;
        element.level = level_of(text_.last->type);
        element.role = element.level > 0 ? MirrorRole::heading : MirrorRole::text;
        element.rect = text_.rect;
        const int times = ++times_[text_.words];
        element.id = "text " + std::to_string(times) + " " + text_.words;
        element.name = std::move(text_.words);
        mirror_.elements.push_back(std::move(element));
        text_ = {};
    }

    MirrorElement element_of(const Widget& widget) {
        MirrorElement element;
        element.id = widget.name;
        element.role = role_of(widget);
        element.field = widget.field;
        element.group = widget.group;
        element.rect = widget.rect;
        element.disabled = !widget.enabled;
        element.selected = widget.selected;
        if (widget.name == ui_.focused()) mirror_.focused = widget.name;
        return element;
    }

    const ui::Ui& ui_;
    const int layer_;
    Mirror mirror_;
    std::vector<const Widget*> widgets_;
    std::vector<Joined> inside_;                                // of each widget
    std::vector<std::pair<std::size_t, std::size_t>> waiting_;  // element and widget
    std::size_t next_ = 0;
    Joined text_;
    std::map<std::string, int> times_;
};

constexpr const char* role_names[] = {"text",     "heading", "button", "link",   "entry",
                                      "checkbox", "radio",   "tab",    "option", "choice"};

void write_escaped(std::string& out, std::string_view text) {
    for (const char character : text) {
        if (character == '\t')
            out += "\\t";
        else if (character == '\n')
            out += "\\n";
        else if (character == '\\')
            out += "\\\\";
        else
            out += character;
    }
    out += '\t';
}

std::string flags_of(const MirrorElement& element) {
    std::string flags;
    if (element.disabled) flags += 'd';
    if (element.selected) flags += 's';
    if (element.field.several_lines) flags += 'm';
    if (element.field.wrong) flags += 'w';
    return flags;
}

}  // namespace

Mirror mirror_of(const ui::Ui& ui) { return Collector(ui).collect(); }

std::string write_mirror(const Mirror& mirror, float css_pixels_in_logical) {
    std::string out;
    write_escaped(out, mirror.dialog);
    write_escaped(out, mirror.focused);
    for (const MirrorElement& element : mirror.elements) {
        out += '\n';
        write_escaped(out, element.id);
        write_escaped(out, role_names[static_cast<std::size_t>(element.role)]);
        write_escaped(out, element.name);
        write_escaped(out, element.field.value);
        write_escaped(out, flags_of(element));
        write_escaped(out, element.group);
        for (const float length :
             {element.rect.left, element.rect.top, element.rect.width(), element.rect.height()})
            out += std::to_string(std::lround(length * css_pixels_in_logical)) + "\t";
        out += std::to_string(element.level) + "\t";
        out += std::to_string(element.field.selection_begin) + "\t" +
               std::to_string(element.field.selection_end);
    }
    return out;
}

}  // namespace casustafel::platform
