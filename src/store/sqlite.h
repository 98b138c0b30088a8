// SQLite behind four small classes. Private to the room.
//
// Every failure is a UsageError that names the database file, says what is wrong with it and what to do next.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace trichluc {

// A BLOB parameter, as opposed to text.
struct Blob {
  std::string_view bytes;
};

class Statement;

constexpr int kBusyMilliseconds = 10000;  // another program's lock is waited for so long

// One open database file.
class Connection {
 public:
  // `flags` as of sqlite3_open_v2. `immutable`: the file cannot change, so that no lock and no -shm file is
  // needed.
  Connection(const std::string& path, int flags, bool immutable = false);

  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_.get(); }

  // Statements without parameters and results, separated by semicolons.
  void Execute(const std::string& sql);
  // Prepared once and kept; the statement comes back reset. The text must outlive the connection (a literal).
  Statement Query(const char* sql);
  long long LastId() const { return sqlite3_last_insert_rowid(handle_.get()); }

  // Throws the UsageError for an SQLite result code.
  [[noreturn]] void Fail(int code) const;
  [[noreturn]] void Fail(const std::string& what) const;

 private:
  struct Kept;
  std::string path_;
  std::shared_ptr<sqlite3> handle_;
  std::shared_ptr<Kept> kept_;
};

// A prepared statement in use: bind with <<, then Run or Next/columns. The reader must take the columns in
// order.
class Statement {
 public:
  Statement(Connection& connection, sqlite3_stmt* statement)
      : connection_(connection), statement_(statement) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& operator<<(long long value);
  Statement& operator<<(int value) { return *this << static_cast<long long>(value); }
  Statement& operator<<(double value);
  Statement& operator<<(std::string_view value);
  Statement& operator<<(const std::string& value) { return *this << std::string_view(value); }
  Statement& operator<<(const char* value) { return *this << std::string_view(value); }
  Statement& operator<<(Blob value);
  Statement& operator<<(std::nullopt_t);
  template <typename T>
  Statement& operator<<(const std::optional<T>& value) {
    return value ? *this << *value : *this << std::nullopt;
  }

  // For statements without results.
  void Run();
  // The next row of results, or false.
  bool Next();

  Statement& operator>>(long long& value);
  Statement& operator>>(int& value);
  Statement& operator>>(double& value);
  Statement& operator>>(std::string& value);  // text and blobs; NULL is ""
  template <typename T>
  Statement& operator>>(std::optional<T>& value) {
    if (sqlite3_column_type(statement_, column_) == SQLITE_NULL) {
      ++column_;
      value.reset();
    } else {
      T found{};
      *this >> found;
      value = std::move(found);
    }
    return *this;
  }

 private:
  Statement& Bound(int code);

  Connection& connection_;
  sqlite3_stmt* statement_;
  int parameter_ = 1, column_ = 0;
};

// All or nothing: rolled back unless Commit was called. A reading one may stand inside another.
class Transaction {
 public:
  enum class Kind { kRead, kWrite };
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void Commit();

 private:
  Connection& connection_;
  bool open_ = false;  // this one began it
};

}  // namespace trichluc
