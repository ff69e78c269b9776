package vn.commendation.localengine.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.externaltask.LockedExternalTask;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.commendation.localengine.bench.Walk.CompleteTask;
import vn.commendation.localengine.bench.Walk.Publish;
import vn.commendation.localengine.bpmn.Translator;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.store.Databases;
import vn.commendation.localengine.store.EngineConfiguration;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * Operaton alone, in this process and through its Java API: the translated models without what the
 * local engine attaches to them. No mappings, no decisions, no correlation keys, no messages that
 * are kept; workers ask for the next jobs as soon as there are some.
 */
final class BareOperaton implements Contender {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final String OPERATON = "http://operaton.org/schema/1.0/bpmn";

  private static final int CONNECTIONS = 30;
  private static final int WORKERS = 4;
  private static final int MOST = 16;
  private static final long LOCK_MILLIS = 60_000;
  private static final long LONGEST_WAIT_MILLIS = 20;

  private final Set<String> ways = new HashSet<>();
  private final HikariDataSource database;
  private final ProcessEngine operaton;

  BareOperaton(Login login) {
    database = Databases.pool("bare", login, CONNECTIONS);
    var configuration = new EngineConfiguration(database);
    configuration.setProcessEngineName("bare");
    configuration.setBeans(Map.of(Translator.BEAN, new Expressions(ways)));
    operaton = configuration.buildProcessEngine();
  }

  /** What the expressions of translated models ask for. */
  public static final class Expressions {

    private final Set<String> ways;

    private Expressions(Set<String> ways) {
      this.ways = ways;
    }

    /** Name of the message an element waits for. */
    public String message(DelegateExecution execution, String element) {
      return element;
    }

    public boolean way(String flow) {
      return ways.contains(flow);
    }

    public List<String> items() {
      return List.of("one");
    }
  }

  @Override
  public String name() {
    return "bare Operaton";
  }

  @Override
  public void deploy(List<Walk> walks) {
    var deployment = operaton.getRepositoryService().createDeployment();
    for (var walk : walks) {
      ways.addAll(walk.ways());
      var model = new Translator(new Feel()).translate(walk.model());
      deployment.addInputStream(
          walk.process() + ".bpmn", new ByteArrayInputStream(carriedOut(model, walk.model())));
    }
    deployment.deploy();
  }

  /** The translation leaves to the local engine which way is taken and who may do a task. */
  private static byte[] carriedOut(byte[] translated, byte[] given) {
    try {
      var document = read(translated);
      each(
          document,
          BPMN,
          "conditionExpression",
          condition -> {
            var flow = ((Element) condition.getParentNode()).getAttribute("id");
            condition.setTextContent("${%s.way('%s')}".formatted(Translator.BEAN, flow));
          });
      each(
          document,
          BPMN,
          "multiInstanceLoopCharacteristics",
          loop ->
              loop.setAttributeNS(
                  OPERATON, "operaton:collection", "${%s.items()}".formatted(Translator.BEAN)));
      each(
          read(given),
          ZEEBE,
          "assignmentDefinition",
          assignment -> {
            var groups = assignment.getAttribute("candidateGroups");
            var task = (Element) assignment.getParentNode().getParentNode();
            if (!groups.isEmpty() && !Feel.isExpression(groups)) {
              each(
                  document,
                  BPMN,
                  "userTask",
                  each -> {
                    if (each.getAttribute("id").equals(task.getAttribute("id"))) {
                      each.setAttributeNS(OPERATON, "operaton:candidateGroups", groups);
                    }
                  });
            }
          });
      var bytes = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document read(byte[] xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static void each(
      Document document, String namespace, String name, Consumer<Element> work) {
    var found = document.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < found.getLength(); i++) {
      work.accept((Element) found.item(i));
    }
  }

  @Override
  public ProcessHandle process() {
    return null;
  }

  @Override
  public void run(Run run) throws InterruptedException {
    var news = new Semaphore(0);
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < WORKERS; i++) {
        var worker = "worker-" + i;
        workers.submit(() -> work(run, worker, news));
      }
      run.all(
          UUID.randomUUID().toString(),
          caseId -> {
            start(run.walk, caseId);
            news.release();
          });
      workers.shutdownNow();
    }
  }

  private void start(Walk walk, String caseId) {
    var runtime = operaton.getRuntimeService();
    var variables = walk.startVariables(caseId);
    if (walk.startMessage() == null) {
      runtime.startProcessInstanceByKey(walk.process(), variables);
    } else {
      runtime.startProcessInstanceByMessage(walk.startMessage(), variables);
    }
  }

  private void work(Run run, String worker, Semaphore news) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var jobs =
            operaton
                .getExternalTaskService()
                .fetchAndLock(MOST / WORKERS, worker)
                .topic("job", LOCK_MILLIS)
                .variables(Walk.CASE)
                .execute();
        for (var job : jobs) {
          var caseId = (String) job.getVariables().get(Walk.CASE);
          run.arrived(caseId, job.getActivityId(), new ByJavaApi(job, worker));
          news.release();
        }
        if (jobs.isEmpty()) {
          news.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class ByJavaApi implements Run.Answer {

    private final LockedExternalTask job;
    private final String worker;

    ByJavaApi(LockedExternalTask job, String worker) {
      this.job = job;
      this.worker = worker;
    }

    @Override
    public void complete(Map<String, Object> variables) {
      operaton.getExternalTaskService().complete(job.getId(), worker, variables);
    }

    @Override
    public void then(Walk.Then then) {
      var instance = job.getProcessInstanceId();
      switch (then) {
        case CompleteTask task -> {
          var tasks = operaton.getTaskService();
          var id = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
          tasks.complete(id, task.variables());
        }
        case Publish message ->
            operaton
                .getRuntimeService()
                .createMessageCorrelation(message.event())
                .processInstanceId(instance)
                .setVariables(message.variables())
                .correlate();
        case Walk.End ignored -> {}
      }
    }
  }

  @Override
  public void close() {
    operaton.close();
    database.close();
  }
}
