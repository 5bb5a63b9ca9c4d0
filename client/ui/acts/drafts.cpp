#include "client/ui/acts/drafts.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/decision_dialog.hpp"
#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

// As `TalkState::drafts` names its conversations.
const std::string decision_key = "decision:", means_key = "intervention:", meeting_key = "meeting:";

// The title of a decision, of means or of a meeting, in the middle of a sentence; empty when this
// view knows none.
std::string title_in_view(const Panel& panel, const std::string& key) {
    const std::string id = key.substr(key.find(':') + 1);
    std::string title;
    if (key.starts_with(decision_key)) {
        if (const v1::Decision* found = panel.view->find<v1::Decision>(id))
            title = panel.in(found->title());
    } else if (key.starts_with(means_key)) {
        if (const v1::Intervention* found = panel.view->find<v1::Intervention>(id))
            title = panel.in(found->title());
    } else if (key.starts_with(meeting_key)) {
        if (const v1::Meeting* found = panel.view->find<v1::Meeting>(id))
            title = in_sentence(panel.in(found->name()));
    }
    if (title.ends_with('.')) title.pop_back();
    return title;
}

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
        const std::string key = (title == Say::draft_decision ? decision_key : means_key) + id;
        add(panel_.say(title, {titled(key, id)}), text, std::move(discard), std::move(resume));
    }
    // What was proposed just so is no draft any more, though its dialog still shows it.
    bool is_proposed(const std::string& decision, const DecisionDraft& draft) const {
        const v1::ProposeDecision wanted = proposal_of(decision, draft);
        if (wanted.SerializeAsString() == draft.proposed) return true;
        const auto all = panel_.view->all<v1::Proposal>();
        return std::any_of(all.begin(), all.end(), [&](const v1::Proposal* each) {
            return each->decision() == decision && each->by() == panel_.role &&
                   each->option() == draft.option && each->text() == draft.text &&
                   is_same(each->cited(), draft.cited);
        });
    }
    static bool is_same(const google::protobuf::RepeatedPtrField<v1::CitedItem>& sent,
                        const CitedDraft& draft) {
        return sent.size() == static_cast<int>(draft.items.size()) &&
               std::all_of(sent.begin(), sent.end(), [&](const v1::CitedItem& each) {
                   const auto found = draft.items.find(each.item());
                   return found != draft.items.end() &&
                          found->second == (each.as() == contract::Mark::assumption);
               });
    }
    // As it is called in the view, else as it was called when this role could see it.
    std::string titled(const std::string& key, const std::string& id) const {
        const std::string now = title_in_view(panel_, key);
        if (!now.empty()) return now;
        const auto known = table_.titles.find(key);
        return known == table_.titles.end() ? id : known->second;
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
            const std::string id = colon == std::string::npos ? key : key.substr(colon + 1);
            const std::string whom = titled(key, id);
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

void note_titles(const Panel& panel, TableState& table) {
    std::vector<std::string> keys;
    for (const auto& [id, draft] : table.decision.drafts) keys.push_back(decision_key + id);
    for (const auto& [id, draft] : table.intervention.drafts) keys.push_back(means_key + id);
    for (const auto& [key, text] : table.talk.drafts) keys.push_back(key);
    for (const std::string& key : keys)
        if (std::string title = title_in_view(panel, key); !title.empty())
            table.titles[key] = std::move(title);
}

void tidy_drafts(const model::View& view, const std::string& role, TableState& table) {
    std::erase_if(table.answer.drafts, [&](const auto& entry) {
        const v1::Request* request = view.find<v1::Request>(entry.first);
        return request == nullptr || !model::is_open_for(*request, role);
    });
    std::erase_if(table.decision.drafts, [&](const auto& entry) {
        const v1::Decision* decision = view.find<v1::Decision>(entry.first);
        return decision == nullptr || (decision->status() != contract::DecisionStatus::open &&
                                       decision->status() != contract::DecisionStatus::missed);
    });
    std::erase_if(table.intervention.drafts, [&](const auto& entry) {
        const v1::Intervention* intervention = view.find<v1::Intervention>(entry.first);
        return intervention == nullptr || !intervention->used_by().empty();
    });
    std::erase_if(table.weighing.drafts, [&](const auto& entry) {
        const v1::Weighing* recorded = view.find<v1::Weighing>(entry.first);
        return recorded != nullptr && recorded->tried() == entry.second.tried &&
               recorded->harm() == entry.second.harm && recorded->averts() == entry.second.averts &&
               recorded->minimum() == entry.second.minimum;
    });
    const v1::HandoverNote* note = view.find<v1::HandoverNote>(role);
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
