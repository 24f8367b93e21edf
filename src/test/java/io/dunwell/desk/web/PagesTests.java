package io.dunwell.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@DunwellTest
class PagesTests {

  private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
  private static final Pattern TABLE_WITHOUT_CAPTION =
      Pattern.compile("<table class=\"rows[^>]*>(?!\\s*<caption)");

  @Autowired private MockMvc mvc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/customers",
        "/customers?late=true&sort=-overdue&collector=-",
        "/receipts?waiting=true&sort=-amount",
        "/policies",
        "/policies/standard"
      })
  void everyRoleReadsThePage(String path) throws Exception {
    for (String role : new String[] {"COLLECTOR", "MANAGER", "AUDITOR", "ADMIN", "BILLING"}) {
      assertWellMade(page(path, role));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login"})
  void everyoneReadsThePage(String path) throws Exception {
    assertWellMade(mvc.perform(get(path)).andReturn().getResponse().getContentAsString());
  }

  private String page(String path, String role) throws Exception {
    return mvc.perform(get(path).accept(MediaType.TEXT_HTML).with(user("demo").roles(role)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static void assertWellMade(String html) {
    assertThat(html).contains("</html>").doesNotContainPattern(MISSING_MESSAGE);
    assertThat(html).doesNotContainPattern(TABLE_WITHOUT_CAPTION);
    assertThat(html).doesNotContain(" style=\"").doesNotContain("onclick=");
  }
}
