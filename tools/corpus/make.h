// The commands: a folder of the corpus in, its files out.
#pragma once

#include <string>
#include <vector>

#include "corpus/quality.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {

// Reads folder/description.json.
Description ReadDescription(const std::string& folder);

// The printed lines that a stamp lies over, page by page.
using LinesUnderStamps = std::vector<std::vector<std::string>>;

// The bytes of the scan of a set document; `under` is filled where the quality has stamps.
std::string MakeScan(const Description& description, const Paper& paper, const Quality& quality,
                     LinesUnderStamps* under = nullptr);

// Writes truth.json, truth.txt and the scans of the named qualities, beside those with stamps
// <quality>.stamps.json; returns how many pages there are.
int MakeFolder(const std::string& folder, const std::vector<std::string>& qualities);

// Writes page-001.png … into `out`, made when absent.
int PreviewFolder(const std::string& folder, const std::string& out, double dpi);

}  // namespace trichluc::corpus
