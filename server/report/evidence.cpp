#include <tuple>

#include "server/core/verdict.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::Evidence;
using score::Finding;
using text::Key;

std::string rules_of(const Wording& wording) {
    const core::Rules& rules = wording.scenario().rules;
    return rules.version.empty() ? rules.id : rules.id + " " + rules.version;
}

// {6}: what only some findings have.
Html particular(const Wording& wording, const Evidence& evidence) {
    switch (evidence.finding) {
        case Finding::share:
            return verdict(wording, evidence.verdict);
        case Finding::mark_right:
        case Finding::mark_wrong:
        case Finding::mark_too_late:
            return Html::text(wording.word("report.mark.", core::name(evidence.mark)));
        case Finding::gave_and_got:
            return Html::text(std::to_string(score::shown(100 * evidence.credit)));
        default:
            return {};
    }
}

Html sentence(const Wording& wording, const Evidence& evidence) {
    const Html other =
        evidence.other.empty() ? wording.say(Key::report_many_roles) : wording.role(evidence.other);
    const auto& [at, due] = std::tie(evidence.at_sim_ms, evidence.due_sim_ms);
    const Html when = Html::text(at ? wording.time(*at) : "–");
    const Html until = Html::text(at && due ? wording.time(*due, *at)
                                  : due     ? wording.time(*due)
                                            : "–");
    return wording.say("finding.", score::name(evidence.finding),
                       {wording.role(evidence.role), wording.item(evidence.item), other, when,
                        until, wording.form(evidence.form), particular(wording, evidence)});
}

// What only partly counted says how much.
Html credit(const Wording& wording, const Evidence& evidence) {
    const int percent = score::shown(100 * evidence.credit);
    if (percent <= 0 || percent >= 100 || evidence.finding == Finding::gave_and_got) return {};
    return wording.say(Key::report_counts_for, {Html::text(std::to_string(percent))});
}

// Why a share was not green: the rule that judged it, and of which pack.
Html rule(const Wording& wording, const Evidence& evidence) {
    if (evidence.finding != Finding::share || evidence.verdict.labels.empty()) return {};
    const Html rules = Html::text(rules_of(wording));
    const auto number = [](int index) { return Html::text(std::to_string(index + 1)); };
    if (evidence.verdict.red_line >= 0) {
        return wording.say(Key::report_rule_red_line, {number(evidence.verdict.red_line), rules});
    }
    if (evidence.verdict.grant >= 0) {
        return wording.say(Key::report_rule_way, {number(evidence.verdict.grant), rules});
    }
    return core::light(evidence.verdict) == core::Light::red
               ? wording.say(Key::report_rule_none, {rules})
               : Html{};
}

// For what did not come: the lawful way that was open, and who could have known.
std::vector<Html> chances(const Wording& wording, const Evidence& evidence) {
    if (evidence.chain.empty() || evidence.finding == Finding::late) return {};
    std::vector<Html> said{wording.say(
        Key::report_open_way, {wording.chain(evidence.chain), wording.form(evidence.needed)})};
    if (evidence.reason_to_know.empty()) {
        said.push_back(wording.say(Key::report_nobody_knew));
    } else {
        said.push_back(
            wording.say(Key::report_reason_to_know, {wording.roles(evidence.reason_to_know)}));
    }
    return said;
}

Html links(const Wording& wording, const Evidence& evidence) {
    Html all;
    for (const std::uint64_t seq : evidence.seqs) {
        all += Html::text(" ");
        all += event_link(wording, seq);
    }
    return all;
}

}  // namespace

std::string event_anchor(std::uint64_t seq) {
    return "e" + std::to_string(seq);
}

Html event_link(const Wording& wording, std::uint64_t seq) {
    const std::string number = std::to_string(seq);
    return Html::element("a",
                         {{"class", "event"},
                          {"href", "#" + event_anchor(seq)},
                          {"title", wording.plain(Key::report_event_link, {number})}},
                         {Html::text(number)});
}

Html evidence_line(const Wording& wording, const Evidence& evidence) {
    Html line = sentence(wording, evidence);
    const auto add = [&](const Html& more) {
        if (more.empty()) return;
        line += Html::text(" ");
        line += Html::element("span", {{"class", "why"}}, {more});
    };
    add(credit(wording, evidence));
    add(rule(wording, evidence));
    for (const Html& chance : chances(wording, evidence))
        add(chance);
    line += links(wording, evidence);
    return Html::element("li", {line});
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
