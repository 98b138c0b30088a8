#include "clerk/strip_maker.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "clerk/scan.h"
#include "model/geometry.h"

namespace trichluc::clerk {
namespace {

constexpr double kPrintPixels = 48;  // size of type that neighbours are set in before they are scaled
constexpr size_t kSlashes = 7;       // the first words of the right side begin with one
constexpr double kCapitals = 0.66;   // height of capitals in Tinos, of the size

std::string Two(int number, bool zero) { return (zero && number < 10 ? "0" : "") + std::to_string(number); }

std::string DrawText(Random* random) {
  const double kind = random->Unit();
  const auto upto = [&](int last) {
    return 1 + static_cast<int>(random->Next() % static_cast<uint64_t>(last));
  };
  if (kind < 0.04) return "";
  if (kind < 0.26) return Two(upto(31), random->Unit() < 0.75);
  if (kind < 0.34) return Two(upto(12), random->Unit() < 0.6);
  const double length = random->Unit();
  const int digits = length < 0.08 ? 1 : length < 0.28 ? 2 : length < 0.58 ? 3 : length < 0.94 ? 4 : 5;
  std::string text;
  for (int i = 0; i < digits; ++i) text += static_cast<char>('0' + random->Next() % 10);
  if (random->Unit() < 0.03) text += static_cast<char>('a' + random->Next() % 3);
  return text;
}

constexpr const char* kSources[] = {"MNIST", "Semeion", "Pendigits", "copybook", "typeset"};

// How one clerk writes.
struct Hand {
  double height, pen, slant, gap, wander, stretch, threshold, contrast;
  int source;  // of kSources; typeset is a numbering stamp's, too
};

Hand DrawHand(Random* random) {
  Hand hand;
  hand.height = random->Between(16, 50);
  const double source = random->Unit();
  hand.source = source < 0.24 ? 0 : source < 0.32 ? 1 : source < 0.52 ? 2 : source < 0.93 ? 3 : 4;
  hand.pen = hand.height * (random->Unit() < 0.7 ? random->Between(0.05, 0.12) : random->Between(0.1, 0.2));
  hand.slant = random->Unit() < 0.6 ? random->Between(0, 0.45) : random->Between(-0.15, 0.2);
  hand.gap = random->Unit() < 0.3 ? random->Between(-0.12, 0.06) : random->Between(0.0, 0.4);
  hand.wander = random->Between(0.01, 0.06);
  hand.stretch = random->Between(0.75, 1.3);
  hand.threshold = random->Between(0.22, 0.62);
  hand.contrast = random->Between(1.5, 5);
  return hand;
}

// Left and right end of what was drawn between two columns.
std::pair<int, int> InkSpan(const Sheet& sheet) {
  int first = sheet.width, last = 0;
  for (int y = 0; y < sheet.height; ++y) {
    for (int x = 0; x < sheet.width; ++x) {
      if (sheet.ink[static_cast<size_t>(y) * sheet.width + x] > 0.3f)
        first = std::min(first, x), last = std::max(last, x + 1);
    }
  }
  return {first, last};
}

// All strokes of a figure, moved and slanted; a gentle wave bends them as a moving wrist does.
void DrawStrokes(const Shape& shape, const Hand& hand, double height, double left, double base,
                 Random* random, Sheet* sheet) {
  const double bend = hand.source == 3 ? 0.03 : 0.02, phase = random->Between(0, 6.28),
               strength = random->Between(0.8, 1);
  for (const Stroke& stroke : shape.strokes) {
    Stroke placed;
    for (const Point& p : stroke) {
      const double up = (1 - p.y) * height;
      const double wave = bend * height * std::sin(4 * p.y + phase);
      placed.push_back({left + p.x * height * hand.stretch + hand.slant * up + wave, base - up + wave / 2});
    }
    DrawLine(placed, hand.pen * random->Between(0.85, 1.15), strength, sheet);
  }
}

// Where the ink of one figure lies on the sheet.
using Places = std::vector<Point>;

Places PlacesOf(const Sheet& figure, int shift) {
  Places places;
  for (int y = 0; y < figure.height; ++y) {
    for (int x = 0; x < figure.width; ++x) {
      if (figure.ink[static_cast<size_t>(y) * figure.width + x] > 0.5f)
        places.push_back({x + shift + 0.0, y + 0.0});
    }
  }
  return places;
}

// See Sample::legible. `box` is the part of the sheet that `scan` shows.
bool IsLegible(const std::vector<Places>& figures, const Sheet& print, const Box& box, const Scanner& scanner,
               const Image& scan) {
  constexpr double kEnough = 2.0 / 3;
  std::vector<int> covered(print.ink.size());
  const auto at = [&](const Point& p) {
    return static_cast<size_t>(p.y) * print.width + static_cast<size_t>(p.x);
  };
  const auto on_sheet = [&](const Point& p) {
    return p.x >= 0 && p.y >= 0 && p.x < print.width && p.y < print.height;
  };
  for (const Places& figure : figures) {
    for (const Point& p : figure) {
      if (on_sheet(p)) ++covered[at(p)];
    }
  }
  const double dark = scanner.paper - (scanner.paper - scanner.pen) / 3;
  for (const Places& figure : figures) {
    size_t own = 0, seen = 0;
    for (const Point& p : figure) {
      if (!on_sheet(p)) continue;
      own += covered[at(p)] == 1 && print.ink[at(p)] < 0.5f;
      const int x = static_cast<int>(p.x) - box.left, y = static_cast<int>(p.y) - box.top;
      seen += x >= 0 && y >= 0 && x < scan.width && y < scan.height && scan.Row(y)[x] < dark;
    }
    if (own < kEnough * figure.size() || seen < kEnough * figure.size()) return false;
  }
  return true;
}

}  // namespace

StripMaker::Print StripMaker::Set(const char* text, bool italic, const char* face) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 600, 90);
  cairo_t* context = cairo_create(surface);
  PangoLayout* layout = pango_cairo_create_layout(context);
  PangoFontDescription* font = pango_font_description_from_string(face);
  pango_font_description_set_absolute_size(font, kPrintPixels * PANGO_SCALE);
  if (italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text, -1);
  cairo_set_source_rgba(context, 0, 0, 0, 1);
  cairo_move_to(context, 4, 4);
  pango_cairo_show_layout(context, layout);
  cairo_surface_flush(surface);
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout, &ink, nullptr);
  const int left = std::max(0, ink.x + 4), top = std::max(0, ink.y + 4);
  Print print{std::min(ink.width, 600 - left), std::min(ink.height, 90 - top), 0, {}};
  print.base = 4 + pango_layout_get_baseline(layout) / PANGO_SCALE - top;
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  for (int y = 0; y < print.height; ++y) {
    for (int x = 0; x < print.width; ++x) print.ink.push_back(data[(top + y) * stride + left + x] / 255.0f);
  }
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  return print;
}

StripMaker::StripMaker(const DigitSets& sets) : sets_(sets) {
  for (const char* text : {"Số:", "Số :", "Số", ":", ".", "SỐ:", "…", ".."})
    left_.push_back(Set(text, false, "Tinos"));
  for (const char* text : {"ngày", "ngày", "tháng", "tháng"}) left_.push_back(Set(text, true, "Tinos"));
  for (const char* text :
       {"/QĐ-UBND", "/KH-SYT", "/UBND-TH", "/TB-", "/BC", "/SGDĐT", "/", "-CV/TU", "-NQ/", "."}) {
    right_.push_back(Set(text, false, "Tinos"));
  }
  for (const char* text : {"tháng", "tháng", "năm", "năm", "/", "…"})
    right_.push_back(Set(text, true, "Tinos"));
  for (const char* face : {"Tinos", "Tinos Italic", "Tinos Bold", "Arimo Bold", "Arimo"}) {
    for (char sign = '0'; sign <= '9'; ++sign)
      typeset_.push_back(Set(std::string(1, sign).c_str(), false, face));
  }
}

Sample StripMaker::Make(Random* random, const corpus::Quality* quality) const {
  const std::string text = DrawText(random);
  Hand hand = DrawHand(random);
  if (quality != nullptr) {
    const double height = random->Between(3, 6) * quality->dpi / 25.4;
    hand.pen *= height / hand.height;
    hand.height = height;
  }
  const double unit = hand.height;
  Sheet ink(static_cast<int>(unit * (text.size() * 1.3 + 6)), static_cast<int>(unit * 2.4));
  Sheet print(ink.width, ink.height);
  const double base = unit * 1.7;
  const double start = unit * 2.5;
  double right = start;
  std::vector<Places> figures;
  const int face = static_cast<int>(random->Next() % (typeset_.size() / 10));
  for (char sign : text) {
    Sheet figure(static_cast<int>(unit * 3), ink.height);
    const double height = unit * random->Between(0.88, 1.1),
                 foot = base + unit * random->Between(-0.06, 0.06);
    int source = sign >= 'a' ? 3 : hand.source;
    if (source < 4 && sign < 'a' && random->Unit() < 0.15) source = static_cast<int>(random->Next() % 4);
    Hand own = hand;
    own.slant += 0.05 * random->Gauss();
    if (source >= 3 && source != 4) {
      DrawStrokes(DrawCopybook(sign, hand.wander, random), own, height, unit, foot, random, &figure);
    } else if (source == 2) {
      own.slant -= 0.1;
      DrawStrokes(sets_.Draw(sign - '0', 2, random), own, height, unit, foot, random, &figure);
    } else if (source == 4) {
      const Print& set = typeset_[face * 10 + (sign - '0')];
      const double scale = height / set.height;
      DrawPicture({set.width, set.height, set.ink, {}}, {unit, foot, scale * hand.stretch, scale, 0, 0.5, 2},
                  &figure);
    } else {
      const Shape& shape = sets_.Draw(sign - '0', source, random);
      const double scale = source == 0 ? height / 20 : height / 16;
      const double wide = scale * hand.stretch * (source == 0 ? 1.0 : 0.62);
      DrawPicture(shape,
                  {unit, foot + (source == 0 ? 4 * scale : 0), wide, scale,
                   own.slant * (source == 0 ? 0.6 : 1) - 0.05, hand.threshold, hand.contrast},
                  &figure);
    }
    const auto [first, last] = InkSpan(figure);
    if (first >= last) continue;
    const double gap =
        sign == text.front() && right == start ? 0 : unit * (hand.gap + 0.05 * random->Gauss());
    const int shift = static_cast<int>(right + gap) - first;
    for (int y = 0; y < ink.height; ++y) {
      for (int x = 0; x < figure.width; ++x)
        ink.Darken(x + shift, y, figure.ink[static_cast<size_t>(y) * figure.width + x]);
    }
    right = last + shift;
    figures.push_back(PlacesOf(figure, shift));
  }
  if (text.empty()) right = start + unit * random->Between(0.3, 2);
  const double line = base + unit * random->Between(-0.12, 0.22),
               capitals = unit * random->Between(0.45, 0.9);
  const double scale = capitals / (kPrintPixels * kCapitals);
  const auto neighbour = [&](const Print& set, double left) {
    DrawPicture({set.width, set.height, set.ink, {}},
                {left, line + (set.height - set.base) * scale, scale, scale, 0, 0.5, 2}, &print);
  };
  if (random->Unit() < 0.6) {
    const Print& set = left_[random->Next() % left_.size()];
    neighbour(set, start - unit * random->Between(-0.08, 0.5) - set.width * scale);
  }
  // A slash mostly stands whole beside a number; other words are cut.
  double beyond = 0;
  if (text.size() != 1 && random->Unit() < 0.35) {
    const double gap =
        unit * (random->Unit() < 0.5 ? random->Between(-0.08, 0.2) : random->Between(0.1, 0.9));
    neighbour(right_[random->Next() % kSlashes], right + gap);
    beyond = gap + unit * random->Between(0.05, 0.5);
  } else if (random->Unit() < 0.6) {
    neighbour(right_[random->Next() % right_.size()], right + unit * random->Between(-0.08, 0.5));
  }
  const double extra = random->Unit();
  if (extra < 0.12) {  // a dotted leader below or through the foot
    const double y = base + unit * random->Between(-0.12, 0.15), step = unit * random->Between(0.1, 0.28);
    const double dot = unit * random->Between(0.03, 0.09);
    for (double x = random->Between(0, 5); x < print.width; x += step) DrawLine({{x, y}}, dot, 1, &print);
  } else if (extra < 0.18) {  // a rule, a little askew
    const double y = base + unit * random->Between(-0.1, 0.3), tilt = unit * random->Between(-0.1, 0.1);
    DrawLine({{0, y}, {print.width + 0.0, y + tilt}}, std::max(1.0, unit * 0.04), 1, &print);
  } else if (extra < 0.25) {  // the edge of a round stamp
    const double radius = unit * random->Between(2, 8), angle = random->Between(0, 6.28);
    const Point centre{start + radius * std::cos(angle) + unit, base - unit / 2 + radius * std::sin(angle)};
    Stroke arc;
    for (int k = 0; k <= 60; ++k)
      arc.push_back({centre.x + radius * std::cos(k * 0.1048), centre.y + radius * std::sin(k * 0.1048)});
    DrawLine(arc, unit * random->Between(0.04, 0.12), random->Between(0.2, 0.8), &print);
  }
  for (int k = random->Unit() < 0.2 ? 12 : 0; k > 0; --k) {  // specks
    DrawLine({{random->Between(0, print.width), random->Between(0, print.height)}}, random->Between(1, 2.5),
             1, &print);
  }
  const bool tight = random->Unit() < 0.35;
  const auto margin = [&](double most) {
    return unit * (tight ? random->Between(0.0, 0.12) : random->Between(0.0, most));
  };
  const auto beside = [&] {
    return margin(0.7) + (random->Unit() < 0.1 ? unit * random->Between(0.3, 1.3) : 0);
  };
  double top = base - unit * 1.02, bottom = base + unit * 0.06;
  if (!text.empty() && random->Unit() < 0.5) {  // as the ink itself reaches
    int first = ink.height, last = 0;
    for (int y = 0; y < ink.height; ++y) {
      for (int x = 0; x < ink.width; ++x) {
        if (ink.ink[static_cast<size_t>(y) * ink.width + x] > 0.3f)
          first = std::min(first, y), last = std::max(last, y + 1);
      }
    }
    if (first < last) top = first, bottom = last;
  }
  const Box box = Box{static_cast<int>(start - beside()), static_cast<int>(top - margin(0.35)),
                      static_cast<int>(right + std::max(beyond, beside())) + 1,
                      static_cast<int>(bottom + margin(0.35)) + 1}
                      .Intersect({0, 0, ink.width, ink.height});
  Sheet hand_part(box.Width(), box.Height()), print_part(box.Width(), box.Height());
  for (int y = 0; y < box.Height(); ++y) {
    for (int x = 0; x < box.Width(); ++x) {
      const size_t from = static_cast<size_t>(box.top + y) * ink.width + box.left + x;
      hand_part.Darken(x, y, ink.ink[from]);
      print_part.Darken(x, y, print.ink[from]);
    }
  }
  const Scanner scanner = quality == nullptr ? DrawScanner(random) : DrawScanner(*quality, random);
  Image crop = Scan(hand_part, print_part, scanner, random);
  const bool legible = IsLegible(figures, print, box, scanner, crop);
  return {text, std::move(crop), legible, kSources[hand.source]};
}

}  // namespace trichluc::clerk
