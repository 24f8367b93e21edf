package io.dunwell.shared;

/**
 * Puts into a new set of books what the live ones got at start-up and what Flyway does not bring,
 * for example the process definitions. Runs with those books as the current ones.
 */
public interface BooksPreparation {

  void prepare();
}
