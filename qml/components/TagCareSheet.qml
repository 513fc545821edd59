// SPDX-License-Identifier: Apache-2.0
// One tag: another name, one made of two, none any more.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    property double tagId: 0

    function show(tagId: double, name: string, entries: int) {
        root.tagId = tagId;
        App.tags.forgetTwin();
        App.tagName.begin(tagId, name);
        (contentItem as TagCareForm).begin(entries);
        root.open();
    }

    onOpened: (contentItem as TagCareForm).enter()
    onAboutToHide: {
        App.tagName.close();
        App.tags.forgetTwin();
    }

    Connections {
        target: App.tags

        function onDone() {
            root.close();
        }
    }

    contentItem: TagCareForm {
        onRenamed: name => App.tags.rename(root.tagId, name)
        onMerged: App.tags.merge(root.tagId)
        onRemoved: App.tags.remove(root.tagId)
        onCloseAsked: root.close()
    }
}
