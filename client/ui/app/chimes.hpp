#pragma once
// When a quiet sound is due: a new item, an answer to an own question, and ten, five and one minute
// of case time before the first deadline. It says which; whether it is heard is a setting, and
// nothing is ever told by sound alone.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "client/ui/kit/chime.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

class Chimes {
public:
    // What changed since the last call. What a view holds when it first comes is no news.
    void hear(const model::Model& model, const std::vector<model::Change>& changes);
    // Looks at the first deadline of this role.
    void watch(const Panel& panel);
    // The sounds due since the last call, each kind once.
    std::vector<Chime> take();

private:
    std::set<Chime> due_;
    std::set<std::string> known_views_;
    std::map<std::string, int> answers_;  // by view and key of an own request
    std::string deadline_;                // what is due first, and when
    int minutes_ = 0;                     // the last mark passed for it
};

}  // namespace casustafel::ui
