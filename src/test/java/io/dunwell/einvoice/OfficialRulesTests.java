package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.einvoice.OfficialRules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The published unit tests of the rules: each case says which rule it breaks or keeps. */
class OfficialRulesTests {

  private static final String NAMESPACE = "http://difi.no/xsd/vefa/validator/1.0";

  private final OfficialRules rules = new OfficialRules();
  private int cases;

  @Test
  void everyPublishedCaseOfEn16931BreaksOrKeepsItsRule() {
    assertThat(wrong("en16931-unit", false)).isEmpty();
    assertThat(cases).isGreaterThan(500);
  }

  @Test
  void everyPublishedCaseOfPeppolBreaksOrKeepsItsRule() {
    assertThat(wrong("peppol-unit", true)).isEmpty();
    assertThat(cases).isGreaterThan(50);
  }

  private Set<String> wrong(String folder, boolean peppol) {
    Set<String> wrong = new TreeSet<>();
    for (Path file : SharedEinvoices.in(folder)) {
      Document set = HardenedXml.parse(SharedEinvoices.bytes(file));
      for (Element test : children(set.getDocumentElement(), "test")) {
        check(file, test, peppol, wrong);
      }
    }
    return wrong;
  }

  private void check(Path file, Element test, boolean peppol, Set<String> wrong) {
    Element document = document(test);
    Set<String> broken =
        rules.brokenBesidesSchema(alone(document), set(document, peppol)).stream()
            .map(BrokenRule::rule)
            .collect(Collectors.toSet());
    for (Element expectation : children(children(test, "assert").get(0), null)) {
      String rule = expectation.getTextContent().strip();
      boolean keeps = expectation.getLocalName().equals("success");
      if (expectation.getLocalName().equals("description")
          || expectation.getLocalName().equals("scope")) {
        continue;
      }
      cases++;
      if (broken.contains(rule) == keeps) {
        wrong.add(file.getFileName() + ": " + expectation.getLocalName() + " " + rule);
      }
    }
  }

  private static RuleSet set(Element document, boolean peppol) {
    boolean credit = document.getLocalName().equals("CreditNote");
    if (peppol) {
      return credit ? RuleSet.PEPPOL_CREDIT_NOTE : RuleSet.PEPPOL_INVOICE;
    }
    return credit ? RuleSet.EN16931_UBL_CREDIT_NOTE : RuleSet.EN16931_UBL_INVOICE;
  }

  private static Element document(Element test) {
    return children(test, null).stream()
        .filter(child -> !NAMESPACE.equals(child.getNamespaceURI()))
        .findFirst()
        .orElseThrow();
  }

  private static Document alone(Element element) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      Document document = factory.newDocumentBuilder().newDocument();
      document.appendChild(document.importNode(element, true));
      return document;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Element> children(Element parent, @Nullable String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element
          && (name == null || name.equals(element.getLocalName()))) {
        children.add(element);
      }
    }
    return children;
  }
}
