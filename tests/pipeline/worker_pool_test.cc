#include "pipeline/worker_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

// What becomes of two pages whose worker is a shell script.
std::vector<WorkerAnswer> AnswersOf(const std::string& script, int page_seconds) {
  TempFolder folder;
  const std::string program = folder / "worker.sh";
  std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ReadingOptions options;
  options.program = program;
  options.jobs = 1;
  options.page_seconds = page_seconds;
  WorkerPool pool(options);
  std::vector<WorkerAnswer> answers;
  int page = 0;
  pool.Run(
      [&](WorkerPool::Job* job) {
        job->request = {WorkerRequest::Kind::kRead, ++page, "a.pdf"};
        return page <= 2;
      },
      [&](const WorkerPool::Job&, const WorkerAnswer& answer) { answers.push_back(answer); });
  return answers;
}

TEST(WorkerPool, AWorkerThatCrashesFailsThePageAndTheNextIsTried) {
  const std::vector<WorkerAnswer> answers = AnswersOf("head -c 4 >/dev/null; kill -SEGV $$", 60);
  ASSERT_EQ(answers.size(), 2u);
  for (const WorkerAnswer& answer : answers) {
    EXPECT_FALSE(answer.ok);
    EXPECT_EQ(answer.code, "engine");
    EXPECT_THAT(answer.body, HasSubstr("crashed (Segmentation fault), twice"));
  }
}

TEST(WorkerPool, AWorkerThatTakesTooLongIsStopped) {
  const std::vector<WorkerAnswer> answers = AnswersOf("exec sleep 600", 1);
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_THAT(answers[0].body, HasSubstr("took longer than 1 seconds and was stopped, twice"));
}

TEST(WorkerPool, AWorkerThatGivesUpIsNamedByItsCode) {
  const std::vector<WorkerAnswer> answers = AnswersOf("head -c 4 >/dev/null; exit 7", 60);
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_THAT(answers[0].body, HasSubstr("ended with code 7"));
}

// Each worker leaves a file with its number when it starts, and ends when it is asked for nothing.
TEST(WorkerPool, WorkersBegunAheadGetTheFirstJobsAndEndWithThePool) {
  TempFolder folder;
  const std::string program = folder / "worker.sh";
  std::ofstream(program) << "#!/bin/sh\n: >" << folder / "begun" << ".$$\nhead -c 4 >/dev/null\n: >" << folder / "asked" << ".$$\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ReadingOptions options;
  options.program = program;
  options.jobs = 3;
  const auto left_behind = [&](const std::string& name) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / ""))
      count += entry.path().filename().string().rfind(name, 0) == 0;
    return count;
  };
  {
    WorkerPool pool(options);
    pool.Begin(2);
    pool.Begin(2);
  }
  EXPECT_EQ(left_behind("begun"), 2);
  {
    WorkerPool pool(options);
    pool.Begin(9);
  }
  EXPECT_EQ(left_behind("begun"), 5);
  EXPECT_EQ(left_behind("asked"), 5);
}

// So many workers that die of each page.
ReadingOptions DyingReaders(const TempFolder& folder, int jobs) {
  ReadingOptions options;
  options.program = folder / "worker.sh";
  std::ofstream(options.program) << "#!/bin/sh\nhead -c 4 >/dev/null; exit 7\n";
  std::filesystem::permissions(options.program, std::filesystem::perms::owner_all);
  options.jobs = jobs;
  return options;
}

// The caller's own work: while the worker has a page, and once more when it has none; what it brings is read too.
// The worker dies of each page, which is tried twice.
TEST(WorkerPool, TheCallerWorksWhileItsWorkersDo) {
  TempFolder folder;
  WorkerPool pool(DyingReaders(folder, 1));
  std::string seen;
  int pages = 1, own = 0;
  pool.Run(
      [&](WorkerPool::Job* job) {
        job->request = {WorkerRequest::Kind::kRead, 1, "a.pdf"};
        if (pages == 0) return false;
        --pages;
        seen += "given ";
        return true;
      },
      [&](const WorkerPool::Job&, const WorkerAnswer&) {
        seen += "answered ";
        ++own;
      },
      [&] {
        seen += "own ";
        if (own == 0) return false;
        if (--own == 0 && seen.size() < 40) ++pages;
        return true;
      });
  EXPECT_EQ(seen, "given own own answered own given own own answered own own ");
}

// It has as many pieces as it likes; the answer is taken between two of them, and with the worker a core is free again.
TEST(WorkerPool, TheCallerIsAskedAgainWhileItHasWork) {
  TempFolder folder;
  const ReadingOptions options = DyingReaders(folder, static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
  WorkerPool pool(options);
  EXPECT_TRUE(pool.HasIdleCore());
  int pages = options.jobs, answered = 0, pieces = 0;
  bool was_idle = true;
  pool.Run(
      [&](WorkerPool::Job* job) {
        job->request = {WorkerRequest::Kind::kRead, 1, "a.pdf"};
        return pages-- > 0;
      },
      [&](const WorkerPool::Job&, const WorkerAnswer&) { ++answered; },
      [&] {
        if (pieces++ == 0) was_idle = pool.HasIdleCore();
        return answered < options.jobs;
      });
  EXPECT_FALSE(was_idle);
  EXPECT_TRUE(pool.HasIdleCore());
  EXPECT_GT(pieces, options.jobs);
}

}  // namespace
}  // namespace trichluc
