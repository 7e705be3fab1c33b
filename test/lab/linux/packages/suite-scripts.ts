import { reloadUnits } from './removal';
import type { SuiteProduct } from './suite';
import { settingsFile, unitFile } from './suite-files';
import { dottedVersion, payloadFolder } from './versions';

/**
 * Makes the run-time tree. [?] Who creates `/opt/kaspersky/<product>` and `/usr/bin/<product>-control` on a real computer, and whether
 * as links, is not known: here the former is a copy and the latter a link. The unit is rewritten at every start and so belongs to no
 * package (C-NIX1, seen 2026-11-23).
 */
export function postinstScript(product: SuiteProduct, version: string, setUp: boolean): string {
  if (!setUp) return '#!/bin/sh\nexit 0\n';
  const tree = `${dottedVersion(version)}_${treeSuffix}`;
  return `#!/bin/sh
set -e
[ "$1" = configure ] || exit 0
umask 022
data=/var/opt/kaspersky/${product}
rm -rf "$data/${tree}"
cp -a "$data/${payloadFolder(version)}" "$data/${tree}"
ln -sfn ${tree} "$data/install-current"
mkdir -p /opt/kaspersky/${product} /var/log/kaspersky/${product} "$data/common/dumps" "$data/common/updates"
mkdir -p -m 700 "$data/private" "$data/private/storage"
cp -a "$data/${tree}/opt/kaspersky/${product}/." /opt/kaspersky/${product}/
ln -sfn /opt/kaspersky/${product}/bin/${product}-control /usr/bin/${product}-control
cat > "$data/common/${product}.ini" <<'END'
${settingsFile(product)}END
printf 'EULA=accepted\\nPrivacyPolicy=accepted\\nKSN=refused\\n' > "$data/common/agreements.ini"
printf 'SQLite format 3\\000laboratory stand-in, no events' > "$data/private/storage/events.db"
echo 'laboratory stand-in: started' > /var/log/kaspersky/${product}/${product}.log
mkdir -p ${units}/multi-user.target.wants
cat > ${units}/${product}.service <<'END'
${unitFile(product)}END
ln -sfn ${units}/${product}.service ${units}/multi-user.target.wants/${product}.service
${reloadUnits}`;
}

/**
 * On removal the program goes, on purge the data too. With `leavesBehind` the data, the logs, the documents and the unit with its
 * link stay for ever, as dpkg does with everything made at run time. [?] What the real `postrm` clears is not known.
 */
export function postrmScript(product: SuiteProduct, leavesBehind: boolean): string {
  const programs = `/opt/kaspersky/${product}/bin /opt/kaspersky/${product}/libexec /usr/bin/${product}-control`;
  const unit = `${units}/${product}.service ${units}/multi-user.target.wants/${product}.service`;
  const onRemove = leavesBehind ? `rm -rf ${programs}` : `rm -rf ${programs} /opt/kaspersky/${product} ${unit}`;
  const onPurge = leavesBehind ? ':' : `rm -rf /var/opt/kaspersky/${product} /var/log/kaspersky/${product}`;
  return `#!/bin/sh
set -e
case "$1" in
  remove) ${onRemove} ;;
  purge) ${onPurge} ;;
esac
for parent in /opt/kaspersky /var/opt/kaspersky /var/log/kaspersky; do
  rmdir "$parent" 2>/dev/null || true
done
${reloadUnits}exit 0
`;
}

/** [?] The form of the suffix in `<a.b.c.d>_<suffix>` is not known; a number in the form of a time is assumed. */
const treeSuffix = '1767225600';

const units = '/etc/systemd/system';
