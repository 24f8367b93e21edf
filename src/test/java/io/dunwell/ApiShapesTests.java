package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dunwell.shared.Money;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the REST calls answer with: amounts are decimal strings beside their currency. */
class ApiShapesTests {

  private final Set<Type> seen = new HashSet<>();
  private final List<String> numbers = new ArrayList<>();
  private int calls;

  @Test
  void amountsLeaveAsTextAndNeverAsNumbers() throws Exception {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    for (var controller : scanner.findCandidateComponents("io.dunwell")) {
      Class<?> type = Class.forName(controller.getBeanClassName());
      for (Method method : type.getDeclaredMethods()) {
        if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
          calls++;
          walk(method.getGenericReturnType(), type.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(calls).isGreaterThan(100);
    assertThat(numbers).isEmpty();
  }

  private void walk(Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      walk(generic.getRawType(), path);
      for (Type argument : generic.getActualTypeArguments()) {
        walk(argument, path);
      }
    } else if (type == Money.class || type == BigDecimal.class) {
      numbers.add(path);
    } else if (type instanceof Class<?> plain && plain.isRecord() && seen.add(type)) {
      for (RecordComponent each : plain.getRecordComponents()) {
        if (each.getAccessor().getAnnotation(JsonFormat.class) == null) {
          walk(each.getGenericType(), path + " > " + plain.getSimpleName() + "." + each.getName());
        }
      }
    }
  }
}
