// SPDX-License-Identifier: Apache-2.0
#include "navigation.h"

#include <QMetaEnum>

#include "settings_groups.h"

namespace pennydrop::app {
namespace {

/// The tags lie behind the search and the settings, the bin and the questions behind the settings.
bool lies_behind(int place) {
    return place == Places::Tags || place == Places::Bin || place == Places::Questions;
}

bool is_group(int place) {
    return SettingsGroups::indexOf(place) >= 0;
}

bool is_place(int place) {
    return QMetaEnum::fromType<Places::Place>().valueToKey(place) != nullptr;
}

}  // namespace

int Navigation::top() const {
    const int place = lies_behind(place_) ? came_from_ : place_;
    return is_group(place) ? Places::Settings : place;
}

void Navigation::set_roomy(bool roomy) {
    if (roomy == roomy_) {
        return;
    }
    roomy_ = roomy;
    emit roomyChanged();
    if (const int place = opened(place_); place != place_) {
        place_ = place;
        emit moved();
    }
}

void Navigation::go(int place) {
    if (!is_place(place)) {
        return;
    }
    // Again to where one is, or from one such place to another, the way back stays what it was.
    if (lies_behind(place) && !lies_behind(place_)) {
        came_from_ = place_;
    }
    move(opened(place));
}

int Navigation::backPlace() const {
    if (lies_behind(place_)) {
        return came_from_;
    }
    return is_group(place_) && !roomy_ ? Places::Settings : Places::Journal;
}

void Navigation::toList() {
    if (!is_paned()) {
        move(Places::Journal);
    }
}

bool Navigation::isPaned(int place) {
    return place == Places::Journal || place == Places::Search || place == Places::Calendar;
}

int Navigation::opened(int place) const {
    if (place != Places::Settings || !roomy_) {
        return place;
    }
    // The group where one was, or the first.
    const int last = lies_behind(place_) ? came_from_ : place_;
    return is_group(last) ? last : SettingsGroups::first();
}

void Navigation::move(int place) {
    before_ = place_;
    place_ = place;
    emit moved();
}

}  // namespace pennydrop::app
