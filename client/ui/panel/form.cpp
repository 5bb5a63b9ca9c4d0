#include "client/ui/panel/form.hpp"

#include <algorithm>
#include <cstdlib>

#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {

std::vector<std::int64_t> moments_ahead(const Panel& panel) {
    constexpr std::int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;
    const std::int64_t now = panel.sim_ms(), today = now / day_ms * day_ms;
    std::vector<std::int64_t> all;
    for (const std::int64_t hour : {12, 14, 16, 17})
        if (today + hour * hour_ms > now) all.push_back(today + hour * hour_ms);
    for (const std::int64_t days : {1, 2, 3, 4, 7, 10, 14, 28})
        for (const std::int64_t hour : {9, 17})
            if (hour == 9 || days < 4) all.push_back(today + days * day_ms + hour * hour_ms);
    return all;
}

namespace {

std::vector<Option> options_of(const Panel& panel, const v1::FormField& field) {
    std::vector<Option> options;
    if (field.optional()) options.push_back({"", panel.say(Say::form_nothing)});
    for (const v1::FormChoice& choice : field.choices())
        options.push_back({choice.id(), panel.in(choice.text())});
    if (field.kind() == contract::FieldKind::person)
        for (const v1::Person* person : panel.view->all<v1::Person>())
            options.push_back({person->id(), panel.in(person->name())});
    if (field.kind() == contract::FieldKind::role)
        for (const v1::Role* role : panel.view->all<v1::Role>())
            options.push_back({role->id(), role->id() + "  " + panel.in(role->name())});
    if (field.kind() == contract::FieldKind::power)
        for (const v1::Power* power : panel.view->all<v1::Power>())
            options.push_back(
                {power->id(), panel.in(power->name()),
                 enumerate(panel, {power->holders().begin(), power->holders().end()})});
    if (field.kind() == contract::FieldKind::moment)
        for (const std::int64_t time : moments_ahead(panel))
            options.push_back({std::to_string(time), moment(panel, time)});
    return options;
}

// What was chosen before may have passed, and is still to be seen.
void keep_chosen(const Panel& panel, const v1::FormField& field, const std::string& value,
                 std::vector<Option>& options) {
    if (field.kind() != contract::FieldKind::moment || value.empty()) return;
    const auto is_there = [&](const Option& option) { return option.key == value; };
    if (std::none_of(options.begin(), options.end(), is_there))
        options.push_back({value, moment(panel, std::strtoll(value.c_str(), nullptr, 10))});
}

std::string label_of(const Panel& panel, const v1::FormField& field) {
    const std::string& name = panel.in(field.name());
    return field.optional() ? panel.say(Say::form_optional, {name}) : name;
}

}  // namespace

std::string answer_words(const Panel& panel, const v1::FormField& field, const std::string& value) {
    std::vector<Option> options = options_of(panel, field);
    keep_chosen(panel, field, value, options);
    for (const Option& option : options)
        if (option.key == value && !value.empty()) return option.label;
    return value;
}

void choose(Panel& panel, Rect& area, const Choice& choice, const std::vector<Option>& options,
            std::string& chosen) {
    int index = -1;
    for (std::size_t at = 0; at < options.size(); ++at)
        if (options[at].key == chosen) index = static_cast<int>(at);
    keep_whole(panel.ui, {area.left, area.top, area.right, area.top + 66});
    panel.draw().cut_line(area, 22, choice.label, {Type::strong}, 4);
    const int picked = select(panel.ui, area.cut_top(40), choice.name, options, index,
                              panel.say(choice.placeholder));
    if (picked >= 0) chosen = options[static_cast<std::size_t>(picked)].key;
    area.cut_top(panel.ui.layout() == Layout::narrow ? 4 : 12);
}

void draw_form_fields(Panel& panel, Rect& body, const std::string& name, const FormFields& form,
                      FormDraft& draft) {
    for (const v1::FormField& asked : form) {
        std::string& value = draft[asked.id()];
        const std::string label = label_of(panel, asked), path = name + "." + asked.id();
        if (asked.kind() == contract::FieldKind::text) {
            panel.draw().cut_line(body, 22, label, {Type::strong}, 4);
            field(panel.ui, body.cut_top(40), path, value,
                  {.label = label, .limit = contract::limits::filled_in_value_characters});
            body.cut_top(12);
        } else {
            std::vector<Option> options = options_of(panel, asked);
            keep_chosen(panel, asked, value, options);
            choose(panel, body, {path, label, Say::form_choose}, options, value);
        }
    }
}

std::string missing_field(const Panel& panel, const FormFields& form, const FormDraft& draft) {
    for (const v1::FormField& asked : form) {
        const auto found = draft.find(asked.id());
        if (!asked.optional() && (found == draft.end() || blank(found->second)))
            return panel.say(Say::form_missing, {panel.in(asked.name())});
    }
    return {};
}

std::string filled_in_words(const Panel& panel, const FormFields& form,
                            const FilledInFields& given) {
    std::string words;
    for (const v1::FormField& asked : form)
        for (const v1::FilledInField& answer : given)
            if (answer.field() == asked.id())
                words += (words.empty() ? "" : "; ") + panel.in(asked.name()) +
                         (panel.in(asked.name()).ends_with('?') ? " " : ": ") +
                         answer_words(panel, asked, answer.value());
    return words;
}

}  // namespace casustafel::ui
