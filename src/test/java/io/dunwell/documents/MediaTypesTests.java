package io.dunwell.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTests {

  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7 x, note.exe, application/pdf, note.exe.pdf",
    "%PDF-1.7 x, note.PDF, application/pdf, note.PDF",
    "<html><script>alert(1)</script>, note.html, text/plain, note.html.txt",
    "<svg onload='alert(1)'/>, note.svg, text/plain, note.svg.txt",
    "Received in full, note, text/plain, note.txt",
    "a;b;c, note.csv, text/csv, note.csv",
    "no headers here, note.eml, text/plain, note.eml.txt"
  })
  void theBytesSayWhatItIsAndTheNameFollows(
      String content, String name, String mediaType, String shown) {
    String found = MediaTypes.of(content.getBytes(StandardCharsets.UTF_8), name);

    assertThat(found).isEqualTo(mediaType);
    assertThat(FileName.fitting(name, found)).isEqualTo(shown);
  }

  @Test
  void aMailHasHeadersWhateverItsPartsAreEncodedIn() {
    byte[] mail =
        "Received: by mx\r\n\tfor you\r\nFrom: a@b.example\r\n\r\nAll arr\u00eeved"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(MediaTypes.of(mail, "accepted.eml")).isEqualTo("message/rfc822");
  }

  @Test
  void anArchiveIsFiledOnlyIfItIsAnOfficeFileWithoutMacros() throws IOException {
    assertThat(MediaTypes.of(zip("[Content_Types].xml", "xl/workbook.xml"), "a.zip"))
        .isEqualTo(SHEET);
    refused("document.macros", zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"));
    refused("document.unsupported", zip("invoice.pdf"));
    refused("document.unsupported", new byte[] {'P', 'K', 3, 4, 9, 9, 9});
  }

  @Test
  void programsAndUnknownBytesAreRefused() {
    refused("document.program", new byte[] {'M', 'Z', 0, 1});
    refused("document.program", "#!/bin/sh".getBytes(StandardCharsets.US_ASCII));
    refused("document.unsupported", new byte[] {1, 0, 2});
    refused(
        "document.unsupported",
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 26, -31
        });
  }

  @Test
  void aPdfThatNobodyCanOpenIsRefusedAndOneThatOnlyForbidsPrintingIsNot() throws IOException {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> MediaTypes.of(pdf("secret"), "proof.pdf"))
        .withMessageContaining("password")
        .matches(refusal -> refusal.code().equals("document.encrypted"));
    assertThat(MediaTypes.of(pdf(""), "proof.pdf")).isEqualTo("application/pdf");
  }

  private static byte[] pdf(String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      pdf.save(bytes);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\scans\\a.pdf, a.pdf",
    "'a\"b\r\nSet-Cookie: x.pdf', a_b_Set-Cookie_ x.pdf",
    "'\u202Efdp.exe', _fdp.exe",
    ".htaccess, document.htaccess"
  })
  void aNameIsOnlyAName(String given, String shown) {
    assertThat(FileName.of(given)).isEqualTo(shown);
  }

  private static void refused(String code, byte[] content) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> MediaTypes.of(content, "proof.xls"))
        .extracting(RuleViolation::code)
        .isEqualTo(code);
  }

  static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
