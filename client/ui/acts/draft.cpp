#include "client/ui/acts/draft.hpp"

namespace casustafel::ui {

void DraftWords::operator()(std::string_view, const std::string& value, Counts counts,
                            std::string_view family) {
    if (counts == Counts::typed && !blank(value)) typed.push_back(value);
    if (counts != Counts::chosen || value.empty()) return;
    chosen.push_back(family.empty() ? value : panel.word(family, value));
}

void DraftWords::operator()(std::string_view, std::uint32_t form, Counts counts,
                            std::string_view family) {
    if (counts == Counts::chosen && form != 0)
        chosen.push_back(panel.word(family, form_word(form)));
}

void DraftWords::operator()(std::string_view, const std::map<std::string, bool>& items, Counts) {
    for (const auto& [item, assumption] : items) cited.push_back(item);
}

void DraftWords::operator()(std::string_view, const std::map<std::string, std::string>& fields,
                            Counts) {
    for (const auto& [field, value] : fields)
        if (!blank(value)) typed.push_back(value);
}

std::string DraftWords::text() const {
    std::vector<std::string> lines;
    if (!chosen.empty()) lines.push_back(panel.say(Say::draft_chosen, {enumerate(panel, chosen)}));
    if (!cited.empty()) lines.push_back(panel.say(Say::draft_cites, {enumerate(panel, cited)}));
    lines.insert(lines.end(), typed.begin(), typed.end());
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::string titled(const DraftNotes& to, const std::string& path, const std::string& key,
                   const std::string& now) {
    if (!now.empty()) return now;
    const auto known = to.table.titles.find(path + ":" + key);
    if (known != to.table.titles.end()) return known->second;
    const std::size_t colon = key.find(':');  // "role:OVJ"
    return colon == std::string::npos ? key : key.substr(colon + 1);
}

std::string without_stop(std::string title) {
    if (title.ends_with('.')) title.pop_back();
    return title;
}

}  // namespace casustafel::ui
