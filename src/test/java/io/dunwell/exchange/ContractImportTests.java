package io.dunwell.exchange;

import static io.dunwell.Supply.price;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.Supply;
import io.dunwell.Trade;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractVersion;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryQuery;
import io.dunwell.contracts.Prices;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.ShipTo;
import io.dunwell.exchange.ConflictView.Decision;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class ContractImportTests {

  private static final Actor BILLING = new Actor("billing");
  private static final byte[] PDF = "%PDF-1.7 signed".getBytes(UTF_8);

  @Autowired Imports imports;
  @Autowired Contracts contracts;
  @Autowired Prices prices;
  @Autowired Deliveries deliveries;
  @Autowired Trade trade;
  @Autowired Supply supply;

  private ContractId contract;

  @BeforeEach
  void agree() {
    contract = supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));
  }

  @Test
  void contractsComeInOnceAndAnotherContentIsKeptInQuarantine() {
    String file =
        """
        contractNumber,customerNumber,title,validFrom,billingRule,terms,currency,purchaseOrder,orderCap,owner,placeOfSupply,proofRequired,supply
        F-2,C-1,Nuts,2025-01-01,per delivery,net 45,EUR,PO-1,5000.00,sales,DE,yes,Reverse charge
        F-3,NOBODY,Nuts,2025-01-01,MONTHLY,,EUR,,,sales,DE,,
        F-4,C-1,Nuts,2025-01-01,WEEKLY,,EUR,,,sales,DE,,
        """;

    ImportView dry = take("contracts", file, true);
    assertThat(contracts.byNumber("F-2", Trade.DAY)).isEmpty();
    ImportView first = take("contracts", file, false);
    ImportView second = take("contracts", file, false);
    ImportView other = take("contracts", file.replace("net 45", "net 60"), false);

    assertThat(List.of(dry.accepted(), dry.rejected()))
        .as("%s %s %s", dry.status(), dry.detail(), dry.problems())
        .containsExactly(1, 2);
    assertThat(List.of(first.accepted(), first.rejected())).containsExactly(1, 2);
    assertThat(codes(first)).containsExactly("customer.unknown", "word.unknown");
    assertThat(List.of(second.accepted(), second.duplicates()))
        .as("%s", second.problems())
        .containsExactly(0, 1);
    assertThat(codes(other)).contains("contract.conflict");
    assertThat(other.problems().get(0).message()).contains("net 45 → net 60");
    ContractView taken = contracts.byNumber("F-2", Trade.DAY).orElseThrow();
    assertThat(taken.terms()).hasToString("net 45");
    assertThat(taken.purchaseOrder())
        .isEqualTo(new PurchaseOrder("PO-1", Money.of("5000.00", "EUR"), null));
    assertThat(taken.proofRequired()).isTrue();
    assertThat(taken.supply()).isEqualTo(io.dunwell.tax.Supply.REVERSE_CHARGE);
  }

  @Test
  void aContractThatDiffersIsKeptOrAmendedAsAPersonDecides() {
    String file =
        """
        contractNumber,customerNumber,title,validFrom,billingRule,terms,currency,owner,placeOfSupply
        F-1,C-1,Fasteners and nuts,2025-01-01,per delivery,net 60,EUR,sales,DE
        """;

    ImportView first = take("contracts", file, false);
    imports.decide(new ImportId(first.id()), 2, Decision.KEPT, "The file is older", BILLING);
    assertThat(contracts.versions(contract)).hasSize(1);
    ImportView again = take("contracts", file, false);
    assertThat(again.duplicates()).as("what is decided is not asked again").isEqualTo(1);

    ImportView other = take("contracts", file.replace("net 60", "net 75"), false);
    imports.decide(new ImportId(other.id()), 2, Decision.CORRECTED, "Agreed in May", BILLING);
    ContractView amended = contracts.versions(contract).get(1).contract();
    assertThat(amended.terms()).hasToString("net 75");
    assertThat(amended.title()).isEqualTo("Fasteners and nuts");
    assertThat(amended.priceLines()).as("prices stay").hasSize(1);
    assertThat(contracts.versions(contract).get(0).contract().title())
        .isNotEqualTo(amended.title());
    assertThat(take("contracts", file.replace("net 60", "net 75"), false).duplicates())
        .isEqualTo(1);
  }

  @Test
  void returnsComeInOnceAndNeverMoreThanWasDelivered() {
    supply.delivered(contract, "DN-1", Trade.DAY, "BOLT", "10");
    String file =
        """
        deliveryNumber,item,line,quantity,returnedOn,reason,returnNumber
        DN-1,BOLT,,3,2025-02-01,Damaged,
        DN-1,BOLT,,3,2025-02-01,Damaged,
        DN-1,,1,2,2025-02-02,Too many,RET-1
        DN-1,BOLT,,3,2025-02-03,Damaged,
        DN-1,BOLT,,1,2024-02-03,Damaged,
        DN-1,NUT,,1,2025-02-03,Damaged,
        DN-9,BOLT,,1,2025-02-03,Damaged,
        DN-1,,,1,2025-02-03,Damaged,
        """;

    ImportView dry = take("returns", file, true);
    assertThat(left("DN-1")).isEqualByComparingTo("10");
    ImportView first = take("returns", file, false);
    ImportView second = take("returns", file, false);

    assertThat(List.of(dry.accepted(), dry.rejected()))
        .as("%s %s %s", dry.status(), dry.detail(), dry.problems())
        .containsExactly(3, 5);
    assertThat(List.of(first.accepted(), first.rejected())).containsExactly(3, 5);
    assertThat(codes(first))
        .containsExactlyInAnyOrder(
            "return.more-than-delivered",
            "return.before-delivery",
            "delivery-line.unknown",
            "delivery.unknown",
            "return.no-line");
    assertThat(left("DN-1")).isEqualByComparingTo("2");
    assertThat(List.of(second.accepted(), second.duplicates()))
        .as("%s", second.problems())
        .containsExactly(0, 3);
    assertThat(deliveries.byNumber("RET-1").orElseThrow().reason()).isEqualTo("Too many");
  }

  private BigDecimal left(String delivery) {
    return deliveries.byNumber(delivery).orElseThrow().lines().get(0).left();
  }

  @Test
  void pricesOfAFileAreOneAmendmentAndALaterPriceEndsTheFormer() {
    String file =
        """
        contractNumber,item,unit,prices,slabRule,discountPercent,validFrom,taxCode,treatment
        F-1,BOLT,PCS,0: 12; 100: 11.5,,2.5,2025-07-01,8471
        F-1,NUT,KG,7.25,graduated,,2025-02-01,7318,nil-rated
        F-1,PIN,KG,7.25,,,2025-02-01,7318,tax free
        F-1,BOLT,PCS,9,,,2025-01-01,8471
        F-9,NUT,KG,7.25,,,,7318
        F-1,CAP,PCS,dear,,,,
        """;

    ImportView dry = take("price-lines", file, true);
    assertThat(contracts.versions(contract)).hasSize(1);
    ImportView first = take("price-lines", file, false);
    ImportView second = take("price-lines", file, false);

    assertThat(List.of(dry.accepted(), dry.rejected()))
        .as("%s %s %s", dry.status(), dry.detail(), dry.problems())
        .containsExactly(2, 4);
    assertThat(List.of(first.accepted(), first.rejected())).containsExactly(2, 4);
    assertThat(codes(first))
        .containsExactlyInAnyOrder(
            "word.unknown", "price.differs", "contract.unknown", "price.unreadable");
    assertThat(List.of(second.accepted(), second.duplicates()))
        .as("%s", second.problems())
        .containsExactly(0, 2);
    assertThat(contracts.versions(contract))
        .extracting(ContractVersion::effectiveOn)
        .containsExactly(Trade.DAY, LocalDate.of(2025, 2, 1));
    assertThat(contracts.view(contract, LocalDate.of(2025, 2, 1)).priceLines())
        .extracting(line -> line.item() + " " + line.treatment())
        .contains("BOLT TAXED", "NUT NIL_RATED");
    assertThat(net("BOLT", LocalDate.of(2025, 6, 30))).isEqualTo("10.00");
    assertThat(net("BOLT", LocalDate.of(2025, 7, 1))).isEqualTo("11.70");
    assertThat(net("NUT", LocalDate.of(2025, 2, 1))).isEqualTo("7.25");
  }

  @Test
  void whatNoInvoiceCouldSayIsKeptInQuarantineAndAMissingRateIsTold() {
    ImportView terms =
        take(
            "contracts",
            """
            contractNumber,customerNumber,title,validFrom,billingRule,currency,owner,placeOfSupply,taxScheme
            F-2,C-1,Nuts,2025-01-01,MONTHLY,EUR,sales,Mumbai,
            F-3,C-1,Nuts,2025-01-01,MONTHLY,EUR,sales,27,GST
            F-1,C-1,Nuts,2025-01-01,MONTHLY,EUR,sales,98,IN_GST
            """,
            false);
    ImportView lines =
        take(
            "price-lines",
            """
            contractNumber,item,unit,prices,validFrom,taxCode
            F-1,CAP,PCS,4,,12
            F-1,SHIRT,KGS,4,,62052000
            F-1,ODD,PCS,4,,0001
            """,
            false);

    assertThat(terms.problems())
        .extracting(ImportProblem::field, ImportProblem::code)
        .containsExactly(
            tuple("placeOfSupply", "tax.place-of-supply-malformed"),
            tuple("taxScheme", "tax-scheme.unknown"),
            tuple("placeOfSupply", "tax.place-of-supply-malformed"));
    assertThat(terms.rejected()).isEqualTo(3);
    assertThat(lines.problems())
        .extracting(ImportProblem::field, ImportProblem::code, ImportProblem::severity)
        .containsExactly(
            tuple("taxCode", "tax.code-malformed", ImportProblem.Severity.ERROR),
            tuple("unit", "tax.price-unit", ImportProblem.Severity.ERROR),
            tuple("taxCode", "tax.rate-missing", ImportProblem.Severity.NOTICE));
    assertThat(List.of(lines.accepted(), lines.rejected())).containsExactly(1, 2);
  }

  @Test
  void aPriceOfAnEarlierDayCountsFromItThoughTheContractWasAmendedSince() {
    LocalDate june = LocalDate.of(2025, 6, 1);
    contracts.amend(
        contract,
        contracts.view(contract, june).asTerms().withPrices(List.of(price("BOLT", "11"))),
        june,
        "Steel",
        new Actor("sunil"));
    take(
        "price-lines",
        """
        contractNumber,item,unit,prices,slabRule,discountPercent,validFrom,taxCode
        F-1,NUT,KG,7.25,,,2025-03-01,7318
        """,
        false);
    assertThat(net("NUT", LocalDate.of(2025, 3, 15))).isEqualTo("7.25");
    assertThat(net("NUT", june)).isEqualTo("7.25");
    assertThat(net("BOLT", LocalDate.of(2025, 3, 15))).as("as agreed then").isEqualTo("10.00");
    assertThat(net("BOLT", june)).isEqualTo("11.00");
  }

  @Test
  void aDeliveryComesInWholeOrNotAtAll() {
    String file =
        """
        deliveryNumber,contractNumber,deliveredOn,item,quantity,shipTo,street,city,postalCode,placeOfSupply
        DN-1,F-1,2025-03-01,BOLT,"1,250.5",Store 7,Plot 7,Bengaluru,560058,29
        DN-1,F-1,2025-03-01,NUT,2,Store 7,Plot 7,Bengaluru,560058,29
        DN-6,F-1,2025-03-01,NUT,2,Store 8,Plot 7,Bengaluru,560058,2X
        DN-2,F-1,2025-03-02,BOLT,4
        DN-2,F-1,2025-03-02,NUT,none
        DN-3,F-9,2025-03-02,BOLT,4
        DN-4,F-1,2025-03-03,BOLT,1
        DN-5,F-1,2025-03-03,BOLT,1
        DN-4,F-1,2025-03-03,NUT,1
        """;

    ImportView dry = take("deliveries", file, true);
    assertThat(deliveries.find(DeliveryQuery.all(), 0, 10).total()).isZero();
    ImportView first = take("deliveries", file, false);
    ImportView second = take("deliveries", file, false);

    assertThat(List.of(dry.accepted(), dry.rejected()))
        .as("%s %s %s", dry.status(), dry.detail(), dry.problems())
        .containsExactly(4, 5);
    assertThat(List.of(first.accepted(), first.rejected())).containsExactly(4, 5);
    assertThat(codes(first))
        .contains(
            "ship-to.malformed", "delivery.line-wrong", "contract.unknown", "delivery.differs");
    assertThat(List.of(second.accepted(), second.duplicates()))
        .as("%s", second.problems())
        .containsExactly(0, 4);
    assertThat(deliveries.byNumber("DN-1").orElseThrow().lines()).hasSize(2);
    assertThat(deliveries.byNumber("DN-1").orElseThrow().lines().get(0).quantity())
        .isEqualByComparingTo("1250.5");
    assertThat(deliveries.byNumber("DN-1").orElseThrow().shipTo())
        .isEqualTo(new ShipTo("Store 7", "Plot 7", "560058", "Bengaluru", "29", null, false));
    assertThat(deliveries.byNumber("DN-2")).isEmpty();
  }

  @Test
  void proofsComeInAnArchiveWithAnIndex() throws IOException {
    supply.delivered(contract, "DN-1", Trade.DAY, "BOLT", "1");
    supply.delivered(contract, "DN-2", Trade.DAY, "BOLT", "1");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "index.csv",
        """
        deliveryNumber,fileName,proofKind
        DN-1,scans/a.pdf,signed note
        DN-2,b.pdf,e-way bill
        DN-2,missing.pdf,
        DN-9,b.pdf,
        DN-2,virus.exe,
        """
            .replace("e-way bill", "eway bill")
            .getBytes(UTF_8));
    files.put("scans/a.pdf", PDF);
    files.put("scans/b.pdf", "%PDF-1.7 other".getBytes(UTF_8));
    files.put("virus.exe", new byte[] {'M', 'Z', 1});

    ImportView dry = take("proofs", zip(files), true);
    assertThat(deliveries.byNumber("DN-1").orElseThrow().proven()).isFalse();
    ImportView first = take("proofs", zip(files), false);
    ImportView second = take("proofs", zip(files), false);

    assertThat(List.of(dry.accepted(), dry.rejected()))
        .as("%s %s %s", dry.status(), dry.detail(), dry.problems())
        .containsExactly(2, 3);
    assertThat(List.of(first.accepted(), first.rejected())).containsExactly(2, 3);
    assertThat(codes(first))
        .containsExactlyInAnyOrder("proof.file-missing", "delivery.unknown", "document.program");
    assertThat(List.of(second.accepted(), second.duplicates()))
        .as("%s", second.problems())
        .containsExactly(0, 2);
    assertThat(deliveries.byNumber("DN-2").orElseThrow().proofs().get(0).name()).isEqualTo("b.pdf");
  }

  @Test
  void anArchiveThatIsNotToBeTrustedIsRefusedAsAWhole() throws IOException {
    byte[] index = "deliveryNumber,fileName\nDN-1,a.pdf\n".getBytes(UTF_8);

    assertThat(refused(zip(Map.of("a.pdf", PDF)))).isEqualTo("archive.no-index");
    assertThat(refused(zip(Map.of("index.csv", index, "../../a.pdf", PDF))))
        .isEqualTo("archive.unsafe-name");
    assertThat(refused("no archive".getBytes(UTF_8))).isEqualTo("archive.broken");
  }

  @Test
  void whatUnpacksToMoreThanItMayIsNeverRead(@TempDir Path folder) throws IOException {
    byte[] bomb = zip(Map.of("index.csv", PDF, "bomb.pdf", new byte[3 << 20]));
    assertThat(bomb.length).isLessThan(10_000);
    Path file = Files.write(folder.resolve("bomb.zip"), bomb);

    try (ProofArchive archive = ProofArchive.open(file)) {
      assertThat(archive.content("bomb.pdf", 1 << 20)).isNull();
      assertThat(archive.content("bomb.pdf", 3 << 20)).hasSize(3 << 20);
      assertThat(archive.has("nothing.pdf")).isFalse();
    }
  }

  private String refused(byte[] archive) {
    ImportView view = take("proofs", archive, false);
    assertThat(view.status()).isEqualTo(ImportStatus.REFUSED);
    return String.valueOf(view.code());
  }

  private String net(String item, LocalDate on) {
    return prices.of(contract, item, on, BigDecimal.ONE).orElseThrow().net().text();
  }

  private ImportView take(String kind, String file, boolean dryRun) {
    return take(kind, file.getBytes(UTF_8), dryRun);
  }

  private ImportView take(String kind, byte[] file, boolean dryRun) {
    return imports.start(
        new Imports.Order(ImportKind.of(kind), null, null, dryRun, kind + ".csv"),
        new ByteArrayInputStream(file),
        BILLING);
  }

  private static List<String> codes(ImportView view) {
    return view.problems().stream().map(ImportProblem::code).distinct().toList();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
