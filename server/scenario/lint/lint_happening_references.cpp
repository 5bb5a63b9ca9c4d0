#include "server/scenario/lint/lint_happening_references.hpp"

#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/happening_fields.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

// An option lives inside its decision, so it is looked up there.
void check_options(References& refer, const Draft& draft, const core::Check& check,
                   const std::string& path) {
    for (std::size_t index = 0; index < draft.file.decisions.size(); ++index) {
        const auto& decision = draft.file.decisions[index];
        if (decision.id != check.decision) continue;
        const IdList options =
            ids_in(draft.findings, under(element("decisions", index), "options"), decision.options);
        refer.each(check.options, under(path, "options"), options, Key::diagnostic_no_such_option);
    }
}

// A column lives inside its board.
void check_card(References& refer, const Draft& draft, const core::Check& check,
                const std::string& path) {
    for (std::size_t index = 0; index < draft.file.boards.size(); ++index) {
        const core::Board& board = draft.file.boards[index];
        if (board.id != check.board) continue;
        const std::string columns = under(element("boards", index), "columns");
        refer.one(check.column, under(path, "column"),
                  ids_in(draft.findings, columns, board.columns), Key::diagnostic_no_such_column);
    }
}

// Follows every id of a struct by its type, through the description of how it is written. Options
// and fields live inside their decision and are looked up there.
class Follow {
public:
    Follow(References& refer, const Lists& lists, std::string path)
        : refer_(refer), lists_(lists), path_(std::move(path)) {}

    void about(std::string_view, Help) {}

    template <class Owner, class Value>
    void operator()(const Field<Owner, Value>& field) {
        follow(static_cast<const Owner*>(owner_)->*field.member, under(path_, field.traits.key));
    }

    template <class T>
    void all_of(const T& it) {
        owner_ = &it;
        fields(*this, Of<T>{});
    }

private:
    template <class Anything>
    void follow(const Anything&, const std::string&) {}
    void follow(const core::DecisionId& id, const std::string& at) {
        refer_.one(id, at, lists_.decisions, Key::diagnostic_no_such_decision);
    }
    void follow(const core::InterventionId& id, const std::string& at) {
        refer_.one(id, at, lists_.interventions, Key::diagnostic_no_such_intervention);
    }
    void follow(const core::ItemId& id, const std::string& at) {
        refer_.one(id, at, lists_.items, Key::diagnostic_no_such_item);
    }
    void follow(const core::PersonId& id, const std::string& at) {
        refer_.one(id, at, lists_.people, Key::diagnostic_no_such_person);
    }
    void follow(const core::InjectId& id, const std::string& at) {
        refer_.one(id, at, lists_.injects, Key::diagnostic_no_such_inject);
    }
    void follow(const core::PowerId& id, const std::string& at) {
        refer_.one(id, at, lists_.powers, Key::diagnostic_no_such_power);
    }
    void follow(const core::MeetingId& id, const std::string& at) {
        refer_.one(id, at, lists_.meetings, Key::diagnostic_no_such_meeting);
    }
    void follow(const core::BoardId& id, const std::string& at) {
        refer_.one(id, at, lists_.boards, Key::diagnostic_no_such_board);
    }
    void follow(const std::vector<core::RoleId>& ids, const std::string& at) {
        refer_.each(ids, at, lists_.roles, Key::diagnostic_no_such_role);
    }

    References& refer_;
    const Lists& lists_;
    std::string path_;
    const void* owner_ = nullptr;
};

void check_checks_exist(References& refer, const Lists& lists, const Draft& draft) {
    for_each_checks(draft.scenario,
                    [&](const std::vector<core::Check>& checks, const std::string& list) {
                        for (std::size_t index = 0; index < checks.size(); ++index) {
                            const std::string path = element(list, index);
                            Follow(refer, lists, path).all_of(checks[index]);
                            check_options(refer, draft, checks[index], path);
                            check_card(refer, draft, checks[index], path);
                        }
                    });
}

// What a consequence opens or closes; one that says nothing of both is told by lint_consequences.
void check_offers(References& refer, const Lists& lists, const Draft& draft,
                  const std::vector<core::Offer>& offers, const std::string& list) {
    for (std::size_t index = 0; index < offers.size(); ++index) {
        const std::string path = element(list, index);
        Follow(refer, lists, path).all_of(offers[index]);
        for (std::size_t at = 0; at < draft.file.decisions.size(); ++at) {
            const auto& decision = draft.file.decisions[at];
            if (decision.id != offers[index].decision) continue;
            refer.one(offers[index].option, under(path, "option"),
                      ids_in(draft.findings, under(element("decisions", at), "options"),
                             decision.options),
                      Key::diagnostic_no_such_option);
        }
    }
}

void check_measures_exist(References& refer, const Lists& lists,
                          const std::vector<core::Measure>& measures, const std::string& path) {
    for (std::size_t index = 0; index < measures.size(); ++index)
        refer.one(measures[index].person, under(element(path, index), "person"), lists.people,
                  Key::diagnostic_no_such_person);
}

void check_changes_exist(References& refer, const Lists& lists, const Draft& draft) {
    for_each_facts(draft.scenario, [&](const core::FactChange& facts, const std::string& path) {
        refer.each(facts.becomes_acute, under(path, "becomes_acute"), lists.people,
                   Key::diagnostic_no_such_person);
        refer.each(facts.no_longer_acute, under(path, "no_longer_acute"), lists.people,
                   Key::diagnostic_no_such_person);
        check_measures_exist(refer, lists, facts.measures_start, under(path, "measures_start"));
        check_measures_exist(refer, lists, facts.measures_end, under(path, "measures_end"));
        for (std::size_t index = 0; index < facts.consents.size(); ++index)
            refer.one(facts.consents[index].person,
                      under(element(under(path, "consents"), index), "person"), lists.people,
                      Key::diagnostic_no_such_person);
    });
    for_each_track_change(draft.scenario,
                          [&](const core::TrackChange& change, const std::string& path) {
                              refer.one(change.person, under(path, "person"), lists.people,
                                        Key::diagnostic_no_such_person);
                          });
    for_each_consequence(
        draft.scenario, [&](const core::Consequence& each, const std::string& path, std::int64_t) {
            refer.each(each.injects, under(path, "injects"), lists.injects,
                       Key::diagnostic_no_such_inject);
            refer.each(each.deals, under(path, "deals"), lists.items, Key::diagnostic_no_such_item);
            check_offers(refer, lists, draft, each.opens, under(path, "opens"));
            check_offers(refer, lists, draft, each.closes, under(path, "closes"));
        });
}

void check_decision(References& refer, const Lists& lists, const Draft& draft,
                    const core::Decision& decision, const std::string& path) {
    refer.one(decision.table, under(path, "table"), lists.tables, Key::diagnostic_no_such_table);
    refer.each(decision.deciders, under(path, "deciders"), lists.roles,
               Key::diagnostic_no_such_role);
    refer.one(decision.meeting, under(path, "meeting"), lists.meetings,
              Key::diagnostic_no_such_meeting);
    refer.one(decision.power, under(path, "power"), lists.powers, Key::diagnostic_no_such_power);
    refer.each(decision.prepared_by, under(path, "prepared_by"), lists.roles,
               Key::diagnostic_no_such_role);
    const std::string options = under(path, "options");
    Seen seen;
    refer.unique(ids_in(draft.findings, options, decision.options), options, seen);
    for (std::size_t index = 0; index < decision.options.size(); ++index) {
        const std::string option = element(options, index);
        refer.one(decision.options[index].type, under(option, "type"), lists.decision_types,
                  Key::diagnostic_no_such_type);
        refer.each(decision.options[index].must_cite, under(option, "must_cite"), lists.items,
                   Key::diagnostic_no_such_item);
        refer.each(decision.options[index].prevented_by, under(option, "prevented_by"), lists.items,
                   Key::diagnostic_no_such_item);
        check_offers(refer, lists, draft, decision.options[index].contradicts,
                     under(option, "contradicts"));
    }
    for (std::size_t index = 0; index < decision.required.size(); ++index) {
        const std::string required = element(under(path, "required"), index);
        refer.one(decision.required[index].item, under(required, "item"), lists.items,
                  Key::diagnostic_no_such_item);
        refer.each(decision.required[index].of, under(required, "of"), lists.items,
                   Key::diagnostic_no_such_item);
    }
}

void check_powers(References& refer, const Lists& lists, const CaseFile& file) {
    for (std::size_t index = 0; index < file.powers.size(); ++index) {
        const std::string path = element("powers", index);
        refer.each(file.powers[index].holders, under(path, "holders"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(file.powers[index].affected, under(path, "affected"), lists.roles,
                   Key::diagnostic_no_such_role);
    }
    for (std::size_t index = 0; index < file.interventions.size(); ++index) {
        const std::string path = element("interventions", index);
        refer.one(file.interventions[index].power, under(path, "power"), lists.powers,
                  Key::diagnostic_no_such_power);
        refer.each(file.interventions[index].by, under(path, "by"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(file.interventions[index].must_cite, under(path, "must_cite"), lists.items,
                   Key::diagnostic_no_such_item);
    }
}

// What a reply waits for is in the form of its own intervention.
void check_forms(References& refer, const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.interventions.size(); ++index) {
        const auto& intervention = draft.file.interventions[index];
        const std::string path = element("interventions", index);
        const auto unique = [&](const auto& list, const std::string& section) {
            Seen seen;
            refer.unique(ids_in(draft.findings, section, list), section, seen);
        };
        const std::string form = under(path, "fields");
        unique(intervention.fields, form);
        unique(intervention.replies, under(path, "replies"));
        for (std::size_t field = 0; field < intervention.fields.size(); ++field)
            unique(intervention.fields[field].choices, under(element(form, field), "choices"));
        const IdList fields = ids_in(draft.findings, form, intervention.fields);
        for (std::size_t reply = 0; reply < intervention.replies.size(); ++reply) {
            const std::string to = under(element(under(path, "replies"), reply), "to");
            const auto& wanted = intervention.replies[reply].to;
            for (std::size_t each = 0; each < wanted.size(); ++each)
                refer.one(wanted[each].field, under(element(to, each), "field"), fields,
                          Key::diagnostic_no_such_field);
        }
    }
}

void check_frame(References& refer, const Lists& lists, const CaseFile& file) {
    for (std::size_t index = 0; index < file.tracks.size(); ++index)
        refer.one(file.tracks[index].person, under(element("tracks", index), "person"),
                  lists.people, Key::diagnostic_no_such_person);
    if (file.plan) {
        refer.one(file.plan->table, "plan.table", lists.tables, Key::diagnostic_no_such_table);
        refer.each(file.plan->guests, "plan.guests", lists.roles, Key::diagnostic_no_such_role);
    }
    for (std::size_t index = 0; file.swap && index < file.swap->pairs.size(); ++index) {
        const std::string path = element("swap.pairs", index);
        const auto& pair = file.swap->pairs[index];
        refer.one(pair.one, under(path, "one"), lists.roles, Key::diagnostic_no_such_role);
        refer.one(pair.other, under(path, "other"), lists.roles, Key::diagnostic_no_such_role);
    }
    for (std::size_t index = 0; index < file.consents.size(); ++index)
        refer.one(file.consents[index].person, under(element("consents", index), "person"),
                  lists.people, Key::diagnostic_no_such_person);
    for (std::size_t index = 0; index < file.questions.size(); ++index) {
        const std::string path = element("questions", index);
        refer.each(file.questions[index].items, under(path, "items"), lists.items,
                   Key::diagnostic_no_such_item);
        refer.each(file.questions[index].decisions, under(path, "decisions"), lists.decisions,
                   Key::diagnostic_no_such_decision);
    }
}

// What the case asks and begins by itself.
void check_scripts(References& refer, const Lists& lists, const core::Inject& inject,
                   const std::string& path) {
    for (std::size_t index = 0; index < inject.asks.size(); ++index) {
        const std::string ask = element(under(path, "asks"), index);
        refer.one(inject.asks[index].from, under(ask, "from"), lists.roles,
                  Key::diagnostic_no_such_role);
        refer.each(inject.asks[index].to, under(ask, "to"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.one(inject.asks[index].person, under(ask, "person"), lists.people,
                  Key::diagnostic_no_such_person);
        refer.one(inject.asks[index].item, under(ask, "item"), lists.items,
                  Key::diagnostic_no_such_item);
    }
    for (std::size_t index = 0; index < inject.actions.size(); ++index) {
        const std::string action = element(under(path, "actions"), index);
        refer.one(inject.actions[index].author, under(action, "author"), lists.roles,
                  Key::diagnostic_no_such_role);
        refer.one(inject.actions[index].lead, under(action, "lead"), lists.roles,
                  Key::diagnostic_no_such_role);
        refer.each(inject.actions[index].items, under(action, "items"), lists.items,
                   Key::diagnostic_no_such_item);
    }
}

// The ids of questions and answers are looked up within their own list.
void check_prompts_unique(References& refer, const Draft& draft) {
    const auto unique = [&](const auto& list, const std::string& path) {
        Seen seen;
        refer.unique(ids_in(draft.findings, path, list), path, seen);
    };
    unique(draft.file.prompts, "prompts");
    for (std::size_t index = 0; index < draft.file.prompts.size(); ++index)
        unique(draft.file.prompts[index].questions, under(element("prompts", index), "questions"));
    for (std::size_t index = 0; index < draft.file.prompts.size(); ++index) {
        const std::string path = under(element("prompts", index), "questions");
        const auto& questions = draft.file.prompts[index].questions;
        for (std::size_t each = 0; each < questions.size(); ++each)
            unique(questions[each].options, under(element(path, each), "options"));
    }
}

// A library names roles, and all it says is right of them, for more cases than this one.
void check_prompt_names(References& refer, const Lists& lists, const Draft& draft) {
    const IdList prompts = ids_in(draft.findings, "prompts", draft.file.prompts);
    for (std::size_t index = 0; index < draft.file.prompts.size(); ++index) {
        const CasePrompt& prompt = draft.file.prompts[index];
        const std::string path = element("prompts", index);
        refer.each(prompt.to, under(path, "to"), lists.roles, Key::diagnostic_no_such_role);
        refer.each(prompt.tables, under(path, "tables"), lists.tables,
                   Key::diagnostic_no_such_table);
        refer.each(prompt.decisions, under(path, "decisions"), lists.decisions,
                   Key::diagnostic_no_such_decision);
        refer.one(prompt.inject, under(path, "inject"), lists.injects,
                  Key::diagnostic_no_such_inject);
        refer.one(prompt.after, under(path, "after"), prompts, Key::diagnostic_no_such_prompt);
        for (std::size_t each = 0; each < prompt.questions.size(); ++each) {
            const std::string options = under(element(under(path, "questions"), each), "options");
            for (std::size_t option = 0; option < prompt.questions[each].options.size(); ++option) {
                const std::string of = under(element(options, option), "right_of");
                if (draft.findings.at(of).library == 0)
                    refer.each(prompt.questions[each].options[option].right_of, of, lists.roles,
                               Key::diagnostic_no_such_role);
            }
        }
    }
}

void check_column(References& refer, const Draft& draft, const core::BoardColumn& column,
                  const std::string& path) {
    const std::string form = under(path, "fields");
    Seen fields;
    refer.unique(ids_in(draft.findings, form, column.fields), form, fields);
    for (std::size_t field = 0; field < column.fields.size(); ++field) {
        const std::string choices = under(element(form, field), "choices");
        Seen chosen;
        refer.unique(ids_in(draft.findings, choices, column.fields[field].choices), choices,
                     chosen);
    }
}

void check_boards(References& refer, const Lists& lists, const Draft& draft) {
    Seen met;
    refer.unique(lists.boards, "boards", met);
    for (std::size_t index = 0; index < draft.file.boards.size(); ++index) {
        const core::Board& board = draft.file.boards[index];
        const std::string path = element("boards", index), columns = under(path, "columns");
        refer.each(board.tables, under(path, "tables"), lists.tables,
                   Key::diagnostic_no_such_table);
        refer.each(board.guests, under(path, "guests"), lists.roles, Key::diagnostic_no_such_role);
        refer.each(board.readers, under(path, "readers"), lists.roles,
                   Key::diagnostic_no_such_role);
        const IdList known = ids_in(draft.findings, columns, board.columns);
        Seen seen;
        refer.unique(known, columns, seen);
        for (std::size_t each = 0; each < board.columns.size(); ++each) {
            const std::string of = element(columns, each);
            refer.one(board.columns[each].after, under(of, "after"), known,
                      Key::diagnostic_no_such_column);
            check_column(refer, draft, board.columns[each], of);
        }
    }
}

}  // namespace

void check_happenings(References& refer, const Lists& lists, const Draft& draft) {
    const CaseFile& file = draft.file;
    for (std::size_t index = 0; index < file.injects.size(); ++index) {
        const std::string path = element("injects", index);
        refer.each(file.injects[index].to, under(path, "to"), lists.roles,
                   Key::diagnostic_no_such_role);
        refer.each(file.injects[index].deals, under(path, "deals"), lists.items,
                   Key::diagnostic_no_such_item);
        check_scripts(refer, lists, file.injects[index], path);
    }
    check_boards(refer, lists, draft);
    check_prompts_unique(refer, draft);
    check_prompt_names(refer, lists, draft);
    for (std::size_t index = 0; index < file.decisions.size(); ++index)
        check_decision(refer, lists, draft, file.decisions[index], element("decisions", index));
    check_powers(refer, lists, file);
    check_forms(refer, draft);
    check_changes_exist(refer, lists, draft);
    check_checks_exist(refer, lists, draft);
    check_frame(refer, lists, file);
}

}  // namespace casustafel::scenario
