// The clipboard of X11 with another program on the other side of the display: texts of any length
// come whole, and what was copied outlives the program that it was copied in.
#include "client/platform/native/x11_clipboard.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <thread>

#include "display.hpp"

// Last, since they make macros of common words.
#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace casustafel::platform {
namespace {

// Another program: owns selections and answers as a text editor or a clipboard manager does.
class Neighbour {
public:
    Neighbour(const char* selection, std::string text)
        : display_(XOpenDisplay(nullptr)), text_(std::move(text)) {
        window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
        XSetSelectionOwner(display_, atom(selection), window_, CurrentTime);
        XSync(display_, False);
        thread_ = std::thread([this] { serve(); });
    }
    ~Neighbour() {
        over_ = true;
        thread_.join();
        XCloseDisplay(display_);
    }
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;

    std::string saved() { return saved_ ? kept_ : ""; }

private:
    Atom atom(const char* name) { return XInternAtom(display_, name, False); }

    void serve() {
        while (!over_) {
            if (XPending(display_) == 0) {
                pollfd line{ConnectionNumber(display_), POLLIN, 0};
                poll(&line, 1, 20);
                continue;
            }
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest) answer(event.xselectionrequest);
            if (event.type == PropertyNotify && event.xproperty.state == PropertyDelete &&
                event.xproperty.window == asker_)
                give_piece();
            if (event.type == SelectionNotify) keep(event.xselection);
        }
    }

    void answer(const XSelectionRequestEvent& asked) {
        if (asked.target == atom("SAVE_TARGETS")) {
            waiting_ = asked;
            XConvertSelection(display_, atom("CLIPBOARD"), atom("UTF8_STRING"), atom("KEPT"),
                              window_, CurrentTime);
            return;
        }
        if (text_.size() > 100'000) {
            asker_ = asked.requestor;
            property_ = asked.property;
            left_ = text_;
            XSelectInput(display_, asker_, PropertyChangeMask);
            const long size = static_cast<long>(text_.size());
            XChangeProperty(display_, asker_, property_, atom("INCR"), 32, PropModeReplace,
                            reinterpret_cast<const unsigned char*>(&size), 1);
        } else {
            put(asked.requestor, asked.property, text_);
        }
        notify(asked);
    }

    void give_piece() {
        const std::string piece = left_.substr(0, 60'000);
        left_.erase(0, piece.size());
        put(asker_, property_, piece);
        if (piece.empty()) asker_ = None;
    }

    void put(::Window to, Atom property, const std::string& bytes) {
        XChangeProperty(display_, to, property, atom("UTF8_STRING"), 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(bytes.data()),
                        static_cast<int>(bytes.size()));
        XFlush(display_);
    }

    void notify(const XSelectionRequestEvent& asked) {
        XEvent reply{};
        reply.xselection.type = SelectionNotify;
        reply.xselection.requestor = asked.requestor;
        reply.xselection.selection = asked.selection;
        reply.xselection.target = asked.target;
        reply.xselection.property = asked.property;
        XSendEvent(display_, asked.requestor, False, 0, &reply);
        XFlush(display_);
    }

    void keep(const XSelectionEvent& event) {
        Atom type = None;
        int format = 0;
        unsigned long count = 0, left = 0;
        unsigned char* data = nullptr;
        XGetWindowProperty(display_, window_, event.property, 0, 1'000'000, True, AnyPropertyType,
                           &type, &format, &count, &left, &data);
        if (data == nullptr) return;
        kept_.assign(reinterpret_cast<const char*>(data), count);
        XFree(data);
        saved_ = true;
        notify(waiting_);
    }

    ::Display* display_;
    ::Window window_ = None, asker_ = None;
    Atom property_ = None;
    XSelectionRequestEvent waiting_{};
    std::string text_, left_, kept_;
    std::atomic<bool> over_ = false, saved_ = false;
    std::thread thread_;
};

class X11Clipboard : public testing::Test {
protected:
    Display display{640, 480};
    ::Display* first = nullptr;  // an Xvfb that nobody is connected to starts again
    void SetUp() override {
        if (!display.runs()) GTEST_SKIP() << "no Xvfb here";
        first = XOpenDisplay(nullptr);
        ASSERT_NE(first, nullptr);
    }
    void TearDown() override {
        if (first != nullptr) XCloseDisplay(first);
    }
};

TEST_F(X11Clipboard, gives_a_text_of_any_length_whole) {
    EXPECT_EQ(read_x11_clipboard(), std::nullopt) << "nobody copied anything";
    for (const std::size_t length : {0UL, 5UL, 99'999UL, 100'001UL, 300'000UL, 2'000'000UL}) {
        std::string text;
        while (text.size() < length) text += "één " + std::to_string(text.size()) + '\n';
        const Neighbour other("CLIPBOARD", text);
        EXPECT_EQ(read_x11_clipboard(), text) << length;
    }
}

TEST_F(X11Clipboard, leaves_what_was_copied_with_the_manager_of_the_clipboard) {
    EXPECT_FALSE(leave_on_x11_clipboard("niemand bewaart het"));
    Neighbour manager("CLIPBOARD_MANAGER", "");
    EXPECT_TRUE(leave_on_x11_clipboard("Bel Mirjam vóór dinsdag"));
    EXPECT_EQ(manager.saved(), "Bel Mirjam vóór dinsdag");
}

}  // namespace
}  // namespace casustafel::platform
