// What `search`, lists and names find, and that the indexes stay in step with the rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "store/database.h"
#include "store/sqlite.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Place = SearchHit::Place;

class SearchTest : public ::testing::Test {
 protected:
  SearchTest() : database_(folder_ / "t.db", Database::Mode::kCreate) {
    run_ = database_.BeginRun({"0.1", "vie", "hash", "ingest"});
  }

  void Save(const std::string& path, const std::string& sha256, const std::vector<Document>& documents,
            const std::vector<std::string>& texts) {
    FileRecord file;
    file.path = path;
    file.sha256 = sha256;
    file.pages = static_cast<int>(texts.size());
    for (size_t i = 0; i < texts.size(); ++i) file.readings.push_back(RichReading(static_cast<int>(i) + 1));
    file.page_texts = texts;
    file.documents = documents;
    database_.SaveFile(file, run_);
  }

  // "1/head p. 1"
  std::vector<std::string> Found(const std::vector<std::string>& terms, size_t limit = 0) const {
    std::vector<std::string> found;
    for (const SearchHit& hit : database_.Search(terms, limit)) {
      const char* place = hit.place == Place::kHead ? "head" : hit.place == Place::kTask ? "task" : "page";
      found.push_back(std::to_string(hit.name.id) + "/" + place + " p. " + std::to_string(hit.page));
    }
    return found;
  }

  // The indexes hold what a fill from nothing would hold.
  void ExpectInStep() {
    Connection connection(folder_ / "t.db", SQLITE_OPEN_READWRITE);
    connection.Execute(
        "CREATE TEMP TABLE fresh AS SELECT 'p' || id AS k, replace(replace(text, 'đ', 'd'), 'Đ', 'D') AS a, "
        "'' AS b "
        "FROM pages UNION ALL SELECT 'e' || id, replace(replace(head, 'đ', 'd'), 'Đ', 'D'), "
        "replace(replace(task, 'đ', 'd'), 'Đ', 'D') FROM search_entries;"
        "CREATE VIRTUAL TABLE temp.pages_again USING fts5 (a, tokenize='unicode61 remove_diacritics 2');"
        "CREATE VIRTUAL TABLE temp.entries_again USING fts5 (a, b, tokenize='unicode61 remove_diacritics 2');"
        "INSERT INTO temp.pages_again (rowid, a) SELECT substr(k, 2), a FROM fresh WHERE k LIKE 'p%';"
        "INSERT INTO temp.entries_again (rowid, a, b) SELECT substr(k, 2), a, b FROM fresh WHERE k LIKE 'e%';"
        "CREATE VIRTUAL TABLE temp.p1 USING fts5vocab (main, page_index, instance);"
        "CREATE VIRTUAL TABLE temp.p2 USING fts5vocab (temp, pages_again, instance);"
        "CREATE VIRTUAL TABLE temp.e1 USING fts5vocab (main, entry_index, instance);"
        "CREATE VIRTUAL TABLE temp.e2 USING fts5vocab (temp, entries_again, instance);");
    Statement differences = connection.Query(
        "SELECT (SELECT count(*) FROM (SELECT term, doc, offset FROM p1 EXCEPT SELECT term, doc, offset FROM "
        "p2)), "
        "(SELECT count(*) FROM (SELECT term, doc, offset FROM p2 EXCEPT SELECT term, doc, offset FROM p1)), "
        "(SELECT count(*) FROM (SELECT term, doc, offset FROM e1 EXCEPT SELECT term, doc, offset FROM e2)), "
        "(SELECT count(*) FROM (SELECT term, doc, offset FROM e2 EXCEPT SELECT term, doc, offset FROM e1)), "
        "(SELECT count(*) FROM e1)");
    ASSERT_TRUE(differences.Next());
    int page_extra = 0, page_missing = 0, entry_extra = 0, entry_missing = 0, all = 0;
    differences >> page_extra >> page_missing >> entry_extra >> entry_missing >> all;
    EXPECT_EQ(page_extra + page_missing, 0);
    EXPECT_EQ(entry_extra + entry_missing, 0);
    EXPECT_GT(all, 0);
  }

  TempFolder folder_;
  Database database_;
  long long run_ = 0;
};

TEST_F(SearchTest, ForgivesMarksAndLetterCaseOnBothSides) {
  Save("a.pdf", "aa", {RichDocument()}, {"Thực hiện Quyết định của ĐẢNG ủy về đường sá", "trang hai", ""});
  for (const char* word : {"thuc hien", "thực hiện", "THỰC HIỆN", "quyet dinh", "đảng", "dang uy", "duong"})
    EXPECT_THAT(Found({word}), ElementsAre("1/page p. 1")) << word;
  EXPECT_THAT(Found({"hien", "thuc"}), ElementsAre("1/page p. 1")) << "words in any order";
  EXPECT_THAT(Found({"hien thuc"}), IsEmpty()) << "a phrase has an order";
  EXPECT_THAT(Found({"thuc", "hai"}), IsEmpty()) << "all on one page";
  EXPECT_THAT(Found({"quyet di*"}), ElementsAre("1/page p. 1"));
  EXPECT_THAT(Found({"quyet di"}), IsEmpty());
  EXPECT_THAT(database_.Search({"duong"}, 1)[0].text, HasSubstr("của ĐẢNG ủy về đường sá"))
      << "as it was read";
}

TEST_F(SearchTest, ShowsTheWordsAroundEachTermHoweverFarApart) {
  std::string page = "mở đầu kế hoạch";
  for (int i = 0; i < 300; ++i) page += "\ndòng " + std::to_string(i);
  Save("a.pdf", "aa", {RichDocument()}, {page + " về Đầu  tư công", "", ""});
  const SearchHit hit = database_.Search({"ke hoach", "dau tu"}, 1)[0];
  EXPECT_THAT(hit.text, testing::StartsWith("mở đầu kế hoạch\ndòng 0"));
  EXPECT_THAT(hit.text, HasSubstr("dòng 4\ndòng 5 … ")) << "twelve words behind";
  EXPECT_THAT(hit.text, testing::EndsWith("dòng 299 về Đầu  tư công"));
  std::vector<std::string> found;
  for (const SearchHit::Part& part : hit.found) found.push_back(hit.text.substr(part.begin, part.end - part.begin));
  EXPECT_THAT(found, ElementsAre("kế hoạch", "Đầu  tư"));
}

TEST_F(SearchTest, HeadsThenTasksThenPages) {
  Save("a.pdf", "aa", {RichDocument()}, {"x", "lắp mạng", "lắp mạng lưới"});
  EXPECT_THAT(Found({"chuyển đổi số"}), ElementsAre("1/head p. 1"));
  EXPECT_THAT(Found({"kien giang"}), ElementsAre("1/head p. 1"));
  EXPECT_THAT(Found({"Trần B"}), ElementsAre("1/head p. 1"));
  EXPECT_THAT(Found({"07/KH-UBND"}), ElementsAre("1/head p. 1"));
  EXPECT_THAT(Found({"phong noi vu", "bien ban"}), ElementsAre("1/task p. 2"));
  EXPECT_THAT(Found({"lap mang"}), ElementsAre("1/task p. 2", "1/page p. 3")) << "page 2 repeats the task";
  EXPECT_EQ(database_.Search({"lap mang"}, 1)[0].task_no, "1");
}

// Few matches are looked at at once, many place by place: the same is found in the same order.
TEST_F(SearchTest, FewAndManyMatchesComeInTheSameOrder) {
  std::vector<std::string> heads, tasks;
  for (long long id = 1; id <= 30; ++id) {
    Document document = RichDocument();
    document.subject = "rừng ngập mặn";
    document.page_from = document.page_to = 1;
    document.tasks.resize(1);
    document.tasks[0].content = "trồng rừng" + std::string(id <= 12 ? " ven biển" : "");
    document.tasks[0].page_from = document.tasks[0].page_to = 1;
    Save(std::to_string(id) + ".pdf", std::to_string(id), {document}, {"rừng"});
    heads.insert(heads.begin(), std::to_string(id) + "/head p. 1");
    tasks.insert(tasks.begin(), std::to_string(id) + "/task p. 1");
    std::vector<std::string> all = heads;
    all.insert(all.end(), tasks.begin(), tasks.end());
    for (const size_t limit : {0, 1, 7, 21, 40, 100}) {
      const size_t shown = limit == 0 ? all.size() : std::min(limit, all.size());
      const std::vector<std::string> first(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown));
      ASSERT_EQ(Found({"rung"}, limit), first) << id << " documents, limit " << limit;
      ASSERT_EQ(Found({"run*"}, limit), first) << id << " documents, limit " << limit;
    }
  }
  EXPECT_THAT(Found({"rung", "ven bien"}), SizeIs(12));
  EXPECT_THAT(Found({"trong rung ngap"}), IsEmpty()) << "no phrase goes over from a task to a head";
}

TEST_F(SearchTest, AnyTextIsATerm) {
  Save("a.pdf", "aa", {RichDocument()}, {"x \"3 không\" AND NOT", "", ""});
  for (const char* term : {"\"3 không\"", "and not", "NOT"}) EXPECT_FALSE(Found({term}).empty()) << term;
  EXPECT_THAT(Found({"không", "-", "("}), SizeIs(1)) << "signs are no words";
  for (const char* term : {"-", "\"", "*", "", "head:x", "(", "zzz*"})
    EXPECT_THAT(Found({term}), IsEmpty()) << term;
}

TEST_F(SearchTest, OneDocumentDoesNotFillTheScreen) {
  Document first = RichDocument(), second = RichDocument();
  first.page_to = second.page_to = 9;
  Save("a.pdf", "aa", {first}, std::vector<std::string>(9, "chung"));
  Save("b.pdf", "bb", {second}, std::vector<std::string>(9, "chung"));
  EXPECT_THAT(Found({"chung"}, 20), SizeIs(6));
  EXPECT_THAT(Found({"chung"}, 4), SizeIs(4));
  EXPECT_EQ(Found({"chung"}, 1)[0], "2/page p. 9") << "the newest first";
  EXPECT_THAT(Found({"chung"}), SizeIs(18));
}

TEST_F(SearchTest, StaysInStepWithWhatIsStored) {
  Save("a.pdf", "aa", {RichDocument()}, {"trước", "hai", ""});
  Save("b.pdf", "bb", {RichDocument()}, {"khác", "", ""});
  ExpectInStep();
  Document renamed = RichDocument();
  renamed.subject = "phòng chống thiên tai";
  database_.ReplaceDocuments(1, {renamed}, {"sau", "hai", ""}, run_);
  EXPECT_THAT(Found({"trước"}), IsEmpty());
  EXPECT_THAT(Found({"sau"}), ElementsAre("1/page p. 1"));
  EXPECT_THAT(Found({"thien tai"}), ElementsAre("1/head p. 1"));
  EXPECT_THAT(Found({"chuyen doi so"}), ElementsAre("2/head p. 1"));
  ExpectInStep();
  Save("a.pdf", "aa", {renamed}, {"lại"});
  EXPECT_THAT(Found({"sau"}), IsEmpty());
  EXPECT_THAT(Found({"lại"}), ElementsAre("1/page p. 1"));
  ExpectInStep();
}

TEST_F(SearchTest, RandomFilesStayInStep) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    RandomRecords random(seed);
    const std::string sha256 = std::to_string(seed % 10);
    Save("f" + sha256, sha256, {random.MakeDocument()}, {"trang " + std::to_string(seed), "", "đ"});
  }
  ExpectInStep();
}

TEST_F(SearchTest, NumberThatOtherDocumentsTellIsFound) {
  Document open = RichDocument();
  open.number.reset();
  Save("a.pdf", "aa", {open}, {""});
  EXPECT_THAT(Found({"18/KH-UBND"}), IsEmpty());
  Verdict verdict;
  verdict.document_id = 1;
  verdict.field = "number";
  verdict.value = "18/KH-UBND";
  verdict.probability = 0.95;
  database_.Revise({verdict}, run_);
  EXPECT_THAT(Found({"18/KH-UBND"}), ElementsAre("1/head p. 1"));
  ExpectInStep();
}

// Several files of one path, files that failed, bundles: each screen is its part of the whole list.
TEST_F(SearchTest, ScreensArePartsOfTheWholeList) {
  for (int i = 0; i < 23; ++i) {
    std::vector<Document> documents(static_cast<size_t>(i % 4), RichDocument());
    for (size_t d = 0; d < documents.size(); ++d) {
      documents[d].number = std::to_string(i) + "." + std::to_string(d);
      documents[d].page_from = 1 + static_cast<int>(documents.size() - d);
      documents[d].tasks.resize(d == 1 ? 0 : 2);
    }
    Save("p" + std::to_string(i % 5 * (i % 7 == 0 ? 2 : 1)), std::to_string(100 - i), documents, {"", "", "", ""});
    if (i % 6 == 0) database_.SaveFailure("p" + std::to_string(i) + "x", "f" + std::to_string(i), "not_pdf", "", run_);
  }
  const std::vector<DocumentLine> documents = database_.ListDocuments(0, 0);
  std::vector<std::string> order, visited;
  for (const DocumentLine& line : documents) order.push_back(*line.name.number);
  database_.ForEachDocument([&](const StoredDocument& stored) { return visited.push_back(*stored.document.number), true; });
  ASSERT_EQ(order, visited);
  const std::vector<TaskLine> tasks = database_.ListTasks(0, 0);
  ASSERT_GT(tasks.size(), 30u);
  const auto part = [](const auto& all, size_t limit, size_t offset, const auto& text) {
    std::vector<std::string> lines;
    for (size_t i = offset; i < all.size() && (limit == 0 || i < offset + limit); ++i) lines.push_back(text(all[i]));
    return lines;
  };
  const auto document = [](const DocumentLine& line) { return *line.name.number; };
  const auto task = [](const TaskLine& line) { return *line.name.number + " " + line.no.value_or("") + line.content; };
  for (const size_t limit : {0, 1, 3, 10, 100}) {
    for (size_t offset = 0; offset < tasks.size() + 2; ++offset) {
      EXPECT_EQ(part(database_.ListDocuments(limit, offset), 0, 0, document), part(documents, limit, offset, document))
          << limit << " from " << offset;
      EXPECT_EQ(part(database_.ListTasks(limit, offset), 0, 0, task), part(tasks, limit, offset, task))
          << limit << " from " << offset;
    }
  }
}

TEST_F(SearchTest, DocumentsAreNamedBySymbolSequenceAndFile) {
  Document unread = RichDocument();
  unread.number.reset();
  unread.number_seq.reset();
  unread.symbol = "BC-SYT";
  Save("in/kế hoạch.v2.pdf", "aa", {RichDocument()}, {""});
  Save("in/x.pdf", "bb", {unread}, {""});
  const auto ids = [&](const std::string& key) {
    std::vector<long long> found;
    for (const StoredDocument& stored : database_.FindDocuments(key)) found.push_back(stored.id);
    return found;
  };
  for (const char* key :
       {"in/kế hoạch.v2.pdf", "kế hoạch.v2.pdf", "kế hoạch.v2", "7", "KH-UBND", "07/KH-UBND"})
    EXPECT_THAT(ids(key), ElementsAre(1)) << key;
  for (const char* key : {"…/BC-SYT", "BC-SYT", "x", "x.pdf"}) EXPECT_THAT(ids(key), ElementsAre(2)) << key;
  for (const char* key : {"kế hoạch", "v2.pdf", "in", "", "…/"}) EXPECT_THAT(ids(key), IsEmpty()) << key;
  EXPECT_THAT(database_.Names(), ElementsAre("07/KH-UBND", "kế hoạch.v2.pdf", "x.pdf"));
}

TEST_F(SearchTest, ListsAreInTheOrderOfDocumentsWhateverTheirPart) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    RandomRecords random(seed);
    Save("f" + std::to_string(seed * 7 % 12), std::to_string(seed),
         {random.MakeDocument(), random.MakeDocument()}, {"", ""});
  }
  std::vector<long long> ids;
  std::vector<std::string> tasks;
  database_.ForEachDocument([&](const StoredDocument& stored) {
    ids.push_back(stored.id);
    for (const Task& task : stored.document.tasks) tasks.push_back(task.content);
    return true;
  });
  for (const size_t limit : {0u, 5u, 100u}) {
    for (const size_t offset : {0u, 3u, 11u, 12u, 13u, 20u, 23u, 24u, 25u, 99u}) {
      const size_t from = std::min<size_t>(offset, ids.size());
      const size_t to = limit == 0 ? ids.size() : std::min<size_t>(from + limit, ids.size());
      std::vector<long long> listed;
      for (const DocumentLine& line : database_.ListDocuments(limit, offset)) listed.push_back(line.name.id);
      EXPECT_EQ(listed,
                std::vector(ids.begin() + static_cast<long>(from), ids.begin() + static_cast<long>(to)));
    }
  }
  std::vector<std::string> listed;
  for (const TaskLine& line : database_.ListTasks(0, 0)) listed.push_back(line.content);
  EXPECT_EQ(listed, tasks);
  for (size_t offset = 0; offset <= tasks.size() + 1; ++offset) {
    std::vector<std::string> screen;
    for (const TaskLine& line : database_.ListTasks(4, offset)) screen.push_back(line.content);
    const size_t from = std::min(offset, tasks.size()), to = std::min(from + 4, tasks.size());
    EXPECT_EQ(screen, std::vector(tasks.begin() + static_cast<long>(from), tasks.begin() + static_cast<long>(to)));
  }
  EXPECT_EQ(database_.CountAll().documents, static_cast<long long>(ids.size()));
  EXPECT_EQ(database_.CountAll().tasks, static_cast<long long>(tasks.size()));
}

}  // namespace
}  // namespace trichluc
