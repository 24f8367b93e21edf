package io.dunwell.contracts;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What deliveries cost by their contracts, in the version in force on the day of delivery. */
@Service
@Transactional(readOnly = true)
public class Prices {

  private final AgreedContracts contracts;

  Prices(AgreedContracts contracts) {
    this.contracts = contracts;
  }

  /**
   * The price of a quantity; empty if the contract does not know the item on that day.
   *
   * @param quantity all that is priced together: it decides the slab
   * @throws RuleViolation {@code contract.unknown}
   */
  public Optional<Price> of(
      ContractId contract, String item, LocalDate deliveredOn, BigDecimal quantity) {
    return ofAll(List.of(new PriceQuestion(contract, item, deliveredOn, quantity))).get(0);
  }

  /** {@link #of} for many, in the order of the questions. */
  public List<Optional<Price>> ofAll(List<PriceQuestion> questions) {
    List<UUID> ids =
        questions.stream().map(PriceQuestion::contract).distinct().map(ContractId::value).toList();
    Map<ContractId, Contract> known =
        contracts.findByIdIn(ids).stream()
            .collect(Collectors.toMap(Contract::id, Function.identity()));
    Map<Agreement, ContractView> views = new HashMap<>();
    List<Optional<Price>> prices = new ArrayList<>(questions.size());
    for (PriceQuestion question : questions) {
      Contract contract = existing(known, question.contract());
      ContractView view =
          views.computeIfAbsent(contract.inForce(question.deliveredOn()), Agreement::view);
      prices.add(price(view, question));
    }
    return prices;
  }

  private static Optional<Price> price(ContractView contract, PriceQuestion question) {
    return contract
        .priceLine(question.item(), question.deliveredOn())
        .map(
            line ->
                ContractPricing.price(
                    line,
                    contract.version(),
                    question.before(),
                    question.quantity(),
                    question.after(),
                    contract.currency()));
  }

  private static Contract existing(Map<ContractId, Contract> known, ContractId id) {
    return Optional.ofNullable(known.get(id)).orElseThrow(() -> unknown(id));
  }

  private static RuleViolation unknown(ContractId id) {
    return new RuleViolation("contract.unknown", "There is no contract " + id + ".");
  }
}
