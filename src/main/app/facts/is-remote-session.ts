/** Whether this screen is shown somewhere else: then a system prompt must be announced to whoever sits at the computer. */
export function isRemoteSession(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return /^rdp-/i.test(environment['SESSIONNAME'] ?? '');
  const names = ['SSH_CONNECTION', 'XRDP_SESSION', 'VNCDESKTOP', 'X2GO_SESSION'];
  return names.some((name) => (environment[name] ?? '') !== '') || /^[^:/]+:\d+/.test(environment['DISPLAY'] ?? '');
}
