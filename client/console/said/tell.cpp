// Each sentence is the text `console.told.<kind>`.
#include "client/console/said/tell.hpp"

#include "client/console/said/kinds.hpp"
#include "client/console/said/screens.hpp"

namespace casustafel::console {
namespace {

const char* how(model::Change::Kind kind) {
    using Kind = model::Change::Kind;
    return kind == Kind::gone ? "\"gone\"" : kind == Kind::added ? "\"added\"" : "\"changed\"";
}

}  // namespace

void tell_change(const Printer& printer, const model::Model& model, const model::View& view,
                 const model::Change& change, const std::string& own_role) {
    const v1::Entity* entity = view.find(change.key);
    if (printer.json()) {
        printer.object({{"view", json_string(change.view)},
                        {"change", how(change.kind)},
                        {"key", json_string(change.key)},
                        {"entity", entity == nullptr ? "null" : json_of(*entity)}});
        return;
    }
    if (entity == nullptr) return;
    const bool added = change.kind == model::Change::Kind::added;
    if (entity->has_prompt())
        tell_prompt(printer, view, entity->prompt(), added, change.view == "trainer");
    const Reader reader{printer, view, &model, own_role, added};
    std::string words = line(reader, "told." + kind_of(*entity), *inside(*entity));
    words.erase(0, words.find_first_not_of('\n'));
    if (!words.empty()) printer.say_plain(words);
}

}  // namespace casustafel::console
