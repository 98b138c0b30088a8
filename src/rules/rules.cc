#include "rules/rules.h"

#include <fmt/format.h>

#include "rules/file.h"
#include "rules/load.h"

namespace trichluc {

RuleSet::RuleSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RuleSet::~RuleSet() = default;

std::shared_ptr<const RuleSet> RuleSet::Load(const std::string& directory) {
  const RuleFiles files = ReadRuleFiles(directory);
  auto impl = std::make_unique<Impl>();
  impl->directory = directory;
  impl->hash = files.hash;
  for (const auto& file : files.files) CheckTopLevel(*file);
  for (const auto& file : files.files) ReadEntries(*file, impl.get());
  for (const auto& file : files.files) CheckNames(*file, *impl);
  const Macros macros = ReadMacros(files, *impl);
  for (const auto& file : files.files) ReadPatterns(*file, macros, impl.get());
  return std::shared_ptr<const RuleSet>(new RuleSet(std::move(impl)));
}

const std::vector<PatternRule>& RuleSet::patterns() const { return impl_->patterns; }
const std::vector<TypeEntry>& RuleSet::types() const { return impl_->types; }
const std::vector<ColumnEntry>& RuleSet::columns() const { return impl_->columns; }
const std::unordered_map<std::string, std::string>& RuleSet::column_titles() const {
  return impl_->column_titles;
}
const std::vector<AgencyEntry>& RuleSet::agencies() const { return impl_->agencies; }
const std::vector<AbbreviationEntry>& RuleSet::abbreviations() const { return impl_->abbreviations; }
const std::vector<UnitEntry>& RuleSet::units() const { return impl_->units; }
const std::string& RuleSet::directory() const { return impl_->directory; }
const std::string& RuleSet::hash() const { return impl_->hash; }

namespace {

[[noreturn]] void RefuseList(std::string_view name, const RuleSet::Impl& rules) {
  std::vector<std::string> known;
  for (const auto& [other, words] : rules.lists) known.push_back(other);
  const std::string hint = DidYouMean(name, known);
  throw RuleError(fmt::format("no list `{}` in the rules{}{}", name, hint.empty() ? "" : "\n", hint));
}

}  // namespace

const std::vector<std::string>& RuleSet::List(std::string_view name) const {
  const auto found = impl_->lists.find(name);
  if (found == impl_->lists.end()) RefuseList(name, *impl_);
  return found->second;
}

const std::vector<ListEntry>& RuleSet::Entries(std::string_view name) const {
  const auto found = impl_->list_entries.find(name);
  if (found == impl_->list_entries.end()) RefuseList(name, *impl_);
  return found->second;
}

}  // namespace trichluc
