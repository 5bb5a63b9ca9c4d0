#include "client/console/said/wording.hpp"

namespace casustafel::console {

using model::in;

std::string person_name(const Printer& printer, const model::View& view, const std::string& id) {
    const v1::Person* person = view.find<v1::Person>(id);
    return person == nullptr ? id : in(person->name(), printer.english());
}

std::string subject(const Printer& printer, const model::View& view, const v1::Request& request) {
    return person_name(printer, view, request.person()) + ", " +
           printer.words("category." + request.category());
}

}  // namespace casustafel::console
