// From readings to records: repair → layout → tables → extract. Needs no image and no engine, so reextract
// runs exactly this.
#include <fmt/format.h>

#include "extract/extract.h"
#include "layout/layout.h"
#include "pipeline/join_options.h"
#include "pipeline/pipeline.h"
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

// Pages on which too little is a word.
void FlagUnreadable(FileRecord& file) {
  for (Document& document : file.documents) {
    for (const PageReading& reading : file.readings) {
      if (reading.page < document.page_from || reading.page > document.page_to) continue;
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
  FileLayout layout{names == FileNames::kEvidence ? FileName(file.path) : "", {}, file.readings};
  file.page_texts.clear();
  file.repairs.clear();
  Repairer repairer(rules->directory(), rules->List("family_names"));
  for (PageReading& reading : layout.readings) {
    if (reading.engine != kTextLayerEngine) {  // what was typed was not misread
      for (Repair& repair : repairer.Mend(&reading)) file.repairs.push_back(std::move(repair));
    }
    layout.pages.push_back(ArrangePage(reading));
    file.page_texts.push_back(NormaliseLines(PageText(reading, layout.pages.back())));
  }
  const JoinOptions options = JoinOptionsFor(extractor);
  file.documents = extractor.Extract(layout, [&](int page_from, int page_to) {
    std::vector<PageReading> pages;
    for (const PageReading& reading : layout.readings) {
      if (reading.page >= page_from && reading.page <= page_to) pages.push_back(reading);
    }
    return JoinTables(pages, options);
  });
  FlagUnreadable(file);
}

}  // namespace trichluc
