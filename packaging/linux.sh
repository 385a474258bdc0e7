#!/usr/bin/env bash
# Makes the packages for Linux from target/package/image: a .deb, an .rpm where rpmbuild is installed, and a .tar.gz.
# Called by ./mvnw -q -Ppackage package, after src/build/java/Image.java, with the version as its argument.
# LAYERSCOPE_PACKAGES="deb rpm tar" chooses; COMPRESSION=1 makes larger packages in a quarter of the time, and
# COMPRESSION=none makes them at once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1:?usage: packaging/linux.sh VERSION}
out=$PWD/target/package
image=$out/image/layerscope-window
root=$out/root
wanted=${LAYERSCOPE_PACKAGES:-deb rpm tar}
compression=${COMPRESSION:-6}
machine=$(uname -m)

[ -d "$image" ] || { echo "packaging: no $image: run ./mvnw -q -Ppackage package" >&2; exit 1; }
has() { command -v "$1" >/dev/null; }

# --- the tree as it is installed: the package owns every file and runs no script of ours ---------------------------

mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
  "$root/usr/share/doc/layerscope" "$root/usr/share/bash-completion/completions"
mv "$image" "$root/opt/layerscope"

# The command has the class path of the window's launcher, in its order: the archive of classes asks for that.
# shellcheck disable=SC2016
classpath=$(sed -n 's|^app.classpath=$APPDIR|$lib/app|p' "$root/opt/layerscope/lib/app/layerscope-window.cfg" | paste -sd:)
sed "s|@CLASSPATH@|$classpath|" packaging/linux/layerscope >"$root/opt/layerscope/bin/layerscope"
chmod 755 "$root/opt/layerscope/bin/layerscope"

ln -s /opt/layerscope/bin/layerscope "$root/usr/bin/layerscope"
install -m 644 packaging/linux/layerscope.desktop "$root/usr/share/applications/layerscope.desktop"
install -m 644 packaging/linux/layerscope.xml "$root/usr/share/mime/packages/layerscope.xml"
for picture in icons/layerscope-*.png; do
  size=${picture##*-}
  size=${size%.png}
  install -D -m 644 "$picture" "$root/usr/share/icons/hicolor/${size}x${size}/apps/layerscope.png"
done
install -D -m 644 icons/layerscope.svg "$root/usr/share/icons/hicolor/scalable/apps/layerscope.svg"
install -m 644 LICENSE "$root/usr/share/doc/layerscope/copyright"
install -m 644 NOTICE CHANGELOG.md "$root/usr/share/doc/layerscope/"
"$root/opt/layerscope/bin/layerscope" completion >"$root/usr/share/bash-completion/completions/layerscope"
chmod -R u+rwX,go+rX,go-w "$root"

# --- deb -----------------------------------------------------------------------------------------------------------

deb() {
  has dpkg-deb || { echo "packaging: no .deb: dpkg-deb is missing" >&2; return 0; }
  local architecture debian_version=${version/-SNAPSHOT/~snapshot}
  architecture=$(dpkg --print-architecture)
  mkdir -p "$root/DEBIAN"
  sed -e "s/@VERSION@/$debian_version/" -e "s/@ARCHITECTURE@/$architecture/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" packaging/linux/control >"$root/DEBIAN/control"
  local squeezed=(-Zxz -z"$compression")
  [ "$compression" != none ] || squeezed=(-Znone)
  dpkg-deb --root-owner-group "${squeezed[@]}" --build "$root" \
    "$out/layerscope_${debian_version}_${architecture}.deb" >/dev/null
  rm -rf "$root/DEBIAN"
}

# --- rpm -----------------------------------------------------------------------------------------------------------

rpm() {
  has rpmbuild || { echo "packaging: no .rpm: rpmbuild is missing" >&2; return 0; }
  local payload=w$compression.xzdio
  [ "$compression" != none ] || payload=w0.ufdio
  sed -e "s/@VERSION@/${version/-SNAPSHOT/~snapshot}/" packaging/linux/layerscope.spec >"$out/layerscope.spec"
  rpmbuild -bb --quiet --define "_topdir $out/rpm" --define "_rpmdir $out" --define "tree $root" \
    --define "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
    --define "_binary_payload $payload" --target "$machine" "$out/layerscope.spec"
  rm -rf "$out/rpm" "$out/layerscope.spec"
}

# --- tar: unpack anywhere, start bin/layerscope ---------------------------------------------------------------------

tarball() {
  local name=layerscope-$version portable=$out/portable
  mkdir -p "$portable"
  cp -al "$root/opt/layerscope" "$portable/$name"
  mkdir -p "$portable/$name/share"
  cp -a "$root/usr/share/applications" "$root/usr/share/icons" "$root/usr/share/mime" "$root/usr/share/doc/layerscope" \
    "$root/usr/share/bash-completion" "$portable/$name/share/"
  tar --sort=name --owner=0 --group=0 --numeric-owner -C "$portable" -cf - "$name" \
    | gzip -n -"${compression/none/1}" >"$out/layerscope-$version-linux-$machine.tar.gz"
  rm -rf "$portable"
}

for kind in $wanted; do
  case $kind in
    deb) deb ;;
    rpm) rpm ;;
    tar) tarball ;;
    *) echo "packaging: no such package: $kind" >&2; exit 2 ;;
  esac
done
rm -rf "$out/image"
find "$out" -maxdepth 1 -type f \( -name '*.deb' -o -name '*.rpm' -o -name '*.gz' \) -printf '%k KB %f\n' >&2
