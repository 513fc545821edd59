// SPDX-License-Identifier: Apache-2.0
// Looking at a window as a person would: what can be seen, read, reached and heard in it.
// Threads: GUI thread.
#pragma once

#include <QList>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <QStringList>

namespace pennydrop::screens {

/// Whether the item can be seen: neither it nor what it lies in is hidden or transparent, and it has a size.
[[nodiscard]] bool is_seen(const QQuickItem& item);
/// Every item that can be seen, sheets and menus included, in drawing order.
[[nodiscard]] QList<QQuickItem*> seen_items(const QQuickWindow& window);
/// The first item of that objectName that can be seen, or nothing.
[[nodiscard]] QQuickItem* find_seen(const QQuickWindow& window, const QString& name);
/// The words of every text that can be seen.
[[nodiscard]] QStringList seen_texts(const QQuickWindow& window);
/// Every object below the window, seen or not, with a property whose text contains `needle`, as a description.
[[nodiscard]] QStringList holders_of(const QQuickWindow& window, const QString& needle);
/// Texts that are cut off: shortened where nothing shortens on purpose, larger than their room, or outside what they
/// lie in. The first lines of an entry in a list are shortened on purpose.
[[nodiscard]] QStringList cut_off_texts(const QQuickWindow& window);
/// Controls that can be seen and used.
[[nodiscard]] QList<QQuickItem*> usable_controls(const QQuickWindow& window);
/// Usable controls smaller than a finger.
[[nodiscard]] QStringList small_controls(const QQuickWindow& window);
/// Controls a screen reader has no name for. Needs an accessibility bridge, see hear().
[[nodiscard]] QStringList nameless_controls(const QQuickWindow& window);
/// Presses Tab until the keyboard comes round, and names the usable controls it did not reach, and the last one that it
/// did.
[[nodiscard]] QStringList missed_by_tab(QQuickWindow& window);
/// Switches the accessibility of the platform on, as a screen reader does. Before the window is made.
void hear();

/// Tells the program what the desktop does when another one comes to the front, or this one again.
void set_in_front(bool in_front);

}  // namespace pennydrop::screens
