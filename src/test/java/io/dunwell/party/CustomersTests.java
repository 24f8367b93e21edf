package io.dunwell.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class CustomersTests {

  private static final Actor CLERK = new Actor("billing");
  private static final Currency INR = Currency.getInstance("INR");

  @Autowired Customers customers;
  @Autowired JdbcTemplate jdbc;

  @Test
  void keepsAllThatIsKnownOfACustomer() {
    NewCustomer asha = asha();

    CustomerView view = customers.view(customers.register(asha, CLERK));

    assertThat(view.number()).isEqualTo("0007");
    assertThat(view.language()).isEqualTo(Locale.forLanguageTag("hi-IN"));
    assertThat(view.terms()).isEqualTo(PaymentTerms.endOfMonth(1));
    assertThat(view.contacts()).isEqualTo(asha.contacts());
    assertThat(view.addresses()).isEqualTo(asha.addresses());
    assertThat(view.taxIds()).isEqualTo(asha.taxIds());
    assertThat(view.email()).contains("pay@asha.example");
    assertThat(customers.byNumber("0007")).contains(view);
    assertThat(jdbc.queryForMap("select number, language, email from party.v_customer"))
        .containsEntry("number", "0007")
        .containsEntry("language", "hi-IN")
        .containsEntry("email", "pay@asha.example");
  }

  @Test
  void registersManyAndLeavesTheOnesThatAreThere() {
    CustomerId first = customers.register(asha(), CLERK);
    List<NewCustomer> many =
        IntStream.rangeClosed(1, 300).mapToObj(n -> bulk("%04d".formatted(n))).toList();

    List<CustomerId> ids = customers.registerAll(many, CLERK);

    assertThat(ids).hasSize(300).doesNotHaveDuplicates();
    assertThat(ids.get(6)).isEqualTo(first);
    assertThat(customers.view(first).name()).isEqualTo("Asha Textiles");
    assertThat(customers.views(ids)).hasSize(300);
    assertThat(customers.idsByNumber(List.of("0001", "none"))).containsOnlyKeys("0001");
    assertThat(customers.view(ids.get(0)).contacts()).hasSize(1);
    assertThat(customers.registerAll(many, CLERK)).isEqualTo(ids);
  }

  @Test
  void refusesANumberThatIsTaken() {
    customers.register(asha(), CLERK);

    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> customers.register(asha(), CLERK))
        .matches(refusal -> refusal.code().equals("customer.number-taken"));
  }

  @Test
  void changesEverythingButTheNumber() {
    CustomerId id = customers.register(asha(), CLERK);

    customers.change(
        id,
        new CustomerChange(
            "Asha Textiles Ltd",
            Locale.ENGLISH,
            INR,
            "IN",
            "ravi",
            PaymentTerms.net(45),
            List.of(),
            List.of(),
            List.of()),
        CLERK);

    CustomerView view = customers.view(id);
    assertThat(view.name()).isEqualTo("Asha Textiles Ltd");
    assertThat(view.collector()).isEqualTo("ravi");
    assertThat(view.contacts()).isEmpty();
    assertThat(view.terms()).isEqualTo(PaymentTerms.net(45));
  }

  @Test
  void correctsAnAddressOrAddsTheContact() {
    CustomerId id = customers.register(asha(), CLERK);

    customers.correctEmail(id, ContactRole.ACCOUNTS_PAYABLE, "new@asha.example", CLERK);
    customers.correctEmail(id, ContactRole.LEGAL, "law@asha.example", CLERK);

    assertThat(customers.view(id).email()).contains("new@asha.example");
    assertThat(customers.view(id).contact(ContactRole.LEGAL)).isPresent();
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(
            () ->
                customers.correctEmail(
                    id, ContactRole.LEGAL, "x@y.example\nBcc: all@y.example", CLERK))
        .matches(refusal -> refusal.code().equals("contact.malformed-email"));
  }

  @Test
  void keepsTaxIdsAsTheTaxOfficeWritesThemAndRefusesMistypedOnes() {
    CustomerId id =
        customers.register(
            withTaxIds(
                "C-1",
                "IN",
                new TaxId("gstin", " 27aapfu0939f 1zv"),
                new TaxId("pan", "aapfu0939f")),
            CLERK);
    assertThat(customers.view(id).taxIds())
        .containsExactlyInAnyOrder(
            new TaxId("GSTIN", "27AAPFU0939F1ZV"), new TaxId("PAN", "AAPFU0939F"));

    refused("gstin.check-digit", "IN", new TaxId("GSTIN", "27AAPFU0939F1ZW"));
    refused("gstin.malformed", "IN", new TaxId("GSTIN", "2"));
    refused("pan.malformed", "IN", new TaxId("PAN", "AAPXU0939F"));
    refused("vat-id.check-digit", "DE", new TaxId("VAT", "DE136695978"));
    refused(
        "customer.pan-differs",
        "IN",
        new TaxId("GSTIN", "27AAPFU0939F1ZV"),
        new TaxId("PAN", "AAPFU0938F"));
    customers.register(withTaxIds("C-3", "AE", new TaxId("VAT", "100 123 456")), CLERK);
  }

  private void refused(String code, String country, TaxId... ids) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> customers.register(withTaxIds("C-2", country, ids), CLERK))
        .matches(refusal -> refusal.code().equals(code), code);
  }

  private static NewCustomer withTaxIds(String number, String country, TaxId... ids) {
    NewCustomer asha = asha();
    return new NewCustomer(
        number,
        asha.name(),
        asha.language(),
        INR,
        country,
        null,
        asha.terms(),
        List.of(),
        List.of(),
        List.of(ids));
  }

  @Test
  void findsByPartsOfNumberAndNameAndTakesWildcardsLiterally() {
    customers.registerAll(IntStream.range(0, 30).mapToObj(n -> bulk("C" + n)).toList(), CLERK);
    customers.register(asha(), CLERK);

    assertThat(customers.search("sha t", 0, 10, null).content()).hasSize(1);
    assertThat(customers.search("C1", 0, 5, "number").total()).isEqualTo(11);
    assertThat(customers.search("C1", 2, 5, "name").content()).hasSize(1);
    assertThat(customers.search("%", 0, 5, null).total()).isZero();
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> customers.search("", 0, 5, "id; drop table x"));
  }

  private static NewCustomer asha() {
    return new NewCustomer(
        "0007",
        "Asha Textiles",
        Locale.forLanguageTag("hi-IN"),
        INR,
        "IN",
        null,
        PaymentTerms.endOfMonth(1),
        List.of(
            new Contact(ContactRole.MANAGEMENT, "Ms Asha", "boss@asha.example", null, null),
            new Contact(
                ContactRole.ACCOUNTS_PAYABLE,
                "Accounts",
                "pay@asha.example",
                "+91 1",
                Locale.ENGLISH)),
        List.of(new Address(AddressKind.BILLING, "1 Mill Road", "400001", "Mumbai", "MH", "IN")),
        List.of(new TaxId("GSTIN", "27AAACA0000A1ZY")));
  }

  private static NewCustomer bulk(String number) {
    return new NewCustomer(
        number,
        "Customer " + number,
        Locale.ENGLISH,
        INR,
        "IN",
        null,
        PaymentTerms.net(30),
        List.of(
            new Contact(
                ContactRole.ACCOUNTS_PAYABLE, "AP\tteam\\", number + "@x.example", null, null)),
        List.of(),
        List.of());
  }
}
