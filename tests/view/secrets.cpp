#include "secrets.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"

namespace casustafel::view {
namespace {

using core::Form;
using core::RoleId;
using core::State;

using Known = std::function<bool(const State&, const RoleId&)>;

bool never(const State&, const RoleId&) { return false; }
bool once_started(const State& state, const RoleId& role) {
    return !role.empty() && state.phase != core::SessionPhase::lobby;
}

// What this role sees of a thing, once the case has begun.
template <class Thing>
Known seen(const Thing& thing) {
    return [=](const State& state, const RoleId& role) {
        return once_started(state, role) && core::sees(state, role, thing);
    };
}

// Whether the role has these very words of the author: it holds a richer form, or this form and not
// in somebody's own words, or was party to a share in them.
bool knows_words(const State& state, const RoleId& role, const core::ItemId& item, Form form) {
    const core::Holding* held = core::holding(state, role, item);
    if (held && held->form > form) return true;
    if (held && held->form == form) {
        const auto share = state.shares.find(held->share);
        if (share == state.shares.end() || share->second.event.text.empty()) return true;
    }
    return std::any_of(state.shares.begin(), state.shares.end(), [&](const auto& each) {
        const core::ItemShared& event = each.second.event;
        return event.item == item && event.form == form && event.text.empty() &&
               core::sees(state, role, each.second);
    });
}

Known words(const core::ItemId& item, Form form) {
    return [=](const State& state, const RoleId& role) {
        return knows_words(state, role, item, form);
    };
}

Known from(const core::ItemId& item, Form least) {
    return [=](const State& state, const RoleId& role) {
        const core::Holding* held = core::holding(state, role, item);
        return held && held->form >= least;
    };
}

Known originally(const core::ItemId& item) {
    return [=](const State& state, const RoleId& role) {
        const core::Holding* held = core::holding(state, role, item);
        return held && held->original;
    };
}

// Words of the case in a question it puts, and in an action it began.
Known asked(const core::Scripted& words) {
    return [=](const State& state, const RoleId& role) {
        return std::any_of(state.requests.begin(), state.requests.end(), [&](const auto& each) {
            return each.second.event.scripted == words && core::sees(state, role, each.second);
        });
    };
}
Known begun(const core::Scripted& words) {
    return [=](const State& state, const RoleId& role) {
        return std::any_of(state.plan.begin(), state.plan.end(), [&](const auto& each) {
            return each.second.scripted == words && !each.second.withdrawn &&
                   core::sees(state, role, each.second);
        });
    };
}

// The answer of a question put outside the tables, to who put it.
Known answered(const core::InterventionId& intervention, const core::ReplyId& reply) {
    return [=](const State& state, const RoleId& role) {
        return std::any_of(state.inquiries.begin(), state.inquiries.end(), [&](const auto& each) {
            const core::Inquiry& inquiry = each.second;
            return inquiry.answered && inquiry.answer.intervention == intervention &&
                   inquiry.answer.reply == reply && core::sees(state, role, inquiry);
        });
    };
}

class Planter {
public:
    explicit Planter(const Wording& wording) : wording_(wording) {}

    void text(core::Text& text, Known known) {
        const std::string words = wording_(static_cast<int>(secrets_.size()));
        text = {words + " nl", words + " en"};
        secrets_.push_back({std::move(known)});
    }

    void item(core::Item& item) {
        text(item.title, from(item.id, Form::summary));
        text(item.pointer, words(item.id, Form::pointer));
        text(item.conclusion, words(item.id, Form::conclusion));
        text(item.summary, words(item.id, Form::summary));
        text(item.text, words(item.id, Form::facts));
        text(item.source_text, words(item.id, Form::source));
        text(item.source, from(item.id, Form::facts));
        text(item.caution, originally(item.id));
        for (core::Need& need : item.needs) text(need.reason, never);
        for (core::RedLine& line : item.never) text(line.reason, never);
    }

    void role(core::Role& role) {
        const auto own = [id = role.id](const State&, const RoleId& who) { return who == id; };
        for (core::Text* each : {&role.card.task, &role.card.power, &role.card.limit,
                                 &role.card.wants, &role.card.misses})
            text(*each, own);
    }

    void inject(core::Inject& inject) {
        const auto told = [id = inject.id](const State& state, const RoleId& who) {
            return !who.empty() && core::sees(state, who, id);
        };
        text(inject.title, told);
        text(inject.text, told);
        for (std::size_t at = 0; at < inject.asks.size(); ++at)
            text(inject.asks[at].text, asked({inject.id, static_cast<int>(at)}));
        for (std::size_t at = 0; at < inject.actions.size(); ++at)
            text(inject.actions[at].text, begun({inject.id, static_cast<int>(at)}));
    }

    void stories(std::vector<core::Consequence>& consequences) {
        for (core::Consequence& each : consequences) text(each.story, never);
    }

    void decision(core::Decision& decision) {
        const Known known = seen(decision);
        text(decision.title, known);
        for (core::DecisionOption& option : decision.options) {
            const auto offered = [known, decision = decision.id, option = option.id](
                                     const State& state, const RoleId& role) {
                const core::Decision& written = *core::find(*state.scenario, decision);
                return known(state, role) &&
                       core::sees(state, role, written, *core::find(written, option));
            };
            text(option.title, offered);
            text(option.text, offered);
            text(option.fits_when, offered);
            for (core::FormField& field : option.fields) {
                text(field.name, offered);
                for (core::FormChoice& choice : field.choices) text(choice.text, offered);
            }
            stories(option.consequences);
        }
        stories(decision.when_missed);
    }

    void meeting(core::Meeting& meeting) {
        text(meeting.name, seen(meeting));
        text(meeting.not_yet, [=](const State& state, const RoleId& role) {
            return once_started(state, role) && core::may_convene(state, role, meeting);
        });
    }
    void intervention(core::Intervention& intervention) {
        const Known known = seen(intervention);
        text(intervention.title, known);
        text(intervention.text, known);
        stories(intervention.consequences);
        for (core::FormField& field : intervention.fields) {
            text(field.name, known);
            for (core::FormChoice& choice : field.choices) text(choice.text, known);
        }
        for (core::Reply& reply : intervention.replies) {
            text(reply.text, answered(intervention.id, reply.id));
            stories(reply.consequences);
        }
    }

    // A pattern, once it lit up.
    void board(core::Board& board) {
        const Known known = seen(board);
        text(board.title, known);
        text(board.gist, known);
        for (core::BoardColumn& column : board.columns) {
            text(column.title, known);
            text(column.hint, known);
            for (core::FormField& field : column.fields) {
                text(field.name, known);
                for (core::FormChoice& choice : field.choices) text(choice.text, known);
            }
            if (!column.pattern) continue;
            const auto lit = [known, which = std::pair(board.id, column.id)](const State& state,
                                                                             const RoleId& role) {
                return known(state, role) && state.patterns.contains(which);
            };
            text(column.pattern->title, lit);
            text(column.pattern->text, lit);
        }
    }

    // The answer of a person, for who asked, once it was given.
    void consent(core::ConsentScript& script) {
        text(script.text, [script](const State& state, const RoleId& role) {
            const auto& asked = state.legal.consent_subjects;
            return once_started(state, role) &&
                   std::any_of(asked.begin(), asked.end(), [&](const auto& each) {
                       const auto& [question, subject] = each;
                       const auto* said =
                           core::script_of(*state.scenario, question.second.first, subject.scope);
                       return question.first == role && said && said->person == script.person &&
                              said->scope == script.scope && subject.heard == script.given;
                   });
        });
    }

    // What is asked, of whom it is asked while it is; later of who reads what was answered.
    void prompt(core::Prompt& prompt) {
        const auto open = [id = prompt.id](const State& state, const RoleId& role) {
            const core::Prompt& asked = *find(*state.scenario, id);
            const auto status = core::status_of(state, id);
            if (status == core::PromptStatus::open)
                return core::is_put_to(*state.scenario, asked, role);
            if (status == core::PromptStatus::waiting) return false;
            const bool keeps = asked.seen_by != core::PromptReach::trainer || asked.tells;
            const auto& answers = state.prompts.at(id).answers;
            const auto seat = state.seats.find(role);  // who waits in the lobby has none
            return core::sees_answers(state, role, asked) ||
                   (keeps && seat != state.seats.end() && answers.contains(seat->second.occupant));
        };
        text(prompt.intro, open);
        text(prompt.title, open);
        for (core::PromptQuestion& question : prompt.questions) {
            text(question.text, open);
            for (core::PromptOption& option : question.options) text(option.text, open);
        }
    }

    // How it ends is for everybody, when it does.
    void ending(core::Ending& ending) {
        const auto reached = [id = ending.id](const State& state, const RoleId&) {
            return state.ending == id;
        };
        for (core::Text* each : {&ending.title, &ending.text, &ending.good, &ending.loss})
            text(*each, reached);
    }

    std::vector<Secret> take() { return std::move(secrets_); }

private:
    const Wording& wording_;
    std::vector<Secret> secrets_;
};

// The typed texts of a command, by reference.
struct Typed {
    std::vector<std::string*> operator()(core::ImproviseInject& c) { return {&c.title, &c.text}; }
    std::vector<std::string*> operator()(core::ShareItem& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::AskForInformation& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::RefuseRequest& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::ReferRequest& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::SendMessage& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::PutUpForTriage& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::RecordWeighing& c) {
        return {&c.tried, &c.harm, &c.averts, &c.minimum};
    }
    std::vector<std::string*> operator()(core::CallForHelp& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::Whisper& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::BookmarkMoment& c) { return {&c.title}; }
    std::vector<std::string*> operator()(core::WriteHandoverNote& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::NoteGutFeeling& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::NoteHeard& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::CorrectScore& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::AskAuthority& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::AnswerAuthority& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::InformPerson& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::ProposeDecision& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::TakeDecision& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::AgreeToDecision& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::ExtendDecision& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::UseIntervention& c) {
        std::vector<std::string*> all{&c.text};
        for (core::FilledIn& each : c.filled_in)
            if (each.field == core::FieldId{"why"}) all.push_back(&each.value);
        return all;
    }
    std::vector<std::string*> operator()(core::ReplyByHand& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::AddAction& c) { return {&c.terms.text}; }
    std::vector<std::string*> operator()(core::ChangeAction& c) { return {&c.terms.text}; }
    std::vector<std::string*> operator()(core::PutCard& c) { return {&c.terms.text}; }
    std::vector<std::string*> operator()(core::ChangeCard& c) { return {&c.terms.text}; }
    std::vector<std::string*> operator()(core::TakeStance& c) { return {&c.text}; }
    std::vector<std::string*> operator()(core::InviteToMeeting& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::ConveneMeeting& c) { return {&c.reason}; }
    std::vector<std::string*> operator()(core::CloseMeeting& c) { return {&c.summary}; }
    template <class Command>
    std::vector<std::string*> operator()(Command&) {
        return {};
    }
};

// Whether one of these things, made in play, says this and is seen.
template <class Things, class Says, class Sees>
bool any_says(const Things& things, Says says, Sees sees) {
    return std::any_of(things.begin(), things.end(),
                       [&](const auto& each) { return says(each.second) && sees(each.second); });
}

// Shares, messages, requests, what was said aloud.
bool is_told_in_talk(const State& state, const RoleId& role, const std::string& text) {
    for (const auto& [id, share] : state.shares)
        if (share.event.text == text && core::sees(state, role, share)) return true;
    for (const auto& [id, message] : state.messages)
        if (message.event.text == text && core::sees(state, role, message)) return true;
    for (const auto& [id, call] : state.convened)
        if (call.event.reason == text && core::may_enter(state, role, *find(*state.scenario, id)))
            return true;
    for (const auto& [id, inject] : state.injects)
        if (inject.text == text && core::sees(state, role, id)) return true;
    for (const auto& [id, request] : state.requests) {
        if (request.event.text == text && core::sees(state, role, request)) return true;
        for (const core::Answer& answer : request.answers)
            if (answer.text == text && core::sees(state, role, request, answer)) return true;
    }
    for (const auto& [id, whisper] : state.whispers)
        if (whisper.event.text == text && core::sees(state, role, whisper)) return true;
    for (const auto& [id, call] : state.help_calls)
        if (call.event.text == text && core::sees(state, role, call)) return true;
    for (const auto& [id, heard] : state.heard)
        if (heard.event.text == text && core::sees(state, role, heard)) return true;
    return any_says(
        state.gut_feelings, [&](const auto& each) { return each.event.text == text; },
        [&](const auto& each) { return core::sees(state, role, each); });
}

// Legal steps and the role's own notes.
bool is_told_in_law(const State& state, const RoleId& role, const std::string& text) {
    for (const auto& [whose, weighing] : state.legal.weighings)
        if (whose.first == role && weighing.tried == text) return true;
    for (const auto& [whose, said] : state.legal.informed)
        if (whose.first == role && said == text) return true;
    const auto& put_up = state.legal.put_up;
    if (put_up && put_up->reason == text && core::sees(state, role, *put_up)) return true;
    const auto note = state.swap.notes.find(role);
    if (note != state.swap.notes.end() && note->second.text == text) return true;
    return any_says(
        state.legal.authority,
        [&](const auto& each) { return each.event.reason == text || each.text == text; },
        [&](const auto& each) { return core::sees(state, role, each); });
}

// A decision that waits is known to those who take it.
bool is_told_in_work(const State& state, const RoleId& role, const std::string& text) {
    for (const core::Decision& decision : state.scenario->decisions) {
        const core::DecisionState& now = state.decisions.at(decision.id);
        const bool taken =
            now.status == core::DecisionStatus::taken && core::sees(state, role, decision);
        if (now.taken.text == text && (taken || core::takes_decision(role, decision))) return true;
    }
    for (const auto& [who, agreed] : state.agreements) {
        const core::Decision& decision = *core::find(*state.scenario, who.first);
        const bool open = state.decisions.at(who.first).status != core::DecisionStatus::taken;
        if (agreed.text == text && open && core::takes_decision(role, decision)) return true;
    }
    for (const auto& [id, extended] : state.extended)
        if (extended.reason == text && core::sees(state, role, *core::find(*state.scenario, id)))
            return true;
    const auto is_filled_in = [&](const core::Inquiry& inquiry) {
        return inquiry.event.text == text || inquiry.answer.text == text ||
               std::ranges::any_of(inquiry.event.filled_in,
                                   [&](const auto& each) { return each.value == text; });
    };
    return any_says(state.inquiries, is_filled_in,
                    [&](const auto& each) { return core::sees(state, role, each); }) ||
           any_says(
               state.cards,
               [&](const core::Card& each) {
                   return !each.withdrawn &&
                          (each.terms.text == text ||
                           std::ranges::any_of(each.stances, [&](const auto& stance) {
                               return stance.second.text == text;
                           }));
               },
               [&](const auto& each) { return core::sees(state, role, each); }) ||
           any_says(
               state.proposals, [&](const auto& each) { return each.event.text == text; },
               [&](const auto& each) { return core::sees(state, role, each); }) ||
           any_says(
               state.plan,
               [&](const auto& each) { return !each.withdrawn && each.terms.text == text; },
               [&](const auto& each) { return core::sees(state, role, each); });
}

// Whether anything that the role sees now says this.
bool is_told(const State& state, const RoleId& role, const std::string& text) {
    return !role.empty() &&
           (is_told_in_talk(state, role, text) || is_told_in_law(state, role, text) ||
            is_told_in_work(state, role, text));
}

}  // namespace

// Longer than what a random id could spell by accident.
std::string marker(int n) { return "<#" + std::to_string(n) + "#>"; }

std::vector<Secret> plant(core::Scenario& scenario, const Wording& wording) {
    Planter planter(wording);
    for (core::Item& item : scenario.items) planter.item(item);
    for (core::Role& role : scenario.roles) planter.role(role);
    for (core::Inject& inject : scenario.injects) planter.inject(inject);
    for (core::Decision& decision : scenario.decisions) planter.decision(decision);
    for (core::Intervention& each : scenario.interventions) planter.intervention(each);
    for (core::Board& board : scenario.boards) planter.board(board);
    for (core::Power& power : scenario.powers) planter.text(power.name, once_started);
    for (core::ConsentScript& script : scenario.consents) planter.consent(script);
    for (core::Prompt& prompt : scenario.prompts) planter.prompt(prompt);
    for (core::Ending& ending : scenario.endings) planter.ending(ending);
    planter.stories(scenario.consequences);
    planter.text(scenario.trainer_page, never);
    for (core::DebriefQuestion& question : scenario.questions) planter.text(question.text, never);
    for (core::Person& person : scenario.people) planter.text(person.description, once_started);
    for (core::Meeting& meeting : scenario.meetings) planter.meeting(meeting);
    return planter.take();
}

void plant(Step& step, const Wording& wording) {
    for (std::string* text : std::visit(Typed{}, step.command))
        if (!text->empty()) *text = wording(step.secret);
}

Secret secret_of(const Step& step) {
    Step copy = step;
    for (const std::string* text : std::visit(Typed{}, copy.command))
        if (!text->empty())
            return {[words = *text](const State& state, const RoleId& role) {
                return is_told(state, role, words);
            }};
    return {never};
}

std::vector<int> markers_in(const std::string& bytes) {
    constexpr std::string_view opens = "<#", closes = "#>";
    std::vector<int> found;
    for (auto at = bytes.find(opens); at != bytes.npos; at = bytes.find(opens, at + 1)) {
        int n = 0;
        const std::string_view rest = std::string_view(bytes).substr(at + opens.size());
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), n);
        const auto digits = static_cast<std::size_t>(read.ptr - rest.data());
        if (digits > 0 && rest.substr(digits, closes.size()) == closes) found.push_back(n);
    }
    return found;
}

}  // namespace casustafel::view
