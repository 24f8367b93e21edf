package io.dunwell.exchange.web;

import io.dunwell.exchange.ImportId;
import io.dunwell.exchange.ImportKind;
import io.dunwell.exchange.Imports;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells imports of contracts from others where it matters who may decide. */
@Component("contractImports")
class ContractImports {

  private final Imports imports;

  ContractImports(Imports imports) {
    this.imports = imports;
  }

  /** Whether that import is one of contracts. */
  public boolean holds(UUID id) {
    return imports.view(new ImportId(id)).kind() == ImportKind.CONTRACTS;
  }
}
