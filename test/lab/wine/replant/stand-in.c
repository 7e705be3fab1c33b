// One program in the place of every program a recording names. Asked something, it says what lies in the file of its own name and
// `.says`; started by the service manager, it is a service until it is stopped; else it is there until somebody ends it.
#include <windows.h>

static SERVICE_STATUS_HANDLE status;
static HANDLE stopping;

static void tell(DWORD state) {
  SERVICE_STATUS now = {SERVICE_WIN32_OWN_PROCESS, state, SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN, 0, 0, 0, 0};
  SetServiceStatus(status, &now);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context) {
  if (code == SERVICE_CONTROL_STOP || code == SERVICE_CONTROL_SHUTDOWN) SetEvent(stopping);
  return NO_ERROR;
}

static void WINAPI serve(DWORD count, WCHAR **words) {
  status = RegisterServiceCtrlHandlerExW(L"", control, NULL);
  tell(SERVICE_RUNNING);
  WaitForSingleObject(stopping, INFINITE);
  tell(SERVICE_STOPPED);
}

static BOOL answered(void) {
  static WCHAR path[2048];
  static char text[4096];
  DWORD length = GetModuleFileNameW(NULL, path, 2000), done;
  lstrcpyW(path + length, L".says");
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return FALSE;
  while (ReadFile(file, text, sizeof text, &length, NULL) && length > 0)
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, length, &done, NULL);
  return TRUE;
}

void start(void) {
  SERVICE_TABLE_ENTRYW table[] = {{L"", serve}, {NULL, NULL}};
  if (answered()) ExitProcess(0);
  stopping = CreateEventW(NULL, TRUE, FALSE, NULL);
  if (!StartServiceCtrlDispatcherW(table)) Sleep(INFINITE);
  ExitProcess(0);
}
