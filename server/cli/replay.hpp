#pragma once
// Looking back at a stored session: `replay` (verify it, or show any role's screen at any time),
// `report` (one HTML page) and `export` (one JSON object a record). All are folds over the log on
// disk.
#include <string>

#include "assets/text/text.hpp"

namespace casustafel::cli {

struct LookBack {
    std::string code;
    std::string data = "casustafel-data";
    text::Language language = text::Language::nl;
    bool json = false;
};

// Decides the whole log again. Exit code `differs` when it gives anything else than was recorded.
int verify_session(const LookBack&);

// What `as_role` (empty: the trainer) saw at `at`, a case time "D0 10:15" or "10:15"; empty: at the
// end.
int show_view(const LookBack&, const std::string& at, const std::string& as_role);

// The report as one HTML page in `file`; names of participants only when asked.
int write_report(const LookBack&, const std::string& file, bool with_names);

// The log on stdout: the header, then one JSON object a record.
int export_log(const LookBack&);

}  // namespace casustafel::cli
