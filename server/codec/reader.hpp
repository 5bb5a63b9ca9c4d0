#pragma once
// Inside codec only: reads the fields of one command and remembers what was wrong with them.
#include "server/codec/command.hpp"
#include "server/codec/parts.hpp"

namespace casustafel::codec {

enum class Texts { checked, as_they_are };

// Collects what is wrong while the fields of one command are read. A malformed field outweighs a
// text that is refused: such a frame comes from no honest client.
class Reader {
public:
    explicit Reader(Texts texts) : texts_(texts) {}

    template <class From, class To>
    void field(std::string_view what, const From& from, To& to) {
        if (!read(from, to) && !malformed_) malformed_ = Malformed{what};
    }

    void label(std::string_view what, const std::string& from, std::string& to) {
        if (!read_label(from, to) && !malformed_) malformed_ = Malformed{what};
    }

    void text(const std::string& from, std::string& to, std::size_t max_characters,
              Lines lines = Lines::several) {
        if (texts_ == Texts::checked && !refusal_)
            refusal_ = refusal_of_text(from, max_characters, lines);
        to = from;
    }

    DecodedCommand finish(core::Command command) const {
        if (malformed_) return *malformed_;
        if (refusal_) return *refusal_;
        return command;
    }

private:
    Texts texts_;
    std::optional<Malformed> malformed_;
    std::optional<core::Rejection> refusal_;
};

}  // namespace casustafel::codec
