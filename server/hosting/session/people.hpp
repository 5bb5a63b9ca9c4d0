#pragma once
// What the log must not know: the people of one session. Display names, hashes of the tokens with
// which they come back, one-time re-entry codes; of who looks on a name and a code. Changes collect
// as store values for the next append, so that a person exists in the store exactly when the log
// says that somebody joined.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/values/ids.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

// Values of a session that stand beside its log under these names.
inline constexpr std::string_view card_value = "card", lead_value = "lead", away_value = "archived",
                                  continued_value = "continued", forked_value = "forked_from";
// Whose value this is, "p3" or "o3"; empty: nobody's.
std::string person_of(std::string_view value_name);

class People {
public:
    // Reads back what `take_values` wrote.
    void load(const std::vector<std::pair<std::string, std::string>>& values);

    void add(core::ParticipantId, const std::string& name, std::string_view token);
    // The one with this token; nobody when there is none.
    core::ParticipantId with_token(std::string_view token) const;
    void replace_token(core::ParticipantId, std::string_view token);
    void forget_token(core::ParticipantId);
    // The token opens nothing any more, and whoever brings it can be told so.
    void retire_token(core::ParticipantId);
    bool is_retired(std::string_view token) const;
    // Whether it is, or was until it was retired, somebody's.
    bool has_heard_of(std::string_view token) const {
        return with_token(token) != core::ParticipantId::nobody || is_retired(token);
    }
    bool knows(core::ParticipantId) const;
    // Whether this is the hash of the token with which this participant comes back.
    bool has_token_hash(core::ParticipantId, std::string_view token_hash) const;

    // A one-time code with which this participant may come back on another machine.
    void set_reentry_code(core::ParticipantId, std::string_view code);
    // Uses a code up; nobody when no participant has it.
    core::ParticipantId use_reentry_code(std::string_view code);

    void rename(core::ParticipantId, const std::string& name);
    // Empty when it has none, or none any more.
    std::string name_of(core::ParticipantId) const;

    // Who looks on. The code stands as it is, as that of the session does: trainers give it again.
    void add_observer(core::ObserverId, const std::string& name, const std::string& code);
    // Nobody when no observer has it.
    core::ObserverId observer_with(std::string_view code) const;
    const std::map<core::ObserverId, std::string>& observer_codes() const { return codes_; }
    void forget_code(core::ObserverId);

    // Whether nobody new is let in.
    bool door_closed() const { return door_closed_; }
    void set_door_closed(bool closed);

    // The code of the session as which this one goes on; empty: it does so itself.
    const std::string& continued_as() const { return continued_as_; }
    void set_continued_as(const std::string& code);
    // The code of the session with which this one begins, and the case's time up to which; empty:
    // it begins by itself.
    const std::string& forked_from() const { return forked_from_; }
    std::int64_t forked_at_ms() const { return forked_at_ms_; }

    // Of whom this is the hash of the token; nobody when there is none.
    core::ParticipantId with_token_hash(std::string_view hash) const;
    // Somebody who comes from another session with the token that they have there.
    void add_with_hash(core::ParticipantId, const std::string& name, const std::string& token_hash);

    // What trainers wrote on the session; who of them leads, 0: nobody in particular.
    const v1::SessionCard& card() const { return card_; }
    void set_card(const v1::SessionCard&);
    std::uint32_t lead() const { return lead_; }
    void set_lead(std::uint32_t trainer);
    // What the list says of a session that is put away or at rest; empty: it is in memory.
    void set_away(const std::string& entry);

    // Erases every name; what is left is p1, p2 …
    void forget_names();
    bool has_names() const;

    v1::Names names() const;

    // Changes since the last call, to be committed with the records that caused them.
    std::vector<store::Value> take_values();
    bool changed() const { return !values_.empty(); }
    // How many changes there were since the program started.
    std::uint64_t changes() const { return changes_; }

private:
    struct Person {
        std::string name, token_hash, reentry_hash;
    };
    void keep(std::string_view name, const std::string& bytes);
    void set(core::ParticipantId, std::string_view what, std::string& field, std::string bytes);

    std::map<core::ParticipantId, Person> people_;
    std::map<core::ObserverId, std::string> observers_, codes_;
    bool door_closed_ = false;
    std::string continued_as_, forked_from_;
    std::int64_t forked_at_ms_ = 0;
    v1::SessionCard card_;
    std::uint32_t lead_ = 0;
    std::vector<store::Value> values_;
    std::uint64_t changes_ = 0;
};

}  // namespace casustafel::hosting
