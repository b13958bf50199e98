<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Admin</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong:</source>
        <translation>
            <numerusform>%n thing is wrong:</numerusform>
            <numerusform>%n things are wrong:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message numerus="yes">
        <source>%n calls in 7 days</source>
        <translation>
            <numerusform>%n call in 7 days</numerusform>
            <numerusform>%n calls in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>%n late promise</numerusform>
            <numerusform>%n late promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible customers</source>
        <translation>
            <numerusform>%n possible customer</numerusform>
            <numerusform>%n possible customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallStrips</name>
    <message numerus="yes">
        <source>And %n more calls; Ctrl+J goes round</source>
        <translation>
            <numerusform>And %n more call; Ctrl+J goes round</numerusform>
            <numerusform>And %n more calls; Ctrl+J goes round</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>%n late promise</numerusform>
            <numerusform>%n late promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due</source>
        <translation>
            <numerusform>%n promise due</numerusform>
            <numerusform>%n promises due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n days</source>
        <translation>
            <numerusform>late %n day</numerusform>
            <numerusform>late %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n h</source>
        <translation>
            <numerusform>late %n h</numerusform>
            <numerusform>late %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n min</source>
        <translation>
            <numerusform>late %n min</numerusform>
            <numerusform>late %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Needs attention: %n</source>
        <translation>
            <numerusform>Needs attention: %n</numerusform>
            <numerusform>Need attention: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message numerus="yes">
        <source>%n changes could not be brought back.</source>
        <translation>
            <numerusform>%n change could not be brought back.</numerusform>
            <numerusform>%n changes could not be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n changes are being sent; then you are signed out.</source>
        <translation>
            <numerusform>%n change is being sent; then you are signed out.</numerusform>
            <numerusform>%n changes are being sent; then you are signed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not at the store yet. They stay on this computer and go when you sign in here again.</source>
        <translation>
            <numerusform>%n change is not at the store yet. It stays on this computer and goes when you sign in here again.</numerusform>
            <numerusform>%n changes are not at the store yet. They stay on this computer and go when you sign in here again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes need a person.</source>
        <translation>
            <numerusform>%n change needs a person.</numerusform>
            <numerusform>%n changes need a person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
