package io.dunwell.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunwell.resolution.HoldId;
import java.util.List;
import java.util.Map;

/** All that a replay needs to run, held in memory: its books are made before, its rows are read. */
record Replay(
    ReplayId id,
    ReplayRequest request,
    JsonNode policy,
    History history,
    Map<String, HoldId> disputes,
    List<ReplayReport.MonthEnd> monthEnds) {}
