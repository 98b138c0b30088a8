#include "pipeline/reextract.h"

namespace trichluc {

Reextracted ReextractFile(Database& database, FileExtractor& extractor, const StoredFile& stored,
                          const ExtractRun& run, FileNames names) {
  FileRecord file;
  file.path = stored.path;
  file.sha256 = stored.sha256;
  file.pages = stored.pages;
  file.readings = database.Readings(stored.id, false);
  if (!run.repairer.empty() && stored.repairer == run.repairer) {
    file.repairs = database.Repairs(stored.id);
    extractor.ExtractRepaired(file, names);
  } else {
    extractor.Extract(file, names);
  }
  database.ReplaceDocuments(stored.id, file.documents, file.page_texts, run.id, file.repairs);
  Reextracted made;
  made.documents = static_cast<int>(file.documents.size());
  for (const Document& document : file.documents) made.tasks += static_cast<int>(document.tasks.size());
  return made;
}

IngestResult Reextract(Database& database, const std::shared_ptr<const RuleSet>& rules,
                       const ProgressSink& progress, FileNames names) {
  FileExtractor extractor(rules);
  ExtractRun run{0, RepairerOf(*rules)};
  run.id = database.BeginRun({TRICHLUC_VERSION, "", rules->hash(), "reextract", "", run.repairer});
  IngestResult result;
  const std::vector<StoredFile> files = database.Files();
  Progress state;
  state.files = static_cast<int>(files.size());
  for (const StoredFile& stored : files) {
    ++state.files_done;
    if (stored.status != "done") continue;
    const Reextracted made = ReextractFile(database, extractor, stored, run, names);
    ++result.done;
    result.pages += stored.pages;
    result.documents += made.documents;
    result.tasks += made.tasks;
    state.path = stored.path;
    state.pages_done += stored.pages;
    state.message = std::to_string(made.documents) + " documents";
    if (progress) progress(state);
  }
  result.weighed = WeighHandwriting(database, run.id);
  database.EndRun(run.id, result.done, 0, 0);
  return result;
}

}  // namespace trichluc
