#include "window.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "client/platform/native/file_keeping.hpp"
#include "client/program/native/native_machine.hpp"

namespace casustafel::live {
namespace {

constexpr std::chrono::seconds patience{10};

program::Opening at(const std::string& url) {
    program::Opening opening;
    opening.server = url;
    opening.limits.retry_after_ms = {10, 20, 40};
    return opening;
}

}  // namespace

bool Room::until(const std::function<bool()>& there) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        for (Window* window : windows_) window->take_in();
        if (there()) return true;
        std::unique_lock lock(mutex_);
        if (!changed_.wait_until(lock, deadline, [this] { return woken_; })) return false;
        woken_ = false;
    }
}

void Room::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

Window::Window(Room& room, std::string who, const std::string& url, std::string folder)
    : room_(room),
      who_(std::move(who)),
      memory_(std::make_unique<platform::FileKeeping>(std::move(folder))),
      screen_(1600, 900, [this](ui::Ui& ui) {
          if (program_ != nullptr) program_->draw(ui);
      }) {
    program_ = std::make_unique<program::Program>(
        at(url), screen_.ui, memory_, program::native_machine([this] { room_.wake(); }));
    room_.windows_.push_back(this);
}

Window::~Window() {
    std::erase(room_.windows_, this);
    program_.reset();  // before the screen it draws on
}

void Window::take_in() {
    const std::uint64_t before = program_->heard();
    program_->update();
    if (program_->heard() != before) screen_.settle();
}

void Window::expect(const std::string& what, const std::function<bool()>& there) {
    if (room_.until(there)) return;
    throw std::runtime_error(who_ + " waits for " + what + " and sees:\n" + screen_.everything());
}

void Window::use(const std::string& widget) {
    expect("[" + widget + "] to use", [&] {
        if (!screen_.shows(widget)) scroll_to(widget);
        return screen_.shows(widget) && screen_.widget(widget).enabled;
    });
}

// As a person does who sees "3 more below" under the list of what is wanted.
void Window::scroll_to(const std::string& widget) {
    constexpr int most_pages = 20;
    for (int page = 0; page < most_pages && !screen_.shows(widget); ++page) {
        std::string below;
        for (const ui::Widget& item : screen_.ui.record().widgets()) {
            const std::size_t list = item.name.rfind(".below");
            if (list != std::string::npos && widget.starts_with(item.name.substr(0, list) + "."))
                below = item.name;
        }
        if (below.empty()) return;
        screen_.click(below);
    }
}

void Window::click(const std::string& widget) {
    use(widget);
    screen_.click(widget);
}

void Window::click_like(const std::string& beginning, const std::string& end) {
    std::string found;
    expect("[" + beginning + "..." + end + "]", [&] {
        for (const ui::Widget& item : screen_.ui.record().widgets()) {
            if (item.name.starts_with(beginning) && item.name.ends_with(end)) found = item.name;
        }
        return !found.empty();
    });
    click(found);
}

void Window::write(const std::string& field, std::string_view text) {
    click(field);
    screen_.type(text);
}

void Window::choose(const std::string& list, const std::string& option) {
    click(list);
    click(list + "." + option);
}

void Window::press(ui::Key key, bool control) { screen_.press(key, false, control); }

void Window::signs_out() {
    program_->sign_out();
    screen_.settle();
}

void Window::sees(const std::string& text) {
    expect("\"" + text + "\"", [&] { return screen_.reads(text); });
}

void Window::sees(text::Key key, std::initializer_list<std::string> arguments) {
    sees(screen_.ui.say(key, arguments));
}

void Window::has(const std::string& widget) {
    expect("[" + widget + "]", [&] { return screen_.shows(widget); });
}

void Window::has_no(const std::string& widget) {
    expect("no [" + widget + "]", [&] { return !screen_.shows(widget); });
}

void Window::settles() {
    expect("the server's answers", [&] { return model().waiting == 0; });
}

void Window::knows(const std::string& what,
                   const std::function<bool(const model::Model&)>& true_of) {
    expect(what, [&] { return true_of(model()); });
}

}  // namespace casustafel::live
