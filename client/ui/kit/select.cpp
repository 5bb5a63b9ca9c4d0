#include "client/ui/kit/select.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {
namespace {

constexpr float narrowest_list = 200, beside_words = 46, gap_apart = 9;

// Numbers kept under the select's name: whether it is open, the choice made, the scroll position.
struct Memory {
    int& open;
    int& picked;  // the key of a choice not yet told to the panel, as a number; 0: none
    int& first;
};

Memory memory_of(Ui& ui, const std::string& name) {
    return {ui.number(name + ".open"), ui.number(name + ".picked"), ui.number(name + ".first")};
}

// Of a key: what was chosen stays what it is when options come above it meanwhile.
int number_of(const Option& option) {
    return static_cast<int>(std::hash<std::string>()(option.key) & 0x7FFFFFFF) | 1;
}

// What the longest line wants, beside a bar when there is one.
float width_for(Ui& ui, std::span<const Option> options) {
    float wide = narrowest_list;
    for (const Option& option : options) {
        wide = std::max(wide, ui.draw().width(option.label, Type::strong) + beside_words);
        wide = std::max(wide, ui.draw().width(option.note, Type::small) + beside_words);
    }
    return std::min(wide, ui.screen().width() - 8);
}

Rect place_list(Ui& ui, Rect field, float height, float least) {
    const Rect screen = ui.screen();
    const float below = screen.bottom - field.bottom - 12, above = field.top - screen.top - 12;
    const bool under = below >= height || below >= above;
    const float high = std::min(height, under ? below : above);
    const float wide = std::max(field.width(), least);
    const float left = std::max(screen.left + 4, std::min(field.left, screen.right - 4 - wide));
    if (under) return {left, field.bottom + 4, left + wide, field.bottom + 4 + high};
    return {left, field.top - 4 - high, left + wide, field.top - 4};
}

void draw_list(Ui& ui, Rect field, const std::string& name, const std::vector<Option>& options,
               int chosen) {
    Memory memory = memory_of(ui, name);
    const std::string first =
        options.empty() ? std::string()
                        : name + "." + options[static_cast<std::size_t>(std::max(0, chosen))].key;
    ui.push_layer(first);
    const Response outside =
        ui.touch({.name = name + ".outside", .rect = ui.screen(), .kind = Kind::backdrop});
    std::vector<Row> rows;
    float height = 10;
    for (std::size_t index = 0; index < options.size(); ++index) {
        const float high =
            (options[index].note.empty() ? 40.0F : 52.0F) + (options[index].apart ? gap_apart : 0);
        rows.push_back({name + "." + options[index].key, high, false,
                        static_cast<int>(index) == chosen, options[index].label});
        height += high;
    }
    const Rect frame = place_list(ui, field, height, width_for(ui, options));
    ui.touch({.name = name + ".list", .rect = frame, .kind = Kind::backdrop});
    ui.draw().fill(frame, Token::surface, radius::control);
    ui.draw().border(frame, Token::control_border, 1, radius::control);
    ListState state{memory.first};
    const int picked =
        scroll_list(ui, frame.inset(2, 5), name + ".rows", rows, state,
                    [&](std::size_t index, Rect row, const Response&) {
                        const Option& option = options[index];
                        if (option.apart) {
                            row.cut_top(gap_apart);
                            ui.draw().horizontal_rule(row.left, row.right, row.top - 5);
                        }
                        Rect words = row.inset(14, 0);
                        if (option.note.empty()) {
                            ui.draw().line(words, option.label,
                                           {rows[index].selected ? Type::strong : Type::body});
                            return;
                        }
                        words = words.middle_row(40);
                        ui.draw().line(words.cut_top(22), option.label,
                                       {rows[index].selected ? Type::strong : Type::body});
                        ui.draw().line(words, option.note, {Type::small, Token::text_2});
                    });
    memory.first = state.first;
    if (picked >= 0) memory.picked = number_of(options[static_cast<std::size_t>(picked)]);
    if (picked >= 0 || outside.activated || ui.take(Intent::close) || ui.take(Intent::next)) {
        memory.open = 0;
        ui.wake_after(0);
    }
    ui.pop_layer();
}

// What the choice means, beside it when there is room for all of it.
void draw_note(Ui& ui, Rect room, std::span<const Option> options, int chosen) {
    if (chosen < 0 || chosen >= static_cast<int>(options.size())) return;
    const std::string& note = options[static_cast<std::size_t>(chosen)].note;
    if (ui.draw().width(note, Type::small) <= room.width())
        ui.draw().line(room, note, {Type::small, Token::text_2});
}

}  // namespace

int select(Ui& ui, Rect area, const std::string& name, std::span<const Option> options, int chosen,
           std::string_view placeholder, bool enabled) {
    const std::string label = chosen >= 0 && chosen < static_cast<int>(options.size())
                                  ? options[static_cast<std::size_t>(chosen)].label
                                  : std::string();
    keep_whole(ui, area);
    const Response response = ui.touch({.name = name,
                                        .label = label.empty() ? std::string(placeholder) : label,
                                        .rect = area,
                                        .kind = Kind::select,
                                        .enabled = enabled});
    Painter& draw = ui.draw();
    draw.fill(area,
              !enabled           ? Token::disabled_ground
              : response.hovered ? Token::accent_soft
                                 : Token::surface,
              radius::control);
    draw.border(area, enabled ? Token::control_border : Token::line, 1, radius::control);
    if (response.ring) focus_ring_inside(ui, area, radius::control);
    const Rect words{area.left + 12, area.top, area.right - 36, area.bottom};
    const Token colour = !enabled ? Token::disabled : label.empty() ? Token::text_2 : Token::text;
    const Rect drawn = draw.line(words, label.empty() ? placeholder : std::string_view(label),
                                 {Type::body, colour});
    draw_note(ui, {drawn.right + 12, words.top, words.right, words.bottom}, options, chosen);
    draw.icon({area.right - 20, area.centre().y}, Icon::chevron_down, IconSize::control,
              enabled ? Token::text_2 : Token::disabled);
    const bool opens = response.activated || (response.focused && ui.take(Intent::down));
    if (opens) open_list(ui, name);
    return dropped_list(ui, area, name, options, chosen);
}

void open_list(Ui& ui, const std::string& name) { memory_of(ui, name).open = 1; }

int dropped_list(Ui& ui, Rect anchor, const std::string& name, std::span<const Option> options,
                 int chosen) {
    Memory memory = memory_of(ui, name);
    if (memory.open != 0 && !options.empty()) {
        ui.overlay([anchor, name, chosen,
                    list = std::vector<Option>(options.begin(), options.end())](Ui& over) {
            draw_list(over, anchor, name, list, chosen);
        });
    }
    const int picked = std::exchange(memory.picked, 0);
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
        return picked != 0 && number_of(option) == picked;
    });
    return found == options.end() ? -1 : static_cast<int>(found - options.begin());
}

}  // namespace casustafel::ui
