#include "server/results/sentence.hpp"

#include "server/core/law/verdict.hpp"

namespace casustafel::results {
namespace {

v1::Text text_of(const core::Text& text) {
    v1::Text out;
    out.set_nl(text.nl);
    out.set_en(text.en);
    return out;
}

// The thing of the case with this id and title.
template <class Id, class Thing>
v1::Named named_as(const Id& id, const Thing* found) {
    v1::Named out;
    out.set_id(id.value);
    if (found) *out.mutable_title() = text_of(found->title);
    return out;
}

// Writes one argument.
class Ink {
public:
    Ink(const core::Scenario& scenario, v1::Argument& out) : scenario_(scenario), out_(out) {}

    void operator()(const telling::Nothing&) {}
    void operator()(const telling::Word& word) { out_.set_word(std::string(text::name(word.key))); }
    void operator()(const core::RoleId& role) { out_.set_role(role.value); }
    void operator()(const telling::Roles& roles) { put(roles.ids, *out_.mutable_roles()); }
    void operator()(const telling::Receivers& to) { put(to.ids, *out_.mutable_roles()); }
    void operator()(const telling::Way& way) { put(way.ids, *out_.mutable_way()); }
    void operator()(const core::ItemId& item) { *out_.mutable_named() = named(scenario_, item); }
    void operator()(const telling::Items& items) {
        v1::NamedList& names = *out_.mutable_names();
        for (const core::ItemId& id : items.ids) *names.add_names() = named(scenario_, id);
    }
    void operator()(const core::PersonId& id) {
        const core::Person* person = core::find(scenario_, id);
        (*this)(person ? person->name : core::Text{id.value, id.value});
    }
    void operator()(const core::DecisionId& id) {
        v1::Named& name = *out_.mutable_named();
        name = named(scenario_, id);
        if (!name.title().nl().empty()) name.clear_id();
    }
    void operator()(const telling::Option& option) {
        const core::Decision* decision = core::find(scenario_, option.decision);
        const auto* found = decision ? core::find(*decision, option.option) : nullptr;
        if (found)
            (*this)(found->title);
        else
            out_.mutable_named()->set_id(option.option.value);
    }
    void operator()(const core::Text& text) {
        *out_.mutable_named()->mutable_title() = text_of(text);
    }
    void operator()(const telling::Typed& typed) { (*this)(core::Text{typed.words, typed.words}); }
    void operator()(const telling::Moment& moment) { out_.set_sim_ms(moment.sim_ms); }
    void operator()(std::int64_t number) { out_.set_number(number); }
    void operator()(const core::Verdict& verdict) {
        v1::Judgement& judgement = *out_.mutable_judgement();
        judgement.set_light(std::string(core::name(core::light(verdict))));
        for (const core::Label label : verdict.labels)
            judgement.add_labels(std::string(core::name(label)));
    }
    void operator()(const telling::Answers&) { (*this)(core::Text{}); }

private:
    static void put(const std::vector<core::RoleId>& roles, v1::RoleIds& ids) {
        for (const core::RoleId& role : roles) ids.add_ids(role.value);
    }

    const core::Scenario& scenario_;
    v1::Argument& out_;
};

}  // namespace

v1::Named named(const core::Scenario& scenario, const core::ItemId& id) {
    return named_as(id, core::find(scenario, id));
}

v1::Named named(const core::Scenario& scenario, const core::DecisionId& id) {
    return named_as(id, core::find(scenario, id));
}

v1::Sentence sentence(const core::Scenario& scenario, const telling::KeyedText& told) {
    v1::Sentence out;
    out.set_key(std::string(text::name(told.key)));
    for (const telling::Argument& argument : told.arguments)
        std::visit(Ink(scenario, *out.add_arguments()), argument);
    return out;
}

}  // namespace casustafel::results
