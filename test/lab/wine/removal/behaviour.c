/*
 * What a stand-in's uninstaller does instead of just removing: a custom action of the package, told at the moment of the removal by
 * the value HKLM\SOFTWARE\Offramp laboratory\<product code> (32-bit view, because a 32-bit package asks).
 */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>

static void wished(MSIHANDLE install, WCHAR *into, DWORD bytes) {
  WCHAR code[64] = L"";
  DWORD length = 64;
  into[0] = 0;
  MsiGetPropertyW(install, L"ProductCode", code, &length);
  HKEY key;
  if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Offramp laboratory", 0, KEY_READ | KEY_WOW64_64KEY, &key)) return;
  if (RegQueryValueExW(key, code, NULL, NULL, (BYTE *)into, &bytes)) into[0] = 0;
  RegCloseKey(key);
}

__declspec(dllexport) UINT __stdcall Behave(MSIHANDLE install) {
  WCHAR wish[64], password[64] = L"";
  DWORD length = 64;
  wished(install, wish, sizeof wish);
  if (!lstrcmpW(wish, L"fail")) return ERROR_INSTALL_FAILURE;
  if (!lstrcmpW(wish, L"cancel")) return ERROR_INSTALL_USEREXIT;
  if (!lstrcmpW(wish, L"password")) {
    MsiGetPropertyW(install, L"KLPASSWD", password, &length);
    if (lstrcmpW(password, L"right words")) return ERROR_INSTALL_FAILURE;
  }
  if (!lstrcmpW(wish, L"slow")) Sleep(8000);
  if (!lstrcmpW(wish, L"restart")) MsiSetMode(install, MSIRUNMODE_REBOOTATEND, TRUE);
  return ERROR_SUCCESS;
}
