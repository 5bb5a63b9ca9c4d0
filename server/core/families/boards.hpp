#pragma once
// Boards: cards that are put, changed, moved and withdrawn, what roles say about them, and patterns
// that light up. What a card needs is said by its column (values/boards.hpp).
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/core/families/decisions.hpp"
#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"

namespace casustafel::core {

struct Board;
struct BoardColumn;

namespace limits {
inline constexpr std::size_t cards = 400;  // of all boards, withdrawn ones counted too
}  // namespace limits

struct CardTerms {
    ColumnId column;
    std::string text;
    std::vector<Cited> cited;
    std::vector<FilledIn> filled_in;
    DESCRIBED(CardTerms, column, text, cited, filled_in);
};

struct PutCard {
    BoardId board;
    CardTerms terms;
    static constexpr Holds holds{limits::cards};
    COMMAND(PutCard, seated, while_running, board, terms);
};

struct ChangeCard {  // also into another column of its board
    EntityId card = EntityId::none;
    CardTerms terms;
    COMMAND(ChangeCard, seated, while_running, card, terms);
};

struct WithdrawCard {
    EntityId card = EntityId::none;
    COMMAND(WithdrawCard, seated, while_running, card);
};

struct TakeStance {
    EntityId card = EntityId::none;
    bool agrees = false;
    std::string text;  // why not
    COMMAND(TakeStance, seated, while_running, card, agrees, text);
};

struct CardPut {
    EntityId card{};
    BoardId board;
    RoleId by;
    CardTerms terms;
    std::vector<OrganisationId> origins;  // of each cited item: whom `by` has it from
    std::vector<RoleId> asked;            // who has to say something before it stands
    EVENT(CardPut, card, board, by, terms, origins, asked);
};

struct CardChanged {  // stances lapse
    EntityId card{};
    RoleId by;
    CardTerms terms;
    std::vector<OrganisationId> origins;
    std::vector<RoleId> asked;
    EVENT(CardChanged, card, by, terms, origins, asked);
};

struct CardWithdrawn {
    EntityId card{};
    RoleId by;
    EVENT(CardWithdrawn, card, by);
};

struct StanceTaken {  // instead of an earlier one
    EntityId card{};
    RoleId by;
    bool agrees = false;
    std::string text;
    EVENT(StanceTaken, card, by, agrees, text);
};

struct PatternLit {  // and stays so
    BoardId board;
    ColumnId column;
    EVENT(PatternLit, board, column);
};

struct Stance {
    bool agrees = false;
    std::string text;
    DESCRIBED(Stance, agrees, text);
};

struct Card {
    BoardId board;
    RoleId author;
    CardTerms terms;
    std::vector<OrganisationId> origins;
    std::vector<RoleId> asked;
    std::map<RoleId, Stance> stances;
    std::int64_t at_sim_ms = 0;
    bool withdrawn = false;
    DESCRIBED(Card, board, author, terms, origins, asked, stances, at_sim_ms, withdrawn);
};
// Who writes on the board and who only reads it.
bool sees(const State&, const RoleId&, const Board&);
bool sees(const State&, const RoleId&, const Card&);
// In an anonymous column only its author knows whose a card is and what it cites.
bool sees_author(const State&, const RoleId&, const Card&);

struct StateOfBoards {
    std::map<EntityId, Card> cards;
    std::set<std::pair<BoardId, ColumnId>> patterns;  // those that lit up
    static constexpr std::array<std::string_view, 2> later{"cards", "patterns"};
    DESCRIBED(StateOfBoards, cards, patterns);
};
bool writes_on(const State&, const RoleId&, const Board&);
// Not withdrawn, everybody who was asked said something, and nothing that was said stands in its
// way: where each is asked a dissent is only recorded, where some are named all of them agree.
bool stands(const State&, const Card&);
// From how many organisations its items are.
std::size_t organisations_of(const Card&);
// Its tag: what it chose in the first choice of its column; empty: none.
std::string tag_of(const BoardColumn&, const Card&);

using BoardsCommands = Kinds<PutCard, ChangeCard, WithdrawCard, TakeStance>;
using BoardsEvents = Kinds<CardPut, CardChanged, CardWithdrawn, StanceTaken, PatternLit>;

}  // namespace casustafel::core
