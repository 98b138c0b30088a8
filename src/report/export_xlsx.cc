#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/error.h"
#include "report/export.h"
#include "report/tracker.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kCellLimit = 32767;  // characters, Excel's own limit
constexpr int kStatusColumn = 15, kDueColumn = 13;
constexpr lxw_row_t kLastRow = 1048575;

std::optional<lxw_datetime> AsDatetime(const std::string& iso) {
  lxw_datetime day{};
  char rest = 0;
  if (std::sscanf(iso.c_str(), "%4d-%2d-%2d%c", &day.year, &day.month, &day.day, &rest) != 3)
    return std::nullopt;
  if (day.year < 1900) return std::nullopt;  // the calendar of spreadsheets begins there
  return day;
}

std::string Fit(const std::string& text) {
  if (text.size() <= kCellLimit || Length(text) <= kCellLimit) return text;
  return FromCodePoints(ToCodePoints(text).substr(0, kCellLimit - 1)) + "…";
}

struct Formats {
  lxw_format *head, *text, *number, *day, *past, *near;
};

Formats MakeFormats(lxw_workbook* book) {
  const auto add = [book] {
    lxw_format* format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  Formats formats{add(), add(), add(), add(), workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(formats.head);
  format_set_text_wrap(formats.head);
  format_set_bg_color(formats.head, 0xD9E2F3);
  format_set_border(formats.head, LXW_BORDER_THIN);
  format_set_text_wrap(formats.text);
  format_set_num_format(formats.day, "dd/mm/yyyy");
  format_set_bg_color(formats.past, 0xF8CBAD);
  format_set_bg_color(formats.near, 0xFFE699);
  return formats;
}

// One worksheet being filled from the top.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name, const std::vector<SheetColumn>& columns, const Formats& formats)
      : sheet_(workbook_add_worksheet(book, name)), columns_(columns.size()), formats_(formats) {
    for (size_t i = 0; i < columns.size(); ++i) {
      const lxw_col_t column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, columns[i].width, nullptr);
      worksheet_write_string(sheet_, 0, column, columns[i].title, formats.head);
    }
    worksheet_freeze_panes(sheet_, 1, 2);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
  }

  void Add(const std::vector<SheetCell>& cells) {
    if (row_ == kLastRow)
      throw UsageError("more rows than a spreadsheet holds; export with --format csv instead");
    ++row_;
    for (size_t i = 0; i < cells.size(); ++i) Write(static_cast<lxw_col_t>(i), cells[i]);
  }

  void Finish() { worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1)); }

  lxw_worksheet* sheet() { return sheet_; }
  lxw_row_t rows() const { return row_; }

 private:
  void Write(lxw_col_t column, const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      worksheet_write_string(sheet_, row_, column, Fit(*text).c_str(), formats_.text);
    } else if (const auto* number = std::get_if<double>(&cell)) {
      worksheet_write_number(sheet_, row_, column, *number, formats_.number);
    } else if (const auto* day = std::get_if<IsoDay>(&cell)) {
      std::optional<lxw_datetime> datetime = AsDatetime(day->text);
      if (datetime) {
        worksheet_write_datetime(sheet_, row_, column, &*datetime, formats_.day);
      } else {
        worksheet_write_string(sheet_, row_, column, day->text.c_str(), formats_.text);
      }
    }
  }

  lxw_worksheet* sheet_;
  size_t columns_;
  const Formats& formats_;
  lxw_row_t row_ = 0;
};

void Colour(lxw_worksheet* sheet, lxw_row_t last, const char* formula, lxw_format* format) {
  lxw_conditional_format condition{};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  condition.value_string = const_cast<char*>(formula);
  condition.format = format;
  worksheet_conditional_format_range(sheet, 1, kDueColumn, last, kDueColumn, &condition);
}

// Quá hạn and sắp đến hạn (at most seven days) are derived on the day the sheet is opened, never stored.
void AddTracking(Sheet& tasks, const Formats& formats) {
  if (tasks.rows() == 0) return;
  const char* choices[] = {"Đang thực hiện", "Hoàn thành", nullptr};
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = const_cast<char**>(choices);
  worksheet_data_validation_range(tasks.sheet(), 1, kStatusColumn, tasks.rows(), kStatusColumn, &validation);
  Colour(tasks.sheet(), tasks.rows(), "=AND($N2<>\"\",$P2<>\"Hoàn thành\",$N2<TODAY())", formats.past);
  Colour(tasks.sheet(), tasks.rows(), "=AND($N2<>\"\",$P2<>\"Hoàn thành\",$N2>=TODAY(),$N2<=TODAY()+7)",
         formats.near);
}

[[noreturn]] void Refuse(const std::string& path, const std::string& cause) {
  throw UsageError(path + ": cannot be written (" + cause +
                   "); check that the folder exists, may be written and has room");
}

// The library complains on stderr when it cannot open its file, hence asked before.
void TryToOpen(const std::string& temporary, const std::string& path) {
  errno = 0;
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) Refuse(path, std::strerror(errno));
  std::fclose(file);
}

}  // namespace

ExportCounts ExportXlsx(const Database& database, const std::string& path) {
  const std::string temporary = path + ".tmp" + std::to_string(::getpid());
  TryToOpen(temporary, path);
  lxw_workbook* book = workbook_new(temporary.c_str());
  if (book == nullptr) throw UsageError(path + ": cannot make a spreadsheet; no memory");
  const Formats formats = MakeFormats(book);
  Sheet tasks(book, "Nhiệm vụ", TaskColumns(), formats),
      documents(book, "Văn bản", DocumentColumns(), formats);
  ExportCounts counts;
  try {
    database.ForEachDocument([&](const StoredDocument& stored) {
      documents.Add(DocumentRow(stored, ++counts.documents));
      for (const Task& task : stored.document.tasks) tasks.Add(TaskRow(stored, task, ++counts.tasks));
      return true;
    });
  } catch (...) {
    workbook_close(book);
    std::remove(temporary.c_str());
    throw;
  }
  tasks.Finish();
  documents.Finish();
  AddTracking(tasks, formats);
  const lxw_error failure = workbook_close(book);
  std::error_code error;
  if (failure == LXW_NO_ERROR) std::filesystem::rename(temporary, path, error);
  if (failure == LXW_NO_ERROR && !error) return counts;
  std::remove(temporary.c_str());
  Refuse(path, error ? error.message() : lxw_strerror(failure));
}

}  // namespace trichluc
