package vn.commendation.sheet;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Awards;
import vn.commendation.directory.Directory;
import vn.commendation.nomination.ManyNominations;
import vn.commendation.nomination.NominationConflict;
import vn.commendation.nomination.NominationForbidden;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.NominationNotFound;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Problem;
import vn.commendation.nomination.SubmissionRefused;
import vn.commendation.notification.Notices;
import vn.commendation.scheduling.DurableTasks;

/**
 * What is done to all rows of a sheet, a chunk at a time, each chunk in a transaction of its own.
 * Every step can be taken again from wherever it stopped: a row keeps what came of it, and its
 * draft has an id that follows from sheet and row.
 */
@Component
class SheetSteps {

  static final String CHECK = "sheet.check";
  static final String IMPORT = "sheet.import";
  static final String SEND = "sheet.send";

  private static final int CHUNK = 500;
  private static final int SENT_BEFORE_TOLD = 10;
  private static final Set<RowState> UNDRAFTED =
      EnumSet.of(RowState.NEW, RowState.BAD, RowState.INCOMPLETE, RowState.GOOD);
  private static final Set<RowState> IMPORTABLE = EnumSet.of(RowState.GOOD, RowState.INCOMPLETE);
  private static final Set<RowState> DRAFTED = EnumSet.of(RowState.DRAFTED);

  /** What a draft may lack for now; everything else makes a row bad. */
  private static final Set<String> CAN_FOLLOW =
      Set.of(
          "title.missing",
          "achievements.missing",
          "achievements.too-short",
          "period.missing",
          "campaign.closed",
          "campaign.not-open-yet");

  private static final String NO_EVIDENCE = "evidence.missing";

  private final SheetStore store;
  private final ManyNominations many;
  private final Nominations nominations;
  private final Directory directory;
  private final Awards awards;
  private final Notices notices;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  SheetSteps(
      SheetStore store,
      ManyNominations many,
      Nominations nominations,
      Directory directory,
      Awards awards,
      Notices notices,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.many = many;
    this.nominations = nominations;
    this.directory = directory;
    this.awards = awards;
    this.notices = notices;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** Holds every row that is no draft yet against the rules and the other rows. */
  void check(String id) {
    take(
        id,
        SheetStatus.CHECKING,
        sheet -> {
          var reader = reader(sheet);
          var repeats = repeats(sheet, reader);
          var from = 0;
          var done = 0;
          for (var lines = store.after(id, UNDRAFTED, from, CHUNK);
              !lines.isEmpty();
              lines = store.after(id, UNDRAFTED, from, CHUNK)) {
            var checked = checked(sheet, reader, lines, repeats);
            from = lines.getLast().number();
            done += lines.size();
            if (!kept(id, SheetStatus.CHECKING, checked, done)) {
              return;
            }
          }
        });
  }

  /** Makes drafts of the good rows. */
  void importRows(String id) {
    take(
        id,
        SheetStatus.IMPORTING,
        sheet -> {
          var reader = reader(sheet);
          while (Boolean.TRUE.equals(transaction.execute(status -> importChunk(id, reader)))) {
            // the next chunk
          }
        });
  }

  private boolean importChunk(String id, RowReader reader) {
    var sheet = store.lock(id).filter(one -> one.status() == SheetStatus.IMPORTING).orElse(null);
    if (sheet == null) {
      return false;
    }
    var lines = store.after(id, IMPORTABLE, 0, CHUNK);
    if (lines.isEmpty()) {
      return false;
    }
    many.lockUnit(sheet.steppedBy());
    // somebody may have nominated the same since the rows were checked
    var checked = checked(sheet, reader, lines, Map.of());
    var good = checked.stream().filter(line -> line.state().importable()).toList();
    many.createDrafts(
        good.stream().map(line -> reader.read(line.number(), line.cells()).form()).toList(),
        sheet.steppedBy());
    store.save(
        id,
        checked.stream()
            .map(
                line ->
                    line.state().importable()
                        ? new SheetLine(
                            line.number(),
                            line.cells(),
                            RowState.DRAFTED,
                            line.problems(),
                            RowReader.draftId(id, line.number()))
                        : line)
            .toList());
    store.doneMore(id, lines.size());
    return true;
  }

  /** Sends every draft of the sheet that lacks nothing; the others keep the reasons. */
  void send(String id) {
    take(
        id,
        SheetStatus.SENDING,
        sheet -> {
          var done = 0;
          var from = 0;
          for (var lines = store.after(id, DRAFTED, from, SENT_BEFORE_TOLD);
              !lines.isEmpty();
              lines = store.after(id, DRAFTED, from, SENT_BEFORE_TOLD)) {
            var sent = lines.stream().map(line -> sent(sheet, line)).toList();
            from = lines.getLast().number();
            done += lines.size();
            if (!kept(id, SheetStatus.SENDING, sent, done)) {
              return;
            }
          }
        });
  }

  private SheetLine sent(SheetStore.Sheet sheet, SheetLine line) {
    var draft = line.nominationId();
    var user = sheet.steppedBy();
    try {
      var form = nominations.form(draft, user);
      var missing =
          nominations.warnings(draft, user).stream()
              .filter(one -> sheet.withEvidenceOnly() && one.code().equals(NO_EVIDENCE))
              .toList();
      if (!missing.isEmpty()) {
        var all = new ArrayList<>(nominations.problems(draft, user));
        all.addAll(missing);
        return with(line, RowState.DRAFTED, all);
      }
      nominations.submit(draft, form.version(), user);
      return with(line, RowState.SENT, List.of());
    } catch (SubmissionRefused refusal) {
      return with(line, RowState.DRAFTED, refusal.problems());
    } catch (NominationConflict gone) {
      // sent from its own page, or before a crash
      return gone.code().equals("stale") ? line : with(line, RowState.SENT, List.of());
    } catch (NominationNotFound | NominationForbidden elsewhere) {
      return line;
    }
  }

  private static SheetLine with(SheetLine line, RowState state, List<Problem> problems) {
    return new SheetLine(
        line.number(),
        line.cells(),
        state,
        problems.stream().map(SheetSteps::of).toList(),
        line.nominationId());
  }

  private List<SheetLine> checked(
      SheetStore.Sheet sheet,
      RowReader reader,
      List<SheetLine> lines,
      Map<String, Integer> repeats) {
    var read = lines.stream().map(line -> reader.read(line.number(), line.cells())).toList();
    var problems =
        many.problems(read.stream().map(RowReader.Read::form).toList(), sheet.steppedBy());
    var byNumber = lines.stream().collect(toMap(SheetLine::number, identity()));
    return read.stream()
        .map(
            one ->
                checked(
                    byNumber.get(one.number()),
                    one,
                    problems.get(one.form().id()),
                    repeats.get(one.form().id())))
        .toList();
  }

  private static SheetLine checked(
      SheetLine line, RowReader.Read read, List<Problem> found, Integer repeated) {
    var problems = new ArrayList<>(read.problems());
    var wrong = problems.stream().map(RowProblem::column).toList();
    var bad = !problems.isEmpty();
    for (var one : found) {
      var problem = of(one);
      // what only follows from what could not be read is left out
      if (problem.column() == null || !wrong.contains(problem.column())) {
        problems.add(problem);
        bad |= !CAN_FOLLOW.contains(one.code());
      }
    }
    if (repeated != null) {
      problems.add(RowProblem.of("in-file", SheetColumn.PERSON, repeated.toString()));
      bad = true;
    }
    var state = bad ? RowState.BAD : problems.isEmpty() ? RowState.GOOD : RowState.INCOMPLETE;
    return new SheetLine(line.number(), line.cells(), state, problems, null);
  }

  private static RowProblem of(Problem problem) {
    return new RowProblem(
        "problem." + problem.code(), SheetColumn.of(problem.field()).orElse(null), problem.args());
  }

  private RowReader reader(SheetStore.Sheet sheet) {
    return new RowReader(
        sheet.id(),
        sheet.campaignId(),
        directory.peopleByCode(sheet.unitId()),
        awards.all(),
        kind -> notices.get("sheet-subject." + kind));
  }

  /**
   * Rows that say the same as an earlier one of the sheet: its number, by the id of their draft.
   */
  private Map<String, Integer> repeats(SheetStore.Sheet sheet, RowReader reader) {
    var forms = new ArrayList<NominationForm>();
    var numbers = new HashMap<String, Integer>();
    each(
        sheet.id(),
        UNDRAFTED,
        line -> {
          var form = reader.read(line.number(), line.cells()).form();
          forms.add(form);
          numbers.put(form.id(), line.number());
        });
    var repeats = new HashMap<String, Integer>();
    many.repeats(forms, sheet.steppedBy())
        .forEach((row, first) -> repeats.put(row, numbers.get(first)));
    return repeats;
  }

  /** Keeps what came of some rows; false if the step is over, because another one took it. */
  private boolean kept(String id, SheetStatus step, List<SheetLine> lines, int done) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (store.lock(id).filter(sheet -> sheet.status() == step).isEmpty()) {
                return false;
              }
              store.save(id, lines);
              store.done(id, done);
              return true;
            }));
  }

  private void each(String id, Set<RowState> states, Consumer<SheetLine> work) {
    var from = 0;
    for (var lines = store.after(id, states, from, CHUNK);
        !lines.isEmpty();
        lines = store.after(id, states, from, CHUNK)) {
      lines.forEach(work);
      from = lines.getLast().number();
    }
  }

  /** Takes a step if it is due, and says so when it is done. */
  private void take(String id, SheetStatus step, Consumer<SheetStore.Sheet> work) {
    var sheet = store.find(id).filter(one -> one.status() == step).orElse(null);
    if (sheet == null) {
      return;
    }
    try {
      work.accept(sheet);
    } catch (NominationForbidden lost) {
      // who asked for it heads the unit no more: the rows wait for somebody who does
    }
    transaction.executeWithoutResult(
        status -> {
          if (store.lock(id).filter(one -> one.status() == step).isEmpty()) {
            return;
          }
          store.ready(id);
          var account = directory.account(sheet.steppedBy());
          audit.append(
              account.username(),
              account.displayName(),
              "sheet." + step.name().toLowerCase(Locale.ROOT),
              id,
              sheet.fileName());
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class SheetTasks {
    @Bean
    OneTimeTask<Void> sheetCheckTask(SheetSteps steps) {
      return DurableTasks.task(CHECK, steps::check);
    }

    @Bean
    OneTimeTask<Void> sheetImportTask(SheetSteps steps) {
      return DurableTasks.task(IMPORT, steps::importRows);
    }

    @Bean
    OneTimeTask<Void> sheetSendTask(SheetSteps steps) {
      return DurableTasks.task(SEND, steps::send);
    }
  }
}
