package vn.commendation.localengine.job;

import java.util.ArrayList;
import java.util.List;

/**
 * One worker waiting for jobs of a type. Knows which of the jobs it was given may not have reached
 * it, so that they are free again when it goes.
 */
public final class Line {

  private final Activation activation;
  private final Receiver receiver;
  private final JobDispatcher dispatcher;
  private final List<ActivatedJob> underway = new ArrayList<>();
  private boolean gone;

  Line(Activation activation, Receiver receiver, JobDispatcher dispatcher) {
    this.activation = activation;
    this.receiver = receiver;
    this.dispatcher = dispatcher;
  }

  Activation activation() {
    return activation;
  }

  Receiver receiver() {
    return receiver;
  }

  /** The worker may be given more: what it was given has left for it. */
  public void drained() {
    settle();
    dispatcher.ready(this);
  }

  /** A poll was answered to the end. */
  public synchronized void arrived() {
    underway.clear();
  }

  /** The worker has gone: what did not reach it is for others. */
  public void gone() {
    List<ActivatedJob> left;
    synchronized (this) {
      gone = true;
      left = List.copyOf(underway);
      underway.clear();
    }
    dispatcher.remove(this);
    dispatcher.free(left);
  }

  /**
   * @return false if the worker has gone; then the jobs are the caller's
   */
  synchronized boolean give(List<ActivatedJob> jobs) {
    if (gone) {
      return false;
    }
    settle();
    underway.addAll(jobs);
    receiver.give(jobs);
    return true;
  }

  private synchronized void settle() {
    if (receiver.ready()) {
      underway.clear();
    }
  }
}
