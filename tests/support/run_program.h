// The program itself, as a user starts it.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "base/files.h"
#include "support/temp_folder.h"

namespace trichluc {

struct ProgramResult {
  int code = -1;  // exit code, or 128 + signal
  std::string out, err;
};

// As a user whom permissions concern, also where the tests run as root.
constexpr bool kUnprivileged = true;

// Runs build/trichluc with these arguments, the rule files of the source folder and no terminal. `out_path`:
// where standard output goes instead of into the result.
inline ProgramResult RunProgram(std::vector<std::string> arguments, const std::string& out_path = "",
                                bool unprivileged = false) {
  const TempFolder folder;
  const std::string out = out_path.empty() ? folder / "out" : out_path, err = folder / "err";
  arguments.insert(arguments.begin(), TRICHLUC_BUILD_DIR "/trichluc");
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    ::setenv("TRICHLUC_RULES", TRICHLUC_SOURCE_DIR "/rules", 1);
    ::setenv("COLUMNS", "100", 1);
    constexpr uid_t kNobody = 65534;
    if (unprivileged && ::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(127);
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ProgramResult result;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (out_path.empty()) result.out = ReadFile(out);
  result.err = ReadFile(err);
  return result;
}

}  // namespace trichluc
