// Invented records for tests: one that uses every field, and random ones that use any of them.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/record.h"

namespace trichluc {

inline Document RichDocument() {
  Document d;
  d.page_from = 1;
  d.page_to = 3;
  d.number = "07/KH-UBND";
  d.number_seq = 7;
  d.symbol = "KH-UBND";
  d.doc_type = DocumentType{"KH", "Kế hoạch"};
  d.issued_on = "2024-02-05";
  d.place = "Hà Tiên";
  d.issuer = Agency{"H33.1", "Ủy ban nhân dân thành phố Hà Tiên", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN"};
  d.parent_issuer = Agency{std::nullopt, "Ủy ban nhân dân tỉnh Kiên Giang", "UBND TỈNH KIÊN GIANG"};
  d.subject = "chuyển đổi số năm 2024, mục tiêu \"3 không\"";
  d.urgency = "Hỏa tốc";
  d.secrecy = "Mật";
  d.signers = {{"Nguyễn Văn A", "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"},
               {"Trần B", std::nullopt, {}}};
  d.recipients = {"Như Điều 3", "Lưu: VT, KSTTHC"};
  d.incoming = Incoming{"Trung tâm Y tế", "1171", "2024-02-07"};
  d.electronic_signature =
      ElectronicSignature{"Ủy ban", std::nullopt, "ubnd@example.vn", "2024-02-05T10:00:00+07:00"};
  d.references = {{"Quyết định", "12/QĐ-TTg", "2024-01-09", "Thủ tướng Chính phủ", "basis", 1},
                  {"Luật", std::nullopt, "2023-06-20", "Giao dịch điện tử", "mentions", 2}};
  d.tables = {{2,
               3,
               {"TT", "Nội dung", "Thời gian"},
               {{"I", "HẠ TẦNG", ""}, {"1", "Lắp mạng; \"LAN\"", "Quý I"}, {}}},
              {3, 3, {}, {}}};
  Task row;
  row.no = "1";
  row.section = {"HẠ TẦNG", "Mạng nội bộ"};
  row.kind = "Đề án";
  row.content = "Lắp mạng; \"LAN\",\ncáp quang";
  row.lead = {{"H33.2", "Văn phòng HĐND và UBND", "Văn phòng"}};
  row.coordinators = {{std::nullopt, "Phòng Nội vụ", "Phòng Nội vụ"},
                      {std::nullopt, "các phường", "các phường"}};
  row.approver = {{"H33.1", "Ủy ban nhân dân thành phố Hà Tiên", "UBND TP"}};
  row.deadline = Deadline{"Quý I/2024", "quarter", "2024-01-01", "2024-03-31", std::nullopt};
  row.output = "Biên bản";
  row.basis = "Nghị quyết 5";
  row.page_from = 2;
  row.page_to = 3;
  row.confidence = 0.875;
  row.table = 0;
  row.row = 1;
  Task text;
  text.content = "Báo cáo kết quả";
  text.deadline = Deadline{"trước ngày 25 hằng tháng", "recurring", std::nullopt, std::nullopt, "monthly"};
  text.source = "text";
  text.page_from = text.page_to = 3;
  text.confidence = 1.0 / 3;
  d.tasks = {row, text};
  d.flags = {{"handwritten", 1, "number: 07 (0.93)"}, {"numbering_gap", std::nullopt, "1, 3"}};
  d.confidence = {{"number", 0.93}, {"issuer", 0.1 + 0.2}};
  d.evidence = {{"number", 1, {10, 20, 300, 40}, "Số: 07/KH-UBND", "number.state", 0.93},
                {"tasks/0/deadline", 2, {5, 6, 7, 8}, "Quý I/2024", "deadline.quarter", 0.9},
                {"tasks/0/deadline", 3, {5, 6, 7, 8}, "2024", "deadline.year", 0.9}};
  d.open_fields = {{"number",
                    1,
                    {10, 20, 300, 40},
                    "Số: &7/KH-UBND",
                    "&7",
                    "/",
                    0.0625,
                    0.25,
                    {{"07", 0.875}, {"01", 0.0625}}},
                   {"issued_on", 1, {}, "", "", "", 1, 0, {}}};
  return d;
}

inline PageReading RichReading(int page) {
  PageReading r;
  r.page = page;
  r.width = 1654;
  r.height = 2339;
  r.dpi = 200;
  r.engine = "tesseract 5.3.0 vie";
  r.words = {{"Số:", {100, 200, 140, 220}, 0.87f, -1, -1},
             {"đường\"\\", {150, 200, 190, 220}, 1.0f / 3, 0, 1}};
  r.grids = {{{50, 300, 900, 700},
              2,
              2,
              {{0, 0, 1, 2, {51, 301, 899, 499}}, {1, 0, 1, 1, {51, 501, 400, 699}}},
              {50, 400, 900},
              {300, 500, 700},
              0.95f}};
  r.regions = {{"stamp", {1, 2, 3, 4}, "red"}, {"signature", {5, 6, 7, 8}, "blue"}};
  r.hand = {{"number", {95, 195, 160, 225}, {{"2013", 0.91}, {"2073", 0.0625}, {"", 0.001}}, 0.25},
            {"day", {}, {}, 1}};
  r.crops = {{"number", {90, 190, 300, 230}, std::string("\x89PNG\r\n\0\n\xff", 9)},
             {"date", {1, 1, 2, 2}, ""}};
  r.measurements = {{"skew_degrees", -0.1234567890123}, {"mean_confidence", 0.5}};
  return r;
}

// Values of every kind from a seed: the same seed gives the same values on every machine.
class RandomRecords {
 public:
  explicit RandomRecords(unsigned seed) : random_(seed) {}

  Document MakeDocument() {
    Document d;
    d.page_from = Number(1, 5);
    d.page_to = d.page_from + Number(0, 9);
    d.number = Maybe();
    if (Chance()) d.number_seq = Number(0, 99999);
    d.symbol = Maybe();
    if (Chance()) d.doc_type = DocumentType{Text(), Text()};
    d.issued_on = Maybe();
    d.place = Maybe();
    if (Chance()) d.issuer = MakeAgency();
    if (Chance()) d.parent_issuer = MakeAgency();
    d.subject = Maybe();
    d.urgency = Maybe();
    d.secrecy = Maybe();
    Fill(d.signers, [&] { return Signer{Text(), Maybe(), Maybe()}; });
    Fill(d.recipients, [&] { return Text(); });
    if (Chance()) d.incoming = Incoming{Maybe(), Maybe(), Maybe()};
    if (Chance()) d.electronic_signature = ElectronicSignature{Maybe(), Maybe(), Maybe(), Maybe()};
    Fill(d.references, [&] { return Reference{Maybe(), Maybe(), Maybe(), Maybe(), Text(), Number(0, 9)}; });
    Fill(d.tables, [&] { return MakeTable(); });
    Fill(d.tasks, [&] { return MakeTask(); });
    Fill(d.flags, [&] {
      return Flag{Text(), Chance() ? std::optional(Number(0, 9)) : std::nullopt, Text()};
    });
    Fill(d.confidence, [&] { return std::pair(Text(), Real()); });
    if (Chance()) d.open_fields.push_back(MakeOpenField("number"));
    if (Chance()) d.open_fields.push_back(MakeOpenField("issued_on"));
    Fill(d.evidence, [&] { return Evidence{Text(), Number(0, 9), MakeBox(), Text(), Text(), Real()}; });
    return d;
  }

  PageReading MakeReading(int page) {
    PageReading r;
    r.page = page;
    r.width = Number(0, 9999);
    r.height = Number(0, 9999);
    r.dpi = Number(0, 600);
    r.engine = Text();
    Fill(r.words, [&] {
      return Word{Text(), MakeBox(), static_cast<float>(Real()), Number(-1, 3), Number(-1, 99)};
    });
    Fill(r.grids, [&] { return MakeGrid(); });
    Fill(r.regions, [&] { return Region{Text(), MakeBox(), Text()}; });
    Fill(r.crops, [&] { return Crop{Text(), MakeBox(), Bytes()}; });
    Fill(r.measurements, [&] { return Measurement{Text(), Real() * 1e6 - 5e5}; });
    return r;
  }

 private:
  int Number(int from, int to) {
    return from + static_cast<int>(random_() % static_cast<unsigned>(to - from + 1));
  }
  bool Chance() { return random_() % 2 == 0; }
  double Real() { return random_() / 4294967296.0; }
  // Now and then empty, with quotes, line breaks, a zero character, Vietnamese letters, a letter beyond the
  // BMP.
  std::string Text() {
    static const std::vector<std::string> kParts = {
        "a", "Đ", "ỷ", " ", "'", "\"", "\n", "%", ";", "ữ", "7", "𝄞", std::string(1, '\0')};
    std::string text;
    for (int i = Number(0, 6); i > 0; --i) text += kParts[random_() % kParts.size()];
    return text;
  }
  std::string Bytes() {
    std::string bytes;
    for (int i = Number(0, 40); i > 0; --i) bytes += static_cast<char>(random_());
    return bytes;
  }
  std::optional<std::string> Maybe() { return Chance() ? std::optional(Text()) : std::nullopt; }
  Box MakeBox() { return {Number(-5, 999), Number(0, 999), Number(0, 999), Number(0, 999)}; }
  // Few names, so that the same agency comes with different printed forms and registry keys.
  Agency MakeAgency() {
    return {Chance() ? std::optional("k" + std::to_string(Number(0, 2))) : std::nullopt,
            "Sở " + std::to_string(Number(0, 3)), Text()};
  }
  TableRecord MakeTable() {
    TableRecord table{Number(1, 9), Number(1, 9), {}, {}};
    Fill(table.columns, [&] { return Text(); });
    Fill(table.rows, [&] {
      std::vector<std::string> row;
      Fill(row, [&] { return Text(); });
      return row;
    });
    return table;
  }
  OpenField MakeOpenField(const std::string& field) {
    OpenField open{field, Number(0, 9), MakeBox(), Text(), Text(), Text(), Real(), Real(), {}};
    Fill(open.candidates, [&] { return HandCandidate{Text(), Real()}; });
    return open;
  }
  Task MakeTask() {
    Task t;
    t.no = Maybe();
    Fill(t.section, [&] { return Text(); });
    t.kind = Maybe();
    t.content = Text();
    Fill(t.lead, [&] { return MakeAgency(); });
    Fill(t.coordinators, [&] { return MakeAgency(); });
    Fill(t.approver, [&] { return MakeAgency(); });
    if (Chance()) t.deadline = Deadline{Text(), Text(), Maybe(), Maybe(), Maybe()};
    t.output = Maybe();
    t.basis = Maybe();
    t.source = Text();
    t.page_from = Number(0, 9);
    t.page_to = Number(0, 9);
    t.confidence = Real();
    t.table = Number(-1, 2);
    t.row = Number(-1, 2);
    return t;
  }
  Grid MakeGrid() {
    Grid grid;
    grid.box = MakeBox();
    grid.rows = Number(0, 5);
    grid.columns = Number(0, 5);
    Fill(grid.cells, [&] {
      return GridCell{Number(0, 5), Number(0, 5), Number(1, 3), Number(1, 3), MakeBox()};
    });
    Fill(grid.column_edges, [&] { return Number(0, 999); });
    Fill(grid.row_edges, [&] { return Number(0, 999); });
    grid.confidence = static_cast<float>(Real());
    grid.open_top = Number(0, 1) != 0;
    grid.open_bottom = Number(0, 1) != 0;
    grid.ruled = Number(0, 1) != 0;
    return grid;
  }
  template <typename T, typename Make>
  void Fill(std::vector<T>& list, Make make) {
    for (int i = Number(0, 3); i > 0; --i) list.push_back(make());
  }

  std::mt19937 random_;
};

}  // namespace trichluc
