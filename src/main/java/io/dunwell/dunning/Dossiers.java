package io.dunwell.dunning;

import io.dunwell.correspondence.LetterQuery;
import io.dunwell.correspondence.LetterStep;
import io.dunwell.correspondence.LetterView;
import io.dunwell.correspondence.Letters;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts together what a lawyer needs to take a case over. */
@Service
@Transactional
public class Dossiers {

  private static final int MOST_LETTERS = 500;

  private final Cases cases;
  private final DossierPages pages;
  private final Letters letters;
  private final ITemplateEngine templates;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Dossiers(
      Cases cases,
      DossierPages pages,
      Letters letters,
      ITemplateEngine templates,
      Clock clock,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.pages = pages;
    this.letters = letters;
    this.templates = templates;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The dossier as of today, as a ZIP: statement, invoices, interest, contact log, letters with the
   * proof of their sending, and an index with the hash of each file.
   *
   * @throws io.dunwell.shared.RuleViolation {@code case.unknown}
   */
  public byte[] zip(CaseId id, Actor by) {
    CaseView dossier = cases.view(id);
    AccountKey account = cases.account(id);
    LocalDate today = LocalDate.now(clock);
    Map<String, byte[]> files = new LinkedHashMap<>();
    pages.of(dossier, account, today).forEach(page -> files.put(page.file(), html(page)));
    addLetters(account, files);
    files.put("00-index.html", html(index(dossier, today, by, files)));
    events.publishEvent(
        new Auditable(
            by,
            "dossier.made",
            "case",
            id.toString(),
            Map.of("customer", dossier.customer(), "files", String.valueOf(files.size()))));
    return zipped(files);
  }

  private void addLetters(AccountKey account, Map<String, byte[]> files) {
    List<LetterView> written =
        letters
            .list(new LetterQuery(null, account.customer(), null, null), "dated", 0, MOST_LETTERS)
            .content()
            .stream()
            .filter(letter -> letter.currency().equals(account.currency().getCurrencyCode()))
            .toList();
    List<List<String>> proofs = new ArrayList<>();
    List<List<String>> steps = new ArrayList<>();
    for (LetterView letter : written) {
      String file = "letters/" + letter.dated() + "-" + letter.template() + ".pdf";
      if (letter.readable()) {
        files.put(file, letters.pdf(letter.id()));
      }
      proofs.add(proof(letter, letter.readable() ? file : "retention has ended"));
      letters.steps(letter.id()).forEach(step -> steps.add(step(letter, step)));
    }
    DossierPage page = proofPage(proofs, steps);
    files.put(page.file(), html(page));
  }

  private static List<String> proof(LetterView letter, String file) {
    return List.of(
        Words.day(letter.dated()),
        letter.subject(),
        Objects.requireNonNullElse(letter.toAddress(), ""),
        letter.state().name(),
        letter.sentAt() == null ? "" : letter.sentAt().toString(),
        Objects.requireNonNullElse(letter.messageId(), ""),
        letter.htmlSha256(),
        file);
  }

  private static List<String> step(LetterView letter, LetterStep step) {
    return List.of(
        letter.dated() + " " + letter.template(),
        step.at().toString(),
        step.state().name(),
        step.by(),
        Objects.requireNonNullElse(step.remark(), ""));
  }

  private static DossierPage proofPage(List<List<String>> proofs, List<List<String>> steps) {
    return new DossierPage(
        "05-letters.html",
        "Letters and the proof of their sending",
        List.of("The hash is that of the letter's exact bytes, kept since it was written."),
        List.of(
            new DossierPage.Table(
                "Letters",
                List.of(
                    "Dated", "Subject", "To", "State", "Sent at", "Message-ID", "SHA-256", "File"),
                proofs),
            new DossierPage.Table(
                "Their way out", List.of("Letter", "At", "State", "By", "Remark"), steps)));
  }

  private static DossierPage index(
      CaseView dossier, LocalDate today, Actor by, Map<String, byte[]> files) {
    List<String> sentences = new ArrayList<>();
    sentences.add(dossier.customerName() + " (" + dossier.customer() + "), " + dossier.currency());
    sentences.add(
        Words.sentence("Chased since %s; made on %s by %s", dossier.openedOn(), today, by.name()));
    if (dossier.legalDecidedOn() != null) {
      sentences.add(
          Words.sentence(
              "Referred to legal by %s on %s.",
              dossier.legalDecidedBy(), dossier.legalDecidedOn()));
    }
    List<List<String>> rows =
        files.entrySet().stream()
            .map(file -> List.of(file.getKey(), sha256(file.getValue())))
            .toList();
    return new DossierPage(
        "00-index.html",
        "Dossier " + dossier.customer() + " " + dossier.currency(),
        sentences,
        List.of(new DossierPage.Table("Files", List.of("File", "SHA-256"), rows)));
  }

  private byte[] html(DossierPage page) {
    Context context = new Context();
    context.setVariable("page", page);
    return templates.process("dunning/dossier-page", context).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
