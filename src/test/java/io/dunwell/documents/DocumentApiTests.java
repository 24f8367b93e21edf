package io.dunwell.documents;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.dunwell.DunwellTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Documents by REST: filed, found, downloaded and never shown, kept as long as legal wants. */
@DunwellTest
class DocumentApiTests {

  private static final byte[] COPY =
      "%PDF-1.7 a copy of the invoice".getBytes(StandardCharsets.US_ASCII);
  private static final RequestPostProcessor AUDITOR = user("auditor").roles("AUDITOR");
  private static final RequestPostProcessor BILLING = user("billing").roles("BILLING");
  private static final RequestPostProcessor LEGAL = user("legal").roles("LEGAL");

  @Autowired MockMvc web;

  @Test
  void aDocumentIsFiledFoundAndDownloaded() throws Exception {
    String id = filed();

    web.perform(get("/api/documents?subjectType=invoice&subject=INV-1").with(AUDITOR))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$", hasSize(1)))
        .andExpect(jsonPath("$[0].name").value("INV-1.pdf"))
        .andExpect(jsonPath("$[0].mediaType").value("application/pdf"));
    web.perform(get("/api/documents?subjectType=invoice&subject=INV-2").with(AUDITOR))
        .andExpect(jsonPath("$", hasSize(0)));
    web.perform(get("/api/documents/" + id + "/content").with(AUDITOR))
        .andExpect(status().isOk())
        .andExpect(content().bytes(COPY))
        .andExpect(header().string("Content-Disposition", startsWith("attachment")))
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
  }

  @Test
  void whoMayOnlyReadFilesNothingAndHoldsNothing() throws Exception {
    upload("INV-1.pdf", "?subjectType=invoice&subject=INV-1", AUDITOR)
        .andExpect(status().isForbidden());
    String id = filed();
    web.perform(put("/api/documents/" + id + "/legal-hold").with(AUDITOR).with(csrf()))
        .andExpect(status().isForbidden());
    web.perform(put("/api/documents/" + id + "/legal-hold").with(BILLING).with(csrf()))
        .andExpect(status().isForbidden());
    web.perform(put("/api/documents/" + id + "/legal-hold").with(LEGAL).with(csrf()))
        .andExpect(status().isOk());
    web.perform(delete("/api/documents/" + id + "/legal-hold").with(LEGAL).with(csrf()))
        .andExpect(status().isOk());
  }

  @Test
  void whatBelongsToHalfAThingOrIsNotThereIsRefused() throws Exception {
    upload("INV-1.pdf", "?subjectType=invoice", BILLING)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("document.half-a-subject"));
    web.perform(get("/api/documents/" + UUID.randomUUID()).with(AUDITOR))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("document.unknown"));
  }

  private String filed() throws Exception {
    String json =
        upload("INV-1.pdf", "?subjectType=invoice&subject=INV-1", BILLING)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Object id = JsonPath.read(json, "$.id");
    return id instanceof java.util.Map<?, ?> map ? String.valueOf(map.get("value")) : "" + id;
  }

  private ResultActions upload(String name, String query, RequestPostProcessor person)
      throws Exception {
    return web.perform(
        multipart("/api/documents" + query)
            .file(new MockMultipartFile("file", name, "application/pdf", COPY))
            .with(person)
            .with(csrf()));
  }
}
