// Layout × rules → records. The front header of the room.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/record.h"
#include "model/table.h"
#include "rules/rules.h"

namespace trichluc {

// What the stages before have made of a file.
struct FileLayout {
  std::string file_name;
  std::vector<PageLayout> pages;
  std::vector<PageReading> readings;  // for sizes, regions and handwriting; words are taken from `pages` alone
};

// Joins the grids of a page range to tables; given by the caller, since tables are a room of their own.
using TableJoiner = std::function<std::vector<Table>(int page_from, int page_to)>;

class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const RuleSet> rules);
  ~Extractor();

  // Uses up the file's `pages`. The documents of a file, in page order: usually one; a bundle gives several. Pages that belong to none
  // (blank sheets) are in no document. Never throws for what a page holds: what is absent is null, what is
  // odd is a flag.
  std::vector<Document> Extract(FileLayout& file, const TableJoiner& join_tables) const;

  // Whether a table row's texts are column titles, by the synonyms of rules/columns.toml.
  bool LooksLikeHeader(const std::vector<std::string>& cells) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
