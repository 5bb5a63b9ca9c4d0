#pragma once
// The figures of the server as programs that watch it read them: the text form of Prometheus, and
// one JSON object for a person with a browser. Names follow Prometheus: units last, `_total` for
// what only grows.
#include <string>

#include "server/net/wire/figures.hpp"

namespace casustafel::net {

// What /metrics answers, the process that asks included (memory, time, open files).
std::string as_prometheus_text(const Figures& figures);

// What /health answers.
std::string as_json(const Figures& figures);

}  // namespace casustafel::net
