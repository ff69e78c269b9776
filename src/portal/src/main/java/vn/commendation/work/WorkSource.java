package vn.commendation.work;

import java.util.List;
import vn.commendation.directory.Account;

/** A module that knows of work waiting for people. */
public interface WorkSource {

  /** What waits for this account, the most urgent first; bounded. */
  List<WaitingWork> waitingFor(Account account);
}
