// Truth in the export contract's shape, from the description and the pages that things came to stand on.
#pragma once

#include "corpus/typeset.h"

namespace trichluc::corpus {

// The array of truth.json: keys in the contract's order, all text normalised, no markup. Throws Error when a
// cell is not in the dictionaries, a reference is on no page, or a key is missing.
Json MakeTruth(const Description& description, const Paper& paper);

// Pretty-printed as it stands in the repository.
std::string TruthFile(const Json& truth);

// The tasks of one document (tasks.cc).
Json MakeTasks(const Description& description, const Document& document, const DocumentPlace& place);

// A copy with all strings normalised.
Json NormalisedCopy(const Json& value);

// {"id": null, "name": …, "printed": …}
Json Agency(const Node& node);

}  // namespace trichluc::corpus
