import java.io.IOException;
import java.util.List;

/**
 * Runs a command with {@code JAVA_HOME} set to the JDK this runs on: {@code WithJdk COMMAND...}. So
 * a script uses the JDK the toolchain chose, without choosing again.
 */
class WithJdk {

  public static void main(String... command) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(List.of(command)).inheritIO();
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    System.exit(process.start().waitFor());
  }
}
