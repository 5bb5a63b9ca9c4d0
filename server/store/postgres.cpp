#include "server/store/postgres.hpp"

#include <poll.h>

#include <algorithm>
#include <array>

#include "server/store/limits.hpp"

namespace casustafel::store {
namespace {

// Of the types in the catalogue of every PostgreSQL.
constexpr Oid number_type = 20, text_type = 25, bytes_type = 17;
constexpr Oid numbers_type = 1016, texts_type = 1009, byte_strings_type = 1001;

void put(std::string& out, std::uint64_t value, int size) {
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift);
}

std::string number_bytes(std::int64_t value) {
    std::string out;
    put(out, static_cast<std::uint64_t>(value), 8);
    return out;
}

// The binary form of an array: dimensions, nulls, type, length, first index, elements.
class ArrayWriter {
public:
    ArrayWriter(std::size_t count, Oid element) {
        put(out_, count == 0 ? 0 : 1, 4);
        put(out_, 0, 4);
        put(out_, element, 4);
        if (count == 0) return;
        put(out_, count, 4);
        put(out_, 1, 4);
    }
    void add(std::string_view element) {
        put(out_, element.size(), 4);
        out_ += element;
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

Parameter strings(const std::vector<std::string>& values, Oid element, Oid type) {
    ArrayWriter array(values.size(), element);
    for (const std::string& value : values) array.add(value);
    return {array.take(), type};
}

}  // namespace

Parameter number(std::int64_t value) { return {number_bytes(value), number_type}; }
Parameter text(std::string_view value) { return {std::string(value), text_type}; }
Parameter bytes(std::string_view value) { return {std::string(value), bytes_type}; }
Parameter numbers(const std::vector<std::int64_t>& values) {
    ArrayWriter array(values.size(), number_type);
    for (const std::int64_t value : values) array.add(number_bytes(value));
    return {array.take(), numbers_type};
}
Parameter texts(const std::vector<std::string>& values) {
    return strings(values, text_type, texts_type);
}
Parameter byte_strings(const std::vector<std::string>& values) {
    return strings(values, bytes_type, byte_strings_type);
}

std::string Rows::bytes_at(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::number_at(int row, int column) const {
    std::uint64_t value = 0;
    const char* const from = PQgetvalue(result_.get(), row, column);
    for (int i = 0; i < PQgetlength(result_.get(), row, column); ++i)
        value = value << 8 | static_cast<std::uint8_t>(from[i]);
    return static_cast<std::int64_t>(value);
}

// What `where` says itself counts for more than what stands before it.
std::variant<Connection, std::string> Connection::open(const std::string& where) {
    const std::array keywords{"application_name",
                              "connect_timeout",
                              "target_session_attrs",
                              "keepalives_idle",
                              "keepalives_interval",
                              "keepalives_count",
                              "tcp_user_timeout",
                              "client_encoding",
                              "dbname",
                              static_cast<const char*>(nullptr)};
    const std::array values{"casustafel", "3",    "read-write", "2",           "1",
                            "3",          "5000", "UTF8",       where.c_str(), ""};
    Connection made(PQconnectdbParams(keywords.data(), values.data(), 1));
    PGconn* const raw = made.connection_.get();
    if (PQstatus(raw) != CONNECTION_OK || PQsetnonblocking(raw, 1) != 0 ||
        PQenterPipelineMode(raw) != 1)
        return std::string(PQerrorMessage(raw));
    PQsetNoticeProcessor(
        raw, [](void*, const char*) {}, nullptr);
    // Nobody is told before it is on the disk, whatever this database is set to.
    const Reply ready = made.exchange(
        {{nullptr, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED", {}},
         {nullptr,
          "SELECT set_config('synchronous_commit', 'on', false) "
          "WHERE current_setting('synchronous_commit') IN ('off', 'local')",
          {}}});
    if (!ready.good()) return ready.message;
    return made;
}

Reply Connection::in_one_transaction(std::vector<Request> requests) {
    requests.insert(requests.begin(), {"begin", "BEGIN", {}});
    requests.push_back({"commit", "COMMIT", {}});
    Reply reply = exchange(requests);
    if (reply.state == Reply::State::refused) {
        if (exchange({{nullptr, "ROLLBACK", {}}}).state == Reply::State::lost)
            connection_.reset();  // what was refused does not stand, whatever becomes of the line
    }
    if (reply.good()) {
        reply.rows.erase(reply.rows.begin());
        reply.rows.pop_back();
    }
    return reply;
}

Reply Connection::read(std::vector<Request> requests) {
    requests.insert(requests.begin(),
                    {"begin_reading", "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", {}});
    requests.push_back({"commit", "COMMIT", {}});
    Reply reply = exchange(requests);
    if (reply.state == Reply::State::refused) exchange({{nullptr, "ROLLBACK", {}}});
    if (reply.good()) {
        reply.rows.erase(reply.rows.begin());
        reply.rows.pop_back();
    }
    return reply;
}

bool Connection::knows(const char* name) const {
    const auto is_it = [&](const char* known) { return std::string_view(known) == name; };
    return std::ranges::any_of(prepared_, is_it) || std::ranges::any_of(preparing_, is_it);
}

bool Connection::send(const Request& request) {
    std::vector<Oid> types;
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const Parameter& parameter : request.parameters) {
        types.push_back(parameter.type);
        values.push_back(parameter.bytes.data());
        lengths.push_back(static_cast<int>(parameter.bytes.size()));
    }
    const std::vector<int> formats(types.size(), 1);
    const int count = static_cast<int>(types.size());
    PGconn* const raw = connection_.get();
    if (!request.name)
        return PQsendQueryParams(raw, request.sql, count, types.data(), values.data(),
                                 lengths.data(), formats.data(), 1) == 1;
    if (!knows(request.name)) {
        if (PQsendPrepare(raw, request.name, request.sql, count, types.data()) != 1) return false;
        preparing_.push_back(request.name);
    }
    return PQsendQueryPrepared(raw, request.name, count, values.data(), lengths.data(),
                               formats.data(), 1) == 1;
}

// Asks everything and reads every answer; what was prepared stays so whatever became of the rest.
Reply Connection::exchange(const std::vector<Request>& requests) {
    Reply reply;
    reply.message = "no connection";
    if (!connection_) return reply;
    preparing_.clear();
    std::vector<bool> prepares;  // of each answer: whether it only says that a statement is kept
    bool lost = false;
    for (const Request& request : requests) {
        const std::size_t before = preparing_.size();
        lost = lost || !send(request);
        if (preparing_.size() > before) prepares.push_back(true);
        prepares.push_back(false);
    }
    lost = lost || PQpipelineSync(connection_.get()) != 1;
    reply.state = Reply::State::good;
    std::size_t prepared = 0;
    for (const bool prepare : prepares) {
        bool answered = false;
        while (!lost) {
            PGresult* const result = next(lost);
            if (!result) break;
            answered = true;
            const bool kept = prepare && PQresultStatus(result) == PGRES_COMMAND_OK;
            if (kept) prepared_.push_back(preparing_[prepared]);
            take(result, reply);
            if (kept) reply.rows.pop_back();
        }
        lost = lost || !answered;
        prepared += prepare ? 1 : 0;
    }
    if (!lost) {
        const Rows sync(next(lost));
    }
    if (lost) {
        reply.state = Reply::State::lost;
        reply.message = PQerrorMessage(connection_.get());
        connection_.reset();
    }
    return reply;
}

void Connection::take(PGresult* result, Reply& reply) {
    Rows rows(result);
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK: reply.rows.push_back(std::move(rows)); return;
        case PGRES_PIPELINE_ABORTED: return;  // the answer before it said why
        case PGRES_EMPTY_QUERY:
        case PGRES_COPY_OUT:
        case PGRES_COPY_IN:
        case PGRES_BAD_RESPONSE:
        case PGRES_NONFATAL_ERROR:
        case PGRES_FATAL_ERROR:
        case PGRES_COPY_BOTH:
        case PGRES_SINGLE_TUPLE:
        case PGRES_PIPELINE_SYNC: break;
    }
    const char* const code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    reply.state = Reply::State::refused;
    reply.code = code ? code : "";
    reply.message = PQresultErrorMessage(result);
}

PGresult* Connection::next(bool& lost) {
    PGconn* const raw = connection_.get();
    while (true) {
        const int unsent = PQflush(raw);
        if (unsent < 0) break;
        if (unsent == 0 && PQisBusy(raw) == 0) {
            if (PQstatus(raw) == CONNECTION_OK) return PQgetResult(raw);
            break;
        }
        if (!wait(unsent == 1) || PQconsumeInput(raw) != 1) break;
    }
    lost = true;
    return nullptr;
}

bool Connection::wait(bool writing) {
    pollfd socket{PQsocket(connection_.get()), static_cast<short>(POLLIN | (writing ? POLLOUT : 0)),
                  0};
    return ::poll(&socket, 1, limits::database_answer_ms) > 0;
}

}  // namespace casustafel::store
