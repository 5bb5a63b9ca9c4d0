// The file: a first line that says what it is, then one line for each thing that was typed or
// chosen: its path and its value, with backslash escapes. One description of the fields serves
// writing and reading, so the two cannot differ.
#include <charconv>
#include <set>

#include "client/ui/acts/decision_dialog.hpp"
#include "client/ui/acts/drafts.hpp"

namespace casustafel::ui {
namespace {

constexpr std::string_view first_line = "casustafel drafts 1";
// Where the answers to polls stand, beside the roles; no role is called so.
constexpr std::string_view polls_name = "*polls";
constexpr std::size_t most_bytes = 1 << 20, most_value_bytes = 16'384, most_entries = 4'000;

std::string escape(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '\\': safe += "\\\\"; break;
            case '\n': safe += "\\n"; break;
            case '\r': safe += "\\r"; break;
            case '\t': safe += "\\t"; break;
            case '/': safe += "\\s"; break;
            default: safe += letter;
        }
    }
    return safe;
}

std::string unescape(std::string_view safe) {
    std::string text;
    for (std::size_t at = 0; at < safe.size(); ++at) {
        if (safe[at] != '\\' || at + 1 == safe.size()) {
            text += safe[at];
            continue;
        }
        switch (safe[++at]) {
            case 'n': text += '\n'; break;
            case 'r': text += '\r'; break;
            case 't': text += '\t'; break;
            case 's': text += '/'; break;
            default: text += safe[at];
        }
    }
    return text;
}

using Entries = std::map<std::string, std::string>;  // by path

// Both ways through the same fields: writing puts every value that is not its default, reading
// takes those that are there.
class Archive {
public:
    Archive(Entries& entries, bool writing) : entries_(entries), writing_(writing) {}

    void field(const std::string& path, std::string& value) {
        if (writing_) {
            if (!value.empty()) entries_[path] = value;
        } else if (const auto found = entries_.find(path); found != entries_.end()) {
            value = found->second;
        }
    }
    void field(const std::string& path, bool& value) {
        std::string text = value ? "1" : "0";
        field(path, text);
        value = text == "1";
    }
    template <class Number>
    requires std::is_integral_v<Number>
    void field(const std::string& path, Number& value) {
        std::string text = value == 0 ? std::string() : std::to_string(value);
        field(path, text);
        if (!writing_) std::from_chars(text.data(), text.data() + text.size(), value);
    }
    void field(const std::string& path, std::set<std::string>& values) {
        for (const std::string& name : keys(path, values)) {
            if (!writing_) values.insert(name);
            if (writing_) entries_[path + "/" + escape(name)] = "1";
        }
    }
    void field(const std::string& path, std::set<std::uint64_t>& values) {
        std::set<std::string> names;
        for (const std::uint64_t value : values) names.insert(std::to_string(value));
        field(path, names);
        values.clear();
        for (const std::string& name : names) values.insert(number(name));
    }
    // `visit(path, value)` for every entry of the map.
    template <class Value, class Visit>
    void each(const std::string& path, std::map<std::string, Value>& values, Visit visit) {
        for (const std::string& name : keys(path, values))
            visit(path + "/" + escape(name), values[name]);
    }
    template <class Value, class Visit>
    void each(const std::string& path, std::map<std::uint64_t, Value>& values, Visit visit) {
        std::map<std::string, int> names;
        for (const auto& [id, value] : values) names[std::to_string(id)] = 0;
        for (const std::string& name : keys(path, names))
            visit(path + "/" + name, values[number(name)]);
    }

private:
    static std::uint64_t number(const std::string& text) {
        std::uint64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    static std::string name_of(const std::string& one) { return one; }
    template <class Value>
    static std::string name_of(const std::pair<const std::string, Value>& one) {
        return one.first;
    }

    // The names under this path: of what is written, or of what was read.
    template <class All>
    std::vector<std::string> keys(const std::string& path, const All& values) const {
        std::set<std::string> names;
        if (writing_) {
            for (const auto& one : values) names.insert(name_of(one));
        } else {
            const std::string under = path + "/";
            for (auto at = entries_.lower_bound(under);
                 at != entries_.end() && at->first.starts_with(under); ++at) {
                const std::string rest = at->first.substr(under.size());
                names.insert(unescape(rest.substr(0, rest.find('/'))));
            }
        }
        return {names.begin(), names.end()};
    }

    Entries& entries_;
    bool writing_;
};

void visit_share(Archive& archive, const std::string& path, ShareDraft& draft) {
    archive.field(path + "/item", draft.item);
    archive.field(path + "/to", draft.to);
    archive.field(path + "/meeting", draft.meeting);
    archive.field(path + "/purpose", draft.purpose);
    archive.field(path + "/basis", draft.basis);
    archive.field(path + "/form", draft.form);
    archive.field(path + "/own_words", draft.own_words);
    archive.field(path + "/aloud", draft.aloud);
    archive.field(path + "/answers", draft.answers);
    archive.field(path + "/text", draft.text);
}

void visit_choice(Archive& archive, const std::string& path, DecisionDraft& draft) {
    archive.field(path + "/option", draft.option);
    archive.field(path + "/text", draft.text);
    archive.each(path + "/cited", draft.cited.items,
                 [&](const std::string& at, bool& assumption) { archive.field(at, assumption); });
}

void visit_action(Archive& archive, const std::string& path, ActionDraft& draft) {
    archive.field(path + "/text", draft.text);
    archive.field(path + "/lead", draft.lead);
    archive.field(path + "/power", draft.power);
    archive.field(path + "/power_holder", draft.power_holder);
    archive.field(path + "/deadline", draft.deadline_sim_ms);
    archive.field(path + "/items", draft.items);
    archive.field(path + "/informed", draft.informed);
}

void visit_answer(Archive& archive, const std::string& path, AnswerDraft& draft) {
    archive.field(path + "/way", draft.way);
    archive.field(path + "/item", draft.item);
    archive.field(path + "/reason", draft.reason);
    archive.field(path + "/referred_to", draft.referred_to);
    archive.field(path + "/text", draft.text);
    if (draft.way < 0 || draft.way > 3) draft.way = 0;
}

void visit_weighing(Archive& archive, const std::string& path, WeighingDraft& draft) {
    archive.field(path + "/tried", draft.tried);
    archive.field(path + "/harm", draft.harm);
    archive.field(path + "/averts", draft.averts);
    archive.field(path + "/minimum", draft.minimum);
}

void visit_item_acts(Archive& archive, const std::string& path, ItemActs& acts) {
    std::map<std::string, ItemActState> by_name;
    for (const ItemActState& act : acts.kept)
        by_name[std::to_string(static_cast<int>(act.kind)) + " " + act.item] = act;
    archive.each(path, by_name, [&](const std::string& at, ItemActState& act) {
        int kind = static_cast<int>(act.kind);
        archive.field(at + "/kind", kind);
        const bool known = kind > 0 && kind <= static_cast<int>(ItemActKind::consent);
        act.kind = known ? static_cast<ItemActKind>(kind) : ItemActKind::none;
        archive.field(at + "/item", act.item);
        archive.field(at + "/role", act.role);
        archive.field(at + "/person", act.person);
        archive.field(at + "/purpose", act.purpose);
        archive.field(at + "/text", act.text);
    });
    acts.kept.clear();
    for (auto& [name, act] : by_name)
        if (act.kind != ItemActKind::none) acts.kept.push_back(act);
}

void visit(Archive& archive, const std::string& role, TableState& table) {
    archive.each(role + "/share", table.share.kept, [&](const std::string& at, ShareDraft& draft) {
        visit_share(archive, at, draft);
    });
    AskDraft& ask = table.ask.draft;
    archive.field(role + "/ask/to", ask.to);
    archive.field(role + "/ask/person", ask.person);
    archive.field(role + "/ask/category", ask.category);
    archive.field(role + "/ask/item", ask.item);
    archive.field(role + "/ask/text", ask.text);
    archive.each(
        role + "/answer", table.answer.drafts,
        [&](const std::string& at, AnswerDraft& draft) { visit_answer(archive, at, draft); });
    archive.each(
        role + "/decision", table.decision.drafts,
        [&](const std::string& at, DecisionDraft& draft) { visit_choice(archive, at, draft); });
    archive.each(
        role + "/intervention", table.intervention.drafts,
        [&](const std::string& at, DecisionDraft& draft) { visit_choice(archive, at, draft); });
    archive.each(role + "/action", table.plan.kept, [&](const std::string& at, ActionDraft& draft) {
        visit_action(archive, at, draft);
    });
    archive.each(
        role + "/weighing", table.weighing.drafts,
        [&](const std::string& at, WeighingDraft& draft) { visit_weighing(archive, at, draft); });
    visit_item_acts(archive, role + "/item_act", table.item_act);
    archive.field(role + "/triage", table.triage.reason);
    archive.each(role + "/message", table.talk.drafts,
                 [&](const std::string& at, std::string& text) { archive.field(at, text); });
    archive.field(role + "/note/text", table.swap.note);
    archive.field(role + "/note/items", table.swap.items);
    archive.field(role + "/note/requests", table.swap.requests);
}

void visit_polls(Archive& archive, ProbeDrafts& polls) {
    archive.each(std::string(polls_name), polls, [&](const std::string& at, ProbeDraft& draft) {
        archive.each(at, draft.chosen, [&](const std::string& question, std::string& option) {
            archive.field(question, option);
        });
    });
}

}  // namespace

std::string write_drafts(const std::map<std::string, TableState>& tables,
                         const ProbeDrafts& polls) {
    Entries entries;
    Archive archive(entries, true);
    for (const auto& [role, table] : tables) {
        if (role.empty()) continue;
        TableState copy = table;
        // What stands in an open dialog is kept like what was closed.
        if (copy.share.open) copy.share.kept[copy.share.draft.item] = copy.share.draft;
        if (copy.plan.open) copy.plan.kept[copy.plan.changing] = copy.plan.draft;
        if (copy.item_act.now.kind != ItemActKind::none)
            copy.item_act.kept.push_back(copy.item_act.now);
        // What is on its way or there already need not come back.
        std::erase_if(copy.decision.drafts, [](const auto& entry) {
            const auto& [id, draft] = entry;
            return proposal_of(id, draft).SerializeAsString() == draft.proposed;
        });
        visit(archive, escape(role), copy);
    }
    ProbeDrafts chosen = polls;
    visit_polls(archive, chosen);
    if (entries.empty()) return {};
    std::string text(first_line);
    text += '\n';
    for (const auto& [path, value] : entries) text += path + '\t' + escape(value) + '\n';
    return text;
}

bool read_drafts(std::string_view text, std::map<std::string, TableState>& tables,
                 ProbeDrafts* polls) {
    if (text.size() > most_bytes || !text.starts_with(first_line)) return false;
    Entries entries;
    std::set<std::string> roles;
    std::size_t at = text.find('\n');
    while (at != std::string_view::npos && at + 1 < text.size() && entries.size() < most_entries) {
        const std::size_t end = std::min(text.find('\n', at + 1), text.size());
        const std::string_view line = text.substr(at + 1, end - at - 1);
        at = end;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || line.size() - tab > most_value_bytes) continue;
        const std::string path(line.substr(0, tab));
        entries[path] = unescape(line.substr(tab + 1));
        roles.insert(path.substr(0, path.find('/')));
    }
    Archive archive(entries, false);
    roles.erase(std::string(polls_name));
    for (const std::string& role : roles) visit(archive, role, tables[unescape(role)]);
    if (polls != nullptr) visit_polls(archive, *polls);
    return true;
}

}  // namespace casustafel::ui
