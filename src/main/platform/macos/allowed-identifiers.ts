import { field, isDictionary, listIn, textIn } from './plist/fields';

/**
 * The bundle and team identifiers that a payload of device management allows or switches on: system and kernel extensions, access to
 * files, content filters, background items. Keys of the system-extension payload: C-APPLE-DM; the others are Apple's documented payloads.
 */
export function allowedIdentifiers(payload: unknown): readonly string[] {
  const lists = ['AllowedTeamIdentifiers'].flatMap((name) => listIn(payload, name));
  const byTeam = teamKeys.flatMap((name) => {
    const teams = field(payload, name);
    return isDictionary(teams)
      ? Object.entries(teams).flatMap(([team, ids]) => [team, ...(Array.isArray(ids) ? (ids as unknown[]) : [])])
      : [];
  });
  const filters = filterKeys.map((name) => textIn(payload, name));
  const services = field(payload, 'Services');
  const access = isDictionary(services)
    ? Object.values(services).flatMap((entries) => (Array.isArray(entries) ? entries.flatMap(accessOf) : []))
    : [];
  const rules = listIn(payload, 'Rules').map((rule) => textIn(rule, 'RuleValue'));
  const texts = [...lists, ...byTeam, ...filters, ...access, ...rules].filter(
    (id): id is string => typeof id === 'string' && id !== '' && id.length <= 1024,
  );
  return [...new Set(texts)];
}

/** An entry can also refuse. */
function accessOf(entry: unknown): readonly (string | null)[] {
  const isRefused = field(entry, 'Allowed') === false || textIn(entry, 'Authorization') === 'Deny';
  return isRefused ? [] : [textIn(entry, 'Identifier')];
}

const teamKeys = [
  'AllowedSystemExtensions',
  'RemovableSystemExtensions',
  'NonRemovableSystemExtensions',
  'NonRemovableFromUISystemExtensions',
  'AllowedKernelExtensions',
];

const filterKeys = ['FilterDataProviderBundleIdentifier', 'FilterPacketProviderBundleIdentifier', 'PluginBundleID'];
