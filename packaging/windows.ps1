# Makes target\package\Layerscope-VERSION.msi from target\package\image, on Windows with WiX 3 or newer on the PATH.
# Called by mvnw -q -Ppackage package, after src\build\java\Image.java, with JAVA_HOME and the version as its argument.
# LAYERSCOPE_DRY_RUN=1 prints the command instead.
param([Parameter(Mandatory = $true)][string] $Version)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if (-not $env:JAVA_HOME) { throw 'packaging: JAVA_HOME must name a JDK 25' }

$out = 'target\package'
$image = Join-Path $out 'image\Layerscope'

# The same number for every version: an installer takes the place of an older version, and settings and clones, which
# are the user's, stay.
$upgrade = '6f0f3c5e-58b0-4c0a-9b61-2f8f3e1f6a57'

# The command beside the window. It has the class path of the window's launcher, in its order.
function Write-Command {
  $classpath = (Get-Content (Join-Path $image 'app\Layerscope.cfg') |
    Where-Object { $_.StartsWith('app.classpath=') } |
    ForEach-Object { $_.Substring(14).Replace('$APPDIR', '%APP%') }) -join ';'
  (Get-Content -Raw 'packaging\windows\layerscope-cli.cmd').Replace('@CLASSPATH@', $classpath) |
    Set-Content -Encoding ascii (Join-Path $image 'layerscope-cli.cmd')
}

$arguments = @(
  '--type', 'msi', '--app-image', $image, '--name', 'Layerscope', '--app-version', ($Version -replace '-.*', ''),
  '--file-associations', 'packaging\association.properties', '--license-file', 'LICENSE', '--vendor', 'Layerscope',
  '--win-menu', '--win-menu-group', 'Development', '--win-shortcut-prompt', '--win-dir-chooser',
  '--win-per-user-install', '--win-upgrade-uuid', $upgrade, '--dest', $out)
if ($env:LAYERSCOPE_DRY_RUN) {
  "$env:JAVA_HOME\bin\jpackage $arguments"
  return
}
Write-Command
& "$env:JAVA_HOME\bin\jpackage.exe" @arguments
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Remove-Item -Recurse -Force (Join-Path $out 'image')
