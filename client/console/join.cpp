#include "client/console/join.hpp"

#include <unistd.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "client/console/said/screens.hpp"
#include "client/console/said/sure.hpp"
#include "client/console/said/tell.hpp"
#include "client/console/typed/typed_command.hpp"
#include "client/console/typed/typing.hpp"
#include "client/model/queries.hpp"
#include "proto/contract/words.hpp"
#include "proto/text_rules/normal.hpp"

namespace casustafel::console {
namespace {

using model::in;

constexpr std::int64_t door_timeout_ms = 15'000;
constexpr std::size_t longest_line = 16'384;

// Lines from the keyboard without ever waiting for one.
class Keyboard {
public:
    // What is said through this printer stands above what is being typed.
    void stand_below(Printer& printer) {
        if (printer.json()) return;
        terminal_ = std::make_unique<Terminal>();
        printer.surround([this] { terminal_->wipe(); }, [this] { terminal_->show(); });
    }

    // Reads what is there; false at the end of input.
    bool read_more() {
        char bytes[4096];
        const auto count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            if (unfinished_bytes() > 0) buffer_ += '\n';  // the last line may do without
            return false;
        }
        const std::string_view came(bytes, static_cast<std::size_t>(count));
        if (terminal_ != nullptr && terminal_->is_one()) {
            buffer_ += terminal_->take(came);
            return !terminal_->ended();
        }
        buffer_ += came;
        // Of a line that is too long only that it is so needs to be kept.
        if (unfinished_bytes() > longest_line) {
            buffer_.resize(buffer_.size() - unfinished_bytes() + longest_line + 1);
        }
        return true;
    }
    bool next(std::string& line) {
        const auto end = buffer_.find('\n');
        if (end == std::string::npos) return false;
        line = buffer_.substr(0, end);
        buffer_.erase(0, end + 1);
        if (line.ends_with('\r')) line.pop_back();
        return true;
    }
    // Whether so much is read already that the rest may wait in the pipe.
    bool full() const { return buffer_.size() > longest_line && has_line(); }
    bool has_line() const { return buffer_.find('\n') != std::string::npos; }

private:
    std::size_t unfinished_bytes() const {
        const auto end = buffer_.rfind('\n');
        return end == std::string::npos ? buffer_.size() : buffer_.size() - end - 1;
    }

    std::string buffer_;
    std::unique_ptr<Terminal> terminal_;  // nothing: no place to show anything
};

class Seat {
public:
    Seat(const JoinOptions& options, const Printer& printer)
        : options_(options), printer_(printer), talk_(options.server, "casustafel join") {
        keyboard_.stand_below(printer_);
    }

    int run();

private:
    std::optional<int> come_in();
    int at_the_table();
    void tell_news();
    void tell_trouble();
    bool obey(const std::string& typed);
    bool answer_question(const std::string& typed);
    void ask_whether(const std::string& question, std::function<bool()> if_yes);
    bool sign_out();
    void show(const std::string& screen);
    void act(v1::Command command);
    void read(const v1::Item& item);
    const model::Model& model() const { return talk_.model(); }
    const model::View& view() const { return *model().main_view(); }
    Reader reader() const { return {printer_, view(), &model()}; }
    bool awaits_answer() const {
        return model().waiting > 0 && model().link == model::Link::ready && model().held.empty();
    }

    const JoinOptions& options_;
    Printer printer_;
    Talk talk_;
    Keyboard keyboard_;
    std::string told_trouble_, told_hold_;
    std::function<bool()> if_yes_;  // what waits for a yes; gives whether the typist stays
    bool leaving_ = false;
};

int Seat::run() {
    if (const auto code = come_in()) return *code;
    if (!options_.role.empty() && model().role().empty()) {
        v1::Command take;
        take.mutable_take_role()->set_role(options_.role);
        talk_.client().act(take);
    }
    const int code = at_the_table();
    talk_.finish();
    return code;
}

// Through the door; an exit code when that did not work.
std::optional<int> Seat::come_in() {
    if (options_.reentry_code.empty()) {
        talk_.client().join(options_.code, options_.name, printer_.english() ? "en" : "nl");
    } else {
        talk_.client().reenter(options_.code, options_.reentry_code);
    }
    std::vector<model::Refusal> refusals;
    talk_.pump_until(
        [&] {
            refusals = talk_.client().take_refusals();
            return !refusals.empty() ||
                   (model().link == model::Link::ready && model().main_view() != nullptr);
        },
        door_timeout_ms);
    if (!refusals.empty()) {
        printer_.complain(refusals.front().key);
        return 1;
    }
    if (model().link == model::Link::ready && model().main_view() != nullptr) {
        printer_.say("console.welcome", {options_.name, model().code});
        printer_.object(
            {{"joined", std::to_string(model().participant)}, {"code", json_string(model().code)}});
        printer_.say_plain(in(view().find<v1::Session>()->content_notice(), printer_.english()));
        printer_.say("console.no_real_names");
        talk_.client().take_changes();
        show_roles(reader());
        return std::nullopt;
    }
    talk_.complain(printer_, options_.server.address);
    return talk_.closed() && talk_.reached() ? 1 : 4;
}

int Seat::at_the_table() {
    bool input = true;
    while (!leaving_) {
        if (talk_.pump(1'000, input && !keyboard_.full())) input = keyboard_.read_more();
        tell_trouble();
        tell_news();
        // One act at a time: the next line may be about what this one brings. Who is cut off types
        // on.
        std::string line;
        while (!leaving_ && !awaits_answer() && keyboard_.next(line)) {
            if (!obey(line)) leaving_ = true;
        }
        if (talk_.closed()) {
            printer_.complain(talk_.trouble(), {options_.server.address.text()});
            return 1;
        }
        const bool ended = model().main_view() != nullptr &&
                           view().find<v1::Session>() != nullptr &&
                           view().find<v1::Session>()->phase() == contract::SessionPhase::ended;
        if (ended) {
            printer_.say("console.session_over");
            return 0;
        }
        // After the last typed line the answers are still awaited; then a script is done.
        if (!input && !keyboard_.has_line() && model().waiting == 0) return 0;
    }
    // What was typed before `stop` still gets its answer.
    talk_.pump_until([&] { return model().waiting == 0; }, door_timeout_ms);
    tell_news();
    return 0;
}

void Seat::tell_trouble() {
    if (talk_.trouble() != told_trouble_) {
        told_trouble_ = talk_.trouble();
        if (!told_trouble_.empty()) {
            printer_.complain(told_trouble_, {options_.server.address.text()});
        } else {
            printer_.say("console.back_again");
            printer_.object({{"connected", "true"}});
        }
    }
    if (model().held != told_hold_) {
        told_hold_ = model().held;
        if (told_hold_.empty())
            printer_.say("console.hold_over");
        else
            printer_.say("hold." + told_hold_);
        printer_.object({{"held", json_string(told_hold_)}});
    }
}

void Seat::tell_news() {
    for (const model::Refusal& refusal : talk_.client().take_refusals()) {
        // Opening an item twice changes nothing and is no mistake.
        if (refusal.key == "rejection.already_so" && refusal.command.has_read_item()) continue;
        printer_.complain(refusal.key);
    }
    for (const v1::Command& command : talk_.client().take_accepted()) {
        if (!command.has_read_item()) printer_.say("console.done");
        printer_.object(
            {{"done", json_string(model::act_name(command))}, {"command", json_of(command)}});
    }
    for (const model::Change& change : talk_.client().take_changes()) {
        const model::View* changed = model().view(change.view);
        // What every view shows is told once, by the one the typist looks at.
        const std::string role =
            change.view.starts_with("role:") ? change.view.substr(5) : std::string();
        if (changed == nullptr ||
            (!role.empty() && role != model().role() && model::is_shared_by_all(change.key)))
            continue;
        tell_change(printer_, model(), *changed, change, role);
    }
}

// What cannot be taken back waits for the next line. Who writes for a program was sure already.
void Seat::ask_whether(const std::string& question, std::function<bool()> if_yes) {
    printer_.say_plain(question);
    printer_.say("console.sure_how");
    if_yes_ = std::move(if_yes);
}

// The line after a question; false: the typist wants to leave.
bool Seat::answer_question(const std::string& typed) {
    const auto if_yes = std::exchange(if_yes_, nullptr);
    if (says_yes(typed)) return if_yes();
    printer_.say("console.not_done");
    return true;
}

bool Seat::sign_out() {
    talk_.client().sign_out();
    return false;
}

// Carries out one typed line; false: the typist wants to leave.
bool Seat::obey(const std::string& typed) {
    if (model().main_view() == nullptr) return true;
    if (if_yes_) return answer_question(typed);
    if (typed.size() > longest_line) {
        printer_.complain("rejection.text_too_long");
        return true;
    }
    // A terminal set to another encoding sends bytes that are no text.
    const auto line = text_rules::normalised(typed, text_rules::Lines::one);
    if (!line) {
        printer_.complain("rejection.bad_text");
        return true;
    }
    const Understood understood = understand(*line, view(), printer_);
    if (const auto* wrong = std::get_if<NotUnderstood>(&understood)) {
        if (!wrong->key.empty()) printer_.complain_in_words(wrong->key, wrong->sentence);
        return true;
    }
    if (const auto* other = std::get_if<SwitchRole>(&understood)) {
        const bool mine = talk_.client().choose_role(other->role);
        if (mine) printer_.say("console.plays_now", {other->role});
        if (mine) printer_.object({{"role", json_string(other->role)}});
        if (!mine) printer_.complain("rejection.not_your_role");
        return true;
    }
    if (const auto* wanted = std::get_if<ShowScreen>(&understood)) {
        if (wanted->name == "quit") return false;
        if (wanted->name == "sign_out") {
            if (printer_.json()) return sign_out();
            ask_whether(question_before_sign_out(printer_), [this] { return sign_out(); });
            return true;
        }
        show(wanted->name);
        return true;
    }
    const v1::Command& command = std::get<v1::Command>(understood);
    const auto question =
        printer_.json() ? std::nullopt : question_before(command, model(), view(), printer_);
    if (question)
        ask_whether(*question, [this, command] {
            act(command);
            return true;
        });
    else if (command.has_read_item())
        read(*view().find<v1::Item>(command.read_item().item()));
    else
        act(command);
    return true;
}

void Seat::read(const v1::Item& item) {
    show_entity(reader(), "item", item);
    if (item.read()) return;
    v1::Command command;
    command.mutable_read_item()->set_item(item.id());
    act(command);
}

void Seat::act(v1::Command command) {
    if (command.has_release_role()) command.mutable_release_role()->set_role(model().role());
    if (!command.has_take_role()) command.set_as_role(model().role());
    talk_.client().act(std::move(command));
}

void Seat::show(const std::string& screen) {
    if (screen == "help") return printer_.say_plain(what_can_be_typed(printer_));
    if (screen == "roles") return show_roles(reader());
    if (screen == "card") return show_card(reader(), model().role());
    if (screen == "waiting") return show_waiting(printer_, model());
    if (screen == "prompt") return show_open_prompt(printer_, view());
    if (screen == "choices") return show_choices(printer_, view());
    if (screen != "clock") return show_lists(reader(), screen);
    printer_.say("console.clock_line",
                 {case_time(model().sim_ms(steady_ms())),
                  printer_.words("phase." + view().find<v1::Session>()->phase())});
    printer_.object({{"sim_ms", std::to_string(model().sim_ms(steady_ms()))}});
}

}  // namespace

int run_join(const JoinOptions& options, const Printer& printer) {
    return Seat(options, printer).run();
}

}  // namespace casustafel::console
