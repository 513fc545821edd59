// SPDX-License-Identifier: Apache-2.0
#include "journals.h"

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "journal/journal.h"
#include "journal/sample_journal.h"
#include "journal/sample_life.h"
#include "secret_text.h"

namespace pennydrop::screens {
namespace {

using namespace std::chrono_literals;

struct Template {
    QString path;
    QString recovery_code;
};

EntryContent entry(EntryKind kind, std::string text, std::chrono::microseconds ago, std::optional<Theme> theme = {},
                   std::optional<SystemLevel> level = {}) {
    const LocalTime now = FixedClock{}.now();
    return {.kind = kind,
            .text = std::move(text),
            .occurred = {Timestamp{now.at.micros - ago.count()}, now.offset},
            .theme = theme,
            .level = level};
}

std::vector<EntryContent> few() {
    return {
        entry(EntryKind::kLightBulb, "A drawing of who calls whom took ten minutes and ended an argument of two years.",
              24h * 400, Theme::from_code("whole-system")),
        entry(EntryKind::kSetback, "Three people visited the same family in one morning.", 24h * 70),
        entry(EntryKind::kBarrier, "Sign-off for a hand rail took nine days and four emails.", 24h * 3,
              Theme::from_code("procedure"), level_from_number(3)),
        entry(EntryKind::kLightBulb,
              "She asked what a good week looks like before she opened the form.\nThe rest was easier.", 31h,
              Theme::from_code("users-first")),
        entry(EntryKind::kSetback, "The bed was ready and nobody had told the ward.", 3h),
        entry(EntryKind::kSetback,
              "The handover sheet was for another ward, and nobody noticed until the marmalade round.\n\n## What "
              "surprised "
              "you?\n\nThat the names were nearly the same.",
              25min, Theme::from_code("unclear"), level_from_number(2)),
    };
}

EntryContent tagged(EntryContent content, std::vector<std::string> tags) {
    content.tags = std::move(tags);
    return content;
}

/// A decision that is due, a setback of last week, a barrier of last month, a light bulb of this day last year.
std::vector<EntryContent> worth_another_look() {
    return {
        entry(EntryKind::kLightBulb, "A drawing of who calls whom ended an argument of two years.", 24h * 365,
              Theme::from_code("whole-system")),
        tagged(entry(EntryKind::kBarrier, "Sign-off for a hand rail took nine days and four emails.", 24h * 33,
                     Theme::from_code("procedure"), level_from_number(3)),
               {"procurement", "visits"}),
        tagged(entry(EntryKind::kSetback, "The interpreter was booked for another day.", 24h * 8,
                     Theme::from_code("unclear")),
               {"visits"}),
        entry(EntryKind::kSetback, "Two lists, and both of them were right.", 24h * 2),
    };
}

bool decide(Journal& journal, const LocalTime& now) {
    const auto newest = journal.entries().page(std::nullopt, 1);
    const CivilDate yesterday{std::chrono::sys_days{now.date()} - std::chrono::days{1}};
    const LocalTime then{Timestamp{now.at.micros - std::chrono::microseconds{48h}.count()}, now.offset};
    return newest &&
           journal.decisions()
               .add(newest->front().id,
                    {.what = "One list for both teams", .until = yesterday, .how_we_know = "nobody asks which list"},
                    then)
               .has_value();
}

Template make(Contents contents, const QString& path) {
    auto created = Vault::create(path.toStdString(), app::secret_from(passphrase()), VaultOptions{});
    if (!created) {
        qFatal("a journal cannot be made at %s", qPrintable(path));
    }
    const SecretBytes code = created->recovery_code.written();
    const QString written =
        QString::fromLatin1(reinterpret_cast<const char*>(code.data()), static_cast<qsizetype>(code.size()));
    auto journal = Journal::open(std::move(created->vault));
    const FixedClock clock;
    std::vector<EntryContent> entries;
    if (contents == Contents::kFew) {
        entries = few();
    } else if (contents == Contents::kMany) {
        entries = sample_entries({.seed = 11, .count = 160, .end = clock.now(), .days = 500});
    } else if (contents == Contents::kReview) {
        entries = worth_another_look();
    }
    if (!journal || !(*journal)->add_all(entries, clock.now().at) || !(*journal)->set_recovery_confirmed()) {
        qFatal("a journal at %s cannot be filled", qPrintable(path));
    }
    if (contents == Contents::kLived &&
        !fill_sample_journal(**journal, {.seed = 11, .count = 160, .end = clock.now(), .days = 500})) {
        qFatal("nobody lived in %s", qPrintable(path));
    }
    if (contents == Contents::kReview && !decide(**journal, clock.now())) {
        qFatal("nothing could be decided in %s", qPrintable(path));
    }
    return {path, written};
}

const Template& made(Contents contents) {
    static const QTemporaryDir folder;
    static std::map<Contents, Template> templates;
    const auto found = templates.find(contents);
    if (found != templates.end()) {
        return found->second;
    }
    const QString path = folder.filePath(QStringLiteral("%1.pennydrop").arg(static_cast<int>(contents)));
    return templates.emplace(contents, make(contents, path)).first->second;
}

}  // namespace

QString passphrase() {
    return QStringLiteral("otter lantern seven quilt");
}

QString recovery_code(Contents contents) {
    return made(contents).recovery_code;
}

void copy_journal(Contents contents, const QString& path) {
    if (contents == Contents::kNothing) {
        return;
    }
    if (contents == Contents::kForeign) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(8192, 'x')) != 8192) {
            qFatal("a file cannot be written at %s", qPrintable(path));
        }
        return;
    }
    if (!QFile::copy(made(contents).path, path)) {
        qFatal("a journal cannot be copied to %s", qPrintable(path));
    }
}

}  // namespace pennydrop::screens
