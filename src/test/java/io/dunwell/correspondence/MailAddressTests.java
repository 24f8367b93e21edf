package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b",
        "a@b.example, c@d.example",
        "a@b.example; c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example\nSubject: x",
        "A B <a@b.example>",
        "\"a b\"@b.example",
        "@a.example,@b.example:c@d.example",
        "a@b..example",
        "a@-b.example",
        "a@b.example.",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "ä@b.example",
        "a@xn--a.example",
        "a@xn--zzzzzzzzzz99999.example",
        "a@b\u3002\u2100.example",
        "a\u0000@b.example",
        "a@b.example\u0007",
      })
  void anAddressThatCouldReachIntoAHeaderOrNobodyIsRefused(String text) {
    assertThat(MailAddress.problem(text)).as(text).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts@sharma.example",
        "first.last+invoices@mail.sharma.co.in",
        "o'brien@sharma.example",
        "buchhaltung@müller.example",
        "buchhaltung@xn--mller-kva.example",
      })
  void aPlainMailboxIsAccepted(String text) {
    assertThat(MailAddress.problem(text)).isNull();
    assertThat(MailAddress.of(text).text()).isASCII();
  }
}
