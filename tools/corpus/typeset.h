// Description → pages of paper, and on which pages everything came to stand.
#pragma once

#include <memory>
#include <vector>

#include "corpus/description.h"
#include "corpus/flow.h"

namespace trichluc::corpus {

struct BlockPlace {
  PageSpan pages;
  std::vector<PageSpan> rows;  // of a table
};

struct DocumentPlace {
  PageSpan pages;
  std::vector<BlockPlace> blocks;
  std::string agency, above;  // what its seal bears
};

struct Paper {
  std::vector<std::shared_ptr<Sheet>> sheets;
  std::vector<DocumentPlace> documents;
};

// Throws Error when a block cannot be set (a character that no font has, a stamp beside the paper).
Paper Typeset(const Description& description);

// truth.txt: the lines of each page, each ended by \n; pages separated by a form feed.
std::string PaperText(const Paper& paper);

// One function a kind of block; each leaves the flow below what it set.
struct SignRoom {  // where the last signature block left room for the signature
  int page = 0;
  double x = 0, y = 0, width = 0, height = 0;
};
void SetLetterhead(const Letterhead& head, Flow* flow);
void SetIncoming(const Incoming& stamp, Flow* flow);
void SetTitle(const Title& title, bool first, Flow* flow);
void SetAddress(const Address& address, Flow* flow);
PageSpan SetTable(const Table& table, Flow* flow, std::vector<PageSpan>* rows);
SignRoom SetSignature(const Signature& signature, const std::string& agency, const std::string& above,
                      Flow* flow);
void SetEsign(const Esign& esign, const SignRoom& room, Flow* flow);

}  // namespace trichluc::corpus
