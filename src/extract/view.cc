#include "extract/view.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kUpperPart = 0.35;   // of the page: where letterheads stand
constexpr int kBlankPageWords = 4;    // a page with fewer readable words holds no document text

ViewLine Place(Line line, const PageLayout& layout, int block, BlockColumn column) {
  ViewLine view;
  view.text = Normalise(line.Text());
  view.block = block;
  view.column = column;
  view.left = static_cast<double>(line.box.left) / layout.width;
  view.right = static_cast<double>(line.box.right) / layout.width;
  view.top = static_cast<double>(line.box.top) / layout.height;
  view.bottom = static_cast<double>(line.box.bottom) / layout.height;
  view.line = std::move(line);
  return view;
}

Line Piece(const Line& line, size_t from, size_t to) {
  Line piece;
  piece.page = line.page;
  for (size_t i = from; i < to; ++i) {
    piece.words.push_back(line.words[i]);
    piece.box = piece.box.Union(line.words[i].box);
  }
  return piece;
}

// The index of the word at which a second column starts, or 0.
size_t SecondColumn(const Line& line, const RuleSet& rules) {
  Passage passage;
  passage.Add(line);
  const std::optional<Match> match = rules.First("column_start", passage.text());
  if (!match || match->span.begin == 0) return 0;
  const auto& pieces = passage.pieces();
  for (size_t i = 1; i < pieces.size(); ++i) {
    if (pieces[i].begin < match->span.begin) continue;
    if (!match->Has("begins") || pieces[i].begin == match->span.begin) return i;
    // In the middle of a word: perhaps a part of it alone is none of the match.
    const auto whole = rules.First("column_start", std::string_view(passage.text()).substr(pieces[i].begin));
    if (whole && whole->span.begin == 0) return i;
  }
  return 0;
}

// Remarks that the receiving office typed beside "V/v …", in lines of their own below: the word at which this line meets
// the edge they share, or 0.
size_t RemarkBeside(const Line& line, const std::vector<const Line*>& upper, int width, const RuleSet& rules) {
  constexpr int kAligned = 2;                   // lines below that begin at the edge
  constexpr double kBelow = 12;                 // lines' heights
  constexpr double kEdge = 0.4, kReaches = 0.6;  // of the page's width: a subject alone stands left of the middle
  if (line.box.right < kReaches * width || !rules.First("subject_of_letter", line.Text())) return 0;
  for (size_t i = 2; i < line.words.size(); ++i) {
    const Box& word = line.words[i].box;
    if (word.left < kEdge * width) continue;
    const auto begins_there = [&](const Line* other) {
      return other->box.top > line.box.top && other->box.top < line.box.top + kBelow * line.box.Height() &&
             std::abs(other->box.left - word.left) < word.Height() / 3;
    };
    if (std::count_if(upper.begin(), upper.end(), begins_there) >= kAligned) return i;
  }
  return 0;
}

double Percentile(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const size_t at = std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())));
  std::nth_element(values.begin(), values.begin() + static_cast<long>(at), values.end());
  return values[at];
}

// From the lines of its paragraphs; a page with hardly any – a letterhead, a table – has at least the usual ones.
void MeasureMargins(PageView& page) {
  constexpr double kLong = 0.35, kBegins = 0.4;  // of the page's width: the letterhead's right half is as long, and begins behind that
  constexpr size_t kFewest = 3, kMany = 8;
  std::vector<double> lefts, rights;
  for (const ViewLine& line : page.lines) {
    if (line.right - line.left < kLong || line.left > kBegins) continue;
    lefts.push_back(line.left);
    rights.push_back(line.right);
  }
  const bool few = lefts.size() < kFewest;
  const double outer = lefts.size() < kMany ? 0.1 : std::max(0.1, 1.5 / static_cast<double>(lefts.size()));  // one line may begin with a stamp
  page.text_left = std::min(Percentile(lefts, outer, 0.14), few ? 0.16 : 1.0);
  page.text_right = std::max(Percentile(rights, 1 - outer, 0.92), few ? 0.88 : 0.0);
}

bool IsPageNumber(const ViewLine& line, const RuleSet& rules) {
  return (line.top < 0.09 || line.bottom > 0.93) && rules.Full("page_number", line.text).has_value();
}

// Does the last line of a paragraph ask for more?
bool Unfinished(const std::string& text, const RuleSet& rules) { return !rules.First("sentence_end", text); }

bool StartsLower(const std::string& text) {
  const std::u32string points = ToCodePoints(text.substr(0, 8));
  if (points.empty()) return false;
  const std::string first = FromCodePoints(points.substr(0, 1));
  return ToUpper(first) != first;
}

bool GoesOn(const Paragraph& before, const ViewLine& next, const PageView& page, const RuleSet& rules) {
  if (before.lines.empty() || before.lines.back()->line.page == next.line.page) return false;
  if (rules.First("list_mark", next.text)) return false;
  const std::string& last = before.lines.back()->text;
  if (!Unfinished(last, rules)) return false;
  return StartsLower(next.text) || next.left < page.text_left + 0.02;
}

// A block that ended too early, as where a speck stands between its lines: the last line is full and no sentence ends there, and
// the next begins at the margin right below it, in small letters unless the last word asks for a name.
bool GoesOnBelow(const Paragraph& before, const ViewLine& next, const PageView& page, const RuleSet& rules) {
  constexpr double kMargin = 0.03, kRoom = 1.2;  // of the page's width; heights of lines
  if (before.lines.empty() || before.footnote || before.lines.back()->line.page != next.line.page) return false;
  const ViewLine& last = *before.lines.back();
  const double room = next.top - last.bottom;
  const bool below = next.top > last.top && room < kRoom * std::max(last.Height(), next.Height());
  const bool full = last.right > page.text_right - kMargin && std::abs(next.left - page.text_left) < kMargin;
  if (!below || !full || !Unfinished(last.text, rules)) return false;
  const bool name_follows = StartsUpper(next.text) && rules.First("line_open", last.text);
  const bool figures = next.text.find_first_of("0123456789") == 0;
  const bool number_follows = figures && (rules.First("number_open", last.text) || rules.First("figure_goes_on", next.text));
  return (StartsLower(next.text) || name_follows || number_follows) && !rules.First("introduces", last.text) && !rules.First("list_mark", next.text);
}

// Dirt, and what is left of a stroke of the pen: far lower than print, and no mark of a list.
bool IsSpeck(const ViewLine& line, double usual) {
  constexpr double kLowest = 0.45;
  return Length(line.text) <= 2 && line.line.box.Height() < kLowest * usual && line.text.find_first_not_of("-–—+•*_=") != std::string::npos;
}

}  // namespace

PageView MakeView(PageLayout layout, const RuleSet& rules) {
  PageView page;
  page.page = layout.page;
  int words = 0;
  std::vector<const Line*> upper;
  for (const Block& block : layout.blocks) {
    if (block.stamp) continue;
    for (const Line& line : block.lines) {
      if (line.box.top < kUpperPart * layout.height) upper.push_back(&line);
    }
  }
  for (size_t b = 0; b < layout.blocks.size(); ++b) {
    Block& block = layout.blocks[b];
    if (block.stamp) {
      for (Line& line : block.lines)
        page.stamp_lines.push_back(Place(std::move(line), layout, static_cast<int>(b), block.column));
      continue;
    }
    // A small frame beside the letterhead is a stamp, not the table that the text above it ends at.
    constexpr double kStampWidth = 0.4, kHead = 0.4;  // of the page
    const bool beside = block.box.Width() < kStampWidth * layout.width && block.box.top < kHead * layout.height;
    if (block.grid >= 0 && !beside) {
      page.first_grid_top = std::min(page.first_grid_top, static_cast<double>(block.box.top) / layout.height);
      page.last_grid_bottom = std::max(page.last_grid_bottom, static_cast<double>(block.box.bottom) / layout.height);
      words += kBlankPageWords;
    }
    for (Line& line : block.lines) {
      for (const Word& word : line.words) words += Length(word.text) >= 2 && word.confidence > 0.5;
      const double top = static_cast<double>(line.box.top) / layout.height;
      size_t cut = top < kUpperPart ? SecondColumn(line, rules) : 0;
      if (cut == 0 && top < kUpperPart) cut = RemarkBeside(line, upper, layout.width, rules);
      if (cut == 0) {
        page.lines.push_back(Place(std::move(line), layout, static_cast<int>(b), block.column));
        continue;
      }
      page.lines.push_back(Place(Piece(line, 0, cut), layout, static_cast<int>(b), BlockColumn::kLeft));
      page.lines.push_back(
          Place(Piece(line, cut, line.words.size()), layout, static_cast<int>(b), BlockColumn::kRight));
    }
  }
  page.blank = words < kBlankPageWords;
  MeasureMargins(page);
  return page;
}

namespace {

constexpr double kSmallPrint = 0.82;  // of the page's usual height of words: notes are set in 10 points, text in 13 or 14
constexpr double kBelowNote = 0.92;   // below another note, where notes fill much of the page
constexpr double kLow = 0.3;  // the percentile: words without accents and tails tell the size best
constexpr size_t kSmallPrintWords = 4;

void AddHeights(const ViewLine& line, std::vector<double>& heights) {
  for (const Word& word : line.line.words) {
    if (Length(word.text) >= 2) heights.push_back(word.box.Height());
  }
}

// A note whose mark was not read: small letters over the whole width (lists of recipients stand at the left).
bool IsSmallPrint(const ViewLine& line, double usual, double share = kSmallPrint) {
  if (line.column != BlockColumn::kFull || line.line.words.size() < kSmallPrintWords) return false;
  std::vector<double> heights;
  AddHeights(line, heights);
  return Percentile(heights, kLow, usual) < share * usual;
}

bool IsLoneMark(const ViewLine& line) {
  return line.text.size() <= 2 && line.text.find_first_not_of("0123456789*") == std::string::npos;
}

// A table stands between the end of a paragraph and a line of a later page: a heading does not go on behind its table.
bool TableBetween(const Paragraph& body, const ViewLine& line, const std::vector<const PageView*>& pages) {
  return std::any_of(pages.begin(), pages.end(), [&](const PageView* page) {
    const double from = page->page == body.page_to ? body.lines.back()->top : 0, to = page->page == line.line.page ? line.top : 1;
    return page->page >= body.page_to && page->page <= line.line.page && body.page_to < line.line.page &&
           page->last_grid_bottom > from && page->first_grid_top < to;
  });
}

}  // namespace

std::string Paragraph::Text() const { return Normalise(passage.text()); }

std::vector<Paragraph> MakeParagraphs(const std::vector<const PageView*>& pages, const RuleSet& rules) {
  std::vector<Paragraph> paragraphs;
  int last_body = -1;  // footnotes stand between a paragraph and its continuation
  for (const PageView* page : pages) {
    int block = -1;
    std::vector<double> heights;
    for (const ViewLine& line : page->lines) AddHeights(line, heights);
    const double usual = Percentile(heights, kLow, 0);
    // "l3", "đầu 2" below a note: a mark that was misread. The text never goes on there.
    const auto is_misread_mark = [&](const ViewLine& line) {
      constexpr size_t kLongest = 5;
      const bool below = !paragraphs.empty() && paragraphs.back().footnote && paragraphs.back().page_to == page->page &&
                         line.top > paragraphs.back().lines.front()->top;
      return below && line.column == BlockColumn::kFull && line.left < page->text_left + 0.03 && Length(line.text) <= kLongest;
    };
    const auto is_note = [&](const ViewLine& line) {
      const bool marked = rules.First("footnote_start", line.text).has_value() && line.Height() > 0;
      const bool below = !paragraphs.empty() && paragraphs.back().footnote && paragraphs.back().page_to == page->page;
      return line.top > 0.5 && (marked || IsSmallPrint(line, usual, below ? kBelowNote : kSmallPrint));
    };
    for (size_t i = 0; i < page->lines.size(); ++i) {
      const ViewLine& line = page->lines[i];
      if (line.text.empty() || IsPageNumber(line, rules) || IsSpeck(line, usual)) continue;
      // A note that was not told from the text above it by its mark; a mark that became a line of its own.
      const bool small = !paragraphs.empty() && !paragraphs.back().footnote && line.top > 0.5 && IsSmallPrint(line, usual);
      const bool lone_mark = IsLoneMark(line) && i + 1 < page->lines.size() && is_note(page->lines[i + 1]);
      // Short lines at the end of the text stand over each other, and over the list of recipients, as lines of one column do.
      const bool closes = line.left < 0.5 && rules.First("recipients_start", line.text).has_value();
      const bool item = line.column == BlockColumn::kLeft && i > 0 && rules.First("list_mark", line.text) && !Unfinished(page->lines[i - 1].text, rules);
      const bool starts = line.block != block || small || closes || item;
      block = line.block;
      if (starts) {
        const bool footnote = is_note(line) || lone_mark || is_misread_mark(line);
        const Paragraph* body = last_body < 0 ? nullptr : &paragraphs[static_cast<size_t>(last_body)];
        const bool joins = body != nullptr && !footnote && !closes && !TableBetween(*body, line, pages) &&
                           (GoesOn(*body, line, *page, rules) || GoesOnBelow(*body, line, *page, rules));
        if (!joins) {
          paragraphs.emplace_back();
          paragraphs.back().page_from = line.line.page;
          paragraphs.back().footnote = footnote;
          if (!footnote) last_body = static_cast<int>(paragraphs.size()) - 1;
        } else if (last_body != static_cast<int>(paragraphs.size()) - 1) {
          // the continuation goes to its paragraph, behind which footnotes have been put meanwhile
          std::rotate(paragraphs.begin() + last_body, paragraphs.begin() + last_body + 1, paragraphs.end());
          last_body = static_cast<int>(paragraphs.size()) - 1;
        }
      }
      Paragraph& paragraph = paragraphs.back();
      paragraph.passage.Add(line.line);
      paragraph.lines.push_back(&line);
      paragraph.page_to = line.line.page;
    }
  }
  return paragraphs;
}

}  // namespace trichluc
