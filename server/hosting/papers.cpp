#include "server/hosting/papers.hpp"

#include <utility>

#include "server/codec/record.hpp"
#include "server/hosting/frames.hpp"
#include "server/report/page.hpp"
#include "server/results/results.hpp"

namespace casustafel::hosting {
namespace {

struct Made {
    std::uint64_t seq = 0;
    Frame frame;  // nullptr: the log could not be read
};

v1::ServerFrame written(Paper paper, const PaperSource& from,
                        const std::vector<core::Record>& records) {
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
Made make_of(Paper paper, store::Store& store, const PaperSource& from) {
    const auto loaded = store.load(from.id);
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

}  // namespace

std::string_view asked_by_name(Paper paper) {
    return paper == Paper::results ? "ask_results" : "ask_report";
}

void Papers::ask(ConnectionId connection, Paper paper, const PaperSource& from,
                 std::uint64_t durable_seq) {
    OnFile& file = on_file_[paper];
    file.asked_by.insert(connection);
    if (file.frame != nullptr && file.seq == durable_seq) return give(paper);
    if (!file.making) make(paper, from);
}

void Papers::make(Paper paper, const PaperSource& from) {
    on_file_[paper].making = true;
    work_.run([this, alive = std::weak_ptr<bool>(alive_), paper, &store = store_,
               from]() -> Work::Finish {
        Made made = make_of(paper, store, from);
        return [this, alive, paper, made = std::move(made)] {
            if (alive.expired()) return;
            OnFile& file = on_file_[paper];
            file.making = false;
            file.frame = made.frame;
            file.seq = made.seq;
            give(paper);
        };
    });
}

void Papers::give(Paper paper) {
    OnFile& file = on_file_[paper];
    for (const ConnectionId asked : std::exchange(file.asked_by, {}))
        give_(asked, paper, file.frame);
    // A page is large and seldom asked for twice.
    if (paper != Paper::results) file.frame = nullptr;
}

}  // namespace casustafel::hosting
