// Opening, runs, and what is known of files. Writing documents: write.cc; reading them: read.cc.
#include "store/database.h"

#include <limits>

#include "store/database_impl.h"
#include "store/open.h"
#include "store/rows.h"

namespace trichluc {
namespace {

// Pages that could not be read have no engine.
const std::string kFiles =
    "SELECT f.id, f.path, f.sha256, f.status, f.error_code, f.error, f.page_count, x.rules_hash, "
    "ifnull((SELECT max(engine) FROM pages p WHERE p.file_id = f.id), r.engine), "
    "ifnull((SELECT reader FROM run_readers e WHERE e.run_id = f.read_run_id), ''), "
    "ifnull((SELECT repairer FROM run_repairers e WHERE e.run_id = f.extract_run_id), ''), "
    "(SELECT count(*) FROM pages p WHERE p.file_id = f.id AND p.engine = '') "
    "FROM files f JOIN runs r ON r.id = f.read_run_id JOIN runs x ON x.id = f.extract_run_id";

// Statements are kept by the address of their text.
const std::string kFileOfHash = kFiles + " WHERE f.sha256 = ? AND f.sha256 <> ''";
const std::string kFilesByPath = kFiles + " ORDER BY f.path, f.sha256";

StoredFile TakeFile(Statement& query) {
  StoredFile file;
  query >> file.id >> file.path >> file.sha256 >> file.status >> file.error_code >> file.error >>
      file.pages >> file.rules_hash >> file.engine >> file.reader >> file.repairer >> file.failed_pages;
  return file;
}

}  // namespace

Database::Database(const std::string& path, Mode mode) : impl_(new Impl{OpenDatabase(path, mode)}) {}
Database::~Database() = default;
const std::string& Database::path() const { return impl_->connection.path(); }

long long Database::BeginRun(const RunInfo& run) {
  Transaction transaction(impl_->connection, Transaction::Kind::kWrite);
  (impl_->connection.Query("INSERT INTO runs (started_at, command, program_version, engine, rules_hash) "
                           "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?)")
   << run.command << run.program_version << run.engine << run.rules_hash)
      .Run();
  const long long id = impl_->connection.LastId();
  if (!run.reader.empty())
    (impl_->connection.Query("INSERT INTO run_readers VALUES (?, ?)") << id << run.reader).Run();
  if (!run.repairer.empty())
    (impl_->connection.Query("INSERT INTO run_repairers VALUES (?, ?)") << id << run.repairer).Run();
  transaction.Commit();
  return id;
}

void Database::EndRun(long long run, int done, int failed, int skipped) {
  Transaction transaction(impl_->connection, Transaction::Kind::kWrite);
  (impl_->connection.Query(
       "UPDATE runs SET ended_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), done = ?, failed = ?, "
       "skipped = ? WHERE id = ?")
   << done << failed << skipped << run)
      .Run();
  PruneNames(impl_->connection);
  transaction.Commit();
}

std::optional<StoredFile> Database::FindFile(const std::string& sha256) const {
  Statement query = impl_->connection.Query(kFileOfHash.c_str());
  query << sha256;
  if (!query.Next()) return std::nullopt;
  return TakeFile(query);
}

std::string Database::KnownHash(const std::string& path, long long bytes, long long modified) const {
  Statement query = impl_->connection.Query(
      "SELECT sha256 FROM known_files WHERE path = ? AND bytes = ? AND modified = ?");
  query << path << bytes << modified;
  std::string sha256;
  if (query.Next()) query >> sha256;
  return sha256;
}

void Database::RememberFiles(const std::vector<KnownFile>& files) {
  if (files.empty()) return;
  Transaction transaction(impl_->connection, Transaction::Kind::kWrite);
  for (const KnownFile& file : files) {
    (impl_->connection.Query("INSERT OR REPLACE INTO known_files VALUES (?, ?, ?, ?)")
     << file.path << file.bytes << file.modified << file.sha256)
        .Run();
  }
  transaction.Commit();
}

std::vector<std::string> Database::KnownPlaces(const std::string& folder) const {
  std::vector<std::string> places;
  // From "/" to "0", the sign behind it: whatever lies below.
  Statement query =
      impl_->connection.Query("SELECT path FROM known_files WHERE path > ?1 || '/' AND path < ?1 || '0'");
  for (query << folder; query.Next();) query >> places.emplace_back();
  return places;
}

void Database::ForgetFiles(const std::vector<std::string>& places) {
  if (places.empty()) return;
  Transaction transaction(impl_->connection, Transaction::Kind::kWrite);
  for (const std::string& place : places)
    (impl_->connection.Query("DELETE FROM known_files WHERE path = ?") << place).Run();
  transaction.Commit();
}

std::vector<StoredFile> Database::Files() const {
  std::vector<StoredFile> files;
  Statement query = impl_->connection.Query(kFilesByPath.c_str());
  while (query.Next()) files.push_back(TakeFile(query));
  return files;
}

std::vector<StoredRun> Database::Runs() const {
  std::vector<StoredRun> runs;
  Statement query = impl_->connection.Query(
      "SELECT id, program_version, engine, rules_hash, command, started_at, ifnull(ended_at, ''), "
      "ifnull(done, 0), ifnull(failed, 0), ifnull(skipped, 0), ifnull(reader, '') FROM runs LEFT JOIN run_readers "
      "ON run_id = id ORDER BY id DESC");
  while (query.Next()) {
    StoredRun run;
    query >> run.id >> run.info.program_version >> run.info.engine >> run.info.rules_hash >>
        run.info.command >> run.started_at >> run.ended_at >> run.done >> run.failed >> run.skipped >> run.info.reader;
    runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<PageReading> Database::Readings(long long file_id, bool pictures) const {
  Transaction snapshot(impl_->connection, Transaction::Kind::kRead);
  return LoadReadings(impl_->connection, file_id, pictures);
}

std::vector<Crop> Database::Crops(long long file_id, int page) const {
  return LoadCrops(impl_->connection, file_id, page);
}

std::vector<std::string> Database::PageTexts(long long file_id) const {
  std::vector<std::string> texts;
  Statement query = impl_->connection.Query("SELECT text FROM pages WHERE file_id = ? ORDER BY page");
  for (query << file_id; query.Next();) query >> texts.emplace_back();
  return texts;
}

std::vector<Repair> Database::Repairs(long long file_id) const {
  return LoadRepairs(impl_->connection, file_id, 1, std::numeric_limits<int>::max());
}

}  // namespace trichluc
