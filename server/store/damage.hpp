#pragma once
// What is wrong with a log, as a value that a program turns into a sentence: the text
// "damage.<name>" with {0} the records that stand, {1} the records there were as far as is known,
// {2} the detail. A damaged log is never given out as a whole one.
#include <cstdint>
#include <string>
#include <string_view>

namespace casustafel::store {

enum class DamageKind {
    header,     // the session's own first bytes are not what was written
    record,     // the record after those that stand is not what was written
    ending,     // the log ends before what was acknowledged
    value,      // a value (a name, a token, the time) is not what was written; detail: which
    values,     // values are missing, or older than the log
    head,       // what is known of it outside the database is missing or cannot be read
    seal,       // what the database says of where the log ends cannot be read
    disk,       // the database cannot be read there; detail: what SQLite says
    sessions,   // the list of sessions is not whole; records: sessions
    lost,       // a session that there was is not in the list; detail: its number
    text,       // the text of the case or of its rules is not what was written; detail: its hash
    format,     // written by a version of the program that this one does not know; detail: which
    unreadable  // what stands there is whole and yet no log of this program
};

struct Damage {
    DamageKind kind;
    std::uint64_t stands = 0;
    std::uint64_t known = 0;
    std::string detail;
};

std::string_view name(DamageKind kind);

}  // namespace casustafel::store
