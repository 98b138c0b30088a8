#include "corpus/pdf.h"

#include <fmt/format.h>

namespace trichluc::corpus {
namespace {

std::uint64_t Fnv(const std::string& bytes, std::uint64_t hash) {
  for (const unsigned char c : bytes) hash = (hash ^ c) * 0x100000001b3u;
  return hash;
}

std::string Stream(const std::string& entries, const std::string& data) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data);
}

}  // namespace

void Pdf::Object(int number, const std::string& body) {
  if (static_cast<int>(offsets_.size()) <= number) offsets_.resize(number + 1);
  offsets_[number] = bytes_.size();
  bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
}

void Pdf::AddPage(const PdfImage& image, double dpi) {
  const int page = static_cast<int>(offsets_.size());
  const std::string width = fmt::format("{:.3f}", image.width * 72 / dpi);
  const std::string height = fmt::format("{:.3f}", image.height * 72 / dpi);
  Object(page, fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R "
                           "/Resources << /XObject << /Im0 {} 0 R >> >> >>",
                           width, height, page + 1, page + 2));
  Object(page + 1, Stream("", fmt::format("q {} 0 0 {} 0 0 cm /Im0 Do Q", width, height)));
  Object(page + 2, Stream(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} {}", image.width,
                                      image.height, image.entries),
                          image.data));
  pages_.push_back(page);
}

std::string Pdf::Finish() {
  std::string kids;
  for (const int page : pages_) kids += fmt::format("{} 0 R ", page);
  Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  Object(2, fmt::format("<< /Type /Pages /Count {} /Kids [ {}] >>", pages_.size(), kids));
  const std::size_t table = bytes_.size();
  const std::string id = fmt::format("{:016x}{:016x}", Fnv(bytes_, 0xcbf29ce484222325u), Fnv(bytes_, 7));
  bytes_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size());
  for (std::size_t i = 1; i < offsets_.size(); ++i) bytes_ += fmt::format("{:010} 00000 n \n", offsets_[i]);
  bytes_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R /ID [<{}> <{}>] >>\nstartxref\n{}\n%%EOF\n",
                        offsets_.size(), id, id, table);
  return bytes_;
}

}  // namespace trichluc::corpus
