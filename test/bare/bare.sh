#!/bin/bash
# Proves the set-up on a bare Debian 12: debootstrap's smallest system plus Node and nothing else, in a folder of its own
# with its own process and mount names. Run by hand, as root; needs debootstrap and the network.
#
#   test/bare/bare.sh                          # npm start, then npm start again without any network
#   test/bare/bare.sh 'npm test -- unit'       # any command, run in a copy of this checkout as root
#   BARE_USER=someone test/bare/bare.sh 'npm start'   # as an ordinary user
#
# The copy has no node_modules, no dist, no .cache and no .git. The exit code is the command's. Everything is removed at the
# end; the bare system itself is kept packed in ~/.cache/offramp (BARE_FRESH=1 makes it anew).
set -euo pipefail

command=${1:-'npm start && echo "--- and again, without a network" && unshare --net npm start'}
checkout=$(cd "$(dirname "$0")/../.." && pwd)
packed=${XDG_CACHE_HOME:-$HOME/.cache}/offramp/bare-bookworm.tar
[ "$(id -u)" = 0 ] || { echo "bare.sh: needs root" >&2; exit 2; }

work=$(mktemp -d /var/tmp/offramp-bare.XXXXXX)
# Mounts live in a name space that ends with the command, so only plain files are left here.
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root

if [ ! -f "$packed" ] || [ -n "${BARE_FRESH:-}" ]; then
  echo "bare.sh: making a bare Debian 12 (about a minute)"
  # The same places this computer takes its own packages from.
  sources=$(apt-get indextargets --format '$(CREATED_BY) $(REPO_URI) $(CODENAME) $(COMPONENT)' | awk '$1 == "Packages" && $3 ~ /^bookworm/ { print "deb " $2 " " $3 " " $4 }' | sort -u)
  main=$(awk '$3 == "bookworm" && $4 == "main" { print $2; exit }' <<< "$sources")
  [ -n "$main" ] || { echo "bare.sh: this computer's apt knows no Debian 12 (apt-get update first)" >&2; exit 2; }
  debootstrap --variant=minbase bookworm "$root" "$main" > "$work/debootstrap.log" || { tail -5 "$work/debootstrap.log" >&2; exit 1; }
  printf '%s\n' "$sources" > "$root/etc/apt/sources.list"
  mkdir -p "$(dirname "$packed")"
  tar -C "$root" -cf "$packed.new" . && mv "$packed.new" "$packed"
else
  mkdir "$root" && tar -C "$root" -xf "$packed"
fi

# The Node of this computer, with its npm.
install -D "$(readlink -f "$(command -v node)")" "$root/usr/local/bin/node"
npm_dir=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
mkdir -p "$root/usr/local/lib/node_modules" && cp -a "$npm_dir" "$root/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"

mkdir -p "$root/home/offramp"
tar -C "$checkout" --exclude=./node_modules --exclude=./dist --exclude=./.cache --exclude=./.git --exclude=./test-results -cf - . | tar -C "$root/home/offramp" -xf -
cp /etc/resolv.conf "$root/etc/resolv.conf"
grep -v '^#' /etc/hosts > "$root/etc/hosts" || true
variables=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb)
[ -n "${CI:-}" ] && variables+=("CI=$CI")
[ -n "${npm_config_registry:-}" ] && variables+=("npm_config_registry=$npm_config_registry")
# Where a network needs its own certificate authority, the bare system needs it too.
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f "$NODE_EXTRA_CA_CERTS" ]; then
  install -D -m 644 "$NODE_EXTRA_CA_CERTS" "$root/etc/ssl/extra-ca.pem"
  variables+=(NODE_EXTRA_CA_CERTS=/etc/ssl/extra-ca.pem)
fi

become=()
if [ -n "${BARE_USER:-}" ]; then
  chroot "$root" useradd --create-home "$BARE_USER"
  chroot "$root" chown -R "$BARE_USER" /home/offramp
  variables[0]=HOME=/home/$BARE_USER
  become=(setpriv --reuid "$BARE_USER" --regid "$BARE_USER" --clear-groups)
fi

# shellcheck disable=SC2016
unshare --mount --pid --fork --kill-child --propagation private bash -c '
  root=$1; shift
  mount -t proc proc "$root/proc"
  mount -t sysfs -o ro sysfs "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/dev/shm"
  exec chroot "$root" "$@"
' bare "$root" env -i "${variables[@]}" "${become[@]}" bash -c "cd /home/offramp && $command"
