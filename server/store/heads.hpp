#pragma once
// What is known of every log outside the database: one small file, `casustafel.heads`, that tells
// how far each session came. It is written after a commit is on the disk and before anybody hears
// of it, so it may lag behind what is in the database after a power cut and never runs ahead of it.
// A log that falls short of its head is damaged, however whole it looks by itself. Each head stands
// twice, in different pages, written in turn: whatever tears one leaves the one before it.
#include <cstdint>
#include <string>
#include <vector>

#include "server/store/checks.hpp"
#include "server/store/data_directory.hpp"

namespace casustafel::store {

struct Head {
    enum class State { absent, unreadable, known } state = State::absent;
    Seal seal;  // when known
};

class Heads {
public:
    Heads() = default;  // no file: every head is absent
    // Opens the file beside the database, and makes it when it is not there and may be made.
    static std::variant<Heads, OpenError> open(const std::string& path, bool read_only);

    bool exists() const { return file_.descriptor() >= 0; }
    // This call of `open` made it.
    bool made() const { return made_; }
    Head head(std::uint64_t number) const;
    // Numbers with a head that can be read, the server's 0 included.
    std::vector<std::uint64_t> known() const;

    // Takes the room on disk that a head of this number needs; false when there is none.
    bool make_room(std::uint64_t number);
    // Replaces the older of the two copies. A failure leaves the head where it was.
    void write(std::uint64_t number, const Seal&);
    // True when something was written since the last sync.
    bool unsynced() const { return unsynced_; }
    // Makes what was written survive a power cut.
    bool sync();

private:
    std::uint64_t size() const;

    OpenFile file_;
    bool made_ = false;
    bool unsynced_ = false;
};

// The path of the heads beside a database file.
std::string heads_path(const std::string& database);

}  // namespace casustafel::store
