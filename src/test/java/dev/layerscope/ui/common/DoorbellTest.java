package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** One window for one workspace. */
@ExtendWith(ApplicationExtension.class)
class DoorbellTest {
  @TempDir Path folder;
  private Path workspace = Path.of("");

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = Files.createDirectories(folder.resolve("fleet"));
    Files.writeString(workspace.resolve("workspace.yaml"), "name: fleet\n");
  }

  @Test
  void whoHasTheWorkspaceOpenHearsTheRing() throws Exception {
    var heard = new CountDownLatch(1);
    try (Doorbell bell = Doorbell.hang(folder, workspace, heard::countDown).orElseThrow()) {
      assertThat(bell).isNotNull();
      assertThat(Doorbell.ring(folder, workspace.resolve("workspace.yaml"))).isTrue();
      assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void nobodyHearsARingAtAnotherWorkspace() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (Doorbell bell = Doorbell.hang(folder, workspace, () -> {}).orElseThrow()) {
      assertThat(bell).isNotNull();
      assertThat(Doorbell.ring(folder, other)).isFalse();
    }
  }

  @Test
  void aBellThatWasTakenDownIsSilent() {
    Doorbell.hang(folder, workspace, () -> {}).orElseThrow().close();

    assertThat(Doorbell.ring(folder, workspace)).isFalse();
  }

  @Test
  void aBellWhoseOwnerDiedIsReplaced() throws IOException {
    Doorbell.hang(folder, workspace, () -> {}).orElseThrow().close();
    Path left;
    try (var files = Files.list(folder)) {
      left = files.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    assertThat(left).isEqualTo(workspace);
    try (Doorbell first = Doorbell.hang(folder, workspace, () -> {}).orElseThrow()) {
      Path socket = bells();
      Files.delete(socket);
      Files.createFile(socket); // what a killed program leaves answers nobody
      assertThat(first).isNotNull();
      try (Doorbell second = Doorbell.hang(folder, workspace, () -> {}).orElseThrow()) {
        assertThat(second).isNotNull();
        assertThat(Doorbell.ring(folder, workspace)).isTrue();
      }
    }
  }

  @Test
  void theSecondBellForAWorkspaceIsNotHung() {
    try (Doorbell first = Doorbell.hang(folder, workspace, () -> {}).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(Doorbell.hang(folder, workspace, () -> {})).isEmpty();
    }
  }

  private Path bells() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".bell")).findFirst().orElseThrow();
    }
  }
}
