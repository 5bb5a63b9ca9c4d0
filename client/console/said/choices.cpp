#include "client/console/said/choices.hpp"

#include <cctype>

#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

using namespace contract;

constexpr WordList lists[] = {
    {"purpose", words<Purpose>, "purpose."},
    {"category", words<Category>, "category."},
    {"form", words<Form>, "form.", 0},
    {"mark", words<Mark>, "ui.mark_"},
    {"meeting_phase", words<MeetingPhase>, "meeting_phase."},
    {"meeting_format", words<MeetingFormat>, "meeting_format."},
    {"refusal_reason", words<RefusalReason>, "refusal_reason.", 0},
};

std::string lower(std::string_view text) {
    std::string out;
    for (const char character : text) {
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    }
    return out;
}

}  // namespace

const WordList* word_list(std::string_view kind) {
    for (const WordList& each : lists)
        if (each.kind == kind) return &each;
    return nullptr;
}

std::optional<std::size_t> choose(const Printer& printer, const WordList& list,
                                  std::string_view typed) {
    const std::string wanted = lower(typed);
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < list.words.size(); ++at) {
        const std::string word(list.words[at]);
        if (wanted == word || wanted == std::to_string(static_cast<int>(at) + list.first_number))
            return at;
        std::string label = lower(printer.words(std::string(list.prefix) + word));
        const bool fits = !wanted.empty() && label.starts_with(wanted);
        if (fits && found) return std::nullopt;
        if (fits) found = at;
    }
    return found;
}

}  // namespace casustafel::console
