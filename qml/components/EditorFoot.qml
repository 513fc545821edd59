// SPDX-License-Identifier: Apache-2.0
// The quiet chips below the text, and the question when one is wanted.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property bool asking
    // Room for the text comes before a question nobody asked for.
    required property bool roomy
    signal askingWanted(bool asking)
    signal fieldWanted
    signal fileWanted

    // One thing is asked at a time.
    readonly property bool asks: prompt.visible || blame.visible

    spacing: Theme.space2

    PromptBar {
        id: prompt

        width: parent.width
        visible: root.asking && App.editor.prompt !== ""
        onTaken: {
            App.editor.takePrompt();
            root.askingWanted(false);
            root.fieldWanted();
        }
        onCloseAsked: {
            root.askingWanted(false);
            root.fieldWanted();
        }
    }

    BlameBar {
        id: blame

        width: parent.width
        visible: root.roomy && App.blame.question !== "" && !(root.asking && App.editor.prompt !== "")
        onAnswered: {
            App.blame.answer();
            root.fieldWanted();
        }
        onDismissed: {
            App.blame.dismiss();
            root.fieldWanted();
        }
    }

    EditorChips {
        x: -Theme.focusGap
        width: parent.width + Theme.focusGap * 2
        offersQuestion: !root.asking && App.editor.prompt !== ""
        onThemeWanted: themeSheet.open()
        onLevelWanted: levelSheet.open()
        onTagsWanted: tagSheet.open()
        onWhenWanted: whenSheet.open()
        onMoreWanted: detailsSheet.open()
        onFileWanted: root.fileWanted()
        onQuestionWanted: root.askingWanted(true)
    }

    ThemeSheet {
        id: themeSheet

        objectName: "themeSheet"
        kind: App.editor.kind
        themeCode: App.editor.themeCode
        onChosen: code => {
            App.editor.themeCode = code;
            themeSheet.close();
        }
        onClosed: root.fieldWanted()
    }

    LevelSheet {
        id: levelSheet

        objectName: "levelSheet"
        level: App.editor.level
        onChosen: level => {
            App.editor.level = level;
            levelSheet.close();
        }
        onClosed: root.fieldWanted()
    }

    TagSheet {
        id: tagSheet

        objectName: "tagSheet"
        onClosed: root.fieldWanted()
    }

    DetailsSheet {
        id: detailsSheet

        objectName: "detailsSheet"
        onClosed: root.fieldWanted()
    }

    WhenSheet {
        id: whenSheet

        objectName: "whenSheet"
        when: App.editor.when
        onChosen: when => {
            App.editor.setWhen(when);
            whenSheet.close();
        }
        onClosed: root.fieldWanted()
    }
}
