@echo off
rem The command line: layerscope-cli tree WORKSPACE. The window is Layerscope.exe.
rem LAYERSCOPE_JAVA_OPTIONS adds options for the JVM.
setlocal
set "APP=%~dp0app"
set "ARCHIVE=commands"
if "%~1"=="tree" set "ARCHIVE=looking"
if "%~1"=="check" set "ARCHIVE=looking"
"%~dp0runtime\bin\java.exe" "-XX:AOTCache=%APP%\%ARCHIVE%.aot" -Xlog:disable "-Xlog:all=warning,aot*=off,cds*=off:stderr" -XX:+UseParallelGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:-UsePerfData -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=javafx.graphics -Djava.awt.headless=true "-Dlayerscope.sample=%APP%\sample-workspace" %LAYERSCOPE_JAVA_OPTIONS% -classpath "@CLASSPATH@" dev.layerscope.Main %*
exit /b %ERRORLEVEL%
