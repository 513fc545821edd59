<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>BinWords</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n setbacks</source>
        <translation>
            <numerusform>%n setback</numerusform>
            <numerusform>%n setbacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n light bulbs</source>
        <translation>
            <numerusform>%n light bulb</numerusform>
            <numerusform>%n light bulbs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barriers</source>
        <translation>
            <numerusform>%n barrier</numerusform>
            <numerusform>%n barriers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorChips</name>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>%n files were not added before the journal was locked. They are still where they were, and what you wrote is safe. Add them again.</source>
        <translation>
            <numerusform>%n file was not added before the journal was locked. It is still where it was, and what you wrote is safe. Add it again.</numerusform>
            <numerusform>%n files were not added before the journal was locked. They are still where they were, and what you wrote is safe. Add them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message numerus="yes">
        <source>Try again in %n seconds</source>
        <translation>
            <numerusform>Try again in %n second</numerusform>
            <numerusform>Try again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairWords</name>
    <message numerus="yes">
        <source>%n entries were saved.</source>
        <translation>
            <numerusform>%n entry was saved.</numerusform>
            <numerusform>%n entries were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lost the end of their text, which is marked […].</source>
        <translation>
            <numerusform>%n of them lost the end of its text, which is marked […].</numerusform>
            <numerusform>%n of them lost the end of their text, which is marked […].</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n entries could not be saved.</source>
        <translation>
            <numerusform>At least %n entry could not be saved.</numerusform>
            <numerusform>At least %n entries could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n photos or files could not be saved.</source>
        <extracomment>Attachments of entries</extracomment>
        <translation>
            <numerusform>At least %n photo or file could not be saved.</numerusform>
            <numerusform>At least %n photos or files could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos or files are there by name, but a part of each is lost: they cannot be shown.</source>
        <extracomment>Attachments of entries, of which only a part could be read</extracomment>
        <translation>
            <numerusform>%n photo or file is there by name, but a part of it is lost: it cannot be shown.</numerusform>
            <numerusform>%n photos or files are there by name, but a part of each is lost: they cannot be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n notes on entries could not be saved.</source>
        <translation>
            <numerusform>At least %n note on an entry could not be saved.</numerusform>
            <numerusform>At least %n notes on entries could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n other things you wrote (decisions, meanings, tags) could not be saved.</source>
        <translation>
            <numerusform>At least %n other thing you wrote (a decision, a meaning, a tag) could not be saved.</numerusform>
            <numerusform>At least %n other things you wrote (decisions, meanings, tags) could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other texts lost their end, which is marked […].</source>
        <translation>
            <numerusform>%n other text lost its end, which is marked […].</numerusform>
            <numerusform>%n other texts lost their end, which is marked […].</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The drive did not deliver %n parts of the file. What stands there may not be lost: keep the damaged file, and try again with a copy of it on another drive.</source>
        <extracomment>Parts of the damaged file; nobody knows yet whether they are lost</extracomment>
        <translation>
            <numerusform>The drive did not deliver a part of the file. What stands there may not be lost: keep the damaged file, and try again with a copy of it on another drive.</numerusform>
            <numerusform>The drive did not deliver %n parts of the file. What stands there may not be lost: keep the damaged file, and try again with a copy of it on another drive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueScreen</name>
    <message numerus="yes">
        <source>Try again in %n seconds</source>
        <translation>
            <numerusform>Try again in %n second</numerusform>
            <numerusform>Try again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>On this day %n years ago</source>
        <translation>
            <numerusform>On this day %n year ago</numerusform>
            <numerusform>On this day %n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth another look</source>
        <translation>
            <numerusform>%n worth another look</numerusform>
            <numerusform>%n worth another look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more after this one</source>
        <translation>
            <numerusform>%n more after this one</numerusform>
            <numerusform>%n more after this one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarLine</name>
    <message numerus="yes">
        <source>Linked to %n entries</source>
        <translation>
            <numerusform>Linked to %n entry</numerusform>
            <numerusform>Linked to %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendCharts</name>
    <message numerus="yes">
        <source>%n more are in the table.</source>
        <extracomment>Below a chart of the commonest hurdles.</extracomment>
        <translation>
            <numerusform>%n more is in the table.</numerusform>
            <numerusform>%n more are in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendWords</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days of %1 have entries.</source>
        <extracomment>%1: the year</extracomment>
        <translation>
            <numerusform>%n day of %1 has entries.</numerusform>
            <numerusform>%n days of %1 have entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days of %1 have entries; %2 has more of them than any other month.</source>
        <extracomment>%1: the year, %2: the name of a month</extracomment>
        <translation>
            <numerusform>%n day of %1 has entries; %2 has more of them than any other month.</numerusform>
            <numerusform>%n days of %1 have entries; %2 has more of them than any other month.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n hurdles are named equally often.</source>
        <translation>
            <numerusform>The first %n hurdle is named equally often.</numerusform>
            <numerusform>The first %n hurdles are named equally often.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is named most often: in %2 of the %n setbacks and barriers that name a hurdle.</source>
        <extracomment>%1: a hurdle, %2: a number, %n: how many setbacks and barriers name any hurdle</extracomment>
        <translation>
            <numerusform>“%1” is named most often: in %2 of the %n setback or barrier that names a hurdle.</numerusform>
            <numerusform>“%1” is named most often: in %2 of the %n setbacks and barriers that name a hurdle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the %n setbacks of %1 may teach is open.</source>
        <extracomment>%1: the year</extracomment>
        <translation>
            <numerusform>What the %n setback of %1 may teach is open.</numerusform>
            <numerusform>What the %n setbacks of %1 may teach is open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4.</source>
        <extracomment>How the barriers of a year stand. %1: the year, %2 to %4: numbers</extracomment>
        <translation>
            <numerusform>%n barrier of %1 by how it stands: stuck %2, moving %3, cleared %4.</numerusform>
            <numerusform>%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4, not said %5.</source>
        <extracomment>How the barriers of a year stand. %1: the year, %2 to %5: numbers</extracomment>
        <translation>
            <numerusform>%n barrier of %1 by how it stands: stuck %2, moving %3, cleared %4, not said %5.</numerusform>
            <numerusform>%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4, not said %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least half of the %n that are cleared were cleared on the day they were named.</source>
        <translation>
            <numerusform>At least half of the %n that is cleared was cleared on the day it was named.</numerusform>
            <numerusform>At least half of the %n that are cleared were cleared on the day they were named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of the %n that are cleared took %1 or less from being named.</source>
        <extracomment>%1: &quot;12 days&quot;</extracomment>
        <translation>
            <numerusform>Half of the %n that is cleared took %1 or less from being named.</numerusform>
            <numerusform>Half of the %n that are cleared took %1 or less from being named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n setbacks of %1 have taught something.</source>
        <extracomment>%1: the year</extracomment>
        <translation>
            <numerusform>The one setback of %1 has taught something.</numerusform>
            <numerusform>All %n setbacks of %1 have taught something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of the %n setbacks of %1 has taught something.</source>
        <extracomment>%1: the year</extracomment>
        <translation>
            <numerusform>The one setback of %1 has taught something.</numerusform>
            <numerusform>One of the %n setbacks of %1 has taught something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %n setbacks of %2 have taught something.</source>
        <extracomment>%1: a number, %2: the year</extracomment>
        <translation>
            <numerusform>%1 of the one setback of %2 has taught something.</numerusform>
            <numerusform>%1 of the %n setbacks of %2 have taught something.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultReport</name>
    <message numerus="yes">
        <source>%n block(s) read.</source>
        <translation>
            <numerusform>%n block read.</numerusform>
            <numerusform>%n blocks read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) are damaged or missing.</source>
        <translation>
            <numerusform>%n block is damaged or missing.</numerusform>
            <numerusform>%n blocks are damaged or missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the structure of the database.</source>
        <translation>
            <numerusform>%n fault in the structure of the database.</numerusform>
            <numerusform>%n faults in the structure of the database.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the log are torn, as a power cut leaves them.</source>
        <translation>
            <numerusform>%n block of the log is torn, as a power cut leaves them.</numerusform>
            <numerusform>%n blocks of the log are torn, as a power cut leaves them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of the old file are damaged. It was left exactly as it is; keep it.</source>
        <translation>
            <numerusform>%n block of the old file is damaged. It was left exactly as it is; keep it.</numerusform>
            <numerusform>%n blocks of the old file are damaged. It was left exactly as it is; keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) must be added again.</source>
        <translation>
            <numerusform>%n device must be added again.</numerusform>
            <numerusform>%n devices must be added again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::AutoLockChoices</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::Backups</name>
    <message numerus="yes">
        <source>The backup is made and checked. %n backups are kept there.</source>
        <translation>
            <numerusform>The backup is made and checked. %n backup is kept there.</numerusform>
            <numerusform>The backup is made and checked. %n backups are kept there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %n days</source>
        <extracomment>How many backups are kept. The number is never 1.</extracomment>
        <translation>
            <numerusform>the last %n day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks before them</source>
        <extracomment>Follows “the last 7 days”: how many backups of earlier weeks are kept. The number is never 1.</extracomment>
        <translation>
            <numerusform>%n week before them</numerusform>
            <numerusform>%n weeks before them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::BarrierLife</name>
    <message numerus="yes">
        <source>Cleared after %n days</source>
        <comment>days from naming a barrier to clearing it</comment>
        <translation>
            <numerusform>Cleared after %n day</numerusform>
            <numerusform>Cleared after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::JournalCheck</name>
    <message numerus="yes">
        <source>%n parts of the journal&apos;s file are damaged.</source>
        <translation>
            <numerusform>%n part of the journal&apos;s file is damaged.</numerusform>
            <numerusform>%n parts of the journal&apos;s file are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::ReviewSpans</name>
    <message numerus="yes">
        <source>After %n weeks</source>
        <translation>
            <numerusform>After %n week</numerusform>
            <numerusform>After %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n days</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n years</source>
        <translation>
            <numerusform>After %n year</numerusform>
            <numerusform>After %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n months</source>
        <translation>
            <numerusform>After %n month</numerusform>
            <numerusform>After %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::SearchModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>number of entries found</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::Session</name>
    <message numerus="yes">
        <source>%n entries written while it was locked were added.</source>
        <translation>
            <numerusform>%n entry written while it was locked was added.</numerusform>
            <numerusform>%n entries written while it was locked were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces beside the journal&apos;s file could not be read. They are kept there.</source>
        <translation>
            <numerusform>%n piece beside the journal&apos;s file could not be read. It is kept there.</numerusform>
            <numerusform>%n pieces beside the journal&apos;s file could not be read. They are kept there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::SettingsGroups</name>
    <message numerus="yes">
        <source>Locks after %n minutes</source>
        <translation>
            <numerusform>Locks after %n minute</numerusform>
            <numerusform>Locks after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennydrop::app::TagsModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>that carry a tag</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tag has at least one letter or digit, and at most %n characters.</source>
        <translation>
            <numerusform>A tag has at least one letter or digit, and at most %n character.</numerusform>
            <numerusform>A tag has at least one letter or digit, and at most %n characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
