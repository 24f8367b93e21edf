package io.dunwell;

import io.dunwell.shared.Books;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Runs each test method, and what prepares it, in a set of books that nobody has worked in. */
class FreshBooks implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(FreshBooks.class);

  @Override
  public void beforeEach(ExtensionContext test) {
    test.getStore(OURS).put("books", shelf(test).take());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    shelf(test).giveBack(booksOf(test));
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    inBooks(invocation, test);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    inBooks(invocation, test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    inBooks(invocation, test);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    inBooks(invocation, test);
  }

  private static void inBooks(Invocation<Void> invocation, ExtensionContext test) throws Throwable {
    Throwable thrown =
        booksOf(test)
            .within(
                () -> {
                  try {
                    invocation.proceed();
                    return new Outcome(null);
                  } catch (Throwable e) {
                    return new Outcome(e);
                  }
                })
            .thrown();
    if (thrown != null) {
      throw thrown;
    }
  }

  private static Books booksOf(ExtensionContext test) {
    return test.getStore(OURS).get("books", Books.class);
  }

  /** One for each context, and emptied with it. */
  private static BookShelf shelf(ExtensionContext test) {
    return SpringExtension.getApplicationContext(test).getBean(BookShelf.class);
  }

  private record Outcome(@org.jspecify.annotations.Nullable Throwable thrown) {}
}
