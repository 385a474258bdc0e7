#!/usr/bin/env bash
# Makes target/package/Layerscope-VERSION.dmg from target/package/image, on a Mac.
# Called by ./mvnw -q -Ppackage package, after src/build/java/Image.java, with JAVA_HOME and the version as its argument.
# LAYERSCOPE_DRY_RUN=1 prints the commands instead, anywhere. MAC_SIGN names a Developer ID to sign with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1:?usage: packaging/mac.sh VERSION}
: "${JAVA_HOME:?must name a JDK 25}"
out=target/package
image=$out/image/Layerscope.app
app=$image/Contents/app

run() { if [ -n "${LAYERSCOPE_DRY_RUN:-}" ]; then printf '%q ' "$@"; echo; else "$@"; fi; }

# The command beside the window: inside the bundle, for a link from the PATH.
command_line() {
  # shellcheck disable=SC2016
  classpath=$(sed -n 's|^app.classpath=$APPDIR|$app|p' "$app/Layerscope.cfg" | paste -sd: -)
  sed "s|@CLASSPATH@|$classpath|" packaging/mac/layerscope >"$image/Contents/MacOS/layerscope"
  chmod 755 "$image/Contents/MacOS/layerscope"
}

# macOS wants whole numbers and a first one above zero in a bundle's version.
bundle_version=${version%%-*}
case $bundle_version in
  0.*) bundle_version=1.${bundle_version#*.} ;;
esac

signing=()
[ -z "${MAC_SIGN:-}" ] || signing=(--mac-sign --mac-signing-key-user-name "$MAC_SIGN")

run command_line
run "$JAVA_HOME/bin/jpackage" --type dmg --app-image "$image" --name Layerscope --app-version "$bundle_version" \
  --file-associations packaging/association.properties --license-file LICENSE \
  --mac-package-identifier dev.layerscope --dest "$out" ${signing[@]+"${signing[@]}"}
run rm -rf "$out/image"
