package io.dunwell.einvoice;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2025_11;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * The published rules: the XML schemas of UBL 2.1 and CII D16B, the schematron of EN 16931 (CEN,
 * 1.3.15) and of Peppol BIS Billing 3 (OpenPeppol, November 2025). Compiled at their first use.
 */
@Component
class OfficialRules {

  private final ValidationExecutorSetRegistry<IValidationSourceXML> registry =
      new ValidationExecutorSetRegistry<>();

  OfficialRules() {
    EN16931Validation.initEN16931(registry);
    PeppolValidation2025_11.init(registry);
  }

  /** What a document breaks: schema first, and the rules if the schema is kept. */
  List<BrokenRule> broken(Document document, RuleSet rules) {
    return check(document, executors(rules).getAllExecutors());
  }

  /** What a fragment breaks, whatever the schema says. */
  List<BrokenRule> brokenBesidesSchema(Document fragment, RuleSet rules) {
    List<IValidationExecutor<IValidationSourceXML>> schematrons =
        executors(rules).getAllExecutors().stream()
            .filter(
                executor ->
                    !executor.getValidationArtefact().getValidationType().getID().equals("xsd"))
            .toList();
    return check(fragment, schematrons);
  }

  private IValidationExecutorSet<IValidationSourceXML> executors(RuleSet rules) {
    IValidationExecutorSet<IValidationSourceXML> executors = registry.getOfID(rules.id());
    if (executors == null) {
      throw new IllegalStateException("The rules " + rules + " are not on the class path");
    }
    return executors;
  }

  private static List<BrokenRule> check(
      Document document, List<IValidationExecutor<IValidationSourceXML>> executors) {
    IValidationSourceXML source = ValidationSourceXML.create("document", document);
    ValidationResultList results = new ValidationResultList(source);
    new ValidationExecutionManager<IValidationSourceXML>(
            IValidityDeterminator.createDefault(), executors)
        .executeValidation(source, results, Locale.ENGLISH);
    List<BrokenRule> broken = new ArrayList<>();
    results.forEachFlattened(error -> broken.add(rule(error)));
    return broken;
  }

  private static BrokenRule rule(IError error) {
    String id = error.getErrorID();
    String text = error.getErrorText(Locale.ENGLISH);
    return new BrokenRule(
        id == null || id.isEmpty() ? "schema" : id,
        text == null ? "" : text.strip(),
        error.getErrorLevel().isError());
  }

  /** Which rules. */
  enum RuleSet {
    EN16931_UBL_INVOICE,
    EN16931_UBL_CREDIT_NOTE,
    EN16931_CII,
    PEPPOL_INVOICE,
    PEPPOL_CREDIT_NOTE;

    private DVRCoordinate id() {
      return switch (this) {
        case EN16931_UBL_INVOICE -> EN16931Validation.VID_UBL_INVOICE_1315;
        case EN16931_UBL_CREDIT_NOTE -> EN16931Validation.VID_UBL_CREDIT_NOTE_1315;
        case EN16931_CII -> EN16931Validation.VID_CII_1315;
        case PEPPOL_INVOICE -> PeppolValidation2025_11.VID_OPENPEPPOL_INVOICE_UBL_V3;
        case PEPPOL_CREDIT_NOTE -> PeppolValidation2025_11.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3;
      };
    }
  }
}
