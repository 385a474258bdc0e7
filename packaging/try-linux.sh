#!/usr/bin/env bash
# Tries the Debian package as somebody who has nothing: installs an older one with apt into a fresh Debian without Java,
# Maven or git, and this one over it; starts the window there on a virtual screen, takes its picture, runs commands,
# renders a chart, and removes it.
# Needs root, mmdebstrap and the package in target/package; leaves its pictures and figures in target/package/tried.
set -euo pipefail
# What is mounted here is mounted for this run alone, and what is started here ends with it.
[ -n "${LAYERSCOPE_TRYING:-}" ] \
  || exec env LAYERSCOPE_TRYING=1 unshare --mount --pid --fork --kill-child bash "${BASH_SOURCE[0]}" "$@"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

deb=$(ls target/package/layerscope_*.deb)
tried=$PWD/target/package/tried
suite=${SUITE:-bookworm}
work=$(mktemp -d)
root=$work/root
mkdir -p "$tried"

say() { printf '%s try: %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/ada LANG=C.UTF-8 "$@"; }
as_ada() { inside runuser -u ada -- "$@"; }

# Only what lies on the disk under the folder made above: never what is mounted there.
cleanup() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT

# --- install -------------------------------------------------------------------------------------------------------

# The same package under an older number, with a file that this one has no more.
dpkg-deb -R "$deb" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
echo old >"$work/older/opt/layerscope/lib/app/of-the-older-version"
dpkg-deb -Znone --root-owner-group --build "$work/older" "$work/older.deb" >/dev/null
rm -rf "$work/older"

say "a fresh $suite"
# The machine's own way to its mirror.
apt-config dump | grep '^Acquire::' >"$work/apt.conf" || true
sources=/etc/apt/sources.list.d/debian.sources
[ -f "$sources" ] || sources=/etc/apt/sources.list
# shellcheck disable=SC2016
mmdebstrap --quiet --variant=apt --aptopt="$work/apt.conf" --include=xvfb,x11-utils,imagemagick,ca-certificates \
  --customize-hook="mkdir -p \"\$1/packages\" && cp '$deb' \"\$1/packages/layerscope.deb\" && cp '$work/older.deb' \"\$1/packages/older.deb\"" \
  --customize-hook='chroot "$1" apt-get install -y -qq --no-install-recommends /packages/older.deb >/dev/null' \
  --customize-hook='chroot "$1" useradd -m ada' \
  "$suite" "$root" "${MIRROR:-$sources}" >"$tried/mmdebstrap.log" 2>&1 \
  || { tail -20 "$tried/mmdebstrap.log"; fail "apt-get install"; }
mount -t proc proc "$root/proc"
inside sh -c '! command -v java && ! command -v mvn && ! command -v git' || fail "the root is not clean"

# --- the newer one over the older ------------------------------------------------------------------------------------

sample=/opt/layerscope/lib/app/sample-workspace
as_ada layerscope tree "$sample" >"$tried/tree-of-the-older.txt" || fail "layerscope tree, of the older package"
as_ada sh -c 'mkdir -p ~/.config/layerscope && echo theme=DARK >~/.config/layerscope/window.properties'
clones() { as_ada sh -c 'cd ~/.local/share/layerscope && find . -name "*.git" -type d | sort'; }
clones >"$work/clones-before.txt"
[ -s "$work/clones-before.txt" ] || fail "no clones after layerscope tree"
inside apt-get install -y -qq --no-install-recommends /packages/layerscope.deb >"$tried/upgrade.log" 2>&1 \
  || { tail -20 "$tried/upgrade.log"; fail "apt-get install over the older package"; }
[ ! -e "$root/opt/layerscope/lib/app/of-the-older-version" ] || fail "a file of the older package is left"
clones | cmp - "$work/clones-before.txt" || fail "the clones are not what they were"
grep -q theme=DARK "$root/home/ada/.config/layerscope/window.properties" || fail "the settings are not what they were"
say "installed over an older one: settings and $(wc -l <"$work/clones-before.txt") clones stay"
say "installed: $(du -sm "$root/opt/layerscope" | cut -f1) MB from $(du -m "$deb" | cut -f1) MB"

# --- the command line ----------------------------------------------------------------------------------------------

as_ada layerscope --version || fail "layerscope --version"
as_ada layerscope tree "$sample" >"$tried/tree.txt" || fail "layerscope tree"
say "tree: $(wc -l <"$tried/tree.txt") lines"

figure() { # NAME COMMAND...: median of five, in milliseconds
  local name=$1 start times=()
  shift
  for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || fail "$name"
    times+=($((($(date +%s%N) - start) / 1000000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | sed -n 3p
}
with=$(figure tree as_ada layerscope tree "$sample")
without=$(figure tree as_ada env LAYERSCOPE_JAVA_OPTIONS=-XX:AOTMode=off layerscope tree "$sample")
say "tree, clones present: $with ms; without the archive of classes $without ms"
as_ada env LAYERSCOPE_JAVA_OPTIONS=-Xlog:class+load layerscope tree "$sample" >"$work/classes.txt"
grep -q 'org.eclipse.jgit.lib.Repository source: shared objects file' "$work/classes.txt" \
  || fail "the archive of classes is not used"
say "classes from the archive: $(grep -c 'source: shared objects file' "$work/classes.txt") of $(grep -c ' source: ' "$work/classes.txt")"

# --- a chart -------------------------------------------------------------------------------------------------------

chart_workspace() {
  local at=$root/home/ada/charted
  mkdir -p "$at/repository/deps/templates"
  printf 'apiVersion: v2\nname: deps\nversion: 1.0.0\n' >"$at/repository/deps/Chart.yaml"
  cat >"$at/repository/deps/templates/child.yaml" <<'CHILD'
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ .Release.Name | upper | lower | printf "child-of-%s" }}
spec:
  project: default
  source: {repoURL: "https://git.example.com/elsewhere.git", path: ., targetRevision: main}
  destination: {server: "https://kubernetes.default.svc", namespace: shop}
CHILD
  git -C "$at/repository" init -q -b main && git -C "$at/repository" add . \
    && git -C "$at/repository" -c user.name=ci -c user.email=ci@example.com commit -q -m chart
  cat >"$at/root.yaml" <<'ROOT'
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: charted, namespace: argocd}
spec:
  project: default
  source: {repoURL: "https://git.example.com/charts.git", path: deps, targetRevision: main}
  destination: {server: "https://kubernetes.default.svc", namespace: argocd}
ROOT
  cat >"$at/workspace.yaml" <<'WORKSPACE'
name: charted
repositories: [{url: "https://git.example.com/charts.git", remote: /home/ada/charted/repository}]
roots: [{name: charted, manifest: root.yaml}]
WORKSPACE
  inside chown -R ada /home/ada/charted
}
chart_workspace
as_ada layerscope tree /home/ada/charted >"$tried/chart.txt" || fail "layerscope tree on a chart"
grep -q child-of-charted "$tried/chart.txt" || { cat "$tried/chart.txt"; fail "no chart rendered"; }
say "a chart is rendered"

# --- the window ----------------------------------------------------------------------------------------------------

# Starts the installed window and prints: milliseconds to the first frame, milliseconds to the hierarchy.
window() { # PICTURE or nothing; JAVA OPTIONS
  # shellcheck disable=SC2016
  inside sh -c '
    runuser -u ada -- Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>/tmp/display >/dev/null 2>&1 &
    xvfb=$!
    while [ ! -s /tmp/display ]; do sleep 0.05; done
    display=:$(cat /tmp/display)
    rm -f /tmp/ready /tmp/first
    start=$(date +%s%N)
    DISPLAY=$display LAYERSCOPE_READY_FILE=/tmp/ready _JAVA_OPTIONS="$2" runuser -u ada --preserve-environment -- layerscope >/tmp/window.log 2>&1 &
    app=$!
    first=
    for i in $(seq 1200); do
      if [ -z "$first" ] && grep -qs "first frame" /tmp/ready; then first=$(date +%s%N); fi
      grep -qs "hierarchy shown" /tmp/ready && break
      kill -0 $app 2>/dev/null || { cat /tmp/window.log >&2; exit 1; }
      sleep 0.02
    done
    shown=$(date +%s%N)
    [ -n "$first" ] || first=$shown
    echo $(((first - start) / 1000000)) $(((shown - start) / 1000000))
    if [ -n "$1" ]; then sleep 2; DISPLAY=$display import -window root "$1"; fi
    pkill -u ada -f layerscope-window
    wait $app 2>/dev/null
    kill $xvfb
    rm -f /tmp/display
    [ "$shown" != "" ]' window "$1" "${2:-}"
}
rounds() { # NAME OPTIONS
  for _ in 1 2 3 4 5; do window "" "$1" || fail "the window"; done
}
median() { awk -v c="$1" '{print $c}' | sort -n | sed -n 3p; }
window /tmp/window.png "" >"$work/first.txt" || fail "the window does not open"
cp "$root/tmp/window.png" "$tried/window.png"
colours=$(identify -format '%k' "$tried/window.png")
[ "$colours" -gt 300 ] || fail "the picture is all but empty"
say "picture $tried/window.png: $colours colours"
rounds "" >"$work/with.txt"
rounds "-XX:AOTMode=off" >"$work/without.txt"
say "window: first frame $(median 1 <"$work/with.txt") ms, hierarchy $(median 2 <"$work/with.txt") ms;" \
  "without the archive $(median 1 <"$work/without.txt") and $(median 2 <"$work/without.txt") ms"

# --- remove --------------------------------------------------------------------------------------------------------

inside apt-get remove -y -qq layerscope >/dev/null 2>&1 || fail "apt-get remove"
left=$(find "$root" -xdev -iname '*layerscope*' -not -path "$root/home/*" -not -path "$root/proc/*" -not -path "$root/packages/*" \
  -not -path "$root/var/log/*" -not -path "$root/tmp/*" | head)
[ -z "$left" ] || fail "left behind: $left"
[ -d "$root/home/ada/.config/layerscope" ] || [ -d "$root/home/ada/.local/share/layerscope" ] \
  || fail "the user's data went with the package"
say "removed; what the user has stays"
