#include "pipeline/sandbox.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <functional>

#include "base/files.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

// errno of an act in a confined child; 0 when it may.
int Confined(const std::function<int()>& act, const std::vector<std::string>& readable = {}) {
  const pid_t child = ::fork();
  if (child == 0) {
    EnterSandbox(readable);
    errno = 0;
    ::_exit(act() < 0 ? errno : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class SandboxCalls : public ::testing::Test {
  void SetUp() override {
    if (!ProbeSandbox().calls) GTEST_SKIP() << "no seccomp here (or a sanitizer, which needs its calls)";
  }
};

TEST_F(SandboxCalls, NothingIsWritten) {
  const TempFolder folder;
  const std::string old = folder.Write("old", "kept"), fresh = folder / "new";
  const std::vector<std::string> readable{folder.path()};
  EXPECT_EQ(Confined([&] { return ::open(fresh.c_str(), O_WRONLY | O_CREAT, 0600); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::open(old.c_str(), O_RDWR); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::open(old.c_str(), O_RDONLY | O_TRUNC); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::unlink(old.c_str()); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::rename(old.c_str(), fresh.c_str()); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::truncate(old.c_str(), 0); }, readable), EPERM);
  EXPECT_EQ(Confined([&] { return ::mkdir(fresh.c_str(), 0700); }, readable), EPERM);
  EXPECT_EQ(ReadFile(old), "kept");
  EXPECT_FALSE(std::filesystem::exists(fresh));
}

TEST_F(SandboxCalls, NoSocketAndNoProgram) {
  EXPECT_EQ(Confined([] { return ::socket(AF_INET, SOCK_STREAM, 0); }), EPERM);
  EXPECT_EQ(Confined([] { return ::socket(AF_UNIX, SOCK_DGRAM, 0); }), EPERM);
  EXPECT_EQ(Confined([] { return ::execl("/bin/true", "true", nullptr); }), EPERM);
  EXPECT_EQ(Confined([] { return ::fork(); }), EPERM);
  EXPECT_EQ(Confined([] { return ::kill(::getppid(), 0); }), EPERM);
}

TEST(Sandbox, FilesThatWereNotGivenCannotBeOpened) {
  if (ProbeSandbox().files == 0) GTEST_SKIP() << "no Landlock here";
  const TempFolder folder, models;
  const std::string other = folder.Write("other.txt", "1"), model = models.Write("model", "2");
  const std::vector<std::string> readable{models.path()};
  EXPECT_EQ(Confined([&] { return ::open(other.c_str(), O_RDONLY); }, readable), EACCES);
  EXPECT_EQ(Confined([&] { return ::open("/etc/passwd", O_RDONLY); }, readable), EACCES);
  EXPECT_EQ(Confined([&] { return ::open(model.c_str(), O_RDONLY); }, readable), 0);
  EXPECT_EQ(Confined([&] { return ::open("/usr/share", O_RDONLY | O_DIRECTORY); }, readable), 0);
}

TEST(Sandbox, WhatIsOpenCanBeRead) {
  const TempFolder folder;
  const int fd = ::open(folder.Write("in.pdf", "%PDF").c_str(), O_RDONLY);
  char byte = 0;
  EXPECT_EQ(Confined([&] { return ::pread(fd, &byte, 1, 0) == 1 ? 0 : -1; }), 0);
  ::close(fd);
}

TEST(Sandbox, IsDescribedAsItIs) {
  EXPECT_THAT(Describe({true, 7}), ::testing::AllOf(HasSubstr("(seccomp)"), HasSubstr("(Landlock 7)")));
  EXPECT_THAT(Describe({true, 0}), HasSubstr("no Landlock in this kernel"));
  EXPECT_THAT(Describe({false, 3}), HasSubstr("no seccomp in this kernel"));
  EXPECT_THAT(Describe({}), HasSubstr("not confined"));
}

}  // namespace
}  // namespace trichluc
