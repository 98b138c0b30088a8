#include "report/tracker.h"

#include <map>

namespace trichluc {
namespace {

SheetCell Text(const std::optional<std::string>& text) {
  return text && !text->empty() ? SheetCell(*text) : SheetCell();
}

SheetCell Day(const std::optional<std::string>& day) { return day ? SheetCell(IsoDay{*day}) : SheetCell(); }

SheetCell Names(const std::vector<Agency>& agencies) {
  std::string names;
  for (const Agency& agency : agencies) names += (names.empty() ? "" : "; ") + agency.name;
  return Text(names);
}

SheetCell Name(const std::optional<Agency>& agency) { return agency ? Text(agency->name) : SheetCell(); }

std::string PageRange(int from, int to) {
  return from == to ? std::to_string(from) : std::to_string(from) + "-" + std::to_string(to);
}

std::string Section(const Task& task) {
  std::string path;
  for (const std::string& title : task.section) path += (path.empty() ? "" : " › ") + title;
  return path;
}

SheetCell Kind(const std::optional<Deadline>& deadline) {
  static const std::map<std::string, std::string> kKinds = {{"date", "ngày"},
                                                            {"month", "tháng"},
                                                            {"quarter", "quý"},
                                                            {"half_year", "6 tháng"},
                                                            {"year", "năm"},
                                                            {"range", "khoảng thời gian"},
                                                            {"recurring", "định kỳ"},
                                                            {"ongoing", "thường xuyên"},
                                                            {"conditional", "theo điều kiện"},
                                                            {"unknown", "chưa rõ"}};
  static const std::map<std::string, std::string> kRecurrences = {{"daily", "hằng ngày"},
                                                                  {"weekly", "hằng tuần"},
                                                                  {"monthly", "hằng tháng"},
                                                                  {"quarterly", "hằng quý"},
                                                                  {"half_yearly", "6 tháng một lần"},
                                                                  {"yearly", "hằng năm"}};
  if (!deadline) return {};
  if (deadline->recurrence) {
    if (const auto found = kRecurrences.find(*deadline->recurrence); found != kRecurrences.end())
      return found->second;
  }
  const auto found = kKinds.find(deadline->kind);
  return found == kKinds.end() ? Text(deadline->kind) : SheetCell(found->second);
}

}  // namespace

const std::vector<SheetColumn>& TaskColumns() {
  static const std::vector<SheetColumn> kColumns = {{"STT", 6},
                                                    {"Số/ký hiệu", 16},
                                                    {"Ngày ban hành", 13},
                                                    {"Cơ quan ban hành", 26},
                                                    {"Mục", 24},
                                                    {"TT trong văn bản", 9},
                                                    {"Nội dung nhiệm vụ", 60},
                                                    {"Chủ trì", 26},
                                                    {"Phối hợp", 32},
                                                    {"Cấp trình", 18},
                                                    {"Sản phẩm", 24},
                                                    {"Thời hạn (văn bản)", 18},
                                                    {"Từ ngày", 12},
                                                    {"Thời hạn (chuẩn)", 14},
                                                    {"Loại thời hạn", 14},
                                                    {"Tình trạng", 14},
                                                    {"Ghi chú", 24},
                                                    {"Độ tin cậy", 9},
                                                    {"Tệp", 28},
                                                    {"Trang", 8}};
  return kColumns;
}

std::vector<SheetCell> TaskRow(const StoredDocument& stored, const Task& task, int running_number) {
  const Document& d = stored.document;
  const std::optional<Deadline>& due = task.deadline;
  const std::optional<std::string> none;
  // A kind of output in a column of its own is part of what has to come out.
  std::optional<std::string> output = task.output;
  if (task.kind && !task.kind->empty())
    output = *task.kind + (output && !output->empty() ? ": " + *output : "");
  return {static_cast<double>(running_number),
          Text(d.number),
          Day(d.issued_on),
          Name(d.issuer),
          Text(Section(task)),
          Text(task.no),
          Text(task.content),
          Names(task.lead),
          Names(task.coordinators),
          Names(task.approver),
          Text(output),
          due ? Text(due->text) : SheetCell(),
          Day(due ? due->from : none),
          Day(due ? due->to : none),
          Kind(due),
          SheetCell(),
          Text(task.basis),
          task.confidence,
          Text(stored.path),
          PageRange(task.page_from, task.page_to)};
}

const std::vector<SheetColumn>& DocumentColumns() {
  static const std::vector<SheetColumn> kColumns = {{"STT", 6},
                                                    {"Số/ký hiệu", 16},
                                                    {"Loại văn bản", 14},
                                                    {"Ngày ban hành", 13},
                                                    {"Địa danh", 14},
                                                    {"Cơ quan ban hành", 30},
                                                    {"Cơ quan chủ quản", 30},
                                                    {"Trích yếu", 60},
                                                    {"Độ khẩn", 10},
                                                    {"Độ mật", 10},
                                                    {"Người ký", 22},
                                                    {"Chức vụ", 18},
                                                    {"Số đến", 9},
                                                    {"Ngày đến", 12},
                                                    {"Số nhiệm vụ", 9},
                                                    {"Cần xem lại", 9},
                                                    {"Tệp", 28},
                                                    {"Trang", 8}};
  return kColumns;
}

std::vector<SheetCell> DocumentRow(const StoredDocument& stored, int running_number) {
  const Document& d = stored.document;
  std::string signers, titles;
  for (const Signer& signer : d.signers) {
    signers += (signers.empty() ? "" : "; ") + signer.name;
    if (signer.title) titles += (titles.empty() ? "" : "; ") + *signer.title;
  }
  return {static_cast<double>(running_number),
          Text(d.number ? d.number : d.symbol),
          d.doc_type ? Text(d.doc_type->name) : SheetCell(),
          Day(d.issued_on),
          Text(d.place),
          Name(d.issuer),
          Name(d.parent_issuer),
          Text(d.subject),
          Text(d.urgency),
          Text(d.secrecy),
          Text(signers),
          Text(titles),
          d.incoming ? Text(d.incoming->number) : SheetCell(),
          d.incoming ? Day(d.incoming->date) : SheetCell(),
          static_cast<double>(d.tasks.size()),
          static_cast<double>(d.flags.size() + stored.duplicates.size()),
          Text(stored.path),
          PageRange(d.page_from, d.page_to)};
}

}  // namespace trichluc
