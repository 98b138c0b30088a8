#include "pipeline/sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace trichluc {
namespace {

// As in linux/landlock.h, whose older editions know less than newer kernels do.
struct RulesetAttributes {
  uint64_t handled_files, handled_network, scoped;
};
struct __attribute__((packed)) PathAttributes {
  uint64_t allowed;
  int32_t parent;
};
constexpr long kCreateRuleset = 444, kAddRule = 445, kRestrictSelf = 446;  // the same on every architecture
constexpr unsigned kAskVersion = 1;
constexpr int kPathBeneath = 1;
constexpr uint64_t kReadFile = 1u << 2, kReadFolder = 1u << 3;

// Every right that the kernel's version can take away.
RulesetAttributes Handled(int version) {
  const int files = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
  RulesetAttributes attributes{(uint64_t{1} << files) - 1, 0, 0};
  if (version >= 4) attributes.handled_network = 3;  // bind, connect
  if (version >= 6) attributes.scoped = 3;           // abstract sockets, signals
  return attributes;
}

// Where fonts, code tables and locales are read from while pages are drawn.
std::vector<std::string> SystemPlaces() {
  std::vector<std::string> places = {
      "/usr/share",     "/usr/local/share",      "/usr/lib",  "/lib",        "/etc/fonts", "/etc/ld.so.cache",
      "/etc/localtime", "/var/cache/fontconfig", "/dev/null", "/dev/urandom"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    for (const char* fonts : {"/.fonts", "/.local/share/fonts", "/.cache/fontconfig"})
      places.push_back(std::string(home) + fonts);
  }
  for (const char* name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH"}) {
    if (const char* place = std::getenv(name); place != nullptr && *place != '\0') places.emplace_back(place);
  }
  return places;
}

void Allow(int ruleset, const std::string& path) {
  const int fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (fd < 0) return;  // not there: nothing to read
  PathAttributes attributes{kReadFile | kReadFolder, fd};
  if (::syscall(kAddRule, ruleset, kPathBeneath, &attributes, 0) != 0) {
    attributes.allowed = kReadFile;  // no folder
    ::syscall(kAddRule, ruleset, kPathBeneath, &attributes, 0);
  }
  ::close(fd);
}

[[maybe_unused]] int RestrictFiles(const std::vector<std::string>& readable) {
  const long version = ::syscall(kCreateRuleset, nullptr, 0, kAskVersion);
  if (version < 1) return 0;
  const RulesetAttributes attributes = Handled(static_cast<int>(version));
  const size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  const int ruleset = static_cast<int>(::syscall(kCreateRuleset, &attributes, size, 0));
  if (ruleset < 0) return 0;
  for (const std::string& path : SystemPlaces()) Allow(ruleset, path);
  for (const std::string& path : readable) Allow(ruleset, path);
  const bool done =
      ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(kRestrictSelf, ruleset, 0) == 0;
  ::close(ruleset);
  return done ? static_cast<int>(version) : 0;
}

// What reading a PDF, recognising it and answering takes. Everything else is refused (EPERM).
constexpr std::array kCalls = {"read",          "readv",
                               "pread64",       "preadv",
                               "write",         "writev",
                               "lseek",         "_llseek",
                               "close",         "close_range",
                               "dup",           "fstat",
                               "fstat64",       "stat",
                               "stat64",        "lstat",
                               "lstat64",       "newfstatat",
                               "fstatat64",     "statx",
                               "statfs",        "fstatfs",
                               "statfs64",      "fstatfs64",
                               "access",        "faccessat",
                               "faccessat2",    "readlink",
                               "readlinkat",    "getcwd",
                               "getdents",      "getdents64",
                               "fcntl",         "fcntl64",
                               "fadvise64",     "recvmsg",
                               "poll",          "ppoll",
                               "select",        "pselect6",
                               "mmap",          "mmap2",
                               "munmap",        "mremap",
                               "mprotect",      "madvise",
                               "brk",           "futex",
                               "rt_sigaction",  "rt_sigprocmask",
                               "rt_sigreturn",  "sigreturn",
                               "sigaltstack",   "restart_syscall",
                               "exit",          "exit_group",
                               "clock_gettime", "clock_gettime64",
                               "clock_getres",  "gettimeofday",
                               "time",          "times",
                               "nanosleep",     "clock_nanosleep",
                               "sched_yield",   "sched_getaffinity",
                               "getpid",        "gettid",
                               "getuid",        "geteuid",
                               "getgid",        "getegid",
                               "getrandom",     "uname",
                               "sysinfo",       "getrlimit",
                               "ugetrlimit",    "getrusage",
                               "getcpu",        "set_robust_list",
                               "rseq",          "membarrier"};

// Files are opened for reading alone; signals go to the process itself (abort).
bool AddRules(scmp_filter_ctx filter) {
  for (const char* call : kCalls) {
    const int number = seccomp_syscall_resolve_name(call);
    // Names that this architecture does not have are left out.
    if (number != __NR_SCMP_ERROR) seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
  }
  constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const auto self = static_cast<scmp_datum_t>(::getpid());
  bool added = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY)) == 0;
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                   SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY));
  added =
      added && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self)) == 0;
  // Questions about limits, not changes.
  added =
      added && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0)) == 0;
  return added;
}

[[maybe_unused]] bool RestrictCalls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  const bool done = AddRules(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
}

}  // namespace

Sandbox EnterSandbox(const std::vector<std::string>& readable) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  (void)readable;  // the sanitizers' own runtime needs what is taken away here
  return {};
#else
  Sandbox sandbox;
  sandbox.files = RestrictFiles(readable);
  sandbox.calls = RestrictCalls();
  return sandbox;
#endif
}

void LimitMemory(int megabytes) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  (void)megabytes;
#else
  const rlim_t bytes = static_cast<rlim_t>(megabytes) << 20;
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
}

Sandbox ProbeSandbox() {
  const pid_t child = ::fork();
  if (child < 0) return {};
  if (child == 0) {
    const Sandbox sandbox = EnterSandbox({});
    ::_exit((sandbox.calls ? 1 : 0) | (sandbox.files << 1));
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status)) return {};
  return {(WEXITSTATUS(status) & 1) != 0, WEXITSTATUS(status) >> 1};
}

std::string Describe(const Sandbox& sandbox) {
  if (!sandbox.calls && sandbox.files == 0)
    return "not confined: this kernel has neither seccomp nor Landlock; import only files that you trust";
  std::string text = sandbox.calls ? "no network, no writing, no other programs (seccomp)"
                                   : "network not closed (no seccomp in this kernel)";
  return text + (sandbox.files > 0 ? fmt::format("; no files but fonts and the PDF handed over (Landlock {})",
                                                 sandbox.files)
                                   : "; other files not closed to reading (no Landlock in this kernel)");
}

}  // namespace trichluc
