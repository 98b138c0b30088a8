#include "store/sqlite.h"

#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <unordered_map>

#include "base/error.h"

namespace trichluc {
namespace {

// What is wrong, and what the user can do.
std::string Explain(int code, const char* message) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return "is not an SQLite database; give another file with --db";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is locked by another program; wait for it to finish, or close it, and try again";
    case SQLITE_READONLY:
      return "cannot be written; check the permissions of the file and of its folder";
    case SQLITE_CANTOPEN:
      return "cannot be opened; check that its folder exists and may be read and written";
    case SQLITE_CORRUPT:
      return fmt::format("is damaged ({}); restore a copy, or rescue it with `sqlite3 FILE .recover`",
                         message);
    case SQLITE_FULL:
      return "cannot grow: the disk is full; make room and run the command again";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "may not be read; check its permissions";
    case SQLITE_IOERR:
      return fmt::format("cannot be read or written ({}); check the disk", message);
    default:
      return fmt::format("failed: {}", message);
  }
}

// A path as the file: URI that SQLite wants, for options that a plain path cannot carry.
std::string Uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

struct Connection::Kept {
  ~Kept() {
    for (auto& [sql, statement] : statements) sqlite3_finalize(statement);
  }
  std::unordered_map<const char*, sqlite3_stmt*> statements;
};

Connection::Connection(const std::string& path, int flags, bool immutable) : path_(path) {
  sqlite3* handle = nullptr;
  // "./" keeps a name such as ":memory:" or "file:x" a name.
  const std::string name = path.empty() || path[0] == '/' ? path : "./" + path;
  const int code = immutable ? sqlite3_open_v2(Uri(name).c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr)
                             : sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  handle_.reset(handle, [](sqlite3* db) { sqlite3_close_v2(db); });
  if (code != SQLITE_OK) Fail(code);
  kept_ = std::make_shared<Kept>();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
}

void Connection::Fail(int code) const {
  Fail(Explain(code, handle_ ? sqlite3_errmsg(handle_.get()) : "no memory"));
}

void Connection::Fail(const std::string& what) const { throw UsageError("database " + path_ + " " + what); }

void Connection::Execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) Fail(code);
}

Statement Connection::Query(const char* sql) {
  sqlite3_stmt*& statement = kept_->statements[sql];
  if (statement != nullptr && std::strcmp(sqlite3_sql(statement), sql) != 0)
    Fail("failed: the text of a query did not outlive it");
  // One that is still being read (a nested loop over the same text) stays as it is.
  if (statement != nullptr && sqlite3_stmt_busy(statement)) Fail("failed: a query was begun inside itself");
  if (statement == nullptr) {
    const int code =
        sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) Fail(code);
  }
  return Statement(*this, statement);
}

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::Bound(int code) {
  if (code != SQLITE_OK) connection_.Fail(code);
  return *this;
}

Statement& Statement::operator<<(long long value) {
  return Bound(sqlite3_bind_int64(statement_, parameter_++, value));
}

// SQLite has no NaN: it would become NULL.
Statement& Statement::operator<<(double value) {
  if (std::isnan(value)) value = 0;
  return Bound(sqlite3_bind_double(statement_, parameter_++, value));
}

// SQLITE_TRANSIENT: the statement keeps its own copy. A default string_view has no pointer, which would bind
// NULL.
Statement& Statement::operator<<(std::string_view value) {
  return Bound(sqlite3_bind_text64(statement_, parameter_++, value.data() ? value.data() : "", value.size(),
                                   SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::operator<<(Blob value) {
  return Bound(sqlite3_bind_blob64(statement_, parameter_++, value.bytes.data() ? value.bytes.data() : "",
                                   value.bytes.size(), SQLITE_TRANSIENT));
}

Statement& Statement::operator<<(std::nullopt_t) {
  return Bound(sqlite3_bind_null(statement_, parameter_++));
}

void Statement::Run() {
  while (Next()) {
  }
}

bool Statement::Next() {
  column_ = 0;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_.Fail(code);
  return false;
}

Statement& Statement::operator>>(long long& value) {
  value = sqlite3_column_int64(statement_, column_++);
  return *this;
}

Statement& Statement::operator>>(int& value) {
  value = static_cast<int>(sqlite3_column_int64(statement_, column_++));
  return *this;
}

Statement& Statement::operator>>(double& value) {
  value = sqlite3_column_double(statement_, column_++);
  return *this;
}

Statement& Statement::operator>>(std::string& value) {
  const void* data = sqlite3_column_blob(statement_, column_);
  const int size = sqlite3_column_bytes(statement_, column_++);
  value.assign(data ? static_cast<const char*>(data) : "", static_cast<size_t>(size));
  return *this;
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  if (sqlite3_get_autocommit(connection.handle()) == 0) {
    if (kind == Kind::kWrite) connection.Fail("failed: writing was begun inside a transaction");
    return;
  }
  connection_.Execute(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
  open_ = true;
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::Commit() {
  if (!open_) return;
  connection_.Execute("COMMIT");
  open_ = false;
}

}  // namespace trichluc
