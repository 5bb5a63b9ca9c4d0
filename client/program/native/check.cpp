#include "client/program/native/check.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>
#include <variant>

#include "casustafel/v1/envelope.pb.h"
#include "client/net/native/line.hpp"
#include "client/net/native/posted.hpp"
#include "client/net/native/probe.hpp"
#include "client/platform/native/display.hpp"
#include "client/platform/native/file_keeping.hpp"
#include "client/platform/native/files.hpp"
#include "proto/contract/versions.hpp"

namespace casustafel::program {
namespace {

using client_net::Event;
using client_net::Probe;
using Arguments = std::vector<std::string>;
using Reached = Probe::Reached;
using Verdict = CheckLine::Verdict;

constexpr auto patience = std::chrono::seconds(10);
constexpr std::int64_t tolerable_clock_ms = 120'000;
constexpr int least_width = 1280, least_height = 720;

std::string spoken(const std::string& key, text::Language language, const Arguments& arguments) {
    const auto found = text::find(key);
    return found ? text::say(*found, language, arguments) : key;
}

class Checker {
public:
    explicit Checker(text::Language language) : language_(language) {}

    std::vector<CheckLine> run(std::string_view url) {
        const auto parsed = client_net::parse_address(url);
        if (const auto* error = std::get_if<client_net::AddressError>(&parsed))
            add(Verdict::wrong,
                say("address." + std::string(client_net::name(*error)), {std::string(url)}),
                say("check.address_do"));
        else
            look_at_way(std::get<client_net::Address>(parsed));
        look_at_letters();
        look_at_display();
        look_at_folder();
        return std::move(lines_);
    }

private:
    std::string say(const std::string& key, const Arguments& arguments = {}) const {
        return spoken(key, language_, arguments);
    }
    void add(Verdict verdict, std::string said, std::string advice = {}) {
        lines_.push_back({verdict, std::move(said), std::move(advice)});
    }

    void look_at_way(const client_net::Address& address) {
        client_net::ConnectOptions options;
        options.address = address;
        const Probe found = client_net::probe(options);
        const std::string server = address.text();
        if (found.reached == Reached::nothing)
            return add(Verdict::wrong, say("check.no_name", {found.first, found.detail}),
                       say("check.no_name_do"));
        std::string numbers;
        for (const std::string& one : found.addresses)
            numbers += (numbers.empty() ? "" : ", ") + one;
        add(Verdict::good, say("check.name", {found.first, numbers}));
        if (found.reached == Reached::name)
            return add(Verdict::wrong, say("check.not_reached", {server, found.detail}),
                       say("check.not_reached_do", {server}));
        add(Verdict::good, found.proxy.empty() ? say("check.reached", {server})
                                               : say("check.reached_by", {server, found.proxy}));
        if (address.encrypted && !look_at_certificate(found, server)) return;
        look_at_ways(options, server);
        look_at_clock(found);
    }

    bool look_at_certificate(const Probe& found, const std::string& server) {
        if (found.reached == Reached::server) {
            add(Verdict::wrong, say("check.not_secured", {server, found.detail}),
                say("check.not_secured_do"));
            return false;
        }
        const Arguments shown{found.certificate_of, found.certificate_until, found.detail};
        if (found.certificate_good) {
            add(Verdict::good, say("check.certificate", shown));
            return true;
        }
        const std::string flaw =
            found.certificate_flaw.empty() ? "refused" : found.certificate_flaw;
        add(Verdict::wrong, say("check.wrong_certificate", shown),
            say("close.certificate_" + flaw, {server}));
        return false;
    }

    // This program takes a WebSocket; a browser takes one of three ways.
    void look_at_ways(const client_net::ConnectOptions& options, const std::string& server) {
        const auto no_socket = look_at_line(options, server);
        const bool stream = look_at_posted(options, client_net::Way::stream, "check.stream");
        const bool poll = look_at_posted(options, client_net::Way::poll, "check.poll");
        if (!no_socket) return;
        add(Verdict::wrong, *no_socket,
            say(stream || poll ? "check.no_line_do" : "check.no_way_do", {server}));
    }

    bool look_at_posted(const client_net::ConnectOptions& options, client_net::Way way,
                        const std::string& key) {
        const auto trial = client_net::try_posted(options, way, hello());
        const bool good = is_welcome(trial.batch);
        if (good)
            add(Verdict::good, say(key));
        else
            add(Verdict::notice, say("check.no_" + key.substr(key.find('.') + 1), {trial.detail}),
                say("check.no_other_way_do"));
        return good;
    }

    // Says Hello and waits for what the server answers, as the window would. Why there is no line.
    std::optional<std::string> look_at_line(const client_net::ConnectOptions& options,
                                            const std::string& server) {
        const auto line = client_net::connect(options, [] {});
        const auto until = std::chrono::steady_clock::now() + patience;
        Event last{.reason = client_net::Reason::silent};
        for (std::vector<Event> events; std::chrono::steady_clock::now() < until; events.clear()) {
            line->poll(events);
            for (Event& event : events) {
                if (event.kind == Event::Kind::received) {
                    greet(event.bytes, server);
                    return std::nullopt;
                }
                if (event.kind == Event::Kind::opened) line->send(hello());
                last = std::move(event);
            }
            if (last.kind == Event::Kind::waiting_to_retry ||
                last.kind == Event::Kind::closed_for_good)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return say("check.no_line", {say(client_net::sentence_of(last), {server})});
    }

    static bool is_welcome(const std::string& bytes) {
        v1::ServerBatch batch;
        return batch.ParseFromString(bytes) && batch.frames_size() > 0 &&
               batch.frames(0).has_welcome();
    }

    static std::string hello() {
        v1::ClientFrame frame;
        frame.mutable_hello()->set_oldest_version(contract::oldest_version);
        frame.mutable_hello()->set_newest_version(contract::newest_version);
        frame.mutable_hello()->set_program("casustafel-client --check " CASUSTAFEL_VERSION);
        return frame.SerializeAsString();
    }

    void greet(const std::string& bytes, const std::string& server) {
        v1::ServerBatch batch;
        if (is_welcome(bytes) && batch.ParseFromString(bytes))
            add(Verdict::good,
                say("check.line", {batch.frames(0).welcome().server(), CASUSTAFEL_VERSION}));
        else
            add(Verdict::wrong, say("check.other_version", {server}),
                say("check.other_version_do"));
    }

    void look_at_clock(const Probe& found) {
        if (!found.clock_ahead_ms) return;
        const std::string seconds = std::to_string(std::abs(*found.clock_ahead_ms) / 1000);
        if (std::abs(*found.clock_ahead_ms) < tolerable_clock_ms)
            add(Verdict::good, say("check.clock", {seconds}));
        else
            add(Verdict::notice, say("check.wrong_clock", {seconds}), say("check.wrong_clock_do"));
    }

    void look_at_letters() {
        const auto letters = platform::load_fonts();
        if (const auto* missing = std::get_if<std::string>(&letters))
            add(Verdict::wrong, say("check.no_letters"), say("client.no_fonts", {*missing}));
        else
            add(Verdict::good, say("check.letters"));
    }

    void look_at_display() {
        const auto size = platform::display_size();
        if (!size) return add(Verdict::wrong, say("check.no_display"), say("check.no_display_do"));
        const Arguments shown{std::to_string(size->width), std::to_string(size->height)};
        if (size->width >= least_width && size->height >= least_height)
            add(Verdict::good, say("check.display", shown));
        else
            add(Verdict::notice, say("check.small_display", shown), say("check.small_display_do"));
    }

    void look_at_folder() {
        platform::FileKeeping keeping(platform::FileKeeping::usual_folder());
        const std::string name = "check";
        const bool writes = !keeping.place().empty() && keeping.write(name, "\n");
        keeping.forget(name);
        if (writes)
            add(Verdict::good, say("check.folder", {keeping.place()}));
        else
            add(Verdict::notice, say("check.no_folder"), say("check.no_folder_do"));
    }

    text::Language language_;
    std::vector<CheckLine> lines_;
};

}  // namespace

std::vector<CheckLine> check(std::string_view url, text::Language language) {
    return Checker(language).run(url);
}

bool can_take_part(const std::vector<CheckLine>& lines) {
    return std::ranges::none_of(
        lines, [](const CheckLine& line) { return line.verdict == Verdict::wrong; });
}

std::string page_of(const std::vector<CheckLine>& lines, std::string_view url,
                    text::Language language) {
    const auto say = [&](const char* key, const Arguments& arguments) {
        return spoken(key, language, arguments) + "\n";
    };
    std::string page = say("check.begin", {std::string(url)});
    int number = 0;
    for (const CheckLine& line : lines) {
        const char* key = line.verdict == Verdict::good     ? "check.is_good"
                          : line.verdict == Verdict::notice ? "check.is_notice"
                                                            : "check.is_wrong";
        page += say(key, {std::to_string(++number), line.said});
        if (!line.advice.empty()) page += say("check.advice", {line.advice});
    }
    return page + say(can_take_part(lines) ? "check.yes" : "check.no", {});
}

}  // namespace casustafel::program
