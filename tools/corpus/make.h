// The commands: a folder of the corpus in, its files out.
#pragma once

#include <string>
#include <vector>

#include "corpus/quality.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {

// Reads folder/description.json.
Description ReadDescription(const std::string& folder);

// The bytes of the scan of a set document.
std::string MakeScan(const Description& description, const Paper& paper, const Quality& quality);

// Writes truth.json, truth.txt and the scans of the named qualities; returns how many pages there are.
int MakeFolder(const std::string& folder, const std::vector<std::string>& qualities);

// Writes page-001.png … into `out`, made when absent.
int PreviewFolder(const std::string& folder, const std::string& out, double dpi);

}  // namespace trichluc::corpus
