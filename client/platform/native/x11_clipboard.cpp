#include "client/platform/native/x11_clipboard.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

namespace casustafel::platform {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int most_pieces = 400;  // some 25 MB: more than any field takes
constexpr int patience_ms = 1'000;
constexpr long all_of_it = 0x1FFFFFFF;  // in units of four bytes

// An invisible window of our own on the display.
class Peer {
public:
    Peer() : display_(XOpenDisplay(nullptr), XCloseDisplay) {
        if (display_ == nullptr) return;
        window_ = XCreateSimpleWindow(display(), DefaultRootWindow(display()), 0, 0, 1, 1, 0, 0, 0);
        XSelectInput(display(), window_, PropertyChangeMask);
    }
    bool works() const { return display_ != nullptr; }
    Display* display() const { return display_.get(); }
    ::Window window() const { return window_; }
    Atom atom(const char* name) const { return XInternAtom(display(), name, False); }

    // The next event for which `wanted` says yes; false when it does not come in time.
    bool wait(XEvent& event, const std::function<bool(const XEvent&)>& wanted) {
        const auto until = Clock::now() + std::chrono::milliseconds(patience_ms);
        while (Clock::now() < until) {
            while (XPending(display()) > 0) {
                XNextEvent(display(), &event);
                if (wanted(event)) return true;
            }
            pollfd line{ConnectionNumber(display()), POLLIN, 0};
            poll(&line, 1, 50);
        }
        return false;
    }

    // Takes what stands in the property away; its type, or None.
    Atom take(Atom property, std::string& bytes) {
        Atom type = None;
        int format = 0;
        unsigned long count = 0, left = 0;
        unsigned char* data = nullptr;
        XGetWindowProperty(display(), window_, property, 0, all_of_it, True, AnyPropertyType, &type,
                           &format, &count, &left, &data);
        if (data != nullptr && format == 8)
            bytes.append(reinterpret_cast<const char*>(data), count);
        if (data != nullptr) XFree(data);
        return type;
    }

private:
    std::unique_ptr<Display, int (*)(Display*)> display_;
    ::Window window_ = None;
};

// The pieces that follow, up to an empty one. Of what is far too much the begin, which is too much
// for any field, and so is told.
std::optional<std::string> read_pieces(Peer& peer, Atom property) {
    std::string all;
    XEvent event;
    for (int piece = 0; piece < most_pieces; ++piece) {
        const bool came = peer.wait(event, [&](const XEvent& each) {
            return each.type == PropertyNotify && each.xproperty.atom == property &&
                   each.xproperty.state == PropertyNewValue;
        });
        if (!came) return std::nullopt;
        const std::size_t before = all.size();
        peer.take(property, all);
        if (all.size() == before) return all;
    }
    return all;
}

// What another program asks of the owner: the text, in which kinds it can be had, and since when.
void answer(Peer& peer, const XSelectionRequestEvent& asked, const std::string& text) {
    const Atom utf8 = peer.atom("UTF8_STRING"), targets = peer.atom("TARGETS");
    XEvent reply{};
    reply.xselection = {SelectionNotify,
                        0,
                        True,
                        asked.display,
                        asked.requestor,
                        asked.selection,
                        asked.target,
                        asked.property,
                        asked.time};
    if (asked.target == targets) {
        const Atom kinds[] = {targets, utf8};
        XChangeProperty(peer.display(), asked.requestor, asked.property, XA_ATOM, 32,
                        PropModeReplace, reinterpret_cast<const unsigned char*>(kinds), 2);
    } else if (asked.target == utf8) {
        XChangeProperty(peer.display(), asked.requestor, asked.property, utf8, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size()));
    } else {
        reply.xselection.property = None;
    }
    XSendEvent(peer.display(), asked.requestor, False, 0, &reply);
    XFlush(peer.display());
}

}  // namespace

std::optional<std::string> read_x11_clipboard() {
    Peer peer;
    if (!peer.works()) return std::nullopt;
    const Atom clipboard = peer.atom("CLIPBOARD"), property = peer.atom("CASUSTAFEL_PASTE");
    if (XGetSelectionOwner(peer.display(), clipboard) == None) return std::nullopt;
    XConvertSelection(peer.display(), clipboard, peer.atom("UTF8_STRING"), property, peer.window(),
                      CurrentTime);
    XEvent event;
    const bool answered =
        peer.wait(event, [](const XEvent& each) { return each.type == SelectionNotify; });
    if (!answered || event.xselection.property == None) return std::nullopt;
    std::string text;
    const Atom type = peer.take(property, text);
    if (type != peer.atom("INCR")) return text;
    return read_pieces(peer, property);
}

bool leave_on_x11_clipboard(const std::string& text) {
    Peer peer;
    if (!peer.works() || text.empty()) return false;
    const Atom manager = peer.atom("CLIPBOARD_MANAGER"), clipboard = peer.atom("CLIPBOARD");
    // A larger one would have to be given in pieces.
    const auto most = static_cast<std::size_t>(XMaxRequestSize(peer.display())) * 4 - 1'000;
    if (XGetSelectionOwner(peer.display(), manager) == None || text.size() > most) return false;
    XSetSelectionOwner(peer.display(), clipboard, peer.window(), CurrentTime);
    XConvertSelection(peer.display(), manager, peer.atom("SAVE_TARGETS"),
                      peer.atom("CASUSTAFEL_SAVE"), peer.window(), CurrentTime);
    XEvent event;
    const bool told = peer.wait(event, [&](const XEvent& each) {
        if (each.type == SelectionRequest) answer(peer, each.xselectionrequest, text);
        return each.type == SelectionNotify && each.xselection.selection == manager;
    });
    return told && event.xselection.property != None;
}

}  // namespace casustafel::platform
