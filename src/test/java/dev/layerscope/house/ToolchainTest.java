package dev.layerscope.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolchainTest {

  @Test
  void testsRunOnJava25WhateverJavaMavenRunsOn() {
    assertThat(Runtime.version().feature())
        .as("the toolchain in pom.xml chooses the JDK; see docs/decisions/0001")
        .isEqualTo(25);
  }

  @Test
  void javaFxIsOnTheModulePathSoThatNothingIsWarnedAbout() throws ClassNotFoundException {
    Module graphics = Class.forName("javafx.scene.Node").getModule();
    assertThat(graphics.getName()).isEqualTo("javafx.graphics");
  }
}
