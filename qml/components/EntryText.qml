// SPDX-License-Identifier: Apache-2.0
// The words of an entry as they were written; a line that begins with "## ", such as a question that was taken, is a
// heading. Everything else is plain: what a person types is never read as markup.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property string text
    // A heading with its mark, or lines of running text that belong together.
    readonly property list<string> blocks: {
        const found = [];
        let lines = [];
        const flush = () => {
            const words = lines.join("\n").replace(/^\n+|\s+$/g, "");
            if (words !== "") {
                found.push(words);
            }
            lines = [];
        };
        for (const line of root.text.split("\n")) {
            if (line.startsWith("## ")) {
                flush();
                found.push(line);
            } else {
                lines.push(line);
            }
        }
        flush();
        return found;
    }

    spacing: Theme.space2

    Repeater {
        model: root.blocks

        EntryBlock {}
    }
}
