// What stands below the body: recipients, signature with seal, electronic signature.
#include <algorithm>

#include "corpus/plain.h"
#include "corpus/seal.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {
namespace {

constexpr double kRoom = 78;  // points left for the signature
const Colour kBoxRed{0.75, 0.08, 0.10};

std::vector<SetText> Lines(const std::vector<std::string>& lines, const TextStyle& style, double width) {
  std::vector<SetText> result;
  for (const std::string& line : lines) result.emplace_back(line, style, width);
  return result;
}

double Height(const std::vector<SetText>& texts) {
  double height = 0;
  for (const SetText& text : texts) height += text.height();
  return height;
}

double SetAll(const std::vector<SetText>& texts, double x, double y, Sheet* sheet) {
  for (const SetText& text : texts) {
    sheet->Set(text, x, y);
    y += text.height();
  }
  return y;
}

}  // namespace

SignRoom SetSignature(const Signature& signature, const std::string& agency, const std::string& above,
                      Flow* flow) {
  const double split = flow->left() + flow->width() * 0.46;
  const double left_width = split - flow->left() - 6, right_width = flow->right() - split;
  std::vector<SetText> left =
      Lines({signature.recipients_title}, {.size = 12, .bold = true, .italic = true}, left_width);
  if (signature.recipients_title.empty()) left.clear();
  for (SetText& line : Lines(signature.recipients, {.size = 11}, left_width)) left.push_back(std::move(line));
  const TextStyle bold{.size = std::min(flow->size(), 14.0), .bold = true, .align = "center"};
  const std::vector<SetText> right = Lines(signature.right, bold, right_width);
  std::vector<SetText> name;
  if (!signature.name.empty()) name = Lines({signature.name}, bold, right_width);

  flow->Skip(10);
  const double height = std::max(Height(left), Height(right) + kRoom + Height(name));
  flow->Need(height);
  const double top = flow->y();
  SetAll(left, flow->left(), top, &flow->sheet());
  const double room = SetAll(right, split, top, &flow->sheet());
  SetAll(name, split, room + kRoom, &flow->sheet());
  if (signature.seal) {
    Random random(flow->seed(), flow->page(), "signature");
    const double x = split + right_width / 2, y = room + kRoom / 2;
    DrawSignature(x, y, &random, &flow->sheet());
    // The seal covers about a third of the signature, on its left (Nghị định 30/2020/NĐ-CP, article 33).
    DrawSeal(x - Millimetres(21), y + 4, PlainText(agency), PlainText(above), &random, &flow->sheet());
  }
  flow->MoveTo(top + height);
  return {flow->page(), split, room, right_width, kRoom};
}

void SetEsign(const Esign& esign, const SignRoom& room, Flow* flow) {
  const double width = Millimetres(esign.top_right ? 62 : 58);
  const std::vector<SetText> lines =
      Lines(esign.lines, {.size = 8, .leading = 1.2, .family = "Arimo", .colour = kBoxRed}, width - 8);
  const double height = Height(lines) + 6;
  double x = flow->right() - width, y = flow->y();
  if (esign.top_right) {
    x = flow->sheet().width() - width - Millimetres(6);
    y = Millimetres(2.5);
  } else if (room.page == flow->page()) {
    x = room.x + (room.width - width) / 2;
    y = room.y + std::max(2.0, (room.height - height) / 2);
  } else {
    flow->Need(height);
    y = flow->y();
    flow->MoveTo(y + height + 6);
  }
  SetAll(lines, x + 4, y + 3, &flow->sheet());
  flow->sheet().Box(x, y, width, height, 0.8, kBoxRed);
  flow->sheet().MarkColoured();
}

}  // namespace trichluc::corpus
