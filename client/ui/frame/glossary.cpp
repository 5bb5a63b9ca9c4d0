#include "client/ui/frame/glossary.hpp"

#include <algorithm>
#include <utility>

#include "client/model/sentence.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/search.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

constexpr float name_height = 40;

// Each term that has a text "term.<id>.name", in the order of the texts.
std::vector<std::string> read_terms() {
    constexpr std::string_view before = "term.", after = ".name";
    std::vector<std::string> terms;
    for (std::size_t at = 0; at < text::count(); ++at) {
        const std::string key(text::name(static_cast<text::Key>(at)));
        if (key.starts_with(before) && key.ends_with(after))
            terms.push_back(key.substr(before.size(), key.size() - before.size() - after.size()));
    }
    return terms;
}

std::string name_of(const Panel& panel, std::string_view term) {
    return panel.word("term", std::string(term) + ".name");
}
std::string text_of(const Panel& panel, std::string_view term) {
    return panel.word("term", std::string(term) + ".text");
}

// By name in the person's language; those with the searched word in their name come first.
std::vector<std::string_view> found(const Panel& panel, const std::string& typed) {
    std::vector<std::string_view> chosen;
    for (const std::string_view term : all_terms())
        if (found_in(name_of(panel, term) + " " + text_of(panel, term), typed))
            chosen.push_back(term);
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::string_view one, std::string_view two) {
        const std::string first = folded(name_of(panel, one)), second = folded(name_of(panel, two));
        const bool named = found_in(first, typed), also = found_in(second, typed);
        return named != also ? named : first < second;
    });
    return chosen;
}

void draw_names(Panel& panel, Rect area, HelpState& state,
                const std::vector<std::string_view>& chosen) {
    std::vector<Row> rows;
    for (const std::string_view term : chosen)
        rows.push_back({"glossary." + std::string(term), name_height, false, term == state.term,
                        name_of(panel, term)});
    // What is read is in sight, also when something else than this list chose it.
    const auto terms = all_terms();
    const auto known = std::find(terms.begin(), terms.end(), state.term);
    const int now = known == terms.end() ? -1 : static_cast<int>(known - terms.begin());
    if (std::exchange(panel.ui.number("glossary.in_sight"), now) != now && now >= 0) {
        const int at =
            static_cast<int>(std::find(chosen.begin(), chosen.end(), state.term) - chosen.begin());
        const int last = state.terms.first + static_cast<int>(area.height() / name_height) - 2;
        if (at < state.terms.first || at > last) state.terms.first = std::max(0, at - 2);
    }
    const int picked =
        scroll_list(panel.ui, area, "glossary.names", rows, state.terms,
                    [&](std::size_t index, Rect row, const Response&) {
                        panel.draw().line(row.inset(14, 0), rows[index].label,
                                          {rows[index].selected ? Type::strong : Type::body});
                    },
                    {.inset_left = 14});
    if (picked >= 0) state.term = chosen[static_cast<std::size_t>(picked)];
}

// The legal bases that belong to the term, each with its source; under "basis" stand all of them.
void draw_sources(Panel& panel, Rect& area, std::string_view term) {
    if (panel.view == nullptr) return;
    for (const v1::Basis* basis : panel.view->all<v1::Basis>()) {
        const std::string source = model::source_words(*basis, panel.ui.settings().language);
        if (source.empty() || (term != "basis" && term != term_for("basis", basis->id()))) continue;
        area.cut_top(16);
        panel.draw().cut_paragraph(area, panel.in(basis->name()), {Type::strong_small});
        panel.draw().cut_paragraph(area, source, {Type::small, Token::text_2});
    }
}

void draw_text(Panel& panel, Rect area, const HelpState& state) {
    if (state.term.empty()) {
        panel.draw().paragraph(area, panel.say(Say::glossary_choose), {Type::body, Token::text_2});
        return;
    }
    scroll_area(panel.ui, area, "glossary.text", [&](Rect& inner) {
        inner = unlimited(inner);
        panel.draw().cut_paragraph(inner, name_of(panel, state.term), {Type::heading}, 8);
        panel.draw().cut_paragraph(inner, text_of(panel, state.term), {Type::reading});
        draw_sources(panel, inner, state.term);
    });
}

}  // namespace

std::span<const std::string> all_terms() {
    static const std::vector<std::string> terms = read_terms();
    return terms;
}

void open_glossary(HelpState& state) {
    state.open = Help::glossary;
    state.search.clear();
    state.terms = {};
}

std::string_view term_for(std::string_view prefix, std::string_view word) {
    struct Entry {
        std::string_view prefix, word, term;
    };
    constexpr Entry known[] = {{"meeting_phase", "picture", "picture"},
                               {"meeting_phase", "judgement", "judgement"},
                               {"meeting_phase", "decision", "deciding"},
                               {"purpose", "charging_decision", "zsm"},
                               {"purpose", "person_centred_approach", "pga"},
                               {"purpose", "supervision", "supervision"},
                               {"basis", "AVG6A", "consent"},
                               {"basis", "AVG6D", "vital_interest"},
                               {"basis", "AVG6C", "avg"},
                               {"basis", "AVG6E", "avg"},
                               {"basis", "CONV", "covenant"},
                               {"basis", "COV", "covenant"},
                               {"basis", "CVP", "conflict_of_duties"},
                               {"basis", "WGBO", "secrecy"},
                               {"basis", "WJSG", "wjsg"},
                               {"basis", "WGSZ", "wgs"},
                               {"basis", "WGSR", "wgs"},
                               {"basis", "WMO526", "meldcode"},
                               {"basis", "WMOVT", "veilig_thuis"},
                               {"basis", "WPG16", "wpg"},
                               {"basis", "WPG18", "wpg"},
                               {"basis", "WPG19", "wpg"},
                               {"basis", "WPG20", "wpg"}};
    for (const Entry& entry : known)
        if (entry.prefix == prefix && entry.word == word) return entry.term;
    return {};
}

void draw_glossary(Panel& panel, HelpState& state) {
    Ui& ui = panel.ui;
    const bool narrow = ui.layout() == Layout::narrow;
    Dialog dialog(ui, "glossary", 880, 560, panel.say(Say::glossary_title), "glossary.search");
    const auto chosen = found(panel, state.search);
    const std::string count = chosen.size() == 1
                                  ? panel.say(Say::glossary_count_one)
                                  : panel.say(Say::glossary_count, {std::to_string(chosen.size())});
    panel.draw().line(dialog.bar, count, {Type::small, Token::text_2});
    Rect body = dialog.body.inset(dialog.padding(), narrow ? 8 : 16);
    ui.area("glossary.search");
    if (field(ui, body.cut_top(40), "glossary.search", state.search,
              {.placeholder = panel.say(Say::glossary_search), .limit = 60})
            .changed)
        state.terms = {};
    body.cut_top(narrow ? 8 : 16);
    // What is looked for and found is read at once.
    const bool shown = std::find(chosen.begin(), chosen.end(), state.term) != chosen.end();
    if (!shown) state.term = state.search.empty() || chosen.empty() ? "" : chosen.front();
    if (chosen.empty()) {
        empty_state(ui, body, {panel.say(Say::glossary_none), panel.say(Say::glossary_none_body)});
    } else {
        ui.area("glossary.names");
        Rect names = body.cut_left(narrow ? body.width() * 0.42F : 320);
        body.cut_left(dialog.padding());
        draw_names(panel, names, state, chosen);
        draw_text(panel, body, state);
    }
    if (dialog.closed()) state.open = Help::none;
}

void hint_words(Panel& panel, Rect label, std::string title, std::string words) {
    Ui& ui = panel.ui;
    const bool over = ui.live() && !ui.input().held &&
                      label.intersection(ui.draw().clip()).contains(ui.input().mouse);
    if (!over || words.empty()) return;
    ui.overlay([label, title = std::move(title), words = std::move(words)](Ui& top) {
        constexpr float wide = 320, pad = 12;
        Painter& draw = top.draw();
        const int layer = draw.layer();
        draw.lay_on(layer + 8);  // beside whatever it lies over
        const float high = 2 * pad + (title.empty() ? 0 : 24) +
                           draw.paragraph_height(wide - 2 * pad, words, Type::small);
        const Rect screen = top.screen();
        const float left = std::clamp(label.left, screen.left + 8, screen.right - wide - 8);
        const bool below = label.bottom + 8 + high < screen.bottom;
        const float y = below ? label.bottom + 8 : label.top - 8 - high;
        const Rect box{left, y, left + wide, y + high};
        draw.fill(box, Token::surface, radius::control);
        draw.border(box, Token::control_border, 1, radius::control);
        Rect inner = box.inset(pad);
        if (!title.empty()) draw.line(inner.cut_top(24), title, {Type::strong_small});
        draw.paragraph(inner, words, {Type::small});
        draw.lay_on(layer);
    });
}

void hint(Panel& panel, Rect label, std::string_view term) {
    if (term.empty()) return;
    hint_words(panel, label, name_of(panel, term), text_of(panel, term));
}

}  // namespace casustafel::ui
