// From readings to records: repair → layout → tables → extract. Needs no image and no engine, so reextract
// runs exactly this.
#include <fmt/format.h>

#include "extract/extract.h"
#include "layout/layout.h"
#include "pipeline/join_options.h"
#include "pipeline/pipeline.h"
#include "pipeline/spreads.h"
#include "pipeline/text_layer.h"
#include "repair/quality.h"
#include "repair/repair.h"
#include "tables/tables.h"
#include "text/text.h"

namespace trichluc {
namespace {

std::string FileName(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Pages that could not be read, and pages on which too little is a word.
void FlagUnreadable(FileRecord& file) {
  for (Document& document : file.documents) {
    for (const PageReading& reading : file.readings) {
      if (reading.page < document.page_from || reading.page > document.page_to) continue;
      if (!reading.failure.empty()) {
        document.flags.push_back({"unreadable", reading.page,
                                  fmt::format("page {} was not read: {}", reading.page, reading.failure)});
        continue;
      }
      const ReadingQuality quality = MeasureQuality(reading);
      if (!IsUnreadable(quality)) continue;
      document.flags.push_back(
          {"unreadable", reading.page,
           fmt::format("page {}: {:.0f} % of its words can be words, mean confidence {:.2f}", reading.page,
                       100 * quality.valid_syllables, quality.mean_confidence)});
    }
  }
}

}  // namespace

void ExtractFile(FileRecord& file, const std::shared_ptr<const RuleSet>& rules, FileNames names) {
  const Extractor extractor(rules);
  SinglePages pages(file.readings);
  FileLayout layout{names == FileNames::kEvidence ? FileName(file.path) : "", {}, std::move(pages.readings)};
  file.page_texts.assign(file.readings.size(), "");
  file.repairs.clear();
  Repairer repairer(rules->directory(), rules->List("family_names"));
  for (PageReading& reading : layout.readings) {
    if (reading.engine != kTextLayerEngine) {  // what was typed was not misread
      for (Repair& repair : repairer.Mend(&reading)) {
        pages.ToFile(&repair);
        file.repairs.push_back(std::move(repair));
      }
    }
    layout.pages.push_back(ArrangePage(reading));
    std::string& text = file.page_texts[pages.IndexInFile(reading.page)];
    const std::string own = NormaliseLines(PageText(reading, layout.pages.back()));
    text += (text.empty() || own.empty() ? "" : "\n") + own;
  }
  const JoinOptions options = JoinOptionsFor(extractor);
  file.documents = extractor.Extract(layout, [&](int page_from, int page_to) {
    std::vector<PageReading> own;
    for (const PageReading& reading : layout.readings) {
      if (reading.page >= page_from && reading.page <= page_to) own.push_back(reading);
    }
    return JoinTables(own, options);
  });
  for (Document& document : file.documents) pages.ToFile(&document);
  FlagUnreadable(file);
}

}  // namespace trichluc
