// Session, the part about what a session shows so far, as numbers or as a page: made beside the
// loop of what the store says is durable, each kind once at a time, given to trainers only.
#include <algorithm>

#include "server/codec/record.hpp"
#include "server/hosting/frames.hpp"
#include "server/hosting/limits.hpp"
#include "server/hosting/session.hpp"
#include "server/report/page.hpp"
#include "server/results/results.hpp"

namespace casustafel::hosting {
namespace {

struct Made {
    std::uint64_t seq = 0;
    Frame frame;  // nullptr: the log could not be read
};

// What a paper is made of, held for as long as that takes.
struct Source {
    store::Store& store;
    std::string id, code;
    std::shared_ptr<const core::Scenario> scenario;
};

v1::ServerFrame written(Paper paper, const Source& from, const std::vector<core::Record>& records) {
    v1::ServerFrame frame;
    if (paper == Paper::results) {
        *frame.mutable_results() = results::results(*from.scenario, records);
        return frame;
    }
    report::PageOptions options;
    options.code = from.code;
    options.language = paper == Paper::report_en ? text::Language::en : text::Language::nl;
    frame.mutable_report()->set_html(report::page(*from.scenario, records, options));
    return frame;
}

// Everything of it happens on a worker's thread: reading, decoding, scoring and encoding.
Made make_of(Paper paper, const Source& from) {
    const auto loaded = from.store.load(from.id);
    if (!loaded) return {};
    std::vector<core::Record> records;
    records.reserve(loaded->records.size());
    for (const std::string& bytes : loaded->records) {
        auto record = codec::decode_record(bytes);
        if (!record) return {};
        records.push_back(std::move(*record));
    }
    return {records.size(), encoded(written(paper, from, records))};
}

std::string_view asked_by_name(Paper paper) {
    return paper == Paper::results ? "ask_results" : "ask_report";
}

}  // namespace

void Session::ask(ConnectionId connection, Paper paper) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end() || !found->second.trainer)
        return refuse(connection, asked_by_name(paper), "trainer_only");
    if (!readable_) return refuse(connection, asked_by_name(paper), "session_held");
    PaperOnFile& file = papers_[paper];
    file.asked_by.insert(connection);
    if (file.frame != nullptr && file.seq == durable_seq_) return give(paper);
    if (!file.making) make(paper);
}

void Session::make(Paper paper) {
    papers_[paper].making = true;
    around_.work.run([this, alive = std::weak_ptr<bool>(alive_), paper,
                      from = Source{around_.store, id_, code_, texts_.scenario}]() -> Work::Finish {
        Made made = make_of(paper, from);
        return [this, alive, paper, made = std::move(made)] {
            if (alive.expired()) return;
            PaperOnFile& file = papers_[paper];
            file.making = false;
            file.frame = made.frame;
            file.seq = made.seq;
            give(paper);
        };
    });
}

// What it was made of is durable, so it may leave at what is durable now.
void Session::give(Paper paper) {
    PaperOnFile& file = papers_[paper];
    const std::string_view about = asked_by_name(paper);
    for (const ConnectionId asked : std::exchange(file.asked_by, {})) {
        const auto found = watchers_.find(asked);
        if (found == watchers_.end() || !found->second.trainer) continue;
        if (file.frame == nullptr)
            refuse(asked, about, "storage");
        else if (file.frame->size() > limits::paper_bytes)
            refuse(asked, about, "report_too_large");
        else
            gate_.send(asked, file.frame, gate_.durable_position(), Counted::no);
    }
    // A page is large and seldom asked for twice.
    if (paper != Paper::results) file.frame = nullptr;
}

}  // namespace casustafel::hosting
