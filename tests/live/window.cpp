#include "window.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <stdexcept>

namespace casustafel::live {
namespace {

constexpr std::chrono::seconds patience{10};

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

model::RandomBytes system_bytes() {
    return [device = std::make_shared<std::random_device>()](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>((*device)());
    };
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

Window::Window(Room& room, std::string who, const std::string& url)
    : room_(room),
      who_(std::move(who)),
      client_(system_bytes(), "test"),
      screen_(1600, 900, [this](ui::Ui& ui) {
          app_.draw(ui, client_.model(), *this, steady_ms(), trouble_);
      }) {
    room_.windows_.push_back(this);
    connect(url);
}

Window::~Window() {
    std::erase(room_.windows_, this);
    connection_.reset();  // its thread wakes the room
}

void Window::connect(const std::string& address) {
    client_net::ConnectOptions options;
    options.address = std::get<client_net::Address>(client_net::parse_address(address));
    options.limits.retry_after_ms = {10, 20, 40};
    connection_.reset();
    client_.disconnected();
    connection_ = client_net::connect(options, [this] { room_.wake(); });
}

void Window::take_in() {
    using Kind = client_net::Event::Kind;
    std::vector<client_net::Event> events;
    connection_->poll(events);
    for (const client_net::Event& event : events) {
        if (event.kind == Kind::opened) {
            trouble_ = {};
            client_.connected();
        } else if (event.kind == Kind::received) {
            if (!client_.received(event.bytes, steady_ms())) connection_->reconnect();
        } else if (event.kind != Kind::connecting) {
            trouble_ = {event.detail, event.kind == Kind::closed_for_good};
            client_.disconnected();
        }
    }
    app_.take_changes(client_.model(), client_.take_changes());
    const auto refused = client_.take_refusals();
    for (const model::Refusal& refusal : refused) refusals_.push_back(refusal.key);
    app_.take_refusals(screen_.ui, client_.model(), refused);
    flush();
    if (!events.empty()) screen_.settle();
    flush();
}

void Window::flush() {
    for (std::string& frame : client_.take_outgoing()) connection_->send(std::move(frame));
}

void Window::expect(const std::string& what, const std::function<bool()>& there) {
    if (room_.until(there)) return;
    throw std::runtime_error(who_ + " waits for " + what + " and sees:\n" + screen_.everything());
}

void Window::use(const std::string& widget) {
    expect("[" + widget + "] to use", [&] {
        if (!screen_.shows(widget)) scroll_to(widget);
        return screen_.shows(widget) && screen_.item(widget).enabled;
    });
}

// As a person does who sees "3 more below" under the list of what is wanted.
void Window::scroll_to(const std::string& widget) {
    constexpr int most_pages = 20;
    for (int page = 0; page < most_pages && !screen_.shows(widget); ++page) {
        std::string below;
        for (const ui::Item& item : screen_.ui.record().items()) {
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
    flush();
}

void Window::click_like(const std::string& beginning, const std::string& end) {
    std::string found;
    expect("[" + beginning + "..." + end + "]", [&] {
        for (const ui::Item& item : screen_.ui.record().items()) {
            if (item.name.starts_with(beginning) && item.name.ends_with(end)) found = item.name;
        }
        return !found.empty();
    });
    click(found);
}

void Window::write(const std::string& field, std::string_view text) {
    click(field);
    screen_.type(text);
    flush();
}

void Window::choose(const std::string& list, const std::string& option) {
    click(list);
    click(list + "." + option);
}

void Window::press(ui::Key key, bool control) {
    screen_.press(key, false, control);
    flush();
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
    expect("the server's answers", [&] { return client_.model().waiting == 0; });
}

void Window::knows(const std::string& what,
                   const std::function<bool(const model::Model&)>& true_of) {
    expect(what, [&] { return true_of(client_.model()); });
}

}  // namespace casustafel::live
