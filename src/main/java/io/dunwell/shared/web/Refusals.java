package io.dunwell.shared.web;

import io.dunwell.shared.Ids;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import java.net.URI;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells callers of the API, in problem+json, what was refused and why. */
@RestControllerAdvice(annotations = RestController.class)
class Refusals extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** SQLSTATE of a value that has to be unique and is not. */
  private static final String UNIQUE = "23505";

  @ExceptionHandler
  ProblemDetail refused(RuleViolation violation) {
    HttpStatus status =
        violation.code().endsWith(".unknown") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    return problem(status, "A rule refused this", violation.code(), violation.sentence());
  }

  @ExceptionHandler
  ProblemDetail malformed(MalformedValue malformed) {
    ProblemDetail problem =
        problem(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "A value is malformed",
            malformed.code(),
            malformed.sentence());
    problem.setProperty(
        "fields", List.of(Map.of("field", malformed.field(), "message", malformed.sentence())));
    return problem;
  }

  @ExceptionHandler
  ProblemDetail malformed(DateTimeException malformed) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "Not a date",
        "request.date",
        String.valueOf(malformed.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail overtaken(OptimisticLockingFailureException overtaken) {
    return problem(
        HttpStatus.CONFLICT,
        "Somebody was faster",
        "request.overtaken",
        "Somebody changed this at the same moment. Look at it again and repeat the change.");
  }

  /** What two callers enter at the same moment is entered once. */
  @ExceptionHandler
  ProblemDetail twice(DataIntegrityViolationException refused) {
    boolean known =
        NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
            && UNIQUE.equals(cause.getSQLState());
    return known
        ? problem(
            HttpStatus.CONFLICT,
            "Somebody was faster",
            "request.overtaken",
            "Somebody entered the same at the same moment. Look at it, and repeat what is still needed.")
        : unforeseen(refused);
  }

  /** Whoever may not is told by the security chain. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void denied(RuntimeException denied) {
    throw denied;
  }

  /** Anything unforeseen: a number to quote, and nothing about the inside. */
  @ExceptionHandler
  ProblemDetail unforeseen(Exception unforeseen) {
    UUID number = Ids.next();
    LOG.error("Request failed, number {}", number, unforeseen);
    ProblemDetail problem =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong",
            "server.failure",
            "Something went wrong on our side. Quote the number " + number + " to get help.");
    problem.setProperty("number", number.toString());
    return problem;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Map<String, String>> fields =
        invalid.getFieldErrors().stream()
            .map(
                error ->
                    Map.of(
                        "field", error.getField(),
                        "message", String.valueOf(error.getDefaultMessage())))
            .toList();
    ProblemDetail problem = invalid.getBody();
    problem.setDetail("The request is not complete or not well formed; see fields.");
    problem.setProperty("code", "request.invalid");
    problem.setProperty("fields", fields);
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return wrong(unreadable, WrongFields.of(unreadable), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return wrong(mismatch, WrongFields.of(mismatch), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return wrong(invalid, WrongFields.of(invalid), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Map<String, String>> fields =
        List.of(Map.of("field", missing.getParameterName(), "message", "must be given"));
    return wrong(missing, fields, headers, status, request);
  }

  private @Nullable ResponseEntity<Object> wrong(
      Exception exception,
      List<Map<String, String>> fields,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, WrongFields.sentence(fields));
    problem.setProperty("code", "request.invalid");
    problem.setProperty("fields", fields);
    return handleExceptionInternal(exception, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var answer = super.handleExceptionInternal(exception, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      problem.setProperty("code", "request.invalid");
    }
    return answer;
  }

  private static ProblemDetail problem(
      HttpStatus status, String title, String code, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setType(URI.create("urn:dunwell:" + code));
    problem.setTitle(title);
    problem.setProperty("code", code);
    return problem;
  }
}
