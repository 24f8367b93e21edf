package io.dunwell.documents;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.dunwell.DunwellTest;
import io.dunwell.billing.Mill;
import io.dunwell.contracts.DeliveryId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
  @Autowired ClamdDaemon scanner;
  @Autowired Mill mill;
  @Autowired Clock clock;

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
  void thePageFindsADocumentByWhatItIsAndShowsIt() throws Exception {
    String id = filed();

    for (String found :
        List.of(
            "",
            "?q=inv-1",
            "?kind=PDF",
            "?by=billing&atLeast=0",
            "?from=" + LocalDate.now(clock))) {
      web.perform(get("/documents" + found).with(AUDITOR))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("/documents/" + id)));
    }
    for (String other : List.of("?q=inv-2", "?kind=MAIL", "?atLeast=9", "?to=2020-01-01")) {
      web.perform(get("/documents" + other).with(AUDITOR))
          .andExpect(content().string(not(containsString("/documents/" + id))));
    }
    web.perform(get("/documents/" + id).with(AUDITOR))
        .andExpect(content().string(containsString("brought in by a person")));
    web.perform(post("/documents/" + id + "/legal-hold?held=true").with(AUDITOR).with(csrf()))
        .andExpect(status().isForbidden());
    web.perform(post("/documents/" + id + "/legal-hold?held=true").with(LEGAL).with(csrf()))
        .andExpect(status().is3xxRedirection());
    web.perform(get("/api/documents/" + id).with(AUDITOR))
        .andExpect(jsonPath("$.legalHold").value(true));
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

  @Test
  void whatIsFiledIsSearchedByNameSubjectTypeAndDay() throws Exception {
    filed();
    String today = LocalDate.now(clock).toString();
    for (String all :
        List.of(
            "", "text=inv-1", "subjectType=invoice", "mediaType=application/pdf", "by=billing")) {
      web.perform(get("/api/documents?" + all).with(AUDITOR))
          .andExpect(jsonPath("$.total").value(1))
          .andExpect(jsonPath("$.content[0].name").value("INV-1.pdf"));
    }
    for (String none :
        List.of(
            "text=inv%25",
            "subjectType=delivery", "mediaType=image/", "by=nobody", "page=1&size=1")) {
      web.perform(get("/api/documents?" + none).with(AUDITOR))
          .andExpect(jsonPath("$.content", hasSize(0)));
    }
    web.perform(get("/api/documents?sort=-name&until=2001-01-01").with(AUDITOR))
        .andExpect(jsonPath("$.total").value(0));
    web.perform(get("/api/documents?sort=colour&from=" + today).with(AUDITOR))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("document.unsortable"));
    web.perform(get("/documents?of=invoice").with(AUDITOR))
        .andExpect(content().string(containsString("INV-1.pdf")));
    web.perform(get("/documents?of=delivery").with(AUDITOR))
        .andExpect(content().string(not(containsString("INV-1.pdf"))));
  }

  @Test
  void whatIsInfectedTooLargeOrAProgramIsRefusedWithASentence() throws Exception {
    byte[] infected = "%PDF-1.7 EICAR".getBytes(StandardCharsets.US_ASCII);
    assertRefused(upload("INV-1.pdf", "", BILLING, infected), "document.infected", "Eicar-Test");
    assertRefused(
        upload("INV-1.pdf", "", BILLING, new byte[(20 << 20) + 1]), "document.too-large", "20 MB");
    assertRefused(
        upload("INV-1.pdf", "", BILLING, new byte[] {'M', 'Z', 0, 1}), "document.program", "");
    scanner.silent = true;
    try {
      assertRefused(upload("INV-1.pdf", "", BILLING, COPY), "document.not-scanned", "try again");
    } finally {
      scanner.silent = false;
    }
    web.perform(get("/api/documents?subjectType=invoice&subject=INV-1").with(AUDITOR))
        .andExpect(jsonPath("$", hasSize(0)));
  }

  @Test
  void anInfectedProofIsNotAttached() throws Exception {
    mill.opens();
    DeliveryId delivery =
        mill.delivers(mill.yarnContract(mill.neighbour("C-1")), "DC-1", LocalDate.now(clock), "10");

    assertRefused(
        web.perform(
            multipart("/api/deliveries/" + delivery + "/proofs?kind=SIGNED_NOTE")
                .file(
                    new MockMultipartFile(
                        "file",
                        "note.txt",
                        "text/plain",
                        "EICAR".getBytes(StandardCharsets.US_ASCII)))
                .with(user("omar").roles("OPERATIONS"))
                .with(csrf())),
        "document.infected",
        "note.txt");
    web.perform(get("/api/deliveries/" + delivery).with(AUDITOR))
        .andExpect(jsonPath("$.proofs", hasSize(0)));
  }

  private static void assertRefused(ResultActions answer, String code, String words)
      throws Exception {
    answer
        .andExpect(status().isConflict())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
        .andExpect(jsonPath("$.code").value(code))
        .andExpect(jsonPath("$.detail").value(containsStringIgnoringCase(words)));
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
    return upload(name, query, person, COPY);
  }

  private ResultActions upload(
      String name, String query, RequestPostProcessor person, byte[] content) throws Exception {
    return web.perform(
        multipart("/api/documents" + query)
            .file(new MockMultipartFile("file", name, "application/pdf", content))
            .with(person)
            .with(csrf()));
  }
}
