#include "extract/body_headings.h"

#include <algorithm>

#include "extract/capital_headings.h"
#include "extract/numbering.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kOutermost = 0.1;  // a rank above those of all numbers
constexpr double kShort = 0.025;    // of the page's width: room that a full line does not leave

// The first line of a table: its page, and where on it as a share of the page's height.
std::pair<int, double> Begin(const Work& work, const Table& table) {
  int top = 0;
  bool found = false;
  const auto look = [&](const TableRow& row) {
    for (const TableCell& cell : row.cells) {
      for (const Line& line : cell.lines) {
        if (line.page != table.page_from) continue;
        top = found ? std::min(top, line.box.top) : line.box.top;
        found = true;
      }
    }
  };
  for (const TableRow& row : table.header) look(row);
  for (const TableRow& row : table.rows) look(row);
  const auto reading = std::find_if(work.readings.begin(), work.readings.end(),
                                    [&](const PageReading* one) { return one->page == table.page_from; });
  const int height = reading == work.readings.end() ? 0 : (*reading)->height;
  return {table.page_from, height > 0 ? static_cast<double>(top) / height : 0};
}

// "III. Những kiến nghị, đề xuất.": a line of a few words with a Roman numeral is the title of a part, though a full stop ends it;
// not "I. Kiểm tra các cơ sở.", work whose 1 was misread.
bool IsPartWithStop(const Work& work, const Paragraph& paragraph, const std::optional<Match>& heading) {
  constexpr long kMostWords = 12;
  if (!heading || paragraph.lines.size() != 1) return false;
  const std::string title = heading->Get("title");
  const bool roman = heading->Get("no").find_first_not_of("IVX") == std::string::npos;
  const bool short_title = std::count(title.begin(), title.end(), ' ') < kMostWords && title.find('.') + 1 == title.size();
  return roman && short_title && (!work.rules.First("work", title) || work.rules.First("assigning_heading", title));
}

}  // namespace

bool BeginsAnnex(const Work& work, const Paragraph& paragraph) {
  if (paragraph.lines.empty()) return false;
  return work.rules.First("annex_start", paragraph.lines.front()->text) || work.rules.First("annex_note", paragraph.Text());
}

bool IsHeadingLine(const Work& work, const Paragraph& paragraph) {
  if (paragraph.lines.empty() || paragraph.lines.size() > 3) return false;
  // "| KHẨN |": the sides of a stamp's frame read as numerals
  if (work.rules.Full("urgency", paragraph.Text()) || work.rules.Full("secrecy", paragraph.Text())) return false;
  // "7. CHỦ TỊCH": a stroke of the pen before the title of who signs
  const auto heading = work.rules.First("heading", paragraph.Text());
  if (heading && heading->Has("title")) {
    const std::string title = Trimmed(heading->Get("title"));
    const auto office = TitleOf(title, work.rules);
    if (IsUpper(title) && office && office->length == Length(title)) return false;
  }
  const ViewLine& last = *paragraph.lines.back();
  const bool short_line = last.right < work.First().text_right - kShort;
  if (IsPartWithStop(work, paragraph, heading)) return short_line;
  return (IsUpper(last.text) || short_line) && !work.rules.First("sentence_stop", last.text);
}

BodyHeadings::BodyHeadings(const Work& work) : work_(work) {
  const std::set<const Paragraph*> capitals = CapitalHeadings(work);
  for (const Paragraph& paragraph : work.paragraphs) {
    if (paragraph.footnote || paragraph.lines.empty()) continue;
    const std::string text = paragraph.Text();
    const double top = paragraph.lines.front()->top;
    if (capitals.count(&paragraph) > 0) {
      marks_.push_back({paragraph.page_from, top, kUnnumberedRank, Trimmed(text)});
      continue;
    }
    if (BeginsAnnex(work, paragraph) || work.rules.First("body_end", text) || Holds(paragraph, work.closing_lines)) {
      marks_.push_back({paragraph.page_from, top, 0, ""});
      continue;
    }
    const auto heading = work.rules.First("heading", text);
    if (!heading || heading->span.begin != 0 || !IsHeadingLine(work, paragraph) || work.rules.First("introducing_heading", text)) continue;
    const double rank = RankOfNumber(work.rules, heading->Get("no"));
    if (rank > 0) marks_.push_back({paragraph.page_from, top, rank, heading->Get("title")});
  }
}

std::vector<std::string> BodyHeadings::Over(const Table& table) const {
  const auto [page, top] = Begin(work_, table);
  SectionStack open;
  for (const Mark& mark : marks_) {
    if (mark.page > page || (mark.page == page && mark.top >= top)) break;
    mark.rank > 0 ? open.Open(mark.rank, mark.title) : open.CloseFor(kOutermost);
  }
  return open.Titles();
}

}  // namespace trichluc
