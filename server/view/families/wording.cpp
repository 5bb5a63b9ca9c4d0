#include "server/view/families/wording.hpp"

#include <array>

#include "assets/text/text.hpp"

namespace casustafel::view {
namespace {

void append_name(std::string& names, const std::string& name) {
    if (!names.empty()) names += ", ";
    names += name;
}

core::Text generic_pointer(const core::Scenario& scenario, const core::Item& item) {
    core::Text names;
    for (const core::PersonId& id : item.about) {
        const core::Person* person = find(scenario, id);
        if (!person) continue;
        append_name(names.nl, person->name.nl);
        append_name(names.en, person->name.en);
    }
    const auto key =
        names.nl.empty() ? text::Key::item_pointer_about_nobody : text::Key::item_pointer_about;
    return {text::say(key, text::Language::nl, std::array{names.nl}),
            text::say(key, text::Language::en, std::array{names.en})};
}

std::string with_source(const std::string& facts, const std::string& source) {
    return source.empty() ? facts : facts + " (" + source + ")";
}

core::Text raw_record(const core::Item& item) {
    if (!item.source_text.nl.empty()) return item.source_text;
    return {with_source(item.text.nl, item.source.nl), with_source(item.text.en, item.source.en)};
}

}  // namespace

core::Text authored(const core::Scenario& scenario, const core::Item& item, core::Form form) {
    switch (form) {
        case core::Form::silent: return {};
        case core::Form::pointer:
            return item.pointer.nl.empty() ? generic_pointer(scenario, item) : item.pointer;
        case core::Form::conclusion: return item.conclusion;
        case core::Form::summary: return item.summary;
        case core::Form::facts: return item.text;
        case core::Form::source: return raw_record(item);
    }
    return {};
}

core::Text as_shared(const core::Scenario& scenario, const core::Share& share) {
    const core::ItemShared& event = share.event;
    if (!event.text.empty()) return {event.text, event.text};
    const core::Item* item = find(scenario, event.item);
    return item ? authored(scenario, *item, event.form) : core::Text{};
}

core::Text as_held(const core::State& state, const core::Item& item, const core::Holding& holding) {
    const auto share = state.shares.find(holding.share);
    if (share != state.shares.end()) return as_shared(*state.scenario, share->second);
    return authored(*state.scenario, item, holding.form);
}

}  // namespace casustafel::view
