#include "client/model/queries.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "proto/contract/words.hpp"

namespace casustafel::model {
namespace {

template <class List>
bool contains(const List& list, std::string_view one) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == one; });
}

void add_swap(const View& view, std::string_view role, std::vector<Waiting>& out) {
    const v1::SwapUnderWay* swap = view.find<v1::SwapUnderWay>();
    if (swap == nullptr || swaps_with(*swap, role).empty() || is_ready(*swap, role)) return;
    const bool note = swap->stage() == contract::SwapStage::writing && !swap->note_written();
    out.push_back({note ? Waiting::Kind::handover_note : Waiting::Kind::ready, std::string(role)});
}

}  // namespace

std::optional<std::int64_t> term_ends_sim_ms(const v1::Request& request,
                                             std::string_view addressee) {
    for (int at = 0; at < request.to_size(); ++at) {
        if (request.to(at) != addressee) continue;
        return at < request.term_ends_sim_ms_size() ? request.term_ends_sim_ms(at) : 0;
    }
    return std::nullopt;
}

bool is_open_for(const v1::Request& request, std::string_view addressee) {
    return contains(request.to(), addressee) &&
           std::none_of(request.answers().begin(), request.answers().end(),
                        [&](const v1::Answer& answer) { return answer.by() == addressee; });
}

bool is_open(const v1::Request& request) {
    return std::any_of(request.to().begin(), request.to().end(),
                       [&](const std::string& asked) { return is_open_for(request, asked); });
}

std::vector<Waiting> waiting_for(const View& view, std::string_view role) {
    using Kind = Waiting::Kind;
    std::vector<Waiting> out;
    add_swap(view, role, out);
    for (const v1::Request* request : view.all<v1::Request>()) {
        if (!is_open_for(*request, role)) continue;
        out.push_back({Kind::request, std::string(role), request->id(),
                       term_ends_sim_ms(*request, role).value_or(0)});
    }
    for (const v1::Spoken* spoken : view.all<v1::Spoken>()) {
        if (contains(spoken->to(), role) && !contains(spoken->heard(), role) &&
            !contains(spoken->not_heard(), role)) {
            out.push_back({Kind::spoken, std::string(role), spoken->id()});
        }
    }
    for (const v1::Action* action : view.all<v1::Action>()) {
        if (contains(action->informed(), role) && !contains(action->confirmed(), role)) {
            out.push_back({Kind::action, std::string(role), action->id()});
        }
    }
    for (const v1::Card* card : view.all<v1::Card>()) {
        const bool said = std::any_of(card->stances().begin(), card->stances().end(),
                                      [&](const v1::Stance& each) { return each.by() == role; });
        if (contains(card->asked(), role) && !said)
            out.push_back({Kind::card, std::string(role), card->id()});
    }
    const v1::RoleCard* card = view.find<v1::RoleCard>(role);
    for (const v1::AuthorityQuestion* question : view.all<v1::AuthorityQuestion>()) {
        if (question->status() == contract::AuthorityStatus::open && question->by() != role &&
            card != nullptr && card->gives_authority()) {
            out.push_back({Kind::authority, std::string(role), question->id()});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Waiting& left, const Waiting& right) {
        const auto due = [](const Waiting& one) {
            return one.by_sim_ms == 0 ? std::numeric_limits<std::int64_t>::max() : one.by_sim_ms;
        };
        const auto swap = [](const Waiting& one) {
            return one.kind != Kind::handover_note && one.kind != Kind::ready;
        };
        return std::tuple(swap(left), due(left)) < std::tuple(swap(right), due(right));
    });
    return out;
}

std::vector<Waiting> waiting_for_me(const Model& model) {
    std::vector<Waiting> out;
    for (const std::string& role : model.roles()) {
        const View* view = model.view("role:" + role);
        if (view == nullptr) continue;
        const auto own = waiting_for(*view, role);
        out.insert(out.end(), own.begin(), own.end());
    }
    return out;
}

const v1::Decision* next_decision(const View& view, std::int64_t sim_ms) {
    const v1::Decision* first = nullptr;
    for (const v1::Decision* decision : view.all<v1::Decision>()) {
        if (decision->status() != contract::DecisionStatus::open ||
            decision->deadline_sim_ms() < sim_ms)
            continue;
        if (first == nullptr || decision->deadline_sim_ms() < first->deadline_sim_ms())
            first = decision;
    }
    return first;
}

bool decides(const v1::Decision& decision, std::string_view role) {
    return contains(decision.deciders(), role);
}

std::vector<const v1::Proposal*> proposals_for(const View& view, std::string_view decision) {
    std::vector<const v1::Proposal*> out = view.all<v1::Proposal>();
    std::erase_if(out, [&](const v1::Proposal* each) { return each->decision() != decision; });
    return out;
}

const v1::DecisionOption* option_of(const v1::Decision& decision, std::string_view option) {
    for (const v1::DecisionOption& each : decision.options()) {
        if (each.id() == option) return &each;
    }
    return nullptr;
}

std::string swaps_with(const v1::SwapUnderWay& swap, std::string_view role) {
    for (const v1::ViewPair& pair : swap.pairs()) {
        if (pair.one() == role) return pair.other();
        if (pair.other() == role) return pair.one();
    }
    return {};
}

bool is_ready(const v1::SwapUnderWay& swap, std::string_view role) {
    return contains(swap.ready(), role);
}

const v1::Meeting* present_in(const View& view, std::string_view role) {
    for (const v1::Meeting* meeting : view.all<v1::Meeting>()) {
        if (contains(meeting->present(), role)) return meeting;
    }
    return nullptr;
}

std::vector<const v1::Intervention*> usable_interventions(const View& view, std::int64_t sim_ms) {
    std::vector<const v1::Intervention*> out = view.all<v1::Intervention>();
    std::erase_if(out, [&](const v1::Intervention* each) {
        return each->times_left() == 0 ||
               (each->from_sim_ms() != 0 && sim_ms < each->from_sim_ms()) ||
               (each->until_sim_ms() != 0 && sim_ms > each->until_sim_ms());
    });
    return out;
}

bool is_shared_by_all(std::string_view key) {
    namespace kinds = contract::entities;
    constexpr contract::EntityKey shared[] = {
        kinds::session, kinds::table, kinds::role,   kinds::participant,
        kinds::person,  kinds::basis, kinds::power,  kinds::prompt,
        kinds::triage,  kinds::swap,  kinds::ending, kinds::privacy_officer};
    return std::any_of(std::begin(shared), std::end(shared),
                       [&](contract::EntityKey kind) { return contract::is_key_of(kind, key); });
}

}  // namespace casustafel::model
