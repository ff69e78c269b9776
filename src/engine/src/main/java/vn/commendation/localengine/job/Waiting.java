package vn.commendation.localengine.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Who waits for jobs of one type. Not for several threads. */
final class Waiting {

  /** Jobs a stream is given before the next look at who is ready. */
  private static final int STREAM_SHARE = 8;

  /** Jobs activated in one transaction. */
  private static final int MOST = 256;

  /** A worker that asked once. */
  static final class Poll {
    final Line line;
    final int most;

    /** Whether it is answered after the next look, whatever there is. */
    boolean last;

    Runnable stopTime = () -> {};

    Poll(Line line, int most, boolean last) {
      this.line = line;
      this.most = most;
      this.last = last;
    }
  }

  private final Deque<Line> streams = new ArrayDeque<>();
  private final Deque<Poll> polls = new ArrayDeque<>();

  /** Whether there may be jobs nobody has looked for. */
  boolean stale;

  /** Whether a thread is looking for jobs. */
  boolean looking;

  void add(Line stream) {
    streams.addLast(stream);
  }

  void add(Poll poll) {
    polls.addLast(poll);
  }

  void remove(Line line) {
    streams.remove(line);
    polls.removeIf(
        poll -> {
          if (poll.line == line) {
            poll.stopTime.run();
          }
          return poll.line == line;
        });
  }

  boolean isEmpty() {
    return streams.isEmpty() && polls.isEmpty();
  }

  /** Who takes the next jobs, in this order; a line once for each job it takes. */
  List<Line> takers() {
    var takers = new ArrayList<Line>();
    polls.stream().filter(poll -> poll.last).forEach(poll -> take(poll, takers));
    var ready = streams.stream().filter(stream -> stream.receiver().ready()).toList();
    for (int round = 0; round < STREAM_SHARE && takers.size() < MOST; round++) {
      takers.addAll(ready);
    }
    polls.stream().filter(poll -> !poll.last).forEach(poll -> take(poll, takers));
    return takers;
  }

  private static void take(Poll poll, List<Line> takers) {
    for (int i = 0; i < poll.most && takers.size() < MOST; i++) {
      takers.add(poll.line);
    }
  }

  /**
   * After a look: whoever was given jobs is the last to get more, and polls have their answer.
   *
   * @return the lines of those polls
   */
  List<Line> looked(Set<Line> takers, Collection<Line> served) {
    for (var line : served) {
      if (streams.remove(line)) {
        streams.addLast(line);
      }
    }
    var answered =
        polls.stream()
            .filter(poll -> served.contains(poll.line) || poll.last && takers.contains(poll.line))
            .toList();
    polls.removeAll(answered);
    answered.forEach(poll -> poll.stopTime.run());
    stale |= polls.stream().anyMatch(poll -> poll.last);
    return answered.stream().map(poll -> poll.line).toList();
  }
}
