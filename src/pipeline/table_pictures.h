// Pictures of pages with what was made of their tables drawn on them: for looking.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/rules.h"
#include "store/database.h"

namespace trichluc {

// Writes <folder>/page-001.png … for the pages of a stored document; returns their paths. The scan must lie
// where it was read from (else UsageError or DocumentError). Cells are framed blue, cells that were found by
// white gaps instead of rules orange; the grid's frame changes its colour with the table. Beside the grid a
// bar for each row of the joined table: green and grey by turns, red where a row goes on over a page break;
// headings have a dark bar. Handwritten figures are framed purple, what else a pen left
// (signatures, initials) light blue, stamps brown; the number line and the date line are
// written as they were kept, page-001-number.png, page-001-date.png, so that one glance settles a candidate. Of
// two pages on one sheet the second is page-001-right.png.
std::vector<std::string> DrawTables(const Database& database, const StoredDocument& stored,
                                    const std::shared_ptr<const RuleSet>& rules, const std::string& folder);

}  // namespace trichluc
