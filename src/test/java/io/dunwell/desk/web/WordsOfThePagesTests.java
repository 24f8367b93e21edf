package io.dunwell.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.correspondence.DispatchState;
import io.dunwell.ledger.Account;
import io.dunwell.receivables.DocumentKind;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsOfThePagesTests {

  /** No story of a test has all of them, so that rendering pages would not show what is missing. */
  @Test
  void accountsDocumentsAndStatesOfLettersHaveWords() {
    List<String> keys =
        Stream.of(
                Stream.of(Account.values()).map(each -> "ledger.account." + each),
                Stream.of(DocumentKind.values()).map(each -> "document.kind." + each),
                Stream.of(DispatchState.values()).map(each -> "outbox.state." + each))
            .flatMap(each -> each)
            .toList();
    List<ResourceBundle> words =
        List.of(
            ResourceBundle.getBundle("messages.desk"), ResourceBundle.getBundle("messages.outbox"));
    assertThat(keys).allMatch(key -> words.stream().anyMatch(each -> each.containsKey(key)));
  }
}
