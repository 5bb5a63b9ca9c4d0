// The ink of paper: what server/telling says, as markup.
#include <algorithm>

#include "server/core/law/verdict.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

// Who answered what, option by option, with a sign for what was right.
Html answers(const Wording& wording, const score::Evidence& question) {
    std::vector<core::OptionId> options;
    for (const score::Vote& vote : question.votes) {
        if (std::ranges::find(options, vote.option) == options.end())
            options.push_back(vote.option);
    }
    Html all;
    for (const core::OptionId& option : options) {
        std::vector<core::RoleId> roles;
        for (const score::Vote& vote : question.votes) {
            if (vote.option == option) roles.push_back(vote.role);
        }
        const bool right = std::ranges::find(question.right, option) != question.right.end();
        if (!all.empty()) all += Html::text(" · ");
        all += Html::text(right ? "✓ " : "✗ ");
        all += wording.answers(question.prompt, question.question, {option});
        all += Html::text(": ");
        all += wording.roles(roles);
    }
    return all;
}

// Writes one argument.
struct Ink {
    const Wording& wording;

    Html operator()(const telling::Nothing&) const { return Html::text("–"); }
    Html operator()(const telling::Word& word) const { return wording.say(word.key); }
    Html operator()(const core::RoleId& role) const { return wording.role(role); }
    Html operator()(const telling::Roles& roles) const { return wording.roles(roles.ids); }
    Html operator()(const telling::Receivers& to) const {
        return wording.receivers(to.giver, to.ids);
    }
    Html operator()(const telling::Way& way) const { return wording.chain(way.ids); }
    Html operator()(const core::ItemId& item) const { return wording.item(item); }
    Html operator()(const telling::Items& items) const { return wording.items(items.ids); }
    Html operator()(const core::PersonId& person) const { return wording.person(person); }
    Html operator()(const core::DecisionId& decision) const { return wording.decision(decision); }
    Html operator()(const telling::Option& option) const {
        return wording.option(option.decision, option.option);
    }
    Html operator()(const core::Text& text) const { return Html::text(wording.of(text)); }
    Html operator()(const telling::Typed& typed) const { return wording.quoted(typed.words); }
    Html operator()(const telling::Moment& moment) const {
        return Html::text(moment.beside_sim_ms ? wording.time(moment.sim_ms, *moment.beside_sim_ms)
                                               : wording.time(moment.sim_ms));
    }
    Html operator()(std::int64_t number) const { return Wording::number(number); }
    Html operator()(const core::Verdict& judged) const { return verdict(wording, judged); }
    Html operator()(const telling::Answers& all) const { return answers(wording, *all.question); }
};

}  // namespace

Html Wording::write(const telling::Argument& argument) const {
    return std::visit(Ink{*this}, argument);
}

Html Wording::say(const telling::KeyedText& told) const {
    std::vector<Html> pieces;
    for (const telling::Argument& argument : told.arguments) pieces.push_back(write(argument));
    return say(told.key, pieces);
}

Html verdict(const Wording& wording, const core::Verdict& judged) {
    const core::Light light = core::light(judged);
    const std::string name(core::name(light));
    std::string said = light == core::Light::green   ? "●\u00A0"
                       : light == core::Light::amber ? "▲\u00A0"
                                                     : "■\u00A0";
    said += wording.word("report.light.", name);
    for (std::size_t at = 0; at < judged.labels.size(); ++at) {
        said +=
            (at == 0 ? ": " : ", ") + wording.word("report.label.", core::name(judged.labels[at]));
    }
    return Html::element("span", {{"class", "light " + name}}, {Html::text(said)});
}

}  // namespace casustafel::report
