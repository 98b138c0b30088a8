// The same files once more: what is skipped, extracted again, read again; and databases that cannot be
// written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/pdf_builder.h"
#include "support/run_program.h"
#include "support/sqlite_shell.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

std::string Pdf(int pages, const std::string& text) {
  testing::PdfBuilder pdf;
  for (int page = 1; page <= pages; ++page)
    pdf.AddPage(90, 40, fmt::format("BT /F1 12 Tf 9 20 Td ({}{}) Tj ET", text, page));
  return pdf.Bytes();
}

struct Log {
  int code = -1;
  std::string err;
  std::vector<nlohmann::json> files;  // in the order in which they were done
  nlohmann::json end;
};

class Again : public ::testing::Test {
 protected:
  Log Ingest(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"ingest", "--json-log", "--jobs", "1", "--db", db_});
    const ProgramResult result = RunProgram(arguments);
    Log log;
    log.code = result.code;
    log.err = result.err;
    std::istringstream in(result.err);
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json json = nlohmann::json::parse(line);
      if (json["event"] == "file") log.files.push_back(json);
      if (json["event"] == "end") log.end = json;
    }
    return log;
  }

  // files read, of these because of another engine or model, skipped, of these extracted again
  static std::vector<int> Sums(const Log& log) {
    if (log.end.is_null()) return {};
    return {log.end["files"], log.end["reread"], log.end["skipped"], log.end["reextracted"]};
  }

  std::string Sql(const std::string& sql) const { return SqliteShell(db_, sql); }

  // The program's rules in a folder of their own.
  std::string OwnRules() const {
    fs::copy(TRICHLUC_SOURCE_DIR "/rules", folder_ / "rules", fs::copy_options::recursive);
    return folder_ / "rules";
  }

  const TempFolder folder_;
  const std::string db_ = folder_ / "t.db";
};

TEST_F(Again, UnchangedFilesAreSkippedUnlessForced) {
  folder_.Write("in/a.pdf", Pdf(2, "So: 1"));
  EXPECT_THAT(Sums(Ingest({folder_ / "in"})), ElementsAre(1, 0, 0, 0));
  EXPECT_THAT(Sums(Ingest({folder_ / "in"})), ElementsAre(0, 0, 1, 0));
  EXPECT_EQ(Sql("SELECT read_run_id, extract_run_id FROM files"), "1|1\n");
  EXPECT_THAT(Sums(Ingest({"--force", folder_ / "in"})), ElementsAre(1, 0, 0, 0));
  EXPECT_EQ(Sql("SELECT read_run_id, extract_run_id, (SELECT count(*) FROM files) FROM files"), "3|3|1\n");
}

TEST_F(Again, ChangedRulesExtractAgainWithoutReading) {
  folder_.Write("in/a.pdf", Pdf(2, "So: 1"));
  Ingest({folder_ / "in"});
  const std::string rules = OwnRules(), readings = Sql("SELECT hex(reading) FROM pages");
  std::ofstream(rules + "/dates.toml", std::ios::app) << "\n# another\n";
  EXPECT_THAT(RunProgram({"status", "--db", db_, "--rules", rules}).out,
              HasSubstr("1 files were extracted by other"));
  const Log changed = Ingest({"--rules", rules, folder_ / "in"});
  EXPECT_THAT(Sums(changed), ElementsAre(0, 0, 1, 1));
  ASSERT_EQ(changed.files.size(), 1u);
  EXPECT_THAT(changed.files[0]["message"], HasSubstr("the rules have changed: extracted again"));
  EXPECT_EQ(Sql("SELECT read_run_id, extract_run_id FROM files"), "1|2\n");
  EXPECT_EQ(Sql("SELECT hex(reading) FROM pages"), readings);
  EXPECT_THAT(Sums(Ingest({"--rules", rules, folder_ / "in"})), ElementsAre(0, 0, 1, 0));
}

TEST_F(Again, ChangedModelsReadAgainAndSaySo) {
  folder_.Write("in/a.pdf", Pdf(1, "So: 1"));
  Ingest({folder_ / "in"});
  EXPECT_THAT(Sql("SELECT reader FROM run_readers"), HasSubstr(", trichluc "));
  const std::string rules = OwnRules();
  fs::remove(rules + "/models/hand.net");
  EXPECT_THAT(RunProgram({"status", "--db", db_, "--rules", rules}).out,
              HasSubstr("1 files were read by another engine or model"));
  const Log changed = Ingest({"--rules", rules, folder_ / "in"});
  EXPECT_THAT(Sums(changed), ElementsAre(1, 1, 0, 0));
  ASSERT_EQ(changed.files.size(), 1u);
  EXPECT_THAT(changed.files[0]["message"], HasSubstr("read again: it was read by tesseract "));
  EXPECT_EQ(Sql("SELECT read_run_id FROM files"), "2\n");
  EXPECT_THAT(Sums(Ingest({"--rules", rules, folder_ / "in"})), ElementsAre(0, 0, 1, 0));
  EXPECT_THAT(Sums(Ingest({"--rules", rules, "--lang", "vie", folder_ / "in"})), ElementsAre(1, 1, 0, 0));
}

TEST_F(Again, FilesOfWhichTheReaderWasNotNotedAreLeft) {
  folder_.Write("in/a.pdf", Pdf(1, "So: 1"));
  Ingest({folder_ / "in"});
  Sql("DELETE FROM run_readers");
  EXPECT_THAT(Sums(Ingest({folder_ / "in"})), ElementsAre(0, 0, 1, 0));
}

TEST_F(Again, PagesThatFailedAreTriedOnDemandAlone) {
  testing::PdfBuilder pdf;
  pdf.AddPage(90, 40, "BT /F1 12 Tf 9 20 Td (So: 1) Tj ET");
  pdf.AddPage(1000000, 1, "");
  folder_.Write("in/a.pdf", pdf.Bytes());
  const Log first = Ingest({folder_ / "in"});
  EXPECT_EQ(first.code, 3) << first.err;
  EXPECT_THAT(Sums(first), ElementsAre(1, 0, 0, 0)) << "the good page is stored";
  EXPECT_EQ(first.end["failed"][0]["page"], 2);
  EXPECT_THAT(Sums(Ingest({folder_ / "in"})), ElementsAre(0, 0, 1, 0));
  EXPECT_THAT(Sums(Ingest({"--retry-failed"})), ElementsAre(1, 0, 0, 0));
  EXPECT_EQ(Sql("SELECT page, engine <> '' FROM pages"), "1|1\n2|0\n");
}

TEST_F(Again, LongFilesDoNotHoldShortOnesBack) {
  folder_.Write("in/a.pdf", Pdf(40, "So: 1"));
  for (const char* name : {"in/b.pdf", "in/c.pdf", "in/d.pdf"}) folder_.Write(name, Pdf(1, name));
  const Log log = Ingest({folder_ / "in"});
  ASSERT_EQ(log.files.size(), 4u) << log.err;
  EXPECT_EQ(log.files[3]["path"], folder_ / "in/a.pdf");
  EXPECT_LE(log.files[2]["pages_done"], 20);
  EXPECT_EQ(
      Sql("SELECT count(DISTINCT page), min(page), max(page) FROM pages JOIN files f ON f.id = file_id WHERE "
          "path LIKE '%a.pdf'"),
      "40|1|40\n");
}

TEST_F(Again, FilesThatAreGoneAreForgotten) {
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const char* name : {"in/a.pdf", "in/b.pdf", "elsewhere/c.pdf"}) {
    folder_.Write(name, "no PDF, which is quick");
    fs::last_write_time(folder_ / name, old);
  }
  const std::vector<std::string> both = {folder_ / "in", folder_ / "elsewhere"};
  Ingest(both);
  EXPECT_EQ(Sql("SELECT count(*) FROM known_files"), "3\n");
  fs::remove(folder_ / "in/a.pdf");
  fs::remove(folder_ / "elsewhere/c.pdf");
  Ingest({folder_ / "in"});
  EXPECT_EQ(Sql("SELECT count(*) FROM known_files"), "2\n") << "only the folder that was looked through";
  Ingest({folder_ / "elsewhere", folder_ / "in"});
  EXPECT_THAT(Sql("SELECT path FROM known_files"), HasSubstr("in/b.pdf\n"));
  EXPECT_EQ(Sql("SELECT count(*) FROM known_files"), "1\n");
}

TEST_F(Again, DatabaseThatMayNotBeWrittenIsSaid) {
  folder_.Write("in/a.pdf", Pdf(1, "So: 1"));
  Ingest({folder_ / "in"});
  const std::string before = Sql("SELECT count(*) FROM runs");
  fs::permissions(db_, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder_.path(), static_cast<fs::perms>(0555));
  const ProgramResult refused = RunProgram({"ingest", "--db", db_, folder_ / "in"}, "", kUnprivileged);
  const ProgramResult read = RunProgram({"list", "--db", db_}, "", kUnprivileged);
  const ProgramResult found = RunProgram({"search", "So", "--db", db_}, "", kUnprivileged);
  fs::permissions(folder_.path(), static_cast<fs::perms>(0755));
  if (refused.code == 127) GTEST_SKIP() << "the program may not be started without privileges here";
  EXPECT_EQ(refused.code, 1) << refused.err;
  EXPECT_THAT(refused.err, HasSubstr("database " + db_ + " cannot be written; check the permissions"));
  EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 1) << refused.err;
  EXPECT_EQ(read.code, 0) << read.err;
  EXPECT_THAT(read.out, HasSubstr(" in 1 file\n"));
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_EQ(Sql("SELECT count(*) FROM runs"), before);
}

}  // namespace
}  // namespace trichluc
