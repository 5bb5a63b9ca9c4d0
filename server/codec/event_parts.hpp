#pragma once
// Inside codec only: the parts that only events have - verdicts, changes of seat, changes of the
// facts. Every `read` answers false when the log's value is none of this format.
#include "casustafel/v1/log.pb.h"
#include "server/codec/parts.hpp"

namespace casustafel::codec {

inline void write_scripted(const core::Scripted& from, v1::Scripted* to) {
    to->set_inject(from.inject.value);
    to->set_index(static_cast<std::uint32_t>(from.index));
}

inline bool read_scripted(const v1::Scripted& from, core::Scripted& to) {
    return read(from.inject(), to.inject) && read(from.index(), to.index);
}

using Seats = google::protobuf::RepeatedPtrField<v1::SeatChange>;
using Measures = google::protobuf::RepeatedPtrField<v1::Measure>;

inline void write_verdict(const core::Verdict& verdict, v1::Verdict& m) {
    for (const core::Label label : verdict.labels) m.add_labels(word(label));
    m.set_severity(static_cast<std::uint32_t>(verdict.severity));
    m.set_need_form(number(verdict.need_form));
    m.set_relay(verdict.relay);
    m.set_grant(static_cast<std::uint32_t>(verdict.grant + 1));
    m.set_red_line(static_cast<std::uint32_t>(verdict.red_line + 1));
}

inline constexpr std::uint32_t highest_severity = 3;

inline bool read_index(std::uint32_t number, core::Index& index) {
    if (!read(number, index.place)) return false;
    --index.place;
    return true;
}

inline bool read_verdict(const v1::Verdict& m, core::Verdict& verdict) {
    for (const std::string& label : m.labels())
        if (!read(label, verdict.labels.emplace_back())) return false;
    verdict.relay = m.relay();
    return m.severity() <= highest_severity && read(m.severity(), verdict.severity) &&
           read(m.need_form(), verdict.need_form) && read_index(m.grant(), verdict.grant) &&
           read_index(m.red_line(), verdict.red_line);
}

template <class Recipients>
bool read_recipients(const Recipients& from, std::vector<core::Recipient>& to) {
    for (const v1::Recipient& each : from) {
        core::Recipient& recipient = to.emplace_back();
        if (!read(each.role(), recipient.role) || !read_verdict(each.verdict(), recipient.verdict))
            return false;
    }
    return true;
}

inline void write_seats(const std::vector<core::SeatChange>& seats, Seats& out) {
    for (const core::SeatChange& seat : seats) {
        v1::SeatChange& m = *out.Add();
        m.set_role(seat.role.value);
        m.set_occupant(number(seat.occupant));
        m.set_autopilot(seat.autopilot);
        m.set_stand_in(seat.stand_in);
    }
}

inline void write_measures(const std::vector<core::Measure>& measures, Measures& out) {
    for (const core::Measure& measure : measures) {
        v1::Measure& m = *out.Add();
        m.set_person(measure.person.value);
        m.set_subject(measure.subject);
    }
}

inline void write_facts(const core::FactChange& change, v1::FactsChanged& m) {
    if (change.covenant) m.set_covenant(*change.covenant);
    write(change.becomes_acute, m.mutable_becomes_acute());
    write(change.no_longer_acute, m.mutable_no_longer_acute());
    write_measures(change.measures_start, *m.mutable_measures_start());
    write_measures(change.measures_end, *m.mutable_measures_end());
    for (const core::ConsentAnswer& answer : change.consents) {
        v1::ConsentRecorded& consent = *m.add_consents();
        consent.set_person(answer.person.value);
        consent.set_scope(answer.scope);
        consent.set_given(answer.given);
    }
}

inline bool read_seats(const Seats& from, std::vector<core::SeatChange>& to) {
    for (const v1::SeatChange& each : from) {
        core::SeatChange& seat = to.emplace_back();
        seat.autopilot = each.autopilot();
        seat.stand_in = each.stand_in();
        if (!read(each.role(), seat.role) || !read(each.occupant(), seat.occupant)) return false;
    }
    return true;
}

inline bool read_people(const Words& from, std::vector<core::PersonId>& to) {
    return read(from, to, std::numeric_limits<std::size_t>::max());
}

inline bool read_measures(const Measures& from, std::vector<core::Measure>& to) {
    for (const v1::Measure& each : from) {
        core::Measure& measure = to.emplace_back();
        if (!read(each.person(), measure.person) || !read_label(each.subject(), measure.subject))
            return false;
    }
    return true;
}

inline bool read_facts(const v1::FactsChanged& m, core::FactChange& change) {
    if (m.has_covenant()) change.covenant = m.covenant();
    for (const v1::ConsentRecorded& each : m.consents()) {
        core::ConsentAnswer& answer = change.consents.emplace_back();
        answer.given = each.given();
        if (!read(each.person(), answer.person) || !read_label(each.scope(), answer.scope))
            return false;
    }
    return read_people(m.becomes_acute(), change.becomes_acute) &&
           read_people(m.no_longer_acute(), change.no_longer_acute) &&
           read_measures(m.measures_start(), change.measures_start) &&
           read_measures(m.measures_end(), change.measures_end);
}

}  // namespace casustafel::codec
