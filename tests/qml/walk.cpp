// SPDX-License-Identifier: Apache-2.0
#include "walk.h"

#include <QAccessible>
#include <QMetaProperty>
#include <QSet>
#include <QTest>

#include <QtGui/private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>
#include <qpa/qwindowsysteminterface.h>

#include <functional>
#include <limits>

namespace pennydrop::screens {
namespace {

constexpr qreal kTolerance = 1.5;  // rounding to whole pixels
constexpr int kTouchSize = 48;
constexpr int kMostTabStops = 200;

/// Words that can be selected and not changed: no field, though Qt takes them for one.
bool is_selectable_text(const QQuickItem& item) {
    return item.inherits("QQuickTextEdit") && item.property("words").isValid();
}

bool is_text(const QQuickItem& item) {
    return item.inherits("QQuickText") || is_selectable_text(item);
}

bool is_field(const QQuickItem& item) {
    return item.inherits("QQuickTextInput") || (item.inherits("QQuickTextEdit") && !is_selectable_text(item));
}

/// What a person sees: rich text has markup in it, and says its words beside.
QString text_of(const QQuickItem& item) {
    return item.property(is_selectable_text(item) ? "words" : "text").toString();
}

bool is_control(const QQuickItem& item) {
    return is_field(item) || item.inherits("QQuickAbstractButton") || item.inherits("QQuickSlider") ||
           item.inherits("QQuickComboBox");
}

/// Whether the arrow keys lead to a row from another one of its list, or from the list itself, that is in `reached`.
bool is_row_of(const QSet<const QQuickItem*>& reached, const QQuickItem& item) {
    if (!item.inherits("QQuickItemDelegate") || item.parentItem() == nullptr) {
        return false;
    }
    for (const QQuickItem* const sibling : item.parentItem()->childItems()) {
        if (sibling->inherits("QQuickItemDelegate") && reached.contains(sibling)) {
            return true;
        }
    }
    for (const QQuickItem* outer = item.parentItem(); outer != nullptr; outer = outer->parentItem()) {
        if (outer->inherits("QQuickItemView")) {
            return reached.contains(outer);
        }
    }
    return false;
}

QString words_of(const QQuickItem& item) {
    return text_of(item).simplified().left(48);
}

QString describe(const QQuickItem& item) {
    QString text = QString::fromLatin1(item.metaObject()->className()).section(QStringLiteral("_QML"), 0, 0);
    if (!item.objectName().isEmpty()) {
        text += u' ' + item.objectName();
    }
    const QString words = words_of(item);
    return words.isEmpty() ? text : text + QStringLiteral(" \"%1\"").arg(words);
}

void visit(QQuickItem& item, const std::function<bool(QQuickItem&)>& enter) {
    if (!enter(item)) {
        return;
    }
    for (QQuickItem* const child : item.childItems()) {
        visit(*child, enter);
    }
}

bool scrolls_sideways(const QQuickItem& item) {
    return item.inherits("QQuickFlickable") && item.property("contentWidth").toReal() > item.width() + kTolerance;
}

bool scrolls_down(const QQuickItem& item) {
    return item.inherits("QQuickFlickable") && item.property("contentHeight").toReal() > item.height() + kTolerance;
}

/// What is wrong with the place of `text` in what it lies in; empty when nothing is.
QString sticks_out(const QQuickItem& text, const QQuickWindow& window) {
    bool sideways = false;
    bool down = false;
    for (const QQuickItem* outer = text.parentItem(); outer != nullptr; outer = outer->parentItem()) {
        const bool holds = outer->clip() || outer->inherits("QQuickControl") || outer->inherits("QQuickRectangle") ||
                           outer == window.contentItem();
        const QRectF place = text.mapRectToItem(outer, QRectF(0, 0, text.width(), text.height()));
        sideways = sideways || scrolls_sideways(*outer);
        down = down || scrolls_down(*outer);
        if (holds && outer->width() > 0 && outer->height() > 0) {
            if (!sideways && (place.left() < -kTolerance || place.right() > outer->width() + kTolerance)) {
                return QStringLiteral("is wider than %1").arg(describe(*outer));
            }
            if (!down && (place.top() < -kTolerance || place.bottom() > outer->height() + kTolerance)) {
                return QStringLiteral("is higher than %1").arg(describe(*outer));
            }
        }
    }
    return {};
}

QString cut_off(const QQuickItem& text, const QQuickWindow& window) {
    const int lines = text.property("maximumLineCount").toInt();
    const bool first_lines = lines > 1 && lines < std::numeric_limits<int>::max();
    if (text.property("truncated").toBool() && !first_lines) {
        return QStringLiteral("is shortened");
    }
    if (text.property("contentWidth").toReal() > text.width() + kTolerance) {
        return QStringLiteral("is wider than its room");
    }
    if (text.property("contentHeight").toReal() > text.height() + kTolerance) {
        return QStringLiteral("is higher than its room");
    }
    return sticks_out(text, window);
}

}  // namespace

bool is_seen(const QQuickItem& item) {
    if (!item.isVisible() || item.width() <= 0 || item.height() <= 0) {
        return false;
    }
    for (const QQuickItem* outer = &item; outer != nullptr; outer = outer->parentItem()) {
        if (outer->opacity() <= 0) {
            return false;
        }
    }
    return true;
}

QList<QQuickItem*> seen_items(const QQuickWindow& window) {
    QList<QQuickItem*> items;
    visit(*window.contentItem(), [&items](QQuickItem& item) {
        if (!item.isVisible() || item.opacity() <= 0) {
            return false;
        }
        if (item.width() > 0 && item.height() > 0) {
            items += &item;
        }
        return true;
    });
    return items;
}

QQuickItem* find_seen(const QQuickWindow& window, const QString& name) {
    for (QQuickItem* const item : seen_items(window)) {
        if (item->objectName() == name) {
            return item;
        }
    }
    return nullptr;
}

QStringList seen_texts(const QQuickWindow& window) {
    QStringList texts;
    for (const QQuickItem* const item : seen_items(window)) {
        if ((is_text(*item) || is_field(*item)) && !text_of(*item).isEmpty()) {
            texts += text_of(*item);
        }
    }
    return texts;
}

QStringList holders_of(const QQuickWindow& window, const QString& needle) {
    QStringList holders;
    QSet<const QObject*> known;
    const std::function<void(const QObject&)> look = [&](const QObject& object) {
        if (known.contains(&object)) {
            return;
        }
        known.insert(&object);
        const QMetaObject& meta = *object.metaObject();
        for (int i = 0; i < meta.propertyCount(); ++i) {
            const QMetaProperty property = meta.property(i);
            if (property.metaType() == QMetaType::fromType<QString>() &&
                property.read(&object).toString().contains(needle)) {
                holders += QStringLiteral("%1.%2").arg(QLatin1String(meta.className()), QLatin1String(property.name()));
            }
        }
        for (const QObject* const child : object.children()) {
            look(*child);
        }
        if (const auto* const item = qobject_cast<const QQuickItem*>(&object)) {
            for (const QQuickItem* const child : item->childItems()) {
                look(*child);
            }
        }
    };
    look(window);
    look(*window.contentItem());
    return holders;
}

QStringList cut_off_texts(const QQuickWindow& window) {
    QStringList found;
    for (const QQuickItem* const item : seen_items(window)) {
        if (!is_text(*item) || words_of(*item).isEmpty()) {
            continue;
        }
        const QString fault = cut_off(*item, window);
        if (!fault.isEmpty()) {
            found += describe(*item) + u' ' + fault;
        }
    }
    return found;
}

QList<QQuickItem*> usable_controls(const QQuickWindow& window) {
    QList<QQuickItem*> controls;
    for (QQuickItem* const item : seen_items(window)) {
        if (item->isEnabled() && is_control(*item)) {
            controls += item;
        }
    }
    return controls;
}

QStringList small_controls(const QQuickWindow& window) {
    QStringList small;
    for (const QQuickItem* const item : usable_controls(window)) {
        if (item->width() < kTouchSize - kTolerance || item->height() < kTouchSize - kTolerance) {
            small += QStringLiteral("%1: %2 x %3").arg(describe(*item)).arg(item->width()).arg(item->height());
        }
    }
    return small;
}

QStringList nameless_controls(const QQuickWindow& window) {
    QStringList nameless;
    for (QQuickItem* const item : usable_controls(window)) {
        QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(item);
        const bool hidden_words = item->inherits("QQuickTextInput") && item->property("echoMode").toInt() != 0;
        if (heard == nullptr) {
            nameless += describe(*item);
            continue;
        }
        QString name = heard->text(QAccessible::Name);
        if (hidden_words && name.isEmpty() && heard->parent() != nullptr) {
            // Qt 6.4 keeps back the name of a field whose words are hidden; the group round it has one.
            name = heard->parent()->text(QAccessible::Name);
        }
        if (name.trimmed().isEmpty()) {
            nameless += describe(*item);
        }
    }
    return nameless;
}

namespace {

/// The uppermost sheet or menu that keeps the keyboard to itself; nothing when none is open.
const QQuickItem* modal_item(const QQuickWindow& window) {
    const QQuickItem* top = nullptr;
    for (const QQuickItem* const item : seen_items(window)) {
        if (item->inherits("QQuickPopupItem") && item->parent() != nullptr &&
            item->parent()->property("modal").toBool()) {
            top = item;
        }
    }
    return top;
}

}  // namespace

QStringList missed_by_tab(QQuickWindow& window) {
    const QQuickItem* const first = window.activeFocusItem();
    QSet<const QQuickItem*> reached;
    for (int i = 0; i < kMostTabStops; ++i) {
        const QQuickItem* const before = window.activeFocusItem();
        for (const QQuickItem* item = before; item != nullptr; item = item->parentItem()) {
            reached.insert(item);  // an editable box has the keyboard by the field in it
        }
        QTest::keyClick(&window, Qt::Key_Tab);
        const QQuickItem* const now = window.activeFocusItem();
        if (now == first || now == before) {
            break;
        }
    }
    QStringList missed;
    const QQuickItem* const modal = modal_item(window);
    for (const QQuickItem* const item : usable_controls(window)) {
        const bool behind = modal != nullptr && !modal->isAncestorOf(item);
        if (!behind && !reached.contains(item) && !is_row_of(reached, *item)) {
            missed += describe(*item);
        }
    }
    if (!missed.isEmpty()) {
        missed += QStringLiteral("the last was %1")
                      .arg(window.activeFocusItem() == nullptr ? QStringLiteral("nothing")
                                                               : describe(*window.activeFocusItem()));
    }
    return missed;
}

void hear() {
    if (auto* const accessibility = QGuiApplicationPrivate::platformIntegration()->accessibility()) {
        accessibility->setActive(true);
    }
}

void set_in_front(bool in_front) {
    QWindowSystemInterface::handleApplicationStateChanged<QWindowSystemInterface::SynchronousDelivery>(
        in_front ? Qt::ApplicationActive : Qt::ApplicationInactive);
}

}  // namespace pennydrop::screens
