import { ok, type Answer } from '../../core/machine/answer';
import type { BuiltInProtection } from '../../core/machine/condition-shapes';
import type { MacTools } from './mac-tools';
import { textIn } from './plist/fields';
import { readPlist } from './plist/read-plist';
import { readPath } from './read-path';

/** XProtect and Gatekeeper, as far as their files tell. */
export const readBuiltInProtection = async (tools: MacTools): Promise<Answer<BuiltInProtection[]>> =>
  ok([...(await xprotect(tools)), await gatekeeper(tools)]);

/** That its data is there says what it would find and not that it runs (C-OSQ, one source, seen 2026-11-23). */
async function xprotect(tools: MacTools): Promise<readonly BuiltInProtection[]> {
  const info = `${bundle}/Contents/Info.plist`;
  const [plist, facts] = await Promise.all([readPlist(tools, info), readPath(tools, info)]);
  if (plist.status !== 'ok' || facts.status !== 'ok') return [];
  const version = textIn(plist.value, 'CFBundleShortVersionString') ?? 'unknown';
  return [
    {
      name: 'XProtect',
      state: 'unknown',
      offByPolicy: false,
      definitionsDate: facts.value.modifiedAt,
      seenBy: `${bundle}, version ${version}`,
    },
  ];
}

const bundle = '/Library/Apple/System/Library/CoreServices/XProtect.bundle';

/** It is on unless a file says otherwise, and the newer place speaks before the older one (C-OSQ, one source, seen 2026-11-23). */
async function gatekeeper(tools: MacTools): Promise<BuiltInProtection> {
  const told = (state: BuiltInProtection['state'], seenBy: string): BuiltInProtection => ({
    name: 'Gatekeeper',
    state,
    offByPolicy: false,
    definitionsDate: null,
    seenBy,
  });
  for (const path of settings) {
    const plist = await readPlist(tools, path);
    if (plist.status === 'absent') continue;
    const enabled = plist.status === 'ok' ? textIn(plist.value, 'enabled') : null;
    return told(enabled === 'yes' ? 'on' : enabled === 'no' ? 'off' : 'unknown', path);
  }
  return told('on', 'no file that switches it off');
}

const settings = [
  '/private/var/db/SystemPolicyConfiguration/SystemPolicy-prefs.plist',
  '/private/var/db/SystemPolicy-prefs.plist',
];
