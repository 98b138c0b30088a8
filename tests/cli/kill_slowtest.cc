// Imports that are cut off at any instant, or meet each other: no file is lost, none is there twice or in
// part.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <thread>

#include "support/pdf_builder.h"
#include "support/run_program.h"
#include "support/sqlite_shell.h"

namespace trichluc {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kFiles = 24, kLongPages = 5;  // the first file is long, the others have one page; more than wait for a core
const char* const kTexts =
    "SELECT f.path, p.page, p.text FROM files f JOIN pages p ON p.file_id = f.id ORDER BY 1, 2";

class Imports : public ::testing::Test {
 protected:
  Imports() {
    for (int i = 0; i < kFiles; ++i) {
      testing::PdfBuilder pdf;
      for (int page = 1; page <= (i == 0 ? kLongPages : 1); ++page)
        pdf.AddPage(90, 40, fmt::format("BT /F1 12 Tf 9 20 Td (So: {}{}) Tj ET", i + 1, page));
      folder_.Write(fmt::format("in/{}.pdf", i), pdf.Bytes());
    }
    const ProgramResult result = RunProgram({"ingest", "--lang", "vie", "--db", folder_ / "recorded.db",
                                             "--record-to", folder_ / "recording.json", folder_ / "in"});
    EXPECT_EQ(result.code, 0) << result.err;
  }

  pid_t Start(const std::string& db) const {
    const pid_t child = ::fork();
    if (child > 0) return child;
    ::freopen("/dev/null", "w", stderr);
    ::setenv("TRICHLUC_RULES", TRICHLUC_SOURCE_DIR "/rules", 1);
    ::execl(TRICHLUC_BUILD_DIR "/trichluc", "trichluc", "ingest", "--jobs", "2", "--db", db.c_str(),
            "--recording", (folder_ / "recording.json").c_str(), (folder_ / "in").c_str(), nullptr);
    ::_exit(127);
  }

  // Files that are in; -1 and a failed expectation when the database is not sound.
  int SoundFiles(const std::string& db) const {
    if (!std::filesystem::exists(db) || std::filesystem::file_size(db) == 0) return 0;
    EXPECT_EQ(SqliteShell(db, "PRAGMA integrity_check; PRAGMA foreign_key_check"), "ok\n");
    if (SqliteShell(db, "PRAGMA user_version") == "0\n") return 0;  // killed before it had a schema
    EXPECT_EQ(
        SqliteShell(db,
                    fmt::format("SELECT f.path FROM files f WHERE f.status <> 'done' OR f.page_count <> "
                                "iif(f.path LIKE '%/0.pdf', {}, 1) OR "
                                "(SELECT count(*) FROM pages p WHERE p.file_id = f.id AND p.engine <> '') <> "
                                "f.page_count",
                                kLongPages)),
        "")
        << "a file that is not whole";
    return std::stoi(SqliteShell(db, "SELECT count(*) FROM files"));
  }

  TempFolder folder_;
};

int CodeOf(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST_F(Imports, SurviveTwoHundredKills) {
  constexpr int kKills = 200;
  const auto begun = Clock::now();
  ASSERT_EQ(CodeOf(Start(folder_ / "whole.db")), 0);
  std::chrono::duration<double> life = Clock::now() - begun;
  ASSERT_EQ(SoundFiles(folder_ / "whole.db"), kFiles);
  std::mt19937 random(7);
  int databases = 0, in_the_middle = 0, before = 0;
  for (int kills = 0; kills < kKills;) {
    const std::string db = folder_ / fmt::format("{}.db", databases);
    const pid_t child = Start(db);
    // Long enough that an import makes its way in a few tries, short enough that most are cut off: the
    // machine is faster or slower from one minute to the next, so the span follows what the last kill met.
    std::this_thread::sleep_for(life * (0.25 + 0.7 * (random() % 1000) / 1000.0));
    ::kill(child, SIGKILL);
    const int code = CodeOf(child);
    kills += code == 128 + SIGKILL;
    const int files = SoundFiles(db);
    ASSERT_FALSE(HasFailure()) << "after kill " << kills;
    EXPECT_GE(files, before) << "what was stored is lost";
    in_the_middle += files > before && files < kFiles;
    life *= code != 128 + SIGKILL || files == kFiles ? 0.9 : files == before ? 1.05 : 1.0;
    before = files;
    if (files < kFiles && databases % 4 != 3) continue;  // every fourth is finished after its first kill
    EXPECT_EQ(CodeOf(Start(db)), 0) << "the same command finishes the rest";
    EXPECT_EQ(SoundFiles(db), kFiles);
    EXPECT_EQ(SqliteShell(db, kTexts), SqliteShell(folder_ / "whole.db", kTexts));
    before = 0;
    ++databases;
  }
  EXPECT_GT(in_the_middle, kKills / 20) << "the kills must hit imports at work";
  std::printf("%d kills over %d databases, %d of them with files just stored\n", kKills, databases,
              in_the_middle);
}

TEST_F(Imports, TwoAtOnceStoreEachFileOnce) {
  for (int round = 0; round < 5; ++round) {
    const std::string db = folder_ / fmt::format("{}.db", round);
    const pid_t one = Start(db), other = Start(db);
    EXPECT_EQ(CodeOf(one), 0);
    EXPECT_EQ(CodeOf(other), 0);
    EXPECT_EQ(SoundFiles(db), kFiles);
  }
}

TEST_F(Imports, LockedDatabaseIsSaidAndLeftAsItIs) {
  const std::string db = folder_ / "locked.db";
  ASSERT_EQ(CodeOf(Start(db)), 0);
  const std::string before = SqliteShell(db, "SELECT count(*) FROM runs");
  // Longer than the program waits for another writer.
  FILE* other = ::popen(("sqlite3 '" + db + "' 2>&1 >/dev/null").c_str(), "w");
  std::fputs("BEGIN IMMEDIATE;\n", other);
  std::fflush(other);
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  const ProgramResult refused = RunProgram({"ingest", "--db", db, folder_ / "in"});
  const ProgramResult read = RunProgram({"list", "--db", db});
  ::pclose(other);
  EXPECT_EQ(refused.code, 1) << refused.err;
  EXPECT_NE(refused.err.find("is locked by another program; wait for it"), std::string::npos) << refused.err;
  EXPECT_EQ(read.code, 0) << "reading needs no lock: " << read.err;
  EXPECT_EQ(SqliteShell(db, "SELECT count(*) FROM runs"), before);
  EXPECT_EQ(SoundFiles(db), kFiles);
}

}  // namespace
}  // namespace trichluc
