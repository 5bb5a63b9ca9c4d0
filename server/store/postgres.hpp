#pragma once
// One connection to PostgreSQL, by libpq in pipeline mode: what is asked together goes out together
// and takes one round trip. Every wait has an end; a connection that does not answer counts as
// lost. It must not know what the statements mean.
#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace casustafel::store {

// Parameters in PostgreSQL's binary form.
struct Parameter {
    std::string bytes;
    Oid type = 0;
};
Parameter number(std::int64_t value);
Parameter text(std::string_view value);
Parameter bytes(std::string_view value);
Parameter numbers(const std::vector<std::int64_t>& values);
Parameter texts(const std::vector<std::string>& values);
Parameter byte_strings(const std::vector<std::string>& values);

// A statement has a name under which the server keeps it, once for each connection; none when it is
// asked too seldom for that.
struct Request {
    const char* name = nullptr;
    const char* sql = nullptr;
    std::vector<Parameter> parameters;
};

class Rows {
public:
    explicit Rows(PGresult* result) : result_(result) {}
    int count() const { return PQntuples(result_.get()); }
    bool empty() const { return count() == 0; }
    bool null_at(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
    std::string bytes_at(int row, int column) const;
    // Of a column of type bigint.
    std::int64_t number_at(int row, int column) const;

private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> result_;
};

struct Reply {
    enum class State {
        good,
        refused,  // the database answered no; nothing of what was asked together stands
        lost      // no answer came: whether it stands is not known
    };
    State state = State::lost;
    std::string code;     // SQLSTATE, when refused
    std::string message;  // for whoever runs the server
    std::vector<Rows> rows;
    bool good() const { return state == State::good; }
};

class Connection {
public:
    // `where` is what libpq takes: postgresql://… or key=value words, with several hosts if wanted.
    // Gives a sentence of libpq when there is no database that may be written to.
    static std::variant<Connection, std::string> open(const std::string& where);

    // Asks all of these, in one round trip. They are one transaction: all of them stand, or none.
    Reply in_one_transaction(std::vector<Request> requests);
    // These are read from one and the same moment.
    Reply read(std::vector<Request> requests);

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    explicit Connection(PGconn* connection) : connection_(connection) {}

    Reply exchange(const std::vector<Request>& requests);
    bool send(const Request& request);
    // nullptr without `lost` is the end of one request's answers.
    PGresult* next(bool& lost);
    bool wait(bool writing);
    void take(PGresult* result, Reply& reply);
    bool knows(const char* name) const;

    std::unique_ptr<PGconn, Finish> connection_;
    std::vector<const char*> prepared_;
    std::vector<const char*> preparing_;  // in this exchange, in the order of their answers
};

}  // namespace casustafel::store
