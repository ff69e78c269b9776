package vn.commendation.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** People who do something at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** What came of each call, in the order of the calls; a refusal is an answer, too. */
  @SafeVarargs
  public static <T> List<Object> together(Callable<T>... calls) throws Exception {
    var barrier = new CyclicBarrier(calls.length);
    try (var threads = Executors.newFixedThreadPool(calls.length)) {
      var running =
          List.of(calls).stream()
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            barrier.await();
                            return call.call();
                          }))
              .toList();
      var answers = new ArrayList<Object>();
      for (var each : running) {
        try {
          answers.add(each.get());
        } catch (ExecutionException e) {
          answers.add(e.getCause());
        }
      }
      return answers;
    }
  }
}
