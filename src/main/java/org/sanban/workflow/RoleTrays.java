package org.sanban.workflow;

import java.util.Map;
import org.sanban.people.Actor;

/**
 * Whose the tasks are that lie before a role (待领任务), said once for queries and for acts: a task of one unit is for those who
 * hold the role in that unit or in the whole office, a task of no unit for all who hold it.
 */
final class RoleTrays {

    private RoleTrays() {}

    /**
     * A condition on a task that nobody has claimed.
     *
     * @param t alias of {@code task} in the query; {@link #bind} gives the values
     */
    static String of(String t) {
        return ("(%1$s.holder_id is null and %1$s.role = any (:sightRoles)"
                        + " and (%1$s.unit_id = 0 or %1$s.role = any (:sightWideRoles) or %1$s.role || ':' || %1$s.unit_id = any (:sightUnitRoles)))")
                .formatted(t);
    }

    static void bind(Actor by, Map<String, Object> values) {
        values.put("sightRoles", by.grants().stream().map(Actor.Grant::role).distinct().toArray(String[]::new));
        values.put("sightWideRoles", by.grants().stream().filter(g -> g.unit() == 0).map(Actor.Grant::role).toArray(String[]::new));
        values.put("sightUnitRoles", by.grants().stream().filter(g -> g.unit() != 0).map(g -> g.role() + ":" + g.unit()).toArray(String[]::new));
    }

    /** The same of a task at hand. */
    static boolean hold(Actor by, Task task) {
        return task.holderId == null
                && by.grants().stream().anyMatch(g -> g.role().equals(task.role) && (task.unitId == 0 || g.unit() == 0 || g.unit() == task.unitId));
    }
}
