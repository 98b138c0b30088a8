// What the steps of the extraction share while one document is being read. Private to the room.
#pragma once

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "extract/agencies.h"
#include "extract/dates.h"
#include "extract/view.h"
#include "model/record.h"
#include "model/table.h"
#include "rules/rules.h"

namespace trichluc {

// Typed figures come with 0.79 and more of the engine's confidence, a clerk's with 0.6 and less.
constexpr double kTypedConfidence = 0.7;

// What the letterhead's print does not settle, left to SettleHandwriting: the number ahead of a symbol, and a
// date's day and month. `line` is null where nothing is open.
struct Unsettled {
  const ViewLine* line = nullptr;
  std::string engine;         // as the engine for print read it
  double confidence = 0;      // its own
  std::string before_symbol;  // "/", "-" or "/2021/"
};
struct OpenPart {
  int value = 0;          // 0: not read
  double confidence = 0;  // of the engine
  bool typed = false;     // print, and sure
};
struct OpenDate {
  const ViewLine* line = nullptr;
  OpenPart day, month;
  int year = 0;
  std::string printed;  // day/month/year as read
};

// The pages of one document and what is known so far. Steps read it and write to `document`.
// What flags need of a task and its record does not hold.
struct TaskPrint {
  double legible = 1;                 // chance that all its words were read right
  std::vector<std::string> doubtful;  // words that were read with doubt, the most doubtful first
  bool shares_number = false;         // its number is printed once, for it and the rows above
};

struct Work {
  const RuleSet& rules;
  const AgencyRegistry& agencies;
  std::vector<const PageView*> pages;  // of this document, first to last
  std::vector<Table> tables;
  std::vector<Paragraph> paragraphs;
  PlaceContext place;
  YearContext years;
  Document document;
  std::vector<TaskPrint> prints;  // of document.tasks, one each

  std::string file_name;                     // as the office named it
  std::vector<const PageReading*> readings;  // of `pages`
  Unsettled open_number;
  OpenDate open_date;
  bool number_blank = false;  // "Số:      /NQ-HĐND": nothing is written in
  double symbol_at_most = 1;  // how sure the symbol, and the number that ends in it, can be

  // Filled by the step for programmes typed as one cell a line: what is no running text.
  std::set<const Paragraph*> typed;

  std::deque<ViewLine> joined_lines;  // of the letterhead, printed as two
  // Filled by the header step: lines of the first page that are letterhead, title, stamps – not body.
  std::vector<const ViewLine*> header_lines;
  const ViewLine* number_line = nullptr;  // "Số: …"; may be missing
  // Filled by the people step: the list of recipients and the signature block.
  std::vector<const ViewLine*> closing_lines;

  const PageView& First() const { return *pages.front(); }
};

// Evidence and confidence for a field, from the words that [span) of a passage touches.
void AddEvidence(Document& document, const std::string& field, const Passage& passage, const Span& span,
                 const std::string& rule, double confidence);
void AddEvidence(Document& document, const std::string& field, const std::vector<const ViewLine*>& lines,
                 const std::string& rule, double confidence);
void AddFlag(Document& document, const std::string& code, int page, const std::string& detail);
// Mean engine confidence of the pieces, 0 when there are none.
double MeanConfidence(const std::vector<Passage::Piece>& pieces);
// Chance that every one of the pieces was read right: the engine's confidence in a word is no chance, but
// words of one confidence are wrong about equally often.
double ChanceAllRight(const std::vector<Passage::Piece>& pieces);
// Of a task that was read from these pieces.
TaskPrint WeighPrint(const std::vector<Passage::Piece>& pieces);
void AddTask(Work& work, Task task, TaskPrint print = {});

// Whether a paragraph holds one of the lines.
bool Holds(const Paragraph& paragraph, const std::vector<const ViewLine*>& lines);

// A line as a passage of its own.
Passage PassageOf(const ViewLine& line);

// The steps, in this order. Each is one file.
std::vector<std::pair<size_t, size_t>> SplitDocuments(const std::vector<PageView>& pages,
                                                      const RuleSet& rules);
void ReadHeader(Work& work);
void ReadPeople(Work& work);
void ReadStamps(Work& work);
void ReadReferences(Work& work);
void ReadTables(Work& work);
void ReadTypedTasks(Work& work);
void ReadTextTasks(Work& work);
void ReadTextRequests(Work& work);  // behind all others that read tasks
void MendShortNames(Work& work);  // of agencies, behind those that read tasks
void WriteOutShortNames(Work& work);  // see written_out.h
void DoubtTasks(Work& work);  // behind those that read them
// Last, since it weighs references, stamps and signatures; see hand.cc.
void SettleHandwriting(Work& work);
void ExplainDamagedNames(Work& work);
void RaiseFlags(Work& work);

// As its page was read; null when the document has no such page.
const PageReading* ReadingOf(const Work& work, int page);
// The spot of this kind beside a line at this box; null where the reader of handwriting saw none.
const HandReading* SpotAt(const PageReading& reading, const char* kind, const Box& line);
// The spot of this kind on a line ("number", "day", "month"); null where the reader of handwriting saw none.
const HandReading* HandSpot(const Work& work, const char* kind, const ViewLine& line);
// How likely the figures at a spot are these by the reader of handwriting, to which a slash behind them is a 1 or nothing; 0 where it
// hardly sees them without such a 1.
double SeenBeforeSlash(const HandReading& spot, const std::string& printed);
// Whether the figures at a line's spot ("number", "day", "month") are print rather than handwriting: by their
// evenness, or because both readers say the same (slashes in `printed` are ones to the reader of figures, or
// nothing). True when the page was read without the reader of handwriting.
bool LooksTypeset(const Work& work, const char* kind, const ViewLine& line, const std::string& printed);

}  // namespace trichluc
