#include "seals/draw.h"

#include <cairo.h>

#include <cmath>
#include <iterator>
#include <numbers>
#include <vector>

#include "corpus/error.h"
#include "corpus/seal.h"
#include "corpus/set_text.h"
#include "train/text_source.h"

namespace trichluc::seals {
namespace {

using corpus::Millimetres;
using corpus::SetText;
using corpus::TextStyle;

constexpr double kPi = std::numbers::pi;
constexpr const char* kFaces[] = {"Arimo", "Tinos", "FreeSans", "TeX Gyre Heros Cn", "TeX Gyre Termes", "FreeSerif"};

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

class Seal {
 public:
  Seal(cairo_t* ink, Random* random) : ink_(ink), random_(*random), radius_(Millimetres(Between(13, 21))) {
    style_.family = kFaces[random_.Next() % std::size(kFaces)];
    style_.bold = Chance(0.65);
  }

  double radius() const { return radius_; }

  void Draw(const Legend& legend) {
    const double thick = Millimetres(Between(0.25, 1.1));
    DrawRing(radius_ - thick / 2, thick);
    double inside = radius_ - thick;
    if (Chance(0.6)) {
      inside -= Millimetres(Between(0.3, 1.0));
      const double thin = Millimetres(Between(0.1, 0.4));
      DrawRing(inside - thin / 2, thin);
      inside -= thin;
    }
    const double core = radius_ * Between(0.52, 0.72);
    if (Chance(0.8)) DrawRing(core, Millimetres(Between(0.12, 0.5)));
    const double band = inside - core, size = band * Between(0.55, 0.95);
    DrawArc(legend.upper, (inside + core) / 2, size, Between(2.6, 4.2), true);
    if (!legend.lower.empty()) {
      const std::string mark = Chance(0.7) ? "★ " : "* ";
      DrawArc(mark + legend.lower + " " + mark, (inside + core) / 2, size, Between(1.6, 2.6), false);
    }
    Middle(core, legend);
    Wear();
  }

 private:
  double Between(double low, double high) { return random_.Between(low, high); }
  bool Chance(double share) { return random_.Unit() < share; }

  void DrawRing(double radius, double thickness) {
    cairo_new_path(ink_);
    cairo_set_line_width(ink_, thickness);
    cairo_arc(ink_, 0, 0, radius, 0, 2 * kPi);
    cairo_stroke(ink_);
  }

  // Letters whose middle is `radius` from the centre, not wider than `widest` radians.
  void DrawArc(const std::string& text, double radius, double size, double widest, bool upper) {
    style_.size = std::max(3.0, size * 1.35);  // capitals are 0.7 of it
    std::vector<SetText> letters;
    double total = 0;
    const double apart = Between(1.0, 1.15);
    for (const std::string& c : train::Characters(text)) {
      try {
        letters.emplace_back(Escaped(c), style_, 100);
        total += letters.back().natural_width() * apart;
      } catch (const corpus::Error&) {  // a letter that the face lacks
      }
    }
    // Long names are set narrower, as engravers do.
    const double narrow = std::min(1.0, widest * radius / std::max(1.0, total));
    double angle = -total * narrow / radius / 2;
    for (const SetText& letter : letters) {
      const double step = letter.natural_width() * apart * narrow / radius;
      const SetText::Ink box = letter.ink(0);
      cairo_save(ink_);
      cairo_rotate(ink_, upper ? angle + step / 2 : -(angle + step / 2));
      cairo_translate(ink_, 0, upper ? -radius : radius);
      cairo_scale(ink_, narrow, 1);
      letter.Draw(ink_, 0, -letter.natural_width() / 2, style_.size * 0.35 - box.baseline);
      cairo_restore(ink_);
      angle += step;
    }
  }

  void Star(double x, double y, double radius, bool filled) {
    const double inner = Between(0.34, 0.45);
    cairo_new_path(ink_);
    for (int i = 0; i < 10; ++i) {
      const double r = i % 2 == 0 ? radius : radius * inner, angle = kPi * i / 5 - kPi / 2;
      cairo_line_to(ink_, x + r * std::cos(angle), y + r * std::sin(angle));
    }
    cairo_close_path(ink_);
    cairo_set_line_width(ink_, Millimetres(Between(0.2, 0.6)));
    filled ? cairo_fill(ink_) : cairo_stroke(ink_);
  }

  // Ears of rice around a star, a wheel below: as the state's emblem comes out.
  void Emblem(double radius) {
    DrawRing(radius * Between(0.6, 0.75), Millimetres(Between(0.2, 0.5)));
    Star(0, -radius * 0.3, radius * Between(0.2, 0.35), true);
    const double grain = radius * Between(0.05, 0.09);
    for (int side = -1; side <= 1; side += 2) {
      for (double angle = 0.15; angle < 2.6; angle += Between(0.12, 0.2)) {
        for (const double r : {0.82, 0.95}) {
          const double x = side * r * radius * std::sin(angle), y = r * radius * std::cos(angle);
          cairo_save(ink_);
          cairo_translate(ink_, x, y);
          cairo_rotate(ink_, side * (angle + 0.6));
          cairo_scale(ink_, 1, 0.45);
          cairo_arc(ink_, 0, 0, grain, 0, 2 * kPi);
          cairo_restore(ink_);
          cairo_fill(ink_);
        }
      }
    }
    const int teeth = 9 + static_cast<int>(random_.Next() % 6);
    for (int i = 0; i < teeth; ++i) {
      const double angle = 2 * kPi * i / teeth;
      cairo_rectangle(ink_, radius * 0.22 * std::cos(angle) - grain / 2, radius * (0.55 + 0.22 * std::sin(angle)) - grain / 2, grain, grain);
      cairo_fill(ink_);
    }
    cairo_set_line_width(ink_, radius * 0.08);
    cairo_arc(ink_, 0, radius * 0.55, radius * 0.17, 0, 2 * kPi);
    cairo_stroke(ink_);
  }

  // The company's or the office's name in two or three short lines.
  void Words(double core, const std::string& text) {
    TextStyle style = style_;
    style.size = Millimetres(Between(2.2, 3.8));
    style.align = "center";
    try {
      const double width = core * 1.45;
      const SetText set(Escaped(text), style, width);
      const std::size_t lines = std::min<std::size_t>(set.size(), 3);
      const double top = -set.line_height() * static_cast<double>(lines) / 2;
      for (std::size_t i = 0; i < lines; ++i)
        set.Draw(ink_, i, -width / 2, top + static_cast<double>(i) * set.line_height());
    } catch (const corpus::Error&) {
    }
  }

  void Middle(double core, const Legend& legend) {
    const double kind = random_.Unit();
    if (kind < 0.55) return Star(0, 0, core * Between(0.45, 0.8), true);
    if (kind < 0.63) return Star(0, 0, core * Between(0.45, 0.8), false);
    if (kind < 0.80) return Emblem(core * Between(0.75, 0.95));
    if (kind < 0.94) Words(core, legend.upper.substr(0, legend.upper.find(' ', legend.upper.size() / 2)));
  }

  // Spots where the pad left too little ink, from the size of a letter to that of dust.
  void Wear() {
    cairo_set_operator(ink_, CAIRO_OPERATOR_DEST_OUT);
    const auto spots = [&](int count, double least, double most, double strength) {
      for (int i = 0; i < count; ++i) {
        const double angle = Between(0, 2 * kPi), r = radius_ * std::sqrt(random_.Unit());
        cairo_set_source_rgba(ink_, 0, 0, 0, Between(0.15, strength));
        cairo_arc(ink_, r * std::cos(angle), r * std::sin(angle), Between(least, most), 0, 2 * kPi);
        cairo_fill(ink_);
      }
    };
    if (Chance(0.8)) spots(static_cast<int>(Between(10, 150)), 0.3, 2.4, 0.7);
    if (Chance(0.4)) spots(static_cast<int>(Between(300, 2500)), 0.1, 0.5, 1.0);
    if (Chance(0.35)) {  // pressed harder on one side
      const double angle = Between(0, 2 * kPi), x = radius_ * std::cos(angle), y = radius_ * std::sin(angle);
      cairo_pattern_t* pattern = cairo_pattern_create_linear(-x, -y, x, y);
      cairo_pattern_add_color_stop_rgba(pattern, 0, 0, 0, 0, 0);
      cairo_pattern_add_color_stop_rgba(pattern, 1, 0, 0, 0, Between(0.2, 0.9));
      cairo_set_source(ink_, pattern);
      cairo_pattern_destroy(pattern);
      cairo_paint(ink_);
    }
    cairo_set_operator(ink_, CAIRO_OPERATOR_OVER);
  }

  cairo_t* ink_;
  Random& random_;
  double radius_;
  TextStyle style_;
};

// Strokes as of a name written in haste: long curves, loops, a line below.
void Scribble(double x, double y, Random* random, cairo_t* ink) {
  const double width = Millimetres(random->Between(20, 55)), high = Millimetres(random->Between(5, 20));
  const int strokes = 1 + static_cast<int>(random->Next() % 4);
  for (int s = 0; s < strokes; ++s) {
    cairo_set_line_width(ink, random->Between(0.6, 2.4));
    double at_x = x + random->Between(-0.5, 0) * width, at_y = y + random->Between(-0.4, 0.4) * high;
    cairo_move_to(ink, at_x, at_y);
    const int turns = 1 + static_cast<int>(random->Next() % 7);
    for (int i = 0; i < turns; ++i) {
      const double next_x = at_x + random->Between(-0.15, 0.5) * width * 2 / (turns + 1),
                   next_y = y + random->Between(-0.5, 0.5) * high;
      cairo_curve_to(ink, at_x + random->Between(-0.2, 0.3) * width, at_y + random->Between(-1, 1) * high,
                     next_x + random->Between(-0.3, 0.2) * width, next_y + random->Between(-1, 1) * high, next_x, next_y);
      at_x = next_x, at_y = next_y;
    }
    cairo_stroke(ink);
  }
}

}  // namespace

double DrawAnySeal(double x, double y, const Legend& legend, Random* random, corpus::Sheet* sheet) {
  cairo_t* ink = sheet->ink();
  cairo_save(ink);
  cairo_translate(ink, x, y);
  cairo_rotate(ink, random->Between(-0.3, 0.3));
  cairo_push_group(ink);
  cairo_set_source_rgb(ink, 0, 0, 0);
  Seal seal(ink, random);
  seal.Draw(legend);
  cairo_pop_group_to_source(ink);
  cairo_set_operator(ink, CAIRO_OPERATOR_MULTIPLY);
  cairo_paint_with_alpha(ink, random->Between(0.5, 1));
  cairo_restore(ink);
  return seal.radius();
}

void DrawAnyPen(double x, double y, Random* random, corpus::Sheet* sheet) {
  cairo_t* ink = sheet->ink();
  cairo_push_group(ink);
  if (random->Unit() < 0.5) {
    corpus::DrawSignature(x, y, random, sheet);
  } else {
    cairo_save(ink);
    cairo_set_source_rgb(ink, 0, 0, 0);
    cairo_set_line_cap(ink, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
    Scribble(x, y, random, ink);
    cairo_restore(ink);
  }
  cairo_pop_group_to_source(ink);
  cairo_set_operator(ink, CAIRO_OPERATOR_MULTIPLY);
  cairo_paint_with_alpha(ink, random->Between(0.6, 1));
  cairo_set_operator(ink, CAIRO_OPERATOR_OVER);
}

}  // namespace trichluc::seals
