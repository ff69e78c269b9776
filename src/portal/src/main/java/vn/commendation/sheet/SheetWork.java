package vn.commendation.sheet;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;
import vn.commendation.work.WaitingWork;
import vn.commendation.work.WorkSource;

/** Sheets that were checked and wait for the head of the unit to import their rows. */
@Component
class SheetWork implements WorkSource {

  private static final int MOST = 20;

  private final SheetStore store;

  SheetWork(SheetStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public List<WaitingWork> waitingFor(Account account) {
    if (!account.has(Role.UNIT_HEAD)) {
      return List.of();
    }
    return store.importable(account.person().unit().id(), MOST).stream()
        .map(
            sheet ->
                new WaitingWork(
                    sheet.fileName(),
                    "sheet.step.import",
                    null,
                    "/nominations/sheets/" + sheet.id(),
                    null))
        .toList();
  }
}
