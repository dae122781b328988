package org.sanban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flowable.engine.TaskService;

/**
 * Flowable's tray beside that of Sanban: the first twenty tasks of a person by due date, and how many there are, through its {@code TaskService},
 * without a page around them. As many open tasks and people as {@link Growth} has; finished papers behind them are made by going through the flow
 * and copied within the database, with their whole history.
 */
final class FlowableTray {

    private static final int PEOPLE = 35;
    private static final int OPEN = 1_400;
    private static final int FINISHED = 50;
    private static final String DATABASE = "flowable_growth";

    private final Server server;
    private final Figures figures;
    private final boolean quick;

    FlowableTray(Server server, Figures figures, boolean quick) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
    }

    void run(List<Integer> sizes) {
        if (sizes.isEmpty()) {
            return;
        }
        server.execute("postgres", "drop database if exists " + DATABASE + " with (force)");
        HikariDataSource source = server.pool(DATABASE, 8);
        try (source; FlowableWay flowable = new FlowableWay(source)) {
            IntStream.range(0, FINISHED).forEach(no -> through(flowable, no));
            IntStream.range(0, OPEN).forEach(no -> flowable.start(FINISHED + no));
            server.execute(DATABASE, "update act_ru_task set assignee_ = 'p' || mod(hashtext(id_)::bigint + 2147483648, " + PEOPLE + ")");
            int copies = 0;
            for (int size : sizes) {
                int wanted = (size - OPEN) / FINISHED - 1;
                for (String table : server.texts(DATABASE, "select tablename::text from pg_tables where schemaname = 'public' and tablename like 'act_hi_%' and tablename <> 'act_hi_tsk_log'")) {
                    copy(table, copies + 1, wanted);
                }
                server.execute(DATABASE, "vacuum analyze");
                copies = wanted;
                measure(flowable.tasks(), size);
            }
        }
    }

    private static void through(FlowableWay flowable, long no) {
        Object paper = flowable.start(no);
        for (List<Contestant.Open> open = flowable.open(paper); !open.isEmpty(); open = flowable.open(paper)) {
            open.forEach(one -> flowable.finish(one, false));
        }
    }

    /** The history of all finished papers, so many times over: what is a number of a row or of another one gets the number of the copy behind it. */
    private void copy(String table, int from, int to) {
        List<String> columns = server.texts(DATABASE, "select attname::text from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped order by attnum");
        String finished = columns.contains("proc_inst_id_") ? " where proc_inst_id_ in (select id_ from act_hi_procinst where end_time_ is not null and id_ not like '%#%')" : " where false";
        String values = columns.stream().map(c -> List.of("id_", "proc_inst_id_", "execution_id_", "task_id_", "act_inst_id_").contains(c) ? c + " || '#' || n" : c).collect(Collectors.joining(", "));
        server.execute(DATABASE, "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table + " cross join generate_series(" + from + ", " + to + ") n" + finished);
    }

    private void measure(TaskService tasks, int size) {
        for (int n = 0; n < (quick ? 200 : 1_000); n++) {
            ask(tasks, n);
        }
        List<Double> took = IntStream.range(0, quick ? 300 : 1_000).mapToObj(n -> ask(tasks, n)).sorted().toList();
        figures.sample("flowable_tray_p50_" + size, took.get(took.size() / 2));
        figures.sample("flowable_tray_p99_" + size, took.get((int) (took.size() * 0.99)));
        figures.value(String.format(Locale.ROOT, "flowable_tray_p50_%d", size), took.get(took.size() / 2));
        figures.value(String.format(Locale.ROOT, "flowable_tray_p99_%d", size), took.get((int) (took.size() * 0.99)));
    }

    private static double ask(TaskService tasks, int n) {
        String person = "p" + n % PEOPLE;
        long began = System.nanoTime();
        int lines = tasks.createTaskQuery().taskAssignee(person).orderByTaskDueDate().asc().listPage(0, 20).size();
        if (tasks.createTaskQuery().taskAssignee(person).count() < lines || lines == 0) {
            throw new IllegalStateException("the tray of " + person + " is not what it should be");
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
