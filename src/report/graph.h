// How documents hang together: what one rests on, and what rests on it.
#pragma once

#include <string>

#include "store/database.h"

namespace trichluc {

// For each document that `key` names (Database::FindDocuments; all of them when it is ""), what it names – by
// relation, as printed, with the id of the one in the database or as not imported – and which documents of
// the database name it. At most `width` characters wide (0: as wide as it gets). UsageError when nothing has
// that name.
std::string GraphText(const Database& database, const std::string& key, size_t width);

// The same as a graph in the language of Graphviz: documents of the database as boxes, documents only named
// as dashed ones, an arrow from each document to those it names with the relation on it. With a key its
// neighbours alone.
std::string GraphDot(const Database& database, const std::string& key);

}  // namespace trichluc
