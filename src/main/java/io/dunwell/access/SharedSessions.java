package io.dunwell.access;

import io.dunwell.platform.BooksDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions lie in the live database, whatever books a request looks at: so each node knows all of
 * them, and a restart logs nobody out.
 */
@Configuration(proxyBeanMethods = false)
class SharedSessions {

  @Bean(defaultCandidate = false, destroyMethod = "")
  @SpringSessionDataSource
  DataSource sessionDataSource(BooksDataSource books) {
    return books.live();
  }

  /** Tasklist asks for many things at once, and each answer may bring the session's next entry. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionEntriesAreOverwritten() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
  @Qualifier("springSessionTransactionOperations")
  TransactionOperations sessionTransactions(BooksDataSource books) {
    var definition =
        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionTemplate(new DataSourceTransactionManager(books.live()), definition);
  }
}
