@echo off
rem Starts Layerscope on a Java 25: JAVA_HOME, then java on the PATH, then the usual places.
rem A command (tree, diff, ...) starts a small, quick JVM without the toolkit; anything else opens the window.
setlocal EnableExtensions
set "LS_HOME=%~dp0.."
set "LS_JAVA="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined LS_JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if not defined LS_JAVA for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%USERPROFILE%\.jdks\*"
) do if not defined LS_JAVA call :try "%%~D"

if not defined LS_JAVA (
  echo layerscope: needs Java 25 or newer and found none ^(looked at JAVA_HOME, the PATH and the usual places^).>&2
  echo layerscope: install a JDK 25, for example Eclipse Temurin, or set JAVA_HOME to one.>&2
  exit /b 3
)

set "LS_SAMPLE="
if exist "%LS_HOME%\..\..\sample-workspace\workspace.yaml" set LS_SAMPLE="-Dlayerscope.sample=%LS_HOME%\..\..\sample-workspace"

set "LS_COMMAND="
for %%C in (tree diff matrix check render impact clone fetch new release promote move rename remove retarget undo push merge fix clones kustomize completion help -h --help -V --version) do if "%~1"=="%%C" set "LS_COMMAND=yes"

if defined LS_COMMAND (
  "%LS_JAVA%" -XX:+UseParallelGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -Xshare:auto -Djava.awt.headless=true %LAYERSCOPE_JAVA_OPTIONS% %LS_SAMPLE% -classpath "%LS_HOME%\lib\*" dev.layerscope.Main %*
) else (
  "%LS_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:+UseCompactObjectHeaders -XX:MaxNewSize=320m -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=128m -XX:ReservedCodeCacheSize=240m -Xshare:auto "--module-path=%LS_HOME%\lib\fx" --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics %LAYERSCOPE_JAVA_OPTIONS% %LS_SAMPLE% -classpath "%LS_HOME%\lib\*" dev.layerscope.Main %*
)
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=+-" %%N in ("%%~V") do if %%~N GEQ 25 set "LS_JAVA=%~1\bin\java.exe"
)
exit /b 0
