// Documents by the name that a person types.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

// As Database::FindDocuments; UsageError with the most similar numbers and file names when nothing has that
// name.
std::vector<StoredDocument> FindDocumentsOrSuggest(const Database& database, const std::string& key);

// Of several, none is meant: UsageError that lists them with the ids that tell them apart.
StoredDocument FindOneDocument(const Database& database, const std::string& key);

// At most `count` of `names` (each once) that somebody may have meant by `key`, the most similar first.
// Letter case, diacritics and typing mistakes are forgiven; a part of a name is similar to it.
std::vector<std::string> Nearest(const std::string& key, const std::vector<std::string>& names,
                                 size_t count = 3);

// "; did you mean 1, 2 or 3?", "" for none.
std::string DidYouMean(const std::vector<std::string>& names);

}  // namespace trichluc
