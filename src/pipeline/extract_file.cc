// From readings to records: repair → layout → tables → extract. Needs no image and no engine, so reextract
// runs exactly this.
#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/files.h"
#include "base/program.h"
#include "extract/extract.h"
#include "layout/layout.h"
#include "pipeline/join_options.h"
#include "pipeline/margin_specks.h"
#include "pipeline/pipeline.h"
#include "pipeline/spreads.h"
#include "pipeline/text_layer.h"
#include "repair/quality.h"
#include "repair/repair.h"
#include "tables/false_grids.h"
#include "tables/tables.h"
#include "text/text.h"

namespace trichluc {
namespace {

std::string FileName(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Pages that could not be read, and pages on which too little is a word.
std::vector<Flag> UnreadablePages(const std::vector<PageReading>& readings) {
  std::vector<Flag> flags;
  for (const PageReading& reading : readings) {
    if (!reading.failure.empty()) {
      flags.push_back({"unreadable", reading.page,
                       fmt::format("page {} was not read: {}", reading.page, reading.failure)});
      continue;
    }
    const ReadingQuality quality = MeasureQuality(reading);
    if (!IsUnreadable(quality)) continue;
    flags.push_back({"unreadable", reading.page,
                     fmt::format("page {}: {:.0f} % of its words can be words, mean confidence {:.2f}",
                                 reading.page, 100 * quality.valid_syllables, quality.mean_confidence)});
  }
  return flags;
}

void AddFlags(const std::vector<Flag>& flags, Document* document) {
  for (const Flag& flag : flags) {
    if (*flag.page >= document->page_from && *flag.page <= document->page_to) document->flags.push_back(flag);
  }
}

// What was taken for a table or for print and is neither; a page whose text stands in the file has no specks.
void DropWhatIsNone(PageReading* reading) {
  DissolveFalseGrids(reading);
  if (reading->engine != kTextLayerEngine) DropMarginSpecks(reading);
}

// All pages of a document are in memory at once: what nothing behind the repair asks for is not.
void DropWhatIsDone(PageReading* reading) {
  for (Word& word : reading->words) word.doubts = {};
  reading->measurements = {};
}

// Takes the next of a page that was mended ahead out of `ahead`.
std::optional<MendedPage> TakeMended(int page_of_file, MendedPages* ahead) {
  const auto found = ahead->find(page_of_file);
  if (found == ahead->end() || found->second.empty()) return std::nullopt;
  MendedPage mended = std::move(found->second.front());
  found->second.erase(found->second.begin());
  return mended;
}

// The lines of cells stand in the page's text, and then in a table: arranged once for both.
class ArrangedCells {
 public:
  std::vector<Line> Arrange(const PageReading& reading, int grid, int cell) {
    return lines_[{reading.page, grid, cell}] = CellLines(reading, grid, cell);
  }

  // Those that were arranged, once; else arranged now.
  std::vector<Line> Take(const PageReading& reading, int grid, int cell) {
    auto arranged = lines_.extract({reading.page, grid, cell});
    return arranged ? std::move(arranged.mapped()) : CellLines(reading, grid, cell);
  }

 private:
  std::map<std::array<int, 3>, std::vector<Line>> lines_;  // by page, grid, cell
};

}  // namespace

RepairNames NamesForRepair(const RuleSet& rules) {
  RepairNames names{rules.List("family_names"), {}, {}};
  for (const UnitEntry& unit : rules.units()) {
    (unit.province.empty() ? names.provinces : names.units).push_back(unit.name);
  }
  return names;
}

struct FileExtractor::Impl {
  Extractor extractor;
  Repairer repairer;
  JoinOptions join;
  void Extract(FileRecord& file, FileNames names, bool repaired, MendedPages ahead);
  MendedPage MendAlone(PageReading reading);
  void Mend(std::vector<PageReading>* readings, const SinglePages& pages, MendedPages ahead, std::vector<Repair>* repairs);
};

FileExtractor::FileExtractor(const std::shared_ptr<const RuleSet>& rules)
    : impl_(new Impl{Extractor(rules), Repairer(rules->directory(), NamesForRepair(*rules)), {}}) {
  impl_->join = JoinOptionsFor(impl_->extractor);
}
FileExtractor::~FileExtractor() = default;

std::vector<MendedPage> FileExtractor::Mend(PageReading reading) {
  std::vector<MendedPage> mended;
  for (PageReading& single : SinglePages({std::move(reading)}).readings) {
    DropWhatIsNone(&single);
    mended.push_back(impl_->MendAlone(std::move(single)));
  }
  return mended;
}

void FileExtractor::Extract(FileRecord& file, FileNames names, MendedPages ahead) {
  impl_->Extract(file, names, false, std::move(ahead));
}
void FileExtractor::ExtractRepaired(FileRecord& file, FileNames names) { impl_->Extract(file, names, true, {}); }

MendedPage FileExtractor::Impl::MendAlone(PageReading reading) {
  MendedPage mended;
  if (reading.engine != kTextLayerEngine) mended.repairs = repairer.Mend(&reading, &mended.undecided);  // else never misread
  mended.reading = std::move(reading);
  return mended;
}

void FileExtractor::Impl::Mend(std::vector<PageReading>* readings, const SinglePages& pages, MendedPages ahead,
                               std::vector<Repair>* repairs) {
  std::vector<std::vector<Repair>> of_page(readings->size());
  FileWords words;
  for (size_t i = 0; i < readings->size(); ++i) {
    PageReading& reading = (*readings)[i];
    const int page = reading.page;
    std::optional<MendedPage> mended = TakeMended(pages.PageInFile(page), &ahead);
    if (!mended) mended = MendAlone(std::move(reading));
    reading = std::move(mended->reading);
    reading.page = page;
    of_page[i] = std::move(mended->repairs);
    words.Add(reading, mended->undecided);
  }
  for (size_t i = 0; i < readings->size(); ++i) {
    PageReading& reading = (*readings)[i];
    if (reading.engine == kTextLayerEngine) continue;
    const std::vector<Repair> more = repairer.MendByFile(&reading, of_page[i], words);
    of_page[i].insert(of_page[i].end(), more.begin(), more.end());
    for (Repair& repair : of_page[i]) {
      repair.page = reading.page;
      pages.ToFile(&repair);
      repairs->push_back(std::move(repair));
    }
  }
}

void FileExtractor::Impl::Extract(FileRecord& file, FileNames names, bool repaired, MendedPages ahead) {
  const std::vector<Flag> unreadable = UnreadablePages(file.readings);
  file.page_texts.assign(file.readings.size(), "");
  repaired = repaired && Repeat(file.repairs, &file.readings);
  if (!repaired) file.repairs.clear();
  SinglePages pages(std::exchange(file.readings, {}));
  for (PageReading& reading : pages.readings) DropWhatIsNone(&reading);
  FileLayout layout{names == FileNames::kEvidence ? FileName(file.path) : "", {}, std::move(pages.readings)};
  if (!repaired) Mend(&layout.readings, pages, std::move(ahead), &file.repairs);
  ArrangedCells cells;
  JoinOptions once = join;
  once.cell_lines = [&](const PageReading& reading, int grid, int cell) { return cells.Take(reading, grid, cell); };
  const auto arrange = [&](const PageReading& reading, int grid, int cell) { return cells.Arrange(reading, grid, cell); };
  for (PageReading& reading : layout.readings) {
    DropWhatIsDone(&reading);
    layout.pages.push_back(ArrangePage(reading));
    std::string& text = file.page_texts[pages.IndexInFile(reading.page)];
    const std::string own = NormaliseLines(PageText(reading, layout.pages.back(), arrange));
    text += (text.empty() || own.empty() ? "" : "\n") + own;
    KeepForJoining(&reading);
  }
  file.documents = extractor.Extract(layout, [&](int page_from, int page_to) {
    if (page_from <= 1 && page_to >= static_cast<int>(layout.readings.size()))
      return JoinTables(layout.readings, once);
    std::vector<PageReading> own;
    for (const PageReading& reading : layout.readings) {
      if (reading.page >= page_from && reading.page <= page_to) own.push_back(reading);
    }
    return JoinTables(own, once);
  });
  for (Document& document : file.documents) {
    pages.ToFile(&document);
    AddFlags(unreadable, &document);
  }
}

std::string RepairerOf(const RuleSet& rules) {
  const std::string program = BuildId();
  return program.empty() ? "" : Sha256(program + RepairerHash(rules.directory(), NamesForRepair(rules)));
}

void ExtractFile(FileRecord& file, const std::shared_ptr<const RuleSet>& rules, FileNames names) {
  std::vector<PageReading> readings = file.readings;
  FileExtractor(rules).Extract(file, names);
  file.readings = std::move(readings);
}

}  // namespace trichluc
