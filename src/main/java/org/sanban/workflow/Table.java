package org.sanban.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.wire.Wire;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a class of rows lies in its table: each field is the column of its name. A field {@code version} counts the changes of a
 * row, so that nobody overwrites what they have not seen; rows without it are changed under the lock of one that has it. A value is never changed in place: a map of a stored row is replaced whole.
 */
final class Table<T> {

    /** An enum kept by its number and not by its word. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface ByNumber {}

    private interface Reader {
        @Nullable Object read(ResultSet row, int place) throws SQLException;
    }

    /** @param text of a value, as the database takes it */
    private record Column(String name, Field field, Reader reader, Function<Object, String> text) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<T> type;
    private final String name;
    private final Constructor<T> maker;
    private final Column[] columns;
    private final MethodHandle reading;
    private final MethodHandle writing;
    private final int key;
    private final int version;
    private final String insert;
    /** By the columns that changed, each a bit. */
    private final Map<Long, String> updates = new ConcurrentHashMap<>();

    /** @param key the field that identifies a row */
    Table(Class<T> type, String key) {
        try {
            maker = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " cannot be made", e);
        }
        maker.setAccessible(true);
        this.type = type;
        name = inSql(type.getSimpleName());
        columns = Stream.of(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers())).map(Table::column).toArray(Column[]::new);
        reading = reading();
        writing = writing();
        List<String> fields = Stream.of(columns).map(c -> c.field.getName()).toList();
        this.key = fields.indexOf(key);
        version = fields.indexOf("version");
        insert = "insert into " + name + " (" + columns("") + ") values (" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
    }

    private static String inSql(String name) {
        return name.replaceAll("(?<=.)(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Column column(Field field) {
        field.setAccessible(true);
        Class<?> type = field.getType();
        if (type.isEnum()) {
            return field.isAnnotationPresent(ByNumber.class) ? byNumber(field, type.getEnumConstants()) : byWord(field, type.getEnumConstants());
        }
        Reader reader = switch (type.getSimpleName()) {
            case "String" -> ResultSet::getString;
            case "long", "Long" -> (row, place) -> given(row, row.getLong(place));
            case "int", "Integer" -> (row, place) -> given(row, row.getInt(place));
            case "boolean", "Boolean" -> (row, place) -> given(row, row.getBoolean(place));
            case "Instant" -> Table::instant;
            case "Map" -> json(JSON.constructType(field.getGenericType()));
            default -> throw new IllegalArgumentException("no column for " + field);
        };
        return new Column(inSql(field.getName()), field, reader, type == Map.class ? JSON::writeValueAsString : Object::toString);
    }

    private static Column byWord(Field field, Object[] constants) {
        Map<String, Object> words = Stream.of(constants).collect(Collectors.toMap(c -> ((Enum<?>) c).name(), Function.identity()));
        Reader reader = (row, place) -> {
            String word = row.getString(place);
            return word == null ? null : Objects.requireNonNull(words.get(word), word);
        };
        return new Column(inSql(field.getName()), field, reader, value -> ((Enum<?>) value).name());
    }

    private static Column byNumber(Field field, Object[] constants) {
        return new Column(inSql(field.getName()), field, (row, place) -> constants[row.getInt(place)], value -> String.valueOf(((Enum<?>) value).ordinal()));
    }

    private static @Nullable Object given(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, int place) throws SQLException {
        OffsetDateTime at = row.getObject(place, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Reader json(JavaType map) {
        return (row, place) -> JSON.readValue(row.getString(place), map);
    }

    Class<T> type() {
        return type;
    }

    /** All columns, to be selected. */
    String columns(String of) {
        return Stream.of(columns).map(c -> of + c.name).collect(Collectors.joining(", "));
    }

    int width() {
        return columns.length;
    }

    /** @param rest of the query; the row is {@code r} in it */
    String select(String rest) {
        return "select " + columns("r.") + " from " + name + " r " + rest;
    }

    String nextKeys() {
        return "select nextval('" + name + "_seq')";
    }

    /** The values of the row selected from {@code place} on; null where a join found none. */
    @Nullable Object @Nullable [] read(ResultSet row, int place) throws SQLException {
        if (columns[key].reader.read(row, place + key) == null) {
            return null;
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = columns[n].reader.read(row, place + n);
        }
        return values;
    }

    Object key(@Nullable Object[] values) {
        return Objects.requireNonNull(values[key]);
    }

    @Nullable Object key(T row) {
        return values(row)[key];
    }

    void identify(T row, long id) {
        @Nullable Object[] values = values(row);
        values[key] = id;
        fill(row, values);
    }

    @Nullable Object[] values(T row) {
        try {
            return (Object[]) reading.invokeExact((Object) row);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void fill(T row, @Nullable Object[] values) {
        try {
            writing.invokeExact((Object) row, values);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    T made(@Nullable Object[] values) {
        try {
            T row = maker.newInstance();
            fill(row, values);
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All fields of a row into an array, by one handle: reflection field by field would be a tenth of what a step costs here. */
    private MethodHandle reading() {
        MethodHandle[] fields = Stream.of(columns).map(c -> handle(LOOKUP::unreflectGetter, c.field).asType(MethodType.methodType(Object.class, Object.class))).toArray(MethodHandle[]::new);
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, fields.length);
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(array, 0, fields), MethodType.methodType(Object[].class, Object.class), new int[fields.length]);
    }

    /** And back. */
    private MethodHandle writing() {
        MethodHandle all = MethodHandles.empty(MethodType.methodType(void.class, Object.class, Object[].class));
        for (int n = 0; n < columns.length; n++) {
            MethodHandle field = handle(LOOKUP::unreflectSetter, columns[n].field).asType(MethodType.methodType(void.class, Object.class, Object.class));
            MethodHandle value = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(Object[].class), 1, n);
            all = MethodHandles.foldArguments(all, MethodHandles.collectArguments(field, 1, value));
        }
        return all;
    }

    private interface Access {
        MethodHandle of(Field field) throws IllegalAccessException;
    }

    private static MethodHandle handle(Access access, Field field) {
        try {
            return access.of(field);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends a row that was made. @return what is stored */
    @Nullable Object[] insert(Wire wire, T row) {
        @Nullable Object[] values = values(row);
        @Nullable String[] texts = new String[columns.length];
        for (int n = 0; n < texts.length; n++) {
            texts[n] = text(n, values);
        }
        wire.one(insert, texts);
        return values;
    }

    /** Sends what changed of a row since it was stored so, and counts that; nothing where nothing did. @return what is stored */
    @Nullable Object[] update(Wire wire, T row, @Nullable Object[] stored) {
        @Nullable Object[] values = values(row);
        long changed = 0;
        for (int n = 0; n < values.length; n++) {
            changed |= Objects.equals(values[n], stored[n]) ? 0 : 1L << n;
        }
        if (changed == 0) {
            return stored;
        }
        List<@Nullable String> texts = new ArrayList<>();
        if (version >= 0) {
            changed |= 1L << version;
            values[version] = (int) Objects.requireNonNull(stored[version]) + 1;
            fill(row, values);
        }
        for (int n = 0; n < values.length; n++) {
            if ((changed & 1L << n) != 0) {
                texts.add(text(n, n == version ? stored : values));
            }
        }
        texts.add(text(key, stored));
        wire.any(updates.computeIfAbsent(changed, this::update), texts.toArray(String[]::new));
        return values;
    }

    private String update(long changed) {
        String set = IntStream.range(0, columns.length).filter(n -> (changed & 1L << n) != 0)
                .mapToObj(n -> n == version ? Wire.COUNTED : columns[n].name + " = ?").collect(Collectors.joining(", "));
        return "update " + name + " set " + set + " where " + columns[key].name + " = ?";
    }

    private @Nullable String text(int column, @Nullable Object[] values) {
        Object value = values[column];
        return value == null ? null : columns[column].text.apply(value);
    }
}
