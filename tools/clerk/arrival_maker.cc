#include "clerk/arrival_maker.h"

#include <cairo.h>
#include <fmt/format.h>

#include <cmath>

namespace trichluc::clerk {
namespace {

using corpus::Colour;
using corpus::Millimetres;
using corpus::SetText;
using corpus::TextStyle;

constexpr Colour kRed{0.80, 0.10, 0.14}, kBlack{0.05, 0.05, 0.05}, kBlue{0.10, 0.16, 0.55};

// A letter's page: what stands around a stamp.
void SetLetter(corpus::Sheet* sheet) {
  const auto set = [&](const char* text, double x, double y, double width, TextStyle style) {
    sheet->Set(SetText(text, style, Millimetres(width)), Millimetres(x), Millimetres(y));
  };
  set("BỘ Y TẾ", 22, 20, 70, {.size = 13, .align = "center"});
  set("CỤC QUẢN LÝ MÔI TRƯỜNG Y TẾ", 15, 26, 84, {.size = 13, .bold = true, .align = "center"});
  set("Số: 1119/MT-SKCĐ", 22, 36, 70, {.size = 13, .align = "center"});
  set("V/v đánh giá tình hình triển khai Thông tư 02/2009/TT-BYT", 22, 43, 70, {.size = 12, .align = "center"});
  set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 95, 20, 100, {.size = 12.5, .bold = true, .align = "center"});
  set("Độc lập - Tự do - Hạnh phúc", 95, 26, 100, {.size = 13, .bold = true, .align = "center"});
  set("Hà Nội, ngày 17 tháng 10 năm 2017", 95, 36, 100, {.size = 13, .italic = true, .align = "center"});
  set("Kính gửi: Sở Y tế các tỉnh, thành phố trực thuộc Trung ương", 80, 70, 110, {.size = 14});
  for (int i = 0; i < 8; ++i) {
    set("Cục Quản lý môi trường y tế đề nghị Sở Y tế chỉ đạo các đơn vị liên quan tổ chức thực hiện và báo cáo kết quả "
        "về Cục trước ngày 30 tháng 11 năm 2017 để tổng hợp.",
        30, 105 + 21 * i, 160, {.size = 14, .align = "justify", .indent = Millimetres(10)});
  }
}

class StampDrawer {
 public:
  StampDrawer(const ArrivalForm& form, Random* random, corpus::Sheet* sheet)
      : form_(form), random_(random), ink_(sheet->ink()), colour_(form.red ? kRed : kBlack) {
    cairo_save(ink_);
    cairo_translate(ink_, Millimetres(form.x), Millimetres(form.y));
    cairo_rotate(ink_, form.tilt * M_PI / 180);
    cairo_set_line_cap(ink_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(ink_, CAIRO_LINE_JOIN_ROUND);
  }
  ~StampDrawer() { cairo_restore(ink_); }

  void Draw() {
    Pen(colour_, 0.35);
    const double office = 2 + 5 * form_.office_lines, w = form_.width, h = form_.height, edge = form_.parted ? 0.36 * w : 0.3 * w;
    cairo_rectangle(ink_, 0, 0, Millimetres(w), Millimetres(h));
    Line(0, office, w, office);
    if (form_.parted) Line(edge - 2, office, edge - 2, h);
    cairo_stroke(ink_);
    Text(form_.office, 1, 1, w - 2, {.size = 10.5, .bold = true, .align = "center", .family = "Arimo", .colour = colour_});
    const double pitch = (h - office) / form_.lines, base = office + 0.72 * pitch;
    Text("ĐẾN", 1, office + (form_.lines < 4 ? 0.1 : form_.parted ? 1.2 : 0.3) * pitch, edge - 2, {.size = 19, .bold = true, .colour = colour_});
    const char* labels[] = {form_.of_arrival ? "Số đến" : "Số:", form_.of_arrival ? "Ngày đến" : "Ngày:", "Chuyển:",
                            "Lưu hồ sơ số:"};
    for (int i = 0; i < form_.lines; ++i) {
      const double x = i < 2 || form_.parted ? edge : 1.5, y = base + pitch * i;
      const double end = Label(labels[i], x, y);
      Leader(end + 0.4, y, w - 1.5);
      if (i < 2) Write(i == 0 ? form_.number : form_.date, end + random_->Between(0.8, i == 0 ? 8 : 1.5), y - 0.4);
    }
  }

 private:
  void Pen(const Colour& colour, double mm) {
    cairo_set_source_rgb(ink_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(ink_, Millimetres(mm));
  }
  void Line(double x1, double y1, double x2, double y2) {
    cairo_move_to(ink_, Millimetres(x1), Millimetres(y1));
    cairo_line_to(ink_, Millimetres(x2), Millimetres(y2));
  }
  void Text(const std::string& text, double x, double y, double width, const TextStyle& style) {
    const SetText set(text, style, Millimetres(width));
    for (size_t i = 0; i < set.size(); ++i) set.Draw(ink_, i, Millimetres(x), Millimetres(y) + set.line_height() * static_cast<double>(i));
  }
  // Its right end, mm; its letters stand on `base`.
  double Label(const char* text, double x, double base) {
    const TextStyle style{.size = 10, .bold = true, .colour = colour_};
    const SetText set(text, style, Millimetres(40));
    set.Draw(ink_, 0, Millimetres(x), Millimetres(base) - set.ink(0).baseline);
    return x + set.natural_width() / Millimetres(1);
  }
  void Leader(double from, double y, double to) {
    Pen(colour_, 0.3);
    for (double x = from; x < to; x += 0.8) Line(x, y, x + 0.05, y);
    cairo_stroke(ink_);
  }
  // Figures in one hand; the strokes between the numbers of a date are taller.
  void Write(const std::string& text, double x, double base) {
    const double height = random_->Between(3.2, 4.6), slant = random_->Between(0, 0.3);
    Pen(form_.red ? kBlue : kBlack, random_->Between(0.3, 0.5));
    constexpr double kInto = -0.1;  // mm between a stroke and the figures that it runs into
    for (size_t at = 0; at < text.size(); ++at) {
      const char sign = text[at];
      Shape shape = sign == '/' ? Shape{0, 0, {}, {{{0.35, -0.15}, {0.1, 1.15}}}} : DrawCopybook(sign, 0.015, random_);
      double right = 0;
      for (const Stroke& stroke : shape.strokes) {
        for (size_t i = 0; i < stroke.size(); ++i) {
          const double px = x + height * (stroke[i].x * 0.9 + slant * (1 - stroke[i].y)), py = base - height * (1 - stroke[i].y);
          right = std::max(right, stroke[i].x * 0.9 * height);
          (i == 0 ? cairo_move_to : cairo_line_to)(ink_, Millimetres(px), Millimetres(py));
        }
        cairo_stroke(ink_);
      }
      const double apart = random_->Between(0.5, 0.9);
      const bool beside = sign == '/' || (at + 1 < text.size() && text[at + 1] == '/');
      x += right + (form_.touching && beside ? kInto : apart);
    }
  }

  const ArrivalForm& form_;
  Random* random_;
  cairo_t* ink_;
  Colour colour_;
};

}  // namespace

ArrivalForm DrawForm(Random* random) {
  ArrivalForm form;
  const char* offices[] = {"SỞ Y TẾ KIÊN GIANG", "UBND HUYỆN CHÂU THÀNH", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "TRUNG TÂM Y TẾ"};
  form.office = offices[random->Next() % 4];
  const int figures = 1 + static_cast<int>(random->Next() % 4);
  for (int i = 0; i < figures; ++i) form.number += static_cast<char>('0' + (i == 0 ? 1 : 0) + random->Next() % 9);
  form.date = fmt::format("{}/{}{}", 18 + random->Next() % 11, 10 + random->Next() % 3, random->Unit() < 0.7 ? "/17" : "/2017");
  form.x = random->Between(16, 30);
  form.y = random->Between(58, 64);
  form.width = random->Between(50, 58);
  form.height = random->Between(32, 40);
  form.tilt = random->Between(-1, 1);
  form.red = random->Unit() < 0.3;
  form.parted = random->Unit() < 0.4;
  form.of_arrival = form.parted && random->Unit() < 0.4;
  return form;
}

corpus::Sheet MakeArrivalPage(const ArrivalForm& form, Random* random) {
  corpus::Sheet sheet(Millimetres(210), Millimetres(297));
  SetLetter(&sheet);
  StampDrawer(form, random, &sheet).Draw();
  if (form.red) sheet.MarkColoured();
  return sheet;
}

}  // namespace trichluc::clerk
