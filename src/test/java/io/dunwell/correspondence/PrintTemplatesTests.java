package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;

class PrintTemplatesTests {

  @Test
  void anotherEngineCannotSlowOursDown() {
    SpringTemplateEngine ours =
        (SpringTemplateEngine) PrintTemplates.in("templates/letters/", new Wordings().messages());
    SpringTemplateEngine another = new SpringTemplateEngine();
    another.setEnableSpringELCompiler(false);
    assertThat(ours.getEnableSpringELCompiler()).isTrue();
    assertThat(another.getEnableSpringELCompiler()).isFalse();
  }
}
