#pragma once
// What every panel is given: the kit, what this client knows, which of its views the panel shows
// and for whom, and where wishes go. A panel reads, draws, keeps its drafts in its own state, and
// puts what the person wants in the outbox; it never changes the model and never waits for an
// answer.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/model/client.hpp"
#include "client/ui/kit/ui.hpp"
#include "proto/contract/commands.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {

using Phase = contract::SessionPhase;

// Where panels put what the person wants. The client keeps it until the server has said yes or no.
class Outbox {
public:
    virtual ~Outbox() = default;
    virtual model::CommandId act(v1::Command command) = 0;
    virtual void connect(const std::string& address) = 0;
    virtual void look_up(const std::string& code) = 0;
    virtual void join(const std::string& code, const std::string& name,
                      const std::string& language) = 0;
    virtual void reenter(const std::string& code, const std::string& reentry_code) = 0;
    // `digits`: of a second factor, when there is one.
    virtual void open_as_trainer(const std::string& key, const std::string& digits = {}) = 0;
    virtual void attach(const std::string& code) = 0;
    virtual void sign_out() = 0;
    // Goes to another of the roles this person holds.
    virtual void choose_role(const std::string& role) = 0;
    virtual void say(v1::ClientFrame frame) = 0;
    // Writes a page to where this person keeps documents and says where; empty: there is no place.
    virtual std::string keep_page(const std::string& name, const std::string& html) {
        (void)name, (void)html;
        return {};
    }
    // Connects although the server showed a certificate that nobody vouches for.
    virtual void accept_certificate(const std::string& fingerprint) { (void)fingerprint; }
    // Goes back to one of the places that were kept here, by its number in the list.
    virtual void go_back(std::size_t place) { (void)place; }
    // Brings the seat back to this window, which was closed for good.
    virtual void come_back_here() {}
    // What was kept from before is sent now, or it is not sent at all.
    virtual void settle_kept(bool send) { (void)send; }
    // Nothing is kept on this machine, and what was kept goes.
    virtual void forget() {}
};

// Above a screen that the person borrows: the trainer's way back from a role.
constexpr float borrowed_strip_height = 56;

// How the connection is, in words; empty while all is well.
struct LinkTrouble {
    std::string sentence;       // why it was lost or refused, in the person's language
    bool lasting = false;       // it will not be tried again by itself
    std::string fingerprint{};  // of a certificate that was refused; empty: it is something else
    bool flawed = false;        // more is wrong with it than that nobody vouches for it
    bool seat_gone = false;     // this person has no seat to come back to
};

// The sentences by key: `panel.say(Say::ui_close)`.
using Say = text::Key;

// An act of this kind in a command: `act_in<v1::MarkItem>(command)`.
template <class Act>
Act* act_in(v1::Command& command);
#define X(Act, field)                                        \
    template <>                                              \
    inline v1::Act* act_in<v1::Act>(v1::Command & command) { \
        return command.mutable_##field();                    \
    }
CASUSTAFEL_EACH_COMMAND(X)
#undef X

struct Panel {
    Ui& ui;
    const model::Model& model;
    Outbox& outbox;
    std::int64_t now_ms = 0;  // the caller's clock
    LinkTrouble trouble{};
    const model::View* view = nullptr;  // what is shown; nullptr: nothing known yet
    std::string role{};                 // whom the person acts for; empty: nobody
    bool looking = false;               // only looking on: nothing can be done here
    bool borrowed = false;              // below a strip that says whose screen this is
    std::int64_t seated_sim_ms = 0;     // when the person came into the seat; 0: from the start

    Painter& draw() const { return ui.draw(); }
    bool english() const { return ui.settings().language == text::Language::en; }
    const std::string& in(const v1::Text& text) const { return model::in(text, english()); }
    std::string say(text::Key key) const { return ui.say(key); }
    std::string say(text::Key key, std::initializer_list<std::string> arguments) const {
        return ui.say(key, arguments);
    }

    // The sentence "prefix.word"; the word itself when there is none.
    std::string word(std::string_view prefix, std::string_view word) const;

    // A command in the name of the role.
    v1::Command command() const;
    // Acts in the name of the role: `panel.act<v1::MarkItem>([&](auto& act) { act.set_item(id);
    // })`.
    template <class Act, class Fill>
    void act(Fill fill) const {
        v1::Command made = command();
        fill(*act_in<Act>(made));
        outbox.act(std::move(made));
    }
    template <class Act>
    void act() const {
        act<Act>([](Act&) {});
    }

    std::int64_t sim_ms() const { return model.sim_ms(now_ms); }
    bool phase_is(Phase phase) const;
    // The case stands still while everybody answers a poll: reading goes on, the table waits.
    bool asking() const;
    // Acting makes sense: the session runs and the person is not only looking on.
    bool may_act() const { return !looking && phase_is(Phase::running) && !asking(); }
    // Beginning something makes sense, also in a pause: it is sent when the session goes on.
    bool may_begin() const { return !looking && !phase_is(Phase::ended) && !asking(); }
    // What the role did then, somebody else did who held it before.
    bool before_me(std::int64_t at_sim_ms) const {
        return at_sim_ms <= seated_sim_ms && seated_sim_ms > 0;
    }
    // What is shown is how it is now, not how it was when the connection went.
    bool live() const { return model.link == model::Link::ready; }

    std::string table_of(std::string_view role_id) const;
    // With its table when another role has the same name.
    std::string role_name(std::string_view role_id) const;
    std::string person_name(std::string_view person_id) const;
    // "G04 Wat Ineke vertelde", or what is known of an item without a title.
    std::string item_title(const v1::Item& item) const;
    // The person in the role, or nothing.
    std::string occupant_name(const v1::Role& role) const;
    // Somebody sits there and is not here: gone, absent, or waited for after a restart.
    bool is_away(const v1::Role& role) const;
    // The session waits for who sits there, after a restart.
    bool is_awaited(const v1::Role& role) const;
    // The case's clock and the acts go on: neither paused nor held.
    bool runs() const { return phase_is(Phase::running) && model.held.empty(); }
    // Who plays it: that person, the computer, the trainer, or nobody now.
    std::string player_of(const v1::Role& role) const;
};

// The code of a session in two halves that stay on one line, so that it can be read aloud:
// "K7W 4MP".
std::string code_text(const std::string& code);

// "10:15" and 0: the case's time of day, and its day.
std::string clock_text(std::int64_t sim_ms);
int day_of(std::int64_t sim_ms);
// "dag 1, 09:00"; today only the time.
std::string moment(const Panel& panel, std::int64_t sim_ms);
// "5:07" for a duration.
std::string minutes_and_seconds(std::int64_t ms);
// "OVJ, PRC en VT"; a title in it loses its own full stop.
std::string enumerate(const Panel& panel, const std::vector<std::string>& names);

// With a small first letter, for the middle of a sentence.
std::string in_sentence(std::string words);
// With a capital, for the start of one.
std::string at_start(std::string words);

// The words of a form 1…5: "conclusion".
std::string_view form_word(std::uint32_t form);

}  // namespace casustafel::ui
