package io.dunwell.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReapprovalPolicyTests {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      nullValues = "nobody",
      value = {
        "PROOF, OPERATIONS",
        "PRICE, SALES",
        "TEXT, SALES",
        "REFERENCE, SALES",
        "QUANTITY, SALES+OPERATIONS",
        "TERMS, SALES+ACCOUNTS",
        "TAX, ACCOUNTS+SECOND_ACCOUNTS",
        "AMOUNT, ACCOUNTS+SECOND_ACCOUNTS+MANAGEMENT",
        "PRICE+AMOUNT, SALES+ACCOUNTS+SECOND_ACCOUNTS+MANAGEMENT",
        "CUSTOMER, SALES+OPERATIONS+ACCOUNTS+SECOND_ACCOUNTS+MANAGEMENT",
        "PROOF+TEXT, SALES+OPERATIONS",
        "nobody, nobody"
      })
  void whatChangedDecidesWhoIsAskedAgain(String changed, String asked) {
    assertThat(ReapprovalPolicy.askedAgain(set(changed, Aspect.class)))
        .isEqualTo(set(asked, Department.class));
  }

  @ParameterizedTest
  @EnumSource(Aspect.class)
  void everySubjectConcernsSomebody(Aspect aspect) {
    assertThat(ReapprovalPolicy.concernedBy(aspect)).isNotEmpty();
  }

  @Test
  void aDepartmentIsToldOnlyWhatConcernsIt() {
    assertThat(
            ReapprovalPolicy.concerning(
                Department.SALES, List.of(Aspect.PROOF, Aspect.PRICE, Aspect.AMOUNT)))
        .containsExactly(Aspect.PRICE);
  }

  private static <T extends Enum<T>> Set<T> set(String names, Class<T> type) {
    Stream<String> each = names == null ? Stream.empty() : Stream.of(names.split("\\+", -1));
    return each.map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
  }
}
