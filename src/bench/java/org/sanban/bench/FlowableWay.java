package org.sanban.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable with history level audit, its opinion as a comment. Its async executor is off: on, it collides with the countersigners,
 * whose steps then have to be tried again.
 */
final class FlowableWay implements Contestant {

    private final ProcessEngine engine;

    FlowableWay(DataSource source) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(new HashMap<>(Map.of("who", new Who())));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().name("flow")
                .addString("flow.bpmn20.xml", Who.bpmn("flowable", "http://flowable.org/bpmn", "execution.processInstanceBusinessKey")).deploy();
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public Object start(long no) {
        return engine.getRuntimeService().startProcessInstanceByKey("flow", String.valueOf(no), Map.of("title", Who.title(no), "urgency", 1)).getId();
    }

    @Override
    public List<Open> open(Object paper) {
        return engine.getTaskService().createTaskQuery().processInstanceId((String) paper).list().stream()
                .map(task -> new Open(task.getId(), task.getTaskDefinitionKey(), paper)).toList();
    }

    @Override
    public void finish(Open open, boolean back) {
        engine.getManagementService().executeCommand(context -> {
            engine.getTaskService().addComment((String) open.task(), (String) open.paper(), Who.OPINION);
            engine.getTaskService().complete((String) open.task(), open.key().equals("approve") ? Map.of("outcome", back ? "back" : "on") : Map.of());
            return null;
        });
    }

    TaskService tasks() {
        return engine.getTaskService();
    }

    @Override
    public void close() {
        engine.close();
    }
}
