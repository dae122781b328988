package org.sanban.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;

/** Operaton, the fork that Camunda 7 lives on in, with history level audit and its opinion as a comment. */
final class OperatonWay implements Contestant {

    private final ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
    private final ProcessEngine engine;

    OperatonWay(DataSource source) {
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setBeans(new HashMap<>(Map.of("who", new Who())));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().name("flow")
                .addString("flow.bpmn", Who.bpmn("camunda", "http://camunda.org/schema/1.0/bpmn", "execution.processBusinessKey")).deploy();
    }

    @Override
    public String name() {
        return "operaton";
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
        configuration.getCommandExecutorTxRequired().execute(context -> {
            engine.getTaskService().createComment((String) open.task(), (String) open.paper(), Who.OPINION);
            engine.getTaskService().complete((String) open.task(), open.key().equals("approve") ? Map.of("outcome", back ? "back" : "on") : Map.of());
            return null;
        });
    }

    @Override
    public void close() {
        engine.close();
    }
}
