#include "client/ui/drafts.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/item_acts.hpp"
#include "client/ui/share_dialog.hpp"

namespace casustafel::ui {
namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

template <class Set>
std::string listed(const Panel& panel, const Set& names) {
    return enumerate(panel, {names.begin(), names.end()});
}

class Collector {
public:
    Collector(const Panel& panel, const TableState& table) : panel_(panel), table_(table) {}

    std::vector<DraftNote> all() {
        shares();
        asks();
        answers();
        decisions();
        actions();
        others();
        messages();
        return std::move(notes_);
    }

private:
    using Act = std::function<void(TableState&)>;
    void add(std::string title, std::string text, Act discard, Act resume = {}) {
        notes_.push_back(
            {std::move(title), std::move(text), std::move(discard), std::move(resume)});
    }

    // What was chosen, before what was typed.
    std::string chosen(const std::vector<std::string>& choices, const std::string& typed) const {
        std::vector<std::string> told;
        for (const std::string& choice : choices)
            if (!choice.empty()) told.push_back(choice);
        std::string text;
        if (!told.empty()) {
            text = panel_.say(Say::draft_chosen, {enumerate(panel_, told)});
            if (!blank(typed)) text += "\n";
        }
        return blank(typed) ? text : text + typed;
    }

    void share(const ShareDraft& draft) {
        const bool begun = !draft.to.empty() || !draft.purpose.empty() || !draft.basis.empty() ||
                           draft.form != 0 || !blank(draft.text);
        if (!begun || draft.item.empty()) return;
        const std::string title =
            draft.to.empty()
                ? panel_.say(Say::draft_share, {draft.item})
                : panel_.say(Say::draft_share_with, {draft.item, listed(panel_, draft.to)});
        add(
            title,
            chosen({draft.purpose.empty() ? "" : panel_.word("purpose", draft.purpose), draft.basis,
                    draft.form == 0 ? "" : panel_.word("form", form_word(draft.form))},
                   draft.text),
            [item = draft.item](TableState& table) {
                table.share.kept.erase(item);
                if (table.share.draft.item == item) table.share.draft = {};
            },
            [item = draft.item](TableState& table) { open_share(table.share, item, 0); });
    }
    void shares() {
        if (table_.share.open) share(table_.share.draft);
        for (const auto& [item, draft] : table_.share.kept)
            if (!table_.share.open || item != table_.share.draft.item) share(draft);
    }

    void asks() {
        const AskDraft& draft = table_.ask.draft;
        if (blank(draft.text) && !table_.ask.open) return;
        if (blank(draft.text) && draft.to.empty()) return;
        add(
            draft.to.empty() ? panel_.say(Say::draft_ask_nobody)
                             : panel_.say(Say::draft_ask, {listed(panel_, draft.to)}),
            chosen({draft.category.empty() ? "" : panel_.word("category", draft.category)},
                   draft.text),
            [](TableState& table) { table.ask.draft = {}; },
            [](TableState& table) { table.ask.open = true; });
    }

    void answers() {
        for (const auto& [request, draft] : table_.answer.drafts) {
            if (blank(draft.text) && draft.reason.empty() && draft.referred_to.empty()) continue;
            add(
                panel_.say(Say::draft_answer),
                chosen({draft.reason.empty() ? "" : panel_.word("refusal_reason", draft.reason),
                        draft.referred_to},
                       draft.text),
                [id = request](TableState& table) { table.answer.drafts.erase(id); },
                [id = request](TableState& table) { table.answer.request = id; });
        }
    }

    void cited(Say title, const std::string& id, const DecisionDraft& draft, Act discard,
               Act resume) {
        if (draft.option.empty() && draft.cited.items.empty() && blank(draft.text)) return;
        std::vector<std::string> items;
        for (const auto& [item, assumption] : draft.cited.items) items.push_back(item);
        std::string text = chosen({draft.option}, {});
        if (!items.empty())
            text += (text.empty() ? "" : "\n") +
                    panel_.say(Say::draft_cites, {enumerate(panel_, items)});
        if (!blank(draft.text)) text += (text.empty() ? "" : "\n") + draft.text;
        add(panel_.say(title, {id}), text, std::move(discard), std::move(resume));
    }
    // What was proposed just so is no draft any more, though its dialog still shows it.
    bool is_proposed(const std::string& decision, const DecisionDraft& draft) const {
        const auto all = panel_.view->proposals();
        return std::any_of(all.begin(), all.end(), [&](const v1::Proposal* each) {
            return each->decision() == decision && each->by() == panel_.role &&
                   each->option() == draft.option && each->text() == draft.text;
        });
    }
    void decisions() {
        for (const auto& [id, draft] : table_.decision.drafts)
            if (!is_proposed(id, draft))
                cited(
                    Say::draft_decision, id, draft,
                    [id = id](TableState& table) { table.decision.drafts.erase(id); },
                    [id = id](TableState& table) { table.decision.open = id; });
        for (const auto& [id, draft] : table_.intervention.drafts)
            cited(
                Say::draft_intervention, id, draft,
                [id = id](TableState& table) { table.intervention.drafts.erase(id); },
                [id = id](TableState& table) { table.intervention.open = id; });
    }

    void action(std::uint64_t changing, const ActionDraft& draft) {
        if (blank(draft.text) && draft.lead.empty()) return;
        add(
            panel_.say(Say::draft_action), chosen({draft.lead}, draft.text),
            [changing](TableState& table) {
                table.plan.kept.erase(changing);
                if (table.plan.changing == changing) table.plan.draft = {};
            },
            [changing, draft](TableState& table) {
                table.plan.draft = draft;
                table.plan.changing = changing;
                table.plan.open = true;
            });
    }
    void actions() {
        if (table_.plan.open) action(table_.plan.changing, table_.plan.draft);
        for (const auto& [id, draft] : table_.plan.kept)
            if (!table_.plan.open || id != table_.plan.changing) action(id, draft);
    }

    void item_act(const ItemActState& act) {
        if (act.kind == ItemActKind::none || (blank(act.text) && act.role.empty())) return;
        constexpr Say titles[] = {Say::item_act_gut_feeling, Say::item_act_gut_feeling,
                                  Say::item_act_authority,   Say::item_act_privacy,
                                  Say::item_act_inform,      Say::item_act_consent};
        add(
            panel_.say(titles[static_cast<std::size_t>(act.kind)]) + ", " + act.item,
            chosen({act.role}, act.text),
            [act](TableState& table) {
                std::erase_if(table.item_act.kept, [&](const ItemActState& kept) {
                    return kept.kind == act.kind && kept.item == act.item;
                });
                if (table.item_act.now.kind == act.kind && table.item_act.now.item == act.item)
                    table.item_act.now = {};
            },
            [act](TableState& table) { open_item_act(table.item_act, act.kind, act.item); });
    }
    void others() {
        item_act(table_.item_act.now);
        for (const ItemActState& act : table_.item_act.kept) item_act(act);
        for (const auto& [item, draft] : table_.weighing.drafts) {
            std::string text;
            for (const std::string* part :
                 {&draft.tried, &draft.harm, &draft.averts, &draft.minimum})
                if (!blank(*part)) text += (text.empty() ? "" : "\n") + *part;
            if (text.empty()) continue;
            add(
                panel_.say(Say::draft_weighing, {item}), text,
                [item = item](TableState& table) { table.weighing.drafts.erase(item); },
                [item = item](TableState& table) { table.weighing.item = item; });
        }
        if (blank(table_.triage.reason)) return;
        add(
            panel_.say(Say::draft_triage), table_.triage.reason,
            [](TableState& table) { table.triage.reason.clear(); },
            [](TableState& table) { table.triage.open = true; });
    }

    void messages() {
        for (const auto& [key, text] : table_.talk.drafts) {
            if (blank(text)) continue;
            const std::size_t colon = key.find(':');
            const std::string whom = colon == std::string::npos ? key : key.substr(colon + 1);
            add(
                panel_.say(Say::draft_message, {whom}), text,
                [key = key](TableState& table) { table.talk.drafts.erase(key); },
                [key = key](TableState& table) {
                    table.talk.conversation = key;
                    table.talk.tab = 0;
                    table.narrow_tab = 3;
                });
        }
    }

    const Panel& panel_;
    const TableState& table_;
    std::vector<DraftNote> notes_;
};

}  // namespace

std::vector<DraftNote> half_made(const Panel& panel, const TableState& table) {
    return Collector(panel, table).all();
}

void tidy_drafts(const model::View& view, const std::string& role, TableState& table) {
    std::erase_if(table.answer.drafts, [&](const auto& entry) {
        const v1::Request* request = view.request(entry.first);
        return request == nullptr || !model::is_open_for(*request, role);
    });
    std::erase_if(table.decision.drafts, [&](const auto& entry) {
        const v1::Decision* decision = view.decision(entry.first);
        return decision == nullptr ||
               (decision->status() != "open" && decision->status() != "missed");
    });
    std::erase_if(table.intervention.drafts, [&](const auto& entry) {
        const v1::Intervention* intervention = view.intervention(entry.first);
        return intervention == nullptr || !intervention->used_by().empty();
    });
    std::erase_if(table.weighing.drafts, [&](const auto& entry) {
        const v1::Weighing* recorded = view.weighing(entry.first);
        return recorded != nullptr && recorded->tried() == entry.second.tried &&
               recorded->harm() == entry.second.harm && recorded->averts() == entry.second.averts &&
               recorded->minimum() == entry.second.minimum;
    });
    const v1::HandoverNote* note = view.handover_note(role);
    if (note != nullptr && note->text() == table.swap.note) table.swap.note.clear();
}

std::vector<RoleDrafts> all_drafts(const Panel& panel,
                                   const std::map<std::string, TableState>& tables) {
    std::vector<RoleDrafts> all;
    for (const auto& [role, table] : tables) {
        if (role.empty()) continue;
        RoleDrafts drafts{role, panel.role_name(role), role == panel.role, half_made(panel, table)};
        if (drafts.notes.empty()) continue;
        if (drafts.now)
            all.insert(all.begin(), std::move(drafts));
        else
            all.push_back(std::move(drafts));
    }
    return all;
}

}  // namespace casustafel::ui
