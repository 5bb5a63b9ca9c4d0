#include "client/ui/acts/share_parts.hpp"

#include <algorithm>

#include "client/model/sentence.hpp"
#include "client/ui/acts/share_draft.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/search.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::uint32_t forms = 5;
constexpr float own_words_height = 96, basis_search_width = 210;
constexpr std::size_t bases_in_sight = 8;  // more than these can be searched

bool gist_beside(float width) { return width >= 560; }

// The number of a question with its key; returns what is right of it.
Rect draw_question(Panel& panel, Rect row, Say question, const char* key, bool answered) {
    const Point centre{row.left + 12, row.centre().y};
    if (answered) {
        panel.draw().circle(centre, 12, Token::accent);
        panel.draw().icon(centre, Icon::check, IconSize::small, Token::on_accent);
    } else {
        panel.draw().ring(centre, 12, Token::control_border, 1.5F);
    }
    const Rect words = panel.draw().line({row.left + 36, row.top, row.right, row.bottom},
                                         panel.say(question), {Type::panel});
    row.left = words.right + 12;
    if (panel.ui.layout() == Layout::narrow) return row;
    row.left += keycap(panel.ui, {row.left, row.centre().y}, key) + 12;
    return row;
}

}  // namespace

void ShareParts::draw_people(Rect area) {
    ui_.area("share.people");
    Rect head =
        draw_question(panel_, area.cut_top(36), Say::share_who, "Alt 1", draft_.to.size() > 0);
    if (draft_.to.size() > 0)
        panel_.draw().line(head, panel_.say(Say::share_chosen, {std::to_string(draft_.to.size())}),
                           {Type::strong_small, Token::accent, Align::right});
    area.cut_top(4);
    if (!answered_requests(panel_, draft_, item_).empty()) {
        const Rect row = area.cut_bottom(40);
        panel_.draw().horizontal_rule(row.left, row.right, row.top);
        draw_answers(row.inset(8, 4));
    }
    draw_recipients(panel_, area, "share.people", share_groups(panel_, item_, draft_),
                    {draft_.to, &draft_.meeting, state_.people});
}

void ShareParts::draw_purpose(Rect row) {
    ui_.area("share.purpose");
    Rect place = draw_question(panel_, row, Say::share_purpose, "Alt 2", !draft_.purpose.empty());
    hint(panel_, {row.left, row.top, place.left, row.bottom}, "purpose");
    std::vector<Option> options;
    int chosen = -1;
    for (const std::string_view purpose : contract::words<contract::Purpose>) {
        if (purpose == draft_.purpose) chosen = static_cast<int>(options.size());
        const std::string word(purpose);
        options.push_back(
            {word, panel_.word("purpose", word), panel_.word("purpose", word + ".gist")});
    }
    const int picked = select(ui_, place.middle_row(40), "share.purpose", options, chosen,
                              panel_.say(Say::share_choose_purpose));
    if (picked >= 0) draft_.purpose = options[static_cast<std::size_t>(picked)].key;
}

void ShareParts::draw_bases(Rect& place) {
    Rect area = place;
    ui_.area("share.basis");
    Rect head =
        draw_question(panel_, area.cut_top(36), Say::share_basis, "Alt 3", !draft_.basis.empty());
    auto bases = panel_.view->all<v1::Basis>();
    if (bases.size() > bases_in_sight) draw_basis_search(head, area);
    draw_triage(head, area);
    area.cut_top(4);
    // What was chosen stays in sight, whatever is looked for.
    std::erase_if(bases, [&](const v1::Basis* basis) {
        return basis->id() != draft_.basis &&
               !found_in(panel_.in(basis->name()) + " " + panel_.in(basis->gist()),
                         state_.basis_search);
    });
    if (bases.empty()) {
        panel_.draw().cut_paragraph(area, panel_.say(Say::share_no_basis_found),
                                    {Type::small, Token::text_2});
        place.top = area.top;
        return;
    }
    std::vector<Row> rows;
    for (const v1::Basis* basis : bases) {
        rows.push_back({"share.basis." + basis->id(),
                        basis_height(area.width(), *basis, basis->id() == draft_.basis), false,
                        basis->id() == draft_.basis, panel_.in(basis->name())});
    }
    area.bottom = area.top + framed_height(rows, area.height());
    place.top = area.bottom;
    const int picked = scroll_list(ui_, area, "share.basis", rows, state_.bases,
                                   [&](std::size_t index, Rect row, const Response& response) {
                                       draw_basis(*bases[index], row, rows[index].selected,
                                                  response.hovered, index > 0);
                                       if (response.ring)
                                           focus_ring_inside(ui_, row.inset(1), radius::keycap);
                                   },
                                   {.cards = true, .framed = true});
    if (picked >= 0) draft_.basis = bases[static_cast<std::size_t>(picked)]->id();
}

// What the triage came to, for bases depend on it; else what the question asks, where there is
// room.
void ShareParts::draw_triage(Rect head, Rect& area) {
    const v1::Triage* triage = panel_.view->find<v1::Triage>();
    if (triage == nullptr) {
        const std::string why = panel_.say(Say::share_why_basis);
        if (panel_.draw().width(why, Type::small) <= head.width())
            panel_.draw().line(head, why, {Type::small, Token::text_2, Align::right});
        return;
    }
    const bool accepted = triage->status() == contract::TriageStatus::accepted;
    const std::string words = panel_.word("triage", triage->status());
    const bool beside = panel_.draw().width(words, Type::strong_small) + 26 <= head.width();
    icon_label(ui_, beside ? head : area.cut_top(22), accepted ? Icon::check_circle : Icon::flag,
               words, accepted ? Tone::good : Tone::attention, true,
               beside ? Align::right : Align::left);
}

// Beside the question where there is room for it, otherwise under it.
void ShareParts::draw_basis_search(Rect& head, Rect& area) {
    const bool beside = head.width() > basis_search_width + 12;
    if (!beside) area.cut_top(4);
    const Rect place =
        beside ? head.cut_right(basis_search_width).middle_row(32) : area.cut_top(space::control);
    if (beside) head.cut_right(12);
    field(ui_, place, "share.basis_search", state_.basis_search,
          {.placeholder = panel_.say(Say::share_search_basis), .limit = 60});
}

// What it is in a line; of the chosen one also where it comes from.
std::string ShareParts::about(const v1::Basis& basis, bool chosen) const {
    const std::string source = model::source_words(basis, ui_.settings().language);
    return panel_.in(basis.gist()) + (chosen && !source.empty() ? "\n" + source : "");
}

float ShareParts::basis_height(float width, const v1::Basis& basis, bool chosen) {
    const std::string gist = about(basis, chosen);
    if (gist_beside(width))
        return std::max(36.0F,
                        panel_.draw().paragraph_height(width * 0.58F - 24, gist, Type::small) + 14);
    return 22 + panel_.draw().paragraph_height(width - 64, gist, Type::small) + 12;
}

void ShareParts::draw_basis(const v1::Basis& basis, Rect row, bool chosen, bool hovered,
                            bool rule) {
    if (chosen || hovered) panel_.draw().fill(row, Token::accent_soft);
    if (rule) panel_.draw().horizontal_rule(row.left, row.right, row.top);
    hint(panel_, row, term_for("basis", basis.id()));
    draw_radio(ui_, {row.left + 21, gist_beside(row.width()) ? row.centre().y : row.top + 17},
               chosen);
    const TextLook name{chosen ? Type::strong : Type::body};
    Rect words{row.left + 44, row.top, row.right - 12, row.bottom};
    if (gist_beside(row.width())) {
        const float split = row.left + row.width() * 0.42F;
        panel_.draw().line({words.left, words.top, split - 8, words.bottom},
                           panel_.in(basis.name()), name);
        Rect gist{split, row.top, row.right - 12, row.bottom};
        const std::string said = about(basis, chosen);
        const float high = panel_.draw().paragraph_height(gist.width(), said, Type::small);
        panel_.draw().paragraph(gist.middle_row(high), said, {Type::small, Token::text_2});
        return;
    }
    words.cut_top(6);
    panel_.draw().line(words.cut_top(22), panel_.in(basis.name()), name);
    panel_.draw().paragraph(words, about(basis, chosen), {Type::small, Token::text_2});
}

void ShareParts::draw_form(Rect& area) {
    ui_.area("share.form");
    Rect head = draw_question(panel_, area.cut_top(36), Say::share_form, "Alt 4", draft_.form != 0);
    // Why the richest forms are grey.
    const bool all = item_.form() >= forms;
    const std::string beside =
        all ? panel_.say(Say::share_little_to_much)
            : panel_.say(Say::share_not_held, {form_name(panel_, item_.form())});
    if (!all || head.width() > 160)
        panel_.draw().line(head, beside, {Type::small, Token::text_2, Align::right});
    area.cut_top(4);
    std::vector<Segment> segments;
    for (std::uint32_t form = 1; form <= forms; ++form) {
        segments.push_back(
            {std::string(form_word(form)), form_name(panel_, form), form <= item_.form()});
    }
    const int picked =
        segmented(ui_, area.cut_top(36), "share.form", segments, static_cast<int>(draft_.form) - 1);
    if (picked >= 0) {
        draft_.form = static_cast<std::uint32_t>(picked) + 1;
        if (!draft_.own_words) draft_.text.clear();
    }
    area.cut_top(6);
    const std::string gist =
        draft_.form == 0
            ? panel_.say(Say::share_form_hint)
            : form_name(panel_, draft_.form) + ": " +
                  in_sentence(panel_.word("form", std::string(form_word(draft_.form)) + ".gist"));
    panel_.draw().cut_paragraph(area, gist, {Type::small, Token::text_2}, 8);
}

std::string ShareParts::readers() const {
    std::vector<std::string> names(draft_.to.begin(), draft_.to.end());
    if (names.empty()) return panel_.say(Say::share_reads_nobody);
    return panel_.say(names.size() == 1 ? Say::share_reads_one : Say::share_reads,
                      {enumerate(panel_, names)});
}

void ShareParts::draw_preview(Rect area) {
    panel_.draw().fill(area, Token::canvas, radius::control);
    if (borders_for_fills(panel_.draw().contrast()))
        panel_.draw().border(area, Token::line, 1, radius::control);
    panel_.draw().fill({area.left, area.top + 6, area.left + 3, area.bottom - 6}, Token::accent);
    Rect inner = area.inset(18, 8);
    Rect head = inner.cut_top(26);
    if (draft_.form != 0) {
        const std::string label =
            panel_.say(draft_.own_words ? Say::share_standard : Say::share_edit);
        const float wide = panel_.draw().width(label, Type::strong_small) + 30;
        if (link(ui_, head.cut_right(wide), "share.edit", label, Icon::pencil)) {
            draft_.own_words = !draft_.own_words;
            draft_.text =
                draft_.own_words ? standard_text(panel_, item_, draft_.form) : std::string();
            if (draft_.own_words) ui_.focus("share.text");
        }
    }
    head.right -= 8;
    panel_.draw().line(head, readers(), {Type::strong_small, Token::text_2});
    inner.cut_top(4);
    if (draft_.form == 0) {
        panel_.draw().paragraph(inner, panel_.say(Say::share_reads_empty),
                                {Type::body, Token::text_2});
    } else if (draft_.own_words) {
        field(ui_, inner, "share.text", draft_.text,
              {.several_lines = true, .limit = contract::limits::share_item_text_characters});
    } else {
        scroll_area(ui_, inner, "share.preview", [&](Rect text) {
            text = unlimited(text);
            return panel_.draw().paragraph(
                text, standard_text(panel_, item_, draft_.form),
                {ui_.layout() == Layout::wide ? Type::reading : Type::body});
        });
    }
}

float ShareParts::draw_people_page(Rect area) {
    ui_.area("share.people");
    const auto groups = share_groups(panel_, item_, draft_);
    const float high = recipients_height(panel_, groups, true);
    draw_recipients(panel_, area.cut_top(high), "share.people", groups,
                    {draft_.to, &draft_.meeting, state_.people});
    return high;
}

float ShareParts::draw_purpose_page(Rect area) {
    const float top = area.top;
    draw_purpose(area.cut_top(44));
    if (!draft_.purpose.empty()) {
        area.cut_top(8);
        panel_.draw().cut_paragraph(area, panel_.word("purpose", draft_.purpose + ".gist"),
                                    {Type::body, Token::text_2});
    }
    return area.top - top;
}

float ShareParts::draw_basis_page(Rect area) {
    const float top = area.top;
    draw_bases(area);
    return area.top - top;
}

float ShareParts::draw_form_page(Rect area) {
    const float top = area.top;
    draw_form(area);
    const std::string text =
        draft_.form == 0 ? std::string() : standard_text(panel_, item_, draft_.form);
    const float words = draft_.own_words
                            ? own_words_height
                            : panel_.draw().paragraph_height(area.width() - 36, text, Type::body);
    draw_preview(area.cut_top(16 + 26 + 4 + std::max(44.0F, words)));
    area.cut_top(8);
    if (draw_answers({area.left, area.top, area.right, area.top + 32})) area.cut_top(32);
    draw_aloud(area);
    return area.top - top;
}

bool ShareParts::draw_aloud(Rect& row) {
    const bool answers = draft_.answers && !answered_requests(panel_, draft_, item_).empty();
    if (answers || draft_.request != 0 || draft_.heard != 0) return false;
    const std::string words = panel_.say(Say::share_aloud);
    const float wide = panel_.draw().width(words, Type::body) + 40;
    const bool page = ui_.layout() == Layout::narrow;
    if (!page && row.width() < wide + 160) return false;
    const Rect place = page ? row.cut_top(32) : row.cut_left(wide);
    if (check_box(ui_, {place.left, place.top, place.left + wide, place.bottom}, "share.aloud",
                  words, draft_.aloud ? Tick::full : Tick::none))
        draft_.aloud = !draft_.aloud;
    return true;
}

// Sharing with somebody who asked for this is the answer, unless the person says it is not.
bool ShareParts::draw_answers(Rect row) {
    const auto answered = answered_requests(panel_, draft_, item_);
    if (answered.empty()) return false;
    std::vector<std::string> askers;
    for (const v1::Request* request : answered) askers.push_back(request->asker());
    const std::string label = panel_.say(Say::share_answers_tick, {enumerate(panel_, askers)});
    if (check_box(ui_, row, "share.answers", label, draft_.answers ? Tick::full : Tick::none))
        draft_.answers = !draft_.answers;
    return true;
}

}  // namespace casustafel::ui
