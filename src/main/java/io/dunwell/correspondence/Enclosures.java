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

/** Puts the filed copies of the invoices that a letter asks for into its envelope. */
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
    if (filed.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    for (LetterStore.Written letter : letters) {
      List<DocumentId> copies =
          numbers(letter)
              .flatMap(number -> filed.getOrDefault(number, List.of()).stream())
              .filter(document -> document.mediaType().equals("application/pdf"))
              .map(DocumentView::id)
              .limit(MOST)
              .toList();
      for (int i = 0; i < copies.size(); i++) {
        rows.add(new Object[] {letter.id().value(), i, copies.get(i).value()});
      }
    }
    jdbc.batchUpdate(
        "insert into correspondence.enclosure (letter, position, document) values (?, ?, ?)", rows);
  }

  private static Stream<String> numbers(LetterStore.Written written) {
    LetterFacts facts = written.letter().facts();
    return Stream.concat(facts.raised().stream(), facts.others().stream()).map(LetterLine::number);
  }
}
