#pragma once
// A kind of thing that can be begun at the table, described once beside its dialog: where its
// drafts are kept, what one is called and how it is gone on with. From that, and from the fields of
// a draft, follow the file that keeps it, the words that tell it, and what is forgotten.
#include <functional>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "client/ui/acts/drafts_file.hpp"
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {

// What was begun at one table, as it is told.
struct DraftNotes {
    const Panel& panel;
    const TableState& table;
    std::vector<DraftNote> notes{};
};

// Each is nullptr for a kind that has nothing to do there.
struct DraftKind {
    // Writes all of this kind to the file, or reads them from it.
    void (*file)(DraftsFile&, const std::string& role, TableState&) = nullptr;
    // Tells those that were begun.
    void (*tell)(DraftNotes&) = nullptr;
    // Puts back what was sent and refused, unless something newer stands there. True: this act held
    // something that was typed.
    bool (*put_back)(TableState&, const v1::Command&) = nullptr;
    // Forgets those that came to something, or that nothing can come of any more.
    void (*tidy)(const model::View&, const std::string& role, TableState&) = nullptr;
    // Keeps what they are about as this role's view calls it, for when the role is left.
    void (*name)(const Panel&, TableState&) = nullptr;
};

// What was chosen, what it rests on, and what was typed, in this order.
struct DraftWords {
    const Panel& panel;
    std::vector<std::string> chosen{}, cited{}, typed{};
    bool titled = false;  // what was chosen stands in the title

    void operator()(std::string_view, const std::string& value, Counts counts = Counts::no,
                    std::string_view family = {});
    void operator()(std::string_view, std::uint32_t form, Counts counts, std::string_view family);
    void operator()(std::string_view, const std::map<std::string, bool>& items, Counts);
    void operator()(std::string_view, const std::map<std::string, std::string>& fields, Counts);
    template <class Value>
    void operator()(std::string_view, const Value& value, Counts counts = Counts::no) {
        titled = titled || (counts != Counts::no && value != Value{});
    }

    bool begun() const { return titled || !(chosen.empty() && cited.empty() && typed.empty()); }
    std::string text() const;
};

template <class Draft>
DraftWords words_in(const Panel& panel, Draft draft) {
    DraftWords words{panel};
    fields(words, draft);
    return words;
}

// As it is called in the view, else as it was called when this role could see it.
std::string titled(const DraftNotes& to, const std::string& path, const std::string& key,
                   const std::string& now);
// A title without its full stop, for the middle of a sentence.
std::string without_stop(std::string title);

// A description says `path`, the name in the file, and `kept(table)`, a draft for each item,
// request or action, or `only(table)`, the one draft. One that is told has a `title`, a sentence or
// what makes one, and a `resume`, or `opens`, where its key opens its dialog. Some say besides:
// `open_draft` and `open_key`, what stands in a dialog while `is_open`; `is_draft`, which are
// drafts at all; `is_sent`, which need not be kept; `is_over`, which came to something; `put_back`,
// `tidy`; and `name_in_view`, what one is about.

// What it is called: a sentence with what it is about.
template <class Kind, class Key, class Draft>
std::string title_of(const DraftNotes& to, const Key& key, const Draft& draft) {
    if constexpr (requires { Kind::title(to, key, draft); })
        return Kind::title(to, key, draft);
    else if constexpr (requires { Kind::name_in_view(to.panel, key); })
        return to.panel.say(Kind::title,
                            {titled(to, Kind::path, key, Kind::name_in_view(to.panel, key))});
    else if constexpr (std::is_same_v<Key, std::string>)
        return to.panel.say(Kind::title, {key});
    else
        return to.panel.say(Kind::title);
}

template <class Kind, class Key, class Draft>
void tell_one(DraftNotes& to, const Key& key, const Draft& draft) {
    if constexpr (requires { Kind::is_draft(to, key, draft); })
        if (!Kind::is_draft(to, key, draft)) return;
    const DraftWords words = words_in(to.panel, draft);
    if (!words.begun()) return;
    to.notes.push_back({title_of<Kind>(to, key, draft), words.text(),
                        [key](TableState& table) {
                            Kind::kept(table).erase(key);
                            if constexpr (requires { Kind::open_draft(table); })
                                if (Kind::open_key(table) == key) Kind::open_draft(table) = {};
                        },
                        [key, draft](TableState& table) {
                            if constexpr (requires { Kind::opens(table); })
                                Kind::opens(table) = key;
                            else
                                Kind::resume(table, key, draft);
                        }});
}

template <class Kind>
void tell_kind(DraftNotes& to) {
    if constexpr (requires { Kind::only(to.table); }) {
        if constexpr (requires { Kind::is_draft(to); })
            if (!Kind::is_draft(to)) return;
        const DraftWords words = words_in(to.panel, Kind::only(to.table));
        if (words.begun())
            to.notes.push_back({Kind::title(to), words.text(),
                                [](TableState& table) { Kind::only(table) = {}; }, Kind::resume});
    } else if constexpr (requires { Kind::open_draft(to.table); }) {
        const bool open = Kind::is_open(to.table);
        const auto key = Kind::open_key(to.table);
        if (open) tell_one<Kind>(to, key, Kind::open_draft(to.table));
        for (const auto& [other, draft] : Kind::kept(to.table))
            if (!open || other != key) tell_one<Kind>(to, other, draft);
    } else {
        for (const auto& [key, draft] : Kind::kept(to.table)) tell_one<Kind>(to, key, draft);
    }
}

template <class Kind>
void file_kind(DraftsFile& file, const std::string& role, TableState& table) {
    const std::string path = role + "/" + Kind::path;
    if constexpr (requires { Kind::only(table); }) {
        file.draft(path, Kind::only(table));
    } else {
        auto& kept = Kind::kept(table);
        // What stands in an open dialog is kept like what was closed.
        if constexpr (requires { Kind::open_draft(table); })
            if (file.writes() && Kind::is_open(table))
                kept[Kind::open_key(table)] = Kind::open_draft(table);
        if constexpr (requires { Kind::is_sent(kept.begin()->first, kept.begin()->second); })
            if (file.writes())
                std::erase_if(
                    kept, [](const auto& each) { return Kind::is_sent(each.first, each.second); });
        file.drafts(path, kept);
        if constexpr (requires { Kind::is_readable(kept.begin()->second); })
            std::erase_if(kept, [](const auto& each) { return !Kind::is_readable(each.second); });
    }
}

template <class Kind>
void tidy_kind(const model::View& view, const std::string& role, TableState& table) {
    std::erase_if(Kind::kept(table), [&](const auto& each) {
        return Kind::is_over(view, role, each.first, each.second);
    });
}

template <class Kind>
void name_kind(const Panel& panel, TableState& table) {
    for (const auto& [key, draft] : Kind::kept(table))
        if (std::string title = Kind::name_in_view(panel, key); !title.empty())
            table.titles[Kind::path + (":" + key)] = std::move(title);
}

template <class Kind>
constexpr DraftKind draft_kind() {
    DraftKind kind{file_kind<Kind>};
    if constexpr (requires { Kind::title; }) kind.tell = tell_kind<Kind>;
    if constexpr (requires { Kind::put_back; }) kind.put_back = Kind::put_back;
    if constexpr (requires { Kind::tidy; }) kind.tidy = Kind::tidy;
    if constexpr (requires { Kind::is_over; }) kind.tidy = tidy_kind<Kind>;
    if constexpr (requires { Kind::name_in_view; }) kind.name = name_kind<Kind>;
    return kind;
}

}  // namespace casustafel::ui
