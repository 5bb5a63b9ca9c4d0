#include "server/results/words.hpp"

#include "server/core/verdict.hpp"
#include "server/score/score.hpp"

namespace casustafel::results {

v1::Text text_of(const core::Text& text) {
    v1::Text out;
    out.set_nl(text.nl);
    out.set_en(text.en);
    return out;
}

v1::Named named(const core::Scenario& scenario, const core::ItemId& id) {
    v1::Named out;
    out.set_id(id.value);
    if (const core::Item* item = core::find(scenario, id))
        *out.mutable_title() = text_of(item->title);
    return out;
}

v1::Named named(const core::Scenario& scenario, const core::DecisionId& id) {
    v1::Named out;
    out.set_id(id.value);
    if (const core::Decision* decision = core::find(scenario, id))
        *out.mutable_title() = text_of(decision->title);
    return out;
}

Words& Words::word(std::string key) {
    next().set_word(std::move(key));
    return *this;
}

Words& Words::role(const core::RoleId& role) {
    next().set_role(role.value);
    return *this;
}

Words& Words::roles(const std::vector<core::RoleId>& roles) {
    v1::RoleIds& ids = *next().mutable_roles();
    for (const core::RoleId& role : roles) ids.add_ids(role.value);
    return *this;
}

Words& Words::way(const std::vector<core::RoleId>& roles) {
    v1::RoleIds& ids = *next().mutable_way();
    for (const core::RoleId& role : roles) ids.add_ids(role.value);
    return *this;
}

Words& Words::item(const core::ItemId& id) {
    *next().mutable_named() = named(scenario_, id);
    return *this;
}

Words& Words::items(const std::vector<core::ItemId>& ids) {
    v1::NamedList& names = *next().mutable_names();
    for (const core::ItemId& id : ids) *names.add_names() = named(scenario_, id);
    return *this;
}

Words& Words::decision(const core::DecisionId& id) {
    v1::Named& name = *next().mutable_named();
    name = named(scenario_, id);
    if (!name.title().nl().empty()) name.clear_id();
    return *this;
}

Words& Words::option(const core::DecisionId& id, const core::OptionId& option) {
    const core::Decision* decision = core::find(scenario_, id);
    const core::DecisionOption* found = decision ? core::find(*decision, option) : nullptr;
    v1::Named& name = *next().mutable_named();
    if (found)
        *name.mutable_title() = text_of(found->title);
    else
        name.set_id(option.value);
    return *this;
}

Words& Words::text(const core::Text& text) {
    *next().mutable_named()->mutable_title() = text_of(text);
    return *this;
}

Words& Words::time(std::int64_t sim_ms) {
    next().set_sim_ms(sim_ms);
    return *this;
}

Words& Words::number(std::int64_t value) {
    next().set_number(value);
    return *this;
}

Words& Words::shown(const std::optional<double>& value) {
    return value ? number(score::shown(*value)) : word("report.too_little");
}

Words& Words::person(const core::PersonId& id) {
    const core::Person* person = core::find(scenario_, id);
    return text(person ? person->name : core::Text{id.value, id.value});
}

Words& Words::form(core::Form form) { return word("report.form." + std::string(core::name(form))); }

Words& Words::judgement(const core::Verdict& verdict) {
    v1::Judgement& judgement = *next().mutable_judgement();
    judgement.set_light(std::string(core::name(core::light(verdict))));
    for (const core::Label label : verdict.labels)
        judgement.add_labels(std::string(core::name(label)));
    return *this;
}

Words& Words::nothing() {
    next();
    return *this;
}

}  // namespace casustafel::results
