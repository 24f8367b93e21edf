package io.dunwell;

import io.dunwell.documents.ClamdDaemon;
import io.dunwell.einvoice.PortalServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application and a real PostgreSQL. Every test method works in fresh books of
 * its own; only real HTTP reaches the live ones.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "dunwell.data-dir=target/test-data/${dunwell.test-fork:1}",
      "dunwell.embedded-durable=false",
      "dunwell.demo-story=false",
      "dunwell.billing.seller.tax-number=27AAPFU0939F1ZV",
      "dunwell.einvoice.seller.legal-name=Dunwell Mills Private Limited",
      "dunwell.einvoice.seller.tax-number=27AAPFU0939F1ZV",
      "dunwell.billing.registrations.eu-vat.country=DE",
      "dunwell.billing.registrations.eu-vat.tax-number=DE136695976",
      "dunwell.billing.registrations.eu-vat.letterhead.name=Weberei Ostsee GmbH",
      "dunwell.billing.registrations.eu-vat.letterhead.address-lines=Am Hafen 3,18055 Rostock",
      "dunwell.einvoice.sellers.eu-vat.legal-name=Weberei Ostsee GmbH",
      "dunwell.einvoice.sellers.eu-vat.line1=Am Hafen 3",
      "dunwell.einvoice.sellers.eu-vat.postal-code=18055",
      "dunwell.einvoice.sellers.eu-vat.city=Rostock",
      "dunwell.einvoice.sellers.eu-vat.country=DE",
      "dunwell.einvoice.sellers.eu-vat.tax-number=DE136695976",
      "dunwell.einvoice.sellers.eu-vat.contact=Buchhaltung",
      "dunwell.einvoice.sellers.eu-vat.phone=+49 381 1234567",
      "dunwell.einvoice.sellers.eu-vat.email=rechnung@example.com",
      "dunwell.einvoice.sellers.eu-vat.account=DE75512108001245126199",
      "dunwell.einvoice.sellers.eu-vat.bank=SOLADEST600",
      "camunda.bpm.job-execution.enabled=false"
    })
@ContextConfiguration(initializers = {PortalServer.Installed.class, ClamdDaemon.Installed.class})
@AutoConfigureMockMvc
@ExtendWith(FreshBooks.class)
public @interface DunwellTest {}
