// Small PDF files made in memory, for tests of what reads them.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace trichluc::testing {

// A document of pages whose content streams the test writes. Images are raw 8-bit samples, made of one value.
class PdfBuilder {
 public:
  // Adds an image object and gives the name by which content streams draw it ("/Im1 Do").
  std::string AddImage(int width, int height, const std::string& colour_space, const std::string& sample) {
    std::string data;
    for (int i = 0; i < width * height; ++i) data += sample;
    images_.push_back(
        fmt::format("<< /Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /{} "
                    "/BitsPerComponent 8 /Length {} >>\nstream\n{}\nendstream",
                    width, height, colour_space, data.size(), data));
    return fmt::format("/Im{}", images_.size());
  }

  void AddPage(double width, double height, const std::string& content, int rotate = 0) {
    pages_.push_back({width, height, content, rotate});
  }

  std::string Bytes() const {
    std::string out = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n", table;
    int number = 0;
    const auto add = [&](const std::string& body) {
      table += fmt::format("{:010} 00000 n \n", out.size());
      out += fmt::format("{} 0 obj\n{}\nendobj\n", ++number, body);
    };
    const int first_page = 4, first_image = first_page + 2 * static_cast<int>(pages_.size());
    std::string kids, resources;
    for (size_t i = 0; i < pages_.size(); ++i) kids += fmt::format("{} 0 R ", first_page + 2 * i);
    for (size_t i = 0; i < images_.size(); ++i)
      resources += fmt::format("/Im{} {} 0 R ", i + 1, first_image + i);
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add(fmt::format("<< /Type /Pages /Kids [ {}] /Count {} >>", kids, pages_.size()));
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (size_t i = 0; i < pages_.size(); ++i) {
      const Page& page = pages_[i];
      add(
          fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Rotate {} /Contents {} 0 R "
                      "/Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> /XObject << {}>> >> >>",
                      page.width, page.height, page.rotate, first_page + 2 * i + 1, resources));
      add(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", page.content.size(), page.content));
    }
    for (const std::string& image : images_) add(image);
    const size_t start = out.size();
    out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", number + 1, table);
    out += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", number + 1, start);
    return out;
  }

 private:
  struct Page {
    double width, height;
    std::string content;
    int rotate;
  };
  std::vector<Page> pages_;
  std::vector<std::string> images_;
};

// A file that goes when the test does.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& bytes)
      : path_((std::filesystem::temp_directory_path() /
               fmt::format("trichluc-{}-{}", static_cast<const void*>(this), name))
                  .string()) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace trichluc::testing
