#include "client/ui/acts/heard.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/pills.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float wide_row = 600;  // sensitivity stands beside the title

template <class List>
bool has(const List& list, std::string_view wanted) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == wanted; });
}

// Who may have said it: those in the same meeting come first, one table after the other.
std::vector<Pill> speakers(const Panel& panel) {
    const v1::Meeting* meeting = model::present_in(*panel.view, panel.role);
    std::vector<Pill> here, others;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (role->id() == panel.role || role->autopilot_only()) continue;
        const bool near = meeting != nullptr && has(meeting->present(), role->id());
        const std::string name = panel.in(role->name()) + " · " + role->id();
        (near ? here : others).push_back({role->id(), name, role->table()});
    }
    const auto by_table = [](const Pill& one, const Pill& other) {
        return one.table < other.table;
    };
    std::stable_sort(here.begin(), here.end(), by_table);
    std::stable_sort(others.begin(), others.end(), by_table);
    here.insert(here.end(), others.begin(), others.end());
    return here;
}

int index_of(const std::vector<Pill>& choices, const std::string& key) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Pill& pill) { return pill.key == key; });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

// What can be known beforehand is chosen beforehand: who one talks with, the only other present.
void open_note(const Panel& panel, TalkState& talk) {
    HeardState& state = talk.heard;
    state.open = true;
    if (talk.conversation.starts_with("role:")) state.giver = talk.conversation.substr(5);
    const v1::Meeting* meeting = model::present_in(*panel.view, panel.role);
    if (meeting == nullptr || talk.conversation.starts_with("role:")) return;
    if (!has(meeting->present(), state.giver)) state.giver.clear();
    if (meeting->present_size() != 2) return;
    for (const std::string& present : meeting->present())
        if (present != panel.role) state.giver = present;
}

// A question with its choices; the choice is the key.
void choose(Panel& panel, Rect& body, Say question, const std::string& name,
            const std::vector<Pill>& choices, std::string& chosen) {
    panel.draw().cut_line(body, 26, panel.say(question), {Type::strong}, 4);
    const int picked = pills(panel.ui, body, name, choices, index_of(choices, chosen));
    if (picked >= 0) chosen = choices[static_cast<std::size_t>(picked)].key;
    body.cut_top(14);
}

std::string missing(const Panel& panel, const HeardState& state) {
    if (state.giver.empty()) return panel.say(Say::heard_missing_who);
    if (state.person.empty()) return panel.say(Say::heard_missing_about);
    if (state.category.empty()) return panel.say(Say::heard_missing_category);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

void draw_note(Panel& panel, Rect& body, HeardState& state) {
    panel.draw().cut_paragraph(body, panel.say(Say::heard_body), {Type::body, Token::text_2}, 14);
    choose(panel, body, Say::heard_who, "heard.giver", speakers(panel), state.giver);
    std::vector<Pill> people, topics;
    for (const v1::Person* person : panel.view->all<v1::Person>())
        people.push_back({person->id(), panel.in(person->name())});
    if (people.size() == 1) state.person = people.front().key;
    choose(panel, body, Say::heard_about, "heard.person", people, state.person);
    for (const std::string_view category : contract::words<contract::Category>)
        topics.push_back({std::string(category), panel.word("category", category)});
    choose(panel, body, Say::heard_category, "heard.category", topics, state.category);
    panel.draw().cut_line(body, 26, panel.say(Say::heard_words), {Type::strong}, 4);
    field(panel.ui, body.cut_top(62), "heard.text", state.text,
          {.several_lines = true, .limit = contract::limits::note_heard_text_characters});
}

bool fits(const v1::Item& item, const v1::Heard& heard) {
    return item.category() == heard.category() && has(item.about(), heard.person());
}

// The items, those that fit what was heard first; a heading above each part.
struct Line {
    std::string heading;
    const v1::Item* item = nullptr;
};
std::vector<Line> lines_of(const Panel& panel, const v1::Heard& heard) {
    std::vector<Line> fitting, others;
    for (const v1::Item* item : panel.view->all<v1::Item>())
        (fits(*item, heard) ? fitting : others).push_back({{}, item});
    std::vector<Line> all;
    if (!fitting.empty()) all.push_back({panel.say(Say::heard_fits, {heard.by()}), nullptr});
    all.insert(all.end(), fitting.begin(), fitting.end());
    if (!others.empty() && !fitting.empty()) all.push_back({panel.say(Say::heard_others), nullptr});
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

void draw_item_line(Panel& panel, Rect row, const v1::Item& item) {
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(12, 0);
    panel.draw().icon({row.right - 10, row.centre().y}, Icon::chevron_right, IconSize::control,
                      Token::text_2);
    row.right -= 28;
    const int level = static_cast<int>(item.sensitivity());
    const bool beside = row.width() > wide_row;
    if (beside)
        row.right = sensitivity_label(panel.ui, row, level, Align::right).left - 12;
    else
        row = row.middle_row(42);
    Rect words = beside ? row : row.cut_top(22);
    const Rect number = words.cut_left(48);
    panel.draw().line(number, item.id(), {Type::strong_small, Token::text_2});
    panel.draw().line(words, panel.item_title(item), {});
    if (!beside) sensitivity_label(panel.ui, {words.left, row.top, row.right, row.bottom}, level);
}

void open_as_heard(ShareState& share, const std::string& item, const v1::Heard& heard) {
    open_share(share, item, 0);
    share.draft.heard = heard.id();
    share.draft.aloud = true;
    share.draft.answers = false;
    share.draft.to = {heard.by()};
    share.draft.meeting.clear();
}

// Cuts the rows off the area, all of them. Returns the item that was chosen, or nullptr.
const v1::Item* draw_items(Panel& panel, Rect& area, const v1::Heard& heard, ListState& state) {
    const auto lines = lines_of(panel, heard);
    if (lines.empty()) {
        area.cut_top(empty_state(panel, area, Say::heard_none, Say::heard_none_body));
        return nullptr;
    }
    std::vector<Row> rows;
    float high = 0;
    for (const Line& line : lines) {
        if (line.item == nullptr)
            rows.push_back({"", 32, true});
        else
            rows.push_back({"which." + line.item->id(),
                            area.width() > wide_row + 52 ? 44.0F : 56.0F, false, false,
                            panel.item_title(*line.item)});
        high += rows.back().height;
    }
    const int picked = scroll_list(
        panel.ui, area.cut_top(high), "which.items", rows, state,
        [&](std::size_t index, Rect row, const Response&) {
            const Line& line = lines[index];
            if (line.item != nullptr) return draw_item_line(panel, row, *line.item);
            panel.draw().line(row.inset(12, 0), line.heading, {Type::strong_small, Token::text_2});
            panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
        });
    return picked < 0 ? nullptr : lines[static_cast<std::size_t>(picked)].item;
}

// What was heard, and the items.
void draw_which(Panel& panel, Rect& body, const v1::Heard& heard, ListState& state,
                const v1::Item*& chosen) {
    std::string words =
        panel.say(Say::heard_which_body, {heard.by(), panel.person_name(heard.person()),
                                          in_sentence(panel.word("category", heard.category()))});
    if (!panel.view->all<v1::Item>().empty()) words += " " + panel.say(Say::heard_which_next);
    panel.draw().cut_paragraph(body, words, {Type::body, Token::text_2}, 4);
    if (!heard.text().empty())
        body.cut_top(
            panel.draw().paragraph(body, panel.say(Say::heard_asked_words, {heard.text()}), {}, 3) +
            4);
    body.cut_top(6);
    chosen = draw_items(panel, body, heard, state);
}

bool put_heard_back(TableState& table, const v1::Command& command) {
    if (command.has_note_heard() && table.talk.heard.text.empty())
        table.talk.heard.text = command.note_heard().text();
    return command.has_note_heard();
}

}  // namespace

const DraftKind heard_drafts{.put_back = put_heard_back};

std::string heard_title(const Panel& panel, const v1::Heard& heard) {
    const std::string about = panel.person_name(heard.person()),
                      topic = in_sentence(panel.word("category", heard.category()));
    return heard.by() == panel.role ? panel.say(Say::heard_noted, {heard.giver(), about, topic})
                                    : panel.say(Say::heard_asked, {heard.by(), about, topic});
}

void draw_note_heard(Panel& panel, Rect& tabs, Rect& area, TalkState& state) {
    if (panel.looking || panel.phase_is(Phase::ended) || panel.view->all<v1::Person>().empty())
        return;
    const std::string label = panel.say(Say::heard_note);
    const ButtonLook look{.style = ButtonStyle::text,
                          .icon = Icon::message,
                          .enabled = !panel.asking(),
                          .small = true};
    const float wide = button_width(panel.ui, label, look), edge = measure::pad.in(panel.ui);
    Rect place;
    if (panel.ui.layout() == Layout::narrow) {
        place = tabs.cut_right(wide + edge).middle_row(32);
    } else {
        Rect row = area.cut_bottom(48);
        panel.draw().horizontal_rule(row.left, row.right, row.top);
        place = row.inset(edge - 10, 0).cut_left(wide).middle_row(32);
    }
    place.right = place.left + wide;
    if (button(panel.ui, place, "talk.heard", label, look)) open_note(panel, state);
}

void draw_heard_dialog(Panel& panel, HeardState& state) {
    Dialog dialog(panel, "heard", 1080, 640, panel.say(Say::heard_note));
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_note(panel, body, state); });
    if (draw_foot(dialog, foot,
                  {.name = "heard.act",
                   .label = panel.say(Say::heard_act),
                   .why = missing(panel, state),
                   .icon = Icon::check})) {
        panel.act<v1::NoteHeard>([&](auto& note) {
            note.set_giver(state.giver);
            note.set_person(state.person);
            note.set_category(state.category);
            note.set_text(state.text);
        });
        state.text.clear();
        state.open = false;
        return;
    }
    if (dialog.closed()) state.open = false;
}

void draw_which_item(Panel& panel, TableState& table) {
    HeardState& state = table.talk.heard;
    const v1::Heard* heard = panel.view->find<v1::Heard>(state.answering);
    if (heard == nullptr) {
        state.answering = 0;
        return;
    }
    Dialog dialog(panel, "which", 760, 640, panel.say(Say::heard_which));
    Rect foot = dialog.cut_foot();
    const v1::Item* item = nullptr;
    dialog.page([&](Rect& body) { draw_which(panel, body, *heard, state.items, item); });
    const ButtonLook look{.enabled = panel.may_act()};
    const bool denied =
        button_right(panel.ui, foot, 40, "which.deny", panel.say(Say::heard_deny), look);
    foot.cut_right(8);
    dialog.cancel(foot);
    if (!look.enabled) reason_line(panel.ui, foot, panel.say(Say::share_not_running));
    if (item != nullptr) open_as_heard(table.share, item->id(), *heard);
    if (denied) {
        panel.act<v1::DenyHeard>([&](auto& act) { act.set_heard(heard->id()); });
    }
    if (item != nullptr || denied || dialog.closed()) state.answering = 0;
}

}  // namespace casustafel::ui
