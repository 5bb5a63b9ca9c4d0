#include "secrets.hpp"

#include <algorithm>
#include <charconv>

#include "server/core/visible.hpp"

namespace casustafel::view {
namespace {

using core::Form;
using core::RoleId;
using core::State;

using Known = std::function<bool(const State&, const RoleId&)>;

bool never(const State&, const RoleId&) { return false; }
bool once_started(const State& state, const RoleId&) {
    return state.phase != core::SessionPhase::lobby;
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
               core::sees_share(state, role, each.second);
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
            return core::sees_inject(state, who, id);
        };
        text(inject.title, told);
        text(inject.text, told);
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
    template <class Command>
    std::vector<std::string*> operator()(Command&) {
        return {};
    }
};

// Whether anything that the role sees says this.
bool is_told(const State& state, const RoleId& role, const std::string& text) {
    for (const auto& [id, share] : state.shares)
        if (share.event.text == text && core::sees_share(state, role, share)) return true;
    for (const auto& [id, message] : state.messages)
        if (message.event.text == text && core::sees_message(state, role, message)) return true;
    for (const auto& [id, inject] : state.injects)
        if (inject.text == text && core::sees_inject(state, role, id)) return true;
    for (const auto& [whose, weighing] : state.legal.weighings)
        if (whose.first == role && weighing.tried == text) return true;
    for (const auto& [id, request] : state.requests) {
        if (request.event.text == text && core::sees_request(state, role, request)) return true;
        for (const core::Answer& answer : request.answers)
            if (answer.text == text && core::sees_answer(state, role, request, answer)) return true;
    }
    return false;
}

}  // namespace

std::string marker(int n) { return "#" + std::to_string(n) + "#"; }

std::vector<Secret> plant(core::Scenario& scenario, const Wording& wording) {
    Planter planter(wording);
    for (core::Item& item : scenario.items) planter.item(item);
    for (core::Role& role : scenario.roles) planter.role(role);
    for (core::Inject& inject : scenario.injects) planter.inject(inject);
    for (core::Decision& decision : scenario.decisions) planter.text(decision.title, never);
    for (core::Person& person : scenario.people) planter.text(person.description, once_started);
    for (core::Meeting& meeting : scenario.meetings)
        planter.text(meeting.name, [meeting](const State& state, const RoleId& role) {
            return core::sees_meeting(state, role, meeting);
        });
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
    std::vector<int> found;
    for (auto at = bytes.find('#'); at != bytes.npos; at = bytes.find('#', at + 1)) {
        int n = 0;
        const char* from = bytes.data() + at + 1;
        const auto read = std::from_chars(from, bytes.data() + bytes.size(), n);
        if (read.ptr != from && read.ptr != bytes.data() + bytes.size() && *read.ptr == '#')
            found.push_back(n);
    }
    return found;
}

}  // namespace casustafel::view
