#include "server/telling/evidence.hpp"

#include "server/report/sections.hpp"

namespace casustafel::report {

std::string event_anchor(std::uint64_t seq) { return "e" + std::to_string(seq); }

Html event_link(const Wording& wording, std::uint64_t seq) {
    const std::string number = std::to_string(seq);
    return Html::element("a",
                         {{"class", "event"},
                          {"href", "#" + event_anchor(seq)},
                          {"title", wording.plain(text::Key::report_event_link, {number})}},
                         {Html::text(number)});
}

Html event_links(const Wording& wording, const std::vector<std::uint64_t>& seqs) {
    Html all;
    for (const std::uint64_t seq : seqs) {
        if (!all.empty()) all += Html::text(" ");
        all += event_link(wording, seq);
    }
    return all;
}

Html evidence_line(const Wording& wording, const score::Evidence& evidence) {
    const telling::EvidenceTold told = telling::tell(wording.scenario(), evidence);
    Html line = wording.say(told.found);
    const auto add = [&](const Html& more) {
        if (more.empty()) return;
        line += Html::text(" ");
        line += Html::element("span", {{"class", "why"}}, {more});
    };
    for (const telling::KeyedText& why : told.why) add(wording.say(why));
    add(Html::text(wording.of(told.reason)));
    for (const telling::KeyedText& chance : told.chances) add(wording.say(chance));
    line += Html::text(" ");
    // Kept together on one line.
    if (!evidence.seqs.empty())
        line += Html::element("span", {{"class", "events"}}, {event_links(wording, evidence.seqs)});
    return Html::element("li", {line});
}

}  // namespace casustafel::report
