; A vendor's product with an uninstaller of its own. As every NSIS uninstaller it copies itself elsewhere, starts the copy and returns 0 at
; once, whatever comes of it. What the copy does is told at the time by HKLM\SOFTWARE\Offramp laboratory, value "stand-in". There is no
; display here, so the uninstaller shows no window even when nobody told it to be quiet.
Unicode true
Target amd64-unicode
!include LogicLib.nsh
Name "${NAME}"
SilentUnInstall silent
OutFile "${OUT}"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\${NAME}"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
; Windows' own list of antivirus programs, in which an uninstaller takes its product back out.
!define LISTED "SOFTWARE\Microsoft\Security Center\Provider\Av\{0FF4A3B0-0000-4000-8000-00000000B4AF}"
Page instfiles
UninstPage instfiles
!ifdef SIGN
!uninstfinalize '${SIGN}'
!endif

Section
  SetRegView 64
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\program.txt" w
  FileWrite $0 "laboratory stand-in"
  FileClose $0
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${ENTRY}" DisplayName "${NAME}"
  WriteRegStr HKLM "${ENTRY}" Publisher "Laboratory"
  WriteRegStr HKLM "${ENTRY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${LISTED}" DISPLAYNAME "${NAME}"
  WriteRegStr HKLM "${LISTED}" PRODUCTEXE "$INSTDIR\uninstall.exe"
  WriteRegDWORD HKLM "${LISTED}" STATE 0x41000
SectionEnd

Section Uninstall
  SetRegView 64
  ReadRegStr $0 HKLM "SOFTWARE\Offramp laboratory" "stand-in"
  ${If} $0 == "fail"
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${If} $0 == "slow"
    Sleep 6000
  ${EndIf}
  ${If} $0 == "browser"
    ; As many do: asks how one liked it, in a program that stays open long after.
    Exec '"$PROGRAMFILES64\Browser\browser.exe" -e "setTimeout(()=>{},60000)"'
  ${EndIf}
  ${If} $0 == "restart"
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\program.txt", p 0, i 4)'
  ${Else}
    Delete "$INSTDIR\program.txt"
  ${EndIf}
  DeleteRegKey HKLM "${ENTRY}"
  DeleteRegKey HKLM "${LISTED}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
