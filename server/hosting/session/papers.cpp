#include "server/hosting/session/papers.hpp"

#include <algorithm>
#include <utility>

#include "server/codec/record.hpp"
#include "server/core/rules/apply.hpp"
#include "server/handout/handout.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/limits.hpp"
#include "server/report/page.hpp"
#include "server/results/results.hpp"

namespace casustafel::hosting {
namespace {

struct Made {
    std::uint64_t seq = 0;
    std::vector<Frame> pieces;  // empty: the log could not be read
};

// Cut where a character begins, so that each piece is text by itself.
std::vector<Frame> in_pieces(std::string_view html) {
    std::vector<Frame> pieces;
    while (!html.empty()) {
        std::size_t size = std::min(html.size(), limits::paper_piece_bytes);
        while (size < html.size() && (html[size] & 0xC0) == 0x80) --size;
        v1::ServerFrame frame;
        frame.mutable_report()->set_html(std::string(html.substr(0, size)));
        html.remove_prefix(size);
        frame.mutable_report()->set_more(!html.empty());
        pieces.push_back(encoded(frame));
    }
    return pieces;
}

std::vector<Frame> written(Paper paper, const PaperSource& from,
                           const std::vector<core::Record>& records) {
    if (paper == Paper::results) {
        v1::ServerFrame frame;
        *frame.mutable_results() = results::results(*from.scenario, records);
        return {encoded(frame)};
    }
    const bool english = paper == Paper::report_en || paper == Paper::handout_en;
    const auto language = english ? text::Language::en : text::Language::nl;
    if (is_handout(paper)) {
        core::State state = core::initial(*from.scenario);
        for (const core::Record& record : records) core::apply(state, record);
        return in_pieces(handout::page(state, from.now, {from.code, language, from.names}));
    }
    report::PageOptions options;
    options.code = from.code;
    options.language = language;
    return in_pieces(report::page(*from.scenario, records, options));
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
    return {records.size(), written(paper, from, records)};
}

}  // namespace

std::string_view asked_by_name(Paper paper) {
    return paper == Paper::results ? "ask_results" : "ask_report";
}

void Papers::ask(ConnectionId connection, Paper paper, const PaperSource& from,
                 std::uint64_t durable_seq) {
    OnFile& file = on_file_[paper];
    file.asked_by.insert(connection);
    if (!file.pieces.empty() && file.seq == durable_seq) return give(paper);
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
            file.pieces = made.pieces;
            file.seq = made.seq;
            give(paper);
        };
    });
}

void Papers::give(Paper paper) {
    OnFile& file = on_file_[paper];
    for (const ConnectionId asked : std::exchange(file.asked_by, {}))
        give_(asked, paper, file.pieces);
    // A page is large and seldom asked for twice.
    if (paper != Paper::results) file.pieces.clear();
}

}  // namespace casustafel::hosting
