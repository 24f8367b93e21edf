package io.dunwell.contracts.web;

import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.ProofView;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Previews;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The proofs of a delivery as its page shows them. */
@Component
class ProofRows {

  private final Documents documents;
  private final Previews previews;

  ProofRows(Documents documents, Previews previews) {
    this.documents = documents;
    this.previews = previews;
  }

  List<ProofRow> of(DeliveryView delivery) {
    return delivery.proofs().stream().map(this::row).toList();
  }

  /** The asked proof, else the last one that counts; null if there is none. */
  ProofRow.@Nullable Shown shown(DeliveryView delivery, Map<String, String> params) {
    ProofView chosen = null;
    for (ProofView proof : delivery.proofs()) {
      if (proof.id().toString().equals(params.get("proof"))) {
        chosen = proof;
        break;
      }
      if (proof.withdrawnOn() == null) {
        chosen = proof;
      }
    }
    return chosen == null ? null : shown(row(chosen), params.getOrDefault("proofPage", "0"));
  }

  private ProofRow.Shown shown(ProofRow row, String asked) {
    int pages = previews.pages(row.document().id());
    int page = asked.matches("\\d{1,5}") ? Math.min(Integer.parseInt(asked), pages - 1) : 0;
    return new ProofRow.Shown(row, page, pages, previews.words(row.document().id()).orElse(null));
  }

  private ProofRow row(ProofView proof) {
    DocumentView document = documents.view(proof.document());
    boolean drawable = document.readable() && Previews.drawable(document.mediaType());
    return new ProofRow(proof, document, drawable);
  }
}
