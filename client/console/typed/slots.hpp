#pragma once
// What is typed in a slot, as the value of its field: an entity of the view by its id or by its
// number in the list, a word of a closed list, a time of the case, free text. The kind of a slot is
// that of an entity ("item", "request"), a list of words ("purpose"), or one of a few others.
#include <google/protobuf/message.h>

#include <optional>
#include <string>

#include "client/console/said/printer.hpp"
#include "client/console/typed/grammar.hpp"
#include "client/model/view.hpp"

namespace casustafel::console {

// What was typed in a slot and means nothing: the key of the sentence that says so, and "A99".
struct NoSuch {
    std::string key;
    std::string typed;
};

// Whether a message of this type has the field of this piece, and there is such a kind; sets how
// much of a line the slot takes.
bool fits(Piece&, const google::protobuf::Descriptor&);

// Fills the slots of one typed line into a message, in the order in which they are given.
class Filling {
public:
    Filling(google::protobuf::Message& into, const model::View& view, const Printer& printer)
        : into_(into), view_(view), printer_(printer) {}

    std::optional<NoSuch> fill(const Filled&);

private:
    bool put(google::protobuf::Message&, const google::protobuf::FieldDescriptor&, const Piece&,
             const std::string& typed);

    google::protobuf::Message& into_;
    const model::View& view_;
    const Printer& printer_;
    // What was named last: of a decision its options can be named next.
    const google::protobuf::Message* last_ = nullptr;
};

// How a slot is shown to who has to type it: "STUK", "ROL,ROL", "NR".
std::string slot_name(const Piece&, const google::protobuf::Descriptor&, const Printer&);

}  // namespace casustafel::console
