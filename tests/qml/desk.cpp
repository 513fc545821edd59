// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

#include "walk.h"

namespace pennydrop::screens {
namespace {

Contents contents(Desk::Journal journal) {
    switch (journal) {
        case Desk::NoJournal:
            return Contents::kNothing;
        case Desk::FewEntries:
            return Contents::kFew;
        case Desk::ManyEntries:
            return Contents::kMany;
        case Desk::ForeignFile:
            return Contents::kForeign;
        case Desk::ReviewDue:
            return Contents::kReview;
        case Desk::LivedEntries:
            return Contents::kLived;
        case Desk::EmptyJournal:
            break;
    }
    return Contents::kEmpty;
}

}  // namespace

bool Desk::begin(Journal journal, int width, int height) {
    const bool begun = stage_.begin(contents(journal), {width, height});
    emit changed();
    return begun;
}

bool Desk::open(Journal journal, int width, int height) {
    if (!begin(journal, width, height) || !stage_.unlock()) {
        return false;
    }
    stage_.settle();
    return true;
}

void Desk::setDiskFull(bool full) const {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = full ? 1 : limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

bool Desk::restart() {
    const bool begun = stage_.restart();
    emit changed();
    return begun;
}

void Desk::end() {
    stage_.end();
    emit changed();
}

QString Desk::picture() {
    stage_.settle();
    const QImage shown = stage_.window()->grabWindow();
    const auto bytes = QByteArrayView(shown.constBits(), shown.sizeInBytes());
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void Desk::setInFront(bool in_front) {
    screens::set_in_front(in_front);
}

void Desk::hear() {
    screens::hear();
}

QString Desk::recoveryCode(Journal journal) const {
    return recovery_code(contents(journal));
}

void Desk::replaceFile(Journal journal) const {
    QFile::remove(stage_.journal_path());
    copy_journal(contents(journal), stage_.journal_path());
}

void Desk::damageFile() const {
    constexpr qint64 kInFirstPage = 2 * 4096 + 1000;
    QFile file(stage_.journal_path());
    if (file.open(QIODevice::ReadWrite) && file.seek(kInFirstPage)) {
        const QByteArray byte = file.peek(1);
        file.write(QByteArray(1, static_cast<char>(byte.at(0) ^ 1)));
    }
}

QQuickItem* Desk::find(const QString& name) const {
    return window() == nullptr ? nullptr : find_seen(*window(), name);
}

QQuickItem* Desk::findWords(const QString& words) const {
    const auto controls = usable_controls(*window());
    const auto found = std::ranges::find_if(controls.rbegin(), controls.rend(), [&words](const QQuickItem* item) {
        return item->property("text").toString() == words;
    });
    return found == controls.rend() ? nullptr : *found;
}

QQuickItem* Desk::focusItem() const {
    return window() == nullptr ? nullptr : window()->activeFocusItem();
}

QString Desk::focusName() const {
    for (const QQuickItem* item = focusItem(); item != nullptr; item = item->parentItem()) {
        if (!item->objectName().isEmpty()) {
            return item->objectName();
        }
    }
    return {};
}

bool Desk::shows(const QString& words) const {
    const QStringList all = texts();
    return std::ranges::any_of(all, [&words](const QString& text) { return text.contains(words); });
}

QStringList Desk::texts() const {
    return window() == nullptr ? QStringList() : seen_texts(*window());
}

QStringList Desk::holders(const QString& words) const {
    return holders_of(*window(), words);
}

QStringList Desk::cutOffTexts() const {
    return cut_off_texts(*window());
}

QStringList Desk::smallControls() const {
    return small_controls(*window());
}

QStringList Desk::namelessControls() const {
    return nameless_controls(*window());
}

QStringList Desk::missedByTab() const {
    return missed_by_tab(*window());
}

QString Desk::heardName(const QString& name) const {
    QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(find(name));
    return heard == nullptr ? QString() : heard->text(QAccessible::Name);
}

QString Desk::heardDescription(const QString& name) const {
    QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(find(name));
    return heard == nullptr ? QString() : heard->text(QAccessible::Description);
}

bool Desk::heardSelected(const QString& name) const {
    QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(find(name));
    return heard != nullptr && heard->state().selectable && heard->state().selected;
}

bool Desk::heardChecked(const QString& name) const {
    QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(find(name));
    return heard != nullptr && heard->state().checkable && heard->state().checked;
}

bool Desk::ticked(const QString& name) const {
    const QQuickItem* const owner = find(name);
    const auto items = seen_items(*window());
    return owner != nullptr && std::ranges::any_of(items, [owner](const QQuickItem* item) {
               return item->property("icon").toString() == QLatin1String("check") && owner->isAncestorOf(item);
           });
}

QStringList Desk::rows(QAbstractItemModel* model, const QString& role) const {
    QStringList values;
    const int number = model->roleNames().key(role.toLatin1(), -1);
    for (int row = 0; row < model->rowCount(); ++row) {
        values += model->index(row, 0).data(number).toString();
    }
    return values;
}

}  // namespace pennydrop::screens
