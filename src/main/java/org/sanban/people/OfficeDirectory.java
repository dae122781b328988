package org.sanban.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory of this office, from memory. */
@Component
class OfficeDirectory implements Directory {

    private final PeopleMemory memory;
    private final Clock clock;
    private volatile @Nullable View view;

    OfficeDirectory(PeopleMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** Today's view: posts begin and end with days, so another day may need another one. */
    View view() {
        return view(LocalDate.now(clock));
    }

    View view(LocalDate day) {
        Facts facts = memory.facts();
        View current = view;
        if (current == null || current.facts != facts || !current.day.equals(day)) {
            current = new View(facts, day);
            view = current;
        }
        return current;
    }

    @Override
    public Optional<Entry> person(long id) {
        return Optional.ofNullable(view().persons.get(id));
    }

    @Override
    public Map<Long, Entry> persons(Collection<Long> ids) {
        View now = view();
        Map<Long, Entry> found = new HashMap<>();
        for (Long id : ids) {
            Entry entry = now.persons.get(id);
            if (entry != null) {
                found.put(id, entry);
            }
        }
        return found;
    }

    @Override
    public Optional<UnitEntry> unit(long id) {
        return Optional.ofNullable(view().allUnits.get(id));
    }

    @Override
    public Optional<UnitEntry> unitByCode(String code) {
        return Optional.ofNullable(view().unitsByCode.get(code));
    }

    @Override
    public List<Entry> holding(String role, long unit) {
        return view().holding(role, unit);
    }

    @Override
    public Optional<Entry> headOf(long unit) {
        return view().headOf(unit);
    }

    @Override
    public Optional<Entry> inChargeOf(long unit) {
        return view().inChargeOf(unit);
    }

    @Override
    public List<Entry> membersOf(long unit) {
        return view().membersOf(unit);
    }

    @Override
    public Optional<Entry> standInOf(long person) {
        View now = view();
        return Optional.ofNullable(now.facts.standIns().get(person)).map(now.persons::get).filter(Entry::active).filter(Entry::business);
    }

    @Override
    public List<Entry> active() {
        return List.copyOf(view().active);
    }

    @Override
    public List<UnitEntry> units() {
        return List.copyOf(view().unitsInOrder);
    }
}
