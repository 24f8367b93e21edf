package io.dunwell;

import io.dunwell.platform.BooksDatabases;
import io.dunwell.shared.Books;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Runs each test method, and what prepares it, in a set of books that is created for it. */
class FreshBooks implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(FreshBooks.class);
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void beforeEach(ExtensionContext test) {
    Books books =
        Books.ofReplay("t" + ProcessHandle.current().pid() + "n" + COUNT.incrementAndGet());
    databases(test).create(books);
    test.getStore(OURS).put("books", books);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    databases(test).drop(booksOf(test));
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

  private static BooksDatabases databases(ExtensionContext test) {
    return SpringExtension.getApplicationContext(test).getBean(BooksDatabases.class);
  }

  private record Outcome(@org.jspecify.annotations.Nullable Throwable thrown) {}
}
