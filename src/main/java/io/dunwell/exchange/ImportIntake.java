package io.dunwell.exchange;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in, before anyone works on them. */
@Component
class ImportIntake {

  private final ImportStore store;
  private final Uploads uploads;
  private final Profiles profiles;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  ImportIntake(
      ImportStore store,
      Uploads uploads,
      Profiles profiles,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.store = store;
    this.uploads = uploads;
    this.profiles = profiles;
    this.transaction = transaction;
    this.events = events;
  }

  /** Keeps the file, and notes what is to be done with it. */
  ImportId take(Imports.Order order, InputStream content, Actor by) {
    Profiles.Version profile = profiles.get(profileName(order));
    ImportKind kind = order.kind() == null ? profile.profile().kind() : order.kind();
    ProfileCheck.needFields(profile.profile(), kind);
    DateOrder.of(order.dateOrder());
    ImportId id = new ImportId(Ids.next());
    Path file = Uploads.receive(content);
    try {
      Uploads.Stored stored = Uploads.measure(file);
      ImportStore.Order wanted =
          new ImportStore.Order(
              id,
              kind,
              profile,
              order.dateOrder(),
              order.dryRun(),
              shortened(order.fileName()),
              stored,
              by);
      transaction.executeWithoutResult(status -> begin(wanted, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
    return id;
  }

  private void begin(ImportStore.Order wanted, Path file) {
    store.create(wanted);
    try {
      uploads.store(wanted.id(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    events.publishEvent(
        new Auditable(
            wanted.by(),
            "import.started",
            "import",
            wanted.id().toString(),
            Map.of(
                "file", wanted.fileName(),
                "sha256", wanted.file().sha256(),
                "kind", wanted.kind().text(),
                "profile", wanted.profile().profile().name(),
                "dryRun", String.valueOf(wanted.dryRun()))));
  }

  private static String profileName(Imports.Order order) {
    if (order.profile() != null && !order.profile().isBlank()) {
      return order.profile();
    }
    if (order.kind() == null) {
      throw new RuleViolation(
          "import.profile-or-kind", "Say by which profile to read the file, or what kind it is.");
    }
    return "standard-" + order.kind().text();
  }

  private static String shortened(String fileName) {
    String name = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_");
    return name.isBlank() ? "upload" : name.substring(0, Math.min(name.length(), 200));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
