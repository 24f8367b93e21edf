package io.dunwell.platform;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Chooses the database: the one that the settings name, or the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class Databases {

  @Bean(destroyMethod = "close")
  BooksDataSource dataSource(
      DataSourceProperties properties, PlatformSettings settings, EmbeddedDatabases embedded) {
    HikariDataSource live = new HikariDataSource();
    live.setPoolName("live");
    live.setMaximumPoolSize(20);
    live.addDataSourceProperty("reWriteBatchedInserts", "true");
    if (StringUtils.hasText(properties.getUrl())) {
      live.setJdbcUrl(properties.determineUrl());
      live.setUsername(properties.determineUsername());
      live.setPassword(properties.determinePassword());
    } else {
      EmbeddedDatabase own = embedded.startedIn(settings.dataDir(), settings.embeddedDurable());
      live.setJdbcUrl(own.url());
      live.setUsername(EmbeddedDatabase.USER);
      live.setPassword(own.password());
    }
    return new BooksDataSource(live);
  }

  @Bean
  Installation installation(DataSourceProperties properties, PlatformSettings settings) {
    boolean embedded = !StringUtils.hasText(properties.getUrl());
    return new Installation(embedded, embedded && settings.demo());
  }

  @Bean(destroyMethod = "close")
  EmbeddedDatabases embeddedDatabases() {
    return new EmbeddedDatabases();
  }
}
