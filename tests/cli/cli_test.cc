// The program from outside: what it prints where, and how it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "support/run_program.h"
#include "support/sample_database.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr int kOk = 0, kUsage = 1, kSomeFailed = 3;

TEST(Cli, HelpAndVersionGoToStandardOutput) {
  const ProgramResult help = RunProgram({"--help"});
  EXPECT_EQ(help.code, kOk);
  EXPECT_THAT(help.out,
              AllOf(HasSubstr("Examples:\n"), HasSubstr("ingest"), HasSubstr("Exit codes: 0 done")));
  EXPECT_THAT(help.out, Not(HasSubstr("worker"))) << "a hidden command";
  EXPECT_THAT(help.err, IsEmpty());
  const ProgramResult version = RunProgram({"--version"});
  EXPECT_EQ(version.code, kOk);
  EXPECT_THAT(version.out, ::testing::MatchesRegex(
                               "trichluc [0-9]+\\.[0-9]+\\.[0-9]+\nmodel trichluc, SHA-256 [0-9a-f]+\n"));
}

// They would be loaded at each start: half of its time.
TEST(Cli, LoadsNothingThatOnlyTheReadingOfPagesNeeds) {
  const std::string program = ReadFile(TRICHLUC_BUILD_DIR "/trichluc"), reader = ReadFile(TRICHLUC_BUILD_DIR "/trichluc-reader");
  for (const char* library : {"libtesseract.so", "liblept.so", "libpoppler.so", "libxlsxwriter.so"}) {
    EXPECT_EQ(program.find(library), std::string::npos) << library;
    EXPECT_NE(reader.find(library), std::string::npos) << library;
  }
}

class CliHelp : public ::testing::TestWithParam<const char*> {};

TEST_P(CliHelp, OfEveryCommandHasExamples) {
  const ProgramResult help = RunProgram({GetParam(), "--help"});
  EXPECT_EQ(help.code, kOk);
  EXPECT_THAT(help.out, HasSubstr(std::string("Examples:\n  trichluc ") + GetParam()));
}

INSTANTIATE_TEST_SUITE_P(All, CliHelp,
                         ::testing::Values("ingest", "watch", "status", "reextract", "list", "search", "show",
                                           "explain", "export", "audit", "rules"));

struct WrongUse {
  const char* what;
  std::vector<std::string> arguments;  // DB stands for a database with one document
  const char* message;                 // the beginning of what is said
};

void PrintTo(const WrongUse& use, std::ostream* out) { *out << use.what; }

class CliWrongUse : public ::testing::TestWithParam<WrongUse> {};

TEST_P(CliWrongUse, IsOneLineOnStandardErrorAndCodeOne) {
  SampleDatabase sample;
  sample.Add("in/ke-hoach.pdf", {RichDocument()});
  std::vector<std::string> arguments = GetParam().arguments;
  for (std::string& argument : arguments) {
    if (argument == "DB") argument = sample.path();
  }
  const ProgramResult result = RunProgram(arguments);
  EXPECT_EQ(result.code, kUsage);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, StartsWith(GetParam().message));
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
}

INSTANTIATE_TEST_SUITE_P(
    All, CliWrongUse,
    ::testing::Values(
        WrongUse{"no_command", {}, "trichluc: A subcommand is required; `trichluc --help`"},
        WrongUse{"misspelt_command",
                 {"lst"},
                 "trichluc: no command \"lst\"; did you mean \"list\"? `trichluc --help`"},
        WrongUse{
            "unlike_any", {"qqqqqqqq"}, "trichluc: no command \"qqqqqqqq\"; `trichluc --help` shows all"},
        WrongUse{"unknown_option",
                 {"list", "--frob"},
                 "trichluc list: The following argument was not expected: --frob;"},
        WrongUse{"missing_argument", {"show"}, "trichluc show: document is required; `trichluc show --help`"},
        WrongUse{"no_paths", {"ingest"}, "trichluc: ingest: name files, folders or globs to read"},
        WrongUse{"bad_jobs", {"ingest", "--jobs", "0", "x"}, "trichluc ingest: --jobs"},
        WrongUse{"unknown_format", {"export", "--format", "pdf"}, "trichluc export: --format: pdf not in"},
        WrongUse{"rules_without_check", {"rules"}, "trichluc rules: A subcommand is required"},
        WrongUse{"no_database",
                 {"list", "--db", "/nowhere/t.db"},
                 "trichluc: database /nowhere/t.db does not exist"},
        WrongUse{"no_rules_there", {"rules", "check", "--rules", "/nowhere"}, "trichluc: /nowhere"},
        WrongUse{"unknown_document",
                 {"show", "08/KH-UBND", "--db", "DB"},
                 "trichluc: no document \"08/KH-UBND\"; did you mean \"07/KH-UBND\"?"},
        WrongUse{"unknown_field",
                 {"explain", "1", "isued_on", "--db", "DB"},
                 "trichluc: the document has no field \"isued_on\"; did you mean \"issued_on\""},
        WrongUse{"spreadsheet_without_file",
                 {"export", "--format", "xlsx", "--db", "DB"},
                 "trichluc: a spreadsheet needs a file: add --output FILE.xlsx"},
        WrongUse{"output_nowhere",
                 {"export", "--db", "DB", "-o", "/nowhere/x.csv"},
                 "trichluc: /nowhere/x.csv: cannot be written (No such file or directory)"}),
    [](const auto& info) { return info.param.what; });

class CliOnSample : public ::testing::Test {
 protected:
  CliOnSample() { sample_.Add("in/ke-hoach.pdf", {RichDocument()}); }

  ProgramResult Run(std::vector<std::string> arguments, const std::string& out_path = "") {
    arguments.insert(arguments.end(), {"--db", sample_.path()});
    return RunProgram(arguments, out_path);
  }

  SampleDatabase sample_;
};

TEST_F(CliOnSample, ListShowExplain) {
  const ProgramResult list = Run({"list"});
  EXPECT_EQ(list.code, kOk);
  EXPECT_THAT(list.out, AllOf(HasSubstr("07/KH-UBND"), HasSubstr("1 document, 2 tasks in 1 file\n")));
  EXPECT_THAT(list.out, Not(HasSubstr("\x1b"))) << "no colours without a terminal";
  const ProgramResult show = Run({"show", "07/KH-UBND"});
  EXPECT_EQ(show.code, kOk);
  EXPECT_THAT(show.out, StartsWith("document 1: 07/KH-UBND\n"));
  const ProgramResult explain = Run({"explain", "ke-hoach.pdf", "tasks/0/deadline"});
  EXPECT_EQ(explain.code, kOk);
  EXPECT_THAT(explain.out, HasSubstr("rule deadline.quarter, page 2"));
  EXPECT_THAT(Run({"list", "--failed"}).out, HasSubstr("no file failed"));
  EXPECT_THAT(Run({"list", "--tasks"}).out, HasSubstr("2 tasks in 1 document\n"));
  const TempFolder folder;
  EXPECT_EQ(Run({"explain", "1", "number", "--picture", folder / "n.png"}).code, kOk);
  EXPECT_EQ(ReadFile(folder / "n.png"), RichReading(1).crops[0].png);
}

TEST_F(CliOnSample, ListSaysWhatItDoesNotShow) {
  EXPECT_THAT(Run({"list", "--limit", "1"}).out, Not(HasSubstr("shown")));
  EXPECT_THAT(Run({"list", "--tasks", "--limit", "1"}).out,
              HasSubstr("2 tasks in 1 document\n1 to 1 are shown; --offset 1 goes on, --limit 0 shows all"));
  EXPECT_THAT(Run({"list", "--tasks", "--offset", "1"}).out, HasSubstr("\n2 to 2 are shown, --limit 0"));
  EXPECT_THAT(Run({"list", "--offset", "7"}).out, HasSubstr("\nnone of these is shown, --limit 0"));
}

TEST_F(CliOnSample, SearchPrintsDocumentPageAndWords) {
  const ProgramResult found = Run({"search", "chuyen", "doi so"});
  EXPECT_EQ(found.code, kOk);
  EXPECT_THAT(found.out, AllOf(HasSubstr("07/KH-UBND  2024-02-05"), HasSubstr("head"), HasSubstr("chuyển đổi số năm"),
                               HasSubstr("\n1 place; --limit 0 shows all")));
  EXPECT_THAT(Run({"search", "lap mang"}).out, HasSubstr("task 1"));
  EXPECT_EQ(Run({"search", "khongco"}).out, "nothing found\n");
}

TEST_F(CliOnSample, ExportToStandardOutputAndToFiles) {
  const ProgramResult ndjson = Run({"export"});
  EXPECT_EQ(ndjson.code, kOk);
  EXPECT_EQ(nlohmann::json::parse(ndjson.out)["number"], "07/KH-UBND");
  EXPECT_EQ(ndjson.out, Run({"export", "--format", "ndjson"}).out);
  EXPECT_EQ(ndjson.out, Run({"show", "1", "--json"}).out);
  EXPECT_THAT(Run({"export", "--format", "csv"}).out, StartsWith("\xEF\xBB\xBFSTT,"));
  const TempFolder folder;
  EXPECT_THAT(Run({"export", "-o", folder / "x.csv"}).out, IsEmpty());
  EXPECT_THAT(ReadFile(folder / "x.csv"), StartsWith("\xEF\xBB\xBFSTT,")) << "the ending decides";
  Run({"export", "--output", folder / "x.xlsx"});
  EXPECT_THAT(ReadFile(folder / "x.xlsx"), StartsWith("PK"));
  Run({"export", "--output", folder / "x.json"});
  EXPECT_EQ(ReadFile(folder / "x.json"), ndjson.out);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("tmp")));
  }
}

TEST_F(CliOnSample, FullDiskIsAnError) {
  for (const char* command : {"export", "list"}) {
    const ProgramResult result = Run({command}, "/dev/full");
    EXPECT_EQ(result.code, kUsage) << command;
    EXPECT_THAT(result.err, HasSubstr("No space left on device")) << command;
  }
}

TEST(CliRules, ShippedRulesHold) {
  const ProgramResult result = RunProgram({"rules", "check"});
  EXPECT_EQ(result.code, kOk) << result.out << result.err;
  EXPECT_THAT(result.out, HasSubstr(": all hold\n"));
}

TEST(CliIngest, BadFilesAreListedAndTheRestIsStored) {
  const TempFolder folder;
  folder.Write("in/text.pdf", "no pdf at all");
  folder.Write("in/empty.pdf", "");
  const std::string db = folder / "t.db";
  const ProgramResult first =
      RunProgram({"ingest", "--db", db, "--jobs", "1", folder / "in", folder / "absent.pdf"});
  EXPECT_EQ(first.code, kSomeFailed) << first.err;
  EXPECT_THAT(first.err, AllOf(HasSubstr("text.pdf: "), HasSubstr("empty.pdf: "), HasSubstr("absent.pdf: "),
                               HasSubstr("3 failed")));
  EXPECT_THAT(first.out, IsEmpty());
  const ProgramResult list = RunProgram({"list", "--db", db, "--failed"});
  EXPECT_THAT(list.out, AllOf(HasSubstr("not_pdf"), HasSubstr("empty"), HasSubstr("not_found")));
}

TEST(CliIngest, JsonLogIsOneObjectALine) {
  TempFolder folder;
  WriteFileAtomically(folder / "none.pdf", "no PDF");
  const ProgramResult result =
      RunProgram({"ingest", "--json-log", "--db", folder / "a.db", folder / "none.pdf"});
  EXPECT_EQ(result.code, kSomeFailed);
  std::vector<nlohmann::json> lines;
  std::istringstream in(result.err);
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["event"], "start");
  EXPECT_THAT(lines[0]["workers"].get<std::string>(), Not(IsEmpty()));
  EXPECT_EQ(lines[1]["event"], "file");
  EXPECT_EQ(lines[1]["status"], "failed");
  EXPECT_EQ(lines[2]["event"], "end");
  EXPECT_EQ(lines[2]["failed"].size(), 1u);
}

TEST(CliStatus, SaysWhatIsLeftToDoAndWithWhichCommand) {
  TempFolder folder;
  WriteFileAtomically(folder / "none.pdf", "no PDF");
  const std::string db = folder / "a.db";
  RunProgram({"ingest", "--db", db, folder / "none.pdf"});
  const ProgramResult status = RunProgram({"status", "--db", db});
  EXPECT_EQ(status.code, kOk);
  EXPECT_THAT(status.out,
              AllOf(HasSubstr("0 read (0 pages), 1 failed"), HasSubstr("trichluc ingest --retry-failed")));
  const ProgramResult again = RunProgram({"ingest", "--retry-failed", "--db", db});
  EXPECT_EQ(again.code, kSomeFailed);
  EXPECT_THAT(again.err, HasSubstr("none.pdf")) << "the failed file is tried without being named";
}

TEST(CliWatch, ReadsWhatArrivesAndEndsOnInterrupt) {
  TempFolder folder;
  std::filesystem::create_directory(folder / "inbox");
  // Interrupted when the file is stored, however slow the machine is.
  const std::string db = folder / "a.db", program = TRICHLUC_BUILD_DIR "/trichluc",
                    stored = program + " list --failed --db " + db + " 2>/dev/null | grep -q late.pdf",
                    command = program + " watch --every 1 --db " + db + " " + (folder / "inbox") + " 2>/dev/null & watch=$!; sleep 1; echo 'no PDF' > " +
                              (folder / "inbox/late.pdf") + "; for second in $(seq 60); do " + stored +
                              " && break; sleep 1; done; kill -INT $watch; wait $watch";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_THAT(RunProgram({"list", "--failed", "--db", db}).out, HasSubstr("late.pdf"));
}

TEST(CliIngest, ForeignDatabaseIsRefusedBeforeAnythingIsRead) {
  const TempFolder folder;
  const std::string db = folder.Write("t.db", "just text, and long enough to be looked at");
  const ProgramResult result = RunProgram({"ingest", "--db", db, folder / "x.pdf"});
  EXPECT_EQ(result.code, kUsage);
  EXPECT_THAT(result.err, HasSubstr("is not an SQLite database"));
  EXPECT_EQ(ReadFile(db), "just text, and long enough to be looked at");
}

}  // namespace
}  // namespace trichluc
