#include "corpus/typeset.h"

#include <fmt/format.h>

#include "corpus/error.h"
#include "corpus/plain.h"
#include "corpus/seal.h"

namespace trichluc::corpus {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// Sets the blocks of one document one after the other.
class DocumentSetter {
 public:
  DocumentSetter(const Document& document, Flow* flow) : document_(document), flow_(*flow) {}

  DocumentPlace Set() {
    flow_.BeginDocument(document_.size);
    DocumentPlace place{{flow_.page(), 0}, {}, "", ""};
    bool blank = false;
    for (const Block& block : document_.blocks) {
      const PageStart* start = std::get_if<PageStart>(&block.body);
      if (blank && start == nullptr) flow_.NewPage();
      place.blocks.push_back(SetBlock(block));
      blank = start != nullptr && start->blank;
      if (!blank) place.pages.to = flow_.page();
    }
    place.agency = PlainText(agency_);
    place.above = PlainText(above_);
    return place;
  }

 private:
  BlockPlace SetBlock(const Block& block) {
    BlockPlace place{{flow_.page(), 0}, {}};
    try {
      std::visit(Overloaded{[&](const Letterhead& it) { SetHead(it); },
                            [&](const Incoming& it) { SetIncoming(it, &flow_); },
                            [&](const Title& it) { SetTitle(it, !titled_, &flow_), titled_ = true; },
                            [&](const Address& it) { SetAddress(it, &flow_); },
                            [&](const Heading& it) { place.pages = SetHeading(it); },
                            [&](const Para& it) { place.pages = SetPara(it); },
                            [&](const Table& it) { place.pages = SetTable(it, &flow_, &place.rows); },
                            [&](const Signature& it) { room_ = SetSignature(it, agency_, above_, &flow_); },
                            [&](const Esign& it) { SetEsign(it, room_, &flow_); },
                            [&](const PageStart& it) { it.blank ? flow_.BlankPage() : flow_.NewPage(it); },
                            [&](const Seal& it) { SetSeal(it); }},
                 block.body);
    } catch (const Error& error) {
      block.node.Fail(error.what());
    }
    if (place.pages.to == 0) place.pages.to = flow_.page();
    return place;
  }

  // The seal bears the agency's name (the bold lines of the letterhead) and the name above it (the others).
  void SetHead(const Letterhead& head) {
    SetLetterhead(head, &flow_);
    agency_.clear();
    above_ = head.party ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "";
    for (const LetterheadLine& line : head.left) {
      std::string& name = line.bold || head.left.size() == 1 ? agency_ : above_;
      name += (name.empty() ? "" : " ") + line.text;
    }
  }

  PageSpan SetHeading(const Heading& heading) {
    const TextStyle style{.size = flow_.size(),
                          .bold = true,
                          .italic = heading.italic,
                          .align = heading.align,
                          .indent = heading.align == "center" ? 0 : Millimetres(10),
                          .leading = kLeading};
    const SetText text(heading.text, style, flow_.width());
    flow_.Skip(kParagraphGap);
    flow_.Need(text.height() + kParagraphGap + 2 * text.line_height());  // never the last thing on a page
    const PageSpan span = flow_.Set(text, flow_.left());
    flow_.Skip(kParagraphGap);
    return span;
  }

  PageSpan SetPara(const Para& para) {
    const TextStyle style{
        .size = flow_.size(), .align = para.align, .indent = Millimetres(para.indent), .leading = kLeading};
    const PageSpan span = flow_.Set(SetText(para.text, style, flow_.width()), flow_.left(), para.footnotes);
    flow_.Skip(kParagraphGap);
    return span;
  }

  void SetSeal(const Seal& seal) {
    Random random(flow_.seed(), flow_.page(), "seal");
    DrawSeal(Millimetres(seal.x), Millimetres(seal.y), PlainText(agency_), PlainText(above_), &random,
             &flow_.sheet());
  }

  static constexpr double kLeading = 1.2, kParagraphGap = 5;

  const Document& document_;
  Flow& flow_;
  bool titled_ = false;
  std::string agency_, above_;
  SignRoom room_;
};

}  // namespace

Paper Typeset(const Description& description) {
  Flow flow(description.seed);
  Paper paper;
  for (const Document& document : description.documents) {
    paper.documents.push_back(DocumentSetter(document, &flow).Set());
  }
  paper.sheets = flow.Finish();
  return paper;
}

std::string PaperText(const Paper& paper) {
  std::string result;
  for (const auto& sheet : paper.sheets) {
    if (sheet != paper.sheets.front()) result += '\f';
    for (const std::string& line : sheet->Lines()) result += line + '\n';
  }
  return result;
}

}  // namespace trichluc::corpus
