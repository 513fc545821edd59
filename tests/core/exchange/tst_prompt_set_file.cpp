// SPDX-License-Identifier: Apache-2.0
// Files with sets of questions: every vector has the outcome it must give, the built-in sets keep their own rules, and
// what is written is read back.
#include <QtTest/QTest>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "exchange/prompt_set_file.h"
#include "support/files.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& path) {
    const Bytes bytes = read_file(path);
    return {bytes.begin(), bytes.end()};
}

/// As the list of outcomes writes it.
std::string outcome_of(const std::string& file) {
    const auto read = read_prompt_set(file);
    if (!read) {
        const auto& fault = read.error();
        std::string text{prompt_fault_name(fault.what)};
        if (fault.line != 0) {
            return text + " " + std::to_string(fault.line) + ":" + std::to_string(fault.column);
        }
        return text + (fault.place.empty() ? "" : " " + fault.place);
    }
    std::string text{"ok"};
    for (const PromptAdvice& advice : read->advice) {
        text += (advice.what == PromptAdvice::What::kLong ? " long:" : " asks-who:") + advice.place;
    }
    return text;
}

}  // namespace

class TestPromptSetFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void every_vector_is_listed();
    void what_a_good_file_says();
    void built_in_sets();
    void is_written_and_read_back();
    void every_cut_is_refused();
};

void TestPromptSetFile::vectors_data() {
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("outcome");
    std::istringstream lines{content_of(fs::path{PENNYDROP_PROMPT_VECTORS} / "outcomes.txt")};
    for (std::string line; std::getline(lines, line);) {
        const auto space = line.find(' ');
        if (!line.starts_with('#')) {
            QTest::newRow(line.substr(0, space).c_str()) << line.substr(0, space) << line.substr(space + 1);
        }
    }
}

void TestPromptSetFile::vectors() {
    QFETCH(std::string, file);
    QFETCH(std::string, outcome);
    QCOMPARE(outcome_of(content_of(fs::path{PENNYDROP_PROMPT_VECTORS} / file)), outcome);
}

void TestPromptSetFile::every_vector_is_listed() {
    const std::string listed = content_of(fs::path{PENNYDROP_PROMPT_VECTORS} / "outcomes.txt");
    int files = 0;
    for (const auto& entry : fs::directory_iterator{PENNYDROP_PROMPT_VECTORS}) {
        const std::string name = entry.path().filename().string();
        QVERIFY2(name == "outcomes.txt" || listed.contains("\n" + name + " "), name.c_str());
        ++files;
    }
    QVERIFY(files > 40);
}

void TestPromptSetFile::what_a_good_file_says() {
    const auto read = read_prompt_set(content_of(fs::path{PENNYDROP_PROMPT_VECTORS} / "good.json"));
    QVERIFY(read.has_value());
    const PromptSet& set = read->set;
    QVERIFY(is_sound(set) && set.id == "ward-round");
    QVERIFY(set.suits(EntryKind::kSetback) && !set.suits(EntryKind::kLightBulb) && set.suits(EntryKind::kBarrier));
    QCOMPARE(set.questions.size(), std::size_t{2});
    QCOMPARE(std::string{prompt_text_in(set.name, "cy")}, std::string{"Cylch"});
    QCOMPARE(std::string{prompt_text_in(set.name, "de")}, std::string{"Ward round"});
    QCOMPARE(std::string{prompt_text_in(set.questions[0].text, "en")}, std::string{"What happened?"});
    const std::vector<PromptText> only{{"cy", "Cylch"}};
    QCOMPARE(std::string{prompt_text_in(only, "en")}, std::string{"Cylch"});
    QVERIFY(prompt_text_in({}, "en").empty());
}

/// product.md: curious, at most 15 words, never who is at fault; the default of a kind has three questions at most.
void TestPromptSetFile::built_in_sets() {
    std::set<std::string> ids;
    for (const auto& entry : fs::directory_iterator{PENNYDROP_PROMPT_SETS}) {
        const std::string name = entry.path().filename().string();
        const auto read = read_prompt_set(content_of(entry.path()));
        QVERIFY2(read.has_value(), (name + ": " + outcome_of(content_of(entry.path()))).c_str());
        QVERIFY2(read->advice.empty(), name.c_str());
        QVERIFY2(is_built_in_prompt_id(read->set.id), name.c_str());
        QVERIFY2("pennydrop-" + entry.path().stem().string() == read->set.id, name.c_str());
        const bool is_default = read->set.kinds.size() == 1 && name != "excellence.json";
        QVERIFY2(!is_default || read->set.questions.size() <= 3, name.c_str());
        ids.insert(read->set.id);
    }
    QVERIFY((ids == std::set<std::string>{"pennydrop-setback", "pennydrop-light-bulb", "pennydrop-barrier",
                                          "pennydrop-what-so-what", "pennydrop-gibbs", "pennydrop-after-action",
                                          "pennydrop-excellence"}));
}

void TestPromptSetFile::is_written_and_read_back() {
    for (const char* folder : {PENNYDROP_PROMPT_VECTORS, PENNYDROP_PROMPT_SETS}) {
        for (const auto& entry : fs::directory_iterator{folder}) {
            if (const auto read = read_prompt_set(content_of(entry.path()))) {
                const auto again = read_prompt_set(write_prompt_set(read->set));
                QVERIFY2(again && again->set == read->set, entry.path().c_str());
            }
        }
    }
}

void TestPromptSetFile::every_cut_is_refused() {
    const std::string whole = content_of(fs::path{PENNYDROP_PROMPT_VECTORS} / "good.json");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = read_prompt_set(whole.substr(0, size));
        QVERIFY(!read && read.error().what == PromptFileFault::What::kNotJson && read.error().line > 0);
    }
}

QTEST_APPLESS_MAIN(TestPromptSetFile)
#include "tst_prompt_set_file.moc"
