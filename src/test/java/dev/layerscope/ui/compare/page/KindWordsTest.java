package dev.layerscope.ui.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindWordsTest {
  @Test
  void aKindIsCalledAsKubectlCallsItInShort() {
    assertThat(KindWords.brief("ConfigMap")).isEqualTo("cm");
    assertThat(KindWords.brief("NetworkPolicy")).isEqualTo("netpol");
  }

  @Test
  void aKindWithoutAShortNameKeepsItsOwn() {
    assertThat(KindWords.brief("LokiStack")).isEqualTo("LokiStack");
  }
}
