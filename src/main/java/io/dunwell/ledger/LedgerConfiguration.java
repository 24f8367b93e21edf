package io.dunwell.ledger;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the ledger has sealed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

  @Bean
  SealedTable sealedEntries() {
    return new SealedTable(
        "ledger.entry",
        "select e.seq, e.key, e.reason, to_char(e.effective_on, 'YYYY-MM-DD'),"
            + " extract(epoch from e.recorded_at), e.recorded_by, e.reverses, p.line, p.account,"
            + " p.customer, p.item, p.amount, p.currency, to_char(p.effective_on, 'YYYY-MM-DD')"
            + " from ledger.entry e left join ledger.posting p on p.entry = e.seq"
            + " where e.recorded_at >= ? and e.recorded_at < ? order by e.seq, p.line",
        "select count(*) from ledger.posting p"
            + " where not exists (select 1 from ledger.entry e where e.seq = p.entry)");
  }
}
