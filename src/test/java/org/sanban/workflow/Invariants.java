package org.sanban.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.people.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of a handling after every act, read from the rows alone and written down a second time, without the
 * engine's own words for it.
 */
class Invariants {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Procedure procedure;

    Invariants(JdbcClient jdbc, Directory directory, Procedure procedure) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.procedure = procedure;
    }

    /** Everything that is broken, in words; empty when all is well. */
    List<String> brokenIn(long handling) {
        List<String> broken = new ArrayList<>();
        Map<String, Object> h = jdbc.sql("select * from handling where id = :id").param("id", handling).query().singleRow();
        List<Map<String, Object>> live = jdbc.sql("select * from task where handling_id = :id and done_at is null order by id")
                .param("id", handling).query().listOfRows();
        List<Map<String, Object>> movements = jdbc.sql("select * from movement where handling_id = :id order by seq")
                .param("id", handling).query().listOfRows();
        boolean running = "RUNNING".equals(h.get("state"));
        List<Map<String, Object>> main = live.stream().filter(t -> t.get("kind").equals("MAIN")).toList();
        if (running) {
            running(h, main, broken);
        } else if (live.stream().anyMatch(t -> !t.get("kind").equals("OVERRIDE"))) {
            broken.add("a closed handling has live tasks " + live);
        }
        for (Map<String, Object> task : live) {
            inTray(task, live, broken);
        }
        queues(live, "READ", broken);
        replay(h, movements, broken);
        return broken;
    }

    private void running(Map<String, Object> h, List<Map<String, Object>> main, List<String> broken) {
        boolean any = procedure.step(h.get("step").toString()).mode() == Mode.ANY;
        List<Map<String, Object>> counted = main.stream().filter(t -> !t.get("part").equals("SUPPORT")).toList();
        if (counted.stream().noneMatch(t -> t.get("state").equals("OPEN"))) {
            broken.add("in nobody's tray: " + main);
        }
        int pending = (int) h.get("pending");
        if (any ? pending != 1 : pending != counted.size()) {
            broken.add("pending " + pending + " but waits for " + counted.size());
        }
        main.stream().filter(t -> !t.get("step").equals(h.get("step")) || !t.get("visit").equals(h.get("visit")))
                .forEach(t -> broken.add("a main task of another step or visit is live: " + t));
        queues(main, "MAIN", broken);
        long holders = counted.stream().map(t -> t.get("holder_id")).filter(Objects::nonNull).distinct().count();
        if (holders < counted.stream().filter(t -> t.get("holder_id") != null).count()) {
            broken.add("one person holds two places of a step: " + counted);
        }
    }

    private void inTray(Map<String, Object> task, List<Map<String, Object>> live, List<String> broken) {
        Object holder = task.get("holder_id");
        boolean alive = holder == null
                ? !directory.holding(task.get("role").toString(), (long) task.get("unit_id")).isEmpty()
                : directory.person((long) holder).orElseThrow().active();
        if (!alive) {
            broken.add("in a dead tray: " + task);
        }
        Object parent = task.get("parent_id");
        if (parent != null && live.stream().noneMatch(t -> t.get("id").equals(parent) && t.get("waiting_since") != null)) {
            broken.add("an errand whose parent does not wait for it: " + task);
        }
        if (task.get("state").equals("OPEN") && task.get("arrived_at") == null) {
            broken.add("open but never arrived: " + task);
        }
    }

    private static void queues(List<Map<String, Object>> live, String kind, List<String> broken) {
        List<Map<String, Object>> of = live.stream().filter(t -> t.get("kind").equals(kind)).toList();
        if (!of.isEmpty() && of.stream().noneMatch(t -> t.get("state").equals("OPEN"))) {
            broken.add("queued behind nobody: " + of);
        }
    }

    /** The movements alone tell where the handling stands. */
    private static void replay(Map<String, Object> h, List<Map<String, Object>> movements, List<String> broken) {
        int seq = 0;
        String step = null;
        String state = "RUNNING";
        int round = 1;
        for (Map<String, Object> m : movements) {
            seq++;
            if ((int) m.get("seq") != seq) {
                broken.add("movement " + seq + " is missing");
            }
            String kind = m.get("kind").toString();
            if (!Objects.equals(step, m.get("from_step"))) {
                broken.add(kind + " starts from " + m.get("from_step") + " but it stood at " + step);
            }
            step = (String) m.get("to_step");
            round = kind.equals("WITHDRAW") ? (int) h.get("round") : kind.equals("RETURN") || kind.equals("REOPEN") ? (int) m.get("round") + 1 : Math.max(round, (int) m.get("round"));
            state = step == null ? state : "end".equals(step) ? kind.equals("VOID") ? "VOIDED" : "CLOSED" : "RUNNING";
            step = "end".equals(step) ? null : step;
        }
        if (!Objects.equals(step, h.get("step")) || !state.equals(h.get("state")) || seq != (int) h.get("movement_count")) {
            broken.add("replayed: " + step + " " + state + " " + seq + ", stored: " + h);
        }
    }
}
