#pragma once
// Inside codec only: the parts that commands and events share - what is cited, the terms of an
// action, who changes places with whom. Texts inside them are the caller's to check; everything
// else is checked here, and `false` says that the value is none of the core's.
#include "casustafel/v1/command.pb.h"
#include "server/codec/words.hpp"

namespace casustafel::codec {

using Citations = google::protobuf::RepeatedPtrField<v1::Cited>;
using Pairs = google::protobuf::RepeatedPtrField<v1::SwapPair>;
using Numbers = google::protobuf::RepeatedField<std::uint64_t>;

// What something rests on is a fact or an assumption: what was refuted is no ground.
inline bool read(const Citations& from, std::vector<core::Cited>& to) {
    if (static_cast<std::size_t>(from.size()) > limits::items_named) return false;
    for (const v1::Cited& each : from) {
        core::Cited& cited = to.emplace_back();
        if (!read(each.item(), cited.item) || !read(each.as(), cited.as)) return false;
        if (cited.as == core::Mark::refuted) return false;
    }
    return true;
}

inline void write(const std::vector<core::Cited>& from, Citations* to) {
    for (const core::Cited& each : from) {
        v1::Cited& cited = *to->Add();
        cited.set_item(each.item.value);
        cited.set_as(word(each.as));
    }
}

inline bool read(const Pairs& from, std::vector<core::SwapPair>& to) {
    if (static_cast<std::size_t>(from.size()) > limits::swap_pairs) return false;
    for (const v1::SwapPair& each : from) {
        core::SwapPair& pair = to.emplace_back();
        if (!read(each.one(), pair.one) || !read(each.other(), pair.other)) return false;
    }
    return true;
}

inline void write(const std::vector<core::SwapPair>& from, Pairs* to) {
    for (const core::SwapPair& each : from) {
        v1::SwapPair& pair = *to->Add();
        pair.set_one(each.one.value);
        pair.set_other(each.other.value);
    }
}

inline bool read(const Numbers& from, std::vector<core::EntityId>& to) {
    if (static_cast<std::size_t>(from.size()) > limits::requests_named) return false;
    for (const std::uint64_t each : from) to.push_back(core::EntityId{each});
    return true;
}

inline void write(const std::vector<core::EntityId>& from, Numbers* to) {
    for (const core::EntityId each : from) to->Add(number(each));
}

using ProbeAnswers = google::protobuf::RepeatedPtrField<v1::ProbeAnswer>;

inline bool read(const ProbeAnswers& from, std::vector<core::ProbeAnswer>& to) {
    if (static_cast<std::size_t>(from.size()) > limits::probe_answers) return false;
    for (const v1::ProbeAnswer& each : from) {
        core::ProbeAnswer& answer = to.emplace_back();
        if (!read(each.question(), answer.question) || !read(each.option(), answer.option))
            return false;
    }
    return true;
}

inline void write(const std::vector<core::ProbeAnswer>& from, ProbeAnswers* to) {
    for (const core::ProbeAnswer& each : from) {
        v1::ProbeAnswer& answer = *to->Add();
        answer.set_question(each.question.value);
        answer.set_option(each.option.value);
    }
}

inline bool read(const v1::CorrectionTarget& from, core::CorrectionTarget& to) {
    return read(from.kind(), to.kind) && read(from.made(), to.made) &&
           read(from.decision(), to.decision);
}

inline void write(const core::CorrectionTarget& from, v1::CorrectionTarget& to) {
    to.set_kind(word(from.kind));
    to.set_made(number(from.made));
    to.set_decision(from.decision.value);
}

// All terms of an action but its text.
inline bool read(const v1::ActionTerms& from, core::ActionTerms& to) {
    if (from.has_deadline_sim_ms()) {
        to.deadline_sim_ms = from.deadline_sim_ms();
        if (*to.deadline_sim_ms < 0 || *to.deadline_sim_ms > limits::latest_deadline_sim_ms)
            return false;
    }
    return read(from.lead(), to.lead) && read(from.power(), to.power) &&
           read(from.power_holder(), to.power_holder) && read(from.items(), to.items) &&
           read(from.informed(), to.informed);
}

inline void write(const core::ActionTerms& from, v1::ActionTerms& to) {
    to.set_text(from.text);
    to.set_lead(from.lead.value);
    to.set_power(from.power.value);
    to.set_power_holder(from.power_holder.value);
    if (from.deadline_sim_ms) to.set_deadline_sim_ms(*from.deadline_sim_ms);
    write(from.items, to.mutable_items());
    write(from.informed, to.mutable_informed());
}

// A name that the scenario gives to something without an id of its own: a consent's scope, a
// measure.
inline bool read_label(const std::string& from, std::string& to) {
    to = from;
    return is_id(from);
}

}  // namespace casustafel::codec
