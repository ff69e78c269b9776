package vn.commendation.dashboard.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.dashboard.Dashboard;
import vn.commendation.dashboard.LateLine;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Where everything stands, on one page. */
@Controller
@RequestMapping("/dashboard")
class DashboardController {

  private static final int MOST_EXPORTED = 5000;

  private final Dashboard dashboard;

  DashboardController(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  @GetMapping
  String show(Principal user, Model model) {
    var view =
        dashboard
            .of(user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    model.addAttribute("view", view);
    model.addAttribute("chart", ColumnChart.of(view.flow()));
    return "dashboard/view";
  }

  /** What is late, for a meeting or a reminder on paper. */
  @GetMapping(value = "/late", params = "format=xlsx")
  ListExport<LateLine> export(Principal user) {
    return ListExport.<LateLine>of("dashboard.late.title", "viec-qua-han")
        .column("export.code", line -> line.work().code())
        .wide("dashboard.late.what", line -> line.work().title())
        .column("nomination.unit", line -> line.work().unitName())
        .column("dashboard.stage", line -> new Label(line.work().stage()))
        .column("nomination.due", line -> line.work().dueAt())
        .column("dashboard.late.working-days", LateLine::workingDays)
        .column("dashboard.late.holder", DashboardController::holder)
        .column("dashboard.late.last", line -> label(line.work().lastEvent()))
        .column("dashboard.late.last-actor", line -> line.work().lastActor())
        .column("dashboard.late.last-at", line -> line.work().lastAt())
        .wide("operations.reason", line -> line.work().reason())
        .rows(dashboard.late(user.getName(), MOST_EXPORTED));
  }

  private static Object holder(LateLine line) {
    return line.work().holder() == null
        ? line.work().holderName()
        : new Label(line.work().holder());
  }

  private static Label label(String key) {
    return key == null ? null : new Label(key);
  }
}
