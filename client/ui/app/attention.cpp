#include "client/ui/app/attention.hpp"

#include <concepts>

#include "proto/contract/entities.hpp"

namespace casustafel::ui {
namespace {

// What others did to this role, or the case and the trainer told it.
bool asks(const v1::Entity& entity, const std::string& role) {
    if (entity.has_request()) return entity.request().asker() != role;
    if (entity.has_item()) return !entity.item().original();
    if (entity.has_message()) return entity.message().sender() != role;
    if (entity.has_spoken()) return entity.spoken().giver() != role;
    if (entity.has_heard()) return entity.heard().by() != role;
    if (entity.has_authority_question()) return entity.authority_question().by() != role;
    if (entity.has_action()) return entity.action().author() != role;
    return entity.has_prompt() || entity.has_swap() || entity.has_notice() ||
           entity.has_whisper_heard();
}

template <typename Kind>
bool is_unanswered(const Kind& kind) {
    if constexpr (requires {
                      { kind.answered() } -> std::same_as<bool>;
                  })
        return !kind.answered();
    else
        return false;
}

// A trainer is asked by whatever can be answered and was not.
bool waits_for_answer(const v1::Entity& entity) {
#define CASUSTAFEL_UNANSWERED(Kind, field) \
    if (entity.has_##field()) return is_unanswered(entity.field());
    CASUSTAFEL_EACH_ENTITY(CASUSTAFEL_UNANSWERED)
#undef CASUSTAFEL_UNANSWERED
    return false;
}

}  // namespace

void Attention::hear(const model::Model& model, const std::vector<model::Change>& changes) {
    const std::string role = model.role();
    const std::string own = model.trainer ? "trainer" : "role:" + role;
    const model::View* view = model.view(own);
    if (view == nullptr || (role.empty() && !model.trainer)) return;
    if (known_views_.insert(own).second) return;
    for (const model::Change& change : changes) {
        if (change.view != own || change.kind != model::Change::Kind::added) continue;
        const v1::Entity* entity = view->find(change.key);
        if (entity == nullptr) continue;
        if (model.trainer ? waits_for_answer(*entity) : asks(*entity, role)) asked_ = true;
    }
}

}  // namespace casustafel::ui
