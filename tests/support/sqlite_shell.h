// What the sqlite3 shell says of a database file, errors included: a look from outside the program.
#pragma once

#include <cstdio>
#include <string>

namespace trichluc {

// `sql` without double quotes.
inline std::string SqliteShell(const std::string& db, const std::string& sql) {
  const std::string command = "sqlite3 '" + db + "' \"" + sql + "\" 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string out;
  char buffer[4096];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, got);
  ::pclose(pipe);
  return out;
}

}  // namespace trichluc
