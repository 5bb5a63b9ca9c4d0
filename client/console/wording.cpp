#include "client/console/wording.hpp"

#include <algorithm>

#include "client/console/choices.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

using model::in;

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& names,
                   const std::string& none) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? none : out;
}

std::string form_name(const Printer& printer, std::uint32_t form) {
    return printer.words(
        "form." + std::string(contract::words<contract::Form>[std::min<std::size_t>(form, 5)]));
}

std::string person_name(const Printer& printer, const model::View& view, const std::string& id) {
    const v1::Person* person = view.find<v1::Person>(id);
    return person == nullptr ? id : in(person->name(), printer.english());
}

std::string subject(const Printer& printer, const model::View& view, const v1::Request& request) {
    return person_name(printer, view, request.person()) + ", " +
           printer.words("category." + request.category());
}

std::string occupant(const Printer& printer, const model::Model& model, const v1::Role& role) {
    if (role.autopilot()) return printer.words("console.autopilot");
    if (role.stand_in()) return printer.words("console.stand_in");
    if (role.occupant() == 0) return printer.words("console.free");
    std::string name = model.name_of(role.occupant());
    if (!role.connected()) name += ", " + printer.words("console.not_connected");
    return name;
}

std::string cited_names(const Printer& printer,
                        const google::protobuf::RepeatedPtrField<v1::CitedItem>& cited) {
    std::string out;
    for (const v1::CitedItem& each : cited) {
        out += (out.empty() ? "" : ", ") + (each.item().empty() ? "…" : each.item());
        if (each.as() == contract::Mark::assumption)
            out += " (" + printer.words("ui.mark_assumption") + ")";
    }
    return out.empty() ? "-" : out;
}

void show_answer(const Printer& printer, const v1::Answer& answer) {
    std::string detail = answer.kind() == contract::AnswerKind::refused
                             ? printer.words("refusal_reason." + answer.reason())
                             : answer.referred_to();
    if (!answer.text().empty()) detail += (detail.empty() ? "" : ": ") + answer.text();
    printer.say("console.answer_line",
                {answer.by(), printer.words("answer." + answer.kind()), detail});
}

}  // namespace casustafel::console
