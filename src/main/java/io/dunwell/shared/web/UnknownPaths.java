package io.dunwell.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers calls of the API that lead nowhere as a problem; pages get the error page. */
@RestControllerAdvice
class UnknownPaths {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  ProblemDetail nothingThere(NoResourceFoundException nothing, HttpServletRequest request)
      throws NoResourceFoundException {
    if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      throw nothing;
    }
    ProblemDetail problem = nothing.getBody();
    problem.setProperty("code", "request.unknown");
    return problem;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.METHOD_NOT_ALLOWED)
  ProblemDetail notThatWay(
      HttpRequestMethodNotSupportedException method, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      throw method;
    }
    ProblemDetail problem = method.getBody();
    problem.setProperty("code", "request.method");
    return problem;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
  ProblemDetail notInThatForm(HttpMediaTypeNotSupportedException form, HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      throw form;
    }
    ProblemDetail problem = form.getBody();
    problem.setDetail(
        "%s is not read here; send %s."
            .formatted(
                form.getContentType() == null ? "This" : form.getContentType(),
                MediaType.toString(form.getSupportedMediaTypes())));
    problem.setProperty("code", "request.form");
    return problem;
  }
}
