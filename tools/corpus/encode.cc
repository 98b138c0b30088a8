// Pixels → image data of a PDF: JPEG (libjpeg), grey with few levels (zlib), CCITT group 4 and JPEG 2000
// (Leptonica).
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#include <leptonica/allheaders.h>
#include <zlib.h>

#include <fmt/format.h>

#include <memory>

#include "corpus/error.h"
#include "corpus/pdf.h"

namespace trichluc::corpus {
namespace {

PdfImage Jpeg(const Quality& quality, const Raster& raster) {
  jpeg_compress_struct coder;
  jpeg_error_mgr errors;
  coder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&coder);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&coder, &buffer, &size);
  coder.image_width = raster.width;
  coder.image_height = raster.height;
  coder.input_components = raster.channels;
  coder.in_color_space = raster.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&coder);
  jpeg_set_quality(&coder, quality.jpeg_quality, TRUE);
  coder.optimize_coding = TRUE;
  coder.dct_method = JDCT_ISLOW;
  jpeg_simple_progression(&coder);
  coder.density_unit = 1;
  coder.X_density = coder.Y_density = static_cast<UINT16>(quality.dpi);
  jpeg_start_compress(&coder, TRUE);
  while (coder.next_scanline < coder.image_height) {
    const std::size_t offset = static_cast<std::size_t>(coder.next_scanline) * raster.width * raster.channels;
    JSAMPROW row = const_cast<JSAMPROW>(raster.pixels.data() + offset);
    jpeg_write_scanlines(&coder, &row, 1);
  }
  jpeg_finish_compress(&coder);
  const std::string data(reinterpret_cast<char*>(buffer), size);
  jpeg_destroy_compress(&coder);
  std::free(buffer);
  const char* space = raster.channels == 3 ? "/DeviceRGB" : "/DeviceGray";
  return {raster.width, raster.height,
          fmt::format("/ColorSpace {} /BitsPerComponent 8 /Filter /DCTDecode", space), data};
}

std::string Deflate(const std::string& data) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error("zlib does not start");
  std::string result(deflateBound(&stream, data.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int code = deflate(&stream, Z_FINISH);
  deflateEnd(&stream);
  if (code != Z_STREAM_END) throw Error(fmt::format("zlib cannot compress a page (code {})", code));
  result.resize(stream.total_out);
  return result;
}

// 2 or 4 bits a pixel.
PdfImage GreyFlate(const Quality& quality, const Raster& raster) {
  const int bits = quality.grey_levels <= 4 ? 2 : 4, levels = 1 << bits;
  std::string packed;
  for (int y = 0; y < raster.height; ++y) {
    unsigned held = 0;
    int filled = 0;
    for (int x = 0; x < raster.width; ++x) {
      const unsigned grey = raster.pixels[static_cast<std::size_t>(y) * raster.width + x];
      held = (held << bits) | (grey * (levels - 1) + 127) / 255;
      filled += bits;
      if (filled == 8) packed += static_cast<char>(held);
      if (filled == 8) held = 0, filled = 0;
    }
    if (filled > 0) packed += static_cast<char>(held << (8 - filled));
  }
  return {raster.width, raster.height,
          fmt::format("/ColorSpace /DeviceGray /BitsPerComponent {} /Filter /FlateDecode", bits),
          Deflate(packed)};
}

struct Closer {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
  void operator()(L_COMP_DATA* data) const { l_CIDataDestroy(&data); }
  void operator()(l_uint8* bytes) const { lept_free(bytes); }
};

PdfImage Jpeg2000(const Raster& raster) {
  constexpr int kLikeness = 30;  // dB
  const std::unique_ptr<PIX, Closer> pix(
      pixCreate(raster.width, raster.height, raster.channels == 3 ? 32 : 8));
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      const std::uint8_t* at =
          &raster.pixels[(static_cast<std::size_t>(y) * raster.width + x) * raster.channels];
      if (raster.channels == 3) pixSetRGBPixel(pix.get(), x, y, at[0], at[1], at[2]);
      if (raster.channels == 1) pixSetPixel(pix.get(), x, y, at[0]);
    }
  }
  l_uint8* made = nullptr;
  std::size_t size = 0;
  if (pixWriteMemJp2k(&made, &size, pix.get(), kLikeness, 0, 0, 0) != 0)
    throw Error("Leptonica cannot code a page in JPEG 2000");
  const std::unique_ptr<l_uint8, Closer> data(made);
  return {raster.width, raster.height, "/Filter /JPXDecode",
          std::string(reinterpret_cast<const char*>(made), size)};
}

PdfImage Fax(const Raster& raster) {
  const std::unique_ptr<PIX, Closer> pix(pixCreate(raster.width, raster.height, 1));
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      if (raster.pixels[static_cast<std::size_t>(y) * raster.width + x] == 0) pixSetPixel(pix.get(), x, y, 1);
    }
  }
  L_COMP_DATA* made = nullptr;
  if (pixGenerateCIData(pix.get(), L_G4_ENCODE, 0, 0, &made) != 0)
    throw Error("Leptonica cannot code a page in G4");
  const std::unique_ptr<L_COMP_DATA, Closer> data(made);
  const std::string entries = fmt::format(
      "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
      "/DecodeParms << /K -1 /Columns {} /Rows {} /BlackIs1 {} >>",
      raster.width, raster.height, data->minisblack ? "true" : "false");
  return {raster.width, raster.height, entries,
          std::string(reinterpret_cast<const char*>(data->datacomp), data->nbytescomp)};
}

}  // namespace

PdfImage Encode(const Quality& quality, const Raster& raster) {
  switch (quality.coding) {
    case Coding::kJpeg:
      return Jpeg(quality, raster);
    case Coding::kGreyFlate:
      return GreyFlate(quality, raster);
    case Coding::kJpeg2000:
      return Jpeg2000(raster);
    case Coding::kFax:
    case Coding::kDigital:  // never comes here: it is no picture
      break;
  }
  return Fax(raster);
}

}  // namespace trichluc::corpus
