#!/usr/bin/env bash
# Makes the Debian package from target/dist: target/package/layerscope_VERSION_ARCH.deb with a Java runtime of its own.
# Called by ./mvnw -q -Ppackage package with JAVA_HOME set to the JDK 25 and the version as its argument.
# DEB_COMPRESSION=1 makes a larger package in a quarter of the time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1:?usage: packaging/linux.sh VERSION}
debian_version=${version/-SNAPSHOT/~snapshot}
: "${JAVA_HOME:?must name a JDK 25}"
dist=target/dist
out=target/package
input=$out/input
image=$out/image/layerscope
root=$out/root

for tool in jpackage jlink jdeps; do
  [ -x "$JAVA_HOME/bin/$tool" ] || { echo "packaging: no $tool in $JAVA_HOME" >&2; exit 1; }
done
command -v dpkg-deb >/dev/null || { echo "packaging: dpkg-deb is missing: a .deb is made on Debian or Ubuntu" >&2; exit 1; }
[ -f "$dist/lib/layerscope.jar" ] || { echo "packaging: no $dist: run ./mvnw -q -DskipTests package first" >&2; exit 1; }

rm -rf "$out"
mkdir -p "$input"
cp "$dist"/lib/*.jar "$input"
if [ -d sample-workspace ]; then
  cp -R sample-workspace "$input/"
fi

# What the classes name, and what they only ask for at run time: providers of elliptic curves (ssh, https), the tables
# of languages, JMX (which class data and diagnostics want).
named=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps \
  --module-path "$dist/lib/fx:$input" "$input"/*.jar 2>/dev/null | tail -1)
case $named in
  java.base*) ;;
  *) echo "packaging: jdeps: $named" >&2; exit 1 ;;
esac
asked=javafx.controls,javafx.fxml,java.logging,java.management,java.naming,java.security.jgss,java.net.http,jdk.crypto.ec,jdk.localedata,jdk.unsupported,jdk.zipfs,jdk.jcmd
modules=$(tr ',' '\n' <<<"$named,$asked" | sort -u | grep . | paste -sd, -)
echo "packaging: modules $modules" >&2

# zip-0: the runtime's own file is not compressed, so that the package, which is, gets smaller.
# Without --strip-native-commands the runtime keeps bin/java, which commands and workers are started with.
"$JAVA_HOME/bin/jpackage" --type app-image --name layerscope --app-version "${version%%-*}" \
  --input "$input" --main-jar layerscope.jar --main-class dev.layerscope.Main \
  --module-path "$dist/lib/fx" --add-modules "$modules" \
  --java-options --enable-native-access=javafx.graphics \
  --java-options '-Dlayerscope.sample=$APPDIR/sample-workspace' \
  --jlink-options "--strip-debug --no-man-pages --no-header-files --compress=zip-0" \
  --icon icons/layerscope-512.png --dest "$out/image"

# The tree as it is installed. The package owns every file and runs no script.
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/doc/layerscope" "$root/DEBIAN"
mv "$image" "$root/opt/layerscope"
install -m 755 packaging/linux/layerscope "$root/opt/layerscope/lib/layerscope"
ln -s /opt/layerscope/lib/layerscope "$root/usr/bin/layerscope"
install -m 644 packaging/linux/layerscope.desktop "$root/usr/share/applications/layerscope.desktop"
for picture in icons/layerscope-*.png; do
  size=${picture##*-}
  size=${size%.png}
  install -D -m 644 "$picture" "$root/usr/share/icons/hicolor/${size}x${size}/apps/layerscope.png"
done
install -D -m 644 icons/layerscope.svg "$root/usr/share/icons/hicolor/scalable/apps/layerscope.svg"
install -m 644 LICENSE "$root/usr/share/doc/layerscope/copyright"

chmod -R u+rwX,go+rX,go-w "$root"
architecture=$(dpkg --print-architecture)
size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
sed -e "s/@VERSION@/$debian_version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
  packaging/linux/control >"$root/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz -z"${DEB_COMPRESSION:-6}" --build "$root" "$out/layerscope_${debian_version}_${architecture}.deb" >/dev/null
rm -rf "$input" "$out/image"
ls -l "$out"/*.deb >&2
