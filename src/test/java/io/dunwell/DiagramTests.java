package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is read by people: nothing lies on anything else, and it fits Cockpit's window. */
class DiagramTests {

  /** Cockpit shows a diagram about 940 by 330 before anybody zooms. */
  private static final double WIDEST = 3.2;

  private static final double TALLEST = 1.8;
  private static final int LARGE = 12;

  static List<Path> processes() {
    return Sources.files(Path.of("processes"), ".bpmn");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void noShapeLiesOnAnother(Path file) {
    List<Shape> shapes = shapes(file);
    List<String> overlaps = new ArrayList<>();
    for (Shape one : shapes) {
      for (Shape other : shapes) {
        if (one.id().compareTo(other.id()) < 0 && !one.belongsTo(other) && !other.belongsTo(one)) {
          addIf(one.area().intersects(other.area()), one.id() + " on " + other.id(), overlaps);
        }
      }
    }
    assertThat(overlaps).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void whatBelongsToAStageIsDrawnInsideIt(Path file) {
    List<Shape> shapes = shapes(file);
    for (Shape inner : shapes) {
      shapes.stream()
          .filter(outer -> inner.ancestors().contains(outer.id()))
          .forEach(
              outer -> assertThat(outer.area().contains(inner.area())).as(inner.id()).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aFlowBeginsAndEndsAtWhatItConnects(Path file) {
    List<Shape> shapes = shapes(file);
    for (Flow flow : flows(file)) {
      assertThat(touches(shape(shapes, flow.source()), flow.from())).as(flow.id()).isTrue();
      assertThat(touches(shape(shapes, flow.target()), flow.to())).as(flow.id()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void noFlowRunsThroughAShape(Path file) {
    List<Shape> shapes = shapes(file);
    List<String> crossings = new ArrayList<>();
    for (Flow flow : flows(file)) {
      for (Shape shape : shapes) {
        boolean stranger = !flow.touches(shape) && !flow.ancestors().contains(shape.id());
        boolean through = flow.lines().stream().anyMatch(line -> line.intersects(shape.area()));
        addIf(stranger && through, flow.id() + " through " + shape.id(), crossings);
      }
    }
    assertThat(crossings).isEmpty();
  }

  /** Flows from the same gateway, or to the same task, may share a line. */
  @ParameterizedTest
  @MethodSource("processes")
  void noFlowCrossesAnother(Path file) {
    List<Flow> flows = flows(file);
    List<String> crossings = new ArrayList<>();
    for (Flow one : flows) {
      for (Flow other : flows) {
        if (one.id().compareTo(other.id()) < 0 && !one.related(other)) {
          addIf(one.crosses(other), one.id() + " and " + other.id(), crossings);
        }
      }
    }
    assertThat(crossings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void noLabelCoversAShapeOrAnotherLabel(Path file) {
    List<Rectangle2D> labels = labels(file);
    List<Shape> leaves =
        shapes(file).stream().filter(shape -> !shape.container()).collect(Collectors.toList());
    for (Rectangle2D label : labels) {
      assertThat(leaves)
          .filteredOn(leaf -> leaf.area().intersects(label))
          .as("label at " + label)
          .isEmpty();
      assertThat(labels.stream().filter(other -> other.intersects(label)))
          .as("labels at " + label)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void aLargeDiagramIsWideEnoughForTheScreen(Path file) {
    List<Shape> shapes = shapes(file);
    Rectangle2D all =
        shapes.stream().map(Shape::area).reduce((a, b) -> a.createUnion(b)).orElseThrow();
    if (shapes.size() > LARGE) {
      assertThat(all.getWidth() / all.getHeight()).isBetween(TALLEST, WIDEST);
    }
  }

  private static void addIf(boolean wrong, String what, List<String> list) {
    if (wrong) {
      list.add(what);
    }
  }

  private static boolean touches(Shape shape, Point2D point) {
    Rectangle2D area = shape.area();
    Rectangle2D wider =
        new Rectangle2D.Double(
            area.getX() - 2, area.getY() - 2, area.getWidth() + 4, area.getHeight() + 4);
    return wider.contains(point);
  }

  private static Shape shape(List<Shape> shapes, String id) {
    return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Shape> shapes(Path file) {
    return all(file, BpmnShape.class).stream().map(Shape::of).toList();
  }

  private static List<Flow> flows(Path file) {
    return all(file, BpmnEdge.class).stream()
        .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
        .map(Flow::of)
        .toList();
  }

  private static List<Rectangle2D> labels(Path file) {
    return all(file, BpmnLabel.class).stream().map(l -> rectangle(l.getBounds())).toList();
  }

  private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    return model.getModelElementsByType(type);
  }

  private static Set<String> ancestorsOf(BaseElement element) {
    return Stream.<ModelElementInstance>iterate(
            element.getParentElement(), parent -> parent != null, p -> p.getParentElement())
        .filter(BaseElement.class::isInstance)
        .map(parent -> ((BaseElement) parent).getId())
        .collect(Collectors.toSet());
  }

  /** A hair smaller than drawn, so that what touches does not overlap. */
  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX() + 0.5, bounds.getY() + 0.5, bounds.getWidth() - 1, bounds.getHeight() - 1);
  }

  private record Shape(
      String id, Rectangle2D area, Set<String> ancestors, String host, boolean container) {

    static Shape of(BpmnShape shape) {
      BaseElement element = shape.getBpmnElement();
      String host =
          element instanceof BoundaryEvent event ? event.getAttachedTo().getId() : "nothing";
      return new Shape(
          element.getId(),
          rectangle(shape.getBounds()),
          ancestorsOf(element),
          host,
          shape.isExpanded());
    }

    boolean belongsTo(Shape other) {
      return ancestors.contains(other.id) || host.equals(other.id);
    }
  }

  private record Flow(
      String id, String source, String target, List<Point2D> points, Set<String> ancestors) {

    static Flow of(BpmnEdge edge) {
      SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
      List<Point2D> points =
          edge.getWaypoints().stream()
              .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
              .toList();
      return new Flow(
          flow.getId(),
          flow.getSource().getId(),
          flow.getTarget().getId(),
          points,
          ancestorsOf(flow));
    }

    Point2D from() {
      return points.get(0);
    }

    Point2D to() {
      return points.get(points.size() - 1);
    }

    List<Line2D> lines() {
      return IntStream.range(1, points.size())
          .<Line2D>mapToObj(n -> new Line2D.Double(points.get(n - 1), points.get(n)))
          .toList();
    }

    boolean touches(Shape shape) {
      return shape.id().equals(source) || shape.id().equals(target);
    }

    boolean related(Flow other) {
      return source.equals(other.source) || target.equals(other.target);
    }

    boolean crosses(Flow other) {
      return lines().stream()
          .anyMatch(line -> other.lines().stream().anyMatch(line::intersectsLine));
    }
  }
}
