// What stands above the body: letterhead, ĐẾN stamp, title, address.
#include <algorithm>

#include "corpus/plain.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {
namespace {

const Colour kStampRed{0.80, 0.10, 0.14}, kStampBlue{0.13, 0.20, 0.58};

// A column of the letterhead; every set line is centred in it.
struct HeadColumn {
  double x, width, y;

  SetText Set(Flow* flow, const std::string& text, const TextStyle& style) {
    const SetText set(text, style, width);
    flow->sheet().Set(set, x, y);
    y += set.height();
    return set;
  }

  void Rule(Flow* flow, double length) {
    flow->sheet().Rule(x + (width - length) / 2, y + 2, length);
    y += 3;
  }
};

void SetHeadLine(Flow* flow, HeadColumn* column, const LetterheadLine& line, double size) {
  const SetText set = column->Set(flow, line.text, {.size = size, .bold = line.bold, .align = "center"});
  if (line.underline) column->Rule(flow, set.natural_width());
}

// Agency lines; beneath the last a rule of a third to a half of its length, in party documents an asterisk.
void SetAgencies(Flow* flow, const Letterhead& head, HeadColumn* column) {
  double last = 0;
  for (const LetterheadLine& line : head.left) {
    const SetText set = column->Set(flow, line.text, {.size = 13, .bold = line.bold, .align = "center"});
    last = set.natural_width();
  }
  if (head.party) {
    column->Set(flow, "*", {.size = 13, .align = "center"});
  } else if (!head.left.empty()) {
    column->Rule(flow, std::min(last * 0.45, column->width * 0.5));
  }
}

void SetUrgency(Flow* flow, const std::string& urgency, HeadColumn* column) {
  const SetText set(urgency, {.size = 14, .bold = true, .align = "center", .colour = kStampRed},
                    column->width);
  column->y += 10;
  flow->sheet().Set(set, column->x, column->y);
  const double width = set.natural_width() + 14;
  flow->sheet().Box(column->x + (column->width - width) / 2, column->y - 3, width, set.height() + 6, 1.4,
                    kStampRed);
  flow->sheet().MarkColoured();
  column->y += set.height() + 6;
}

}  // namespace

void SetLetterhead(const Letterhead& head, Flow* flow) {
  // The two columns reach a little into the margins, as offices set them.
  const double from = flow->left() - Millimetres(9), to = flow->right() + Millimetres(3);
  const double split = from + (to - from) * 0.42;
  HeadColumn left{from, split - from, flow->y()}, right{split, to - split, flow->y()};
  // The date is level with the number; both columns must be measured before either line is set.
  HeadColumn probe = right;
  for (const LetterheadLine& line : head.right) {
    probe.y +=
        SetText(line.text, {.size = 13, .bold = line.bold}, right.width).height() + (line.underline ? 3 : 0);
  }
  SetAgencies(flow, head, &left);
  const double level = std::max(left.y, probe.y) + 5;
  left.y = right.y = level;
  if (!head.number.empty()) left.Set(flow, head.number, {.size = 13, .align = "center"});
  for (const std::string& line : head.under_number) left.Set(flow, line, {.size = 12, .align = "center"});
  if (!head.urgency.empty()) SetUrgency(flow, head.urgency, &left);
  right.y = flow->y();
  for (const LetterheadLine& line : head.right) SetHeadLine(flow, &right, line, head.party ? 14 : 13);
  right.y = level;
  if (!head.date.empty()) right.Set(flow, head.date, {.size = 13, .italic = true, .align = "center"});
  flow->MoveTo(std::max(left.y, right.y) + 14);
}

void SetIncoming(const Incoming& stamp, Flow* flow) {
  const Colour colour = stamp.blue ? kStampBlue : kStampRed;
  const double x = Millimetres(stamp.x), width = Millimetres(stamp.width);
  double y = Millimetres(stamp.y) + 3;
  const double top = y - 3;
  for (std::size_t i = 0; i < stamp.lines.size(); ++i) {
    const TextStyle style{.size = i == 0 ? 9.0 : 10.5,
                          .bold = true,
                          .align = i == 0 ? "center" : "left",
                          .leading = 1.3,
                          .family = "Arimo",
                          .colour = colour};
    const SetText set(stamp.lines[i], style, width - 8);
    flow->sheet().Set(set, x + 4, y);
    y += set.height();
    if (i == 0 && stamp.lines.size() > 1) {
      flow->sheet().Box(x, top, width, y + 1 - top, 1.1, colour);
      y += 3;
    }
  }
  flow->sheet().Box(x, top, width, y + 3 - top, 1.1, colour);
  flow->sheet().MarkColoured();
}

void SetTitle(const Title& title, bool first, Flow* flow) {
  const double size = flow->size();
  const double inset = Millimetres(8), width = flow->width() - 2 * inset;
  flow->Skip(8);
  flow->Need(size * 8);
  if (!title.type.empty()) {
    flow->Set(SetText(title.type, {.size = size, .bold = true, .align = "center"}, width),
              flow->left() + inset);
  }
  double last = 0;
  for (const std::string& line : title.subject) {
    const SetText set(line, {.size = size, .bold = true, .align = "center"}, width);
    flow->Set(set, flow->left() + inset);
    last = set.natural_width();
  }
  for (const std::string& line : title.note) {
    flow->Set(SetText(line, {.size = size, .italic = true, .align = "center"}, width), flow->left() + inset);
  }
  if (first && last > 0 && title.note.empty()) {
    const double length = std::min(last * 0.4, flow->width() * 0.3);
    flow->sheet().Rule(flow->left() + (flow->width() - length) / 2, flow->y() + 3, length);
  }
  flow->Skip(12);
}

// "Kính gửi:" with one addressee is centred; several stand as a list beside it.
void SetAddress(const Address& address, Flow* flow) {
  const TextStyle style{.size = flow->size(), .align = "center", .leading = 1.2};
  if (address.lines.size() <= 1) {
    const std::string line = address.lines.empty() ? "" : " " + address.lines[0];
    flow->Set(SetText(address.intro + line, style, flow->width()), flow->left());
  } else {
    TextStyle list = style;
    list.align = "left";
    const double x = flow->left() + Millimetres(20);
    const SetText intro(address.intro, list, flow->width());
    flow->Set(intro, x);
    flow->MoveTo(flow->y() - intro.line_height());
    const double beside = x + intro.natural_width() + 6;
    for (std::size_t i = 0; i < address.lines.size(); ++i) {
      flow->Set(SetText(address.lines[i], list, flow->right() - beside), beside);
    }
  }
  flow->Skip(12);
}

}  // namespace trichluc::corpus
