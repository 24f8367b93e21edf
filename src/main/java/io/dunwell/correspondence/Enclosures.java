package io.dunwell.correspondence;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts the filed copies of the invoices that a letter names, and what else goes with it, into it.
 */
@Component
class Enclosures {

  private static final int MOST = 10;

  private final Documents documents;
  private final JdbcTemplate jdbc;

  Enclosures(Documents documents, JdbcTemplate jdbc) {
    this.documents = documents;
    this.jdbc = jdbc;
  }

  void enclose(List<LetterStore.Written> letters) {
    List<String> numbers = letters.stream().flatMap(Enclosures::numbers).distinct().toList();
    Map<String, List<DocumentView>> filed = documents.filed("invoice", numbers);
    List<Object[]> rows = new ArrayList<>();
    for (LetterStore.Written letter : letters) {
      List<DocumentId> enclosed =
          Stream.concat(copies(letter, filed), letter.letter().enclosed().stream())
              .distinct()
              .limit(MOST)
              .toList();
      for (int i = 0; i < enclosed.size(); i++) {
        rows.add(new Object[] {letter.id().value(), i, enclosed.get(i).value()});
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        "insert into correspondence.enclosure (letter, position, document) values (?, ?, ?)", rows);
  }

  private static Stream<DocumentId> copies(
      LetterStore.Written letter, Map<String, List<DocumentView>> filed) {
    return numbers(letter)
        .flatMap(number -> filed.getOrDefault(number, List.of()).stream())
        .filter(document -> document.mediaType().equals("application/pdf"))
        .map(DocumentView::id);
  }

  private static Stream<String> numbers(LetterStore.Written written) {
    LetterFacts facts = written.letter().facts();
    return Stream.of(facts.raised(), facts.others(), facts.credits())
        .flatMap(List::stream)
        .map(LetterLine::number)
        .distinct();
  }
}
