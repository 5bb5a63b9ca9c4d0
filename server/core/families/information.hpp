#pragma once
// Information about people: it is dealt, read, shared, asked for, refused and marked. A share is
// judged once, and its judgement stands in its event.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t shares = 5'000;
inline constexpr std::size_t requests = 2'000;
}  // namespace limits

// The judgement on one recipient of a share (README.md §verdict).
struct Verdict {
    std::vector<Label> labels;  // empty: green
    int severity = 0;           // of a red one, 0 to 3
    Form need_form =
        Form::silent;    // the least form that the recipient's need asks; silent: no need
    bool relay = false;  // the need is one of passing on
    Index grant;         // into the item's grants: the way that judged it
    Index red_line;      // into the item's red lines
    DESCRIBED(Verdict, labels, severity, need_form, relay, grant, red_line);
};

struct Recipient {
    RoleId role;
    Verdict verdict;
    DESCRIBED(Recipient, role, verdict);
};

// Which `asks` or `actions` of which inject; without an inject: none.
struct Scripted {
    InjectId inject;
    int index = 0;
    bool empty() const { return inject.empty(); }
    DESCRIBED(Scripted, inject, index);
};

struct ReadItem {
    ItemId item;
    COMMAND(ReadItem, seated, once_started, item);
};

struct ShareItem {
    ItemId item;
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;       // the roles present in it
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    std::string text;                   // own wording; empty: the scenario's text for this form
    EntityId request = EntityId::none;  // answers this request
    bool partial = false;               // and more is to come: the request stays open
    static constexpr Holds holds{limits::shares};
    COMMAND(ShareItem, seated, while_running, item, to, meeting, purpose, basis, form, text,
            request, partial);
};

struct AskForInformation {
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // one the asker has seen as a pointer; empty: none in particular
    std::string text;
    static constexpr Holds holds{limits::requests};
    COMMAND(AskForInformation, seated, while_running, to, person, category, item, text);
};

struct RefuseRequest {
    EntityId request = EntityId::none;
    RefusalReason reason = RefusalReason::unmotivated;
    std::string text;
    Form offered_form = Form::silent;  // an alternative: this poorer form
    RoleId offered_role;               // an alternative: ask this role
    COMMAND(RefuseRequest, seated, while_running, request, reason, text, offered_form,
            offered_role);
};

struct ReferRequest {
    EntityId request = EntityId::none;
    RoleId to;
    std::string text;
    COMMAND(ReferRequest, seated, while_running, request, to, text);
};

struct AnswerNotHere {
    EntityId request = EntityId::none;
    COMMAND(AnswerNotHere, seated, while_running, request);
};

struct MarkItem {
    ItemId item;
    Mark mark{};
    COMMAND(MarkItem, seated, while_running, item, mark);
};

struct LengthenTerms {  // by a trainer: every question that waits for this role may wait longer
    RoleId role;
    std::uint32_t minutes = 0;  // of the case
    COMMAND(LengthenTerms, trainer, once_started, role, minutes);
};

struct ItemRead {
    RoleId role;
    ItemId item;
    static constexpr LeavesDue leaves_due{};
    EVENT(ItemRead, role, item);
};

struct ItemShared {
    EntityId share{};
    ItemId item;
    RoleId giver;
    std::vector<RoleId> to;             // everybody addressed, giver excluded
    std::vector<Recipient> recipients;  // those to whom it was new, each judged
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form{};
    std::string text;
    EntityId request{};
    bool partial = false;  // the request stays open
    bool aloud = false;    // said in the room, confirmed by the receiver
    static constexpr LeavesDue leaves_due{};
    EVENT(ItemShared, share, item, giver, to, recipients, meeting, purpose, basis, form, text,
          request, partial, aloud);
};

struct RequestMade {
    EntityId request{};
    RoleId asker;
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;
    std::string text;
    std::vector<std::int64_t> term_ends_sim_ms;  // per addressee
    Scripted scripted;                           // whose words it has instead of `text`
    EVENT(RequestMade, request, asker, to, person, category, item, text, term_ends_sim_ms,
          scripted);
};

// An answer by sharing is followed by nothing else; the share names the request.
struct RequestAnswered {
    EntityId request{};
    RoleId by;
    AnswerKind kind{};
    RefusalReason reason{};
    RoleId referred_to;
    EntityId share{};
    std::string text;
    Form offered_form{};  // of a refusal: this poorer form can be had
    RoleId offered_role;  // of a refusal: this role may help
    EVENT(RequestAnswered, request, by, kind, reason, referred_to, share, text, offered_form,
          offered_role);
};

struct TermsLengthened {
    RoleId role;
    std::int64_t by_ms = 0;
    EVENT(TermsLengthened, role, by_ms);
};

struct ItemMarked {
    RoleId role;
    ItemId item;
    Mark mark{};
    static constexpr LeavesDue leaves_due{};
    EVENT(ItemMarked, role, item, mark);
};

struct ItemEmerged {  // the role holds all parts, so it sees the whole
    ItemId item;
    RoleId role;
    EVENT(ItemEmerged, item, role);
};

// What a role knows of an item.
struct Holding {
    Form form = Form::silent;           // the richest form it has, lawful or not
    Form lawful_form = Form::silent;    // the richest form it has lawfully
    Form breached_form = Form::silent;  // the richest form that reached it by a red share
    bool original = false;
    bool emerged = false;  // it came into being here, from its parts
    std::int64_t since_sim_ms = 0;
    std::optional<std::int64_t> read_at_sim_ms;
    std::optional<Mark> mark;         // the last one
    EntityId share = EntityId::none;  // the share that brought the form it has; none: from the case
    DESCRIBED(Holding, form, lawful_form, breached_form, original, emerged, since_sim_ms,
              read_at_sim_ms, mark, share);
};
// A role sees an item when it has any form of it.
bool sees(const State&, const RoleId&, const ItemId&);

struct Share {
    ItemShared event;
    std::int64_t at_sim_ms = 0;
    ParticipantId by = ParticipantId::nobody;
    DESCRIBED(Share, event, at_sim_ms, by);
};
// The giver and everybody addressed.
bool sees(const State&, const RoleId&, const Share&);

struct Answer {
    RoleId by;
    AnswerKind kind{};
    RefusalReason reason{};
    RoleId referred_to;
    EntityId share = EntityId::none;
    std::string text;
    std::int64_t at_sim_ms = 0;
    Form offered_form{};
    RoleId offered_role;
    DESCRIBED(Answer, by, kind, reason, referred_to, share, text, at_sim_ms, offered_form,
              offered_role);
};

struct Request {
    RequestMade event;
    std::int64_t at_sim_ms = 0;
    std::vector<Answer> answers;  // in order of arrival; a partial share leaves its addressee open
    DESCRIBED(Request, event, at_sim_ms, answers);
};
// The asker and the addressees; the asker sees all answers, an addressee only its own.
bool sees(const State&, const RoleId&, const Request&);
bool sees(const State&, const RoleId&, const Request&, const Answer&);

struct StateOfInformation {
    std::map<std::pair<RoleId, ItemId>, Holding> holdings;
    std::map<ItemId, std::int64_t> available;  // since when an item is in play
    std::map<EntityId, Share> shares;
    std::map<EntityId, Request> requests;
    DESCRIBED(StateOfInformation, holdings, available, shares, requests);
};

using InformationCommands = Kinds<ReadItem, ShareItem, AskForInformation, RefuseRequest,
                                  ReferRequest, AnswerNotHere, LengthenTerms, MarkItem>;
using InformationEvents = Kinds<ItemRead, ItemShared, RequestMade, RequestAnswered, TermsLengthened,
                                ItemMarked, ItemEmerged>;

}  // namespace casustafel::core
