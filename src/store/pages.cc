#include <stdexcept>

#include "store/reading_codec.h"
#include "store/rows.h"

namespace trichluc {
namespace {

void InsertParts(Connection& connection, long long page_id, const PageReading& reading) {
  int ordinal = 0;
  for (const Measurement& measurement : reading.measurements) {
    (connection.Query("INSERT INTO page_measurements VALUES (?, ?, ?, ?)")
     << page_id << ordinal++ << measurement.name << measurement.value)
        .Run();
  }
  ordinal = 0;
  for (const Crop& crop : reading.crops) {
    (connection.Query(
         "INSERT INTO crops (page_id, ordinal, kind, box_left, box_top, box_right, box_bottom, png) "
         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
     << page_id << ordinal++ << crop.kind << crop.box.left << crop.box.top << crop.box.right
     << crop.box.bottom << Blob{crop.png})
        .Run();
  }
}

void LoadParts(Connection& connection, long long page_id, PageReading* reading) {
  Statement measurements =
      connection.Query("SELECT name, value FROM page_measurements WHERE page_id = ? ORDER BY ordinal");
  for (measurements << page_id; measurements.Next();) {
    Measurement& measurement = reading->measurements.emplace_back();
    measurements >> measurement.name >> measurement.value;
  }
  Statement crops = connection.Query(
      "SELECT kind, box_left, box_top, box_right, box_bottom, png FROM crops WHERE page_id = ? ORDER BY "
      "ordinal");
  for (crops << page_id; crops.Next();) {
    Crop& crop = reading->crops.emplace_back();
    crops >> crop.kind >> crop.box.left >> crop.box.top >> crop.box.right >> crop.box.bottom >> crop.png;
  }
}

}  // namespace

// Crops and measurements are rows of their own and stand in the blob no second time.
void InsertPage(Connection& connection, long long file_id, const PageReading& reading,
                const std::string& text) {
  PageReading bare = reading;
  bare.crops.clear();
  bare.measurements.clear();
  const std::string encoded = EncodeReading(bare);
  (connection.Query("INSERT INTO pages (file_id, page, width, height, dpi, engine, text, reading) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
   << file_id << reading.page << reading.width << reading.height << reading.dpi << reading.engine << text
   << Blob{encoded})
      .Run();
  InsertParts(connection, connection.LastId(), reading);
}

std::vector<PageReading> LoadReadings(Connection& connection, long long file_id) {
  std::vector<PageReading> readings;
  Statement pages = connection.Query("SELECT id, page, reading FROM pages WHERE file_id = ? ORDER BY page");
  for (pages << file_id; pages.Next();) {
    long long id = 0;
    int page = 0;
    std::string encoded;
    pages >> id >> page >> encoded;
    try {
      readings.push_back(DecodeReading(encoded));
    } catch (const std::runtime_error& error) {
      connection.Fail("holds a page that cannot be read back (file " + std::to_string(file_id) + ", page " +
                      std::to_string(page) + ": " + error.what() +
                      "); read the file again with ingest --force");
    }
    LoadParts(connection, id, &readings.back());
  }
  return readings;
}

}  // namespace trichluc
