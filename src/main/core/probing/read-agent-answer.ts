/** The server a management agent reports to, from `klnagchk` (C-COLLECT, C-GIST-MAC, seen 2026-11-23), or null when it names none. */
export function readAgentAnswer(text: string): { readonly managedBy: string | null } {
  const line =
    /^[ \t]*(?:Server address|Адрес сервера(?: администрирования)?)[ \t]*[:=][ \t]*['"]?([^'"\r\n]+?)['"]?[ \t]*$/imu.exec(
      text,
    );
  const server = line?.[1]?.trim() ?? '';
  return { managedBy: server === '' || /^(n\/?a|none|-)$/i.test(server) ? null : server };
}
