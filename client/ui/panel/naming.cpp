#include "client/ui/panel/naming.hpp"

namespace casustafel::ui {

std::string asker_in_words(const Panel& panel, std::uint64_t request) {
    const v1::Request* found = panel.view->find<v1::Request>(request);
    return found == nullptr ? std::string("?") : found->asker();
}

std::string decision_in_words(const Panel& panel, const std::string& id) {
    const v1::Decision* found = panel.view->find<v1::Decision>(id);
    return found == nullptr ? id : panel.in(found->title());
}

std::string means_in_words(const Panel& panel, const std::string& id) {
    const v1::Intervention* found = panel.view->find<v1::Intervention>(id);
    return found == nullptr ? id : panel.in(found->title());
}

std::string meeting_in_words(const Panel& panel, const std::string& id) {
    const v1::Meeting* found = panel.view->find<v1::Meeting>(id);
    return found == nullptr ? id : in_sentence(panel.in(found->name()));
}

}  // namespace casustafel::ui
