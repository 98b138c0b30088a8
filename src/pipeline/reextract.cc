#include "pipeline/reextract.h"

namespace trichluc {

Reextracted ReextractFile(Database& database, FileExtractor& extractor, const StoredFile& stored,
                          long long run, FileNames names) {
  FileRecord file;
  file.path = stored.path;
  file.sha256 = stored.sha256;
  file.pages = stored.pages;
  file.readings = database.Readings(stored.id, false);
  extractor.Extract(file, names);
  database.ReplaceDocuments(stored.id, file.documents, file.page_texts, run, file.repairs);
  Reextracted made;
  made.documents = static_cast<int>(file.documents.size());
  for (const Document& document : file.documents) made.tasks += static_cast<int>(document.tasks.size());
  return made;
}

IngestResult Reextract(Database& database, const std::shared_ptr<const RuleSet>& rules,
                       const ProgressSink& progress, FileNames names) {
  const long long run = database.BeginRun({TRICHLUC_VERSION, "", rules->hash(), "reextract", ""});
  FileExtractor extractor(rules);
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
  result.weighed = WeighHandwriting(database, run);
  database.EndRun(run, result.done, 0, 0);
  return result;
}

}  // namespace trichluc
