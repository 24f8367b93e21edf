package io.dunwell.exchange;

import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.ProofKind;
import io.dunwell.contracts.ProofView;
import io.dunwell.documents.Documents;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attaches the files of one archive to the deliveries that its index names. */
final class ProofBooking implements Booking<ProofRow> {

  private static final int ROWS = 50;

  private final ProofArchive archive;
  private final Deliveries deliveries;
  private final Documents documents;

  ProofBooking(ProofArchive archive, Deliveries deliveries, Documents documents) {
    this.archive = archive;
    this.deliveries = deliveries;
    this.documents = documents;
  }

  /** Files are large, and what works on them has to show that it is alive. */
  @Override
  public int chunkRows(int usual) {
    return Math.min(usual, ROWS);
  }

  @Override
  public Reader<ProofRow> reader(Mapping mapping, ImportKind kind) {
    return ProofBooking::read;
  }

  @Override
  public void book(Run run, List<Read<ProofRow>> rows, Tally tally) {
    Map<String, DeliveryId> known =
        deliveries.idsByNumber(
            rows.stream()
                .map(Read::value)
                .filter(Objects::nonNull)
                .map(ProofRow::delivery)
                .collect(Collectors.toSet()));
    Map<DeliveryId, DeliveryView> views = deliveries.views(known.values());
    for (Read<ProofRow> each : rows) {
      ProofRow row = each.value();
      DeliveryId id = row == null ? null : known.get(row.delivery());
      DeliveryView delivery = id == null ? null : views.get(id);
      if (row == null) {
        tally.rejected(each.row());
      } else if (delivery == null) {
        tally.rejected(
            each.row(),
            ProfileField.DELIVERY_NUMBER,
            "delivery.unknown",
            "There is no delivery %s. Correct the number, or import the delivery first."
                .formatted(row.delivery()));
      } else if (!archive.has(row.file())) {
        tally.rejected(
            each.row(),
            ProfileField.FILE_NAME,
            "proof.file-missing",
            "The archive has no file %s.".formatted(row.file()));
      } else {
        attach(run, each.row(), row, delivery, tally);
      }
    }
  }

  private void attach(Run run, RowCells cells, ProofRow row, DeliveryView delivery, Tally tally) {
    byte[] content = content(row);
    RuleViolation refusal =
        content == null ? null : documents.refusal(content, row.file()).orElse(null);
    if (refusal != null || content == null) {
      String code = refusal == null ? "document.too-large" : refusal.code();
      String sentence =
          refusal == null ? "The file %s is too large.".formatted(row.file()) : refusal.sentence();
      tally.rejected(cells, ProfileField.FILE_NAME, code, sentence);
      return;
    }
    boolean there =
        run.dryRun()
            ? delivery.proofs().stream().anyMatch(proof -> same(proof, row))
            : attached(run, row, delivery, content);
    if (there) {
      tally.duplicate();
    } else {
      tally.accepted(cells, null);
    }
  }

  /** Whether the delivery had this proof before. */
  private boolean attached(Run run, ProofRow row, DeliveryView delivery, byte[] content) {
    var id = deliveries.attachProof(delivery.id(), row.kind(), row.file(), content, run.by());
    return delivery.proofs().stream().anyMatch(proof -> proof.id().equals(id));
  }

  private byte @Nullable [] content(ProofRow row) {
    try {
      return archive.content(row.file(), documents.maxSize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean same(ProofView proof, ProofRow row) {
    String file = row.file().substring(row.file().lastIndexOf('/') + 1);
    return proof.withdrawnOn() == null && proof.name().equals(file);
  }

  private static @Nullable ProofRow read(RowCells row) {
    String delivery = row.text(ProfileField.DELIVERY_NUMBER);
    String file = row.text(ProfileField.FILE_NAME);
    ProofKind kind = row.word(ProfileField.PROOF_KIND, ProofKind.class);
    row.require(ProfileField.DELIVERY_NUMBER, delivery);
    row.require(ProfileField.FILE_NAME, file);
    return row.wrong() || delivery == null || file == null
        ? null
        : new ProofRow(delivery, file, kind == null ? ProofKind.SIGNED_NOTE : kind);
  }
}
