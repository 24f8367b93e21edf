package io.dunwell.documents;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filing cabinet: every content is kept once, under its hash, whatever its names. */
@Service
@Transactional
public class Documents {

  private final Cabinet cabinet;
  private final DocumentSearch search;
  private final VirusScan virusScan;
  private final DocumentSettings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Documents(
      Cabinet cabinet,
      DocumentSearch search,
      VirusScan virusScan,
      DocumentSettings settings,
      Clock clock,
      ApplicationEventPublisher events) {
    this.cabinet = cabinet;
    this.search = search;
    this.virusScan = virusScan;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Files a document that came from outside. The same bytes for the same subject under the same
   * name are filed once.
   *
   * @param content its bytes
   * @param name the name to download it with; a path before it is dropped, an ending is added if it
   *     does not fit the bytes
   * @param subject what it belongs to, or null
   * @throws RuleViolation {@code document.empty}, {@code document.too-large}, {@code
   *     document.program}, {@code document.unsupported}, {@code document.macros}, {@code
   *     document.infected}, {@code document.not-scanned}, {@code document.encrypted}
   */
  public DocumentId store(byte[] content, String name, @Nullable Subject subject, Actor by) {
    refuseSize(content.length);
    String mediaType = MediaTypes.of(content, FileName.of(name));
    refuseInfected(content, FileName.of(name));
    return file(content, mediaType, name, subject, false, by);
  }

  /** What would be refused about a document, but for viruses; empty if nothing. */
  public Optional<RuleViolation> refusal(byte[] content, String name) {
    try {
      refuseSize(content.length);
      MediaTypes.of(content, FileName.of(name));
      return Optional.empty();
    } catch (RuleViolation refusal) {
      return Optional.of(refusal);
    }
  }

  /** The size in bytes of the largest document that is accepted. */
  public long maxSize() {
    return settings.maxSize().toBytes();
  }

  /**
   * Files a document that Dunwell made itself: as {@link #store}, but without a virus scan, and
   * never taken for one that somebody uploaded.
   *
   * @throws RuleViolation as {@link #store}
   */
  public DocumentId storeOwn(byte[] content, String name, @Nullable Subject subject, Actor by) {
    refuseSize(content.length);
    return file(content, MediaTypes.of(content, FileName.of(name)), name, subject, true, by);
  }

  /**
   * A document that Dunwell made itself.
   *
   * @param name the name to download it with
   */
  @SuppressWarnings("ArrayRecordComponent") // filed once, never compared
  public record Own(byte[] content, String name, @Nullable Subject subject) {}

  /**
   * {@link #storeOwn} for many; the ids come in the same order.
   *
   * @throws RuleViolation as {@link #storeOwn}
   */
  public List<DocumentId> storeOwnAll(List<Own> documents, Actor by) {
    LocalDate retainUntil = LocalDate.now(clock).plus(settings.retention());
    List<Cabinet.Filing> filings = new ArrayList<>();
    for (Own own : documents) {
      refuseSize(own.content().length);
      String mediaType = MediaTypes.of(own.content(), FileName.of(own.name()));
      String name = FileName.fitting(FileName.of(own.name()), mediaType);
      filings.add(Cabinet.Filing.of(own.content(), mediaType, name, own.subject()));
    }
    Map<DocumentId, DocumentId> filed = cabinet.fileAll(filings, retainUntil, by);
    filings.stream()
        .filter(filing -> filing.id().equals(filed.get(filing.id())))
        .forEach(filing -> audit(by, "document.filed", filing.id(), filing.name()));
    return filings.stream().map(filing -> filed.getOrDefault(filing.id(), filing.id())).toList();
  }

  private DocumentId file(
      byte[] content,
      String mediaType,
      String name,
      @Nullable Subject subject,
      boolean own,
      Actor by) {
    String plainName = FileName.fitting(FileName.of(name), mediaType);
    byte[] sha256 = cabinet.keep(content, mediaType);
    Optional<DocumentId> known = cabinet.filed(sha256, plainName, subject, own);
    if (known.isPresent()) {
      return known.get();
    }
    DocumentId id = new DocumentId(Ids.next());
    LocalDate retainUntil = LocalDate.now(clock).plus(settings.retention());
    cabinet.file(id, sha256, plainName, subject, own, retainUntil, by);
    audit(by, "document.filed", id, plainName);
    return id;
  }

  /**
   * The document without its bytes.
   *
   * @throws RuleViolation {@code document.unknown}
   */
  @Transactional(readOnly = true)
  public DocumentView view(DocumentId id) {
    return cabinet.view(id);
  }

  /** These documents without their bytes, by their ids; unknown ones are left out. */
  @Transactional(readOnly = true)
  public Map<DocumentId, DocumentView> views(Collection<DocumentId> ids) {
    return ids.isEmpty() ? Map.of() : cabinet.views(ids);
  }

  /**
   * The document's bytes.
   *
   * @throws RuleViolation {@code document.unknown}, {@code document.retention-ended}
   */
  @Transactional(readOnly = true)
  public byte[] read(DocumentId id) {
    return cabinet
        .bytes(id)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "document.retention-ended",
                    "The retention of this document has ended; only its hash is kept: "
                        + view(id).sha256()));
  }

  /** What is filed for each of these subjects, oldest first; subjects without any are left out. */
  @Transactional(readOnly = true)
  public Map<String, List<DocumentView>> filed(String subjectType, Collection<String> keys) {
    return keys.isEmpty() ? Map.of() : cabinet.filed(subjectType, keys);
  }

  /**
   * A page of what is filed.
   *
   * @throws RuleViolation {@code document.unsortable}
   */
  @Transactional(readOnly = true)
  public Page<DocumentView> find(DocumentQuery query, int page, int size) {
    return search.find(query, page, size);
  }

  /** Keeps a document beyond its retention, or no longer. */
  public void hold(DocumentId id, boolean held, Actor by) {
    cabinet.hold(id, held);
    audit(by, held ? "document.held" : "document.released", id, view(id).name());
  }

  /**
   * Drops the bytes of all documents whose retention has ended and that nobody holds.
   *
   * @return of how many contents
   */
  public int endRetention(LocalDate day) {
    return cabinet.endRetention(day);
  }

  private void refuseSize(int size) {
    if (size == 0) {
      throw new RuleViolation("document.empty", "This file is empty; choose another.");
    }
    if (size > settings.maxSize().toBytes()) {
      throw new RuleViolation(
          "document.too-large",
          "This file is larger than the " + settings.maxSize().toMegabytes() + " MB allowed.");
    }
  }

  private void refuseInfected(byte[] content, String name) {
    virusScan
        .scan(content)
        .ifPresent(
            found -> {
              throw new RuleViolation(
                  "document.infected",
                  "“" + name + "” was not taken: the virus scanner found " + found + " in it.");
            });
  }

  private void audit(Actor by, String act, DocumentId id, String name) {
    events.publishEvent(new Auditable(by, act, "document", id.toString(), Map.of("name", name)));
  }
}
