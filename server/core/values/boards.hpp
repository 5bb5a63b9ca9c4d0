#pragma once
// Boards as the scenario writes them: columns that say what a card needs. A card cites items and
// fills in the fields of its column; roles agree with it or dissent. The QuickScan, the signal
// board, the agenda and agreements are boards; what is said here is all that tells them apart.
#include <optional>
#include <vector>

#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/text.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

// Lights up once the cards of its column have this many different tags, of this many roles. A tag
// is what a card chose in the first choice among the fields of the column.
struct Pattern {
    int tags = 1;
    int seats = 1;
    Text title;
    Text text;
};

struct BoardColumn {
    ColumnId id;
    Text title;
    Text hint;      // what belongs here
    int cites = 0;  // items that a card cites at least
    bool facts_only = false;
    int organisations = 0;  // that these are from, at least
    std::vector<FormField> fields{};
    StanceRule stances = StanceRule::none;
    bool anonymous = false;  // nobody but its author learns whose a card is, nor what it cites
    int most = 0;            // cards at a time; 0: any number
    ColumnId after{};        // takes cards once one stands there; empty: at once
    std::optional<Pattern> pattern{};
};

struct Board {
    BoardId id;
    Text title;
    Text gist;                    // what it is for
    std::vector<TableId> tables;  // whose roles see it and write on it
    std::vector<RoleId> guests;   // and these
    std::vector<RoleId> readers;  // these see it only
    std::vector<BoardColumn> columns;
};

}  // namespace casustafel::core
