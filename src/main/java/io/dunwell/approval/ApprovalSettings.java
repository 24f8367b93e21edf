package io.dunwell.approval;

import io.dunwell.shared.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When departments are expected to work on approvals.
 *
 * @param weekdays the working days of the week
 * @param holidays days on which nobody works
 */
@ConfigurationProperties("dunwell.billing.approval")
record ApprovalSettings(
    @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> weekdays,
    @DefaultValue({}) Set<LocalDate> holidays) {

  BusinessCalendar calendar() {
    return new BusinessCalendar(weekdays, holidays);
  }
}
