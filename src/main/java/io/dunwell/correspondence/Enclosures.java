package io.dunwell.correspondence;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts the filed copies of the invoices that a letter names, and what else goes with it, into it.
 * Of an invoice issued here goes the PDF that was filed last, and no upload under its number.
 */
@Component
class Enclosures {

  private static final int MOST = 10;
  private static final long LARGEST = 8L * 1024 * 1024;

  private final Documents documents;
  private final JdbcTemplate jdbc;

  Enclosures(Documents documents, JdbcTemplate jdbc) {
    this.documents = documents;
    this.jdbc = jdbc;
  }

  /**
   * What goes with a letter.
   *
   * @param enclosed in this order
   * @param leftOut the names of what is too much for a mail
   */
  record Choice(List<DocumentId> enclosed, List<String> leftOut) {}

  /** What goes with each of these letters, in their order. */
  List<Choice> choose(List<NewLetter> letters) {
    Map<String, List<DocumentView>> filed =
        documents.filed("invoice", letters.stream().flatMap(Enclosures::numbers).toList());
    Map<DocumentId, DocumentView> others =
        documents.views(letters.stream().flatMap(each -> each.enclosed().stream()).toList());
    return letters.stream()
        .map(
            letter ->
                fitting(
                    Stream.concat(
                        numbers(letter)
                            .flatMap(number -> copies(filed.getOrDefault(number, List.of()))),
                        letter.enclosed().stream()
                            .flatMap(id -> Stream.ofNullable(others.get(id))))))
        .toList();
  }

  void enclose(List<LetterStore.Written> letters) {
    List<Object[]> rows = new ArrayList<>();
    for (LetterStore.Written letter : letters) {
      List<DocumentId> enclosed = letter.choice().enclosed();
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

  /** Our own copy comes first and goes with the letter whatever its size. */
  private static Choice fitting(Stream<DocumentView> documents) {
    Set<DocumentId> enclosed = new LinkedHashSet<>();
    List<String> leftOut = new ArrayList<>();
    long size = 0;
    for (DocumentView each : documents.filter(DocumentView::readable).distinct().toList()) {
      boolean fits = enclosed.size() < MOST && size + each.size() <= LARGEST;
      if (fits || (enclosed.isEmpty() && each.own())) {
        enclosed.add(each.id());
        size += each.size();
      } else {
        leftOut.add(each.name());
      }
    }
    return new Choice(List.copyOf(enclosed), leftOut);
  }

  private static Stream<DocumentView> copies(Collection<DocumentView> filed) {
    List<DocumentView> pdfs =
        filed.stream().filter(each -> each.mediaType().equals("application/pdf")).toList();
    Map<String, DocumentView> own = new LinkedHashMap<>();
    pdfs.stream().filter(DocumentView::own).forEach(each -> own.put(each.name(), each));
    return own.isEmpty() ? pdfs.stream() : own.values().stream();
  }

  private static Stream<String> numbers(NewLetter letter) {
    LetterFacts facts = letter.facts();
    return Stream.of(facts.raised(), facts.others(), facts.credits())
        .flatMap(List::stream)
        .map(LetterLine::number)
        .distinct();
  }
}
