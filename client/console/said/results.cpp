#include "client/console/said/results.hpp"

#include "client/model/view.hpp"

namespace casustafel::console {
namespace {

class Page {
public:
    Page(const Printer& printer, const v1::Results& results, bool with_days)
        : printer_(printer), results_(results), reading_{printer.language(), with_days} {}

    void print() const {
        line(say(results_.ended() ? "results.as_of_end" : "results.as_of",
                 {model::time_words(results_.sim_ms(), reading_)}));
        headings();
        for (const v1::Indicator& indicator : results_.team()) whole(indicator);
        flags();
        scopes();
        decisions();
        lines("results.swap", results_.swap());
        lines("report.removed", results_.left_out());
        corrections();
    }

private:
    std::string say(const std::string& key, const std::vector<std::string>& arguments = {}) const {
        return printer_.words(key, arguments);
    }
    void line(const std::string& words) const { printer_.say_plain(words); }
    void title(const std::string& key) const {
        line("");
        line(say(key));
    }

    void headings() const {
        title("report.sharing");
        number("  ", results_.sharing().value());
        line("  " + say("report.arrived") + ": " + model::words(results_.arrived(), reading_));
        line("  " + say("report.careful") + ": " + model::words(results_.careful(), reading_));
        title("report.cooperation");
        number("  ", results_.cooperation().value());
    }

    void number(const std::string& before, const v1::ResultsValue& value) const {
        const std::string range = model::range_words(value, reading_);
        line(before + model::words(value, reading_) + (range.empty() ? "" : ". " + range));
    }

    std::string name(const v1::Indicator& indicator) const {
        std::string id = indicator.id();
        if (!id.empty()) id[0] = static_cast<char>(id[0] - 'a' + 'A');
        return id + " " + say("indicator." + indicator.id() + ".name");
    }
    std::string opportunities(const v1::Indicator& indicator) const {
        return say("report.opportunities", {std::to_string(indicator.opportunities())});
    }

    void whole(const v1::Indicator& indicator) const {
        line("");
        number(name(indicator) + " (" + opportunities(indicator) + "): ", indicator.value());
        for (const v1::Sentence& remark : indicator.remarks())
            line("  " + model::words(remark, reading_));
        for (const v1::EvidenceLine& evidence : indicator.evidence()) {
            std::string words = model::words(evidence.sentence(), reading_);
            for (const v1::Sentence& why : evidence.why())
                words += " " + model::words(why, reading_);
            line("  - " + words);
        }
        if (indicator.evidence_left_out() > 0)
            line("  " +
                 say("report.evidence_more", {std::to_string(indicator.evidence_left_out())}));
    }

    void flags() const {
        title("report.flags");
        if (results_.flags().empty()) line("  " + say("report.flags_none"));
        for (const v1::ResultsFlag& flag : results_.flags())
            line("  - " + model::words(flag.sentence(), reading_));
    }

    void scopes() const {
        title("report.by_table");
        for (const v1::Indicator& indicator : results_.tables()) of(indicator.table(), indicator);
        title("results.per_role");
        for (const v1::Indicator& indicator : results_.roles()) of(indicator.role(), indicator);
    }
    void of(const std::string& whose, const v1::Indicator& indicator) const {
        if (indicator.opportunities() == 0) return;
        line("  " + whose + ", " + name(indicator) + " (" + opportunities(indicator) +
             "): " + model::words(indicator.value(), reading_));
    }

    void decisions() const {
        title("report.decisions");
        if (results_.decisions().empty()) line("  " + say("results.no_decisions"));
        for (const v1::DecisionResult& each : results_.decisions()) {
            const std::string value =
                each.counted() ? model::words(each.value(), reading_) : say("report.removed");
            line("  " + model::words(each.decision(), reading_) + ": " + value);
            line("    " + model::words(each.taken(), reading_));
            for (const v1::Sentence& remark : each.remarks())
                line("    " + model::words(remark, reading_));
            for (const v1::RequiredResult& required : each.required()) {
                line("    - " + model::words(required.item(), reading_) + ": " +
                     model::words(required.words(), reading_) +
                     (required.has_could() ? ". " + model::words(required.could(), reading_) : ""));
            }
        }
    }

    void corrections() const {
        if (results_.corrections().empty()) return;
        title("report.corrections_title");
        for (const v1::CorrectionResult& each : results_.corrections()) {
            line("  - " + model::words(each.about(), reading_));
            for (const v1::Sentence& remark : each.remarks())
                line("    " + model::words(remark, reading_));
        }
        for (const v1::Sentence& number : results_.corrected())
            line("  " + model::words(number, reading_));
    }

    template <class Sentences>
    void lines(const std::string& key, const Sentences& sentences) const {
        if (sentences.empty()) return;
        title(key);
        for (const v1::Sentence& sentence : sentences)
            line("  - " + model::words(sentence, reading_));
    }

    const Printer& printer_;
    const v1::Results& results_;
    model::Reading reading_;
};

}  // namespace

void show_results(const Printer& printer, const v1::Results& results, bool with_days) {
    if (printer.json())
        printer.object({{"results", json_of(results)}});
    else
        Page(printer, results, with_days).print();
}

}  // namespace casustafel::console
