#include <algorithm>
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
        case Finding::share: return verdict(wording, evidence.verdict);
        case Finding::mark_right:
        case Finding::mark_wrong:
        case Finding::mark_too_late:
            return Html::text(wording.word("report.mark.", core::name(evidence.mark)));
        case Finding::gave_and_got:
            return Html::text(std::to_string(score::shown(100 * evidence.credit)));
        case Finding::decided:
        case Finding::decided_late:
        case Finding::not_decided:
        case Finding::not_due: return wording.decision(evidence.decision);
        case Finding::probe_question: return wording.question(evidence.probe, evidence.question);
        default: return {};
    }
}

// Who answered what, option by option, with a sign for what was right.
Html votes(const Wording& wording, const Evidence& evidence) {
    std::vector<core::OptionId> options;
    for (const score::Vote& vote : evidence.votes) {
        if (std::ranges::find(options, vote.option) == options.end())
            options.push_back(vote.option);
    }
    Html all;
    for (const core::OptionId& option : options) {
        std::vector<core::RoleId> roles;
        for (const score::Vote& vote : evidence.votes) {
            if (vote.option == option) roles.push_back(vote.role);
        }
        const bool right = std::ranges::find(evidence.right, option) != evidence.right.end();
        if (!all.empty()) all += Html::text(" · ");
        all += Html::text(right ? "✓ " : "✗ ");
        all += wording.answers(evidence.probe, evidence.question, {option});
        all += Html::text(": ");
        all += wording.roles(roles);
    }
    return all;
}

Html sentence(const Wording& wording, const Evidence& evidence) {
    const Html other =
        evidence.other.empty() ? wording.say(Key::report_many_roles) : wording.role(evidence.other);
    const auto& [at, due] = std::tie(evidence.at_sim_ms, evidence.due_sim_ms);
    const Html when = Html::text(at ? wording.time(*at) : "–");
    const Html until = Html::text(at && due ? wording.time(*due, *at)
                                  : due     ? wording.time(*due)
                                            : "–");
    const auto right = std::ranges::count(evidence.votes, true, &score::Vote::right);
    return wording.say(
        "finding.", score::name(evidence.finding),
        {wording.role(evidence.role), wording.item(evidence.item), other, when, until,
         wording.form(evidence.form), particular(wording, evidence), Wording::number(right),
         Wording::number(static_cast<std::int64_t>(evidence.votes.size())),
         votes(wording, evidence)});
}

// What only partly counted says how much.
Html credit(const Wording& wording, const Evidence& evidence) {
    const int percent = score::shown(100 * evidence.credit);
    const bool said =
        evidence.finding == Finding::gave_and_got || evidence.finding == Finding::probe_question;
    if (percent <= 0 || percent >= 100 || said) return {};
    if (percent == 50) return wording.say(Key::report_counts_half, {});
    return wording.say(Key::report_counts_for, {Html::text(std::to_string(percent))});
}

// What the author wrote beside a red line, or its number when nothing is written.
Html red_line(const Wording& wording, const Evidence& evidence) {
    const auto index = static_cast<std::size_t>(evidence.verdict.red_line);
    const core::Item* item = core::find(wording.scenario(), evidence.item);
    const bool told = item && index < item->never.size() && !item->never[index].reason.nl.empty();
    return Html::text(told ? wording.of(item->never[index].reason) : std::to_string(index + 1));
}

// Why a share was not green: the rule that judged it, and of which pack.
Html rule(const Wording& wording, const Evidence& evidence) {
    const core::Verdict& verdict = evidence.verdict;
    if (evidence.finding != Finding::share || verdict.labels.empty()) return {};
    const Html rules = Html::text(rules_of(wording));
    if (verdict.red_line >= 0) {
        return wording.say(Key::report_rule_red_line, {red_line(wording, evidence), rules});
    }
    if (verdict.grant >= 0) {
        return wording.say(Key::report_rule_way,
                           {Html::text(std::to_string(verdict.grant + 1)), rules});
    }
    if (core::light(verdict) != core::Light::red) return {};
    return wording.say(Key::report_rule_none, {rules});
}

// Why the item was needed, in the author's words; empty when nothing is written.
Html reason(const Wording& wording, const Evidence& evidence) {
    const core::Item* item = core::find(wording.scenario(), evidence.item);
    if (!item) return {};
    for (const core::Need& need : item->needs) {
        if (need.role == evidence.role && need.purpose == evidence.purpose &&
            !need.reason.nl.empty()) {
            return Html::text(wording.of(need.reason));
        }
    }
    return {};
}

// For what did not come: the lawful way that was open, and who could have known.
std::vector<Html> chances(const Wording& wording, const Evidence& evidence) {
    if (evidence.chain.empty() || evidence.finding == Finding::late) return {};
    std::vector<Html> said{reason(wording, evidence),
                           wording.say(Key::report_open_way, {wording.chain(evidence.chain),
                                                              wording.form(evidence.needed)})};
    if (evidence.reason_to_know.empty()) {
        said.push_back(wording.say(Key::report_nobody_knew));
    } else {
        said.push_back(
            wording.say(Key::report_reason_to_know, {wording.roles(evidence.reason_to_know)}));
    }
    return said;
}

// Kept together on one line.
Html links(const Wording& wording, const Evidence& evidence) {
    if (evidence.seqs.empty()) return {};
    Html all;
    for (const std::uint64_t seq : evidence.seqs) {
        if (!all.empty()) all += Html::text(" ");
        all += event_link(wording, seq);
    }
    return Html::element("span", {{"class", "events"}}, {all});
}

}  // namespace

std::string event_anchor(std::uint64_t seq) { return "e" + std::to_string(seq); }

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
    for (const Html& chance : chances(wording, evidence)) add(chance);
    line += Html::text(" ");
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
