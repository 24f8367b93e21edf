package io.dunwell.unbilled;

import io.dunwell.contracts.DeliveryId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries and invoices that chases have to do with, as one text each. */
@Component
class ChaseSubjects {

  private static final String DELIVERY = "delivery:";
  private static final String INVOICE = "invoice:";

  private static final String CHASED =
      """
      select distinct 'delivery:' || r.delivery from billing.v_delivery_root r
      join unbilled.chase c on c.root = r.root and c.ended_on is null
      where r.delivery = any(cast(:deliveries as uuid[]))
      union all
      select distinct 'invoice:' || b.invoice from billing.v_billed_root b
      join unbilled.chase c on c.root = b.root and c.ended_on is null
      where b.invoice = any(cast(:invoices as uuid[]))
      """;

  private final JdbcClient jdbc;
  private final ChaseTable chases;

  ChaseSubjects(JdbcClient jdbc, ChaseTable chases) {
    this.jdbc = jdbc;
    this.chases = chases;
  }

  static String delivery(DeliveryId delivery) {
    return DELIVERY + delivery.value();
  }

  static String invoice(UUID invoice) {
    return INVOICE + invoice;
  }

  /** Those of them that an open chase has to do with. */
  List<String> chased(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(CHASED)
        .param("deliveries", ids(subjects, DELIVERY))
        .param("invoices", ids(subjects, INVOICE))
        .query(String.class)
        .list();
  }

  /** The open chases that have to do with it. */
  List<ChaseView> open(String subject) {
    return subject.startsWith(INVOICE)
        ? chases.openOfInvoice(UUID.fromString(subject.substring(INVOICE.length())))
        : chases.openOfDelivery(UUID.fromString(subject.substring(DELIVERY.length())));
  }

  private static String[] ids(Collection<String> subjects, String kind) {
    return subjects.stream()
        .filter(each -> each.startsWith(kind))
        .map(each -> each.substring(kind.length()))
        .toArray(String[]::new);
  }
}
