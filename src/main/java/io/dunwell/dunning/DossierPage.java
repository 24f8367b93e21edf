package io.dunwell.dunning;

import java.util.List;

/**
 * A page of a dossier: sentences, then tables.
 *
 * @param file its name in the dossier
 */
record DossierPage(String file, String title, List<String> sentences, List<Table> tables) {

  /** A table of texts; the cells of a row stand in the order of the columns. */
  record Table(String caption, List<String> columns, List<List<String>> rows) {}
}
