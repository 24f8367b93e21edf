package io.dunwell.audit;

import io.dunwell.ledger.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the audit trail as the ledger is sealed. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  SealedTable sealedActs() {
    return new SealedTable(
        "audit.act",
        "select seq, extract(epoch from recorded_at), recorded_by,"
            + " to_char(business_on, 'YYYY-MM-DD'), act, subject_type, subject, details"
            + " from audit.act where recorded_at >= ? and recorded_at < ? order by seq",
        "select 0");
  }
}
