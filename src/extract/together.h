// Handwritten numbers and days, weighed with what the other documents of a database say of them:
//   hand.cited_by   another document names this one: "Kế hoạch số 239/KH-SYT ngày 01/3/2018"
//   hand.order      an office's numbers and days of issue rise together through a year
//   hand.cited_before  a document that names this one's number was issued that day: this one is not younger
// Nothing is read again; all of it is arithmetic on what the database keeps.
#pragma once

#include <vector>

#include "model/together.h"

namespace trichluc {

// A verdict for every open field of `documents` (all that the database holds), in their order. Other
// documents speak with what they say by themselves alone, so that the outcome depends neither on the order of
// import nor on earlier verdicts, and no mistake feeds itself. Costs about as much as sorting the documents
// and references.
std::vector<Verdict> WeighTogether(const std::vector<KnownDocument>& documents);

}  // namespace trichluc
