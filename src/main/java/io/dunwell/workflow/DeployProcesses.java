package io.dunwell.workflow;

import io.dunwell.shared.BooksPreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the processes, decisions and forms of this build into new books. */
@Component
class DeployProcesses implements BooksPreparation {

  private static final String[] MODELS = {
    "classpath:processes/*.bpmn", "classpath:processes/*.dmn", "classpath:forms/*.form"
  };

  private final RepositoryService repository;

  DeployProcesses(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public void prepare() {
    DeploymentBuilder deployment = repository.createDeployment().name("dunwell");
    for (String pattern : MODELS) {
      for (Resource model : models(pattern)) {
        try {
          deployment.addInputStream(String.valueOf(model.getFilename()), model.getInputStream());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    if (!deployment.getResourceNames().isEmpty()) {
      deployment.deploy();
    }
  }

  private static Resource[] models(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (java.io.FileNotFoundException nothingThere) {
      return new Resource[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
