// Typed lines about meetings, decisions, interventions and the plan.
#include "client/console/choices.hpp"
#include "client/console/reading.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

Understood Reading::meeting() const {
    v1::Command command;
    if (is_one_of(word(1), {"in", "join"})) {
        command.mutable_enter_meeting()->set_meeting(meeting_id(word(2)));
    } else if (is_one_of(word(1), {"uit", "leave"})) {
        command.mutable_leave_meeting()->set_meeting(meeting_id(word(2)));
    } else {
        return usage("meeting");
    }
    return command;
}

// fase O1 oordeel
Understood Reading::move_phase() const {
    if (words_.size() != 3) return usage("phase");
    const auto phase =
        choose(printer_, contract::words<contract::MeetingPhase>, "meeting_phase.", word(2));
    if (!phase) return no_such("phase", word(2));
    v1::Command command;
    command.mutable_move_phase()->set_meeting(meeting_id(word(1)));
    command.mutable_move_phase()->set_phase(*phase);
    return command;
}

// nodig uit O1 OVJ tekst …   of   invite O1 OVJ text …
Understood Reading::invite() const {
    const std::size_t first = is_one_of(word(1), {"uit"}) ? 2 : 1;
    if (words_.size() < first + 2) return usage("invite");
    v1::Command command;
    auto* act = command.mutable_invite_to_meeting();
    act->set_meeting(meeting_id(word(first)));
    act->set_role(role(word(first + 1)));
    act->set_reason(text_after({"tekst", "text"}));
    return command;
}

void Reading::read_cited(google::protobuf::RepeatedPtrField<v1::Cited>& cited) const {
    const auto add = [&](const std::string& typed, const char* as) {
        for (const std::string& each : items(typed)) {
            v1::Cited* one = cited.Add();
            one->set_item(each);
            one->set_as(as);
        }
    };
    add(after({"op", "on"}), "fact");
    add(after({"aanname", "assumption"}), "assumption");
}

namespace {

// The option of a decision in this view that was typed, capitals aside; empty when there is none.
std::string option_meant(const v1::Decision& decision, const std::string& typed) {
    for (const v1::DecisionOption& each : decision.options()) {
        if (same_word(each.id(), typed)) return each.id();
    }
    return {};
}

}  // namespace

// besluit Z1 VOORG op A02,A05 aanname A08 tekst …
Understood Reading::decide() const {
    if (words_.size() < 3) return usage("decide");
    const v1::Decision* decision = view_.find<v1::Decision>(decision_id(word(1)));
    if (decision == nullptr) return no_such("decision", word(1));
    const std::string option = option_meant(*decision, word(2));
    if (option.empty()) return no_such("option", word(2));
    v1::Command command;
    auto* act = command.mutable_take_decision();
    act->set_decision(decision->id());
    act->set_option(option);
    read_cited(*act->mutable_cited());
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// stelvoor Z1 VOORG op A02,A05 tekst …
Understood Reading::propose() const {
    const Understood read = decide();
    const auto* taken = std::get_if<v1::Command>(&read);
    if (taken == nullptr) return words_.size() < 3 ? usage("propose") : read;
    v1::Command command;
    auto* act = command.mutable_propose_decision();
    act->set_decision(taken->take_decision().decision());
    act->set_option(taken->take_decision().option());
    *act->mutable_cited() = taken->take_decision().cited();
    act->set_text(taken->take_decision().text());
    return command;
}

Understood Reading::retract() const {
    if (words_.size() != 2) return usage("retract");
    v1::Command command;
    command.mutable_retract_decision()->set_decision(decision_id(word(1)));
    return command;
}

Understood Reading::hasten() const {
    if (words_.size() != 2) return usage("hasten");
    v1::Command command;
    command.mutable_hasten_decision()->set_decision(decision_id(word(1)));
    return command;
}

// zetin huisverbod op A03,A04 tekst …
Understood Reading::intervene() const {
    if (words_.size() < 2) return usage("intervene");
    const std::string wanted = meant(view_.all<v1::Intervention>(), word(1));
    if (view_.find<v1::Intervention>(wanted) == nullptr) return no_such("intervention", word(1));
    v1::Command command;
    auto* act = command.mutable_use_intervention();
    act->set_intervention(wanted);
    read_cited(*act->mutable_cited());
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// actie trekker CAS bevoegdheid regie door CAS voor D1 12:00 stukken A01 inlichten VT tekst …
// actie wijzig 2 trekker …   actie weg 2
Understood Reading::action() const {
    const bool change = is_one_of(word(1), {"wijzig", "change"});
    const bool drop = is_one_of(word(1), {"weg", "drop"});
    v1::Command command;
    const std::uint64_t id = id_at(view_.all<v1::Action>(), word(2));
    if ((change || drop) && id == 0) return no_such("action", word(2));
    if (drop) {
        command.mutable_withdraw_action()->set_action(id);
        return command;
    }
    if (change) {
        auto* act = command.mutable_change_action();
        act->set_action(id);
        // What the case began keeps its words unless others are typed.
        const v1::Action* action = view_.find<v1::Action>(id);
        if (action != nullptr && action->has_scripted())
            act->mutable_terms()->set_text(model::words_of(*action, printer_.english()));
    }
    if (const auto wrong = read_terms(change ? *command.mutable_change_action()->mutable_terms()
                                             : *command.mutable_add_action()->mutable_terms()))
        return *wrong;
    return command;
}

std::optional<Understood> Reading::read_terms(v1::ActionTerms& terms) const {
    if (const std::string typed = text_after({"tekst", "text"}); !typed.empty())
        terms.set_text(typed);
    if (terms.text().empty()) return usage("action");
    if (const std::string lead = after({"trekker", "lead"}); !lead.empty())
        terms.set_lead(role(lead));
    if (const std::string power = after({"bevoegdheid", "power"}); !power.empty())
        terms.set_power(power_id(power));
    if (const std::string holder = after({"door", "holder"}); !holder.empty())
        terms.set_power_holder(role(holder));
    if (const std::size_t day = place_after({"voor", "by"}); day != 0) {
        const auto deadline = case_time_of(word(day), word(day + 1));
        if (!deadline) return no_such("time", word(day) + " " + word(day + 1));
        terms.set_deadline_sim_ms(*deadline);
    }
    for (const std::string& each : items(after({"stukken", "items"}))) terms.add_items(each);
    for (const std::string& each : roles(after({"inlichten", "inform"}))) terms.add_informed(each);
    return std::nullopt;
}

Understood Reading::confirm() const {
    v1::Command command;
    command.mutable_confirm_action()->set_action(id_at(view_.all<v1::Action>(), word(1)));
    if (command.confirm_action().action() == 0) return no_such("action", word(1));
    return command;
}

}  // namespace casustafel::console
