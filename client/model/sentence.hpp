#pragma once
// A sentence that came as a text key with typed arguments, in the reader's language. Windows and
// consoles say the same with it.
#include <string>

#include "assets/text/text.hpp"
#include "casustafel/v1/results.pb.h"

namespace casustafel::model {

// How times are said: with their day in a case of more days.
struct Reading {
    text::Language language = text::Language::nl;
    bool with_days = false;
};

// The whole sentence; its key when this program does not know it.
std::string words(const v1::Sentence& sentence, const Reading& reading);

// "A03 Aangiften ingetrokken".
std::string words(const v1::Named& named, const Reading& reading);

// "10:33", or "dag 1, 10:33".
std::string time_words(std::int64_t sim_ms, const Reading& reading);

// "1 maart 2025", of a day as the rules write it ("2025-03-01").
std::string date_words(const std::string& day, text::Language);

// "Bron: Wpg art. 16, nagelezen op 1 maart 2025 · nog niet bevestigd door een jurist"; empty when
// the case names no source.
std::string source_words(const v1::Basis&, text::Language);

// "52 onderweg", or that there is too little to say.
std::string words(const v1::ResultsValue& value, const Reading& reading);

// "Gevoelig voor één gebeurtenis: 46 tot 57."; empty without a range.
std::string range_words(const v1::ResultsValue& value, const Reading& reading);

}  // namespace casustafel::model
