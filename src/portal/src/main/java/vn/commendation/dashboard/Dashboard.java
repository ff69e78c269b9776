package vn.commendation.dashboard;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.Incidents;

/** Puts the dashboard together from what the modules say. */
@Service
@Transactional(readOnly = true)
public class Dashboard {

  private static final int MOST_LATE = 100;
  private static final int MOST_HOLDS = 50;
  private static final int MOST_REASONS = 10;
  private static final int MOST_WINDOWS = 30;
  private static final int MOST_INCIDENTS = 20;
  private static final int MONTHS = 12;

  private final List<StageSource> stages;
  private final List<LateSource> late;
  private final List<QuotaSource> quotas;
  private final List<HoldSource> holds;
  private final ReturnSource returns;
  private final List<WindowSource> windows;
  private final FlowSource flows;
  private final List<FaultSource> faults;
  private final Incidents incidents;
  private final EngineCommands commands;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Dashboard(
      List<StageSource> stages,
      List<LateSource> late,
      List<QuotaSource> quotas,
      List<HoldSource> holds,
      ReturnSource returns,
      List<WindowSource> windows,
      FlowSource flows,
      List<FaultSource> faults,
      Incidents incidents,
      EngineCommands commands,
      Directory directory,
      WorkingCalendar calendar,
      Clock clock) {
    this.stages = stages;
    this.late = late;
    this.quotas = quotas;
    this.holds = holds;
    this.returns = returns;
    this.windows = windows;
    this.flows = flows;
    this.faults = faults;
    this.incidents = incidents;
    this.commands = commands;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * What this account sees; empty if the dashboard is not its business.
   *
   * <p>The Office, the leadership and the administrators see where everything stands; what is wrong
   * with the technology is told to those who can do something about it.
   */
  public Optional<DashboardView> of(String username) {
    var account = directory.account(username);
    return maySee(account) ? Optional.of(view(account)) : Optional.empty();
  }

  /** Everything that is late, the longest first; at most so many, and none for whom it is not. */
  public List<LateLine> late(String username, int most) {
    return maySee(directory.account(username)) ? late(clock.instant(), most) : List.of();
  }

  private static boolean maySee(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, ADMIN);
  }

  private static boolean mayOperate(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, ADMIN);
  }

  private DashboardView view(Account account) {
    var now = clock.instant();
    var thisMonth = YearMonth.now(clock);
    var since =
        thisMonth.minusMonths(MONTHS - 1L).atDay(1).atStartOfDay(clock.getZone()).toInstant();
    var mayOperate = mayOperate(account);
    var report = incidents.open(MOST_INCIDENTS);
    var blocked = commands.blocked();
    var troubles = faults.stream().flatMap(source -> source.faults().stream()).toList();
    return new DashboardView(
        now,
        stages.stream().map(source -> source.stages(now)).toList(),
        late(now, MOST_LATE),
        quotas.stream().flatMap(source -> source.gauges().stream()).toList(),
        holds.stream().flatMap(source -> source.holds(MOST_HOLDS).stream()).toList(),
        returns.returns(since, MOST_REASONS),
        since,
        windows.stream().flatMap(source -> source.windows(MOST_WINDOWS).stream()).toList(),
        flows.flow(thisMonth.minusMonths(MONTHS - 1L), thisMonth),
        mayOperate,
        mayOperate ? report : null,
        mayOperate ? blocked : List.of(),
        mayOperate ? troubles : List.of(),
        report.total() + blocked.size() + troubles.stream().mapToLong(Fault::count).sum());
  }

  private List<LateLine> late(Instant now, int most) {
    var work =
        late.stream()
            .flatMap(source -> source.late(now, most).stream())
            .sorted(Comparator.comparing(LateWork::dueAt))
            .limit(most)
            .toList();
    var days = calendar.workingDaysSince(work.stream().map(LateWork::dueAt).toList(), now);
    return work.stream().map(one -> new LateLine(one, days.get(one.dueAt()))).toList();
  }
}
