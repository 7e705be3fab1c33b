import { ok, type Answer } from '../../core/machine/answer';
import type { DeviceProfile } from '../../core/machine/software-shapes';
import { allowedIdentifiers } from './allowed-identifiers';
import { errorCode } from './answer-for-error';
import { entriesIn } from './entries-in';
import { inBatches } from './in-batches';
import type { MacTools } from './mac-tools';
import { listIn, textIn, type Dictionary } from './plist/fields';
import { readPlist } from './plist/read-plist';
import { walkPath } from './walk-path';

/**
 * What a firm's device management set here: the settings that are in force, for everybody and for one person, and its profiles where we may
 * read them. `denied` only when neither could be read.
 */
export async function readDeviceProfiles(tools: MacTools): Promise<Answer<DeviceProfile[]>> {
  const people = await entriesIn(tools, preferences);
  const folders = [
    preferences,
    ...(people.status === 'ok'
      ? people.value.filter((entry) => entry.isDirectory()).map(({ name }) => `${preferences}/${name}`)
      : []),
    settings,
  ];
  const answers = await Promise.all(folders.map((folder) => profilesIn(tools, folder)));
  const found = answers.flatMap((answer) => (answer.status === 'ok' ? answer.value : []));
  const refused = answers.find(({ status }) => status !== 'ok' && status !== 'absent');
  // Without the settings in force there is nothing that would have told of a profile we may not read.
  return refused !== undefined && refused.status !== 'ok' && people.status !== 'ok' ? refused : ok(found);
}

const preferences = '/Library/Managed Preferences';
const settings = '/private/var/db/ConfigurationProfiles/Settings';

async function profilesIn(tools: MacTools, folder: string): Promise<Answer<readonly DeviceProfile[]>> {
  const entries = await entriesIn(tools, folder);
  if (entries.status !== 'ok') return entries;
  const names = entries.value
    .filter((entry) => entry.isFile() && entry.name.endsWith('.plist'))
    .map(({ name }) => name);
  const profiles = await inBatches(names, async (name): Promise<readonly DeviceProfile[]> => {
    const path = `${folder}/${name}`;
    if (!(await isSystems(tools, path))) return [];
    const plist = await readPlist(tools, path);
    return plist.status === 'ok' ? [profileFrom(plist.value, name.slice(0, -'.plist'.length))] : [];
  });
  return ok(profiles.flat());
}

/** A settings file is named after its payload; a profile holds a list of payloads. */
function profileFrom(plist: Dictionary, file: string): DeviceProfile {
  const payloads = listIn(plist, 'PayloadContent');
  const types = payloads.flatMap((payload) => textIn(payload, 'PayloadType') ?? []);
  return {
    id: textIn(plist, 'PayloadIdentifier') ?? file,
    name: textIn(plist, 'PayloadDisplayName') ?? file,
    organization: textIn(plist, 'PayloadOrganization'),
    payloadTypes: payloads.length === 0 ? [file] : [...new Set(types)],
    allows: [...new Set([plist, ...payloads].flatMap(allowedIdentifiers))],
  };
}

/** What others may write to is nobody's device management. */
async function isSystems(tools: MacTools, path: string): Promise<boolean> {
  try {
    return (await walkPath(tools, path, 'follow-last')).ownedBySystem;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}
