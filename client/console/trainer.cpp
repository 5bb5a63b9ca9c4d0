#include "client/console/trainer.hpp"

#include <algorithm>

#include "client/console/desk.hpp"

namespace casustafel::console {

int run_trainer(const TrainerOptions& options, const Printer& printer) {
    return Desk(options, printer).run();
}

const std::vector<std::string>& trainer_verbs() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& [name, verb] : Desk::verbs()) out.push_back(name);
        for (const Verb& verb : desk_verbs()) out.push_back(verb.word()[1]);
        std::ranges::sort(out);
        return out;
    }();
    return names;
}

}  // namespace casustafel::console
