#include "corpus/seal.h"

#include <cmath>
#include <numbers>

namespace trichluc::corpus {
namespace {

constexpr double kPi = std::numbers::pi;
const Colour kRed{0.84, 0.09, 0.13}, kBlue{0.10, 0.15, 0.56};

std::vector<std::string> Characters(const std::string& text) {
  std::vector<std::string> result;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) {
      result.back() += c;
    } else {
      result.emplace_back(1, c);
    }
  }
  return result;
}

std::string Escaped(const std::string& c) {
  return c == "&" ? "&amp;" : c == "<" ? "&lt;" : c == ">" ? "&gt;" : c;
}

// Letters along an arc around the origin. Upper: reading clockwise, feet inwards; lower: anticlockwise, feet
// outwards.
void DrawArc(cairo_t* ink, const std::string& text, double radius, double widest, bool upper) {
  double size = 10;
  std::vector<SetText> letters;
  double total = 0;
  for (; size > 4; size -= 0.5) {
    letters.clear();
    total = 0;
    for (const std::string& c : Characters(text)) {
      letters.emplace_back(Escaped(c),
                           TextStyle{.size = size, .bold = true, .family = "Arimo", .colour = kRed}, 100);
      total += letters.back().natural_width() * 1.06;
    }
    if (total <= widest * radius) break;
  }
  double angle = -total / radius / 2;
  for (const SetText& letter : letters) {
    const double step = letter.natural_width() * 1.06 / radius;
    cairo_save(ink);
    cairo_rotate(ink, upper ? angle + step / 2 : -(angle + step / 2));
    const double y = upper ? -radius - size * 0.42 : radius - size * 0.75;
    letter.Draw(ink, 0, -letter.natural_width() / 2, y);
    cairo_restore(ink);
    angle += step;
  }
}

void DrawStar(cairo_t* ink, double radius) {
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : radius * 0.382, angle = kPi * i / 5 - kPi / 2;
    cairo_line_to(ink, r * std::cos(angle), r * std::sin(angle));
  }
  cairo_close_path(ink);
  cairo_fill(ink);
}

void DrawRing(cairo_t* ink, double radius, double thickness) {
  cairo_set_line_width(ink, thickness);
  cairo_arc(ink, 0, 0, radius, 0, 2 * kPi);
  cairo_stroke(ink);
}

// Spots where the pad left too little ink.
void Wear(cairo_t* ink, double radius, Random* random) {
  cairo_set_operator(ink, CAIRO_OPERATOR_DEST_OUT);
  for (int i = 0; i < 90; ++i) {
    const double angle = random->Between(0, 2 * kPi), r = radius * std::sqrt(random->Unit());
    cairo_set_source_rgba(ink, 0, 0, 0, random->Between(0.15, 0.6));
    cairo_arc(ink, r * std::cos(angle), r * std::sin(angle), random->Between(0.3, 2.4), 0, 2 * kPi);
    cairo_fill(ink);
  }
  cairo_set_operator(ink, CAIRO_OPERATOR_OVER);
}

}  // namespace

void DrawSeal(double x, double y, const std::string& agency, const std::string& above, Random* random,
              Sheet* sheet) {
  cairo_t* ink = sheet->ink();
  const double radius = Millimetres(17.5);
  cairo_save(ink);
  cairo_translate(ink, x + random->Between(-4, 4), y + random->Between(-4, 4));
  cairo_rotate(ink, random->Between(-0.16, 0.16));
  cairo_push_group(ink);
  cairo_set_source_rgb(ink, kRed.red, kRed.green, kRed.blue);
  DrawRing(ink, radius, 2.0);
  DrawRing(ink, radius - 2.6, 0.6);
  DrawRing(ink, radius * 0.62, 0.9);
  DrawStar(ink, radius * 0.36);
  const std::string lower = above.empty() ? "CHXHCN VIỆT NAM" : above;
  DrawArc(ink, agency, radius * 0.79, 3.5, true);
  DrawArc(ink, "★ " + lower + " ★", radius * 0.79, 2.4, false);
  Wear(ink, radius, random);
  cairo_pop_group_to_source(ink);
  cairo_set_operator(ink, CAIRO_OPERATOR_MULTIPLY);
  cairo_paint_with_alpha(ink, 0.88);
  cairo_restore(ink);
  sheet->MarkColoured();
}

void DrawSignature(double x, double y, Random* random, Sheet* sheet) {
  cairo_t* ink = sheet->ink();
  cairo_save(ink);
  cairo_translate(ink, x - Millimetres(21), y);
  cairo_rotate(ink, random->Between(-0.18, -0.03));
  cairo_set_source_rgb(ink, kBlue.red, kBlue.green, kBlue.blue);
  cairo_set_line_cap(ink, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(ink, random->Between(1.1, 1.7));
  // A capital: a tall loop; then narrowing waves with a loop now and then; then a stroke back beneath all.
  double at = 6;
  cairo_move_to(ink, at, 10);
  cairo_curve_to(ink, at - 14, -6, at + 8, -40, at + 18, -26);
  cairo_curve_to(ink, at + 26, -12, at - 10, 22, at + 4, 24);
  cairo_curve_to(ink, at + 22, 26, at + 24, -14, at + 30, -8);
  at += 30;
  const int waves = 4 + static_cast<int>(random->Between(0, 4));
  for (int i = 0; i < waves; ++i) {
    const double step = random->Between(6, 13), up = random->Between(6, i % 3 == 1 ? 30 : 15);
    const double back = i % 2 ? random->Between(3, 9) : 0;
    cairo_curve_to(ink, at + 2, 12, at + step, -up, at + step - back, -up * 0.8);
    cairo_curve_to(ink, at + step - back - 4, 4, at + step, random->Between(4, 14), at + step + 2, -2);
    at += step + 2;
  }
  const double end = at + random->Between(14, 30);
  cairo_curve_to(ink, at + 6, -6, end, random->Between(-22, -8), end, -4);
  cairo_curve_to(ink, end - 6, 18, 40, random->Between(14, 26), random->Between(-4, 14),
                 random->Between(18, 30));
  cairo_stroke(ink);
  cairo_restore(ink);
  sheet->MarkColoured();
}

}  // namespace trichluc::corpus
