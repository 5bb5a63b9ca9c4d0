#include "client/ui/frame/role_card_page.hpp"

namespace casustafel::ui {
namespace {

struct CardLine {
    std::string label, text;
};

std::vector<CardLine> lines_of(const Panel& panel) {
    const v1::RoleCard* card =
        panel.view == nullptr ? nullptr : panel.view->find<v1::RoleCard>(panel.role);
    if (card == nullptr) return {};
    std::vector<CardLine> lines = {{panel.say(Say::card_task), panel.in(card->task())},
                                   {panel.say(Say::card_power), panel.in(card->power())},
                                   {panel.say(Say::card_limit), panel.in(card->limit())},
                                   {panel.say(Say::card_wants), panel.in(card->wants())},
                                   {panel.say(Say::card_misses), panel.in(card->misses())}};
    std::erase_if(lines, [](const CardLine& line) { return line.text.empty(); });
    return lines;
}

std::string title_of(const Panel& panel) { return panel.role + "  " + panel.role_name(panel.role); }

std::string case_of(const Panel& panel) {
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    return session == nullptr ? std::string() : panel.in(session->title());
}

constexpr const char* style =
    "body{font:12pt/1.5 Inter,Arial,sans-serif;color:#17202b;max-width:36em;margin:2em auto}"
    "h1{font-size:20pt;margin:0}p.case{color:#4d5a6a;margin:0 0 1.5em}"
    "dt{font-weight:600;margin-top:.9em}dd{margin:0}footer{margin-top:2.5em;color:#4d5a6a;"
    "font-size:10pt;border-top:1px solid #dce1e8;padding-top:.6em}";

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += letter;
        }
    }
    return safe;
}

std::string role_card_page(const Panel& panel) {
    const std::string title = escaped(title_of(panel));
    std::string page = "<!doctype html>\n<html lang=\"";
    page += panel.english() ? "en" : "nl";
    page += "\">\n<head><meta charset=\"utf-8\"><title>" + title + "</title>\n<style>";
    page += style;
    page += "</style></head>\n<body>\n<h1>" + title + "</h1>\n<p class=\"case\">" +
            escaped(case_of(panel)) + "</p>\n<dl>\n";
    for (const CardLine& line : lines_of(panel))
        page += "<dt>" + escaped(line.label) + "</dt><dd>" + escaped(line.text) + "</dd>\n";
    page += "</dl>\n<footer>" + escaped(panel.say(Say::card_printed_from)) +
            "</footer>\n</body>\n</html>\n";
    return page;
}

std::string role_card_text(const Panel& panel) {
    std::string text = title_of(panel) + "\n" + case_of(panel) + "\n\n";
    for (const CardLine& line : lines_of(panel)) text += line.label + ": " + line.text + "\n";
    return text + "\n" + panel.say(Say::card_printed_from) + "\n";
}

void print_role_card(Panel& panel, BarState& state) {
    const bool keeps = !panel.ui.settings().shared_workstation;
    const std::string place =
        keeps ? panel.outbox.keep_page("casustafel-" + panel.role + ".html", role_card_page(panel))
              : std::string();
    if (!place.empty()) {
        state.tell = {Tone::good, panel.say(Say::card_saved),
                      panel.say(Say::card_saved_body, {place})};
        return;
    }
    if (panel.ui.copy(role_card_text(panel)))
        state.tell = {Tone::good, panel.say(Say::card_not_saved),
                      panel.say(Say::card_not_saved_body)};
}

}  // namespace casustafel::ui
