#include "corpus/set_text.h"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/plain.h"

namespace trichluc::corpus {
namespace {

constexpr double kAscent = 0.891;  // of Tinos, in ems; its descent is 0.216

// One context for all text: 72 dots an inch (so that units are points), no hinting (so that every scale looks
// alike).
PangoContext* Context() {
  static PangoContext* context = [] {
    PangoFontMap* fonts = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
    PangoContext* made = pango_font_map_create_context(fonts);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(made, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(made, false);
    pango_context_set_language(made, pango_language_from_string("vi"));
    return made;
  }();
  return context;
}

// Word breaks no line after a slash, Pango does: 112/KH-UBND stays together with a word joiner.
std::string JoinSlashes(const std::string& markup) {
  std::string result;
  bool tag = false;
  for (const char c : markup) {
    if (c == '<') tag = true;
    if (c == '>') tag = false;
    result += c;
    if (c == '/' && !tag) result += "\u2060";
  }
  return result;
}

PangoAlignment Alignment(const std::string& align) {
  if (align == "center") return PANGO_ALIGN_CENTER;
  return align == "right" ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

double Millimetres(double mm) { return mm * 72 / 25.4; }

SetText::SetText(const std::string& markup, const TextStyle& style, double width)
    : layout_(pango_layout_new(Context()), g_object_unref), colour_(style.colour) {
  PangoLayout* layout = layout_.get();
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, style.family.c_str());
  pango_font_description_set_size(font, static_cast<int>(style.size * PANGO_SCALE));
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, Alignment(style.align));
  pango_layout_set_justify(layout, style.align == "justify");
  pango_layout_set_indent(layout, static_cast<int>(style.indent * PANGO_SCALE));
  pango_layout_set_markup(layout, JoinSlashes(markup).c_str(), -1);
  if (pango_layout_get_unknown_glyphs_count(layout) > 0) {
    throw Error(
        fmt::format("the fonts lack a character of \"{}\"; install fonts-croscore and fonts-dejavu-core, or "
                    "write another",
                    markup));
  }
  line_height_ = style.size * style.leading;
  ascent_ = style.size * kAscent + (line_height_ - style.size * 1.107) / 2;
  CollectLines();
}

void SetText::CollectLines() {
  const std::string text = pango_layout_get_text(layout_.get());
  PangoLayoutIter* iter = pango_layout_get_iter(layout_.get());
  do {
    const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter);
    PangoRectangle ink, logical;
    pango_layout_iter_get_line_extents(iter, &ink, &logical);
    const double x = static_cast<double>(logical.x) / PANGO_SCALE;
    const double left = static_cast<double>(ink.x) / PANGO_SCALE - x;
    const double top = static_cast<double>(ink.y - pango_layout_iter_get_baseline(iter)) / PANGO_SCALE;
    lines_.push_back({Normalise(std::string_view(text).substr(line->start_index, line->length)),
                      x,
                      {left, top, left + static_cast<double>(ink.width) / PANGO_SCALE,
                       top + static_cast<double>(ink.height) / PANGO_SCALE}});
    natural_width_ = std::max(natural_width_, static_cast<double>(logical.width) / PANGO_SCALE);
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  if (text.empty()) lines_.clear();
}

SetText::Ink SetText::ink(std::size_t line) const {
  const Line& at = lines_[line];
  return {at.x + at.ink.left, ascent_ + at.ink.top, at.x + at.ink.right, ascent_ + at.ink.bottom, ascent_};
}

void SetText::Draw(cairo_t* ink, std::size_t line, double x, double y) const {
  cairo_set_source_rgb(ink, colour_.red, colour_.green, colour_.blue);
  cairo_move_to(ink, x + lines_[line].x, y + ascent_);
  pango_cairo_show_layout_line(ink, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line)));
}

}  // namespace trichluc::corpus
