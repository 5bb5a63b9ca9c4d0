#pragma once
// Windows without a display, each the client's own program, used
// by the names of what is drawn. A `Room` holds all of them: while anybody waits for something, all
// go on taking in what the server says. Nothing sleeps; a wait ends when what was waited for is
// there, or after ten seconds with what the screen shows instead.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "client/program/program.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::live {

class Window;

class Room {
public:
    // Takes in what arrives until `there`. False: it did not come in time.
    bool until(const std::function<bool()>& there);

private:
    friend class Window;
    void wake();

    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::vector<Window*> windows_;
};

class Window {
public:
    // Connects to this server; what is kept goes into this folder, and nowhere without one.
    Window(Room& room, std::string who, const std::string& url, std::string folder = {});
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Each waits until the widget is there and may be used.
    void click(const std::string& widget);
    // The first widget whose name begins and ends so: what is named after an id ("request.*.open").
    void click_like(const std::string& beginning, const std::string& end);
    void write(const std::string& field, std::string_view text);
    // Opens the list of this name and takes this option.
    void choose(const std::string& list, const std::string& option);
    void press(ui::Key key, bool control = false);

    // Waits until this can be read on the screen; a widget of this name is drawn; it is gone.
    void sees(const std::string& text);
    void sees(text::Key key, std::initializer_list<std::string> arguments = {});
    void has(const std::string& widget);
    void has_no(const std::string& widget);
    // Waits until everything done here was accepted or refused by the server.
    void settles();
    // Waits until this holds of what the client knows.
    void knows(const std::string& what, const std::function<bool(const model::Model&)>& true_of);

    // Keeps what there is to keep, as a second later.
    void remembers() { program_->remember(true); }
    void signs_out();

    const model::Model& model() const { return program_->model(); }
    ui::Harness& screen() { return screen_; }
    // What was refused so far, by key.
    const std::vector<std::string>& refusals() const { return program_->refusals(); }

private:
    friend class Room;
    void take_in();
    void expect(const std::string& what, const std::function<bool()>& there);
    void use(const std::string& widget);
    void scroll_to(const std::string& widget);

    Room& room_;
    std::string who_;
    platform::Memory memory_;
    std::unique_ptr<program::Program> program_;  // made after the screen, which draws once before
    ui::Harness screen_;
};

}  // namespace casustafel::live
