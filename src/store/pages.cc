#include <limits>
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

void LoadMeasurements(Connection& connection, long long page_id, PageReading* reading) {
  Statement measurements =
      connection.Query("SELECT name, value FROM page_measurements WHERE page_id = ? ORDER BY ordinal");
  for (measurements << page_id; measurements.Next();) {
    Measurement& measurement = reading->measurements.emplace_back();
    measurements >> measurement.name >> measurement.value;
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

std::vector<PageReading> LoadReadings(Connection& connection, long long file_id, bool pictures) {
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
    LoadMeasurements(connection, id, &readings.back());
    if (pictures) readings.back().crops = LoadCrops(connection, file_id, page);
  }
  return readings;
}

void ReplaceRepairs(Connection& connection, long long file_id, const std::vector<Repair>& repairs) {
  if (LoadRepairs(connection, file_id, 1, std::numeric_limits<int>::max()) == repairs) return;
  (connection.Query("DELETE FROM word_repairs WHERE page_id IN (SELECT id FROM pages WHERE file_id = ?)")
   << file_id)
      .Run();
  int ordinal = 0;
  for (const Repair& repair : repairs) {
    (connection.Query(
         "INSERT INTO word_repairs SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pages WHERE file_id = ? AND "
         "page = ?")
     << ordinal++ << repair.box.left << repair.box.top << repair.box.right << repair.box.bottom << repair.raw
     << repair.text << repair.rule << repair.confidence << file_id << repair.page)
        .Run();
  }
}

std::vector<Repair> LoadRepairs(Connection& connection, long long file_id, int from, int to) {
  std::vector<Repair> repairs;
  Statement query = connection.Query(
      "SELECT p.page, r.box_left, r.box_top, r.box_right, r.box_bottom, r.raw, r.text, r.rule, r.confidence "
      "FROM word_repairs r JOIN pages p ON p.id = r.page_id "
      "WHERE p.file_id = ? AND p.page BETWEEN ? AND ? ORDER BY p.page, r.ordinal");
  for (query << file_id << from << to; query.Next();) {
    Repair& repair = repairs.emplace_back();
    query >> repair.page >> repair.box.left >> repair.box.top >> repair.box.right >> repair.box.bottom >>
        repair.raw >> repair.text >> repair.rule >> repair.confidence;
  }
  return repairs;
}

std::vector<Crop> LoadCrops(Connection& connection, long long file_id, int page) {
  std::vector<Crop> crops;
  Statement query = connection.Query(
      "SELECT c.kind, c.box_left, c.box_top, c.box_right, c.box_bottom, c.png FROM crops c JOIN pages p ON "
      "p.id = c.page_id WHERE p.file_id = ? AND p.page = ? ORDER BY c.ordinal");
  for (query << file_id << page; query.Next();) {
    Crop& crop = crops.emplace_back();
    query >> crop.kind >> crop.box.left >> crop.box.top >> crop.box.right >> crop.box.bottom >> crop.png;
  }
  return crops;
}

}  // namespace trichluc
